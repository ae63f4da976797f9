"""The commands that tell: report, serve, and run, which does all three in one go."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from audit.database import read_database
from audit.lookup import known_audit
from doorstep.crawling import crawl_settings, do_crawl, sum_up
from doorstep.judging import DAY, do_audit
from doorstep.workspace import Workspace
from reports.post import Post, verify_post, write_post
from reports.serve import serve as run_server

PORT = 8001


@click.command()
@click.argument("audit", required=False)
@click.option("--template", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A Jinja2 template of your own (*.md or *.html).")
@click.option("--site", default=f"http://127.0.0.1:{PORT}", show_default=True, help="Where Datasette serves the database, for the links of the figures.")
@click.option("--verify", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="POST", help="Recompute every figure of a post instead; fails on the first that no longer holds.")
@click.pass_obj
def report(workspace: Workspace, audit: str | None, template: Path | None, site: str, verify: Path | None) -> None:
    """Write the comparison post of AUDIT (by default the newest) as Markdown and HTML.

    \b
    Example:
      doorstep report
      doorstep report --verify doorstep-data/reports/my-post.html
    """
    if verify is not None:
        count = verify_post(workspace.database, verify)
        click.echo(f"{verify}: every figure holds" + (f" ({count})" if isinstance(count, int) else ""))
        return
    post = do_report(workspace, audit, template=template, site=site)
    click.echo(post.markdown)
    click.echo(post.html)


def do_report(workspace: Workspace, audit: str | None, *, template: Path | None = None, site: str = f"http://127.0.0.1:{PORT}") -> Post:
    """Write the post of an audit into the workspace's reports."""
    database = read_database(workspace.database)
    name = known_audit(database, audit)
    database.close()
    return write_post(workspace.database, name, workspace.reports, site_url=site, template=template)


@click.command()
@click.argument("register")
@click.option("--checklist", "checklist", required=True, metavar="NAME", help="A shipped checklist's name or a YAML file's path.")
@click.option("--on", "on", type=DAY, metavar="DATE", help="Judge as if today were DATE (YYYY-MM-DD).")
@crawl_settings
@click.pass_obj
def run(workspace: Workspace, register: str, checklist: str, on: datetime | None, **settings: Any) -> None:
    """Crawl REGISTER, judge it by a checklist and write the post, in one go.

    \b
    Example:
      doorstep run icb-2026 --checklist ccg-engagement --contact me@example.org
    """
    status = do_run(workspace, register, checklist, on, settings)
    raise SystemExit(status)


def do_run(workspace: Workspace, register: str, checklist: str, on: datetime | None, settings: dict[str, Any]) -> int:
    """Crawl, audit and report; give the exit status and say where the results are."""
    from audit.checklist import read_checklist  # noqa: PLC0415 - before anything is fetched

    read_checklist(checklist)
    folder = do_crawl(workspace, register, settings)
    status = sum_up(folder)
    name = do_audit(workspace, folder, checklist, on.date() if on else None)
    post = do_report(workspace, name)
    league(workspace, name)
    click.echo(f"post: {post.html}\n      {post.markdown}")
    click.echo(f"browse: doorstep --home {workspace.home} serve")
    return status


def league(workspace: Workspace, audit: str) -> None:
    """Print the league table of an audit."""
    database = read_database(workspace.database)
    rows = database.execute(
        "select rank, name, region, score, decided, met, not_found, unknown from league_table where audit = ? "
        "order by rank is null, rank, name",
        [audit],
    ).fetchall()
    database.close()
    table = Table(title=f"How well they let the public in ({audit})")
    for head, right in (("rank", True), ("body", False), ("region", False), ("score", True), ("decided %", True), ("yes", True), ("not found", True), ("unknown", True)):
        table.add_column(head, justify="right" if right else "left")
    for rank, name, region, score, decided, met, not_found, unknown in rows:
        table.add_row(str(rank or "–"), str(name), str(region or ""), "–" if score is None else f"{score:.0f}", f"{decided:.0f}", str(met), str(not_found), str(unknown))
    Console(width=120).print(table)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port to listen on.")
@click.option("--open", "open_browser", is_flag=True, help="Open it in your browser.")
@click.pass_obj
def serve(workspace: Workspace, host: str, port: int, open_browser: bool) -> None:  # noqa: FBT001 - click
    """Open Datasette on the workspace's database.

    \b
    Example:
      doorstep serve
      doorstep --home surveys serve --port 9000
    """
    run_server(workspace.home, host, port, open_browser=open_browser)
