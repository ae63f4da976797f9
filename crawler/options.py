"""What a user asks of a crawl, and what is told of it while it runs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from crawler.period import ARCHIVE, WITHIN, Period, period_of
from crawler.register import Register


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
    since: Path | None = None  # the folder of an earlier crawl of the same register
    workers: int = 1  # processes
    as_of: date | None = None  # crawl the past, from a web archive
    archive: str = ARCHIVE
    within: int = WITHIN  # days that a capture may lie off
    browser: bool = False  # render the pages that need one

    @property
    def period(self) -> Period | None:
        """Which past is crawled, if any. Raises CrawlError for one that cannot be."""
        if self.as_of is None:
            return None
        return period_of(
            archive=self.archive,
            as_of=self.as_of,
            within=self.within,
            allow_private=self.allow_private,
        )


def past_before(info: dict[str, Any]) -> dict[str, Any]:
    """Read which past a crawl was begun with out of its crawl.json."""
    settings = info.get("settings") or {}
    return {
        "as_of": date.fromisoformat(str(info["as_of"])[:10]) if info.get("as_of") else None,
        "archive": str(settings.get("archive") or ARCHIVE),
        "within": int(settings.get("within", WITHIN)),
    }


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far the crawl of one body is."""

    body: str
    pages: int
    budget: int
    errors: int
    done: bool
