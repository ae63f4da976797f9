"""The command that judges: audit."""

from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from datetime import date, datetime
from multiprocessing import get_context

import click

from audit.checklist import Checklist, read_checklist
from audit.database import check_database, read_database
from audit.run import audit as run_audit
from audit.store import write_audit
from crawler.errors import CrawlError, DoorstepError
from crawler.folder import CrawlFolder
from doorstep.explaining import OUTCOMES
from doorstep.screen import judging_bar, say
from doorstep.workspace import Workspace
from reports.words import number

DAY = click.DateTime(formats=["%Y-%m-%d"])
CHECKLIST = click.option(
    "--checklist",
    required=True,
    metavar="NAME",
    help="A shipped checklist's name or a YAML file's path.",
)
ON = click.option(
    "--on",
    type=DAY,
    metavar="DATE",
    help="Judge as if today were DATE (YYYY-MM-DD); by default the crawl's date.",
)


@click.command()
@click.argument("crawl", required=False)
@CHECKLIST
@ON
@click.option(
    "--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to work in."
)
@click.pass_obj
def audit(
    workspace: Workspace,
    /,
    crawl: str | None,
    checklist: str,
    on: datetime | None,
    workers: int,
) -> None:
    """Judge a crawl by a checklist and store findings with evidence.

    CRAWL is a crawl's id or path; by default the newest.

    \b
    Example:
      doorstep audit --checklist ccg-engagement
      doorstep audit icb-2026-20261121-101500 --checklist my-own.yml --on 2026-11-01
    """
    criteria = read_checklist(checklist)
    folder = workspace.crawl(crawl)
    name = do_audit(workspace, folder, criteria, on.date() if on else None, workers)
    with closing(read_database(workspace.database).conn) as conn:
        counted = dict(
            conn.execute(
                "select outcome, count(*) from findings where audit = ? group by outcome", [name]
            ).fetchall()
        )
    said = ", ".join(f"{number(counted[o])} {w}" for o, w in OUTCOMES.items() if o in counted)
    say(f"{name}: {number(sum(counted.values()))} findings: {said}")
    say("next: " + workspace.command("report", name))
    say("      " + workspace.command("serve"))


def do_audit(
    workspace: Workspace,
    folder: CrawlFolder,
    checklist: Checklist,
    on: date | None,
    workers: int = 1,
    *,
    status: str = "done",
) -> str:
    """Audit a crawl folder with a progress bar and store it; give the audit's id."""
    if folder.path.parent.resolve() != workspace.crawls.resolve():
        raise DoorstepError(
            f"{folder.path}: lies outside {workspace.crawls}; "
            "move the crawl folder there so that evidence can point to it"
        )
    check_database(workspace.database)
    with judging_bar() as bar, _executor(workers) as executor:
        task = bar.add_task("judging", total=len(folder.bodies()))
        try:
            result = run_audit(
                folder,
                checklist,
                judged_on=on,
                executor=executor,
                progress=lambda _: bar.advance(task),
            )
        except (CrawlError, OSError) as error:
            said = f"{error.strerror}: {error.filename}" if isinstance(error, OSError) else error
            raise DoorstepError(
                f"{folder.path}: the archive is damaged: {said}\n"
                "Mend it from a copy, or crawl again."
            ) from error
    return write_audit(workspace.database, replace(result, status=status))


def _executor(workers: int) -> AbstractContextManager[Executor | None]:
    if workers == 1:
        return nullcontext()
    context = get_context("forkserver")
    context.set_forkserver_preload(["audit.run"])
    return ProcessPoolExecutor(workers, mp_context=context)
