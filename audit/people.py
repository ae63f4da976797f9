"""Find named people with their roles, paired within one block, row or card.

Role words are denser on pages without names than on pages with them, so a role alone proves
nothing; and a list of who attended a meeting is not a board.
"""

from collections.abc import Iterator
from dataclasses import replace

from audit.alike import with_alike
from audit.grids import role_below
from audit.holdings import holdings
from audit.model import Fact
from audit.names import MOST_ROLE, is_name, is_only_role, split
from audit.page import Block, Page
from audit.seats import (
    fill_seats,
    group_of,
    introduces,
    is_of_chair,
    is_of_one_sitting,
    is_of_others,
    is_past,
    is_praise,
    is_seat,
    sits,
    tells_who_came,
)
from audit.site import Site
from audit.states import state
from audit.words import any_of, pattern, sentences

_GENERIC_HEAD = pattern(
    r"\b(our|members|directors|board|governing body|committee|team|people|executives|"
    r"councillors|representatives|observers|participants|officers|partners|leads|nurses|"
    r"doctors)$"
)
_PLACES = frozenset(("main", "aside", "repeat"))
_COLUMN = any_of(
    r"role|position|title|job|seat|represent(ing|ation|s)|ward|party|swydd|(appointed|nominated) by"
)
_SEAT_COLUMN = pattern(
    r"^((our|the|your) )?(county |town |parish |community )?(cllrs?|councillors?|directors?|"
    r"trustees?|governors?|commissioners?|elected members?|cynghorydd|cynghorwyr)$"
)
_HOLDING_COLUMN = any_of(r"interests?|declar\w+|conflicts?|holdings?|(other|outside) \w+")
_EMPTY = pattern(r"^(n/?a|none|tb[ac]|vacan(t|cy)|[\s?.–—-]*)$")
_BY = any_of(r"(appointed|nominated|elected) by")
_LONGEST_HEAD = 90
_LONGEST_PAIR = 2  # lines of a block that is one name and role
_NEAR = 3  # blocks between a name and its role
_NEAR_CELLS = 5
_LONGEST_LIST = 40  # entries
_ABOVE = 12  # blocks before a name that may introduce it
_SHORTEST_INTRO = 40
_LONGEST_INTRO = 600
_MOST_SPACES = 16
_MOST_SENTENCE_SPACES = 8
_NO_HEADING = 9


def people(site: Site, page: Page) -> Iterator[Fact]:
    """Find people with roles; `group` says whether page and headings speak of the board.

    People who together fill its seats are the board, whatever their page is called.
    """
    held = dict(holdings(page))
    found = [f for f in _people(site, page) if f.label not in held.values() or is_seat(f.label)]
    plain = not is_of_others(f"{page.name} {' '.join(page.link_texts)}") and not page.is_pdf
    table = [f for f in found if f.detail["group"] != "attendance" and not _is_apart(page, f)]
    seated = plain and fill_seats(f.label for f in table)
    for fact in found:
        moved = seated and fact in table
        yield replace(fact, detail={**fact.detail, "group": "board"}) if moved else fact


def _is_apart(page: Page, fact: Fact) -> bool:
    """Say whether the heading over a person is of staff, a committee or others off the board."""
    return is_of_others(page.blocks[int(fact.detail["block"])].head)


def _people(site: Site, page: Page) -> Iterator[Fact]:
    seen: set[str] = set()
    attendance = is_of_one_sitting(page)
    for name, role, at, other in with_alike(page, list(pairs(page))):
        block = page.blocks[at]
        above = " / ".join(block.headings)
        intro = _introduction(page, at)
        attendance = attendance or tells_who_came(above, intro, block.text)
        if name.lower() in seen:
            continue
        seen.add(name.lower())
        gone = is_past(above, intro) or state(sentences(role)[0]) == "ended"
        linked = (link.text for link in block.links if name in link.text)
        seated = introduces(_announced(page, at)) or is_of_chair(page, role)
        seated = (
            seated
            or bool(_SEAT_COLUMN.match(block.column.strip()))
            or (sits(role) and not is_of_others(above))
        )
        group = "attendance" if attendance else "board" if seated else group_of(page, above)
        yield Fact(
            kind="person",
            value=name,
            label=role[:MOST_ROLE],
            owner=_owner(site, f"{page.title} / {above}"),
            quote=block.text or next(linked, name),
            state="ended" if gone else "now",
            place=block.place,
            detail={"group": group, "block": str(at), "role_block": str(other)},
        )


def _owner(site: Site, above: str) -> str:
    """Name whose people are meant; those who praise the body are not its own."""
    return site.mentions_other(above) or ("other" if is_praise(above) else "own")


def _announced(page: Page, at: int) -> str:
    """Give the paragraph just before the list that a block stands in."""
    block = page.blocks[at]
    before = (b for b in page.blocks[max(0, at - _LONGEST_LIST) : at][::-1] if b.tag != block.tag)
    last = next(before, block)
    return last.text if last.place == block.place and not last.level else ""


def _introduction(page: Page, at: int) -> str:
    near = page.blocks[max(0, at - _ABOVE) : at]
    said = (b.text for b in near if b.place == "main" and len(b.text) > _SHORTEST_INTRO)
    return " ".join(said)[-_LONGEST_INTRO:]


def pairs(page: Page) -> Iterator[tuple[str, str, int, int]]:
    """Yield (name, role, index of the name's block, index of the role's block)."""
    used: set[int] = set()
    turned = _turned(page)
    mixed = {b.headings for b in page.main if not b.level and is_only_role(b.text)}
    for index, block in enumerate(page.blocks):
        if block.place not in _PLACES or index in used:
            continue
        within = _in_block(block, headed=block.headings not in mixed)
        for name, role in within:
            yield name, role, index, index
        if within or not is_name(block.text):
            continue
        if _SEAT_COLUMN.match(block.column.strip()) and _partner_in_row(page, index) is None:
            yield block.text.strip(" ,.:*"), block.column, index, index
            continue
        turned_back = index in turned and index - 1 not in used
        partner = index - 1 if turned_back else _partner(page, index, used)
        if partner is not None:
            used.update((index, partner))
            yield block.text.strip(" ,.:*"), _told(page.blocks[partner]), index, partner


def _turned(page: Page) -> frozenset[int]:
    """Find the names of lists in which every role stands before its name."""
    found: set[int] = set()
    run: list[int] = []
    names = 0
    for index, block in enumerate(page.blocks):
        plain = block.place == "main" and not block.row
        wants_name = len(run) % 2 == 1
        fits = is_name(block.text) if wants_name else is_only_role(block.text)
        if plain and fits:
            run.append(index)
            names += wants_name
            continue
        found.update(_run_of_roles(run, names))
        run, names = ([index] if plain and is_only_role(block.text) else []), 0
    found.update(_run_of_roles(run, names))
    return frozenset(found)


def _run_of_roles(run: list[int], names: int) -> list[int]:
    """Give the names of a run that has as many as roles, and so ends with one."""
    return run[1::2] if names > 1 and len(run) == 2 * names else []


def _told(block: Block) -> str:
    """Give the role in a block: its first line, after who appoints when its column says so."""
    role = block.text.split("\n")[0][:MOST_ROLE]
    return f"{block.column}: {role}" if _BY.search(block.column) else role


def _in_block(block: Block, *, headed: bool) -> list[tuple[str, str]]:
    """Give the names that stand in a block with their roles, or under a heading that is one.

    A heading is nobody's role when roles stand under it too (`headed` is false).
    """
    if not block.text:
        shown = (split(link.text) for link in block.links if link.kind == "a")
        return [pair for pair in shown if pair]
    whole = _in_lines(block.text)
    if whole:
        return whole
    under = _under_role(block) if headed else ""
    return [(under, block.head)] if under else []


def _under_role(block: Block) -> str:
    """Give the name with which a block begins whose heading is a role, as in an accordion."""
    head = block.head
    if len(head) > _LONGEST_HEAD or not is_only_role(head) or _GENERIC_HEAD.search(head):
        return ""
    first = block.text.split("\n")[0]
    candidates = (first, *(first.partition(mark)[0] for mark in (",", " – ", " (")))
    return next((c.strip(" ,") for c in candidates if is_name(c)), "")


def _may_be_told(text: str) -> bool:
    """Say whether a text is no longer than roles are: a sentence is none."""
    spaces = text.count(" ")
    return spaces <= _MOST_SPACES and not (text.endswith(".") and spaces > _MOST_SENTENCE_SPACES)


def _in_lines(text: str) -> list[tuple[str, str]]:
    """Give the pairs of a block: the whole of it, a line each, or a line after the other."""
    lines = text.split("\n")
    whole = split(text) if len(lines) <= _LONGEST_PAIR else None
    if whole:
        return [whole]
    found = []
    rest = iter(range(len(lines)))
    for at in rest:
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else ""
        pair = split(line)
        if pair:
            found.append(pair)
        elif is_name(line) and is_only_role(following):
            found.append((line.strip(" ,"), following))
            next(rest)
        elif is_name(following) and is_only_role(line):
            found.append((following.strip(" ,"), line))
            next(rest)
    return found


def _partner(page: Page, index: int, used: set[int]) -> int | None:
    """Find the block that holds the role of the name at `index`: in its row, list or card."""
    blocks = page.blocks
    name = blocks[index]
    if name.row:
        beside = _partner_in_row(page, index)
        return role_below(page, index) if beside is None else beside
    after = next((i for i in range(index + 1, index + 1 + _NEAR) if _says(blocks, i)), None)
    before = next((i for i in range(index - 1, index - 1 - _NEAR, -1) if _says(blocks, i)), None)
    for other in (before, after) if name.tag == "dd" else (after, before):
        if other is None or other in used or not _fits(name, blocks[other]):
            continue
        head = blocks[other].level
        above = other == before and head in (1, 2) and head < (name.level or _NO_HEADING)
        if not above or _only_child(blocks, index, other):
            return other
    return None


def _says(blocks: tuple[Block, ...], index: int) -> bool:
    return 0 <= index < len(blocks) and bool(blocks[index].text)


def _partner_in_row(page: Page, index: int) -> int | None:
    blocks = page.blocks
    row = [
        i
        for i in range(max(0, index - _NEAR_CELLS), min(index + _NEAR_CELLS + 1, len(blocks)))
        if i != index
        and blocks[i].row == blocks[index].row
        and blocks[i].text
        and not _HOLDING_COLUMN.search(blocks[i].column)
    ]
    row = [i for i in row if _may_be_told(blocks[i].text.partition("\n")[0])]
    roles = (i for i in row if is_only_role(blocks[i].text))
    by_column = (
        i for i in row if _COLUMN.search(blocks[i].column) and not _EMPTY.match(blocks[i].text)
    )
    return next(roles, next(by_column, None))


def _fits(name: Block, other: Block) -> bool:
    """Say whether a block tells a role and stands in the same card as a name, or under it."""
    text = other.text.split("\n")[0]
    if not is_only_role(text) or other.place != name.place or not _may_be_told(text):
        return False
    ours, theirs = name.boxes[:-2], other.boxes[:-2]
    near = ours == other.boxes[: len(ours)] or theirs == name.boxes[: len(theirs)]
    return near or (name.level > 0 and other.head == name.text)


def _only_child(blocks: tuple[Block, ...], index: int, head: int) -> bool:
    """Say whether no other name follows under a heading: then it may be the role of one."""
    following = blocks[index + 1 : index + 1 + _NEAR]
    return not any(is_name(b.text) for b in following if b.head == blocks[head].text)
