"""Write audits to the database: the only place that does.

An audit is written in one transaction: all of it is there afterwards, or the database is as it was.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from audit.database import connect, explained, open_database, prepare, read_database, transaction
from audit.errors import AuditError
from audit.lookup import finding, findings_of, known_audit, latest_audit, latest_crawl
from audit.model import (
    AuditResult,
    BodyResult,
    CriterionRow,
    Evidence,
    Fact,
    NearMiss,
    PageRow,
)
from audit.score import score_body

__all__ = [
    "finding",
    "findings_of",
    "known_audit",
    "latest_audit",
    "latest_crawl",
    "open_database",
    "read_database",
    "write_audit",
]

Row = dict[str, Any]
_DETAILS = ("group", "handle", "person", "role")
"""What is worth keeping of a fact's details; the others only help to judge."""


def write_audit(path: Path, result: AuditResult) -> str:
    """Store a whole audit in one transaction and return its id."""
    _check(result)
    db = connect(path, mode="rwc")
    try:
        with explained(path), transaction(db):
            prepare(db, path)
            return _write(db, result)
    finally:
        db.close()


def _write(db: Database, result: AuditResult) -> str:
    results = sorted(result.results, key=lambda one: one.body)
    crawl, checklist = result.crawl, result.checklist
    _write_bodies(db, result.bodies)
    settings = json.dumps(crawl.settings, sort_keys=True, default=str)
    _upsert(db, "crawls", [vars(crawl) | {"settings": settings}], pk="id")
    _upsert(db, "pages", (_page_row(crawl.id, page) for one in results for page in one.pages), "id")
    ledgers = (
        vars(one.ledger) | {"crawl": crawl.id, "body": one.body} for one in results if one.ledger
    )
    _upsert(db, "ledgers", ledgers, ("crawl", "body"))
    _write_text(db, (page for one in results for page in one.pages))
    about = {name: value for name, value in vars(checklist).items() if name != "criteria"}
    _upsert(db, "checklists", [about], "id")
    criteria = (vars(one) | {"checklist": checklist.id} for one in checklist.criteria)
    _upsert(db, "criteria", criteria, ("checklist", "id"))
    audit = _next_id(db, crawl.id, checklist.id)
    row = {
        "id": audit,
        "crawl": crawl.id,
        "checklist": checklist.id,
        "checklist_digest": checklist.digest,
        "version": result.version,
        "judged_on": result.judged_on.isoformat(),
        "started": result.started,
        "finished": result.finished,
        "status": result.status,
    }
    _insert(db, "audits", [row])
    _write_facts(db, audit, results)
    _write_findings(db, audit, results)
    _insert(db, "scores", _score_rows(audit, checklist.criteria, results))
    return audit


def _write_bodies(db: Database, bodies: Iterable[Mapping[str, str]]) -> None:
    """Store the register's rows, with a column for each of its own."""
    names = {name.casefold(): name for name in db.table("bodies").columns_dict}
    rows = []
    for body in bodies:
        row: Row = {}
        for column, value in body.items():
            name = names.setdefault(column.strip().casefold(), column.strip())
            if not name or name in row:
                raise AuditError(
                    f"register, body {body.get('id')}: column {column!r} has no name of its own "
                    "(capitals do not count); rename it"
                )
            row[name] = value
        rows.append(row)
    known = db.table("bodies").columns_dict
    for name in names.values():
        if name not in known:
            db.table("bodies").add_column(name, str, not_null_default="")
    _upsert(db, "bodies", rows, "id")


def _page_row(crawl: str, page: PageRow) -> Row:
    row = vars(page) | {"crawl": crawl, "kinds": json.dumps(page.kinds)}
    del row["text"]
    return row


def _write_text(db: Database, pages: Iterable[PageRow]) -> None:
    """Store readable text once per digest, touching the search index only where it changed."""
    db.conn.executemany(
        "insert into page_text (digest, title, text) values (?, ?, ?) "
        "on conflict (digest) do update set title = excluded.title, text = excluded.text "
        "where title <> excluded.title or text <> excluded.text",
        (
            (page.digest, _clean(page.title), _clean(page.text))
            for page in pages
            if page.digest and page.text
        ),
    )


def _write_facts(db: Database, audit: str, results: Iterable[BodyResult]) -> None:
    number = _highest(db, "facts")
    rows: list[Row] = []
    details: list[Row] = []
    for one in results:
        for fact in one.facts:
            number += 1
            rows.append(
                {
                    "id": number,
                    "audit": audit,
                    "body": one.body,
                    "page": (fact.source.page or None) if fact.source else None,
                    "kind": fact.kind,
                    "value": fact.value,
                    "label": fact.label,
                    "owner": fact.owner,
                    "quote": fact.quote,
                }
            )
            known = _details(fact)
            details += [{"fact": number, "name": name, "value": known[name]} for name in known]
    _insert(db, "facts", rows)
    _insert(db, "fact_details", details)


def _details(fact: Fact) -> dict[str, str]:
    known = {name: fact.detail[name] for name in _DETAILS if name in fact.detail}
    if fact.place != "main":
        known["place"] = fact.place
    if fact.state != "now":
        known["state"] = fact.state
    if fact.when:
        known["when"] = fact.when.isoformat()
    return {name: value for name, value in sorted(known.items()) if value}


def _write_findings(db: Database, audit: str, results: Iterable[BodyResult]) -> None:
    number = _highest(db, "findings")
    rows: list[Row] = []
    proofs: list[Row] = []
    misses: list[Row] = []
    for one in results:
        for verdict in one.findings:
            number += 1
            row = vars(verdict) | {"id": number, "audit": audit}
            del row["evidence"], row["near"]
            rows.append(row)
            proofs += [_quoted(number, proof) for proof in verdict.evidence]
            misses += [_quoted(number, miss) for miss in verdict.near]
    _insert(db, "findings", rows)
    _insert(db, "evidence", _numbered(db, "evidence", proofs))
    _insert(db, "near_misses", _numbered(db, "near_misses", misses))


def _quoted(finding: int, quoted: Evidence | NearMiss) -> Row:
    """Give the columns of words with the place in the archive where they stand."""
    row = vars(quoted) | vars(quoted.source) | {"finding": finding}
    del row["source"], row["page"]
    return row


def _numbered(db: Database, table: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Give rows the numbers that follow the highest of a table."""
    return ({"id": n} | row for n, row in enumerate(rows, start=_highest(db, table) + 1))


def _score_rows(
    audit: str, criteria: tuple[CriterionRow, ...], results: Iterable[BodyResult]
) -> Iterator[Row]:
    for one in results:
        for score in score_body(criteria, one.findings):
            yield vars(score) | {"audit": audit, "body": one.body}


def _check(result: AuditResult) -> None:
    """Refuse an audit that could not stand up: gaps, doubles, or a `met` without proof."""
    criteria = {criterion.id for criterion in result.checklist.criteria}
    bodies = {body["id"] for body in result.bodies}
    for one in result.results:
        judged = [f.criterion for f in one.findings]
        bare = [f.criterion for f in one.findings if f.outcome == "met" and not f.evidence]
        strange = [f.criterion for f in one.findings if f.body != one.body]
        if one.body not in bodies:
            fault = "is not in the register"
        elif set(judged) != criteria or len(judged) != len(criteria):
            fault = "is not judged once by each criterion"
        elif bare:
            fault = f"meets {', '.join(bare)} without evidence"
        elif strange:
            fault = f"has another body's findings ({', '.join(strange)})"
        else:
            continue
        raise AuditError(
            f"audit of {result.crawl.id}: {one.body} {fault}; nothing was stored. "
            "This is a fault of Doorstep: report it"
        )


def _next_id(db: Database, crawl: str, checklist: str) -> str:
    prefix = f"{crawl}-{checklist}-"
    query = "select id from audits where crawl = ? and checklist = ?"
    taken = [int(row[0].removeprefix(prefix)) for row in db.execute(query, [crawl, checklist])]
    return f"{prefix}{max(taken, default=0) + 1}"


def _highest(db: Database, table: str) -> int:
    query = f"select coalesce(max(id), 0) from {table}"  # noqa: S608 - our own table names
    return int(db.execute(query).fetchone()[0])


def _insert(db: Database, table: str, rows: Iterable[Row]) -> None:
    db.table(table).insert_all(map(_clean_row, rows), batch_size=1000)


def _upsert(db: Database, table: str, rows: Iterable[Row], pk: str | tuple[str, ...]) -> None:
    db.table(table).upsert_all(map(_clean_row, rows), pk=pk, batch_size=1000)


def _clean_row(row: Row) -> Row:
    return {k: _clean(v) if isinstance(v, str) else v for k, v in row.items()}


def _clean(text: str) -> str:
    """Replace what UTF-8 and SQLite cannot hold: lone surrogates and NUL."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "�").encode("utf-8", "replace").decode("utf-8")
