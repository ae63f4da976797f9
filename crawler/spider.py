"""The one spider for any body: it carries each visit's questions out and the answers back."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any, Self

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.addresses import host_of
from crawler.answers import Answer, Ask
from crawler.archive import Archive, Exchange, Record
from crawler.captures import TooLargeError, decode_content
from crawler.folder import utc
from crawler.guards import reason_of
from crawler.pages import is_hopeless
from crawler.politeness import Pace
from crawler.visit import Visit

PAGE_LIMIT = 5_000_000  # bytes
DOCUMENT_LIMIT = 20_000_000


class BodySpider(scrapy.Spider):
    """Crawls bodies side by side, each with at most one request under way."""

    name = "doorstep"

    def __init__(
        self,
        *,
        visits: Iterable[Visit],
        archive: Archive,
        pace: Pace,
        report: Callable[[Visit, bool], None],
    ) -> None:
        super().__init__()
        self.archive = archive
        self.pace = pace
        self.disk_error: OSError | None = None
        self._visits = list(visits)
        self._report = report

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider and tie its pace to the crawler."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        # Later than AutoThrottle, which would undo what a Crawl-delay asks for.
        opened = signals.spider_opened
        crawler.signals.connect(lambda: spider.pace.attach(crawler), signal=opened, weak=False)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Begin every visit."""
        for visit in self._visits:
            for request in self._advance(visit):
                yield request

    def parse(self, response: Response, visit: Visit, ask: Ask) -> Iterator[Request]:
        """Hand an answer to its visit and go on."""
        visit.take(ask, _answer(response))
        yield from self._advance(visit)

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Hand a failure to its visit and go on."""
        request: Request = failure.request  # type: ignore[attr-defined] # Scrapy sets it
        visit, ask = request.cb_kwargs["visit"], request.cb_kwargs["ask"]
        error = failure.value
        if isinstance(error, StopDownload) and error.response is not None:
            visit.take(ask, _stopped(error.response))
        elif error is not None:
            reason = reason_of(error, request.url)
            self.logger.info("%s: %s (%s)", request.url, reason, error)
            now = utc(datetime.now(UTC))
            visit.take(ask, Answer(url=request.url, headers={}, reason=reason, at=now))
        yield from self._advance(visit)

    def _advance(self, visit: Visit) -> Iterator[Request]:
        ask = visit.next()
        self._report(visit, ask is None)
        if ask is not None:
            large = ask.purpose == "page" and not ask.url.lower().endswith((".htm", ".html"))
            yield Request(
                ask.url,
                callback=self.parse,
                errback=self.failed,
                cb_kwargs={"visit": visit, "ask": ask},
                dont_filter=True,
                meta={"download_maxsize": DOCUMENT_LIMIT if large else PAGE_LIMIT},
            )


class Keeper:
    """Scrapy downloader middleware next to the wire: keeps every response as it came."""

    def __init__(self, crawler: Crawler) -> None:
        assert isinstance(crawler.spider, BodySpider)
        self._crawler = crawler
        self._spider = crawler.spider
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="archive")
        crawler.signals.connect(self._look, signal=signals.headers_received)
        crawler.signals.connect(self._close, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make the middleware."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response:
        """Write a response to the archive before anything else sees it."""
        exchange = Exchange(
            url=request.url,
            request_headers=[(b"Host", host_of(request.url).encode()), *_pairs(request.headers)],
            status=response.status,
            phrase=_phrase(response.status),
            headers=_pairs(response.headers),
            body=response.body,
            date=utc(datetime.now(UTC)),
        )
        loop = asyncio.get_running_loop()
        try:
            kept = await loop.run_in_executor(self._writer, self._spider.archive.keep, exchange)
        except OSError as error:
            self._spider.disk_error = error
            await self._crawler.stop_async()
            raise
        request.meta["record"] = kept
        return response

    def _look(self, headers: Any, body_length: int, request: Request) -> None:
        """Stop a download as soon as its headers tell that it is of no use."""
        kind = headers.get(b"Content-Type", b"").decode("latin-1")
        if is_hopeless(kind) or body_length > request.meta["download_maxsize"] >= 0:
            raise StopDownload(fail=True)

    def _close(self) -> None:
        self._writer.shutdown()


def _answer(response: Response) -> Answer:
    headers = _plain(response)
    record: Record = response.meta["record"]
    reason, body = "", b""
    try:
        body = decode_content(response.body, headers.get("content-encoding", ""), DOCUMENT_LIMIT)
    except TooLargeError:
        reason = "too_large"
    return Answer(
        url=response.url,
        status=response.status,
        headers=headers,
        body=body,
        reason=reason or ("refused" if "dataloss" in response.flags else ""),
        record=record,
        seconds=float(response.meta.get("download_latency", 0.0)),
    )


def _stopped(response: Response) -> Answer:
    """Make an answer of a download that was stopped at its headers."""
    headers = _plain(response)
    length = headers.get("content-length", "")
    size = int(length) if length.isdigit() else 0
    reason = "not_html" if is_hopeless(headers.get("content-type", "")) else "too_large"
    return Answer(
        url=response.url,
        status=response.status,
        headers=headers,
        reason=reason,
        size=size,
        at=utc(datetime.now(UTC)),
    )


def _plain(response: Response) -> dict[str, str]:
    return {
        k.decode("latin-1").lower(): v[-1].decode("latin-1") for k, v in response.headers.items()
    }


def _pairs(headers: Any) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, values in headers.items() for value in values]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
