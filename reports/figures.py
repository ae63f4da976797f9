"""Figures that carry the query that made them, so that any reader can recompute a post."""

import json
import math
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from audit.store import read_database
from reports.errors import ReportError
from reports.escaping import clean, part
from reports.words import small

_LIST = re.compile(
    r"<!-- doorstep-figures\n(.*?)\n-->"
    r"|<script type=\"application/json\" id=\"doorstep-figures\">\n(.*?)\n</script>",
    re.DOTALL,
)
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, 33}  # 33: with
_FRAGMENT = "#figure-"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number, or a table of them, with the words that show it and the query behind it.

    `value` is what the query gives: one value, one row or a list of rows. `shown` is the words
    of the post, or the rows of cells for a table. `url` opens the query in Datasette.
    """

    id: str
    value: Any
    shown: str | list[list[str]]
    sql: str
    params: dict[str, str]
    url: str

    def __str__(self) -> str:
        return str(self.shown)


@dataclass(kw_only=True)
class Ledger:
    """Runs each query of a post once, and remembers every figure in the order it was made.

    `figures_page` is the file beside the post that lists its figures, on a site without a server;
    where it is empty, Datasette at `site_url` answers. `hide` takes out of a quotation what its
    people asked to have left out.
    """

    connection: sqlite3.Connection
    site_url: str
    database: str
    figures_page: str = ""
    hide: Callable[[str], str] = str
    figures: dict[str, Figure] = field(default_factory=dict)
    _values: dict[tuple[str, tuple[tuple[str, str], ...]], Any] = field(default_factory=dict)

    def rows(self, sql: str, **params: str) -> list[dict[str, Any]]:
        """Read rows as mappings, for words that hold no number."""
        cursor = self.connection.execute(sql, params)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def figure(
        self,
        name: str,
        sql: str,
        shown: Callable[[Any], str | list[list[str]]],
        **params: str,
    ) -> Figure:
        """Run the query, put its value into words with `shown`, and keep both."""
        sql = " ".join(sql.split())
        key = (sql, tuple(sorted(params.items())))
        if key not in self._values:
            self._values[key] = _value(self.connection, sql, params)
        value = self._values[key]
        figure_id = self._free_id(name)
        url = (
            self.figures_page
            or f"{self.site_url}/{quote(self.database)}?{urlencode({'sql': sql, **params})}"
        )
        figure = Figure(
            id=figure_id,
            value=value,
            shown=_words(shown(value)),
            sql=sql,
            params=params,
            url=f"{url}{_FRAGMENT}{figure_id}",
        )
        self.figures[figure_id] = figure
        return figure

    def total(
        self, name: str, audit: str, column: str, shown: Callable[[Any], str] = small
    ) -> Figure:
        """Make a figure of one of an audit's totals: a column of `audit_summary`, or their sum."""
        return self.figure(
            name,
            f"select {column} from audit_summary where audit = :audit",  # noqa: S608 - our names
            shown,
            audit=audit,
        )

    def page(self, kind: str, name: str, audit: str) -> str:
        """Address the page of a body, a criterion or a region beside the database."""
        if self.figures_page:
            return f"../{kind}/{part(name)}/index.html"
        return f"{self.site_url}/{kind}/{quote(name, safe='')}?{urlencode({'audit': audit})}"

    def as_json(self) -> list[dict[str, Any]]:
        """List every figure for the post's own list, in order."""
        return [
            {
                "id": figure.id,
                "value": figure.value,
                "shown": figure.shown,
                "sql": figure.sql,
                "params": figure.params,
            }
            for figure in self.figures.values()
        ]

    def _free_id(self, name: str) -> str:
        base = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "figure"
        free, n = base, 1
        while free in self.figures:
            n += 1
            free = f"{base}-{n}"
        return free


def _value(connection: sqlite3.Connection, sql: str, params: dict[str, str]) -> Any:
    """Give a lone value bare, and everything else as a list of rows."""
    cursor = connection.execute(sql, params)
    rows = [list(row) for row in cursor]
    return rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else rows


@contextmanager
def reading(db_path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database so that nothing, not even a stranger's query, can write to it."""
    database = read_database(db_path)
    try:
        database.conn.set_authorizer(
            lambda action, *_: sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY
        )
        yield database.conn
    finally:
        database.close()


def verify_post(db_path: Path, post_path: Path) -> int:
    """Recompute every figure of a post and compare it with the list and with the words shown.

    Returns how many figures hold. Raises ReportError naming the first that does not.
    """
    if not post_path.is_file():
        raise ReportError(f"{post_path}: there is no post here")
    text = post_path.read_text(encoding="utf-8")
    figures = _figures_of(text, post_path)
    shown = dict(_shown(text, is_html=post_path.suffix == ".html"))
    again = f"write the post again from {db_path.name}"
    with reading(db_path) as connection:
        for figure in figures:
            name, was = figure["id"], figure["value"]
            try:
                now = _value(connection, figure["sql"], figure["params"])
            except sqlite3.Error as error:
                raise ReportError(
                    f"{post_path}: figure {name}: its query fails ({error}); {again}"
                ) from error
            if not _same(was, now):
                raise ReportError(
                    f"{post_path}: figure {name} no longer holds: the post says "
                    f"{_brief(was, now)}, the database now says {_brief(now, was)}; {again}"
                )
            if name in shown and shown[name] != _words(figure["shown"]):
                raise ReportError(
                    f"{post_path}: figure {name} was edited: the text shows "
                    f"{_brief(shown[name], _words(figure['shown']))}, the query gives "
                    f"{_brief(_words(figure['shown']), shown[name])}; {again}"
                )
    return len(figures)


def listed_figures(post_path: Path) -> list[dict[str, Any]]:
    """Read a post's own list of figures."""
    return _figures_of(post_path.read_text(encoding="utf-8"), post_path)


def _figures_of(text: str, post_path: Path) -> list[dict[str, Any]]:
    lists = _LIST.findall(text)
    if len(lists) != 1:
        raise ReportError(
            f"{post_path}: holds {len(lists)} lists of figures instead of one; "
            "was it written by `doorstep report`, and whole?"
        )
    try:
        figures: list[dict[str, Any]] = json.loads(lists[0][0] or lists[0][1])
        for figure in figures:
            figure["id"], figure["value"], figure["shown"], figure["sql"]
            figure["params"].items()
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ReportError(
            f"{post_path}: its list of figures cannot be read ({error}); write the post again"
        ) from error
    return figures


def _shown(text: str, *, is_html: bool) -> Iterator[tuple[str, str | list[list[str]]]]:
    """Find what a reader sees of each figure: a link's words, or the table just before a link."""
    html = text if is_html else MarkdownIt().enable("table").render(text)
    table: LexborNode | None = None
    for node in LexborHTMLParser(html).css("table, a[href]"):
        if node.tag == "table":
            table = node
            continue
        _, mark, name = (node.attributes.get("href") or "").partition(_FRAGMENT)
        if not mark:
            continue
        if node.parent is not None and _plain(node) in TABLE_LINKS:
            rows = table.css("tbody tr") if table is not None else []
            yield name, [[_plain(cell) for cell in row.css("th, td")] for row in rows]
        else:
            yield name, _plain(node)


TABLE_LINKS = frozenset({"The query behind this table"})
"""The words of a link that stands for the whole table above it."""


def _plain(node: LexborNode) -> str:
    return clean(node.text())


def _words(shown: str | list[list[str]]) -> str | list[list[str]]:
    if isinstance(shown, str):
        return clean(shown)
    return [[clean(cell) for cell in row] for row in shown]


def _same(one: Any, other: Any) -> bool:
    """Compare values; sums of fractions may differ in their last digit."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, float) or isinstance(other, float):
        numbers = isinstance(one, int | float) and isinstance(other, int | float)
        return numbers and math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return bool(one == other)


def _brief(value: Any, other: Any) -> str:
    """Write a value, or only the first row of a table that differs from the other."""
    if isinstance(value, list) and isinstance(other, list):
        differing = (a for i, a in enumerate(value) if i >= len(other) or not _same(a, other[i]))
        return json.dumps(next(differing, f"{len(value)} rows"), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)
