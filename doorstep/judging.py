"""The commands that judge: audit, explain, checklist."""

import json
from collections import Counter
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from multiprocessing import get_context

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from audit.checklist import read_checklist, shipped_checklists
from audit.database import read_database
from audit.examples import run_examples
from audit.lookup import finding, findings_of, known_audit
from audit.model import Finding
from audit.run import audit as run_audit
from audit.store import write_audit
from crawler.errors import DoorstepError
from crawler.folder import CrawlFolder
from crawler.reasons import REASONS
from doorstep.workspace import Workspace

DAY = click.DateTime(formats=["%Y-%m-%d"])
OUTCOME_WORDS = {
    "met": "yes",
    "not_found": "not found",
    "not_applicable": "does not apply",
    "unknown": "could not tell",
}


@click.command()
@click.argument("crawl", required=False)
@click.option("--checklist", "checklist", required=True, metavar="NAME", help="A shipped checklist's name or a YAML file's path.")
@click.option("--on", "on", type=DAY, metavar="DATE", help="Judge as if today were DATE (YYYY-MM-DD); by default the crawl's date.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to work in.")
@click.pass_obj
def audit(workspace: Workspace, crawl: str | None, checklist: str, on: datetime | None, workers: int) -> None:
    """Judge a crawl (by default the newest) by a checklist and store findings with evidence.

    \b
    Example:
      doorstep audit --checklist ccg-engagement
      doorstep audit icb-2026-20261121-101500 --checklist my-own.yml --on 2026-11-01
    """
    name = do_audit(workspace, workspace.crawl(crawl), checklist, on.date() if on else None, workers)
    click.echo(name)


def do_audit(workspace: Workspace, folder: CrawlFolder, checklist: str, on: date | None, workers: int = 1) -> str:
    """Audit a crawl folder with a progress bar and store it; give the audit's id."""
    criteria = read_checklist(checklist)
    if folder.path.parent.resolve() != workspace.crawls.resolve():
        raise DoorstepError(f"{folder.path}: lies outside {workspace.crawls}; move the crawl folder there so that evidence can point to it")
    with _bar() as bar, _executor(workers) as executor:
        task = bar.add_task("judging", total=len(folder.bodies()))
        result = run_audit(folder, criteria, judged_on=on, executor=executor, progress=lambda _: bar.advance(task))
    workspace.home.mkdir(parents=True, exist_ok=True)
    return write_audit(workspace.database, result)


def _executor(workers: int) -> AbstractContextManager[Executor | None]:
    if workers == 1:
        return nullcontext()
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _bar() -> Progress:
    return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("bodies"), console=Console(stderr=True))


@click.command()
@click.argument("body")
@click.argument("criterion", required=False)
@click.option("--audit", "audit_id", metavar="AUDIT", help="The audit to explain; by default the newest.")
@click.pass_obj
def explain(workspace: Workspace, body: str, criterion: str | None, audit_id: str | None) -> None:
    """Say why BODY got its verdicts: evidence, pages searched, what was blocked.

    \b
    Example:
      doorstep explain nhs-barford-icb
      doorstep explain nhs-barford-icb meetings-streamed
    """
    database = read_database(workspace.database)
    name = known_audit(database, audit_id)
    console = Console()
    asks = dict(database.execute("select c.id, c.ask from criteria c join audits a on a.checklist = c.checklist where a.id = ?", [name]).fetchall())
    if criterion is not None:
        _explain_one(console, asks, finding(database, name, body, criterion))
        return
    found = findings_of(database, name, body)
    counted = Counter(f.outcome for f in found)
    console.print(f"{body} in {name}: " + ", ".join(f"{counted[o]} {words}" for o, words in OUTCOME_WORDS.items() if counted[o]), markup=False)
    for one in found:
        console.print(f"  {OUTCOME_WORDS[one.outcome]:15} {asks.get(one.criterion, one.criterion)}  [{one.criterion}]", markup=False)


def _explain_one(console: Console, asks: dict[str, str], one: Finding) -> None:
    say = {"markup": False, "soft_wrap": True}
    console.print(f"{asks.get(one.criterion, one.criterion)} {OUTCOME_WORDS[one.outcome].capitalize()}.", **say)  # type: ignore[arg-type]
    if one.outcome == "met":
        console.print(f"Found {one.clicks} click{'' if one.clicks == 1 else 's'} from the home page:", **say)  # type: ignore[arg-type]
    elif one.reason:
        console.print(f"Because: {REASONS.get(one.reason, one.reason)}.", **say)  # type: ignore[arg-type]
    for proof in one.evidence:
        console.print(f"  “{proof.quote}”", **say)  # type: ignore[arg-type]
        console.print(f"    {proof.source.url}  ({proof.source.captured[:10]}; {proof.source.warc} at {proof.source.offset})", **say)  # type: ignore[arg-type]
    console.print(f"Searched: {one.searched}.", **say)  # type: ignore[arg-type]


@click.group()
def checklist() -> None:
    """Work on checklists.

    \b
    Example:
      doorstep checklist check ccg-engagement
    """


@checklist.command()
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="Say it as JSON.")
def check(name: str | None, as_json: bool) -> None:  # noqa: FBT001 - click hands options over so
    """Validate a checklist and run its examples; NAME is a shipped name or a YAML file's path.

    \b
    Example:
      doorstep checklist check ccg-engagement
      doorstep checklist check my-own.yml
    """
    console = Console()
    if name is None:
        table = Table(title="Shipped checklists")
        table.add_column("name")
        table.add_column("criteria", justify="right")
        table.add_column("about")
        for known in shipped_checklists():
            read = read_checklist(known)
            table.add_row(known, str(len(read.live)), read.title)
        console.print(table)
        return
    read = read_checklist(name)
    shown = list(run_examples(read))
    wrong = [s for s in shown if not s.holds]
    if as_json:
        click.echo(json.dumps({"criteria": len(read.live), "examples": len(shown), "wrong": [vars(s) for s in wrong]}, indent=1))
    for one in wrong if not as_json else []:
        console.print(f"{name}: {one.name}: should be {one.wanted}, is {one.got}" + (f" ({one.because})" if one.because else ""), markup=False, soft_wrap=True)
    if not as_json:
        console.print(f"{name}: {len(read.live)} criteria, {len(shown)} examples, {len(wrong)} wrong", markup=False)
    if wrong:
        raise SystemExit(2)
