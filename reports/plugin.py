"""Doorstep's plugin for Datasette: its pages, links in cells, safe headers and safe CSV."""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote, urlsplit

from datasette import hookimpl
from datasette.app import Datasette
from jinja2 import Environment
from markupsafe import Markup

from crawler.reasons import REASONS
from reports import asking, captures, comparing, pages, verdicts
from reports.sheets import NeutralCSV
from reports.words import british_date, count, number, upper_first

ASGI = Callable[[dict[str, Any], Any, Callable[[dict[str, Any]], Awaitable[None]]], Awaitable[None]]

_PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_POST_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_OUTCOMES = {
    "met": "met",
    "not_found": "not found",
    "not_applicable": "does not apply",
    "unknown": "unknown",
}
_LINKS = {
    "body": "body",
    "best_body": "body",
    "other_body": "body",
    "successor": "body",
    "criterion": "criterion",
    "region": "region",
}
_NAMES = {
    "ask": "criterion",
    "name": "body",
    "best_name": "best_body",
    "successor_name": "successor",
}
_HEADINGS = {"ask": "Question", "id": "ID", "url": "URL", "warc": "WARC"}
_VERDICTS = {"outcome", "before", "after", "first", "second"}
_CHOICES = {
    "audit": "select id as value, judged_on as label from audits order by started desc, rowid desc",
    "crawl": "select id as value, started as label from crawls order by started desc, rowid desc",
    "body": "select id as value, name as label from bodies order by name",
    "other_body": "select id as value, name as label from bodies order by name",
    "region": "select distinct region as value, region as label from bodies order by region",
    "criterion": "select id as value, ask as label from criteria order by position, id",
}


@hookimpl  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    """Add the pages that are not tables."""
    return [
        (r"^/$", pages.home),
        (r"^/body$", pages.find),
        (r"^/body/(?P<body>[^/]+)$", pages.body),
        (r"^/criterion/(?P<criterion>[^/]+)$", verdicts.criterion),
        (r"^/region/(?P<region>[^/]+)$", pages.region),
        (
            r"^/verdict/(?P<audit>[^/]+)/(?P<body>[^/]+)/(?P<criterion>[^/]+)$",
            verdicts.verdict,
        ),
        (r"^/evidence/(?P<evidence>\d{1,18})$", captures.evidence),
        (r"^/capture/(?P<page>[^/]+(?:/[^/]+)?)\.warc\.gz$", captures.record),
        (r"^/capture/(?P<page>[^/]+(?:/[^/]+)?)$", captures.capture),
        (r"^/compare$", comparing.compare),
        (r"^/changes$", comparing.changes),
    ]


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Let SQL say "this audit, or the newest".

    A subquery would do, but SQLite hands no subquery down into a view, and would read all audits.
    """

    def or_newest(column: str) -> Callable[[str | None], str | None]:
        def chosen(name: str | None) -> str | None:
            if name:
                return name
            row = conn.execute(f"select {column} from newest").fetchone()  # noqa: S608
            return str(row[0]) if row else None

        return chosen

    for column in ("audit", "crawl"):
        conn.create_function(f"{column}_or_newest", 1, or_newest(column), deterministic=True)


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """Give the templates British dates and numbers, and safe addresses."""
    env.globals["home_database"] = asking.database_name(datasette)
    env.filters |= {
        "day": british_date,
        "number": lambda value: "" if value is None else number(value, 1),
        "counted": count,
        "first_up": upper_first,
        "heading": lambda name: _HEADINGS.get(name) or upper_first(name.replace("_", " ")),
        "from_home": lambda n: f"{count(n, 'click')} from home" if n else "on the home page",
        "outcome": lambda value: _OUTCOMES.get(value, value),
        "part": lambda value: quote(str(value), safe=""),
        "web": lambda value: value if is_web(value) else None,
        "archived": archived,
        "because": lambda reason: REASONS.get(reason, reason),
    }


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(datasette: Datasette, template: str) -> Callable[[], Awaitable[Any]]:
    """Tell every page the newest audit, and the query page what its fields may hold."""

    async def variables() -> dict[str, Any]:
        audit = await asking.newest_audit(datasette)
        known: dict[str, Any] = {"newest": audit}
        if template and template.startswith("query"):
            known["choices"] = {
                name: await asking.rows(datasette, sql) for name, sql in _CHOICES.items()
            }
        if template == "database.html":
            database = asking.database_name(datasette)
            known["described"] = datasette.metadata()["databases"][database]
            crawls = await asking.rows(datasette, "select crawl from newest")
            known["newest_crawl"] = crawls[0]["crawl"] if crawls else ""
        return known

    return variables


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(row: Any, value: Any, column: str, table: str | None) -> Markup | None:
    """Link bodies, questions and regions to their pages, and put outcomes in plain words."""
    if column in _VERDICTS and value in _OUTCOMES:
        return Markup('<span class="outcome outcome-{}">{}</span>').format(value, _OUTCOMES[value])
    names = row.keys()
    label, target = _plain(value)
    if column == "captured" and label:
        return _capture(row, table, str(label))
    kind = _LINKS.get(column)
    of_whom = _NAMES.get(column)
    if of_whom and of_whom in names:
        kind, target = _LINKS[of_whom], _plain(row[of_whom])[1]
    elif (table, column) == ("bodies", "name"):
        kind, target = "body", row["id"]
    if kind is None or not target or not label:
        return None
    audit = _plain(row["audit"])[1] if "audit" in names else ""
    query = f"?audit={quote(str(audit), safe='')}" if audit else ""
    address = f"/{kind}/{quote(str(target), safe='')}{query}"
    return Markup('<a href="{}">{}</a>').format(address, label)


def _capture(row: Any, table: str | None, label: str) -> Markup | None:
    """Link a time of capture to the capture, where the row tells which it is."""
    names = row.keys()
    if table == "evidence" and "id" in names:
        address = f"/evidence/{_plain(row['id'])[1]}"
    elif (
        name := _plain(row["page" if "page" in names else "id"])[1]
        if "page" in names or table == "pages"
        else ""
    ):
        proof = f"?evidence={_plain(row['evidence'])[1]}" if "evidence" in names else ""
        address = f"/capture/{quote(str(name), safe='')}{proof}"
    else:
        return None
    return Markup('<a href="{}">{}</a>').format(address, label)


def _plain(value: Any) -> tuple[Any, Any]:
    """Give the label and the value of a cell, which differ where Datasette has looked up a key."""
    return (value["label"], value["value"]) if isinstance(value, dict) else (value, value)


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper() -> Callable[[ASGI], ASGI]:
    """Send strict headers with every answer, and make CSV safe for spreadsheets."""
    return guarded


def guarded(app: ASGI) -> ASGI:
    """Wrap an ASGI application in headers and CSV that do no harm."""

    async def wrapped(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        table = NeutralCSV() if _is_csv(scope) else None

        async def send_safely(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _headers(scope, message, csv=table is not None)}
            elif table is not None:
                text = table.feed(message.get("body", b"").decode("utf-8"))
                if not message.get("more_body"):
                    text += table.finish()
                message = {**message, "body": text.encode("utf-8")}
            await send(message)

        await app(scope, receive, send_safely)

    return wrapped


def is_web(address: Any) -> bool:
    """Tell whether an address leads to the web, and so may be linked."""
    try:
        return urlsplit(str(address)).scheme in {"http", "https"}
    except ValueError:
        return False


def archived(address: str, captured: str) -> str | None:
    """Give the address of the Internet Archive's copy nearest to the time of capture."""
    moment = "".join(letter for letter in captured if letter.isdigit())[:14]
    return f"https://web.archive.org/web/{moment}/{address}" if is_web(address) else None


def _is_csv(scope: dict[str, Any]) -> bool:
    asked = scope.get("query_string", b"").decode("ascii", "replace")
    return scope["path"].endswith(".csv") or "_format=csv" in asked


def _headers(
    scope: dict[str, Any], message: dict[str, Any], *, csv: bool
) -> list[tuple[bytes, bytes]]:
    policy = _POST_POLICY if scope["path"].startswith("/posts/") else _PAGE_POLICY
    ours = {
        b"content-security-policy": policy.encode("ascii"),
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"no-referrer",
        b"cross-origin-opener-policy": b"same-origin",
    }
    dropped = {*ours, b"content-length"} if csv else set(ours)
    kept = [(k, v) for k, v in message.get("headers", []) if k.lower() not in dropped]
    return [*kept, *ours.items()]
