"""Every piece of evidence leads back to the bytes it was taken from.

The archive is read here by warcio and the pages by the standard library's parser, not by Doorstep.
"""

import base64
import hashlib
import re
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest
from warcio.archiveiterator import ArchiveIterator

CODINGS = ("utf-8", "windows-1252")


@dataclass(frozen=True)
class Record:
    kind: str
    address: str
    digest: str
    payload: bytes
    is_pdf: bool


class Words(HTMLParser):
    """All that a page holds for its readers: its text and the values of its attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.values: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style")
        self.values += [value for _, value in attrs if value]

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.silent:
            self.text.append(data)


@cache
def record_at(file: Path, offset: int) -> Record:
    with file.open("rb") as stream:
        stream.seek(offset)
        record = next(iter(ArchiveIterator(stream, no_record_parse=False)))
        address = record.rec_headers.get_header("WARC-Target-URI")
        digest = record.rec_headers.get_header("WARC-Payload-Digest")
        is_pdf = "pdf" in (record.http_headers.get_header("Content-Type") or "")
        sent = record.raw_stream.read()
    with file.open("rb") as stream:
        stream.seek(offset)
        payload = next(iter(ArchiveIterator(stream))).content_stream().read()
    computed = "sha1:" + base64.b32encode(hashlib.sha1(sent).digest()).decode()
    assert computed == digest
    return Record(record.rec_type, address, digest, payload, is_pdf)


@cache
def texts_of(file: Path, offset: int) -> tuple[str, ...]:
    """What a record says, in every reading of it, without white space."""
    record = record_at(file, offset)
    if record.is_pdf:
        pdf = pypdfium2.PdfDocument(record.payload)
        texts = ["".join(page.get_textpage().get_text_range() for page in pdf)]
        pdf.close()
    else:
        texts = []
        for coding in CODINGS:
            words = Words()
            words.feed(record.payload.decode(coding, "replace"))
            words.close()
            texts += ["".join(words.text), *words.values]
    return tuple(bare(text) for text in texts)


def bare(text: str) -> str:
    return re.sub(r"\s+|[\ufffe\u00ad\u200b]", "", text)


@pytest.mark.parametrize(
    "name",
    ["demo_home", "devweb_home"],
)
def test_every_piece_of_evidence_and_every_near_miss_stands_in_the_archive(name: str, request):
    home: Path = request.getfixturevalue(name)
    with closing(sqlite3.connect(home / "doorstep.db")) as db:
        rows, misses = (
            db.execute(
                f'select url, quote, warc, "offset", digest, rule from {table} order by id'
            ).fetchall()
            for table in ("evidence", "near_misses")
        )

    wrong: list[tuple[str, ...]] = []
    for url, quote, warc, offset, digest, rule in rows + misses:
        record = record_at(home / warc, offset)
        if (record.kind, record.address, record.digest) != ("response", url, digest):
            wrong.append((url, f"{record.kind} of {record.address}, {record.digest}"))
        elif not any(bare(quote) in text for text in texts_of(home / warc, offset)):
            wrong.append((url, rule, quote))
    print(f"{name}: {len(rows)} pieces of evidence, {len(misses)} near, {len(wrong)} wrong")

    assert len(rows) > 300
    assert len(misses) > 30
    assert not wrong, Counter(row[1] for row in wrong)
