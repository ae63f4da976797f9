"""Judge a body by a checklist: rules find, criteria decide, and every verdict shows its search."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from audit.calls import Call
from audit.checklist import Checklist, Criterion
from audit.misses import Loosened, loosen, near_misses
from audit.model import Evidence, Fact, Finding, NearMiss, Outcome, Source
from audit.rules.scene import LONGEST, Hit, Scene
from audit.site import CHROME, Site
from audit.states import state
from crawler.kinds import kinds_of_link
from crawler.reasons import REASONS

_MOST_EVIDENCE = 8
_TOO_COMMON = frozenset(("home", "about", "news", "any", "other"))
_REFUSALS = (401, 403, 429)
_CLOSED = "the body has closed"
_BLOCKING = frozenset(
    {
        "robots",
        "timeout",
        "tls",
        "dns",
        "refused",
        "http_5xx",
        "too_large",
        "needs_browser",
        "interrupted",
        "not_archived",
        "private_address",
    }
)


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A link that was seen but not read: its words, address and the typed reason."""

    url: str
    link_text: str
    reason: str
    status: int | None = None


@dataclass(frozen=True, kw_only=True)
class Read:
    """All that judging one body needs.

    `sources` are keyed by page address; `unread` is what was seen but not read; `barred` is the
    reason why nothing could be read, empty when the home page was.
    """

    site: Site
    facts: tuple[Fact, ...]
    sources: Mapping[str, Source]
    unread: tuple[Unread, ...] = ()
    barred: str = ""


def judge(
    checklist: Checklist, read: Read, today: date, shared: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Decide every criterion of a checklist for one body, in the checklist's order.

    `shared` are telephone numbers that another body of the register gives too.
    """
    loosened = loosen(read.facts, read.sources)
    scene = Scene(site=read.site, pages=(), facts=(), today=today, shared=shared)
    return tuple(_finding(criterion, read, scene, loosened) for criterion in checklist.live)


def _finding(criterion: Criterion, read: Read, scene: Scene, loosened: Loosened) -> Finding:
    body = read.site.body.id
    if read.barred:
        return Finding(
            body=body,
            criterion=criterion.id,
            outcome="unknown",
            searched="no page could be read",
            reason=read.barred,
        )
    scene, passed_over = _listening(_within(criterion, read, scene))
    if criterion.lapses and read.site.closed:
        return _lapsed(criterion, read, scene, loosened)
    outcome, hits, reason, lacking = _decide(criterion, scene)
    searched = _searched(criterion, scene, read)
    blocked = _blocked(criterion, read) if outcome == "not_found" else None
    if blocked is not None:
        outcome, reason = "unknown", blocked.reason
        why = REASONS.get(blocked.reason, blocked.reason)
        searched += f"; could not read {blocked.link_text or blocked.url}: {why}"
    evidence = tuple(_evidence(hits, read))
    if outcome == "met" and not evidence:
        outcome, reason = "unknown", "no_evidence"
    return Finding(
        body=body,
        criterion=criterion.id,
        outcome=outcome,
        clicks=min((e.source.clicks for e in evidence), default=None),
        searched=searched,
        reason=reason,
        evidence=evidence,
        near=near_misses(
            lacking,
            replace(scene, state=state),
            loosened,
            unsure=criterion.unsure if outcome == "unknown" else (),
            passed_over=bool(passed_over),
        ),
    )


def _lapsed(criterion: Criterion, read: Read, scene: Scene, loosened: Loosened) -> Finding:
    """Decide what ended with a body that has closed: what is still shown of it is a near miss."""
    calls = (*criterion.applies, *criterion.all, *criterion.any)
    shown = _evidence([hit for found in _run(calls, scene) for hit in found], read)
    still = (
        NearMiss(rule=e.rule, value=e.value, quote=e.quote, why=_CLOSED, source=e.source)
        for e in shown
    )
    return Finding(
        body=read.site.body.id,
        criterion=criterion.id,
        outcome=criterion.otherwise if criterion.applies else "not_found",
        searched=_searched(criterion, scene, read),
        reason=f"{_CLOSED}: {read.site.closed.rstrip('.')}"[:LONGEST],
        near=(*still, *near_misses(calls, replace(scene, state=state), loosened)),
    )


def _listening(scene: Scene) -> tuple[Scene, list[str]]:
    """Let a scene gather the sentences that are passed over for what they hold to be so."""
    heard: list[str] = []

    def listen(text: str) -> str:
        held = state(text)
        if held != "now":
            heard.append(text)
        return held

    return replace(scene, state=listen), heard


def _within(criterion: Criterion, read: Read, scene: Scene) -> Scene:
    """Gather the pages that a criterion reads; what is in the chrome counts as home's."""
    pages = tuple(read.site.of(criterion.where))
    within = {p.url for p in pages}
    home = {"home", "contact", "any"} & set(criterion.where)
    facts = tuple(
        f for f in read.facts
        if (f.source is not None and f.source.url in within) or (home and f.place in CHROME)
    )  # fmt: skip
    return replace(scene, pages=pages, facts=facts)


def _run(calls: tuple[Call, ...], scene: Scene) -> list[list[tuple[str, Hit]]]:
    return [[(call.word, hit) for hit in call(scene)] for call in calls]


def _decide(
    criterion: Criterion, scene: Scene
) -> tuple[Outcome, list[tuple[str, Hit]], str, tuple[Call, ...]]:
    """Give the outcome, what was found, the reason, and the calls that lacked something."""
    if criterion.applies and not any(_run(criterion.applies, scene)):
        lacking = (*criterion.applies, *criterion.all, *criterion.any)
        return criterion.otherwise, [], "does not apply", lacking
    refused = [hit for found in _run(criterion.none, scene) for hit in found]
    if refused:
        return "not_found", [], f"{refused[0][1].value}: {refused[0][1].quote}"[:LONGEST], ()
    every = _run(criterion.all, scene)
    some = _run(criterion.any, scene)
    if all(every) and (not criterion.any or any(some)):
        return "met", [hit for found in (*every, *some) for hit in found], "", ()
    lacking = tuple(call for call, found in zip(criterion.all, every, strict=True) if not found)
    if not any(some):
        lacking += criterion.any
    if criterion.unsure and any(_run(criterion.unsure, scene)):
        return "unknown", [], "undecided by what the pages say", lacking
    return "not_found", [], "", lacking


def _evidence(hits: list[tuple[str, Hit]], read: Read) -> list[Evidence]:
    found: dict[tuple[str, str], Evidence] = {}
    for word, hit in hits:
        source = read.sources.get(hit.page)
        quote = hit.words
        if source is not None and quote:
            found.setdefault(
                (hit.page, quote),
                Evidence(rule=word, value=hit.value[:LONGEST], quote=quote, source=source),
            )
    ordered = sorted(found.values(), key=lambda e: (e.source.clicks, e.source.url))
    return ordered[:_MOST_EVIDENCE]


def _searched(criterion: Criterion, scene: Scene, read: Read) -> str:
    """Say in words what was read for a criterion, how deep, and what was left."""
    deepest = max((p.clicks for p in scene.pages), default=0)
    kinds = "any page" if "any" in criterion.where else ", ".join(criterion.where)
    pages = f"{len(scene.pages)} of {len(read.site.pages)} pages read ({kinds})"
    words = f"{pages}, up to {deepest} click{'' if deepest == 1 else 's'} from home"
    kept = len(read.site.withdrawn)
    if kept:
        words += f"; passed over {kept} page{'' if kept == 1 else 's'} kept as a record only"
    left = [u for u in read.unread if u.reason == "over_budget"]
    return words + (f"; {len(left)} links left when the page budget ended" if left else "")


def _blocked(criterion: Criterion, read: Read) -> Unread | None:
    """Find a page of the needed kind that was seen as a link but could not be read."""
    wanted = set(criterion.where) - _TOO_COMMON
    for unread in read.unread:
        refused = unread.reason == "http_4xx" and unread.status in _REFUSALS
        if (refused or unread.reason in _BLOCKING) and wanted & set(
            kinds_of_link(unread.link_text, unread.url)
        ):
            return unread
    return None


def shared_numbers(reads: Iterable[Read]) -> frozenset[str]:
    """Find the numbers that two or more bodies of a register give as the way to reach them."""
    by_number: dict[str, set[str]] = {}
    for read in reads:
        for fact in read.facts:
            offered = fact.kind == "phone" and fact.detail["for_body"] == "yes"
            if offered and fact.label == "general":
                by_number.setdefault(fact.value, set()).add(read.site.body.id)
    return frozenset(number for number, bodies in by_number.items() if len(bodies) > 1)
