"""Scores: weight met out of weight decided, and nothing said on too little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import AuditError
from audit.model import OUTCOMES, CriterionRow, Finding
from audit.score import LEAST_DECIDED, WEIGHTS, percent, score_body, score_cells

CELLS = st.lists(st.tuples(st.sampled_from(sorted(WEIGHTS)), st.sampled_from(OUTCOMES)))


@pytest.mark.parametrize(
    ("cells", "score", "weights", "decided"),
    [
        ([(3, "met"), (1, "not_found")], 75.0, (3, 4, 4), 100.0),
        ([(3, "met"), (2, "not_applicable")], 100.0, (3, 3, 3), 100.0),
        ([(3, "not_found"), (2, "unknown")], 0.0, (0, 3, 5), 60.0),
        ([(2, "met"), (2, "unknown")], None, (2, 2, 4), 50.0),
        ([(3, "unknown"), (1, "unknown")], None, (0, 0, 4), 0.0),
        ([(3, "not_applicable")], None, (0, 0, 0), None),
        ([], None, (0, 0, 0), None),
        ([(1, "met"), (2, "not_found")], 33.3, (1, 3, 3), 100.0),
    ],
)
def test_a_score_is_the_weight_met_of_the_weight_decided(cells, score, weights, decided):
    got = score_cells("board", cells)

    assert (got.score, got.decided) == (score, decided)
    assert (got.weight_met, got.weight_decided, got.weight_all) == weights


@given(CELLS)
def test_making_an_unknown_known_never_leaves_the_range_of_best_and_worst(cells):
    worst = score_cells("s", [(w, "not_found" if o == "unknown" else o) for w, o in cells])
    best = score_cells("s", [(w, "met" if o == "unknown" else o) for w, o in cells])
    got = score_cells("s", cells)

    if got.score is not None:
        assert worst.score <= got.score <= best.score


@given(CELLS)
def test_too_little_decided_gives_no_score_and_never_a_nought(cells):
    got = score_cells("s", cells)

    little = got.weight_decided * 100 < LEAST_DECIDED * got.weight_all
    assert (got.score is None) == (little or got.weight_decided == 0)


def test_percentages_round_halves_up_as_sqlite_does():
    assert [percent(1, 16), percent(3, 80), percent(1, 3), percent(0, 0)] == [6.3, 3.8, 33.3, None]


def _criterion(name: str, position: int, section: str) -> CriterionRow:
    return CriterionRow(id=name, position=position, section=section, ask="?", why="", weight=2)


def test_a_body_is_scored_by_section_in_order_and_then_overall():
    criteria = (_criterion("b", 2, "voice"), _criterion("a", 1, "board"))
    findings = (
        Finding(body="x", criterion="a", outcome="met"),
        Finding(body="x", criterion="b", outcome="not_found"),
    )

    scores = score_body(criteria, findings)

    assert [(s.section, s.score) for s in scores] == [
        ("board", 100.0),
        ("voice", 0.0),
        ("overall", 50.0),
    ]


def test_a_criterion_without_a_finding_is_unknown():
    assert score_body((_criterion("a", 1, "board"),), ())[0].weight_decided == 0


def test_a_section_called_overall_is_refused():
    with pytest.raises(AuditError, match="cannot be called 'overall'"):
        score_body((_criterion("a", 1, "overall"),), ())
