"""What a small budget is spent on, whose pages are whose, and how gently they are asked for."""

from collections.abc import Callable
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from loopback import assert_sound

from crawler.addresses import clean, key
from crawler.folder import CrawlFolder
from crawler.frontier import Frontier
from crawler.links import Link
from crawler.register import Body
from crawler.site import site_of
from crawler.traps import Traps

DELAY = 0.15


@pytest.fixture(scope="module")
def folder(web, run_crawl: Callable[..., CrawlFolder]) -> CrawlFolder:
    """A big site, a trap, two bodies on one host and one with a sub-domain, all in one crawl."""
    news = [f"/news/{n}|News item {n}" for n in range(80)]
    web.page("http://big.example/", *news, "/odd|Our people speak", "/about|About us")
    for n in range(80):
        web.page(f"http://big.example/news/{n}", "/", title=f"News {n}", text=f"Item {n}")
    web.page("http://big.example/odd", title="Odd wording")
    web.page("http://big.example/about", "/about/board|Governing body members", title="About")
    web.page("http://big.example/about/board", "/about/board/papers|Board papers", title="Board")
    web.page("http://big.example/about/board/papers", "/papers/may.pdf|May papers", title="Papers")
    web.page("http://big.example/papers/may.pdf", body=b"%PDF-1.4", kind="application/pdf")
    web.page(
        "http://big.example/robots.txt",
        body="Sitemap: http://big.example/map.xml\nSitemap: http://elsewhere.example/map.xml\n",
    )
    web.page(
        "http://big.example/map.xml",
        body='<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<url><loc>http://big.example/freedom-of-information</loc></url>"
        "<url><loc>http://elsewhere.example/x</loc></url></urlset>",
        kind="application/xml",
    )
    web.page("http://big.example/freedom-of-information", title="Freedom of information")

    web.page("http://maze.example/", "/events/calendar/2026-11-01|Calendar", "/contact|Contact")
    web.page("http://maze.example/contact", title="Contact us")
    for month in range(1, 61):
        at = f"/events/calendar/{2026 + month // 12}-{month % 12 + 1:02}-01"
        after = f"/events/calendar/{2026 + (month + 1) // 12}-{(month + 1) % 12 + 1:02}-01"
        web.page(f"http://maze.example{at}", f"{after}|Next month", title=f"Month {month}")

    web.page("http://both.example/", "/left/|Left", "/right/|Right", title="Two in one")
    web.page(
        "http://both.example/left/",
        "/left/contact|Contact",
        "/right/contact|Not ours",
        "/media/board-papers.pdf|Board papers",
        "/right/board-papers.pdf|Board papers of the other",
        "/elsewhere|In common",
        title="Left",
    )
    web.page("http://both.example/left/contact", title="Left contact")
    web.page("http://both.example/right/", "/right/contact|Contact", title="Right")
    web.page("http://both.example/right/contact", title="Right contact")
    web.page("http://both.example/elsewhere", "/further|Too far", "/|Host", title="In common")
    for path in ("/media/board-papers.pdf", "/right/board-papers.pdf"):
        web.page(f"http://both.example{path}", body=b"%PDF-1.4 x", kind="application/pdf")

    web.page("http://www.wide.example/", "http://meetings.wide.example/|Meetings", title="Wide")
    web.page("http://meetings.wide.example/", "http://notwide.example/|No", title="Meetings")
    web.page("http://notwide.example/", title="Another")

    same = f"<title>One</title><main><p>{'words that are read ' * 20}</p></main>"
    web.page("http://twice.example/", "/one|One", "/menu|One again", "/other|Other")
    web.page("http://twice.example/one", body=f"<nav>Here: One</nav>{same}")
    web.page("http://twice.example/menu", body=f"<nav>Here: Again</nav><div>{same}</div>")
    web.page("http://twice.example/other", body=same.replace("One", "Other"))

    web.page("http://slow.example/robots.txt", body="User-agent: *\nCrawl-delay: 0.5\n")
    web.page("http://slow.example/", "/a", "/b", title="Slow")
    web.page("http://slow.example/a", title="Slow a")
    web.page("http://slow.example/b", title="Slow b")
    return run_crawl(
        {
            "big": "http://big.example/",
            "maze": "http://maze.example/",
            "left": "http://both.example/left/",
            "right": "http://both.example/right/",
            "wide": "http://www.wide.example/",
            "slow": "http://slow.example/",
            "twice": "http://twice.example/",
        },
        pages=20,
        delay=DELAY,
    )


def read(folder: CrawlFolder, body: str) -> set[str]:
    return {
        f.url.partition(".example")[2]
        for f in folder.fetches()
        if f.body == body and f.reason == "ok" and f.is_page
    }


def test_what_matters_is_read_before_the_eightieth_news_item(folder: CrawlFolder):
    found = read(folder, "big")

    assert {
        "/about/board",
        "/about/board/papers",
        "/papers/may.pdf",
        "/freedom-of-information",
    } <= found
    assert len(found) == 20


def test_breadth_meets_an_unforeseen_wording(folder: CrawlFolder):
    assert "/odd" in read(folder, "big")


def test_what_the_budget_left_is_said(folder: CrawlFolder):
    left = [f for f in folder.fetches() if f.body == "big" and f.reason == "over_budget"]

    assert 60 < len(left) <= 200
    assert all(f.link_text.startswith("News item") and f.parent and f.depth == 1 for f in left)


@pytest.mark.usefixtures("folder")
def test_a_sitemap_of_another_host_is_not_asked_for(web):
    assert web.asked("elsewhere.example") == []


def test_a_calendar_without_end_is_a_trap(folder: CrawlFolder):
    reasons = [f.reason for f in folder.fetches() if f.body == "maze"]

    assert "trap" in reasons
    assert len(read(folder, "maze")) < 10
    assert "/contact" in read(folder, "maze")


def test_pages_that_differ_in_their_menus_alone_count_once(folder: CrawlFolder):
    reasons = {
        f.url.partition(".example")[2]: f.reason
        for f in folder.fetches()
        if f.body == "twice" and f.is_page
    }

    assert sorted((reasons["/one"], reasons["/menu"])) == ["duplicate", "ok"]
    assert reasons["/other"] == "ok"


def test_bodies_on_one_host_keep_to_their_own_paths(folder: CrawlFolder):
    assert read(folder, "left") == {
        "/left/",
        "/left/contact",
        "/media/board-papers.pdf",
        "/elsewhere",
    }
    assert read(folder, "right") == {"/right/", "/right/contact"}


def test_a_body_owns_its_sub_domains(folder: CrawlFolder):
    urls = {f.url for f in folder.fetches() if f.body == "wide" and f.reason == "ok"}

    assert "http://meetings.wide.example/" in urls
    assert not [u for u in urls if "notwide" in u]


@pytest.mark.usefixtures("folder")
def test_no_host_is_asked_sooner_than_the_delay(web):
    by_host: dict[str, list[float]] = {}
    for at, url, _ in web.log:
        by_host.setdefault(urlsplit(url).hostname or "", []).append(at)
    gaps = {h: min(b - a for a, b in pairwise(t)) for h, t in by_host.items() if len(t) > 1}

    assert min(gaps.values()) >= DELAY
    assert gaps["slow.example"] >= 0.5


def test_the_archive_has_no_fault(folder: CrawlFolder):
    assert_sound(folder)


def test_every_line_points_at_its_record(folder: CrawlFolder):
    for fetch in folder.fetches():
        if fetch.warc:
            capture = folder.capture(fetch)
            assert (capture.url, capture.digest) == (fetch.final_url, fetch.digest)
            assert capture.status == fetch.status


def test_bodies_keep_every_column(folder: CrawlFolder):
    assert [b.id for b in folder.bodies()] == [
        *("big", "maze", "left", "right", "wide", "slow", "twice")
    ]


@pytest.mark.parametrize(
    ("raw", "base", "whole"),
    [
        ("/a b", "http://x.example/", "http://x.example/a%20b"),
        ("../c#d", "http://x.example/a/b/", "http://x.example/a/c"),
        ("HTTP://X.Example:80/", "", "http://x.example/"),
        ("//y.example/p", "https://x.example/", "https://y.example/p"),
        ("http://u:p@x.example/", "", "http://x.example/"),
        ("/p;jsessionid=1?sid=2&a=1&utm_source=z", "http://x.example/", "http://x.example/p?a=1"),
        ("http://x.example", "", "http://x.example/"),
        ("/../../up", "http://x.example/", "http://x.example/up"),
        ("data:text/html,x", "http://x.example/", None),
        ("file:///etc/passwd", "http://x.example/", None),
        ("http://[bad", "", None),
        ("http://x.example:99999/", "", None),
        ("", "http://x.example/", None),
    ],
)
def test_addresses_are_made_clean(raw: str, base: str, whole: str | None):
    assert clean(raw, base) == whole


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.x.example/a/", "https://x.example/a"),
        ("http://x.example/index.html", "http://x.example/"),
        ("http://x.example/a?b=1&a=2", "http://x.example/a?a=2&b=1"),
        ("http://x.example/a?tmpl=component&print=1&page=", "http://x.example/a"),
        ("http://x.example/a?sort=name&order=asc", "http://x.example/a"),
        ("http://x.example//a", "http://x.example/a"),
        ("http://x.example/news?page=0&per_page=50&lang=cy", "http://x.example/news"),
        ("http://x.example/news/page/1/", "http://x.example/news"),
        ("http://x.example/list?view=grid&sortColumn=date", "http://x.example/list"),
        ("http://x.example/cy/contact", "http://x.example/en-GB/contact/"),
        ("http://x.example/cy/", "http://x.example/"),
        ("http://x.example/%41", "http://x.example/A"),
        (
            "http://x.example/ieListDocuments.aspx?CId=214&MId=7655&Ver=4",
            "http://x.example/ielistdocuments.aspx?MeetingId=7655",
        ),
    ],
)
def test_addresses_of_one_page_share_a_key(one: str, other: str):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://x.example/a?id=1", "http://x.example/a?id=2"),
        ("http://x.example/news?page=1", "http://x.example/news"),
        ("http://x.example/news/page/2", "http://x.example/news"),
        ("http://x.example/english", "http://x.example/"),
        ("http://x.example/?p=12", "http://x.example/?p=13"),
        ("http://a.x.example/", "http://x.example/"),
        ("http://x.example/mgUserInfo.aspx?UID=1", "http://x.example/mgUserInfo.aspx?UID=2"),
    ],
)
def test_addresses_of_two_pages_do_not(one: str, other: str):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "path",
    [
        "/a/b/a/b/a/b",
        "/x/x/x",
        "/trap/9f86d08/4b22777/",
        "/" + "/".join("abcdefghijklmn"),
        "/list?a=1&b=2&c=3&d=4&e=5&f=6",
    ],
)
def test_endless_addresses_are_traps(path: str):
    assert Traps().catches(f"http://x.example{path}")


@pytest.mark.parametrize(
    "path",
    [
        "/about-us/governing-body-102039",
        "/News/113e6e97-0f2c-4f0e-8c55-0d3a4a8e2f11",
        "/2013/08/06/we-met",
        "/about/board/board-papers/2013/august",
        "/ieListDocuments.aspx?CId=214&MId=7655&Ver=4",
        "/events/summer-fair",
    ],
)
def test_ordinary_addresses_are_not(path: str):
    assert not Traps().catches(f"http://x.example{path}")


def test_a_host_below_another_bodys_is_not_that_bodys():
    council = Body(id="c", name="Council", website="https://www.c.example/")
    board = Body(id="b", name="Board", website="https://democracy.c.example/")
    site = site_of(council, (council, board))

    assert site.owns("https://www.c.example/x")
    assert site.owns("https://news.c.example/x")
    assert not site.owns("https://democracy.c.example/x")
    assert site_of(board, (council, board)).owns("https://democracy.c.example/x")


def test_a_path_in_the_register_only_bounds_a_shared_host():
    alone = Body(id="a", name="A", website="https://a.example/board/index.html")

    assert site_of(alone, (alone,)).owns("https://a.example/contact")


def test_a_link_met_again_in_better_words_moves_up():
    frontier = Frontier(budget=10)
    for n in range(5):
        frontier.add(Link(url=f"http://x.example/a{n}", text="Read more", depth=1))
    frontier.add(Link(url="http://x.example/a4", text="Board papers", depth=2))

    first = frontier.pop()

    assert first is not None
    assert (first.url, first.text, first.depth) == ("http://x.example/a4", "Board papers", 1)
    assert len(frontier.rest()) == 4


def test_two_of_a_long_list_are_enough_for_breadth():
    frontier = Frontier(budget=40)
    for n in range(30):
        frontier.add(Link(url=f"http://x.example/days/{n}", text=f"A day in place {n}", depth=1))
    for n in range(12):
        asked = "Frequently asked questions" + ": more" * bool(n)
        frontier.add(Link(url=f"http://x.example/help/{n}", text=asked, depth=3))

    chosen = [link.url for link in (frontier.pop() for _ in range(12)) if link]

    assert sum("/days/" in url for url in chosen) == 2
    assert sum("/help/" in url for url in chosen) == 10
