"""Gentleness: one request at a time per host, never sooner than the delay, and no pushing.

The delay counts from the moment a host answers, so a host never sees two requests closer than that.
"""

import asyncio
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Self

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.addresses import host_of
from crawler.mementos import journey_of

MOST_TRIES = 3
LONGEST_WAIT = 300.0  # seconds; a host that asks for more is left alone for this crawl
_FIRST_WAIT = 2.0
_BUSY = (429, 503)
_FAULT = 400


@dataclass(kw_only=True)
class Ledger:
    """What the crawl asked of one host, or of the hosts of one body."""

    requests: int = 0
    bytes: int = 0
    errors: int = 0
    robots_refusals: int = 0
    least_gap: float | None = None  # seconds
    mean_gap: float | None = None
    gaps: int = 0

    def sent(self, gap: float | None) -> None:
        """Count a request, so many seconds after the one before it to the same host."""
        self.requests += 1
        if gap is not None:
            self.least_gap = gap if self.least_gap is None else min(gap, self.least_gap)
            self.mean_gap = ((self.mean_gap or 0.0) * self.gaps + gap) / (self.gaps + 1)
            self.gaps += 1

    def row(self) -> dict[str, Any]:
        """Give the figures, gaps in seconds to the millisecond."""
        return {k: round(v, 3) if isinstance(v, float) else v for k, v in asdict(self).items()}


def together(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Add up two rows of a ledger, as of a crawl that was stopped and its resumption."""
    many = (one.get("gaps") or 0) + (other.get("gaps") or 0)
    mean = sum((row.get("gaps") or 0) * (row.get("mean_gap") or 0.0) for row in (one, other))
    least = [row["least_gap"] for row in (one, other) if row.get("least_gap") is not None]
    counted = ("requests", "bytes", "errors", "robots_refusals", "gaps")
    return {
        **{name: int(one.get(name) or 0) + int(other.get(name) or 0) for name in counted},
        "least_gap": min(least, default=None),
        "mean_gap": round(mean / many, 3) if many else None,
    }


class LeftAloneError(IgnoreRequest):
    """A host asked not to be bothered for longer than a crawl waits."""

    reason = "interrupted"


class Pace:
    """Holds each host to its delay and keeps the ledgers."""

    def __init__(self) -> None:
        self.ledgers: dict[str, Ledger] = {}  # by host
        self.bodies: dict[str, Ledger] = {}
        self._last: dict[str, float] = {}  # moment of the monotonic clock, by host
        self._slots: dict[str, Slot] = {}
        self._floors: dict[str, float] = {}
        self._until: dict[str, float] = {}

    def attach(self, crawler: Crawler) -> None:
        """Listen to a crawler that is about to begin."""
        assert crawler.engine is not None
        self._slots = crawler.engine.downloader.slots
        crawler.signals.connect(self._answered, signal=signals.headers_received)
        crawler.signals.connect(self._downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(self._left, signal=signals.request_left_downloader)

    def slow_down(self, host: str, seconds: float) -> None:
        """Ask a host no sooner than every so many seconds from now on."""
        self._floors[host] = max(seconds, self._floors.get(host, 0.0))
        self._raise_floor(host)

    def leave_alone(self, host: str, seconds: float) -> None:
        """Ask a host nothing for so many seconds."""
        self._until[host] = max(self._until.get(host, 0.0), time.monotonic() + seconds)

    def wait_left(self, host: str) -> float:
        """Say how many seconds a host is still to be left alone."""
        return self._until.get(host, 0.0) - time.monotonic()

    def ledger(self, host: str) -> Ledger:
        """Give the ledger of a host."""
        return self.ledgers.setdefault(host, Ledger())

    def ledger_of(self, body: str) -> Ledger:
        """Give the ledger of a body."""
        return self.bodies.setdefault(body, Ledger())

    def _answered(self, request: Request, headers: Any, body_length: int) -> None:  # noqa: ARG002
        now = time.monotonic()
        self._count(request, now - request.meta.get("download_latency", 0.0))
        request.meta["answered"] = True
        self._hold(request, now)

    def _downloaded(self, request: Request, response: Response) -> None:
        if "shell" in request.meta:
            return  # a page that was rendered: nothing came over the wire
        for ledger in self._both(request):
            ledger.bytes += len(response.body)
            ledger.errors += response.status >= _FAULT
        self._raise_floor(host_of(request.url))

    def _left(self, request: Request) -> None:
        if not request.meta.pop("answered", False) and "shell" not in request.meta:
            now = time.monotonic()
            self._count(request, now)
            for ledger in self._both(request):
                ledger.errors += 1
            self._hold(request, now)

    def _count(self, request: Request, moment: float) -> None:
        host = host_of(request.url)
        last = self._last.get(host)
        for ledger in self._both(request):
            ledger.sent(None if last is None else moment - last)
        self._last[host] = moment

    def _both(self, request: Request) -> Iterator[Ledger]:
        yield self.ledger(host_of(request.url))
        if visit := request.cb_kwargs.get("visit"):  # an archive's robots.txt is no body's
            yield self.ledger_of(visit.body.id)

    def _hold(self, request: Request, now: float) -> None:
        if slot := self._slots.get(request.meta.get("download_slot", "")):
            slot.lastseen = now

    def _raise_floor(self, host: str) -> None:
        if slot := self._slots.get(host):
            slot.delay = max(slot.delay, self._floors.get(host, 0.0))


class Patience:
    """Scrapy downloader middleware: honours Retry-After of 429 and 503, with two further tries."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware with the pace of the spider."""
        return cls(crawler.spider.pace)  # type: ignore[union-attr] # our one spider has it

    async def process_request(self, request: Request) -> None:
        """Hold a request back while its host is to be left alone."""
        seconds = self._pace.wait_left(host_of(request.url))
        if seconds > LONGEST_WAIT:
            raise LeftAloneError(f"{host_of(request.url)} asked to be left alone")
        if seconds > 0:
            await asyncio.sleep(seconds)

    async def process_response(self, request: Request, response: Response) -> Response | Request:
        """Ask again, later, where the answer says so."""
        # A capture of a site that was once busy is no reason to wait today.
        past = journey_of(request)
        if response.status not in _BUSY or (past and past.captured):
            return response
        tries = int(request.meta.get("tries", 1))
        said = retry_after(response.headers.getlist("Retry-After"))
        wait = said if said is not None else _FIRST_WAIT * 2 ** (tries - 1)
        if said is not None or tries < MOST_TRIES:
            self._pace.leave_alone(host_of(request.url), wait)
        if wait > LONGEST_WAIT or tries >= MOST_TRIES:
            return response
        again = request.replace(dont_filter=True)
        again.meta["tries"] = tries + 1
        return again


def retry_after(values: Iterable[bytes]) -> float | None:
    """Read Retry-After, a number of seconds or a date, as seconds from now."""
    for value in values:
        text = value.decode("latin-1").strip()
        if text.isdigit():
            return float(text)
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            continue
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    return None
