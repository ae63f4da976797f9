"""The comparison post: one audit as Markdown and as one self-contained page of HTML."""

from dataclasses import dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from reports import escaping
from reports import post_clicks as clicks
from reports import post_findings as findings
from reports import post_method as method
from reports import post_places as places
from reports import post_proof as proof
from reports import post_regions as regions
from reports.errors import ReportError
from reports.figures import Ledger, reading, verify_post
from reports.post_context import Chart, PostContext
from reports.privacy import read_omitted
from reports.rendering import front_matter, plain, policy, render
from reports.words import british_date, number, plural

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["Post", "post_context", "verify_post", "write_files", "write_post"]

_MARKDOWN, _HTML = "post.md.j2", "post.html.j2"


@dataclass(frozen=True, kw_only=True)
class Post:
    """Where a post was written; its charts lie beside the Markdown as `<slug>-<chart>.svg`."""

    markdown: Path
    html: Path
    title: str
    description: str


def write_post(
    db_path: Path,
    audit_id: str,
    out_dir: Path,
    *,
    site_url: str = "http://127.0.0.1:8001",
    figures_page: str = "",
    template: Path | None = None,
) -> Post:
    """Write the post of one audit; the same database gives the same bytes.

    `site_url` is where Datasette serves the database, for the links of the figures; on a site
    without a server `figures_page` is the file beside the post that lists them. `template`
    replaces the built-in one of its kind: Markdown if named *.md or *.md.j2, otherwise HTML.
    """
    with reading(db_path) as connection:
        ledger = Ledger(
            connection=connection,
            site_url=site_url.rstrip("/"),
            database=db_path.stem,
            figures_page=figures_page,
            hide=read_omitted(db_path.parent).hide,
        )
        context = post_context(ledger, audit_id)
    return write_files(context, out_dir, built_in=(_MARKDOWN, _HTML), template=template)


def write_files(
    context: "DataclassInstance",
    out_dir: Path,
    *,
    built_in: tuple[str, str],
    template: Path | None = None,
) -> Post:
    """Write a post's Markdown, its HTML and its charts; `built_in` names the two templates."""
    is_markdown = template is not None and template.name.removesuffix(".j2").endswith(".md")
    markdown = render(context, template if is_markdown else None, built_in[0])
    html = render(context, None if is_markdown else template, built_in[1])
    values = {one.name: getattr(context, one.name) for one in fields(context)}
    out_dir.mkdir(parents=True, exist_ok=True)
    slug = values["slug"]
    for chart in values.values():
        if isinstance(chart, Chart):
            path = out_dir / f"{slug}-{chart.id}.svg"
            path.write_text(chart.wide + "\n", encoding="utf-8")
    post = Post(
        markdown=out_dir / f"{slug}.md",
        html=out_dir / f"{slug}.html",
        title=values["title"],
        description=values["description"],
    )
    post.markdown.write_text(markdown, encoding="utf-8")
    post.html.write_text(html, encoding="utf-8")
    return post


def post_context(ledger: Ledger, audit_id: str) -> PostContext:
    """Gather all that the post of an audit says."""
    found = ledger.rows(method.SUMMARY, audit=audit_id)
    if not found:
        raise ReportError(
            f"there is no audit {audit_id!r} in {ledger.database}.db; see `doorstep crawls`"
        )
    summary = found[0]
    criteria = findings.criteria_of(ledger, audit_id)
    unread = summary["unknown_bodies"]
    judged = summary["bodies"] - unread
    title = _title(summary)
    slug = escaping.slug(audit_id)
    standfirst = method.standfirst(ledger, summary, judged)
    by_region = regions.comparable(ledger, audit_id)
    headlines = findings.headlines(ledger, audit_id, criteria, judged)
    if by_region:
        headlines += regions.capital_headline(ledger, audit_id)
    description = " ".join(plain(text) for text in (standfirst, *headlines[:2]))
    style = files("reports").joinpath("templates/post.css").read_text(encoding="utf-8")
    return PostContext(
        title=title,
        description=description,
        front_matter=front_matter(
            title=title,
            description=description,
            slug=slug,
            day=summary["judged_on"],
            tag=summary["title"],
        ),
        slug=slug,
        kicker=f"Survey of public websites · {british_date(summary['judged_on'])}",
        day=british_date(summary["judged_on"]),
        day_iso=summary["judged_on"],
        home="../index.html" if ledger.figures_page else "",
        style=Markup(style),  # noqa: S704 - our own file
        policy=policy(style),
        standfirst=standfirst,
        headlines=tuple(headlines),
        score_text=tuple(places.score_text(ledger, audit_id)),
        score_chart=places.score_chart(ledger, audit_id),
        league=places.league_table(ledger, audit_id),
        groups=tuple(findings.groups(ledger, audit_id, criteria, judged)),
        surprises=tuple(findings.surprises(ledger, audit_id, criteria)),
        undecided=tuple(one.ask for one in criteria if not one.decided),
        criteria_chart=findings.criteria_chart(criteria),
        criteria=findings.criteria_table(ledger, audit_id),
        section_text=tuple(places.section_text(ledger, audit_id)),
        section_chart=None if by_region else places.section_chart(ledger, audit_id),
        sections=places.section_table(ledger, audit_id),
        region_text=tuple(regions.region_text(ledger, audit_id) if by_region else ()),
        region_chart=regions.region_chart(ledger, audit_id) if by_region else None,
        region_cells=regions.region_cells(ledger, audit_id) if by_region else None,
        regions=regions.region_table(ledger, audit_id) if by_region else None,
        examples=tuple(proof.examples(ledger, audit_id, criteria)),
        click_text=tuple(clicks.click_text(ledger, audit_id)),
        click_chart=clicks.click_chart(ledger, audit_id),
        clicks=clicks.click_table(ledger, audit_id),
        hardest=tuple(proof.hardest(ledger, audit_id)),
        unseen=tuple(proof.unseen(ledger, audit_id, unread)),
        unseen_bodies=tuple(proof.unseen_bodies(ledger, audit_id)),
        unseen_table=proof.unseen_table(ledger, audit_id),
        method=tuple(method.method(ledger, summary)),
        accuracy=method.accuracy(ledger, audit_id),
        # Last, because all that comes before adds its figures to the ledger.
        figure_count=f"{number(len(ledger.figures))} {plural(len(ledger.figures), 'figure')}",
        figures=tuple(ledger.figures.values()),
        figures_json=Markup(escaping.embedded_json(ledger.as_json())),  # noqa: S704 - escaped
    )


def _title(summary: dict[str, Any]) -> str:
    name = escaping.clean(summary["title"]) or escaping.clean(summary["checklist"])
    sites = f"{number(summary['bodies'])} {plural(summary['bodies'], 'website')}"
    between = "" if name[-1:] in "?!." else ":"
    return f"{name}{between} {sites} {'compared' if summary['bodies'] > 1 else 'examined'}"
