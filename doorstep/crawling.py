"""The commands that fetch or hand on what was fetched: registers, crawl, import, export."""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from crawler.errors import DoorstepError
from crawler.export import export_crawl
from crawler.folder import CrawlFolder
from crawler.imports import import_archives
from crawler.mementos import ARCHIVE, WITHIN
from crawler.reasons import REASONS
from crawler.register import Register, read_register, shipped_registers
from crawler.run import CrawlOptions
from crawler.run import crawl as run_crawl
from doorstep.asking import crawl_settings
from doorstep.crawled import READ
from doorstep.screen import CrawlBoard, say, table
from doorstep.workspace import Workspace
from reports.words import number, plural

SOME_BODIES_FAILED = 1
_MEGABYTE = 1_000_000


@click.command()
@click.argument("name", metavar="[NAME]", required=False)
def registers(name: str | None) -> None:
    """List what can be crawled, or check one register row by row.

    NAME is the name of a shipped register or the path of a CSV file.

    \b
    Example:
      doorstep registers
      doorstep registers my-councils.csv
    """
    if name is not None:
        _check_register(name, read_register(name))
        return
    found = {shipped: read_register(shipped) for shipped in shipped_registers()}
    table(
        "Shipped registers",
        ("name", "#bodies", "#with a website", "kinds"),
        (
            (
                shipped,
                len(it.bodies),
                _with_site(it),
                ", ".join(sorted({b.kind for b in it.bodies})),
            )
            for shipped, it in found.items()
        ),
    )


def _check_register(name: str, register: Register) -> None:
    bodies = register.bodies
    say(
        f"{name}: {len(bodies)} {plural(len(bodies), 'body')}, "
        f"{_with_site(register)} with a website; no mistakes found"
    )
    for region, counted in sorted(Counter(b.region or "(no region)" for b in bodies).items()):
        say(f"{counted:5}  {region}", indent=2)
    for body in bodies:
        if not body.website:
            say(f"{body.id}: no website, so it will be reported as unknown", indent=2)


def _with_site(register: Register) -> int:
    return sum(1 for body in register.bodies if body.website)


@click.command()
@click.argument("register")
@crawl_settings
@click.option("--resume", metavar="CRAWL", help="Go on with a crawl that was stopped.")
@click.option(
    "--since", metavar="CRAWL", help="Ask only for what has changed since an earlier crawl."
)
@click.pass_obj
def crawl(
    workspace: Workspace, /, register: str, *, resume: str | None = None, **settings: Any
) -> None:
    """Fetch the sites of REGISTER politely into a crawl folder.

    REGISTER is the name of a shipped register or the path of a CSV file.

    \b
    Example:
      doorstep crawl icb-2026 --contact me@example.org
      doorstep crawl my-councils.csv --only barford,tilbrook --pages 20 --contact me@example.org
      doorstep crawl ccg-2013 --as-of 2013-08-06 --delay 4 --contact me@example.org
    """
    folder = do_crawl(workspace, read_register(register), settings, resume=resume)
    status = sum_up(folder)
    say("next: " + workspace.command("audit", folder.path.name, "--checklist", "NAME"))
    raise SystemExit(status)


def do_crawl(
    workspace: Workspace,
    register: Register,
    settings: dict[str, Any],
    *,
    resume: str | None = None,
) -> CrawlFolder:
    """Crawl with a bar for each body; give the crawl folder.

    Raises KeyboardInterrupt, once the folder is sound, when the user stopped it.
    """
    only = tuple(i.strip() for i in (settings["only"] or "").split(",") if i.strip())
    contact = settings["contact"]
    since = settings.get("since")
    again = _crawl_of(workspace, register, resume) if resume else None
    if again:
        only = only or tuple(body.id for body in again.bodies())
        contact = contact or str(again.info.get("contact") or "")
    options = CrawlOptions(
        register=register,
        root=workspace.crawls,
        contact=contact,
        only=only,
        limit=settings["limit"],
        pages=settings["pages"],
        delay=settings["delay"],
        allow_private=settings["allow_private"],
        workers=settings.get("workers", 1),
        since=workspace.crawl(since).path if since else None,
        resume=again.path if again else None,
        as_of=settings["as_of"].date() if settings.get("as_of") else None,
        archive=settings.get("archive") or ARCHIVE,
        within=settings.get("within", WITHIN),
        browser=settings.get("browser", False),
    )
    board = CrawlBoard(names={body.id: body.name for body in register.bodies})
    try:
        folder = run_crawl(options, board.step)
    finally:
        board.close()
    if folder.info.get("status") == "interrupted":
        say(f"{folder.path}: what was read is kept; to go on:")
        asked = ("--pages", str(options.pages), "--delay", f"{options.delay:g}")
        words = ("crawl", register.path, "--resume", folder.path.name, *asked)
        say(workspace.command(*words), indent=2)
        raise KeyboardInterrupt
    return folder


def _crawl_of(workspace: Workspace, register: Register, name: str) -> CrawlFolder:
    folder = workspace.crawl(name)
    begun = folder.info.get("register")
    if begun != register.name:
        raise DoorstepError(
            f"{folder.path.name}: this is a crawl of the register '{begun}', "
            f"not of '{register.name}'; resume it with the register that it began with"
        )
    return folder


def sum_up(folder: CrawlFolder) -> int:
    """Say what a crawl read and what it could not; give the exit status."""
    read = Counter(f.body for f in folder.fetches() if f.is_page and f.reason in READ)
    failed = folder.failures()
    pages = sum(read.values())
    say(
        f"{folder.path}: {number(pages)} {plural(pages, 'page')} read "
        f"of {len(read)} {plural(len(read), 'body')}"
    )
    names = {body.id: body.name for body in folder.bodies()}
    for body, reason in sorted(failed.items()):
        say(f"not read: {names.get(body, body)}: {REASONS.get(reason, reason)}", indent=2)
    return SOME_BODIES_FAILED if failed else 0


@click.command(name="import")
@click.argument("register")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def import_(workspace: Workspace, /, register: str, files: tuple[Path, ...]) -> None:
    """Make a crawl folder from archives that any other tool made.

    FILES are WARC, ARC or WACZ. Their pages are given to the bodies of REGISTER by their addresses.

    \b
    Example:
      wget --mirror --warc-file=mysite http://www.example.org/
      doorstep import my-register.csv mysite.warc.gz
    """
    folder = import_archives(read_register(register), files, workspace.crawls)
    status = sum_up(folder)
    say("next: " + workspace.command("audit", folder.path.name, "--checklist", "NAME"))
    raise SystemExit(status)


@click.command()
@click.argument("crawl", metavar="CRAWL")
@click.argument("file", metavar="FILE.wacz", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def export(workspace: Workspace, /, crawl: str, file: Path) -> None:
    """Write a crawl into one WACZ file that replays anywhere.

    ReplayWeb.page opens it, and `doorstep import` reads it again.

    \b
    Example:
      doorstep export my-councils-20260801-090000 councils.wacz
    """
    pages = export_crawl(workspace.crawl(crawl), file)
    size = file.stat().st_size / _MEGABYTE
    say(f"{file}: {number(pages)} {plural(pages, 'page')}, {size:.1f} MB")
    say("to look at it: https://replayweb.page/", indent=2)
