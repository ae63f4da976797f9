"""Which links of a body's pages go to its frontier: its own, new, and no trap.

What is left out of them is noted with its reason, and a page that turns out to lie nearer to home
than was thought has its line written again.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from crawler.addresses import is_other_file, key
from crawler.folder import Fetch
from crawler.frontier import Frontier
from crawler.links import Link, LinkReader
from crawler.site import Site
from crawler.traps import Traps

DEEPEST = 10  # clicks; also what a page found only in the sitemap is given
_MOST_DROPPED = 40


class Intake:
    """The links of one body as they come in; `drop` is told of each that is not followed."""

    def __init__(
        self, *, site: Site, frontier: Frontier, drop: Callable[[Link, str, str], None]
    ) -> None:
        self._site = site
        self._frontier = frontier
        self._tell = drop
        self._reader = LinkReader()
        self._traps = Traps()
        self._read: dict[str, Fetch] = {}  # by key
        self._moved: set[str] = set()
        self._first: dict[str, str] = {}  # key to the address met first
        self._dropped: Counter[str] = Counter()
        self._dropped_urls: set[str] = set()

    def learn(self, tree: LexborHTMLParser, url: str, depth: int) -> None:
        """Take in the links of a page that lies so many clicks from home."""
        for link in self._reader.read(tree, url, depth + 1):
            if self._site.reaches(url, link.url) and not is_other_file(link.url):
                self._offer(link)

    def learn_unlinked(self, url: str, sitemap: str) -> None:
        """Take in a page that a sitemap lists."""
        if self._site.owns(url) and not is_other_file(url):
            self._offer(Link(url=url, place="sitemap", parent=sitemap, depth=DEEPEST))

    def settled(self, url: str, fetch: Fetch) -> None:
        """Remember what became of an address."""
        self._read[key(url)] = fetch

    def is_settled(self, url: str) -> bool:
        """Say whether it is known what became of an address."""
        return key(url) in self._read

    def is_empty(self) -> bool:
        """Say whether not even the home page was settled."""
        return not self._read

    def moved(self) -> Iterator[Fetch]:
        """Yield the lines of pages that lie nearer to home than was noted."""
        yield from (self._read[name] for name in sorted(self._moved))

    def _offer(self, link: Link) -> None:
        name = key(link.url)
        first = self._first.setdefault(name, link.url)
        known = self._read.get(name)
        if first != link.url and urlsplit(first).query != urlsplit(link.url).query:
            self._drop(link, "duplicate", final=known.final_url if known else first)
        elif known is not None:
            if link.depth < known.depth:
                nearer = replace(known, depth=link.depth, parent=link.parent, link_text=link.text)
                self._read[name] = nearer
                self._moved.add(name)
        elif self._frontier.knows(link.url):
            self._frontier.add(link)
        elif link.depth > DEEPEST:
            self._drop(link, "too_deep")
        elif self._traps.catches(link.url):
            self._drop(link, "trap")
            self._frontier.drop(link.url)
        else:
            self._frontier.add(link)

    def _drop(self, link: Link, reason: str, final: str = "") -> None:
        """Tell of a link that will not be followed; of each reason only the first so many."""
        if link.url in self._dropped_urls or self._dropped[reason] >= _MOST_DROPPED:
            return
        self._dropped_urls.add(link.url)
        self._dropped[reason] += 1
        self._tell(link, reason, final or link.url)
