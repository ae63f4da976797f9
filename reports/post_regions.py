"""Regions compared, section by section, and London beside the rest where there is a London."""

from collections.abc import Sequence
from typing import Any

from reports import charts
from reports.escaping import clean
from reports.figures import Figure, Ledger
from reports.post_context import Chart, Piece, Strong, Table, Text, listed_pieces, table
from reports.post_places import points, whole
from reports.words import number, plural, small, upper_first

_REGIONS = """
    select region, bodies, scored, mean_score, best_name from by_region
    where audit = :audit order by mean_score is null, mean_score desc, region
"""
_REGION = "select mean_score from by_region where audit = :audit and region = :region"
_FEWEST = """
    select min(scored) from by_region
    where audit = :audit and mean_score is not null and trim(region) <> ''
"""
_CELLS = """
    select s.section, r.region, c.mean_score
    from by_section as s
    join by_region as r on r.audit = s.audit
    left join by_region_section as c
        on c.audit = s.audit and c.section = s.section and c.region = r.region
    where s.audit = :audit order by s.position, s.section, r.region
"""
_HERE = """
    select count(score), round(avg(score), 1) from league_table
    where audit = :audit and region = :region
"""
_ELSEWHERE = """
    select count(score), round(avg(score), 1) from league_table
    where audit = :audit and region <> :region
"""
_GAP = """
    select s.section, round(avg(case when b.region = :region then s.score end), 1) as here,
        round(avg(case when b.region <> :region then s.score end), 1) as elsewhere
    from scores as s join bodies as b on b.id = s.body
    where s.audit = :audit and s.section <> 'overall'
    group by s.section
    having here is not null and elsewhere is not null and here <> elsewhere
    order by abs(here - elsewhere) desc, s.section
    limit 1
"""
_MOST_COLUMNS, _FEW = 12, 2
_NONE_GIVEN = "No region given"
_CAPITAL = "london"


def comparable(ledger: Ledger, audit: str) -> bool:
    """Tell whether there are two named regions at least."""
    return len([1 for row in ledger.rows(_REGIONS, audit=audit) if row["region"].strip()]) > 1


def region_table(ledger: Ledger, audit: str) -> Table:
    """List the regions by their mean score."""

    def cells(row: Sequence[Any]) -> list[str]:
        region, bodies, scored, mean, best = row
        counts = [number(bodies), number(scored), points(mean)]
        return [region or _NONE_GIVEN, best or "–", *counts]

    return table(
        ledger.figure("regions", _REGIONS, lambda rows: list(map(cells, rows)), audit=audit),
        caption="Scores by region, out of 100",
        columns=("Region", "Best site", "Sites", "Scored", "Mean"),
        hrefs=[
            ledger.page("region", row["region"], audit) if row["region"].strip() else ""
            for row in ledger.rows(_REGIONS, audit=audit)
        ],
        words=2,
    )


def region_cells(ledger: Ledger, audit: str) -> Table | None:
    """Tabulate the mean score of each section in each region."""
    rows = ledger.rows(_CELLS, audit=audit)
    regions = list(dict.fromkeys(row["region"] for row in rows))
    if len(regions) > _MOST_COLUMNS:
        return None

    def shown(found: Sequence[Sequence[Any]]) -> list[list[str]]:
        lines: dict[str, list[str]] = {}
        for section, _, mean in found:
            lines.setdefault(section, [upper_first(section)]).append(points(mean))
        return list(lines.values())

    return table(
        ledger.figure("region-sections", _CELLS, shown, audit=audit),
        caption="Mean score by section and region, out of 100",
        columns=("Section", *(clean(region) or _NONE_GIVEN for region in regions)),
    )


def region_chart(ledger: Ledger, audit: str) -> Chart | None:
    """Draw the same as a heat map."""
    rows = ledger.rows(_CELLS, audit=audit)
    if len({row["region"] for row in rows}) > _MOST_COLUMNS:
        return None
    squares = [
        charts.Square(
            row=upper_first(row["section"]),
            column=row["region"] or _NONE_GIVEN,
            value=row["mean_score"],
        )
        for row in rows
    ]
    known = [row for row in rows if row["mean_score"] is not None]
    if not known:
        return None
    high = max(known, key=lambda row: row["mean_score"])
    low = min(known, key=lambda row: row["mean_score"])
    ends = " to ".join(
        f"{whole(row['mean_score'])} ({row['section']}, {row['region'] or _NONE_GIVEN})"
        for row in (low, high)
    )
    return charts.heat_map(
        "regions",
        "Mean score by section and region, out of 100",
        f"Heat map; darker is higher. Scores run from {ends}. The table below has every number.",
        squares,
    )


def region_text(ledger: Ledger, audit: str) -> list[Text]:
    """Say which region does best and worst, and set London beside the rest."""
    rows = ledger.rows(_REGIONS, audit=audit)
    scored = [row for row in rows if row["mean_score"] is not None and row["region"].strip()]
    texts: list[Text] = []
    if len(scored) > 1 and scored[0]["mean_score"] != scored[-1]["mean_score"]:
        high, top = _regions_at(ledger, audit, scored, scored[0]["mean_score"])
        low, bottom = _regions_at(ledger, audit, scored, scored[-1]["mean_score"])
        has = "have" if len(top) > 1 else "has"
        ends = (*top, f" {has} the highest mean score, ", high, "; ", *bottom, " the lowest, ", low)
        texts.append((*ends, ".", *_caution(ledger, audit, scored)))
    capital = [row["region"] for row in rows if _is_capital(row)]
    if capital and len(rows) > 1:
        texts.append(_capital(ledger, audit, capital[0]))
    return texts


def _regions_at(
    ledger: Ledger, audit: str, rows: Sequence[dict[str, Any]], score: float
) -> tuple[Figure, list[Piece]]:
    """Make the figure of a mean score, and name the regions that have it."""
    found = [row["region"] for row in rows if row["mean_score"] == score]
    name = f"region-{found[0]}"
    figure = ledger.figure(name, _REGION, whole, audit=audit, region=found[0])
    return figure, listed_pieces([(Strong(text=clean(region)),) for region in found])


def _caution(ledger: Ledger, audit: str, scored: Sequence[dict[str, Any]]) -> Text:
    """Warn of means that rest on one site or two."""
    least = min(row["scored"] for row in scored)
    if least > _FEW:
        return ()
    few = ledger.figure("fewest", _FEWEST, small, audit=audit)
    sites = plural(least, "site")
    end = f" scored {sites} in some regions, a single website moves a mean a long way."
    return (" With only ", few, end)


def capital_headline(ledger: Ledger, audit: str) -> list[Text]:
    """Say in a sentence how London compares, where three sites or more stand on either side."""
    names = [row["region"] for row in ledger.rows(_REGIONS, audit=audit) if _is_capital(row)]
    if not names:
        return []
    here, rest = _sides(ledger, audit, names[0])
    scored, mean = here.value[0]
    others, other_mean = rest.value[0]
    if min(scored, others) <= _FEW or mean == other_mean:
        return []
    easier = "harder" if mean < other_mean else "easier"
    return [
        (
            Strong(text=clean(names[0])),
            f" is {easier} to find things out about than the rest: its sites score ",
            here,
            " on average, the others ",
            rest,
            ".",
        )
    ]


def _is_capital(row: dict[str, Any]) -> bool:
    return bool(row["region"].strip().casefold() == _CAPITAL)


def _sides(ledger: Ledger, audit: str, region: str) -> tuple[Figure, Figure]:
    both = {"audit": audit, "region": region}
    here = ledger.figure("capital", _HERE, lambda rows: whole(rows[0][1]), **both)
    return here, ledger.figure("elsewhere", _ELSEWHERE, lambda rows: whole(rows[0][1]), **both)


def _capital(ledger: Ledger, audit: str, region: str) -> Text:
    """Compare the capital's sites with all others."""
    name = clean(region)
    here, rest = _sides(ledger, audit, region)
    scored, mean = here.value[0]
    others, other_mean = rest.value[0]
    if not scored or not others:
        where = name if not scored else f"the sites outside {name}"
        return (f"No score could be given in {where}, so the two cannot be compared.",)
    both = {"audit": audit, "region": region}
    sites = ledger.figure("capital-scored", _HERE, lambda rows: small(rows[0][0]), **both)
    verb = "have a mean of " if scored > 1 else "has "
    lead = (f"{name}’s ", sites, f" scored {plural(scored, 'site')} {verb}", here)
    if mean == other_mean:
        return (*lead, ", the same as the rest.")
    text: Text = (*lead, " against ", rest, " elsewhere.")
    if not ledger.rows(_GAP, **both):
        return text
    gap = ledger.figure(
        "capital-gap",
        _GAP,
        lambda rows: f"{whole(rows[0][1])} there, {whole(rows[0][2])} elsewhere",
        **both,
    )
    return (*text, f" The gap is widest in {clean(gap.value[0][0])} (", gap, ").")
