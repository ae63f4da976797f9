"""The commands that fetch: registers, crawl, import, crawls."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from crawler.folder import CrawlFolder
from crawler.imports import import_archives
from crawler.reasons import REASONS
from crawler.register import Register, read_register, shipped_registers
from crawler.run import CrawlOptions
from crawler.run import Progress as Step
from crawler.run import crawl as run_crawl
from doorstep.workspace import Workspace

SOME_BODIES_FAILED = 1
_MOST_BARS = 20
_MEGABYTE = 1_000_000
_Command = Callable[..., None]


def crawl_settings(command: _Command) -> _Command:
    """Add the options that say how to crawl, shared by `crawl` and `run`."""
    options: list[Callable[[_Command], _Command]] = [
        click.option("--only", metavar="ID,..", help="Crawl only these bodies."),
        click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N bodies."),
        click.option("--pages", type=click.IntRange(1), default=60, show_default=True, help="Pages to read of each body."),
        click.option("--delay", type=click.FloatRange(0), default=1.0, show_default=True, help="Seconds between two requests to a host."),
        click.option("--contact", envvar="DOORSTEP_CONTACT", default="", metavar="ADDRESS", help="Your e-mail or web address, told to every site (or DOORSTEP_CONTACT). Required."),
        click.option("--allow-private", is_flag=True, help="Also ask private and loopback addresses: for tests of your own."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("register", metavar="[NAME]", required=False)
def registers(register: str | None) -> None:
    """List what can be crawled, or check one register row by row.

    NAME is the name of a shipped register or the path of a CSV file.

    \b
    Example:
      doorstep registers
      doorstep registers my-councils.csv
    """
    console = Console()
    if register is None:
        table = Table(title="Shipped registers")
        for head in ("name", "bodies", "with a website", "kinds"):
            table.add_column(head, justify="right" if "b" in head[:1] or "w" in head[:1] else "left")
        for name in shipped_registers():
            found = read_register(name)
            kinds = ", ".join(sorted({b.kind for b in found.bodies if b.kind}))
            table.add_row(name, str(len(found.bodies)), str(_with_site(found)), kinds)
        console.print(table)
        return
    found = read_register(register)
    regions = Counter(b.region or "(no region)" for b in found.bodies)
    console.print(f"{register}: {len(found.bodies)} bodies, {_with_site(found)} with a website; no mistakes found.", markup=False)
    for region, count in sorted(regions.items()):
        console.print(f"  {count:5}  {region}", markup=False)
    for body in found.bodies:
        if not body.website:
            console.print(f"  {body.id}: no website, so it will be reported as unknown", markup=False)


def _with_site(register: Register) -> int:
    return sum(1 for b in register.bodies if b.website)


@click.command()
@click.argument("register")
@crawl_settings
@click.option("--resume", metavar="CRAWL", help="Go on with a crawl that was stopped.")
@click.pass_obj
def crawl(workspace: Workspace, register: str, resume: str | None, **settings: Any) -> None:
    """Fetch the sites of REGISTER politely into a crawl folder.

    REGISTER is the name of a shipped register or the path of a CSV file.

    \b
    Example:
      doorstep crawl icb-2026 --contact me@example.org
      doorstep crawl my-councils.csv --only barford,tilbrook --pages 20 --contact me@example.org
    """
    folder = do_crawl(workspace, register, settings, resume=resume)
    raise SystemExit(sum_up(folder))


def do_crawl(workspace: Workspace, register: str, settings: dict[str, Any], *, resume: str | None = None) -> CrawlFolder:
    """Crawl with a progress bar for each body; give the crawl folder."""
    options = CrawlOptions(
        register=read_register(register),
        root=workspace.crawls,
        contact=settings["contact"],
        only=tuple(i.strip() for i in (settings["only"] or "").split(",") if i.strip()),
        limit=settings["limit"],
        pages=settings["pages"],
        delay=settings["delay"],
        allow_private=settings["allow_private"],
        resume=workspace.crawl(resume).path if resume else None,
    )
    names = {b.id: b.name for b in options.register.bodies}
    with _bars() as bars:
        return run_crawl(options, _Board(bars, names).step)


def _bars() -> Progress:
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.completed:>3.0f} pages  {task.fields[errors]}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )


@dataclass
class _Board:
    """The bars of a crawl: one a body while there are few, one for all when there are many."""

    bars: Progress
    names: dict[str, str]

    def __post_init__(self) -> None:
        self.tasks: dict[str, TaskID] = {}
        self.over: set[str] = set()
        self.pages: dict[str, int] = {}
        self.errors: dict[str, int] = {}
        self.every = len(self.names) > _MOST_BARS
        if self.every:
            self.all = self.bars.add_task(f"{len(self.names)} bodies", total=len(self.names), errors="")

    def step(self, step: Step) -> None:
        """Show how far the crawl of one body is."""
        self.pages[step.body], self.errors[step.body] = step.pages, step.errors
        if step.done:
            self.over.add(step.body)
        if self.every:
            self.bars.update(self.all, completed=len(self.over), errors=f"of bodies done, {sum(self.pages.values())} read, {sum(self.errors.values())} errors")
            return
        if step.body not in self.tasks:
            self.tasks[step.body] = self.bars.add_task(self.names.get(step.body, step.body)[:44].ljust(44), total=step.budget, errors="")
        words = f"{step.errors} errors" if step.errors else ""
        total = max(step.pages, 1) if step.done else step.budget
        self.bars.update(self.tasks[step.body], completed=step.pages, total=total, errors=words)


def sum_up(folder: CrawlFolder) -> int:
    """Say what a crawl read and what it could not; give the exit status."""
    console = Console()
    read = Counter(f.body for f in folder.fetches() if f.is_page and f.reason in ("ok", "not_modified"))
    failed = folder.failures()
    console.print(f"{folder.path}: {sum(read.values())} pages of {len(read)} bodies", markup=False, soft_wrap=True)
    names = {b.id: b.name for b in folder.bodies()}
    for body, reason in sorted(failed.items()):
        console.print(f"  not read: {names.get(body, body)}: {REASONS.get(reason, reason)}", markup=False, soft_wrap=True)
    return SOME_BODIES_FAILED if failed else 0


@click.command(name="import")
@click.argument("register")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def import_(workspace: Workspace, register: str, files: tuple[Path, ...]) -> None:
    """Make a crawl folder from WARC, ARC or WACZ FILES that any other tool made.

    Pages are given to the bodies of REGISTER by their addresses.

    \b
    Example:
      wget --mirror --warc-file=mysite http://www.example.org/
      doorstep import my-register.csv mysite.warc.gz
    """
    folder = import_archives(read_register(register), files, workspace.crawls)
    raise SystemExit(sum_up(folder))


@click.command()
@click.pass_obj
def crawls(workspace: Workspace) -> None:
    """Show what has been crawled: bodies, pages, failures by reason, size.

    \b
    Example:
      doorstep crawls
    """
    folders = workspace.folders()
    console = Console()
    if not folders:
        console.print(f"{workspace.home}: nothing has been crawled yet; run `doorstep crawl REGISTER`", markup=False)
        return
    table = Table(title=f"Crawls in {workspace.home}")
    for head in ("crawl", "status", "bodies", "pages", "MB", "not read, by reason"):
        table.add_column(head, justify="right" if head in ("bodies", "pages", "MB") else "left", overflow="fold")
    for folder in folders:
        fetches = [f for f in folder.fetches() if f.is_page]
        reasons = Counter(f.reason for f in fetches if f.reason not in ("ok", "not_modified"))
        size = sum(path.stat().st_size for path in folder.path.glob("*")) / _MEGABYTE
        said = "; ".join(f"{count} {REASONS.get(reason, reason)}" for reason, count in reasons.most_common())
        good = sum(f.reason in ("ok", "not_modified") for f in fetches)
        table.add_row(folder.path.name, str(folder.info.get("status", "")), str(len(folder.bodies())), str(good), f"{size:.1f}", said)
    console.print(table)
