"""An earlier crawl as the ground for a later one: pages are asked for only if they have changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from crawler.answers import NOT_MODIFIED, Answer
from crawler.archive import Original
from crawler.captures import Capture
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, Fetch

_OK = 200
_CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


@dataclass(frozen=True)
class Known:
    """What an earlier crawl holds of an address."""

    capture: Capture

    @property
    def conditions(self) -> dict[str, str]:
        """The request headers that ask for the page only if it has changed; none may be known."""
        headers = self.capture.headers
        return {name: headers[kept] for kept, name in _CONDITIONS.items() if headers.get(kept)}

    @property
    def original(self) -> Original:
        """The record that an unchanged answer repeats."""
        capture = self.capture
        return Original(url=capture.url, date=capture.date, digest=capture.digest)

    def answer(self, answer: Answer) -> Answer:
        """Complete an answer that says 'not modified' with what was read before."""
        capture = self.capture
        return replace(
            answer,
            status=capture.status,
            headers={**capture.headers, **_without_body_headers(answer.headers)},
            body=capture.body,
            unchanged=True,
        )


class Earlier:
    """The pages of an earlier crawl by their addresses; each is read when it is asked for."""

    def __init__(self, folder: CrawlFolder) -> None:
        self._folder = folder
        self._fetches: dict[str, Fetch] = {}
        for fetch in folder.fetches():
            if fetch.warc and (fetch.status in (_OK, NOT_MODIFIED)):
                self._fetches[fetch.final_url or fetch.url] = fetch

    def known(self, url: str) -> Known | None:
        """Give what is known of an address; None where nothing whole can be read."""
        fetch = self._fetches.get(url)
        if fetch is None:
            return None
        try:
            capture, _, _ = self._folder.original(fetch)
        except CrawlError:
            return None
        return Known(capture) if capture.status == _OK else None


def check_earlier(path: Path, *, root: Path, register: str) -> None:
    """Raise CrawlError where a crawl cannot be the ground for a later one in the same root."""
    info = CrawlFolder(path).info
    if info.get("register") != register:
        raise CrawlError(
            f"{path.name}: is a crawl of '{info.get('register')}', not of '{register}'; "
            "--since takes an earlier crawl of the same register"
        )
    if path.resolve().parent != root.resolve():
        raise CrawlError(
            f"{path}: lies outside {root}, and unchanged pages will be read from it; "
            "put its folder there"
        )


def _without_body_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Leave out what a 304 says of a body that it does not have."""
    return {k: v for k, v in headers.items() if not k.startswith(("content-", "transfer-"))}
