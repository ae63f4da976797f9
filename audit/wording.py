"""Say in plain English what a rule looks for, from the words beside the rule itself.

A rule's docstring says what it finds. Where it takes parameters it ends in `In words:`, what is
found, and a line for each parameter: `name: phrase {}`, where `{}` is the value; a phrase that ends
in a colon stands over a list of patterns, and `not name:` is for a switch that is off.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from audit.calls import Call
from audit.gist import gist
from audit.rules import Rule, vocabulary

_WORDS = "\n\nIn words: "
_PHRASE = re.compile(r"^\s+(not )?(\w+): (.+)$")
_EVERYTHING = ("",)
VALUES = {
    "label": {
        "general": "general enquiries",
        "board": "the board's office",
        "foi": "freedom of information",
        "complaints": "complaints",
        "pals": "the patient advice service",
        "engagement": "involving the public",
        "communications": "the communications team",
        "newsletter": "the newsletter",
        "press": "reporters",
        "jobs": "applicants for jobs",
        "privacy": "data protection",
        "safeguarding": "safeguarding",
        "access": "people with a disability",
        "website": "the website itself",
        "service": "one of its services",
        "fax": "faxes",
        "person": "one person",
    },
    "purpose": {
        "contact": "messages of any kind",
        "question": "questions to the board",
        "board": "the board's office",
        "foi": "freedom of information",
        "complaint": "complaints",
        "engagement": "the team that involves the public",
        "join": "joining a group",
        "survey": "answers to a survey",
        "newsletter": "subscribing to the newsletter",
        "alerts": "subscribing to alerts",
        "search": "searching the site",
        "rating": "rating a page",
        "comment": "comments on a page",
        "cookies": "consent to cookies",
        "login": "logging in",
        "other": "other things",
    },
    "owner": {
        "own": "the body itself",
        "supplier": "a company that works for it",
        "council": "a council",
        "hospital": "a hospital",
        "national": "a national organisation",
        "other": "somebody else",
        "person": "a person",
        "any": "anybody",
    },
    "of": {"board": "the board"},
}
"""What the words for a purpose, an owner or a group stand for, by the parameter that takes them."""
_SAME = {"forms": "purpose"}


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """Words over a list of what a pattern looks for."""

    words: str
    patterns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A rule as a checklist calls it: what is found, and the lists that narrow it."""

    words: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A parameter of a rule and its value as YAML has it; empty where it must be given."""

    name: str
    default: str


def described(rule: Rule) -> str:
    """Give what a rule's docstring says that it finds, on one line, after "Find"."""
    doc = (inspect.getdoc(rule) or "").partition(_WORDS)[0]
    return " ".join(doc.split()).removeprefix("Find ")


def parameters(rule: Rule) -> Iterator[Parameter]:
    """List a rule's parameters."""
    for found in inspect.signature(rule).parameters.values():
        if found.kind is found.KEYWORD_ONLY:
            given = "" if found.default is found.empty else _yaml(found.default)
            yield Parameter(name=found.name, default=given)


def sentence(call: Call) -> Sentence:
    """Say what a rule with its parameters finds."""
    rule = vocabulary()[call.word]
    head, phrases = phrases_of(rule)
    said, lists = [head], []
    for name, wanted, words in phrases:
        value = _value(rule, name, call.options)
        if bool(value) is not wanted or value == _EVERYTHING:
            continue
        if words.endswith(":"):
            lists.append(Phrase(words=words, patterns=tuple(map(gist, value))))
        else:
            said.append(words.replace("{}", _plain(name, value)))
    return Sentence(words=_joined(said), phrases=tuple(lists))


def phrases_of(rule: Rule) -> tuple[str, list[tuple[str, bool, str]]]:
    """Give what a rule finds, and its phrases: the parameter, whether it must be on, the words."""
    doc = inspect.getdoc(rule) or ""
    _, _, words = doc.partition(_WORDS)
    if not words:
        return doc.partition("\n")[0].removeprefix("Find ").removesuffix("."), []
    head, *lines = words.splitlines()
    matched = filter(None, map(_PHRASE.match, lines))
    return head, [(found[2], not found[1], found[3]) for found in matched]


def _value(rule: Rule, name: str, options: dict[str, Any]) -> Any:
    """Give a parameter's value; a number that nobody gave goes without saying."""
    if name in options:
        return options[name]
    default = inspect.signature(rule).parameters[name].default
    return None if type(default) is int else default


def _plain(name: str, value: object) -> str:
    known = VALUES.get(_SAME.get(name, name), {})
    values = value if isinstance(value, tuple) else (value,)
    words = [known.get(str(one), str(one)) for one in values]
    return " or ".join((", ".join(words[:-1]), words[-1])) if words[1:] else words[0]


def _joined(parts: list[str]) -> str:
    """Join a head with its phrases, with commas but before those that belong to the last word."""
    return parts[0] + "".join(
        (" " if part.startswith(("for ", "of ", "on ", "to ")) else ", ") + part
        for part in parts[1:]
    )


def _yaml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case tuple():
            return f"[{', '.join(value)}]" if any(value) else "[]"
    return str(value)
