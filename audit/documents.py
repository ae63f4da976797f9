"""Find linked documents and pages that are empty."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from audit import owners
from audit.look import Block, Field, Form, Link, Page, host_of
from audit.model import Fact
from audit.site import CHROME, Site
from audit.words import pattern, sentences, state

_FILES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".ods", ".odt", ".ppt", ".pptx", ".rtf", ".zip")
_DOWNLOAD = pattern(r"(/documents?/[^?]*\d|/download(s|_file)?/|[?&](download|file|doc(ument)?id|did)=|/mgconvert2pdf|/asset/|/media/\d|/file/\d|ielistdocuments\.aspx|/s\d{3,}/)")
_PLACEHOLDER = pattern(
    r"\b(coming soon|under construction|content (to be|will be|is being|coming)|to be (added|completed|updated|written)|will (soon )?(be )?(added|appear|available|follow|published|shared|updated|put)( \w+){0,4}|lorem ipsum|watch this space|check back|(page|section|site|area) is (currently )?(being|under|in development|blank|empty)|being (written|built|developed|updated|prepared|created)|insert (text|content)|text here|in due course|(yn|i) (dod|ddod) yn fuan|more (information|details) (soon|to follow)|details to follow|information (soon|to follow|will)|still (moving|working|building|adding|updating|writing)|placeholder|not yet (available|written|ready)|tbc|sample page|hello world|(we|it) will (publish|add|report|share|put|show|tell|say|list)\b)"
)
_FILLER = pattern(r"\b(lorem ipsum|dolor sit amet|this is (a|an example) (sample|page)|insert (your )?text)\b")
_FURNITURE = pattern(r"^(skip to|skip navigation|you are here|last (updated|modified|reviewed)|page (updated|last)|hits: ?\d|posted|published|text ?size|share|print|email|back to top|home|date published|details|useful|was this)\b")
_NIL = pattern(r"\b(no (current|open|public)?\s?(consultations?|surveys?|vacancies|events|meetings|news)|there are (currently |now |at present )?no|nothing to report)\b")
_FEW_CHARACTERS = 200


def documents(site: Site, page: Page) -> Iterator[Fact]:
    """Find links to documents, with the words of their row and the headings above."""
    seen: set[str] = set()
    for block in page.blocks:
        if block.place in ("cookie", "share", "nav", "crumbs", "header"):
            continue
        for link in block.links:
            if link.kind != "a" or link.href in seen or not (is_document(link) or _of_meeting(site, page, block, link)):
                continue
            seen.add(link.href)
            row = " ".join(b.text for b in page.blocks if block.row and b.row == block.row)
            sentence = next((s for s in sentences(block.text) if link.text and link.text in s), "")
            outside = "" if site.owns(link.href) else owners.by_host(site, host_of(link.href))
            owner = owners.stranger(site, f"{link.text} {row}") or (outside if outside not in ("own", "supplier") and not site.mentions_self(link.text) else "")
            yield Fact(
                kind="document", value=link.href, label=(link.text or link.title or file_name(link.href))[:200],
                owner=owner or "own",
                quote=sentence[:300] or link.text or link.title or link.href, state=state(sentence) if len(sentence) > len(link.text) + 20 else "now",  # noqa: PLR2004
                place=block.place, detail={"row": row[:300], "headings": " / ".join((*block.headings, block.column))[-300:], "column": block.column},
            )


def _of_meeting(site: Site, page: Page, block: Block, link: Link) -> bool:
    """Papers may be pages: a link of the site itself whose words, row or column say so."""
    if not site.owns(link.href) or link.href.partition("#")[0] == page.url or "meeting" not in page.kinds:
        return False
    named = _PAPERS.search(link.text) and (link.text != block.text or any(c.isdigit() for c in link.text))
    return bool(named or _PAPERS.search(block.column))


_PAPERS = pattern(r"\b(agendas?|minutes|papers?|packs?)\b")


def is_document(link: Link) -> bool:
    """Say whether a link leads to a document rather than a page."""
    try:
        parts = urlsplit(link.href.lower())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and (parts.path.endswith(_FILES) or bool(_DOWNLOAD.search(link.href.lower())))


def file_name(href: str) -> str:
    """The words in a file's name."""
    return unquote(urlsplit(href).path.rpartition("/")[2]).replace("-", " ").replace("_", " ")


def emptiness(page: Page) -> str:
    """Quote what shows that a page is empty or a placeholder; nothing for a page that does its job."""
    if page.is_pdf or any(f.place not in CHROME and len(_asked(f)) > 1 for f in page.forms if not _RATING.search(f.text)):
        return ""
    own = [b for b in page.main if not _is_name(page, b) and not _FURNITURE.search(b.text)]
    text = " ".join(b.text for b in own if b.text)
    filler = _FILLER.search(text)
    if filler:
        return next((b.text for b in own if _FILLER.search(b.text)), "")[:300]
    links = {link.href for b in own for link in b.links if link.href.partition("#")[0] != page.url}
    if len(links) > 1 or any(b.tag == "embed" for b in own):
        return ""
    pictures = [b for b in own if b.tag == "img"]
    text = " ".join(b.text for b in own if b.text and b.tag != "img")
    if not text.strip():
        return "" if pictures and not any(_PLACEHOLDER.search(b.text) for b in pictures) else page.name or page.title
    own = [b for b in own if b.tag != "img"]
    if len(text) > _FEW_CHARACTERS * 1.5:
        return ""
    said = [s for b in own for s in sentences(b.text)]
    held = [s for s in said if _PLACEHOLDER.search(s) or state(s) == "planned"]
    rest = [s for s in said if s not in held and (len(s) > 25 or any(c.isdigit() for c in s)) and not _intro(s)]  # noqa: PLR2004
    if held and not rest and not _NIL.search(text):
        return held[0]
    return ""


_RATING = pattern(r"\b(useful|helpful|search|did you find)\b")


def _asked(form: Form) -> list[Field]:
    return [f for f in form.fields if f.type in ("text", "email", "textarea", "tel", "radio", "checkbox", "select", "")]


def _is_name(page: Page, block: Block) -> bool:
    return bool(block.level) and block.text in (page.name, page.title.split("|")[0].strip()) or block.level == 1


def _intro(sentence: str) -> bool:
    return bool(pattern(r"\b(welcome|sorry|thank you|please|bear with us|this (page|section)|here)\b").search(sentence))


def in_menus(site: Site) -> set[str]:
    """Addresses, without fragment, that the site's own menus lead to."""
    found = set()
    for page in site.pages:
        for block in page.blocks:
            if block.place in ("nav", "header", "footer", "repeat", "aside"):
                found.update(link.href.partition("#")[0].rstrip("/") for link in block.links if site.owns(link.href))
    for page in site.pages:
        if page.clicks <= 1 and "news" not in page.kinds:
            listed = (b for b in page.blocks if b.tag == "li" and b.links and b.text == b.links[0].text)
            found.update(b.links[0].href.partition("#")[0].rstrip("/") for b in listed if site.owns(b.links[0].href))
    return found
