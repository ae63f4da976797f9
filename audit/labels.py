"""Say what a contact is for (general, foi, press, board, ...) by the words beside it."""

from dataclasses import dataclass
from functools import cache, lru_cache

from audit.charges import told_above
from audit.offices import Purpose
from audit.page import Page
from audit.purposes import PURPOSES
from audit.site import CHROME
from audit.states import state
from audit.words import any_of, hit, pattern, sentence_at, sentences

_OF_WHOM = pattern(
    r"\b(reach|ring|call|contact|phone|e-?mail|write to|speak to|talk to|ask for|find|get|tell|"
    r"dial) (him|her)\b|\b(his|her) (own |direct )?(e-?mail|number|line|extension|address|desk)\b"
)
_FOR_REQUESTS = pattern(
    r"\b(freedom of information|foi|requests?|applications?|apply|send (it|them|yours) to|"
    r"(write to|e-?mail) us|(by|or|via) e-?mail|"
    r"(information|records?|openness|disclosure) (team|officer|desk|lead|manager|clerk|office))\b"
)
_ASKING_FOI = pattern(
    r"\b(freedom of information|foi|foia|information (requests?|acts?)|"
    r"requests? for (recorded )?information|ask(ing)? (us )?(for|to (see|have)) (recorded |our )?"
    r"(information|records|documents)|right to know|information (law|rights))\b"
)
_THE_ACT = pattern(r"\b(freedom of|environmental) information\b|\bfoia?\b")
_SENDING = pattern(
    r"\b(send(ing)?|ask(ing)?|appl(y|ying|ications?)|requests?|in writing|by (letter|post|e-?mail)|"
    r"letter or( an?)? e-?mail|e-?mail or( an?)? letter|put it|working days|where (it|they|to)|"
    r"goes? to)\b|^(by )?e-?mail"
)
_OTHER_MATTER = any_of(
    r"complain\w*|review|appeal|(un|dis|not |n't )(happy|satisfied)|personal data|data protection",
    r"board (matters|papers|business|questions?)|newsletters?",
    r"subject access|about yourself|re-?use|website|press|media|jobs?|vacanc\w+|minutes|meetings?",
    r"scheme|log|anything else|other (enquir\w+|matters)|staff|colleagues|large print|formats?",
)
_AGAINST_REPLY = any_of(
    r"review|appeal|(un|dis|not |n't )(happy|satisfied|content)|complain(t|ts|ing)? (about|that)",
    r"our (reply|answer|response|decision|handling)",
)
_GOVERNANCE_BOX = pattern(r"(^|[._-])ig([._-]|@)|info(rmation)?[._-]?gov")
_OFFICES = frozenset(("board", "communications", "engagement", "general"))
_HOURS = pattern(
    r"\b(closed|shut|not (open|staffed|answered))\b[^.;)]{0,20}\b((bank |public )?holidays?|"
    r"weekends?|"
    r"(mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|easter|lunch\w*|noon|evenings?|nights?|"
    r"\d+([.:]\d+)? ?[ap]m)\b"
)
_OUT_OF_USE = any_of(
    r"(does|do|did)(n't| not) work( now| any ?more)?|not in use|out of (use|service)|unobtainable",
    r"(old|older|previous) (number|line|address|mailbox|leaflets)\b[^.;]{0,60}\b(not|never|wrong)",
)
_CHARGES = frozenset(
    ("board", "engagement", "communications", "complaints", "foi", "pals", "press")
)
_GENERAL_BOX = pattern(
    r"^(enquir|inquir|info\b|information$|contact|general|hello|mail\b|office\b|admin|"
    r"reception|postmaster|ask|help|main|switchboard|queries|ccg\b|icb\b)"
)
_SURELY_GENERAL = any_of(
    r"general (enquir\w+|e-?mail|number|mailbox|office)|enquiries|switchboard",
    r"general( e-?mail)?: *\w+",
    r"main (number|line|office)|reception|headquarters|anything else",
    r"^(the|our) ((front|main|head) )?(office|desk)$",
)
_OTHER_OFFICE = pattern(
    r"\b(healthwatch \p{L}+|(quality|finance|contract(s|ing)?|procurement|estates|primary care|"
    r"commissioning|medicines( management)?|prescribing|research|performance|planning|"
    r"transformation|continuing (health)?care|funding|equality|payroll|training|premises|"
    r"practice support|safety|audit|projects?) (team|office|desk|department|unit|manager|officer|"
    r"lead)('s)?( number| line)?)[:,]?( [\p{L}'’-]+){0,2},?( is| are)?( on| at| by|:)?\s*$"
)
_OTHER_USE = pattern(
    r"^(comments (to|on)|copies|for (a copy|copies|the (report|papers|slides))|"
    r"(read|see) the report|"
    r"to (talk|ask|know|hear|find out) (more )?about (the |this |our )?(contract|plan|report|"
    r"project|policy|strategy|scheme|review)s?)\b"
)
_ALL_WORDS = tuple(source for purpose in PURPOSES for source in purpose.words)
_ALL_MAILBOXES = tuple(source for purpose in PURPOSES for source in purpose.mailboxes)
_SOON = 90
_MOST_CELLS = 8  # blocks in a row that is no layout of a footer
_FEWEST_BARS = 2
_FEWEST_DIGITS = 9
_SHORT = 400
_LONGEST_LINE = 40
_CELLS = frozenset(("dd", "td", "li", "p", "div", "span"))
_LONGEST_SENTENCE = 2000
_LONGEST_LABEL = 80
_REACHED = pattern(
    r"[^\s@]+@[^\s@]+|[\d()+ -]{9,}|\b(tel(ephone)?|phone|e-?mail|fax|mob(ile)?|direct( line)?)\b"
)
_MOST_BESIDE = 13  # characters beside an address in a block that holds little else
_NEAREST_HEADS = 3
_MANY_MATTERS = frozenset(("home", "contact", "complaints", "legal", "news", "newsletter"))


@dataclass(frozen=True, kw_only=True)
class Nearby:
    """The words beside something: its sentence and the one before and after, its block, its row.

    `before` is what stands in the sentence before it, `headings` are those above, nearest last;
    `piece` is what it stands in of a sentence that bars part, `lead` the first words of a page that
    is about one matter, `told` the sentences over it on who is in charge of something.
    """

    sentence: str
    before: str
    earlier: str
    later: str
    block: str
    piece: str
    row: str
    headings: tuple[str, ...]
    page: str
    lead: str
    told: tuple[str, ...] = ()

    @property
    def beside(self) -> str:
        """The row and the sentence."""
        return f"{self.row} {self.sentence}"

    @property
    def rings(self) -> tuple[str, ...]:
        """Words by nearness, without `before`; the first that name a purpose decide it."""
        around = self.around if len(self.around) < _SHORT else ""
        if state(around) == "ended":
            around = " ".join(s for s in sentences(around) if state(s) != "ended")
        heads = reversed(self.headings[-_NEAREST_HEADS:])
        return (self.piece, self.row, around, *heads, self.page)

    @property
    def around(self) -> str:
        """The block without those of its lines that hold other addresses or numbers."""
        if len(self.block) > _LONGEST_SENTENCE:  # too long for its lines to be about one contact
            return self.block
        lines = self.block.split("\n")
        kept = (s for s in lines if self.sentence in s or s in self.sentence or not _is_other(s))
        return "\n".join(kept)


def nearby(page: Page, index: int, start: int, end: int) -> Nearby:
    """Gather the words beside the span [start, end) of a block's text."""
    block = page.blocks[index]
    text = block.text
    said = sentences(text)
    number, at = sentence_at(text, start)
    sentence = said[number] if number is not None else text
    if len(sentence) > _LONGEST_SENTENCE:
        at = max(at, start - _LONGEST_SENTENCE // 2)
        sentence = text[at : at + _LONGEST_SENTENCE]
    row = ""
    if block.row:
        beside = page.rows[block.row]
        laid_out = block.place in CHROME and len(beside) > _MOST_CELLS
        items = {i for i in beside if page.blocks[i].tag == block.tag == "li"}
        cells = (page.blocks[i].text for i in beside if i != index and i not in items)
        row = "" if laid_out else " ".join(cells)
    elif block.tag in _CELLS and (
        len(text) - (end - start) <= _MOST_BESIDE
        or (len(text) < _SHORT and len(_REACHED.sub("", text)) <= _MOST_BESIDE)
    ):
        row = _label_before(page, index)
    before = text[max(at, start - _SOON) : start]
    if number and not before.strip() and len(said[number - 1]) < _LONGEST_LINE:
        before = said[number - 1]  # the line above it
    return Nearby(
        sentence=sentence,
        before=before,
        earlier=said[number - 1] if number else "",
        later=said[number + 1] if number is not None and number + 1 < len(said) else "",
        block=text,
        piece=_piece(sentence, start - at, end - at),
        row=row,
        headings=tuple(h for h in (*block.headings, block.column) if h),
        page=page.name,
        told=tuple(told_above(page, index)),
        lead="" if _MANY_MATTERS & set(page.kinds) else page.lead,
    )


def _is_other(line: str) -> bool:
    return "@" in line or sum(c.isdigit() for c in line) >= _FEWEST_DIGITS


def _piece(sentence: str, start: int, end: int) -> str:
    """Give the part of a sentence around [start, end), with the part before, between bars."""
    if sentence.count("|") < _FEWEST_BARS:
        return sentence
    head, tail = sentence[: max(start, 0)].split("|"), sentence[max(end, 0) :]
    return "|".join(head[-2:]) + sentence[max(start, 0) : max(end, 0)] + tail.partition("|")[0]


def _label_before(page: Page, index: int) -> str:
    """Give the short block just before a bare address or number, which often is its label."""
    if index == 0:
        return ""
    last, block = page.blocks[index - 1], page.blocks[index]
    near = last.boxes == block.boxes or last.boxes[:-1] == block.boxes[:-1]
    return last.text if near and len(last.text) < _LONGEST_LABEL and not last.level else ""


def label_of(near: Nearby, mailbox: str = "", *, chrome: bool = False) -> str:
    """Say what a contact is for: by its mailbox, then by the nearest words that tell."""
    named = _by_mailbox(near, mailbox, chrome=chrome) if mailbox else ""
    before = near.before.rpartition("|")[2] if near.piece != near.sentence else near.before
    if not named and _OF_WHOM.search(near.sentence):
        office = _first_named(near.block.partition(near.sentence)[0])
        named = office if office in _CHARGES else ""
    named = named or _last_named(before) or _elsewhere(near.piece, before)
    if named:
        return _kind_of_contact(named, mailbox)
    for words in (near.piece, near.row) if chrome else near.rings:
        named = _first_named(words) or ("general" if _SURELY_GENERAL.search(words) else "")
        if named:
            return _kind_of_contact(named, mailbox)
    told = () if chrome else (_first_named(sentence) for sentence in near.told)
    return next((name for name in told if name in _CHARGES), "general")


def _elsewhere(said: str, before: str) -> str:
    """Give `general` where a sentence is for another office or matter than what stands around."""
    told = _OTHER_OFFICE.search(before) or (_OTHER_USE.search(said) and not _first_named(said))
    return "general" if told else ""


def is_for_requests(near: Nearby, label: str, mailbox: str = "") -> bool:
    """Say whether an office's address is given for freedom of information requests as well.

    Its row, its sentence or the lines above it say so, or the page is about them and tells to send
    them there.
    """
    if label not in _OFFICES and (label == "foi" or not _GOVERNANCE_BOX.search(mailbox)):
        return False
    lines = near.block.partition(near.sentence)[0] if "\n" in near.block else ""
    general = _SURELY_GENERAL.search(near.piece) and not _ASKING_FOI.search(near.piece)
    for words in () if general else (near.row, near.piece, lines):
        asks = _ASKING_FOI.search(words) and not _AGAINST_REPLY.search(words)
        if asks and (len(words) < _LONGEST_LABEL or not _OTHER_MATTER.search(words)):
            return True
    heads = (*near.headings, near.page)
    over = any(map(_ASKING_FOI.search, heads)) or _THE_ACT.search(near.lead)
    other = _OTHER_MATTER.search(f"{near.piece} {near.row}")
    asked = _FOR_REQUESTS.search(f"{near.piece} {near.row}") or label != "general"
    asked = asked or _SENDING.search(" / ".join((*near.headings[-1:], near.around)))
    return bool(over and asked and not other and not _OTHER_MATTER.search(heads[0]))


@cache
def _boxes(purpose: Purpose) -> tuple[str, ...]:
    return tuple(source for source in purpose.mailboxes if "@" not in source)


@cache
def _hosts(purpose: Purpose) -> tuple[str, ...]:
    return tuple(source for source in purpose.mailboxes if "@" in source)


def _kind_of_contact(label: str, mailbox: str) -> str:
    return "general" if mailbox and label == "fax" else label


def _by_mailbox(near: Nearby, mailbox: str, *, chrome: bool) -> str:
    """Give the purpose that a mailbox names; only patterns with an @ look at its host too."""
    box = mailbox.partition("@")[0] + "@"
    for purpose in PURPOSES if hit(_ALL_MAILBOXES, mailbox) else ():
        if hit(_boxes(purpose), box) or hit(_hosts(purpose), mailbox):
            return purpose.label
    if not chrome and _FOR_REQUESTS.search(near.sentence) and _first_named(near.page) == "foi":
        return "foi"
    last = mailbox.partition("@")[0].replace("_", ".").rpartition(".")[2]
    return "general" if _GENERAL_BOX.search(last) or _GENERAL_BOX.search(mailbox) else ""


@lru_cache(maxsize=4096)
def _first_named(text: str) -> str:
    """Give the first purpose that a text names; pages repeat headings by the thousand."""
    if not text or not hit(_ALL_WORDS, text):
        return ""
    return next((p.label for p in PURPOSES if hit(p.words, text)), "")


@lru_cache(maxsize=4096)
def _last_named(text: str) -> str:
    """Give the purpose that is named last, and so nearest to what follows the text."""
    found = [(m.end(), "general") for m in _SURELY_GENERAL.finditer(text)]
    for purpose in PURPOSES if hit(_ALL_WORDS, text) else ():
        for words in purpose.words:
            found.extend((m.end(), purpose.label) for m in pattern(words).finditer(text))
    return max(found, default=(0, ""))[1]


def standing(sentence: str) -> str:
    """Say whether a contact still holds: now, or ended."""
    dead = _OUT_OF_USE.search(sentence) or state(str(_HOURS.sub(" ", sentence))) == "ended"
    return "ended" if dead else "now"
