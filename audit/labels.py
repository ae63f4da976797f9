"""Say what a contact is for (general, foi, press, board, ...) by the words beside it."""

from dataclasses import dataclass

from audit.page import Page
from audit.purposes import PURPOSES
from audit.states import state
from audit.words import any_of, hit, pattern, sentence_at, sentences

_FOR_REQUESTS = pattern(r"\b(freedom of information|foi|requests?)\b")
_GENERAL_BOX = pattern(
    r"^(enquir|inquir|info\b|information$|contact|general|hello|mail\b|office\b|admin|"
    r"reception|postmaster|ask|help|customer|main|switchboard|queries|ccg\b|icb\b)"
)
_SURELY_GENERAL = any_of(
    r"general (enquir\w+|e-?mail|number|mailbox|office)|enquiries|switchboard",
    r"main (number|line|office)|reception|headquarters|anything else",
)
_SOON = 90
_SHORT = 400
_CELLS = frozenset(("dd", "td", "li", "p", "div", "span"))
_LONGEST_SENTENCE = 2000
_LONGEST_LABEL = 80
_MOST_BESIDE = 13  # characters beside an address in a block that holds little else
_NEAREST_HEADS = 3


@dataclass(frozen=True, kw_only=True)
class Nearby:
    """The words beside something: its sentence and the one before and after, its block, its row.

    `before` is what stands in the sentence before it, `headings` are those above, nearest last.
    """

    sentence: str
    before: str
    earlier: str
    later: str
    block: str
    row: str
    headings: tuple[str, ...]
    page: str

    @property
    def beside(self) -> str:
        """The row and the sentence."""
        return f"{self.row} {self.sentence}"

    @property
    def rings(self) -> tuple[str, ...]:
        """Words by nearness, without `before`; the first that name a purpose decide it."""
        around = self.block if len(self.block) < _SHORT else ""
        heads = reversed(self.headings[-_NEAREST_HEADS:])
        return (self.sentence, self.row, around, *heads, self.page)


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
        cells = (page.blocks[i].text for i in page.rows[block.row] if i != index)
        row = " ".join(cells)
    elif block.tag in _CELLS and len(text) - (end - start) <= _MOST_BESIDE:
        row = _label_before(page, index)
    return Nearby(
        sentence=sentence,
        before=text[max(at, start - _SOON) : start],
        earlier=said[number - 1] if number else "",
        later=said[number + 1] if number is not None and number + 1 < len(said) else "",
        block=text,
        row=row,
        headings=tuple(h for h in (*block.headings, block.column) if h),
        page=page.name,
    )


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
    named = named or _last_named(near.before)
    if named:
        return named
    for words in (near.sentence, near.row) if chrome else near.rings:
        named = _first_named(words) or ("general" if _SURELY_GENERAL.search(words) else "")
        if named:
            return named
    return "general"


def _by_mailbox(near: Nearby, mailbox: str, *, chrome: bool) -> str:
    for purpose in PURPOSES:
        if hit(purpose.mailboxes, mailbox):
            return purpose.label
    if not chrome and _FOR_REQUESTS.search(near.sentence) and _first_named(near.page) == "foi":
        return "foi"
    last = mailbox.partition("@")[0].replace("_", ".").rpartition(".")[2]
    return "general" if _GENERAL_BOX.search(last) or _GENERAL_BOX.search(mailbox) else ""


def _first_named(text: str) -> str:
    return next((p.label for p in PURPOSES if hit(p.words, text)), "") if text else ""


def _last_named(text: str) -> str:
    """Give the purpose that is named last, and so nearest to what follows the text."""
    found = [(m.end(), "general") for m in _SURELY_GENERAL.finditer(text)]
    for purpose in PURPOSES:
        for words in purpose.words:
            found.extend((m.end(), purpose.label) for m in pattern(words).finditer(text))
    return max(found, default=(0, ""))[1]


def standing(sentence: str) -> str:
    """Say whether a contact still holds: now, or ended."""
    return "ended" if state(sentence) == "ended" else "now"
