"""Find UK telephone numbers with what and whom they are for."""

from collections.abc import Iterator

import phonenumbers

from audit import owners
from audit.labels import Nearby, label_of, nearby, standing
from audit.model import Fact
from audit.page import Block, Page
from audit.site import CHROME, Site
from audit.words import any_of, pattern

_GENERAL_WORDS = pattern(
    r"\b(general (enquir|email|number|mailbox)|enquiries|contact us|get in touch|email us|"
    r"write to us|ring us|call us|phone us|reach us|switchboard|main (number|line|office)|"
    r"headquarters|our (office|address|number|email))"
)
_FAX = pattern(r"\b(fax|facsimile)\b")
_CARE_OF = pattern(r"\bc/o [^.\n]{3,80}")
_POINTS_BACK = any_of(
    r"the (unit|desk|ward|centre|team|service|hospital|surgery|office)|them|they|their|its",
)
_ABOUT_IT = pattern(
    r"^(this|it|that|(the|our) (lines?|numbers?|switchboard|telephone|phones?|calls?)|"
    r"calls?|your call|ask for|lines? (is|are)|both|they|answered|shared)\b"
)
_OUT = frozenset(("cookie", "share"))
_LONGEST = 300
_LABEL_BEFORE = 14
_LABEL_ROW = 12
_UK = 44
_FEWEST_DIGITS = 9
_MOST_SEARCHED = 20_000
_LIKELY_STARTS = ("0", "44", "+44")


def phones(site: Site, page: Page) -> Iterator[Fact]:
    """Find UK telephone numbers with what and whom they are for; fax numbers are labelled so."""
    seen: set[tuple[str, str]] = set()
    for index, block in enumerate(page.blocks):
        for number, start, end in _numbers_in(block) if block.place not in _OUT else ():
            near = nearby(page, index, start, end)
            label = _label(block, near)
            if (number, label) in seen:
                continue
            seen.add((number, label))
            owner, offered = _owner(site, block, near)
            yield Fact(
                kind="phone",
                value=number,
                label=label,
                owner=owner,
                quote=near.sentence,
                state=standing(near.sentence),
                place=block.place,
                detail={
                    "block": str(index),
                    "for_body": "yes" if offered else "no",
                    "sentence": near.sentence[:_LONGEST],
                    "row": near.row[:_LONGEST],
                    "before": near.before,
                },
            )


def _label(block: Block, near: Nearby) -> str:
    beside = (near.before[-_LABEL_BEFORE:], near.row[:_LABEL_ROW], block.column)
    if any(_FAX.search(words) for words in beside):
        return "fax"
    return label_of(near, chrome=block.place in CHROME)


def _owner(site: Site, block: Block, near: Nearby) -> tuple[str, bool]:
    """Say whose a number is, and whether it is offered as a way to reach the body."""
    care = _CARE_OF.search(block.text)
    host = care.group(0) if care else ""
    earlier = near.earlier if _POINTS_BACK.search(near.sentence) else ""
    later = near.later if _ABOUT_IT.search(near.later) else ""
    beside = f"{host} {near.row} {earlier} {near.sentence} {later}".strip()
    owner = owners.by_words(site, beside)
    if owner != "own":
        offer = f"{host} {near.row} {near.sentence} {later}".strip()
        return owner, owners.speaks_for_us(offer)
    if block.place == "main" and near.headings:
        above = near.headings[-1]
        owner = owners.by_words(site, above)
        return owner, owner == "own" or bool(_GENERAL_WORDS.search(above))
    return "own", True


def _numbers_in(block: Block) -> Iterator[tuple[str, int, int]]:
    """Yield the numbers of a block as they are dialled at home, with where they stand."""
    called = [link for link in block.links if link.href[:4].lower() == "tel:"]
    if not called and sum(c.isdigit() for c in block.text) < _FEWEST_DIGITS:
        return
    found = set()
    for match in phonenumbers.PhoneNumberMatcher(
        block.text[:_MOST_SEARCHED], "GB", leniency=phonenumbers.Leniency.POSSIBLE
    ):
        if _is_plausible(match):
            found.add(_national(match.number))
            yield _national(match.number), match.start, match.end
    for link in called:
        try:
            parsed = phonenumbers.parse(link.href[4:], "GB")
        except phonenumbers.NumberParseException:
            continue
        number = _national(parsed)
        if number not in found and phonenumbers.is_possible_number(parsed):
            found.add(number)
            yield number, link.start, link.start + len(link.text)


def _is_plausible(match: phonenumbers.PhoneNumberMatch) -> bool:
    """Tell numbers from dates, references and charity numbers."""
    raw, number = match.raw_string, match.number
    long = len(str(number.national_number)) >= _FEWEST_DIGITS
    begins = raw.lstrip("(+ ").startswith(_LIKELY_STARTS)
    return bool(number.country_code == _UK and begins and long and "/" not in raw)


def _national(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
