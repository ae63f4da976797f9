"""Say which named person a telephone number belongs to by the words beside it."""

from dataclasses import replace

from audit.model import Fact
from audit.names import is_name, names_in
from audit.page import Block, Page
from audit.seats import group_of, sits
from audit.words import any_of, pattern

_OFFICE = any_of(
    r"secretar(y|iat)|clerk|administrator|assistant|press|media|journalists?|reporters?",
    r"apologies|book a \w+|further (information|details)|(support|committee|governance) officer",
)
_FRONT_DESK = any_of(
    r"enquir(y|ies)|quer(y|ies)|desk|switchboard|reception|general (e-?mail|number|office)",
    r"(the|our) (\w+ )?(team|office)|contact us|main (line|number|office)",
)
_CONTACT_HEAD = pattern(r"^(how to )?(contact( us| details| information)?|get in touch|find us)$")
_ITSELF = pattern(r"^[\s,.;:|(–—-]*(tel(ephone)?|phone|direct|line|mob(ile)?|ring|call|on\b|\d|\+)")
_OF_ONE = any_of(r"he|she|him|her|his|hers")
_OWN_LINE = any_of(r"(her|his) own (line|number|phone|telephone|mobile)")
_FEWEST_ALIKE = 2  # entries that are a name and a number


def with_person(page: Page, numbers: list[Fact]) -> list[Fact]:
    """Give the numbers of a page, with `named` and `group` on those of one person."""
    begun = [_begins(page.blocks[int(fact.detail["block"])]) for fact in numbers]
    alike = sum(map(bool, begun)) >= _FEWEST_ALIKE
    return [
        _with_person(page, fact, name if alike else "")
        for fact, name in zip(numbers, begun, strict=True)
    ]


def _with_person(page: Page, fact: Fact, begun: str) -> Fact:
    """Name whose a number is: they head it, begin its line or are told of in its sentence."""
    block = page.blocks[int(fact.detail["block"])]
    if block.place != "main" or _OFFICE.search(f"{block.head} {block.text}"):
        return fact
    own = _of_page(page)
    if is_front_desk(fact) and not (own and not _tells_of_desk(fact)):
        return fact
    headed = is_name(block.head) and (block.head != page.name or _OF_ONE.search(page.text))
    named = begun or (block.head if headed else own)
    if named:
        above = block.headings[:-1] if named == block.head else block.headings
        group = group_of(page, " / ".join(above))
    else:
        said = fact.detail["sentence"]
        named = _member_in(block, said) or _goes_on_about(page, said)
        group = "board"
    known = {**fact.detail, "named": named, "group": group}
    return replace(fact, detail=known) if named else fact


def headed(page: Page, fact: Fact) -> Fact:
    """Give a contact with the heading that it stands under."""
    head = page.blocks[int(fact.detail["block"])].head
    return replace(fact, detail={**fact.detail, "head": head})


def is_front_desk(fact: Fact) -> bool:
    """Say whether the words beside a contact offer it for anything to anyone."""
    return _tells_of_desk(fact) or bool(_CONTACT_HEAD.search(fact.detail.get("head", "")))


def _tells_of_desk(fact: Fact) -> bool:
    return bool(_FRONT_DESK.search(f"{fact.detail['sentence']} {fact.detail['row']}"))


def tells_of(person: str, sentence: str) -> bool:
    """Say whether a sentence names a person by their first name or their last."""
    names = person.replace(".", " ").split()
    known = (names[-1], names[-2] if len(names) > 1 else names[-1])
    return any(pattern(rf"\b{word}\b", cased=True).search(sentence) for word in known)


def _of_page(page: Page) -> str:
    """Name the one person whose profile a page is."""
    names = set(names_in(page.name)) if "person" in page.kinds else set()
    return names.pop() if len(names) == 1 else ""


def _begins(block: Block) -> str:
    """Give the name that a block begins with when little but a number follows."""
    name = next(iter(names_in(block.text)), "")
    rest = block.text[len(name) :]
    return name if name and block.text.startswith(name) and _ITSELF.search(rest) else ""


def _goes_on_about(page: Page, sentence: str) -> str:
    """Give the one person whom a page's first words seat on the board, when she is meant here."""
    named = set(names_in(page.lead)) if _OWN_LINE.search(sentence) and sits(page.lead) else set()
    return named.pop() if len(named) == 1 else ""


def _member_in(block: Block, sentence: str) -> str:
    """Give the one person of a block whom its words seat on the board and a sentence names."""
    named = set(names_in(block.text)) if sits(block.text) else set()
    told = {name for name in named if tells_of(name, sentence)}
    if len(named) == 1 and _OF_ONE.search(sentence):
        told = named
    return told.pop() if len(told) == 1 else ""
