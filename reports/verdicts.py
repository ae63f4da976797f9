"""The pages of one question, and of one verdict at an address that can be cited."""

from typing import Any
from urllib.parse import unquote

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response

from reports.asking import Row, chosen_audit, first, grouped, known_audit, missing, page, rows

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
_RULES = """
    select distinct e.rule
    from findings as f join evidence as e on e.finding = f.id
    where f.audit = :audit and f.criterion = :criterion and f.outcome = 'met'
"""
# What was credited tells the labels that count for the question: what else bears one was rejected.
_NEAR = """
    with credited as (
        select distinct x.kind, case when x.kind in ({labelled}) then x.label end as label
        from findings as f
        join evidence as e on e.finding = f.id
        join facts as x on x.audit = f.audit and x.body = f.body and x.kind in ({kinds})
            and x.value = e.value and x.owner = 'own'
        where f.audit = :audit and f.criterion = :criterion and f.outcome = 'met'
    )
    select x.id as fact, x.body, b.name, x.kind, x.value, x.label, x.owner, x.quote,
        d.value as state, o.name as owner_name, p.id as page, p.final_url as url, p.captured,
        p.clicks, f.outcome
    from facts as x
    join credited as c on c.kind = x.kind and coalesce(c.label, x.label) = x.label
    join findings as f on f.audit = x.audit and f.body = x.body and f.criterion = :criterion
    join bodies as b on b.id = x.body
    left join fact_details as d on d.fact = x.id and d.name = 'state'
    left join bodies as o on o.id = x.owner
    left join pages as p on p.id = x.page
    where x.audit = :audit and x.kind in ({kinds})
        and (x.owner not in ('own', 'person') or d.value in ({states}))
    group by x.body, x.value
    order by f.outcome = 'met', b.name, x.id
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
_FACTS = {
    "contact": ("email", "phone", "form"),
    "reachable_person": ("email", "phone"),
    **{kind: (kind,) for kind in ("email", "phone", "address", "profile", "newsletter", "signup")},
    **{kind: (kind,) for kind in ("stream", "recording", "video", "group", "consultation")},
}
"""The kinds of fact that a rule credits, and so may have rejected."""
_LABELLED = ("email", "phone", "address", "stream", "recording", "video", "form")
_STATES = {
    "denied": "the page says that there is none",
    "ended": "it has ended",
    "planned": "it is only planned",
    "past": "it is over",
}
_OWNERS = {
    "supplier": "it belongs to the firm behind the website",
    "hospital": "it belongs to a hospital",
    "council": "it belongs to a council",
    "national": "it belongs to a national body",
    "venue": "it belongs to the place of a meeting",
    "other": "it belongs to somebody else",
}


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
        "near": await near_misses(datasette, audit, name),
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
        "others": await rows(datasette, _OTHERS, **of_cell, checklist=found["checklist_id"]),
        "reviews": await rows(datasette, _REVIEWS, **of_cell),
        "address": f"{request.scheme}://{request.host}{request.path}",
    }
    return await page(datasette, request, "verdict.html", audit, context)


async def near_misses(datasette: Datasette, audit: str, criterion: str) -> list[Row]:
    """Find what looks like an answer and is none: another's, ended, denied or only planned."""
    known = {"audit": audit, "criterion": criterion}
    rules = [row["rule"] for row in await rows(datasette, _RULES, **known)]
    kinds = sorted({kind for rule in rules for kind in _FACTS.get(rule, ())})
    if not kinds:
        return []
    query = _NEAR.format(kinds=_listed(kinds), labelled=_listed(_LABELLED), states=_listed(_STATES))
    found = await rows(datasette, query, **known)
    return [row | {"why": _why(row)} for row in found]


def _why(row: dict[str, Any]) -> str:
    """Say in words why a fact was not credited."""
    if row["state"] in _STATES:
        return _STATES[row["state"]]
    if row["owner_name"]:
        return f"it belongs to {row['owner_name']}"
    return _OWNERS.get(row["owner"], _OWNERS["other"])


def _listed(words: Any) -> str:
    return ", ".join(f"'{word}'" for word in words)
