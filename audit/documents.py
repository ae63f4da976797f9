"""Find linked documents, with the words of their row and the headings above."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from audit import owners
from audit.model import Fact
from audit.page import Block, Link, Page, host_of, row_text
from audit.site import Site
from audit.states import state
from audit.words import pattern, sentence_at, sentence_with, sentences

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".bmp", ".ico")
_FILES = (
    ".pdf",
    ".doc",
    ".docx",
    ".xls",
    ".xlsx",
    ".csv",
    ".ods",
    ".odt",
    ".ppt",
    ".pptx",
    ".rtf",
    ".zip",
)
_DOWNLOAD = pattern(
    r"(/documents?/[^?]*\d|/download(s|_file)?/|[?&](download|file|doc(ument)?id|did)=|"
    r"/mgconvert2pdf|/asset/|/media/\d|/file/\d|ielistdocuments\.aspx|/s\d{3,}/)"
)
_CALENDAR = pattern(r"/(calendar|events?)/")
_PAPERS = pattern(r"\b(agendas?|minutes|papers?|packs?)\b")
_BARE = pattern(
    r"^((mon|tues|wednes|thurs|fri)[a-z]*,? )?(\d{1,2}(st|nd|rd|th)?( of)? )?(jan|feb|mar|"
    r"apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec|spring|summer|autumn|"
    r"winter)[a-z]*,?( \d{4})?( meeting)?( \([^)]*\))?[.,:]*$|"
    r"^\d{1,3}(st|nd|rd|th)( meeting)?$|^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}( \([^)]*\))?$|"
    r"^((click )?here|download|view|open|read( (it|this|them|all))?|pdf|file|document|"
    r"link|get it|see)"
    r"( (here|pdf|file|document|it|now))?( \([^)]*\))?$"
)
_OUT = frozenset(("cookie", "share", "nav", "crumbs", "header"))
_LONGEST = 300
_FEWEST_IN_MENU = 4
_SEPARATED = 1.6  # times as long as its links, with what stands between them
_LONGEST_LABEL = 200
_LONGEST_BLOCK = 600
_FAR_LONGER = 20  # characters by which a sentence says more than the link within it


def documents(site: Site, page: Page) -> Iterator[Fact]:
    """Find links to documents, with the words of their row and the headings above."""
    seen: set[str] = set()
    for block in page.blocks:
        for link in block.links if block.place not in _OUT else ():
            known = link.kind != "a" or link.href in seen
            if known or not (is_document(link) or _of_meeting(site, page, block, link)):
                continue
            seen.add(link.href)
            row = row_text(page, block)
            sentence = _sentence(block, link)
            tells = len(sentence) > len(link.text) + _FAR_LONGER
            yield Fact(
                kind="document",
                value=link.href,
                label=(link.text or link.title or file_name(link.href))[:_LONGEST_LABEL],
                owner=_owner(site, link, row),
                quote=sentence[:_LONGEST] or link.label,
                state=state(sentence) if tells else "now",
                place=block.place,
                detail={
                    "row": row[:_LONGEST],
                    "headings": " / ".join((*block.headings, block.column))[-_LONGEST:],
                    "column": block.column,
                    "around": block.text[:_LONGEST_BLOCK],
                    "called": _called(page, block) if is_bare(link.text) else "",
                },
            )


def _sentence(block: Block, link: Link) -> str:
    """Give the sentence that a link stands in, or the first that has its words."""
    number, _ = sentence_at(block.text, link.start)
    said = "" if number is None else sentences(block.text)[number]
    return said if link.text and link.text in said else sentence_with(block.text, link.text)


def _owner(site: Site, link: Link, row: str) -> str:
    named = owners.stranger(site, f"{link.text} {row}")
    if named or site.owns(link.href) or site.mentions_self(link.text):
        return named or "own"
    host = owners.by_host(site, host_of(link.href))
    return "own" if host in ("", "supplier") else host


def _of_meeting(site: Site, page: Page, block: Block, link: Link) -> bool:
    """Papers may be pages: a link of the site itself whose words, row or column say so."""
    itself = link.href.partition("#")[0] == page.url or _is_of_menu(block)
    if not site.owns(link.href) or itself or not {"meeting", "papers"} & set(page.kinds):
        return False
    tells = link.text != block.text or any(c.isdigit() for c in link.text)
    named = tells and _PAPERS.search(link.text)
    return bool(named or _PAPERS.search(block.column))


def _is_of_menu(block: Block) -> bool:
    """Say whether a block is a line of links and little else: "Home | Agendas | Contact us"."""
    linked = sum(len(link.text) for link in block.links)
    return len(block.links) >= _FEWEST_IN_MENU and len(block.text) < linked * _SEPARATED


def is_document(link: Link) -> bool:
    """Say whether a link leads to a document rather than a page."""
    low = link.href.lower()
    try:
        parts = urlsplit(low)
    except ValueError:
        return False
    if parts.path.endswith(_PICTURES):
        return False
    named = parts.path.endswith(_FILES) or bool(
        _DOWNLOAD.search(low) and not _CALENDAR.search(parts.path)
    )
    return parts.scheme in ("http", "https") and named


def _called(page: Page, block: Block) -> str:
    """Give what stands for the words of a link that has none of its own."""
    return f"{block.head} / {page.lead}"[:_LONGEST]


def is_bare(label: str) -> bool:
    """Say whether the words of a link name nothing but a day, a month or the act of opening it."""
    return bool(_BARE.match(label.strip()))


def file_name(href: str) -> str:
    """Give the words in a file's name; nothing for an address that cannot be read."""
    try:
        path = urlsplit(href).path
    except ValueError:
        return ""
    return unquote(path.rpartition("/")[2]).replace("-", " ").replace("_", " ")
