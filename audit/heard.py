"""Tell by what a passage says, whatever its page is called, what came of what people said.

First somebody outside said something, then something was done: in one sentence, in the next ones,
or in the paragraph or cell below.
"""

from audit.words import any_of, pattern, sentences

_WHO = (
    r"(you|people|patients|parents|carers|residents|families|mums|mothers|dads|fathers|relatives|"
    r"teenagers|pupils|students|visitors|readers|members|respondents|neighbours|villagers|tenants|"
    r"somebody|someone|everyone|everybody|many|most|some|several|others|they|shopkeepers|"
    r"[a-z]+ users|[a-z]*(men|women|drivers|workers|farmers|walkers|owners)|(the|our) panel|"
    r"survivors|callers|veterans|pensioners|locals|folk|group|forum|"
    r"(a|an|one|the) ([a-z-]+ ){0,2}(man|woman|lady|mother|father|daughter|son|resident|patient|"
    r"reader|"
    r"visitor|farmer|driver|carer|widow|widower|student|teacher|person|parent|shopkeeper))"
)
_SPOKE = (
    r"(said|told|asked|wanted|complained|felt|called|pointed out|suggested|found|wrote|grumbled|"
    r"raised|reported|wished|hated|disliked|thought|mentioned|requested|begged|warned|objected|"
    r"opposed|preferred|struggled|could(n't| not)|did(n't| not) (like|know|want|understand)|"
    r"(were|was) (tired|fed up|unhappy|cross|worried|lost|confused|put off|not (using|told|able)))"
)
_TOLD = any_of(
    rf"{_WHO} ((who|with|without|of|in|from|at) [^.;:]{{1,40}} )?(also |often |all |have |"
    rf"had )*{_SPOKE}",
    r"(\d[\d,]*|hundreds|dozens|scores|thousands|many|most|some|lots|several|plenty|half|nearly "
    r"everyone|one) of you",
    r"(\d[\d,]*|[a-z]+ in (ten|five|three)) ?([a-z-]+ ){0,3}(responded|replied|took part|came|"
    r"were against|"
    r"were for|voted|gave)|people (who )?(responded|took part|replied)",
    r"(engagement|consultation|survey|workshops?|focus groups?|conversations?|listening|panel|"
    r"readers|"
    r"visits?)\b[^.]{0,60}\b(revealed|showed|found|told|heard|highlighted|taught|identified|"
    r"learned)",
    r"(following|after) (the|our|your|a) ([a-z-]+ )?(consultation|engagement|survey|comments?|"
    r"feedback|"
    r"visits?|workshops?)",
    r"(wrote|said|asked|begged|complained) (a|an|one|two|the|another)|wrote to say",
    r"(the |your )?(feedback|comment|issue|ask|request|idea|suggestion|concern|grumble|worry|"
    r"asked for|told us|heard|said) ?: ?[\"“‘']?",
    r"came (from|out of) (you|your|the (panel|survey|forum|readers|comments)|what (you|people))",
    r"main (message|theme|point|worry|concern)s? ?: ?|[\d,]+ (replies|responses|answers)",
    r"said (you|nearly everyone|everyone|people|one|a|many|most|some|lots)",
    r"\d+ ([a-z-]+ ){1,3}(said|told|asked|wanted|called|wrote|felt|complained|signed|replied|"
    r"answered)",
    r"(comments?|suggestions?|letters?|feedback|answers|replies|postcards?|notes?|ideas) "
    r"(about|on|made|from|asking|asked|showed|said|in|left)",
    r"your (feedback|comments|views|ideas|suggestions|answers|replies|letters|notes)",
    rf"{_WHO} (came|wrote|rang|visited|stopped|met|gathered|spoke|filled) [^.;?]{{1,60}} (and|to) "
    r"(said|say|told|tell|asked|ask|complained|complain|wished)",
    r"we were (told|asked) by|(was|were|been) (said|told|asked( for)?|raised|mentioned|"
    r"suggested|heard|wanted|complained of)\b"
    r"[^.;]{0,40} by (\w+ )?(\d+|[a-z]+ (people|residents|patients|carers)|eleven|twelve|"
    r"dozens|people|you|patients|residents|carers|everyone|nearly|most|many|those)",
    r"(all|these|they|which|changes|each) [^.]{0,30}(came|come) (from|out of) (you|your|"
    r"the (panel|survey|forum|"
    r"readers|comments))",
    r"the (loudest|commonest|main|biggest|usual|most common) (note|comment|complaint|grumble|"
    r"request|worry|message|answer)",
)
_PARTICIPLE = (
    r"(added|altered|adopted|appointed|begun|bought|brought|built|changed|cleared|commissioned|cut|"
    r"doubled|dropped|employed|ended|extended|fitted|fixed|found|funded|given|gone|got|hired|"
    r"installed|introduced|kept|launched|lengthened|lowered|made|mended|moved|opened|ordered|"
    r"painted|"
    r"paid|placed|printed|put|raised|reduced|removed|renamed|replaced|reopened|rewritten|redrawn|"
    r"redesigned|scrapped|set up|shortened|simplified|split|started|stopped|swapped|taken|trained|"
    r"translated|turned|withdrawn|widened|abandoned|agreed|arranged|created|provided|published|"
    r"cleared|torn|thrown|sent|sorted|shifted|tested|chosen|renewed|"
    r"widened|trimmed|halved|agreed|extended)"
)
_DONE = any_of(
    rf"(has|have|had|'s|'ve|we|it|they|was|were|(is|are) (now|being)) (now |since |also |all |"
    rf"both |then |just "
    rf"|at last )*(been |being )?{_PARTICIPLE}",
    rf"{_PARTICIPLE} (two|three|a|an|the|our|their|its|more|extra|new|it|them|this|those)",
    r"(they|we|it|she|he) (designed|wrote|chose|drew|moved|rewrote|began|got|gave|went|came)",
    r"(since|from) (january|february|march|april|may|june|july|august|september|october|november|"
    r"december|spring|summer|autumn|winter)( 20\d\d)?,? (there|we|it|they)|(since|"
    r"from) [^.;]{3,40}, ?[^.;]{1,60}\b(has|have) had (a|an|the|two|their|its|more)",
    r"(now|nowadays|these days),? (\w+ )?(get|gets|have|has|open|opens|ring|rings|run|runs|start|"
    r"starts|stay|stays|offer|offers|send|sends|use|uses|include|come|comes|go|goes|close|closes|"
    r"read|reads|show|shows|there|every|all|a|an|the|we|you|it)",
    r"[a-z]+ now (\w+ )?(gets?|have|has|opens?|rings?|runs?|starts?|stays?|offers?|sends?|uses?|"
    r"includes?|comes?|goes|go|closes?|reads?|shows?|says?|a|an|in|on|at)",
    r"there('s| is| are) (now|one|two|three|[a-z]+ more|a new|no longer)",
    r"(it|one|that|which|[a-z]+s) (is|are) now|(went|put|going) (up|in|out) (in|on|at|by|from|"
    r"every)|"
    r"(go|goes) out|stays? (open|as|where)|(began|started|opened|closed|starts|opens) (in|on|at|"
    r"again|"
    r"early|earlier|an|two)|[a-z]+ now$|done\b|(are|is) (now )?down to",
    r"we ([a-z]+ed|bought|tore|threw|put|got|took|found|made|gave|set|built|kept|paid|wrote|"
    r"rewrote|began|"
    r"sent|chose|cut|ran|brought) ([a-z]+ )?(it|them|the|a|an|two|three|another|more|all|that|"
    r"this|up|in)",
    r"(board|body|council|committee|group|ccg|icb) (listened|accepted|dropped|withdrew|changed|"
    r"kept|"
    r"(agreed|decided|voted) (not )?to)|(fix|action|answer|response|result|outcome|change|"
    r"decision|decided) ?: ?",
    r"since (then|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|last|that|easter|christmas|spring|summer|autumn|winter|the)",
    r"as a (direct )?result|in (response|consequence)|because of (that|this|you|them)|which is why",
    r"so (we|the|there|it|from|now|they|that is|since)",
    r"(got|has got|have got) (a|an|one|two|their|its|new)|(rose|fell|dropped|went up|"
    r"went down) from",
    r"(clinics?|practices|surgeries|nurses|staff|buses) (ring|ring back|call|open|text|stop|send)",
)
_PROMISED = any_of(
    r"(we|it|they|which|that) (will|would|shall|may|might|could|hope|plan|intend|aim|want)",
    r"promises?|undertake\w*|pledge\w*|once (the|we|it|they)|may (also )?be|will (be|now be|have|"
    r"help|look|consider|take)|going to|shall|hope to|in the new year",
    r"(is|are) to be \w+|to be (discussed|decided|published|drawn up|reported|announced|analysed)",
    r"(is|are|being) (considered|looked at|looking|planned|working|analysed)|"
    r"under (review|discussion)|(should|must|ought to) (change|be|write|record|complete)",
    r"no (final )?(decision|change|proposal)s? (has|have|had|was|were|is|are) (yet )?(been )?\w+",
    r"(is|are) (simply |just |often |only )?(the|a|an|one|another) (name|term|phrase|way|process|"
    r"step|method|part|principle) (of|for|in|by|to|often|given|we|that)|what do we mean",
)
_REQUESTED = pattern(
    r"^(and |so |but )?(please|tell us|let us (know|have)|have your say|fill in|take part|share|"
    r"send (us|in)|give us|help us|come and|write to|do you|have you|if you (have|would|want|wish|"
    r"use|live))\b|\b(please (tell|let|send|give|fill|say|reply|answer|complete)|"
    r"(open|out) (now )?(for|to) ([a-z]+ )?(comments?|consultation|views|feedback|responses|"
    r"replies))\b"
)
_OF_ASKING = any_of(
    r"(survey|questionnaire|consultation|exercise|conversation|poll|forms?|engagement) (opened|"
    r"closed|began|was|"
    r"were|ran|has|is|ended|took)|(put together|written|set|made|prepared|designed|launched|begun|"
    r"started|opened|drawn up)( [a-z]+| \d+){1,3} (questions?|survey|questionnaire|consultation|"
    r"form|exercise|poll)|"
    r"(surveys?|questionnaires?) (are|is) (sent|picked|given)",
)
_ANSWERED = any_of(r"response rate|would (not )?recommend|(highly|very) likely to recommend")
_REPORTED = pattern(r"^[^,;:–—]{0,40}\b(that|how) [^,;:–—]*?(\b(so|and|but|now|which)\b|[,;:–—]|$)")
_PRAISE = any_of(r"stars?|lovely|kind(ness)?|recommend|spotless")
_TO_US = any_of(
    r"(mornings?|afternoons?|teas?|workshops?|sessions?|evenings?) (that )?we (held|ran)|"
    r"told us|of you|you (said|told|asked|wanted|raised)|asked us|(people|carers|patients|"
    r"residents) "
    r"(responded|replied|took part)|consultation|engagement|survey|our panel|the panel|readers",
    r"(came|come|spoke|talked) (to|at|in|with) (us|our( \w+)?|the|a|an|one|two|three|four|"
    r"five|six|\d+) "
    r"([a-z]+ )?(hall|mornings?|afternoons?|teas?|suppers?|table|librar\w+|session|"
    r"event|workshop|evening|market|stall|drop-in|fair|meeting|conversation)s?",
)


def came_of_it(before: str, text: str) -> str:
    """Give the sentence that tells what was done about what people said before it, or nothing."""
    told = bool(_TOLD.search(before))
    for sentence in sentences(text):
        said = _TOLD.search(sentence)
        rest = sentence[said.end() :] if said else sentence
        reported = _REPORTED.match(rest) if said else None
        rest = rest[reported.start(2) :] if reported else rest
        done = (told or said) and _DONE.search(rest)
        if done and not is_vain(sentence):
            return "" if _PRAISE.search(text) else sentence
        told = told or bool(said)
    return ""


def is_vain(sentence: str) -> bool:
    """Say whether a sentence asks, promises or invites, and so tells of nothing that was done."""
    unsaid = _PROMISED.search(sentence) or _REQUESTED.search(sentence)
    unsaid = unsaid or _OF_ASKING.search(sentence) or _ANSWERED.search(sentence)
    return bool(unsaid) or sentence.endswith("?")


def asked_for(text: str) -> bool:
    """Say whether people were asked, or spoke to the body itself."""
    return bool(_TO_US.search(text))
