"""Find how to reach the body: email addresses, telephone numbers and postal addresses.

Each is labelled with what it is for (general, foi, complaints, press, engagement, board, pals,
person, ...) by the nearest words that say so, and with whose it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
import re2

from audit import owners
from audit.decode import EMAIL, SPELT, mailto, spelt_email
from audit.look import Block, Page
from audit.model import Fact
from audit.people import group_of, names_in
from audit.site import CHROME, Site
from audit.words import hit, pattern, sentences, state

_LABELS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    # label, patterns over words beside it, patterns over the mailbox's own name
    ("foi", (r"\bfreedom of information\b", r"\bfoi(a)?\b", r"\binformation (requests?|access|rights)\b", r"\brequests? (for|under)\b", r"\benvironmental information\b"), (r"foi", r"freedom", r"inforequest", r"informationrequest", r"information\.?(request|access|rights|governance)", r"requests?\b")),
    ("privacy", (r"\bdata protection\b", r"\bdpo\b", r"\bsubject access\b", r"\bprivacy\b", r"\bcaldicott\b", r"\bpersonal data\b"), (r"dpo", r"dataprotection", r"privacy", r"\bsar\b", r"\big\b")),
    ("complaints", (r"\bcomplain(t|ts|ing)?\b", r"\bcompliments?\b", r"\bpatient relations\b", r"\bconcerns?\b", r"\b(un|not |dis)(happy|satisfied)\b", r"\blet (you|us|people) down\b", r"\bputting (it|things|that|matters) right\b", r"\b(go|gone|went|goes) wrong\b"), (r"complain", r"putting\.?(it|things)?\.?right", r"resolution", r"compliment", r"feedback", r"patient\.?relations", r"concerns")),
    ("pals", (r"\bpals\b", r"\bpatient advice\b", r"\bpatient (services|experience service)\b", r"\badvice and liaison\b"), (r"\bpals", r"pals\b", r"patient\.?(advice|services)")),
    ("press", (r"\bpress\b", r"\bmedia\b", r"\bjournalists?\b", r"\breporters?\b", r"\bnewsdesk\b"), (r"press", r"media", r"newsdesk")),
    ("safeguarding", (r"\bsafeguarding\b", r"\bwhistleblow", r"\bcounter.?fraud\b", r"\bfraud\b", r"\bspeak up\b"), (r"safeguard", r"fraud", r"speakup")),
    ("jobs", (r"\b(jobs?|vacanc|recruitment|careers?|apply for)\b",), (r"recruit", r"jobs", r"careers", r"\bhr\b")),
    ("website", (r"\b(web ?site|site|page|design)(ed|s)?( and [a-z]+)?( \w+)? by\b", r"\bweb ?(team|master|design|editor)\b", r"\bbroken link\b", r"\babout (this|the) (web ?)?site\b", r"\bdesign(ed)? (by|agency|studio)\b"), (r"web(team|master|editor|design|site|content)?\b", r"studio", r"digital", r"^hello@.*(design|digital|studio|web|media)", r"support@.*(design|digital|studio|web)")),
    ("board", (r"\b(board|governing body|committee|corporate|company|council|democratic) (secretar\w+|services|office|officer|support|governance|business|administrator)\b", r"\bcorporate (governance|affairs|services|office|business|secretar\w+)\b", r"\bgovernance (team|office|manager|officer|lead|support)\b", r"\bsecretar(y|iat)\b", r"\bclerk\b", r"\bcommittee (clerk|manager|team)\b", r"\bdemocratic (services|support)\b", r"\bmeetings? (team|office|administrator)\b"), (r"governance", r"secretar", r"corporate", r"clerk", r"democra", r"committee", r"board", r"govbody", r"governing", r"\bgb\b")),
    ("engagement", (r"\b(patient and public |public and patient |community |public )?(engagement|involvement|participation)\b", r"\bpatient experience\b", r"\bppi\b", r"\bppe\b", r"\binsight team\b", r"\bpatient voice\b", r"\bhave your say\b", r"\binvolving (people|patients|the public|you|communities|residents|local)\b", r"\bworking with (people|communities|you)\b"), (r"engage", r"involve", r"participat", r"\bppi\b", r"haveyoursay", r"yoursay", r"getinvolved", r"experience", r"communit", r"yourvoice", r"listening", r"peopleand", r"people\.communit")),
    ("communications", (r"\bcommunications?( team| office)?\b",), (r"comms", r"communications")),
    ("newsletter", (r"\bnewsletter\b", r"\bbulletin\b", r"\bmailing list\b", r"\bsubscri", r"\bmagazine\b"), (r"newsletter", r"bulletin", r"subscri", r"magazine", r"mailinglist")),
    ("access", (r"\blarge print\b", r"\beasy read\b", r"\bother (formats|languages)\b", r"\binterpreter\b", r"\btranslat", r"\baccess needs\b", r"\baccessibility\b", r"\bbraille\b"), (r"accessib", r"interpret")),
    ("fax", (r"\bfax\b", r"\bfacsimile\b"), ()),
)  # fmt: skip
_FOR_REQUESTS = pattern(r"\b(freedom of information|foi|requests?)\b")
_GENERAL_BOX = pattern(r"^(enquir|inquir|info\b|information$|contact|general|hello|mail\b|office|admin|reception|postmaster|ask|help|customer|main|switchboard|queries|ccg\b|icb\b)")
_GENERAL_WORDS = pattern(r"\b(general (enquir|email|number|mailbox)|enquiries|contact us|get in touch|email us|write to us|ring us|call us|phone us|reach us|switchboard|main (number|line|office)|headquarters|our (office|address|number|email))")
_SURELY_GENERAL = pattern(r"\b(general (enquir\w+|e-?mail|number|mailbox|office)|enquiries|switchboard|main (number|line|office)|reception|headquarters|anything else)\b")
_STRICT_POSTCODE = re2.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_PLACE = pattern(r"\b(house|street|road|lane|avenue|court|building|floor|centre|center|hall|square|way|park|gate|place|close|drive|crescent|yard|wharf|quay|quayside|loft|row|terrace|hill|mill|view|buildings|suite|unit|room|point|mews|green|walk|hub|office|offices|works|box|chambers|exchange|tower|campus|barn|farm|site|library|market|parade|gardens|heol|stryd|ffordd|neuadd|\d+[a-z]? [a-z]+)\b")
_PHONE_WORDS = pattern(r"\b(fax|facsimile)\b")
_DEAD = frozenset({"ended", "denied"})
_SOON = 90
_SHORT = 400


@dataclass(frozen=True, kw_only=True)
class Nearby:
    """The words beside something, nearest first: its sentence, its block, its row, the heads above."""

    sentence: str
    before: str
    block: str
    row: str
    headings: tuple[str, ...]
    page: str

    @property
    def rings(self) -> tuple[str, ...]:
        """Words by nearness; the first ring that names a purpose decides it."""
        around = self.block if len(self.block) < _SHORT else ""
        return (self.before, self.sentence, self.row, around, *reversed(self.headings[-3:]), self.page)


def nearby(page: Page, index: int, start: int, end: int) -> Nearby:
    """Gather the words beside the span [start, end) of a block's text."""
    block = page.blocks[index]
    text = block.text
    sentence, at = text, 0
    for candidate in sentences(text):
        place = text.find(candidate, at)
        if place <= start < place + len(candidate) + 1:
            sentence, at = candidate, place
            break
        at = max(at, place)
    before = text[max(at, start - _SOON) : start]
    row = ""
    if block.row:
        row = " ".join(b.text for b in page.blocks[max(0, index - 6) : index + 6] if b.row == block.row and b is not block)
    elif block.tag in ("dd", "td", "li", "p", "div", "span") and len(text) - (end - start) < 14:  # noqa: PLR2004
        row = _label_before(page, index)
    heads = (*block.headings, block.column)
    return Nearby(sentence=sentence, before=before, block=text, row=row, headings=tuple(h for h in heads if h), page=page.name)


def _label_before(page: Page, index: int) -> str:
    """The short block just before a bare address or number, which often is its label."""
    if index == 0:
        return ""
    last = page.blocks[index - 1]
    block = page.blocks[index]
    same = last.boxes[:-1] == block.boxes[:-1] or last.boxes == block.boxes
    return last.text if same and len(last.text) < 80 and not last.level else ""  # noqa: PLR2004


def label_of(near: Nearby, mailbox: str = "", *, chrome: bool = False) -> str:
    """Say what a contact is for: by its mailbox, then by the nearest words that tell."""
    if mailbox:
        for label, _, boxes in _LABELS:
            if hit(boxes, mailbox):
                return label
        if _FOR_REQUESTS.search(near.sentence) and not chrome and _LABELS[0][0] == next((lab for lab, words, _ in _LABELS if hit(words, near.page)), ""):
            return "foi"
        if _GENERAL_BOX.search(mailbox.partition("@")[0].replace("_", ".").rpartition(".")[2]) or _GENERAL_BOX.search(mailbox):
            return "general"
    for ring in near.rings if not chrome else (near.before, near.sentence, near.row):
        if not ring:
            continue
        best = _last_label(ring) if ring is near.before else next((label for label, words, _ in _LABELS if hit(words, ring)), "")
        if best:
            return best
        if _SURELY_GENERAL.search(ring):
            return "general"
    return "general"


def _last_label(text: str) -> str:
    found = [(m.end(), label) for label, words, _ in _LABELS for w in words for m in pattern(w).finditer(text)]
    general = [(m.end(), "general") for m in _SURELY_GENERAL.finditer(text)]
    return max(found + general, default=(0, ""))[1]


def emails(site: Site, page: Page) -> Iterator[Fact]:
    """Find the email addresses a visitor can see, click or have decoded by the page's script."""
    seen: set[tuple[str, str]] = set()
    for index, block in enumerate(page.blocks):
        if block.place in ("cookie", "share"):
            continue
        for address, start, end, quote in _addresses_in(block):
            near = nearby(page, index, start, end)
            label = label_of(near, address.lower(), chrome=block.place in CHROME)
            key = (address.lower(), label)
            if key in seen:
                continue
            seen.add(key)
            context = f"{near.row} {near.sentence}"
            yield Fact(
                kind="email", value=address.lower(), label=label,
                owner=owners.of_email(site, address, f"{context} {block.headings[-1] if block.headings else ''}"),
                quote=quote or near.sentence, state=_standing(near.sentence), place=block.place,
                detail={
                    "block": str(index), "sentence": near.sentence[:300], "row": near.row[:300], "before": near.before,
                    **_personal(page, near, address),
                },
            )


def _personal(page: Page, near: Nearby, address: str) -> dict[str, str]:
    """The person beside an address that bears their surname, with the group their page is about."""
    local = address.partition("@")[0].lower()
    if not any(c in local for c in "._-") and len(local) < 4:  # noqa: PLR2004
        return {}
    if "newsletter" in page.kinds:
        return {}
    for text in (near.sentence, near.row, near.block, *near.headings[-1:], page.name):
        for name in names_in(text):
            if len(name.split()[-1]) > 2 and name.split()[-1].lower().strip("'’") in local:  # noqa: PLR2004
                chairs = _SITS.search(near.block)
                return {"named": name, "group": "board" if chairs else group_of(page, " / ".join(near.headings))}
    return {}


_SITS = pattern(r"\b(chairs? (of )?(the|our) (board|governing body|council)|(is|as) (our|the) (clinical |independent |vice )?chair\b|(chair|member) of (our|the) (board|governing body|council))\b")


def _standing(sentence: str) -> str:
    held = state(sentence)
    return held if held == "ended" else "now"


def _addresses_in(block: Block) -> Iterator[tuple[str, int, int, str]]:
    taken: set[str] = set()
    for link in block.links:
        address = mailto(link.href)
        if address and address.lower() not in taken:
            taken.add(address.lower())
            yield address, link.start, link.start + len(link.text), _around(block.text, link.start) or link.text or link.title or link.href
    for match in EMAIL.finditer(block.text):
        address = match.group(0).rstrip(".'")
        if address.lower() not in taken:
            taken.add(address.lower())
            yield address, match.start(), match.end(), ""
    if "at" in block.text.lower():
        for match in SPELT.finditer(block.text):
            address = spelt_email(match.group(0))
            if address and address.lower() not in taken:
                taken.add(address.lower())
                yield address, match.start(), match.end(), ""


def _around(text: str, start: int) -> str:
    at = 0
    for sentence in sentences(text):
        place = text.find(sentence, at)
        if place <= start <= place + len(sentence):
            return sentence
        at = max(at, place)
    return text


def phones(site: Site, page: Page) -> Iterator[Fact]:
    """Find UK telephone numbers with what and whom they are for; fax numbers are labelled so."""
    seen: set[str] = set()
    for index, block in enumerate(page.blocks):
        if block.place in ("cookie", "share"):
            continue
        for number, start, end in _numbers_in(block):
            near = nearby(page, index, start, end)
            label = label_of(near, chrome=block.place in CHROME)
            if _PHONE_WORDS.search(near.before[-14:]) or (near.row and _PHONE_WORDS.search(near.row[:12])) or _PHONE_WORDS.search(block.column):
                label = "fax"
            key = f"{number}/{label}"
            if key in seen:
                continue
            seen.add(key)
            care = _CARE_OF.search(block.text)
            beside = f"{care.group(0) if care else ''} {near.row} {_sentence_before(block.text, near.sentence)} {near.sentence} {_next_about_it(block.text, near.sentence)}".strip()
            owner = owners.by_words(site, beside)
            offered = owner == "own" or owners.speaks_for_us(f"{care.group(0) if care else ''} {near.row} {near.sentence} {_next_about_it(block.text, near.sentence)}".strip())
            if owner == "own" and block.place == "main" and near.headings:
                above = near.headings[-1]
                owner = owners.by_words(site, above)
                offered = owner == "own" or bool(_GENERAL_WORDS.search(above))
            yield Fact(
                kind="phone", value=number, label=label, owner=owner, quote=near.sentence, state=_standing(near.sentence),
                place=block.place,
                detail={"block": str(index), "for_body": "yes" if offered else "no", "sentence": near.sentence[:300], "row": near.row[:300], "before": near.before},
            )


_CARE_OF = pattern(r"\bc/o [^.\n]{3,80}")


def _sentence_before(text: str, sentence: str) -> str:
    """The sentence before, when this one only points back at what it names."""
    if not _POINTS_BACK.search(sentence):
        return ""
    earlier = sentences(text[: text.find(sentence)])
    return earlier[-1] if earlier else ""


_POINTS_BACK = pattern(r"\b(the (unit|desk|ward|centre|team|service|hospital|surgery|office)|them|they|their|its)\b")


def _next_about_it(text: str, sentence: str) -> str:
    """The sentence after, when it goes on about the same number."""
    following = text[text.find(sentence) + len(sentence) :].strip() if sentence else ""
    after = sentences(following)[:1]
    return after[0] if after and _ABOUT_IT.search(after[0]) else ""


_ABOUT_IT = pattern(r"^(this|it|that|(the|our) (lines?|numbers?|switchboard|telephone|phones?|calls?)|calls?|your call|ask for|lines? (is|are)|both|they|answered|shared)\b")


def _numbers_in(block: Block) -> Iterator[tuple[str, int, int]]:
    text = block.text
    digits = sum(c.isdigit() for c in text)
    if digits < 9 and not any(link.href[:4].lower() == "tel:" for link in block.links):  # noqa: PLR2004
        return
    found = set()
    for match in phonenumbers.PhoneNumberMatcher(text[:20_000], "GB", leniency=phonenumbers.Leniency.POSSIBLE):
        raw = match.raw_string
        plausible = raw.lstrip("(+ ").startswith(("0", "44", "+44")) or match.number.country_code != 44  # noqa: PLR2004
        if plausible and match.number.country_code == 44 and len(str(match.number.national_number)) >= 9 and ("/" not in raw):  # noqa: PLR2004
            number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.NATIONAL)
            found.add(number)
            yield number, match.start, match.end
    for link in block.links:
        if link.href[:4].lower() == "tel:":
            try:
                parsed = phonenumbers.parse(link.href[4:], "GB")
            except phonenumbers.NumberParseException:
                continue
            number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
            if number not in found and phonenumbers.is_possible_number(parsed):
                found.add(number)
                yield number, link.start, link.start + len(link.text)


_SUCH_AS = pattern(r"\b(such as|e\.g\.|for example|enter (a|your)( full)? postcode|your postcode)\b")
_LEFT = pattern(r"\b(until \d|given up|vacated|moved out|former|left (on|in)|was at|closed on)\b")
_VENUE = pattern(r"\b(meets?|meeting|held|venue|takes place|gather|workshop|event|drop-?in|session|room hire|at \d+(\.\d\d)?(am|pm))\b")


def addresses(site: Site, page: Page) -> Iterator[Fact]:
    """Find postal addresses: a street or building near a postcode, within one box."""
    for index, block in enumerate(page.blocks):
        if block.place in ("cookie", "share"):
            continue
        for match in _STRICT_POSTCODE.finditer(block.text) if block.form < 0 and not _SUCH_AS.search(block.text) else ():
            lines, quote = [], block.text[max(0, match.start() - 160) : match.end()]
            if len(block.text[: match.start()].strip(" ,\n")) < 12:  # noqa: PLR2004
                lines = [b.text for b in page.blocks[max(0, index - 6) : index] if b.place == block.place and len(b.text) < 90 and not (b.level and b.level < 7)]  # noqa: PLR2004
            whole = ", ".join([*lines, quote])
            if not _PLACE.search(whole) and not (block.tag == "address" or len([p for p in re2.split(r"[,\n]", whole) if p.strip()]) > 3):  # noqa: PLR2004
                continue
            near = nearby(page, index, match.start(), match.end())
            sentence = f"{near.row} {near.sentence if len(near.sentence) > 12 else whole}"  # noqa: PLR2004
            owner = owners.by_words(site, f"{sentence} {whole if site.mentions_self(whole) == '' else ''}")
            if owner == "own" and near.headings:
                owner = owners.by_words(site, near.headings[-1])
            if owner == "own" and _VENUE.search(f"{near.sentence} {near.row}"):
                owner = "venue"
            if owner in ("council", "hospital") and owners.speaks_for_us(f"{near.row} {near.sentence}"):
                owner = "own"
            yield Fact(
                kind="address", value=" ".join(match.group(0).upper().split()), label=label_of(near, chrome=block.place in CHROME), owner=owner,
                quote=block.text if len(block.text) < 200 else near.sentence, state="ended" if _LEFT.search(near.sentence) else _standing(near.sentence), place=block.place,  # noqa: PLR2004
                detail={"block": str(index), "lines": whole[:300]},
            )
