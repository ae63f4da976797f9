"""Which addresses lie in private networks, as written and as numbers."""

import ipaddress
import socket

from crawler.addresses import host_of

_LOCAL_NAMES = ("localhost", "local", "localdomain", "internal", "home.arpa", "intranet", "lan")
_TRANSLATORS = ipaddress.IPv6Network("64:ff9b::/96")


def is_private(url: str) -> bool:
    """Say whether an address as written points into a private network."""
    host = host_of(url).lower()
    if host.rpartition(".")[2] in _LOCAL_NAMES or host.endswith(".home.arpa"):
        return True
    number = literal(host)
    return number is not None and not is_public(number)


def literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Read an IP address in any notation that a resolver would take: 127.1, 0x7f000001."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host)) if host[:1].isdigit() else None
    except OSError:
        return None


def is_public(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Say whether a number is one of the open internet, behind a translator or not."""
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or _translated(number)
        if inner is not None:
            return is_public(inner)
    return number.is_global and not number.is_multicast


def _translated(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Give the address behind a translator (RFC 6052)."""
    return ipaddress.IPv4Address(number.packed[-4:]) if number in _TRANSLATORS else None
