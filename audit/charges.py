"""Say what the people of a page look after, by the sentences that stand over a contact."""

from collections.abc import Iterator

from audit.page import Block, Page
from audit.words import any_of, pattern, sentences

_IN_CHARGE = any_of(
    r"looks? after|looking after|in charge of|responsible for|takes? care of|oversees?|handles?",
    r"(leads?|works?|working) (on|for|in|with|our|the)|runs?|deals? with|coordinat\w+|organises?",
    r"teams?|offices?|officers?|managers?|desk|leads?|head of|job|paid to",
    r"(is|are|they're) (our|here to)",
    r"point of contact|colleagues|crew|unit|pair|duo|trio|(two|three|four|five) (people|of us)",
)
_ONLY_A_WAY = pattern(
    r"^((by|on|via|or|our|the|their|how to|ways to|your|use) )*((tele)?phone|tel|e-?mail|post|"
    r"letter|contact\w*( details| information)?|get in touch|get hold|reach\w*|ring|"
    r"call|writ\w+|text|address|where|talk to us|in person|who to \w+( to)?)"
    r"( (with|of|to|for))?( us| them| him| her| (the|our) ([a-z]+ )?team)?\W*$"
)
_MOST_ABOVE = 6  # blocks
_HARD = range(1, 7)  # levels of headings


def told_above(page: Page, index: int) -> Iterator[str]:
    """Yield sentences over a block on who is in charge of something, nearest first.

    They end where a heading begins that names more than a way to reach somebody.
    """
    for block in _above(page, index):
        if block.level in _HARD and not _ONLY_A_WAY.search(block.text):
            return
        if not block.level and not block.row:
            yield from (s for s in reversed(sentences(block.text)) if _IN_CHARGE.search(s))


def _above(page: Page, index: int) -> Iterator[Block]:
    place = page.blocks[index].place
    first = max(0, index - _MOST_ABOVE)
    yield from (b for b in reversed(page.blocks[first:index]) if b.place == place)
