"""Find ways to watch meetings as they happen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit import owners
from audit.boards import BOARD, MEETING, OTHER_MEETING, board_context, is_of_host
from audit.dates import dates
from audit.model import Fact
from audit.page import Block, Page, host_of, row_text
from audit.site import Site
from audit.states import state
from audit.subjects import is_of_another
from audit.watching import is_for_few, is_of_meeting, is_shut, tells_to_watch
from audit.words import any_of, pattern, sentences

STREAM_HOSTS = pattern(
    r"(public-i\.(tv|info)|teams\.microsoft\.com/l/meetup-join|"
    r"teams\.microsoft\.com/(meet|_#/broadcast|.*broadcast)|teams\.live\.com|"
    r"events\.teams\.microsoft|zoom\.us/(j|w|webinar|meeting)|"
    r"youtube\.com/(live|watch\?v=live|@[^/]+/(live|streams)|channel/[^/]+/live|"
    r"c/[^/]+/live|user/[^/]+/live)|facebook\.com/[^/]+/live|webex\.com|vimeo\.com/event|"
    r"livestream\.com|civico\.net|auditel\.tv|webcast|gotowebinar|streamyard)"
)
EVENT = any_of(
    r"webinar|agm|annual general meeting|annual public meeting|event|launch|training",
    r"staff (webinars?|meetings?|briefings?|events?|conference)",
    r"conference|drop-in|workshop|seminar|class|q ?& ?a|open evening",
    r"(information|training|listening|engagement|feedback|taster|drop-in|q ?& ?a|advice) sessions?",
)
_OUT = frozenset(("cookie", "share", "nav", "crumbs"))
_WEBINAR = any_of(r"webinars?")
_LIVE_EVENT = any_of(r"live events?|event (ended|link|page)")
_A_MEETING = any_of(
    r"(governing body|board|council|all|every|each|our|these)\b[^.]{0,20}\bmeetings?",
    r"link|teams",
)
_NOT_SOON = pattern(r"\b(next year|from (april|spring|january)|20\d\d|pilot|trial)")
_NO_STREAM = pattern(r"/(downloads?|support|help|pricing|meetingoptions)(\.html?)?([/?]|$)")
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
_LIVE = any_of(
    r"live|join|as (it|they)|while (the|a|our|we|it)( \w+)? (is|are|goes) ((going|carrying) )?on"
)
_LONGEST_VALUE = 200
_LONGEST_HEAD = 80


def streams(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find ways to watch meetings as they happen; label `board`, `event` or `other`."""
    for index, block in enumerate(page.blocks):
        if block.place in _OUT or (block.level and not block.links):
            continue
        href = next((k.href for k in block.links if _streams(site, k.href)), "")
        said = tells_to_watch(page, index)
        near = f"{block.text} {block.head} {page.name}"
        if href or (said and ("meeting" in page.kinds or is_of_meeting(near))):
            link = next((k for k in block.links if k.href == href), None)
            sentence = said[0] if said else block.text or (link.label if link else "")
            over = not _LIVE.search(sentence) and is_over(when_held(page, block), today)
            yield Fact(
                kind="stream",
                value=href or sentence[:_LONGEST_VALUE],
                label=_label(site, page, block, sentence),
                owner=site.mentions_other(sentence) or _owner(site, block, sentence),
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


def _streams(site: Site, href: str) -> bool:
    """Say whether an address is one of a stream; a page of the body's own speaks for itself."""
    host = host_of(href) if site.owns(href) else href
    return bool(STREAM_HOSTS.search(host)) and not _NO_STREAM.search(href)


def _label(site: Site, page: Page, block: Block, sentence: str) -> str:
    near = f"{sentence} {block.head} {block.column}"
    if _WEBINAR.search(block.head) and not BOARD.search(near):
        return "event"
    if is_for_few(near) or is_of_host(site, sentence, block.text, block.head, page.name):
        return "other"
    if _THEIRS.search(sentence) and not _OUR_MEETINGS.search(sentence):
        before = block.text.partition(sentence)[0]
        if OTHER_MEETING.search(before) and not _OUR_MEETINGS.search(block.head):
            return "other"
    told = _LIVE_EVENT.sub(" ", sentence)
    if EVENT.search(told) and not _A_MEETING.search(EVENT.sub(" ", told)):
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
    if over or any(is_shut(s) for s in said) or (held and held <= {"denied", "ended"}):
        return "denied"
    if held == {"planned"} and (_NOT_SOON.search(text) if linked else not _REGULAR.search(text)):
        return "planned"
    if _AGAIN.search(text) and not _LIVE.search(text):
        return "past"
    past = said and all(_KEPT.search(s) and not _LIVE.search(s) for s in said)
    return "past" if past and not linked else "now"


def _owner(site: Site, block: Block, sentence: str) -> str:
    """Name the owner of a meeting when the words give it to somebody else."""
    if is_of_another(site, block.text, sentence):
        return "other"
    said = owners.by_words(site, sentence)
    others = said in ("national", "hospital", "other")
    return said if others and not owners.speaks_for_us(sentence) else "own"
