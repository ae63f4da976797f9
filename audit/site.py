"""A body's site as a whole: its pages, what repeats on them, and whose host is whose."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import tldextract

from audit.ended import closed_words, is_withdrawn
from audit.page import Block, Page, host_of, with_place
from audit.words import pattern
from crawler.kinds import kinds_of_page
from crawler.register import Body

CHROME = frozenset({"header", "nav", "footer", "aside", "repeat", "crumbs", "cookie", "share"})
_MENU_LINKS = 6
_MENU_SHARE = 0.75
_FEWEST_PAGES = 4
_TITLE_MARKS = pattern(r"\s+(?:[|»·:–—-]|::)\s+")
_REPEATED_SHARE = 0.5
_FEWEST_REPEATS = 3
_FEWEST_TITLES = 3
_FIRST_BLOCKS = 80
_LONG_WORD = 4
_SHORT_WORD = 3
_LONGEST_HEADING = 100
_LONGEST_CRUMB = 60
_GENERIC = frozenset(
    (
        "nhs ccg ccgs icb ics clinical commissioning group integrated care board partnership "
        "council county city town parish borough district community health wellbeing and the of "
        "for trust foundation hospital hospitals university teaching north south east west "
        "central upper lower greater metropolitan royal joint committee commissioners authority "
        "combined valley services service cyngor office police crime commissioner "
        "integration"
    ).split()
)
_BOARD_ITSELF = pattern(
    r"\b(board|committee|panel|forum|commission)$|\b(town|parish|community|village) council$"
)
_INTEGRATED = pattern(r"\b(integrated care board|health board|icb)\b")
_DOMAINS = tldextract.TLDExtract(
    cache_dir=None,
    suffix_list_urls=(),
    extra_suffixes=("icb.nhs.uk", "ccg.nhs.uk", "moderngov.co.uk"),
)


@dataclass(frozen=True, kw_only=True)
class Site:
    """What was read of one body on one date, with its neighbours in the register."""

    body: Body
    pages: tuple[Page, ...]
    neighbours: tuple[Body, ...] = ()

    @cached_property
    def _addresses(self) -> frozenset[str]:
        return frozenset(page.url.rstrip("/") for page in self.pages)

    def has_read(self, url: str) -> bool:
        """Say whether a page of an address was read."""
        return url.partition("#")[0].rstrip("/") in self._addresses

    @cached_property
    def host(self) -> str:
        """The registered host without `www.`."""
        return host_of(self.body.website)

    @cached_property
    def home(self) -> Page | None:
        """The home page, if it was read."""
        return next((p for p in self.pages if "home" in p.kinds), None)

    def of(self, kinds: Iterable[str]) -> list[Page]:
        """Pages of some kinds, nearest to home first.

        `any` stands for all, `other` for those whose name and text tell no kind. Pages that say of
        themselves that they are withdrawn are left out.
        """
        wanted = set(kinds)
        kept = [p for p in self.pages if p.url not in self.withdrawn]
        if "any" in wanted:
            return kept
        return [p for p in kept if wanted & set(p.kinds or ("other",))]

    def owns(self, url: str) -> bool:
        """Say whether an address lies on the body's own site or a sub-domain of it."""
        host = host_of(url)
        return bool(host) and (host == self.host or host.endswith("." + self.host))

    @cached_property
    def domain(self) -> str:
        """The registered domain behind the host: `x.gov.uk` of `democracy.x.gov.uk`."""
        return domain_of(self.host)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Distinctive words of the body's name and host, lower case."""
        return tokens_of(self.body)

    @cached_property
    def is_board(self) -> bool:
        """Say whether the body is itself a board or committee, with an office but no front desk."""
        return bool(_BOARD_ITSELF.search(self.body.name)) and not _INTEGRATED.search(self.body.name)

    @cached_property
    def initials(self) -> str:
        """Initials of the name's words, lower case, without `NHS`."""
        words = [w for w in self.body.name.replace("-", " ").split() if w[:1].isalpha()]
        return "".join(w[0] for w in words if w.lower() not in ("nhs", "and", "the", "of")).lower()

    @cached_property
    def closed(self) -> str:
        """The words on the home page that say the body is closed, or nothing."""
        blocks = self.home.blocks[:_FIRST_BLOCKS] if self.home else ()
        return closed_words(self.body, self.tokens, (b.text for b in blocks))

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Addresses of pages that are kept as a record only; none where home is kept so too."""
        urls = [p.url for p in self.pages if is_withdrawn(b.text for b in p.blocks[:_FIRST_BLOCKS])]
        whole = self.home is None or self.home.url in urls
        return frozenset() if whole else frozenset(urls)

    def mentions_self(self, text: str) -> str:
        """Give the word of a text by which it names the body, or nothing."""
        low = text.lower()
        return next((t for t in self.tokens if t in low), "")

    def mentions_other(self, text: str) -> str:
        """Give the id of a neighbour that a text names, unless it names the body too."""
        low = text.lower()
        if any(t in low for t in self.tokens):
            return ""
        for other in self.neighbours:
            if any(t in low for t in tokens_of(other) - self.tokens):
                return other.id
        return ""


def tokens_of(body: Body) -> frozenset[str]:
    """Distinctive words of a body's name, lower case; its host's label when the name has none."""
    words = {w.strip("(),.'’").lower() for w in body.name.replace("-", " ").split()}
    found = {w for w in words if len(w) >= _LONG_WORD and w not in _GENERIC}
    return frozenset(
        found
        or {w for w in words if len(w) >= _SHORT_WORD}
        or {host_of(body.website).split(".")[0]}
    )


@lru_cache(maxsize=10_000)
def domain_of(host: str) -> str:
    """Give the registered domain of a host, by the public suffix list that tldextract carries."""
    return _DOMAINS(host).top_domain_under_public_suffix or host


def assemble(body: Body, pages: list[Page], neighbours: tuple[Body, ...] = ()) -> Site:
    """Put pages together and move what repeats over the site into its chrome."""
    counted: Counter[tuple[str, tuple[str, ...]]] = Counter()
    html = [p for p in pages if not p.is_pdf]
    for page in html:
        counted.update({_signature(b, page) for b in page.blocks if b.place == "main"})
    enough = max(_FEWEST_REPEATS, len(html) * _REPEATED_SHARE)
    moved = []
    for page in pages:
        places: dict[int, str] = {}
        if len(html) >= _FEWEST_PAGES and not page.is_pdf:
            for index, block in enumerate(page.blocks):
                if block.place != "main":
                    continue
                if _is_menu(block):
                    places[index] = "nav"
                elif max(counted[one] for one in _signatures(block, page)) >= enough:
                    places[index] = "repeat"
        moved.append(with_place(page, places) if places else page)
    common = _common_titles(html)
    moved = [replace(p, kinds=_kinds(p, common, body)) for p in moved]
    moved.sort(key=lambda p: (p.clicks, p.url))
    return Site(body=body, pages=tuple(moved), neighbours=neighbours)


def _parts(title: str) -> list[str]:
    return [part.strip() for part in _TITLE_MARKS.split(title) if part.strip()]


def _common_titles(pages: list[Page]) -> frozenset[str]:
    """Find the parts of titles that most pages of a site share: its own name."""
    counted = Counter(part for p in pages for part in set(_parts(p.title)))
    enough = len(pages) / 2 if len(pages) >= _FEWEST_TITLES else len(pages)
    return frozenset(part for part, count in counted.items() if count > enough)


def _kinds(page: Page, common: frozenset[str], body: Body) -> tuple[str, ...]:
    """Name a page's kinds by what it calls itself, not by what its site is called."""
    site_names = {*(part.lower() for part in common), body.name.lower()}
    own = [part for part in _parts(page.title) if part.lower() not in site_names]
    name = page.name if page.name not in common and page.name != page.title else ""
    heads: list[str] = []
    crumbs: list[str] = []
    text = ""
    if page.clicks:
        heads = [b.text for b in page.main if b.level and len(b.text) < _LONGEST_HEADING]
        crumbs = [
            b.text for b in page.blocks if b.place == "crumbs" and len(b.text) < _LONGEST_CRUMB
        ][1:]
        text = "" if page.is_pdf else "\n".join(b.text for b in page.main if b.form < 0)
    return kinds_of_page(
        url=page.url,
        title=own[0] if own else "",
        headings=(name, *crumbs[-2:], *(head for head in heads if head != name)),
        link_texts=page.link_texts,
        is_home=page.clicks == 0,
        text=text,
    )


def _is_menu(block: Block) -> bool:
    """Say whether a block is nothing but many short links, the page's own name left unlinked."""
    linked = sum(_letters(link.text) for link in block.links)
    return len(block.links) >= _MENU_LINKS and linked >= _letters(block.text) * _MENU_SHARE


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _signature(block: Block, page: Page) -> tuple[str, tuple[str, ...]]:
    """Give what a block says and links, alike on every page that repeats it."""
    return block.text, tuple(_alike(link.href, page.url) for link in block.links)


def _signatures(block: Block, page: Page) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give a block's signature; for a menu's entry of its own page also that on other pages."""
    yield _signature(block, page)
    if not block.level and [link.text for link in block.links] == [block.text]:
        yield block.text, (block.links[0].href.partition("#")[0],)


def _alike(href: str, own: str) -> str:
    if href.startswith(("mailto:", "tel:")):
        return href
    plain = href.partition("#")[0]
    if plain in ("", own):
        return "#"
    address, _, query = plain.partition("?")
    return address if host_of(address) != host_of(own) or "print" in query else plain
