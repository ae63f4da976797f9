"""One process's share of a crawl: some of the bodies, one engine, one pair of files."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from urllib.parse import urljoin

import scrapy.core.downloader.handlers.http11  # noqa: F401 - slower when loaded within a call
from scrapy.crawler import CrawlerProcess

from crawler.addresses import clean
from crawler.answers import Answer, Terms
from crawler.archive import Archive
from crawler.captures import redirects_in
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, Fetch
from crawler.options import CrawlOptions, Progress
from crawler.politeness import Pace
from crawler.register import Body
from crawler.settings import settings_for
from crawler.since import Earlier
from crawler.site import site_of
from crawler.spider import BodySpider
from crawler.visit import Visit

_SOON = 0.1  # seconds


@dataclass(frozen=True, kw_only=True)
class Share:
    """The bodies that one process crawls."""

    options: CrawlOptions
    folder: CrawlFolder
    bodies: tuple[Body, ...]
    agent: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of a share, body by body and host by host; a fault says why it broke off."""

    finished: bool
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    hosts: dict[str, dict[str, Any]] = field(default_factory=dict)
    fault: str = ""


def run_share(
    share: Share,
    progress: Callable[[Progress], None],
    await_stop: Callable[[], None] | None = None,
) -> Outcome:
    """Crawl a share to its end; once in a process, since Scrapy's reactor runs once.

    It stops, in good order, at a signal, or where `await_stop` is given as soon as that returns.
    """
    options, folder = share.options, share.folder
    earlier = Earlier(CrawlFolder(options.since)) if options.since else None
    archive = Archive(folder, agent=share.agent)
    log = folder.path / "crawl.log"
    process = CrawlerProcess(settings_for(options, agent=share.agent, log=log))
    crawler = process.create_crawler(BodySpider)
    pace = Pace()
    visits = _visits(share, pace, archive)

    def report(visit: Visit, over: bool) -> None:  # noqa: FBT001 - one call, in the spider
        progress(
            Progress(
                body=visit.body.id,
                pages=visit.pages,
                budget=options.pages,
                errors=visit.errors,
                done=over,
            )
        )

    try:
        process.crawl(
            crawler, visits=visits, archive=archive, pace=pace, report=report, earlier=earlier
        )
        if await_stop:
            Thread(target=_stop_after, args=(process, await_stop), daemon=True).start()
        process.start(install_signal_handlers=await_stop is None)
    finally:
        with suppress(OSError):
            for visit in visits:
                visit.stop("interrupted")
        archive.close()
    spider = crawler.spider
    disk = spider.disk_error if isinstance(spider, BodySpider) else None
    finished = bool(crawler.stats and crawler.stats.get_value("finish_reason") == "finished")
    return _outcome(visits, pace, finished=finished, fault=disk_fault(disk) if disk else "")


def disk_fault(error: OSError) -> str:
    """Say why a share broke off: the folder cannot be written."""
    return f"cannot be written ({error.strerror}); make room, then"


def _visits(share: Share, pace: Pace, archive: Archive) -> list[Visit]:
    options, folder = share.options, share.folder
    done = _done(folder) if options.resume else {}
    terms = Terms(
        agent=share.agent,
        pages=options.pages,
        allow_private=options.allow_private,
        past=options.as_of is not None,
        browser=options.browser,
        slow_down=pace.slow_down,
        note=archive.note,
        replay=lambda fetch: _replay(folder, fetch),
        redirects=_redirects(folder) if options.resume else {},
    )
    everyone = options.register.bodies
    return [Visit(b, site_of(b, everyone), terms, done.get(b.id, {})) for b in share.bodies]


def _stop_after(process: CrawlerProcess, await_stop: Callable[[], None]) -> None:
    from twisted.internet import reactor  # noqa: PLC0415 - Scrapy chooses it as a crawl begins

    def stop() -> None:
        engines = [crawler.engine for crawler in process.crawlers]
        if all(engine is not None and engine.running for engine in engines):
            process.stop()
        else:  # asked while it begins, Scrapy would wait for an end for ever
            reactor.callLater(_SOON, stop)  # type: ignore[arg-type] # mypy takes it for unbound

    while True:
        await_stop()
        reactor.callFromThread(stop)


def _outcome(visits: list[Visit], pace: Pace, *, finished: bool, fault: str) -> Outcome:
    for visit in visits:
        for host, count in visit.refusals.items():
            pace.ledger(host).robots_refusals += count
            pace.ledger_of(visit.body.id).robots_refusals += count
    return Outcome(
        finished=finished and all(v.complete for v in visits),
        bodies={
            v.body.id: {
                "pages": v.pages,
                "errors": v.errors,
                "complete": v.complete,
                "ledger": pace.ledger_of(v.body.id).row(),
            }
            for v in visits
        },
        hosts={host: ledger.row() for host, ledger in sorted(pace.ledgers.items())},
        fault=fault,
    )


def _done(folder: CrawlFolder) -> dict[str, dict[str, Fetch]]:
    done: dict[str, dict[str, Fetch]] = {}
    for fetch in folder.fetches():
        done.setdefault(fetch.body, {})[fetch.url] = fetch
    return done


def _redirects(folder: CrawlFolder) -> dict[str, str]:
    """Read which addresses led elsewhere; only the last of a chain has a line of its own."""
    found = (pair for file in folder.path.glob("*.warc.gz") for pair in redirects_in(file))
    return {url: clean(urljoin(url, target)) or url for url, target in found}


def _replay(folder: CrawlFolder, fetch: Fetch) -> Answer | None:
    try:
        capture = folder.capture(fetch)
    except CrawlError:
        return None
    return Answer(
        url=fetch.final_url, status=capture.status, headers=capture.headers, body=capture.body
    )
