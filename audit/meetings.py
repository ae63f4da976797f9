"""Find the dates of the board's meetings in public."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from audit import owners
from audit.boards import BOARD, MEETING, OTHER_MEETING, board_context, is_diary
from audit.dates import dates, months_come_first
from audit.model import Fact
from audit.page import Block, Page, row_text
from audit.site import Site
from audit.subjects import is_of_another
from audit.words import any_of, pattern, sentence_with

_TOGETHER = pattern(r"\b(in common|jointly|together)\b")
_NOT_A_DATE_OF_MEETING = any_of(
    r"until \d{1,2}(st|nd|rd|th)? (of )?[a-z]{3}\w*|passed to|kept (here )?(for|until)",
    r"posted|published|updated|uploaded|implementing|effective( from)?|come into (force|effect)",
    r"last (modified|updated|reviewed|changed)|deadline|closing date|by (noon|5pm|midday)",
    r"no later than|copyright|elected|appointed|approved (on|at|\d+)",
    r"joined (the|our|as|in|on|from|nhs)|terms? (of office )?(\w+ )?(ends?|expires?|runs?|lasts?)",
    r"(stands?|stood|steps?|stepped|standing|stepping) down|retire[sd]?|took (office|up|over)",
    r"position (at|as)|as at|declared|brought up to date|correct (at|as at|on)",
    r"apply (through|by|to|before|via|on)|applications?|interviews?",
    r"questions? (by|before|must)|born|since|established|formed on|closed on|dissolved",
)
_A_YEAR = pattern(r"\b(19|20)\d\d\b")
_IN_ADDRESS = pattern(r"\b(20\d\d)-\d\d-\d\d\b")
_ENTRY_YEAR = pattern(r"\W*([a-z]+,? )?(\d{1,2}(st|nd|rd|th)? [a-z]+|[a-z]+ \d{1,2}),? 20\d\d\b")
_OF_A_YEAR = pattern(r"^\W*((?:19|20)\d\d)\b")
_TO_COME = any_of(r"next|forthcoming|coming|future|upcoming|today('?s)?")
_NOT_A_COLUMN = any_of(r"terms?|ends?|expir\w+|appointed|elected|joined|updated|published|deadline")
_NOT_A_MEETING = pattern(
    r"\bmeet (the |our |your )?(\w+ )?(team|staff|people|board|members|councillors|directors|"
    r"doctors|chair)\b|\bmeeting[- ]?rooms?\b"
)
_KINDS = frozenset(("meeting", "papers", "board", "home", "about", "news"))
_FULL_OF_MEETINGS = frozenset(("meeting", "papers", "board", "home", "about"))
_PLACES = frozenset(("main", "repeat", "aside"))
_SURELY_BOARD = any_of(
    r"governing (body|board|council)|board|full (council|commission|authority)|council meeting"
)
_REGULAR = any_of(r"(regular|special|full) (commission |council |board )?(meetings?|sessions?)")
_SOME_COMMITTEE = pattern(r"\b(\p{Lu}[\w&’'-]+ ){1,4}[Cc]ommittee( [Mm]eeting)?s?\b", cased=True)
_OPEN = any_of(
    r"public(ly)?|observ(e|ers?|ing)|all (are )?welcome|welcome to|anyone|anybody|everyone|attend",
    r"doors? (is |are |wide )?open|in the open|open doors?|sit in|come (and|to)|listen|gallery",
    r"come along|join us|open (to|meeting)|watch|residents",
)
_CLOCK = pattern(r"\b\d{1,2}([.:]\d\d)? ?[ap]\.?m\b|\b\d\d[:.]\d\d\b|\bnoon\b")
_IN_PUBLIC = any_of(r"meet(s|ings?)?( are| is)?( held)? in public|held in public")
_COMMITTEE = any_of(r"(sub-?)?committees?|panel|forum|congress")
_OF_COMMITTEES = pattern(r"^(committee|sub-?committee|group|panel|forum)s?( name)?$")
_IS_BOARD = pattern(r"^(the |our )?(next )?(governing (body|council)|board|full council|cabinet)\b")
_PAPERS = any_of(r"agendas?|papers|minutes?|packs?|bundles?")
_DATES = any_of(r"dates|diary|calendar|timetable|programme|when|next")
_VENUE = pattern(r"^(where|place|venue|location|room|address)\b")
_PLACED = pattern(r"\b(at|in|near|from) (the )?\p{Lu}", cased=True)
_CANCELLED = any_of(
    r"cancel (the|its|our|this|all)|cancell?(ed|ation)|postponed|stood down|private|closed session"
)
_MOVED = any_of(
    r"(re-?scheduled|re-?arranged|moved|changed|postponed|put back|brought forward) "
    r"(to|until|on|for)"
)
_OF_DOCUMENTS = any_of(r"resolutions?|ordinances?|related documents")
_OF_AN_ELECTION = pattern(r"^,? (\w+ ){0,2}elections?\b")
_DIGITS = frozenset("0123456789")
_LONGEST = 1500
_MOST_ENTRIES = 60  # between the words over a list and one of its entries
_LONGEST_LINE = 120
_NEAR_ENTRIES = 6


def meetings(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find dates of the board's meetings; label `board` or `other`, state as the words say."""
    if page.is_pdf or (page.kinds and not _KINDS & set(page.kinds)):
        return
    american = months_come_first(page.text)
    year = ""
    for index, block in enumerate(page.blocks):
        year = _year_over(block, year) if block.level else year
        apart = block.place not in _PLACES or len(block.text) > _LONGEST
        if apart or _DIGITS.isdisjoint(block.text) or _NOT_A_COLUMN.search(block.column):
            continue
        if not _at_meeting(page, index) or not _tells_of_board(page, index):
            continue
        context = f"{' '.join(block.headings)} {page.title} {block.column}"
        context = f"{context} {' '.join(_IN_ADDRESS.findall(_addresses(block)))}"
        context = context if _A_YEAR.search(context) else year or _year_beside(page, index)
        found = dates(block.text, today=today, context=context, months_first=american)
        for seen in found:
            sentence = sentence_with(block.text, block.text[seen.start : seen.end]) or block.text
            after = block.text[seen.end :]
            if not seen.exact or _NOT_A_DATE_OF_MEETING.search(sentence):
                continue
            if _OF_AN_ELECTION.search(after) or _marks_an_item(block, seen.start, seen.end):
                continue
            wider = f"{row_text(page, block)} {sentence}"
            ours = site.mentions_self(wider) or _TOGETHER.search(wider)
            theirs = is_of_another(site, block.text, sentence) or (
                site.closed and seen.value > today
            )
            yield Fact(
                kind="meeting",
                value=seen.value.isoformat(),
                label=_label(site, page, index, wider),
                owner="other"
                if theirs
                else "own"
                if ours
                else _stranger(site, page, block, wider) or "own",
                quote=sentence,
                state=_state(f"{wider} {block.head} {page.name}", sentence, after),
                when=seen.value,
                place=block.place,
                detail={"block": str(index)},
            )


def _year_over(heading: Block, year: str) -> str:
    """Give the year that days below a heading are of, where it or one of meetings before says so.

    Ranks do not tell: "2018 Board Meetings" may be the smallest heading of all.
    """
    named = _OF_A_YEAR.match(heading.text)
    if named:
        return str(named[1])
    return year if _meets(heading.text) and not _TO_COME.search(heading.text) else ""


def _year_beside(page: Page, index: int) -> str:
    """Give the year of the dated entries before and after one in a list, where both say the same.

    "12 October 2023", "26 October", "9 November 2023".
    """
    block = page.blocks[index]
    before = page.blocks[max(0, index - _NEAR_ENTRIES) : index][::-1]
    after = page.blocks[index + 1 : index + 1 + _NEAR_ENTRIES]
    year = _nearest_year(block, before)
    return year if year == _nearest_year(block, after) else ""


def _nearest_year(block: Block, side: tuple[Block, ...]) -> str:
    """Give the year of the first dated entry on one side of a block in the same list."""
    entries = (b for b in side if b.tag == block.tag and b.headings == block.headings)
    dated = (_ENTRY_YEAR.match(b.text) for b in entries if not b.row)
    return next((found[0][-4:] for found in dated if found), "")


def _addresses(block: Block) -> str:
    return " ".join(link.href for link in block.links)


def _state(wider: str, sentence: str, after: str) -> str:
    """Tell whether a date still stands; of a meeting that was moved, the first date does not."""
    moved = _MOVED.search(sentence)
    if moved:
        return "ended" if _MOVED.search(after[: len(sentence)]) else "now"
    return "ended" if _CANCELLED.search(wider) else "now"


def _stranger(site: Site, page: Page, block: Block, wider: str) -> str:
    """Name another organisation whose meetings the words are about, or the heading above them."""
    over = block.head or page.name
    named = owners.stranger(site, over)
    placed = _PLACED.search(over) and named != "council"
    return owners.stranger(site, wider) or ("" if placed else named)


def _tells_of_board(page: Page, index: int) -> bool:
    """Say whether an entry among news and events speaks of the board itself; elsewhere it may."""
    block = page.blocks[index]
    ours = not page.kinds and BOARD.search(f"{page.name} {page.lead}")
    if not is_diary(page, block) and (ours or _FULL_OF_MEETINGS & set(page.kinds)):
        return True
    text = row_text(page, block) or _entry(page, index)
    columns = " ".join(page.blocks[at].column for at in page.rows.get(block.row, ()))
    invites = bool(_OPEN.search(text))
    meets = _meets(f"{text} {columns}") or (invites and bool(_CLOCK.search(text)))
    return (len(text) < _LONGEST_LINE or invites) and meets and bool(_SURELY_BOARD.search(text))


def _entry(page: Page, index: int) -> str:
    """Give what a diary says of a day: the block, a heading of its own, and what it heads."""
    block = page.blocks[index]
    head = block.head if block.head != page.name else ""
    below = (b.text for b in page.blocks[index + 1 : index + 2] if block.level)
    return " ".join(filter(None, (head, block.text, *below)))


def _label(site: Site, page: Page, index: int, wider: str) -> str:
    block = page.blocks[index]
    if site.is_board and _is_of_itself(site, page, block, wider):
        return "board"
    columns = {page.blocks[at].column.strip() for at in page.rows.get(block.row, ())}
    named = f"{wider} {block.head}"
    theirs = _SOME_COMMITTEE.search(named) and "committee" not in site.body.name.lower()
    theirs = theirs or OTHER_MEETING.search(wider) or any(map(_OF_COMMITTEES.match, columns))
    if theirs and not _SURELY_BOARD.search(wider):
        return "other"
    row = row_text(page, block)
    ours = _SURELY_BOARD.search(row) and not OTHER_MEETING.search(row)
    if ours or _REGULAR.search(f"{wider} {block.head} {page.name}"):
        return "board"
    over = _lead_in(page, index) or block.head or page.name
    silent = not BOARD.search(wider) or _COMMITTEE.search(over)
    if silent and OTHER_MEETING.search(over) and not _SURELY_BOARD.search(f"{over} {wider}"):
        return "other"
    said = board_context(page, block)
    return "board" if said == "board" or (not said and "board" in page.kinds) else "other"


def _marks_an_item(block: Block, start: int, end: int) -> bool:
    """Say whether a day is that of an item of business: "Petition (9/9/19)", or a resolution."""
    held = block.text[max(0, start - 1) : start] == "(" and block.text[end : end + 1] == ")"
    listed = _OF_DOCUMENTS.search(block.head) and not _meets(block.head)
    return bool((held and not block.links) or listed) and not _meets(block.text)


def _is_of_itself(site: Site, page: Page, block: Block, wider: str) -> bool:
    """Say whether the board or committee that the nearest words name is the body itself."""
    rings = (wider, block.column, *reversed(block.headings), page.name, page.title)
    name = site.body.name.lower()
    kind = " ".join(name.split()[-2:])
    told = (w for w in rings if OTHER_MEETING.search(w) or kind in w.lower())
    words = next(told, "").strip()
    committee = _SOME_COMMITTEE.search(words)
    called = (committee[0] if committee else words).lower().removesuffix(" meeting")
    return bool(called) and (called in name or name in called or not OTHER_MEETING.search(words))


def _lead_in(page: Page, index: int) -> str:
    """Give the words that end in a colon just over the rows or entries that a block is one of."""
    block, before = page.blocks[index], page.blocks[max(0, index - _MOST_ENTRIES) : index]
    above = (b for b in reversed(before) if not b.row and b.tag != "li" and b.text)
    last = next(above, None) if block.row or block.tag == "li" else None
    leads = last is not None and not last.level and last.text.endswith(":")
    return last.text if last is not None and leads else ""


def _at_meeting(page: Page, index: int) -> bool:
    """Say whether a block, its headings or its page speak of a meeting."""
    block = page.blocks[index]
    if _meets(block.text) or _meets(" ".join((*block.headings, block.column))):
        return True
    if len(block.text) >= _LONGEST_LINE and not block.row:
        seated = BOARD.search(block.text) and _OPEN.search(block.text)
        return bool("meeting" in page.kinds and seated)
    own = " ".join((page.name, *page.link_texts))
    if _is_entry_of_board(page, index, own):
        return True
    timed = block.row and _CLOCK.search(row_text(page, block))
    venue = any(_VENUE.match(page.blocks[at].column) for at in page.rows.get(block.row, ()))
    timed = timed and (venue or _IN_PUBLIC.search(page.text))
    return "meeting" in page.kinds or _meets(own) or bool(timed)


def _is_entry_of_board(page: Page, index: int, own: str) -> bool:
    """Say whether a day stands among the board's: by the term before it, its papers or its page."""
    block = page.blocks[index]
    if len(block.text) >= _LONGEST_LINE:
        return False
    if block.tag == "dd" and _IS_BOARD.match(_term(page, index)):
        return True
    told = BOARD.search(f"{own} {page.lead} {block.head}")
    if not told or is_diary(page) or "news" in page.kinds:
        return False
    cells = [page.blocks[at] for at in page.rows.get(block.row, ())] or [block]
    papers = any(_PAPERS.search(f"{c.column} {link.text}") for c in cells for link in c.links)
    papers = papers or any(_PAPERS.search(c.column) for c in cells)
    listed = "papers" in page.kinds and bool(block.links)
    return papers or listed or bool(_DATES.search(own)) or bool(_OPEN.search(page.lead))


def _term(page: Page, index: int) -> str:
    """Give the term that a description stands under."""
    before = page.blocks[max(0, index - _MOST_ENTRIES) : index]
    return next((b.text for b in reversed(before) if b.tag == "dt"), "")


@lru_cache(maxsize=1024)
def _meets(text: str) -> bool:
    """Say whether a text speaks of a meeting; "Meet our team" and meeting rooms are none."""
    return bool(MEETING.search(_NOT_A_MEETING.sub("", text)))
