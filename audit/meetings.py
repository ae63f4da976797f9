"""Find the dates of the board's meetings in public."""

from collections.abc import Iterator
from datetime import date

from audit import owners
from audit.boards import MEETING, OTHER_MEETING, board_context
from audit.dates import dates, months_come_first
from audit.model import Fact
from audit.page import Block, Page, row_text
from audit.site import Site
from audit.words import any_of, pattern, sentence_with

_TOGETHER = pattern(r"\b(in common|jointly|together)\b")
_NOT_A_DATE_OF_MEETING = any_of(
    r"until \d+|passed to|kept (here )?(for|until)|posted|published|updated|uploaded",
    r"last (modified|updated|reviewed|changed)|deadline|closing date|by (noon|5pm|midday)",
    r"no later than|copyright|elected|appointed|joined|approved (on|at)",
    r"position (at|as)|as at|declared|brought up to date|correct (at|as at|on)",
    r"questions? (by|before|must)|born|since|established|formed on|closed on|dissolved",
)
_NOT_A_COLUMN = any_of(r"terms?|ends?|expir\w+|appointed|elected|joined|updated|published|deadline")
_NOT_A_MEETING = pattern(
    r"\bmeet (the |our |your )?(\w+ )?(team|staff|people|board|members|councillors|directors|"
    r"doctors|chair)\b|\bmeeting[- ]?rooms?\b"
)
_KINDS = frozenset(("meeting", "papers", "board", "home", "about"))
_PLACES = frozenset(("main", "repeat", "aside"))
_SURELY_BOARD = any_of(r"governing body|board|full council|council meeting")
_CANCELLED = any_of(r"cancelled|postponed|stood down|private|closed session")
_LONGEST = 1500
_LONGEST_LINE = 120


def meetings(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find dates of the board's meetings; label `board` or `other`, state as the words say."""
    if page.is_pdf or not _KINDS & set(page.kinds):
        return
    american = months_come_first(page.text)
    for index, block in enumerate(page.blocks):
        apart = block.place not in _PLACES or len(block.text) > _LONGEST
        apart = apart or bool(_NOT_A_COLUMN.search(block.column))
        if apart or not _at_meeting(page, block):
            continue
        context = f"{' '.join(block.headings)} {page.title} {block.column}"
        found = dates(block.text, today=today, context=context, months_first=american)
        for seen in found:
            sentence = sentence_with(block.text, block.text[seen.start : seen.end]) or block.text
            if not seen.exact or _NOT_A_DATE_OF_MEETING.search(sentence):
                continue
            wider = f"{row_text(page, block)} {sentence}"
            ours = site.mentions_self(wider) or _TOGETHER.search(wider)
            yield Fact(
                kind="meeting",
                value=seen.value.isoformat(),
                label=_label(page, block, wider),
                owner="own" if ours else owners.stranger(site, wider) or "own",
                quote=sentence,
                state="ended" if _CANCELLED.search(wider) else "now",
                when=seen.value,
                place=block.place,
                detail={"block": str(index)},
            )


def _label(page: Page, block: Block, wider: str) -> str:
    if OTHER_MEETING.search(wider) and not _SURELY_BOARD.search(wider):
        return "other"
    said = board_context(page, block)
    return "board" if said == "board" or (not said and "board" in page.kinds) else "other"


def _at_meeting(page: Page, block: Block) -> bool:
    """Say whether a block, its headings or its page speak of a meeting."""
    if _meets(block.text) or _meets(" ".join((*block.headings, block.column))):
        return True
    if len(block.text) >= _LONGEST_LINE and not block.row:
        return False
    own = " ".join((page.name, *page.link_texts))
    return "meeting" in page.kinds or _meets(own)


def _meets(text: str) -> bool:
    """Say whether a text speaks of a meeting; "Meet our team" and meeting rooms are none."""
    return bool(MEETING.search(_NOT_A_MEETING.sub("", text)))
