"""The records of archive files that any tool made: WARC, ARC or WACZ, packed or not, whole or not.

Damaged records are passed over and counted; reading goes on at the next record.
"""

import contextlib
import io
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from crawler.archive import sound_length
from crawler.errors import CrawlError

_GZIP = b"\x1f\x8b\x08"
_WARC_START = b"WARC/1."
_BLOCK = 1 << 20
_LARGEST = 200_000_000  # bytes of one record; a larger one is passed over
_TYPES = (
    *("warcinfo", "response", "request", "resource"),
    *("metadata", "revisit", "conversion", "continuation"),
)
_ONE_MEMBER = "non-chunked gzip"


def unpack(file: Path, scratch: Path) -> list[Path]:
    """Give the archives in a file: itself, or those that a WACZ holds, taken out into scratch.

    Raises CrawlError when the file cannot be opened or a WACZ holds no archive.
    """
    try:
        if not zipfile.is_zipfile(file):
            with file.open("rb"):
                return [file]
        return _unzip(file, scratch)
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CrawlError(f"{file}: cannot be read ({reason}); check the path") from error


def read_records(file: Path, damage: list[str]) -> Iterator[tuple[int, Any]]:
    """Yield each record of warcio's with its offset; what is damaged is added to the list."""
    start: int | None = 0
    while start is not None:
        at = start
        with file.open("rb") as stream, contextlib.redirect_stderr(io.StringIO()):
            stream.seek(start)
            try:
                records = ArchiveIterator(stream, arc2warc=True)
                at = records.offset
                for record in records:
                    at = records.offset
                    if record.rec_type in _TYPES:
                        yield at, record
                    else:
                        damage.append(f"offset {at}: not a record ({record.rec_type})")
            except Exception as error:  # noqa: BLE001 - a hostile file raises whatever it likes
                said = " ".join(str(error).split())
                damage.append(f"offset {at}: {said[:80] or type(error).__name__}")
                start = None if _ONE_MEMBER in said else _next_start(stream, at + 1)
            else:
                return


def adopt(file: Path, target: Path, scratch: Path) -> list[str]:
    """Bring an archive into a crawl folder as WARC with one gzip member a record.

    A file that is such already is copied byte for byte. Returns the damage found, record by record.
    """
    damage: list[str] = []
    ours = _is_gzip(file) and sound_length(file, 0) == file.stat().st_size
    for _, record in read_records(file, damage):
        ours = ours and record.format == "warc"
    if damage and _is_gzip(file):
        # Members and records may not coincide: undo the compression, then look for records.
        loose = scratch / f"{target.name}.loose"
        _inflate(file, loose)
        return _rewrite(loose, target) or [d for d in damage if _ONE_MEMBER not in d]
    if ours and not damage:
        shutil.copyfile(file, target)
        return []
    return _rewrite(file, target)


def _rewrite(file: Path, target: Path) -> list[str]:
    damage: list[str] = []
    with target.open("wb") as out:
        writer = WARCWriter(out, gzip=True, warc_version="1.1")
        for offset, record in read_records(file, damage):
            data = _read(record.raw_stream)
            if len(data) > _LARGEST:
                damage.append(f"offset {offset}: a record of more than {_LARGEST} bytes")
                continue
            if getattr(record.raw_stream, "limit", 0) > 0:
                damage.append(f"offset {offset}: the record breaks off")
                record.rec_headers.replace_header("WARC-Truncated", "unspecified")
                record.length = None
            record.raw_stream = io.BytesIO(data)
            record.payload_length = len(data)
            writer.write_record(record)
    return damage


def _read(stream: Any) -> bytes:
    parts: list[bytes] = []
    size = 0
    while size <= _LARGEST and (part := stream.read(_BLOCK)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _next_start(stream: BinaryIO, offset: int) -> int | None:
    """Find where the next record may begin, at or after an offset."""
    stream.seek(0)
    mark = _GZIP if stream.read(3) == _GZIP else _WARC_START
    stream.seek(offset)
    tail, place = b"", offset
    while block := stream.read(_BLOCK):
        data = tail + block
        found = data.find(mark)
        if found >= 0:
            return place - len(tail) + found
        tail, place = data[-len(mark) :], place + len(block)
    return None


def _is_gzip(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(3) == _GZIP


def _inflate(file: Path, target: Path) -> None:
    """Undo the compression of a file, member by member; damaged ones give what they can."""
    with file.open("rb") as stream, target.open("wb") as out:
        start: int | None = 0
        while start is not None:
            stream.seek(start)
            end = _inflate_member(stream, out)
            start = _next_start(stream, end if end is not None else start + 1)


def _inflate_member(stream: BinaryIO, out: BinaryIO) -> int | None:
    """Undo one gzip member; returns where it ends, or None when it is damaged."""
    inflater = zlib.decompressobj(wbits=31)
    while data := stream.read(_BLOCK):
        try:
            out.write(inflater.decompress(data))
        except zlib.error:
            return None
        if inflater.eof:
            return stream.tell() - len(inflater.unused_data)
    return None


def _unzip(file: Path, scratch: Path) -> list[Path]:
    found: list[Path] = []
    with zipfile.ZipFile(file) as bundle:
        for number, entry in enumerate(bundle.infolist()):
            name = entry.filename
            if not name.startswith("archive/") or not name.endswith((".warc", ".warc.gz")):
                continue
            target = scratch / f"{file.stem}-{number}-{Path(name).name}"
            with bundle.open(entry) as source, target.open("wb") as out:
                shutil.copyfileobj(source, out)
            found.append(target)
    if not found:
        raise CrawlError(f"{file}: holds no archive; a WACZ has WARC files under archive/")
    return found
