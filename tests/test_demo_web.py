"""The demo's web holds together: its links, its labels and its server."""

import calendar
import csv
import http.client
import json
import re
import socket
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from doorstep.demo import DEMO_DATE, labels_file, register_file
from doorstep.demo.server import demo_web

UNSEEN = {"pellbrook-ccg", "wearholme-ccg"}
OUTCOMES = {"met", "not_found", "not_applicable", "unknown"}
WEB = Path(__file__).parent.parent / "doorstep" / "demo" / "web"
HOSTS = {folder.name for folder in WEB.iterdir()}
MONTHS = list(calendar.month_name)


@dataclass(frozen=True, kw_only=True)
class Reply:
    status: int
    url: str
    headers: dict[str, str]
    body: bytes

    @cached_property
    def text(self) -> str:
        """What a visitor reads."""
        if self.headers.get("content-type") == "application/pdf":
            pdf = pypdfium2.PdfDocument(self.body)
            pages = [page.get_textpage().get_text_range() for page in pdf]
            pdf.close()
            return "\n".join(pages)
        page = LexborHTMLParser(self.body.decode("utf-8", "replace"))
        page.strip_tags(["script", "style"])
        return page.root.text(separator=" ") if page.root else ""

    @cached_property
    def links(self) -> list[str]:
        if not self.headers.get("content-type", "").startswith("text/html"):
            return []
        page = LexborHTMLParser(self.body.decode("utf-8", "replace"))
        base = page.css_first("base[href]")
        against = urljoin(self.url, base.attributes["href"]) if base else self.url
        hrefs = [a.attributes["href"] or "" for a in page.css("a[href], area[href]")]
        return [urldefrag(urljoin(against, href)).url for href in hrefs]


@pytest.fixture(scope="session")
def demo_proxy() -> Iterator[str]:
    with demo_web() as proxy:
        yield proxy


def get(proxy: str, url: str, headers: dict[str, str] | None = None) -> Reply:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": proxy}))
    try:
        reply = opener.open(urllib.request.Request(url, headers=headers or {}), timeout=10)
    except urllib.error.HTTPError as error:
        reply = error
    with reply:
        return Reply(
            status=reply.status or 0,
            url=reply.url,
            headers={name.lower(): value for name, value in reply.headers.items()},
            body=reply.read(),
        )


@pytest.fixture(scope="session")
def demo_pages(demo_proxy: str, demo_bodies: dict[str, dict[str, str]]) -> dict[str, Reply]:
    """Every address that a visitor reaches by links from the registered home pages."""
    waiting = [b["website"] for b in demo_bodies.values() if b["id"] != "wearholme-ccg"]
    replies: dict[str, Reply] = {}
    while waiting:
        url = waiting.pop()
        if url in replies or urlsplit(url).hostname not in HOSTS:
            continue
        replies[url] = get(demo_proxy, url)
        waiting += replies[url].links
    return replies


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def demo_bodies() -> dict[str, dict[str, str]]:
    with register_file() as path:
        return {row["id"]: row for row in read_csv(path)}


@pytest.fixture(scope="session")
def demo_labels() -> list[dict[str, str]]:
    with labels_file() as path:
        return read_csv(path)


def test_twelve_bodies_lie_in_four_regions(demo_bodies):
    assert len(demo_bodies) == 12
    assert set(Counter(b["region"] for b in demo_bodies.values()).values()) == {3}
    assert {b["region"] for b in demo_bodies.values()} == {
        "London", "Midlands and East", "North of England", "South of England",
    }  # fmt: skip


def test_a_closed_body_names_its_successor(demo_bodies):
    closed = [b for b in demo_bodies.values() if b["valid_to"]]
    assert [b["id"] for b in closed] == ["kirkhollin-ccg"]
    assert closed[0]["successor"] in demo_bodies
    assert closed[0]["valid_to"] < DEMO_DATE.isoformat()


def test_every_body_has_36_labels_with_a_reason(demo_bodies, demo_labels):
    assert Counter(row["body"] for row in demo_labels) == dict.fromkeys(demo_bodies, 36)
    assert len({row["criterion"] for row in demo_labels}) == 36
    assert len({(row["body"], row["criterion"]) for row in demo_labels}) == 432
    assert all(row["reason"] for row in demo_labels)
    assert {row["outcome"] for row in demo_labels} == OUTCOMES


def test_every_criterion_is_both_met_and_not_found_somewhere(demo_labels):
    seen = {(row["criterion"], row["outcome"]) for row in demo_labels}
    for criterion in {row["criterion"] for row in demo_labels}:
        assert {(criterion, "met"), (criterion, "not_found")} <= seen


def test_what_cannot_be_looked_at_is_unknown_throughout(demo_labels):
    for row in demo_labels:
        if row["body"] in UNSEEN:
            assert row["outcome"] == "unknown", row


def test_the_evidence_of_every_met_label_can_be_fetched(demo_proxy, demo_bodies, demo_labels):
    addresses = set()
    for row in demo_labels:
        assert bool(row["evidence"]) == (row["outcome"] == "met"), row
        if row["evidence"]:
            addresses.add(urljoin(demo_bodies[row["body"]]["website"], row["evidence"]))
    for url in sorted(addresses):
        assert get(demo_proxy, url).status == 200, url


def test_the_evidence_of_every_met_label_is_reached_by_links(demo_pages, demo_bodies, demo_labels):
    reached = {reply.url for reply in demo_pages.values()}
    for row in demo_labels:
        if row["evidence"]:
            home = demo_pages[demo_bodies[row["body"]]["website"]].url
            url = home if row["evidence"] == "/" else urljoin(home, row["evidence"])
            assert url in reached, row


def test_every_internal_link_answers_or_is_broken_on_purpose(demo_pages):
    broken = set()
    for url, reply in demo_pages.items():
        if reply.status == 200:
            continue
        parts = urlsplit(url)
        rules = json.loads((WEB / str(parts.hostname) / "_behaviour.json").read_text("utf-8"))
        assert rules[parts.path]["status"] == reply.status, url
        assert rules[parts.path]["why"]
        broken.add(reply.status)
    assert broken == {403, 404, 410}


def test_no_page_is_out_of_reach(demo_pages):
    reached = {reply.body for reply in demo_pages.values()}
    for file in WEB.rglob("*"):
        if file.suffix in {".html", ".htm", ".aspx", ".pdf"}:
            assert file.read_bytes() in reached, file


def test_the_whole_web_is_small(demo_pages):
    crawled = Counter(
        urlsplit(reply.url).hostname
        for reply in {r.body: r for r in demo_pages.values()}.values()
        if reply.links
    )
    del crawled["www.pellbrookccg.nhs.uk"]
    assert sum(crawled.values()) <= 180
    assert max(crawled.values()) <= 18


def test_weekdays_agree_with_their_dates(demo_pages):
    dates = 0
    for url, reply in demo_pages.items():
        for weekday, day, month, year in re.findall(
            rf"(\w+day) (\d{{1,2}}) ({'|'.join(MONTHS[1:])}) (20\d\d)", reply.text
        ):
            said = date(int(year), MONTHS.index(month), int(day))
            assert said.strftime("%A") == weekday, (url, said)
            dates += 1
    assert dates > 20


def test_telephone_numbers_are_reserved_for_drama(demo_pages):
    drama = re.compile(
        r"(020 ?7946|0113 ?496|0116 ?496|0117 ?496|0118 ?496|0121 ?496|0808 ?157|03069 ?99)"
    )
    for url, reply in demo_pages.items():
        plain = reply.text.replace("(0121)", "0121").replace("+44 121", "0121")
        for number in re.findall(r"\b0\d{2,4} ?\d{3} ?\d{3,4}\b", plain):
            assert drama.match(number), (url, number)


def test_no_host_of_the_demo_occurs_in_the_development_web(shared):
    told = set()
    for file in (shared / "devweb").rglob("*"):
        if file.is_file():
            told |= set(re.findall(rb"[a-z0-9-]+\.nhs\.uk", file.read_bytes()))
    demo = {re.sub(r"^(www|involve)\.", "", host).encode() for host in HOSTS}
    assert told
    assert not demo & told
    assert not demo & {host.split(b".", 1)[-1] for host in told}


def test_the_hostile_page_is_mis_declared_and_still_names_the_board(demo_proxy):
    page = get(demo_proxy, "http://www.fossewoldccg.nhs.uk/governing-body")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert b"charset=iso-8859-1" in page.body
    assert "£0 in taxis" in page.body.decode("windows-1252", "replace")
    with pytest.raises(UnicodeDecodeError):
        page.body.decode("utf-8")
    for hostile in (b"DROP TABLE", b"=HYPERLINK(", b"{{ 7 * 7 }}", b"onload=", b"javascript:"):
        assert hostile in page.body
    for real in ("Dr Barnaby Crossthwaite-Roe", "Verity Lundén-Hobbs", "Dr Pemberton Sills"):
        assert real in page.text


def test_an_unknown_host_never_answers(demo_proxy):
    with pytest.raises((ConnectionError, http.client.RemoteDisconnected)):
        get(demo_proxy, "http://www.wearholmeccg.nhs.uk/")


def test_an_unknown_path_is_404(demo_proxy):
    assert get(demo_proxy, "http://www.marlgateccg.nhs.uk/no-such-page/").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../www.pellbrookccg.nhs.uk/index.html",
        "/%2e%2e/%2e%2e/server.py",
        "/..%2f..%2f..%2fserver.py",
        "/about/../../../register.csv",
        "/..%5c..%5cserver.py",
        "/%00",
        "/_behaviour.json",
        "//etc/passwd",
        "/./.hidden",
    ],
)
def test_traversal_is_refused(demo_proxy, path):
    connection = http.client.HTTPConnection(urlsplit(demo_proxy).netloc, timeout=5)
    connection.request("GET", f"http://www.marlgateccg.nhs.uk{path}")
    reply = connection.getresponse()
    assert reply.status == 404
    assert b"404 Not Found" in reply.read()
    connection.close()


@pytest.mark.parametrize("host", ["..", ".", "", "web", "www.marlgateccg.nhs.uk/..", "[::1]"])
def test_a_host_is_a_folder_of_the_web_or_nobody(demo_proxy, host):
    with socket.create_connection(("127.0.0.1", urlsplit(demo_proxy).port or 0), 5) as raw:
        raw.sendall(f"GET /server.py HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert raw.recv(1000) == b""


def test_the_host_header_picks_the_host_and_the_connection_is_kept(demo_proxy):
    connection = http.client.HTTPConnection(urlsplit(demo_proxy).netloc, timeout=5)
    titles = []
    for host in ("www.winterleatccg.nhs.uk", "WWW.MARLGATECCG.NHS.UK:80"):
        connection.request("GET", "/", headers={"Host": host})
        kept = connection.sock
        titles.append(re.findall(rb"<title>(.*)</title>", connection.getresponse().read())[0])
        assert connection.sock is kept
    connection.close()
    assert titles == [b"Winterleat CCG", b"NHS Marlgate Clinical Commissioning Group"]


def test_an_unchanged_page_is_304(demo_proxy):
    url = "http://www.marlgateccg.nhs.uk/about/"
    tag = get(demo_proxy, url).headers["etag"]
    again = get(demo_proxy, url, {"If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")
    assert get(demo_proxy, url, {"If-None-Match": '"other"'}).status == 200


def test_redirects_end_where_a_visitor_expects(demo_proxy):
    for asked, ended in {
        "http://penmarrowccg.nhs.uk/your-say-3020": "http://www.penmarrowccg.nhs.uk/your-say-3020",
        "http://www.ravenhytheccg.nhs.uk/": "http://www.ravenhytheccg.nhs.uk/Pages/Home.aspx",
        "http://www.marlgateccg.nhs.uk/about": "http://www.marlgateccg.nhs.uk/about/",
    }.items():
        assert get(demo_proxy, asked).url == ended


def test_head_sends_no_body(demo_proxy):
    connection = http.client.HTTPConnection(urlsplit(demo_proxy).netloc, timeout=5)
    connection.request("HEAD", "http://www.winterleatccg.nhs.uk/")
    reply = connection.getresponse()
    assert (reply.status, reply.read()) == (200, b"")
    assert int(reply.headers["Content-Length"]) > 500
    connection.close()


def test_robots_shut_out_pellbrook_alone(demo_proxy):
    for host in sorted(HOSTS):
        shut = re.search(
            rb"(?m)^Disallow: /\s*$", get(demo_proxy, f"http://{host}/robots.txt").body
        )
        assert bool(shut) == (host == "www.pellbrookccg.nhs.uk"), host


def test_leaving_the_block_ends_kept_connections_at_once():
    began, before = time.monotonic(), set(threading.enumerate())
    with demo_web() as proxy:
        assert urlsplit(proxy).hostname == "127.0.0.1"
        kept = http.client.HTTPConnection(urlsplit(proxy).netloc, timeout=5)
        kept.request("GET", "http://www.winterleatccg.nhs.uk/")
        kept.getresponse().read()
    assert time.monotonic() - began < 5
    kept.close()
    assert not set(threading.enumerate()) - before
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", urlsplit(proxy).port or 0), 1)
