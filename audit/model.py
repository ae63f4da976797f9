"""What the four steps of judging hand to each other: places, facts, evidence, findings."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Outcome = Literal["met", "not_found", "not_applicable", "unknown"]
OUTCOMES: tuple[Outcome, ...] = ("met", "not_found", "not_applicable", "unknown")


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a capture lies: enough to read it again and to cite it.

    `warc` is a path relative to the workspace, `digest` is `sha1:` and 32 base-32 letters,
    `captured` is ISO 8601 in UTC, `clicks` counts from the body's home page.
    """

    page: str
    url: str
    captured: str
    clicks: int
    warc: str
    offset: int | None
    digest: str


@dataclass(frozen=True, kw_only=True)
class PageRow:
    """One attempt to fetch a page, with what looking at it found."""

    id: str
    body: str
    url: str
    final_url: str
    reason: str
    status: int | None
    clicks: int
    parent: str
    link_text: str
    content_type: str
    bytes: int
    digest: str
    captured: str
    warc: str
    offset: int | None
    title: str = ""
    words: int = 0
    kinds: tuple[str, ...] = ()
    text: str = ""
    """Readable text, for full-text search; empty unless the page was read."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something seen on a page, with its owner and the words it was read from.

    `kind` is person, email, phone, address, profile, newsletter, issue, stream, recording, video,
    feed, form, document, meeting, consultation or group. `owner` is own, another body's id, or
    supplier, hospital, council, national, person, other. `label` says what the thing is for
    (general, foi, board, engagement, ...). `state` is now, ended, planned, denied or past.
    """

    kind: str
    value: str
    label: str = ""
    owner: str = "own"
    quote: str = ""
    state: str = "now"
    when: date | None = None
    place: str = "main"
    source: Source | None = None
    detail: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One proof of a `met`: a rule's value and the words as a visitor reads them."""

    rule: str
    value: str
    quote: str
    source: Source


@dataclass(frozen=True, kw_only=True)
class NearMiss:
    """What looked like an answer and did not count; `why` reads "it belongs to a hospital"."""

    rule: str
    value: str
    quote: str
    why: str
    source: Source


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The verdict of one criterion for one body.

    `clicks` is the least number of clicks from home to the evidence, `searched` says in words what
    was looked at, `reason` why it is unknown, not applicable or not found, `near` what came near.
    """

    body: str
    criterion: str
    outcome: Outcome
    clicks: int | None = None
    searched: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    near: tuple[NearMiss, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """What the crawl asked of a body's hosts, as the crawl itself counted."""

    requests: int
    bytes: int
    mean_gap_seconds: float | None
    least_gap_seconds: float | None
    robots_refusals: int
    errors: int


@dataclass(frozen=True, kw_only=True)
class BodyResult:
    """Everything an audit holds about one body."""

    body: str
    pages: tuple[PageRow, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    ledger: LedgerRow | None = None


@dataclass(frozen=True, kw_only=True)
class CriterionRow:
    """A criterion as it is stored: the words that people read, and its weight (1 to 3).

    `says` is the predicate a post uses after "they" and after "was found to", so its verb is in
    the base form ("name the people on their board"); when it is empty the post quotes `ask`.
    """

    id: str
    position: int
    section: str
    ask: str
    why: str
    weight: int
    guidance: str = ""
    says: str = ""


@dataclass(frozen=True, kw_only=True)
class ChecklistRow:
    """A checklist as it is stored; `digest` identifies the exact rules."""

    id: str
    title: str
    about: str
    source: str
    digest: str
    criteria: tuple[CriterionRow, ...]


@dataclass(frozen=True, kw_only=True)
class CrawlRow:
    """A crawl as it is stored; `settings` is a mapping written as JSON."""

    id: str
    register: str
    started: str
    finished: str
    status: str
    as_of: str
    contact: str
    settings: dict[str, object]
    version: str


@dataclass(frozen=True, kw_only=True)
class AuditResult:
    """A whole audit, ready to be written in one transaction.

    `bodies` are the register's rows as mappings, every column kept; times are ISO 8601 in UTC.
    `status` is `done`, or `comparison` where an old crawl was judged again only to tell causes
    of change apart: such an audit is never taken for the newest.
    """

    crawl: CrawlRow
    checklist: ChecklistRow
    bodies: tuple[dict[str, str], ...]
    results: tuple[BodyResult, ...]
    version: str
    judged_on: date
    started: str
    finished: str
    status: str = "done"
