"""Tell by its form, and not by its name, that a page is about a standing group with room in it.

Groups are called after birds and furniture. What they share: lay people, a rhythm, a say in the
body's work, an invitation and a way in.
"""

from collections.abc import Iterator

from audit.page import Block
from audit.words import any_of, pattern, sentences

_LAY_PEOPLE = any_of(
    r"residents?|patients|carers|parents|people|persons|locals|neighbours|villagers|tenants|"
    r"volunteers|citizens|teenagers|young(sters)?|students|pupils|pensioners|mothers|mums|"
    r"fathers|dads|families|folk|public|householders|islanders|customers|users|women|men|"
    r"strangers|laymen|shoppers|readers|listeners|survivors|grandparents|veterans|households?|advis[eo]rs|"
    r"reviewers|reps|representatives|whoever",
    r"(group|circle|dozen|score|band|bunch|handful|crowd|mix|lot) of|(some|about) (\w+ )?of you",
    r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|"
    r"fifty|sixty|hundred)([ -]\w+){1,3} who|who live (here|nearby|in|near|on)",
)
_RHYTHM = any_of(
    r"(meets?|meeting|gathers?|gets? together|comes? together|sits?|convenes?|assembles?)( \w+)? "
    r"(on|in|at|every|each|upstairs|monthly|quarterly|for|twice|once|four|six|about|round|over|"
    r"online|by|as|before|here)",
    r"(every|each) (\w+ )?(month|week|quarter|fortnight|term|season|weeks|months|spring|autumn|"
    r"(mon|tues|wednes|thurs|fri|satur|sun)day)",
    r"(once|twice|(three|four|five|six|ten|\d+) times) (a|every|each) (month|quarter|term|year)",
    r"(first|second|third|fourth|last|other|alternate) (mon|tues|wednes|thurs|fri|satur|sun)day",
    r"(a|two|three|four|five|six|ten|\d+) (\w+ )?(topics|times|hours|sessions|mornings|"
    r"evenings)( \w+)? "
    r"a (month|quarter|year)|fortnight|half[- ]term",
    r"comments? on (our|new|draft|every|the)|drawn from (every|each|all|across)",
    r"monthly|quarterly|fortnightly|bi-?monthly|termly|all year( round)?|(month|year) by \w+",
    r"(walks? round|visits?|go(es)? through|looks? (at|over|through)|reads?|tests?|tries|try out|"
    r"checks?|proof-?reads?|inspects?|marks?|scrutinises?|sees?|hears? about)( \w+){0,2} "
    r"(our|new|drafts?|every|each|the|a|what|services|wards|clinics|letters|leaflets|things|plans)",
)
_SAY = any_of(
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
    r"(live|living) (here|in|within)|over (1\d|18|sixteen|eighteen)|aged \d+|from home",
    r"as (much|little|often|few|many) (or as (little|much|seldom|many|few) )?as you|"
    r"(from|in|on|at) your (own )?(sofa|home|armchair|kitchen|phone|desk)|costs? (you )?nothing",
)
_ROOM = any_of(
    r"^interested|(put|add) me (on|down|to)",
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
    r"(doctors|nurses|gps|practice managers|clinicians|pharmacists) who",
)
_SHORTEST = 10
_LONGEST = 2500


def openings(blocks: list[Block]) -> Iterator[tuple[Block, str]]:
    """Give the sentences that offer room in a standing group, with their blocks.

    The blocks must stand together; they tell of lay people with a rhythm and a say, and a way in.
    """
    whole = " ".join(block.text for block in blocks)
    if len(whole) > _LONGEST or _OTHER_SORT.search(whole):
        return
    advise, rhythm = _SAY.search(whole), _RHYTHM.search(whole)
    stands = (advise and (rhythm or _EASE.search(whole))) or (rhythm and _WORK.search(whole))
    if not stands or not _LAY_PEOPLE.search(whole) or not _is_reached(blocks):
        return
    for block in blocks:
        for sentence in sentences(block.text) if not block.level else ():
            if len(sentence) >= _SHORTEST and _ROOM.search(sentence):
                yield block, sentence


def _is_reached(blocks: list[Block]) -> bool:
    """Say whether a link or an order of the day tells how to get in."""
    linked = any(link.href for block in blocks for link in block.links)
    return linked or any(_CALLS_ON.search(s) for b in blocks for s in sentences(b.text))
