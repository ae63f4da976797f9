"""The pages of one question, and of one verdict at an address that can be cited."""

from urllib.parse import unquote

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from reports.asking import chosen_audit, first, grouped, known_audit, missing, page, rows

_QUESTION = """
    select n.*, c.why, c.guidance
    from by_criterion as n
    join audits as a on a.id = n.audit
    join criteria as c on c.checklist = a.checklist and c.id = n.criterion
    where n.audit = :audit and n.criterion = :criterion
"""
_ANSWERS = """
    select audit, body, name, region, outcome, clicks, reason, quote, url, captured, page, evidence
    from answers where audit = :audit and criterion = :criterion
    order by clicks is null, clicks, name
"""
_BEST = "select * from best_examples where audit = :audit and criterion = :criterion order by place"
_NEAR = """
    select f.body, b.name, m.rule, m.value, m.quote, m.why, m.url, m.captured, m.clicks, (
        select p.id from pages as p
        where p.warc = m.warc and p."offset" = m."offset" and p.warc <> '' and p.body = f.body
        limit 1
    ) as page
    from findings as f
    join near_misses as m on m.finding = f.id
    join bodies as b on b.id = f.body
    where f.audit = :audit and f.criterion = :criterion and :body in ('', f.body)
    order by f.outcome <> 'not_found',
        row_number() over (partition by m.finding order by m.id), b.name, m.id
    limit 12
"""
_VERDICT = """
    select n.*, c.why, c.guidance, c.says, b.website, b.successor, a.judged_on, a.crawl, a.version,
        a.checklist_digest, k.title as checklist, k.id as checklist_id, w.register, w.as_of,
        w.started as crawled
    from answers as n
    join audits as a on a.id = n.audit
    join criteria as c on c.checklist = a.checklist and c.id = n.criterion
    join checklists as k on k.id = a.checklist
    join crawls as w on w.id = a.crawl
    join bodies as b on b.id = n.body
    where n.audit = :audit and n.body = :body and n.criterion = :criterion
"""
_PROOFS = """
    select * from proofs where finding = :finding order by clicks is null, clicks, evidence
"""
_OTHERS = """
    select f.audit, f.outcome, a.judged_on
    from findings as f
    join audits as a on a.id = f.audit
    where f.body = :body and f.criterion = :criterion and a.checklist = :checklist
        and a.status = 'done'
    order by a.judged_on desc, a.started desc
    limit 60
"""
_REVIEWS = """
    select coder, outcome, note, reviewed, url, status from reviews
    where body = :body and criterion = :criterion order by reviewed desc
"""


async def criterion(datasette: Datasette, request: Request) -> Response:
    """Show who does one thing, who does not, who does it best, and what was not enough."""
    name = unquote(request.url_vars["criterion"])
    audit = await chosen_audit(datasette, request)
    known = {"audit": audit, "criterion": name}
    found = await first(datasette, _QUESTION, **known)
    if found is None:
        raise missing(f"There is no question called {name} in this audit")
    answers = await rows(datasette, _ANSWERS, **known)
    context = {
        "criterion": found,
        "outcomes": grouped(answers, "outcome"),
        "examples": await rows(datasette, _BEST, **known),
        "near": await rows(datasette, _NEAR, **known, body=""),
        "held": [row for row in answers if row["outcome"] == "not_found" and ": " in row["reason"]],
    }
    return await page(datasette, request, "criterion.html", audit, context)


async def verdict(datasette: Datasette, request: Request) -> Response:
    """Show one verdict with all that proves it and how it was searched for."""
    parts = {key: unquote(request.url_vars[key]) for key in ("audit", "body", "criterion")}
    audit = await known_audit(datasette, parts["audit"])
    found = await first(datasette, _VERDICT, **parts)
    if found is None:
        raise missing(
            f"The audit {audit} has no verdict on {parts['criterion']} for {parts['body']}"
        )
    of_cell = {"body": parts["body"], "criterion": parts["criterion"]}
    context = {
        "verdict": found,
        "proofs": await rows(datasette, _PROOFS, finding=found["finding"]),
        "near": await rows(datasette, _NEAR, audit=audit, **of_cell),
        "others": await rows(datasette, _OTHERS, **of_cell, checklist=found["checklist_id"]),
        "reviews": await rows(datasette, _REVIEWS, **of_cell),
        "address": f"{request.scheme}://{request.host}{request.path}",
    }
    return await page(datasette, request, "verdict.html", audit, context)
