"""Bodies side by side, and what changed from one audit to the next."""

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from reports.asking import Row, chosen_audit, first, grouped, page, rows
from reports.pictures import change_picture

MOST = 5
_NAMED = "select id, name from bodies where id = :words or name = :words collate nocase limit 2"
_MEANT = "select id, name from bodies where instr(lower(name), lower(:words)) > 0 limit 2"
_PLACE = "select * from league_table where audit = :audit and body = :body"
_SCORES = "select section, score from scores where audit = :audit and body = :body"
_ANSWERS = """
    select section, criterion, ask, outcome, clicks, reason from answers
    where audit = :audit and body = :body order by position
"""
_NAMES = "select name from bodies order by name"
_AGAINST = """
    select o.id as against, o.judged_on as before, a.judged_on as after, c.register, k.title,
        a.checklist_digest <> o.checklist_digest as other_rules,
        a.version <> o.version as other_tool
    from audits as a
    join crawls as c on c.id = a.crawl
    join checklists as k on k.id = a.checklist
    join audits as o on o.checklist = a.checklist
    join crawls as w on w.id = o.crawl and w.register = c.register
    where a.id = :audit and o.status = 'done'
        and (o.judged_on, o.started, o.rowid) < (a.judged_on, a.started, a.rowid)
    order by o.judged_on desc, o.started desc, o.rowid desc
    limit 1
"""
_CHANGES = """
    select c.*, k.section
    from changes as c
    join audits as a on a.id = c.audit
    join criteria as k on k.checklist = a.checklist and k.id = c.criterion
    where c.audit = :audit order by c.name, c.position
"""
_MOVES = """
    select n.body, b.name, o.score as before, n.score as after, n.score - o.score as points
    from scores as n
    join scores as o on o.audit = :against and o.body = n.body and o.section = 'overall'
    join bodies as b on b.id = n.body
    where n.audit = :audit and n.section = 'overall' and n.score <> o.score
    order by abs(n.score - o.score) desc, b.name
    limit 12
"""
_CAME = """
    select n.body, b.name from scores as n join bodies as b on b.id = n.body
    where n.audit = :audit and n.section = 'overall' and not exists (
        select 1 from scores as o
        where o.audit = :against and o.body = n.body and o.section = 'overall'
    )
    order by b.name
"""
_AUDITS = """
    select a.id as audit, a.judged_on, k.title, c.register
    from audits as a
    join checklists as k on k.id = a.checklist
    join crawls as c on c.id = a.crawl
    where a.status = 'done' and exists (
        select 1 from audits as o join crawls as w on w.id = o.crawl
        where o.checklist = a.checklist and w.register = c.register and o.status = 'done'
            and (o.judged_on, o.started, o.rowid) < (a.judged_on, a.started, a.rowid)
    )
    order by a.judged_on desc, a.started desc, a.rowid desc
"""


async def compare(datasette: Datasette, request: Request) -> Response:
    """Show two to five bodies side by side, question by question."""
    audit = await chosen_audit(datasette, request)
    wanted = [words.strip() for words in request.args.getlist("body") if words.strip()]
    chosen: dict[str, str] = {}
    unclear = []
    for words in wanted:
        meant = await rows(datasette, _NAMED, words=words) or await rows(
            datasette, _MEANT, words=words
        )
        if len(meant) == 1:
            chosen[meant[0]["id"]] = meant[0]["name"]
        else:
            unclear.append(words)
    left = list(chosen)[MOST:]
    bodies = [await _side(datasette, audit, body, chosen[body]) for body in list(chosen)[:MOST]]
    context = {
        "bodies": bodies,
        "sections": _side_by_side(bodies, only_different=bool(request.args.get("differ"))),
        "differ": bool(request.args.get("differ")),
        "unclear": unclear,
        "left": [chosen[body] for body in left],
        "most": MOST,
        "names": [row["name"] for row in await rows(datasette, _NAMES)],
    }
    return await page(datasette, request, "compare.html", audit, context)


async def changes(datasette: Datasette, request: Request) -> Response:
    """Show what differs from the audit before: verdicts, scores, bodies that came or went."""
    audit = await chosen_audit(datasette, request)
    pair = await first(datasette, _AGAINST, audit=audit)
    found = await rows(datasette, _CHANGES, audit=audit) if pair else []
    against = pair["against"] if pair else ""
    known = {"audit": audit, "against": against}
    kinds = _kinds(found)
    context = {
        "pair": pair,
        "kinds": kinds,
        "picture": await change_picture(kinds),
        "count": len(found),
        "changed_bodies": len({row["body"] for row in found}),
        "questions": _questions(found),
        "moves": await rows(datasette, _MOVES, **known) if pair else [],
        "came": await rows(datasette, _CAME, **known) if pair else [],
        "gone": await rows(datasette, _CAME, audit=against, against=audit) if pair else [],
        "audits": await rows(datasette, _AUDITS),
    }
    return await page(datasette, request, "changes.html", audit, context)


async def _side(datasette: Datasette, audit: str, body: str, name: str) -> Row:
    known = {"audit": audit, "body": body}
    answers = await rows(datasette, _ANSWERS, **known)
    return {
        "body": body,
        "name": name,
        "place": await first(datasette, _PLACE, **known),
        "scores": {r["section"]: r["score"] for r in await rows(datasette, _SCORES, **known)},
        "answers": {row["criterion"]: row for row in answers},
    }


def _side_by_side(bodies: list[Row], *, only_different: bool) -> dict[str, list[Row]]:
    """Line up the answers of all bodies by question, grouped by section."""
    asked = {name: row for body in reversed(bodies) for name, row in body["answers"].items()}
    lines = []
    for name, row in asked.items():
        answers = [body["answers"].get(name) for body in bodies]
        differ = len({answer["outcome"] if answer else "" for answer in answers}) > 1
        if differ or not only_different:
            lines.append(
                {
                    "section": row["section"],
                    "criterion": name,
                    "ask": row["ask"],
                    "answers": answers,
                }
            )
    return grouped(lines, "section")


def _kinds(found: list[Row]) -> dict[str, list[Row]]:
    """Sort changes into what was gained, lost, and what can now or no longer be told."""
    kinds: dict[str, list[Row]] = {"gained": [], "lost": [], "told": [], "untold": []}
    for row in found:
        kind = {"met": "gained", "not_found": "lost"}.get(row["after"], "untold")
        if row["before"] != ("not_found" if kind == "gained" else "met") and kind != "untold":
            kind = "told"
        kinds[kind].append(row)
    return kinds


def _questions(found: list[Row]) -> list[Row]:
    """Count by question how many bodies gained and lost it, the most moved first."""
    counts = [
        {
            "criterion": name,
            "ask": some[0]["ask"],
            **{kind: len(cells) for kind, cells in _kinds(some).items()},
        }
        for name, some in grouped(found, "criterion").items()
    ]
    return sorted(counts, key=lambda row: (-row["gained"] - row["lost"], row["ask"]))
