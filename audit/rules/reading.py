"""Rules that read: sentences, links, documents, pages, sections and menus."""

from collections.abc import Iterator

from audit.documents import file_name
from audit.emptiness import emptiness
from audit.owners import another
from audit.page import Block, Page
from audit.rules.scene import Hit, Scene, Words, above, as_hit, facts_of, names_of, url_of
from audit.site import CHROME
from audit.states import on_request
from audit.words import hit, sentences

_OUT = frozenset(("cookie", "share", "nav", "crumbs"))
_FIRST_WORDS = 400
_FIRST_PDF_WORDS = 300
_FEW_WORDS = 12
_TELLING = 60  # characters that make one quote as good as another
_ENTRIES = frozenset(("li", "td", "dd", "summary", "h3", "h4", "p", "dt", "details"))


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
    sentence, `away_from` not its headings or the page's name, or the nearest heading alone where
    that and the page's name both hit `near`; `chrome` reads footers and headers too; `request:
    false` passes over what is only offered to those who ask, `own` over what is about another
    organisation; `lead` lets `near` hit the first words of the page too.

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
            for sentence in (text,) if row else _spans(text, matches):
                refused = unless and hit(unless, sentence)
                if refused or not hit(matches, sentence) or scene.state(sentence) != "now":
                    continue
                if near and not hit(near, f"{sentence} / {around}"):
                    continue
                if not request and on_request(sentence):
                    continue
                if own and (another(scene.site, sentence) or another(scene.site, block.head)):
                    continue
                yield Hit(value=sentence, quote=block.text if row else sentence, page=page.url)


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


def _spans(text: str, matches: Words) -> Iterator[str]:
    """Yield sentences that match, and pairs of neighbours that only match together."""
    found = sentences(text)
    for at, sentence in enumerate(found):
        if hit(matches, sentence):
            yield sentence
        elif at + 1 < len(found) and not hit(matches, found[at + 1]):
            pair = f"{sentence} {found[at + 1]}"
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
                gone = block.place == "main" and scene.state(block.text) in ("ended", "denied")
                if gone or _leads_nowhere(scene, found.href):
                    continue
                yield Hit(value=found.href, quote=found.label, page=page.url)


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
) -> Iterator[Hit]:
    """Find linked documents by their link's words, file name, row or column.

    `near` must hit the words, the row, the headings or the page's name; `unless` must not hit the
    words or the row, `away_from` not the headings or the page's name. `beside` counts the sentence
    that holds the link as its row, and the paragraph as near.

    In words: a linked document
        beside: with the sentence that it is linked from counted as its row
        matches: with one of these in the link's words, its file name, its row or its column:
        near: with one of these there, in the headings over it or in what the page is called:
        unless: but not with one of these in the link's words or its row:
        away_from: nor with one of these in the headings over it or in what the page is called:
    """
    titles = {p.url: " / ".join(names_of(p)) for p in scene.pages}
    for fact in facts_of(scene, "document", states=("now", "denied", "planned")):
        words = f"{fact.label} / {file_name(fact.value)}"
        row, column = fact.detail["row"], fact.detail["column"]
        over = f"{fact.detail['headings']} / {titles.get(url_of(fact), '')}"
        if beside:
            row = f"{row} {fact.quote}"
        if not any(hit(matches, text) for text in (words, row, column)):
            continue
        if unless and hit(unless, f"{words} {row}"):
            continue
        around = fact.detail["around"] if beside else ""
        if near and not hit(near, f"{words} / {row} / {over} / {around}"):
            continue
        if not (away_from and hit(away_from, over)):
            yield as_hit(fact)


def page(
    scene: Scene,
    *,
    named: Words,
    content: Words = ("",),
    unless: Words = (),
    words: int = _FEW_WORDS,
    own: bool = False,
) -> Iterator[Hit]:
    """Find pages by what they call themselves, with content of their own.

    `content` must hit a sentence that holds now, `unless` not the page; `words` is the least
    number of words; `own` passes over pages named for another organisation.

    In words: a page with content of its own
        own: and not named for another organisation
        words: of {} words or more
        named: that calls itself by one of these:
        content: and says one of these in a sentence that holds today:
        unless: but has none of these on it:
    """
    for found in scene.pages:
        called = f"{found.name} / {found.title}"
        if found.is_pdf:
            links = " ".join(found.link_texts)
            called = f"{found.title} {links} {found.text[:_FIRST_PDF_WORDS]}"
        if not hit(named, called) or (own and another(scene.site, found.name)):
            continue
        blocks = [b.text for b in found.main if b.text and b.text != found.name]
        text = " ".join(blocks)
        refused = unless and hit(unless, f"{found.name} {text}")
        if refused or len(text.split()) < words or emptiness(found):
            continue
        said = (s for t in blocks for s in sentences(t) if hit(content, s) and _holds(scene, s))
        quote = next(said, "")
        if quote:
            yield Hit(value=found.name, quote=quote, page=found.url)


def _lines(block: Block) -> int:
    """Count the entries of a block: lines, or one."""
    return block.text.count("\n") + 1


def _holds(scene: Scene, text: str) -> bool:
    return scene.state(text) not in ("ended", "planned")


def section(
    scene: Scene,
    *,
    headed: Words,
    content: Words = ("",),
    unless: Words = (),
    words: int = _FEW_WORDS,
    items: int = 0,
    own: bool = False,
) -> Iterator[Hit]:
    """Find headed parts of pages with content of their own.

    `content` must hit a block that holds now, `unless` neither the heading nor the part; `words`
    is the least number of words, `items` that of rows, entries or links; `own` passes over
    headings about another organisation.

    In words: a part of a page under its own heading, with content of its own
        own: that is not about another organisation
        words: of {} words or more
        items: with {} or more rows, entries or links
        headed: with one of these in the heading:
        content: and one of these in what holds today:
        unless: but none of these in the heading or the part:
    """
    for found in scene.pages:
        heads: dict[str, list[Block]] = {}
        for block in found.main:
            for head in block.headings:
                heads.setdefault(head, []).append(block)
        for head, blocks in heads.items():
            if not hit(headed, head) or (own and another(scene.site, head)):
                continue
            text = " ".join(b.text for b in blocks)
            if len(text.split()) < words or (unless and hit(unless, f"{head} {text}")):
                continue
            said = [b for b in blocks if b.text and not on_request(b.text)]
            good = [b.text for b in said if hit(content, b.text) and _holds(scene, b.text)]
            entries = sum(_lines(b) for b in said if b.tag in _ENTRIES or b.links)
            if good and entries >= items:
                quote = max(good, key=lambda text: min(len(text), _TELLING))
                yield Hit(value=head, quote=quote, page=found.url)
