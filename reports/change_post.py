"""The change post: what differs between two audits, and the measured cause of each difference."""

from dataclasses import dataclass, field, fields
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

from reports import change_bodies as bodies
from reports import change_cells as cells
from reports import change_findings as findings
from reports import escaping
from reports.errors import ReportError
from reports.figures import Figure, Ledger, reading
from reports.post import Post, write_files
from reports.post_context import Chart, Table, Text
from reports.post_method import SUMMARY
from reports.rendering import front_matter, plain, policy
from reports.words import british_date, count, number, plural

MARKDOWN, HTML = "change.md.j2", "change.html.j2"
_READING = (
    "An answer that could not be given on either day is a change of coverage and nothing else. "
    "Where a person corrected the machine, their answer stands; scores and ranks are the machine’s "
    "own. A body that has merged is compared with the best of those that it was."
)


@dataclass(frozen=True, kw_only=True)
class ChangeContext:
    """All that change.md.j2 and change.html.j2 can show."""

    title: str = field(metadata={"help": "The post's headline."})
    description: str = field(metadata={"help": "One plain sentence or two, for feeds."})
    front_matter: Markup = field(metadata={"help": "YAML between its two lines of dashes."})
    slug: str = field(metadata={"help": "The post's name in addresses and of its charts' files."})
    kicker: str = field(metadata={"help": "A few words above the headline."})
    then: str = field(metadata={"help": "The day judged of the earlier audit, in words."})
    then_iso: str = field(metadata={"help": "The same day for machines."})
    day: str = field(metadata={"help": "The day judged of the later audit, in words."})
    day_iso: str = field(metadata={"help": "The same day for machines."})
    standfirst: Text = field(metadata={"help": "What was compared, and how much differs."})
    headlines: tuple[Text, ...] = field(metadata={"help": "The chief changes, one line each."})
    causes_text: tuple[Text, ...] = field(metadata={"help": "How many changed for which cause."})
    causes_chart: Chart | None = field(metadata={"help": "Changed answers by cause."})
    causes: Table | None = field(metadata={"help": "The numbers of that chart, and by kind."})
    gained: tuple[Text, ...] = field(metadata={"help": "Who gained what, by question."})
    gained_table: Table | None = field(metadata={"help": "Each thing gained, with its cause."})
    lost: tuple[Text, ...] = field(metadata={"help": "Who lost what, by question."})
    lost_table: Table | None = field(metadata={"help": "Each thing lost, with its cause."})
    moves_text: tuple[Text, ...] = field(metadata={"help": "Who rose and who fell most."})
    moves: Table | None = field(metadata={"help": "Scores and ranks, then and now."})
    bodies: tuple[Text, ...] = field(metadata={"help": "New, merged and closed bodies."})
    coverage: tuple[Text, ...] = field(metadata={"help": "What can now be judged, or no longer."})
    seen_table: Table | None = field(metadata={"help": "Answers that could not be given before."})
    unseen_table: Table | None = field(metadata={"help": "Answers that can no longer be given."})
    other_table: Table | None = field(metadata={"help": "What began or ceased to apply."})
    questions: tuple[Text, ...] = field(metadata={"help": "Questions that only one audit asked."})
    method: tuple[Text, ...] = field(metadata={"help": "How causes were told apart."})
    figure_count: str = field(metadata={"help": "How many figures the post's list holds."})
    figures: tuple[Figure, ...] = field(metadata={"help": "Every figure with its query."})
    figures_json: Markup = field(metadata={"help": "The same list as JSON."})
    home: str = field(metadata={"help": "Where the site around the post begins, or nothing."})
    style: Markup = field(metadata={"help": "The page's style sheet."})
    policy: str = field(metadata={"help": "The page's Content-Security-Policy."})


def documented() -> dict[str, str]:
    """Give the help of every name that a template may use."""
    return {one.name: one.metadata["help"] for one in fields(ChangeContext)}


def write_change_post(
    db_path: Path,
    audit_id: str,
    against_id: str,
    out_dir: Path,
    *,
    site_url: str = "http://127.0.0.1:8001",
    figures_page: str = "",
    template: Path | None = None,
) -> Post:
    """Write what changed from the audit `against_id` to `audit_id`, as `write_post` does a post."""
    with reading(db_path) as connection:
        ledger = Ledger(
            connection=connection,
            site_url=site_url.rstrip("/"),
            database=db_path.stem,
            figures_page=figures_page,
        )
        context = change_context(ledger, audit_id, against_id)
    return write_files(context, out_dir, built_in=(MARKDOWN, HTML), template=template)


def change_context(ledger: Ledger, audit_id: str, against_id: str) -> ChangeContext:
    """Gather all that the change post of two audits says."""
    now, was = (_summary(ledger, name) for name in (audit_id, against_id))
    _comparable(now, was)
    pair = {"audit": audit_id, "against": against_id}
    measured = ledger.rows(cells.PAIR, **pair)[0]
    then, day = british_date(was["judged_on"]), british_date(now["judged_on"])
    name = escaping.clean(now["title"]) or escaping.clean(now["checklist"])
    between = " What" if name[-1:] in "?!." else ": what"
    title = f"{name}{between} has changed since {then}"
    slug = escaping.slug(f"{audit_id}-since-{against_id}")
    standfirst = _standfirst(ledger, pair, measured, then)
    headlines = _headlines(ledger, pair)
    description = " ".join(plain(text) for text in (standfirst, *headlines[:2]))
    style = files("reports").joinpath("templates/post.css").read_text(encoding="utf-8")
    tables = {
        kind: findings.change_table(ledger, pair, kind)
        for kind in ("gained", "lost", "seen", "unseen", "other")
    }
    return ChangeContext(
        title=title,
        description=description,
        front_matter=front_matter(
            title=title,
            description=description,
            slug=slug,
            day=now["judged_on"],
            tag=now["title"],
        ),
        slug=slug,
        kicker=f"What changed · {then} to {day}",
        then=then,
        then_iso=was["judged_on"],
        day=day,
        day_iso=now["judged_on"],
        standfirst=standfirst,
        headlines=headlines,
        causes_text=tuple(findings.causes_text(ledger, pair)),
        causes_chart=findings.causes_chart(ledger, pair),
        causes=findings.causes_table(ledger, pair),
        gained=tuple(findings.by_question(ledger, pair, "gained")),
        gained_table=tables["gained"],
        lost=tuple(findings.by_question(ledger, pair, "lost")),
        lost_table=tables["lost"],
        moves_text=tuple(bodies.moves_text(ledger, pair)),
        moves=bodies.moves_table(ledger, pair),
        bodies=tuple(bodies.bodies_text(ledger, pair)),
        coverage=tuple(findings.coverage_text(ledger, pair)),
        seen_table=tables["seen"],
        unseen_table=tables["unseen"],
        other_table=tables["other"],
        questions=tuple(bodies.questions_text(ledger, pair)),
        method=tuple(_method(ledger, pair, measured, then)),
        # Last, because all that comes before adds its figures to the ledger.
        figure_count=f"{number(len(ledger.figures))} {plural(len(ledger.figures), 'figure')}",
        figures=tuple(ledger.figures.values()),
        figures_json=Markup(escaping.embedded_json(ledger.as_json())),  # noqa: S704 - escaped
        home="../index.html" if ledger.figures_page else "",
        style=Markup(style),  # noqa: S704 - our own file
        policy=policy(style),
    )


def _summary(ledger: Ledger, audit: str) -> dict[str, Any]:
    found = ledger.rows(SUMMARY, audit=audit)
    if not found:
        raise ReportError(
            f"there is no audit {audit!r} in {ledger.database}.db; see `doorstep crawls`"
        )
    return found[0]


def _comparable(now: dict[str, Any], was: dict[str, Any]) -> None:
    audit, against = now["audit"], was["audit"]
    if audit == against:
        raise ReportError(f"{audit}: nothing changes against itself; name an earlier audit")
    if now["checklist"] != was["checklist"]:
        raise ReportError(
            f"{audit} asks {now['checklist']} and {against} asks {was['checklist']}; "
            "only audits by the same checklist can be compared"
        )
    if was["judged_on"] > now["judged_on"]:
        raise ReportError(
            f"{against} is the later of the two; try `doorstep report {against} --against {audit}`"
        )


def _standfirst(ledger: Ledger, pair: dict[str, str], measured: dict[str, Any], then: str) -> Text:
    compared = ledger.figure(
        "compared", cells.COMPARED, lambda n: f"{number(n)} {plural(n, 'answer')}", **pair
    )
    changed = ledger.figure("differ", cells.CHANGED, _few, **pair)
    n = ledger.rows(cells.CHANGED, **pair)[0]["count(*)"]
    again = count(measured["bodies_now"], "body")
    return (
        f"We put the same questions again to {again} that we first put on {then}. Of ",
        compared,
        " that can be set side by side, ",
        changed,
        f" {plural(n, 'is')} not as before.",
    )


def _few(n: int) -> str:
    return "none" if n == 0 else number(n)


def _headlines(ledger: Ledger, pair: dict[str, str]) -> tuple[Text, ...]:
    lines = [findings.headline(ledger, pair, kind) for kind in ("gained", "lost")]
    moves = bodies.moves_text(ledger, pair)
    gone = bodies.bodies_text(ledger, pair)
    return (*lines, *moves[:1], *gone[:1])


def _method(
    ledger: Ledger, pair: dict[str, str], measured: dict[str, Any], then: str
) -> list[Text]:
    rules: list[str] = []
    if measured["new_checklist"]:
        rules.append("the checklist")
    if measured["new_tool"]:
        rules.append("Doorstep itself")
    also = f"Since {then} {' and '.join(rules)} changed as well as the sites"
    if measured["same_crawl"]:
        lead = "Both audits judge the same crawl, so no site can have changed."
    elif not rules:
        lead = (
            "Both audits used the same checklist and the same version of Doorstep, so what "
            "differs was changed by the sites or by what could be looked at."
        )
    elif measured["middle"]:
        lead = (
            f"{also}. To tell these apart the old crawl was judged again by the new rules. What "
            "differs between the two crawls by the same rules, the site changed; what differs on "
            f"the same crawl, the rules changed. That audit is kept as {measured['middle']}."
        )
    else:
        lead = (
            f"{also}, and the old crawl was not judged again by the new rules. So the cause of a "
            "change could not be measured, and we do not guess it."
        )
    texts: list[Text] = [(lead,)]
    hidden = ledger.rows(cells.HIDDEN, **pair)[0]["count(*)"]
    if hidden:
        figure = ledger.figure("hidden", cells.HIDDEN, lambda n: count(n, "answer"), **pair)
        texts.append(
            (
                "On ",
                figure,
                " the site and the rules changed in opposite directions, so nothing shows above.",
            )
        )
    texts.append((_READING,))
    names = f"The audits compared are {pair['against']} and {pair['audit']}."
    return [*texts, (names,)]
