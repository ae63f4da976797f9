"""Find the typed facts of a body's site: every finder over every page, repeats kept once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit.contacts import addresses, emails, phones
from audit.documents import documents
from audit.forms import forms
from audit.look import Page
from audit.meetings import meetings, recordings, streams
from audit.model import Fact, Source
from audit.news import newsletters, posts
from audit.people import people
from audit.site import CHROME, Site
from audit.social import profiles
from audit.taking_part import changes, consultations, groups

_CONTACT_KINDS = frozenset({"email", "phone", "address"})


def find(site: Site, sources: dict[str, Source], today: date) -> tuple[Fact, ...]:
    """Find all facts of a site, nearest to home first; `sources` is keyed by page address.

    What menus, headers and footers repeat is kept once, from the page nearest to home.
    """
    seen: set[tuple[str, ...]] = set()
    found = []
    for page in site.pages:
        for fact in _on(site, page, today):
            key = (fact.kind, fact.value, fact.label, fact.owner, fact.state)
            if fact.place in CHROME:
                if key in seen:
                    continue
                seen.add(key)
            found.append(replace(fact, source=sources.get(page.url)))
    return tuple(_personal(found))


def _on(site: Site, page: Page, today: date) -> Iterator[Fact]:
    yield from people(site, page)
    yield from emails(site, page)
    yield from phones(site, page)
    yield from addresses(site, page)
    if not page.is_pdf:
        yield from profiles(site, page)
        yield from forms(site, page)
        yield from streams(site, page)
        yield from recordings(site, page)
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
    for fact in facts:
        if fact.kind == "email" and fact.detail.get("named"):
            yield replace(fact, label="person", detail={**fact.detail, "person": fact.detail["named"], "role": fact.label})
            continue
        if fact.kind in ("email", "phone") and fact.source is not None and fact.label not in ("fax", "website", "foi", "press"):
            whose = _member(fact, people_on.get(fact.source.page, []))
            if whose is not None:
                yield replace(fact, label="person", detail={**fact.detail, "person": whose.value, "group": whose.detail.get("group", ""), "role": fact.label})
                continue
        yield fact


def _member(fact: Fact, near: list[Fact]) -> Fact | None:
    local = fact.value.partition("@")[0].lower()
    for person in near:
        parts = [w.lower().strip("'’") for w in person.value.replace("-", " ").split() if len(w) > 2]  # noqa: PLR2004
        if fact.kind == "email" and parts and parts[-1] in local:
            return person
    at = fact.detail.get("block", "")
    if fact.label == "board":
        return None
    beside = [p for p in near if at in (p.detail.get("block"), p.detail.get("role_block"))]
    if len(beside) == 1:
        return beside[0]
    sentence = f"{fact.detail.get('row', '')} {fact.detail.get('sentence', '')}"
    named = [p for p in near if any(w in sentence for w in p.value.split()[-1:])]
    if len(named) == 1 and fact.label not in ("board", "engagement", "complaints"):
        return named[0]
    if fact.label in ("general", "communications") and fact.place == "main":
        before = [p for p in near if 0 <= int(at or -1) - int(p.detail.get("role_block", p.detail.get("block", 0))) <= 3]  # noqa: PLR2004
        if len(near) >= 3 and before:  # noqa: PLR2004
            return before[-1]
    return None
