"""Whose is it? The owner of an address, a number or an account, by checklists/organisations.yml."""

from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from audit.errors import AuditError
from audit.look import host_of
from audit.site import Site, domain_of, tokens_of
from audit.words import hit, pattern

_FILE = "organisations.yml"
_FOR_US = pattern(r"\b(us|our|ours|we|ourselves)\b|\b(answered|taken|handled|run|hosted|managed) (for us )?by\b|\bc/o\b|\bcare of\b|\bvia\b|\b(ask|asking) (for|to be put through)\b|^(tel(ephone)?|phone|t)\b")


_NAMESAKE = pattern(
    r"\b(?:\p{Lu}[\p{L}'’-]+ (?:and |of |the |upon )?)+(?:(?:County|District|Borough|City|Town|Parish|Metropolitan) Council|(?:NHS )?(?:Foundation )?Trust|Hospitals?|Infirmary)\b",
    cased=True,
)


class Owner(BaseModel):
    """One kind of owner; see the head of organisations.yml for its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    words: tuple[str, ...]
    hosts: tuple[str, ...]
    prefixes: tuple[str, ...]
    handles: tuple[str, ...]


@cache
def owners() -> tuple[Owner, ...]:
    """Read the gazetteer, most telling owners first."""
    data = yaml.safe_load((files("checklists") / _FILE).read_text(encoding="utf-8"))
    try:
        return tuple(Owner.model_validate(entry) for entry in data["owners"])
    except ValidationError as error:
        raise AuditError(f"checklists/{_FILE}: {error.errors()[0]['msg']}") from error


def _relevant(site: Site) -> list[Owner]:
    """Owners other than what the body itself is: a trust is no stranger to a trust."""
    return [o for o in owners() if not hit(o.words, site.body.name)]


def by_words(site: Site, text: str) -> str:
    """Name the owner that the words beside something speak of; `own` when they name none."""
    neighbour = site.mentions_other(text)
    if neighbour:
        return neighbour
    namesake = _NAMESAKE.search(text)
    if namesake and not site.mentions_self(namesake.group(0)):
        return "council" if "Council" in namesake.group(0) else "hospital"
    return next((o.id for o in _relevant(site) if hit(o.words, text)), "own")


def speaks_for_us(text: str) -> bool:
    """Say whether words offer another's number or address as the way to reach the body."""
    return bool(_FOR_US.search(text))


def stranger(site: Site, text: str) -> str:
    """Name another organisation that a text is about, unless it speaks of us or names the body too."""
    if _OURSELVES.search(text) or site.mentions_self(text):
        return ""
    named = _NAMESAKE.search(text)
    if named:
        return "council" if "Council" in named.group(0) else "hospital"
    return site.mentions_other(text)


_OURSELVES = pattern(r"\b(us|our|ours|we|ourselves)\b")


def by_host(site: Site, host: str) -> str:
    """Name the owner of a host or of an email address's domain."""
    host = host.removeprefix("www.")
    if host == site.host or host.endswith("." + site.host) or domain_of(host) == site.domain:
        return "own"
    for other in site.neighbours:
        theirs = host_of(other.website)
        if theirs and (host == theirs or host.endswith("." + theirs)):
            return other.id
    label = domain_of(host).split(".")[0]
    if any(t in label for t in site.tokens):
        return "own"
    for owner in _relevant(site):
        if any(host == h or host.endswith(h if h.startswith(".") else "." + h) or (not h.startswith(".") and h in host) for h in owner.hosts):
            return owner.id
    return ""


def of_email(site: Site, address: str, context: str) -> str:
    """Name the owner of an email address, by its domain, its mailbox and the words beside it."""
    local, _, host = address.lower().partition("@")
    if host in ("nhs.net", "nhs.uk") or host.endswith(".nhs.net"):
        for owner in owners():
            if any(local.startswith(p) for p in owner.prefixes):
                return owner.id
        if any(t in local for t in site.tokens):
            return "own"
        for other in site.neighbours:
            if any(t in local for t in tokens_of(other) - site.tokens):
                return other.id
        said = by_words(site, context)
        return said if said in ("hospital", "supplier", "national") and not speaks_for_us(context) else "own"
    named = by_host(site, host)
    if named:
        return named
    said = by_words(site, context)
    return said if said != "own" else "own" if host in _FREE_MAIL else "other"


_PUBLIC_BODY = pattern(r"(ccg|nhs|icb|ics|hwb|council|trust|health)")
_FREE_MAIL = frozenset({"gmail.com", "outlook.com", "hotmail.co.uk", "hotmail.com", "btconnect.com", "btinternet.com", "yahoo.co.uk", "googlemail.com"})


def of_handle(site: Site, handle: str, context: str) -> str:
    """Name the owner of an account on a social network; empty when nothing tells."""
    low = handle.lower().lstrip("@").replace("-", "").replace("_", "").replace(".", "")
    ours = any(t.replace("'", "")[:7] in low for t in site.tokens if len(t) > 3) or (
        len(site.initials) > 2 and site.initials in low
    ) or site.host.split(".")[0].replace("-", "") in low
    theirs = next((o.id for o in _relevant(site) if hit(o.handles, low)), "")
    said = by_words(site, context)
    if theirs == "national" or (theirs == "supplier" and not ours):
        return theirs
    if ours and _PUBLIC_BODY.search(low):
        return theirs if theirs in ("council", "hospital", "other") else "own"
    if ours:
        return theirs if theirs in ("council", "hospital", "other") else said if said in ("council", "hospital", "other") and not _OURSELVES.search(context) else "own"
    for other in site.neighbours:
        if any(t[:8] in low for t in tokens_of(other) - site.tokens if len(t) > 4):
            return other.id
    if theirs:
        return theirs
    return "" if said == "own" else said


def host_part(url: str) -> str:
    """Give the host of an address in lower case."""
    return (urlsplit(url).hostname or "").lower()
