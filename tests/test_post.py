"""The comparison post: its words, its figures, its manners towards hostile text."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, meta
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from audit.model import (
    AuditResult,
    BodyResult,
    ChecklistRow,
    CrawlRow,
    CriterionRow,
    Evidence,
    Finding,
    PageRow,
    Source,
)
from audit.store import write_audit
from reports import words
from reports.errors import ReportError
from reports.escaping import clean, embedded_json, markdown, web_address
from reports.post import Post, verify_post, write_post
from reports.post_context import documented
from reports.post_proof import without_contacts

TEMPLATES = Path(words.__file__).parent / "templates"
OUTCOMES = {"m": "met", "n": "not_found", "a": "not_applicable", "u": "unknown"}
CRITERIA = (
    ("foi-how", "freedom of information", 3, "say how to make a Freedom of Information request"),
    ("board-named", "board", 3, "name the people on their board"),
    ("board-papers", "board", 2, ""),
    ("streamed", "meetings", 3, "let people watch board meetings live"),
    ("blog", "voice", 1, "have a blog by their people"),
)
ASKS = {"board-papers": "Are board papers published?"}


def _body(body: str, verdicts: str, quote: str) -> BodyResult:
    read = set(verdicts) != {"u"}
    page = PageRow(
        id=f"crawl:{body}", body=body, url=f"http://{body}.example/", final_url="",
        reason="ok" if read else "dns", status=200 if read else None, clicks=1, parent="",
        link_text="", content_type="text/html", bytes=10, digest=f"sha1:{body}",
        captured="2026-11-20T10:00:00Z", warc="crawls/crawl/pages.warc.gz", offset=0, text="x",
    )  # fmt: skip
    source = Source(
        page=page.id, url=page.url, captured=page.captured, clicks=1, warc=page.warc, offset=0,
        digest=page.digest,
    )  # fmt: skip
    proof = (Evidence(rule="text", value="", quote=quote, source=source),)
    findings = tuple(
        Finding(
            body=body,
            criterion=criterion,
            outcome=OUTCOMES[letter],
            clicks=1 if letter == "m" else None,
            evidence=proof if letter == "m" else (),
        )
        for (criterion, *_), letter in zip(CRITERIA, verdicts, strict=True)
    )
    return BodyResult(body=body, pages=(page,), facts=(), findings=findings)


def make_audit(
    verdicts: Mapping[str, str],
    regions: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    quote: str = "In the site’s own words",
) -> AuditResult:
    """Make an audit of the five criteria; a body's verdicts are letters: m, n, a, u."""
    rows = tuple(
        CriterionRow(
            id=name, position=i, section=section, ask=ASKS.get(name, f"Does it {says}?"),
            why="", weight=weight, says=says,
        )
        for i, (name, section, weight, says) in enumerate(CRITERIA)
    )  # fmt: skip
    return AuditResult(
        crawl=CrawlRow(
            id="crawl", register="bodies", started="2026-11-20T09:00:00Z",
            finished="2026-11-20T11:00:00Z", status="finished", as_of="", contact="",
            settings={"pages": 60}, version="1",
        ),
        checklist=ChecklistRow(
            id="list", title="Open doors", about="", source="https://example.org/", digest="x",
            criteria=rows,
        ),
        bodies=tuple(
            {
                "id": body,
                "name": (names or {}).get(body, body.title()),
                "region": (regions or {}).get(body, ""),
                "website": f"http://{body}.example/",
            }
            for body in verdicts
        ),
        results=tuple(_body(body, letters, quote) for body, letters in verdicts.items()),
        version="1", judged_on=date(2026, 11, 21), started="2026-11-21T09:00:00Z",
        finished="2026-11-21T09:01:00Z",
    )  # fmt: skip


def post_of(folder: Path, result: AuditResult) -> str:
    """Write the post and give its Markdown without the list of figures."""
    audit = write_audit(folder / "doorstep.db", result)
    post = write_post(folder / "doorstep.db", audit, folder)
    return post.markdown.read_text(encoding="utf-8")
