"""The commands around a crawl that ask no site for anything: registers, import, export."""

from collections import Counter
from pathlib import Path

import click

from crawler.export import export_crawl
from crawler.imports import import_archives
from crawler.register import Register, read_register, shipped_registers
from doorstep.crawled import sum_up
from doorstep.screen import say, table
from doorstep.workspace import Workspace
from reports.words import number, plural

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
