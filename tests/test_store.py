"""Writing audits: all or nothing, the same again, and errors that name the file and the remedy."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from audit.errors import AuditError
from audit.model import AuditResult, Evidence
from audit.store import (
    finding,
    findings_of,
    known_audit,
    latest_audit,
    latest_crawl,
    open_database,
    read_database,
    write_audit,
)
from crawler.reasons import REASONS

FIRST = "ccgs-20130806-090000-doors-1"
SECOND = "ccgs-20130806-090000-doors-2"
DESIGNED = {
    "crawls": "id register started finished status as_of contact settings version",
    "pages": "id crawl body url final_url reason status clicks parent link_text content_type bytes "
    "digest captured warc offset title words kinds",
    "checklists": "id title about source digest",
    "audits": "id crawl checklist checklist_digest version judged_on started finished status",
    "facts": "id audit body page kind value label owner quote",
    "findings": "id audit body criterion outcome clicks searched reason",
    "evidence": "id finding rule value quote url captured clicks warc offset digest",
    "near_misses": "id finding rule value quote why url captured clicks warc offset digest",
    "scores": "audit body section score weight_met weight_decided weight_all decided",
    "reviews": "id body criterion coder outcome note reviewed url digest status",
}


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def _rows(path: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "doorstep.db"


def test_tables_have_exactly_the_columns_of_the_design(path: Path):
    with closing(open_database(path)) as db:
        tables = {name: " ".join(db.table(name).columns_dict) for name in DESIGNED}
        bodies = list(db.table("bodies").columns_dict)

    assert tables == DESIGNED
    assert bodies == ["id", "name", "kind", "region", "website", "successor"]


def test_names_in_the_singular_are_foreign_keys(path: Path):
    with closing(open_database(path)) as db:
        keys = {
            (table, key.column, key.other_table)
            for table in db.table_names()
            for key in db.table(table).foreign_keys
        }

    assert keys >= {
        ("pages", "crawl", "crawls"),
        ("pages", "body", "bodies"),
        ("facts", "audit", "audits"),
        ("facts", "page", "pages"),
        ("findings", "audit", "audits"),
        ("findings", "body", "bodies"),
        ("evidence", "finding", "findings"),
        ("near_misses", "finding", "findings"),
        ("scores", "audit", "audits"),
        ("criteria", "checklist", "checklists"),
    }


def test_an_audit_is_stored_whole(path: Path, sample_audit: Callable[..., AuditResult]):
    assert write_audit(path, sample_audit()) == FIRST

    counts = {t: _rows(path, f"select count(*) from {t}")[0][0] for t in (*DESIGNED, "bodies")}
    assert counts == {
        "bodies": 5,
        "crawls": 1,
        "pages": 9,
        "checklists": 1,
        "audits": 1,
        "facts": 20,
        "findings": 20,
        "evidence": 18,
        "near_misses": 5,
        "scores": 20,
        "reviews": 0,
    }
    bare = (
        "select count(*) from findings where outcome = 'met' "
        "and id not in (select finding from evidence)"
    )
    assert _rows(path, bare) == [(0,)]
    assert _rows(path, "pragma foreign_key_check") == []
    assert _rows(path, "select kinds from pages where id like '%ashdale-1'") == [
        ('["board", "person"]',)
    ]


def test_a_second_run_gives_the_same_rows_but_for_its_own_id(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    shuffled = replace(sample_audit(), results=tuple(reversed(sample_audit().results)))

    assert [write_audit(path, sample_audit()), write_audit(path, shuffled)] == [FIRST, SECOND]

    for table, order in (("findings", "id"), ("facts", "id"), ("scores", "body, section")):
        columns = DESIGNED[table].replace("id audit ", "").replace("audit ", "")
        sql = (
            f"select {columns.replace(' ', ', ')} from {table} where audit = '%s' order by {order}"
        )
        assert _rows(path, sql % FIRST) == _rows(path, sql % SECOND)
    proofs = (
        "select f.body, f.criterion, e.rule, e.value, e.quote, e.url, e.captured, e.clicks, "
        'e.warc, e."offset", e.digest from evidence as e join findings as f on f.id = e.finding '
        "where f.audit = '%s' order by e.id"
    )
    assert _rows(path, proofs % FIRST) == _rows(path, proofs % SECOND)


def test_a_failure_leaves_the_database_as_it_was(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    write_audit(path, sample_audit())
    before = _dump(path)
    later = sample_audit("ccgs-20140806-090000", "2014-08-07T10:00:00Z")
    last = later.results[-1]
    lost = replace(last.facts[0], source=replace(last.facts[0].source, page="nowhere:1"))
    broken = replace(last, facts=(lost,))

    with pytest.raises(AuditError, match="contradicts itself"):
        write_audit(path, replace(later, results=(*later.results[:-1], broken)))

    assert _dump(path) == before


@pytest.mark.parametrize("fault", ["bare", "missing", "stranger"])
def test_an_audit_that_could_not_stand_up_is_refused(
    path: Path, sample_audit: Callable[..., AuditResult], fault: str
):
    result = sample_audit()
    first = result.results[0]
    changed = {
        "bare": replace(
            first, findings=(replace(first.findings[0], evidence=()), *first.findings[1:])
        ),
        "missing": replace(first, findings=first.findings[1:]),
        "stranger": replace(first, body="nobody"),
    }[fault]
    words = {
        "bare": "ashdale meets board-named without evidence",
        "missing": "ashdale is not judged once by each criterion",
        "stranger": "nobody is not in the register",
    }[fault]

    with pytest.raises(AuditError, match=words):
        write_audit(path, replace(result, results=(changed, *result.results[1:])))

    assert not path.exists()


def test_bodies_keep_every_column_of_every_register(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    write_audit(path, sample_audit())
    other = tuple(body | {"Area Team": "Q52", "ODS_code": "Z9"} for body in sample_audit().bodies)
    plain = tuple({k: v for k, v in body.items() if k != "ods_code"} for body in other)
    write_audit(path, replace(sample_audit(), bodies=plain))

    row = _rows(path, "select region, ods_code, \"Area Team\" from bodies where id = 'ashdale'")
    assert row == [("North", "Z9", "Q52")]


def test_two_columns_that_differ_only_in_capitals_are_refused(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    bodies = tuple(body | {"REGION": "x"} for body in sample_audit().bodies)

    with pytest.raises(AuditError, match="'REGION' has no name of its own"):
        write_audit(path, replace(sample_audit(), bodies=bodies))


def test_text_that_utf8_cannot_hold_is_stored_all_the_same(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    result = sample_audit()
    first = result.results[0]
    proof = first.findings[0].evidence[0]
    odd = Evidence(rule="text", value="a\0b", quote="half a pair \ud83d", source=proof.source)
    met = replace(first.findings[0], evidence=(odd,))
    changed = replace(first, findings=(met, *first.findings[1:]))
    write_audit(path, replace(result, results=(changed, *result.results[1:])))

    sql = "select value, quote from evidence where rule = 'text'"
    assert _rows(path, sql) == [("a�b", "half a pair ?")]


def test_unchanged_pages_are_kept_once_for_searching(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    write_audit(path, sample_audit())
    write_audit(path, sample_audit("ccgs-20140806-090000", "2014-08-07T10:00:00Z"))

    assert _rows(path, "select count(*) from page_text") == [(8,)]
    found = "select rowid from page_text_fts where page_text_fts match 'stream'"
    assert len(_rows(path, found)) == 8
    quotes = "select count(*) from evidence_fts where evidence_fts match 'governing chairs'"
    assert _rows(path, quotes)[0][0] > 0
    _rows(path, "insert into evidence_fts (evidence_fts) values ('integrity-check')")


def test_reasons_are_stored_in_plain_words(path: Path):
    open_database(path).close()

    assert dict(_rows(path, "select id, meaning from reasons")) == REASONS


def test_changed_views_are_renewed_when_the_database_is_opened(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    write_audit(path, sample_audit())
    with closing(sqlite3.connect(path)) as db:
        db.execute("drop view league_table")
        db.execute("create view league_table as select 1 as one")
        db.execute("create view of_my_own as select 2 as two")
        db.commit()

    open_database(path).close()

    assert len(_rows(path, "select * from league_table")) == 5
    assert _rows(path, "select * from of_my_own") == [(2,)]


def test_lookups_give_back_what_was_stored(path: Path, sample_audit: Callable[..., AuditResult]):
    write_audit(path, sample_audit())
    write_audit(path, sample_audit())
    stored = sample_audit().results[0].findings
    missed = sample_audit().results[2].findings

    with closing(read_database(path)) as db:
        assert (latest_audit(db), latest_crawl(db)) == (SECOND, "ccgs-20130806-090000")
        assert known_audit(db, FIRST) == FIRST
        assert findings_of(db, FIRST, "ashdale") == stored
        assert finding(db, FIRST, "ashdale", "board-papers") == stored[1]
        assert findings_of(db, SECOND, "colmere") == missed
    assert [one.why for one in missed[1].near] == ["it belongs to a hospital"]


def test_near_misses_come_to_a_database_made_without_them(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    open_database(path).close()
    _rows(path, "drop table near_misses")

    write_audit(path, sample_audit())

    assert _rows(path, "select count(*) from near_misses") == [(5,)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((FIRST, "ashdail", "board-named"), "no body 'ashdail'; did you mean 'ashdale'"),
        ((FIRST, "ashdale", "bord-named"), "did you mean 'board-named'"),
    ],
)
def test_a_misspelt_body_or_criterion_is_explained(
    path: Path, sample_audit: Callable[..., AuditResult], words: tuple[str, ...], said: str
):
    write_audit(path, sample_audit())

    with closing(read_database(path)) as db, pytest.raises(AuditError, match=said):
        finding(db, *words)


def test_an_unknown_audit_is_explained(path: Path, sample_audit: Callable[..., AuditResult]):
    write_audit(path, sample_audit())

    with closing(read_database(path)) as db, pytest.raises(AuditError, match="did you mean 'ccgs-"):
        known_audit(db, FIRST + "1")


def test_before_the_first_audit_the_remedy_is_named(path: Path):
    with pytest.raises(AuditError, match="no database yet; run `doorstep audit` first"):
        read_database(path)

    open_database(path).close()
    with closing(read_database(path)) as db, pytest.raises(AuditError, match="`doorstep audit`"):
        latest_audit(db)


def test_a_file_that_is_no_database_is_named_and_kept(path: Path):
    path.write_text("These are notes about doorsteps.\n" * 50, encoding="utf-8")

    for use in (open_database, read_database):
        with pytest.raises(AuditError, match=r"doorstep\.db: it is not an SQLite database; move"):
            use(path)
    assert path.read_text(encoding="utf-8").startswith("These are notes")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("pragma application_id = 7", "another program's database"),
        ("pragma user_version = 0", "an older Doorstep; move it away and audit"),
        ("pragma user_version = 99", "a newer Doorstep; install"),
    ],
)
def test_a_database_of_another_make_is_refused(path: Path, change: str, said: str):
    open_database(path).close()
    _rows(path, change)

    for use in (open_database, read_database):
        with pytest.raises(AuditError, match=said):
            use(path)


def test_a_database_without_near_misses_is_brought_up_to_date_by_the_next_audit(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    write_audit(path, sample_audit())
    _rows(path, "drop table near_misses")
    with pytest.raises(AuditError, match="an older Doorstep; `doorstep audit` on any crawl"):
        read_database(path)

    write_audit(path, sample_audit("ccgs-20150806-090000", "2015-08-07T10:00:00Z"))

    read_database(path).close()


def test_a_locked_database_is_named(
    path: Path, sample_audit: Callable[..., AuditResult], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("audit.database._WAIT_SECONDS", 0.05)
    open_database(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("begin immediate")
        with pytest.raises(AuditError, match="another program is writing to it; wait"):
            write_audit(path, sample_audit())


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, sample_audit: Callable[..., AuditResult]
):
    with pytest.raises(AuditError, match=r"nowhere/doorstep\.db: it cannot be opened"):
        write_audit(tmp_path / "nowhere" / "doorstep.db", sample_audit())


def test_readers_go_on_while_an_audit_is_written(
    path: Path, sample_audit: Callable[..., AuditResult]
):
    write_audit(path, sample_audit())
    with closing(open_database(path)) as writer, closing(read_database(path)) as reader:
        writer.conn.execute("begin immediate")
        writer.conn.executemany(
            "insert into page_text (digest, text) values (?, ?)",
            ((f"sha1:{n}", "words " * 2000) for n in range(400)),
        )
        assert latest_audit(reader) == FIRST
        writer.conn.rollback()
