"""Pages that are empty shells are filled by a browser that reaches only what it may."""

import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from loopback import assert_sound
from warcio.archiveiterator import ArchiveIterator

from crawler.folder import CrawlFolder, Fetch

pytestmark = pytest.mark.browser
SHELL = "<!doctype html><title>Shell</title><div id=root></div><script src=%s></script>"
FILL = """
const load = (url) => fetch(url).then((r) => r.text()).catch((e) => "refused");
const wanted = [
  "/api/board.json", "/secret/x.json", "http://169.254.169.254/latest/meta-data",
  "http://127.0.0.1:9/inside", "/to-inside", "http://cdn.example/data.json",
];
document.cookie = "a=b";
new Image().src = "/picture.png?from=script";
navigator.sendBeacon("http://tracker.example/beacon", "x");
fetch("/form", { method: "POST", body: "x" }).catch(() => 0);
window.open("http://popup.example/");
const frame = document.createElement("iframe");
frame.src = "http://frame.example/";
document.body.append(frame);
try { new WebSocket("ws://socket.example/"); } catch (e) {}
Promise.all(wanted.map(load)).then((found) => {
  const at = location.pathname;
  document.title = "Filled " + at;
  document.getElementById("root").innerHTML =
    "<h1>Filled " + at + "</h1>" + found.map((f) => "<p>" + f + "</p>").join("") +
    '<a href="/people">Our board members</a> <a href="/plain">Plain</a> <a href="/away">Away</a>' +
    '<a href="/get.pdf">Papers</a>';
});
"""


@pytest.fixture(scope="module")
def crawled(web, program: Callable, run_crawl) -> tuple[CrawlFolder, list]:
    """Crawl a site of shells with a browser, beside one without any."""
    program("chromium")
    site = "http://app.example"
    script = {"kind": "application/javascript"}
    web.page(f"{site}/robots.txt", body="User-agent: *\nDisallow: /secret/\n", kind="text/plain")
    web.page(f"{site}/", body=SHELL % "/app.js")
    web.page(f"{site}/people", body=SHELL % "/app.js")
    web.page(f"{site}/plain", title="Plain", text="Needs no browser at all.")
    web.page(f"{site}/away", body=SHELL % "/away.js")
    web.page(f"{site}/away.js", body="location = 'http://elsewhere.example/'", **script)
    web.page("http://stuck.example/", body=SHELL % "/stuck.js")
    web.page("http://stuck.example/stuck.js", body="for (;;) {}", **script)
    web.page("http://busy.example/", body=SHELL % "/busy.js")
    web.page(
        "http://busy.example/busy.js",
        body="setInterval(() => fetch('/more.json?' + Math.random()), 50);"
        "document.getElementById('root').innerHTML = '<h1>Busy</h1>' + 'words '.repeat(90)",
        **script,
    )
    web.page(f"{site}/app.js", body=FILL, **script)
    web.page(f"{site}/api/board.json", body='"Dr Ann Example, Chair"', kind="application/json")
    web.page(f"{site}/secret/x.json", body='"secret"', kind="application/json")
    web.page(f"{site}/to-inside", status=302, headers={"Location": "http://10.0.0.1/inside"})
    shared = {"kind": "application/json", "headers": {"Access-Control-Allow-Origin": "*"}}
    web.page("http://cdn.example/data.json", body='"From the CDN"', **shared)
    web.page("http://elsewhere.example/", title="Elsewhere")
    web.page("http://healthy.example/", "/a|About", title="Healthy")
    web.page("http://healthy.example/a", title="About")
    rows = {name: f"http://{name}.example/" for name in ("app", "stuck", "busy", "healthy")}
    began = time.monotonic()
    found = run_crawl(rows, browser=True, timeout=20)
    print(f"{time.monotonic() - began:.1f} s")
    return found, list(web.log)


@pytest.fixture(scope="module")
def folder(crawled: tuple[CrawlFolder, list]) -> CrawlFolder:
    return crawled[0]


@pytest.fixture(scope="module")
def log(crawled: tuple[CrawlFolder, list]) -> list[tuple[float, str, dict[str, str]]]:
    """Give what the web was asked in that crawl."""
    return crawled[1]


def by_path(folder: CrawlFolder) -> dict[str, Fetch]:
    return {f.url.removeprefix("http://app.example"): f for f in folder.fetches()}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/", "ok"),
        ("/people", "ok"),
        ("/plain", "ok"),
        ("/away", "needs_browser"),
        ("http://stuck.example/", "needs_browser"),
        ("http://busy.example/", "ok"),
    ],
)
def test_shells_are_filled_where_they_can_be(folder: CrawlFolder, path: str, reason: str):
    assert by_path(folder)[path].reason == reason


def test_the_rendered_page_is_what_is_judged(folder: CrawlFolder):
    people = by_path(folder)["/people"]
    capture = folder.capture(people)

    assert b"<h1>Filled /people</h1>" in capture.body
    assert b"Dr Ann Example, Chair" in capture.body
    assert (capture.url, capture.status) == ("http://app.example/people", 200)
    assert capture.content_type.startswith("text/html")
    assert capture.digest == people.digest
    assert people.link_text == "Our board members"  # a link that only the browser saw


def test_a_page_that_needs_no_browser_is_kept_as_it_came(folder: CrawlFolder):
    kinds = record_kinds(folder)

    assert kinds["http://app.example/plain"] == ["request", "response"]
    assert kinds["http://app.example/people"] == ["conversion", "request", "response"]


def record_kinds(folder: CrawlFolder) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in folder.path.glob("*.warc.gz"):
        with file.open("rb") as stream:
            for record in ArchiveIterator(stream):
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                found.setdefault(url, []).append(record.rec_type)
    return {url: sorted(kinds) for url, kinds in found.items()}


def test_a_conversion_refers_to_the_response_it_was_made_of(folder: CrawlFolder):
    ids, refers = {}, {}
    for file in folder.path.glob("*.warc.gz"):
        with file.open("rb") as stream:
            for record in ArchiveIterator(stream):
                get = record.rec_headers.get_header
                if record.rec_type == "response":
                    ids[get("WARC-Record-ID")] = get("WARC-Target-URI")
                if record.rec_type == "conversion":
                    refers[get("WARC-Target-URI")] = get("WARC-Refers-To")

    assert len(refers) >= 3
    assert all(ids[source] == url for url, source in refers.items())


def test_what_a_page_loads_is_kept_too(folder: CrawlFolder):
    kinds = record_kinds(folder)

    for part in ("http://app.example/app.js", "http://cdn.example/data.json"):
        assert kinds[part] == ["request", "response"]


def test_a_page_reaches_only_what_it_may(log, folder: CrawlFolder):
    hosts = {url.partition("//")[2].partition("/")[0] for _, url, _ in log}
    paths = {url.partition("app.example")[2].partition("?")[0] for _, url, _ in log}
    body = folder.capture(by_path(folder)["/"]).body

    own = {f"{name}.example" for name in ("app", "busy", "stuck", "healthy")}
    assert hosts == own | {"cdn.example"}
    assert not paths & {"/secret/x.json", "/picture.png", "/form"}
    assert b"From the CDN" in body
    assert body.count(b"<p>refused</p>") == 4  # robots.txt, metadata, loopback, a redirect inwards


def test_the_shell_and_shared_scripts_are_fetched_once(log):
    asked = Counter(url for _, url, _ in log)

    assert asked["http://app.example/people"] == 1
    assert asked["http://app.example/app.js"] == 1


def test_every_request_of_a_page_names_us(log):
    assert {h["User-Agent"].partition("/")[0] for _, _, h in log} == {"Doorstep"}


def test_other_bodies_are_complete_and_the_archive_sound(folder: CrawlFolder):
    healthy = [f.reason for f in folder.fetches() if f.body == "healthy" and f.is_page]

    assert healthy == ["ok", "ok"]
    assert folder.info["status"] == "finished"
    assert_sound(folder)


@pytest.mark.usefixtures("folder")
def test_a_crawl_without_a_browser_can_be_gone_on_with_one(run_crawl, tmp_path: Path):
    rows = {"app": "http://app.example/"}
    before = run_crawl(rows, tmp_path, pages=2)
    first = by_path(before)["/"]
    after = run_crawl(rows, tmp_path, resume=before.path, browser=True, timeout=20)
    again = by_path(after)["/"]

    assert (first.reason, again.reason) == ("needs_browser", "ok")
    assert by_path(after)["/people"].reason == "ok"


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path):
    register = tmp_path / "r.csv"
    register.write_text("id,name,website\napp,App,http://app.example/\n")
    words = [
        "--home",
        tmp_path / "home",
        "crawl",
        register,
        "--browser",
        "--contact",
        "x@y.example",
    ]
    bare = "import sys; sys.modules['scrapy_playwright'] = None"
    program = f"{bare}; from doorstep.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1],
    )  # fmt: skip

    assert done.returncode == 2
    assert "pip install 'doorstep[browser]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1
