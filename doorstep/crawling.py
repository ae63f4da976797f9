"""The command that fetches: crawl."""

from typing import Any

import click

from crawler.errors import DoorstepError
from crawler.folder import CrawlFolder
from crawler.period import ARCHIVE, WITHIN
from crawler.register import Register, read_register
from crawler.run import CrawlOptions
from crawler.run import crawl as run_crawl
from doorstep.asking import crawl_settings
from doorstep.crawled import sum_up
from doorstep.screen import CrawlBoard, say
from doorstep.workspace import Workspace


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
