"""What the sites do: every criterion put into words, from what all do to what none does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from audit.score import WEIGHTS
from reports import charts
from reports.escaping import clean, web_address
from reports.figures import Figure, Ledger
from reports.post_context import (
    Chart,
    Group,
    Link,
    Piece,
    Strong,
    Table,
    Text,
    listed_pieces,
    table,
)
from reports.words import (
    BANDS,
    Band,
    band,
    heading,
    infinitive,
    number,
    plural,
    predicate,
    subject,
    tally,
    upper_first,
)

_CRITERIA = """
    select n.criterion, n.section, n.ask, c.says, n.weight, n.met, n.not_found,
        n.not_applicable, n.unknown, n.decided, n.share
    from by_criterion as n
    join audits as a on a.id = n.audit
    join criteria as c on c.checklist = a.checklist and c.id = n.criterion
    where n.audit = :audit
    order by n.position
"""
_COUNT = "select met, decided from by_criterion where audit = :audit and criterion = :criterion"
_TABLE = """
    select ask, section, weight, met, not_found, not_applicable, unknown, share, criterion
    from by_criterion where audit = :audit
    order by share is null, share desc, position
"""
_NAMES = """
    select name, url from answers
    where audit = :audit and criterion = :criterion and outcome = :outcome
    order by name, body
"""
_HEADLINES = 6
_TELLING = ("All", "Few", "None", "Most", "Nearly all", "About half", "Some")
"""The bands from the most to the least telling: which of them open a post."""
_NAMED, _ENOUGH = 3, 5
"""Up to three sites are named after a count, where there are at least five."""
_HALF, _NEARLY_ALL, _COMPARABLE, _RARE = 50, 90, 0.6, 0.4


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """A criterion with its counts; `says` is a predicate, or empty where there is none."""

    id: str
    section: str
    ask: str
    says: str
    weight: int
    met: int
    not_found: int
    not_applicable: int
    unknown: int
    decided: int
    share: float | None


def criteria_of(ledger: Ledger, audit: str) -> list[Criterion]:
    """Read the criteria of an audit in their order."""
    return [_criterion(row) for row in ledger.rows(_CRITERIA, audit=audit)]


def _criterion(row: dict[str, Any]) -> Criterion:
    ask = clean(row["ask"])
    words = {"ask": ask, "says": clean(predicate(ask, row["says"])), "section": row["section"]}
    counts = {key: row[key] for key in row if key not in {"criterion", *words}}
    return Criterion(id=row["criterion"], **words, **counts)


def count_figure(ledger: Ledger, audit: str, one: Criterion, name: str, shown: str) -> Figure:
    """Make a figure of how many sites meet a criterion; `shown` is how the sentence puts it."""
    return ledger.figure(f"{name}-{one.id}", _COUNT, lambda _: shown, audit=audit, criterion=one.id)


def headlines(ledger: Ledger, audit: str, criteria: Sequence[Criterion], judged: int) -> list[Text]:
    """Choose the chief findings: the weightiest of each band, the most telling first."""
    fit = [
        one
        for one in criteria
        if one.decided and not one.not_applicable and one.decided >= _COMPARABLE * judged
    ] or [one for one in criteria if one.decided]
    ranked = sorted(fit, key=lambda one: (not one.says, -one.weight))
    queues = [
        [one for one in ranked if band(one.met, one.decided).word == word] for word in _TELLING
    ]
    turns = chain.from_iterable(zip_longest(*queues))
    chosen = [one for one in turns if one is not None][:_HEADLINES]
    order = [row.word for row in BANDS]
    chosen.sort(key=lambda one: order.index(band(one.met, one.decided).word))
    return [_sentence(ledger, audit, one, judged) for one in chosen]


def _sentence(ledger: Ledger, audit: str, one: Criterion, judged: int) -> Text:
    opening = subject(one.met, one.decided, judged)
    shown = opening.shown if one.says else tally(one.met, one.decided, judged)
    figure = count_figure(ledger, audit, one, "headline", shown)
    if not one.says:
        lead, end = (" Yes for ", ".") if one.met else (" Nowhere that we found (", ").")
        return (Strong(text=f"“{one.ask}”"), lead, figure, end)
    if opening.word:
        return (Strong(text=opening.word), " (", figure, f") {one.says}.")
    said = f"{opening.link} {infinitive(one.says)}" if opening.link else one.says
    return (Strong(text=figure), f" {said}.")


def groups(ledger: Ledger, audit: str, criteria: Sequence[Criterion], judged: int) -> list[Group]:
    """Put every criterion that was decided anywhere into the group of its share."""
    made = []
    for row in BANDS:
        mine = [one for one in criteria if one.decided and band(one.met, one.decided) == row]
        mine.sort(key=lambda one: -(one.share or 0.0))
        if mine:
            made.append(_group(ledger, audit, row, mine, judged))
    return made


def _group(ledger: Ledger, audit: str, row: Band, mine: Iterable[Criterion], judged: int) -> Group:
    items, asks = [], []
    found_to = "found to" in heading(row, judged)
    for one in mine:
        counted = tally(one.met, one.decided, judged, applies=not one.not_applicable)
        figure = count_figure(ledger, audit, one, "count", counted)
        named = _named(ledger, audit, one)
        if one.says:
            said = infinitive(one.says) if found_to else one.says
            items.append((f"{said} (", figure, *named, ")"))
        else:
            asks.append((f"{one.ask} (", figure, *named, ")"))
    return Group(
        heading=heading(row, judged),
        items=tuple(items),
        ask_lead=row.ask_lead,
        asks=tuple(asks),
    )


def _named(ledger: Ledger, audit: str, one: Criterion) -> list[Piece]:
    """Name the few that do a thing, or the one or two that do not seem to."""
    if one.decided < _ENOUGH:
        return []
    if 0 < one.met <= _NAMED and one.met < _RARE * one.decided:
        return [": ", *names(ledger, audit, one, "met")]
    if 0 < one.not_found < _NAMED:
        return [
            f"; the {plural(one.not_found, 'exception')}: ",
            *names(ledger, audit, one, "not_found"),
        ]
    return []


def names(ledger: Ledger, audit: str, one: Criterion, outcome: str) -> list[Piece]:
    """List the sites with an outcome, each linked to the page that shows it."""
    rows = ledger.rows(_NAMES, audit=audit, criterion=one.id, outcome=outcome)
    links = [Link(text=clean(row["name"]), href=web_address(row["url"] or "")) for row in rows]
    return listed_pieces([(link,) for link in links])


def surprises(ledger: Ledger, audit: str, criteria: Sequence[Criterion]) -> list[Text]:
    """Say which essentials are rare and which extras nearly all sites have."""
    fit = [
        one for one in criteria if one.says and not one.not_applicable and one.decided >= _ENOUGH
    ]
    rare = [one for one in fit if one.weight == max(WEIGHTS) and (one.share or 0) < _HALF]
    extra = [one for one in fit if one.weight == min(WEIGHTS) and (one.share or 0) >= _NEARLY_ALL]
    texts: list[Text] = []
    for name, found in (("rare", rare), ("extra", extra)):
        parts = [_surprise(ledger, audit, one, name) for one in found[:_NAMED]]
        if not parts:
            continue
        it = "it" if len(parts) == 1 else "these"
        lead = (
            f"The checklist calls {it} essential, yet fewer than half of the sites "
            if name == "rare"
            else f"The checklist counts {it} only as helpful, yet hardly a site fails to "
        )
        texts.append((lead, *listed_pieces(parts), "."))
    return texts


def _surprise(ledger: Ledger, audit: str, one: Criterion, name: str) -> Text:
    shown = f"{number(one.met)} of {number(one.decided)}"
    said = one.says if name == "rare" else infinitive(one.says)
    return (f"{said} (", count_figure(ledger, audit, one, name, shown), ")")


def criteria_table(ledger: Ledger, audit: str) -> Table:
    """List every criterion with its counts, the most widely met first."""

    def cells(row: Sequence[Any]) -> list[str]:
        ask, section, weight, *counts, share, _ = row
        return [
            ask,
            upper_first(section),
            WEIGHTS[weight],
            *map(number, counts),
            "–" if share is None else f"{number(share)}%",
        ]

    columns = ("Question", "Section", "Weight", "Met", "Not found", "Does not apply", "Not known")
    return table(
        ledger.figure("criteria", _TABLE, lambda rows: [cells(row) for row in rows], audit=audit),
        caption="Every question, and on how many sites the answer was found",
        columns=(*columns, "Share met"),
        hrefs=[
            ledger.page("criterion", row["criterion"], audit)
            for row in ledger.rows(_TABLE, audit=audit)
        ],
        words=3,
    )


def criteria_chart(criteria: Sequence[Criterion]) -> Chart | None:
    """Draw the share of sites that meet each criterion."""
    decided = [one for one in criteria if one.share is not None]
    if not decided:
        return None
    ranked = sorted(decided, key=lambda one: -(one.share or 0.0))
    rows = [
        charts.Bar(
            label=upper_first(one.says or one.ask),
            value=one.share,
            shown=f"{one.met}/{one.decided}",
        )
        for one in ranked
    ]
    most, least = ranked[0], ranked[-1]
    return charts.bars(
        "criteria",
        "Share of sites that meet each criterion",
        f"Bars for {number(len(rows))} criteria, from {number(most.share or 0)} per cent "
        f"({most.says or most.ask}) to {number(least.share or 0)} per cent "
        f"({least.says or least.ask}). The table below has every number.",
        rows,
        label_width=345,
    )
