"""Registers: who is to be crawled, read from a shipped or a user's own CSV file.

All the problems of a file are reported together, each with its row and the likely remedy.
"""

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from crawler.errors import RegisterError

REQUIRED = ("id", "name", "website")
KNOWN = (
    *REQUIRED,
    *("kind", "region", "ods_code", "ons_code", "valid_from", "valid_to", "successor", "source"),
)
_SHOWN = 20


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        better = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-") or "my-body"
        raise ValueError(f"'{value}' is not a slug; use lower case and hyphens, as in '{better}'")
    return value


def _name(value: str) -> str:
    if not value:
        raise ValueError("is empty; every body needs the name that readers will see")
    return value


def _website(value: str) -> str:
    if not value:
        return value
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"'{value}' is not a web address ({error})") from error
    if parts.scheme.lower() not in ("http", "https"):
        bare = value.rsplit("://", maxsplit=1)[-1].lstrip("/")
        raise ValueError(f"'{value}' lacks http:// or https://; did you mean 'https://{bare}'?")
    if not host or re.search(r"\s", value):
        raise ValueError(f"'{value}' is not a web address; write it as 'https://www.example.org/'")
    if parts.username or parts.password:
        raise ValueError("has a user name in it; only pages open to everyone are crawled")
    return value


class Body(BaseModel):
    """One public body: a row of a register."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, AfterValidator(_slug)]
    name: Annotated[str, AfterValidator(_name)]
    website: Annotated[str, AfterValidator(_website)]
    kind: str = ""
    region: str = ""
    ods_code: str = ""
    ons_code: str = ""
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    source: str = ""
    extra: dict[str, str] = Field(default_factory=dict)


class Register(BaseModel):
    """A named list of bodies and where it was read."""

    model_config = ConfigDict(frozen=True)

    name: str
    path: str
    bodies: tuple[Body, ...]


def shipped_registers() -> list[str]:
    """Name the registers that come with the program."""
    return sorted(f.name.removesuffix(".csv") for f in _shipped() if f.name.endswith(".csv"))


def read_register(ref: str | Path) -> Register:
    """Read a shipped register by its name, or a CSV file by its path.

    Raises RegisterError with every problem of the file; nothing is half read.
    """
    name = str(ref)
    source: Traversable | Path
    if name in shipped_registers():
        source = files("crawler") / "registers" / f"{name}.csv"
    else:
        source = Path(ref)
        if source.is_dir() or not source.exists():
            raise RegisterError(_missing(name))
    try:
        data = source.read_bytes()
    except OSError as error:
        raise RegisterError(f"{name}: cannot be read ({error.strerror})") from error
    return parse_register(data, name=Path(name).stem, path=name)


def parse_register(data: bytes, *, name: str, path: str) -> Register:
    """Read the bytes of a register; `path` is what its problems are reported under."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise RegisterError(
            f"{path}: row {row} is not UTF-8; save the file as 'CSV UTF-8' and try again"
        ) from error
    problems: list[str] = []
    bodies = tuple(_bodies(text, problems))
    if not bodies and not problems:
        problems.append("has no rows; add one row per body below the header")
    if problems:
        more = [f"{path}: and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        raise RegisterError("\n".join([f"{path}: {p}" for p in problems[:_SHOWN]] + more))
    return Register(name=name, path=path, bodies=bodies)


def format_register(bodies: Iterable[Body]) -> str:
    """Write bodies as CSV with every column, known ones first."""
    rows = [{**b.model_dump(exclude={"extra"}), **b.extra} for b in bodies]
    columns = dict.fromkeys(KNOWN)
    for row in rows:
        columns.update(dict.fromkeys(row))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _shipped() -> Iterator[Traversable]:
    return (files("crawler") / "registers").iterdir()


def _missing(name: str) -> str:
    names = shipped_registers()
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"did you mean '{near[0]}'?" if near else f"shipped registers: {', '.join(names)}"
    return f"{name}: no such file or shipped register; {hint}"


def _bodies(text: str, problems: list[str]) -> Iterator[Body]:
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [c.strip().lower() for c in next(rows, [])]
        if not _header_is_sound(header, problems):
            return
        seen: dict[str, int] = {}
        for cells in rows:
            if any(c.strip() for c in cells):
                yield from _body(header, cells, rows.line_num, seen, problems)
    except csv.Error as error:
        problems.append(f"row {rows.line_num}: {error}; is this a CSV file?")


def _header_is_sound(header: list[str], problems: list[str]) -> bool:
    if len(header) == 1 and re.search(r"[;\t|]", header[0]):
        problems.append("columns are not separated by commas; save the file as comma separated")
        return False
    for column in REQUIRED:
        if column not in header:
            near = difflib.get_close_matches(column, header, n=1, cutoff=0.6)
            hint = f"; is it called '{near[0]}'?" if near else "; add it to the header row"
            problems.append(f"row 1: no column '{column}'{hint}")
    problems.extend(
        f"row 1: column '{c}' appears twice; keep one"
        for c in sorted({c for c in header if c and header.count(c) > 1})
    )
    return not problems


def _body(
    header: list[str], cells: list[str], line: int, seen: dict[str, int], problems: list[str]
) -> Iterator[Body]:
    if len(cells) > len(header) and any(c.strip() for c in cells[len(header) :]):
        problems.append(
            f"row {line}: {len(cells)} cells under {len(header)} columns; "
            "put quotes round a cell that has a comma in it"
        )
        return
    row = {c: v.strip() for c, v in zip(header, cells, strict=False) if c}
    row = {c: row.get(c, "") for c in header if c}
    extra = {c: v for c, v in row.items() if c not in KNOWN}
    known = {c: v for c, v in row.items() if c in KNOWN}
    try:
        body = Body(**known, extra=extra)
    except ValidationError as error:
        for problem in error.errors():
            said = str(problem["msg"]).removeprefix("Value error, ")
            problems.append(f"row {line}: {problem['loc'][0]} {said}")
        return
    if body.id in seen:
        problems.append(
            f"row {line}: id '{body.id}' is already that of row {seen[body.id]}; ids are unique"
        )
        return
    seen[body.id] = line
    yield body
