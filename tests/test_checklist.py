"""The examples of a checklist are its tests, and a checklist's mistakes are explained."""

from collections.abc import Iterator
from functools import cache

import pytest

from audit.calls import Call
from audit.checklist import Criterion, parse_checklist, read_checklist, shipped_checklists
from audit.errors import AuditError
from audit.examples import examples, read_example
from audit.judge import Read, judge
from audit.model import Outcome

LISTS = {name: read_checklist(name) for name in shipped_checklists()}
CRITERIA = [(name, c) for name, checklist in LISTS.items() for c in checklist.live]
CASES = [
    pytest.param(name, criterion, number, id=case)
    for name, criterion in CRITERIA
    for number, (case, _, _) in enumerate(examples(criterion))
]
FEWEST = {"met": 3, "not_found": 4}


@cache
def shown(name: str, criterion_id: str) -> tuple[tuple[Outcome, Read], ...]:
    """Each example of a criterion: the outcome it stands under, and what is read of it."""
    criterion = next(c for c in LISTS[name].live if c.id == criterion_id)
    return tuple(
        (outcome, read_example(criterion, example, LISTS[name].examples_on))
        for _, outcome, example in examples(criterion)
    )


def outcomes(name: str, criterion: Criterion) -> Iterator[Outcome]:
    """What each example gives."""
    checklist = LISTS[name].model_copy(update={"criteria": (criterion,)})
    days = [example.on or checklist.examples_on for _, _, example in examples(criterion)]
    for (_, read), day in zip(shown(name, criterion.id), days, strict=True):
        yield judge(checklist, read, day)[0].outcome


@cache
def given(name: str, criterion_id: str) -> tuple[Outcome, ...]:
    criterion = next(c for c in LISTS[name].live if c.id == criterion_id)
    return tuple(outcomes(name, criterion))


@pytest.mark.parametrize(("name", "criterion", "number"), CASES)
def test_an_example_gives_its_outcome(name: str, criterion: Criterion, number: int):
    assert given(name, criterion.id)[number] == shown(name, criterion.id)[number][0]


@pytest.mark.parametrize("criterion", [c for _, c in CRITERIA], ids=[c.id for _, c in CRITERIA])
def test_a_criterion_shows_what_it_is_and_what_it_is_not(criterion: Criterion):
    shows = criterion.examples
    leads_away = bool(criterion.applies) and criterion.otherwise == "not_applicable"

    assert len(shows.met) >= FEWEST["met"]
    assert len(shows.not_found) >= FEWEST["not_found"]
    assert bool(shows.not_applicable) == leads_away


def without(criterion: Criterion) -> Iterator[tuple[str, Criterion]]:
    """The criterion without one of its rules, or with one that matches everything."""
    for group in ("applies", "all", "any", "none", "unsure"):
        calls: tuple[Call, ...] = getattr(criterion, group)
        for at, call in enumerate(calls):
            rest = (*calls[:at], *calls[at + 1 :])
            yield f"{group}-{at} dropped", criterion.model_copy(update={group: rest})
            if "matches" in call.options:
                loose = call.model_copy(update={"options": {**call.options, "matches": ("",)}})
                changed = (*calls[:at], loose, *calls[at + 1 :])
                yield f"{group}-{at} loosened", criterion.model_copy(update={group: changed})
    if criterion.lapses:
        yield "lapses dropped", criterion.model_copy(update={"lapses": False})


@pytest.mark.parametrize(("name", "criterion"), CRITERIA, ids=[c.id for _, c in CRITERIA])
def test_some_example_needs_each_rule(name: str, criterion: Criterion):
    right = given(name, criterion.id)
    needless = [
        f"{criterion.id}: {what}"
        for what, mutant in without(criterion)
        if all(got == was for got, was in zip(outcomes(name, mutant), right, strict=True))
    ]

    assert needless == []


GOOD = """
title: Complaints
about: How to complain.
source: https://example.org/guidance
examples_on: 2026-11-21
criteria:
  - id: response-time
    section: complaints
    ask: Does the site say how long an answer takes?
    why: Without a limit nobody knows when to escalate.
    weight: 1
    where: [any]
    any:
      - says: {matches: 'within \\d+ days'}
    examples:
      met: ['<p>We answer within 20 days.</p>', '<p>Within 5 days.</p>']
      not_found: ['<p>We answer soon.</p>', '<p>We do not answer within 20 days.</p>']
"""


def problems(text: str) -> list[str]:
    with pytest.raises(AuditError) as caught:
        parse_checklist(text.encode(), name="my-own", where="my-own.yml")
    return str(caught.value).splitlines()


def test_a_good_checklist_is_read_and_known_by_its_bytes():
    checklist = parse_checklist(GOOD.encode(), name="my-own", where="my-own.yml")
    other = parse_checklist(f"{GOOD}\n".encode(), name="my-own", where="my-own.yml")

    assert [c.id for c in checklist.live] == ["response-time"]
    assert checklist.digest != other.digest
    assert checklist.row().criteria[0].position == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- says:", "- sayz:", "response-time: any: 0: unknown rule 'sayz'; did you mean 'says'?"),
        ("matches:", "match:", "rule 'says' has no parameter 'match'; did you mean 'matches'?"),
        ("{matches: 'within \\d+ days'}", "{}", "rule 'says' needs 'matches'"),
        ("{matches: 'within \\d+ days'}", "[x]", "takes parameters as {name: value}"),
        ("'within \\d+ days'}", "'within (\\d+'}", "'matches': bad pattern"),
        ("'within \\d+ days'}", "5}", "must be a text or a list of texts, not 5"),
        ("days'}", "days', chrome: 1}", "'chrome' must be bool, not 1"),
        ("    weight:", "    wieght:", "unknown key; did you mean 'weight'?"),
        ("weight: 1", "weight: 4", "response-time: weight: Input should be less than or equal"),
        ("takes?", "takes.", "response-time: ask: String should match"),
        ("id: response-time", "id: Response Time", "Response Time: id: String should match"),
        ("[any]", "[contct]", "unknown kind of page 'contct'; did you mean 'contact'?"),
        ("title: Complaints", "titel: Complaints", "titel: unknown key; did you mean 'title'?"),
        ("    any:\n", "    unsure:\n", "no rules; give `all`, `any` or `none`"),
        ("criteria:", "criteria: [", "not YAML"),
    ],
)
def test_a_mistake_is_explained_with_its_remedy(old: str, new: str, said: str):
    assert old in GOOD
    found = problems(GOOD.replace(old, new))

    assert any(said in line for line in found), found
    assert all(line.startswith("my-own.yml: ") for line in found)


def test_an_id_stands_once():
    twice = GOOD + GOOD[GOOD.index("  - id:") :]

    assert "this id is used twice" in problems(twice)[0]


def test_all_mistakes_of_a_file_are_told_at_once():
    text = (
        GOOD.replace("weight: 1", "weight: 9").replace("- says:", "- sayz:").replace("takes?", "")
    )

    assert len(problems(text)) == 3


@pytest.mark.parametrize("reference", ["ccg-engagment", "no/such.yml"])
def test_a_checklist_that_is_not_there_is_named(reference: str):
    with pytest.raises(AuditError, match="ccg-engagement"):
        read_checklist(reference)


@pytest.mark.parametrize(
    "text", ["", "- a", "x", "title: x", "criteria: 5", "criteria: [5]", "\x00"]
)
def test_anything_else_is_refused_in_words(text: str):
    assert problems(text)
