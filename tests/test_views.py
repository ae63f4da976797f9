"""The views: the numbers that posts and pages show, and that they stay quick."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.model import AuditResult, BodyResult, Finding
from audit.store import read_database, write_audit

OLD = "ccgs-20130806-090000-doors-1"
NEW = "ccgs-20140806-090000-doors-1"
VIEWS = [
    "league_table",
    "by_criterion",
    "by_section",
    "by_region",
    "by_region_section",
    "best_examples",
    "answers",
    "proofs",
    "people",
    "contacts",
    "profiles",
    "politeness",
    "not_looked_at",
    "findability",
    "hardest",
    "changes",
    "audit_summary",
]


@pytest.fixture(scope="module")
def db(sample_home: Path) -> Iterator[sqlite3.Connection]:
    with closing(read_database(sample_home / "doorstep.db")) as opened:
        yield opened.conn


def _rows(db: sqlite3.Connection, view: str, columns: str, order: str, audit: str = OLD) -> list:
    sql = f"select {columns} from {view} where audit = ? order by {order}"
    return db.execute(sql, [audit]).fetchall()


def test_ties_share_a_rank_and_the_unknowns_bound_it(db):
    columns = "rank, rank_best, rank_worst, body, score, decided, met, not_found, unknown"

    assert _rows(db, "league_table", columns, "rank is null, rank, body") == [
        (1, 1, 1, "ashdale", 100.0, 100.0, 4, 0, 0),
        (2, 2, 3, "birchford", 75.0, 100.0, 2, 1, 0),
        (2, 2, 3, "colmere", 75.0, 88.9, 2, 1, 1),
        (4, 4, 4, "hostile", 33.3, 100.0, 1, 3, 0),
        (None, None, None, "dunwick", None, 0.0, 0, 0, 4),
    ]


def test_a_body_that_could_not_be_looked_at_fails_nowhere(db):
    found = "select count(*) from findings where body = 'dunwick' and outcome = 'not_found'"
    assert db.execute(found).fetchone() == (0,)
    assert "dunwick" not in {row[0] for row in _rows(db, "hardest", "body", "body")}
    assert _rows(db, "by_region", "region, bodies, scored, unknown_bodies", "region") == [
        ("London", 2, 1, 1),
        ("North", 2, 2, 0),
        ("South", 1, 1, 0),
    ]


def test_criteria_are_counted_over_the_bodies_decided(db):
    columns = "criterion, met, not_found, not_applicable, unknown, decided, share"

    assert _rows(db, "by_criterion", columns, "position") == [
        ("board-named", 4, 0, 0, 1, 4, 100.0),
        ("board-papers", 1, 3, 0, 1, 4, 25.0),
        ("email-visible", 3, 1, 0, 1, 4, 75.0),
        ("social-profile", 1, 1, 1, 2, 2, 50.0),
    ]


def test_sections_have_mean_and_median_of_the_scored_bodies(db):
    assert _rows(db, "by_section", "section, bodies, mean_score, median_score", "position") == [
        ("board", 4, 70.0, 60.0),
        ("contact", 4, 75.0, 100.0),
        ("social media", 2, 50.0, 50.0),
    ]


def test_regions_name_their_best_body(db):
    assert _rows(db, "by_region", "region, mean_score, best_body, best_name", "region")[:2] == [
        ("London", 75.0, "colmere", "NHS Colmere CCG"),
        ("North", 87.5, "ashdale", "NHS Ashdale CCG"),
    ]
    row = ("North", "board", 2, 80.0)
    columns = "region, section, bodies, mean_score"
    assert row in _rows(db, "by_region_section", columns, "region")


def test_best_examples_are_nearest_to_home_and_proved(db):
    rows = _rows(db, "best_examples", "criterion, place, body, url, warc", "position, place")

    assert [row[:3] for row in rows][:3] == [
        ("board-named", 1, "ashdale"),
        ("board-named", 2, "birchford"),
        ("board-named", 3, "colmere"),
    ]
    assert rows[0][3:] == (
        "http://www.ashdaleccg.nhs.uk/",
        "crawls/ccgs-20130806-090000/pages.warc.gz",
    )
    assert max(row[1] for row in rows) == 3


def test_people_contacts_and_profiles_are_the_bodys_own_and_current(db):
    ashdale = f"audit = '{OLD}' and body = 'ashdale'"

    def of(view: str, columns: str) -> list:
        return db.execute(f"select {columns} from {view} where {ashdale}").fetchall()

    assert of("people", "person, role, listed_as, clicks") == [
        ("Dr Ann Example", "Chair", "board", 1)
    ]
    assert of("contacts", "kind, value") == [("email", "info@ashdaleccg.nhs.uk")]
    assert of("profiles", "network, profile") == [("twitter", "https://twitter.com/ashdale")]


def test_politeness_measures_the_gaps_between_requests_to_a_host(db):
    sql = (
        "select requests, pages, bytes, mean_gap_seconds, least_gap_seconds, robots_refusals, "
        "errors from politeness where crawl = 'ccgs-20130806-090000' and body = ?"
    )

    assert db.execute(sql, ["ashdale"]).fetchone() == (2, 2, 2000, 1.0, 1.0, 0, 0)
    assert db.execute(sql, ["dunwick"]).fetchone() == (0, 0, 0, None, None, 1, 0)


def test_bodies_that_share_a_host_share_its_gaps(
    tmp_path: Path, sample_audit: Callable[..., AuditResult]
):
    result = sample_audit()
    shared = tuple(
        replace(
            one,
            pages=tuple(
                replace(page, url=f"http://shared.example/{one.body}/{page.clicks}")
                if one.body in {"ashdale", "birchford"}
                else page
                for page in one.pages
            ),
        )
        for one in result.results
    )
    write_audit(tmp_path / "doorstep.db", replace(result, results=shared))

    with closing(read_database(tmp_path / "doorstep.db")) as opened:
        sql = "select least_gap_seconds from politeness where body in ('ashdale', 'birchford')"
        assert opened.execute(sql).fetchall() == [(1.0,), (0.0,)]


def test_a_crawl_of_the_past_tells_no_gaps(tmp_path: Path, sample_audit: Callable):
    result = sample_audit()
    past = replace(result, crawl=replace(result.crawl, as_of="2013-08-06"))
    write_audit(tmp_path / "doorstep.db", past)

    with closing(read_database(tmp_path / "doorstep.db")) as opened:
        sql = "select count(*), count(mean_gap_seconds), count(least_gap_seconds) from politeness"
        assert opened.execute(sql).fetchone() == (5, 0, 0)


def test_what_could_not_be_looked_at_says_why_in_words(db):
    columns = "body, reason, pages, meaning, whole_body"

    assert _rows(db, "not_looked_at", columns, "body") == [
        ("dunwick", "robots", 1, "the site's robots.txt asks crawlers not to look", 1)
    ]


def test_a_body_without_any_page_is_listed_with_its_reason(
    tmp_path: Path, sample_audit: Callable[..., AuditResult]
):
    result = sample_audit()
    bare = tuple(replace(one, pages=()) if one.body == "dunwick" else one for one in result.results)
    write_audit(tmp_path / "doorstep.db", replace(result, results=bare))

    with closing(read_database(tmp_path / "doorstep.db")) as opened:
        rows = opened.execute("select body, reason, pages, meaning from not_looked_at").fetchall()
    why = "the site's robots.txt asks crawlers not to look"
    assert rows == [("dunwick", "nothing_read", 0, why)]


def test_the_hardest_sites_are_told_by_clicks_and_what_was_not_found(db):
    columns = "body, mean_clicks, not_found, empty_sections"

    assert _rows(db, "hardest", columns, "not_found desc")[0] == ("hostile", 1.0, 3, 2)


def test_changes_are_against_the_audit_before_of_the_same_register(
    tmp_path: Path, sample_audit: Callable[..., AuditResult]
):
    path = tmp_path / "doorstep.db"
    write_audit(path, sample_audit())
    stranger = sample_audit("icbs-20140101-090000", "2014-01-01T10:00:00Z")
    register = replace(stranger.crawl, register="icbs")
    write_audit(path, replace(stranger, crawl=register))
    later = sample_audit("ccgs-20140806-090000", "2014-08-07T10:00:00Z")
    ashdale = later.results[0]
    lost = Finding(body="ashdale", criterion="board-papers", outcome="not_found")
    findings = (ashdale.findings[0], lost, *ashdale.findings[2:])
    changed = (replace(ashdale, findings=findings), *later.results[1:])
    write_audit(path, replace(later, results=changed))

    with closing(read_database(path)) as opened:
        sql = "select audit, against, body, criterion, before, after from changes"
        rows = opened.execute(sql).fetchall()
    assert rows == [(NEW, OLD, "ashdale", "board-papers", "met", "not_found")]


def test_the_summary_counts_what_was_asked_and_decided(db):
    row = db.execute(
        "select bodies, scored, unknown_bodies, mean_score, median_score, criteria, findings, "
        "met, not_found, not_applicable, unknown, pages_tried, pages_read "
        "from audit_summary where audit = ?",
        [OLD],
    ).fetchone()

    assert row == (5, 4, 1, 70.8, 75.0, 4, 20, 9, 5, 1, 5, 9, 8)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_tells_one_audit_from_another(db, view):
    key = "crawl" if view == "politeness" else "audit"
    value = OLD.removesuffix("-doors-1") if key == "crawl" else OLD
    rows = db.execute(f"select * from {view} where {key} = ?", [value]).fetchall()

    assert rows or view == "changes"
    assert len(rows) * 2 == db.execute(f"select count(*) from {view}").fetchone()[0]


@pytest.fixture(scope="module")
def many(
    sample_audit: Callable[..., AuditResult], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """Store six audits of a hundred bodies each."""
    path = tmp_path_factory.mktemp("many") / "doorstep.db"
    for year in range(2013, 2019):
        result = sample_audit(f"ccgs-{year}0806-090000", f"{year}-08-07T10:00:00Z")
        named = [(f"body-{n}", result.results[n % 5]) for n in range(100)]
        write_audit(
            path,
            replace(
                result,
                judged_on=date(year, 8, 7),
                bodies=tuple({"id": name, "name": name, "region": name[-1]} for name, _ in named),
                results=tuple(_renamed(name, one) for name, one in named),
            ),
        )
    with closing(read_database(path)) as opened:
        yield opened.conn


def _renamed(name: str, one: BodyResult) -> BodyResult:
    ids = {page.id: f"{page.id}-{name}" for page in one.pages}
    return BodyResult(
        body=name,
        pages=tuple(replace(page, id=ids[page.id], body=name) for page in one.pages),
        facts=tuple(
            replace(fact, source=replace(fact.source, page=ids[fact.source.page]))
            for fact in one.facts
        ),
        findings=tuple(replace(finding, body=name) for finding in one.findings),
    )


def _work(db: sqlite3.Connection, sql: str, *values: str) -> int:
    """Count the steps of SQLite's machine, in hundreds, that a query takes."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    db.set_progress_handler(count, 100)
    db.execute(sql, values).fetchall()
    db.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize("view", VIEWS)
def test_asking_a_view_for_one_audit_of_six_takes_a_sixth_of_the_work(many, view):
    key = "crawl" if view == "politeness" else "audit"
    newest = many.execute(f"select {key} from newest").fetchone()[0]

    one = _work(many, f"select * from {view} where {key} = ?", newest)
    assert one < _work(many, f"select * from {view}") / 4 + 5


def test_ranks_are_counted_along_an_index(many):
    plan = many.execute("explain query plan select * from league_table where audit = ?", ["x"])

    steps = " ".join(row[3] for row in plan)
    assert "SCAN" not in steps
    assert {"scores_low", "scores_high", "scores_audit_section"} <= set(steps.split())
