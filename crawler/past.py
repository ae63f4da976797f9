"""The past: each page as a web archive captured it nearest to a date, by Memento (RFC 7089).

A request for a page becomes one to the archive's TimeGate and one for the capture that it names;
what comes back looks as the page's own site once sent it, with the capture's date.
"""

import asyncio
from dataclasses import replace
from datetime import datetime
from email.utils import format_datetime
from typing import Self
from urllib.parse import urljoin

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.http import Headers, Response

from crawler.addresses import origin
from crawler.answers import REDIRECTS
from crawler.captures import decode_content
from crawler.folder import utc
from crawler.guards import reason_of
from crawler.mementos import (
    GATE,
    MEMENTO,
    RAW,
    REWRITTEN,
    Journey,
    as_sent,
    header,
    journey_of,
    memento_in,
    moment_of,
    stamp_of,
)
from crawler.networks import is_private
from crawler.period import Period
from crawler.politeness import Pace
from crawler.reasons import PASSING
from crawler.signposts import Signposts

_MOST_HOPS = 6
_ROBOTS_LIMIT = 500_000  # bytes
_ROBOTS_TRIES = 3
_OK, _TOO_MANY, _SERVER_FAULT = 200, 429, 500


class NotArchivedError(IgnoreRequest):
    """The archive has no capture near the date, or does not let us see it."""

    def __init__(self, said: str, reason: str = "not_archived") -> None:
        super().__init__(said)
        self.reason = reason


class TimeMachine:
    """Scrapy downloader middleware next to the wire: answers from an archive."""

    def __init__(self, crawler: Crawler, pace: Pace) -> None:
        self._crawler = crawler
        self._period: Period = crawler.settings["PAST"]
        agent = str(crawler.settings["USER_AGENT"])
        self._signs = Signposts(agent=agent, slow_down=pace.slow_down)
        self._reading = asyncio.Lock()
        self._offers_raw: dict[str, bool] = {}  # by origin, once it is known
        crawler.signals.connect(self._look, signal=signals.headers_received)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware with the pace of the spider."""
        return cls(crawler, crawler.spider.pace)  # type: ignore[union-attr] # our one spider has it

    async def process_request(self, request: Request) -> Request | None:
        """Turn a request for a page into one to the TimeGate; hold the archive's robots.txt."""
        if "robots_of" in request.meta:
            return None
        if journey_of(request) is None:
            return self._go(request, Journey(original=request.url), self._period.gate + request.url)
        async with self._reading:
            if not self._signs.knows(request.url):
                await self._read_robots(origin(request.url))
        if bar := self._signs.forbids(request.url):
            raise NotArchivedError(f"{request.url}: the archive's own robots.txt", bar.reason)
        return None

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Go on to the capture that an answer leads to, or give it as its site sent it."""
        journey = journey_of(request)
        if journey is None:
            return response
        captured = moment_of(response)
        target = header(response, "Location") if response.status in REDIRECTS else ""
        if captured is None and target:
            return self._move(request, journey, urljoin(response.url, target))
        if captured is None and response.status == _OK and journey.stage != GATE:
            captured = stamp_of(response.url)
        if captured is None:
            return self._do_without(request, journey, response)
        if journey.stage == GATE:
            return self._move(request, journey, memento_in(response))
        self._check(captured, response.url)
        if journey.stage == RAW or origin(response.url) not in self._offers_raw:
            self._offers_raw[origin(response.url)] = journey.stage == RAW
        arrived = replace(journey, captured=utc(captured))
        request.meta["journey"] = arrived
        return as_sent(arrived, response)

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Treat a download that was stopped at its headers as one that was not."""
        if isinstance(exception, StopDownload) and exception.response is not None:
            found = self.process_response(request, exception.response)
            if isinstance(found, Request):
                return found
            exception.response = found
        return None

    def _look(self, headers: Headers, request: Request) -> None:
        """Stop a TimeGate that answers with the capture itself: the raw one is asked for next."""
        journey = journey_of(request)
        if journey and journey.stage == GATE and headers.get(b"Memento-Datetime"):
            raise StopDownload(fail=True)

    def _move(self, request: Request, journey: Journey, target: str) -> Request:
        """Ask for the address that a TimeGate or an older capture leads to, raw if it can be."""
        if journey.hops >= _MOST_HOPS or not target:
            raise NotArchivedError(f"{journey.original}: the archive leads round in circles")
        if is_private(target) and not self._period.allow_private:
            raise NotArchivedError(f"{target}: lies in a private network", "private_address")
        onward = replace(journey, hops=journey.hops + 1)
        found = MEMENTO.fullmatch(target)
        if found is None:
            # A TimeGate that leads to another one, or captures whose addresses hold no date.
            stage = GATE if journey.stage == GATE and target != request.url else REWRITTEN
            return self._go(request, replace(onward, stage=stage, memento=target), target)
        prefix, stamp, original = found.groups()
        if moment := stamp_of(target):
            self._check(moment, target)
        plain = f"{prefix}{stamp}/{original}"
        if self._offers_raw.get(origin(target), True) and journey.stage != REWRITTEN:
            raw = replace(onward, stage=RAW, memento=plain)
            return self._go(request, raw, f"{prefix}{stamp}id_/{original}")
        return self._go(request, replace(onward, stage=REWRITTEN, memento=plain), plain)

    def _do_without(
        self, request: Request, journey: Journey, response: Response
    ) -> Request | Response:
        """Make something of an answer that is no capture."""
        if response.status == _TOO_MANY or response.status >= _SERVER_FAULT:
            return response
        if journey.stage == RAW and not self._offers_raw.get(origin(response.url)):
            return self._go(request, replace(journey, stage=REWRITTEN), journey.memento)
        raise NotArchivedError(f"{journey.original}: {response.status} from {response.url}")

    def _go(self, request: Request, journey: Journey, url: str) -> Request:
        onward = request.replace(url=url, dont_filter=True)
        onward.meta["journey"] = journey
        onward.meta.pop("tries", None)
        if journey.stage == GATE:
            asked = format_datetime(self._period.moment, usegmt=True)
            onward.headers["Accept-Datetime"] = asked
        else:
            onward.headers.pop("Accept-Datetime", None)
        return onward

    def _check(self, moment: datetime, where: str) -> None:
        if not self._period.holds(moment):
            raise NotArchivedError(f"{where}: {moment:%Y-%m-%d} is too far from the date")

    async def _read_robots(self, at: str) -> None:
        """Read the rules of an archive; a fault is given two further chances."""
        assert self._crawler.engine is not None
        status, reason, body = None, "", b""
        for _ in range(_ROBOTS_TRIES):
            asked = Request(
                f"{at}/robots.txt",
                dont_filter=True,
                meta={"robots_of": at, "download_maxsize": _ROBOTS_LIMIT},
            )
            try:
                answer = await self._crawler.engine.download_async(asked)
            except Exception as error:  # noqa: BLE001 - every failure has its reason
                reason = reason_of(error, asked.url)
            else:
                said = header(answer, "Content-Encoding")
                status, reason = answer.status, ""
                body = decode_content(answer.body, said, _ROBOTS_LIMIT)
            if reason not in PASSING:
                break
        self._signs.read_robots(at, status, reason, body, lambda _: False)
