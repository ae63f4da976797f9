"""Publish a workspace as a static site that needs no server, from any folder or web address."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from reports import site_files
from reports.change_post import write_change_post
from reports.errors import ReportError
from reports.escaping import slug
from reports.figures import listed_figures
from reports.package import write_package, write_sheets
from reports.post import Post, write_post
from reports.privacy import published_copy, read_omitted
from reports.site_pages import Article, Page, Site, pages
from reports.site_read import Survey, surveys

MARK = ".doorstep-site"
_KEPT = {".git", "CNAME"}


def publish(
    db_path: Path, out_dir: Path, *, base_url: str = "", with_personal_contacts: bool = False
) -> Path:
    """Write the whole site and return its index; the same database gives the same bytes.

    `base_url` is where the site will stand, for feeds and previews, which need whole addresses.
    Whoever is in `omitted.csv` beside the database is left out. `out_dir` must be new, empty or an
    earlier publication, which is replaced only when the new one is whole.
    """
    base_url = _whole(base_url)
    _may_replace(out_dir)
    out_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out_dir.name}-", dir=out_dir.parent) as room:
        made = Path(room) / "site"
        (made / "data").mkdir(parents=True)
        copy = made / "data" / "doorstep.db"
        published_copy(
            db_path,
            copy,
            read_omitted(db_path.parent),
            with_personal_contacts=with_personal_contacts,
        )
        with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as conn:
            _write_site(conn, made, base_url=base_url, personal=with_personal_contacts)
        _replace(out_dir, made)
    return out_dir / "index.html"


def _write_site(conn: sqlite3.Connection, made: Path, *, base_url: str, personal: bool) -> None:
    copy = made / "data" / "doorstep.db"
    found = surveys(conn)
    if not found:
        raise ReportError("nothing has been audited yet; run `doorstep audit` first")
    newest = found[0].summary
    sheets = write_sheets(conn, made / "data")
    title = f"{newest['title']} {newest['bodies']} websites"
    write_package(made, sheets, title=title, day=newest["judged_on"])
    site_files.datasette(conn, made / "data")
    site = Site(
        conn=conn,
        surveys=found,
        articles=list(_articles(copy, found, made / "posts")),
        sheets=sheets,
        base_url=base_url,
        contact=newest["contact"],
        bytes=copy.stat().st_size,
        personal=personal,
    )
    written: list[Page] = []
    for page in pages(site):
        _write(made / page.path, page.html)
        written.append(page)
    _write(made / "feed.xml", site_files.feed(site))
    _write(made / "sitemap.xml", site_files.sitemap(site, written))
    names = newest["register"], newest["checklist"]
    _write(made / "workflow" / "doorstep.yml", site_files.workflow(*names))
    _write(made / MARK, "Doorstep may replace this folder.\n")
    _write(made / ".nojekyll", "")
    _previews(made / "social", site, written)


def _articles(copy: Path, found: list[Survey], folder: Path) -> Iterator[Article]:
    """Write each survey's post, and what changed since the audit before it."""
    for survey in found:
        page = f"{slug(survey.audit)}-figures.html"
        yield _article(write_post(copy, survey.audit, folder, figures_page=page), survey)
        if survey.before:
            page = f"{slug(f'{survey.audit}-since-{survey.before}')}-figures.html"
            post = write_change_post(copy, survey.audit, survey.before, folder, figures_page=page)
            yield _article(post, survey)


def _article(post: Post, survey: Survey) -> Article:
    return Article(
        audit=survey.audit,
        slug=post.html.stem,
        title=post.title,
        description=post.description,
        day=survey.summary["judged_on"],
        figures=tuple(listed_figures(post.html)),
    )


def _previews(folder: Path, site: Site, written: list[Page]) -> None:
    folder.mkdir()
    newest = site.surveys[0].summary
    told = f"{newest['bodies']} websites, {newest['criteria']} questions"
    (folder / "index.png").write_bytes(site_files.preview(newest["title"], told))
    for page in written:
        if page.preview:
            name = page.path.removesuffix("/index.html").replace("/", "-")
            (folder / f"{name}.png").write_bytes(site_files.preview(*page.preview))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _whole(base_url: str) -> str:
    if not base_url:
        return ""
    parts = urlsplit(base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ReportError(
            f"{base_url}: not a web address; give one like https://example.org/survey/"
        )
    return base_url.rstrip("/") + "/"


def _may_replace(out_dir: Path) -> None:
    if out_dir.is_file():
        raise ReportError(f"{out_dir}: is a file; name a folder")
    others = [path.name for path in out_dir.glob("*")] if out_dir.is_dir() else []
    if set(others) - _KEPT and not (out_dir / MARK).is_file():
        raise ReportError(
            f"{out_dir}: holds files that Doorstep did not publish ({min(others)}); "
            "name a new or an empty folder"
        )


def _replace(out_dir: Path, made: Path) -> None:
    """Put the new site in the place of the old, keeping what makes it a repository or a domain."""
    if out_dir.is_dir():
        for name in _KEPT:
            if (out_dir / name).exists():
                shutil.move(out_dir / name, made / name)
        shutil.rmtree(out_dir)
    shutil.move(made, out_dir)
