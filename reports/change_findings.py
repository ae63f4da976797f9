"""What changed between two audits, in sentences and tables whose numbers have queries."""

from collections.abc import Sequence
from typing import Any

from reports import change_cells as cells
from reports import charts
from reports.escaping import clean
from reports.figures import Ledger
from reports.post_context import Chart, Link, Piece, Strong, Table, Text, listed_pieces, table
from reports.words import (
    count,
    infinitive,
    number,
    plural,
    predicate,
    small,
    upper_first,
)

Pair = dict[str, str]
"""The two audits: `audit`, the later, and `against`, the earlier."""

_KINDS = {"gained": "were newly found", "lost": "were no longer found"}
_CAPTIONS = {
    "gained": "Everything gained",
    "lost": "Everything lost",
    "seen": "What can now be judged",
    "unseen": "What can no longer be judged",
    "other": "What has begun or ceased to apply",
}
_NAMED, _QUESTIONS = 5, 12


def causes_text(ledger: Ledger, pair: Pair) -> list[Text]:
    """Say how many answers changed for which cause."""
    rows = ledger.rows(cells.BY_CAUSE, **pair)
    if not rows:
        return [("No answer changed, so there is no cause to look for.",)]
    total = sum(row["count(*)"] for row in rows)
    changed = ledger.figure(
        "changed", cells.CHANGED, lambda n: upper_first(count(n, "answer")), **pair
    )
    parts: list[Text] = []
    for row in rows:
        figure = ledger.figure(
            f"cause-{row['cause']}", cells.OF_CAUSE, small, **pair, cause=row["cause"]
        )
        why = cells.CAUSES[row["cause"]]
        because = "for a cause" if row["cause"] == "unmeasured" else "because"
        parts.append((figure, f" {because} {why}"))
    were = "is not as it was" if total == 1 else "are not as they were"
    return [(changed, f" {were}: ", *listed_pieces(parts), ".")]


def causes_table(ledger: Ledger, pair: Pair) -> Table | None:
    """Count the changes by cause and kind."""
    if not ledger.rows(cells.BY_CAUSE, **pair):
        return None

    def row(one: Sequence[Any]) -> list[str]:
        return [upper_first(cells.CAUSES[one[0]]), *(number(n) for n in one[1:])]

    return table(
        ledger.figure("causes", cells.BY_CAUSE, lambda rows: list(map(row, rows)), **pair),
        caption="Changed answers by cause",
        columns=("Cause", "Answers", "Gained", "Lost", "Coverage", "Other"),
    )


def causes_chart(ledger: Ledger, pair: Pair) -> Chart | None:
    """Draw how many answers changed for which cause."""
    rows = ledger.rows(cells.BY_CAUSE, **pair)
    if not rows:
        return None
    bars = [
        charts.Bar(
            label=upper_first(cells.CAUSES[row["cause"]]).partition(",")[0],
            value=row["count(*)"],
            shown=number(row["count(*)"]),
        )
        for row in rows
    ]
    said = "; ".join(f"{bar.label.lower()}, {bar.shown}" for bar in bars)
    return charts.bars(
        "causes",
        "Why answers changed",
        f"Bar chart of changed answers by cause: {said}.",
        bars,
        label_width=320,
        top=max(row["count(*)"] for row in rows),
    )


def headline(ledger: Ledger, pair: Pair, kind: str) -> Text:
    """Say how much was gained or lost, and how much of it was the sites' own doing."""
    total, bodies = _counts(ledger, pair, kind)
    word = {"gained": "gained", "lost": "lost"}[kind]
    if not total:
        return (Strong(text=f"Nothing was {word}."),)
    figure = ledger.figure(
        f"{kind}-all", cells.OF_KIND, lambda n: upper_first(count(n, "thing")), **pair, kind=kind
    )
    sites = ledger.figure(
        f"{kind}-bodies", cells.ON_BODIES, lambda n: count(n, "site"), **pair, kind=kind
    )
    text: list[Piece] = [
        Strong(text=figure),
        f" {plural(total, 'was')} {word} on ",
        sites,
        "; ",
    ]
    own = ledger.rows(cells.OF_BOTH, **pair, kind=kind, cause="site")[0]["count(*)"]
    if own == total:
        theirs = "the site’s" if bodies == 1 else "the sites’"
        return (*text[:-1], f", all of it {theirs} own doing.")
    doing = ledger.figure(
        f"{kind}-by-site",
        cells.OF_BOTH,
        lambda n: small(n) if n else "none",
        **pair,
        kind=kind,
        cause="site",
    )
    return (*text, doing, f" of them {plural(max(own, 1), 'is')} the sites’ own doing.")


def _counts(ledger: Ledger, pair: Pair, kind: str) -> tuple[int, int]:
    total = ledger.rows(cells.OF_KIND, **pair, kind=kind)[0]["count(*)"]
    bodies = ledger.rows(cells.ON_BODIES, **pair, kind=kind)[0]["count(distinct body)"]
    return total, bodies


def by_question(ledger: Ledger, pair: Pair, kind: str) -> list[Text]:
    """Name who gained or lost what, question by question, most sites first."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in ledger.rows(cells.LISTED, **pair, kind=kind):
        groups.setdefault(row["criterion"], []).append(row)
    ordered = sorted(groups.values(), key=lambda rows: -len(rows))
    texts = [_question(ledger, pair, kind, rows) for rows in ordered[:_QUESTIONS]]
    if left := max(len(ordered) - _QUESTIONS, 0):
        texts.append((f"And {small(left)} more {plural(left, 'question')}, in the table below.",))
    return texts


def _question(ledger: Ledger, pair: Pair, kind: str, rows: Sequence[dict[str, Any]]) -> Text:
    first, n = rows[0], len(rows)
    figure = ledger.figure(
        f"{kind}-{first['criterion']}",
        cells.OF_CRITERION,
        lambda found: upper_first(count(found, "site")),
        **pair,
        kind=kind,
        criterion=first["criterion"],
    )
    ask = clean(first["ask"])
    says = clean(predicate(ask, first["says"]))
    newly = _KINDS[kind].replace("were", plural(n, "was"))
    lead: list[Piece] = [figure, f" {newly} to {infinitive(says)}: "]
    if not says:
        answer = "now yes" if kind == "gained" else "yes no longer"
        lead = [f"“{ask}” is {answer} for ", figure, ": "]
    return (*lead, *_who(ledger, pair, rows), ".")


def _who(ledger: Ledger, pair: Pair, rows: Sequence[dict[str, Any]]) -> list[Piece]:
    causes = {row["cause"] for row in rows}
    parts: list[Text] = []
    for row in rows[:_NAMED]:
        href = ledger.page("body", row["body"], pair["audit"])
        link = Link(text=clean(row["name"]), href=href)
        alike = len(causes) == 1 or row["cause"] == "site"
        parts.append((link,) if alike else (link, f" ({cells.CAUSES[row['cause']]})"))
    if left := max(len(rows) - _NAMED, 0):
        parts.append((f"{small(left)} more",))
    who = listed_pieces(parts)
    only = next(iter(causes))
    if len(causes) > 1 or only == "site":
        return who
    if only == "unmeasured":
        return [*who, "; the cause was not measured"]
    return [*who, f", because {cells.CAUSES[only]}"]


def change_table(ledger: Ledger, pair: Pair, kind: str) -> Table | None:
    """List each change of a kind with its cause; nothing where there is none."""
    rows = ledger.rows(cells.LISTED, **pair, kind=kind)
    if not rows:
        return None

    def row(one: Sequence[Any]) -> list[str]:
        name, ask, before, after, cause, *_ = one
        words = [upper_first(cells.OUTCOMES[outcome]) for outcome in (before, after)]
        return [name, ask, *words, upper_first(cells.CAUSES[cause])]

    return table(
        ledger.figure(
            f"table-{kind}", cells.LISTED, lambda found: list(map(row, found)), **pair, kind=kind
        ),
        caption=_CAPTIONS[kind],
        columns=("Body", "Question", "Then", "Now", "Why"),
        words=5,
        hrefs=[ledger.page("body", one["body"], pair["audit"]) for one in rows],
    )


def coverage_text(ledger: Ledger, pair: Pair) -> list[Text]:
    """Say what can now be judged that could not, and the reverse."""
    texts: list[Text] = []
    for kind, sight in (("seen", "can now be judged that could not be"), ("unseen", "")):
        total, _ = _counts(ledger, pair, kind)
        if not total:
            continue
        figure = ledger.figure(
            f"{kind}-all",
            cells.OF_KIND,
            lambda n: upper_first(count(n, "answer")),
            **pair,
            kind=kind,
        )
        sites = ledger.figure(
            f"{kind}-bodies", cells.ON_BODIES, lambda n: count(n, "site"), **pair, kind=kind
        )
        texts.append((figure, f" {sight or 'can no longer be given'}, on ", sites, "."))
    if texts:
        end = (
            "Such an answer is neither gained nor lost: the site may have been as it is now all "
            "along, and we could not see it."
        )
        texts.append((end,))
    return texts
