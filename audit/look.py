"""Look at a page: its blocks of text with their headings, links, forms and place.

One walk over the tree of a page (selectolax/lexbor) gives blocks in reading order. Each keeps the
headings above it, the chain of boxes around it and where on the page it stands, so that what
belongs together can be told from what merely follows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

import re2
from selectolax.lexbor import LexborHTMLParser, LexborNode

from audit import decode

_BLOCKS = frozenset(
    "address article aside blockquote body button caption dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table "
    "tbody td tfoot th thead tr ul center".split()
)
_SKIPPED = frozenset("script style template noscript svg head object canvas math select datalist".split())
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7, "legend": 7, "caption": 7}
_PLACES: tuple[tuple[str, re2._Regexp], ...] = (
    ("cookie", re2.compile(r"(?i)\b(cookies?|ccc|gdpr|consent|onetrust|cookie[-_]?\w*)\b")),
    ("share", re2.compile(r"(?i)(^|[\s_-])(share|sharing|addthis|addtoany|sharethis|a2a|sharedaddy|share-?\w*|social-?share)([\s_-]|$)")),
    ("crumbs", re2.compile(r"(?i)(breadcrumbs?|crumbs?|pathway|you-are-here)")),
    ("footer", re2.compile(r"(?i)(^|[\s_-])(footer|foot|colophon|bottom-?bar|subfooter|site-?footer)([\s_-]|$)")),
    ("nav", re2.compile(r"(?i)(^|[\s_-])(nav|navbar|navigation|menu|mainmenu|main-?nav|mainnav|sidenav|side-?menu|topmenu|mega-?menu|quick-?launch|subnav|leftnav|sub-?menu|cssmenu)([\s_-]|$)")),
    ("header", re2.compile(r"(?i)(^|[\s_-])(masthead|site-?header|top-?header|topbar|top-?bar|branding|banner|page-?top|global-?header)([\s_-]|$)")),
)
_TAG_PLACES = {"nav": "nav", "footer": "footer", "header": "header", "aside": "aside"}
_MOST_NODES = 60_000
_CLOAKED = "This email address is being protected"
_LONGEST_HEAD = 100
_SOFT = 7
_LONGEST_ROW = 700
_BOLD_HEADS = frozenset({"p", "div", "li"})
_TOGGLE = frozenset({"aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"})
_RUNS = re2.compile(r"[ \t\r\n\f]+")
_SPACES = re2.compile(r"[\s\x{a0}\x{200b}\x{feff}]+")


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link, embed or decoded address within a block; `start` is its place in the block's text."""

    text: str
    href: str
    start: int = 0
    kind: str = "a"
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph, list item, cell, heading or picture text, as a visitor reads it."""

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
    bold: str = ""

    @property
    def around(self) -> str:
        """The headings above this block, the column it stands in, then its own words."""
        return " / ".join((*self.headings, self.column, self.text)).strip(" /")


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a form with its label and the limits its attributes set."""

    name: str
    type: str
    label: str = ""
    pattern: str = ""
    maxlength: int | None = None
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form: what it asks for, where it goes, and the headings above it."""

    action: str
    method: str
    fields: tuple[Field, ...]
    headings: tuple[str, ...]
    place: str
    text: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page as a visitor would read it; `blocks` in reading order, links absolute."""

    url: str
    title: str
    blocks: tuple[Block, ...]
    forms: tuple[Form, ...] = ()
    lang: str = ""
    generator: str = ""
    scripts: tuple[str, ...] = ()
    is_pdf: bool = False
    kinds: tuple[str, ...] = ()
    clicks: int = 0
    link_texts: tuple[str, ...] = field(default=())
    parent: str = ""

    @property
    def main(self) -> Iterator[Block]:
        """Blocks of the page's own content, without menus, headers, footers and notices."""
        return (b for b in self.blocks if b.place == "main")

    @property
    def headings(self) -> tuple[str, ...]:
        """Headings of the content, h1 first."""
        found = sorted((b for b in self.main if 1 <= b.level <= 3), key=lambda b: b.level)
        return tuple(b.text for b in found)

    @property
    def text(self) -> str:
        """Everything readable, a line a block."""
        return "\n".join(b.text for b in self.blocks if b.text)

    @property
    def name(self) -> str:
        """What the page calls itself: its first heading, else its title."""
        return next((b.text for b in self.main if b.level in (1, 2)), self.title)


def squeeze(text: str) -> str:
    """Collapse white space, no-break and zero-width characters included."""
    return str(_SPACES.sub(" ", text)).strip()


def look(body: bytes, *, url: str, content_type: str = "") -> Page:
    """Read a page of HTML; whatever the bytes are, a Page comes back."""
    tree = LexborHTMLParser(decode.to_text(body, content_type).replace("\x00", " "))
    root = tree.body or tree.root
    head = tree.head
    base_node = tree.css_first("base[href]")
    base = _join(url, (base_node.attributes.get("href") or "") if base_node else "")
    title = tree.css_first("title")
    html_node = tree.css_first("html")
    generator = head.css_first("meta[name=generator]") if head else None
    walk = _Walk(base, tree)
    if root is not None:
        walk.run(root)
    return Page(
        url=url,
        title=squeeze(title.text()) if title else "",
        blocks=tuple(walk.blocks),
        forms=tuple(walk.read_forms()),
        lang=((html_node.attributes.get("lang") or "") if html_node else "")[:8].lower(),
        generator=squeeze((generator.attributes.get("content") or "") if generator else ""),
        scripts=tuple((n.attributes.get("src") or "")[:300] for n in tree.css("script[src]"))[:60],
    )


def with_place(page: Page, places: dict[int, str]) -> Page:
    """Give the page with the places of some blocks (by their index) replaced."""
    blocks = tuple(
        replace(b, place=places[i]) if i in places else b for i, b in enumerate(page.blocks)
    )
    return replace(page, blocks=blocks)


def _join(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def _place_of(node: LexborNode, tag: str, inherited: str, attributes: dict[str, str | None]) -> str:
    if inherited in ("cookie", "share"):
        return inherited
    words = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"[:300]
    role = attributes.get("role") or ""
    if tag == "main" or role == "main":
        return "main"
    if tag in ("body", "html", "form", "article", "h1", "h2", "h3", "a", "span"):
        return inherited
    if role in ("navigation", "menubar"):
        return "nav"
    if role == "contentinfo":
        return "footer"
    if words.strip():
        for place, pattern in _PLACES:
            if pattern.search(words):
                if place == "header" and tag not in ("div", "header", "section"):
                    continue
                if place == "cookie" and "page" in words:
                    continue
                return place if inherited == "main" or place in ("cookie", "share") else inherited
    if tag in _TAG_PLACES and inherited == "main":
        if tag in ("header", "footer") and _inside_article(node):
            return inherited
        return _TAG_PLACES[tag]
    return inherited


def _inside_article(node: LexborNode) -> bool:
    parent = node.parent
    for _ in range(12):
        if parent is None:
            return False
        if parent.tag in ("article", "main", "section", "li", "blockquote", "figure"):
            return True
        parent = parent.parent
    return False


class _Walk:
    """The state of one walk over a page; `blocks` holds the result."""

    def __init__(self, base: str, tree: LexborHTMLParser) -> None:
        self.base = base
        self.tree = tree
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.length = 0
        self.links: list[Link] = []
        self.bold: list[str] = []
        self.headings: dict[str, list[tuple[int, str, int]]] = {}
        self.forms: list[tuple[LexborNode, tuple[str, ...], str]] = []
        self.boxes: list[int] = []
        self.box = 0
        self.row = 0
        self.columns: list[list[str]] = []
        self.cell: list[int] = []
        self.form = -1
        self.toggles = False
        self.first_row = False
        self.count = 0
        self.open: list[tuple[str, str]] = [("body", "main")]
        self.labels: dict[str, str] = {}
        for node in tree.css("[aria-controls], [role=tab][href], a[data-toggle][href^='#'], a[data-bs-toggle][href^='#']"):
            target = (node.attributes.get("aria-controls") or node.attributes.get("href") or "").lstrip("#")
            if target:
                self.labels.setdefault(target, squeeze(node.text())[:120])

    def run(self, root: LexborNode) -> None:
        """Walk the tree without recursion: hostile pages nest by the thousand."""
        stack: list[tuple[str, LexborNode, str, str]] = [("in", root, "main", "body")]
        while stack:
            step, node, place, tag = stack.pop()
            if step == "out":
                self.leave(tag)
                continue
            self.count += 1
            if self.count > _MOST_NODES:
                break
            if node.is_text_node:
                self.say(node.text_content or "")
                continue
            if not node.is_element_node:
                continue
            name = node.tag or ""
            if name in _SKIPPED:
                self.skipped(node, name)
                continue
            attributes = node.attributes
            here = _place_of(node, name, place, attributes)
            if not self.enter(node, here, name, attributes):
                continue
            stack.append(("out", node, here, name))
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend(("in", c, here, name) for c in reversed(children))
        self.flush()
        self._drop_layout_rows()

    def _drop_layout_rows(self) -> None:
        """Tables that only lay out a page make no rows: their rows are as long as pages."""
        lengths: dict[int, int] = {}
        for block in self.blocks:
            headed = 1 <= block.level < 4 and block.tag != "th"  # noqa: PLR2004
            lengths[block.row] = lengths.get(block.row, 0) + len(block.text) + _LONGEST_ROW * headed
        whole = self._page_forms()
        self.blocks = [
            replace(
                b,
                row=0 if lengths[b.row] > _LONGEST_ROW else b.row,
                column="" if lengths[b.row] > _LONGEST_ROW else b.column,
                form=-1 if b.form in whole else b.form,
            )
            if b.row or b.form >= 0
            else b
            for b in self.blocks
        ]

    def _page_forms(self) -> set[int]:
        """Forms that wrap a whole page, as ASP.NET's do, hold no block of their own."""
        return {b.form for b in self.blocks if b.form >= 0 and (b.level in (1, 2) or b.place in ("nav", "footer"))}

    def say(self, text: str) -> None:
        """Add words to the block being read."""
        text = text if text == "\n" else str(_RUNS.sub(" ", text))
        if text[:1] == " " and (not self.parts or self.parts[-1][-1:] in " \n"):
            text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)

    def skipped(self, node: LexborNode, name: str) -> None:
        """Read what matters in an element whose text is not for reading."""
        if name == "script" and "src" not in node.attributes:
            source = node.text() or ""
            if "@" in source or "&#64;" in source or "cloak" in source or "%40" in source:
                address = decode.script_email(source)
                if address:
                    said = "".join(self.parts)
                    at = said.rfind(_CLOAKED)
                    self.links.append(Link(text="", href="mailto:" + address, start=at if at >= 0 else len(said), kind="cloak"))
        elif name == "select":
            self.say(" ")

    def link(self, text: str, href: str, *, kind: str = "a", title: str = "") -> None:
        """Note a link at this point of the block being read."""
        self.links.append(Link(text=text, href=href, start=self.length, kind=kind, title=title))

    def enter(self, node: LexborNode, place: str, name: str, attributes: dict[str, str | None]) -> bool:  # noqa: C901, PLR0912
        """Begin an element; say whether to go into it."""
        if name == "br":
            self.say("\n")
            return False
        if name == "img":
            alt = squeeze(attributes.get("alt") or attributes.get("title") or "")
            if alt and not self._within_link(node):
                self.emit(alt, "img", place, links=())
            return False
        if name in ("iframe", "video", "audio", "embed", "source", "lite-youtube", "frame"):
            self._embed(node, name, place, attributes)
            return name in ("video", "audio")
        if name == "joomla-hidden-mail":
            first, last = (decode.base64_text(attributes.get(k) or "") for k in ("first", "last"))
            if first and last:
                self.link(squeeze(node.text()), f"mailto:{first}@{last}", kind="cloak")
            return True
        if name in ("input", "textarea"):
            self.say(" ")
            return False
        code = attributes.get("data-cfemail")
        if code:
            address = decode.cloudflare(code)
            if address:
                self.link(squeeze(node.text()), "mailto:" + address, kind="cloak")
        style = (attributes.get("style") or "").replace(" ", "").lower()
        if "bidi-override" in style or attributes.get("dir") == "rtl":
            address = decode.EMAIL.search((node.text() or "").strip()[::-1])
            if address:
                self.link(squeeze(node.text()), "mailto:" + address.group(0), kind="cloak")
        if name == "a":
            self._anchor(node, attributes)
            return True
        if name in ("b", "strong", "th", "em"):
            self.bold.append(squeeze(node.text())[:160])
        if name in _BLOCKS:
            self.flush()
            self.box += 1
            self.boxes.append(self.box)
            self.open.append((name, place))
            self.toggles = name == "button" and bool(_TOGGLE & attributes.keys())
            self._structure(node, name, place, attributes)
        return True

    def _structure(self, node: LexborNode, name: str, place: str, attributes: dict[str, str | None]) -> None:
        if name == "form":
            self.form = len(self.forms)
            self.forms.append((node, self._path(place), place))
        elif name == "table":
            self.columns.append([])
            self.cell.append(0)
        elif name == "tr":
            self.row += 1
            self.first_row = bool(self.columns) and not self.columns[-1] and self.cell[-1] == 0
            if self.cell:
                self.cell[-1] = 0
        label = self.labels.get(attributes.get("id") or "")
        if label and name in ("div", "section", "article", "dd", "li", "ul"):
            self._push(place, 7, label, len(self.boxes))

    def _path(self, place: str) -> tuple[str, ...]:
        return tuple(text for _, text, _ in self.headings.get(place, []))

    def _push(self, place: str, level: int, text: str, depth: int) -> None:
        """Let a text head what follows; soft heads (level 7 and 8) only within their own box."""
        path = self.headings.setdefault(place, [])
        while path and path[-1][0] >= level:
            path.pop()
        path.append((level, text, depth if level >= _SOFT else 0))

    def _unhead(self) -> None:
        """Take away the soft heads whose box is left."""
        depth = len(self.boxes)
        for path in self.headings.values():
            while path and path[-1][2] > depth:
                path.pop()

    def _anchor(self, node: LexborNode, attributes: dict[str, str | None]) -> None:
        href = (attributes.get("href") or "").strip()
        if not href or href[:11].lower() == "javascript:":
            return
        text = squeeze(node.text())
        title = squeeze(attributes.get("aria-label") or attributes.get("title") or "")
        if not text:
            image = node.css_first("img[alt]")
            text = title or squeeze((image.attributes.get("alt") or "") if image else "")
            icon = node.css_first("title")
            text = text or (squeeze(icon.text()) if icon else "")
        if "/cdn-cgi/l/email-protection#" in href:
            address = decode.cloudflare(href.partition("#")[2])
            if address:
                self.link(text, "mailto:" + address, kind="cloak", title=title)
                return
        absolute = href if href[:7].lower() == "mailto:" or href[:4].lower() == "tel:" else _join(self.base, href)
        self.link(text, absolute, title=title)

    @staticmethod
    def _within_link(node: LexborNode) -> bool:
        parent = node.parent
        return parent is not None and parent.tag == "a" and not squeeze(parent.text())

    def _embed(self, node: LexborNode, name: str, place: str, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src") or attributes.get("data-src") or attributes.get("data-lazy-src") or ""
        if name == "lite-youtube" and attributes.get("videoid"):
            source = f"https://www.youtube.com/embed/{attributes['videoid']}"
        if not source:
            return
        title = squeeze(attributes.get("title") or attributes.get("aria-label") or "")
        link = Link(text=title, href=_join(self.base, source), kind="embed" if name != "audio" else "audio", title=title)
        self.emit(title, "embed", place, links=(link,))

    def leave(self, name: str) -> None:
        """End an element: what was read becomes a block."""
        if name not in _BLOCKS:
            return
        self.flush()
        if self.boxes:
            self.boxes.pop()
            self.open.pop()
            self._unhead()
        if name == "table" and self.columns:
            self.columns.pop()
            self.cell.pop()
        elif name in ("td", "th") and self.cell:
            self.cell[-1] += 1
        elif name == "form":
            self.form = -1

    def flush(self) -> None:
        """Close the block being read, if it says or links anything."""
        raw = "".join(self.parts)
        links, bold = tuple(self.links), self.bold
        self.parts, self.links, self.bold, self.length = [], [], [], 0
        lines = [squeeze(line) for line in raw.split("\n")] if "\n" in raw else [squeeze(raw)]
        text = "\n".join(line for line in lines if line)
        if text or links:
            name, place = self.open[-1]
            self.emit(text, name, place, links=links, bold=" ".join(bold))

    def emit(self, text: str, name: str, place: str, *, links: tuple[Link, ...], bold: str = "") -> None:
        """Add a block, and let it head what follows when it is a heading."""
        level = _HEADINGS.get(name, 0)
        column = ""
        if name in ("td", "th") and self.columns:
            at = self.cell[-1]
            head = name == "th" or (bool(bold) and bold.strip(" :") == text.strip(" :") and self.first_row)
            if head and (not self.columns[-1] or at >= len(self.columns[-1])):
                self.columns[-1].extend([""] * (at + 1 - len(self.columns[-1])))
                self.columns[-1][at] = text[:120]
            elif at < len(self.columns[-1]):
                column = self.columns[-1][at]
        if name == "dt":
            level = 8
        if name == "button" and self.toggles:
            level = 7
        elif name in _BOLD_HEADS and bold and bold.strip(" :") == text.strip(" :") and len(text) < _LONGEST_HEAD:
            level = 8
        path = self._path(place)
        if level and text:
            self._push(place, level, text, len(self.boxes) - 1)
            path = self._path(place)[:-1]
        self.blocks.append(
            Block(
                text=text, tag=name, place=place, headings=path, boxes=tuple(self.boxes), links=links,
                level=level, row=self.row if self.cell else 0, column=column, form=self.form, bold=bold,
            )
        )

    def read_forms(self) -> Iterator[Form]:
        """Read every form met on the way."""
        for node, headings, place in self.forms:
            attributes = node.attributes
            labels = {
                (label.attributes.get("for") or ""): squeeze(label.text()) for label in node.css("label")
            }
            fields = []
            for entry in node.css("input, textarea, select, button"):
                got = entry.attributes
                kind = entry.tag if entry.tag in ("textarea", "select", "button") else (got.get("type") or "text").lower()
                own = labels.get(got.get("id") or "", "") if got.get("id") else ""
                label = own or got.get("aria-label") or got.get("placeholder") or _wrapping(entry) or got.get("title") or _just_before(entry)
                if kind in ("button", "submit"):
                    label = squeeze(entry.text()) or got.get("value") or label
                limit = got.get("maxlength") or ""
                fields.append(
                    Field(
                        name=(got.get("name") or got.get("id") or "")[:120], type=kind, label=squeeze(label)[:200],
                        pattern=got.get("pattern") or "", maxlength=int(limit) if limit.isdecimal() and len(limit) < 9 else None,
                        value=(got.get("value") or "")[:120],
                    )
                )
            yield Form(
                action=_join(self.base, attributes.get("action") or ""), method=(attributes.get("method") or "get").lower(),
                fields=tuple(fields), headings=headings, place=place, text=squeeze(node.text(separator=" "))[:2000],
                name=f"{attributes.get('id') or ''} {attributes.get('name') or ''} {attributes.get('class') or ''}".strip(),
            )


def _wrapping(node: LexborNode) -> str:
    parent = node.parent
    for _ in range(3):
        if parent is None:
            return ""
        if parent.tag == "label":
            return str(parent.text() or "")
        parent = parent.parent
    return ""


def _just_before(node: LexborNode) -> str:
    """The words before a field that has no label of its own."""
    last = node.prev
    for _ in range(3):
        if last is None:
            return ""
        text = squeeze(last.text() if last.is_element_node else last.text_content or "")
        if text:
            return text
        last = last.prev
    return ""


def host_of(url: str) -> str:
    """Give the host of an address in lower case, without `www.`; nothing when there is none."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    return host.removeprefix("www.")
