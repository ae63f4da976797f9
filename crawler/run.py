"""Run a crawl: from a register and the user's options to a crawl folder."""

import platform
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from scrapy.crawler import CrawlerProcess

from crawler.answers import Answer, Terms
from crawler.archive import Archive, repair
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder, Fetch, new_crawl, update_info, utc
from crawler.kinds import kinds
from crawler.politeness import Pace
from crawler.register import Body, Register
from crawler.site import site_of
from crawler.spider import BodySpider
from crawler.visit import Visit

# Scrapy's own spider middlewares judge answers and links, which here the visits do.
_NOT_FOR_US = (
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware",
    "scrapy.spidermiddlewares.referer.RefererMiddleware",
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware",
    "scrapy.spidermiddlewares.depth.DepthMiddleware",
)


@dataclass(frozen=True, kw_only=True)
class CrawlOptions:
    """What a user asks of a crawl."""

    register: Register
    root: Path  # the folder that crawl folders lie in
    contact: str = ""  # an e-mail or web address, told to every site
    only: tuple[str, ...] = ()
    limit: int | None = None
    pages: int = 60
    delay: float = 1.0  # seconds
    timeout: float = 30.0  # seconds
    allow_private: bool = False
    resume: Path | None = None  # the crawl folder to go on with


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far the crawl of one body is."""

    body: str
    pages: int
    budget: int
    errors: int
    done: bool


def crawl(options: CrawlOptions, progress: Callable[[Progress], None]) -> CrawlFolder:
    """Crawl the bodies of a register; once in a process, since Scrapy's reactor runs once.

    Raises CrawlError when nothing can be begun or the disk fails. After Ctrl-C the folder is sound
    and its status `interrupted`.
    """
    kinds()  # a mistake in the file of page kinds is told before anything is begun
    options = _as_before(options)
    bodies = choose(options)
    agent = user_agent(options.contact)
    folder = _open(options, bodies, agent)
    archive = Archive(folder, agent=agent)
    process = CrawlerProcess(_settings(options, agent, folder))
    crawler = process.create_crawler(BodySpider)
    pace = Pace()
    done = _done(folder) if options.resume else {}
    terms = Terms(
        agent=agent,
        pages=options.pages,
        allow_private=options.allow_private,
        slow_down=pace.slow_down,
        note=archive.note,
        replay=lambda fetch: _replay(folder, fetch),
    )
    everyone = options.register.bodies
    visits = [Visit(b, site_of(b, everyone), terms, done.get(b.id, {})) for b in bodies]

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
        process.crawl(crawler, visits=visits, archive=archive, pace=pace, report=report)
        process.start()
    finally:
        stats = crawler.stats
        finished = stats is not None and stats.get_value("finish_reason") == "finished"
        with suppress(OSError):
            for visit in visits:
                visit.stop("interrupted")
        archive.close()
        with suppress(OSError):
            _close(folder, pace, visits, finished=finished)
    spider = crawler.spider
    if isinstance(spider, BodySpider) and spider.disk_error is not None:
        raise CrawlError(
            f"{folder.path}: cannot be written ({spider.disk_error.strerror}); "
            f"make room, then go on with --resume {folder.id}"
        )
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
        only=tuple(b.id for b in folder.bodies()),
        limit=None,
        pages=int(info.get("settings", {}).get("pages", options.pages)),
        contact=options.contact or str(info.get("contact", "")),
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


def _open(options: CrawlOptions, bodies: tuple[Body, ...], agent: str) -> CrawlFolder:
    if options.resume is not None:
        folder = CrawlFolder(options.resume)
        repair(folder)
        update_info(folder, status="running", finished=None)
        return folder
    try:
        return new_crawl(options.root, options.register, bodies, _info(options, agent))
    except OSError as error:
        raise CrawlError(f"{options.root}: cannot be written ({error.strerror})") from error


def _info(options: CrawlOptions, agent: str) -> dict[str, Any]:
    return {
        "contact": options.contact,
        "user_agent": agent,
        "settings": {
            "pages": options.pages,
            "delay": options.delay,
            "timeout": options.timeout,
            "only": list(options.only),
            "limit": options.limit,
            "allow_private": options.allow_private,
        },
        "versions": {
            "doorstep": _version(),
            "python": platform.python_version(),
            **{name: version(name) for name in ("scrapy", "twisted", "warcio", "selectolax")},
        },
    }


def _settings(options: CrawlOptions, agent: str, folder: CrawlFolder) -> dict[str, Any]:
    resolver = "scrapy.resolver.CachingThreadedResolver"
    return {
        "USER_AGENT": agent,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Language": "en-GB,en;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        },
        "CONCURRENT_REQUESTS": 0,
        "CONCURRENT_ITEMS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": options.delay,
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "DOWNLOAD_TIMEOUT": options.timeout,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "AUTOTHROTTLE_ENABLED": options.delay > 0,
        "AUTOTHROTTLE_START_DELAY": options.delay,
        # Robots.txt, redirects, retries and encodings are each visit's own business: every hop
        # must pass its guards, and the archive keeps bytes as they were sent.
        "ROBOTSTXT_OBEY": False,
        "REDIRECT_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "RETRY_ENABLED": False,
        "COMPRESSION_ENABLED": False,
        "COOKIES_ENABLED": False,
        "DNS_RESOLVER": resolver if options.allow_private else "crawler.guards.PublicResolver",
        "DOWNLOADER_MIDDLEWARES": {
            "crawler.politeness.Patience": 550,
            "crawler.spider.Keeper": 990,
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
        },
        "SPIDER_MIDDLEWARES": dict.fromkeys(_NOT_FOR_US),
        "EXTENSIONS": {
            "scrapy.extensions.telnet.TelnetConsole": None,
            "scrapy.extensions.logstats.LogStats": None,
        },
        "TELNETCONSOLE_ENABLED": False,
        "LOG_FILE": str(folder.path / "crawl.log"),
        "LOG_LEVEL": "INFO",
    }


def _done(folder: CrawlFolder) -> dict[str, dict[str, Fetch]]:
    done: dict[str, dict[str, Fetch]] = {}
    for fetch in folder.fetches():
        done.setdefault(fetch.body, {})[fetch.url] = fetch
    return done


def _replay(folder: CrawlFolder, fetch: Fetch) -> Answer | None:
    try:
        capture = folder.capture(fetch)
    except CrawlError:
        return None
    return Answer(
        url=fetch.final_url, status=capture.status, headers=capture.headers, body=capture.body
    )


def _close(folder: CrawlFolder, pace: Pace, visits: list[Visit], *, finished: bool) -> None:
    for visit in visits:
        for host, count in visit.refusals.items():
            pace.ledger(host).robots_refusals += count
    whole = finished and all(v.complete for v in visits)
    update_info(
        folder,
        status="finished" if whole else "interrupted",
        finished=utc(datetime.now(UTC)),
        hosts={host: ledger.row() for host, ledger in sorted(pace.ledgers.items())},
        bodies={
            v.body.id: {"pages": v.pages, "errors": v.errors, "complete": v.complete}
            for v in visits
        },
    )
