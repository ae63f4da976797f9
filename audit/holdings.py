"""Find lists of what named people hold: posts, shares and family ties, entry by entry.

A register of interests is told by its form, whatever its page is called: names, and beside each
what they own or do elsewhere, or that it is nothing.
"""

from collections.abc import Iterator

from audit.names import is_name, names_in, split
from audit.page import Block, Page
from audit.words import any_of, pattern

_HELD = any_of(
    r"partner (at|in|of)|(gp|managing|senior|salaried) partner|trustee|"
    r"director(ships?)? (of|at|in)",
    r"director, \p{L}+|non-executive (of|at)|share(s|holder|holdings?)|owns|owner|"
    r"landlord|self-employed",
    r"employ(ed|ee|er|s|ment)|works? (for|at|part)|wife|husband|spouse|son|daughter|sister|brother",
    r"mother|father|(his|her|their) partner|married|cousin|relatives?|governor|volunteers?|patron",
    r"pension|paid|consultancy|fees|sponsor\w*|land|farm|rents?|property|ltd|limited|plc|llp",
    r"charity|hospice|magistrate|(parish|town|borough|county) councillor|member of|"
    r"surgery|practice",
    r"practises?|lectur\w+|professor|university|housing association|school",
    r"none|nil|nothing|no interests?|nil return|n/a",
)
_DECLARED = any_of(
    r"interests?|declar\w+|conflicts?|stakes?|own(s|ed)? up|outside|else|pecuniary|impartial\w*",
    r"elsewhere|owe|other (jobs|roles|work|posts|hats|commitments|paid)|second jobs|ties|"
    r"connections|loyalt(y|ies)",
    r"(told|tell) us|holdings|holds?|gain\w*|sway|colour|two ways|side with|pays?|buddiannau",
)
_NOT_HELD = any_of(r"agenda|minutes|apologies|attendance|in attendance|candidates?|hospitality")
_REST = pattern(r"^[\s,.;:|()–—-]+")
_SURNAME = pattern(
    r"^(\p{Lu}[\p{L}'’-]+,? (\p{Lu}\.? ?){1,3}|(\p{Lu}\.? ?){1,3} \p{Lu}[\p{L}'’-]+)$", cased=True
)  # "Feld, M" and "M Feld"
_FEWEST = 3
_FEWEST_THERE = 2  # on a page of interests
_TWO_THIRDS, _HALF = 0.66, 0.5  # of the entries hold something known


def holdings(page: Page) -> list[tuple[str, str]]:
    """Give the names of a page with what each holds, when it is a list of that."""
    over = " ".join((page.name, page.lead, *page.link_texts, *_columns(page)))
    if not _DECLARED.search(over) or _NOT_HELD.search(page.name):
        return []
    entries = dict(_entries(page))
    told = ((name, next(filter(_HELD.search, said), "")) for name, said in entries.items())
    held = [(name, words) for name, words in told if words]
    fewest = _FEWEST_THERE if "interests" in page.kinds else _FEWEST
    known = _HALF if "interests" in page.kinds else _TWO_THIRDS
    enough = len(held) >= fewest and len(held) >= len(entries) * known
    return held if enough else []


def _columns(page: Page) -> set[str]:
    return {b.column for b in page.main if b.column} | {b.text for b in page.main if b.level}


def _entries(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Yield names with what stands beside them in a row, after them in a line, or under them."""
    under: dict[str, list[str]] = {}
    term = ""
    for block in page.main:
        if block.row or not block.text:
            continue
        if block.tag == "dt":
            term = _named(block.text)
        head = term if block.tag == "dd" else _named(block.head)
        if head and not block.level and block.tag != "dt":
            under.setdefault(head, []).append(block.text)
        else:
            yield from _in_lines(block)
    yield from under.items()
    for row in page.rows.values():
        cells = [page.blocks[at].text for at in row if page.blocks[at].place == "main"]
        name = _named(cells[0]) if cells else ""
        if name:
            yield name, cells[1:]


def _in_lines(block: Block) -> Iterator[tuple[str, list[str]]]:
    for line in block.text.split("\n"):
        name = next(iter(names_in(line)), "")
        if name and line.startswith(name) and _REST.search(line[len(name) :]):
            yield name, [line[len(name) :].strip(" ,:–-")]


def _named(text: str) -> str:
    """Give the person that a cell or heading names, alone or with their role."""
    first = text.partition("\n")[0].strip()
    if is_name(first) or _SURNAME.match(first):
        return first
    pair = split(first)
    return pair[0] if pair and first.startswith(pair[0]) else ""
