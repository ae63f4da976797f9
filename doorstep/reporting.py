"""The command that writes posts: report."""

from contextlib import closing
from pathlib import Path

import click

from audit.database import read_database
from audit.lookup import known_audit
from doorstep.screen import say
from doorstep.workspace import Workspace
from reports.post import Post, verify_post, write_post

PORT = 8001
SITE = f"http://127.0.0.1:{PORT}"
"""Where Datasette serves unless something else is asked for."""

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


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
        from doorstep.comparing import do_compare  # noqa: PLC0415 - it loads all that judges

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
