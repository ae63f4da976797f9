"""The commands that judge: audit and explain."""

from collections import Counter
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from datetime import date, datetime
from multiprocessing import get_context

import click
from sqlite_utils import Database

from audit.checklist import Checklist, read_checklist
from audit.database import read_database
from audit.lookup import finding, findings_of, known_audit
from audit.model import Finding
from audit.run import audit as run_audit
from audit.store import write_audit
from crawler.errors import CrawlError, DoorstepError
from crawler.folder import CrawlFolder
from crawler.reasons import REASONS
from doorstep.screen import judging_bar, say
from doorstep.workspace import Workspace
from reports.words import number, plural

DAY = click.DateTime(formats=["%Y-%m-%d"])
OUTCOMES = {
    "met": "yes",
    "not_found": "not found",
    "not_applicable": "does not apply",
    "unknown": "could not tell",
}
_MOST_UNREAD = 12
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
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


@click.command()
@click.argument("body")
@click.argument("criterion", required=False)
@click.option(
    "--audit", "audit_id", metavar="AUDIT", help="The audit to explain; by default the newest."
)
@click.pass_obj
def explain(
    workspace: Workspace, /, body: str, criterion: str | None, audit_id: str | None
) -> None:
    """Say why BODY got its verdicts.

    Shows the evidence, what looked like it but did not count, the pages searched, and what could
    not be read.

    \b
    Example:
      doorstep explain nhs-barford-icb
      doorstep explain nhs-barford-icb meetings-streamed
    """
    database = read_database(workspace.database)
    with closing(database.conn):
        name = known_audit(database, audit_id)
        asks = dict(
            database.execute(
                "select c.id, c.ask from criteria as c join audits as a "
                "on a.checklist = c.checklist where a.id = ?",
                [name],
            ).fetchall()
        )
        if criterion is None:
            _explain_all(name, body, asks, findings_of(database, name, body))
        else:
            _explain_one(asks, finding(database, name, body, criterion))
        _explain_unread(database, name, body)


def _explain_all(audit: str, body: str, asks: dict[str, str], found: tuple[Finding, ...]) -> None:
    counted = Counter(str(one.outcome) for one in found)
    said = ", ".join(f"{counted[o]} {words}" for o, words in OUTCOMES.items() if counted[o])
    say(f"{body} in {audit}: {said}")
    for one in found:
        say(f"{OUTCOMES[one.outcome]:15} {asks[one.criterion]} [{one.criterion}]", indent=2)


def _explain_one(asks: dict[str, str], one: Finding) -> None:
    say(f"{asks[one.criterion]} {OUTCOMES[one.outcome].capitalize()}.")
    if one.outcome == "met":
        clicks = one.clicks or 0
        say(f"Found {clicks} {plural(clicks, 'click')} from the home page:")
    elif one.reason:
        say(f"Because: {REASONS.get(one.reason, one.reason)}.")
    for proof in one.evidence:
        source = proof.source
        say(f"“{proof.quote}”", indent=2)
        say(f"{source.url}, {source.captured}", indent=4)
        say(f"{source.warc} at {source.offset}, {source.digest}", indent=4)
    if one.near:
        say("Looked like it, but did not count:")
    for miss in one.near:
        say(f"“{miss.quote}”", indent=2)
        say(f"{miss.source.url}: {miss.why}", indent=4)
    say(f"Searched: {one.searched}.")


def _explain_unread(database: Database, audit: str, body: str) -> None:
    rows = database.execute(
        "select p.url, p.reason from pages as p join audits as a on a.crawl = p.crawl "
        "where a.id = ? and p.body = ? and p.reason not in ('ok', 'not_modified', 'duplicate') "
        "and not (p.link_text in ('robots.txt', 'sitemap') and p.parent = '') "
        "order by p.clicks, p.url",
        [audit, body],
    ).fetchall()
    if rows:
        say(f"Not read of this body ({len(rows)}):")
    for url, reason in rows[:_MOST_UNREAD]:
        say(f"{url}: {REASONS.get(reason, reason)}", indent=2)
    if len(rows) > _MOST_UNREAD:
        say(f"and {len(rows) - _MOST_UNREAD} more", indent=2)
