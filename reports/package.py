"""The data of a published site: a CSV for each table and view, and a Frictionless data package."""

import csv
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.describe import Descriptions, read_descriptions
from reports.sheets import neutral

TABLES = (
    *("bodies", "checklists", "criteria", "crawls", "audits", "findings", "evidence", "scores"),
    *("near_misses", "facts", "fact_details", "pages", "reviews"),
)
VIEWS = (
    *("league_table", "answers", "by_criterion", "by_section", "by_region", "by_region_section"),
    *("best_examples", "people", "contacts", "profiles", "not_looked_at", "hardest", "changes"),
)
_BY_CRAWL = ("politeness",)
_ORDERED = 8
"""A view's rows are ordered by so many of its first columns."""
_KEYS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(TABLES, ("id",)),
    "criteria": ("checklist", "id"),
    "scores": ("audit", "body", "section"),
    "fact_details": ("fact", "name"),
}


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One CSV that was written: its name, its words, how many rows, and each column's type."""

    name: str
    title: str
    description: str
    rows: int
    columns: tuple[tuple[str, str, str], ...]
    """Name, type (integer, number or string) and description."""

    @property
    def path(self) -> str:
        """The file, from the root of the site."""
        return f"data/{self.name}.csv"


def write_sheets(conn: sqlite3.Connection, folder: Path) -> list[Sheet]:
    """Write every table and view as CSV that a spreadsheet may open."""
    words = read_descriptions()
    audits = [row[0] for row in conn.execute("select id from audits order by started, rowid")]
    crawls = [row[0] for row in conn.execute("select id from crawls order by started, id")]
    folder.mkdir(parents=True, exist_ok=True)
    return [
        *(_sheet(conn, words, folder / f"{name}.csv", "", ()) for name in TABLES),
        *(_sheet(conn, words, folder / f"{name}.csv", "audit", audits) for name in VIEWS),
        *(_sheet(conn, words, folder / f"{name}.csv", "crawl", crawls) for name in _BY_CRAWL),
    ]


def _sheet(
    conn: sqlite3.Connection, words: Descriptions, path: Path, by: str, keys: Sequence[str]
) -> Sheet:
    """Write one; a view is asked for one audit or crawl at a time, as it is made for."""
    name = path.stem
    columns = [row[0] for row in conn.execute("select name from pragma_table_info(?)", [name])]
    kinds: list[set[type]] = [set() for _ in columns]
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(map(neutral, columns))
        for row in _rows(conn, name, by, keys):
            writer.writerow([neutral(cell) if isinstance(cell, str) else cell for cell in row])
            count += 1
            for known, cell in zip(kinds, row, strict=True):
                known.add(type(cell))
    table = words.tables.get(name)
    return Sheet(
        name=name,
        title=table.title if table else name,
        description=table.description if table else "",
        rows=count,
        columns=tuple(
            (column, _type(known), words.column(name, column) or "As the register gives it.")
            for column, known in zip(columns, kinds, strict=True)
        ),
    )


def _rows(
    conn: sqlite3.Connection, name: str, by: str, keys: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    if not by:
        order = ", ".join(f'"{key}"' for key in _KEYS[name])
        yield from conn.execute(f"select * from {name} order by {order}")  # noqa: S608 - our names
        return
    columns = conn.execute("select count(*) from pragma_table_info(?)", [name]).fetchone()[0]
    order = ", ".join(map(str, range(1, min(columns, _ORDERED) + 1)))
    for key in keys:
        yield from conn.execute(f"select * from {name} where {by} = ? order by {order}", [key])  # noqa: S608


def _type(known: set[type]) -> str:
    known = known - {type(None)}
    if known == {int}:
        return "integer"
    return "number" if known and known <= {int, float} else "string"


def write_package(site: Path, sheets: Sequence[Sheet], *, title: str, day: str) -> None:
    """Describe the CSVs in datapackage.json; the database lies beside them."""
    package = {
        "name": "doorstep-survey",
        "title": title,
        "description": "How well public bodies let the public in, with the evidence.",
        "created": f"{day}T00:00:00Z",
        "profile": "tabular-data-package",
        "sources": [{"title": "The bodies' own public websites, and the register of bodies"}],
        "resources": [_resource(sheet) for sheet in sheets],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (site / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def _resource(sheet: Sheet) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": name, "type": kind, "description": said} for name, kind, said in sheet.columns
        ],
        "missingValues": [""],
    }
    if sheet.name in _KEYS:
        schema["primaryKey"] = list(_KEYS[sheet.name])
    return {
        "name": sheet.name.replace("_", "-"),
        "title": sheet.title,
        "description": sheet.description,
        "path": sheet.path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n", "doubleQuote": True},
        "schema": schema,
    }
