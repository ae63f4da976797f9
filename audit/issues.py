"""Find single issues of a newsletter: dated or numbered documents and pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from audit import owners
from audit.editions import days_of, is_issue, own_days, year_over
from audit.mailings import ABOUT_WORDS, NEWSLETTER, NOT_PUBLIC, NUMBERED, SIGNUP_HOSTS, whose
from audit.model import Fact
from audit.page import Block, Link, Page, host_of, row_text
from audit.site import Site
from audit.states import state
from audit.words import any_of, pattern, sentence_at, sentences

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
_READS = any_of(
    r"(read|view|open|download|see) (it|online|(the|this|our) (issue|edition|copy|magazine|"
    r"newsletter|bulletin))",
)
_DEFINED = pattern(
    r"\b(is|are|was|were|called) (our|the|an?|the [\w'’ ]{0,40}?['’]s?) ([\w-]+ ){0,3}"
    r"(newsletters?|magazines?|(e-?)?bulletins?|newspaper|digest)\b|"
    r"^our ([\w-]+ ){0,2}(newsletters?|magazines?|(e-?)?bulletins?|digest)\b[^.]{0,60}\.|"
    r"\bour ((free|regular|own|new|printed|weekly|fortnightly|monthly|quarterly|seasonal) )+"
    r"(newsletter|magazine|(e-?)?bulletin|newspaper|paper|letter|digest|(e-?)?zine)\b"
)
_NUMBER = pattern(r"\b(issue|edition) ?\d")
_NEWS = any_of(r"news (from|of|about|for|and views)|(all |the )?latest from")
_OF_DATE = pattern(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|"
    r"\b(spring|summer|autumn|winter|christmas|easter|issue|edition|number|no|volume|vol|pdf|kb|mb|"
    r"k|m|word|read|open|download|view|of|the|and|to|early|late|latest|new|\d+(st|nd|rd|th))\b"
)
_FIRST_BLOCKS = 6
_SHORTEST_STORY = 60
_SHORTEST_WORD = 3
_LONGEST_DATE = len("Wed 30 September 2026")
_PLAIN_DATE = len("Wednesday 30 September 2026 (PDF, 999 kB)")


@dataclass(frozen=True, kw_only=True)
class _Masthead:
    """What a page is called: the words of its name, and whether they name a newsletter."""

    brand: frozenset[str]
    is_named: bool


@dataclass(frozen=True, kw_only=True)
class _When:
    """What may date an issue beside its own words: the year over it, the short line below."""

    today: date
    year: str
    below: str


def issues(site: Site, page: Page, today: date) -> Iterator[Fact]:
    """Find single issues: dated or numbered documents and pages, or kept at a mailing company."""
    called = " ".join((page.name, page.title, *page.link_texts))
    long = (w for w in page.name.split() if len(w) >= _SHORTEST_WORD)
    defined = any(_DEFINED.search(b.text) for b in page.main[:_FIRST_BLOCKS])
    named = defined or bool(NEWSLETTER.search(called))
    masthead = _Masthead(brand=_plain(long), is_named=named)
    year = ""
    following = (*page.main[1:], None)  # one too many on a page without blocks
    for block, after in zip(page.main, following, strict=False):
        year = year_over(block, year)
        if named and after is not None:
            yield from _told(page, block, after, today)
        if not block.links or state(block.text) == "planned":
            continue
        below = after.text if after is not None and len(after.text) < _LONGEST_DATE else ""
        for link in block.links:
            web = link.kind == "a" and link.href.startswith("http")
            if web and link.href.partition("#")[0] != page.url:
                when = _When(today=today, year=year, below=below)
                yield from _issue(site, page, block, link, masthead=masthead, when=when)
    own = own_days(page, today) if masthead.is_named or is_issue(page) else []
    if own and not ABOUT_WORDS.search(page.name):
        yield Fact(
            kind="issue",
            value=page.url,
            quote=page.name,
            when=max(d.value for d in own),
            detail={"series": "yes" if is_issue(page) else ""},
        )


def _told(page: Page, block: Block, after: Block, today: date) -> Iterator[Fact]:
    """Read an issue from a heading that is its date, with what is in it below."""
    story = not after.level and len(after.text) >= _SHORTEST_STORY and not after.links
    if block.level > 1 and story and len(block.text) < _LONGEST_DATE:
        for day in days_of(block.text, today)[:1]:
            if state(after.text) in ("now", "denied"):
                yield Fact(kind="issue", value=page.url, quote=block.text, when=day.value)


def _near(block: Block, link: Link) -> str:
    """Give a short block whole, of a long one the sentence that a link stands in."""
    if len(block.text) < _LONGEST_ISSUE:
        return block.text
    number, _ = sentence_at(block.text, link.start)
    said = sentences(block.text)[number] if number is not None else ""
    return said if link.text in said and len(said) < _LONGEST_ISSUE else link.text


def _issue(
    site: Site, page: Page, block: Block, link: Link, *, masthead: _Masthead, when: _When
) -> Iterator[Fact]:
    low = link.href.lower()
    outside = not site.owns(link.href)
    kept = outside and bool(_ISSUE_HOSTS.search(low)) and not SIGNUP_HOSTS.search(low)
    address = low.partition("?")[0]
    document = address.endswith(_DOCUMENTS) or bool(_FILE.search(address))
    if outside and not kept and not document:
        return
    row = row_text(page, block)
    near = row or _near(block, link)
    text, context = f"{link.text} {near}", f"{near} {block.head}"
    number, _ = sentence_at(near, near.find(link.text)) if link.text in near else (None, 0)
    beside = near if row or number is None else sentences(near)[number]
    if _is_other(f"{link.text} {beside}", near):
        return
    dated = days_of(near if link.text in near else text, when.today, when.year)
    dated = dated or days_of(block.head, when.today) or days_of(when.below, when.today)
    says = bool(NEWSLETTER.search(context))
    numbered = bool(NUMBERED.search(text))
    branded = bool(masthead.brand) and masthead.brand <= _plain(text.split())
    ours = numbered or branded or bool(_HEADED.search(block.head) or _READS.search(link.text))
    named = says or masthead.is_named or (bool(dated) and len(near) < _PLAIN_DATE)
    as_file = document and (dated or numbered or branded or says) and (named or ours)
    bare = bool(dated) and masthead.is_named and len(near) < _LONGEST_DATE
    as_page = (dated or numbered) and ((says and masthead.is_named) or ours or bare)
    headed = NEWSLETTER.search(block.head) and not _is_other(block.head, block.head)
    telling = headed or (numbered and _NEWS.search(text))
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
            detail={
                "host": "yes" if kept else "",
                "said": "yes" if (says and kept) or (as_file and dated and telling) else "",
                "series": "yes" if _NUMBER.search(text) else "",
                "sure": "yes" if kept or branded or numbered or not _says_more(near) else "",
            },
        )


def _says_more(near: str) -> bool:
    """Say whether the words beside an issue are more than its date, number and size."""
    return any(map(str.isalpha, _OF_DATE.sub(" ", near)))


def _is_other(text: str, near: str) -> bool:
    """Say whether a link leads to what is no issue for the public; `near` is all beside it."""
    return any(p.search(text) for p in (ABOUT_WORDS, _OTHER_DOCUMENT)) or bool(
        NOT_PUBLIC.search(f"{text} {near}")
    )


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w.lower().strip("'’.,:()") for w in words)
