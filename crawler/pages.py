"""What came back: web page, PDF or something else; a placeholder; a shell that needs a browser."""

import re
from collections.abc import Mapping

import re2
from selectolax.lexbor import LexborHTMLParser
from w3lib.encoding import html_to_unicode

from crawler.captures import sha1

PAGE, PDF, OTHER = "text/html", "application/pdf", ""
_PAGE_TYPES = {"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"}
_SITEMAP_TYPES = {
    "text/plain",
    "text/xml",
    "application/xml",
    "application/x-gzip",
    "application/gzip",
}
_UNSURE = {
    "",
    "text/plain",
    "application/octet-stream",
    "binary/octet-stream",
    "application/unknown",
}
_HTML_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PLACEHOLDER_WORDS = 250
_SHELL_LETTERS = 200
_FEW_LINKS = 3
_ENOUGH_WORDS = 40

_PARKED = re2.compile(
    r"(?i)domain(?: name)?(?: [\w.-]+)? (?:is|may be) (?:for sale|parked|available for purchase)"
    r"|buy this domain|domain (?:name )?(?:has )?expired|domain has (?:recently )?been registered"
    r"|parked (?:free|page|domain)|sedoparking|parkingcrew|bodis\.com|hugedomains|dan\.com/"
    r"|(?:website|site|page) (?:is )?(?:coming soon|under construction)"
    r"|future home of something|default (?:web|server|site) page|welcome to nginx"
    r"|apache2? .{0,20}default page|iis windows server"
    r"|account (?:has been )?suspended|this site (?:has been|is) suspended"
)
_SHELL_ROOT = (
    "#root, #app, #__next, #__nuxt, #___gatsby, app-root, [ng-app], [data-reactroot], [ng-version]"
)
_ENABLE = re2.compile(
    r"(?i)(?:enable|requires?|need|turn on) (?:\w+ )?javascript"
    r"|javascript (?:is )?(?:required|disabled)"
)


def main_type(header: str) -> str:
    """Take the media type out of a Content-Type header: text/html."""
    return header.partition(";")[0].strip().lower()


def is_hopeless(header: str) -> bool:
    """Say from its Content-Type alone that a body is neither page, PDF nor sitemap."""
    kind = main_type(header)
    return not (kind in _PAGE_TYPES or kind in _UNSURE or kind in _SITEMAP_TYPES or "pdf" in kind)


def kind_of(body: bytes, header: str) -> str:
    """Tell what a body is, by its first bytes before its Content-Type: PAGE, PDF or OTHER."""
    if b"%PDF-" in body[:1024]:
        return PDF
    kind = main_type(header)
    if kind in _PAGE_TYPES:
        return OTHER if b"\x00" in body[:512] and not _is_utf16(body) else PAGE
    if kind in _UNSURE | _SITEMAP_TYPES and _HTML_START.match(body[:2048]):
        return PAGE
    return OTHER


def read_page(body: bytes, headers: Mapping[str, str]) -> LexborHTMLParser:
    """Parse a page; its declared character set is believed only when it is not UTF-8."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        _, text = html_to_unicode(headers.get("content-type"), body, default_encoding="cp1252")
    return LexborHTMLParser(text)


def text_of(tree: LexborHTMLParser) -> str:
    """Give the words of a page that a visitor would read, without scripts."""
    if tree.body is None:
        return ""
    clone = LexborHTMLParser(tree.html or "")
    clone.strip_tags(["script", "style", "noscript", "template"])
    return " ".join((clone.body.text(separator=" ") if clone.body else "").split())


def likeness(tree: LexborHTMLParser) -> str:
    """Reduce a page to what tells it apart: title, main words, forms and frames.

    Pages that differ only in menus, banners, markup or address come out the same. Empty for a page
    of few words, which may be like another by chance.
    """
    main = tree.clone()
    title = tree.css_first("title")
    hidden = ("script", "style", "noscript", "template", "title")
    main.strip_tags([*hidden, "nav", "header", "footer", "aside"])
    words = main.body.text(separator=" ").split() if main.body else []
    if len(words) < _ENOUGH_WORDS:
        return ""
    parts = main.css("form, iframe[src], video, audio, embed[src], object[data]")
    whole = [title.text() if title else "", *words, *(f"{n.tag} {n.attributes}" for n in parts)]
    return sha1(" ".join(whole).encode("utf-8", "replace"))


def is_parked(tree: LexborHTMLParser) -> bool:
    """Say whether a home page is a placeholder or offers the domain for sale."""
    title = tree.css_first("title")
    words = f"{title.text() if title else ''} {text_of(tree)}"
    if len(words.split()) > _PLACEHOLDER_WORDS:
        return False
    return bool(_PARKED.search(words))


def needs_browser(tree: LexborHTMLParser) -> bool:
    """Say whether a page is an empty shell that scripts would fill."""
    if tree.body is None or tree.css_first("script") is None:
        return False
    if tree.css_first("frameset, meta[http-equiv=refresh i]") is not None:
        return False
    if len(tree.css("a[href]")) >= _FEW_LINKS:
        return False
    words = text_of(tree)
    if len(words) > _SHELL_LETTERS:
        return False
    told = " ".join(n.text() for n in tree.css("noscript"))
    return tree.css_first(_SHELL_ROOT) is not None or bool(_ENABLE.search(f"{told} {words}"))


def _is_utf16(body: bytes) -> bool:
    return body[:2] in (b"\xff\xfe", b"\xfe\xff")
