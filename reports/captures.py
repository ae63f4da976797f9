"""The archived capture of a page, shown safely: its readable text and its WARC record.

Nothing of a captured page is ever sent to a browser as anything but text or a file to save.
"""

import asyncio
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markupsafe import Markup, escape

from audit import pdf
from audit.look import look
from crawler.captures import Revisit, read_capture
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, Fetch
from reports.asking import Row, first, known_audit, missing, page, rows, workspace
from reports.errors import ReportError

_PAGE = """
    select p.*, b.name, c.as_of, t.text
    from pages as p
    join bodies as b on b.id = p.body
    join crawls as c on c.id = p.crawl
    left join page_text as t on t.digest = p.digest and p.digest <> ''
    where p.id = :page
"""
_PROOFS = """
    select e.*, f.audit, f.criterion, c.ask
    from findings as f
    join evidence as e on e.finding = f.id
    join audits as a on a.id = f.audit
    join criteria as c on c.checklist = a.checklist and c.id = f.criterion
    where f.audit = :audit and f.body = :body and f.outcome = 'met'
        and e.warc = :warc and e."offset" = :offset
    order by c.position, e.id
"""
_OF_EVIDENCE = """
    select f.audit, f.body, f.criterion, (
        select p.id from pages as p
        where p.warc = e.warc and p."offset" = e."offset" and p.warc <> '' and p.body = f.body
        limit 1
    ) as page
    from evidence as e join findings as f on f.id = e.finding
    where e.id = :evidence
"""
_AUDIT = """
    select id from audits
    where crawl = :crawl
    order by status = 'done' desc, started desc, rowid desc
"""
_MOST_TEXT = 200_000
_MOST_BYTES = 200_000_000
_BLOCK = 1 << 16
_START = b"WARC/1."
_GZIP = 31


@dataclass(frozen=True, kw_only=True)
class Record:
    """A record to save: whole gzip members, and the name of the file."""

    name: str
    data: bytes


async def capture(datasette: Datasette, request: Request) -> Response:
    """Show the readable text of a capture with the evidence marked."""
    found = await _page(datasette, request)
    name = str(request.args.get("evidence") or "")
    cited = await first(datasette, _OF_EVIDENCE, evidence=name) if name.isdecimal() else None
    audit = (
        cited["audit"] if cited and cited["page"] == found["id"] else await _audit(datasette, found)
    )
    known = {"audit": audit, "body": found["body"], "warc": found["warc"]}
    proofs = (
        await rows(datasette, _PROOFS, **known, offset=found["offset"]) if found["warc"] else []
    )
    chosen = [proof for proof in proofs if str(proof["id"]) == name]
    text, fault = found["text"] or "", ""
    if not text and found["warc"]:
        text, fault = await asyncio.to_thread(_read, workspace(datasette), found)
    marked, lost = mark(text[:_MOST_TEXT], [proof["quote"] for proof in chosen or proofs])
    context = {
        "capture": found,
        "cited": next(iter(chosen), None),
        "proofs": proofs,
        "marked": marked,
        "lost": lost,
        "fault": fault,
        "cut": len(text) > _MOST_TEXT,
    }
    return await page(datasette, request, "capture.html", audit, context)


async def evidence(datasette: Datasette, request: Request) -> Response:
    """Lead from a piece of evidence to the capture that it stands in."""
    name = request.url_vars["evidence"]
    found = await first(datasette, _OF_EVIDENCE, evidence=name)
    if found is None:
        raise missing(f"There is no piece of evidence with the number {name}")
    if not found["page"]:
        verdict = "/".join(quote(found[part], safe="") for part in ("audit", "body", "criterion"))
        return Response.redirect(f"/verdict/{verdict}")
    return Response.redirect(f"/capture/{quote(found['page'], safe='')}?evidence={name}")


async def record(datasette: Datasette, request: Request) -> Response:
    """Give the record of a capture as a file to save, byte for byte as it lies in the archive."""
    found = await _page(datasette, request)
    try:
        saved = await asyncio.to_thread(read_record, workspace(datasette), found)
    except (CrawlError, ReportError) as error:
        raise missing(str(error)) from error
    return Response(
        body=saved.data,
        status=200,
        headers={
            "content-disposition": f'attachment; filename="{saved.name}"',
            "content-length": str(len(saved.data)),
        },
        content_type="application/warc",
    )


def archive_of(home: Path, warc: str) -> Path:
    """Find an archive file of the workspace; raises ReportError for any place outside it."""
    root = (home / "crawls").resolve()
    path = (home / warc).resolve()
    if not path.is_relative_to(root) or not path.name.endswith(".warc.gz"):
        raise ReportError(f"{warc}: lies outside the archives of this workspace")
    if not path.is_file():
        raise ReportError(f"{warc}: the archive file is not there; was the crawl moved away?")
    return path


def read_record(home: Path, found: Row) -> Record:
    """Cut the record of a page out of its archive, with the response that a revisit repeats."""
    if not found["warc"] or found["offset"] is None:
        raise ReportError(f"Nothing was kept of {found['url']}")
    path = archive_of(home, found["warc"])
    data = member(path, found["offset"])
    kept = read_capture(path, found["offset"], _MOST_BYTES)
    if isinstance(kept, Revisit):
        for folder in _lineage(CrawlFolder(path.parent)):
            places = folder.places_of(kept.digest)
            others = [
                at for at in places if (folder.path / at[0], at[1]) != (path, found["offset"])
            ]
            if others:
                name, offset = others[0]
                data += member(archive_of(home, f"crawls/{folder.path.name}/{name}"), offset)
                break
    return Record(name=re.sub(r"[^\w.-]+", "-", found["id"]) + ".warc.gz", data=data)


def member(path: Path, offset: int) -> bytes:
    """Cut one gzip member out of an archive; raises ReportError where no record begins."""
    inflater = zlib.decompressobj(wbits=_GZIP)
    parts: list[bytes] = []
    start, size = b"", 0
    with path.open("rb") as file:
        file.seek(offset)
        while not inflater.eof and (block := file.read(_BLOCK)):
            parts.append(block)
            while block and not inflater.eof:
                try:
                    some = inflater.decompress(block, _BLOCK)
                except zlib.error as error:
                    raise ReportError(f"{path.name}: no record begins at {offset}") from error
                start = start or some[: len(_START)]
                size += len(some)
                block = inflater.unconsumed_tail
            if size > _MOST_BYTES:
                raise ReportError(f"{path.name}: the record at {offset} is too large to hand out")
    if not inflater.eof or start != _START:
        raise ReportError(f"{path.name}: no whole record begins at {offset}")
    data = b"".join(parts)
    return data[: len(data) - len(inflater.unused_data)]


def mark(text: str, quotes: list[str]) -> tuple[Markup, list[str]]:
    """Mark quotations in a text, however its lines break; gives also those it does not hold."""
    places: list[tuple[int, int]] = []
    lost = []
    for words in dict.fromkeys(" ".join(said.split()) for said in quotes):
        found = _places(text, words)
        places += found
        if words and not found:
            lost.append(words)
    out, end = [], 0
    for begin, stop in sorted(places):
        if begin >= end:
            out += [escape(text[end:begin]), Markup("<mark>{}</mark>").format(text[begin:stop])]
            end = stop
    return Markup().join([*out, escape(text[end:])]), lost


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Find a quotation, or else its lines and sentences where several were put together."""
    pieces = [words], re.split(r" · | \| |(?<=[.:;!?]) ", words)
    for some in pieces:
        exact = (r"\s+".join(map(re.escape, piece.split())) for piece in some if piece.strip())
        found = [hit.span() for one in exact if (hit := re.search(one, text, re.IGNORECASE))]
        if found:
            return found
    return []


async def _page(datasette: Datasette, request: Request) -> Row:
    name = unquote(request.url_vars["page"])
    found = await first(datasette, _PAGE, page=name)
    if found is None and "/" in name:
        found = await first(datasette, _PAGE, page=":".join(name.rsplit("/", 1)))
    if found is None:
        raise missing(f"There is no capture called {name}")
    return found


async def _audit(datasette: Datasette, found: Row) -> str:
    judged = await first(datasette, _AUDIT, crawl=found["crawl"])
    return await known_audit(datasette, judged["id"] if judged else "")


def _read(home: Path, found: Row) -> tuple[str, str]:
    """Read the words of a capture from the archive, and say why where that cannot be done."""
    try:
        path = archive_of(home, found["warc"])
        kept = CrawlFolder(path.parent).capture(_fetch(found, path.name))
    except (CrawlError, ReportError) as error:
        return "", str(error)
    if "pdf" in found["content_type"] or kept.body.startswith(b"%PDF-"):
        return pdf.look(kept.body, url=found["url"]).text, ""
    if not found["content_type"].startswith(("text/html", "application/xhtml")):
        return kept.body[:_MOST_TEXT].decode("utf-8", "replace"), ""
    kind = kept.headers.get("content-type") or str(found["content_type"])
    return look(kept.body, url=found["url"], content_type=kind).text, ""


def _fetch(found: Row, warc: str) -> Fetch:
    return Fetch(
        body=found["body"], url=found["url"], final_url=found["final_url"],
        status=found["status"], reason=found["reason"], depth=found["clicks"] or 0,
        digest=found["digest"], warc=warc, offset=found["offset"],
    )  # fmt: skip


def _lineage(folder: CrawlFolder) -> Iterator[CrawlFolder]:
    """Go back through the crawls that a crawl repeats without fetching again."""
    seen: set[Path] = set()
    while folder.path not in seen and (folder.path / "crawl.json").is_file():
        yield folder
        seen.add(folder.path)
        folder = CrawlFolder(folder.path.parent / Path(str(folder.info.get("since") or "")).name)
