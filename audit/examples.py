"""Run the examples of a checklist: each small page must give the outcome it stands under."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from audit.checklist import Checklist, Criterion, Example
from audit.desks import with_desks
from audit.find import find
from audit.judge import Read, judge
from audit.look import look
from audit.model import OUTCOMES, Outcome, Source
from audit.page import Block, Field, Page
from audit.site import assemble
from crawler.kinds import kinds
from crawler.register import Body

SITE = "http://www.exampleccg.nhs.uk"
BODY = Body(
    id="example-ccg", name="NHS Example CCG", website=f"{SITE}/", kind="ccg", region="London"
)
NEIGHBOUR = Body(id="otherby-ccg", name="NHS Otherby CCG", website="http://www.otherbyccg.nhs.uk/")
_HOME = (
    '<title>{name}</title><nav><a href="{path}">{called}</a></nav><h1>{name}</h1>'
    "<p>We plan health services for people in Example.</p>"
)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What an example gave beside what it should give; `name` reads `criterion:outcome-number`."""

    name: str
    wanted: Outcome
    got: Outcome
    because: str

    @property
    def holds(self) -> bool:
        """Say whether the example gives its outcome."""
        return self.wanted == self.got


def examples(criterion: Criterion) -> Iterator[tuple[str, Outcome, Example]]:
    """List a criterion's examples with their names and outcomes."""
    for outcome in OUTCOMES:
        for number, example in enumerate(getattr(criterion.examples, outcome), start=1):
            yield f"{criterion.id}:{outcome}-{number}", outcome, example


def run_examples(checklist: Checklist) -> Iterator[Shown]:
    """Judge every example of a checklist."""
    for criterion in checklist.live:
        alone = checklist.model_copy(update={"criteria": (criterion,)})
        for name, wanted, example in examples(criterion):
            finding = judge(
                alone,
                read_example(criterion, example, checklist.examples_on),
                example.on or checklist.examples_on,
            )[0]
            why = finding.reason or (finding.evidence[0].quote if finding.evidence else "")
            yield Shown(name=name, wanted=wanted, got=finding.outcome, because=why)


def read_example(criterion: Criterion, example: Example, on: date) -> Read:
    """Make a site of an example: a home page that links to a page of the first kind it reads."""
    kind = next((k for k in kinds() if k.id in criterion.where), None)
    is_home = kind is None or (kind.id == "home" and len(criterion.where) == 1)
    path = example.address or ("/" if is_home else f"/{criterion.where[0]}")
    called = example.called or ("" if is_home else _called(criterion))
    pages = [_page(example.html, url=SITE + path, called=called, clicks=0 if path == "/" else 1)]
    if path != "/":
        home = example.home or _HOME.format(path=path, called=called, name=BODY.name)
        pages.append(_page(home, url=f"{SITE}/", called="", clicks=0))
    site = assemble(BODY, pages, (NEIGHBOUR,))
    sources = {
        p.url: Source(
            page=p.url, url=p.url, captured="", clicks=p.clicks, warc="", offset=None, digest=""
        )
        for p in site.pages
    }
    facts = find(site, sources, example.on or on)
    return Read(site=with_desks(site, facts), facts=facts, sources=sources)


def _called(criterion: Criterion) -> str:
    """Give the words of a link that promise the first kind of page that the criterion reads."""
    wanted = next((w for w in criterion.where if w not in ("home", "any", "other")), "about")
    kind = next(k for k in kinds() if k.id == wanted)
    return next((e for e in kind.examples.is_ if not e.startswith("/")), kind.title)


def _page(html: str, *, url: str, called: str, clicks: int) -> Page:
    page = look(html.encode(), url=url, content_type="text/html; charset=utf-8")
    return replace(page, clicks=clicks, link_texts=(called,) if called else ())


def read_aloud(html: str) -> str:
    """Give what an example's page shows: its words, where its links lead, what its forms limit."""
    page = look(html.encode(), url=f"{SITE}/", content_type="text/html; charset=utf-8")
    said = [_block_aloud(block) for block in page.blocks]
    for form in page.forms:
        said += [
            f"(“{field.label or field.name}” takes {_limit(field)})"
            for field in form.fields
            if field.pattern or field.maxlength is not None
        ]
    said += [f"(loads {source})" for source in page.scripts]
    return " / ".join(filter(None, said)) or "(nothing to read)"


def _block_aloud(block: Block) -> str:
    """Give a block's words, then where its links lead, with words that only a link has."""
    text = " ".join(block.text.split())
    where = []
    for link in block.links:
        href = link.href.removeprefix(SITE).removeprefix("mailto:")
        if link.text and link.text not in text:
            where.append(f"{link.text} ({href})")
        elif href not in text:
            where.append(f"({href})")
    return " ".join(filter(None, (text, *dict.fromkeys(where))))


def _limit(field: Field) -> str:
    if field.maxlength is None:
        return f"only {field.pattern}"
    return f"{field.maxlength} characters at most"
