"""Run a crawl: from a register and the user's options to a crawl folder."""

import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from crawler.archive import repair
from crawler.browser import find_chromium
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, new_crawl, update_info, utc
from crawler.kinds import kinds
from crawler.options import CrawlOptions, Progress, past_before
from crawler.politeness import together
from crawler.register import Body
from crawler.shard import Outcome, Share, run_share
from crawler.since import check_earlier
from crawler.workers import run_shares

__all__ = ["CrawlOptions", "Progress", "choose", "crawl", "user_agent"]


def crawl(options: CrawlOptions, progress: Callable[[Progress], None]) -> CrawlFolder:
    """Crawl the bodies of a register; once in a process, since Scrapy's reactor runs once.

    Raises CrawlError when nothing can be begun or the disk fails. After Ctrl-C the folder is sound
    and its status `interrupted`.
    """
    kinds()  # a mistake in the file of page kinds is told before anything is begun
    options = _as_before(options)
    bodies = choose(options)
    agent = user_agent(options.contact)
    if options.as_of and options.since:
        raise CrawlError("--since: an archive's pages do not change; leave it out with --as-of")
    if options.browser:
        find_chromium()
    if options.as_of and options.browser:
        raise CrawlError("--browser: a browser shows the present; leave it out with --as-of")
    past = options.period is not None
    if options.since:
        check_earlier(options.since, root=options.root, register=options.register.name)
    folder = _folder(options, bodies, agent)
    with _alone(folder):
        if options.resume is not None:
            repair(folder)
            update_info(folder, status="running", finished=None)
        share = Share(options=options, folder=folder, bodies=bodies, agent=agent)
        return _crawl(share, progress, past=past)


@contextmanager
def _alone(folder: CrawlFolder) -> Iterator[None]:
    """Keep every other process from crawling into a folder; the system frees it after a kill."""
    lock = FileLock(folder.path / "crawl.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise CrawlError(
            f"{folder.path}: is being crawled by another process; let it end or stop it first"
        ) from None
    try:
        yield
    finally:
        lock.release()


def _crawl(share: Share, progress: Callable[[Progress], None], *, past: bool) -> CrawlFolder:
    options, folder, bodies = share.options, share.folder, share.bodies
    outcomes: list[Outcome] = []
    try:
        # One archive answers for all bodies, and is asked for one page at a time.
        if options.workers > 1 and len(bodies) > 1 and not past:
            outcomes = run_shares(share, options.workers, progress)
        else:
            outcomes = [run_share(share, progress)]
    finally:
        with suppress(OSError):
            _close(folder, outcomes)
    if faults := sorted({outcome.fault for outcome in outcomes if outcome.fault}):
        raise CrawlError(f"{folder.path}: {faults[0]} go on with --resume {folder.id}")
    return folder


def _as_before(options: CrawlOptions) -> CrawlOptions:
    """Give a crawl that is resumed the bodies, pages and contact that it began with."""
    if options.resume is None:
        return options
    folder = CrawlFolder(options.resume)
    info = folder.info
    if info.get("register") != options.register.name:
        raise CrawlError(
            f"{folder.id}: is a crawl of '{info.get('register')}', not of "
            f"'{options.register.name}'; name the register that it was begun with"
        )
    return replace(
        options,
        root=folder.path.parent,
        only=tuple(b.id for b in folder.bodies()),
        limit=None,
        pages=int(info.get("settings", {}).get("pages", options.pages)),
        contact=options.contact or str(info.get("contact", "")),
        **past_before(info),
        since=folder.path.parent / Path(str(info["since"])).name if info.get("since") else None,
    )


def choose(options: CrawlOptions) -> tuple[Body, ...]:
    """Pick the bodies to crawl: those named, or the first so many, or all."""
    bodies = options.register.bodies
    unknown = set(options.only) - {b.id for b in bodies}
    if unknown:
        raise CrawlError(
            f"{options.register.path}: no body {', '.join(sorted(unknown))}; "
            f"ids look like '{bodies[0].id}'"
        )
    if options.only:
        bodies = tuple(b for b in bodies if b.id in options.only)
    return bodies[: options.limit] if options.limit is not None else bodies


def user_agent(contact: str) -> str:
    """Name ourselves to the sites; a crawl without a contact is refused."""
    contact = contact.strip()
    if not contact or any(c in contact for c in "\r\n()") or not contact.isascii():
        raise CrawlError(
            "a crawl tells every site whom to reach: give an e-mail or web address "
            "with --contact or DOORSTEP_CONTACT"
        )
    return f"Doorstep/{_version()} (+{contact})"


def _version() -> str:
    try:
        return version("doorstep")
    except PackageNotFoundError:
        return "0"


def _folder(options: CrawlOptions, bodies: tuple[Body, ...], agent: str) -> CrawlFolder:
    if options.resume is not None:
        return CrawlFolder(options.resume)
    try:
        return new_crawl(options.root, options.register, bodies, _info(options, agent))
    except OSError as error:
        raise CrawlError(f"{options.root}: cannot be written ({error.strerror})") from error


def _info(options: CrawlOptions, agent: str) -> dict[str, Any]:
    return {
        "contact": options.contact,
        "user_agent": agent,
        "since": options.since.name if options.since else None,
        "as_of": options.as_of.isoformat() if options.as_of else None,
        "settings": {
            "pages": options.pages,
            "delay": options.delay,
            "timeout": options.timeout,
            "only": list(options.only),
            "limit": options.limit,
            "allow_private": options.allow_private,
            "browser": options.browser,
            **({"archive": options.archive, "within": options.within} if options.as_of else {}),
        },
        "versions": {
            "doorstep": _version(),
            "python": platform.python_version(),
            **{name: version(name) for name in ("scrapy", "twisted", "warcio", "selectolax")},
        },
    }


def _close(folder: CrawlFolder, outcomes: list[Outcome]) -> None:
    whole = bool(outcomes) and all(outcome.finished for outcome in outcomes)
    info = folder.info
    hosts = dict(info.get("hosts") or {})
    bodies = dict(info.get("bodies") or {})
    for outcome in outcomes:
        for host, row in outcome.hosts.items():
            hosts[host] = together(hosts.get(host, {}), row)
        for body, said in outcome.bodies.items():
            before = bodies.get(body, {}).get("ledger", {})
            bodies[body] = {**said, "ledger": together(before, said["ledger"])}
    update_info(
        folder,
        status="finished" if whole else "interrupted",
        finished=utc(datetime.now(UTC)),
        hosts=dict(sorted(hosts.items())),
        bodies=bodies,
    )
