"""Rules that read: sentences, links and documents."""

from collections.abc import Iterator

from audit.answers import answer_to, says_no
from audit.documents import file_name
from audit.owners import another
from audit.page import Block, Link, Page, row_text
from audit.rules.scene import (
    Hit,
    Scene,
    Words,
    above,
    as_hit,
    context_of,
    facts_of,
    names_of,
    url_of,
)
from audit.site import CHROME
from audit.states import on_request
from audit.subjects import is_of_another
from audit.words import hit, sentence_at, sentences

_OUT = frozenset(("cookie", "share", "nav", "crumbs"))
_CELLS = frozenset(("td", "th"))
_FIRST_WORDS = 400
_SHORT = 40  # characters of a sentence that says little by itself


def says(
    scene: Scene,
    *,
    matches: Words,
    near: Words = (),
    unless: Words = (),
    away_from: Words = (),
    chrome: bool = False,
    request: bool = True,
    own: bool = False,
    lead: bool = False,
) -> Iterator[Hit]:
    """Find sentences that say something now: not denied, ended or merely planned.

    `near` must hit the sentence, its headings or the page's name; `unless` must not hit the
    sentence or the row that its cell stands in, `away_from` not its headings or the page's name, or
    the nearest heading alone where that and the page's name both hit `near`; `chrome` reads footers
    and headers too; `request: false` passes over what is only offered to those who ask, `own` over
    what is about another organisation; `lead` lets `near` hit the first words of the page too.

    In words: a sentence that says it as true today, not denied, ended or only planned
        chrome: in headers and footers too
        not request: and not offered only to those who ask
        own: and not about another organisation
        matches: in one of these ways:
        near: with one of these in it, in the headings over it or in what the page is called:
        lead: with the page's first words counted as over it
        unless: but not with one of these in it:
        away_from: nor with one of these in the headings over it or in what the page is called:
    """
    for page in scene.pages:
        first = page.lead if lead else ""
        for text, block in _readable(page, chrome=chrome) if not page.is_pdf else ():
            if not hit(matches, text):
                continue
            over = above(page, block)
            shared = hit(near, page.name) and hit(near, block.head)
            if away_from and hit(away_from, block.head if shared else over):
                continue
            around = f"{text[:_FIRST_WORDS]} / {over} / {first}"
            row = text != block.text
            beside = row_text(page, block) if block.tag in _CELLS else ""
            for sentence in (text,) if row else _spans(text, matches):
                refused = unless and hit(unless, f"{sentence} / {beside}")
                if (
                    refused
                    or not hit(matches, sentence)
                    or not _holds(scene, page, block, sentence)
                ):
                    continue
                if near and not hit(near, f"{sentence} / {around}"):
                    continue
                if not request and on_request(sentence):
                    continue
                if own and _is_of_others(scene, block, sentence):
                    continue
                yield Hit(value=sentence, quote=block.text if row else sentence, page=page.url)


def _is_of_others(scene: Scene, block: Block, sentence: str) -> bool:
    """Say whether a sentence or its heading tells of another organisation's affairs."""
    site = scene.site
    named = another(site, sentence) or another(site, block.head)
    return bool(named) or is_of_another(site, block.text, sentence)


def _holds(scene: Scene, page: Page, block: Block, sentence: str) -> bool:
    """Say whether a sentence holds now, and is no question answered with no."""
    if scene.state(sentence) != "now":
        return False
    if not sentence.endswith("?"):
        return True
    index = next(i for i, b in enumerate(page.blocks) if b is block)
    return not says_no(answer_to(page, index, sentence))


def _readable(page: Page, *, chrome: bool) -> Iterator[tuple[str, Block]]:
    """Yield texts to read: each block, then a row's cells or a term with what it means as one."""
    term: Block | None = None
    rows: dict[int, list[Block]] = {}
    for block in page.blocks:
        if not block.text or block.place in _OUT or (block.place in CHROME and not chrome):
            continue
        yield block.text, block
        if block.row:
            rows.setdefault(block.row, []).append(block)
        if block.tag == "dd" and term is not None:
            yield f"{term.text}\n{block.text}", block
        elif block.tag != "dd":
            term = block if block.tag == "dt" else None
    for cells in rows.values():
        if len(cells) > 1:
            yield " ".join(b.text for b in cells), cells[0]


def _run(found: tuple[str, ...], at: int) -> int:
    """Give where the run of short questions begins that ends at a sentence: "Polish? Tape? Ask"."""
    while at and all(s.endswith("?") and len(s) < _SHORT for s in found[at - 1 : at + 1]):
        at -= 1
    return at


def _spans(text: str, matches: Words) -> Iterator[str]:
    """Yield sentences that match, and pairs of neighbours that only match together."""
    found = sentences(text)
    for at, sentence in enumerate(found):
        if hit(matches, sentence):
            yield sentence
        elif at + 1 < len(found) and not hit(matches, found[at + 1]):
            pair = " ".join(found[_run(found, at) : at + 2])
            if pair in text:
                yield pair


def link(
    scene: Scene,
    *,
    matches: Words = ("",),
    to: Words = ("",),
    near: Words = (),
    unless: Words = (),
    outside: bool = False,
    chrome: bool = True,
) -> Iterator[Hit]:
    """Find links by their words (`matches`) and address (`to`).

    `near` must hit the block or what stands over it, `unless` not the words or the block;
    `outside` asks for another's site, `chrome: false` passes over menus, headers and footers.

    In words: a link
        outside: to another's site
        not chrome: within the page's own text
        matches: with one of these in its words:
        to: with one of these in its address:
        near: with one of these beside or over it:
        unless: but not with one of these in its words or beside it:
    """
    for page in scene.pages:
        for block in page.blocks:
            if block.place in ("cookie", "share") or (block.place in CHROME and not chrome):
                continue
            for found in block.links:
                words = f"{found.text} {found.title}".strip()
                if not hit(matches, words) or not hit(to, found.href):
                    continue
                if outside and scene.site.owns(found.href):
                    continue
                if unless and hit(unless, f"{words} {block.text}"):
                    continue
                if near and not hit(near, f"{block.text} / {above(page, block)}"):
                    continue
                said = _sentence_of(block, found) if block.place == "main" else ""
                if scene.state(said) in ("ended", "denied") or _leads_nowhere(scene, found.href):
                    continue
                yield Hit(value=found.href, quote=found.label, page=page.url)


def _sentence_of(block: Block, found: Link) -> str:
    """Give the sentence that holds a link, with the one before it where it is too short to tell."""
    said = sentences(block.text)
    number, _ = sentence_at(block.text, found.start)
    if number is None:
        return block.text
    first = number - 1 if number and len(said[number]) < _SHORT else number
    return " ".join(said[first : number + 1])


def _leads_nowhere(scene: Scene, href: str) -> bool:
    """Say whether a link leads to a page read that begins by saying that it has nothing."""
    plain = href.partition("#")[0].rstrip("/")
    target = next((p for p in scene.site.pages if p.url.rstrip("/") == plain), None)
    if target is None or target.is_pdf or "home" in target.kinds:
        return False
    own = [b for b in target.main if b.text and b.headings and not b.level]
    if not own or any(b.links for b in own) or any(f.place == "main" for f in target.forms):
        return False
    return scene.state(sentences(own[0].text)[0]) in ("denied", "planned", "ended")


def document(
    scene: Scene,
    *,
    matches: Words,
    near: Words = (),
    unless: Words = (),
    away_from: Words = (),
    beside: bool = False,
    lead: bool = False,
) -> Iterator[Hit]:
    """Find linked documents by their link's words, file name, row or column.

    `near` must hit the words, the row, the headings or the page's name; `unless` must not hit the
    words or the row, `away_from` not the headings or the page's name. `beside` counts the sentence
    that holds the link as its row, and the paragraph as near. `lead` lets `near` hit the page's
    first words and address too, and the heading over it stand for a link of a date alone.

    In words: a linked document
        lead: with the page's first words and address counted as over it
        beside: with the sentence that it is linked from counted as its row
        matches: with one of these in the link's words, its file name, its row or its column:
        near: with one of these there, in the headings over it or in what the page is called:
        unless: but not with one of these in the link's words or its row:
        away_from: nor with one of these in the headings over it or in what the page is called:
    """
    titles = {p.url: " / ".join(names_of(p)) for p in scene.pages}
    leads = {p.url: context_of(p) for p in scene.pages} if lead else {}
    for fact in facts_of(scene, "document", states=("now", "denied", "planned")):
        words = f"{fact.label} / {file_name(fact.value)}"
        row, column = fact.detail["row"], fact.detail["column"]
        over = f"{fact.detail['headings']} / {titles.get(url_of(fact), '')}"
        if beside:
            row = f"{row} {fact.quote}"
        called = fact.detail["called"] if lead else ""
        if not any(hit(matches, text) for text in (words, row, column, called)):
            continue
        if unless and hit(unless, f"{words} {row}"):
            continue
        around = f"{fact.detail['around'] if beside else ''} / {leads.get(url_of(fact), '')}"
        if near and not hit(near, f"{words} / {row} / {over} / {around}"):
            continue
        if not (away_from and hit(away_from, over)):
            yield as_hit(fact)
