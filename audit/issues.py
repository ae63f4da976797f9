"""Find single issues of a newsletter: dated or numbered documents and pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from audit import owners
from audit.dates import Day, dates
from audit.mailings import ABOUT_WORDS, NEWSLETTER, NOT_PUBLIC, NUMBERED, SIGNUP_HOSTS, whose
from audit.model import Fact
from audit.page import Block, Link, Page, host_of, row_text
from audit.site import Site
from audit.states import state
from audit.words import any_of, pattern

_ISSUE_HOSTS = pattern(
    r"(campaign-archive\d?\.com|mailchi\.mp|govdelivery\.com/(accounts/[^/]+/)?bulletins|"
    r"content\.govdelivery\.com|issuu\.com/[^/]+(/docs)?|e-mailstrategies|createsend|"
    r"dotdigital|sway\.(office|cloud\.microsoft)|newsweaver|shorthandstories|"
    r"emailnewsletter|paper\.li|substack|calameo|joomag|yumpu|flipsnack|newzapp)"
)
_LONGEST_ISSUE = 160
_FILE = pattern(r"(/download(_file)?/|/documents?/|/media/\d|/file/\d|/asset/)")
_OTHER_DOCUMENT = any_of(
    r"agenda|minutes|papers|report|accounts|plan|policy|strategy|form|register|statement",
    r"pack|constitution|terms of reference|leaflet|meetings?|notices?|attachment|appendix|hearing",
    r"audit|resolution|schedule",
)
_DOCUMENTS = (".pdf", ".docx", ".doc")
_HEADED = any_of(r"issues?|editions?|back numbers|archive|back copies|past copies")
_SHORTEST_WORD = 3
_PLAIN_DATE = len("Wednesday 30 September 2026 (PDF, 999 kB)")


@dataclass(frozen=True, kw_only=True)
class _Masthead:
    """What a page is called: the words of its name, and whether they name a newsletter."""

    brand: frozenset[str]
    is_named: bool


def issues(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find single issues: dated or numbered documents and pages, or kept at a mailing company."""
    called = " ".join((page.name, page.title, *page.link_texts))
    long = (w for w in page.name.split() if len(w) >= _SHORTEST_WORD)
    masthead = _Masthead(brand=_plain(long), is_named=bool(NEWSLETTER.search(called)))
    for block in page.main:
        if not block.links or state(block.text) == "planned":
            continue
        for link in block.links:
            web = link.kind == "a" and link.href.startswith("http")
            if web and link.href.partition("#")[0] != page.url:
                yield from _issue(site, page, block, link, masthead=masthead, today=today)
    own = _days(page.name, today)
    if masthead.is_named and own and not ABOUT_WORDS.search(page.name):
        yield Fact(kind="issue", value=page.url, quote=page.name, when=max(d.value for d in own))


def _issue(
    site: Site, page: Page, block: Block, link: Link, *, masthead: _Masthead, today: date
) -> Iterator[Fact]:
    low = link.href.lower()
    outside = not site.owns(link.href)
    kept = outside and bool(_ISSUE_HOSTS.search(low)) and not SIGNUP_HOSTS.search(low)
    address = low.partition("?")[0]
    document = address.endswith(_DOCUMENTS) or bool(_FILE.search(address))
    row = row_text(page, block)
    near = row or (block.text if len(block.text) < _LONGEST_ISSUE else link.text)
    text, context = f"{link.text} {near}", f"{near} {block.head}"
    if (outside and not kept and not document) or _is_other(text):
        return
    dated = _days(text, today) or _days(block.head, today)
    says = bool(NEWSLETTER.search(context))
    numbered = bool(NUMBERED.search(text))
    branded = bool(masthead.brand) and masthead.brand <= _plain(text.split())
    ours = numbered or branded or bool(_HEADED.search(block.head))
    named = says or masthead.is_named or (bool(dated) and len(near) < _PLAIN_DATE)
    as_file = document and (dated or numbered or branded or says) and (named or ours)
    as_page = (dated or numbered) and ((says and masthead.is_named) or ours)
    if kept or as_file or as_page:
        host = owners.by_host(site, host_of(link.href)) if outside else "own"
        said = whose(site, context)
        account = "own" if host in ("", "supplier") else host
        yield Fact(
            kind="issue",
            value=link.href,
            owner=account if said == "own" else said,
            quote=(block.text if row else near) or link.title or link.href,
            when=max((d.value for d in dated), default=None),
            place=block.place,
            detail={"host": "yes" if kept else "", "said": "yes" if says and kept else ""},
        )


def _is_other(text: str) -> bool:
    patterns = (NOT_PUBLIC, ABOUT_WORDS, _OTHER_DOCUMENT)
    return any(p.search(text) for p in patterns)


def _days(text: str, today: date) -> list[Day]:
    return [d for d in dates(text, today=today) if d.year_given]


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w.lower().strip("'’.,:()") for w in words)
