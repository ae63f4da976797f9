"""The pages that Doorstep adds to Datasette: home, a body, a region."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlencode

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from selectolax.lexbor import LexborHTMLParser

from reports.asking import (
    Row,
    chosen_audit,
    database_name,
    first,
    grouped,
    missing,
    page,
    rows,
    workspace,
)
from reports.pictures import pictures, tiles

_AUDITS = """
    select a.id as audit, k.title, c.register, a.judged_on
    from audits as a
    join checklists as k on k.id = a.checklist
    join crawls as c on c.id = a.crawl
    where a.status = 'done'
    order by a.started desc, a.rowid desc
"""
_UNREAD = """
    select body, name, group_concat(meaning, '; ') as meaning from not_looked_at
    where audit = :audit and whole_body group by body, name order by name
"""
_CELLS = """
    select s.section, r.region, c.mean_score
    from by_section as s
    join by_region as r on r.audit = s.audit
    left join (select * from by_region_section where audit = :audit) as c
        on c.section = s.section and c.region = r.region
    where s.audit = :audit and r.audit = :audit
    order by s.position, s.section, r.region
"""
_CLICKS = "select clicks, count(*) as found from findability where audit = :audit group by clicks"
_CRITERIA = "select * from by_criterion where audit = :audit order by share desc, position"
_LEAGUE = "select * from league_table where audit = :audit order by rank is null, rank, name"
_OF_BODY = {
    "bodies": "select * from bodies where id = :body",
    "places": "select * from league_table where audit = :audit and body = :body",
    "scores": "select * from scores where audit = :audit and body = :body",
    "answers": "select * from answers where audit = :audit and body = :body order by position",
    "people": "select * from people where audit = :audit and body = :body order by fact",
    "contacts": "select * from contacts where audit = :audit and body = :body "
    "order by kind, clicks, fact",
    "profiles": "select * from profiles where audit = :audit and body = :body "
    "order by network, fact",
    "unread": "select * from not_looked_at where audit = :audit and body = :body "
    "order by pages desc, reason",
    "ledger": "select * from politeness where crawl = :crawl and body = :body",
    "history": "select a.judged_on, l.audit, l.score, l.rank, l.decided from league_table as l "
    "join audits as a on a.id = l.audit where l.body = :body and a.status = 'done' "
    "order by a.judged_on desc, a.started desc",
    "successors": "select s.id, s.name from bodies as b join bodies as s on s.id = b.successor "
    "where b.id = :body",
    "mean_scores": "select section, mean_score from by_section where audit = :audit",
    "forerunners": "select id, name from bodies where successor = :body order by name",
}
_MEANT = "select id, name from bodies where id = :words or instr(lower(name), lower(:words)) > 0"
_LONGEST_TITLE = 20_000


@dataclass(frozen=True, kw_only=True)
class Post:
    """A report that lies in the workspace."""

    name: str
    title: str


async def home(datasette: Datasette, request: Request) -> Response:
    """Say what was audited and when, the headline figures, and where to go from here."""
    audit = await chosen_audit(datasette, request)
    league = await rows(datasette, _LEAGUE, audit=audit)
    criteria = await rows(datasette, _CRITERIA, audit=audit)
    cells = await rows(datasette, _CELLS, audit=audit)
    clicks = await rows(datasette, _CLICKS, audit=audit)
    context = {
        "audits": await rows(datasette, _AUDITS),
        "summary": await first(
            datasette, "select * from audit_summary where audit = :audit", audit=audit
        ),
        "league": league,
        "criteria": criteria,
        "sections": await rows(
            datasette,
            "select * from by_section where audit = :audit order by position",
            audit=audit,
        ),
        "regions": await rows(
            datasette,
            "select * from by_region where audit = :audit order by mean_score desc, region",
            audit=audit,
        ),
        "unread": await rows(datasette, _UNREAD, audit=audit),
        "posts": posts(workspace(datasette) / "reports"),
        "pictures": await pictures(league, cells, criteria, clicks),
        "tiles": tiles(league),
    }
    return await page(datasette, request, "home.html", audit, context)


async def find(datasette: Datasette, request: Request) -> Response:
    """Go to the body that is meant by part of its name; to a list where it may be several."""
    words = (request.args.get("name") or "").strip()
    audit = await chosen_audit(datasette, request)
    meant = await rows(datasette, _MEANT, words=words)
    exact = [row for row in meant if words.casefold() in (row["id"], row["name"].casefold())]
    query = urlencode({"audit": audit})
    if len(one := exact or meant) == 1:
        return Response.redirect(f"/body/{quote(one[0]['id'], safe='')}?{query}")
    query = urlencode({"body": words, "audit": audit})
    return Response.redirect(f"/{database_name(datasette)}/my-body?{query}")


async def body(datasette: Datasette, request: Request) -> Response:
    """Show all that is known of one body, with the proof."""
    name = unquote(request.url_vars["body"])
    audit = await chosen_audit(datasette, request)
    crawl = await first(datasette, "select crawl from audits where id = :audit", audit=audit)
    known = {"audit": audit, "body": name, "crawl": crawl["crawl"] if crawl else ""}
    found = {key: await rows(datasette, sql, **known) for key, sql in _OF_BODY.items()}
    if not found["bodies"]:
        raise missing(f"There is no body called {name}")
    context: Row = {
        **found,
        "body": found["bodies"][0],
        "place": next(iter(found["places"]), None),
        "politeness": next(iter(found["ledger"]), None),
        "successor": next(iter(found["successors"]), None),
        "scores": {row["section"]: row for row in found["scores"]},
        "means": {row["section"]: row["mean_score"] for row in found["mean_scores"]},
        "sections": grouped(found["answers"], "section"),
    }
    return await page(datasette, request, "body.html", audit, context)


async def region(datasette: Datasette, request: Request) -> Response:
    """Show the bodies of one region, and the region beside all."""
    name = unquote(request.url_vars["region"])
    audit = await chosen_audit(datasette, request)
    known = {"audit": audit, "region": name}
    found = await first(
        datasette, "select * from by_region where audit = :audit and region = :region", **known
    )
    if found is None:
        raise missing(f"There is no region called {name} in this audit")
    context = {
        "region": found,
        "league": [
            row for row in await rows(datasette, _LEAGUE, audit=audit) if row["region"] == name
        ],
        "sections": await rows(
            datasette,
            "select r.section, r.bodies, r.mean_score, s.mean_score as mean_of_all "
            "from by_region_section as r join by_section as s "
            "on s.audit = r.audit and s.section = r.section "
            "where r.audit = :audit and s.audit = :audit and r.region = :region "
            "order by s.position",
            **known,
        ),
    }
    return await page(datasette, request, "region.html", audit, context)


def posts(folder: Path) -> list[Post]:
    """List the posts of a workspace, the newest first."""
    files = sorted(folder.glob("*.html"), key=lambda file: file.stat().st_mtime, reverse=True)
    return [Post(name=file.name, title=_title(file)) for file in files]


def _title(file: Path) -> str:
    with file.open(encoding="utf-8", errors="replace") as text:
        node = LexborHTMLParser(text.read(_LONGEST_TITLE)).css_first("title")
    return (node.text(strip=True) if node else "") or file.stem
