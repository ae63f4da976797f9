"""Rules that find parts: pages, sections and lists of topics with content of their own."""

from collections.abc import Iterator

from audit.emptiness import emptiness
from audit.owners import another
from audit.page import Block
from audit.rules.scene import Hit, Scene, Words, names_of
from audit.states import on_request
from audit.words import hit, pattern, sentences

_STAMP = pattern(
    r"^(this |the )?(page |content )?(was )?"
    r"((last|next|date) (updated?|modified|changed|review(ed)?)|"
    r"(updated|reviewed) on|review (date|due))\b"
)
_FIRST_PDF_WORDS = 300
_FEW_WORDS = 12
_TELLING = 60  # characters that make one quote as good as another
_BEGINS = 60  # characters of an entry that say what it is about
_ENTRIES = frozenset(("li", "td", "dd", "summary", "h3", "h4", "p", "dt", "details"))


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
    away_from: Words = (),
    words: int = _FEW_WORDS,
    items: int = 0,
    own: bool = False,
) -> Iterator[Hit]:
    """Find headed parts of pages with content of their own.

    `content` must hit a block that holds now, `unless` neither the heading nor the part,
    `away_from` neither the heading nor the page's name; `words` is the least number of words,
    `items` that of rows, entries or links; `own` passes over headings about another organisation.

    In words: a part of a page under its own heading, with content of its own
        own: that is not about another organisation
        words: of {} words or more
        items: with {} or more rows, entries or links
        headed: with one of these in the heading:
        content: and one of these in what holds today:
        unless: but none of these in the heading or the part:
        away_from: nor one of these in the heading or in what the page is called:
    """
    for found in scene.pages:
        heads: dict[str, list[Block]] = {}
        for block in found.main:
            for head in block.headings:
                heads.setdefault(head, []).append(block)
        for head, blocks in heads.items():
            if not hit(headed, head) or (own and another(scene.site, head)):
                continue
            if away_from and hit(away_from, " / ".join((head, *names_of(found)))):
                continue
            text = " ".join(b.text for b in blocks)
            if len(text.split()) < words or (unless and hit(unless, f"{head} {text}")):
                continue
            said = [
                b for b in blocks if b.text and not on_request(b.text) and not _STAMP.search(b.text)
            ]
            good = [b.text for b in said if hit(content, b.text) and _holds(scene, b.text)]
            entries = sum(_lines(b) for b in said if b.tag in _ENTRIES or b.links)
            if good and entries >= items:
                quote = max(good, key=lambda text: min(len(text), _TELLING))
                yield Hit(value=head, quote=quote, page=found.url)


def topics(
    scene: Scene, *, about: Words, least: int, near: Words = ("",), unless: Words = ()
) -> Iterator[Hit]:
    """Find pages whose headings, rows and entries begin with at least so many topics of some.

    `near` must hit a name or the first words of the page, `unless` none of its names.

    In words: a page that is made up of several topics
        least: {} or more of them
        about: each told by one of these, where a heading, a row or an entry begins:
        near: with one of these in what it is called or in its first words:
        unless: but none of these in what it is called:
    """
    for found in scene.pages:
        called = " / ".join(names_of(found))
        if (
            found.is_pdf
            or not hit(near, f"{called} / {found.lead}")
            or (unless and hit(unless, called))
        ):
            continue
        entries = [b for b in found.main if b.level or b.tag in _ENTRIES]
        lines = [line for b in entries for line in b.text.split("\n")]
        told = [next((s for s in lines if hit((topic,), s[:_BEGINS])), "") for topic in about]
        if sum(map(bool, told)) >= least and not emptiness(found):
            yield Hit(value=found.name, quote=max(told, key=len), page=found.url)
