"""Which past is asked for, and of which archive."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from crawler.addresses import clean, origin
from crawler.errors import CrawlError
from crawler.networks import is_private

ARCHIVE = "https://web.archive.org"
WITHIN = 180  # days
_USUAL_GATE = "/web/"


@dataclass(frozen=True, kw_only=True)
class Period:
    """Which time is asked for, and of whom."""

    gate: str  # the TimeGate, to which a page's address is appended
    as_of: date
    within: int  # days that a capture may lie off
    allow_private: bool = False

    @property
    def moment(self) -> datetime:
        """The middle of the day asked for."""
        return datetime.combine(self.as_of, time(12), UTC)

    def holds(self, moment: datetime) -> bool:
        """Say whether a capture of that moment is near enough."""
        return abs(moment - self.moment) <= timedelta(days=self.within)


def period_of(
    *, archive: str, as_of: date, within: int = WITHIN, allow_private: bool = False
) -> Period:
    """Check which past is asked for; an archive named without a path has its TimeGate at /web/."""
    gate = clean(archive.strip())
    if gate is None or urlsplit(gate).query:
        raise CrawlError(
            f"--archive {archive}: not the web address of an archive; it looks like {ARCHIVE} "
            "or, for pywb, http://localhost:8080/my-collection"
        )
    if is_private(gate) and not allow_private:
        raise CrawlError(
            f"--archive {archive}: lies in a private network; add --allow-private to ask it"
        )
    if as_of > datetime.now(UTC).date():
        raise CrawlError(f"--as-of {as_of}: lies in the future; leave it out to crawl the present")
    if urlsplit(gate).path in ("", "/"):
        gate = origin(gate) + _USUAL_GATE
    return Period(
        gate=gate.rstrip("/") + "/", as_of=as_of, within=within, allow_private=allow_private
    )
