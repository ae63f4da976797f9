"""Find the typed facts of a body's site: every finder over every page, repeats kept once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit.changes import changes
from audit.consultations import consultations
from audit.documents import documents
from audit.emails import emails
from audit.films import recordings
from audit.forms import forms
from audit.groups import groups
from audit.meetings import meetings
from audit.model import Fact, Source
from audit.newsletters import newsletters
from audit.page import Page
from audit.people import people
from audit.phones import phones
from audit.postal import addresses
from audit.posts import posts
from audit.prose import told_members
from audit.site import CHROME, Site
from audit.social import profiles
from audit.streams import streams
from audit.turning import turned
from audit.whose import headed, is_front_desk, tells_of, with_person

_CONTACT_KINDS = frozenset({"email", "phone", "address"})
_NEVER_PERSONAL = frozenset(("fax", "website", "foi", "press"))
_OFFICES = frozenset(("board", "engagement", "complaints"))
_UNLABELLED = frozenset(("general", "communications"))
_MOST_PEOPLE = 300  # of one page that a contact may belong to
_SHORTEST_NAME = 3
_BELOW = 3  # blocks between a person and their address
_FEWEST_CARDS = 3


def find(site: Site, sources: dict[str, Source], today: date) -> tuple[Fact, ...]:
    """Find all facts of a site, nearest to home first; `sources` is keyed by page address.

    What menus, headers and footers repeat is kept once, from the page nearest to home.
    """
    seen: set[tuple[str, ...]] = set()
    found = []
    for page in site.pages:
        for fact in turned(site, page, list(_on(site, page, today))):
            key = (fact.kind, fact.value, fact.label, fact.owner, fact.state)
            if fact.place in CHROME:
                if key in seen:
                    continue
                seen.add(key)
            found.append(replace(fact, source=sources.get(page.url)))
    return tuple(_personal(found))


def _on(site: Site, page: Page, today: date) -> Iterator[Fact]:
    members = list(people(site, page))
    yield from members
    known = {fact.value.lower() for fact in members}
    yield from (f for f in told_members(site, page) if f.value.lower() not in known)
    yield from (headed(page, fact) for fact in emails(site, page))
    yield from with_person(page, [headed(page, fact) for fact in phones(site, page)])
    yield from addresses(site, page)
    if not page.is_pdf:
        yield from profiles(site, page)
        yield from forms(site, page)
        yield from streams(site, page, today)
        yield from recordings(site, page, today)
        yield from documents(site, page)
    yield from meetings(site, page, today)
    yield from newsletters(site, page, today)
    yield from posts(site, page, today)
    yield from consultations(site, page, today)
    yield from groups(site, page)
    yield from changes(site, page)


def _personal(facts: list[Fact]) -> Iterator[Fact]:
    """Label a contact `person` when it stands with one named member, or bears their name."""
    people_on: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "person" and fact.source is not None:
            people_on.setdefault(fact.source.page, []).append(fact)
    seated = {_plain(f.value) for f in facts if _is_seated(f)}
    for fact in facts:
        person: dict[str, str] = {}
        unsuited = fact.label in _NEVER_PERSONAL or fact.label in _OFFICES
        may_be = fact.kind == "email" or (fact.kind == "phone" and not unsuited)
        if fact.detail.get("named") and may_be:
            person = {"person": fact.detail["named"]}
        elif (
            fact.kind in ("email", "phone")
            and fact.source is not None
            and fact.label not in _NEVER_PERSONAL
        ):
            whose = _member(fact, people_on.get(fact.source.page, [])[:_MOST_PEOPLE])
            if whose is not None:
                person = {"person": whose.value, "group": whose.detail.get("group", "")}
        if person:
            if _plain(person["person"]) in seated:
                person["group"] = "board"
            detail = {**fact.detail, **person, "role": fact.label}
            yield replace(fact, label="person", detail=detail)
        else:
            yield fact


def _is_seated(fact: Fact) -> bool:
    """Say whether a fact is of a person who sits on the body's board now."""
    mine = fact.kind == "person" and fact.owner == "own" and fact.state == "now"
    return mine and fact.detail.get("group") == "board"


def _plain(name: str) -> str:
    """Give first name and last, without titles."""
    return " ".join(name.lower().split()[-2:])


def _member(fact: Fact, near: list[Fact]) -> Fact | None:
    """Give the person of the same page to whom a contact belongs, if that is certain."""
    named = next((p for p in near if _bears_name(fact, p)), None)
    if named is not None or fact.label == "board":
        return named
    at = fact.detail.get("block", "")
    beside = [p for p in near if at in (p.detail.get("block"), p.detail.get("role_block"))]
    if len(beside) == 1:
        return beside[0]
    sentence = f"{fact.detail.get('row', '')} {fact.detail.get('sentence', '')}"
    told = [p for p in near if tells_of(p.value, sentence)]
    if len(told) == 1 and fact.label not in _OFFICES:
        return told[0]
    if fact.label not in _UNLABELLED or fact.place != "main" or len(near) < _FEWEST_CARDS:
        return None
    if is_front_desk(fact):
        return None
    above = [p for p in near if 0 <= int(at or -1) - _last_block(p) <= _BELOW]
    listed = len(above) > 1 and _last_block(above[-1]) - _last_block(above[-2]) <= 1
    return above[-1] if above and not listed else None


def _bears_name(fact: Fact, person: Fact) -> bool:
    box = fact.value.partition("@")[0].lower()
    words = person.value.replace("-", " ").split()
    parts = [w.lower().strip("'’") for w in words if len(w) >= _SHORTEST_NAME]
    return fact.kind == "email" and bool(parts) and parts[-1] in box


def _last_block(person: Fact) -> int:
    return int(person.detail.get("role_block", person.detail.get("block", "0")))
