"""The command that shows what was crawled: each crawl in a few lines, or one body by body."""

from collections import Counter
from collections.abc import Iterable

import click

from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, Fetch
from crawler.reasons import REASONS
from crawler.register import Body
from doorstep.screen import say
from doorstep.workspace import Workspace
from reports.words import number, plural

READ = ("ok", "not_modified")
SOME_BODIES_FAILED = 1
_MEGABYTE = 1_000_000


@click.command()
@click.argument("crawl", metavar="[CRAWL]", required=False)
@click.pass_obj
def crawls(workspace: Workspace, /, crawl: str | None) -> None:
    """Show what has been crawled: pages, failures by reason, size.

    With CRAWL, show it body by body: how many pages were read, and what was not and why.

    \b
    Example:
      doorstep crawls
      doorstep crawls my-councils-20260801-090000
    """
    if crawl is not None:
        folder = workspace.crawl(crawl)
        _tell(folder)
        _tell_bodies(folder)
        return
    folders = workspace.folders()
    if not folders:
        begin = workspace.command("crawl", "REGISTER")
        say(f"{workspace.home}: nothing has been crawled yet; run `{begin}`")
        return
    for folder in folders:
        try:
            _tell(folder)
        except CrawlError as error:
            say(f"{folder.path.name}: damaged: {error}")


def _tell(folder: CrawlFolder) -> None:
    size = sum(path.stat().st_size for path in folder.path.iterdir()) / _MEGABYTE
    status, bodies = folder.info.get("status") or "unknown", folder.bodies()
    reasons = Counter(fetch.reason for fetch in folder.fetches() if fetch.is_page)
    read = sum(reasons[reason] for reason in READ)
    say(
        f"{folder.path.name}: {status}, {len(bodies)} {plural(len(bodies), 'body')}, "
        f"{number(read)} {plural(read, 'page')} read, {size:.1f} MB"
    )
    _tell_unread(reasons)


def _tell_bodies(folder: CrawlFolder) -> None:
    by_body: dict[str, list[Fetch]] = {}
    for fetch in folder.fetches():
        if fetch.is_page:
            by_body.setdefault(fetch.body, []).append(fetch)
    failed = folder.failures()
    for body in folder.bodies():
        say()
        _tell_body(body, by_body.get(body.id, []), failed.get(body.id))


def _tell_body(body: Body, fetches: Iterable[Fetch], failure: str | None) -> None:
    reasons = Counter(fetch.reason for fetch in fetches)
    read = sum(reasons[reason] for reason in READ)
    same = reasons["not_modified"]
    unchanged = f", {number(same)} of them unchanged since the earlier crawl" if same else ""
    why = f"; {REASONS[failure]}" if failure and not read else ""
    say(f"{body.id}: {body.name}: {number(read)} {plural(read, 'page')} read{unchanged}{why}")
    _tell_unread(reasons)


def _tell_unread(reasons: Counter[str]) -> None:
    for reason, many in sorted(reasons.items(), key=lambda told: (-told[1], told[0])):
        if reason not in READ and many:
            say(f"{number(many):>7} not read: {REASONS[reason]}")


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
