"""A crawl as one WACZ file, which ReplayWeb.page and other tools open, with nothing left outside.

Where pages are unchanged since an earlier crawl, the records that they repeat go with them.
"""

import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from crawler.archive import member_at, sound_length, warcinfo
from crawler.captures import Capture
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, Fetch
from crawler.pages import PAGE, read_page

_READ = ("ok", "not_modified", "needs_browser")


def export_crawl(folder: CrawlFolder, file: Path) -> int:
    """Write a crawl into a WACZ file, in place of what lies there; gives the number of pages.

    Raises CrawlError when there is nothing to write, or no way to write it.
    """
    if file.suffix != ".wacz":
        raise CrawlError(f"{file}: replay tools know such a file by its ending; name it .wacz")
    read = [f for f in folder.fetches() if f.is_page and f.warc and f.reason in _READ]
    if not read:
        raise CrawlError(f"{folder.path}: no page of it was read, so there is nothing to export")
    try:
        with tempfile.TemporaryDirectory(prefix="doorstep-", dir=file.parent) as name:
            scratch = Path(name)
            pages = scratch / "pages.jsonl"
            pages.write_text("".join(_page_lines(folder, read)), encoding="utf-8")
            archives = [*_archives(folder, scratch), *_originals(folder, scratch)]
            whole = scratch / "whole.wacz"
            _pack(archives, pages, _title(folder), whole)
            whole.replace(file)
    except OSError as error:
        raise CrawlError(f"{file}: cannot be written ({error.strerror}); try elsewhere") from error
    return len(read)


def _pack(archives: list[Path], pages: Path, title: str, file: Path) -> None:
    from wacz.main import main  # noqa: PLC0415 - slow, and of use to this alone

    words = ["create", *map(str, archives), "-o", str(file), f"--title={title}"]
    said = io.StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            status = main([*words, "-p", str(pages), "--copy-pages"])
    except Exception as error:
        raise CrawlError(f"{archives[0].parent}: cannot be made a WACZ file ({error})") from error
    if status:
        raise CrawlError(f"{archives[0].parent}: cannot be made a WACZ file ({said.getvalue()})")


def _title(folder: CrawlFolder) -> str:
    info = folder.info
    as_of = f", as of {info['as_of']}" if info.get("as_of") else ""
    return f"{info.get('register')}, crawled by Doorstep on {str(info.get('started'))[:10]}{as_of}"


def _page_lines(folder: CrawlFolder, fetches: list[Fetch]) -> Iterator[str]:
    yield json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "Pages"}) + "\n"
    for number, fetch in enumerate(sorted(fetches, key=lambda f: f.depth), start=1):
        page = {
            "id": str(number),
            "url": fetch.final_url,
            "ts": fetch.fetched_at,
            "title": _name(folder, fetch),
            "seed": fetch.depth == 0,
        }
        yield json.dumps(page, ensure_ascii=False) + "\n"


def _name(folder: CrawlFolder, fetch: Fetch) -> str:
    capture: Capture | None = None
    if fetch.content_type == PAGE:
        capture = folder.capture(fetch)
    title = read_page(capture.body, capture.headers).css_first("title") if capture else None
    words = " ".join(title.text().split()) if title else fetch.link_text
    return words or fetch.final_url


def _archives(folder: CrawlFolder, scratch: Path) -> Iterator[Path]:
    """Give the archives of a crawl; one with a torn tail as a copy without."""
    stopped = folder.info.get("status") != "finished"
    for file in sorted(folder.path.glob("*.warc.gz")):
        end = sound_length(file, 0) if stopped else file.stat().st_size
        if end == file.stat().st_size:
            yield file
            continue
        whole = scratch / file.name
        shutil.copyfile(file, whole)
        with whole.open("r+b") as stream:
            stream.truncate(end)
        yield whole


def _originals(folder: CrawlFolder, scratch: Path) -> Iterator[Path]:
    """Gather the records of earlier crawls that the revisits of this one repeat."""
    if not folder.info.get("since"):
        return
    found: dict[tuple[Path, int], None] = {}
    for fetch in folder.fetches():
        if fetch.warc and fetch.offset is not None:
            _, path, offset = folder.original(fetch)
            if path.parent != folder.path:
                found[path, offset] = None
    if not found:
        return
    file = scratch / "originals.warc.gz"
    with file.open("wb") as out:
        out.write(warcinfo(file.name, software="Doorstep", crawl=folder.id))
        for path, offset in sorted(found):
            out.write(member_at(path, offset))
    yield file
