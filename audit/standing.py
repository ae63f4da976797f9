"""Tell by its form, and not by its name, that a page is about a standing group with room in it.

Groups are called after birds and furniture. What they share: lay people, told of as a band or in a
rhythm, a say in the body's work or a task for the place, an invitation and a way in.
"""

from collections.abc import Iterator

from audit.page import Block
from audit.words import any_of, pattern, sentences

_LAY_PEOPLE = any_of(
    r"residents?|patients|carers|parents|people|persons|locals|neighbours|villagers|tenants|"
    r"volunteers|citizens|teenagers|young(sters)?|students|pupils|pensioners|mothers|mums|"
    r"fathers|dads|families|folk|public|householders|islanders|customers|users|women|men|"
    r"strangers|laymen|shoppers|readers|listeners|survivors|grandparents|veterans|households?|"
    r"advis[eo]rs|"
    r"wardens|champions|jurors|helpers|friends|anyone|anybody|everybody|neighbou?rs|inhabitants|"
    r"reviewers|reps|representatives|whoever",
    r"(group|circle|dozen|score|band|bunch|handful|crowd|mix|lot) of|(some|about) (\w+ )?of you",
    r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|hundred)([ -]\w+){1,3} who|who live (here|nearby|in|near|on)",
)
_BAND = any_of(
    r"(\d+|a|some|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|"
    r"hundred|thousand|dozen|few|couple)"
    r"( or so| odd)?( of)?( [\w'-]+){0,2} (residents|people|volunteers|"
    r"patients|carers|parents|readers|wardens|locals|neighbours|citizens|"
    r"members of the public|folk|"
    r"men and women|teenagers|helpers|households|[a-z]+ers)\b[^.;:]{0,40}\b(who|whom|each|"
    r"picked|drawn|"
    r"chosen|from|of|on|with|keep|have agreed)",
    r"(is|are|by|need|want|have|has|our) (our |all |local |lay |trained |unpaid |just |simply "
    r"|ordinary )*"
    r"(volunteers|residents|people|patients|carers|neighbours|members of the public),? (who|"
    r"that|with)",
    r"(pool|panel|circle|band|crew|bank|network|register|jury|squad|corps|company|roll|rota) of "
    r"([\w'-]+ ){0,2}(residents|people|volunteers|patients|carers|parents|readers|locals|citizens|"
    r"jurors|helpers|men|women)",
    r"(path|footpath|flood|snow|tree|river|stream|street|verge|bus stop|health|village|street|"
    r"stile|"
    r"litter|community|volunteer|lay|parish|common|pond|beach|patient|citizen|bench|hedge) "
    r"(wardens|champions|listeners|readers|visitors|watchers|scouts|friends|helpers|reporters|"
    r"checkers|jurors|keepers|connectors|guardians|monitors|pickers)",
    r"we(('re| are)( now)? (at )?|('ve| have)( got)? )(about |nearly |only |just )?"
    r"(\d+|[a-z]+ty-[a-z]+|[a-z]+ty|[a-z]+teen|a dozen)( so far| of (us|them)| now|,)",
)
_TASK = any_of(
    r"(report|reports|cut|cuts|clear|clears|look after|looks after|keep|keeps|check|checks|pick|"
    r"picks|plant|plants|water|waters|grit|grits|spread|spreads|drive|drives|visit|visits|chat|"
    r"chats|talk|talks|walk|walks|hear|strike|strikes|read|reads|count|counts|test|tests|watch|"
    r"watches|tend|tends|note|notes|adopt|adopts|walked|cleared|checked|gritted|tended|read|"
    r"looked after|kept|tested)"
    r"( \w+)?( to| out| up| back| an eye on)? (each|one|a|an|the|our|your|their|every|any|"
    r"what(ever)?|broken|brambles|litter|drains|people|neighbours|ten|twice|once|by|through)",
)
_RHYTHM = any_of(
    r"(meets?|meeting|gathers?|gets? together|comes? together|sits?|convenes?|assembles?)( \w+)? "
    r"(on|in|at|every|each|upstairs|monthly|quarterly|for|twice|once|four|six|about|round|over|"
    r"online|by|as|before|here)",
    r"(every|each) (\w+ )?(month|week|quarter|fortnight|term|season|weeks|months|spring|autumn|"
    r"(mon|tues|wednes|thurs|fri|satur|sun)day)",
    r"(once|twice|(three|four|five|six|ten|\d+) times) (a|every|each) (month|quarter|term|year)",
    r"(first|second|third|fourth|last|other|alternate) (mon|tues|wednes|thurs|fri|satur|sun)day",
    r"(a|one|two|three|four|five|six|ten|\d+|few) (\w+ )?(topics?|times|hours?|sessions?|mornings?|"
    r"evenings?|questions?|questionnaires?|e-?mails?|letters?|suppers?|meetings?|days?|texts?|"
    r"bundles?|visits?|calls?|things?)( \w+)? "
    r"(a|each|every) (month|quarter|year|term)|fortnight|half[- ]term|twice a year",
    r"comments? on (our|new|draft|every|the)|drawn from (every|each|all|across)",
    r"monthly|quarterly|fortnightly|bi-?monthly|termly|all year( round)?|(month|year) by \w+",
    r"(walks? round|visits?|go(es)? through|looks? (at|over|through)|reads?|tests?|tries|try out|"
    r"checks?|proof-?reads?|inspects?|marks?|scrutinises?|sees?|hears? about)( \w+){0,2} "
    r"(our|new|drafts?|every|each|the|a|what|services|wards|clinics|letters|leaflets|things|plans)",
)
_SAY = any_of(
    r"carr(y|ies) (news|word|messages) (between|back|to)|(sits?|speaks?) (with|on|to|before) the "
    r"(board|governing body)",
    r"(sent|get|answer|receive) ([a-z]+ )?(questions?|questionnaires?|e-?mails?)|"
    r"to be asked (things|[a-z]+ questions?|questions|what)|pass(es)? on|(past|by|with|"
    r"in front of) "
    r"([\w]+ )?(residents|patients|people|parents|carers|citizens)|cross-examines?|"
    r"(ask|asks|asked) (them|you|each|(\w+ )?residents) "
    r"(to|what|about|things)|(our|the) ideas|before (a|any|each|every) (leaflet|letter|form|"
    r"poster)",
    r"(tells?|telling|shows?|advis(e|es|ing)|help(s|ing)?|warns?|challenges?|asks?|reminds?|"
    r"keeps?|puts?|guides?|steers?|stops?) (us|the board|our|its|the (icb|ccg|council|nhs))",
    r"(our|new|draft|the) (\w+ )?(plans?|letters?|leaflets?|drafts?|services?|sums|papers|"
    r"decisions|proposals|posters|web ?site|work|ideas|documents|questions|contracts|budgets?)",
    r"what (we|it|they)('re| are| have| plan| get| do| say| write| should| spend|'ve)",
    r"before (we|they|it|anyone|anybody|a decision|the|going)|to the (board|governing body)",
    r"(through|over|at|read) drafts|manager what|say what",
    r"how (it|things|care) (feels?|felt|works?|worked)",
)
_WORK = any_of(
    r"plans?|planning|spending|spend|care|commissioners?|icb|ccg|nhs|complaints|polic(y|ies)|"
    r"questions|"
    r"quality|managers?|procurement|budgets?|decisions?|decide|services?|wards|clinics|leaflets?|"
    r"letters|"
    r"opinions?|views|ideas|better|redesign|co-?design|co-?produc\w+|listen",
)
_EASE = any_of(
    r"no (special )?(experience|qualifications?|expertise|knowledge|training|form|interview|"
    r"jargon)|"
    r"nobody (needs|is turned)|need not|training|trained|support(ed)?|induction",
    r"(fares?|expenses|sitters?|travel|childcare|mileage|time)\b[^.]{0,40}\b(paid|pay|met|"
    r"refund\w*|"
    r"cover\w*|reimburse\w*)|(pay|get|refund|cover|receive|paid)\b[^.]{0,40}(£|fares?|expenses|"
    r"travel|"
    r"voucher\w*|sitters?|certificate)|£[\d.]+ (an hour|a session|a day)",
    r"(we|who|council|board|icb|ccg) (also )?(give|gives|lend|lends|pay|pays|provide|provides|"
    r"supply|"
    r"supplies|train|trains|buy|buys|insure|insures) (you|them|for|the|every|each|all|any|"
    r"their|your|"
    r"gloves|tools|expenses|fares|travel|insurance)|(is|are|comes?) (all )?on us|"
    r"(council|board) supplies|earn (a|£|them)|(boots|tools|insurance|kit|"
    r"lunch)\b[^.]{0,30} provided|"
    r"you('ll| will|'d| would)? (get|receive|be (asked|sent|invited|given|paid|trained))|"
    r"(needn't|don't need to|do not need to|don't have to|no need to) (know|be|have)|"
    r"(are|is) (all )?(paid|insured|trained)|petrol|gloves|fleece|tabard|hi-?vis",
    r"(live|living) (here|in|within)|over (1\d|18|sixteen|eighteen)|aged \d+|from home",
    r"as (much|little|often|few|many) (or as (little|much|seldom|many|few) )?as you|"
    r"(from|in|on|at) your (own )?(sofa|home|armchair|kitchen|phone|desk)|costs? (you )?nothing",
)
_ROOM = any_of(
    r"fill in (the|our|a) ([\w-]+ )?form and (hand|send|post|return|bring)",
    r"^interested|(put|add) (me|(my|your) name) (on|down|to)",
    r"(has|have|had|got|with|is|are) (still )?(nobody|no one|no-one|without (a|an|one))|(want|need|"
    r"make it|get to) (\d+|a (dozen|hundred|few|couple)|(twenty|thirty|forty|fifty|sixty)\b)|"
    r"(are|is) (some|several|\w+) going|going (now|begging|spare)|"
    r"(places?|seats?|chairs?)( [a-z]+){0,3} (come|comes|coming|falls?) (up|free|empty|vacant)|"
    r"nobody (looks|walks|keeps|covers|does)|(is|are|stands?) vacant|(standing|stepping) down|"
    r"(be|being) you|could be next|(like|want|need) another|new [a-z]+ (start|begin|join)|"
    r"^i('ll| will| want to| would like to) (be|join|help)|volunteer (here|now|today)",
    r"(anyone|anybody|everyone|everybody|whoever)\b[^.;:]{0,60} (can|may|could|might) (join|be|"
    r"become|come|apply|do|take|help) (one|a|an|part|it|this|in|along|for)|"
    r"membership is (free|open)|to go (into|on|in) (the|our)|(like|want|fancy|take|"
    r"adopt) (one|it)( of "
    r"(them|these|those))?[,;:] \w|to adopt (a|one|it)|(a line|a note|a text|us|"
    r"\w+) with your name|"
    r"(give|leave|send|text|tell|drop) [^.;:]{1,40}\byour (first )?name",
    r"could do with|short of|opportunit(y|ies)|vacanc(y|ies)|gaps? to fill|turned away|add your|"
    r"count me|"
    r"wanted|enrol|aged \d+ to \d+|for a (card|form|place|seat)|(get|be) (on board|in touch to)",
    r"(want|need|welcome|use|do with|love|like) (some |a few |many )?(more|others)\b|"
    r"there('s| is| are) (always |still )?(room|space|places)",
    r"turns? up|come to (the|our|us|one|a)|want to be (one|part|in|on|a|an|"
    r"involved)|got [^.?]{0,60}(hours?|time) to spare|"
    r"spare (an|a) ",
    r"(places?|seats?|chairs?|spaces?|vacanc(y|ies)|gaps?|stools?|spots?|openings?)"
    r"( (are|is|stand|still|now|left|remain|have|has|come|comes|going|all|on|it|of|the|a|few|be|"
    r"at|always|"
    r"usually|just|that|currently|this|year|table|panel|group|circle|[a-z]+teen|twenty|twelve|"
    r"ten)){0,6} "
    r"(empty|free|going|open|left|vacant|available|spare|unfilled|waiting|"
    r"to (be )?fill(ed)?|up|for)",
    r"(empty|free|vacant|spare|open|unfilled) (places?|seats?|chairs?|spaces?|stools?)",
    r"(is|are|has|have|have got) (always )?(room|space) (for|at|on|in)|room for (one|two|more|a|"
    r"you)",
    r"new (faces|members|people|readers|blood|voices|recruits|volunteers|starters|ears|eyes)",
    r"newcomers|(more|another) (readers|members|volunteers|pairs? of)",
    r"to (become|join|enrol|volunteer|be (one|part|added|considered|a)|take (a|one|part|up|your)|"
    r"come (along|in|into|and)|start|have a (go|seat)|sit (with|on|in)|put your(self)?|get in|"
    r"try it|belong|sign up|add your)",
    r"(come|walk|drop|pop|slip|stroll) (to any|at \d+|along|in|into|by|and)|turn up",
    r"(you're|you are|you'll be|makes you) (then |now )?(one of|in|a member|part of|on the)",
    r"(like|want|wish|happy|willing|love|fancy|interested) (to|in|a) (\w+ )?(come|join|joining|"
    r"take|sit|read|help|helping|be|becoming|have|try|stay|seat|place|go)",
    r"ask (for|to) (a|be|have|join|come)|start (at )?any|(join|leave|come|start) when(ever)? you",
    r"(anyone|anybody|everyone|everybody|whoever) ((can|may) (join|come|be|take|apply|sit|put)|"
    r"is welcome)",
    r"all are welcome|open to (all|any|every|people|residents)|we('d| would) (like|love) to hear",
)
_CALLS_ON = pattern(
    r"(?:^|[,;:] ?(?:and |or |please |then )?|\band |\bor |\bplease |\bjust |^simply )"
    r"(?:call|ring|phone|text|write|e-?mail|whatsapp|message|tell|ask|speak|talk|let|drop|send|"
    r"fill|pick|collect|hand|apply|sign|give|leave|contact|walk|come|turn|knock|register|see|"
    r"put|take|pop|click|add)\b"
)
_OTHER_SORT = any_of(
    r"(board|governing body|committee|cabinet|council)( of directors)? (meets|meeting|holds|sits)",
    r"(gps|doctors|nurses|pharmacists|clinicians|managers) (from|of|in|at) (\w+ )?(practice|"
    r"surger)\w*",
    r"meetings? in public|(practice|surgery|staff|clinical|members'?) (council|forum|managers)",
    r"(classes|sessions|course|clinic|lessons|workshop|singing|exercise|support) "
    r"(group|class|course|is|are|run)|support group|self-help|salary|pro rata",
    r"choir|course|league of friends|surgery runs|charity|member practices?|book (on|by|a place)|"
    r"limited|"
    r"(doctors|nurses|gps|practice managers|clinicians|pharmacists) who|"
    r"walks? for (an|half|\w+ minutes)|(health|guided|led) walks|waiting list|tenanc\w+|"
    r"be referred",
)
_SHORTEST = 10
_LONGEST = 2500


def openings(blocks: list[Block]) -> Iterator[tuple[Block, str]]:
    """Give the sentences that offer room in a standing group, with their blocks.

    The blocks must stand together; they tell of lay people with a rhythm and a say, and a way in.
    """
    whole = " ".join(block.text for block in blocks)
    if len(whole) > _LONGEST or _OTHER_SORT.search(whole) or not _LAY_PEOPLE.search(whole):
        return
    if not _stands(whole) or not _is_reached(blocks):
        return
    for block in blocks:
        for sentence in sentences(block.text) if not block.level else ():
            if len(sentence) >= _SHORTEST and _ROOM.search(sentence):
                yield block, sentence


def _stands(whole: str) -> bool:
    """Say whether lay people are a band or come round again, for a say or for a task."""
    rhythm, ease = _RHYTHM.search(whole), _EASE.search(whole)
    band = _BAND.search(whole)
    if _SAY.search(whole):
        return bool(rhythm or ease or band)
    if _WORK.search(whole) and rhythm:
        return True
    return bool(band and (rhythm or ease) and (_TASK.search(whole) or _WORK.search(whole)))


def _is_reached(blocks: list[Block]) -> bool:
    """Say whether a link, a form or a call tells how to get in."""
    linked = any(block.form >= 0 or any(link.href for link in block.links) for block in blocks)
    return linked or any(_CALLS_ON.search(s) for b in blocks for s in sentences(b.text))
