"""One crawl of hosts that each misbehave in one way: each ends in its typed reason."""

import gzip
import json
from collections.abc import Callable
from itertools import pairwise

import pytest

from crawler.captures import decode_content
from crawler.folder import CrawlFolder
from crawler.reasons import REASONS

PARKED = "<title>a.example</title><p>This domain is for sale. Buy this domain today!</p>"
SHELL = (
    "<title>Loading</title><div id=root></div><noscript>You need to enable JavaScript</noscript>"
    "<script src=app.js></script>"
)


@pytest.fixture(scope="module")
def folder(web, run_crawl: Callable[..., CrawlFolder]) -> CrawlFolder:
    page = web.page
    page(
        "http://good.example/",
        "/about|About us",
        "http://other.example/|Elsewhere",
        "/gone|Gone",
        "/picture.png|A picture",
        "/typed|Typed",
        "/liar|Liar",
        "/big|Big",
        "/bomb|Bomb",
        "/endless|Endless",
        "/cut|Cut",
        "/slow|Slow",
        "/busy|Busy",
        "/loop|Loop",
        "/away|Away",
        "/inside|Inside",
        "/secret/x|Secret",
        "/about?print=1|Print",
        "/copy|Copy",
        "/copy2|Second copy",
        "/session;jsessionid=9?PHPSESSID=8|Session",
        "mailto:a@good.example",
        "javascript:void(0)",
        "ftp://good.example/x",
        "http://user:pw@good.example/about#top|Again",
        "http://127.0.0.1:9/|Private",
        "/minutes.pdf|Board minutes",
        "/menu.pdf|Canteen menu",
        "/fault|Fault",
        "/latin|Latin",
    )
    page("http://good.example/about", title="About", text="Who we are and what we do.")
    page("http://good.example/session", title="Session")
    same = "<title>Same</title><p>The very same words on two addresses of one site.</p>"
    page("http://good.example/copy", body=same)
    page("http://good.example/copy2", body=same)
    page("http://good.example/slow", hang=0.5, title="Slow")
    page("http://good.example/typed", body="words", kind="text/plain")
    page("http://good.example/liar", body=b"\x89PNG\r\n\x1a\n\x00\x00" * 50)
    page("http://good.example/big", body=b"<p>" + b"x" * 21_000_000)
    page(
        "http://good.example/bomb",
        body=gzip.compress(bytes(200_000_000)),
        headers={"Content-Encoding": "gzip"},
    )
    page("http://good.example/endless", endless=True)
    page("http://good.example/cut", body="x" * 5000, cut=1000)
    page("http://good.example/inside", status=302, headers={"Location": "/landing"})
    page("http://good.example/landing", title="Landing", text="Where the redirect leads.")
    page("http://good.example/loop", status=302, headers={"Location": "/loop2"})
    page("http://good.example/loop2", status=302, headers={"Location": "/loop"})
    page("http://good.example/away", status=301, headers={"Location": "http://other.example/"})
    page("http://good.example/robots.txt", body="User-agent: *\nDisallow: /secret/\n")
    page("http://good.example/secret/x", title="Secret")
    page("http://good.example/minutes.pdf", body=b"%PDF-1.4 minutes", kind="application/pdf")
    page("http://good.example/menu.pdf", body=b"%PDF-1.4 menu", kind="application/pdf")
    page("http://good.example/fault", status=500, body="<h1>Fault</h1>")
    latin = "<meta charset=iso-8859-1><title>L</title><a href='/caf\xe9'>Caf\xe9</a>"
    page("http://good.example/latin", body=latin.encode("latin-1"), kind="text/html")
    page("http://other.example/", title="Another organisation")
    busy = {"status": 503, "headers": {"Retry-After": "1"}, "body": "busy"}
    page("http://good.example/busy", title="Busy once")
    web.replies["http://good.example/busy"].first = type(web.replies["http://good.example/busy"])(
        **busy
    )
    web.replies["http://good.example/busy"].times = 2
    page("http://moved.example/", status=301, headers={"Location": "http://other.example/"})
    page("http://barred.example/robots.txt", body="User-agent: *\nDisallow: /\n")
    page("http://barred.example/", title="Barred")
    page("http://faulty.example/robots.txt", status=500, body="oops")
    page("http://faulty.example/", title="Faulty rules")
    page("http://parked.example/", body=PARKED)
    page("http://shell.example/", body=SHELL)
    page("http://hung.example:8081/", hang=30)
    page("http://hung.example:8081/robots.txt", hang=30)
    page("http://gone.example/", status=410, body="Gone")
    page("http://plain.example/", title="Plain", text="Served over plain http only.")
    page("http://closed.example/", "/one|One", "/two|Two", title="Closed for now")
    shut = {"status": 429, "headers": {"Retry-After": "86400"}, "body": "tomorrow"}
    page("http://closed.example/one", **shut)
    page("http://closed.example/two", **shut)
    page("http://json.example/", status=403, body="{}", kind="application/json")
    page("http://inward.example/", status=302, headers={"Location": "http://169.254.169.254/x"})
    return run_crawl(
        {
            "good": "http://good.example/",
            "moved": "http://moved.example/",
            "barred": "http://barred.example/",
            "faulty": "http://faulty.example/",
            "parked": "http://parked.example/",
            "shell": "http://shell.example/",
            "hung": "http://hung.example:8081/",
            "gone": "http://gone.example/",
            "plain": "https://plain.example/",
            "closed": "http://closed.example/",
            "json": "http://json.example/",
            "unknown": "http://unknown.example/",
            "inward": "http://inward.example/",
            "private": "http://10.1.2.3/",
            "octal": "http://0177.0.0.1/",
            "local": "http://localhost:9/",
            "none": "",
        }
    )


def reasons(folder: CrawlFolder, body: str) -> dict[str, str]:
    return {
        f.url.removeprefix(f"http://{body}.example"): f.reason
        for f in folder.fetches()
        if f.body == body
    }


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/", "ok"),
        ("/about", "ok"),
        ("/gone", "http_4xx"),
        ("/typed", "not_html"),
        ("/liar", "not_html"),
        ("/big", "too_large"),
        ("/bomb", "too_large"),
        ("/endless", "too_large"),
        ("/cut", "refused"),
        ("/slow", "ok"),
        ("/busy", "ok"),
        ("/loop", "trap"),
        ("/away", "redirect_off_site"),
        ("/inside", "ok"),
        ("/secret/x", "robots"),
        ("/about?print=1", "duplicate"),
        ("/copy2", "duplicate"),
        ("/session", "ok"),
        ("/minutes.pdf", "ok"),
        ("/fault", "http_5xx"),
        ("/latin", "ok"),
        ("/robots.txt", "ok"),
        ("/sitemap.xml", "http_4xx"),
    ],
)
def test_every_address_ends_in_its_reason(folder: CrawlFolder, path: str, reason: str):
    assert reasons(folder, "good")[path] == reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("moved", "redirect_off_site"),
        ("barred", "robots"),
        ("faulty", "http_5xx"),
        ("parked", "parked"),
        ("hung", "timeout"),
        ("gone", "http_4xx"),
        ("json", "http_4xx"),
        ("unknown", "http_5xx"),
        ("inward", "private_address"),
        ("private", "private_address"),
        ("octal", "private_address"),
        ("local", "private_address"),
        ("none", "no_website"),
    ],
)
def test_a_body_that_cannot_be_crawled_says_why(folder: CrawlFolder, body: str, reason: str):
    assert folder.failures()[body] == reason


def test_an_unknown_name_behind_a_proxy_keeps_the_proxys_status(folder: CrawlFolder):
    home = next(f for f in folder.fetches() if f.body == "unknown" and f.is_page)

    assert (home.reason, home.status) == ("http_5xx", 502)


def test_plain_http_is_tried_where_the_register_says_https(folder: CrawlFolder):
    lines = [(f.url, f.reason) for f in folder.fetches() if f.body == "plain" and f.is_page]

    assert lines == [("https://plain.example/", "dns"), ("http://plain.example/", "ok")]
    assert "plain" not in folder.failures()


def test_a_host_that_asks_for_a_day_is_left_alone(web, folder: CrawlFolder):
    found = reasons(folder, "closed")

    assert {found["/one"], found["/two"]} == {"http_4xx", "interrupted"}
    assert len([u for u in web.asked("closed.example") if u in ("/one", "/two")]) == 1


def test_a_script_shell_needs_a_browser(folder: CrawlFolder):
    assert reasons(folder, "shell")["/"] == "needs_browser"


def test_reasons_are_the_closed_list(folder: CrawlFolder):
    assert {f.reason for f in folder.fetches()} <= set(REASONS)


@pytest.mark.usefixtures("folder")
def test_nothing_outside_the_site_or_with_another_scheme_is_asked_for(web):
    asked = {url for _, url, _ in web.log}

    assert not [u for u in asked if "other.example" in u or "127.0.0.1" in u or "pw@" in u]
    assert "http://good.example/picture.png" not in asked
    assert "http://good.example/secret/x" not in asked
    assert "http://good.example/menu.pdf" not in asked
    assert "http://faulty.example/" not in asked
    assert len([u for u in web.asked("good.example") if u == "/about"]) == 1


def test_a_redirect_keeps_both_addresses(folder: CrawlFolder):
    found = next(f for f in folder.fetches() if f.url == "http://good.example/inside")

    assert (found.final_url, found.status) == ("http://good.example/landing", 200)
    assert folder.capture(found).url == found.final_url


@pytest.mark.usefixtures("folder")
def test_a_refusal_to_answer_at_once_is_honoured(web):
    times = [at for at, url, _ in web.log if url == "http://good.example/busy"]

    assert len(times) == 3
    assert all(later - before >= 1.0 for before, later in pairwise(times))


def test_links_keep_their_words_and_depth(folder: CrawlFolder):
    about = next(f for f in folder.fetches() if f.url == "http://good.example/about")

    assert (about.link_text, about.depth, about.parent) == (
        "About us",
        1,
        "http://good.example/",
    )


def test_what_a_charset_hides_is_still_followed(folder: CrawlFolder):
    assert "/caf%C3%A9" in reasons(folder, "good")


def test_the_user_agent_names_us_and_a_contact(web, folder: CrawlFolder):
    agents = {headers["User-Agent"] for _, _, headers in web.log}

    assert agents == {folder.info["user_agent"]}
    assert agents.pop().startswith("Doorstep/")
    assert "(+tests@example.org)" in folder.info["user_agent"]


def test_the_ledger_counts_requests_and_refusals(web, folder: CrawlFolder):
    ledger = folder.info["hosts"]["good.example"]

    assert ledger["requests"] == len(web.asked("good.example"))
    assert ledger["robots_refusals"] == 1


def test_crawl_json_says_what_was_done(folder: CrawlFolder):
    info = json.loads((folder.path / "crawl.json").read_text())

    assert info["status"] == "finished"
    assert info["id"] == folder.path.name
    assert info["started"] <= info["finished"]
    assert info["settings"]["pages"] == 60


def test_a_deflated_and_a_mislabelled_body_are_read():
    assert decode_content(gzip.compress(b"words"), "x-gzip") == b"words"
    assert decode_content(b"plain words", "gzip") == b"plain words"
    assert decode_content(b"plain words", "identity") == b"plain words"
