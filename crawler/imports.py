"""Make a crawl folder from archives that any other tool made.

Records go to the bodies whose sites they are of; depth is found by walking the links from each home
page within the archive. Nothing is made when a file cannot be read at all.
"""

import shutil
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from crawler.addresses import clean, is_other_file, key
from crawler.answers import NOT_MODIFIED, REDIRECTS, Answer, fault_of, line_of, read_reason
from crawler.archive import Record
from crawler.captures import Capture, Revisit, TooLargeError, capture_of, normal_date
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, Fetch, format_fetch, new_crawl, update_info, utc
from crawler.intake import DEEPEST
from crawler.links import Link, LinkReader
from crawler.pages import OTHER, PAGE, is_parked, kind_of, needs_browser, read_page
from crawler.records import adopt, read_records, unpack
from crawler.register import Body, Register
from crawler.site import Site, site_of

_OK = 200
_MOST_HOPS = 10
_MOST_MISSING = 200
_WANTED = ("response", "revisit", "resource")


@dataclass(frozen=True, kw_only=True)
class _Entry:
    """A response in the archive, without its body."""

    url: str
    status: int
    location: str
    date: str
    digest: str
    size: int
    warc: str
    offset: int
    is_revisit: bool = False


def import_archives(register: Register, files: Iterable[Path], root: Path) -> CrawlFolder:
    """Make a crawl folder from WARC, ARC or WACZ files.

    Raises CrawlError, naming the file and the place, when a file holds nothing readable.
    """
    with tempfile.TemporaryDirectory(prefix="doorstep-") as name:
        scratch = Path(name)
        sources = [(f, part) for f in files for part in unpack(f, scratch)]
        if not sources:
            raise CrawlError("no archive to import: name one or more WARC, ARC or WACZ files")
        ready = [_prepare(n, *pair, scratch) for n, pair in enumerate(sources, start=1)]
        entries = [e for path, _ in ready for e in _entries(path)]
        if not entries:
            names = ", ".join(str(f) for f, _ in sources)
            raise CrawlError(
                f"{names}: no answer of a website in it; is it a WARC, ARC or WACZ file?"
            )
        folder = new_crawl(root, register, register.bodies, {"imported": [s for _, s in ready]})
        for path, _ in ready:
            shutil.move(path, folder.path / path.name)
    _write_lines(folder, register, entries)
    read = sorted(f.fetched_at for f in folder.lines() if f.fetched_at)
    dates = read or sorted(e.date for e in entries if e.date) or [utc(datetime.now(UTC))]
    update_info(
        folder,
        started=dates[0],
        finished=dates[-1],
        status="finished",
        imported_at=utc(datetime.now(UTC)),
    )
    return folder


def _prepare(
    number: int, source: Path, part: Path, scratch: Path
) -> tuple[Path, dict[str, str | int]]:
    """Bring one archive into shape; returns the new file and what is to be said of it."""
    stem = part.name.removesuffix(".gz").removesuffix(".warc").removesuffix(".arc")
    target = scratch / f"pages-{number:05}-{stem}.warc.gz"
    damage = adopt(part, target, scratch)
    count = sum(1 for _ in read_records(target, []))
    if not count:
        place = damage[0] if damage else "the file is empty"
        raise CrawlError(f"{source}: no readable record ({place}); is it a WARC, ARC or WACZ file?")
    return target, {"file": source.name, "records": count, "skipped": len(damage)}


def _entries(file: Path) -> Iterator[_Entry]:
    for offset, record in read_records(file, []):
        url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
        if record.rec_type not in _WANTED or not url.startswith(("http://", "https://")):
            continue
        http = record.http_headers
        status = http.get_statuscode() if http else "200"
        try:
            found = capture_of(record)
        except TooLargeError:
            continue
        yield _Entry(
            url=url,
            status=int(status) if str(status).isdigit() else 0,
            location=(http.get_header("Location") or "") if http else "",
            date=found.date if isinstance(found, Capture) else _date(record),
            digest=found.digest,
            size=found.size if isinstance(found, Capture) else 0,
            warc=file.name,
            offset=offset,
            is_revisit=isinstance(found, Revisit),
        )


def _write_lines(folder: CrawlFolder, register: Register, entries: list[_Entry]) -> None:
    with (folder.path / "fetches-00001.jsonl").open("w", encoding="utf-8") as lines:
        for body in register.bodies:
            site = site_of(body, register.bodies)
            own = [e for e in entries if site.owns(e.url) or site.shares(e.url)]
            for fetch in _Walk(folder, body, site, own).lines():
                lines.write(format_fetch(fetch))


class _Walk:
    """The way through the captures of one body, link by link from the home page."""

    def __init__(self, folder: CrawlFolder, body: Body, site: Site, entries: list[_Entry]) -> None:
        self._folder = folder
        self._body = body
        self._site = site
        self._reader = LinkReader()
        self._met: set[str] = set()
        self._digests: set[str] = set()
        self._index: dict[str, _Entry] = {}
        kept = {e.digest for e in entries if not e.is_revisit}
        newest = sorted(entries, key=lambda e: e.date, reverse=True)
        for entry in sorted(newest, key=lambda e: _is_poor(e, kept)):
            self._index.setdefault(clean(entry.url) or entry.url, entry)
        self._by_key = {key(u): e for u, e in reversed(self._index.items())}

    def lines(self) -> Iterator[Fetch]:
        """Yield a line for every page: those that links lead to, then the others."""
        home = clean(self._body.website)
        if home is None:
            yield self._line(Link(url=""), Answer(url="", reason="no_website"))
            return
        missing = 0
        queue = deque([Link(url=home)])
        while queue:
            link = queue.popleft()
            if key(link.url) in self._met:
                continue
            fetch, links = self._visit(link)
            queue.extend(links)
            missing += fetch.reason == "not_archived"
            if fetch.reason != "not_archived" or missing <= _MOST_MISSING:
                yield fetch
        for url in sorted(self._index):
            if key(url) not in self._met:
                fetch, _ = self._visit(Link(url=url, depth=DEEPEST))
                if fetch.content_type and fetch.reason not in ("not_html", "redirect_off_site"):
                    yield fetch

    def _visit(self, link: Link) -> tuple[Fetch, list[Link]]:
        entry, url, reason = self._resolve(link.url)
        if entry is None:
            return self._line(link, Answer(url=url, reason=reason)), []
        record = Record(
            warc=entry.warc,
            offset=entry.offset,
            digest=entry.digest,
            size=entry.size,
            date=entry.date,
        )
        unchanged = entry.is_revisit and entry.status == NOT_MODIFIED
        answer = Answer(url=entry.url, status=entry.status, record=record, unchanged=unchanged)
        reason = reason or fault_of(entry.status)
        if reason:
            return self._line(link, replace(answer, reason=reason)), []
        try:
            capture = self._folder.capture(_place(entry))
        except TooLargeError:
            return self._line(link, replace(answer, reason="too_large")), []
        except CrawlError:
            return self._line(link, replace(answer, reason="not_archived")), []
        return self._read(link, replace(answer, headers=capture.headers), capture)

    def _read(self, link: Link, answer: Answer, capture: Capture) -> tuple[Fetch, list[Link]]:
        kind = kind_of(capture.body, capture.content_type)
        if kind == OTHER:
            return self._line(link, replace(answer, reason="not_html")), []
        if capture.digest in self._digests:
            return self._line(link, replace(answer, reason="duplicate"), kind), []
        self._digests.add(capture.digest)
        if kind != PAGE:
            return self._line(link, answer, kind), []
        tree = read_page(capture.body, capture.headers)
        if link.depth == 0 and is_parked(tree):
            return self._line(link, replace(answer, reason="parked"), kind), []
        reason = "needs_browser" if needs_browser(tree) else read_reason(answer)
        links = [
            found
            for found in self._reader.read(tree, answer.url, link.depth + 1)
            if self._site.reaches(answer.url, found.url) and not is_other_file(found.url)
        ]
        return self._line(link, replace(answer, reason=reason), kind), links

    def _resolve(self, url: str) -> tuple[_Entry | None, str, str]:
        """Follow redirects within the archive; gives the last response, its address, a reason."""
        hops: list[str] = []
        while True:
            self._met.add(key(url))
            entry = self._index.get(url) or self._by_key.get(key(url))
            if entry is None:
                return None, url, "not_archived"
            if entry.status not in REDIRECTS or not entry.location:
                return entry, url, ""
            hops.append(url)
            target = clean(urljoin(entry.url, entry.location)) or url
            if target in hops or len(hops) > _MOST_HOPS:
                return entry, url, "trap"
            if not (self._site.owns(target) or self._site.shares(target)):
                return None, target, "redirect_off_site"
            if key(target) in self._met and key(target) not in {key(h) for h in hops}:
                return None, target, "duplicate"
            url = target

    def _line(self, link: Link, answer: Answer, kind: str = "") -> Fetch:
        return line_of(self._body.id, link, answer, kind)


def _is_poor(entry: _Entry, kept: set[str]) -> bool:
    """Say whether any other capture of the address is to be preferred, even an older one."""
    return entry.digest not in kept if entry.is_revisit else entry.status != _OK


def _place(entry: _Entry) -> Fetch:
    """Make the least line that a capture can be read by."""
    return Fetch(
        body="",
        url=entry.url,
        final_url=entry.url,
        status=entry.status,
        reason="ok",
        depth=0,
        warc=entry.warc,
        offset=entry.offset,
    )


def _date(record: Any) -> str:
    return normal_date(record.rec_headers.get_header("WARC-Date") or "")
