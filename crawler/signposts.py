"""What a site tells crawlers: robots.txt, host by host, and the sitemaps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from protego import Protego
from scrapy.utils.sitemap import Sitemap, sitemap_urls_from_robots

from crawler.addresses import clean, host_of, origin
from crawler.captures import decode_content

_MOST_SITEMAPS = 3
_MOST_ENTRIES = 5000
_GZIP = b"\x1f\x8b"
_SERVER_FAULT = 500
_TOO_MANY = 429


@dataclass(frozen=True, kw_only=True)
class Barrier:
    """Why an address must not be fetched, and the status of a robots.txt that says so."""

    reason: str
    status: int | None = None


class Signposts:
    """The rules and sitemaps of one body's hosts, as far as they were read."""

    def __init__(
        self, *, agent: str, slow_down: Callable[[str, float], None], heed: bool = True
    ) -> None:
        self._agent = agent
        self._heed = heed  # no rules of today hold for the sites of the past
        self._slow_down = slow_down
        self._rules: dict[str, Protego | Barrier] = {}
        self._sitemaps: list[str] = []
        self._sitemaps_taken = 0

    def knows(self, url: str) -> bool:
        """Say whether the robots.txt that speaks for an address was asked for, if it is to be."""
        return not self._heed or origin(url) in self._rules

    def forbids(self, url: str) -> Barrier | None:
        """Give the reason why an address must not be fetched, or None."""
        rules = self._rules.get(origin(url))
        if rules is None or isinstance(rules, Barrier):
            return rules
        return None if rules.can_fetch(url, self._agent) else Barrier(reason="robots")

    def read_robots(
        self, at: str, status: int | None, reason: str, body: bytes, own: Callable[[str], bool]
    ) -> None:
        """Take in the robots.txt of an origin, or the reason why there is none to read.

        Rules that a fault keeps from being read forbid everything (RFC 9309); absent ones nothing.
        """
        if status is not None and (status >= _SERVER_FAULT or status == _TOO_MANY):
            reason = "http_5xx" if status >= _SERVER_FAULT else "http_4xx"
        if reason:
            self._rules[at] = Barrier(reason=reason, status=status)
            return
        text = body.decode("utf-8", "replace") if status == 200 else ""  # noqa: PLR2004
        rules = Protego.parse(text)
        self._rules[at] = rules
        pauses = [float(p) for p in (rules.crawl_delay(self._agent),) if p]
        if rate := rules.request_rate(self._agent):
            pauses.append(rate.seconds / rate.requests)
        if pauses:
            self._slow_down(host_of(at), max(pauses))
        if not self._sitemaps_taken:
            named = (clean(u, at) for u in sitemap_urls_from_robots(text.encode(), at))
            self._sitemaps = [u for u in named if u and own(u)] or [f"{at}/sitemap.xml"]

    def next_sitemap(self) -> str | None:
        """Choose a sitemap to ask for, or None when enough were read."""
        if not self._sitemaps or self._sitemaps_taken >= _MOST_SITEMAPS:
            return None
        self._sitemaps_taken += 1
        return self._sitemaps.pop(0)

    def read_sitemap(self, url: str, body: bytes, own: Callable[[str], bool]) -> Iterator[str]:
        """Yield the pages that a sitemap lists; the sitemaps of an index are put in the queue."""
        try:
            sitemap = Sitemap(decode_content(body, "gzip") if body[:2] == _GZIP else body)
            found = [clean(str(e["loc"]), url) for e, _ in zip(sitemap, range(_MOST_ENTRIES))]  # noqa: B905 - the shorter ends it
        except Exception:  # noqa: BLE001 - lxml and Scrapy differ in what they raise
            return
        listed = [u for u in found if u]
        if sitemap.type == "sitemapindex":
            self._sitemaps += sorted(filter(own, listed), key=lambda u: "page" not in u)
        else:
            yield from listed
