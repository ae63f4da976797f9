"""What must not be fetched, and what a failed fetch is called.

Addresses inside private networks are refused as written and again after name resolution.
"""

from typing import Any
from urllib.request import getproxies

from OpenSSL.SSL import Error as TlsError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError
from twisted.internet.ssl import VerificationError
from twisted.web.client import ResponseFailed

from crawler.addresses import host_of
from crawler.networks import is_public, literal

_refused: set[str] = set()  # names that resolved into a private network


def was_refused(host: str) -> bool:
    """Say whether a name was refused because it resolved into a private network."""
    return host in _refused


def reason_of(error: BaseException, url: str) -> str:
    """Name the reason for a failed download."""
    if host_of(url) in _refused:
        return "private_address"
    if isinstance(error, IgnoreRequest):
        return str(getattr(error, "reason", "interrupted"))
    if isinstance(error, DownloadTimeoutError):
        return "timeout"
    if isinstance(error, (CannotResolveHostError, DNSLookupError)):
        return "dns"
    if isinstance(error, DownloadCancelledError):
        return "too_large"
    return "tls" if _is_tls(error) else "refused"


class PublicResolver(CachingThreadedResolver):
    """Resolves names, but not to addresses inside private networks; proxies may lie there."""

    def getHostByName(self, name: str, timeout: Any = ()) -> Any:  # noqa: N802 - Twisted's name
        """Resolve a name; one that leads into a private network fails."""
        found = super().getHostByName(name, timeout)
        return found.addCallback(self._check, name)

    def _check(self, address: str, name: str) -> str:
        number = literal(address)
        if number is not None and not is_public(number) and name not in _proxies():
            _refused.add(name)
            raise DNSLookupError(f"{name} lies in a private network ({address})")
        return address


def _proxies() -> set[str]:
    return {host_of(p if "://" in p else f"http://{p}") for p in getproxies().values()}


def _is_tls(error: BaseException) -> bool:
    seen: list[BaseException] = [error]
    while seen:
        one = seen.pop()
        if isinstance(one, (TlsError, VerificationError)) or "SSL" in type(one).__name__:
            return True
        if isinstance(one, ResponseFailed):
            seen.extend(f.value for f in one.reasons)
        if one.__cause__ is not None:
            seen.append(one.__cause__)
    return False
