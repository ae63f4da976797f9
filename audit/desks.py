"""Tell the pages on which a body says how to reach it, whatever they are called."""

from collections import Counter
from dataclasses import replace

from audit.model import Fact
from audit.page import Page
from audit.site import Site

_GENERAL = frozenset(("general", "communications"))
_WAYS = frozenset(("email", "phone", "address"))
_ABOUT_ANYTHING = frozenset(("about", "home", "board", "accessibility", "other", "advice"))
_FEW = 2
_MANY = 3
_BRIEF = 60  # words
_MOST = 9  # addresses and numbers of a page that is no directory


def with_desks(site: Site, facts: tuple[Fact, ...]) -> Site:
    """Give the site with pages of the kind `contact` that are so by what stands on them.

    A page in whose own text the body gives two general ways to reach it is one; where its name
    tells of something else, three, or two beside each other on a page of few words.
    """
    found: dict[str, list[Fact]] = {}
    others: Counter[str] = Counter()
    for fact in facts:
        if fact.source is None or fact.place != "main":
            continue
        if _is_way(site, fact):
            found.setdefault(fact.source.url, []).append(fact)
        elif fact.kind in _WAYS and fact.owner not in ("own", "person", "venue"):
            others[fact.source.url] += 1
    pages = (_named(page, found.get(page.url, []), others[page.url]) for page in site.pages)
    return replace(site, pages=tuple(pages))


def _is_way(site: Site, fact: Fact) -> bool:
    """Say whether a fact is a way for anybody to reach the body about anything."""
    if fact.kind == "form":
        return fact.label == "contact"
    offered = fact.owner == "own" or fact.detail.get("for_body") == "yes"
    general = fact.label in _GENERAL or (site.is_board and fact.label == "board")
    return fact.kind in _WAYS and fact.state == "now" and offered and general


def _named(page: Page, ways: list[Fact], others: int) -> Page:
    """Give a page as a contact page if it is one, and no directory of others."""
    if page.is_pdf or {"contact", "home"} & set(page.kinds):
        return page
    kinds = {fact.kind for fact in ways}
    values = {fact.value for fact in ways if fact.kind in _WAYS}
    brief = "address" in kinds and len(" ".join(b.text for b in page.main).split()) < _BRIEF
    enough = _FEW if brief or set(page.kinds) <= _ABOUT_ANYTHING else _MANY
    if len(kinds) < enough or len(values) > _MOST or others >= len(values) or not kinds & _WAYS:
        return page
    return replace(page, kinds=(*(page.kinds or ("other",)), "contact"))
