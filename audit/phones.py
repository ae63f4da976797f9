"""Find UK telephone numbers with what and whom they are for."""

from collections.abc import Iterator

import phonenumbers

from audit import owners
from audit.labels import Nearby, label_of, nearby, standing
from audit.model import Fact
from audit.page import Block, Page
from audit.site import CHROME, Site
from audit.states import state
from audit.words import any_of, pattern

_GENERAL_WORDS = pattern(
    r"\b(general (enquir|email|number|mailbox)|enquiries|contact us|get in touch|email us|"
    r"write to us|ring us|call us|phone us|reach us|switchboard|main (number|line|office)|"
    r"headquarters|our (office|address|number|email))"
)
_FAX = pattern(r"\b(fax|facsimile)\b")
_SPOKEN = pattern(
    r"\b(tel(ephone)?|phone|voice|call|ring|t|mobile|reception|switchboard)\b[^\d]{0,12}$"
)
_DIALLED = pattern(r"\b0\d[\d ()-]{7,}\d\b")
_CARE_OF = pattern(r"\bc/o [^.\n]{3,80}")
_POINTS_BACK = any_of(
    r"the (unit|desk|ward|centre|team|service|hospital|surgery|office)|them|they|their|its",
    r"the (trust|council|csu|icb|company|college|university|practice|charity)('s)?",
)
_COUNCILS = pattern(
    r"\b\p{Lu}[\w'’-]+ Council(['’]s)?( main)? (switchboard|contact centre|operator|number)\b|"
    r"\b(switchboard|contact centre|operator|number) (of|at|for) (the )?\p{Lu}[\w'’-]+ Council\b",
    cased=True,
)
_CALLED = pattern(
    r"^\W*(you can )?(tel(ephone)?|phone|call|ring|dial|free-?phone|text)( on| at)?:?[\s\d+().-]+$"
)
_BARE = pattern(r"^\W*((tel(ephone)?|phone|call|ring|t)\b)?[\s\d:+().-]*$")
_OUR_LINE = any_of(
    r"our (own |direct |main |office |enquir\w+ ){0,2}(tele)?(phone|line|number|switchboard)"
    r"( number| line)?( is|:)?",
)
_OUR_OWN = any_of(
    r"our own ((direct|main|enquiry|enquiries|(tele)?phone) ){0,2}(numbers?|lines?|phones?)",
    r"our own switchboard|(a )?(number|line|switchboard|telephone) of our own",
)
_PRACTICES = any_of(
    r"(your|gp|local|member|each) (practices?|surger\w+|doctors?|dentists?|pharmac\w+)",
    r"(practice|surgery) (lines?|numbers?|telephones?|phones?|names?)",
    r"(chemists?|pharmac(y|ies)|dentists?|opticians?|surger(y|ies)) (\w+ )?(open|near|with)",
    r"^(practices?|surger(y|ies)|pharmac(y|ies)|dentists?)$",
)
_ANSWERS = any_of(
    r"who(se)? (number|line|phone|answers|picks up)|answered by|on our behalf|run by",
    r"(take|takes|taking|answer|answers|handle|handles) (our |the |all |your )?calls",
    r"(this|that|it|which) is (the|that of)|(its|their|the \w+'s) (lodgers?|tenants?|guests?)",
    r"(also |both )?serves|(line|number|switchboard) is also|also (used|answered|given|rings)",
    r"(telephones?|phones?|lines?|numbers?|calls) (are|is|go|come) (part of|on|through|via|to)",
    r"number (belongs|is shared|is that of)",
)
_NAMELESS = pattern(
    r"^((the|our|your|each|nhs|this|both|other) )*(ccgs?|ic[bs]|pct|clinical [a-z]+ groups?)$"
)
_SHARED = any_of(
    r"belong(s|ing)? to|(is|are|a|we|which|number) shared?|shared (with|by|between)|we share",
    r"same (number|line|switchboard|team)|on behalf of both|joint|between us|both (ccgs?|bodies)",
    r"one (tele)?(phone )?(number|line)|(handled|answered|taken|employed|run|hosted) (for us )?by",
    r"(also|both) (serves?|answers?|used|answered|given|rings)",
    r"(switchboard|number|line) (of|at|for) (the )?(nhs )?\w+|takes? our calls",
)
_ABOUT_IT = pattern(
    r"^(this|it|that|(the|our) (lines?|numbers?|switchboard|telephone|phones?|calls?)|"
    r"calls?|your call|(the|an|our|their) ([\w']+ ){0,4}(operators?|receptionists?|staff|"
    r"telephonists?|exchange)|ask for|(you|callers) (will|may|might|can|should) (\w+ )?(hear|get|"
    r"reach|be|speak)|do not be (put off|surprised)|say|"
    r"lines? (is|are)|both|they|answered|shared|we share)\b"
)
_OUT = frozenset(("cookie", "share"))
_LONGEST = 300
_LABEL_BEFORE = 14
_LABEL_ROW = 12
_SOON_AFTER = 3  # blocks
_UK = 44
_FEWEST_DIGITS = 9
_BEFORE = 40
_LABELLED = 60
_SHORT = 6  # digits of 111, 999 and 116 123
_WHOLE = 10  # digits of most national numbers, without their 0
_NATIONAL = pattern(
    r"^(1[1-9]\d{7,8}|2[03489]\d{8}|3[0347]\d{8}|5[56]\d{8}|500\d{6}|7\d{9}|800\d{6,7}|"
    r"8[0247]\d{8}|9\d{9})$"
)
_OTHER_COUNTRY = any_of(
    r"australia|new zealand|south africa|canada|usa|u\.s\.a?|united states|india|china",
    r"france|germany|spain|italy|netherlands|belgium|poland|sweden|norway|denmark|finland|austria",
    r"switzerland|portugal|greece|turkey|mexico|argentina|singapore|malaysia|hong kong|dubai",
    r"jamaica|japan|brazil",
)
_AREA_FIRST = pattern(r"^\D*(0?1\d{3,4}|0?1\d{8})(\D|$)")
_BRITISH = frozenset(("uk", "gg", "je", "im"))
_FOR_ALL = frozenset(("eu", "tv", "co", "me", "io", "cc", "ai", "fm", "ly"))
_COUNTRY = 2  # letters
_NOT_CALLED = pattern(
    r"\b(vat|p\.? ?i\.?( ?va)?|reg(istered|istration)?|company|charity|account|sort code|ref|order|"
    r"invoice|iban|kvk|btw|isbn|issn)( in [a-z ]+)?( no| number| nr| ref)?[.:;#\s]*$"
)
_SAMPLE = pattern(r"\b(such as|for example|e\.?g\.?|for instance)[,:]?\s*$")
_HOSPITAL = pattern(
    r"(?:^|[\n.;|(] ?)(?:St |The )?\p{Lu}[\p{L}'’-]+(?: (?:Royal|District|General|Memorial|Cottage|"
    r"Victoria|University))+[\s:,–-]*$",
    cased=True,
)
_BRIEFLY_FAX = pattern(r"(^|[\s|,;(])[Ff](ax)?[:.)]?\s*$")
_ZIP_CODES = pattern(r"^\d{5} ?[-–] ?\d{4,5}$")
_MOST_SEARCHED = 20_000
_LONGEST_NAME = 40
_RUNS_ON = pattern(
    r"(\b0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}) (0\d{2,4}\b|"
    r"\d{1,2} ?(?:[ap]\.?m|till|to\b|until|[-–]|hours|hrs|nd\b|st\b|rd\b|th\b|[:.]\d\d))"
)
_LIKELY_STARTS = ("0", "44", "+44")


def phones(site: Site, page: Page) -> Iterator[Fact]:
    """Find UK telephone numbers with what and whom they are for; fax numbers are labelled so."""
    seen: set[tuple[str, str]] = set()
    abroad = _is_abroad(site)
    for index, block in enumerate(page.blocks):
        found = () if block.place in _OUT else _numbers_in(block, abroad=abroad)
        for number, start, end in found:
            near = nearby(page, index, start, end)
            if _is_of_other_country(near):
                continue
            label = _label(block, near)
            if (number, label) in seen:
                continue
            seen.add((number, label))
            owner, offered = _owner(site, block, near, _told_after(page, index))
            if _is_of_practices(page, block) or _HOSPITAL.search(
                near.before.strip() or near.row or "".join(near.headings[-1:])
            ):
                owner, offered = "hospital", False
            yield Fact(
                kind="phone",
                value=number,
                label=label,
                owner=owner,
                quote=near.sentence or _called(block, start),
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


def _called(block: Block, start: int) -> str:
    """Give what a picture or an icon that dials says."""
    return next((link.label for link in block.links if link.start == start), "")


def _is_abroad(site: Site) -> bool:
    """Say whether a site's address ends in another country's letters."""
    ending = site.host.rpartition(".")[2]
    return len(ending) == _COUNTRY and ending not in _BRITISH | _FOR_ALL


def _is_of_other_country(near: Nearby) -> bool:
    """Say whether the nearest words give a number to another country, and it has no +44."""
    told = _OTHER_COUNTRY.search(f"{near.before[-_LABELLED:]} {near.earlier[-_LABELLED:]}")
    return bool(told and "+44" not in near.sentence)


def _label(block: Block, near: Nearby) -> str:
    told = "" if _DIALLED.search(near.row) and not block.row else near.row  # it has its own number
    beside = (near.before[-_LABEL_BEFORE:], told[:_LABEL_ROW], block.column)
    if any(_FAX.search(words) for words in beside) or _BRIEFLY_FAX.search(near.before):
        return "fax"
    label = label_of(near, chrome=block.place in CHROME)
    return "general" if label == "fax" and _SPOKEN.search(near.before) else label


def _told_after(page: Page, index: int) -> str:
    """Give the few short blocks after a number's in which somebody is said to answer it."""
    block = page.blocks[index]
    after = page.blocks[index + 1 : index + 1 + _SOON_AFTER]
    near = (b.text for b in after if b.place == block.place and len(b.text) < _LONGEST)
    return " ".join(text for text in near if _ANSWERS.search(text))


def _is_of_practices(page: Page, block: Block) -> bool:
    """Say whether a number stands in a table of practices, by the heads of its columns."""
    beside = page.rows[block.row] if block.row else ()
    return any(_PRACTICES.search(page.blocks[i].column) for i in beside)


def _is_anothers(site: Site, beside: str) -> bool:
    """Say whether words give a number to another commissioner, or share it with one."""
    if not _SHARED.search(beside):
        return False
    named = (
        match.group(0).rpartition(" and ")[2] for match in owners.COMMISSIONER.finditer(beside)
    )
    told = (name for name in named if not _NAMELESS.match(name))
    return any(not site.mentions_self(name) for name in told)


def _owner(site: Site, block: Block, near: Nearby, after: str) -> tuple[str, bool]:
    """Say whose a number is, and whether it is offered as a way to reach the body."""
    care = _CARE_OF.search(block.text)
    host = care.group(0) if care else ""
    back = _POINTS_BACK.search(near.sentence) and not _OUR_LINE.search(near.sentence)
    bare = bool(block.place in CHROME and _BARE.search(near.sentence))
    headed = len(near.earlier) < _LONGEST_NAME and near.earlier[-1:].isalpha()
    headed = headed or bool(_CALLED.search(near.sentence))
    earlier = near.earlier if back or bare or headed else ""
    later = near.later if _ABOUT_IT.search(near.later) else after
    beside = f"{host} {near.row} {earlier} {near.sentence} {later}".strip()
    beside = _DIALLED.sub(" ", beside)  # the 111 of 01632 960 111 is no helpline
    owner = owners.by_words(site, beside)
    if _COUNCILS.search(beside) and "council" not in site.body.name.lower():
        owner = "council"
    if owner != "own" and _OUR_OWN.search(near.sentence) and state(near.sentence) == "now":
        return "own", True
    if owner == "own" and _is_anothers(site, beside):
        return "other", True
    if owner != "own":
        offer = f"{host} {near.row} {near.sentence} {later}".strip()
        makers = bare and owner == "supplier"
        return owner, not makers and owners.speaks_for_us(offer)
    if owners.is_elsewhere(site, " ".join(near.headings[-1:]), beside):
        return "other", False
    if block.place == "main" and near.headings:
        above = " / ".join(near.headings[-2:] if block.column else near.headings[-1:])
        owner = "hospital" if _PRACTICES.search(above) else owners.by_words(site, above)
        return owner, owner == "own" or bool(_GENERAL_WORDS.search(above))
    return "own", True


def _numbers_in(block: Block, *, abroad: bool) -> Iterator[tuple[str, int, int]]:
    """Yield the numbers of a block as they are dialled at home, with where they stand.

    On a site from abroad only those that begin with 44 are British.
    """
    called = [link for link in block.links if link.href[:4].lower() == "tel:"]
    if not called and sum(c.isdigit() for c in block.text) < _FEWEST_DIGITS:
        return
    found = set()
    text = _RUNS_ON.sub(r"\1;\2", block.text[:_MOST_SEARCHED])
    for match in phonenumbers.PhoneNumberMatcher(
        text, "GB", leniency=phonenumbers.Leniency.POSSIBLE
    ):
        before = block.text[max(0, match.start - _BEFORE) : match.start]
        told = _NOT_CALLED.search(before) or _SAMPLE.search(before)
        if _is_plausible(match, abroad=abroad) and not told:
            found.add(_national(match.number))
            yield _national(match.number), match.start, match.end
    for link in called:
        try:
            parsed = phonenumbers.parse(link.href[4:], "GB")
        except phonenumbers.NumberParseException:
            continue
        number = _national(parsed)
        dialled = "".join(c for c in link.href[4:] if c.isdigit() or c == "+")
        foreign = abroad and not dialled.startswith(("+", "00"))
        if number not in found and not foreign and _is_dialled(dialled, parsed):
            found.add(number)
            yield number, link.start, link.start + len(link.text)


def _is_plausible(match: phonenumbers.PhoneNumberMatch, *, abroad: bool) -> bool:
    """Tell numbers from dates, references and charity numbers."""
    raw, number = match.raw_string, match.number
    if number.country_code != _UK or "/" in raw or "xx" in raw or _ZIP_CODES.match(raw):
        return False
    digits = str(number.national_number)
    begins = raw.lstrip("(+ ").startswith("44" if abroad else _LIKELY_STARTS)
    bare = raw.startswith(str(_UK)) and len(digits) < _WHOLE
    # Nine digits after 01 are British only behind an area code of five digits: others write 013-.
    few = len(digits) < _WHOLE and digits[0] == "1" and raw[0] != "+"
    return bool(begins and not bare and _NATIONAL.match(digits)) and (
        not few or bool(_AREA_FIRST.match(raw))
    )


def _is_dialled(dialled: str, number: phonenumbers.PhoneNumber) -> bool:
    """Say whether what a link dials is a British number, or as short as a helpline's."""
    if number.country_code != _UK or not phonenumbers.is_possible_number(number):
        return False
    begins = dialled.startswith(("0", "+"))
    return len(dialled) <= _SHORT or bool(begins and _NATIONAL.match(str(number.national_number)))


def _national(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL))
