"""The command that opens Datasette: serve."""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

import click

from audit.database import read_database
from doorstep.reporting import PORT
from doorstep.screen import say
from doorstep.workspace import Workspace
from reports.serve import serve as run_server


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
