"""Read from sentences who has which role on the board: "It is led by Dr Ann Abel, a GP"."""

from collections.abc import Iterator

from audit.model import Fact
from audit.names import is_role, names_in
from audit.page import Block, Page
from audit.seats import announces, fill_seats, is_of_others
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
_SEAT = any_of(
    r"(vice[- ]|deputy |co-?)?chair(man|woman|person)?|chairs|chaired|chairing|(is|as) leader",
    r"accountable officer|chief [a-z]+( [a-z]+)?( officer)?|managing director",
    r"(executive |non-executive |medical |finance |nursing |clinical )?director( of [a-z]+)?",
    r"non[- ]?exec\w*|lay (member|person|adviser|representative|voice|seat)s?|lay",
    r"(registered|chief|lead|board) nurse|(our|the|a) nurse|nurs(es|ed|ing)",
    r"secondary care \w+|hospital (doctor|consultant)|gps?|family doctors?|(our|the) pharmacist",
    r"partner member|practice manager|public health|(for|from|by) the (county |borough )?council",
    r"healthwatch|(our|the) secretary|treasurer|mayor|(town |parish )?clerk",
    r"(minds?|looks? after|holds?|signs? off|in charge of|keeps?) (the|our) (money|books|"
    r"purse|budget)",
    r"(runs?|heads?|leads?) (the (place|organisation|office|group)|us)",
)
_OTHER_BOARD = any_of(
    r"(trust|hospital|charity|partner|society|friends|company)('s|s')? (\w+ )?(board|"
    r"governors|trustees)",
)
_MORE = pattern(r"(?: (?:(?:of|for|and) )?\p{Lu}[\p{L}’'-]+)+", cased=True)  # of a title
_ROLE_FIRST = pattern(r"^(chair|chief|director|lay|nurse|governor|trustee|member)\b[^.]{0,60}")
_GONE = any_of(r"until|retired|resigned|stepped down|former(ly)?|left (us|the|in)")
_BEFORE_PLACES = frozenset(("at", "in", "of", "near", "from", "for"))
_MOST_TOLD = 260  # characters after a name that may tell of it
_MOST_BEFORE = 60
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
    """Find members of the board whom sentences name with their roles.

    Where the page is not about those on the board, it must tell of three or more.
    """
    if page.is_pdf or {"news", "blog"} & set(page.kinds) or is_of_others(page.name):
        return
    ours = "board" in page.kinds or announces(page)
    seated = ours and not {"papers", "involvement"} & set(page.kinds)
    on_board = _on_board(page)
    found: dict[str, Fact] = {}
    for index, block in enumerate(page.blocks):
        if block.place != "main" or block.level or is_of_others(block.head):
            continue
        told = _told(block.text, seated=(seated or on_board) and block.tag in _PROSE)
        for name, role in (*told, *_under_name(block)):
            fact = Fact(
                kind="person",
                value=name,
                label=role,
                owner=site.mentions_other(f"{block.head} {page.title}") or "own",
                quote=block.text,
                place=block.place,
                detail={"group": "board", "block": str(index), "role_block": str(index)},
            )
            found.setdefault(name, fact)
    enough = on_board or fill_seats(fact.label for fact in found.values())
    if seated or (len(found) >= _FEWEST and enough):
        yield from found.values()


def _on_board(page: Page) -> bool:
    return any(_BOARD.search(b.text) and _SEATED.search(b.text) for b in page.main)


def _under_name(block: Block) -> list[tuple[str, str]]:
    """Give the person whose name is the heading over a block that tells their seat."""
    name = next(iter(names_in(block.head)), "")
    if not name or not block.head.startswith(name) or _OTHER_BOARD.search(block.text):
        return []
    said = block.text[:_MOST_TOLD]
    seat = _SEAT.search(said) or _ROLE_FIRST.search(said)
    return [(name, seat.group(0))] if seat and not _GONE.search(said) else []


def _told(text: str, *, seated: bool) -> list[tuple[str, str]]:
    """Give names with roles from sentences about the board, or on the page of those `seated`."""
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
    for name, role in _at_table(text) if seated else ():
        found.setdefault(name, role)
    return list(found.items())


def _at_table(text: str) -> Iterator[tuple[str, str]]:
    """Yield names with the seats that are told of each before the next is named."""
    named = [] if _OTHER_BOARD.search(text) else names_in(text)
    named = [n for n in named if not _of_place(n, text)]
    parts = [text.find(name) for name in named]
    for number, (name, at) in enumerate(zip(named, parts, strict=True)):
        until = parts[number + 1] if number + 1 < len(parts) else len(text)
        said = text[at + len(name) : max(until, at)][:_MOST_TOLD]
        before = text[parts[number - 1] + len(named[number - 1]) if number else 0 : at]
        after = _SEAT.search(said)
        seat = after or _SEAT.search(before[-_MOST_BEFORE:])
        if seat and not _GONE.search(said):
            more = _MORE.match(said[after.end() :]) if after else None
            yield name, seat.group(0) + (more.group(0) if more else "")


def _of_place(name: str, text: str) -> bool:
    """Say whether a run of capitals is a place or firm, as what follows "at" or "of" mostly is."""
    before = text.partition(name)[0].split()
    return bool(before) and before[-1].lower() in _BEFORE_PLACES


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
