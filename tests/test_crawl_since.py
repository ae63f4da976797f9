"""A later crawl asks only for what has changed, and says of the rest where it lies."""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from loopback import assert_sound
from warcio.archiveiterator import ArchiveIterator

from audit.store import read_database
from crawler.captures import Revisit, read_capture
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder
from doorstep.demo import DEMO_DATE, register_file
from doorstep.demo.server import demo_web

BODIES = {"elm": "http://elm.example/"}
LONG = "We buy care for the people of this place. " * 200
SHELL = "<!doctype html><title>App</title><div id=root></div><script src=/a.js></script>"


@pytest.fixture(scope="module", autouse=True)
def crawls(web, run_crawl, tmp_path_factory):
    """Crawl a site three times, each after the one before; it changes a little in between."""
    site = "http://elm.example"

    def page(path: str, *links: str, tag: str = "", **more) -> None:
        headers = {"ETag": f'"{tag}"'} if tag else {}
        web.page(f"{site}{path}", *links, text=LONG, headers=headers, **more)

    page("/", "/tagged", "/plain", "/changes", "/goes", "/moved", "/app", tag="home", title="Elm")
    page("/tagged", tag="t1", title="Tagged")
    page("/plain", title="Plain")
    page("/changes", tag="c1", title="Before")
    page("/goes", tag="g1", title="Here")
    page("/moved", status=301)
    web.replies[f"{site}/moved"].headers["Location"] = "/target"
    page("/target", tag="m1", title="Target")
    page("/app", tag="a1", body=SHELL)
    root = tmp_path_factory.mktemp("since")
    first = run_crawl(BODIES, root)
    page("/changes", "/new", tag="c2", title="After")
    page("/goes", status=404)
    page("/new", title="New")
    web.log.clear()
    second = run_crawl(BODIES, root, since=first.path)
    asked = {url.partition(".example")[2]: headers for _, url, headers in web.log}
    third = run_crawl(BODIES, root, since=second.path)
    return first, second, third, asked


def reasons(folder: CrawlFolder) -> dict[str, str]:
    return {f.url.partition(".example")[2]: f.reason for f in folder.fetches() if f.is_page}


def profiles(folder: CrawlFolder) -> Counter[str]:
    found: Counter[str] = Counter()
    for archive in folder.path.glob("*.warc.gz"):
        with archive.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type in ("response", "revisit"):
                    said = record.rec_headers.get_header("WARC-Profile") or "response"
                    found[said.rpartition("/")[2]] += 1
    return found


def test_unchanged_pages_are_known_by_what_the_server_says(crawls):
    _, second, _, asked = crawls

    assert reasons(second) == {
        "/": "not_modified",
        "/tagged": "not_modified",
        "/plain": "ok",
        "/changes": "ok",
        "/goes": "http_4xx",
        "/moved": "not_modified",
        "/app": "needs_browser",
        "/new": "ok",
    }
    assert asked["/tagged"]["If-None-Match"] == '"t1"'
    assert "If-None-Match" not in asked["/plain"]
    assert second.info["since"] == crawls[0].path.name


def test_unchanged_pages_are_revisits_that_lead_to_the_earlier_capture(crawls):
    first, second, third, _ = crawls
    before = {f.final_url: f for f in first.fetches()}

    assert profiles(second)["server-not-modified"] == 4
    assert profiles(second)["identical-payload-digest"] == 1  # sent in full, and the same
    for folder in (second, third):
        for fetch in folder.fetches():
            if fetch.warc and fetch.reason == "not_modified":
                capture, old = folder.capture(fetch), before.get(fetch.final_url)
                record = read_capture(folder.path / fetch.warc, fetch.offset)
                assert isinstance(record, Revisit)
                assert (fetch.bytes, fetch.status) == (0, 304)
                assert (capture.url, capture.digest) == (fetch.final_url, fetch.digest)
                if old and old.digest == fetch.digest:
                    assert capture.body == first.capture(old).body
                    assert (record.refers_to, record.date) == (old.final_url, old.fetched_at)


def test_what_changed_and_changed_back_is_told_from_the_newest(crawls):
    _, _, third, _ = crawls

    assert reasons(third)["/changes"] == "not_modified"
    changed = {f.url: f for f in third.fetches()}["http://elm.example/changes"]
    assert b"After" in third.capture(changed).body


def test_archives_of_revisits_have_no_fault(crawls):
    for folder in crawls[:3]:
        assert_sound(folder)


def test_a_crawl_of_another_register_is_no_ground(crawls, run_crawl, tmp_path: Path):
    process = run_crawl.start(BODIES, tmp_path, since=crawls[0].path)
    _, told = process.communicate(timeout=20)

    assert process.returncode == 1
    assert "lies outside" in told
    assert "Traceback" not in told


def test_a_missing_earlier_crawl_is_told(run_crawl, tmp_path: Path):
    process = run_crawl.start(BODIES, tmp_path, since=tmp_path / "crawls" / "gone")

    assert "not a crawl folder" in process.communicate(timeout=20)[1]


def test_a_revisit_without_its_original_says_so(crawls, tmp_path: Path):
    second = crawls[1]
    alone = tmp_path / second.path.name
    alone.mkdir()
    for file in second.path.iterdir():
        (alone / file.name).write_bytes(file.read_bytes())
    fetch = next(f for f in second.fetches() if f.reason == "not_modified" and f.is_page)

    with pytest.raises(CrawlError, match="is a revisit of"):
        CrawlFolder(alone).capture(fetch)


def test_an_unchanged_web_costs_next_to_nothing_and_gets_the_same_verdicts(
    run_doorstep, tmp_path: Path
):
    words = ("--home", tmp_path)
    judge = ("--checklist", "ccg-engagement", "--on", DEMO_DATE.isoformat())
    asked = ("--delay", "0", "--limit", "3", "--contact", "x@example.org")
    with register_file() as register, demo_web() as proxy:
        for _ in range(2):
            since = [w for p in tmp_path.glob("crawls/*") for w in ("--since", p.name)]
            done = run_doorstep(
                *words, "crawl", register, *asked, *since, http_proxy=proxy, no_proxy=""
            )
            assert done.returncode in (0, 1), done.stderr
            assert run_doorstep(*words, "audit", *judge).returncode == 0
    first, second = (CrawlFolder(p) for p in sorted((tmp_path / "crawls").iterdir()))
    sizes = [sum(f.bytes for f in folder.fetches() if f.warc) for folder in (first, second)]

    assert sizes[1] < 0.05 * sizes[0]
    with closing(read_database(tmp_path / "doorstep.db").conn) as db:
        verdicts = [
            db.execute(
                "select f.body, f.criterion, f.outcome, f.clicks from findings f join audits a "
                "on a.id = f.audit where a.crawl = ? order by 1, 2",
                [folder.id],
            ).fetchall()
            for folder in (first, second)
        ]
    assert len(verdicts[0]) > 100
    assert verdicts[0] == verdicts[1]
