"""Which bodies moved, came and went between two audits, in sentences and tables."""

from collections.abc import Sequence
from typing import Any

from reports import change_cells as cells
from reports.change_findings import Pair
from reports.escaping import clean
from reports.figures import Ledger
from reports.post_context import Link, Piece, Strong, Table, Text, listed_pieces, table
from reports.words import count, number, ordinal, plural, small, upper_first

_NAMED, _LISTED = 3, 20
_MINUS = "−"


def moves_text(ledger: Ledger, pair: Pair) -> list[Text]:
    """Name who rose and who fell most, by points of score."""
    rows = [row for row in ledger.rows(cells.MOVES, **pair) if row["points"]]
    if not rows:
        return [("No score changed between the two.",)]
    texts: list[Text] = []
    for verb, found in (
        ("rose", [row for row in rows if row["points"] > 0][:_NAMED]),
        ("fell", [row for row in reversed(rows) if row["points"] < 0][:_NAMED]),
    ):
        if found:
            parts = [_move(ledger, pair, row) for row in found]
            texts.append((f"{upper_first(verb)} most: ", *listed_pieces(parts), "."))
    return texts


def _move(ledger: Ledger, pair: Pair, row: dict[str, Any]) -> Text:
    key = {**pair, "body": row["body"]}
    points = ledger.figure(
        f"points-{row['body']}",
        cells.MOVE,
        lambda found: f"{number(abs(found[0][0]), 1)} {plural(abs(found[0][0]), 'point')}",
        **key,
    )
    text: list[Piece] = [
        Link(text=clean(row["name"]), href=ledger.page("body", row["body"], pair["audit"])),
        " by ",
        points,
    ]
    if row["rank_then"] != row["rank_now"] and row["rank_then"] and row["rank_now"]:
        places = ledger.figure(
            f"rank-{row['body']}",
            cells.MOVE,
            lambda found: f"from {ordinal(found[0][1])} to {ordinal(found[0][2])}",
            **key,
        )
        text += [" (", places, ")"]
    return tuple(text)


def moves_table(ledger: Ledger, pair: Pair) -> Table | None:
    """List every body whose score or rank changed, and how much of it the rules account for."""
    rows = ledger.rows(cells.MOVES, **pair)
    if not rows:
        return None
    measured = any(row["by_rules"] is not None for row in rows)
    ruled = any(row["by_rules"] for row in rows)

    def cells_of(one: Sequence[Any]) -> list[str]:
        name, rank_then, rank_now, then, now, points, by_rules, by_visit, _ = one
        shown = [
            name,
            *(_plain(rank, 0) for rank in (rank_then, rank_now)),
            *(_plain(score, 1) for score in (then, now)),
            signed(points),
        ]
        return [*shown, signed(by_visit), signed(by_rules)] if measured and ruled else shown

    columns = ["Body", "Rank then", "Rank now", "Score then", "Score now", "Points"]
    if measured and ruled:
        columns += ["by what was seen", "by the rules"]
    return table(
        ledger.figure("moves", cells.MOVES, lambda found: list(map(cells_of, found)), **pair),
        caption="Scores and ranks, then and now",
        columns=columns,
        hrefs=[ledger.page("body", row["body"], pair["audit"]) for row in rows],
    )


def _plain(value: float | None, places: int) -> str:
    return "–" if value is None else f"{value:.{places}f}"


def signed(points: float | None) -> str:
    """Write a difference with its sign: "+3.5", "−1.0", "0.0"."""
    if points is None:
        return "–"
    sign = "+" if points > 0 else _MINUS if points < 0 else ""
    return f"{sign}{abs(points):.1f}"


def bodies_text(ledger: Ledger, pair: Pair) -> list[Text]:
    """Name the bodies that are new, merged or gone."""
    texts: list[Text] = []
    if new := ledger.rows(cells.NEW, **pair):
        parts: list[Text] = [
            (Link(text=clean(row["name"]), href=ledger.page("body", row["id"], pair["audit"])),)
            for row in new
        ]
        figure = _listed(ledger, pair, "new", cells.NEW)
        texts.append((figure, f" {plural(len(new), 'is')} new: ", *_some(parts), "."))
    if merged := ledger.connection.execute(cells.MERGED, pair).fetchall():
        heirs: dict[tuple[str, str], list[str]] = {}
        for was, heir, heir_id in merged:
            heirs.setdefault((heir, heir_id), []).append(clean(was))
        figure = _listed(ledger, pair, "merged", cells.MERGED)
        lead = f" {plural(len(merged), 'has')} closed and {plural(len(merged), 'is')} carried on"
        texts.append(
            (
                figure,
                f"{lead} by another: the line is followed through the successor.",
            )
        )
        for (heir, heir_id), were in heirs.items():
            link = Link(text=clean(heir), href=ledger.page("body", heir_id, pair["audit"]))
            parts = [(Strong(text=name),) for name in were]
            texts.append((link, " carries on ", *_some(parts), "."))
    for carried in (True, False):
        gone = [row for row in ledger.rows(cells.GONE, **pair) if bool(row["heir"]) == carried]
        for row in gone[:_LISTED]:
            end = (
                (" has closed; its work is now with ", Strong(text=clean(row["heir"])), ".")
                if carried
                else _missing(row)
            )
            texts.append((Strong(text=clean(row["name"])), *end))
        if left := max(len(gone) - _LISTED, 0):
            texts.append((f"And {small(left)} more.",))
    return texts


def _missing(row: dict[str, Any]) -> Text:
    if row["successor"]:
        return (" has closed, and the body that carries it on was not asked.",)
    return (" was asked then but not now; the register does not say what became of it.",)


def _listed(ledger: Ledger, pair: Pair, name: str, sql: str) -> Any:
    return ledger.figure(name, sql, lambda rows: upper_first(count(_rows(rows), "body")), **pair)


def _rows(value: Any) -> int:
    return len(value) if isinstance(value, list) else 1


def _some(parts: Sequence[Text]) -> list[Piece]:
    if len(parts) <= _LISTED:
        return listed_pieces(parts)
    return listed_pieces([*parts[:_LISTED], (f"{small(len(parts) - _LISTED)} more",)])


def questions_text(ledger: Ledger, pair: Pair) -> list[Text]:
    """Name the questions that only one of the two audits asked."""
    texts: list[Text] = []
    for state, lead in (("new", "New in the checklist"), ("dropped", "No longer asked")):
        asks = [
            clean(row["ask"])
            for row in ledger.rows(cells.QUESTIONS, **pair)
            if row["state"] == state
        ]
        if asks:
            quoted = [(f"“{ask}”",) for ask in asks]
            texts.append((f"{lead}: ", *_some(quoted), "."))
    return texts
