"""The charts of the home page, drawn once for the figures they show, each with its table."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from reports.asking import Row
from reports.charts import Bar, Square, bars, heat_map
from reports.escaping import clean
from reports.post_context import Chart
from reports.words import count, number, upper_first

BANDS = 10
"""Points in each band of the distribution of scores."""
_DEEPEST, _MOST_REGIONS = 4, 12
_NONE_GIVEN = "No region given"
_drawing = Lock()


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart beside the figures that it shows, and the view that they come from."""

    chart: Chart
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str


_Draw = Callable[[Any], Picture | None]


async def pictures(
    league: list[Row], cells: list[Row], criteria: list[Row], clicks: list[Row]
) -> dict[str, Picture]:
    """Draw what there is enough of to be looked at; nothing is drawn twice for the same figures."""
    scores = tuple(row["score"] for row in league if row["score"] is not None)
    squares = tuple((row["section"], row["region"], row["mean_score"]) for row in cells)
    shares = tuple((r["ask"], r["share"], r["met"], r["decided"]) for r in criteria if r["decided"])
    depths = tuple((row["clicks"], row["found"]) for row in clicks)
    jobs: dict[str, tuple[_Draw, tuple[Any, ...]]] = {
        "scores": (_scores, scores),
        "regions": (_regions, squares),
        "criteria": (_criteria, shares),
        "clicks": (_clicks, depths),
    }
    drawn = {
        name: await asyncio.to_thread(_locked, draw, figures)
        for name, (draw, figures) in jobs.items()
        if len(figures) > 1
    }
    return {name: picture for name, picture in drawn.items() if picture}


def _locked(draw: _Draw, figures: tuple[Any, ...]) -> Picture | None:
    with _drawing:
        return draw(figures)


@lru_cache(maxsize=64)
def _scores(scores: tuple[float, ...]) -> Picture:
    counts = [0] * BANDS
    for score in scores:
        counts[min(int(score // BANDS), BANDS - 1)] += 1
    bands = [
        (f"{i * BANDS} to {i * BANDS + BANDS - (i < BANDS - 1)}", counts[i]) for i in range(BANDS)
    ]
    bands.reverse()
    most = max(bands, key=lambda band: band[1])
    return Picture(
        chart=bars(
            "scores",
            "How the scores are spread",
            f"Scores run from {number(min(scores), 1)} to {number(max(scores), 1)} out of 100; "
            f"most bodies, {most[1]}, scored {most[0]}.",
            [Bar(label=name, value=n, shown=str(n)) for name, n in bands],
            label_width=90,
            top=max(counts),
        ),
        columns=("Score", "Bodies"),
        rows=tuple((name, str(n)) for name, n in bands),
        source="league_table",
    )


@lru_cache(maxsize=64)
def _regions(cells: tuple[tuple[str, str, float | None], ...]) -> Picture | None:
    regions = list(dict.fromkeys(region for _, region, _ in cells))
    known = [cell for cell in cells if cell[2] is not None]
    if len(regions) > _MOST_REGIONS or len(regions) < 2 or not known:  # noqa: PLR2004 - a pair
        return None
    low, high = (end(known, key=lambda cell: cell[2] or 0.0) for end in (min, max))
    places = {(section, region): mean for section, region, mean in cells}
    sections = list(dict.fromkeys(section for section, _, _ in cells))
    return Picture(
        chart=heat_map(
            "regions",
            "Mean score by section and region",
            f"From {_score(low[2])} ({low[0]}, {_region(low[1])}) "
            f"to {_score(high[2])} ({high[0]}, {_region(high[1])}) out of 100.",
            [
                Square(row=upper_first(section), column=_region(region), value=mean)
                for section, region, mean in cells
            ],
        ),
        columns=("Section", *(_region(region) for region in regions)),
        rows=tuple(
            (upper_first(section), *(_score(places.get((section, region))) for region in regions))
            for section in sections
        ),
        source="by_region_section",
    )


@lru_cache(maxsize=64)
def _criteria(shares: tuple[tuple[str, float, int, int], ...]) -> Picture:
    low, high = shares[-1], shares[0]
    return Picture(
        chart=bars(
            "criteria",
            "How many do each thing",
            f"From {number(high[1])} per cent ({clean(high[0])}) "
            f"down to {number(low[1])} per cent ({clean(low[0])}).",
            [Bar(label=ask, value=share, shown=f"{number(share)}%") for ask, share, _, _ in shares],
            label_width=410,
            note="Of the bodies that could be decided.",
        ),
        columns=("Question", "Met", "Decided", "Share"),
        rows=tuple(
            (ask, str(met), str(of), f"{number(share, 1)}%") for ask, share, met, of in shares
        ),
        source="by_criterion",
    )


@lru_cache(maxsize=64)
def _clicks(depths: tuple[tuple[int, int], ...]) -> Picture:
    counts = [0] * (_DEEPEST + 1)
    for away, found in depths:
        counts[min(away, _DEEPEST)] += found
    names = ["on the home page", *(f"{count(n, 'click')} away" for n in range(1, _DEEPEST))]
    names.append(f"{count(_DEEPEST, 'click')} away or more")
    shown = [f"{100 * n / sum(counts):.0f}%" for n in counts]
    return Picture(
        chart=bars(
            "clicks",
            "How far from the home page",
            f"Of {number(sum(counts))} things found, {shown[0]} are on the home page "
            f"and {shown[1]} one click away.",
            [
                Bar(label=upper_first(name), value=n, shown=part)
                for name, n, part in zip(names, counts, shown, strict=True)
            ],
            label_width=170,
            top=max(counts),
        ),
        columns=("Where", "Things found", "Share"),
        rows=tuple(
            (upper_first(name), number(n), part)
            for name, n, part in zip(names, counts, shown, strict=True)
        ),
        source="findability",
    )


async def change_picture(kinds: dict[str, list[Row]]) -> Picture | None:
    """Draw how many answers each section gained and lost since the audit before."""
    counts: dict[str, list[int]] = {}
    for place, kind in enumerate(("gained", "lost")):
        for row in kinds[kind]:
            counts.setdefault(row["section"], [0, 0])[place] += 1
    figures = tuple((section, *pair) for section, pair in counts.items())
    return await asyncio.to_thread(_locked, _changed, figures) if figures else None


@lru_cache(maxsize=64)
def _changed(counts: tuple[tuple[str, int, int], ...]) -> Picture:
    ordered = sorted(counts, key=lambda row: (row[2] - row[1], row[0]))
    drawn = [
        Bar(label=f"{upper_first(section)}: {word}", value=n, shown=number(n))
        for section, *pair in ordered
        for word, n in zip(("gained", "lost"), pair, strict=True)
        if n
    ]
    return Picture(
        chart=bars(
            "changed",
            "Gained and lost by section",
            "; ".join(
                f"{upper_first(clean(name))}: {number(up)} gained, {number(down)} lost"
                for name, up, down in ordered
            )
            + ".",
            drawn,
            label_width=260,
            top=max(bar.value or 0 for bar in drawn),
        ),
        columns=("Section", "Gained", "Lost"),
        rows=tuple((upper_first(name), number(up), number(down)) for name, up, down in ordered),
        source="changes",
    )


def _score(value: float | None) -> str:
    return "–" if value is None else number(value, 1)


def _region(name: str) -> str:
    return clean(name) or _NONE_GIVEN


def tiles(league: Sequence[Row]) -> dict[str, list[Row]]:
    """Group bodies by region, best first, for a map of squares; regions in order of their name."""
    regions: dict[str, list[Row]] = {}
    for row in sorted(league, key=lambda row: row["region"]):
        step = "none" if row["score"] is None else str(min(int(row["score"] // 20), 4))
        regions.setdefault(row["region"] or _NONE_GIVEN, []).append(row | {"step": step})
    return regions
