"""The links of a page: where they lead, in which words, and from which part of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.addresses import clean

_SELECTOR = "a[href], area[href], iframe[src], frame[src], meta[http-equiv][content]"
_PLACES = {"nav": "nav", "header": "header", "footer": "footer", "main": "main", "aside": "aside"}
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*url\s*=\s*['\"]?(.*?)['\"]?\s*$", re.IGNORECASE)
_LONGEST_TEXT = 300
_MOST = 2000


@dataclass(frozen=True, kw_only=True)
class Link:
    """A way to a page; `depth` is clicks from the home page."""

    url: str
    text: str = ""
    place: str = ""  # nav, header, footer, main, aside, refresh, frame, sitemap or nothing
    parent: str = ""
    depth: int = 0


class LinkReader:
    """Reads the links of a body's pages; a link met before in the same words is not read again."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str, str]] = set()

    def read(self, tree: LexborHTMLParser, url: str, depth: int) -> Iterator[Link]:
        """Yield the links of a page that are new, in the order of the page."""
        base = _base(tree, url)
        folder = base.partition("?")[0].rpartition("/")[0]
        for node in tree.css(_SELECTOR)[:_MOST]:
            href, place = _target(node)
            if not href or href[0] == "#":
                continue
            text = _text(node) if not place else ""
            # A menu repeats on every page: joining and cleaning it again is most of the cost.
            whole = href[0] == "/" or "://" in href
            mark = (href, text, "" if whole and href[:2] != "//" else folder)
            if href[0] == "?":
                mark = (href, text, base)
            if mark in self._seen:
                continue
            self._seen.add(mark)
            if target := clean(href, base):
                place = place or _place(node)
                yield Link(url=target, text=text, place=place, parent=url, depth=depth)


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    href = (node.attributes.get("href") or "") if node else ""
    try:
        return urljoin(url, href.strip()) if href else url
    except ValueError:
        return url


def _target(node: LexborNode) -> tuple[str, str]:
    tag = node.tag
    if tag == "meta":
        if (node.attributes.get("http-equiv") or "").lower() != "refresh":
            return "", ""
        found = _REFRESH.match(node.attributes.get("content") or "")
        return (found[1].strip() if found else ""), "refresh"
    if tag in ("iframe", "frame"):
        return (node.attributes.get("src") or "").strip(), "frame"
    return (node.attributes.get("href") or "").strip(), ""


def _text(node: LexborNode) -> str:
    text = " ".join(node.text(separator=" ").split())
    if not text:
        values = [node.attributes.get("aria-label"), node.attributes.get("title")]
        values += [image.attributes.get("alt") for image in node.css("img[alt]")]
        values.append(node.attributes.get("alt"))
        text = " ".join(next((v for v in values if v and v.strip()), "").split())
    return text[:_LONGEST_TEXT]


def _place(node: LexborNode) -> str:
    parent = node.parent
    for _ in range(30):
        if parent is None or parent.tag in ("body", "html"):
            return ""
        tag = parent.tag or ""
        if tag in _PLACES:
            return _PLACES[tag]
        parent = parent.parent
    return ""
