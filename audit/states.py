"""What a sentence holds to be so: a keyword is not a state.

"We do not stream", "the form has closed" and "we hope to publish" all hold the words of a thing
that is not there.
"""

from audit.words import any_of, pattern

_DENIED = any_of(
    r"do(es)? not|don't|doesn't|did not|cannot|can't|can not|could not|will not|won't",
    r"are not|is not|isn't|aren't|was not|were not|has not|have not|haven't|hasn't",
    r"(is|are|has|have|had|with|gives?|hold|offer|publish|keep|run|leaves?|allows?|makes?) no",
    r"there (is|are|were|was) (currently |now |at present |presently )?(no|none|nothing)",
    r"no (longer|one|such|current|open|public|separate|register|recording|further)\b|never",
    r"neither|nor|nobody|none (of|is|are|at)",
    r"not (shown|streamed|recorded|broadcast|available|possible|offered|open|accepted|"
    r"able|permitted|allowed|taken|kept|published|held|yet|currently|part|a|the|an|ours|"
    r"normally|to)",
    r"unable to|without (an?|any)|nothing|rather than|instead of|forbidden|prohibited",
    r"refused|may not|must not|should not",
)
_ENDED = any_of(
    r"no longer",
    r"(is|are|has|have|was|were|now|had|been|being|since|and|which|that|it|this)( all|"
    r" both| now| been| also| since| then)* (closed|ended|ceased|stopped|expired|"
    r"withdrawn|dissolved|abolished|deleted|discontinued|cancelled|merged|disbanded|"
    r"retired|lapsed|suspended|finished|removed|disconnected|cut off|shut down)",
    r"(closed|ended|ceased|finished|stopped) (on|in|at|to)\b|wound (up|down)|switched off",
    r"taken down|stood down|came to an end",
    r"until (its|the|our|their) (dissolution|closure|merger|abolition)|former(ly)?|used to",
    r"previously|ended with|given up|vacated",
    r"until (that|the last|its last|our last|their last)\b",
    r"until (it|we|the (ccg|icb|body|organisation|board|group)) (closed|ended|merged|ceased)",
    r"(were|was) (taken|heard|answered|streamed|held|shown|welcome|open|"
    r"offered)\b[^.;]{0,40}\b(until|up to|till)",
    r"stopped [a-z]+ing|ceased [a-z]+ing|stepped down",
    r"final (issue|edition|bulletin|meeting)|last (ever )?(issue|edition) (was|came)",
    r"destroyed|wiped|erased|archived for|historic(al)? only|deadline (has )?passed",
    r"not been (updated|replaced)|closing date has|too late to",
)
_PLANNED = any_of(
    r"will be (added|published|available|launched|set up|recruited|uploaded|shared|posted|"
    r"put|announced|listed|shown|provided|developed|opening|opened|created|able|"
    r"introduced|made available|placed|reported|displayed)",
    r"(plan(s|ned|ning)?|hop(e|es|ed|ing)|intend(s|ed|ing)?|aim(s|ed|ing)?|want(s)?|"
    r"expect(s|ed)?|look(s|ing)?|propos(e|es|ed|ing)|working|about|due|try|trying|"
    r"consider(s|ed|ing)?) (to|for|on) (start|launch|set|publish|stream|record|show|"
    r"broadcast|put|develop|introduce|create|recruit|open|report|produce|begin|offer|make|"
    r"have|run|share|let|hold|add|trial|become|bring|join|film|be able)",
    r"looking at (how|whether|ways)",
    r"(getting|making|be|we are|we're|almost|nearly) ready to [a-z]+|"
    r"(we are|we're|is|are) preparing to [a-z]+",
    r"(is|are|being|was|were) (planned|proposed|under discussion|being considered|"
    r"due to (open|start|begin|launch))",
    r"coming soon|in due course|watch this space|not yet|under (construction|development)",
    r"in development|being (developed|prepared|written|planned|set up|drawn up)",
    r"to (follow|be (confirmed|announced|added|published|recruited|decided))",
    r"later this year|opens? (next|this|later)",
    r"opens? (in|on|from) (the )?(early |late |mid-?)?(\d+ )?(\d{4}|spring|summer|autumn|winter|"
    r"jan(uary)?|feb(ruary)?|march|april|may|june|july|aug(ust)?|sept(ember)?|oct(ober)?|"
    r"nov(ember)?|dec(ember)?)",
    r"(we|and|it)( will|['’]ll) (then |also |soon |shortly |shortly also )?(publish|launch|start|"
    r"report|set up|begin|add|open|upload|announce|recruit|let (people|everyone|you) know|"
    r"(share|put|let|tell|say|show|post|list) (them|it|these|this|the|what|how|our|people|"
    r"everyone|here))",
    r"(we|it|they) (would|may|might|could) (like to|consider)",
    r"(will|shall) (soon |shortly )?be (recruiting|launching|starting|setting up|opening|inviting)",
    r"next (year|spring|summer|autumn|winter)|looking into|exploring",
    r"from (next|january|april|the new)|in preparation",
    r"once (it is |they are |it has been |this is )?(approved|agreed|adopted|ready|finished|"
    r"complete|launched|in place)\b[^.]{0,40}\bwill",
    r"(we|it|they) (still )?mean(s|ing)? to (start|launch|set up|publish|introduce|create|make|"
    r"open|begin|offer|have|produce|put|stream|record|show|recruit|add|share)",
)
_HARMLESS = pattern(
    r"\((?:the |our )?(?:final|last) meeting\)|"
    r"\b((there is |there's |with )?no need( to)?|"
    r"without (an? )?(appointment|booking|charge|payment|cost|a mouse|request|password|log-?in|"
    r"referral|delay|reason)|without (being asked|having to \w+|waiting)|"
    r"(ask for nothing|nothing to (pay|book|install|download|sign|fill in|join|log in to)|"
    r"(you|there)('ll| will)? need nothing|nothing (about|on) (your|their) own)|"
    r"(that|who|which) ((is|are) not|isn't|aren't) (ours|us|the nhs|part of)\b|"
    r"no (longer|later|fewer|less) than\b|"
    r"(has|have) nobody( yet| at present)?|need not|(english|welsh) (is not|isn't)\b|"
    r"(do(es)? not|don't|doesn't) (have to|need( to)?|mind|matter)|"
    r"(you|who|they) (do not|don't) have|not only|"
    r"no (experience|charge|cost|obligation|qualifications?|cost|appointment|matter|"
    r"booking|fee|jargon|special)\b|"
    r"no ([a-z-]+ ){1,3}(is |are )?(needed|required|necessary)\b|"
    r"nobody (can|will|need) (see|hear|know)\b|"
    r"(do not|don't) (worry|hesitate|forget|miss|"
    r"want to miss)|can't (make it|come|get|be there|wait|travel|attend)|"
    r"cannot (make it|come|get|be there|travel|attend|use)|"
    r"if (you|your|they|it|people|anyone|that|the|this|what|any|some|we|english|an?|our) "
    r"[^.,;:]{0,60}"
    r"(\bnot|n't|\bcannot)\b[^.,;:]{0,40}|"
    r"your (question|query|name|matter|item|point|topic)s? will (then )?be (added|put|read|listed)|"
    r"((could|can|did) ?(not|n't)|not able to|unable to) (be (there|with us|present)|attend|"
    r"come( along)?|make it|get (there|to \w+)|join( us)?|travel)|"
    r"(you|people|anyone)( would| may| might| also)? (want|wish|like|hope|plan|intend|expect) to|"
    r"whether or not|not sure|(is|are) not satisfied|not (happy|satisfied)|no more than|"
    r"(hear[ds]?|heard|listen(ed)? to|spoken|signed) (instead of|rather than) (be(ing)? )?read\w*|"
    r"healthwatch\b[^.]{0,120}(\bnot|n't|\bnothing|\bnever) (been )?(a |an |any )?"
    r"(part|belong|work|answer|us|ours?|run|owned|employed|paid|affected|controlled|"
    r"connected|the|to do with|take sides|report to|funded|in)\b[^.;]{0,80}|"  # it is independent
    r"\b(has|have|having|with) no (ties|connections?|axe|allegiance|loyalty|stake)\b|"
    r"nothing but|"
    r"will be (posted|sent|mailed) to (you|any(one|body| \w+)|an applicant|whoever|those)|"
    r"not-for-profit|what is (on and what is )?closed)"
)
_TO_BE_ADDED = pattern(
    r"\b(to|and|or) be (added|put|included|sent|considered|told|kept)( to| on|"
    r" in)?\b[^.]{0,30}\b(list|newsletter|bulletin|it|copy)?"
)
_PROMISED = any_of(
    r"on request|by request|upon request|please ask|must ask|ask to see",
    r"if you (ask|would like to see)|can be (requested|asked for)",
    r"contact us (for|to request)",
)


def state(sentence: str) -> str:
    """Tell what a sentence holds to be so: now, denied, ended or planned."""
    sentence = _HARMLESS.sub(" ", sentence)
    sentence = _TO_BE_ADDED.sub(" ", sentence)
    if _ENDED.search(sentence):
        return "ended"
    if _DENIED.search(sentence):
        return "denied"
    if _PLANNED.search(sentence):
        return "planned"
    return "now"


def on_request(sentence: str) -> bool:
    """Say whether something is only offered to those who ask for it."""
    return bool(_PROMISED.search(sentence))
