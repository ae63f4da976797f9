"""A checklist as a page for people: each question, what counts, and the examples that show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from audit.checklist import Checklist, Criterion, Example
from audit.examples import read_aloud
from audit.score import WEIGHTS
from audit.wording import Sentence, sentence
from crawler.kinds import kinds
from reports.escaping import clean, web_address
from reports.post_context import Link, Text
from reports.rendering import policy, render
from reports.words import british_date, count, upper_first

_SHOWN = {
    "met": "Counts as yes",
    "not_found": "Does not count",
    "not_applicable": "Not asked of",
    "unknown": "Cannot be decided",
}
_OTHERWISE = {"not_applicable": "does not apply", "not_found": "not found"}


@dataclass(frozen=True, kw_only=True)
class Rules:
    """Rules of which all, one or none must find something, under the words that say which."""

    title: str
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An example: what its page shows, why it is there, and what is special about it."""

    text: str
    because: str
    notes: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One criterion in words."""

    id: str
    ask: str
    says: str
    why: str
    guidance: str
    weight: str
    where: str
    retired: str
    rules: tuple[Rules, ...]
    examples: tuple[tuple[str, tuple[Shown, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Codebook:
    """All that the page's templates may use."""

    title: str
    name: str
    about: str
    source: Text
    digest: str
    counted: str
    judged: str
    sections: tuple[tuple[str, tuple[Question, ...]], ...]
    style: Markup
    policy: str


def codebook(checklist: Checklist, criterion: Criterion | None = None) -> Codebook:
    """Put a checklist, or one question of it, into words."""
    chosen = checklist.criteria if criterion is None else (criterion,)
    sections: dict[str, list[Question]] = {}
    for one in chosen:
        sections.setdefault(upper_first(clean(one.section)), []).append(_question(one))
    style = files("reports").joinpath("templates", "post.css").read_text("utf-8")
    part = "" if criterion is None else ", of which this is one"
    link = Link(text=clean(checklist.source), href=web_address(checklist.source))
    return Codebook(
        title=clean(checklist.title),
        name=clean(checklist.name),
        about=clean(checklist.about),
        source=(link,),
        digest=checklist.digest,
        counted=upper_first(count(len(checklist.live), "question")) + part,
        judged=british_date(checklist.examples_on.isoformat()),
        sections=tuple((name, tuple(held)) for name, held in sections.items()),
        style=Markup(style),  # noqa: S704 - our own file
        policy=policy(style),
    )


def as_markdown(book: Codebook) -> str:
    """Write the page as Markdown that reads well in a terminal too."""
    return render(book, None, "codebook.md.j2")


def as_html(book: Codebook) -> str:
    """Write the page as one file of HTML that loads nothing."""
    return render(book, None, "codebook.html.j2")


def _question(criterion: Criterion) -> Question:
    return Question(
        id=criterion.id,
        ask=clean(criterion.ask),
        says=clean(criterion.says),
        why=clean(criterion.why),
        guidance=clean(criterion.guidance),
        weight=upper_first(WEIGHTS[criterion.weight]),
        where=_where(criterion.where),
        retired=british_date(criterion.retired.isoformat()) if criterion.retired else "",
        rules=tuple(_rules(criterion)),
        examples=tuple(_examples(criterion)),
    )


def _where(wanted: Iterable[str]) -> str:
    """Name the kinds of page that are read, in the checklist's order."""
    if "any" in wanted:
        return "every page that was read"
    titles = {kind.id: kind.title for kind in kinds()} | {"other": "pages that tell no kind"}
    return "pages of these kinds: " + "; ".join(titles[kind] for kind in wanted)


def _rules(criterion: Criterion) -> Iterator[Rules]:
    both = "and at least one of these:" if criterion.all else "It counts if one of these is found:"
    elsewhere = _OTHERWISE[criterion.otherwise]
    for title, calls in (
        (
            f"It is asked if one of these is found; otherwise the answer is “{elsewhere}”:",
            criterion.applies,
        ),
        ("It counts if each of these is found:", criterion.all),
        (upper_first(both), criterion.any),
        ("It does not count if any of these is found:", criterion.none),
        (
            "Where it does not count, but one of these is found, the answer is “could not tell”:",
            criterion.unsure,
        ),
    ):
        if calls:
            yield Rules(title=title, sentences=tuple(map(sentence, calls)))
    if criterion.lapses:
        ended = elsewhere if criterion.applies else "not found"
        yield Rules(title=f"It ends with the body: once that has closed, the answer is “{ended}”.")


def _examples(criterion: Criterion) -> Iterator[tuple[str, tuple[Shown, ...]]]:
    for outcome, title in _SHOWN.items():
        held = getattr(criterion.examples, outcome)
        if held:
            yield title, tuple(map(_shown, held))


def _shown(example: Example) -> Shown:
    notes = {
        "at": example.address,
        "linked as": f"“{example.called}”" if example.called else "",
        "on": british_date(example.on.isoformat()) if example.on else "",
        "on a site whose home page shows": read_aloud(example.home) if example.home else "",
    }
    said = ", ".join(f"{words} {value}" for words, value in notes.items() if value)
    return Shown(text=read_aloud(example.html), because=clean(example.because), notes=clean(said))
