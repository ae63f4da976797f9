"""What the pages of a published site show, read from the cleaned copy of the database."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reports.escaping import part

Row = dict[str, Any]

_SURVEYS = """
    select s.*, a.rowid as place, k.about, k.source, k.digest, a.checklist_digest, c.contact
    from audits as a
    join audit_summary as s on s.audit = a.id
    join checklists as k on k.id = a.checklist
    join crawls as c on c.id = a.crawl
    where a.status = 'done' order by a.started desc, a.rowid desc
"""
_ANSWERS = """
    select n.*, (select e.captured from evidence as e where e.finding = n.finding
        order by e.clicks is null, e.clicks, e.id limit 1) as seen
    from answers as n where n.audit = :audit and n.body = :body order by n.position
"""
_OF_BODY = {
    "scores": "select s.section, s.score, s.decided from scores as s "
    "where s.audit = :audit and s.body = :body and s.section <> 'overall'",
    "people": "select * from people where audit = :audit and body = :body order by fact",
    "contacts": "select * from contacts where audit = :audit and body = :body "
    "order by kind, clicks, fact",
    "profiles": "select * from profiles where audit = :audit and body = :body "
    "order by network, fact",
    "unread": "select * from not_looked_at where audit = :audit and body = :body "
    "order by pages desc, reason",
}
_HISTORY = """
    select a.id as audit, a.judged_on, k.title, l.score, l.rank, l.decided, l.met, l.not_found,
        l.unknown
    from scores as s
    join audits as a on a.id = s.audit and a.status = 'done'
    join checklists as k on k.id = a.checklist
    join league_table as l on l.audit = s.audit and l.body = s.body
    where s.body = :body and s.section = 'overall'
    order by a.judged_on desc, a.started desc
"""


@dataclass(frozen=True, kw_only=True)
class Survey:
    """The newest audit of a register by a checklist, and the audit before it, if any."""

    audit: str
    before: str
    summary: Row
    league: list[Row]
    criteria: list[Row]
    regions: list[Row]
    sections: list[Row]


def rows(conn: sqlite3.Connection, sql: str, **parameters: str) -> list[Row]:
    """Read the rows of a query as mappings."""
    cursor = conn.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def surveys(conn: sqlite3.Connection) -> list[Survey]:
    """List the surveys, the newest first."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for one in rows(conn, _SURVEYS):
        groups.setdefault((one["register"], one["checklist"]), []).append(one)
    return [_survey(conn, ordered) for ordered in groups.values()]


def _survey(conn: sqlite3.Connection, ordered: Sequence[Row]) -> Survey:
    newest = ordered[0]
    earlier = [one for one in ordered[1:] if one["judged_on"] <= newest["judged_on"]]
    other = [one for one in earlier if one["crawl"] != newest["crawl"]] or earlier
    key = {"audit": newest["audit"]}
    return Survey(
        audit=newest["audit"],
        before=other[0]["audit"] if other else "",
        summary=newest,
        league=rows(
            conn,
            "select * from league_table where audit = :audit "
            "order by rank is null, rank, name, body",
            **key,
        ),
        criteria=rows(
            conn,
            "select n.*, c.why, c.guidance, c.says from by_criterion as n "
            "join audits as a on a.id = n.audit "
            "join criteria as c on c.checklist = a.checklist and c.id = n.criterion "
            "where n.audit = :audit order by n.position, n.criterion",
            **key,
        ),
        regions=rows(
            conn,
            "select * from by_region where audit = :audit and region <> '' order by region",
            **key,
        ),
        sections=rows(
            conn, "select * from by_section where audit = :audit order by position, section", **key
        ),
    )


def body_of(conn: sqlite3.Connection, survey: Survey, body: str) -> Row:
    """Read all that a survey holds about one body."""
    key = {"audit": survey.audit, "body": body}
    found: Row = {name: rows(conn, sql, **key) for name, sql in _OF_BODY.items()}
    answers = rows(conn, _ANSWERS, **key)
    scores = {row["section"]: row for row in found["scores"]}
    sections: dict[str, list[Row]] = {}
    for answer in answers:
        sections.setdefault(answer["section"], []).append(answer)
    personal = [row for row in found["contacts"] if row["value"].startswith("[personal ")]
    found["contacts"] = [row for row in found["contacts"] if row not in personal]
    place = next(row for row in survey.league if row["body"] == body)
    return {
        **found,
        "survey": survey,
        "place": place,
        "withheld": len(personal),
        "sections": [(name, scores.get(name), found) for name, found in sections.items()],
    }


def history_of(conn: sqlite3.Connection, body: str) -> list[Row]:
    """Read a body's scores over all audits, the newest first."""
    return rows(conn, _HISTORY, body=body)


def criterion_of(conn: sqlite3.Connection, survey: Survey, criterion: Row) -> Row:
    """Read who has a thing, who has not, and the best examples."""
    key = {"audit": survey.audit, "criterion": criterion["criterion"]}
    groups: dict[str, list[Row]] = {}
    for row in rows(
        conn,
        "select * from answers where audit = :audit and criterion = :criterion "
        "order by clicks is null, clicks, name, body",
        **key,
    ):
        groups.setdefault(row["outcome"], []).append(row)
    examples = rows(
        conn,
        "select * from best_examples where audit = :audit and criterion = :criterion "
        "order by place",
        **key,
    )
    return {"survey": survey, "criterion": criterion, "outcomes": groups, "examples": examples}


def region_of(conn: sqlite3.Connection, survey: Survey, region: Row) -> Row:
    """Read a region's bodies and how it does in each section."""
    sections = rows(
        conn,
        "select r.section, r.mean_score, s.mean_score as mean_of_all from by_region_section as r "
        "join by_section as s on s.audit = r.audit and s.section = r.section "
        "where r.audit = :audit and s.audit = :audit and r.region = :region order by s.position",
        audit=survey.audit,
        region=region["region"],
    )
    bodies = [row for row in survey.league if row["region"] == region["region"]]
    return {"survey": survey, "region": region, "bodies": bodies, "sections": sections}


def address(kind: str, name: str) -> str:
    """Address the page of a body, a criterion, a region or a survey, from the root."""
    return f"{kind}/{part(name)}/index.html"
