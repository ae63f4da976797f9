"""Read from sentences who has which role on the board: "It is led by Dr Ann Abel, a GP"."""

from collections.abc import Iterator

from audit.model import Fact
from audit.names import is_role, names_in
from audit.page import Page
from audit.seats import is_of_others
from audit.site import Site
from audit.words import any_of, pattern, sentences

_SEATED = any_of(
    r"(sit|sits|sitting|serve|serves|seats?|votes?|voting) on (the|our) "
    r"(board|governing (body|council))",
    r"(board|governing (body|council)) (of \w+|has \w+ (\w+ )?members|is made up of|"
    r"consists of|comprises|includes|is led by|is chaired by|members (are|include))",
    r"members of (the|our) (board|governing (body|council))",
    r"(led|chaired|run|headed) by",
)
_BOARD = any_of(r"board|governing (body|council)")
_PAST = any_of(r"was|were|former(ly)?|until|retired|left|resigned|stepped down|told|said|asked")
_OTHERS = any_of(
    r"(sub-?)?committee|panel|forum|trust|hospital|council of|patient (group|participation)",
    r"programme|project",
)
_IS = pattern(r"^(,? (who )?(is|as|has been|serves as|acts as)|,| \() ?((the|our|an?|both) )?")
_CHAIRED = pattern(r"\bchaired by$")
_ARTICLES = pattern(r"^.*\b(of|by|is|are|and|the|our|an?|with|to|as)\b ")
_OPEN_ENDED = pattern(r"\b(in|of|at|for|from|near|by|with|to|and|or|is|the|an?|on)$")
_LONGEST_ROLE = 80
_MOST_WORDS = 4  # of a role before a name
_LONGEST_TEXT = 2000
_FEWEST = 3
_PROSE = frozenset(("p", "div"))


def told_members(site: Site, page: Page) -> Iterator[Fact]:
    """Find members of the board whom sentences name with their roles."""
    if page.is_pdf or {"news", "blog"} & set(page.kinds) or is_of_others(page.name):
        return
    seated = "board" in page.kinds and not {"papers", "involvement"} & set(page.kinds)
    for index, block in enumerate(page.blocks):
        if block.place != "main" or block.level or is_of_others(block.head):
            continue
        for name, role in _told(block.text, seated=seated and block.tag in _PROSE):
            yield Fact(
                kind="person",
                value=name,
                label=role,
                owner=site.mentions_other(f"{block.head} {page.title}") or "own",
                quote=block.text,
                place=block.place,
                detail={"group": "board", "block": str(index), "role_block": str(index)},
            )


def _told(text: str, *, seated: bool) -> list[tuple[str, str]]:
    """Give names with roles from sentences about the board.

    Where the page is not of those `seated` there, they must tell of three or more.
    """
    told = _BOARD.search(text) and _SEATED.search(text)
    if len(text) > _LONGEST_TEXT or not (seated or told):
        return []
    found: dict[str, str] = {}
    for sentence in sentences(text):
        if _PAST.search(sentence) or _OTHERS.search(sentence):
            continue
        for name in names_in(sentence):
            if not told and not sentence.startswith(name):
                continue
            role = _role_of(name, sentence)
            if role:
                found.setdefault(name, role)
    return list(found.items()) if seated or len(found) >= _FEWEST else []


def _role_of(name: str, sentence: str) -> str:
    """Give the role that stands just before or after a name."""
    before, _, after = sentence.partition(name)
    follows = _IS.match(after)
    if follows:
        role = after[follows.end() :].lstrip().split(",")[0].partition(")")[0].rstrip(" .")
        if role and is_role(role[:_LONGEST_ROLE]):
            return str(role[:_LONGEST_ROLE])
    if _CHAIRED.search(before.rstrip()):
        return "chair"
    ahead = str(_ARTICLES.sub("", " ".join(before.rstrip(" ,:").split()[-_MOST_WORDS:])))
    return ahead if ahead and not _OPEN_ENDED.search(ahead) and is_role(ahead) else ""
