"""What a rule may look at, and what it yields."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from audit.documents import file_name
from audit.model import Fact
from audit.page import Block, Page
from audit.site import Site
from audit.states import state
from audit.words import pattern

Words = tuple[str, ...]
LONGEST = 400
"""Characters of a quote that are kept."""
_SEPARATORS = pattern(r"[/._?=&-]+")
_COMMON = frozenset({"general", "communications"})


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A piece of evidence on a page: what was found and the words that say so.

    `fact` is what it was made of, where that was a fact.
    """

    value: str
    quote: str
    page: str
    fact: Fact | None = field(default=None, compare=False, repr=False)

    @property
    def words(self) -> str:
        """The quote on one line, as much of it as is kept."""
        return " ".join(self.quote.split())[:LONGEST].strip()


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What a rule may look at: a site, the pages and facts within reach, and the day.

    `shared` are telephone numbers that another body gives too; `state` tells what a sentence holds
    to be so.
    """

    site: Site
    pages: tuple[Page, ...]
    facts: tuple[Fact, ...]
    today: date
    shared: frozenset[str] = frozenset()
    state: Callable[[str], str] = state


def names_of(page: Page) -> tuple[str, ...]:
    """List what a page is called: by itself, by its address and by the links to it."""
    return (page.name, page.title, file_name(page.url.rstrip("/")), *page.link_texts)


def context_of(page: Page) -> str:
    """Give what a page says first, with the trail that leads to it and its address."""
    trail = (b.text for b in page.blocks if b.place == "crumbs")
    address = page.url.rpartition("://")[2].partition("/")[2]
    return " / ".join((page.lead, page.parent, *trail, _SEPARATORS.sub(" ", address)))


def above(page: Page, block: Block) -> str:
    """Give the words over a block: its headings, its column and what its page is called."""
    return " / ".join((*block.headings, block.column, *names_of(page)))


def url_of(fact: Fact) -> str:
    """Give the address of the page a fact was found on."""
    return fact.source.url if fact.source else ""


def facts_of(
    scene: Scene, kind: str, *, label: Words = (), owner: Words = ("own",), states: Words = ("now",)
) -> Iterator[Fact]:
    """Yield facts of a kind; a person's own address counts for the office that it is given for."""
    for fact in scene.facts:
        if fact.kind != kind or fact.state not in states:
            continue
        role = fact.detail.get("role", "") if fact.label == "person" else ""
        named = not label or fact.label in label or (role in label and role not in _COMMON)
        if named and ("any" in owner or fact.owner in owner):
            yield fact


def as_hit(fact: Fact) -> Hit:
    """Make evidence of a fact as it stands."""
    return Hit(value=fact.value, quote=fact.quote, page=url_of(fact), fact=fact)
