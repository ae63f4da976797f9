"""Run an audit: read a crawl folder, look, find, judge, and hand the result to the store."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.metadata import version

from audit import pdf
from audit.checklist import Checklist
from audit.desks import with_desks
from audit.find import find
from audit.judge import Read, Unread, judge, shared_numbers
from audit.look import look
from audit.model import AuditResult, BodyResult, CrawlRow, LedgerRow, PageRow, Source
from audit.page import Page
from audit.site import assemble, tokens_of
from audit.words import pattern
from crawler.captures import TooLargeError
from crawler.folder import CrawlFolder, Fetch
from crawler.register import Body
from crawler.site import site_of

_TOOL = pattern(
    r"^(print|email|e-mail|share|pdf|read more|more|here|click here|next|previous|back|top)"
    r"( this)?( page)?$"
)
_READ = frozenset({"ok", "not_modified"})
_LONGEST_TEXT = 200_000
_MOST_LINKS = 6


def audit(
    folder: CrawlFolder,
    checklist: Checklist,
    *,
    judged_on: date | None = None,
    executor: Executor | None = None,
    progress: Callable[[str], object] = str,
) -> AuditResult:
    """Judge every body of a crawl by a checklist as if today were `judged_on`.

    Without `judged_on` it is the crawl's date. Bodies are handed to `executor` one at a time where
    one is given; `progress` hears each body's id. Raises CrawlError when a page that was read
    cannot be read again: a damaged archive proves nothing.
    """
    started = _now()
    info = folder.info
    on = judged_on or _day_of(info)
    bodies = folder.bodies()
    by_body: dict[str, list[tuple[int, Fetch]]] = {}
    for number, fetch in enumerate(folder.fetches(), start=1):
        by_body.setdefault(fetch.body, []).append((number, fetch))
    jobs = [
        (folder, body, tuple(b for b in bodies if b.id != body.id), by_body.get(body.id, []), on)
        for body in bodies
    ]
    reads: list[tuple[Read, tuple[PageRow, ...]]] = []
    for job, result in zip(jobs, _mapped(executor, jobs), strict=True):
        reads.append(result)
        progress(job[1].id)
    shared = shared_numbers([read for read, _ in reads])
    return AuditResult(
        crawl=_crawl_row(folder),
        checklist=checklist.row(),
        bodies=tuple(_body_row(b) for b in bodies),
        results=tuple(
            BodyResult(
                body=read.site.body.id,
                pages=rows,
                facts=read.facts,
                findings=judge(checklist, read, on, shared),
                ledger=_ledger_row(info, read.site.body),
            )
            for read, rows in reads
        ),
        version=version("doorstep"),
        judged_on=on,
        started=started,
        finished=_now(),
    )


_Job = tuple[CrawlFolder, Body, tuple[Body, ...], list[tuple[int, Fetch]], date]


def _mapped(
    executor: Executor | None, jobs: list[_Job]
) -> Iterable[tuple[Read, tuple[PageRow, ...]]]:
    return map(_read_job, jobs) if executor is None else executor.map(_read_job, jobs)


def _read_job(job: _Job) -> tuple[Read, tuple[PageRow, ...]]:
    return read_body(*job)


def read_body(
    folder: CrawlFolder,
    body: Body,
    neighbours: tuple[Body, ...],
    fetches: list[tuple[int, Fetch]],
    on: date,
) -> tuple[Read, tuple[PageRow, ...]]:
    """Look at every page of a body and find its facts; `fetches` come with running numbers."""
    texts: dict[str, list[str]] = {}
    for _, fetch in fetches:
        if fetch.link_text:
            texts.setdefault(fetch.final_url or fetch.url, []).append(fetch.link_text)
    place = site_of(body, neighbours)
    pages: list[Page] = []
    rows: list[PageRow] = []
    sources: dict[str, Source] = {}
    for number, fetch in fetches:
        row = _row(folder, body, number, fetch)
        page = _look(folder, fetch, texts) if fetch.reason in _READ and fetch.is_page else None
        if page is not None and place.shares(page.url) and not _is_named(body, neighbours, page):
            page = None
        if page is not None and page.url not in sources:
            text = page.text
            row = replace(
                row,
                title=page.title or page.name,
                words=len(text.split()),
                text=text[:_LONGEST_TEXT],
            )
            pages.append(page)
            sources[page.url] = Source(
                page=row.id,
                url=page.url,
                captured=row.captured,
                clicks=row.clicks,
                warc=row.warc,
                offset=row.offset,
                digest=row.digest,
            )
        rows.append(row)
    called = {p.url: p.name for p in pages}
    parents = {f.final_url or f.url: called.get(f.parent, "") for _, f in fetches}
    site = assemble(
        body,
        [replace(p, parent=parents.get(p.url, "") if p.clicks > 1 else "") for p in pages],
        neighbours,
    )
    facts = find(site, sources, on)
    site = with_desks(site, facts)
    kinds = {sources[p.url].page: p.kinds for p in site.pages}
    rows = [replace(row, kinds=kinds.get(row.id, ())) for row in rows]
    unread = tuple(
        Unread(url=f.url, link_text=f.link_text, reason=f.reason, status=f.status)
        for _, f in fetches
        if f.reason not in _READ and f.is_page
    )
    return Read(
        site=site,
        facts=facts,
        sources=sources,
        unread=unread,
        barred=_barred(body, site.home, fetches),
    ), tuple(rows)


def _is_named(body: Body, neighbours: tuple[Body, ...], page: Page) -> bool:
    """Say whether what bodies of one host keep in common speaks of this one.

    Its menu or footer may say whom it serves. A document that names none of them belongs to the
    page that links it.
    """
    said = f"{page.title}\n{page.text}".lower()
    names = (any(token in said for token in tokens_of(one)) for one in (body, *neighbours))
    ours = next(names)
    return ours or (page.is_pdf and not any(names))


def _look(folder: CrawlFolder, fetch: Fetch, texts: dict[str, list[str]]) -> Page | None:
    try:
        capture = folder.capture(fetch)
    except TooLargeError:
        return None
    url = fetch.final_url or fetch.url
    if "pdf" in fetch.content_type or capture.body[:5] == b"%PDF-":
        page = pdf.look(capture.body, url=url, title=fetch.link_text)
    else:
        page = look(
            capture.body,
            url=url,
            content_type=capture.headers.get("content-type", fetch.content_type),
        )
    links = tuple(dict.fromkeys(t for t in texts.get(url, []) if not _TOOL.search(t)))[:_MOST_LINKS]
    return replace(page, clicks=fetch.depth, link_texts=links)


def _barred(body: Body, home: Page | None, fetches: list[tuple[int, Fetch]]) -> str:
    if home is not None:
        return ""
    if not body.website:
        return "no_website"
    reasons = [f.reason for _, f in fetches if f.depth == 0 and f.is_page and f.reason not in _READ]
    if any(f.reason in _READ and f.is_page for _, f in fetches):
        return ""
    return reasons[-1] if reasons else "interrupted"


def _row(folder: CrawlFolder, body: Body, number: int, fetch: Fetch) -> PageRow:
    return PageRow(
        id=f"{folder.id}:{number}",
        body=body.id,
        url=fetch.url,
        final_url=fetch.final_url or fetch.url,
        reason=fetch.reason,
        status=fetch.status,
        clicks=fetch.depth,
        parent=fetch.parent,
        link_text=fetch.link_text,
        content_type=fetch.content_type,
        bytes=fetch.bytes,
        digest=fetch.digest,
        captured=fetch.fetched_at,
        warc=f"crawls/{folder.path.name}/{fetch.warc}" if fetch.warc else "",
        offset=fetch.offset,
    )


def _crawl_row(folder: CrawlFolder) -> CrawlRow:
    info = folder.info
    settings = info.get("settings") or {}
    return CrawlRow(
        id=folder.id,
        register=str(info.get("register") or ""),
        started=str(info.get("started") or ""),
        finished=str(info.get("finished") or ""),
        status=str(info.get("status") or ""),
        as_of=str(info.get("as_of") or ""),
        contact=str(settings.get("contact") or info.get("contact") or ""),
        settings=settings,
        version=str((info.get("versions") or {}).get("doorstep") or ""),
    )


def _ledger_row(info: dict[str, object], body: Body) -> LedgerRow | None:
    """Take a body's ledger out of crawl.json, where the crawl was one of ours."""
    told = info.get("bodies")
    row = told.get(body.id, {}).get("ledger") if isinstance(told, dict) else None
    if not row:
        return None
    return LedgerRow(
        requests=row["requests"],
        bytes=row["bytes"],
        mean_gap_seconds=row["mean_gap"],
        least_gap_seconds=row["least_gap"],
        robots_refusals=row["robots_refusals"],
        errors=row["errors"],
    )


def _body_row(body: Body) -> dict[str, str]:
    row = {k: str(v) for k, v in body.model_dump().items() if k != "extra"}
    return {**row, **body.extra}


def _day_of(info: dict[str, object]) -> date:
    stamp = str(info.get("as_of") or info.get("started") or "")
    return date.fromisoformat(stamp[:10]) if stamp[:4].isdecimal() else datetime.now(UTC).date()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
