"""Describe every table, view, column and canned query to Datasette, from two YAML files."""

import sqlite3
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from crawler.data import read_yaml

SETTINGS = {
    "suggest_facets": False,
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 3000,
    "facet_time_limit_ms": 1000,
    "default_facet_size": 15,
    "max_csv_mb": 200,
    "truncate_cells_html": 600,
}
"""How Datasette shows a database, served here or elsewhere."""

_UNITS = {"bytes": "B", "seconds": "s"}
_UNKNOWN_COLUMN = "As the register gives it."


@dataclass(frozen=True, kw_only=True)
class Table:
    """What readers are told of a table or view; `columns` says only what differs from elsewhere.

    `hide` names the columns that its page leaves out until asked; every export has them. `size` is
    how many rows its page holds, where that is not the usual number. `strange`
    says that a user's file names the columns, so that the words for a name elsewhere mean nothing.
    """

    title: str
    description: str
    label: str = ""
    sort: str = ""
    sort_desc: str = ""
    size: int = 0
    facets: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    strange: bool = False
    search: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Query:
    """A question that readers ask, answered by SQL; `params` are the fields of its form."""

    title: str
    description: str
    sql: str
    params: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Descriptions:
    """All that is said of the database; `columns` holds the words for a name wherever it occurs."""

    source: str
    columns: dict[str, str]
    tables: dict[str, Table]
    queries: dict[str, Query]

    def column(self, table: str, column: str) -> str | None:
        """Say what a column holds and its unit; None if nobody has described it."""
        words = self.tables[table]
        return words.columns.get(column) or (None if words.strange else self.columns.get(column))


def read_descriptions() -> Descriptions:
    """Read the words that are shipped."""
    tables, queries = _read("tables.yml"), _read("queries.yml")
    return Descriptions(
        source=tables["source"],
        columns=tables["columns"],
        tables={name: Table(**_tuples(words)) for name, words in tables["tables"].items()},
        queries={name: Query(**_tuples(words)) for name, words in queries.items()},
    )


def metadata(connection: sqlite3.Connection, database: str) -> dict[str, Any]:
    """Make Datasette's metadata for the tables, views and columns that the database has."""
    words = read_descriptions()
    names = connection.execute(
        "select name, type from sqlite_master where type in ('table', 'view')"
    )
    tables = {name: kind for name, kind in names.fetchall() if name in words.tables}
    return {
        "title": "Doorstep",
        "description": "How well public bodies let the public in, with the evidence.",
        "source": words.source,
        "databases": {
            database: {
                "title": "All tables and questions",
                "description": "Everything behind the reports, as tables that can be sorted, "
                "filtered, searched and taken away.",
                "source": words.source,
                "tables": {name: _table(connection, words, name) for name in sorted(tables)},
                "queries": {name: _query(query) for name, query in words.queries.items()},
            }
        },
    }


def _table(connection: sqlite3.Connection, words: Descriptions, name: str) -> dict[str, Any]:
    table = words.tables[name]
    rows = connection.execute("select name from pragma_table_info(?)", [name]).fetchall()
    columns = {row[0]: words.column(name, row[0]) or _UNKNOWN_COLUMN for row in rows}
    units = {column: unit for column in columns if (unit := _unit(columns[column])) is not None}
    described: dict[str, Any] = {
        "title": table.title,
        "description": table.description,
        "source": words.source,
        "columns": columns,
        "units": units,
        "facets": list(table.facets),
        "hide": list(table.hide),
    }
    if table.label:
        described["label_column"] = table.label
    if table.size:
        described["size"] = table.size
    if table.sort:
        described["sort"] = table.sort
    if table.sort_desc:
        described["sort_desc"] = table.sort_desc
    if table.search:
        described |= {"fts_table": table.search["table"], "fts_pk": table.search["pk"]}
    return described


def _query(query: Query) -> dict[str, Any]:
    return {
        "title": query.title,
        "description": query.description,
        "sql": query.sql.strip(),
        "params": list(query.params),
        "hide_sql": True,
    }


def _unit(description: str) -> str | None:
    """Give the unit that Datasette can show beside a number, of those that it knows."""
    _, _, unit = description.partition("Unit - ")
    return _UNITS.get(unit.rstrip("."))


def _read(name: str) -> dict[str, Any]:
    text = files("reports").joinpath("datasette", name).read_text("utf-8")
    content: dict[str, Any] = read_yaml(text)
    return content


def _tuples(words: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in words.items()}
