"""Tell pages that are empty or a placeholder, and pages that the site's own menus lead to."""

from collections.abc import Sequence

from audit.page import Block, Form, Page
from audit.site import CHROME, Site
from audit.states import state
from audit.words import any_of, pattern, sentences

_PLACEHOLDER = pattern(
    r"\b(coming soon|under construction|content (to be|will be|is being|coming)|"
    r"to be (added|completed|updated|written)|"
    r"will (soon )?(be )?(added|appear|available|follow|published|shared|updated|"
    r"put)( \w+){0,4}|lorem ipsum|watch this space|check back|"
    r"(pages?|sections?|content|text|report|information) (is|are) (currently |still |now )?being "
    r"\w+(ed|en|ne|ilt)|"
    r"(page|section|site|area) is (currently |still |now )?(being|under|in (development|"
    r"preparation)|blank|empty|a (draft|work in progress)|not (yet )?(ready|finished))|"
    r"(we|it) (will|shall) (soon |shortly )?be (adding|publishing|sharing|posting|uploading|"
    r"updating|writing|building|filling|putting|launching)|"
    r"(call|come|check|look|pop|visit)( us| in)? (back|again)( here)? (soon|later|shortly|in|"
    r"another|at a later|from time)|(text|content|copy|wording|words|pictures) (is |are )?"
    r"(still )?(to be|to come|awaited|needed|required|pending|goes here)|"
    r"to be (supplied|provided|inserted|drafted|signed off|populated|uploaded|"
    r"published)|(awaiting|waiting for|pending) (final |formal )?(sign[- ]?off|approval|"
    r"content|copy|text|a decision|clearance)|on its way|work in progress|"
    r"(has|have)( not|n't) (yet )?been (written|added|uploaded|supplied)|"
    r"nothing (here|on this page|in this section|to (see|show|display))|"
    r"(we are|we're) (still |currently |now |busy )?(writing|building|developing|preparing|"
    r"rewriting|redesigning|gathering|putting together|working on) (this|our|the|these|"
    r"some|more|new) (\w+ )?(page|pages|section|content|text|information|material|area)|"
    r"(should|will|hope to) (be|have \w+) with you|before (too )?long|tba\b|"
    r"\w+ing away (on|at) (this|it|these)|being (edited|filmed|drafted|finalised|redone|written|"
    r"built|developed|updated|prepared|created)|insert (text|content)|"
    r"text here|in due course|(yn|i) (dod|ddod) yn fuan|"
    r"more (information|details|on this|here) (soon|shortly|later|to follow)|details to follow|"
    r"information (soon|to follow|will)|"
    r"still (moving|working|building|adding|updating|writing)|placeholder|"
    r"not yet (available|written|ready)|tbc|sample page|hello world|"
    r"(we|it) will (publish|add|report|share|put|show|tell|say|list)\b)"
)
_FILLER = any_of(
    r"text text|(sample|dummy|placeholder) text",
    r"lorem ipsum|dolor sit amet|this is (a|an example) (sample|page)|insert (your )?text",
)
_FURNITURE = pattern(
    r"^(skip to|skip navigation|you are here|last (updated|modified|reviewed)|"
    r"page (updated|last)|hits: ?\d+|posted|published|text ?size|share|print|email|"
    r"back to top|home|date published|details|useful|was this|page (ref(erence)?|id|no|number))\b"
)
_NIL = any_of(
    r"no (current|open|public)?\s?(consultations?|surveys?|vacancies|events|meetings|news)",
    r"there are (currently |now |at present )?no|nothing to report",
    r"none (at (the moment|present)|currently|now|open|today|this (week|month|quarter))",
)
_VOID = any_of(
    r"no (articles|items|documents|files|entries|posts|records|content|pages|results)( \w+)? "
    r"(in|to|found|here|available|match\w*)",
    r"if subcategories display",
)  # what a content management system says of a list that nobody filled
_FEWEST_LISTED = 2
_RATING = pattern(r"\b(useful|helpful|search|did you find)\b")
_NOTE = pattern(
    r"^[(\[{<*].*[)\]}>*]\.?$|^(note to|to ?do|nb|action|for)\b.{0,40}:|"
    r"^[a-z]+( [a-z]+)? to (send|write|get|supply|provide|upload|add|check|confirm|finish|do)\b"
)
_YEARS = pattern(
    r"^(20\d\d([/–-](20)?\d\d)?|(papers|minutes|meetings|reports) (of|in|from) 20\d\d)$"
)
_FILES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".csv", ".zip")
_LONGEST_STUB = 400
_LONGEST_QUOTE = 300
_SHORTEST_SENTENCE = 25
_LONGEST_HEADING = 60
_HEADINGS = range(1, 7)
_ASKED = frozenset(("text", "email", "textarea", "tel", "radio", "checkbox", "select", ""))
_BULLETS = "»›>•·–—- \n"
_MENUS = frozenset(("nav", "header", "footer", "repeat", "aside"))
_POLITE = any_of(r"welcome|sorry|thank you|please|bear with us|this (page|section)|here")


def emptiness(page: Page) -> str:
    """Quote what shows that a page is empty or a placeholder; nothing when it does its job."""
    if page.is_pdf or any(map(_asks_much, page.forms)):
        return ""
    own = [b for b in _below_name(page) if not _FURNITURE.search(b.text)]
    if _FILLER.search(" ".join(b.text for b in own if b.text)):
        return next((b.text for b in own if _FILLER.search(b.text)), "")[:_LONGEST_QUOTE]
    links = {link.href for b in own for link in b.links if link.href.partition("#")[0] != page.url}
    files = any(href.lower().endswith(_FILES) for href in links)
    if len(links) > 1 or files or any(b.tag == "embed" for b in own) or _leads_on(page):
        return ""
    words = [b for b in own if b.text and b.tag != "img"]
    if words and all(map(_is_bare, words)):
        return " / ".join(b.text for b in words)[:_LONGEST_QUOTE]
    if words:
        return _stub(words)
    pictures = [b for b in own if b.tag == "img"]
    shown = pictures and not any(_PLACEHOLDER.search(b.text) for b in pictures)
    return "" if shown else page.name or page.title


def _below_name(page: Page) -> list[Block]:
    """List the blocks of a page's content but its name, and a menu of links above that."""
    named = [i for i, b in enumerate(page.main) if _is_name(page, b)]
    first = named[0] if named else 0
    menu = _own_menu(page, page.main)
    return [
        b
        for i, b in enumerate(page.main)
        if i not in named and i not in menu and not (i < first and _is_entry(b))
    ]


def _stub(words: list[Block]) -> str:
    """Quote the promise that a page consists of; nothing when it says anything besides."""
    text = " ".join(b.text for b in words)
    said = [s for b in words for s in sentences(b.text)]
    void = next(filter(_VOID.search, said), "")
    if void and not any(_tells(s) and not _VOID.search(s) for s in said):
        return void
    if len(text) > _LONGEST_STUB or _NIL.search(text):
        return ""
    held = [s for s in said if _PLACEHOLDER.search(s) or _only_plans(s) or _is_note(s)]
    heads = [b.text for b in words if b.level]
    waiting = 1 < len(heads) <= len(held)
    rest = [s for s in said if s not in held and _tells(s) and not (waiting and s in heads)]
    return held[0] if held and not rest else ""


def _is_bare(block: Block) -> bool:
    """Say whether a block is a heading that tells nothing by itself."""
    text = block.text
    told = (
        (any(c.isdigit() for c in text) and not _YEARS.search(text))
        or text.endswith((".", "!", "?"))
        or "@" in text
    )
    short = len(text) <= _LONGEST_HEADING and not _NIL.search(text) and state(text) == "now"
    return block.level in _HEADINGS and short and not told and not block.links


def _is_note(sentence: str) -> bool:
    """Say whether a sentence is a note between those who write the site."""
    return bool(_NOTE.search(sentence)) and "@" not in sentence


def _only_plans(sentence: str) -> bool:
    return state(sentence) == "planned" and not any(c.isdigit() for c in sentence)


def _leads_on(page: Page) -> bool:
    """Say whether a list of links, in the menu too, stands right below the page's name."""
    named = [i for i, b in enumerate(page.blocks) if b.place == "main" and _is_name(page, b)]
    below = page.blocks[named[-1] + 1 :][:_FEWEST_LISTED] if named else []
    if below and _own_menu(page, page.blocks[named[-1] + 1 :]) & {0}:
        return False
    listed = [b for b in below if b.tag == "li" and _is_entry(b)]
    return len(listed) == _FEWEST_LISTED


def _tells(sentence: str) -> bool:
    long = len(sentence) > _SHORTEST_SENTENCE or any(c.isdigit() for c in sentence)
    return long and not _POLITE.search(sentence)


def _asks_much(form: Form) -> bool:
    asked = [f for f in form.fields if f.type in _ASKED]
    return form.place not in CHROME and len(asked) > 1 and not _RATING.search(form.text)


def _is_name(page: Page, block: Block) -> bool:
    titles = (page.name, page.title.split("|")[0].strip())
    return block.level == 1 or (block.level > 0 and block.text in titles)


def _own_menu(page: Page, blocks: Sequence[Block]) -> set[int]:
    """Give the places of the entries of a menu of the page's section, which names the page too."""
    found: set[int] = set()
    run: list[int] = []
    for at, block in enumerate((*blocks, None)):
        if block and block.tag == "li" and _is_entry(block):
            run.append(at)
            continue
        hrefs = (blocks[i].links[0].href.partition("#")[0] for i in run)
        if page.url in hrefs:
            found.update(run)
        run = []
    return found


def _is_entry(block: Block) -> bool:
    """Say whether a block is a link and nothing else."""
    return [link.text for link in block.links] == [block.text.lstrip(_BULLETS)]


def _is_row_of_menu(page: Page, block: Block) -> bool:
    """Say whether a cell alone in its row leads further, and so do a menu's rows above it."""
    at = page.rows.get(block.row, ())
    before = page.blocks[at[0] - 1] if block.tag == "td" and len(at) == 1 and at[0] else None
    return before is not None and before.tag == "td" and before.place in _MENUS


def in_menus(site: Site) -> set[str]:
    """Give the addresses, without fragment, that the site's own menus lead to."""
    found: set[str] = set()
    for page in site.pages:
        near = (page.clicks <= 1 or _own_menu(page, page.blocks)) and "news" not in page.kinds
        for block in page.blocks:
            listed = (near and block.tag == "li") or _is_row_of_menu(page, block)
            if block.place in _MENUS or (listed and _is_entry(block)):
                found.update(link.href for link in block.links if site.owns(link.href))
    return {href.partition("#")[0].rstrip("/") for href in found}
