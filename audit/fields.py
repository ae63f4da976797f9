"""Read a form: its fields with their labels, and the limits that their attributes set."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from audit.page import Field, Form, squeeze

CONTROLS = frozenset({"input", "textarea", "select", "button"})
_OWN_TYPE = frozenset({"textarea", "select", "button"})
_BOXES = frozenset({"td", "dd", "div", "p", "span", "li"})
_LABELLING = frozenset({"td", "th", "dt", "div", "p", "span", "strong", "b", "label"})
_MOST_FIELDS = 500
_MOST_LABELS = 1000
_LONGEST_NAME = 120
_LONGEST_LABEL = 200
_LONGEST_TEXT = 2000
_MOST_DIGITS = 8
_FAR = 3  # parents or neighbours between a field and its label


@dataclass(frozen=True, kw_only=True)
class OpenForm:
    """A form being read, with the fields and words that follow its start tag up to its end tag."""

    node: LexborNode
    headings: tuple[str, ...]
    place: str
    controls: list[LexborNode] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def labels_of(tree: LexborHTMLParser) -> dict[str, str]:
    """Give the words of a page's labels by the id of the field that each is for."""
    nodes = tree.css("label[for]")[:_MOST_LABELS]
    return {n.attributes.get("for") or "": squeeze(n.text()) for n in nodes}


def read_form(form: OpenForm, action: str, labels: dict[str, str]) -> Form:
    """Read a form; `action` is its absolute address."""
    attributes = form.node.attributes
    names = (attributes.get(key) or "" for key in ("id", "name", "class"))
    return Form(
        action=action,
        fields=tuple(_field(entry, labels) for entry in form.controls[:_MOST_FIELDS]),
        headings=form.headings,
        place=form.place,
        text=squeeze(" ".join(form.said))[:_LONGEST_TEXT],
        name=" ".join(names).strip(),
    )


def _field(entry: LexborNode, labels: dict[str, str]) -> Field:
    got = entry.attributes
    tag = entry.tag or ""
    kind = tag if tag in _OWN_TYPE else (got.get("type") or "text").lower()
    limit = got.get("maxlength") or ""
    label = (
        (labels.get(got.get("id") or "", "") if got.get("id") else "")
        or got.get("aria-label")
        or got.get("placeholder")
        or _wrapping(entry)
        or got.get("title")
        or (got.get("alt") if kind == "image" else "")
        or _just_before(entry)
        or _box_before(entry)
    )
    if kind in ("button", "submit"):
        label = squeeze(entry.text()) or got.get("value") or label
    return Field(
        name=(got.get("name") or got.get("id") or "")[:_LONGEST_NAME],
        type=kind,
        label=squeeze(label)[:_LONGEST_LABEL],
        value=squeeze(got.get("value") or "")[:_LONGEST_NAME],
        pattern=got.get("pattern") or "",
        maxlength=int(limit) if limit.isdecimal() and len(limit) <= _MOST_DIGITS else None,
    )


def _wrapping(node: LexborNode) -> str:
    parent = node.parent
    for _ in range(_FAR):
        if parent is None:
            return ""
        if parent.tag == "label":
            return str(parent.text() or "")
        parent = parent.parent
    return ""


def _just_before(node: LexborNode) -> str:
    """Give the words before a field that has no label of its own."""
    last = node.prev
    for _ in range(_FAR):
        if last is None:
            return ""
        text = squeeze(last.text() if last.is_element_node else last.text_content or "")
        if text:
            return text
        last = last.prev
    return ""


def _box_before(node: LexborNode) -> str:
    """Give the words of the cell, term or short box before the one that holds a field alone."""
    box = node.parent
    for _ in range(_FAR):
        if box is None or box.tag not in _BOXES:
            return ""
        last = box.prev
        while last is not None and not last.is_element_node:
            last = last.prev
        if last is not None:
            labels = last.tag in _LABELLING and last.css_first("input, textarea, select") is None
            text = squeeze(last.text()) if labels else ""
            return text if len(text) < _LONGEST_LABEL else ""
        box = box.parent
    return ""
