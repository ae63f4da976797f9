"""The pages of a published site, from its index to its page about privacy."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from audit.score import LEAST_DECIDED, WEIGHTS
from reports import escaping, post_places
from reports.figures import Ledger
from reports.package import Sheet
from reports.rendering import policy
from reports.site_read import (
    Row,
    Survey,
    address,
    body_of,
    criterion_of,
    history_of,
    region_of,
    rows,
)
from reports.words import british_date, count, number, plural, upper_first

OUTCOMES = {
    "met": "Yes",
    "not_found": "Not found",
    "unknown": "Could not tell",
    "not_applicable": "Does not apply",
}


@dataclass(frozen=True, kw_only=True)
class Article:
    """A post that was written into the site: its file beside the others, and its words."""

    audit: str
    slug: str
    title: str
    description: str
    day: str
    figures: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Site:
    """All that the pages are made from."""

    conn: sqlite3.Connection
    surveys: Sequence[Survey]
    articles: Sequence[Article]
    sheets: Sequence[Sheet]
    base_url: str
    contact: str
    bytes: int
    personal: bool


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: its path from the root, its HTML, and what a preview of it says."""

    path: str
    html: str
    title: str
    preview: tuple[str, str] | None = None
    """The lines of its preview image: a title and a figure; none takes the site's own."""


def pages(site: Site) -> Iterator[Page]:
    """Make every page of a site, in a fixed order."""
    show = _Renderer(site)
    newest = site.surveys[0]
    drawn = {survey.audit: _chart(site, survey) for survey in site.surveys}
    bodies = _bodies(site)
    lead = {"survey": newest, "others": site.surveys[1:], "chart": drawn[newest.audit]}
    title = "How well public bodies let the public in"
    yield show("index.html", "index", title, **lead)
    for survey in site.surveys:
        summary = survey.summary
        yield show(
            address("survey", _key(survey)),
            "survey",
            f"{summary['title']} {_sites(summary)}",
            survey=survey,
            chart=drawn[survey.audit],
        )
    yield show("body/index.html", "bodies", "All bodies", bodies=bodies)
    for found in bodies.values():
        yield _body_page(show, site, found, bodies)
    yield show("criterion/index.html", "criteria", "All questions", surveys=site.surveys)
    for criterion, held in _grouped(site, "criteria", "criterion").items():
        each = [criterion_of(site.conn, survey, row) for survey, row in held]
        ask = str(held[0][1]["ask"])
        share = held[0][1]["share"]
        told = "Could not be judged" if share is None else f"Yes on {number(share)}% of sites"
        path = address("criterion", criterion)
        yield show(path, "criterion", ask, preview=(ask, told), parts=each)
    yield show("region/index.html", "regions", "All regions", surveys=site.surveys)
    for region, held in _grouped(site, "regions", "region").items():
        each = [region_of(site.conn, survey, row) for survey, row in held]
        yield show(address("region", region), "region", region, parts=each)
    yield show("posts/index.html", "posts", "Posts", articles=site.articles)
    for article in site.articles:
        yield show(
            f"posts/{article.slug}-figures.html",
            "figures",
            f"Every figure of “{article.title}”",
            article=article,
        )
    yield show("data/index.html", "data", "The data", sheets=site.sheets)
    yield show(
        "codebook/index.html",
        "codebook",
        "Codebook",
        surveys=site.surveys,
        sheets=site.sheets,
        weights=WEIGHTS,
        least=LEAST_DECIDED,
    )
    yield show("privacy/index.html", "privacy", "People, and asking to be left out")


def _body_page(show: "_Renderer", site: Site, found: Row, bodies: dict[str, Row]) -> Page:
    each = [body_of(site.conn, survey, found["id"]) for survey in found["surveys"]]
    score = each[0]["place"]["score"]
    told = "No score could be given" if score is None else f"{number(score, 1)} out of 100"
    return show(
        address("body", found["id"]),
        "body",
        found["name"],
        preview=(found["name"], told),
        body=found,
        parts=each,
        history=history_of(site.conn, found["id"]),
        heir=found["successor"] if found["successor"] in bodies else "",
    )


def _bodies(site: Site) -> dict[str, Row]:
    """List every body with the surveys that asked it, by name."""
    asked: dict[str, list[Survey]] = {}
    for survey in site.surveys:
        for place in survey.league:
            asked.setdefault(place["body"], []).append(survey)
    known = rows(site.conn, "select * from bodies order by name, id")
    return {row["id"]: {**row, "surveys": asked[row["id"]]} for row in known if row["id"] in asked}


def _grouped(site: Site, part: str, key: str) -> dict[str, list[tuple[Survey, Row]]]:
    held: dict[str, list[tuple[Survey, Row]]] = {}
    for survey in site.surveys:
        for row in getattr(survey, part):
            held.setdefault(row[key], []).append((survey, row))
    return held


def _chart(site: Site, survey: Survey) -> Any:
    ledger = Ledger(connection=site.conn, site_url="", database="")
    return post_places.score_chart(ledger, survey.audit)


def _key(survey: Survey) -> str:
    return f"{survey.summary['register']}-{survey.summary['checklist']}"


def _sites(summary: Row) -> str:
    return f"{number(summary['bodies'])} {'website' if summary['bodies'] == 1 else 'websites'}"


class _Renderer:
    """Renders the templates of one site."""

    def __init__(self, site: Site) -> None:
        room = files("reports") / "templates"
        style = (room / "post.css").read_text("utf-8") + (room / "site/site.css").read_text("utf-8")
        self._env = Environment(
            loader=PackageLoader("reports", "templates"),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._env.globals |= {
            "site": site,
            "style": Markup(style),  # noqa: S704 - our own files
            "policy": policy(style),
            "key": _key,
            "outcomes": OUTCOMES,
            "archived": archived,
            "reasons": dict(site.conn.execute("select id, meaning from reasons")),
            "day_of": max(one.summary["judged_on"] for one in site.surveys),
        }
        self._env.filters |= {
            "day": british_date,
            "number": lambda value, places=1: "–" if value is None else number(value, places),
            "counted": count,
            "plural": plural,
            "first_up": upper_first,
            "svg": Markup,
            "points": post_places.points,
            "web": escaping.web_address,
            "part": escaping.part,
            "name": escaping.clean,
        }
        self._base = site.base_url

    def __call__(
        self,
        path: str,
        template: str,
        title: str,
        *,
        preview: tuple[str, str] | None = None,
        **values: Any,
    ) -> Page:
        depth = path.count("/")
        root = "../" * depth
        image = f"social/{path.removesuffix('/index.html').replace('/', '-')}.png"
        html = self._env.get_template(f"site/{template}.html.j2").render(
            **values,
            title=escaping.clean(title),
            root=root,
            here=template,
            canonical=f"{self._base}{path.removesuffix('index.html')}" if self._base else "",
            image=f"{self._base or root}{image if preview else 'social/index.png'}",
        )
        return Page(path=path, html=html, title=escaping.clean(title), preview=preview)


def archived(url: str, captured: str) -> str:
    """Address the Internet Archive's copy of a page nearest to the time it was read."""
    stamp = "".join(filter(str.isdigit, captured))[:14]
    safe = escaping.web_address(url)
    return f"https://web.archive.org/web/{stamp}/{safe}" if safe and stamp else ""
