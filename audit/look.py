"""Look at a page: whatever its bytes are, a Page comes back."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from audit import decode
from audit.nesting import shallow
from audit.page import Page, squeeze
from audit.walk import END_OF_FORM, Walk, join
from audit.words import pattern

_LONGEST_TITLE = 500
_LONGEST_SOURCE = 300
_MOST_SCRIPTS = 60
_FORM_END = pattern(r"</form\b")


def look(body: bytes, *, url: str, content_type: str = "") -> Page:
    """Read a page of HTML; `content_type` is its HTTP header, asked when the bytes leave doubt."""
    html = decode.to_text(body, content_type).replace("\x00", " ")
    # A browser lets fields belong to a form until its end tag, wherever broken boxes close it.
    tree = LexborHTMLParser(_FORM_END.sub(f"<!--{END_OF_FORM}-->\\g<0>", shallow(html)))
    title = tree.css_first("title")
    walk = Walk(base=join(url, _attribute(tree.css_first("base[href]"), "href")), tree=tree)
    root = tree.body or tree.root
    if root is not None:
        walk.run(root)
    scripts = tree.css("script[src]")[:_MOST_SCRIPTS]
    return Page(
        url=url,
        title=squeeze(title.text())[:_LONGEST_TITLE] if title else "",
        blocks=walk.blocks,
        forms=walk.read_forms(),
        scripts=tuple(_attribute(node, "src")[:_LONGEST_SOURCE] for node in scripts),
    )


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "") if node else ""
