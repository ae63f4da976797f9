"""Pages rendered by a browser that has no network of its own.

The page itself is the response already kept; its scripts and data are fetched by the crawler, past
the same guards and at the same pace as any page, and kept. Imported only with the `browser` extra.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any
from urllib.parse import urljoin

from playwright.async_api import Error, Page, Route
from playwright.async_api import Request as Asked
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from crawler.addresses import clean, origin
from crawler.answers import REDIRECTS, Answer
from crawler.captures import decode_content
from crawler.visit import Visit

TIME_LIMIT = 20.0  # seconds a page
_LOADING = 0.6  # of that time, in which a page may ask for more
_STILL = 0.75  # of that time, until a page is taken as it is
_PART_LIMIT = 5_000_000  # bytes
_KEPT_LIMIT = 20_000_000
_MOST_PARTS = 80
_MOST_HOPS = 5
_NEEDED = ("script", "xhr", "fetch")
_NOT_PASSED_ON = {"content-encoding", "content-length", "transfer-encoding", "set-cookie"}


class Renderer(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc] # it has no types
    """Scrapy download handler: renders the requests that carry a shell, fetches the others."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._running = crawler
        self._parts: dict[str, Response] = {}
        self._limit = min(TIME_LIMIT, crawler.settings.getfloat("DOWNLOAD_TIMEOUT"))

    async def download_request(self, request: Request) -> Response:
        """Render a page, or fetch it. Raises DownloadTimeoutError for one that never settles."""
        shell: Answer | None = request.meta.get("shell")
        if shell is None:
            fetched: Response = await super().download_request(request)
            return fetched
        visit: Visit = request.cb_kwargs["visit"]
        rendering = _Rendering(
            shell, self._limit * _LOADING, visit.may_load, partial(self._load, visit)
        )
        request.meta.update(
            playwright=True,
            playwright_context_kwargs=dict(self._running.settings.getdict("DOORSTEP_CONTEXT")),
            playwright_page_init_callback=rendering.begin,
            playwright_page_goto_kwargs={"wait_until": "commit"},
            playwright_page_methods=[PageMethod(_settle, self._limit * _STILL)],
        )
        try:
            drawn = await asyncio.wait_for(super().download_request(request), self._limit)
        except (TimeoutError, Error) as error:
            raise DownloadTimeoutError(f"{shell.url}: cannot be rendered ({error})") from error
        finally:
            await rendering.end()
        if not isinstance(drawn, TextResponse) or origin(drawn.url) != origin(shell.url):
            raise DownloadTimeoutError(f"{shell.url}: led its browser away to {drawn.url}")
        return HtmlResponse(
            url=shell.url,
            headers={"Content-Type": "text/html; charset=utf-8"},
            body=drawn.text.encode("utf-8", "replace"),
            encoding="utf-8",
            request=request,
        )

    async def _load(self, visit: Visit, url: str) -> Response:
        """Fetch a part of a page as the crawler fetches anything; pages of a site share theirs."""
        if url in self._parts:
            return self._parts[url]
        assert self._running.engine is not None
        meta = {"part": True, "download_maxsize": _PART_LIMIT}
        asked = Request(
            url,
            headers={"Accept": "*/*"},
            meta=meta,
            cb_kwargs={"visit": visit},  # whose ledger it counts in
            dont_filter=True,
        )
        found = await self._running.engine.download_async(asked)
        if sum(len(part.body) for part in self._parts.values()) > _KEPT_LIMIT:
            self._parts.clear()
        self._parts[url] = found
        return found


class _Rendering:
    """One page in the browser, and what it may ask for."""

    def __init__(
        self,
        shell: Answer,
        loading: float,
        may_load: Callable[[str], bool],
        load: Callable[[str], Any],
    ) -> None:
        self._shell = shell
        self._may_load = may_load
        self._load = load
        self._until = asyncio.get_running_loop().time() + loading
        self._begun = False
        self._parts = 0
        self._page: Page | None = None
        self._tasks: set[asyncio.Future[Any]] = set()

    async def begin(self, page: Page, request: Request) -> None:  # noqa: ARG002 - scrapy-playwright's hook
        """Take over whatever a fresh page asks for."""
        self._page = page
        page.on("popup", lambda popup: self._spawn(popup.close()))
        await page.route("**/*", self._answer)

    async def end(self) -> None:
        """Close the page, even one whose scripts never come to rest."""
        if self._page is not None and not self._page.is_closed():
            with suppress(Error, TimeoutError):
                await asyncio.wait_for(self._page.close(), 5)

    async def _answer(self, route: Route) -> None:
        reply: dict[str, Any] | None = None
        with suppress(Exception):  # whatever fails, the page does without
            reply = await self._reply(route.request)
        with suppress(Error):
            # An aborted navigation leaves the page as it is; a failed one shows an error page.
            await (route.abort("aborted") if reply is None else route.fulfill(**reply))

    async def _reply(self, asked: Asked) -> dict[str, Any] | None:
        if not self._begun:
            self._begun = True
            kind = self._shell.headers.get("content-type", "text/html")
            return {"status": 200, "headers": {"content-type": kind}, "body": self._shell.body}
        left = self._until - asyncio.get_running_loop().time()
        wanted = asked.resource_type in _NEEDED and asked.method == "GET"
        if not wanted or asked.is_navigation_request() or left <= 0 or self._parts >= _MOST_PARTS:
            return None
        self._parts += 1
        # The fetch goes on where the page no longer waits: it is under way at a host.
        found = await asyncio.wait_for(asyncio.shield(self._spawn(self._follow(asked.url))), left)
        return _reply_of(found) if found is not None else None

    async def _follow(self, url: str) -> Response | None:
        target: str | None = clean(url)
        for _ in range(_MOST_HOPS):
            if target is None or not self._may_load(target):
                return None
            found: Response = await self._load(target)
            where = (found.headers.get("Location") or b"").decode("latin-1")
            if found.status not in REDIRECTS or not where:
                return found
            target = clean(urljoin(target, where))
        return None

    def _spawn(self, work: Any) -> asyncio.Future[Any]:
        task: asyncio.Future[Any] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Future[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # looked at: the page did without


async def _settle(page: Page, seconds: float) -> None:
    with suppress(Error):
        await page.wait_for_load_state("networkidle", timeout=seconds * 1000)


def _reply_of(found: Response) -> dict[str, Any]:
    headers = {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in found.headers.items()
    }
    body = decode_content(found.body, headers.get("content-encoding", ""), _PART_LIMIT)
    kept = {k: v for k, v in headers.items() if k not in _NOT_PASSED_ON}
    return {"status": found.status, "headers": kept, "body": body}
