"""One capture out of an archive file: the response as a reader gets it, whoever wrote the file.

Content encodings are undone and no body grows beyond a limit; the character set is left alone.
"""

import base64
import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import brotli
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from crawler.errors import CrawlError

BODY_LIMIT = 20_000_000  # bytes, after decompression
_CODINGS = ("gzip", "deflate", "br")
_GZIP = b"\x1f\x8b"
_BLOCK = 1 << 16
_SIP = 32  # bytes


class TooLargeError(CrawlError):
    """A body grows beyond the limit when its content encoding is undone."""


@dataclass(frozen=True, kw_only=True)
class Capture:
    """A response out of the archive; `url` is the address that answered."""

    url: str
    status: int
    headers: dict[str, str]  # names in lower case
    content_type: str
    body: bytes  # content encoding undone, character set not
    digest: str  # "sha1:" and base32, of the body as it was sent
    size: int  # bytes of the body as it was sent
    date: str  # 2013-08-06T10:20:30Z


@dataclass(frozen=True, kw_only=True)
class Revisit:
    """A record that says 'the same as before': where it points, by address and date or digest."""

    url: str
    refers_to: str
    date: str
    digest: str


def sha1(data: bytes) -> str:
    """Digest data in the notation of WARC-Payload-Digest."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def decode_content(body: bytes, encoding: str, limit: int = BODY_LIMIT) -> bytes:
    """Undo a Content-Encoding; a body that is not what it claims comes back as it is.

    Raises TooLargeError when the result would exceed the limit (bytes).
    """
    for coding in reversed([c.strip().lower() for c in encoding.split(",")]):
        name = coding.removeprefix("x-")
        if name in _CODINGS and body:
            body = _undo(body, name, limit)
    if len(body) > limit:
        raise TooLargeError(f"a body of {len(body)} bytes is over the limit of {limit}")
    return body


def read_capture(
    path: Path, offset: int, limit: int = BODY_LIMIT, *, file: BinaryIO | None = None
) -> Capture | Revisit:
    """Read the record at an offset (bytes) of an archive file.

    Raises CrawlError when no response lies there.
    """
    stream = file or path.open("rb")
    try:
        stream.seek(offset)
        record = next(iter(ArchiveIterator(stream, arc2warc=True)), None)
        if record is None:
            raise CrawlError(f"{path.name}: no record at {offset}; is the file complete?")
        return capture_of(record, limit)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        said = str(error).strip() or "damaged"
        reason = said.splitlines()[0].partition(", first line")[0]
        raise CrawlError(f"{path.name}: no readable record at {offset} ({reason})") from error
    finally:
        if file is None:
            stream.close()


def capture_of(record: Any, limit: int = BODY_LIMIT) -> Capture | Revisit:
    """Read a record of warcio's: a response, a resource, or a revisit of one."""
    header: Callable[..., str | None] = record.rec_headers.get_header
    url = (header("WARC-Target-URI") or "").strip("<>")
    digest = normal_digest(header("WARC-Payload-Digest") or "")
    date = normal_date(header("WARC-Date") or "")
    if record.rec_type == "revisit":
        return Revisit(
            url=url,
            refers_to=(header("WARC-Refers-To-Target-URI") or "").strip("<>"),
            date=normal_date(header("WARC-Refers-To-Date") or ""),
            digest=digest,
        )
    http = record.http_headers
    headers = {k.lower(): v for k, v in http.headers} if http else {}
    raw = payload_of(record, limit)
    status = http.get_statuscode() if http else "200"
    kind = headers.get("content-type") or (header("Content-Type") or "" if not http else "")
    return Capture(
        url=url,
        status=int(status) if str(status).isdigit() else 0,
        headers=headers,
        content_type=kind,
        body=decode_content(raw, headers.get("content-encoding", ""), limit),
        digest=digest or sha1(raw),
        size=len(raw),
        date=date,
    )


def payload_of(record: Any, limit: int = BODY_LIMIT) -> bytes:
    """Read the body of a record as it was sent, transfer encoding undone."""
    stream = record.raw_stream
    http = record.http_headers
    if http and "chunked" in (http.get_header("Transfer-Encoding") or "").lower():
        stream = ChunkedDataReader(stream, decomp_type=None)
    try:
        data = bytes(stream.read(limit + 1))
        while len(data) <= limit and (more := stream.read(limit + 1 - len(data))):
            data += more
    except ChunkedDataException as error:
        data = bytes(error.data or b"")
    if len(data) > limit:
        raise TooLargeError(f"a body of more than {limit} bytes")
    return data


def digests_in(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the payload digest of each response in an archive file, with its offset."""
    with path.open("rb") as stream:
        records = ArchiveIterator(stream, arc2warc=True)
        for record in records:
            if record.rec_type == "response":
                at: int = records.offset
                said = record.rec_headers.get_header("WARC-Payload-Digest") or ""
                yield normal_digest(said), at


def redirects_in(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the address of each redirect in an archive file, with where it leads as written."""
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, arc2warc=True):
            if record.rec_type == "response" and record.http_headers:
                target = record.http_headers.get_header("Location")
                if target and record.http_headers.get_statuscode().startswith("3"):
                    yield record.rec_headers.get_header("WARC-Target-URI"), target


def normal_digest(digest: str) -> str:
    """Spell a digest as we do: the name of the algorithm in lower case."""
    name, _, value = digest.strip().partition(":")
    return f"{name.lower().replace('-', '')}:{value}" if value else ""


def normal_date(date: str) -> str:
    """Cut fractions of a second off an ISO 8601 date."""
    return date[:19] + "Z" if len(date) >= len("2013-08-06T10:20:30") else date


def _undo(body: bytes, coding: str, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        for part in _unpacked(body, coding):
            parts.append(part)
            size += len(part)
            if size > limit:
                break
    except Exception:  # noqa: BLE001 - what a decompressor raises differs between codings
        if not size:
            return body
    if not size and len(body) > _SIP:
        return body
    if size > limit:
        raise TooLargeError(f"a body that grows beyond {limit} bytes")
    return b"".join(parts)


def _unpacked(body: bytes, coding: str) -> Iterator[bytes]:
    """Unpack a body in small steps, so that whoever takes them can stop a bomb."""
    if coding == "br":
        # A few bytes of Brotli may stand for megabytes, and not every binding has a limit.
        unpack = brotli.Decompressor()
        feed = getattr(unpack, "process", None) or unpack.decompress
        for at in range(0, len(body), _SIP):
            yield feed(body[at : at + _SIP])
    elif coding == "gzip":
        yield from _inflated(body, 31)
    else:
        # Servers disagree whether `deflate` has a header of its own.
        headed = int.from_bytes(body[:2]) % 31 == 0 and body[0] & 15 == zlib.DEFLATED
        yield from _inflated(body, 15 if headed else -15)


def _inflated(body: bytes, wbits: int) -> Iterator[bytes]:
    at = 0
    while at < len(body):
        unpack = zlib.decompressobj(wbits)
        while at < len(body) and not unpack.eof:
            block = body[at : at + _BLOCK]
            at += len(block)
            while block and not unpack.eof:
                yield unpack.decompress(block, _BLOCK)
                block = unpack.unconsumed_tail
        at -= len(unpack.unused_data)
        if not unpack.eof:
            yield unpack.flush()
        if not body.startswith(_GZIP, at):
            return
