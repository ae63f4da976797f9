"""What lies beside the pages: feed, sitemap, preview images, Datasette's settings, the workflow."""

import json
import sqlite3
import textwrap
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import vl_convert
import yaml

from reports.describe import SETTINGS, metadata
from reports.escaping import clean
from reports.site_pages import Page, Site
from reports.site_read import address, rows
from reports.words import british_date, listed, plural

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ENTRIES = 200
_CHANGES = """
    select c.audit, c.body, c.name, c.ask, c.before, c.after, a.judged_on, a.started, a.finished
    from audits as a join changes as c on c.audit = a.id
    where a.status = 'done' and a.id = :audit
    order by c.name, c.body, c.position
"""
_AUDITS = """
    select a.id, a.judged_on, a.finished, k.title, s.bodies from audits as a
    join checklists as k on k.id = a.checklist
    join audit_summary as s on s.audit = a.id
    where a.status = 'done' order by a.started desc, a.rowid desc
"""


def feed(site: Site) -> str:
    """Write the Atom feed: each audit, and each body on which answers changed."""
    root = ET.Element("feed", xmlns=_ATOM)
    ET.SubElement(root, "title").text = "What changed on public bodies’ websites"
    ET.SubElement(root, "id").text = _urn("feed", site.base_url)
    if site.base_url:
        ET.SubElement(root, "link", rel="self", href=f"{site.base_url}feed.xml")
    ET.SubElement(root, "link", href=site.base_url or "index.html")
    author = ET.SubElement(root, "author")
    ET.SubElement(author, "name").text = "Doorstep"
    entries: list[ET.Element] = []
    audits = rows(site.conn, _AUDITS)
    for audit in audits:
        if len(entries) >= _ENTRIES:
            break
        day = british_date(audit["judged_on"])
        entries.append(
            _entry(
                site,
                (audit["id"], ""),
                f"{clean(audit['title'])} {audit['bodies']} "
                f"{plural(audit['bodies'], 'website')} judged on {day}",
                "index.html",
                updated=audit["finished"],
            )
        )
        entries += _changed(site, audit["id"])
    ET.SubElement(root, "updated").text = max(audit["finished"] for audit in audits)
    root.extend(entries[:_ENTRIES])
    return _xml(root)


def _changed(site: Site, audit: str) -> list[ET.Element]:
    bodies: dict[str, list[dict[str, str]]] = {}
    for row in rows(site.conn, _CHANGES, audit=audit):
        bodies.setdefault(row["body"], []).append(row)
    entries = []
    for body, found in bodies.items():
        gained = [clean(row["ask"]) for row in found if row["after"] == "met"]
        lost = [clean(row["ask"]) for row in found if row["before"] == "met"]
        if not gained and not lost:
            continue
        counts = [
            f"{len(some)} {word}" for some, word in ((gained, "gained"), (lost, "lost")) if some
        ]
        said = [
            f"{word}: {'; '.join(some)}"
            for some, word in ((gained, "Gained"), (lost, "Lost"))
            if some
        ]
        title = f"{clean(found[0]['name'])}: {listed(counts)}"
        finished = found[0]["finished"]
        path = address("body", body)
        entries.append(
            _entry(site, (audit, body), title, path, updated=finished, text=". ".join(said))
        )
    return entries


def _entry(
    site: Site, key: tuple[str, str], title: str, path: str, *, updated: str, text: str = ""
) -> ET.Element:
    entry = ET.Element("entry")
    ET.SubElement(entry, "title").text = clean(title)
    ET.SubElement(entry, "id").text = _urn(*key)
    ET.SubElement(entry, "updated").text = updated
    ET.SubElement(entry, "link", href=f"{site.base_url}{path}")
    ET.SubElement(entry, "summary").text = text or clean(title)
    return entry


def _urn(*words: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "doorstep:" + ":".join(words)).urn


def sitemap(site: Site, pages: Sequence[Page]) -> str:
    """List every page; without a base address the paths are relative to the site's root."""
    root = ET.Element("urlset", xmlns=_SITEMAP)
    day = max(one.summary["judged_on"] for one in site.surveys)
    posts = [f"posts/{one.slug}.html" for one in site.articles]
    for path in [*(page.path for page in pages), *posts]:
        url = ET.SubElement(root, "url")
        at = path.removesuffix("index.html") if site.base_url else path
        ET.SubElement(url, "loc").text = f"{site.base_url}{at}"
        ET.SubElement(url, "lastmod").text = day
    return _xml(root)


def _xml(root: ET.Element) -> str:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def preview(title: str, told: str) -> bytes:
    """Draw a social preview, 1200 by 630: a title and the figure under it."""
    svg = ET.Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        width="1200",
        height="630",
        viewBox="0 0 1200 630",
    )
    ET.SubElement(svg, "rect", width="1200", height="630", fill="#ffffff")
    ET.SubElement(svg, "rect", width="1200", height="18", fill="#b3261e")
    lines = textwrap.wrap(clean(title), 30, max_lines=4, placeholder="…") or [" "]
    for number, line in enumerate(lines):
        _text(svg, line, 170 + 82 * number, size=68, ink="#1b2126", weight="bold")
    _text(svg, textwrap.shorten(clean(told), 46, placeholder="…"), 520, size=48, ink="#1d6a8c")
    _text(svg, "Doorstep · how well public bodies let the public in", 585, size=28, ink="#59636b")
    image: bytes = vl_convert.svg_to_png(ET.tostring(svg, encoding="unicode"))
    return image


def _text(
    svg: ET.Element, words: str, y: int, *, size: int, ink: str, weight: str = "normal"
) -> None:
    font = "Helvetica, Arial, sans-serif"
    ET.SubElement(
        svg,
        "text",
        {"x": "70", "y": str(y), "font-size": str(size), "fill": ink}
        | {"font-family": font, "font-weight": weight},
    ).text = words


def datasette(conn: sqlite3.Connection, folder: Path) -> None:
    """Make a folder with doorstep.db one that `datasette FOLDER` serves with all its questions."""
    described = metadata(conn, "doorstep")
    for name, value in (("metadata", described), ("settings", SETTINGS)):
        text = json.dumps(value, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    plugins = folder / "plugins"
    plugins.mkdir()
    text = files("reports").joinpath("templates/site/doorstep_sql.py.txt").read_text("utf-8")
    (plugins / "doorstep_sql.py").write_text(text, encoding="utf-8")


def workflow(register: str, checklist: str) -> str:
    """Write a workflow that crawls on a schedule and publishes, with the survey's own names."""
    text = files("reports").joinpath("templates/site/workflow.yml.txt").read_text("utf-8")
    names = yaml.safe_dump(
        {"REGISTER": register, "CHECKLIST": checklist}, default_flow_style=False, allow_unicode=True
    )
    return text.replace("  NAMES: here\n", textwrap.indent(names, "  "))
