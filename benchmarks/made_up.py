"""A made-up workspace of any size: many audits of many bodies, written through the real store.

The same numbers each time. Verdicts and pages drift from audit to audit, as websites do.
"""

import random
import shutil
from datetime import date, timedelta
from io import BytesIO
from itertools import product
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from audit.checklist import read_checklist
from audit.model import (
    AuditResult,
    BodyResult,
    CrawlRow,
    Evidence,
    Fact,
    Finding,
    NearMiss,
    Outcome,
    PageRow,
    Source,
)
from audit.store import write_audit
from crawler.captures import sha1

REGIONS = (
    *("North East", "North West", "Yorkshire and the Humber", "East Midlands", "West Midlands"),
    *("East of England", "London", "South East", "South West"),
)
PAGES = 30
WORDS = (
    *(
        "the",
        "board",
        "meets",
        "in",
        "public",
        "every",
        "second",
        "month",
        "and",
        "papers",
        "are",
        "published",
        "a",
        "week",
        "before",
    ),
    *(
        "patients",
        "carers",
        "members",
        "chair",
        "governing",
        "body",
        "minutes",
        "agenda",
        "newsletter",
        "consultation",
        "survey",
    ),
    *(
        "contact",
        "telephone",
        "write",
        "office",
        "complaints",
        "freedom",
        "information",
        "request",
        "streamed",
        "recording",
    ),
    *(
        "health",
        "care",
        "services",
        "local",
        "people",
        "have",
        "your",
        "say",
        "involvement",
        "event",
        "report",
        "plan",
        "budget",
    ),
)
RARE = tuple("".join(letters) for letters in product("bdfglmnprst", "aeiou", "dlmnrst", "aeiou"))
CHECKLIST = read_checklist("ccg-engagement").row()


def make(home: Path, audits: int, bodies: int) -> list[str]:
    """Fill a workspace; gives the ids of the audits, oldest first."""
    chance = random.Random(2013)
    register = [_body(number) for number in range(1, bodies + 1)]
    likely = {one["id"]: chance.uniform(-0.25, 0.25) for one in register}
    likely |= {
        one.id: chance.choice((0.97, 0.9, 0.75, 0.6, 0.4, 0.2)) for one in CHECKLIST.criteria
    }
    verdicts: dict[tuple[str, str], Outcome] = {}
    versions: dict[tuple[str, int], int] = {}
    offsets = _archive(home / "crawls" / "first.warc.gz", register)
    made = []
    for number in range(audits):
        day = date(2013, 8, 6) + timedelta(days=30 * number)
        crawl = f"made-up-{day:%Y%m%d}-090000"
        (home / "crawls" / crawl).mkdir(parents=True)
        shutil.copyfile(
            home / "crawls" / "first.warc.gz", home / "crawls" / crawl / "pages.warc.gz"
        )
        results = []
        for one in register:
            _drift(chance, one["id"], likely, verdicts, versions)
            known = {"offsets": offsets, "verdicts": verdicts, "versions": versions}
            results.append(_result(chance, crawl, day, body=one, **known))
        started = f"{day.isoformat()}T09:00:00Z"
        made.append(
            write_audit(
                home / "doorstep.db",
                AuditResult(
                    crawl=CrawlRow(
                        id=crawl, register="made-up", started=started, finished=started,
                        status="done", as_of="", contact="x@example.org",
                        settings={"delay": 1.0}, version="0",
                    ),
                    checklist=CHECKLIST, bodies=tuple(register), results=tuple(results),
                    version="0", judged_on=day, started=started, finished=started,
                ),
            )
        )  # fmt: skip
    return made


def _body(number: int) -> dict[str, str]:
    return {
        "id": f"place-{number}",
        "name": f"NHS Place {number} CCG",
        "kind": "ccg",
        "region": REGIONS[number % len(REGIONS)],
        "website": f"http://www.place{number}ccg.nhs.example/",
    }


def _drift(
    chance: random.Random,
    body: str,
    likely: dict[str, float],
    verdicts: dict[tuple[str, str], Outcome],
    versions: dict[tuple[str, int], int],
) -> None:
    for criterion in CHECKLIST.criteria:
        cell = body, criterion.id
        if cell not in verdicts or chance.random() < 0.04:
            draw = chance.random()
            met = chance.random() < likely[criterion.id] + likely[body]
            verdicts[cell] = (
                "unknown" if draw < 0.04 else "not_applicable" if draw < 0.06
                else "met" if met else "not_found"
            )  # fmt: skip
    for page in range(PAGES):
        versions[body, page] = versions.get((body, page), 0) + (chance.random() < 0.15)


def _result(
    chance: random.Random,
    crawl: str,
    day: date,
    *,
    body: dict[str, str],
    offsets: dict[tuple[str, int], int],
    verdicts: dict[tuple[str, str], Outcome],
    versions: dict[tuple[str, int], int],
) -> BodyResult:
    pages, sources = [], []
    place = int(body["id"].removeprefix("place-"))
    for number in range(PAGES):
        version = versions[body["id"], number]
        captured = (
            f"{day.isoformat()}T{9 + place // 60:02d}:{place % 60:02d}:{2 * number % 60:02d}Z"
        )
        text = _text(body["id"], number, version)
        url = body["website"] + (f"page-{number}" if number else "")
        read = number < PAGES - 4
        page = PageRow(
            id=f"{crawl}:{place * PAGES + number}", body=body["id"], url=url, final_url=url,
            reason="ok" if read else ("http_4xx", "over_budget", "robots", "timeout")[number % 4],
            status=200 if read else None, clicks=min(number // 6, 4), parent="", link_text="",
            content_type="text/html", bytes=9000, captured=captured,
            digest=sha1(text.encode()) if read else "",
            warc=f"crawls/{crawl}/pages.warc.gz" if read else "",
            offset=offsets[body["id"], number] if read else None,
            title=f"Page {number}" if number else "Home", words=len(text.split()),
            kinds=("home",) if not number else ("board",), text=text if read else "",
        )  # fmt: skip
        pages.append(page)
        if read:
            sources.append(
                Source(
                    page=page.id, url=url, captured=captured, clicks=page.clicks, warc=page.warc,
                    offset=page.offset, digest=page.digest,
                )
            )  # fmt: skip
    findings = tuple(
        _finding(
            chance,
            body["id"],
            criterion.id,
            verdicts[body["id"], criterion.id],
            sources=sources,
            pages=pages,
        )
        for criterion in CHECKLIST.criteria
    )
    facts = tuple(_fact(chance, body["id"], number, sources) for number in range(30))
    return BodyResult(body=body["id"], pages=tuple(pages), facts=facts, findings=findings)


def _finding(
    chance: random.Random,
    body: str,
    criterion: str,
    outcome: Outcome,
    *,
    sources: list[Source],
    pages: list[PageRow],
) -> Finding:
    evidence: tuple[Evidence, ...] = ()
    if outcome == "met":
        chosen = sorted(chance.sample(range(len(sources)), chance.randint(3, 8)))
        evidence = tuple(
            Evidence(
                rule=chance.choice(("says", "person", "email", "link")),
                value=f"value {number}",
                quote=" ".join(pages[number].text.split()[4:24]),
                source=sources[number],
            )
            for number in chosen
        )
    near: tuple[NearMiss, ...] = ()
    if outcome in ("not_found", "unknown"):
        near = tuple(
            NearMiss(
                rule="email",
                value=f"value {number}",
                quote=" ".join(pages[number].text.split()[4:24]),
                why="it belongs to a hospital",
                source=sources[number],
            )
            for number in chance.sample(range(len(sources)), chance.randint(0, 3))
        )
    return Finding(
        body=body,
        criterion=criterion,
        outcome=outcome,
        near=near,
        clicks=min((one.source.clicks for one in evidence), default=None),
        searched=f"{len(sources)} of {PAGES} pages read (board, contact), up to 4 clicks from home",
        reason={"unknown": "timeout", "not_applicable": "does not apply"}.get(outcome, ""),
        evidence=evidence,
    )


def _fact(chance: random.Random, body: str, number: int, sources: list[Source]) -> Fact:
    kind = ("person", "person", "email", "phone", "profile", "document")[number % 6]
    owner = "own" if chance.random() < 0.85 else chance.choice(("supplier", "hospital", "council"))
    source = sources[number % len(sources)]
    value = {
        "person": f"Person {number} of {body}",
        "email": f"office{number}@{body}ccg.nhs.example",
        "phone": f"01632 960{number:03d}",
        "profile": f"https://social.example/{body}-{number}",
        "document": f"{source.url}/paper-{number}.pdf",
    }[kind]
    label = {"person": "Member", "profile": "Twitter"}.get(kind, "general")
    return Fact(kind=kind, value=value, label=label, owner=owner, quote=value, source=source)


def _text(body: str, page: int, version: int) -> str:
    chance = random.Random(f"{body} {page} {version}")
    common = chance.sample(WORDS, 18)
    lines = (" ".join(chance.choices(common, k=5) + chance.choices(RARE, k=7)) for _ in range(15))
    return "\n".join(f"{line.capitalize()}." for line in lines)


def _archive(path: Path, register: list[dict[str, str]]) -> dict[tuple[str, int], int]:
    """Write one response for each page of each body, and give where each lies."""
    path.parent.mkdir(parents=True)
    places = {}
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True, warc_version="1.1")
        for body in register:
            for number in range(PAGES):
                text = _text(body["id"], number, 0)
                places[body["id"], number] = out.tell()
                headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], "HTTP/1.1")
                page = BytesIO(f"<!doctype html><title>Page</title><p>{text}</p>".encode())
                url = f"{body['website']}page-{number}"
                record = writer.create_warc_record(url, "response", page, http_headers=headers)
                writer.write_record(record)
    return places
