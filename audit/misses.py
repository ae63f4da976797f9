"""Near misses: what looked like an answer and did not count, each with the reason why.

What a question lacked is looked for again in a loosened scene, where everything is the body's own,
holds now and stands within reach. What only that finds is a near miss, and what had to be loosened
is the reason.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from inspect import signature
from itertools import islice
from typing import Any

from audit.calls import Call
from audit.model import Fact, NearMiss, Source
from audit.rules import vocabulary
from audit.rules.scene import LONGEST, Hit, Scene
from audit.site import Site
from audit.states import state

_MOST = 5
_MOST_WEIGHED = 40
_READ_SENTENCES = frozenset(("says", "link", "page", "section"))
_NOT_LOOSENED = frozenset(("menu_page", "widget"))
_OWNERS = {
    "supplier": "it belongs to the firm behind the website",
    "hospital": "it belongs to a hospital",
    "council": "it belongs to a council",
    "national": "it belongs to a national body",
    "person": "it belongs to one person",
    "venue": "it belongs to the place of a meeting",
    "own": "it is not given as a way to reach the body",
    "other": "it belongs to somebody else",
}
_STATES = {
    "denied": "the page says that there is none",
    "ended": "it has ended",
    "planned": "it is only planned",
    "past": "it is over",
}
_LIMITS: dict[str, tuple[Any, str]] = {
    "within_days": (36_500, "it is {age}"),
    "unshared": (False, "another body gives it too"),
    "on_home": (False, "the home page does not link to it"),
    "takes_any_email": (False, "it does not take every valid email address"),
    "at_least": (1, "fewer than {limit} are named"),
    "networks": (1, "fewer than {limit} networks are linked to"),
}
"""Parameters of rules that refuse, with the value that refuses nothing, and the words for it."""
_LAST = frozenset(("on_home", "at_least", "networks"))
"""Limits that are only a reason where nothing else is."""
_UNDATED = "it bears no date"
_OPEN = "it leaves the question open"
_NOT_TODAY = "it does not hold today"
_OF_OTHERS = "it is about another organisation"


@dataclass(frozen=True, kw_only=True)
class Loosened:
    """A body's facts as if all were its own and held now; `originals` are by the identity of those.

    Made once for a body, since every question that is not met asks again.
    """

    facts: tuple[Fact, ...]
    originals: Mapping[int, Fact]
    sources: Mapping[str, Source]


def loosen(facts: Iterable[Fact], sources: Mapping[str, Source]) -> Loosened:
    """Take every fact of a body as its own, as holding now, and as offered by it."""
    pairs = [(_loose(fact), fact) for fact in facts]
    return Loosened(
        facts=tuple(loose for loose, _ in pairs),
        originals={id(loose): fact for loose, fact in pairs},
        sources=sources,
    )


def _loose(fact: Fact) -> Fact:
    offered = fact.detail.get("for_body") != "no"
    if offered and fact.owner == "own" and fact.state == "now":
        return fact
    detail = fact.detail if offered else {**fact.detail, "for_body": "yes"}
    return replace(fact, owner="own", state="now", detail=detail)


def near_misses(
    lacking: Iterable[Call],
    scene: Scene,
    loosened: Loosened,
    *,
    unsure: Iterable[Call] = (),
    passed_over: bool = True,
) -> tuple[NearMiss, ...]:
    """Find what calls that found nothing in a scene nearly found, nearest to home first.

    `unsure` are calls whose hits left the question open; `passed_over` says whether any sentence
    was passed over in the scene for what it holds to be so.
    """
    found = [
        (call, hit, _UNDATED if call.options.get("undated") else _OPEN)
        for call in unsure
        for hit in call(scene)
    ]
    for call in lacking:
        if call.word in _READ_SENTENCES and (passed_over or call.options.get("own")):
            found += _sentences(call, scene)
        elif call.word not in _READ_SENTENCES | _NOT_LOOSENED:
            found += [(call, hit, "") for hit in _wide(call, scene, loosened)]
    told = islice(_told(found, scene, loosened), _MOST_WEIGHED)
    nearest = sorted(told, key=lambda one: one[0])[:_MOST]
    return tuple(sorted((miss for _, miss in nearest), key=_from_home))


def _from_home(miss: NearMiss) -> tuple[int, str]:
    return miss.source.clicks, miss.source.url


def _told(
    found: list[tuple[Call, Hit, str]], scene: Scene, loosened: Loosened
) -> Iterator[tuple[int, NearMiss]]:
    """Yield near misses, nearest to home first, with how many things keep each from counting."""
    sources = loosened.sources
    placed = [one for one in found if one[1].page in sources and one[1].words]
    placed.sort(key=lambda one: (sources[one[1].page].clicks, one[1].page))
    seen: set[str] = set()
    for call, hit, known in placed:
        names = {hit.value.casefold(), hit.words.casefold()}
        reasons = [known] if known else _reasons(call, hit, scene, loosened)
        if not reasons or names & seen:
            continue
        seen |= names
        yield (
            len(reasons),
            NearMiss(
                rule=call.word,
                value=hit.value[:LONGEST],
                quote=hit.words,
                why=" and ".join(reasons),
                source=sources[hit.page],
            ),
        )


def _sentences(call: Call, scene: Scene) -> Iterator[tuple[Call, Hit, str]]:
    """Find what sentences say that is denied, ended, only planned or about somebody else."""
    last = "now"

    def listen(text: str) -> str:
        nonlocal last
        last = state(text)
        return "now"

    others = {"own": False} if call.options.get("own") else {}
    asked = call.model_copy(update={"options": call.options | others})
    for hit in asked(replace(scene, state=listen)):
        held = next((s for s in (state(hit.quote), last) if s != "now"), "")
        if held or others:
            yield call, hit, _STATES.get(held, _OF_OTHERS)


def _wide(call: Call, scene: Scene, loosened: Loosened) -> Iterator[Hit]:
    options = call.options | {name: _LIMITS[name][0] for name in _limits(call)}
    wide = replace(scene, facts=loosened.facts, pages=scene.site.pages)
    return call.model_copy(update={"options": options})(wide)


def _reasons(call: Call, hit: Hit, scene: Scene, loosened: Loosened) -> list[str]:
    """List what had to be loosened for a hit: each is put back alone, and counts if it refuses."""
    if hit.fact is None:
        return [] if hit.page in {p.url for p in scene.pages} else [_place(scene.site, hit.page)]
    loose, fact = hit.fact, loosened.originals.get(id(hit.fact), hit.fact)
    limits = _limits(call)
    free = {name: _LIMITS[name][0] for name in limits}
    wide = replace(scene, pages=scene.site.pages)

    def refused(one: Fact, **options: Any) -> bool:
        asked = call.model_copy(update={"options": call.options | free | options})
        return not any(asked(replace(wide, facts=(one,))))

    found = []
    if refused(replace(loose, owner=fact.owner, detail=fact.detail)):
        found.append(_owner(scene.site, fact.owner))
    if refused(replace(loose, state=fact.state)):
        found.append(_held(fact))
    if not any(one is fact for one in scene.facts):
        found.append(_place(scene.site, hit.page))
    for name, limit in limits.items():
        if (name not in _LAST or not found) and refused(loose, **{name: limit}):
            found.append(_LIMITS[name][1].format(limit=limit, age=_age(fact.when, scene.today)))
    return found


def _limits(call: Call) -> dict[str, Any]:
    """List the parameters of a call that refuse, with what they ask for."""
    known = signature(vocabulary()[call.word]).parameters
    asked = {n: call.options.get(n, known[n].default) for n in _LIMITS if n in known}
    return {name: limit for name, limit in asked.items() if limit}


def _owner(site: Site, owner: str) -> str:
    body = next((other.name for other in site.neighbours if other.id == owner), "")
    return f"it belongs to {body}" if body else _OWNERS.get(owner, _OWNERS["other"])


def _held(fact: Fact) -> str:
    """Say what is held of a fact, in the words of its own quote where those tell more."""
    if fact.state == "ended":
        return _STATES["ended"] + (f" ({fact.when})" if fact.when else "")
    said = state(fact.quote)
    if fact.state == "planned" and said != "planned":
        return _NOT_TODAY
    return _STATES.get(fact.state if said == "now" else said, _NOT_TODAY)


def _place(site: Site, url: str) -> str:
    if url in site.withdrawn:
        return "its page is kept as a record only"
    kinds = next((", ".join(p.kinds) for p in site.pages if p.url == url), "")
    return "it stands on a page of another kind" + (f" ({kinds})" if kinds else "")


def _age(when: date | None, today: date) -> str:
    if when is None:
        return "without a date"
    return f"too {'old' if when < today else 'far ahead'} ({when})"
