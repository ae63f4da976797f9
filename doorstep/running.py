"""The command that crawls, judges and tells in one go: run."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import click

from audit.checklist import Checklist, read_checklist
from audit.database import check_database, read_database
from crawler.register import Register, read_register
from doorstep.asking import crawl_settings
from doorstep.crawled import sum_up
from doorstep.crawling import do_crawl
from doorstep.judging import CHECKLIST, ON, do_audit
from doorstep.reporting import SITE, do_report
from doorstep.screen import say, table
from doorstep.workspace import Workspace
from reports.post import Post

_MOST_ROWS = 40


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a run left behind: its exit status, audit and post."""

    status: int
    audit: str
    post: Post


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
    check_database(workspace.database)
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
