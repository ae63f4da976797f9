"""Datasette on a workspace: everything described, every question answered, nothing runs."""

import asyncio
import csv
import html
import io
import socket
import sqlite3
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from audit.model import AuditResult
from audit.store import write_audit
from reports.describe import metadata, read_descriptions
from reports.errors import ReportError
from reports.plugin import archived, is_web
from reports.serve import datasette_for, serve
from reports.sheets import NeutralCSV, neutral

OLD = "ccgs-20130806-090000-doors-1"
NEW = "ccgs-20140806-090000-doors-1"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
WORDS = read_descriptions()
ANSWERS = {
    "audit": NEW,
    "crawl": "ccgs-20140806-090000",
    "body": "ashdale",
    "other_body": "colmere",
    "criterion": "board-papers",
    "region": "North",
    "words": "chairs",
}


@contextmanager
def _running(home: Path) -> Iterator[Callable[[str], Any]]:
    """Run Datasette in this process, and give what asks it for a page."""
    # A loop in a thread of its own: Playwright keeps one running in this.
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def run(work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(60)

    try:
        datasette = datasette_for(home)
        run(datasette.invoke_startup())
        yield lambda path: run(datasette.client.get(path))
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.fixture(scope="module")
def site(sample_home: Path) -> Iterator[SimpleNamespace]:
    """Serve the sample and a post; `get` asks for a page, `json` for rows."""
    (sample_home / "reports").mkdir(exist_ok=True)
    post = "<!doctype html><title>All &amp; sundry</title><style>p{color:red}</style><p>Words</p>"
    (sample_home / "reports" / "post.html").write_text(post, encoding="utf-8")
    with _running(sample_home) as get:
        yield SimpleNamespace(get=get, json=lambda path: get(path).json())


@pytest.fixture(scope="module")
def described(sample_home: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(sample_home / "doorstep.db")) as db:
        return metadata(db, "doorstep")["databases"]["doorstep"]


def _tables(home: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(home / "doorstep.db")) as db:
        names = db.execute(
            "select name from sqlite_master where type in ('table', 'view') "
            "and name not like '%\\_fts%' escape '\\'"
        ).fetchall()
        return {
            name: [row[0] for row in db.execute("select name from pragma_table_info(?)", [name])]
            for (name,) in names
        }


def test_every_table_view_and_column_is_described(sample_home: Path, described: dict[str, Any]):
    tables = _tables(sample_home)

    assert set(described["tables"]) == set(tables)
    for name, columns in tables.items():
        told = described["tables"][name]
        assert told["title"]
        assert told["description"].endswith(".")
        assert told["source"]
        assert set(told["columns"]) == set(columns)
        assert all(words.endswith(".") for words in told["columns"].values()), name
        assert [c for c in columns if WORDS.column(name, c) is None] == []


def test_descriptions_speak_only_of_what_there_is(sample_home: Path):
    tables = _tables(sample_home)
    of_registers = {"ons_code", "valid_from", "valid_to", "source"}

    used = {column for columns in tables.values() for column in columns}
    assert set(WORDS.columns) <= used
    for name, table in WORDS.tables.items():
        told = {*table.columns, *table.facets, *table.hide, table.label, table.sort}
        assert {*told, table.sort_desc} - {""} - of_registers <= set(tables[name]), name


def test_numbers_tell_their_unit(sample_home: Path, described: dict[str, Any]):
    plain = {"id", "fact", "finding", "evidence", "text_id", "status", "place", "whole_body"}
    with closing(sqlite3.connect(sample_home / "doorstep.db")) as db:
        for name, told in described["tables"].items():
            row = db.execute(f"select * from {name}").fetchone() or ()
            for column, value in zip(told["columns"], row, strict=False):
                if isinstance(value, int | float) and column not in plain:
                    assert "Unit - " in told["columns"][column], (name, column)
    assert described["tables"]["politeness"]["units"] == {
        "bytes": "B",
        "mean_gap_seconds": "s",
        "least_gap_seconds": "s",
    }


def test_a_registers_own_columns_are_described_whatever_their_names(
    tmp_path: Path, sample_audit: Callable[..., AuditResult]
):
    result = sample_audit()
    odd = {"offset": "=1", "score": "high", 'Area "Team]': "Q52", "<b>": "x"}
    odd_region = {"region": "North & East/Æ ?#%2F"}
    bodies = tuple(body | odd | odd_region for body in result.bodies)
    write_audit(tmp_path / "doorstep.db", replace(result, bodies=bodies))

    with closing(sqlite3.connect(tmp_path / "doorstep.db")) as db:
        told = metadata(db, "doorstep")["databases"]["doorstep"]["tables"]["bodies"]
    assert {told["columns"][name] for name in odd} == {"As the register gives it."}
    assert told["columns"]["ods_code"].startswith("Its code")
    assert told["units"] == {}
    with _running(tmp_path) as get:
        for path in ("/doorstep/bodies", "/doorstep/bodies/ashdale", "/body/ashdale"):
            page = get(path)
            assert page.status_code == 200
            link = LexborHTMLParser(page.text).css_first("a[href^='/region/']")
            assert get(link.attributes["href"]).status_code == 200


@pytest.mark.parametrize("table", sorted(WORDS.tables))
def test_every_table_and_view_has_a_page(site: SimpleNamespace, table: str):
    page = site.get(f"/doorstep/{table}")

    assert page.status_code == 200
    assert WORDS.tables[table].title in page.text
    assert site.get(f"/doorstep/{table}.json?_shape=array").status_code == 200


@pytest.mark.parametrize("name", sorted(WORDS.queries))
def test_every_canned_query_answers(site: SimpleNamespace, name: str):
    query = WORDS.queries[name]
    answers = ANSWERS | ({"words": "streaming"} if name == "search-pages" else {})
    asked = "&".join(f"{param}={answers[param]}" for param in query.params)

    page = site.get(f"/doorstep/{name}?{asked}")
    rows = site.json(f"/doorstep/{name}.json?_shape=array&{asked}")

    assert page.status_code == 200
    assert query.title in page.text
    assert query.description in html.unescape(page.text)
    none_in_the_sample = {"what-changed", "closed-and-merged", "who-streams-meetings"}
    assert bool(rows) == (name not in none_in_the_sample), rows


@pytest.mark.parametrize("name", sorted(WORDS.queries))
def test_every_canned_query_says_what_it_is_for_and_takes_blanks(site: SimpleNamespace, name: str):
    query = WORDS.queries[name]

    assert query.description.endswith(".")
    assert set(query.params) == {p for p in ANSWERS if f":{p}" in query.sql.replace(":body_", "")}
    assert site.json(f"/doorstep/{name}.json")["error"] is None


def test_a_blank_audit_means_the_newest(site: SimpleNamespace):
    rows = site.json("/doorstep/hardest-sites.json?_shape=array")

    assert {row["audit"] for row in rows} == {NEW}


def test_evidence_and_pages_are_searched_in_words(site: SimpleNamespace):
    proofs = site.json(f"/doorstep/proofs.json?_shape=array&audit={OLD}&_search=chairs")
    pages = site.json("/doorstep/page_words.json?_shape=array&_search=stream+colmere")

    assert {row["body"] for row in proofs} == {"ashdale", "birchford", "colmere"}
    assert {row["body"] for row in pages} == {"colmere"}
    assert "Search these rows" in site.get("/doorstep/evidence").text


@pytest.mark.parametrize("words", ["", '"', "AND", "a* OR", "'", "NEAR(", "(", "-"])
def test_any_words_may_be_searched_for(site: SimpleNamespace, words: str):
    for query in ("search-evidence", "search-pages"):
        assert site.get(f"/doorstep/{query}?words={words}").status_code == 200


def test_the_home_page_says_what_when_and_where_to_go(site: SimpleNamespace):
    page = LexborHTMLParser(site.get("/").text)
    text = page.body.text(separator=" ")

    assert page.css_first("h1").text() == "Open doors"
    for words in ("7 August 2014", "70.8", "NHS Dunwick CCG", "robots.txt asks", "All & sundry"):
        assert words in text
    links = {node.attributes.get("href") for node in page.css("a")}
    assert {
        f"/doorstep/league_table?audit={NEW}",
        f"/doorstep/by_criterion?audit={NEW}",
        f"/doorstep/by_region?audit={NEW}",
        f"/body/ashdale?audit={NEW}",
        f"/?audit={OLD}",
        "/posts/post.html",
    } <= links


def test_an_older_audit_has_its_own_home_page(site: SimpleNamespace):
    assert "7 August 2013" in site.get(f"/?audit={OLD}").text
    assert site.get("/?audit=none").status_code == 404


def test_a_bodys_page_shows_verdicts_words_and_contacts(site: SimpleNamespace):
    page = LexborHTMLParser(site.get(f"/body/colmere?audit={OLD}").text)
    text = page.body.text(separator=" ")

    assert page.css_first("#board-papers .outcome").text() == "not found"
    assert page.css_first("#social-profile .outcome").text() == "unknown"
    assert "Dr Ann Example, Chair of the governing body" in text
    assert "info@colmereccg.nhs.uk" in text
    assert "old@example.org" not in text
    assert "2 to 3, over the unknowns" in text


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("ashd", f"/body/ashdale?audit={NEW}"),
        ("colmere", f"/body/colmere?audit={NEW}"),
        ("nhs ashdale ccg", f"/body/ashdale?audit={NEW}"),
        ("CCG", f"/doorstep/my-body?body=CCG&audit={NEW}"),
        ("", f"/doorstep/my-body?body=&audit={NEW}"),
        ("//evil.example", f"/doorstep/my-body?body=%2F%2Fevil.example&audit={NEW}"),
    ],
)
def test_part_of_a_name_finds_the_body(site: SimpleNamespace, words: str, place: str):
    assert site.get(f"/body?name={words}").headers["location"] == place


def test_a_body_that_could_not_be_looked_at_has_no_score(site: SimpleNamespace):
    text = LexborHTMLParser(site.get("/body/dunwick").text).body.text(separator=" ")

    assert "no score" in text
    assert "robots.txt asks crawlers not to look" in text


def test_a_question_and_a_region_have_pages(site: SimpleNamespace):
    question = LexborHTMLParser(site.get("/criterion/board-papers").text).body.text(separator=" ")
    region = LexborHTMLParser(site.get("/region/North").text).body.text(separator=" ")

    assert "Who does it best" in question
    assert "NHS Birchford CCG" in question
    assert "87.5" in region
    assert "NHS Colmere CCG" not in region


@pytest.mark.parametrize(
    "path", ["/body/none", "/criterion/none", "/region/none", "/doorstep/none", "/posts/none.html"]
)
def test_a_page_that_is_not_there_is_a_plain_404(
    site: SimpleNamespace, path: str, capfd: pytest.CaptureFixture[str]
):
    assert site.get(path).status_code == 404
    assert capfd.readouterr() == ("", "")


def test_every_link_within_the_site_leads_somewhere(site: SimpleNamespace):
    starts = ["/", f"/body/hostile?audit={OLD}", "/criterion/email-visible", "/region/London"]
    starts += ["/doorstep", "/doorstep/league_table", "/doorstep/findings/1", "/doorstep/my-body"]
    links = {
        node.attributes["href"].partition("#")[0]
        for start in starts
        for node in LexborHTMLParser(site.get(start).text).css("a[href^='/']")
    }

    failed = {link: site.get(link).status_code for link in sorted(links)}
    assert {link: status for link, status in failed.items() if status != 200} == {}


HOSTILE_PAGES = [
    "/",
    "/body/hostile",
    "/criterion/board-named",
    "/region/South",
    f"/verdict/{NEW}/hostile/board-named",
    f"/verdict/{NEW}/hostile/board-papers",
    "/criterion/board-papers",
    "/doorstep/near_misses",
    "/capture/ccgs-20140806-090000:hostile-1",
    f"/capture/{HOSTILE}",
    "/compare?body=hostile&body=ashdale",
    f"/compare?body={HOSTILE}&body=hostile",
    "/changes",
    "/doorstep/league_table",
    "/doorstep/proofs",
    "/doorstep/page_words",
    "/doorstep/bodies/hostile",
    "/doorstep/my-body?body=hostile",
    f"/doorstep/my-body?body={HOSTILE}",
    f"/doorstep/proofs?_search={HOSTILE}",
    f"/doorstep/league_table?name={HOSTILE}",
    f"/doorstep?sql=select+1&x={HOSTILE}",
    f"/doorstep?sql=selekt+'{HOSTILE}'",
    f"/body/{HOSTILE}",
]


@pytest.mark.parametrize("path", HOSTILE_PAGES)
def test_hostile_text_stays_text(site: SimpleNamespace, path: str):
    page = LexborHTMLParser(site.get(path).text)

    assert page.css("script") == []
    assert [node for node in page.css("img") if node.attributes.get("src") == "x"] == []
    inline = {a for node in page.css("*") for a in node.attributes if a.startswith("on")}
    assert inline | {n.attributes["style"] for n in page.css("[style]")} == set()
    addresses = [node.attributes["href"] or "" for node in page.css("a[href]")]
    assert [a for a in addresses if not a.startswith(("/", "http", "?", "#"))] == []


def test_headers_let_nothing_run_or_leave(site: SimpleNamespace):
    for path in ("/", "/doorstep/league_table", "/assets/doorstep.css", "/nowhere"):
        headers = site.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self';")
        assert "script" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_posts_are_served_with_their_own_style_and_no_script(site: SimpleNamespace):
    post = site.get("/posts/post.html")

    assert post.status_code == 200
    assert post.headers["content-security-policy"].startswith(
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"
    )


@pytest.mark.parametrize("form", ["", "&_stream=on&_size=2", "&_dl=1"])
def test_csv_holds_every_row_and_no_formula(site: SimpleNamespace, form: str):
    answer = site.get(f"/doorstep/evidence.csv?_size=max{form}")
    rows = list(csv.DictReader(io.StringIO(answer.text)))

    assert len(rows) == 36
    assert {row["value"] for row in rows} == {"'=HYPERLINK(1)"}
    assert HOSTILE in {row["quote"] for row in rows}


def test_numbers_stay_numbers_and_formulas_become_text():
    cells = ["-1", "-1.5e-3", "=1+1", "+44 20", "@me", "-x", "\tx", "a=1", ""]

    assert [neutral(cell) for cell in cells] == [
        "-1", "-1.5e-3", "'=1+1", "'+44 20", "'@me", "'-x", "'\tx", "a=1", "",
    ]  # fmt: skip


@given(
    st.lists(st.lists(st.text(alphabet='=+-@",\r\n ab'), min_size=2, max_size=3), max_size=5),
    st.integers(1, 7),
)
def test_csv_is_the_same_however_it_is_cut(rows: list[list[str]], size: int):
    whole = io.StringIO(newline="")
    csv.writer(whole).writerows(rows)
    text = whole.getvalue()

    stream = NeutralCSV()
    pieces = [stream.feed(text[i : i + size]) for i in range(0, len(text), size)]
    got = list(csv.reader(io.StringIO("".join(pieces) + stream.finish(), newline="")))

    assert got == [[neutral(cell) for cell in row] for row in rows]


def test_only_web_addresses_are_linked():
    assert is_web("http://a.uk")
    assert is_web("https://a.uk")
    assert not is_web("javascript:alert(1)")
    assert not is_web("http://[")
    moment = "2013-08-06T09:00:01.500000Z"
    assert (
        archived("http://a.uk/b", moment)
        == "https://web.archive.org/web/20130806090001/http://a.uk/b"
    )
    assert archived("javascript:alert(1)", moment) is None


@pytest.mark.parametrize("sql", ["delete from bodies", "pragma user_version = 7", "vacuum"])
def test_nothing_can_be_written(site: SimpleNamespace, sample_home: Path, sql: str):
    before = (sample_home / "doorstep.db").read_bytes()

    assert site.get(f"/doorstep?sql={sql}").status_code in {400, 403}
    assert (sample_home / "doorstep.db").read_bytes() == before


def test_without_a_database_the_remedy_is_named(tmp_path: Path):
    with pytest.raises(ReportError, match=r"doorstep\.db: .*run `doorstep audit` first"):
        serve(tmp_path)


def test_a_file_that_is_no_database_is_named(tmp_path: Path):
    (tmp_path / "doorstep.db").write_text("notes " * 500, encoding="utf-8")

    with pytest.raises(ReportError, match="not an SQLite database"):
        datasette_for(tmp_path)


def test_a_port_in_use_is_named_with_another(sample_home: Path):
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ReportError, match=f"port {port} of 127.0.0.1 .*--port {port + 1}"):
            serve(sample_home, port=port)


def test_a_strange_host_is_named(sample_home: Path):
    with pytest.raises(ReportError, match=r"--host nowhere\.invalid"):
        serve(sample_home, host="nowhere.invalid", port=0)


@pytest.fixture(scope="module")
def served(sample_home: Path) -> Iterator[str]:
    """Serve the sample from a process of its own, as a user does."""
    program = (
        "import sys; from pathlib import Path; from reports.serve import serve; "
        "serve(Path(sys.argv[1]), port=0, ready=lambda address: print(address, flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(sample_home)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.terminate()
        assert process.wait(20) in {0, -15}


def test_it_serves_over_http_with_safe_csv(served: str):
    def read(path: str) -> str:
        with urllib.request.urlopen(served + path, timeout=20) as answer:
            return answer.read().decode("utf-8")

    assert "Open doors" in read("")
    assert "'=HYPERLINK(1)" in read("doorstep/evidence.csv?_stream=on")
    assert "league_table" in read("doorstep")


def test_settings_are_sensible(sample_home: Path):
    settings: Callable[[str], Any] = datasette_for(sample_home).setting

    assert settings("suggest_facets") is False
    assert settings("sql_time_limit_ms") <= 5000
    assert not datasette_for(sample_home).get_database("doorstep").is_memory
