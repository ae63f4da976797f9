"""Find ways to watch meetings as they happen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit import owners
from audit.boards import BOARD, MEETING, OTHER_MEETING, board_context
from audit.dates import dates
from audit.model import Fact
from audit.page import Block, Page, row_text
from audit.site import Site
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
    r"at) \d+([.:]\d+)?( ?[ap]m)?",
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
    r"join (the|this|our) meeting|livestream|live event",
    r"watch (the|our|this) (meeting|live)|remote(ly)? (viewing|access)",
    r"take part( \w+){0,8} from home",
    r"online link|virtual(ly)?( meetings?)? (in public|open to)",
    r"(from|on) your own (home|sofa|computer|phone|screen)|live (relay|transmission|coverage)",
)
STREAM_HOSTS = pattern(
    r"(public-i\.(tv|info)|teams\.microsoft\.com/l/meetup-join|"
    r"teams\.microsoft\.com/(meet|_#/broadcast|.*broadcast)|teams\.live\.com|"
    r"events\.teams\.microsoft|zoom\.us/(j|w|webinar|meeting)|"
    r"youtube\.com/(live|watch\?v=live|@[^/]+/(live|streams)|channel/[^/]+/live|"
    r"c/[^/]+/live|user/[^/]+/live)|facebook\.com/[^/]+/live|webex\.com|vimeo\.com/event|"
    r"livestream\.com|civico\.net|auditel\.tv|webcast|gotowebinar|streamyard)"
)
_INTERNAL = any_of(
    r"staff|internal|members only",
    r"(board |committee )?(members|directors|officers|executives|councillors)( of the (board|"
    r"governing body|committee|"
    r"council))?( (may|can|could|will|must|might|sometimes|often|also|are able to))* "
    r"(join|use|dial|connect|attend|take part|participate|log (in|on)|who are unwell)",
    r"(members|directors) (who|that) ([\w'’]+ ){1,6}(may|can|could|will) (join|take part|attend|"
    r"dial)",
    r"you will (attend|be expected)|vacanc(y|ies)|applicants?|candidates?|time commitment",
    r"(members|directors|they) met (on|by|over|via|using)|(link|room|call) (is|was) for members",
    r"(committees|groups|panels|staff|officers) (meet|sit) (on|by|over|via|online)",
    r"(chair|chief \w+|mayor|leader|clinicians?|doctors?|nurses?)( \w+){0,2} (goes|go|is|are) live",
    r"in their invitation|a member who|for members of the (board|committee) only",
    r"observers? admitted|training|colleagues|intranet|test meeting",
)
EVENT = any_of(
    r"webinar|agm|annual general meeting|annual public meeting|event|launch|training",
    r"staff (webinars?|meetings?|briefings?|events?|conference)",
    r"conference|drop-in|workshop|seminar|class|q ?& ?a|open evening",
    r"(information|training|listening|engagement|feedback|taster|drop-in|q ?& ?a|advice) sessions?",
)
_FILMING = pattern(
    r"\b(you|visitors|members of the public|press|anyone|people|attendees|"
    r"those (present|attending))\b[^.]{0,60}\b(may|can|"
    r"are (allowed|permitted|welcome|free) to|wish(es|ing)? to|"
    r"who want to)\b[^.]{0,40}\b(film|record|photograph|blog|tweet|broadcast|take photo|"
    r"report)\b"
)
_SHUT = any_of(
    r"not (be )?(stream|broadcast|shown|webcast|possible|able)",
    r"cannot (be )?(view|watch|stream|shown|follow)|no (live|stream|webcast|link)",
    r"do(es)? not (stream|webcast|broadcast)|in person only|only in person",
    r"ask(ing)? (for|us for) (a|the) link by|email(ing)? .{0,30}for (a|the) link",
    r"prior request|request(ed)? (a|the) link",
)
_OUT = frozenset(("cookie", "share", "nav", "crumbs"))
_WEBINAR = any_of(r"webinars?")
_A_MEETING = any_of(
    r"(governing body|board|council|all|every|each|our|these)\b[^.]{0,20}\bmeetings?",
    r"webinar link|teams webinar",
)
_NOT_SOON = pattern(r"\b(next year|from (april|spring|january)|20\d\d|pilot|trial)")
_NO_STREAM = pattern(r"/(downloads?|support|help|pricing)(\.html?)?(/|$)")
_OVER = any_of(
    r"(trial|experiment|pilot|scheme|service|stream(s|ing)?|webcast(s|ing)?|broadcast(s|ing)?|"
    r"they|it|this|these|we)( \w+){0,3} (came to an end|ended|stopped|ceased|finished|"
    r"(was|were|has been|have been) (ended|stopped|dropped|discontinued|withdrawn|abandoned))",
    r"(ended|stopped|dropped|abandoned|discontinued|gave up|given up) (the|this|our|live) "
    r"(trial|experiment|pilot|service|stream(s|ing)?|webcast(s|ing)?|broadcast(s|ing)?)",
)
_MAYBE = any_of(
    r"(may|might|could)( soon| one day| later| yet)? (come|start|begin|follow|be (shown|streamed|"
    r"broadcast|webcast|offered|filmed))",
)
_THEIRS = any_of(r"its|their|they|the (committee|panel|council)('s)?")
_OUR_MEETINGS = any_of(r"our|we|us|governing (body|board|council)|the board|in public")
_REGULAR = pattern(
    r"\b(every|each|all)\b[^.]{0,40}\b(is|are|be) (shown|streamed|webcast|broadcast)|"
    r"link will be|shortly before|on the (day|morning)"
)
_KEPT = any_of(r"recording|recorded|film(ed)? of")
_AGAIN = any_of(r"(watch|see|view)( [\w-]+){0,6} again|catch[- ]?up|listen again")
_LIVE = any_of(r"live|join|as (it|they)")
_LONGEST_VALUE = 200
_LONGEST_HEAD = 80


def streams(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find ways to watch meetings as they happen; label `board`, `event` or `other`."""
    for index, block in enumerate(page.blocks):
        if block.place in _OUT or (block.level and not block.links):
            continue
        leading = (k.href for k in block.links if STREAM_HOSTS.search(k.href))
        href = next((href for href in leading if not _NO_STREAM.search(href)), "")
        said = [s for s in sentences(block.text) if _ONLINE.search(_NOT_SHOWN.sub("", s))]
        near = f"{block.text} {block.head} {page.name}"
        if href or (said and ("meeting" in page.kinds or _OF_A_MEETING.search(near))):
            link = next((k for k in block.links if k.href == href), None)
            sentence = said[0] if said else block.text or (link.label if link else "")
            over = not _LIVE.search(sentence) and is_over(when_held(page, block), today)
            yield Fact(
                kind="stream",
                value=href or sentence[:_LONGEST_VALUE],
                label=_label(page, block, sentence),
                owner=site.mentions_other(sentence) or _owner(site, sentence),
                quote=sentence,
                state="past" if over else _state(block.text, said, linked=bool(href)),
                place=block.place,
                detail={"link": href, "block": str(index)},
            )


def when_held(page: Page, block: Block) -> str:
    """Give the words that date what a block links: its row, itself if it is short, its heading."""
    own = row_text(page, block) or (block.text if len(block.text) < _LONGEST_VALUE else "")
    return f"{own} {block.head if len(block.head) < _LONGEST_HEAD else ''}"


def is_over(words: str, today: date) -> bool:
    """Say whether some words, as of a row of a table, date what was on before today."""
    days = [day.value for day in dates(words, today=today)]
    return bool(days) and max(days) < today


def _label(page: Page, block: Block, sentence: str) -> str:
    near = f"{sentence} {block.head} {block.column}"
    if _WEBINAR.search(block.head) and not BOARD.search(near):
        return "event"
    if _INTERNAL.search(near) or _FILMING.search(block.text):
        return "other"
    if _THEIRS.search(sentence) and not _OUR_MEETINGS.search(sentence):
        before = block.text.partition(sentence)[0]
        if OTHER_MEETING.search(before) and not _OUR_MEETINGS.search(block.head):
            return "other"
    if EVENT.search(sentence) and not _A_MEETING.search(sentence):
        return "event"
    about = board_context(page, block)
    if about == "other" and not OTHER_MEETING.search(sentence):
        about = board_context(page, replace(block, text=sentence))
    kinds = set(page.kinds)
    ours = about == "board" or (not about and {"meeting", "papers"} & kinds)
    meets = (
        MEETING.search(near)
        or BOARD.search(block.text)
        or block.row
        or {"meeting", "papers", "board"} & kinds
    )
    return "board" if ours and meets else "other"


def _state(text: str, said: list[str], *, linked: bool) -> str:
    """Tell what the sentences say of watching: now, planned, denied or past."""
    held = {"planned" if _MAYBE.search(s) else state(s) for s in said}
    over = not linked and any(_OVER.search(s) and state(s) == "ended" for s in sentences(text))
    if over or any(_SHUT.search(s) for s in said) or (held and held <= {"denied", "ended"}):
        return "denied"
    if held == {"planned"} and (_NOT_SOON.search(text) if linked else not _REGULAR.search(text)):
        return "planned"
    if _AGAIN.search(text) and not _LIVE.search(text):
        return "past"
    past = said and all(_KEPT.search(s) and not _LIVE.search(s) for s in said)
    return "past" if past and not linked else "now"


def _owner(site: Site, sentence: str) -> str:
    """Name the owner of a meeting when the words give it to somebody else."""
    said = owners.by_words(site, sentence)
    others = said in ("national", "hospital", "other")
    return said if others and not owners.speaks_for_us(sentence) else "own"
