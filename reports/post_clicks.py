"""How many clicks from the home page the things lie that were found."""

from collections.abc import Sequence
from typing import Any

from reports import charts
from reports.figures import Ledger
from reports.post_context import Chart, Table, Text, table
from reports.words import number, upper_first

_CLICKS = """
    select min(clicks, 4) as away, count(*) as found,
        round(100.0 * count(*) / (select count(*) from findability where audit = :audit), 1)
            as share
    from findability where audit = :audit group by away order by away
"""
_NEAR = """
    select round(100.0 * sum(clicks <= 1) / count(*), 1) from findability where audit = :audit
"""
_PLACES = ("on the home page", "one click away", "two clicks away", "three clicks away")
_FURTHER = "four clicks away or more"


def _place(away: int) -> str:
    return upper_first(_PLACES[away] if away < len(_PLACES) else _FURTHER)


def click_table(ledger: Ledger, audit: str) -> Table | None:
    """Count what was found by its distance from the home page."""
    if not ledger.rows(_CLICKS, audit=audit):
        return None

    def cells(row: Sequence[Any]) -> list[str]:
        away, found, share = row
        return [_place(away), number(found), f"{share:.1f}%"]

    return table(
        ledger.figure("clicks", _CLICKS, lambda rows: list(map(cells, rows)), audit=audit),
        caption="What was found, by clicks from the home page",
        columns=("Where", "Things found", "Share"),
    )


def click_chart(ledger: Ledger, audit: str) -> Chart | None:
    """Draw the same."""
    rows = ledger.rows(_CLICKS, audit=audit)
    if not rows:
        return None
    said = "; ".join(f"{_place(row['away']).lower()} {number(row['found'])}" for row in rows)
    return charts.bars(
        "clicks",
        "Things found, by clicks from the home page",
        f"Bar chart: {said}.",
        [
            charts.Bar(label=_place(row["away"]), value=row["found"], shown=number(row["found"]))
            for row in rows
        ],
        label_width=170,
        top=max(row["found"] for row in rows),
    )


def click_text(ledger: Ledger, audit: str) -> list[Text]:
    """Say how much lies on the home page or one click away."""
    if not ledger.rows(_CLICKS, audit=audit):
        return []
    near = ledger.figure("near", _NEAR, lambda n: f"{number(n)} per cent", audit=audit)
    return [("Of all that was found, ", near, " is on the home page or one click away.")]
