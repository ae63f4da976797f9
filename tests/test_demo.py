"""The demo from end to end: what its database holds, that its post is fair, that it serves."""

import csv
import json
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from doorstep.demo import labels_file

UNSEEN = {
    "pellbrook-ccg": "the site's robots.txt asks crawlers not to look",
    "wearholme-ccg": "the connection was refused or broken off",
}

ROWS = (
    """
    select body, criterion, outcome, clicks, searched, reason
    from findings where audit = ? order by id
    """,
    """
    select f.body, f.criterion, e.rule, e.value, e.quote, e.url, e.captured, e.clicks,
        e.warc, e."offset", e.digest
    from evidence as e join findings as f on f.id = e.finding where f.audit = ? order by e.id
    """,
    """
    select body, page, kind, value, label, owner, quote from facts where audit = ? order by id
    """,
    """
    select body, section, score, weight_met, weight_decided, weight_all, decided
    from scores where audit = ? order by body, section
    """,
)


@pytest.fixture
def demo(demo_home: Path) -> Iterator[sqlite3.Connection]:
    database = demo_home / "doorstep.db"
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.fixture
def home(demo_home: Path, tmp_path: Path) -> Path:
    """A copy of the demo's workspace, to be changed."""
    return Path(shutil.copytree(demo_home, tmp_path / "home"))


def count(db: sqlite3.Connection, sql: str) -> int:
    return db.execute(f"select count(*) from {sql}").fetchone()[0]


def test_every_body_is_judged_by_every_criterion(demo):
    assert count(demo, "bodies") == 12
    assert count(demo, "criteria") == 36
    assert count(demo, "findings") == 432
    assert count(demo, "(select distinct body, criterion from findings)") == 432


def test_every_met_has_evidence_and_nothing_else_has(demo):
    sql = "findings as f where {} exists (select 1 from evidence as e where e.finding = f.id)"

    assert count(demo, sql.format("f.outcome = 'met' and")) > 100
    assert count(demo, sql.format("f.outcome = 'met' and not")) == 0
    assert count(demo, sql.format("f.outcome <> 'met' and")) == 0


@pytest.mark.parametrize(("body", "words"), UNSEEN.items())
def test_a_body_that_cannot_be_looked_at_is_unknown_with_the_reason(demo, body, words):
    found = demo.execute(
        "select f.outcome, r.meaning, count(*) from findings as f "
        "left join reasons as r on r.id = f.reason where f.body = ? group by 1, 2",
        [body],
    ).fetchall()

    assert [tuple(row) for row in found] == [("unknown", words, 36)]


def test_what_cannot_be_looked_at_has_neither_score_nor_rank(demo):
    rows = demo.execute("select body, score, rank, rank_best, rank_worst from league_table")
    bare = {row["body"] for row in rows if row["rank"] is None}

    assert bare == set(UNSEEN)
    scores = demo.execute("select score from scores where body in (?, ?)", list(UNSEEN))
    assert {row["score"] for row in scores} == {None}


def test_the_post_never_counts_what_could_not_be_looked_at_as_a_failure(demo_home: Path, demo):
    (post,) = (demo_home / "reports").glob("*.md")
    words, _, figures = post.read_text("utf-8").rpartition("<!--")
    names = [
        demo.execute("select name from bodies where id = ?", [body]).fetchone()[0]
        for body in UNSEEN
    ]
    lines = [line for line in words.splitlines() if any(name in line for name in names)]

    assert len(lines) == 4
    assert [line.count("–") for line in lines if line.startswith("|")] == [2, 2]
    for name, reason in zip(names, UNSEEN.values(), strict=True):
        assert any(line.startswith(f"- **{name}**: {reason}") for line in lines)
    assert {int(of) for of in re.findall(r"\d+ of (\d+)\]", words)} == {10}
    assert json.loads(figures.partition("[")[1] + figures.partition("[")[2].rpartition("-->")[0])


def test_means_leave_out_what_could_not_be_looked_at(demo):
    scores = demo.execute(
        "select b.region, s.score from scores as s join bodies as b on b.id = s.body "
        "where s.section = 'overall' and s.body not in (?, ?)",
        list(UNSEEN),
    ).fetchall()
    for row in demo.execute("select region, mean_score, scored, unknown_bodies from by_region"):
        own = [score for region, score in scores if region == row["region"]]
        assert row["scored"] == len(own)
        assert row["scored"] + row["unknown_bodies"] == 3
        assert row["mean_score"] == pytest.approx(sum(own) / len(own), abs=0.06)
    for row in demo.execute("select met, not_found, not_applicable, unknown from by_criterion"):
        assert sum(row) == 12
        assert row["unknown"] >= 2


def test_the_same_crawl_audited_again_by_two_workers_gives_the_same_rows(
    home: Path, run_doorstep: Callable
):
    asked = ("--checklist", "ccg-engagement", "--on", "2026-11-21", "--workers", 2)
    done = run_doorstep("--home", home, "audit", *asked)
    assert done.returncode == 0, done.stderr

    with closing(sqlite3.connect(home / "doorstep.db")) as db:
        first, second = (row[0] for row in db.execute("select id from audits order by id"))
        for sql in ROWS:
            rows = db.execute(sql, [first]).fetchall()
            assert rows
            assert rows == db.execute(sql, [second]).fetchall()


def test_the_demo_agrees_with_its_hand_coding(demo_home: Path, shared: Path):
    with labels_file() as labels:
        said = subprocess.run(
            [sys.executable, shared / "score.py", demo_home / "doorstep.db", labels],
            capture_output=True, text=True, check=True,
        ).stdout.splitlines()[-1]  # fmt: skip
    print(f"demo: {said}")

    assert float(re.search(r"accuracy=([\d.]+)", said)[1]) >= 0.85


def test_every_label_of_the_demo_is_a_finding(demo):
    with labels_file() as path, path.open(encoding="utf-8", newline="") as file:
        labels = {(row["body"], row["criterion"]) for row in csv.DictReader(file)}

    assert labels == {tuple(r) for r in demo.execute("select body, criterion from findings")}


def test_the_demo_says_what_it_read_and_where_to_look(demo_home: Path):
    said = (demo_home.parent / "demo.txt").read_text("utf-8")
    (post,) = (demo_home / "reports").glob("*.html")

    assert "not read: NHS Pellbrook CCG: the site's robots.txt" in said
    assert "not read: NHS Wearholme CCG: the connection was refused" in said
    assert f"The post:     {post}\n" in said
    assert f"doorstep --home '{demo_home}' serve\n" in said


@pytest.mark.parametrize(
    ("cell", "quote", "why"),
    [
        ("kirkhollin-ccg phone-visible", "The switchboard of Kirkhollin Cottage Hospital is",
         "it belongs to a hospital"),
        ("kirkhollin-ccg newsletter", "The Herald was our newsletter for twelve years.",
         "it has ended"),
        ("fossewold-ccg social-profile", "Drupal support: Halfpenny Hosting",
         "it belongs to the firm behind the website"),
        ("chalkford-vale-ccg meetings-streamed", "We do not stream or record our meetings.",
         "the page says that there is none"),
        ("thrapsford-ccg newsletter-recent", "Issue 14", "it bears no date"),
    ],
)  # fmt: skip
def test_explain_shows_what_did_not_count_and_why(
    demo_home: Path, run_doorstep: Callable, cell: str, quote: str, why: str
):
    said = run_doorstep("--home", demo_home, "explain", *cell.split()).stdout
    _, _, near = said.partition("Looked like it, but did not count:\n")

    assert re.match(rf"  “.*{re.escape(quote)}.*”\n    https?://\S+: {why}\n", near), said


def test_the_addresses_that_serving_prints_can_be_opened(demo_home: Path):
    command = [sys.executable, "-m", "doorstep", "--home", demo_home, "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = [next(server.stdout) for _ in range(3)]
        pages = [re.search(r"http://\S+", line)[0] for line in said]
        texts = [urllib.request.urlopen(page).read().decode() for page in pages]
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=10) == 0

    assert [line.split(":")[0] for line in said] == ["Datasette", "League table", "The post"]
    assert all("NHS Marlgate CCG" in text for text in texts)


def test_a_port_in_use_is_told_before_anything_is_crawled(run_doorstep: Callable, tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run_doorstep("--home", tmp_path / "home", "demo", "--port", port)

    assert done.returncode == 2
    assert (
        done.stderr
        == f"doorstep: port {port} is in use; try --port 0, which takes any that is free\n"
    )
    assert not (tmp_path / "home").exists()
