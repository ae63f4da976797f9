"""A crawl leaves as one WACZ file that other tools accept, and comes back the same."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.folder import CrawlFolder

BIN = Path(sys.executable).parent
BODIES = {"yew": "http://yew.example/", "away": "http://away.example/"}
SITE = "http://yew.example"


@pytest.fixture(scope="module", autouse=True)
def crawls(web, run_crawl, tmp_path_factory) -> tuple[Path, CrawlFolder, CrawlFolder]:
    """Crawl a site, and once more since then; gives the home and both crawls."""
    web.page(f"{SITE}/", "/about|About us", "/moved", "/board.pdf|Board papers", title="Yew & co")
    web.page(f"{SITE}/about", title="About", headers={"ETag": '"1"'})
    web.page(f"{SITE}/moved", status=301, headers={"Location": "/target"})
    web.page(f"{SITE}/target", title="Before", headers={"ETag": '"2"'})
    web.page(f"{SITE}/board.pdf", body=b"%PDF-1.4 papers", kind="application/pdf")
    home = tmp_path_factory.mktemp("export")
    first = run_crawl(BODIES, home)
    web.page(f"{SITE}/target", title="After", headers={"ETag": '"3"'})
    return home, first, run_crawl(BODIES, home, since=first.path)


def records(file: Path) -> list[tuple[str, str]]:
    found = []
    with zipfile.ZipFile(file) as bundle:
        for name in bundle.namelist():
            if name.startswith("archive/"):
                with bundle.open(name) as stream:
                    for record in ArchiveIterator(stream):
                        url = record.rec_headers.get_header("WARC-Target-URI")
                        found.append((record.rec_type, url))
    return found


def pages(folder: CrawlFolder) -> dict[str, tuple[str, int, str, str]]:
    return {
        f.final_url: (f.reason, f.depth, f.digest, f.fetched_at)
        for f in folder.fetches()
        if f.is_page and f.warc and f.reason in ("ok", "not_modified")
    }


@pytest.mark.parametrize("which", [1, 2])
def test_a_crawl_is_exported_and_imported_whole(crawls, run_doorstep: Callable, which, tmp_path):
    home, crawl, file = crawls[0], crawls[which], tmp_path / "out.wacz"

    done = run_doorstep("--home", home, "export", crawl.path.name, file)

    assert done.returncode == 0, done.stderr
    assert f"{file}: 4 pages" in done.stdout
    assert not [path for path in tmp_path.iterdir() if path != file]
    checked = subprocess.run(
        [BIN / "wacz", "validate", "-f", file], capture_output=True, text=True, check=False
    )
    assert "the passed WACZ is valid" in checked.stdout
    with zipfile.ZipFile(file) as bundle:
        head, *listed = map(json.loads, bundle.read("pages/pages.jsonl").splitlines())
        assert json.loads(bundle.read("datapackage.json"))["title"].startswith("bodies, crawled")
    assert head["format"] == "json-pages-1.0"
    assert {page["url"]: page["title"] for page in listed} == {
        f"{SITE}/": "Yew & co",
        f"{SITE}/about": "About",
        f"{SITE}/target": "Before" if which == 1 else "After",
        f"{SITE}/board.pdf": "Board papers",
    }
    assert [page["url"] for page in listed if page["seed"]] == [f"{SITE}/"]

    taken = run_doorstep("--home", tmp_path / "home", "import", home / "bodies.csv", file)

    assert taken.returncode == 1, taken.stderr  # one body never answered
    back = CrawlFolder(next((tmp_path / "home" / "crawls").iterdir()))
    assert pages(back) == pages(crawl)
    for fetch in back.fetches():
        if fetch.reason in ("ok", "not_modified"):
            before = {f.final_url: f for f in crawl.fetches()}[fetch.final_url]
            assert back.capture(fetch).body == crawl.capture(before).body


def test_what_revisits_repeat_goes_along(crawls, run_doorstep: Callable, tmp_path: Path):
    home, _, second = crawls
    file = tmp_path / "later.wacz"

    run_doorstep("--home", home, "export", second.path.name, file)

    found = records(file)
    assert ("revisit", f"{SITE}/about") in found
    assert ("response", f"{SITE}/about") in found
    assert [kind for kind, url in found if url == f"{SITE}/target"] == ["response", "request"]


def test_a_torn_archive_is_exported_without_its_tail(crawls, run_doorstep, tmp_path: Path):
    home, first, _ = crawls
    torn = home / "crawls" / "bodies-torn"
    torn.mkdir()
    for kept in first.path.iterdir():
        (torn / kept.name).write_bytes(kept.read_bytes())
    info = json.loads((torn / "crawl.json").read_text())
    (torn / "crawl.json").write_text(json.dumps(info | {"status": "running"}))
    archive = next(torn.glob("*.warc.gz"))
    archive.write_bytes(archive.read_bytes() + archive.read_bytes()[:100])
    file = tmp_path / "torn.wacz"

    assert run_doorstep("--home", home, "export", torn.name, file).returncode == 0

    assert len(records(file)) == len(records_of(first))


def records_of(folder: CrawlFolder) -> list[str]:
    with next(folder.path.glob("*.warc.gz")).open("rb") as stream:
        return [record.rec_type for record in ArchiveIterator(stream)]


def test_what_cannot_be_exported_is_told(crawls, run_doorstep: Callable, tmp_path: Path):
    home, first, _ = crawls
    wrong = run_doorstep("--home", home, "export", first.path.name, tmp_path / "out.zip")
    nowhere = run_doorstep("--home", home, "export", first.path.name, tmp_path / "no" / "x.wacz")

    assert (wrong.returncode, nowhere.returncode) == (2, 2)
    assert "name it .wacz" in wrong.stderr
    assert "cannot be written (No such file or directory)" in nowhere.stderr
