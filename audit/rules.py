"""The vocabulary of checklists: a rule finds evidence, as a visitor would read it, never a verdict.

A rule's name in YAML is its function's name here. Each takes the scene (the pages of the kinds that
the criterion names, and the facts found on them) and keyword parameters, and yields hits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from audit.documents import emptiness, file_name, in_menus
from audit.look import Block, Page
from audit.model import Fact
from audit.owners import stranger
from audit.site import CHROME, Site
from audit.words import hit, on_request, sentences, state

_Words = tuple[str, ...]
_OFFICE = (r"\b(governance (manager|officer|lead|team)|secretar(y|iat)|committee (clerk|officer|manager)|administrator|assistant|officer for|democratic services)\b",)
_SUPPORT = (r"\b(hosting|website|drupal|wordpress|joomla|technical|hospital|trust|surgery)\b",)
_WRITE_TO = (r"\b(write to|contact|message|email|e-mail|get in touch with|talk to|ask)\b",)
_COMMON = frozenset({"general", "communications"})
_OUT = frozenset({"cookie", "share", "nav", "crumbs"})


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A piece of evidence on a page: what was found and the words that say so."""

    value: str
    quote: str
    page: str


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What a rule may look at: a site, the pages and facts within reach, the day, shared numbers."""

    site: Site
    pages: tuple[Page, ...]
    facts: tuple[Fact, ...]
    today: date
    shared: frozenset[str] = frozenset()


def _near(page: Page, block: Block) -> str:
    return " / ".join((*block.headings, block.column, *_names(page)))


def _lead(page: Page) -> str:
    """The first words of a page's own text."""
    return " ".join(b.text for b in page.main if b.form < 0 and not b.level)[:300]


def _names(page: Page) -> tuple[str, ...]:
    """What a page is called: by itself, by its address and by the links to it."""
    return (page.name, page.title, file_name(page.url.rstrip("/")), *page.link_texts)


def _readable(page: Page, *, chrome: bool) -> Iterator[tuple[str, Block]]:
    """Yield texts to read: each block, and the cells of a row or a term with its description as one."""
    rows: dict[int, list[Block]] = {}
    term: Block | None = None
    for block in page.blocks:
        if not block.text or block.place in _OUT or (block.place in CHROME and not chrome):
            continue
        yield block.text, block
        if block.row:
            rows.setdefault(block.row, []).append(block)
        if block.tag == "dd" and term is not None:
            yield f"{term.text}\n{block.text}", block
        term = block if block.tag == "dt" else None if block.tag != "dd" else term
    for cells in rows.values():
        if len(cells) > 1:
            yield " ".join(b.text for b in cells), cells[0]


def says(scene: Scene, *, matches: _Words, near: _Words = (), unless: _Words = (), away_from: _Words = (), chrome: bool = False, request: bool = True, own: bool = False, lead: bool = False) -> Iterator[Hit]:
    """Find sentences that say something now: not denied, ended or merely planned.

    `near` must hit the sentence, its headings or the page's name; `unless` must not hit the
    sentence, `away_from` not its headings or the page's name; `chrome` reads footers and headers too;
    `request: false` passes over what is only offered to those who ask, `own` over what is about
    another organisation; `lead` lets `near` hit the first words of the page too.
    """
    for page in scene.pages:
        for text, block in _readable(page, chrome=chrome) if not page.is_pdf else ():
            if not hit(matches, text):
                continue
            around = _near(page, block)
            if away_from and hit(away_from, around):
                continue
            row = text != block.text
            for sentence in [text] if row else _spans(text, matches):
                if not hit(matches, sentence) or (unless and hit(unless, sentence)) or state(sentence) != "now":
                    continue
                if near and not hit(near, f"{sentence} / {text[:400]} / {around} / {_lead(page) if lead else ''}"):
                    continue
                if (not request and on_request(sentence)) or (own and _strange(scene.site, sentence, block)):
                    continue
                yield Hit(value=sentence, quote=block.text if row else sentence, page=page.url)


def _strange(site: Site, sentence: str, block: Block) -> bool:
    return bool(stranger(site, sentence) or stranger(site, " ".join(block.headings[-1:])))


def _spans(text: str, matches: _Words) -> Iterator[str]:
    """Sentences that match, and pairs of neighbours that only match together."""
    found = sentences(text)
    for at, sentence in enumerate(found):
        if hit(matches, sentence):
            yield sentence
        elif at + 1 < len(found) and not hit(matches, found[at + 1]) and f"{sentence} {found[at + 1]}" in text:
            yield f"{sentence} {found[at + 1]}"


def link(scene: Scene, *, matches: _Words = ("",), to: _Words = ("",), near: _Words = (), unless: _Words = (), outside: bool = False, chrome: bool = True) -> Iterator[Hit]:
    """Find links by their words (`matches`) and address (`to`); `outside` asks for another's site."""
    for page in scene.pages:
        for block in page.blocks:
            if block.place in ("cookie", "share") or (block.place in CHROME and not chrome):
                continue
            for found in block.links:
                words = f"{found.text} {found.title}".strip()
                if not hit(matches, words) or not hit(to, found.href) or (outside and scene.site.owns(found.href)):
                    continue
                if (unless and hit(unless, f"{words} {block.text}")) or (near and not hit(near, f"{block.text} / {_near(page, block)}")):
                    continue
                if state(block.text) in ("ended", "denied") and block.place == "main":
                    continue
                yield Hit(value=found.href, quote=found.text or found.title or found.href, page=page.url)


def document(scene: Scene, *, matches: _Words, near: _Words = (), unless: _Words = (), away_from: _Words = ()) -> Iterator[Hit]:
    """Find linked documents by their link's words, file name or row; `near` reads headings and page name."""
    titles = {p.url: " / ".join(_names(p)) for p in scene.pages}
    for fact in _facts(scene, "document", states=("now", "denied", "planned")):
        words = f"{fact.label} / {file_name(fact.value)}"
        around = f"{fact.detail.get('row', '')} / {fact.detail.get('headings', '')} / {titles.get(_url(fact), '')}"
        if not (hit(matches, words) or hit(matches, fact.detail.get("row", "")) or hit(matches, fact.detail.get("column", ""))):
            continue
        if (unless and hit(unless, f"{words} {fact.detail.get('row', '')}")) or (near and not hit(near, f"{words} / {around}")):
            continue
        if away_from and hit(away_from, f"{fact.detail.get('headings', '')} / {titles.get(_url(fact), '')}"):
            continue
        yield Hit(value=fact.value, quote=fact.quote, page=_url(fact))


def page(scene: Scene, *, named: _Words, content: _Words = ("",), unless: _Words = (), words: int = 12) -> Iterator[Hit]:
    """Find pages by what they call themselves that have content of their own (`words` at least)."""
    for found in scene.pages:
        called = f"{found.title} {' '.join(found.link_texts)} {found.text[:300]}" if found.is_pdf else f"{found.name} / {found.title}"
        if not hit(named, called):
            continue
        own = [b for b in found.main if b.text and b.text != found.name]
        text = " ".join(b.text for b in own)
        if len(text.split()) < words or emptiness(found) or (unless and hit(unless, f"{found.name} {text}")):
            continue
        said = [s for b in own for s in sentences(b.text) if hit(content, s) and state(s) not in ("ended", "planned")]
        if said:
            yield Hit(value=found.name, quote=said[0], page=found.url)


def section(scene: Scene, *, headed: _Words, content: _Words = ("",), unless: _Words = (), words: int = 12, items: int = 0) -> Iterator[Hit]:
    """Find a headed part of a page with content of its own; `items` asks for so many rows or entries."""
    for found in scene.pages:
        heads: dict[str, list[Block]] = {}
        for block in found.main:
            for head in block.headings:
                heads.setdefault(head, []).append(block)
        for head, blocks in heads.items():
            text = " ".join(b.text for b in blocks)
            if not hit(headed, head) or len(text.split()) < words or (unless and hit(unless, f"{head} {text}")):
                continue
            said = [b for b in blocks if b.text and not on_request(b.text)]
            good = [b for b in said if hit(content, b.text) and state(b.text) not in ("planned", "ended")]
            entries = [b for b in said if b.tag in ("li", "td", "dd", "summary", "h3", "h4", "p", "dt", "details") or b.links]
            if good and len(entries) >= items:
                yield Hit(value=head, quote=max(good, key=lambda b: min(len(b.text), 60)).text, page=found.url)


def menu_page(scene: Scene) -> Iterator[Hit]:
    """Find the pages that the site's own menus lead to and that do their job."""
    menus = in_menus(scene.site)
    for found in scene.pages:
        if not found.is_pdf and (found.url.rstrip("/") in menus or "home" in found.kinds) and not emptiness(found):
            yield Hit(value=found.name, quote=found.name or found.title or found.url, page=found.url)


def empty_page(scene: Scene) -> Iterator[Hit]:
    """Find pages reached by the site's own menus that are empty or a placeholder."""
    menus = in_menus(scene.site)
    for found in scene.pages:
        quote = emptiness(found) if found.url.rstrip("/") in menus else ""
        if quote:
            yield Hit(value=found.name, quote=quote, page=found.url)


def _url(fact: Fact) -> str:
    return fact.source.url if fact.source else ""


def _facts(scene: Scene, kind: str, *, label: _Words = (), owner: _Words = ("own",), states: _Words = ("now",)) -> Iterator[Fact]:
    for fact in scene.facts:
        named = not label or fact.label in label or (fact.label == "person" and fact.detail.get("role") in label and fact.detail.get("role") not in _COMMON)
        if fact.kind == kind and named and ("any" in owner or fact.owner in owner) and fact.state in states:
            yield fact


def _hits(facts: Iterator[Fact]) -> Iterator[Hit]:
    return (Hit(value=f.value, quote=f.quote, page=_url(f)) for f in facts)


def email(scene: Scene, *, label: _Words = (), owner: _Words = ("own",), agent: bool = False) -> Iterator[Hit]:
    """Find email addresses for a purpose (`label`), by whose they are, or of an `agent` who acts for the body.

    The office of a body that is itself a board is its general address.
    """
    wanted = (*label, "board") if scene.site.is_board and "general" in label else label
    yield from _hits(_facts(scene, "email", label=wanted, owner=owner))
    for fact in _facts(scene, "email", label=label, owner=("any",)) if agent else ():
        if fact.owner not in ("national", *owner) and not stranger(scene.site, f"{fact.detail.get('sentence', '')} {fact.detail.get('row', '')}") and not hit(_SUPPORT, fact.quote):
            yield Hit(value=fact.value, quote=fact.quote, page=_url(fact))


def _reach(scene: Scene, label: _Words) -> Iterator[Fact]:
    for fact in _facts(scene, "phone", label=label, owner=("any",)):
        if fact.detail.get("for_body") == "yes":
            yield fact


def phone(scene: Scene, *, label: _Words = (), unshared: bool = False, anyone: bool = False) -> Iterator[Hit]:
    """Find telephone numbers for reaching the body, or `anyone`; `unshared` asks that no other body gives it too."""
    wanted = (*label, "board") if scene.site.is_board and "general" in label else label
    for fact in _facts(scene, "phone", label=label, owner=("any",)) if anyone else _reach(scene, wanted):
        if not unshared or (fact.owner == "own" and fact.value not in scene.shared):
            yield Hit(value=fact.value, quote=fact.quote, page=_url(fact))


def address(scene: Scene, *, label: _Words = ()) -> Iterator[Hit]:
    """Find postal addresses of the body: a street or building with a postcode."""
    yield from _hits(_facts(scene, "address", label=label))


def contact(scene: Scene, *, label: _Words, owner: _Words = ("own", "supplier"), forms: _Words = (), addresses: bool = False) -> Iterator[Hit]:
    """Find any way to reach someone for a purpose: an email, a number, a form, or a postal address."""
    yield from _hits(_facts(scene, "email", label=label, owner=owner))
    yield from _hits(f for f in _reach(scene, label) if f.owner in owner)
    yield from _hits(_facts(scene, "form", label=forms)) if forms else ()
    if addresses:
        yield from _hits(_facts(scene, "address", label=label))


def form(scene: Scene, *, purpose: _Words, takes_any_email: bool = False) -> Iterator[Hit]:
    """Find forms by purpose; `takes_any_email` asks that no attribute refuses a valid address."""
    for fact in _facts(scene, "form", label=purpose):
        if fact.place in ("header", "footer", "nav") and purpose == ("contact",) and not fact.detail.get("email_field"):
            continue
        if not takes_any_email or (fact.detail.get("email_field") and not fact.detail.get("refuses")):
            yield Hit(value=fact.value, quote=fact.quote, page=_url(fact))


def person(scene: Scene, *, of: str = "board", at_least: int = 1) -> Iterator[Hit]:
    """Find people with roles on the board, at least so many of them on the site's pages together."""
    found: dict[str, Fact] = {}
    for fact in _facts(scene, "person"):
        if fact.detail.get("group") == of:
            found.setdefault(fact.value.lower(), fact)
    if len(found) >= at_least:
        for fact in found.values():
            yield Hit(value=f"{fact.value}, {fact.label}", quote=fact.quote, page=_url(fact))


def reachable_person(scene: Scene, *, of: str = "board") -> Iterator[Hit]:
    """Find an email address or number that belongs to one named member of the board."""
    for kind in ("email", "phone"):
        for fact in _facts(scene, kind, label=("person",), owner=("own", "person", "other", "council", "hospital")):
            if fact.detail.get("group") == of and fact.detail.get("for_body", "yes") == "yes" and not hit(_OFFICE, fact.quote):
                yield Hit(value=f"{fact.detail['person']}: {fact.value}", quote=fact.quote, page=_url(fact))
    members = {f.value.split()[-1].lower() for f in _facts(scene, "person") if f.detail.get("group") == of}
    for found in scene.pages:
        for entry in found.forms:
            named = " ".join((found.name, *entry.headings[-1:]))
            if entry.place not in CHROME and any(f.type == "textarea" for f in entry.fields) and hit(_WRITE_TO, named) and any(m in named.lower() for m in members):
                yield Hit(value=named, quote=found.name, page=found.url)


def profile(scene: Scene, *, networks: int = 1, on_home: bool = False) -> Iterator[Hit]:
    """Find the body's own accounts on at least so many networks; `on_home` asks for the home page."""
    found = [f for f in _facts(scene, "profile") if not on_home or f.detail.get("home") == "yes"]
    if len({f.label for f in found}) >= networks:
        yield from _hits(iter(found))


def newsletter(scene: Scene) -> Iterator[Hit]:
    """Find the body's own newsletter for the public: its page, an issue or its list."""
    yield from _hits(_facts(scene, "newsletter"))


def signup(scene: Scene) -> Iterator[Hit]:
    """Find a form, link or address by which anyone can subscribe to the newsletter."""
    yield from _hits(_facts(scene, "signup", label=("signup",)))


def issue(scene: Scene, *, within_days: int = 36500, dated: bool = True) -> Iterator[Hit]:
    """Find issues of the newsletter dated within so many days before today; or undated ones."""
    for fact in _facts(scene, "issue"):
        if not dated and fact.when is None:
            yield Hit(value=fact.value, quote=fact.quote, page=_url(fact))
        elif dated and fact.when is not None and fact.when >= scene.today - timedelta(days=within_days):
            yield Hit(value=fact.when.isoformat(), quote=fact.quote, page=_url(fact))


def post(scene: Scene) -> Iterator[Hit]:
    """Find dated posts in a personal voice by the body's people."""
    yield from _hits(_facts(scene, "post"))


def meeting(scene: Scene, *, within_days: int = 366) -> Iterator[Hit]:
    """Find dates of public board meetings within so many days either side of today."""
    for fact in _facts(scene, "meeting", label=("board",)):
        if fact.when is not None and abs((fact.when - scene.today).days) <= within_days:
            yield Hit(value=fact.when.isoformat(), quote=fact.quote, page=_url(fact))


def stream(scene: Scene) -> Iterator[Hit]:
    """Find ways for the public to watch board meetings as they happen."""
    facts = list(_facts(scene, "stream", label=("board",)))
    denied = [f for f in scene.facts if f.kind == "stream" and f.label == "board" and f.state == "denied"]
    pages = {_url(f) for f in denied}
    yield from _hits(f for f in facts if f.detail.get("link") or _url(f) not in pages)


def recording(scene: Scene) -> Iterator[Hit]:
    """Find recordings of board meetings."""
    yield from _hits(_facts(scene, "recording", label=("board",), states=("now", "past")))


def video(scene: Scene) -> Iterator[Hit]:
    """Find the body's own films about itself, its people or its work."""
    yield from _hits(_facts(scene, "video", label=("film",)))


def consultation(scene: Scene) -> Iterator[Hit]:
    """Find surveys or consultations of the body that are open today."""
    yield from _hits(_facts(scene, "consultation"))


def group(scene: Scene) -> Iterator[Hit]:
    """Find standing groups, panels or roles that people can join now, with how."""
    yield from _hits(_facts(scene, "group"))
    involving = {p.url for p in scene.pages if "involvement" in p.kinds}
    yield from _hits(f for f in _facts(scene, "form", label=("join",)) if _url(f) in involving and f.place not in CHROME)


def change(scene: Scene) -> Iterator[Hit]:
    """Find statements of what changed because of what people said."""
    yield from _hits(_facts(scene, "change"))


def widget(scene: Scene, *, names: _Words) -> Iterator[Hit]:
    """Find tools that a page loads by script, such as a reading or translating toolbar."""
    for found in scene.pages:
        for source in found.scripts:
            if hit(names, source):
                yield Hit(value=source, quote=source, page=found.url)
