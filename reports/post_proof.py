"""The best examples with their proof, the hardest sites, and what could not be looked at."""

import re
import textwrap
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from reports.escaping import clean, part, web_address
from reports.figures import Ledger
from reports.post_context import Example, Piece, Strong, Table, Text, listed_pieces, table
from reports.post_findings import Criterion, count_figure
from reports.words import british_date, count, infinitive, number, plural, small, upper_first

_BEST = """
    select name, body from best_examples
    where audit = :audit and criterion = :criterion order by place
"""
_AWAY = "select clicks from proofs where audit = :audit and evidence = :evidence"
_PROOF = """
    select evidence, page, quote, url, captured, clicks from proofs
    where audit = :audit and criterion = :criterion and body = :body
    order by length(quote) between 30 and 300 desc, clicks is null, clicks, evidence limit 1
"""
_HARDEST = """
    select h.body, h.name, h.not_found, l.met + l.not_found as decided, h.empty_sections,
        h.mean_clicks
    from hardest as h join league_table as l on l.audit = h.audit and l.body = h.body
    where h.audit = :audit
    order by 1.0 * h.not_found / (l.met + l.not_found) desc, h.empty_sections desc,
        h.mean_clicks desc, h.name, h.body
"""
_MISSED = """
    select not_found, met + not_found from league_table where audit = :audit and body = :body
"""
_EMPTY = "select empty_sections from hardest where audit = :audit and body = :body"
_CLICKS = "select mean_clicks from hardest where audit = :audit and body = :body"
_UNSEEN = """
    select body, name, meaning, pages from not_looked_at
    where audit = :audit and whole_body = 1
    order by name, body, pages desc, meaning
"""
_PARTLY = """
    select name from league_table
    where audit = :audit and score is null and decided > 0 order by name, body
"""
_OPEN = """
    select count(*), count(distinct f.body) from findings as f
    join league_table as l on l.audit = f.audit and l.body = f.body
    where f.audit = :audit and f.outcome = 'unknown' and l.decided > 0
"""
_REASONS = """
    select meaning, sum(pages), count(distinct body) from not_looked_at
    where audit = :audit and pages > 0
    group by reason order by sum(pages) desc, reason
"""
_EXAMPLES, _HARD, _QUOTE, _REASONS_EACH = 8, 3, 220, 2
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/-])(?:\+44|\(?0)[\d ()-]{8,15}\d(?![\w/-])")


def examples(ledger: Ledger, audit: str, criteria: Sequence[Criterion]) -> list[Example]:
    """Choose one example a section: what matters most and fewest have, each body once if it can."""
    chosen: dict[str, Criterion] = {}
    for one in sorted(criteria, key=lambda c: (-c.weight, c.share or 0.0)):
        if one.met and one.says:
            chosen.setdefault(one.section, one)
    by_weight = sorted(chosen.values(), key=lambda c: (-c.weight, c.share or 0.0))[:_EXAMPLES]
    order = [one.id for one in criteria]
    made: list[Example] = []
    for one in sorted(by_weight, key=lambda c: order.index(c.id)):
        rows = ledger.rows(_BEST, audit=audit, criterion=one.id)
        used = {example.name for example in made}
        best = next((row for row in rows if clean(row["name"]) not in used), rows[0])
        made.append(_example(ledger, audit, one, best))
    return made


def _example(ledger: Ledger, audit: str, one: Criterion, best: dict[str, Any]) -> Example:
    proof = ledger.rows(_PROOF, audit=audit, criterion=one.id, body=best["body"])[0]
    of = number(one.decided)
    among, shown, were = "Among the ", f"{number(one.met)} of {of}", ""
    if one.met == one.decided:
        among, shown = "", "The site" if one.met == 1 else f"All {small(one.met)}"
        were = f"{plural(one.met, 'was')} "
    elif one.met == 1:
        among, shown = "The only one of ", small(one.decided)
    figure = count_figure(ledger, audit, one, "example", shown)
    return Example(
        name=clean(best["name"]),
        praise=(
            among,
            figure,
            f" {were}found to {infinitive(one.says)}.",
            *_away(ledger, audit, one, proof),
        ),
        quote=without_contacts(ledger.hide(proof["quote"])),
        live=web_address(proof["url"]),
        capture=_capture(ledger, proof, best["body"], one.id),
        seen=british_date(proof["captured"]),
    )


def _capture(ledger: Ledger, proof: dict[str, Any], body: str, criterion: str) -> str:
    """Give the address of the capture with the proof marked, or of the verdict with the proof."""
    if ledger.figures_page:
        return f"{ledger.page('body', body, '')}#{part(criterion)}"
    if not proof["page"]:
        return f"{ledger.site_url}/evidence/{proof['evidence']}"
    return f"{ledger.site_url}/capture/{quote(proof['page'], safe='')}?evidence={proof['evidence']}"


def _away(ledger: Ledger, audit: str, one: Criterion, proof: dict[str, Any]) -> Text:
    if not proof["clicks"]:
        return () if proof["clicks"] is None else (" It is on the home page.",)
    clicks = ledger.figure(
        f"away-{one.id}",
        _AWAY,
        lambda n: count(n, "click"),
        audit=audit,
        evidence=str(proof["evidence"]),
    )
    return (" It is ", clicks, " from the home page.")


def without_contacts(text: str) -> str:
    """Shorten a quote without its e-mail addresses and numbers, which the page itself has."""
    text = _PHONE.sub("[number]", _EMAIL.sub("[e-mail address]", clean(text)))
    bare = re.sub(r"\[(?:e-mail address|number)\]", "", text)
    return textwrap.shorten(text, _QUOTE, placeholder=" …") if re.search(r"\w", bare) else ""


def hardest(ledger: Ledger, audit: str) -> list[Text]:
    """Name up to three sites on which least was found, of those that have a score."""
    rows = ledger.rows(_HARDEST, audit=audit)
    shares = [row["not_found"] / row["decided"] for row in rows]
    worse = [row for row, share in zip(rows, shares, strict=True) if share > min(shares)]
    return [_hard(ledger, audit, row) for row in worse[: min(_HARD, len(rows) // 2)]]


def _hard(ledger: Ledger, audit: str, row: dict[str, Any]) -> Text:
    key = {"audit": audit, "body": row["body"]}
    missed = ledger.figure(
        f"missed-{row['body']}",
        _MISSED,
        lambda rows: f"{number(rows[0][0])} of the {number(rows[0][1])}",
        **key,
    )
    text: list[Piece] = [Strong(text=clean(row["name"])), ": ", missed]
    text.append(f" things we could judge {plural(row['not_found'], 'was')} not found")
    if row["empty_sections"]:
        empty = ledger.figure(f"empty-{row['body']}", _EMPTY, small, **key)
        text += ["; ", empty, f" {plural(row['empty_sections'], 'section')} "]
        text.append(f"{plural(row['empty_sections'], 'has')} nothing at all")
    if row["mean_clicks"] is not None:
        clicks = ledger.figure(f"clicks-{row['body']}", _CLICKS, lambda n: number(n, 1), **key)
        away = f" {plural(round(row['mean_clicks'], 1), 'click')} from the home page on average"
        text += ["; what there is lies ", clicks, away]
    return (*text, ".")


def unseen_bodies(ledger: Ledger, audit: str) -> list[Text]:
    """List each body of which nothing could be judged, with the reason in plain words."""
    bodies: dict[str, list[dict[str, Any]]] = {}
    for row in ledger.rows(_UNSEEN, audit=audit):
        bodies.setdefault(row["body"], []).append(row)
    texts: list[Text] = []
    for rows in bodies.values():
        reasons = [clean(row["meaning"]).rstrip(".") for row in rows[:_REASONS_EACH]]
        texts.append((Strong(text=clean(rows[0]["name"])), ": ", "; ".join(reasons), "."))
    return texts


def unseen(ledger: Ledger, audit: str, whole: int) -> list[Text]:
    """Say how much could not be judged; `whole` counts the bodies with nothing judged at all."""
    texts: list[Text] = []
    if whole:
        theirs = "its site offers" if whole == 1 else "their sites offer"
        unread = ledger.total("unread-bodies", audit, "unknown_bodies", lambda n: count(n, "body"))
        lead = f" nothing could be judged. That says nothing about what {theirs}, "
        end = "and it counts against nobody: no score, no rank, no failure."
        texts.append(("Of ", unread, lead + end))
    partly = [(Strong(text=clean(row["name"])),) for row in ledger.rows(_PARTLY, audit=audit)]
    if partly:
        texts.append(("Too little could be seen to give a score to ", *listed_pieces(partly), "."))
    answers, sites = ledger.rows(_OPEN, audit=audit)[0].values()
    if answers:
        shown = f"{number(answers)} {plural(answers, 'answer')} on {count(sites, 'site')}"
        left = ledger.figure("open", _OPEN, lambda _: shown, audit=audit)
        also = "Elsewhere, " if whole or partly else ""
        end = f" {plural(answers, 'is')} unknown because the pages needed could not be read."
        texts.append((also, left, end))
    if not texts:
        texts.append(("Nothing: every question could be answered on every site.",))
    return texts


def unseen_table(ledger: Ledger, audit: str) -> Table | None:
    """Count the addresses left unread, by reason."""
    if not ledger.rows(_REASONS, audit=audit):
        return None

    def cells(row: Sequence[Any]) -> list[str]:
        meaning, pages, bodies = row
        return [upper_first(meaning), number(pages), number(bodies)]

    return table(
        ledger.figure("unread", _REASONS, lambda rows: list(map(cells, rows)), audit=audit),
        caption="Addresses that were met but not read",
        columns=("Why", "Addresses", "Sites"),
    )
