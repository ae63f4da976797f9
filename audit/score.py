"""Turn a body's findings into scores: what it does, out of what could be decided.

A criterion's weight says how much it matters: 1 helpful, 2 important, 3 essential. A score is the
weight met out of the weight decided (met or not found), in percent. What does not apply counts
nowhere; what is unknown never counts against a body, but a score resting on too little is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.errors import AuditError
from audit.model import CriterionRow, Finding, Outcome

WEIGHTS = {1: "helpful", 2: "important", 3: "essential"}
LEAST_DECIDED = 60
"""Percent of the weight that must be decided before a score is shown."""
OVERALL = "overall"


@dataclass(frozen=True, kw_only=True)
class Score:
    """A body's score in one section, or `overall`.

    `score` and `decided` are percentages with one decimal. `decided` is the share of the weight
    that could be decided, None where nothing applies; `score` is None where too little is decided.
    """

    section: str
    score: float | None
    weight_met: int
    weight_decided: int
    weight_all: int
    decided: float | None


def percent(part: int, whole: int) -> float | None:
    """Give `part` of `whole` in percent to one decimal, halves up; None of nothing."""
    return None if whole == 0 else (2000 * part + whole) // (2 * whole) / 10


def score_cells(section: str, cells: Iterable[tuple[int, Outcome]]) -> Score:
    """Score one section from the weight and outcome of each of its criteria."""
    weight = dict.fromkeys(("met", "not_found", "not_applicable", "unknown"), 0)
    for criterion_weight, outcome in cells:
        weight[outcome] += criterion_weight
    met = weight["met"]
    decided = met + weight["not_found"]
    everything = decided + weight["unknown"]
    enough = 100 * decided >= LEAST_DECIDED * everything
    return Score(
        section=section,
        score=percent(met, decided) if enough else None,
        weight_met=met,
        weight_decided=decided,
        weight_all=everything,
        decided=percent(decided, everything),
    )


def score_body(criteria: Sequence[CriterionRow], findings: Iterable[Finding]) -> tuple[Score, ...]:
    """Score a body in each section, in the order of the criteria, and then overall."""
    outcomes = {finding.criterion: finding.outcome for finding in findings}
    sections: dict[str, list[tuple[int, Outcome]]] = {}
    for criterion in sorted(criteria, key=lambda row: row.position):
        if criterion.section == OVERALL:
            raise AuditError(
                f"criterion {criterion.id}: a section cannot be called {OVERALL!r}, "
                "which is the name of the whole; choose another name"
            )
        outcome = outcomes.get(criterion.id, "unknown")
        sections.setdefault(criterion.section, []).append((criterion.weight, outcome))
    scores = [score_cells(section, cells) for section, cells in sections.items()]
    everything = (cell for cells in sections.values() for cell in cells)
    return (*scores, score_cells(OVERALL, everything))
