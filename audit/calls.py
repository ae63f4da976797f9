"""A call of a rule as a checklist writes it, checked against the rule's own signature."""

import difflib
import inspect
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, get_args

import re2
from pydantic import BaseModel, BeforeValidator, ConfigDict

from audit.rules import vocabulary
from audit.rules.scene import Hit, Scene
from audit.words import pattern


class Call(BaseModel):
    """One rule with its parameters, as `word: {parameter: value}` in YAML."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    options: dict[str, Any]

    def __call__(self, scene: Scene) -> Iterator[Hit]:
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


Calls = tuple[Annotated[Call, BeforeValidator(_call)], ...]


def _options(word: str, options: object) -> dict[str, Any]:
    known = vocabulary()
    if word not in known:
        raise ValueError(f"unknown rule '{word}'{meant(word, known)}")
    if not isinstance(options, dict):
        # pydantic gathers ValueErrors only
        raise ValueError(  # noqa: TRY004
            f"rule '{word}' takes parameters as {{name: value}}, not {options!r}"
        )
    wanted = {n: p for n, p in inspect.signature(known[word]).parameters.items() if n != "scene"}
    found: dict[str, Any] = {}
    for name, value in options.items():
        if name not in wanted:
            raise ValueError(f"rule '{word}' has no parameter '{name}'{meant(str(name), wanted)}")
        found[name] = _typed(word, name, value, wanted[name].annotation)
    missing = [n for n, p in wanted.items() if p.default is p.empty and n not in found]
    if missing:
        raise ValueError(f"rule '{word}' needs '{missing[0]}'")
    return found


def _typed(word: str, name: str, value: object, annotation: Any) -> object:
    if annotation in (int, bool, str):
        if type(value) is not annotation:
            raise ValueError(
                f"rule '{word}': '{name}' must be {annotation.__name__}, not {value!r}"
            )
        return value
    values = value if isinstance(value, list) else [value]
    for entry in values:
        if not isinstance(entry, str) or get_args(annotation)[:1] != (str,):
            raise ValueError(
                f"rule '{word}': '{name}' must be a text or a list of texts, not {entry!r}"
            )
        try:
            pattern(entry)
        except re2.error as error:
            raise ValueError(f"rule '{word}': '{name}': bad pattern {entry!r}: {error}") from error
    return tuple(values)


def meant(word: str, known: Iterable[str]) -> str:
    """Say which known word was probably meant, as the end of a message."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    return f"; did you mean '{close[0]}'?" if close else f"; known are {', '.join(names)}"
