"""The pages that Doorstep adds to Datasette: home, a body, a question, a region."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlencode

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from datasette.views.base import DatasetteError
from selectolax.lexbor import LexborHTMLParser

Row = dict[str, Any]
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
    "join audits as a on a.id = l.audit where l.body = :body "
    "order by a.judged_on desc, a.started desc",
    "successors": "select s.id, s.name from bodies as b join bodies as s on s.id = b.successor "
    "where b.id = :body",
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
    audit = await _audit(datasette, request)
    context = {
        "audits": await rows(
            datasette,
            "select a.id as audit, k.title, c.register, a.judged_on from audits as a "
            "join checklists as k on k.id = a.checklist join crawls as c on c.id = a.crawl "
            "order by a.started desc, a.rowid desc",
        ),
        "summary": await _first(
            datasette, "select * from audit_summary where audit = :audit", audit=audit
        ),
        "league": await rows(datasette, _LEAGUE, audit=audit),
        "criteria": await rows(
            datasette,
            "select * from by_criterion where audit = :audit order by share desc, position",
            audit=audit,
        ),
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
        "unread": await rows(
            datasette,
            "select body, name, group_concat(meaning, '; ') as meaning from not_looked_at "
            "where audit = :audit and whole_body group by body, name order by name",
            audit=audit,
        ),
        "posts": posts(workspace(datasette) / "reports"),
    }
    return await _page(datasette, request, "home.html", audit, context)


async def find(datasette: Datasette, request: Request) -> Response:
    """Go to the body that is meant by part of its name; to a list where it may be several."""
    words = (request.args.get("name") or "").strip()
    audit = await _audit(datasette, request)
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
    audit = await _audit(datasette, request)
    crawl = await _first(datasette, "select crawl from audits where id = :audit", audit=audit)
    known = {"audit": audit, "body": name, "crawl": crawl["crawl"] if crawl else ""}
    found = {key: await rows(datasette, sql, **known) for key, sql in _OF_BODY.items()}
    if not found["bodies"]:
        raise _missing(f"There is no body called {name}")
    context: Row = {
        **found,
        "body": found["bodies"][0],
        "place": next(iter(found["places"]), None),
        "politeness": next(iter(found["ledger"]), None),
        "successor": next(iter(found["successors"]), None),
        "scores": {row["section"]: row for row in found["scores"]},
        "sections": _grouped(found["answers"], "section"),
    }
    return await _page(datasette, request, "body.html", audit, context)


async def criterion(datasette: Datasette, request: Request) -> Response:
    """Show who does one thing, who does not, and who does it best."""
    name = unquote(request.url_vars["criterion"])
    audit = await _audit(datasette, request)
    known = {"audit": audit, "criterion": name}
    found = await _first(
        datasette,
        "select n.*, c.why, c.guidance from by_criterion as n join audits as a on a.id = n.audit "
        "join criteria as c on c.checklist = a.checklist and c.id = n.criterion "
        "where n.audit = :audit and n.criterion = :criterion",
        **known,
    )
    if found is None:
        raise _missing(f"There is no question called {name} in this audit")
    answers = await rows(
        datasette,
        "select * from answers where audit = :audit and criterion = :criterion "
        "order by clicks is null, clicks, name",
        **known,
    )
    context = {
        "criterion": found,
        "outcomes": _grouped(answers, "outcome"),
        "examples": await rows(
            datasette,
            "select * from best_examples where audit = :audit and criterion = :criterion "
            "order by place",
            **known,
        ),
    }
    return await _page(datasette, request, "criterion.html", audit, context)


async def region(datasette: Datasette, request: Request) -> Response:
    """Show the bodies of one region, and the region beside all."""
    name = unquote(request.url_vars["region"])
    audit = await _audit(datasette, request)
    known = {"audit": audit, "region": name}
    found = await _first(
        datasette, "select * from by_region where audit = :audit and region = :region", **known
    )
    if found is None:
        raise _missing(f"There is no region called {name} in this audit")
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
    return await _page(datasette, request, "region.html", audit, context)


async def rows(datasette: Datasette, sql: str, **parameters: str) -> list[Row]:
    """Read the rows of a query as mappings."""
    results = await datasette.get_database(database_name(datasette)).execute(sql, parameters)
    return [dict(row) for row in results.rows]


async def newest_audit(datasette: Datasette) -> str:
    """Name the newest audit; empty when there is none."""
    row = await _first(datasette, "select audit from newest")
    return str(row["audit"]) if row else ""


def database_name(datasette: Datasette) -> str:
    """Name the workspace's database as Datasette does."""
    return next(str(name) for name in datasette.databases if not name.startswith("_"))


def workspace(datasette: Datasette) -> Path:
    """Name the folder that the database lies in."""
    return Path(datasette.get_database(database_name(datasette)).path).parent


def posts(folder: Path) -> list[Post]:
    """List the posts of a workspace, the newest first."""
    pages = sorted(folder.glob("*.html"), key=lambda page: page.stat().st_mtime, reverse=True)
    return [Post(name=page.name, title=_title(page)) for page in pages]


def _title(page: Path) -> str:
    with page.open(encoding="utf-8", errors="replace") as text:
        node = LexborHTMLParser(text.read(_LONGEST_TITLE)).css_first("title")
    return (node.text(strip=True) if node else "") or page.stem


async def _audit(datasette: Datasette, request: Request) -> str:
    wanted = request.args.get("audit") or ""
    if not wanted:
        return await newest_audit(datasette)
    if not await rows(datasette, "select id from audits where id = :audit", audit=wanted):
        raise _missing(f"There is no audit called {wanted}")
    return str(wanted)


def _missing(words: str) -> DatasetteError:
    # Its own NotFound would be answered by guessing at other spellings of the address.
    return DatasetteError(words, status=404)


async def _first(datasette: Datasette, sql: str, **parameters: str) -> Row | None:
    return next(iter(await rows(datasette, sql, **parameters)), None)


def _grouped(answers: list[Row], column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for answer in answers:
        groups.setdefault(answer[column], []).append(answer)
    return groups


async def _page(
    datasette: Datasette, request: Request, template: str, audit: str, context: Row
) -> Response:
    html = await datasette.render_template(
        template, {**context, "audit": audit}, request=request, view_name=template
    )
    return Response.html(html)
