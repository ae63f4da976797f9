"""Whose address is it? A body owns its registered host and the sub-domains of that host.

Where several bodies share a host, each owns what lies beneath its own path, and what lies beneath
nobody's is kept in common.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from crawler.addresses import host_of, is_document
from crawler.register import Body

_HOST_HOME = re.compile(r"/?((index|default|home)\.\w+)?", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Site:
    """The part of the web that one body owns."""

    host: str  # without www.
    path: str  # ends in a slash; "/" unless the host is shared
    strangers: tuple[tuple[str, str], ...]  # hosts and paths within it that others own

    def owns(self, url: str) -> bool:
        """Say whether an address is the body's own."""
        host, path = _place(url)
        if not _within(host, self.host) or self._is_strange(host, path):
            return False
        return host != self.host or _beneath(path, self.path)

    def shares(self, url: str) -> bool:
        """Say whether an address is one that the bodies of a host keep in common.

        The home page of the host is nobody's: it leads to each of them.
        """
        host, path = _place(url)
        return (
            self.path != "/"
            and host == self.host
            and not _HOST_HOME.fullmatch(path)
            and not self.owns(url)
            and not self._is_strange(host, path)
        )

    def reaches(self, start: str, url: str) -> bool:
        """Say whether a link may be followed: to what is the body's, or one step into the shared.

        From a shared page only documents are within reach, lest a whole host be read for each body.
        """
        return self.owns(url) or (self.shares(url) and (self.owns(start) or is_document(url)))

    def _is_strange(self, host: str, path: str) -> bool:
        return any(_within(host, h) and _beneath(path, p) for h, p in self.strangers)


def site_of(body: Body, others: Iterable[Body]) -> Site:
    """Mark out the site of a body among all the bodies of its register."""
    host, path = _home(body.website)
    homes = {_home(o.website) for o in others if o.website and o.id != body.id}
    shared = any(h == host for h, _ in homes)
    path = path if shared else "/"
    strangers = sorted(
        (h, p)
        for h, p in homes
        if (h, p) != (host, path)
        and _within(h, host)
        and (h != host or (_beneath(p, path) or not _beneath(path, p)))
    )
    return Site(host=host, path=path, strangers=tuple(strangers))


def _home(website: str) -> tuple[str, str]:
    parts = urlsplit(website)
    path = parts.path or "/"
    last = path.rpartition("/")[2]
    if "." in last:
        path = path.removesuffix(last)
    return host_of(website).removeprefix("www."), path if path.endswith("/") else f"{path}/"


@lru_cache(maxsize=10_000)
def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return (parts.hostname or "").rstrip(".").removeprefix("www."), parts.path or "/"


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _beneath(path: str, folder: str) -> bool:
    return folder == "/" or path.startswith(folder) or path == folder.rstrip("/")
