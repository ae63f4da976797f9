"""The one spider for any body: it carries each visit's questions out and the answers back."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from typing import Any, Self

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.http import Headers, Response
from twisted.python.failure import Failure

from crawler.addresses import origin
from crawler.answers import NOT_MODIFIED, REDIRECTS, Answer, Ask, fault_of
from crawler.archive import Archive, Exchange, Record
from crawler.browser import rendering_of
from crawler.captures import TooLargeError, decode_content
from crawler.folder import utc
from crawler.guards import reason_of
from crawler.mementos import journey_of
from crawler.pages import is_hopeless
from crawler.politeness import Pace
from crawler.since import Earlier
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
        earlier: Earlier | None = None,
    ) -> None:
        super().__init__()
        self.archive = archive
        self.pace = pace
        self.disk_error: OSError | None = None
        self._stopping: asyncio.Future[None] | None = None
        self._visits = list(visits)
        self._report = report
        self._earlier = earlier

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
        try:
            visit.take(ask, _answer(response))
        except OSError as error:
            self.give_up(error)
            return
        except Exception:
            # One page that we cannot cope with must not end the crawl of its body.
            self.logger.exception("%s: cannot be made sense of", response.url)
            visit.give_up(ask)
        yield from self._advance(visit)

    def failed(self, failure: Failure) -> Iterator[Request]:
        """Hand a failure to its visit and go on."""
        if self.disk_error is not None:
            return
        request: Request = failure.request  # type: ignore[attr-defined] # Scrapy sets it
        visit, ask = request.cb_kwargs["visit"], request.cb_kwargs["ask"]
        error = failure.value
        if isinstance(error, StopDownload) and error.response is not None:
            visit.take(ask, _stopped(error.response))
        elif error is not None:
            reason = reason_of(error, request.url)
            self.logger.info("%s: %s (%s)", ask.url, reason, error)
            now = utc(datetime.now(UTC))
            visit.take(ask, Answer(url=ask.url, reason=reason, at=now))
        yield from self._advance(visit)

    def give_up(self, error: OSError) -> None:
        """Stop the crawl, since the disk takes no more."""
        if self.disk_error is None:
            self.disk_error = error
            self.logger.error("the crawl folder cannot be written: %s", error)
            self._stopping = asyncio.ensure_future(self.crawler.stop_async())

    def _advance(self, visit: Visit) -> Iterator[Request]:
        ask = visit.next()
        self._report(visit, ask is None)
        if ask is not None:
            known = self._earlier.known(ask.url) if self._earlier and not ask.shell else None
            yield Request(
                ask.url,
                headers=known.conditions if known else None,
                callback=self.parse,
                errback=self.failed,
                cb_kwargs={"visit": visit, "ask": ask},
                dont_filter=True,
                meta={
                    "download_maxsize": DOCUMENT_LIMIT,
                    "known": known,
                    **(rendering_of(ask.shell) if ask.shell else {}),
                },
            )


class Keeper:
    """Scrapy downloader middleware next to the wire: keeps every response as it came."""

    def __init__(self, crawler: Crawler) -> None:
        assert isinstance(crawler.spider, BodySpider)
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
        if shell := request.meta.get("shell"):
            return await self._keep_rendered(request, response, shell)
        past = journey_of(request)
        exchange = Exchange(
            url=response.url if past else request.url,
            source=request.url if past and past.captured else "",
            request_headers=[(b"Host", _authority(request.url)), *_pairs(request.headers)],
            status=response.status,
            phrase=_phrase(response.status),
            headers=_pairs(response.headers),
            body=response.body,
            date=(past and past.captured) or utc(datetime.now(UTC)),
        )
        if known := request.meta.get("known"):
            exchange = replace(exchange, original=known.original)
        request.meta["record"] = await self._write(self._spider.archive.keep, exchange)
        return response

    async def _keep_rendered(self, request: Request, response: Response, shell: Answer) -> Response:
        keep = partial(
            self._spider.archive.keep_rendered,
            url=response.url,
            body=response.body,
            date=utc(datetime.now(UTC)),
            refers_to=shell.record.id if shell.record else "",
        )
        request.meta["record"] = await self._write(keep)
        return response

    async def _write(self, keep: Callable[..., Record], *what: Exchange) -> Record:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._writer, keep, *what)
        except OSError as error:
            self._spider.give_up(error)
            raise

    def _look(self, headers: Headers, body_length: int | str, request: Request) -> None:
        """Stop a download as soon as its headers tell that it is of no use."""
        kind = (headers.get(b"Content-Type") or b"").decode("latin-1")
        limit = min(request.meta["download_maxsize"], limit_for(kind))
        too_long = isinstance(body_length, int) and body_length > limit
        if (is_hopeless(kind) and "part" not in request.meta) or too_long:
            raise StopDownload(fail=True)

    def _close(self) -> None:
        self._writer.shutdown()


def _answer(response: Response) -> Answer:
    past = journey_of(response.request) if response.request else None
    if past and not past.captured:
        # The archive itself is busy, which says nothing of the page.
        return Answer(url=past.original, reason="interrupted", at=utc(datetime.now(UTC)))
    headers = _plain(response)
    record: Record = response.meta["record"]
    reason, body = "", b""
    try:
        limit = limit_for(headers.get("content-type", ""))
        body = decode_content(response.body, headers.get("content-encoding", ""), limit)
    except TooLargeError:
        reason = "too_large"
    answer = Answer(
        url=response.url,
        status=response.status,
        headers=headers,
        body=body,
        reason=reason or ("refused" if "dataloss" in response.flags else ""),
        record=record,
        seconds=float(response.meta.get("download_latency", 0.0)),
    )
    known = response.meta.get("known")
    return known.answer(answer) if known and response.status == NOT_MODIFIED else answer


def _stopped(response: Response) -> Answer:
    """Make an answer of a download that was stopped at its headers."""
    headers = _plain(response)
    length = headers.get("content-length", "")
    useless = is_hopeless(headers.get("content-type", ""))
    reason = "" if response.status in REDIRECTS else fault_of(response.status)
    if not reason and response.status not in REDIRECTS:
        reason = "not_html" if useless else "too_large"
    return Answer(
        url=response.url,
        status=response.status,
        headers=headers,
        reason=reason,
        size=int(length) if length.isdigit() else 0,
        at=utc(datetime.now(UTC)),
    )


def limit_for(content_type: str) -> int:
    """Give the most bytes that are read of a body, by its Content-Type."""
    return PAGE_LIMIT if "html" in content_type.lower() else DOCUMENT_LIMIT


def _plain(response: Response) -> dict[str, str]:
    return {
        k.decode("latin-1").lower(): v[-1].decode("latin-1") for k, v in response.headers.items()
    }


def _pairs(headers: Any) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, values in headers.items() for value in values]


def _authority(url: str) -> bytes:
    return origin(url).partition("://")[2].encode("latin-1")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
