"""A page as a visitor reads it: blocks of text with their headings, links, forms and place."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

_ZERO_WIDTH = str.maketrans("\u200b\ufeff", "  ")
_CONTENT_HEADS = (1, 2, 3)
_LEAD = 300
_LONGEST_NAME = 500


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link, embed or decoded address within a block; `start` is its place in the block's text.

    `kind` is a (an anchor), cloak (a hidden address made plain), embed or audio.
    """

    text: str
    href: str
    start: int = 0
    kind: str = "a"
    title: str = ""

    @property
    def label(self) -> str:
        """What a visitor may quote of the link: its text, title or address."""
        return self.text or self.title or self.href


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph, list item, cell, heading or picture text, as a visitor reads it.

    `place` is main, nav, header, footer, aside, crumbs, cookie, share or repeat; `level` is 1-6 for
    a heading, 7 and 8 for what heads only its own box, 0 for other text; `row` and `form` number
    the table row and the form it stands in (0 and -1 for none).
    """

    text: str
    tag: str
    place: str
    headings: tuple[str, ...]
    boxes: tuple[int, ...]
    links: tuple[Link, ...] = ()
    level: int = 0
    row: int = 0
    column: str = ""
    form: int = -1

    @property
    def head(self) -> str:
        """The nearest heading above, or nothing."""
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a form with its label, what it is filled with, and the limits it sets."""

    name: str
    type: str
    label: str = ""
    value: str = ""
    pattern: str = ""
    maxlength: int | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form: what it asks for, where it goes, and the headings above it."""

    action: str
    fields: tuple[Field, ...]
    headings: tuple[str, ...]
    place: str
    text: str
    name: str = ""

    @property
    def head(self) -> str:
        """The nearest heading above, or nothing."""
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Page:
    """A page as a visitor would read it; `blocks` in reading order, links absolute.

    Two pages are the same only when they are one object, which keeps them cheap keys of caches.

    `clicks` counts from home, `link_texts` are the words of links to the page, `parent` is the name
    of the page it was first linked from.
    """

    url: str
    title: str
    blocks: tuple[Block, ...]
    forms: tuple[Form, ...] = ()
    scripts: tuple[str, ...] = ()
    is_pdf: bool = False
    kinds: tuple[str, ...] = ()
    clicks: int = 0
    link_texts: tuple[str, ...] = ()
    parent: str = ""

    @cached_property
    def main(self) -> tuple[Block, ...]:
        """Blocks of the page's own content, without menus, headers, footers and notices."""
        return tuple(b for b in self.blocks if b.place == "main")

    @property
    def text(self) -> str:
        """Everything readable, a line a block."""
        return "\n".join(b.text for b in self.blocks if b.text)

    @cached_property
    def name(self) -> str:
        """What the page calls itself: its first heading, else its title."""
        heads = (b.text for b in self.main if b.level in _CONTENT_HEADS[:2])
        return next(heads, self.title)[:_LONGEST_NAME]

    @cached_property
    def lead(self) -> str:
        """The first words of the page's own text."""
        said = (b.text for b in self.main if b.form < 0 and not b.level)
        return " ".join(said)[:_LEAD]

    @cached_property
    def rows(self) -> dict[int, tuple[int, ...]]:
        """The indices of the blocks of each table row."""
        found: dict[int, list[int]] = {}
        for index, block in enumerate(self.blocks):
            if block.row:
                found.setdefault(block.row, []).append(index)
        return {row: tuple(indices) for row, indices in found.items()}

    @cached_property
    def row_texts(self) -> dict[int, str]:
        """The words of each table row."""
        return {
            row: " ".join(self.blocks[index].text for index in indices)
            for row, indices in self.rows.items()
        }

    @cached_property
    def form_texts(self) -> tuple[tuple[str, ...], ...]:
        """The texts of the blocks within each form."""
        found: list[list[str]] = [[] for _ in self.forms]
        for block in self.blocks:
            if block.form >= 0 and block.text:
                found[block.form].append(block.text)
        return tuple(map(tuple, found))


def row_text(page: Page, block: Block) -> str:
    """Give the words of the table row that a block stands in; nothing outside tables."""
    return page.row_texts.get(block.row, "")


def squeeze(text: str) -> str:
    """Collapse white space, no-break and zero-width characters included."""
    return " ".join(text.translate(_ZERO_WIDTH).split())


def with_place(page: Page, places: dict[int, str]) -> Page:
    """Give the page with the places of some blocks (by their index) replaced."""
    blocks = tuple(
        replace(b, place=places[i]) if i in places else b for i, b in enumerate(page.blocks)
    )
    return replace(page, blocks=blocks)


@lru_cache(maxsize=4096)
def host_of(url: str) -> str:
    """Give the host of an address in lower case, without `www.`; nothing when there is none."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    return host.removeprefix("www.")
