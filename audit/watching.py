"""Read what sentences say of watching a meeting: who may, from where, or that nobody can."""

from audit.answers import answer_to, says_no
from audit.page import Page
from audit.states import state
from audit.words import any_of, pattern, sentences

_OF_A_MEETING = any_of(
    r"meet(s|ings?)?|agm|board|council|committee|cabinet|governing body|live|live-?streams?|"
    r"stream(s|ed|ing)?|webcasts?|broadcasts?|webinars?|teams|zoom|webex|events?|sessions?|"
    r"hearings?|"
    r"cyfarfod(ydd)?|in public|public-i|proceedings|sittings?|conferences?",
)
_NOT_SHOWN = any_of(
    r"(view|see|read|find|follow|get|download)( \w+){0,3} (papers?|minutes|agendas?|documents?|"
    r"reports?|packs?|registers?|dates|details|biograph\w+|profiles?)( \w+){0,4} online",
    r"online (catalog(ue)?|calendar|form|shop|store|application|portal|service|banking|account|map|"
    r"survey|library|directory)s?",
    r"(webcast|stream|broadcast)(ing|s)?( \w+){0,3} (costs?|do(es)? not have captions)",
    r"(see|follow|find|view|watch) (more|us|our (channel|page|videos?))( \w+){0,2} on \w+",
)
_AS_IT_IS = (
    r"(live|in real time|the moment it (starts|begins)|"
    r"as (it|they|everything|things|business) (happens?|takes? place|unfolds?|(is|are) held|"
    r"goes? (on|along)))"
)
_WHILE_IT_IS = (
    r"(while|whilst|when|as) (it|they|we|the (board|meeting|council|members))('s|'re| is| are)? "
    r"(happen(ing|s)?|on|under way|underway|going on|meeting|sitting|talking|in session|"
    r"in progress|"
    r"takes? place|talks?|meets?|sits?|debates?|decides?)"
)
_AT_HOME = (
    r"(from (home|afar|anywhere|elsewhere|a distance|wherever you (are|like|happen to be)|where "
    r"you are|(the )?comfort)|at home|in your (slippers|pyjamas|dressing gown|lunch break)|"
    r"(from|on|in|at) (your|their)( own| [\w-]+)? (home|house|sofa|settee|armchair|chair|hearth|"
    r"kitchen( table)?|(living|front|sitting) room|desk|screen|phone|laptop|tablet|computer|bed)|"
    r"(over|across|by|through|via) the (internet|web|net)|"
    r"by (video|web|internet|live|remote)( ?link)?)"
)
_OUT_OVER = r"(out|over|across)( on| over| by)? the (internet|web|net)"
_ONLINE = any_of(
    rf"((watch|view|see|follow|hear|join|attend|observe)(es|s|ing|ed)?|"
    rf"(listen|look|tune|sit|dial|drop|log)(s|ing|ed)? (in|on|along|to))"
    rf"(,? [\w'’-]+){{0,10}},? ({_AS_IT_IS}|{_AT_HOME})",
    rf"(puts?|putting|sen[dt]s?|goes|go|going|carr(y|ies|ied)|shown?|shows|relay(s|ed)?|"
    rf"transmit(s|ted)?|broadcasts?|screen(s|ed)?|beam(s|ed)?|play(s|ed)?|aired|airs)"
    rf"(,? [\w'’-]+){{0,8}},? ({_AS_IT_IS}|{_WHILE_IT_IS}|{_OUT_OVER})",
    r"(shown|showing|on|sent|put out)( \w+){0,4} at the (same )?time|live (from|"
    r"at) \d+([.:]\d+)?( ?[ap]m)?|live from \w+",
    r"(camera|microphone)s? in the (room|hall|chamber)|the pictures (start|begin|go)",
    r"(meetings?|sessions?|sittings?|half|part)( [\w'’]+){0,5} (is|are) (also |both )?(online|"
    r"on screen|"
    r"hybrid)( as well| too| for (anyone|everyone|the public))",
    r"our (youtube|facebook|vimeo|teams)( \w+){0,2} at \d+([.:]\d+)?( ?[ap]m)?",
    r"online (gallery|seats?|viewing|audience)|on any (device|screen|phone|computer)",
    r"(phone|ring|call|log) in (and|to) (listen|watch|hear|follow|join)",
    r"(live|video|web|internet) (feed|link|relay|pictures?|sound|audio)|on (web)?cams?",
    r"cameras? (is|are|will be) (live|on|rolling|running|switched on)",
    r"link (to|for) (watch|follow|view|join|listen|look)(ing)?( in)?( [\w'’-]+){0,4}",
    r"live[- ]?stream(s|ed|ing)?|stream(s|ed|ing)? (live|online)|streamed|streaming",
    r"(watch|see|view|follow|video|audio|web|youtube|internet|our|a|the|this) (\w+ )?streams?",
    r"stream ((or|and) \w+ )?(the|our|all|every|each|this|these|meetings?|it|them|board)",
    r"webcasts?|webcasting",
    r"broadcast(s|ing)? (live|online)|shown live",
    r"live (online|feed|link|video|event|broadcast)|go(es)? out live|(goes )?live on "
    r"(our|the (web|internet|day)|youtube|facebook|teams|zoom|microsoft)",
    r"(tune|dial) in( \w+){0,4}|log in to (watch|join|see|follow|view)",
    r"(view|follow|see|join|attend|observe|watch|listen)(ing|ed)?( \w+){0,8} (live|online|"
    r"virtually|remotely|"
    r"on ((microsoft|ms) )?(teams|zoom|youtube|facebook live)|"
    r"(by|via|through|over|using) ((microsoft|ms) )?(teams|zoom|youtube|video ?link|webex|"
    r"facebook|phone or video))",
    r"(teams|zoom|webex) (webinar|link|meeting|live event)",
    r"(via|by|on|over|using|through) ((microsoft|ms) )?(teams|zoom|webex)",
    r"(go|log on|log in|sign in|turn) (in)?to ((microsoft|ms) )?(teams|zoom|webex)",
    r"(zoom|teams|webex)\b[^.]{0,40} meeting (number |id |code )?\d{3}[ \d]{5,}",
    r"join (the|this|our) meeting|livestream|live event",
    r"do(es)? (you|we|they|it|the [a-z]+) stream",
    r"online (via|by|on|through|over|using) \w+|(via|on|over|through) (youtube|facebook) live",
    r"watch (the|our|this) (meeting|live)|remote(ly)? (viewing|access)",
    r"take part( \w+){0,8} from home",
    r"online link|virtual(ly)?( meetings?)? (in public|open to)",
    r"(from|on) your own (home|sofa|computer|phone|screen)|live (relay|transmission|coverage)",
)
_INTERNAL = any_of(
    r"staff|internal|members only",
    r"(with|by|use|using|have|has|need) (their|a|his or her) (own |work |nhs )?log-?ins?|"
    r"(presenters|presenting officers|report authors|advisers?)( \w+){0,3} (join|dial|attend)",
    r"(board |committee )?(members|directors|officers|executives|councillors)( of the (board|"
    r"governing body|committee|"
    r"council))?( (may|can|could|will|must|might|sometimes|often|also|are able to))* "
    r"(join|use|dial|connect|attend|take part|participate|log (in|on)|who are unwell)",
    r"(members|directors) (who|that) ([\w'’]+ ){1,6}(may|can|could|will) (join|take part|attend|"
    r"dial)",
    r"you (will|would|should) (attend|be expected)|vacanc(y|ies)|applicants?|candidates?",
    r"time commitment",
    r"(members|directors|they) met (on|by|over|via|using)|(link|room|call) (is|was) for members",
    r"(committees|groups|panels|staff|officers) (meet|sit) (on|by|over|via|online)",
    r"(chair|chief \w+|mayor|leader|clinicians?|doctors?|nurses?)\b[^.;]{0,30} "
    r"(goes|go|is|are|be) live",
    r"(answer|take)(s|ing)? your questions (on|about)",
    r"in their invitation|a member who|for members of the (board|committee) only",
    r"observers? admitted|training|colleagues|intranet|test meeting",
)
_SHUT = any_of(
    r"not (be )?(stream|broadcast|shown|webcast|possible|able)",
    r"cannot (be )?(view|watch|stream|shown|follow)|no (live|stream|webcast|link)",
    r"do(es)? not (stream|webcast|broadcast)|in person only|only in person",
    r"ask(ing)? (for|us for) (a|the) link by|email(ing)? .{0,30}for (a|the) link",
    r"prior request|request(ed)? (a|the) link|request(ing)? access|decides? whether",
    r"must (first )?(write|apply|ask|e-?mail|contact)",
    r"decided (against|not)|ruled out|(overflow|adjoining|next|side) (room|hall)",
    r"(has|have|had|needs?) to be (in the (room|hall|chamber)|there|present)",
    r"met (by|over|via|using|through|online|on (zoom|teams|webex|line|screen))",
    r"(was|were) (streamed|webcast|shown|held|broadcast|live|online)\b.{0,60}\b(pandemic|"
    r"lockdowns?|covid|emergency)",
    r"(pandemic|lockdowns?|covid|emergency)\b.{0,60}\b(was|were|had been) (\w+ )?(streamed|webcast|"
    r"shown|held|broadcast|live|online)",
)
_OF_MEMBERS = pattern(
    r"^(and |but |where |if |when |some |any |all |our |the |voting |non-voting |board |committee |"
    r"governing (body|council) |partner |lay |council )*(members|directors|councillors|officers|"
    r"clinicians|governors|trustees|executives|colleagues)\b"
)
_PUBLIC = any_of(
    r"(members of the )?(public|press|media|audience)|residents?|anyone|anybody|everyone|everybody|"
    r"you|your|people|viewers|visitors|whoever|patients|electors|parishioners",
)
_WITH_STAFF = pattern(
    r"\b(staff|colleagues|officers|partners)\b[^.;:]{0,40}\b(public|media|press|residents|anyone|"
    r"patients)\b|\b(public|media|press|residents|anyone|patients)\b[^.;:]{0,40}\b(staff|colleagues|"
    r"officers|partners)\b"
)
_RECORDS = (
    r"(film|video|record|photograph|blog|tweet|post|report|broadcast|webcast|(live[- ]?)?stream|"
    r"take (photo|pictures)|audio|make (a|an|their own|your own|sound|audio|video)|bring|use)"
)
_FILMING = pattern(
    r"\b(you|visitors?|public|press|journalists?|reporters?|anyone|anybody|any (person|one|member|"
    r"body|resident)|a (person|visitor|resident|journalist)|people|persons?|attendees|they|media|"
    r"observers|residents|those (present|attending))\b[^.]{0,60}\b(may|can|must|should|are "
    r"(allowed|permitted|welcome|free|asked|entitled) (not )?to|"
    r"(wish|want|intend|plan|propos)(es|ing|s|e)? to|"
    r"is (allowed|permitted|welcome|free|entitled) to)( now| also| not| only| freely| themselves|"
    rf" if they wish| quietly| openly| either)*,? {_RECORDS}\w*\b|"
    rf"\b{_RECORDS}(ing|ming|graphy|graphing|ging|ing)\b[^.]{{0,120}}\b(is|are|be) (not )?(allowed|"
    r"permitted|welcome|forbidden|prohibited|banned|at the discretion)\b|"
    r"\b(permission|consent|leave|requests?|notice|right|policy|protocol|rules|guidance|"
    r"equipment|apply|agree\w*|object\w*)\b[^.]{0,60}\b(to|on|for|about|of|using) "
    rf"([\w-]+ ){{0,2}}{_RECORDS}"
    r"(ing|ming|graphing)?\b"
)
_ASKED = pattern(
    r"^((some|many|several|a few|most|more) )?(people|residents|patients|members of the public|"
    r"visitors|you|readers|we)( sometimes| often| have| are| may)*( been)? "
    r"(ask(ed|ing)?|wonder(ed)?|want to know)( us)? (about|whether|if|why|for|when|how)\b"
)
_YES = pattern(
    r"^(yes|you can|of course|certainly|indeed|absolutely|we do|they are|it is|they all are|sure|"
    r"by all means|please do|always|every|all|any(one|body)|then|just|simply|use|click|follow|open|"
    r"join|tune|log|dial|go to|come to|visit|find)\b|\b(link|button|screen|channel|youtube|teams|"
    r"zoom|online|page)\b"
)
_SAYS_YES = pattern(r"^(yes|you can|of course|certainly|indeed|absolutely|we do|they (all )?are)\b")


def tells_to_watch(page: Page, index: int) -> list[str]:
    """Give the sentences of a block that tell of watching from afar, or that one cannot.

    A question tells nothing without its answer; what members do among themselves is not for the
    public; and where visitors may film, nobody need show the meeting to others.
    """
    block = page.blocks[index]
    said = [
        s
        for s in sentences(block.text)
        if _ONLINE.search(s)
        and _ONLINE.search(_NOT_SHOWN.sub("", s))
        and not _FILMING.search(s)
        and not _is_of_members(s)
        and (not _asks(s) or _affirmed(answer_to(page, index, s)))
    ]
    asked = block.head.endswith("?") and _ONLINE.search(block.head)
    return said or ([block.text] if asked and _SAYS_YES.search(block.text) else [])


def _asks(sentence: str) -> bool:
    """Say whether a sentence is a question or tells that people have asked one."""
    return sentence.endswith("?") or bool(_ASKED.search(sentence))


def _is_of_members(sentence: str) -> bool:
    """Say whether a sentence tells how members join, in all of it or up to a semicolon."""
    clause, _, rest = sentence.partition(";")
    return bool(_OF_MEMBERS.search(clause)) and not (_PUBLIC.search(clause) or _ONLINE.search(rest))


def _affirmed(answer: tuple[str, ...]) -> bool:
    """Say whether an answer is yes, or tells where to look."""
    refused = says_no(answer) or any(state(s) != "now" or _SHUT.search(s) for s in answer)
    return not refused and any(map(_YES.search, answer))


def is_for_few(words: str) -> bool:
    """Say whether words speak of staff or members who join from afar, not of the public."""
    return bool(_INTERNAL.search(_WITH_STAFF.sub(" ", words)))


def is_shut(sentence: str) -> bool:
    """Say whether a sentence holds that there is nothing to watch, or only for those who ask."""
    return bool(_SHUT.search(sentence))


def is_of_meeting(words: str) -> bool:
    """Say whether words speak of something that can be watched as it happens."""
    return bool(_OF_A_MEETING.search(words))
