"""The pages about verdicts and captures: cited, compared, changed, and never rendered."""

import asyncio
import gzip
import io
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from audit.model import AuditResult, BodyResult, Evidence, Finding, NearMiss
from audit.store import write_audit
from reports.captures import archive_of, mark, member
from reports.errors import ReportError
from reports.pictures import pictures
from reports.serve import datasette_for

CRAWL = "ccgs-20130806-090000"
OLD, NEW = f"{CRAWL}-doors-1", f"{CRAWL}-doors-2"
WARC = f"crawls/{CRAWL}/pages.warc.gz"
QUOTE = "Dr Ann Example, Chair of the governing body"
ATTACK = "<script>alert(1)</script><svg onload=alert(2)><iframe src=http://evil.example></iframe>"
SITE = "http://www.ashdaleccg.nhs.uk"


@contextmanager
def running(home: Path) -> Iterator[Callable[[str], Any]]:
    """Run Datasette in this process, and give what asks it for a page."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        datasette = datasette_for(home)
        asyncio.run_coroutine_threadsafe(datasette.invoke_startup(), loop).result(60)
        yield lambda path: asyncio.run_coroutine_threadsafe(
            datasette.client.get(path), loop
        ).result(60)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _write_archive(home: Path) -> list[int]:
    """Archive the two pages of a body, the second as a revisit of its own first capture."""
    folder = home / "crawls" / CRAWL
    folder.mkdir(parents=True)
    (folder / "crawl.json").write_text(f'{{"id": "{CRAWL}"}}', encoding="utf-8")
    offsets = []
    with (home / WARC).open("wb") as out:
        writer = WARCWriter(out, gzip=True, warc_version="1.1")
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1")
        for path in ("/", "/board"):
            body = f"<title>{path}</title>{ATTACK}<p>Archived words of {path}.</p>".encode()
            offsets.append(out.tell())
            record = writer.create_warc_record(
                SITE + path, "response", io.BytesIO(body), length=len(body), http_headers=headers
            )
            writer.write_record(record)
        digest = record.rec_headers.get_header("WARC-Payload-Digest")
        offsets.append(out.tell())
        revisit = writer.create_revisit_record(
            f"{SITE}/board", digest, f"{SITE}/board", "2013-08-06T09:00:00Z", http_headers=headers
        )
        writer.write_record(revisit)
        revisit.raw_stream.close()
    return offsets


def _altered(result: AuditResult, body: str, change: Callable[[BodyResult], BodyResult]):
    results = tuple(change(one) if one.body == body else one for one in result.results)
    return replace(result, results=results)


@pytest.fixture(scope="module")
def home(
    sample_audit: Callable[..., AuditResult], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Make a workspace with an archive, two audits that differ, and a rejected profile."""
    home = tmp_path_factory.mktemp("captures")
    offsets = _write_archive(home)
    result = sample_audit()

    def archived(one: BodyResult) -> BodyResult:
        places = {f"{CRAWL}:ashdale-{n}": offsets[n] for n in (0, 1)}
        pages = tuple(replace(page, offset=places[page.id]) for page in one.pages)
        extra = replace(
            pages[1], id=f"{CRAWL}:7", url=f"{SITE}/again", offset=offsets[2], text="", digest="",
        )  # fmt: skip
        outside = replace(extra, id=f"{CRAWL}:8", warc="../outside.warc.gz", offset=0)

        def moved(proof: Evidence) -> Evidence:
            place = places[proof.source.page]
            return replace(proof, source=replace(proof.source, offset=place))

        findings = tuple(
            replace(finding, evidence=tuple(map(moved, finding.evidence)))
            for finding in one.findings
        )
        return replace(one, pages=(*pages, extra, outside), findings=findings)

    def credited(one: BodyResult) -> BodyResult:
        """Let the question on profiles rest on the profile that was found."""
        profile = next(fact for fact in one.facts if fact.kind == "profile")
        proofs = (
            Evidence(rule="profile", value=profile.value, quote="@ashdale", source=profile.source),
        )
        findings = tuple(
            replace(finding, evidence=proofs) if finding.criterion == "social-profile" else finding
            for finding in one.findings
        )
        return replace(one, findings=findings)

    def rejected(one: BodyResult) -> BodyResult:
        """Let the question on profiles have come near to the profile of the website's makers."""
        theirs = NearMiss(
            rule="profile", value="https://twitter.com/drupal", quote="Made with Drupal",
            why="it belongs to the firm behind the website", source=one.facts[0].source,
        )  # fmt: skip
        findings = tuple(
            replace(finding, near=(theirs,)) if finding.criterion == "social-profile" else finding
            for finding in one.findings
        )
        return replace(one, findings=findings)

    def lost(one: BodyResult) -> BodyResult:
        def change(finding: Finding) -> Finding:
            if finding.criterion == "board-named":
                return replace(finding, outcome="not_found", clicks=None, evidence=())
            if finding.criterion == "board-papers":
                proofs = one.findings[0].evidence
                return replace(finding, outcome="met", clicks=1, evidence=proofs)
            return finding

        return replace(one, findings=tuple(map(change, one.findings)))

    first = _altered(_altered(result, "ashdale", credited), "ashdale", archived)
    first = _altered(first, "birchford", rejected)
    assert write_audit(home / "doorstep.db", first) == OLD
    later = replace(first, started="2013-09-07T10:00:00Z", finished="2013-09-07T10:00:00Z")
    assert write_audit(home / "doorstep.db", _altered(later, "birchford", lost)) == NEW
    (home / "outside.warc.gz").write_bytes((home / WARC).read_bytes())
    return home


@pytest.fixture(scope="module")
def get(home: Path) -> Iterator[Callable[[str], Any]]:
    with running(home) as ask:
        yield ask


def words(answer: Any) -> str:
    return " ".join(LexborHTMLParser(answer.text).css_first("main").text(separator=" ").split())


def links(answer: Any) -> list[str]:
    return [node.attributes["href"] for node in LexborHTMLParser(answer.text).css("main a[href]")]


def test_a_capture_shows_where_it_lies_and_what_it_proves(get: Callable[[str], Any]):
    page = get(f"/capture/{CRAWL}:ashdale-1")
    text = words(page)

    assert page.status_code == 200
    for said in (f"{SITE}/board", "6 August 2013", "sha1:ashdale1", WARC, "What it proves"):
        assert said in text
    assert f"https://web.archive.org/web/20130806090001/{SITE}/board" in links(page)
    assert f"{SITE}/board" in links(page)
    assert f"/verdict/{NEW}/ashdale/board-named" in links(page)
    assert get(f"/capture/{CRAWL}/ashdale-1").text == page.text
    assert get("/capture/none").status_code == 404


def test_evidence_leads_to_its_capture_and_to_no_other_bodys(get: Callable[[str], Any]):
    rows = get(f"/doorstep/proofs.json?_shape=array&_size=max&audit={OLD}").json()

    assert {row["page"].partition(":")[2].partition("-")[0] == row["body"] for row in rows} == {
        True
    }
    first = next(row for row in rows if row["body"] == "ashdale")
    there = get(f"/evidence/{first['evidence']}").headers["location"]
    assert (
        there
        == f"/capture/{CRAWL}%3A{first['page'].partition(':')[2]}?evidence={first['evidence']}"
    )
    assert first["ask"] in words(get(there))
    assert get("/evidence/999999").status_code == 404


@pytest.mark.parametrize(
    "path", ["evidence", "proofs", "best_examples", "search-evidence?words=chair", "pages"]
)
def test_every_row_of_evidence_leads_to_its_capture(get: Callable[[str], Any], path: str):
    page = get(f"/doorstep/{path}")

    there = [link for link in links(page) if link.startswith(("/capture/", "/evidence/"))]
    assert len(there) == len(LexborHTMLParser(page.text).css("tbody tr"))
    assert get(there[0]).status_code in {200, 302}


def test_quotations_are_marked_however_the_lines_break():
    text = "Our board\nDr Ann Example,\nChair of  the governing body\n<b>1 & 2</b>"

    marked, lost = mark(text, [QUOTE, "no such words", "BOARD"])

    assert "<mark>Dr Ann Example,\nChair of  the governing body</mark>" in marked
    assert marked.startswith("Our <mark>board</mark>")
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in marked
    assert lost == ["no such words"]
    assert mark("Ann. Bob is here.", ["Ann. Ben is not."])[0] == "<mark>Ann.</mark> Bob is here."


def test_words_missing_from_the_database_are_read_from_the_archive(get: Callable[[str], Any]):
    page = get(f"/capture/{CRAWL}:7")

    assert "Archived words of /board." in words(page)
    assert "alert(1)" not in words(page)
    assert LexborHTMLParser(page.text).css("script, iframe, svg") == []


def test_a_record_is_handed_out_byte_for_byte_as_a_file(home: Path, get: Callable[[str], Any]):
    answer = get(f"/capture/{CRAWL}/ashdale-0.warc.gz")
    archive = (home / WARC).read_bytes()

    assert answer.headers["content-type"] == "application/warc"
    assert answer.headers["content-disposition"] == (
        f'attachment; filename="{CRAWL}-ashdale-0.warc.gz"'
    )
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert archive.startswith(answer.content)
    records = list(ArchiveIterator(io.BytesIO(answer.content)))
    assert [(one.rec_type, one.rec_headers.get_header("WARC-Target-URI")) for one in records] == [
        ("response", f"{SITE}/")
    ]
    assert b"Archived words of /." in gzip.decompress(answer.content)


def test_a_revisit_is_handed_out_with_the_response_that_it_repeats(get: Callable[[str], Any]):
    answer = get(f"/capture/{CRAWL}:7.warc.gz")

    kinds = [one.rec_type for one in ArchiveIterator(io.BytesIO(answer.content))]
    assert kinds == ["revisit", "response"]


def test_nothing_outside_the_archives_is_read(home: Path, get: Callable[[str], Any]):
    for path in (f"/capture/{CRAWL}:8.warc.gz", f"/capture/{CRAWL}/8.warc.gz"):
        assert get(path).status_code == 404
    assert "outside the archives" in words(get(f"/capture/{CRAWL}:8"))
    (home / "crawls" / "link.warc.gz").symlink_to(home / "outside.warc.gz")
    for place in ("../doorstep.db", "/etc/passwd", "crawls/../x.warc.gz", "crawls/link.warc.gz"):
        with pytest.raises(ReportError, match="outside the archives"):
            archive_of(home, place)
    with pytest.raises(ReportError, match="not there"):
        archive_of(home, "crawls/none.warc.gz")
    with pytest.raises(ReportError, match="no record begins at 3"):
        member(home / WARC, 3)


def test_a_verdict_is_cited_with_its_evidence_and_its_search(get: Callable[[str], Any]):
    page = get(f"/verdict/{OLD}/ashdale/board-named")
    text = words(page)

    for said in ("met", QUOTE, "2 pages of 2", "7 August 2013", "archived capture", "To cite it"):
        assert said in text
    assert f"http://localhost/verdict/{OLD}/ashdale/board-named" in text
    assert any(link.startswith(f"/capture/{CRAWL}%3Aashdale-1?evidence=") for link in links(page))
    assert "robots.txt asks" in words(get(f"/verdict/{OLD}/dunwick/board-named"))
    assert f"/verdict/{NEW}/birchford/board-named" in links(
        get(f"/verdict/{OLD}/birchford/board-named")
    )
    for wrong in ("none/ashdale/board-named", f"{OLD}/none/board-named", f"{OLD}/ashdale/none"):
        assert get(f"/verdict/{wrong}").status_code == 404


def test_a_question_shows_what_was_not_taken_for_an_answer(get: Callable[[str], Any]):
    page = get("/criterion/social-profile")
    text = words(page)

    near = text[text.index("Near misses") :]
    assert near.index('NHS "><script>') < near.index("Made with Drupal")  # not found, then the rest
    assert "https://twitter.com/drupal Made with Drupal Did not count: it belongs to" in near
    assert f"/verdict/{NEW}/ashdale/social-profile" in links(page)
    assert f"/capture/{CRAWL}%3Abirchford-1" in links(page)
    assert "Near misses" not in words(get("/criterion/board-named"))


def test_a_verdict_shows_what_was_not_taken_for_an_answer(get: Callable[[str], Any]):
    page = get(f"/verdict/{NEW}/birchford/social-profile")
    text = words(page)

    assert "Near misses What looked like an answer and did not count." in text
    assert "Made with Drupal Did not count: it belongs to the firm behind the website." in text
    assert f"/capture/{CRAWL}%3Abirchford-1" in links(page)
    assert "Near misses" not in words(get(f"/verdict/{NEW}/ashdale/social-profile"))


def test_bodies_are_compared_question_by_question(get: Callable[[str], Any]):
    page = get("/compare?body=ashdale&body=NHS+Colmere+CCG&body=hostile")
    tree = LexborHTMLParser(page.text)

    heads = [node.text(strip=True) for node in tree.css(".sides thead th")]
    assert heads[1:3] == ["NHS Ashdale CCG", "NHS Colmere CCG"]
    assert tree.css("script") == []
    assert f"/verdict/{NEW}/colmere/board-papers" in links(page)
    differ = words(get("/compare?body=ashdale&body=colmere&differ=1"))
    assert "Are board papers published?" in differ
    assert "Does the site name the people on its board?" not in differ


def test_a_comparison_says_who_is_not_meant_and_who_is_left_out(get: Callable[[str], Any]):
    names = ("ashdale", "birchford", "colmere", "dunwick", "hostile")
    six = "&".join(f"body={name}" for name in names)

    assert "No one body is meant by “ccg”" in words(get("/compare?body=ccg&body=nobody"))
    assert "Choose two to five" in words(get("/compare?body=ashdale"))
    assert "left out" not in words(get(f"/compare?{six}"))
    assert get("/compare?audit=none").status_code == 404


def test_changes_are_told_by_kind_body_and_question(get: Callable[[str], Any]):
    page = get("/changes")
    text = words(page)

    assert "Gained 1 not found before, met now Lost 1 met before, not found now" in text
    assert f"/verdict/{NEW}/birchford/board-papers" in links(page)
    assert "75.0 62.5 −12.5" in text
    chart = LexborHTMLParser(page.text).css_first("#chart-changed")
    rows = [[cell.text() for cell in row.css("th, td")] for row in chart.css("tbody tr")]
    assert sorted(sum(int(row[place]) for row in rows) for place in (1, 2)) == [1, 1]
    assert "1 gained" in chart.css_first("svg desc").text()
    assert "no earlier audit" in words(get(f"/changes?audit={OLD}"))


def test_the_home_page_draws_what_its_tables_say(get: Callable[[str], Any]):
    page = get("/")
    tree = LexborHTMLParser(page.text)

    charts = tree.css("figure.chart")
    assert [node.attributes["id"] for node in charts] == [
        "chart-scores", "chart-regions", "chart-criteria",
    ]  # fmt: skip
    for node in charts:
        names = node.css_first("svg[role=img]").attributes["aria-labelledby"].split()
        assert all(node.css_first(f"#{name}").text() for name in names)
        assert node.css_first("details table tbody tr")
        assert node.css("svg [style], svg a, svg image, svg script") == []
    tiles = {node.attributes["aria-label"] for node in tree.css("a.tile")}
    assert {"NHS Ashdale CCG: 100.0", "NHS Dunwick CCG: no score"} <= tiles


def test_charts_are_drawn_once_for_the_same_figures():
    league = [{"score": score} for score in (12.5, 47.0, 99.9, 100.0, None)]
    clicks = [{"clicks": n, "found": n + 1} for n in range(7)]

    with ThreadPoolExecutor(1) as thread:  # the browser's own loop may be running in this one
        drawn, again = (
            thread.submit(lambda: asyncio.run(pictures(league, [], [], clicks))).result()
            for _ in range(2)
        )

    assert drawn["scores"] is again["scores"]
    assert dict(drawn["scores"].rows)["90 to 100"] == "2"
    assert drawn["clicks"].rows[-1] == ("Four clicks away or more", "18", "64%")
    assert set(drawn) == {"scores", "clicks"}


def test_what_is_written_while_it_serves_is_seen(
    tmp_path: Path, sample_audit: Callable[..., AuditResult]
):
    write_audit(tmp_path / "doorstep.db", sample_audit())
    with running(tmp_path) as ask:
        before = words(ask("/doorstep"))
        assert "no earlier audit" in words(ask("/changes"))
        write_audit(tmp_path / "doorstep.db", sample_audit(started="2014-08-07T10:00:00Z"))
        after = words(ask("/doorstep"))

        assert "Findings 20 rows" in before
        assert "Findings 40 rows" in after
        assert "No verdict differs" in words(ask("/changes"))
