"""The order of a body's crawl: what promises most comes first, then what is nearest to home.

Part of the budget goes to breadth, so that a wording nobody foresaw is still met, and pages of a
kind already well covered, such as the two hundredth news item, fall to the end.
"""

import heapq
import itertools
import re
from collections import Counter
from urllib.parse import urlsplit

from crawler.addresses import is_document, key
from crawler.kinds import kinds_of_link, promise
from crawler.links import Link

_BREADTH = 4  # every fourth page is chosen for nearness alone
_ENOUGH_OF_KIND = 6
_ENOUGH_OF_FAMILY = 4
_ENOUGH_FOR_BREADTH = 2  # pages of a family tell what the rest of it are like
_FADE = 0.85
_DOCUMENT_FADE = 0.8
_WORTH_READING = 75.0  # promise of a document, or of the page it hangs on
_HANDED_DOWN = 12.0  # a document promises less than the page that lists it
_UNLINKED = 0.9

Family = tuple[str, str]


class Frontier:
    """The links of one body that are still to be followed."""

    def __init__(self, *, budget: int) -> None:
        self._heaps: dict[Family, list[tuple[float, int, int, Link]]] = {}
        self._best: dict[str, tuple[float, Link]] = {}  # by key, waiting
        self._promise: dict[str, float] = {}  # of pages, by key
        self._gone: set[str] = set()
        self._of_kind: Counter[str] = Counter()
        self._of_family: Counter[Family] = Counter()
        self._counter = itertools.count()
        self._picks = 0
        self._documents = budget // 3

    def add(self, link: Link) -> None:
        """Take in a link; met again in better words or nearer to home, it moves up."""
        name = key(link.url)
        if name in self._gone:
            return
        rating = self._rate(link)
        known = self._best.get(name)
        if known and known[0] >= rating and known[1].depth <= link.depth:
            return
        if known:
            nearer = link if link.depth < known[1].depth else known[1]
            words = link if rating > known[0] else known[1]
            link = Link(
                url=known[1].url,
                text=words.text,
                place=words.place,
                parent=nearer.parent,
                depth=nearer.depth,
            )
            rating = max(rating, known[0])
        if is_document(link.url) and rating < _WORTH_READING:
            return
        self._best[name] = (rating, link)
        self._promise[name] = rating
        entry = (-rating, link.depth, next(self._counter), link)
        heapq.heappush(self._heaps.setdefault(_family(link), []), entry)

    def drop(self, url: str) -> None:
        """Strike out a page: it was fetched, or is another address of one that was."""
        name = key(url)
        self._gone.add(name)
        self._best.pop(name, None)

    def knows(self, url: str) -> bool:
        """Say whether a page was struck out or waits already."""
        name = key(url)
        return name in self._gone or name in self._best

    def is_gone(self, url: str) -> bool:
        """Say whether a page was struck out."""
        return key(url) in self._gone

    def pop(self) -> Link | None:
        """Choose the next link, or None when none is left."""
        self._picks += 1
        chosen = self._nearest() if self._picks % _BREADTH == 0 else None
        family = chosen or self._most_promising()
        if family is None:
            return None
        link = self._heaps[family][0][3]
        self.drop(link.url)
        self._of_family[family] += 1
        if family[0]:
            self._of_kind[family[0]] += 1
        if is_document(link.url):
            self._documents -= 1
        return link

    def rest(self) -> list[Link]:
        """List the links that wait, most promising first."""
        waiting = sorted(self._best.values(), key=lambda e: (-e[0], e[1].depth, e[1].url))
        return [link for _, link in waiting]

    def _rate(self, link: Link) -> float:
        rating = promise(link.text, link.url, link.place)
        if link.place in ("refresh", "frame"):
            rating = max(rating, self._promise.get(key(link.parent), 0.0))
        if link.place == "sitemap":
            rating *= _UNLINKED
        if is_document(link.url) and not _is_dull(link):
            above = self._promise.get(key(link.parent), 0.0)
            rating = max(rating, above - _HANDED_DOWN)
        return rating

    def _head(self, family: Family) -> tuple[float, int, int, Link] | None:
        """Look at the best entry of a family, throwing stale ones away."""
        heap = self._heaps[family]
        while heap:
            entry = heap[0]
            waiting = self._best.get(key(entry[3].url))
            if waiting and waiting[1] is entry[3]:
                return entry
            heapq.heappop(heap)
        del self._heaps[family]
        return None

    def _heads(self) -> list[tuple[Family, tuple[float, int, int, Link]]]:
        heads = [(f, self._head(f)) for f in list(self._heaps)]
        return [
            (f, h) for f, h in heads if h and (self._documents > 0 or not is_document(h[3].url))
        ]

    def _most_promising(self) -> Family | None:
        best = min(
            self._heads(),
            key=lambda e: (-self._worth(e[0], -e[1][0], e[1][3]), e[1][1], e[1][2]),
            default=None,
        )
        return best[0] if best else None

    def _nearest(self) -> Family | None:
        """Choose the family nearest to home of those that breadth still has to learn of."""
        pages = [
            e
            for e in self._heads()
            if not is_document(e[1][3].url) and self._of_family[e[0]] < _ENOUGH_FOR_BREADTH
        ]
        best = min(
            pages, key=lambda e: (e[1][1], self._of_family[e[0]], e[1][0], e[1][2]), default=None
        )
        return best[0] if best else None

    def _worth(self, family: Family, rating: float, link: Link) -> float:
        over = max(0, self._of_family[family] - _ENOUGH_OF_FAMILY)
        if family[0]:
            over = max(over, self._of_kind[family[0]] - _ENOUGH_OF_KIND)
        return rating * _FADE**over * (_DOCUMENT_FADE if is_document(link.url) else 1.0)


def _family(link: Link) -> Family:
    """Group links of a kind that lie in one folder, or documents that hang on one page."""
    kind = next(iter(kinds_of_link(link.text, link.url)), "")
    if is_document(link.url):
        return f"document {kind}".strip(), link.parent
    folder = urlsplit(link.url).path.rpartition("/")[0]
    return kind, re.sub(r"\d+", "0", folder)


def _is_dull(link: Link) -> bool:
    kinds = kinds_of_link(link.text, link.url)
    return bool(kinds) and set(kinds) <= {"service", "legal"}
