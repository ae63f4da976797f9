"""Whose is it? The owner of an address, a number or an account, by organisations.yml."""

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, ValidationError

from audit.errors import AuditError
from audit.page import host_of
from audit.site import Site, domain_of, tokens_of
from audit.words import any_of, hit, pattern
from crawler.data import read_yaml

_FILE = "organisations.yml"
_FOR_US = pattern(
    r"\b(us|our|ours|we|ourselves)\b|\b(answered|taken|handled|run|hosted|"
    r"managed) (for us )?by\b|\bc/o\b|\bcare of\b|\bvia\b|"
    r"\bask(ing)? ([a-z]+ ){0,3}(for|to be (put through|connected|transferred))\b|"
    r"\b(say|tell|mention)( (to )?(the )?[a-z]+)? that (you want|you are calling|it is for)\b|"
    r"\b(put|connect|transfer|pass)(ed)?( you| callers| (your|the) calls?)? (through|on|to|with)\b|"
    r"\b(request|quote|mention|callers?)( that| is| are)?( asked| extension| should)\b|"
    r"^(tel(ephone)?|phone|t)\b"
)
_NAMESAKE = pattern(
    r"\b(?:\p{Lu}[\p{L}'’-]+ (?:and |of |the |upon )?)+(?:(?:County|District|Borough|City|"
    r"Town|Parish|Community|Metropolitan) Council|(?:NHS )?(?:Foundation )?Trust|Hospitals?|"
    r"Infirmary)\b",
    cased=True,
)
_ARTICLE = pattern(r"^(.* )?(the|our|your|this) ")
_ONLY_A_KIND = pattern(r"\bthe [a-z]+$")  # "Let the Trust know"
_THE_KIND = pattern(
    r"\b(?:to|from|by|for|of|about) the (?:[a-z]+ )?(trust|hospital|council|surgery|"
    r"practice|ambulance service|university|police)(?:'s)?\b"
    r"(?: (?:will|must|publish\w*|repl\w+|answers?|is)\b|[.,;:?!]|$)"
)
_COUNCIL = pattern(r"\b(\p{Lu}[\p{L}’-]+) Council\b", cased=True)
COMMISSIONER = pattern(
    r"\b(?:NHS )?(?:\p{Lu}[\p{L}'’-]+,? (?:(?:and|of|the|upon|in) )*)+"
    r"(?:CCGs?|ICB|ICS|PCT|Clinical Commissioning Groups?|Integrated Care Board|Health Board)\b",
    cased=True,
)
_VISITED = pattern(
    r"\b(your|any|a|an|each|every|their|to|at|in) (([a-z]+,?|or|and) ){0,3}(clubs?|"
    r"church(es)?|school|library|museum)\b|\bin the grounds of [^,.;)\n]*|"
    r"\bpatients? (of|at|with|in|from) (one of |any of )?(our|any|an?|the|your) ([a-z]+ )?"
    r"(practices?|surger(y|ies))\b"
)
_NO_PLACES = frozenset(
    (
        "patient patients public youth clinical members member membership community communities "
        "citizen citizens people peoples young the our your a this each staff practice practices "
        "commissioning health governing medical nursing care dental pharmaceutical joint full "
        "executive advisory carers residents stakeholder reference strategy education arts british "
        "general quality equality voluntary partnership governors shadow local "
        "county district borough city town parish metropolitan unitary"
    ).split()
)
_STREETS = pattern(
    r"\b\p{Lu}[\p{L}'’-]+ (?:Road|Street|Lane|Avenue|Drive|End|Terrace|Close|Row|Rd|St)\b",
    cased=True,
)
_KIND_WORDS = frozenset("nhs integrated board group groups and of ccg ccgs icb ics pct".split())
_ADDRESS = pattern(r"\S+@\S+|https?://\S+|\bwww\.\S+")
_POST_TOWN = pattern(r"[\p{L}'’-]+,? [a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b")
_ELSEWHERE = any_of(
    r"(some|any)(where|one|body) else|elsewhere|who else|wrong (place|number|door|people)|not us",
    r"other (useful )?(numbers?|contacts?|organisations?|services|bodies|places|help|lines)",
    r"(useful|helpful|handy|emergency|local|urgent|partner) ((tele)?phone )?(numbers|lines)",
    r"(useful|helpful|handy|emergency|local|urgent|partner) contacts",
    r"(our|local|nearby) (partners?|neighbours?|hospitals?|services|providers?)",
    r"numbers? (that|which|you) (may|might|could|can)|who (runs|does|provides) what",
    r"we (are|do) not (the|your|run)|(in|for) an emergency",
)
_WE = any_of("our|we|us")
_OURSELVES = pattern(r"\b(us|our|ours|we|ourselves)\b")
_PUBLIC_BODY = pattern(r"(ccg|nhs|icb|ics|hwb|council|trust|health)")
_FREE_MAIL = frozenset(
    {
        "gmail.com",
        "outlook.com",
        "hotmail.co.uk",
        "hotmail.com",
        "btconnect.com",
        "btinternet.com",
        "yahoo.co.uk",
        "googlemail.com",
    }
)
_OTHER_BODIES = ("council", "hospital", "other")
_CHANNEL_ID = pattern(r"UC[\w-]{22}$", cased=True)  # it may end in "bc", and is no borough's
_SHARED_HOSTS = ("nhs.net", "nhs.uk", "wales.nhs.uk")
_FORCE = pattern(r"(police|constabulary|fireservice|firerescue|fireandrescue)$")
_NOT_IN_HANDLES = str.maketrans("", "", "-_.")
_SHORTEST_TOKEN = 4
_TOKEN_IN_HANDLE = 7  # letters of a body's own name that its handle holds
_OTHER_IN_HANDLE = 8  # letters of a neighbour's
_FEWEST_INITIALS = 3


class Owner(BaseModel):
    """One kind of owner; see the head of organisations.yml for its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    words: tuple[str, ...]
    hosts: tuple[str, ...]
    prefixes: tuple[str, ...]
    handles: tuple[str, ...]

    def has_host(self, host: str) -> bool:
        """Say whether a host is of this kind; a known one that begins with a dot is an ending."""
        return any(
            host.endswith(known) if known.startswith(".") else known in host for known in self.hosts
        )


@cache
def owners() -> tuple[Owner, ...]:
    """Read the gazetteer, most telling owners first."""
    data = read_yaml((files("checklists") / _FILE).read_text(encoding="utf-8"))
    try:
        return tuple(Owner.model_validate(entry) for entry in data["owners"])
    except ValidationError as error:
        raise AuditError(f"checklists/{_FILE}: {error.errors()[0]['msg']}") from error


def _relevant(site: Site) -> list[Owner]:
    """Owners other than what the body itself is: a trust is no stranger to a trust."""
    kind, name = site.body.kind, site.body.name
    return [o for o in owners() if o.id != kind and not hit(o.words, name)]


def by_words(site: Site, text: str) -> str:
    """Name the owner that the words beside something speak of; `own` when they name none."""
    text = _VISITED.sub(" ", text)
    neighbour = site.mentions_other(text) and site.mentions_other(_STREETS.sub(" ", text))
    if neighbour:
        return neighbour
    if site.closed and _names_successor(site, text):
        return "other"
    namesake = _NAMESAKE.search(text)
    if namesake and not _is_our_kind(site, namesake.group(0)):
        return _kind_of(namesake.group(0))
    for name in _COUNCIL.finditer(text) if "council" not in site.body.name.lower() else ():
        if name[1].lower() not in _NO_PLACES and not site.mentions_self(name[1]):
            return "council"
    return next((o.id for o in _relevant(site) if hit(o.words, text)), "own")


def is_elsewhere(site: Site, heading: str, beside: str) -> bool:
    """Say whether a heading turns readers to others, and the words beside a contact name not us."""
    ours = _OURSELVES.search(beside) or site.mentions_self(beside)
    return bool(_ELSEWHERE.search(heading)) and not ours


def _names_successor(site: Site, text: str) -> bool:
    """Say whether a text names a commissioner that bears only a part of the body's name."""
    named = (m.group(0).lower() for m in COMMISSIONER.finditer(text))
    return any(not all(t in name for t in site.tokens) for name in named)


def _is_our_kind(site: Site, name: str) -> bool:
    """Say whether a name is the body's, whole or as it calls itself ("The Town Council")."""
    short = _ARTICLE.sub("", name)
    return bool(site.mentions_self(name)) or f" {short}".lower() in f" {site.body.name}".lower()


def names_another_commissioner(site: Site, text: str) -> bool:
    """Say whether a text names a commissioner of another place, whether in the register or not."""
    named = (
        m.group(0).lower() for m in COMMISSIONER.finditer(text) if not site.mentions_self(m[0])
    )
    return any(set(name.split()) - _NO_PLACES - _KIND_WORDS for name in named)


def _kind_of(name: str) -> str:
    return "council" if "Council" in name else "hospital"


def speaks_for_us(text: str) -> bool:
    """Say whether words offer another's number or address as the way to reach the body."""
    return bool(_FOR_US.search(text))


def says_we(text: str) -> bool:
    """Say whether the body speaks of itself in a text."""
    return bool(_WE.search(text))


def stranger(site: Site, text: str) -> str:
    """Name another organisation that a text is about, unless it speaks of us or names us too."""
    if _OURSELVES.search(text) or site.mentions_self(text):
        return ""
    named = next((m[0] for m in _NAMESAKE.finditer(text) if not _ONLY_A_KIND.search(m[0])), "")
    return _kind_of(named) if named else site.mentions_other(text)


def another(site: Site, text: str) -> str:
    """Name another organisation whose own affairs a text tells, by its name or as "the trust".

    A hospital or council named after the body's place is another; so is "the council" to a body
    that is none.
    """
    if _OURSELVES.search(text):
        return ""
    text = _POST_TOWN.sub(" ", text)
    ours = site.body.name
    kinds = (m[1] for m in _THE_KIND.finditer(text))
    if any(kind.rpartition(" ")[2].lower() not in ours.lower() for kind in kinds):
        return "other"
    names = [m[0] for m in _NAMESAKE.finditer(text) if not _ONLY_A_KIND.search(m[0])]
    names = [n for n in names if n.split()[-1].rstrip("s") not in ours]
    rest = _ADDRESS.sub(" ", _NAMESAKE.sub(" ", text)) if names else text
    return _kind_of(names[0]) if names and not site.mentions_self(rest) else stranger(site, rest)


def by_host(site: Site, host: str) -> str:
    """Name the owner of a host or of an email address's domain; empty when nothing tells."""
    host = host.removeprefix("www.")
    domain = domain_of(host)
    if site.owns(f"https://{host}") or domain == site.domain:
        return "own"
    for other in site.neighbours:
        theirs = host_of(other.website)
        if theirs and (host == theirs or host.endswith(f".{theirs}")):
            return other.id
    if any(token in domain.split(".")[0] for token in site.tokens):
        return "own"
    return next((owner.id for owner in _relevant(site) if owner.has_host(host)), "")


def of_email(site: Site, address: str, context: str) -> str:
    """Name the owner of an email address, by its domain, its mailbox and the words beside it."""
    box, _, host = address.lower().partition("@")
    shared = host in _SHARED_HOSTS or host.endswith(".nhs.net")
    named = _by_mailbox(site, box) if shared else by_host(site, host)
    if named:
        return named
    said = by_words(site, context)
    if shared:
        theirs = said in ("hospital", "supplier", "national") and not speaks_for_us(context)
        return said if theirs else "own"
    return said if said != "own" or host in _FREE_MAIL else "other"


def _by_mailbox(site: Site, box: str) -> str:
    """Name the owner of a mailbox at a host that many bodies share; empty when nothing tells."""
    for owner in owners():
        if box.startswith(owner.prefixes):
            return owner.id
    if any(token in box for token in site.tokens):
        return "own"
    theirs = (o.id for o in site.neighbours if any(t in box for t in tokens_of(o) - site.tokens))
    return next(theirs, "")


def of_handle(site: Site, handle: str, context: str) -> str:
    """Name the owner of an account on a social network; empty when nothing tells."""
    low = handle.lower().lstrip("@").translate(_NOT_IN_HANDLES)
    force = _FORCE.search(low)
    if force and not site.body.name.replace(" ", "").lower().endswith(force.group(0)):
        return "other"
    nameless = _CHANNEL_ID.match(handle)
    theirs = next((o.id for o in _relevant(site) if not nameless and hit(o.handles, low)), "")
    ours = _names_us(site, low)
    if ours and low == site.host.split(".")[0]:
        return "own"
    said = by_words(site, context)
    if theirs == "national" or (theirs == "supplier" and not ours):
        return theirs
    if ours:
        others = said in _OTHER_BODIES and not _OURSELVES.search(context)
        named = said if others and not _PUBLIC_BODY.search(low) else "own"
        return theirs if theirs in _OTHER_BODIES else named
    for other in site.neighbours:
        tokens = (t for t in tokens_of(other) - site.tokens if len(t) > _SHORTEST_TOKEN)
        if any(t[:_OTHER_IN_HANDLE] in low for t in tokens):
            return other.id
    return theirs or ("" if said == "own" else said)


def _names_us(site: Site, handle: str) -> bool:
    tokens = (t.replace("'", "") for t in site.tokens if len(t) >= _SHORTEST_TOKEN)
    return (
        any(t[:_TOKEN_IN_HANDLE] in handle for t in tokens)
        or (len(site.initials) >= _FEWEST_INITIALS and site.initials in handle)
        or site.host.split(".")[0].replace("-", "") in handle
    )
