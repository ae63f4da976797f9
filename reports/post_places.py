"""Who does well, and at what: the league table, the scores and the sections."""

from collections.abc import Sequence
from typing import Any

from reports import charts
from reports.escaping import clean
from reports.figures import Figure, Ledger
from reports.post_context import Chart, Piece, Strong, Table, Text, listed_pieces, table
from reports.words import count, listed, number, small, upper_first

_LEAGUE = """
    select l.rank, l.rank_best, l.rank_worst, l.name, l.region, l.score, l.decided,
        round(100.0 * s.weight_met / s.weight_all, 1) as low,
        round(100.0 * (s.weight_met + s.weight_all - s.weight_decided) / s.weight_all, 1) as high,
        l.body
    from league_table as l
    join scores as s on s.audit = l.audit and s.body = l.body and s.section = 'overall'
    where l.audit = :audit
    order by l.rank is null, l.rank, l.decided = 0, l.name, l.body
"""
_ENDS = """
    select name, score from league_table
    where audit = :audit and score = (
        select {end}(score) from league_table where audit = :audit
    )
    order by name, body
"""
_MIDDLE = "select median_score from audit_summary where audit = :audit"
_SECTIONS = """
    select section, bodies, mean_score, median_score from by_section
    where audit = :audit order by position, section
"""
_SECTION = "select mean_score from by_section where audit = :audit and section = :section"
_RANGE = (
    "A thin line is the range in which a score lies whatever the unseen pages would show; ranges "
    f"under {small(charts.SMALLEST_RANGE)} points are not drawn. A dash: no score could be given."
)
_MOST_BARS, _SHARED = 40, 4


def points(value: float | None) -> str:
    """Write a score as tables have it."""
    return "–" if value is None else f"{value:.1f}"


def whole(value: float | None) -> str:
    """Write a score as running text has it, halves up."""
    return "–" if value is None else number(int(value + 0.5))


def league_table(ledger: Ledger, audit: str) -> Table:
    """Rank the bodies, with their best and worst case; those without a score come last."""
    rows = ledger.rows(_LEAGUE, audit=audit)
    ranks = [row["rank"] for row in rows]
    wanted = {
        "Region": any(row["region"] for row in rows),
        "Could be": any(_open(row["score"], row["low"], row["high"]) for row in rows),
        "Rank could be": any(
            _open(row["rank"], row["rank_best"], row["rank_worst"]) for row in rows
        ),
    }

    def cells(row: Sequence[Any]) -> dict[str, str]:
        rank, best, worst, name, region, score, decided, low, high, _ = row
        every = {
            "Rank": "–" if rank is None else f"{rank}{'=' if ranks.count(rank) > 1 else ''}",
            "Body": name,
            "Region": region,
            "Score": points(score),
            "Could be": f"{points(low)} to {points(high)}" if _open(score, low, high) else "",
            "Rank could be": f"{best} to {worst}" if _open(rank, best, worst) else "",
            "Judged": f"{number(decided)}%",
        }
        return {title: cell for title, cell in every.items() if wanted.get(title, True)}

    def shown(found: Sequence[Sequence[Any]]) -> list[list[str]]:
        return [list(cells(row).values()) for row in found]

    figure = ledger.figure("league", _LEAGUE, shown, audit=audit)
    return table(
        figure,
        caption="The league table: scores out of 100",
        columns=list(cells(figure.value[0])),
        words=2 if wanted["Region"] else 1,
        head=1,
        hrefs=[ledger.page("body", row["body"], audit) for row in rows],
    )


def _open(value: float | None, low: float, high: float) -> bool:
    return value is not None and low != high


def score_chart(ledger: Ledger, audit: str) -> Chart | None:
    """Draw each body's score, or how the scores spread where there are too many for that."""
    rows = ledger.rows(_LEAGUE, audit=audit)
    scored = [row for row in rows if row["score"] is not None]
    if not scored:
        return None
    if len(rows) > _MOST_BARS:
        return _spread(scored)
    bars = [
        charts.Bar(
            label=row["name"],
            value=row["score"],
            shown=whole(row["score"]),
            low=row["low"],
            high=row["high"],
        )
        for row in rows
    ]
    said = "; ".join(f"{row['name']} {whole(row['score'])}" for row in scored)
    unscored = len(rows) - len(scored)
    rest = f" {upper_first(count(unscored, 'body'))} could not be scored." if unscored else ""
    return charts.bars(
        "scores",
        "Scores by body, out of 100",
        f"Bar chart, best first: {said}.{rest}",
        bars,
        label_width=270,
        note=_RANGE if any(bar.low != bar.high for bar in bars) else "",
    )


def _spread(scored: Sequence[dict[str, Any]]) -> Chart:
    """Count the bodies in each band of ten points."""
    counts = [0] * 10
    for row in scored:
        counts[min(int(row["score"] // 10), 9)] += 1
    bands = [f"{10 * i} to {10 * i + (10 if i == 9 else 9)}" for i in range(10)]  # noqa: PLR2004
    bars = [
        charts.Bar(label=band, value=n, shown=number(n))
        for band, n in zip(bands, counts, strict=True)
    ]
    said = ", ".join(f"{n} from {band}" for band, n in zip(bands, counts, strict=True) if n)
    return charts.bars(
        "scores",
        "How the scores spread: bodies in each band of ten points",
        f"Bar chart of {number(len(scored))} scores: {said}.",
        bars,
        label_width=90,
        top=max(counts),
    )


def score_text(ledger: Ledger, audit: str) -> list[Text]:
    """Say who comes first and last, and where the middle lies."""
    scores = [row["score"] for row in ledger.rows(_LEAGUE, audit=audit) if row["score"] is not None]
    if not scores:
        return [("No score could be given: too little could be looked at.",)]
    best = _end(ledger, audit, "max")
    if len(scores) == 1:
        return [("Only ", *best[0], " could be given a score: ", best[1], " out of 100.")]
    if min(scores) == max(scores):
        everyone = ledger.total("scored", audit, "scored")
        return [("All ", everyone, " have the same score, ", best[1], " out of 100.")]
    worst = _end(ledger, audit, "min")
    shared_first, shared_last = scores.count(max(scores)) > 1, scores.count(min(scores)) > 1
    text: list[Piece] = [
        *best[0],
        " share first place with " if shared_first else " comes first with ",
        best[1],
        " out of 100; ",
        *worst[0],
        " share the last with " if shared_last else " comes last with ",
        worst[1],
        ".",
    ]
    if len(scores) > _SHARED:
        middle = ledger.figure("median", _MIDDLE, whole, audit=audit)
        text += [" The middle score is ", middle, "."]
    return [tuple(text)]


def _end(ledger: Ledger, audit: str, end: str) -> tuple[list[Piece], Piece]:
    """Name who is at one end, and make the figure of their score."""
    sql = _ENDS.format(end=end)
    figure = ledger.figure(f"{end}-score", sql, lambda rows: whole(rows[0][1]), audit=audit)
    who = [clean(row["name"]) for row in ledger.rows(sql, audit=audit)]
    if len(who) > _SHARED:
        shown = f"{upper_first(small(len(who)))} bodies"
        return [
            Strong(text=ledger.figure(f"{end}-bodies", sql, lambda _: shown, audit=audit))
        ], figure
    return [Strong(text=listed(who))], figure


def section_table(ledger: Ledger, audit: str) -> Table | None:
    """List the sections with their mean and median score; nothing where there is only one."""

    def cells(row: Sequence[Any]) -> list[str]:
        section, bodies, mean, median = row
        return [upper_first(section), number(bodies), points(mean), points(median)]

    known = [row["mean_score"] for row in ledger.rows(_SECTIONS, audit=audit)]
    if len(known) == 1 or not any(score is not None for score in known):
        return None
    return table(
        ledger.figure("sections", _SECTIONS, lambda rows: list(map(cells, rows)), audit=audit),
        caption="Scores by section, out of 100",
        columns=("Section", "Sites scored", "Mean", "Median"),
    )


def section_text(ledger: Ledger, audit: str) -> list[Text]:
    """Name the strongest and the weakest section."""
    rows = [row for row in ledger.rows(_SECTIONS, audit=audit) if row["mean_score"] is not None]
    if not rows:
        return []
    scores = [row["mean_score"] for row in rows]
    if min(scores) == max(scores):
        return []
    high, top = _sections_at(ledger, audit, rows, max(scores))
    low, bottom = _sections_at(ledger, audit, rows, min(scores))
    one = max(row["bodies"] for row in rows) == 1
    lead, mean = ("The site does", "score") if one else ("The sites do", "mean score")
    return [
        (
            f"{lead} best on ",
            *top,
            f", where the {mean} is ",
            high,
            ", and worst on ",
            *bottom,
            ", where it is ",
            low,
            ".",
        )
    ]


def _sections_at(
    ledger: Ledger, audit: str, rows: Sequence[dict[str, Any]], score: float
) -> tuple[Figure, list[Piece]]:
    """Make the figure of a mean score, and name the sections that have it."""
    found = [row["section"] for row in rows if row["mean_score"] == score]
    figure = ledger.figure(f"section-{found[0]}", _SECTION, whole, audit=audit, section=found[0])
    return figure, listed_pieces([(Strong(text=clean(name)),) for name in found])


def section_chart(ledger: Ledger, audit: str) -> Chart | None:
    """Draw the mean score of each section."""
    rows = ledger.rows(_SECTIONS, audit=audit)
    known = [row for row in rows if row["mean_score"] is not None]
    if len(rows) == 1 or not known:
        return None
    bars = [
        charts.Bar(
            label=upper_first(row["section"]),
            value=row["mean_score"],
            shown=whole(row["mean_score"]),
        )
        for row in rows
    ]
    said = "; ".join(f"{row['section']} {whole(row['mean_score'])}" for row in known)
    return charts.bars(
        "sections",
        "Mean score by section, out of 100",
        f"Bar chart: {said}.",
        bars,
        label_width=170,
    )
