"""Checklists: YAML read into typed criteria, every mistake named with its place and likely remedy."""

import difflib
import hashlib
import inspect
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, get_args

import re2
import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from audit import rules
from audit.errors import AuditError
from audit.model import ChecklistRow, CriterionRow
from crawler.kinds import kinds

_NOT_CHECKLISTS = frozenset({"page-kinds", "organisations"})
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def vocabulary() -> dict[str, Callable[..., Iterator[rules.Hit]]]:
    """Give the rule words: the public functions of audit.rules."""
    return {
        name: found
        for name, found in vars(rules).items()
        if inspect.isfunction(found) and found.__module__ == rules.__name__ and not name.startswith("_")
    }


class Call(BaseModel):
    """One rule with its parameters, as `word: {parameter: value}` in YAML."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    options: dict[str, Any]

    def __call__(self, scene: rules.Scene) -> Iterator[rules.Hit]:
        """Run the rule on a scene."""
        return vocabulary()[self.word](scene, **self.options)


def _call(entry: object) -> object:
    if isinstance(entry, Call):
        return entry
    if isinstance(entry, str):
        entry = {entry: {}}
    if not isinstance(entry, dict) or len(entry) != 1:
        raise ValueError("a rule is one word with its parameters, as `word: {parameter: value}`")
    word, options = next(iter(entry.items()))
    return {"word": word, "options": _options(str(word), options or {})}


def _options(word: str, options: object) -> dict[str, Any]:
    known = vocabulary()
    if word not in known:
        raise ValueError(f"unknown rule '{word}'{_meant(word, known)}")
    if not isinstance(options, dict):
        raise ValueError(f"rule '{word}' takes parameters as {{name: value}}, not {options!r}")
    wanted = {n: p for n, p in inspect.signature(known[word]).parameters.items() if n != "scene"}
    found: dict[str, Any] = {}
    for name, value in options.items():
        if name not in wanted:
            raise ValueError(f"rule '{word}' has no parameter '{name}'{_meant(str(name), wanted)}")
        found[name] = _typed(word, name, value, wanted[name].annotation)
    missing = [n for n, p in wanted.items() if p.default is p.empty and n not in found]
    if missing:
        raise ValueError(f"rule '{word}' needs '{missing[0]}'")
    return found


def _typed(word: str, name: str, value: object, annotation: object) -> object:
    if annotation in (int, bool, str):
        if type(value) is not annotation:
            raise ValueError(f"rule '{word}': '{name}' must be {annotation.__name__}, not {value!r}")  # type: ignore[attr-defined]
        return value
    values = value if isinstance(value, list) else [value]
    for entry in values:
        if not isinstance(entry, str) or get_args(annotation)[:1] != (str,):
            raise ValueError(f"rule '{word}': '{name}' must be a text or a list of texts, not {entry!r}")
        try:
            re2.compile(entry)
        except re2.error as error:
            raise ValueError(f"rule '{word}': '{name}': bad pattern {entry!r}: {error}") from error
    return tuple(values)


def _meant(word: str, known: object) -> str:
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)  # type: ignore[call-overload]
    return f"; did you mean '{close[0]}'?" if close else f"; known are {', '.join(sorted(known))}"  # type: ignore[call-overload]


Calls = tuple[Annotated[Call, BeforeValidator(_call)], ...]


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
    otherwise: str = Field(default="not_applicable", pattern="^(not_applicable|not_found)$")
    all: Calls = ()
    any: Calls = ()
    none: Calls = ()
    unsure: Calls = ()
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
    return sorted(n.removesuffix(".yml") for n in names if n.endswith(".yml") and n.removesuffix(".yml") not in _NOT_CHECKLISTS)


def read_checklist(reference: str) -> Checklist:
    """Read a shipped checklist by name or a YAML file by path.

    Raises AuditError with every mistake of the file, a line each: file, criterion, what, remedy.
    """
    path = Path(reference)
    if reference.endswith((".yml", ".yaml")) or path.is_file():
        if not path.is_file():
            raise AuditError(f"{reference}: no such checklist file; shipped are {', '.join(shipped_checklists())}")
        try:
            source = path.read_bytes()
        except OSError as error:
            raise AuditError(f"{reference}: cannot be read: {error.strerror}") from error
        return parse_checklist(source, name=path.stem, where=reference)
    if reference not in shipped_checklists():
        raise AuditError(f"no checklist '{reference}'{_meant(reference, shipped_checklists())}, or give a YAML file's path")
    return _shipped(reference)


@cache
def _shipped(name: str) -> Checklist:
    return parse_checklist((files("checklists") / f"{name}.yml").read_bytes(), name=name, where=f"checklists/{name}.yml")


def parse_checklist(source: bytes, *, name: str, where: str) -> Checklist:
    """Read a checklist from YAML; `where` names the file in messages."""
    try:
        data = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark else ""
        raise AuditError(f"{where}: {place}not YAML: {getattr(error, 'problem', None) or error}") from error
    if not isinstance(data, dict):
        raise AuditError(f"{where}: a checklist is a mapping with title, about, source and criteria")
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
        place = [str(p) for p in problem["loc"]]
        if place[:1] == ["criteria"] and len(place) > 1 and place[1].isdigit():
            entry = data["criteria"][int(place[1])]
            named = entry.get("id", f"number {int(place[1]) + 1}") if isinstance(entry, dict) else place[1]
            place = [str(named), *place[2:]]
        message = problem["msg"].removeprefix("Value error, ")
        if problem["type"] == "extra_forbidden":
            message = f"unknown key{_meant(place[-1], Criterion.model_fields if len(place) > 1 else Checklist.model_fields)}"
        yield f"{where}: {': '.join(place)}: {message}"


def _doubles(checklist: Checklist) -> Iterator[str]:
    seen: set[str] = set()
    for criterion in checklist.criteria:
        if criterion.id in seen:
            yield f"{criterion.id}: this id is used twice; ids are for ever and each stands once"
        seen.add(criterion.id)


def _unknown_kinds(checklist: Checklist) -> Iterator[str]:
    known = {"any", *(k.id for k in kinds())}
    for criterion in checklist.criteria:
        for kind in criterion.where:
            if kind not in known:
                yield f"{criterion.id}: where: unknown kind of page '{kind}'{_meant(kind, known)}"


def _without_rules(checklist: Checklist) -> Iterator[str]:
    for criterion in checklist.criteria:
        if not (criterion.all or criterion.any or criterion.none):
            yield f"{criterion.id}: no rules; give `all`, `any` or `none`"
