"""A new checklist to fill in: questions that work, with every key, rule and kind explained."""

import json
import textwrap
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from audit.rules import vocabulary
from audit.wording import VALUES, described, parameters
from crawler.kinds import kinds

_TITLE = "What these questions are about"
_WIDTH = 100
_NAME = 16  # characters; a longer name pushes its words along


def skeleton(*, title: str, today: date) -> str:
    """Write a checklist in YAML whose examples hold, with its title and the day given."""
    text = files("audit").joinpath("skeleton.yml").read_text("utf-8")
    for mark, put in (
        ("title: TITLE\n", f"title: {json.dumps(title or _TITLE, ensure_ascii=False)}\n"),
        ("examples_on: 2000-01-01\n", f"examples_on: {today.isoformat()}\n"),
        ("# KINDS\n", "".join(f"#   {kind.id:{_NAME}} {kind.title}\n" for kind in kinds())),
        ("# VALUES\n", "#\n".join(_values())),
        ("# RULES\n", "#\n".join(_rules())),
    ):
        text = text.replace(mark, put)
    return text


def _rules() -> Iterator[str]:
    """Explain each rule word in a comment: what it finds, and its parameters."""
    for name, rule in sorted(vocabulary().items()):
        taken = [f"{p.name}: {p.default}" if p.default else p.name for p in parameters(rule)]
        told = [_wrapped(described(rule), first=f"{name:{_NAME}} ")]
        if taken:
            told.append(_wrapped(", ".join(taken), first=" " * (_NAME + 1)))
        yield "".join(told)


def _values() -> Iterator[str]:
    """Explain in a comment the words that stand for a purpose, an owner or a group."""
    for name, words in VALUES.items():
        told = "; ".join(f"{word}: {plain}" for word, plain in words.items())
        yield _wrapped(told, first=f"{name:{_NAME}} ")


def _wrapped(text: str, *, first: str) -> str:
    lines = textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=f"#   {first}",
        subsequent_indent="#   " + " " * (_NAME + 1),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines) + "\n"
