"""What passes between a visit and the web: terms, questions, answers, and the line of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from crawler.archive import Record
from crawler.folder import Fetch
from crawler.links import Link
from crawler.pages import main_type

REDIRECTS = (301, 302, 303, 307, 308)
NOT_MODIFIED = 304
_CLIENT_FAULT, _SERVER_FAULT = 400, 500


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A request to make: for a page, for robots.txt or for a sitemap."""

    url: str
    link: Link
    purpose: str = "page"
    hops: tuple[str, ...] = ()  # the addresses that redirected here
    shell: "Answer | None" = None  # the page that a browser is to fill


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came of a request; `reason` is set when nothing could be read."""

    url: str
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    reason: str = ""
    record: Record | None = None
    size: int = 0
    seconds: float = 0.0
    at: str = ""
    unchanged: bool = False  # the server says so of what an earlier crawl has read


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a crawl agrees to for each body."""

    agent: str
    pages: int
    allow_private: bool = False
    past: bool = False  # a web archive answers for the sites
    browser: bool = False  # pages that need a browser are given one
    slow_down: Callable[[str, float], None]
    note: Callable[[Fetch], None]
    replay: Callable[[Fetch], Answer | None]
    redirects: Mapping[str, str] = field(default_factory=dict)  # met in an earlier run


def fault_of(status: int) -> str:
    """Name the reason that lies in an HTTP status, or nothing."""
    if status < _CLIENT_FAULT:
        return ""
    return "http_4xx" if status < _SERVER_FAULT else "http_5xx"


def read_reason(answer: Answer) -> str:
    """Name the reason of an answer that was read: it is new, or as it was in an earlier crawl."""
    return "not_modified" if answer.unchanged else "ok"


def line_of(body: str, link: Link, answer: Answer, kind: str) -> Fetch:
    """Make the line for a link and what came of it; `kind` is what the body turned out to be."""
    record = answer.record
    return Fetch(
        body=body,
        url=link.url,
        final_url=answer.url,
        status=NOT_MODIFIED if answer.unchanged else answer.status,
        reason=answer.reason or fault_of(answer.status or 0) or read_reason(answer),
        depth=link.depth,
        parent=link.parent,
        link_text=link.text,
        content_type=kind or main_type(answer.headers.get("content-type", "")),
        bytes=record.size if record else answer.size,
        digest=record.digest if record else "",
        fetched_at=record.date if record else answer.at,
        seconds=round(answer.seconds, 3),
        warc=record.warc if record else "",
        offset=record.offset if record else None,
    )
