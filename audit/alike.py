"""Pair names with duties that no list of roles knows, by the company they keep.

"Looking after the money: Ann Example" tells a role where "Chief nurse: Bo Bell" stands beside it.
"""

from collections.abc import Iterator

from audit.names import is_name, is_role, split
from audit.page import Block, Page
from audit.words import pattern

_DUTY_FIRST = pattern(r"^([^:.?!\n]{3,60}): *(.{5,80})$")
_AFTER_NAME = pattern(r" *[,(–—|\n]| - ")
_FEWEST = 2  # known pairs of the same form
_MOST_WORDS = 7
_TELLING = frozenset(("td", "th"))

Pair = tuple[str, str, int, int]


def with_alike(page: Page, known: list[Pair]) -> Iterator[Pair]:
    """Yield pairs of name and role, and after them those of the same form on a page."""
    yield from known
    taken = {at for _, _, *both in known for at in both}
    yield from _in_lines(page, taken, known)
    yield from _in_rows(page, taken, known)
    found = list(_run_together(page, taken)) if page.is_pdf else []
    yield from found if len(found) > _FEWEST else ()


def _in_lines(page: Page, taken: set[int], known: list[Pair]) -> Iterator[Pair]:
    """Find "Duty: Name" and "Duty: Name, Name" where roles are told like that."""
    alike = [
        _form(page.blocks[at])
        for name, role, at, other in known
        if at == other and page.blocks[at].text.startswith(role) and ":" in page.blocks[at].text
    ]
    for index, block in enumerate(page.blocks):
        told = _DUTY_FIRST.match(block.text) if index not in taken else None
        if not told or alike.count(_form(block)) < _FEWEST:
            continue
        names = [part.strip() for part in told[2].replace(" and ", ", ").split(",")]
        if all(map(is_name, names)):
            yield from ((name, told[1].strip(), index, index) for name in names)


def _in_rows(page: Page, taken: set[int], known: list[Pair]) -> Iterator[Pair]:
    """Find rows of a duty and a name with more behind it, where other rows pair the same cells."""
    paired = sum(bool(page.blocks[at].row) for _, _, at, _ in known)
    for cells in page.rows.values() if paired >= _FEWEST else ():
        if taken & set(cells) or len(cells) < _FEWEST:
            continue
        first, second = (page.blocks[at].text for at in cells[:2])
        name = str(_AFTER_NAME.split(second)[0]).strip() if second else ""
        duty = first and len(first.split()) <= _MOST_WORDS and not is_name(first)
        told = duty and not split(first) and page.blocks[cells[0]].tag in _TELLING
        if told and is_name(name):
            yield name, first, cells[1], cells[0]


def _run_together(page: Page, taken: set[int]) -> Iterator[Pair]:
    """Find lines of a role and then a name with no mark between, as columns of a PDF come out."""
    for index, block in enumerate(page.blocks):
        for line in block.text.split("\n") if index not in taken else ():
            words = line.split()
            if len(words) > _MOST_WORDS + _FEWEST:
                continue
            for at in range(1, len(words) - 1):
                role, name = " ".join(words[:at]), " ".join(words[at:])
                if is_name(name) and is_role(role):
                    yield name, role, index, index
                    break


def _form(block: Block) -> tuple[str, int, str]:
    """Give what makes blocks alike: element, level and place."""
    return block.tag, block.level, block.place
