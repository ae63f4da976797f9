"""Writing a crawl: every request and response as a WARC record, then the line that points to it.

A line is written only after its record is on disk, so a kill leaves at most a torn tail behind.
"""

import io
import threading
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, TextIO
from uuid import uuid4

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.captures import sha1
from crawler.folder import CrawlFolder, Fetch, format_fetch

_LEVEL = 4  # of gzip: two thirds of level 9's time is saved for 3 % more bytes
_HOP_HEADERS = {b"transfer-encoding"}
_NOT_MODIFIED = 304
_REVISIT = "http://netpreserve.org/warc/1.1/revisit/"

Headers = Iterable[tuple[bytes, bytes]]


@dataclass(frozen=True, kw_only=True)
class Record:
    """Where a response lies in the archive."""

    warc: str
    offset: int
    digest: str
    size: int  # bytes of the body as sent
    date: str
    id: str = ""  # of the WARC record


@dataclass(frozen=True, kw_only=True)
class Original:
    """A response in an earlier archive that an unchanged one repeats."""

    url: str
    date: str  # 2013-08-06T10:20:30Z
    digest: str


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A request and its response as they went over the wire, transfer encoding undone."""

    url: str
    request_headers: Headers
    status: int
    phrase: str
    headers: Headers
    body: bytes
    date: str  # 2013-08-06T10:20:30Z
    truncated: str = ""
    source: str = ""  # the address in a web archive that was asked for the response
    original: Original | None = None  # what it may prove to repeat


class Archive:
    """The open files of a running crawl; one process writes to each pair of files."""

    def __init__(self, folder: CrawlFolder, *, agent: str) -> None:
        number, self._lines = _claim(folder.path)
        self._name = f"pages-{number:05}.warc.gz"
        self._warc: BinaryIO = (folder.path / self._name).open("ab")
        self._lock = threading.Lock()
        self._offset = self._warc.tell()
        self._fault: OSError | None = None
        self._append([warcinfo(self._name, software=agent, crawl=folder.id)])

    def keep(self, exchange: Exchange) -> Record:
        """Write a request and its response; returns once both are on disk. Thread-safe."""
        digest = sha1(exchange.body)
        original = exchange.original
        if original and exchange.status == _NOT_MODIFIED:
            digest = original.digest
        elif original and not (exchange.body and digest == original.digest):
            original = None
        name = _new_id()
        parts = _members(exchange, digest, original, name)
        return self._keep(parts, exchange.body, digest, exchange.date, name)

    def keep_rendered(self, *, url: str, body: bytes, date: str, refers_to: str) -> Record:
        """Write a page as a browser has filled it, beside the response that it was made of."""
        digest, name = sha1(body), _new_id()
        part = _conversion(url, body, digest, date, name, refers_to)
        return self._keep([part], body, digest, date, name)

    def _keep(self, parts: list[bytes], body: bytes, digest: str, date: str, name: str) -> Record:
        with self._lock:
            offset = self._append(parts)
        size = len(body)
        return Record(warc=self._name, offset=offset, digest=digest, size=size, date=date, id=name)

    def note(self, fetch: Fetch) -> None:
        """Write the line of a fetch."""
        self._lines.write(format_fetch(fetch))
        self._lines.flush()

    def close(self) -> None:
        """Close both files, even where the disk takes no more."""
        for file in (self._lines, self._warc):
            with suppress(OSError):
                file.close()

    def _append(self, members: list[bytes]) -> int:
        if self._fault is not None:
            raise self._fault
        offset = self._offset
        try:
            self._warc.write(b"".join(members))
            self._warc.flush()
        except OSError as error:
            # Nothing may follow a record that is written in part.
            self._fault = error
            raise
        self._offset += sum(len(m) for m in members)
        return offset


def _claim(path: Path) -> tuple[int, TextIO]:
    """Open the next pair's lines; of several processes each has a number of its own."""
    for number in count(1):
        with suppress(FileExistsError):
            return number, (path / f"fetches-{number:05}.jsonl").open("x", encoding="utf-8")
    raise AssertionError


def repair(folder: CrawlFolder) -> None:
    """Cut torn tails off the files of a crawl that was killed."""
    kept: dict[str, int] = {}
    for file in sorted(folder.path.glob("fetches*.jsonl")):
        data = file.read_bytes()
        if not data.endswith(b"\n"):
            _truncate(file, data.rfind(b"\n") + 1)
    for line in folder.lines():
        if line.warc and line.offset is not None:
            kept[line.warc] = max(kept.get(line.warc, 0), line.offset)
    for file in sorted(folder.path.glob("*.warc.gz")):
        _truncate(file, sound_length(file, kept.get(file.name, 0)))


def _truncate(file: Path, length: int) -> None:
    if file.stat().st_size > length:
        with file.open("r+b") as stream:
            stream.truncate(length)


def sound_length(file: Path, start: int) -> int:
    """Find where the last whole gzip member ends, reading from the start of a known one."""
    end = start
    with file.open("rb") as stream:
        stream.seek(start)
        unpack = zlib.decompressobj(wbits=31)
        position = start
        while data := stream.read(1 << 16):
            while data:
                try:
                    unpack.decompress(data)
                except zlib.error:
                    return end
                position += len(data) - len(unpack.unused_data)
                data = unpack.unused_data
                if not unpack.eof:
                    break
                end = position
                unpack = zlib.decompressobj(wbits=31)
    return end


def _new_id() -> str:
    return f"<urn:uuid:{uuid4()}>"


def _conversion(  # noqa: PLR0917 - the parts of one record
    url: str, body: bytes, digest: str, date: str, name: str, refers_to: str
) -> bytes:
    writer = WARCWriter(io.BytesIO(), warc_version="1.1")
    record = writer.create_warc_record(
        url,
        "conversion",
        payload=io.BytesIO(body),
        length=len(body),
        warc_content_type="text/html; charset=utf-8",
        warc_headers_dict={
            "WARC-Date": date,
            "WARC-Record-ID": name,
            "WARC-Payload-Digest": digest,
            **({"WARC-Refers-To": refers_to} if refers_to else {}),
        },
    )
    return _packed(record)


def _members(exchange: Exchange, digest: str, original: Original | None, name: str) -> list[bytes]:
    dated = {"WARC-Date": exchange.date}
    phrase = exchange.phrase.strip()
    answer = StatusAndHeaders(
        f"{exchange.status} {phrase}".strip(), _texts(exchange.headers), protocol="HTTP/1.1"
    )
    path = (exchange.source or exchange.url).split("://", 1)[-1]
    path = path[path.find("/") :] if "/" in path else "/"
    question = StatusAndHeaders(
        f"GET {path} HTTP/1.1", _texts(exchange.request_headers), is_http_request=True
    )
    writer = WARCWriter(io.BytesIO(), warc_version="1.1")
    response = writer.create_warc_record(
        exchange.url,
        "revisit" if original else "response",
        payload=None if original else io.BytesIO(exchange.body),
        length=0 if original else len(exchange.body),
        http_headers=answer,
        warc_headers_dict={
            **dated,
            "WARC-Record-ID": name,
            "WARC-Payload-Digest": digest,
            **({"WARC-Truncated": exchange.truncated} if exchange.truncated else {}),
            **({"WARC-Source-URI": exchange.source} if exchange.source else {}),
            **(_pointers(original, exchange.status) if original else {}),
        },
    )
    request = writer.create_warc_record(
        exchange.url,
        "request",
        payload=io.BytesIO(b""),
        length=0,
        http_headers=question,
        warc_headers_dict={
            **dated,
            "WARC-Concurrent-To": name,
        },
    )
    return [_packed(response), _packed(request)]


def _pointers(original: Original, status: int) -> dict[str, str]:
    """Say what a revisit repeats, and whether the server or the digest shows it."""
    by_server = status == _NOT_MODIFIED
    return {
        "WARC-Profile": _REVISIT
        + ("server-not-modified" if by_server else "identical-payload-digest"),
        "WARC-Refers-To-Target-URI": original.url,
        "WARC-Refers-To-Date": original.date,
    }


def warcinfo(name: str, *, software: str, crawl: str) -> bytes:
    """Make the record that an archive file begins with."""
    info = {"software": software, "format": "WARC File Format 1.1", "isPartOf": crawl}
    writer = WARCWriter(io.BytesIO(), warc_version="1.1")
    return _packed(writer.create_warcinfo_record(name, info))


def member_at(file: Path, offset: int) -> bytes:
    """Read the gzip member of a record as it lies in its file."""
    inflater = zlib.decompressobj(wbits=31)
    parts: list[bytes] = []
    with file.open("rb") as stream:
        stream.seek(offset)
        while not inflater.eof and (data := stream.read(1 << 16)):
            inflater.decompress(data)
            parts.append(data[: len(data) - len(inflater.unused_data)])
    return b"".join(parts)


def _packed(record: Any) -> bytes:
    out = io.BytesIO()
    WARCWriter(out, gzip=False, warc_version="1.1").write_record(record)
    return zlib.compress(out.getvalue(), _LEVEL, wbits=31)


def _texts(headers: Headers) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, value in headers
        if name.lower() not in _HOP_HEADERS
    ]
