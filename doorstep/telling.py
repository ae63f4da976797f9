"""The commands that tell: report, serve, and run, which does all three in one go."""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from audit.checklist import Checklist, read_checklist
from audit.database import read_database
from audit.lookup import known_audit
from crawler.register import Register, read_register
from doorstep.asking import crawl_settings
from doorstep.comparing import do_compare
from doorstep.crawling import do_crawl, sum_up
from doorstep.judging import CHECKLIST, ON, do_audit
from doorstep.screen import say, table
from doorstep.workspace import Workspace
from reports.post import Post, verify_post, write_post
from reports.serve import serve as run_server

PORT = 8001
SITE = f"http://127.0.0.1:{PORT}"
_MOST_ROWS = 40
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a run left behind: its exit status, audit and post."""

    status: int
    audit: str
    post: Post


@click.command()
@click.argument("audit", required=False)
@click.option(
    "--against",
    metavar="AUDIT",
    help="Write instead what changed since this earlier audit, and why.",
)
@click.option(
    "--checklist",
    metavar="NAME",
    help="With --against: the checklist's file, where the newer audit did not use a shipped one.",
)
@click.option("--template", type=_FILE, help="A Jinja2 template of your own (*.md or *.html).")
@click.option(
    "--site",
    default=SITE,
    show_default=True,
    metavar="ADDRESS",
    help="Where Datasette serves the database, for the links of the figures.",
)
@click.option(
    "--verify",
    type=_FILE,
    metavar="POST",
    help="Recompute every figure of a post instead, and fail if one no longer holds.",
)
@click.pass_obj
def report(  # noqa: PLR0917 - click hands them over by name
    workspace: Workspace,
    /,
    audit: str | None,
    against: str | None,
    checklist: str | None,
    template: Path | None,
    site: str,
    verify: Path | None,
) -> None:
    """Write the comparison post, or what changed and why, as Markdown and HTML.

    AUDIT is an audit's id; by default the newest. With --against, each change is traced to its
    cause: the old crawl is judged again by the new rules where they differ and that is needed.

    \b
    Example:
      doorstep report
      doorstep report --against icb-2026-20261121-101500-ccg-engagement-1
      doorstep report --verify doorstep-data/reports/my-post.html
    """
    if verify is not None:
        verify_post(workspace.database, verify)
        say(f"{verify}: every figure holds")
        return
    if against is None:
        post = do_report(workspace, audit, template=template, site=site)
    else:
        pair = (audit, against)
        post = do_compare(workspace, pair, checklist=checklist, template=template, site=site)
    say(str(post.markdown))
    say(str(post.html))


def do_report(
    workspace: Workspace, audit: str | None, *, template: Path | None = None, site: str = SITE
) -> Post:
    """Write the post of an audit into the workspace's reports."""
    database = read_database(workspace.database)
    with closing(database.conn):
        name = known_audit(database, audit)
    return write_post(workspace.database, name, workspace.reports, site_url=site, template=template)


@click.command()
@click.argument("register")
@CHECKLIST
@ON
@crawl_settings
@click.pass_obj
def run(
    workspace: Workspace,
    /,
    register: str,
    *,
    checklist: str,
    on: datetime | None,
    **settings: Any,
) -> None:
    """Crawl REGISTER, judge it and write the post, in one go.

    REGISTER is the name of a shipped register or the path of a CSV file.

    \b
    Example:
      doorstep run icb-2026 --checklist ccg-engagement --contact me@example.org
    """
    criteria = read_checklist(checklist)
    told = do_run(workspace, read_register(register), criteria, on.date() if on else None, settings)
    say(f"The post:  {told.post.html}")
    say(f"           {told.post.markdown}")
    say(f"To browse: {workspace.command('serve')}")
    raise SystemExit(told.status)


def do_run(
    workspace: Workspace,
    register: Register,
    checklist: Checklist,
    on: date | None,
    settings: dict[str, Any],
    *,
    site: str = SITE,
) -> Told:
    """Crawl, audit and report, and print the league table."""
    folder = do_crawl(workspace, register, settings)
    status = sum_up(folder)
    audit = do_audit(workspace, folder, checklist, on)
    post = do_report(workspace, audit, site=site)
    _league(workspace, audit)
    return Told(status=status, audit=audit, post=post)


def _league(workspace: Workspace, audit: str) -> None:
    with closing(read_database(workspace.database).conn) as conn:
        rows = conn.execute(
            "select rank, name, region, score, decided, met, not_found, unknown "
            "from league_table where audit = ? order by rank is null, rank, name",
            [audit],
        ).fetchall()
    table(
        f"How well they let the public in ({audit})",
        ("#rank", "body", "region", "#score", "#decided %", "#yes", "#not found", "#unknown"),
        ((*row[:3], _whole(row[3]), _whole(row[4]), *row[5:]) for row in rows[:_MOST_ROWS]),
    )
    if len(rows) > _MOST_ROWS:
        say(f"and {len(rows) - _MOST_ROWS} more")


def _whole(value: float | None) -> str | None:
    return None if value is None else f"{value:.0f}"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port to listen on.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open it in your browser.")
@click.pass_obj
def serve(workspace: Workspace, /, *, host: str, port: int, open_browser: bool) -> None:
    """Open Datasette on the workspace's database.

    \b
    Example:
      doorstep serve
      doorstep --home surveys serve --port 9000
    """
    with closing(read_database(workspace.database).conn) as conn:
        audit = conn.execute("select audit from newest").fetchone()
    posts = sorted(workspace.reports.glob("*.html"), key=lambda post: post.stat().st_mtime)
    told = addresses(audit[0] if audit else "", posts[-1] if posts else None)
    with suppress(KeyboardInterrupt):  # the way to stop it
        run_server(workspace.home, host, port, open_browser=open_browser, ready=told)


def addresses(audit: str, post: Path | None) -> Callable[[str], None]:
    """Make what prints the addresses to look at, once the server's own is known."""

    def told(site: str) -> None:
        say(f"Datasette:    {site}")
        if audit:
            say(f"League table: {site}doorstep/league_table?audit={quote(audit)}")
        if post:
            say(f"The post:     {site}posts/{quote(post.name)}")
        say("Press Ctrl-C to stop.")

    return told
