"""Put the words of a page into blocks as its elements begin and end.

Each block keeps the headings above it, the chain of boxes around it and the place, row, column and
form it stands in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from audit.page import Block, Link, squeeze

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SOFT = 7  # the level of what heads no more than its own box
_SOFTEST = 8
_LAST_SECTION = 3  # the lowest level of heading that no row of data holds
_LEVELS = {**_HEADINGS, "summary": _SOFT, "legend": _SOFT, "caption": _SOFT, "dt": _SOFTEST}
_BOLD_HEADS = frozenset(("p", "div", "li"))
_CLOAKED = "This email address is being protected"
_RUNS = re.compile(r"[ \t\r\n\f]+")
_MOST_BOXES = 200
_LONGEST_BLOCK = 20_000
_LONGEST_HEAD = 500
_LONGEST_BOLD_HEAD = 100
_LONGEST_COLUMN = 120
_LONGEST_ROW = 700

_LAST_PARTS = 16  # of a block, in which a script's address replaces a notice


@dataclass(kw_only=True)
class _Table:
    """What is known of a table half-way through: heads of columns, and the cell that is next."""

    heads: list[str] = field(default_factory=list)
    cell: int = 0
    row: int = 0


class Writer:
    """The state of one page half-way through; `blocks` holds the result."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._length = 0
        self._links: list[Link] = []
        self._bold: list[str] = []
        self._heads: dict[str, list[tuple[int, str, int]]] = {}
        self._open: list[tuple[str, str]] = [("body", "main")]
        self._boxes: list[int] = []
        self._box = 0
        self._tables: list[_Table] = []
        self._rows = 0
        self._around: set[int] = set()
        self._first_row = False
        self._form = -1
        self._toggles = False

    @property
    def depth(self) -> int:
        """How many boxes are open."""
        return len(self._open) - 1

    def begin(self, name: str, place: str, *, toggles: bool = False) -> None:
        """Open a box; a button that `toggles` heads what it shows."""
        self.flush()
        self._box += 1
        if len(self._boxes) < _MOST_BOXES:
            self._boxes.append(self._box)
        self._open.append((name, place))
        self._toggles = toggles
        if name == "table":
            self._around.update(table.row for table in self._tables[-1:])
            self._tables.append(_Table())
        elif name == "tr":
            self._rows += 1
            self._first_row = False
            if self._tables:
                table = self._tables[-1]
                self._first_row = not table.heads and table.cell == 0
                table.cell, table.row = 0, self._rows

    def begin_form(self, number: int) -> None:
        """Let what follows stand in a form."""
        self._form = number

    def end(self, name: str) -> None:
        """Close the box of an element: what was read becomes a block."""
        self.flush()
        self._open.pop()
        if len(self._open) <= len(self._boxes):
            self._boxes.pop()
        for path in self._heads.values():
            while path and path[-1][2] >= len(self._open):
                path.pop()
        if name == "table" and self._tables:
            self._tables.pop()
        elif name in ("td", "th") and self._tables:
            self._tables[-1].cell += 1
        elif name == "form":
            self._form = -1

    def say(self, text: str) -> None:
        """Add words to the block being read."""
        text = text if text == "\n" else _RUNS.sub(" ", text)
        if text[:1] == " " and (not self._parts or self._parts[-1][-1:] in " \n"):
            text = text[1:]
        if text:
            self._parts.append(text)
            self._length += len(text)

    def link(self, text: str, href: str, *, kind: str = "a", title: str = "") -> None:
        """Note a link at this point of the block being read."""
        self._links.append(Link(text=text, href=href, start=self._length, kind=kind, title=title))

    def uncloak(self, address: str) -> None:
        """Note an address that a script writes in place of the last notice, or at this point."""
        last = "".join(self._parts[-_LAST_PARTS:])
        at = last.rfind(_CLOAKED)
        start = self._length - len(last) + at if at >= 0 else self._length
        self._links.append(Link(text="", href=f"mailto:{address}", start=start, kind="cloak"))

    def embolden(self, text: str) -> None:
        """Note that some words of the block being read are bold."""
        self._bold.append(text)

    def head(self, place: str, text: str) -> None:
        """Let a text head the box that was opened last."""
        self._push(place, _SOFT, text, self.depth)

    def path(self, place: str) -> tuple[str, ...]:
        """Give the headings that hold at this point."""
        return tuple(text for _, text, _ in self._heads.get(place, []))

    def _push(self, place: str, level: int, text: str, depth: int) -> None:
        """Let a text head what follows; soft heads only within the box at `depth`."""
        path = self._heads.setdefault(place, [])
        while path and path[-1][0] >= level:
            path.pop()
        path.append((level, text[:_LONGEST_HEAD], depth if level >= _SOFT else 0))

    def flush(self) -> None:
        """Close the block being read, if it says or links anything."""
        raw = "".join(self._parts)
        links, bold = tuple(self._links), " ".join(self._bold)
        self._parts, self._links, self._bold, self._length = [], [], [], 0
        text = "\n".join(filter(None, map(squeeze, raw.split("\n"))))
        if text or links:
            name, place = self._open[-1]
            for piece, its_links in _pieces(text, links):
                self.emit(piece, name, place, links=its_links, bold=bold)

    def emit(
        self, text: str, name: str, place: str, *, links: tuple[Link, ...] = (), bold: str = ""
    ) -> None:
        """Add a block, and let it head what follows when it is a heading."""
        is_bold = bool(bold) and bold.strip(" :") == text.strip(" :")
        column = self._column(text, name, is_bold=is_bold)
        level = _LEVELS.get(name, 0)
        if name == "button" and self._toggles:
            level = _SOFT
        elif name in _BOLD_HEADS and is_bold and len(text) < _LONGEST_BOLD_HEAD:
            level = _SOFTEST
        path = self.path(place)
        if level and text:
            self._push(place, level, text, len(self._open) - 2)
            path = self.path(place)[:-1]
        self.blocks.append(
            Block(
                text=text,
                tag=name,
                place=place,
                headings=path,
                boxes=tuple(self._boxes),
                links=links,
                level=level,
                row=self._tables[-1].row if self._tables else 0,
                column=column,
                form=self._form,
            )
        )

    def _column(self, text: str, name: str, *, is_bold: bool) -> str:
        """Give the head of the column that a cell stands in; a head itself is noted instead."""
        if name not in ("td", "th") or not self._tables:
            return ""
        table = self._tables[-1]
        heads, at = table.heads, table.cell
        is_head = name == "th" or (is_bold and self._first_row)
        if is_head and (not heads or at >= len(heads)):
            heads.extend([""] * (at + 1 - len(heads)))
            heads[at] = text[:_LONGEST_COLUMN]
            return ""
        return heads[at] if at < len(heads) else ""

    def drop_layout(self) -> None:
        """Forget tables and forms that only lay out a page.

        The rows of such tables are as long as pages or hold tables; such forms, as ASP.NET's, hold
        its menus.
        """
        lengths = dict.fromkeys(self._around, _LONGEST_ROW + 1)
        whole: set[int] = set()
        for block in self.blocks:
            headed = 1 <= block.level <= _LAST_SECTION and block.tag != "th"
            longer = len(block.text) + (_LONGEST_ROW if headed else 0)
            lengths[block.row] = lengths.get(block.row, 0) + longer
            holds = block.level in (1, 2) or block.place in ("nav", "footer")
            if holds and block.form >= 0:
                whole.add(block.form)
        for index, block in enumerate(self.blocks):
            layout = block.row > 0 and lengths[block.row] > _LONGEST_ROW
            if layout or block.form in whole:
                self.blocks[index] = replace(
                    block,
                    row=0 if layout else block.row,
                    column="" if layout else block.column,
                    form=-1 if block.form in whole else block.form,
                )


def _pieces(text: str, links: tuple[Link, ...]) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Part a block that is longer than any paragraph, and its links by where they stand."""
    start = 0
    while len(text) - start > _LONGEST_BLOCK:
        end = max(text.rfind(" ", start, start + _LONGEST_BLOCK), start + _LONGEST_BLOCK // 2)
        within = (link for link in links if start <= link.start < end)
        yield text[start:end].strip(), tuple(replace(k, start=k.start - start) for k in within)
        start = end
    rest = (link for link in links if link.start >= start) if start else links
    yield text[start:].strip(), tuple(replace(k, start=k.start - start) for k in rest)
