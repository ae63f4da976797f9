"""Crawl folders: the format that crawls are kept in, read and written.

crawl.json says what the crawl is, register.csv who was crawled, fetches*.jsonl what became of every
address, and *.warc.gz hold the responses. A folder reads whenever its writer was killed.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.captures import BODY_LIMIT, Capture, Revisit, digests_in, read_capture
from crawler.errors import CrawlError
from crawler.reasons import REASONS
from crawler.register import Body, Register, format_register, parse_register

_Places = dict[str, list[tuple[str, int]]]  # digest to files and offsets

_MACHINE_FILES = ("robots.txt", "sitemap")


@dataclass(frozen=True, kw_only=True)
class Fetch:
    """What became of one address of one body: a line of fetches.jsonl."""

    body: str
    url: str
    final_url: str
    status: int | None
    reason: str  # a key of reasons.REASONS
    depth: int  # clicks from the home page
    parent: str = ""
    link_text: str = ""
    content_type: str = ""  # what the body is, without parameters: text/html
    bytes: int = 0  # as sent
    digest: str = ""  # "sha1:" and base32, as in WARC-Payload-Digest
    fetched_at: str = ""  # 2013-08-06T10:20:30Z
    seconds: float = 0.0
    warc: str = ""  # a file of the folder
    offset: int | None = None

    @property
    def is_page(self) -> bool:
        """Say whether this is a page or document, and not robots.txt or a sitemap."""
        return self.link_text not in _MACHINE_FILES or bool(self.parent)


_FIELDS = {f.name for f in fields(Fetch)}


@dataclass(frozen=True)
class CrawlFolder:
    """A crawl on disk."""

    path: Path
    _cache: dict[str, _Places] = field(default_factory=dict, repr=False, compare=False)

    @property
    def id(self) -> str:
        """The name of the crawl: the register and the time it began."""
        return str(self.info.get("id") or self.path.name)

    @property
    def info(self) -> dict[str, Any]:
        """What crawl.json says; read anew each time, since a crawl may be running."""
        try:
            info = json.loads((self.path / "crawl.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CrawlError(
                f"{self.path}: not a crawl folder (crawl.json is missing or damaged)"
            ) from error
        if not isinstance(info, dict):
            raise CrawlError(f"{self.path}: crawl.json is damaged; it does not hold an object")
        return info

    def bodies(self) -> tuple[Body, ...]:
        """Read who was crawled, with every column of the register."""
        file = self.path / "register.csv"
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CrawlError(f"{self.path}: not a crawl folder (no register.csv)") from error
        return parse_register(data, name=self.path.name, path=str(file)).bodies

    def fetches(self) -> list[Fetch]:
        """Read what became of every address; the newest line of a body's address holds."""
        newest: dict[tuple[str, str], Fetch] = {}
        for fetch in self.lines():
            newest[fetch.body, fetch.url] = fetch
        return list(newest.values())

    def lines(self) -> Iterator[Fetch]:
        """Read every line of fetches*.jsonl; a line cut off by a kill is passed over."""
        for file in sorted(self.path.glob("fetches*.jsonl")):
            with file.open("rb") as rows:
                for row in rows:
                    if fetch := _fetch(row):
                        yield fetch

    def failures(self) -> dict[str, str]:
        """Name the bodies of which not one page was read, each with the reason."""
        bodies = self.bodies()
        read: set[str] = set()
        why: dict[str, str] = {}
        for fetch in self.fetches():
            if fetch.is_page:
                if fetch.reason in ("ok", "not_modified", "duplicate"):
                    read.add(fetch.body)
                elif fetch.depth == 0:
                    why[fetch.body] = fetch.reason
        return {b.id: why.get(b.id, "interrupted") for b in bodies if b.id not in read}

    def capture(self, fetch: Fetch, limit: int = BODY_LIMIT) -> Capture:
        """Read the response behind a fetch; a revisit leads to the capture it repeats.

        Raises CrawlError when there is none, and TooLargeError beyond the limit (bytes).
        """
        if not fetch.warc or fetch.offset is None:
            raise CrawlError(f"{self.id}: nothing was kept of {fetch.url} ({fetch.reason})")
        found = read_capture(self._archive(fetch.warc), fetch.offset, limit)
        if isinstance(found, Revisit):
            return replace(self._original(found, limit)[0], url=found.url)
        return found

    def original(self, fetch: Fetch) -> tuple[Capture, Path, int]:
        """Read like `capture`, but the original of a revisit as it is, with its file and offset."""
        path, offset = self._archive(fetch.warc), fetch.offset or 0
        found = read_capture(path, offset)
        if isinstance(found, Revisit):
            return self._original(found, BODY_LIMIT)
        return found, path, offset

    def _archive(self, name: str) -> Path:
        path = self.path / name
        if path.parent != self.path:
            raise CrawlError(f"{self.id}: archive '{name}' lies outside the crawl folder")
        return path

    def _original(self, revisit: Revisit, limit: int) -> tuple[Capture, Path, int]:
        for folder in self._lineage():
            for name, offset in folder.places_of(revisit.digest):
                path = folder.path / Path(name).name
                found = read_capture(path, offset, limit)
                if isinstance(found, Capture):
                    return found, path, offset
        raise CrawlError(
            f"{self.id}: {revisit.url} is a revisit of {revisit.refers_to or 'a page'} "
            f"({revisit.date or revisit.digest}) that is not in this archive"
        )

    def places_of(self, digest: str) -> Iterator[tuple[str, int]]:
        """Find where bodies with a digest lie, as file and offset: by the lines, then by search."""
        yield from self._by_lines().get(digest, [])
        if not self.info.get("since"):
            yield from self._by_search().get(digest, [])

    def _lineage(self) -> Iterator["CrawlFolder"]:
        yield self
        seen = {self.path}
        folder = self
        while since := folder.info.get("since"):
            folder = CrawlFolder(self.path.parent / Path(str(since)).name)
            if folder.path in seen or not folder.path.is_dir():
                return
            seen.add(folder.path)
            yield folder

    def _by_lines(self) -> _Places:
        if "lines" not in self._cache:
            places: _Places = {}
            for line in self.lines():
                if line.digest and line.warc and line.offset is not None:
                    places.setdefault(line.digest, []).append((line.warc, line.offset))
            self._cache["lines"] = places
        return self._cache["lines"]

    def _by_search(self) -> _Places:
        if "search" not in self._cache:
            places: _Places = {}
            for file in sorted(self.path.glob("*.warc.gz")):
                for digest, offset in digests_in(file):
                    places.setdefault(digest, []).append((file.name, offset))
            self._cache["search"] = places
        return self._cache["search"]


def new_crawl(
    root: Path, register: Register, bodies: Iterable[Body], info: dict[str, Any]
) -> CrawlFolder:
    """Make the folder of a crawl that begins now, status `running`."""
    now = datetime.now(UTC)
    root.mkdir(parents=True, exist_ok=True)
    stem = f"{register.name}-{now:%Y%m%d-%H%M%S}"
    name, number = stem, 1
    while True:
        try:
            (root / name).mkdir()
            break
        except FileExistsError:
            number += 1
            name = f"{stem}-{number}"
    folder = CrawlFolder(root / name)
    (folder.path / "register.csv").write_text(format_register(bodies), encoding="utf-8")
    start = {"id": name, "register": register.name, "started": utc(now), "finished": None}
    _write_info(folder, {**start, "as_of": None, "status": "running", **info})
    return folder


def update_info(folder: CrawlFolder, **changes: Any) -> None:
    """Change entries of crawl.json, in one step for whoever reads it."""
    _write_info(folder, {**folder.info, **changes})


def format_fetch(fetch: Fetch) -> str:
    """Write a fetch as a line of fetches.jsonl."""
    return json.dumps(asdict(fetch), ensure_ascii=False) + "\n"


def utc(moment: datetime) -> str:
    """Write a moment as 2013-08-06T10:20:30Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _write_info(folder: CrawlFolder, info: dict[str, Any]) -> None:
    fresh = folder.path / "crawl.json.new"
    fresh.write_text(json.dumps(info, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    fresh.replace(folder.path / "crawl.json")


def _fetch(row: bytes) -> Fetch | None:
    if not row.endswith(b"\n"):
        return None
    try:
        values = json.loads(row)
        fetch = Fetch(**{k: v for k, v in values.items() if k in _FIELDS})
    except (ValueError, TypeError, AttributeError):
        return None
    return fetch if fetch.reason in REASONS else None
