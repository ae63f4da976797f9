"""Read single audits, findings and their evidence back from the database."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from sqlite_utils import Database

from audit.errors import AuditError
from audit.model import Evidence, Finding, NearMiss, Source


def latest_audit(db: Database) -> str:
    """Name the newest audit."""
    row = db.execute("select audit from newest").fetchone()
    if row is None:
        raise AuditError("nothing has been audited yet; run `doorstep audit` first")
    return str(row[0])


def latest_crawl(db: Database) -> str:
    """Name the newest crawl that has been audited."""
    row = db.execute("select id from crawls order by started desc, rowid desc limit 1").fetchone()
    if row is None:
        raise AuditError("nothing has been audited yet; run `doorstep audit` first")
    return str(row[0])


def known_audit(db: Database, audit: str | None = None) -> str:
    """Name the audit that is meant: the newest, or the one given if there is such a one."""
    if audit is None:
        return latest_audit(db)
    names = _column(db, "select id from audits order by started desc, rowid desc")
    if audit not in names:
        raise AuditError(f"there is no audit {audit!r}; {_meant(audit, names)}")
    return audit


def findings_of(db: Database, audit: str, body: str) -> tuple[Finding, ...]:
    """Give every finding about a body, with evidence, in the order of the checklist."""
    bodies = _column(db, "select body from scores where audit = ? and section = 'overall'", audit)
    if body not in bodies:
        raise AuditError(f"{audit}: there is no body {body!r}; {_meant(body, bodies)}")
    rows = db.execute(
        """
        select f.id, f.criterion, f.outcome, f.clicks, f.searched, f.reason
        from findings as f
        join audits as a on a.id = f.audit
        join criteria as c on c.checklist = a.checklist and c.id = f.criterion
        where f.audit = ? and f.body = ?
        order by c.position, f.id
        """,
        [audit, body],
    ).fetchall()
    return tuple(
        Finding(
            body=body,
            criterion=criterion,
            outcome=outcome,
            clicks=clicks,
            searched=searched,
            reason=reason,
            evidence=tuple(
                Evidence(rule=rule, value=value, quote=quote, source=source)
                for rule, value, quote, _, source in _quoted(db, number, "evidence", "''")
            ),
            near=tuple(
                NearMiss(rule=rule, value=value, quote=quote, why=why, source=source)
                for rule, value, quote, why, source in _quoted(db, number, "near_misses", "e.why")
            ),
        )
        for number, criterion, outcome, clicks, searched, reason in rows
    )


def finding(db: Database, audit: str, body: str, criterion: str) -> Finding:
    """Give one finding with its evidence."""
    found = {one.criterion: one for one in findings_of(db, audit, body)}
    if criterion not in found:
        raise AuditError(
            f"{audit}: there is no criterion {criterion!r}; {_meant(criterion, found)}"
        )
    return found[criterion]


def _quoted(
    db: Database, number: int, table: str, why: str
) -> Iterator[tuple[str, str, str, str, Source]]:
    """Yield rule, value, quote, reason and source of what is stored with a finding."""
    rows = db.execute(
        f"""
        select e.rule, e.value, e.quote, {why},
            e.url, e.captured, e.clicks, e.warc, e."offset", e.digest,
            coalesce((
                select p.id from pages as p
                where p.crawl = a.crawl and p.body = f.body
                    and p.warc = e.warc and p."offset" = e."offset"
                limit 1
            ), '')
        from {table} as e
        join findings as f on f.id = e.finding
        join audits as a on a.id = f.audit
        where e.finding = ?
        order by e.id
        """,  # noqa: S608 - our own table names
        [number],
    )
    for rule, value, quote, reason, url, captured, clicks, warc, offset, digest, page in rows:
        source = Source(
            page=page,
            url=url,
            captured=captured,
            clicks=clicks,
            warc=warc,
            offset=offset,
            digest=digest,
        )
        yield rule, value, quote, reason, source


def _column(db: Database, sql: str, *parameters: str) -> list[str]:
    return [row[0] for row in db.execute(sql, parameters)]


def _meant(word: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(word, names, n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(names)[:8])}"
