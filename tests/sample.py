"""Fixtures: a small audit of five made-up bodies, and a workspace that holds it twice."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from audit.model import (
    AuditResult,
    BodyResult,
    ChecklistRow,
    CrawlRow,
    CriterionRow,
    Evidence,
    Fact,
    Finding,
    NearMiss,
    PageRow,
    Source,
)
from audit.store import write_audit

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
CRITERIA = (
    ("board-named", "board", "Does the site name the people on its board?", 3),
    ("board-papers", "board", "Are board papers published?", 2),
    ("email-visible", "contact", "Is a general email address shown?", 3),
    ("social-profile", "social media", "Does the site link to its own social media?", 1),
)
VERDICTS = {
    "ashdale": ("met", "met", "met", "met"),
    "birchford": ("met", "not_found", "met", "not_applicable"),
    "colmere": ("met", "not_found", "met", "unknown"),
    "dunwick": ("unknown", "unknown", "unknown", "unknown"),
    "hostile": ("met", "not_found", "not_found", "not_found"),
}
BODIES = (
    {"id": "ashdale", "name": "NHS Ashdale CCG", "region": "North", "ods_code": "A1"},
    {"id": "birchford", "name": "NHS Birchford CCG", "region": "North", "ods_code": "B1"},
    {"id": "colmere", "name": "NHS Colmere CCG", "region": "London", "ods_code": "C1"},
    {"id": "dunwick", "name": "NHS Dunwick CCG", "region": "London", "ods_code": "D1"},
    {"id": "hostile", "name": f"NHS {HOSTILE} CCG", "region": "South", "ods_code": "=1+1"},
)


def _sample_body(crawl: str, body: str) -> BodyResult:
    site = f"http://www.{body}ccg.nhs.uk"
    if body == "dunwick":
        refused = PageRow(
            id=f"{crawl}:{body}", body=body, url=f"{site}/", final_url="", reason="robots",
            status=None, clicks=0, parent="", link_text="", content_type="", bytes=0, digest="",
            captured="2013-08-06T09:00:00Z", warc="", offset=None,
        )  # fmt: skip
        pages: tuple[PageRow, ...] = (refused,)
    else:
        pages = tuple(
            PageRow(
                id=f"{crawl}:{body}-{clicks}", body=body, url=f"{site}{path}",
                final_url=f"{site}{path}", reason="ok", status=200, clicks=clicks, parent="",
                link_text="", content_type="text/html", bytes=1000, digest=f"sha1:{body}{clicks}",
                captured=f"2013-08-06T09:00:0{clicks}.500000Z",
                warc=f"crawls/{crawl}/pages.warc.gz", offset=1000 * clicks, title=title, words=120,
                kinds=kinds, text=f"{title}. Welcome to our streaming meetings in {body}.",
            )
            for clicks, path, title, kinds in (
                (0, "/", "Home", ("home",)),
                (1, "/board", HOSTILE if body == "hostile" else "Our board", ("board", "person")),
            )
        )  # fmt: skip
    sources = [
        Source(
            page=page.id, url=page.url, captured=page.captured, clicks=page.clicks,
            warc=page.warc, offset=page.offset, digest=page.digest,
        )
        for page in pages
    ]  # fmt: skip
    quote = HOSTILE if body == "hostile" else "Dr Ann Example, Chair of the governing body"
    findings = tuple(
        Finding(
            body=body,
            criterion=criterion,
            outcome=outcome,
            clicks=1 if outcome == "met" else None,
            searched="2 pages of 2, up to 1 click deep",
            reason="the site's robots.txt asks crawlers not to look" * (outcome == "unknown"),
            evidence=tuple(
                Evidence(rule="person", value="=HYPERLINK(1)", quote=quote, source=source)
                for source in reversed(sources)
            )
            if outcome == "met"
            else (),
            near=(
                NearMiss(
                    rule="phone",
                    value="01632 960001",
                    quote=quote,
                    why="it belongs to a hospital",
                    source=sources[-1],
                ),
            )
            if outcome == "not_found"
            else (),
        )
        for (criterion, *_), outcome in zip(CRITERIA, VERDICTS[body], strict=True)
    )
    own = {"quote": quote, "source": sources[-1]}
    facts = () if body == "dunwick" else (
        Fact(
            kind="person", value="Dr Ann Example", label="Chair", detail={"group": "board"}, **own
        ),
        Fact(kind="email", value=f"info@{body}ccg.nhs.uk", label="general", **own),
        Fact(kind="phone", value="+44 1632 960001", owner="hospital", **own),
        Fact(kind="email", value="old@example.org", state="ended", when=date(2013, 3, 31), **own),
        Fact(kind="profile", value=f"https://twitter.com/{body}", label="twitter", **own),
    )  # fmt: skip
    return BodyResult(body=body, pages=pages, facts=facts, findings=findings)


@pytest.fixture(scope="session")
def sample_audit() -> Callable[..., AuditResult]:
    """Make a small audit of five bodies: good, fair, thin, barred by robots.txt, hostile."""

    def make(crawl: str = "ccgs-20130806-090000", started: str = "2013-08-07T10:00:00Z"):
        return AuditResult(
            crawl=CrawlRow(
                id=crawl, register="ccgs", started=started, finished=started, status="done",
                as_of="", contact="who@example.org", settings={"delay": 1.0}, version="0.1.0",
            ),
            checklist=ChecklistRow(
                id="doors", title="Open doors", about="Can the public get in?",
                source="https://example.org/guidance", digest="sha256:1",
                criteria=tuple(
                    CriterionRow(
                        id=name, position=place, section=section, ask=ask, weight=weight,
                        why="So that people can take part.",
                    )
                    for place, (name, section, ask, weight) in enumerate(CRITERIA, start=1)
                ),
            ),
            bodies=tuple(
                body | {"website": f"http://www.{body['id']}ccg.nhs.uk/", "kind": "ccg"}
                for body in BODIES
            ),
            results=tuple(_sample_body(crawl, body) for body in VERDICTS),
            version="0.1.0", judged_on=date.fromisoformat(started[:10]), started=started,
            finished=started,
        )  # fmt: skip

    return make


@pytest.fixture(scope="session")
def sample_home(
    sample_audit: Callable[..., AuditResult], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Make a workspace whose database holds two audits of the sample; read it, never write it."""
    home = tmp_path_factory.mktemp("home")
    write_audit(home / "doorstep.db", sample_audit())
    later = sample_audit("ccgs-20140806-090000", "2014-08-07T10:00:00Z")
    write_audit(home / "doorstep.db", later)
    return home
