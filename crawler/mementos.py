"""Captures in a web archive: which date is asked for, and what an archive did to a page undone."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.http import Headers, Response

from crawler.addresses import clean, key
from crawler.captures import decode_content
from crawler.pages import PAGE, main_type

GATE, RAW, REWRITTEN = "gate", "raw", "rewritten"
MEMENTO = re.compile(r"(https?://[^?#]*?/)(\d{14})(?:[a-z]{2}_)?/(.+)")
_LINK = re.compile(r"<([^<>]+)>([^<]*)")
_INSERTS = re.compile(
    rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->"
    rb"|<script[^>]*>(?:(?!<!--).)*?<!-- End Wayback Rewrite JS Include -->"
    rb"|<!-- WB Insert -->.*?<!-- End WB Insert -->",
    re.DOTALL,
)
_ORIGINAL = b"x-archive-orig-"
# These speak of the bytes as the archive sends them, not as the site once did.
_OF_THE_WIRE = {b"content-encoding", b"transfer-encoding", b"content-length", b"connection"}
_OF_THE_MEMENTO = {b"memento-datetime", b"link", b"content-type"}


@dataclass(frozen=True, kw_only=True)
class Journey:
    """How far the way to the capture of a page has come."""

    original: str
    stage: str = GATE
    hops: int = 0
    memento: str = ""  # the capture as the archive shows it
    captured: str = ""  # 2013-08-06T10:20:30Z, once it is there


def journey_of(request: Request) -> Journey | None:
    """Give how far a request has come into the past; None for a request to the present."""
    journey = request.meta.get("journey")
    return journey if isinstance(journey, Journey) else None


def as_sent(journey: Journey, response: Response) -> Response:
    """Undo what the archive did to a capture: its address, headers, links and banners."""
    found = MEMENTO.fullmatch(response.url)
    prefix, shown = (found[1], clean(found[3])) if found else ("", None)
    url = shown if shown and key(shown) == key(journey.original) else journey.original
    headers = _headers_as_sent(response.headers)
    if target := header(response, "Location"):
        inner = MEMENTO.fullmatch(urljoin(response.url, target))
        headers["Location"] = inner[3] if inner and inner[1] == prefix else target
    body = response.body
    if journey.stage == REWRITTEN and main_type(header(response, "Content-Type")) == PAGE:
        body = decode_content(body, header(response, "Content-Encoding"))
        headers.pop("Content-Encoding", None)
        body = undo_rewriting(body, prefix)
    return response.replace(url=url, headers=headers, body=body)


def undo_rewriting(body: bytes, prefix: str) -> bytes:
    """Take an archive's banners out of a page and give its links their own addresses.

    The prefix is what comes before the date in the addresses of captures: https://a.example/web/
    """
    body = _INSERTS.sub(b"", body)
    if not prefix:
        return body
    parts = urlsplit(prefix)
    host, path = re.escape(parts.netloc.encode()), re.escape(parts.path.encode())
    rewritten = rb"(?:(?:https?:)?//%s)?%s\d{4,14}(?:[a-z]{2}_)?/(?=https?://|mailto:)"
    return re.sub(rewritten % (host, path), b"", body)


def _headers_as_sent(headers: Headers) -> Headers:
    """Give the headers of the site, which some archives hand on under names of their own."""
    sent: dict[bytes, Any] = dict(headers.items())
    theirs = {
        name.lower().removeprefix(_ORIGINAL): values
        for name, values in sent.items()
        if name.lower().startswith(_ORIGINAL)
    }
    if not theirs:
        return Headers(sent)
    kept = {k: v for k, v in sent.items() if k.lower() in _OF_THE_WIRE | _OF_THE_MEMENTO}
    return Headers({**kept, **{k: v for k, v in theirs.items() if k not in _OF_THE_WIRE}})


def memento_in(response: Response) -> str:
    """Find the address of the capture that an answer shows: by its headers, else its own."""
    here = str(response.url)
    if place := header(response, "Content-Location"):
        return urljoin(here, place)
    shown = header(response, "Memento-Datetime")
    for link in _LINK.finditer(header(response, "Link")):
        if shown in link[2] and "memento" in link[2]:
            return urljoin(here, str(link[1]))
    return here


def moment_of(response: Response) -> datetime | None:
    """Read when a capture was made: an answer that does not say is none of a capture."""
    try:
        moment = parsedate_to_datetime(header(response, "Memento-Datetime"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def stamp_of(url: str) -> datetime | None:
    """Read the date in the address of a capture."""
    found = MEMENTO.fullmatch(url)
    try:
        return datetime.strptime(found[2], "%Y%m%d%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def header(response: Response, name: str) -> str:
    """Give the last value of a header, or nothing."""
    value: bytes = response.headers.get(name) or b""
    return value.decode("latin-1").strip()
