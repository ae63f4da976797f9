"""Say whose meetings the words of a page speak of: the board's or others'."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from audit.page import Block, Page
from audit.site import Site
from audit.words import any_of, pattern

BOARD = any_of(
    r"governing bod(y|ies)|governing (board|council)|board|full council|council meetings?",
    r"meetings? of the council|cabinet|the council|y cyngor|trustees|directors",
    r"meet(s|ing|ings)? in public|in public",
    r"full (authority|commission)|authority meetings?|meetings? of the authority",
    r"the authority (meets|sits)",
    r"(?-i:Authority), \d+",
)
OTHER_MEETING = any_of(
    r"(primary care|audit|remuneration|quality|finance|planning|scrutiny|licensing|"
    r"personnel|footpaths?|legal|emergency|rules|budget|public safety|commissioning|"
    r"performance|transport|advisory|engagement|"
    r"clinical|executive|assurance|involvement|steering|nominat\w+)( (and|&) \w+)?"
    r"( \w+){0,2} (sub-?)?committee",
    r"sub-?committee|(standing|other|board'?s?) committees",
    r"(drop-?in|advice|councillor|ward) ?surger(y|ies)",
    r"council of (members|representatives)",
    r"patient (and public )?(panel|group|forum|council|congress|voice)|forum|congress",
    r"panel|working group|fair|workshop|training|staff|fun day|open day|private",
    r"closed to the public|not open to the public|carers|seminars?|informally|not in public|"
    r"development sessions?",
    r"congress|clinic|roadshow|coffee|festival|market (stall|day)|\w+ market$|partnership|network",
    r"reference group|(artists?'?|drinks|civic|mayor's|opening) reception|exhibition",
    r"art (show|fair)|concert|parade",
)
MEETING = any_of(
    r"(board|governing body|council|cabinet) in public",
    r"meet(s|ing|ings)?|sits?|sittings?|sessions?|cyfarfod(ydd)?|agm|annual general",
)
_DIARY = any_of(
    r"diary|calendar|events?|what('s| is) (on|happening)|coming up|news|dates for your \w+",
)
_OF_BOARD = pattern(r"\b(governing ?body|board|council|in public|trust board|governing)\b")
_AMONG_OTHERS = any_of(
    r"committees?|groups?|forums?|panels?|congress|events?|workshops?|surgery|surgeries|partnership",
)
_OF_MEETINGS = any_of(
    r"meetings|cyfarfodydd|meeting (dates|calendar|schedule|agendas?|minutes|papers)",
)
_OWN = pattern(f"{BOARD.pattern}|{MEETING.pattern}")
_IN_PUBLIC = any_of(r"(held|meets?|sits?|met) in public")
_EVENTS = any_of(r"events?|(also|else) in the (diary|calendar)|other (dates|engagements)")
_NAMED_BOARD = any_of(r"\w+ (commission|authority|commissioners|trustees)( meetings?)?$")
_PAPERS = any_of(r"minutes|agendas?|papers")
_COME = pattern(
    r"\b(come|attend|watch|visit|sit in|observe|listen|open|welcome)\b[^.]{0,40}\b"
    r"(our|the|an?) (\w+ ){0,2}(meetings?|sittings?|sessions?)\b"
)
_OF_A_HOST = any_of(
    r"cabinet|full council|county council|the council|council meetings?|planning|licensing|"
    r"(other|all other|main) committees|scrutiny|executive",
)
_MOST_PAGES = 64


def board_context(page: Page, block: Block) -> str:
    """Say whose meetings a block speaks of: board, other, or nothing when its words do not tell.

    The nearest words decide: the block's own, its column's, its headings', the page's name; then
    what a page of meetings says of them anywhere.
    """
    if BOARD.search(block.text):
        return "board"
    columns = " ".join(page.blocks[index].column for index in page.rows.get(block.row, ()))
    over = (block.column, columns, *reversed(block.headings), page.name, *page.link_texts)
    for words in (block.text, *over):
        if OTHER_MEETING.search(words):
            return "other"
        if BOARD.search(words) or (words is not block.text and _NAMED_BOARD.search(words)):
            return "board"
    # A title may end in the name of a partnership or a network, which tells nothing.
    if any(named.search(page.title) for named in (BOARD, _NAMED_BOARD)):
        return "board"
    told = {"meeting", "papers"} & set(page.kinds) and (_is_of_board(page) or _of_nobody_else(page))
    told = told or (not page.kinds and _is_told_of(page.lead) and _IN_PUBLIC.search(page.lead))
    return "board" if told else ""


def is_of_host(site: Site, *rings: str) -> bool:
    """Say whether words, nearest first, speak of others' meetings on the system of a host.

    They may where the body is itself a board that a council keeps among its own.
    """
    own = site.body.name.rpartition(" ")[2].lower()
    for words in rings if site.is_board else ():
        if own in words.lower():
            return False
        if _OF_A_HOST.search(words):
            return True
    return False


def is_diary(page: Page, block: Block | None = None) -> bool:
    """Say whether a page lists all that happens, of which the board's meetings are only some.

    With a block, say so of the part of the page that it stands in as well.
    """
    called = " / ".join((page.name, *page.link_texts))
    path = " ".join(re.split(r"[/_-]", urlsplit(page.url).path))
    ours = _OWN.search(called) or BOARD.search(path) or _PAPERS.search(page.name)
    if _is_of_events(page.name) and not ours:
        return True
    apart = (*(h for h in block.headings if h != page.name), block.text) if block else ()
    return any(_EVENTS.search(words) and _is_of_events(words) for words in apart)


def _is_of_events(words: str) -> bool:
    return bool(_DIARY.search(words)) and not _OWN.search(words)


def _is_of_board(page: Page) -> bool:
    address = page.url.replace("-", " ").replace("_", " ")
    return bool(_OF_BOARD.search(address)) or _names_board(page)


@lru_cache(maxsize=_MOST_PAGES)
def _of_nobody_else(page: Page) -> bool:
    """Say whether a page calls itself one of meetings and speaks of no other gathering."""
    called = _OF_MEETINGS.search(page.name) and not is_diary(page)
    return bool(called) and not any(_AMONG_OTHERS.search(b.text) for b in page.main)


@lru_cache(maxsize=_MOST_PAGES)
def _names_board(page: Page) -> bool:
    named = [b for b in page.main if BOARD.search(b.text)]
    return any(MEETING.search(b.text) for b in named) or bool(
        named and (_COME.search(f"{page.name}. {page.lead}") or _is_told_of(page.lead))
    )


def _is_told_of(lead: str) -> bool:
    return bool(BOARD.search(lead)) and not OTHER_MEETING.search(lead)
