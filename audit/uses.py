"""Show each rule at work: the shortest shipped example in which it finds something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.calls import Call
from audit.checklist import Checklist, Criterion, Example, read_checklist, shipped_checklists
from audit.errors import AuditError
from audit.examples import read_aloud, read_example
from audit.judge import judge

_PLAIN = re.compile(r"[a-z][a-z_-]*")


@dataclass(frozen=True, kw_only=True)
class Use:
    """A rule as a criterion calls it, an example's page, and the words that it finds there."""

    criterion: str
    rule: str
    page: str
    found: str


def shortest_use(word: str) -> Use:
    """Find the shortest example in which a rule, called as a criterion calls it, finds something.

    Raises AuditError for a rule that no shipped checklist shows.
    """
    for checklist, criterion, call, example in sorted(_candidates(word), key=_length):
        asked = {"applies": (), "all": (), "any": (call,), "none": (), "unsure": ()}
        alone = criterion.model_copy(update=asked)
        read = read_example(criterion, example, checklist.examples_on)
        today = example.on or checklist.examples_on
        (finding,) = judge(checklist.model_copy(update={"criteria": (alone,)}), read, today)
        page = read_aloud(example.html)
        found = next((e.quote for e in finding.evidence if e.quote in page), "")
        if found:
            return Use(
                criterion=criterion.id,
                rule=as_yaml(call),
                page=example.html.strip(),
                found=found,
            )
    raise AuditError(f"no example of a shipped checklist shows the rule '{word}'; add one")


def as_yaml(call: Call) -> str:
    """Write a call of a rule as a person would write it in a checklist."""
    if not call.options:
        return f"- {call.word}"
    options = ", ".join(f"{name}: {_yaml(value)}" for name, value in call.options.items())
    return f"- {call.word}: {{{options}}}"


def _yaml(value: object) -> str:
    match value:
        case tuple():
            return f"[{', '.join(map(_yaml, value))}]"
        case str():
            return value if _PLAIN.fullmatch(value) else "'" + value.replace("'", "''") + "'"
    return str(value).lower()


def _candidates(word: str) -> Iterator[tuple[Checklist, Criterion, Call, Example]]:
    for name in shipped_checklists():
        checklist = read_checklist(name)
        for one in checklist.live:
            for call in (*one.applies, *one.all, *one.any, *one.none, *one.unsure):
                if call.word == word:
                    shown = one.examples
                    for example in (*shown.met, *shown.not_found):
                        if not example.home:
                            yield checklist, one, call, example


def _length(candidate: tuple[Checklist, Criterion, Call, Example]) -> int:
    _, _, call, example = candidate
    return len(str(call.options)) + len(example.html)
