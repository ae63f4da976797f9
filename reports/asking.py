"""Ask the workspace's database on behalf of a page, and turn what is found into the page."""

from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from datasette.views.base import DatasetteError

Row = dict[str, Any]


async def rows(datasette: Datasette, sql: str, **parameters: str | int) -> list[Row]:
    """Read the rows of a query as mappings."""
    results = await datasette.get_database(database_name(datasette)).execute(sql, parameters)
    return [dict(row) for row in results.rows]


async def first(datasette: Datasette, sql: str, **parameters: str | int) -> Row | None:
    """Read the first row of a query, if there is one."""
    return next(iter(await rows(datasette, sql, **parameters)), None)


async def newest_audit(datasette: Datasette) -> str:
    """Name the newest audit; empty when there is none."""
    row = await first(datasette, "select audit from newest")
    return str(row["audit"]) if row else ""


async def known_audit(datasette: Datasette, wanted: str) -> str:
    """Name the audit that is wanted, or the newest; answers 404 when there is no such one."""
    if not wanted:
        return await newest_audit(datasette)
    if not await rows(datasette, "select id from audits where id = :audit", audit=wanted):
        raise missing(f"There is no audit called {wanted}")
    return wanted


async def chosen_audit(datasette: Datasette, request: Request) -> str:
    """Name the audit that an address asks for, or the newest."""
    return await known_audit(datasette, str(request.args.get("audit") or ""))


def database_name(datasette: Datasette) -> str:
    """Name the workspace's database as Datasette does."""
    return next(str(name) for name in datasette.databases if not name.startswith("_"))


def workspace(datasette: Datasette) -> Path:
    """Name the folder that the database lies in."""
    return Path(datasette.get_database(database_name(datasette)).path).parent


def missing(words: str) -> DatasetteError:
    """Answer that there is no such thing."""
    # Its own NotFound would be answered by guessing at other spellings of the address.
    return DatasetteError(words, status=404)


def grouped(found: list[Row], column: str) -> dict[str, list[Row]]:
    """Group rows by a column, in the order in which its values first occur."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        groups.setdefault(row[column], []).append(row)
    return groups


async def page(
    datasette: Datasette, request: Request, template: str, audit: str, context: Row
) -> Response:
    """Write a page of the site; every page knows which audit it speaks of."""
    html = await datasette.render_template(
        template, {**context, "audit": audit}, request=request, view_name=template
    )
    return Response.html(html)
