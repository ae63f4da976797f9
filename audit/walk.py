"""Walk over the tree of a page once, in reading order, and hand what it holds to the writer."""

from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from audit import decode, scripts
from audit.blocks import Writer
from audit.fields import CONTROLS, OpenForm, labels_of, read_form
from audit.page import Block, Form, Link, squeeze
from audit.places import Attributes, place_of
from audit.words import pattern

_BLOCKS = frozenset(
    (
        "address article aside blockquote body button caption center dd details dialog div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol "
        "option p pre section summary table tbody td tfoot th thead tr ul"
    ).split()
)
_SKIPPED = frozenset(
    "script style template noscript svg head object canvas math select datalist".split()
)
_EMBEDS = frozenset(("iframe", "video", "audio", "embed", "source", "lite-youtube", "frame"))
_PLAYERS = "embed[src], iframe[src], param[name=movie], param[name=src]"
_PANELS = frozenset(("div", "section", "article", "dd", "li", "ul"))
_EMPHASES = frozenset(("b", "strong", "th", "em"))
_INLINE = frozenset(("a", "b", "em", "i", "small", "span", "strong", "time"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
_TYPED = frozenset(("text", "email", "tel"))
_TOGGLE = frozenset(("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle"))
_TABS = "[aria-controls], [role=tab][href], a[data-toggle][href^='#'], a[data-bs-toggle][href^='#']"
_CARD_PARTS = "div, p, h2, h3, h4, h5"
_DAY = pattern(r"\d{1,2} \p{L}")

END_OF_FORM = "end of form"
_MOST_NODES = 60_000
_MOST_TABS = 500
_MOST_NESTED = 16  # links and emphases within each other whose words are read
_MOST_DEPTH = 200  # boxes within each other in which reversed addresses are read
_LONGEST_BOLD = 160
_LONGEST_TAB = 120


class Walk:
    """The state of one walk over a page."""

    def __init__(self, *, base: str, tree: LexborHTMLParser) -> None:
        self._base = base
        self._writer = Writer()
        self._tree = tree
        self._forms: list[OpenForm] = []
        self._loose: list[OpenForm] = []
        self._open: OpenForm | None = None
        self._nested = 0
        self._wordless = 0
        self._tabs = _tabs(tree)
        self._written = scripts.written_into(tree)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What was read."""
        return tuple(self._writer.blocks)

    def run(self, root: LexborNode) -> None:
        """Walk the tree without recursion: hostile pages nest by the thousand."""
        stack: list[tuple[bool, LexborNode, str, str]] = [(True, root, "main", "body")]
        count = 0
        while stack and count < _MOST_NODES:
            begins, node, place, tag = stack.pop()
            if not begins:
                self._leave(tag)
                continue
            count += 1
            if node.is_text_node:
                self._writer.say(node.text_content or "")
                if self._open is not None:
                    self._open.said.append(node.text_content or "")
            elif node.is_comment_node and node.comment_content == END_OF_FORM:
                self._open = None
            elif node.is_element_node:
                name = node.tag or ""
                attributes = node.attributes
                here = place_of(node, name, place, attributes)
                if name in CONTROLS:
                    self._control(node, here)
                if name in _SKIPPED:
                    self._skip(node, name, here)
                elif self._enter(node, here, name, attributes):
                    stack.append((False, node, here, name))
                    children = [(True, child, here, name) for child in _children(node)]
                    stack.extend(reversed(children))
        self._writer.flush()
        self._writer.drop_layout()

    def read_forms(self) -> tuple[Form, ...]:
        """Read every form met on the way, then what asks for a message outside any."""
        loose = [form for form in self._loose if any(c.tag == "textarea" for c in form.controls)]
        labels = labels_of(self._tree) if self._forms or loose else {}
        return tuple(
            read_form(form, join(self._base, form.node.attributes.get("action") or ""), labels)
            for form in (*self._forms, *loose)
        )

    def _control(self, node: LexborNode, place: str) -> None:
        """Note a field; those outside any form make one together, up to the next heading."""
        kind = (node.attributes.get("type") or "text").lower()
        typed = node.tag == "textarea" or (node.tag == "input" and kind in _TYPED)
        if self._open is None and typed and place == "main" and node.parent is not None:
            path = self._writer.path(place)
            self._open = OpenForm(node=node.parent, headings=path, place=place)
            self._loose.append(self._open)
        if self._open is not None:
            self._open.controls.append(node)

    def _skip(self, node: LexborNode, name: str, place: str) -> None:
        """Read what matters in an element whose text is not for reading."""
        if name == "object":
            self._embed(name, place, _played(node))
        if name == "noscript":
            for address in decode.addresses_in(node.text() or ""):
                self._writer.link("", f"mailto:{address}", kind="cloak")
        for address, target in scripts.written_by(node) if name == "script" else ():
            if target not in self._written:
                self._writer.uncloak(address)

    def _words(self, node: LexborNode, *, parted: bool = False) -> str:
        """Give the words within an element; `parted` sets the boxes of a card apart."""
        if self._nested > _MOST_NESTED:
            return ""
        card = parted and node.css_first(_CARD_PARTS) is not None
        return squeeze(node.text(separator=" " if card else ""))

    def _enter(self, node: LexborNode, place: str, name: str, attributes: Attributes) -> bool:
        """Begin an element; say whether to go into it."""
        if name in ("br", "img", "input", "textarea"):
            self._mark(node, place, name, attributes)
            return False
        if name in _EMBEDS:
            self._embed(name, place, attributes)
            return name in ("video", "audio")
        if name in _INLINE and self._stands_apart(node):
            self._writer.say("\n")
        self._nested += name == "a" or name in _EMPHASES
        self._uncover(node, name, attributes)
        if name == "a":
            self._anchor(node, attributes)
        elif name in _EMPHASES:
            self._writer.embolden(self._words(node)[:_LONGEST_BOLD])
        if name in _BLOCKS:
            toggles = name == "button" and bool(_TOGGLE & attributes.keys())
            self._writer.begin(name, place, toggles=toggles)
            self._structure(node, name, place, attributes)
        return True

    def _stands_apart(self, node: LexborNode) -> bool:
        """Say whether a style alone parts an element from the one just before: "Ann Abel|Chair"."""
        last = node.prev
        if last is None or last.tag not in _INLINE or self._nested > _MOST_NESTED:
            return False
        before, after = last.text(), node.text()
        parted = before[-1:].islower() or before[-1:].isdigit()
        begins = after[:1].isupper() or (before[-1:].islower() and _DAY.match(after))
        return parted and bool(begins) and " " in f"{before}{after}"

    def _leave(self, name: str) -> None:
        """End an element."""
        self._nested -= name == "a" or name in _EMPHASES
        if name in _BLOCKS:
            self._writer.end(name)

    def _mark(self, node: LexborNode, place: str, name: str, attributes: Attributes) -> None:
        """Read an element that holds nothing but itself."""
        if name == "img":
            alt = squeeze(attributes.get("alt") or attributes.get("title") or "")
            parent = node.parent
            if alt and not (parent is not None and parent.mem_id == self._wordless):
                self._writer.emit(alt, "img", place)
        else:
            self._writer.say("\n" if name == "br" else " ")

    def _uncover(self, node: LexborNode, name: str, attributes: Attributes) -> None:
        """Note the address that an element hides from machines but shows to visitors."""
        address = ""
        style = (attributes.get("style") or "").replace(" ", "").lower()
        if name == "joomla-hidden-mail":
            first, last = (decode.base64_text(attributes.get(k) or "") for k in ("first", "last"))
            address = f"{first}@{last}" if first and last else ""
        elif attributes.get("id") in self._written:
            address = self._written[attributes["id"] or ""]
        elif attributes.get("data-cfemail"):
            address = decode.cloudflare(attributes["data-cfemail"] or "")
        elif "bidi-override" in style or attributes.get("dir") == "rtl":
            address = (
                decode.reversed_email(node.text() or "") if self._writer.depth < _MOST_DEPTH else ""
            )
        elif name in ("a", "span"):
            address = scripts.data_email(attributes)
        if address:
            self._writer.link(self._words(node), f"mailto:{address}", kind="cloak")

    def _structure(self, node: LexborNode, name: str, place: str, attributes: Attributes) -> None:
        """Note a form, and the words of the tab that opens a panel."""
        if name == "form":
            self._writer.begin_form(len(self._forms))
            self._open = OpenForm(node=node, headings=self._writer.path(place), place=place)
            self._forms.append(self._open)
        elif name in _HEADINGS and self._loose and self._open is self._loose[-1]:
            self._open = None
        label = self._tabs.get(attributes.get("id") or "")
        if label and name in _PANELS:
            self._writer.head(place, label)

    def _anchor(self, node: LexborNode, attributes: Attributes) -> None:
        href = (attributes.get("href") or "").strip()
        text = self._words(node, parted=True)
        self._wordless = 0 if text else node.mem_id
        if not href or href[:11].lower() == "javascript:":
            return
        title = squeeze(attributes.get("aria-label") or attributes.get("title") or "")
        text = text or title or _picture_words(node)
        if "/cdn-cgi/l/email-protection#" in href:
            address = decode.cloudflare(href.partition("#")[2])
            if address:
                self._writer.link(text, f"mailto:{address}", kind="cloak", title=title)
                return
        whole = href.lower().startswith(("mailto:", "tel:"))
        self._writer.link(text, href if whole else join(self._base, href), title=title)

    def _embed(self, name: str, place: str, attributes: Attributes) -> None:
        sources = (attributes.get(key) for key in ("src", "data-src", "data-lazy-src"))
        source = next(filter(None, sources), "")
        if name == "lite-youtube" and attributes.get("videoid"):
            source = f"https://www.youtube.com/embed/{attributes['videoid']}"
        if not source:
            return
        title = squeeze(attributes.get("title") or attributes.get("aria-label") or "")
        kind = "audio" if name == "audio" else "embed"
        link = Link(text=title, href=join(self._base, source), kind=kind, title=title)
        self._writer.emit(title, "embed", place, links=(link,))


def _played(node: LexborNode) -> Attributes:
    """Give what an `object` shows by its own address or by the player within it."""
    player = node.css_first(_PLAYERS)
    inner = player.attributes if player is not None else {}
    source = node.attributes.get("data") or inner.get("src") or inner.get("value")
    return {"title": inner.get("title"), **node.attributes, "src": source}


def join(base: str, href: str) -> str:
    """Make an address absolute; nothing when it is none."""
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def _tabs(tree: LexborHTMLParser) -> dict[str, str]:
    """Give the words of tabs and toggles by the id of the panel that each opens."""
    found: dict[str, str] = {}
    for node in tree.css(_TABS)[:_MOST_TABS]:
        target = node.attributes.get("aria-controls") or node.attributes.get("href") or ""
        if target.lstrip("#"):
            found.setdefault(target.lstrip("#"), squeeze(node.text())[:_LONGEST_TAB])
    return found


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _picture_words(node: LexborNode) -> str:
    """Give the words of the picture or icon that a link consists of."""
    image, icon = node.css_first("img[alt]"), node.css_first("title")
    alt = squeeze((image.attributes.get("alt") or "") if image else "")
    return alt or (squeeze(icon.text()) if icon else "")
