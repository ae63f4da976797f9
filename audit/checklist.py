"""Checklists: YAML read into typed criteria, every mistake named with place and remedy."""

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from audit.calls import Calls, meant
from audit.errors import AuditError
from audit.model import ChecklistRow, CriterionRow
from audit.rules import vocabulary
from crawler.data import read_yaml
from crawler.kinds import kinds

__all__ = [
    "Checklist",
    "Criterion",
    "Example",
    "Examples",
    "parse_checklist",
    "read_checklist",
    "shipped_checklists",
    "vocabulary",
]

_NOT_CHECKLISTS = frozenset({"page-kinds", "organisations"})
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Example(BaseModel):
    """A small site with the outcome it must give; a bare text is the HTML of one page.

    `address` is the page's path, `called` the text of links to it, `chrome` HTML that stands on the
    home page instead, `on` the day it is judged.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    html: str
    because: str = ""
    address: str = ""
    called: str = ""
    home: str = ""
    on: date | None = None


def _example(entry: object) -> object:
    return {"html": entry} if isinstance(entry, str) else entry


Shown = tuple[Annotated[Example, BeforeValidator(_example)], ...]


class Examples(BaseModel):
    """Examples by outcome: they are the tests and the documentation of a criterion."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    met: Shown = Field(min_length=2)
    not_found: Shown = Field(min_length=2)
    not_applicable: Shown = ()
    unknown: Shown = ()


class Criterion(BaseModel):
    """One question with the rules that answer it; see checklists/README.md for its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=_ID)
    section: str
    ask: str = Field(pattern=r"\?$")
    says: str = ""
    why: str
    weight: int = Field(ge=1, le=3)
    guidance: str = ""
    where: tuple[str, ...]
    applies: Calls = ()
    otherwise: Literal["not_applicable", "not_found"] = "not_applicable"
    all: Calls = ()
    any: Calls = ()
    none: Calls = ()
    unsure: Calls = ()
    lapses: bool = False
    examples: Examples
    retired: date | None = None


class Checklist(BaseModel):
    """A whole checklist: what it is about, where it comes from, its criteria in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    about: str
    source: str
    examples_on: date
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    name: str = ""
    digest: str = ""

    @property
    def live(self) -> tuple[Criterion, ...]:
        """Criteria that are not retired."""
        return tuple(c for c in self.criteria if c.retired is None)

    def row(self) -> ChecklistRow:
        """Give what the database keeps of the checklist."""
        return ChecklistRow(
            id=self.name,
            title=self.title,
            about=self.about,
            source=self.source,
            digest=self.digest,
            criteria=tuple(
                CriterionRow(
                    id=c.id, position=position, section=c.section, ask=c.ask, says=c.says,
                    why=c.why, weight=c.weight, guidance=c.guidance,
                )
                for position, c in enumerate(self.live, start=1)
            ),
        )  # fmt: skip


def shipped_checklists() -> list[str]:
    """Name the checklists that come with Doorstep."""
    names = (entry.name for entry in files("checklists").iterdir())
    return sorted(
        n.removesuffix(".yml")
        for n in names
        if n.endswith(".yml") and n.removesuffix(".yml") not in _NOT_CHECKLISTS
    )


def read_checklist(reference: str) -> Checklist:
    """Read a shipped checklist by name or a YAML file by path.

    Raises AuditError with every mistake of the file, a line each: file, criterion, what, remedy.
    """
    path = Path(reference)
    if reference.endswith((".yml", ".yaml")) or path.is_file():
        if not path.is_file():
            shipped = ", ".join(shipped_checklists())
            raise AuditError(f"{reference}: no such checklist file; shipped are {shipped}")
        try:
            source = path.read_bytes()
        except OSError as error:
            raise AuditError(f"{reference}: cannot be read: {error.strerror}") from error
        return parse_checklist(source, name=path.stem, where=reference)
    if reference not in shipped_checklists():
        remedy = f"{meant(reference, shipped_checklists())}, or give a YAML file's path"
        raise AuditError(f"no checklist '{reference}'{remedy}")
    return _shipped(reference)


@cache
def _shipped(name: str) -> Checklist:
    return parse_checklist(
        (files("checklists") / f"{name}.yml").read_bytes(),
        name=name,
        where=f"checklists/{name}.yml",
    )


def parse_checklist(source: bytes, *, name: str, where: str) -> Checklist:
    """Read a checklist from YAML; `where` names the file in messages."""
    try:
        data = read_yaml(source)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark else ""
        raise AuditError(
            f"{where}: {place}not YAML: {getattr(error, 'problem', None) or error}"
        ) from error
    if not isinstance(data, dict):
        raise AuditError(
            f"{where}: a checklist is a mapping with title, about, source and criteria"
        )
    digest = "sha1:" + hashlib.sha1(source, usedforsecurity=False).hexdigest()
    try:
        checklist = Checklist.model_validate({**data, "name": name, "digest": digest})
    except ValidationError as error:
        raise AuditError("\n".join(_explained(where, data, error))) from error
    problems = [*_doubles(checklist), *_unknown_kinds(checklist), *_without_rules(checklist)]
    if problems:
        raise AuditError("\n".join(f"{where}: {problem}" for problem in problems))
    return checklist


def _explained(where: str, data: dict[str, Any], error: ValidationError) -> Iterator[str]:
    for problem in error.errors():
        if problem["type"] == "too_short" and problem["loc"] == ("criteria",) and data["criteria"]:
            continue  # pydantic counts the criteria that are right
        place = [str(p) for p in problem["loc"]]
        if place[:1] == ["criteria"] and len(place) > 1 and place[1].isdigit():
            entry = data["criteria"][int(place[1])]
            named = (
                entry.get("id", f"number {int(place[1]) + 1}")
                if isinstance(entry, dict)
                else place[1]
            )
            place = [str(named), *place[2:]]
        message = problem["msg"].removeprefix("Value error, ")
        if problem["type"] == "extra_forbidden":
            known = Criterion.model_fields if len(place) > 1 else Checklist.model_fields
            message = f"unknown key{meant(place[-1], known)}"
        yield f"{where}: {': '.join(place)}: {message}"


def _doubles(checklist: Checklist) -> Iterator[str]:
    seen: set[str] = set()
    for criterion in checklist.criteria:
        if criterion.id in seen:
            yield f"{criterion.id}: this id is used twice; ids are for ever and each stands once"
        seen.add(criterion.id)


def _unknown_kinds(checklist: Checklist) -> Iterator[str]:
    known = {"any", "other", *(k.id for k in kinds())}
    for criterion in checklist.criteria:
        for kind in criterion.where:
            if kind not in known:
                yield f"{criterion.id}: where: unknown kind of page '{kind}'{meant(kind, known)}"


def _without_rules(checklist: Checklist) -> Iterator[str]:
    for criterion in checklist.criteria:
        if not (criterion.all or criterion.any or criterion.none):
            yield f"{criterion.id}: no rules; give `all`, `any` or `none`"
