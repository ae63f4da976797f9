"""Find the email addresses that a visitor can see, click or have decoded, and what each is for."""

from collections.abc import Iterator
from dataclasses import replace

from audit import owners
from audit.decode import EMAIL, SPELT, mailto, spelt_email
from audit.labels import Nearby, is_for_requests, label_of, nearby, standing
from audit.model import Fact
from audit.names import names_in
from audit.page import Block, Page
from audit.seats import group_of, sits
from audit.site import CHROME, Site
from audit.words import any_of, pattern, sentences

_SITS = any_of(
    r"chair(s|ed)? (of )?(the|our|this) (board|governing body|council)",
    r"(is|as) (our|the) (clinical |independent |vice )?chair\b",
    r"(chair|member) of (our|the) (board|governing body|council)",
)
_BOTH = any_of(
    r"communications?,? (and|&|/) ([a-z]+ ){0,3}(engagement|involvement|participation)",
    r"(engagement|involvement|participation),? (and|&|/) ([a-z]+ )?communications?",
)
_NOT_YET = pattern(r"(\sat)\s([\w.-]+\s*[\[({<]\s*at\b)")  # "me at anna.bell [at] x.org"
_BARE_AT = pattern(r"^[^\s\[({<]+\s+at\s+[^\s\[({<]+$")
_CUE = any_of(r"e-?mails?|write|contact|address(es)?|mailbox|reach|enquiries|send")
_SAMPLES = frozenset(("example.com", "example.net", "example.org"))  # RFC 2606
_NEAR = 40
_OUT = frozenset(("cookie", "share"))
_LONGEST = 300
_SHORTEST_BOX = 4
_SHORTEST_SURNAME = 3


def emails(site: Site, page: Page) -> Iterator[Fact]:
    """Find the email addresses a visitor can see, click or have decoded by the page's script."""
    seen: set[tuple[str, str]] = set()
    for index, block in enumerate(page.blocks):
        for address, start, end, shown in _addresses(block) if block.place not in _OUT else ():
            near = nearby(page, index, start, end)
            label = label_of(near, address, chrome=block.place in CHROME)
            sample = address.rpartition("@")[2] in _SAMPLES - {site.domain}
            if sample or (address, label) in seen:
                continue
            seen.add((address, label))
            told = Fact(
                kind="email",
                value=address,
                label=label,
                owner=owners.of_email(site, address, f"{near.beside} {block.head}"),
                quote=near.sentence or shown,
                state=standing(near.sentence),
                place=block.place,
                detail={
                    "block": str(index),
                    "sentence": near.sentence[:_LONGEST],
                    "row": near.row[:_LONGEST],
                    "before": near.before,
                    **_personal(site, page, near, address),
                },
            )
            yield told
            if label == "communications" and _BOTH.search(near.beside):
                yield replace(told, label="engagement")
            if block.place not in CHROME and is_for_requests(near, label, address):
                yield replace(told, label="foi")


def _personal(site: Site, page: Page, near: Nearby, address: str) -> dict[str, str]:
    """Give the person beside an address that bears their surname, with the group of their page."""
    box, _, host = address.partition("@")
    short = len(box) < _SHORTEST_BOX and not any(c in box for c in "._-")
    if short or "newsletter" in page.kinds:
        return {}
    texts = (near.sentence, near.row, near.block, *near.headings[-1:], page.name)
    for text in (*texts, page.lead):
        for name in names_in(text):
            surname = name.split()[-1]
            alone = box == name.split()[0].lower() and not host.startswith(box)
            borne = len(surname) >= _SHORTEST_SURNAME and surname.lower().strip("'’") in box
            if (alone or borne) and not _is_of_body(site, name, box):
                lead = " ".join(s for s in sentences(page.lead) if surname in f"{page.name} {s}")
                seated = _SITS.search(f"{near.block} {lead}") or sits(near.block)
                group = "board" if seated else group_of(page, " / ".join(near.headings))
                return {"named": name, "group": group}
    return {}


def _is_of_body(site: Site, name: str, box: str) -> bool:
    """Say whether a mailbox bears the body's own name, which capitals make look like a person's."""
    words = [word.lower() for word in name.split()]
    own = site.tokens & set(words)
    return bool(own) and ("".join(words) in box or not any(w in box for w in set(words) - own))


def _addresses(block: Block) -> Iterator[tuple[str, int, int, str]]:
    """Yield the addresses of a block, lower case, each once: where they stand, and as shown."""
    taken: set[str] = set()
    for address, start, end, shown in _all_addresses(block):
        low = address.lower()
        if low and low not in taken:
            taken.add(low)
            yield low, start, end, shown


def _all_addresses(block: Block) -> Iterator[tuple[str, int, int, str]]:
    for link in block.links:
        yield mailto(link.href), link.start, link.start + len(link.text), link.label
    for match in EMAIL.finditer(block.text):
        yield match.group(0).rstrip(".'"), match.start(), match.end(), match.group(0)
    if "at" in block.text.lower():
        for match in SPELT.finditer(_NOT_YET.sub(r"\1;\2", block.text)):
            if _told(block.text, match.start(), match.end()):
                continue
            yield spelt_email(match.group(0)), match.start(), match.end(), match.group(0)


def _told(text: str, start: int, end: int) -> bool:
    """Say whether "buy now at place.org" tells of a site: no word before it is of writing to it."""
    if not _BARE_AT.search(text[start:end]):
        return False
    cued = _CUE.search(text[max(0, start - _NEAR) : start]) or not text[:start].strip()
    return text[end : end + 1] in ("@", "/") or not cued
