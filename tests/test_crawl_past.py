"""A crawl of the past gives each page as it was captured near the date, from a real pywb."""

import json
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive, Exchange
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, Fetch, new_crawl
from crawler.mementos import undo_rewriting
from crawler.period import period_of
from crawler.register import read_register

HOME = "http://north.example/"
DATES = {"old": "2013-08-01T09:30:15Z", "new": "2019-03-04T05:06:07Z"}


def exchange(url: str, word: str, at: str, *, status: int = 200, location: str = "") -> Exchange:
    links = '<a href="/board">Our board</a> <a href="%smoved">Moved</a> <a href="gone">Gone</a>'
    links += '<a href="/late">Only in the new days</a> <a href="http://other.example/">Other</a>'
    body = f"<!doctype html><title>{word}</title><h1>The {word} site</h1><p>{links % HOME}</p>{url}"
    return Exchange(
        url=url,
        request_headers=[(b"Host", b"north.example")],
        status=status,
        phrase="OK",
        headers=[
            (b"Content-Type", b"text/html; charset=utf-8"),
            *([(b"Location", location.encode())] if location else []),
        ],
        body=b"" if location else body.encode(),
        date=at,
    )


@pytest.fixture(scope="module")
def captures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a WARC file of one site as it was on two dates."""
    root = tmp_path_factory.mktemp("captures")
    (root / "r.csv").write_text("id,name,website\nnorth,North,http://north.example/\n")
    register = read_register(root / "r.csv")
    folder = new_crawl(root, register, register.bodies, {})
    archive = Archive(folder, agent="tests")
    for word, at in DATES.items():
        archive.keep(exchange(HOME, word, at))
        archive.keep(exchange(f"{HOME}board", word, at))
        archive.keep(exchange(f"{HOME}moved", word, at, status=301, location="/landing"))
        archive.keep(exchange(f"{HOME}landing", word, at))
        archive.keep(exchange(f"{HOME}gone", word, at, status=404))
    archive.keep(exchange(f"{HOME}late", "new", DATES["new"]))
    archive.close()
    return next(folder.path.glob("*.warc.gz"))


@pytest.fixture(scope="module")
def pywb(captures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the captures with pywb; gives the address of the collection."""
    root = tmp_path_factory.mktemp("pywb")
    (root / "config.yaml").write_text("framed_replay: false\nenable_memento: true\n")
    programs = Path(sys.executable).parent
    for words in (("init", "web"), ("add", "web", str(captures))):
        subprocess.run([programs / "wb-manager", *words], cwd=root, check=True, capture_output=True)
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    serving = subprocess.Popen(
        [programs / "wayback", "-p", str(port), "-b", "127.0.0.1"],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/web/"
    try:
        for _ in range(200):
            with suppress(URLError, OSError):
                urlopen(address, timeout=5).close()
                break
            time.sleep(0.1)
        yield address
    finally:
        serving.terminate()
        serving.wait()


@pytest.fixture(scope="module")
def go_back(run_doorstep: Callable, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """Crawl the site as of a date; gives the crawl folder."""

    def run(archive: str, day: str, *words: str) -> CrawlFolder:
        home = tmp_path_factory.mktemp("home")
        register = home / "norths.csv"
        register.write_text(f"id,name,website\nnorth,North,{HOME}\n")
        done = run_doorstep(
            *("--home", home, "crawl", register, "--as-of", day, "--archive", archive),
            *("--allow-private", "--delay", "0.02", "--contact", "x@example.org", *words),
            http_proxy="", https_proxy="", all_proxy="",
        )  # fmt: skip
        assert done.returncode in (0, 1), done.stderr
        return CrawlFolder(next((home / "crawls").iterdir()))

    return run


@pytest.fixture(scope="module")
def old(pywb: str, go_back: Callable) -> CrawlFolder:
    return go_back(pywb, "2013-08-06")


def by_path(folder: CrawlFolder) -> dict[str, Fetch]:
    return {f.url.removeprefix(HOME): f for f in folder.fetches()}


def test_each_date_gives_its_own_captures(pywb: str, go_back: Callable, old: CrawlFolder):
    new = go_back(pywb, "2019-02-01")

    for folder, word in ((old, "old"), (new, "new")):
        for path in ("", "board", "moved"):
            fetch = by_path(folder)[path]
            body = folder.capture(fetch).body.decode()
            assert (fetch.reason, fetch.fetched_at) == ("ok", DATES[word])
            assert f"The {word} site" in body
            assert fetch.final_url in body  # and nothing of the archive's around it
            assert "127.0.0.1" not in body
    assert by_path(new)["late"].reason == "ok"


def test_what_was_not_captured_near_the_date_is_not_archived(old: CrawlFolder):
    found = by_path(old)

    assert found["late"].reason == "not_archived"
    assert (found["gone"].reason, found["gone"].status) == ("http_4xx", 404)
    assert found["moved"].final_url == f"{HOME}landing"


def test_nothing_near_the_date_is_told_of_the_body(pywb: str, go_back: Callable):
    between = go_back(pywb, "2016-06-01", "--within", "26w")

    assert between.failures() == {"north": "not_archived"}


def test_sites_own_robots_is_not_asked_but_the_archives_is(old: CrawlFolder):
    targets = [url for url, *_ in records(old)]

    assert not [u for u in targets if u == f"{HOME}robots.txt"]
    assert [u for u in targets if u.startswith("http://127.0.0.1") and u.endswith("/robots.txt")]


def records(folder: CrawlFolder) -> Iterator[tuple[str, str, str]]:
    for file in folder.path.glob("*.warc.gz"):
        with file.open("rb") as stream:
            for record in ArchiveIterator(stream):
                get = record.rec_headers.get_header
                if record.rec_type == "response":
                    source = get("WARC-Source-URI") or ""
                    yield get("WARC-Target-URI"), get("WARC-Date"), source


def test_records_bear_the_original_address_and_date_and_name_the_memento(old: CrawlFolder):
    kept = {url: (at, source) for url, at, source in records(old)}
    captured, source = kept[f"{HOME}board"]

    assert captured == DATES["old"]
    assert source.endswith(f"/web/20130801093015id_/{HOME}board")


def test_crawl_json_says_which_past(pywb: str, old: CrawlFolder):
    info = json.loads((old.path / "crawl.json").read_text())

    assert info["as_of"] == "2013-08-06"
    assert (info["settings"]["archive"], info["settings"]["within"]) == (pywb, 180)
    assert list(info["hosts"]) == ["127.0.0.1"]


def test_an_audit_of_it_judges_as_of_that_date(old: CrawlFolder, run_doorstep: Callable):
    home = old.path.parent.parent
    done = run_doorstep("--home", home, "audit", "--checklist", "ccg-engagement")
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(home / "doorstep.db")) as database:
        judged = database.execute("select judged_on from audits").fetchall()

    assert judged == [("2013-08-06",)]


@pytest.fixture(scope="module")
def plain(web, go_back: Callable) -> CrawlFolder:
    """Crawl an archive without raw captures, with banners, rewritten links and limits."""
    capture = "/wayback/20130805120000/http://north.example"
    dated = {"Memento-Datetime": "Mon, 05 Aug 2013 12:00:00 GMT"}
    for path in ("", "board", "papers"):
        away = {"Location": f"{capture}/{path}", "Vary": "accept-datetime"}
        web.page(f"/wayback/{HOME}{path}", status=302, headers=away)
        web.page(f"{capture}/{path}", title=path, headers=dated)
    web.page(
        f"{capture}/",
        body=(
            "<title>North</title><!-- BEGIN WAYBACK TOOLBAR INSERT --><a href='/x'>Banner</a>"
            "<!-- END WAYBACK TOOLBAR INSERT --><h1>North</h1>"
            f'<a href="{web.proxy}{capture}/board">Board</a> <a href="{capture}/papers">Papers</a>'
        ),
        headers={**dated, "X-Archive-Orig-Server": "Apache", "Server": "archive"},
    )
    reply = web.replies[f"{capture}/papers"]
    busy = {"status": 429, "headers": {"Retry-After": "1"}, "body": "slow down"}
    reply.first, reply.times = type(reply)(**busy), 1
    web.page("/robots.txt", body="User-agent: *\nDisallow: /save/\nCrawl-delay: 0.2\n")
    return go_back(f"{web.proxy}/wayback/", "2013-08-06")


def test_an_archive_without_raw_captures_has_its_rewriting_undone(web, plain: CrawlFolder):
    found = by_path(plain)
    home = plain.capture(found[""])

    assert {p: f.reason for p, f in found.items()} == {"": "ok", "board": "ok", "papers": "ok"}
    assert b"Banner" not in home.body
    assert b'href="http://north.example/board"' in home.body
    assert home.headers["server"] == "Apache"
    assert found[""].fetched_at == "2013-08-05T12:00:00Z"
    asked = [h for _, u, h in web.log if u == f"/wayback/{HOME}"]
    assert asked[0]["Accept-Datetime"] == "Tue, 06 Aug 2013 12:00:00 GMT"


@pytest.mark.usefixtures("plain")
def test_the_archives_own_limits_are_kept(web):
    times = [(at, url) for at, url, _ in web.log if "robots" not in url]
    busy = [at for at, url in times if url.endswith("20130805120000/http://north.example/papers")]

    assert min(later - before for (before, _), (later, _) in pairwise(times)) >= 0.19
    assert busy[1] - busy[0] >= 1.0


def test_an_archive_that_wants_no_crawlers_is_left_alone(web, go_back: Callable):
    closed = type(web)()
    closed.page("/robots.txt", body="User-agent: *\nDisallow: /\n")
    folder = go_back(f"{closed.proxy}/wayback/", "2013-08-06")
    closed.close()

    assert folder.failures() == {"north": "robots"}
    assert [url for _, url, _ in closed.log] == ["/robots.txt"]


@pytest.mark.parametrize(
    ("archive", "day", "said"),
    [
        ("ftp://archive.example/", "2013-08-06", "not the web address of an archive"),
        ("http://127.0.0.1:8080/web", "2013-08-06", "add --allow-private"),
        ("https://archive.example", "2999-01-01", "lies in the future"),
    ],
)
def test_a_past_that_cannot_be_asked_for_is_refused(run_doorstep, tmp_path, archive, day, said):
    register = tmp_path / "r.csv"
    register.write_text(f"id,name,website\nnorth,North,{HOME}\n")
    words = ("--as-of", day, "--archive", archive, "--contact", "x@example.org")
    done = run_doorstep("--home", tmp_path / "home", "crawl", register, *words)

    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) <= 2
    assert not (tmp_path / "home" / "crawls").exists()


def test_an_archive_without_a_path_is_asked_at_its_usual_place():
    day = date(2013, 8, 6)

    assert period_of(archive="https://web.archive.org", as_of=day).gate == (
        "https://web.archive.org/web/"
    )
    assert period_of(archive="https://a.example/coll", as_of=day).gate == "https://a.example/coll/"
    with pytest.raises(CrawlError):
        period_of(archive="a.example", as_of=day)


def test_every_form_of_rewritten_link_is_undone():
    forms = (
        '<a href="https://a.example/web/20130806102030/http://b.example/x">',
        '<a href="http://a.example/web/20130806102030mp_/https://b.example/x">',
        '<a href="//a.example/web/2013/http://b.example/x">',
        '<a href="/web/20130806102030/mailto:who@b.example">',
        '<a href="/web/news/http://b.example/x">',
    )
    undone = undo_rewriting("\n".join(forms).encode(), "https://a.example/web/").decode()

    assert undone.splitlines() == [
        '<a href="http://b.example/x">',
        '<a href="https://b.example/x">',
        '<a href="http://b.example/x">',
        '<a href="mailto:who@b.example">',
        '<a href="/web/news/http://b.example/x">',
    ]
