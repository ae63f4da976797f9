"""Find named people with their roles, paired within one block, row or card.

Role words are denser on pages without names than on pages with them, so a role alone proves nothing;
and a list of who attended a meeting is not a board.
"""

from collections.abc import Iterator

from audit.look import Block, Page
from audit.model import Fact
from audit.site import Site
from audit.words import pattern, state

_TITLE = r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|Cyng|Cynghorydd|Rev|Revd|Reverend|Canon|Sister|Brigadier|Colonel|Major|Captain)\.?"
_PART = r"(?:(?:Mc|Mac|O['’]|D['’]|De|Di|Le|La|St\.? )?\p{Lu}[\p{L}'’]+(?:-\p{Lu}?[\p{L}'’]+)*)"
_LINK = r"(?:van|von|de|der|den|da|dos|del|la|le|bin|ibn|al|ap|ab|ferch|ter|y)"
_NAME_SOURCE = rf"(?:(?:{_TITLE}\s+)+(?:\p{{Lu}}\.?\s*){{0,3}}(?:{_PART}\s+){{0,3}}(?:{_LINK}\s+){{0,2}}{_PART}|{_PART}(?:\s+(?:\p{{Lu}}\.?|{_PART}|{_LINK})){{0,3}}\s+(?:{_LINK}\s+)?{_PART})(?:\s+(?:OBE|MBE|CBE|QC|KC|DL|JP|FRCGP|CB|KBE))*"
_TITLES = pattern(rf"^(?:{_TITLE}\s+)+", cased=True)
_NAME = pattern(rf"^{_NAME_SOURCE}$", cased=True)
_NAMES = pattern(_NAME_SOURCE, cased=True)
_NAME_AT_START = pattern(rf"^({_NAME_SOURCE})\s*(?:[,–—:|/\n-]|\(|\bis\b|\s-\s)\s*(..+)$", cased=True)
_NAME_AT_END = pattern(rf"^(.+?)\s*(?:[,–—:|\n]|\s-\s|:\s)\s*({_NAME_SOURCE})\s*[.)]?$", cased=True)
ROLE = pattern(
    r"\b((vice|deputy|clinical|acting|interim|lay|independent|joint|co|convening)?[- ]?chair(man|woman|person)?|accountable officer|chief [a-z]+( [a-z]+)?( officer)?|chief executive|managing director|"
    r"lay (member|adviser|advisor|representative|partner)|non[- ]?executive|(associate |executive |deputy |clinical |medical |finance |nursing |managing |programme |strategy )?director|director of [a-z ]+|registered nurse|(chief|board|governing body|lead) nurse|secondary care|"
    r"gp( lead| member| partner| representative| director| clinical lead)?|general practitioner|(locality|clinical|cluster|place|practice|primary care) (lead|chair|director|manager|member|representative)|practice manager|partner member|place member|"
    r"member(ed)? (for|of|\()|board member|governing body member|councillor|leader( of)?|deputy leader|mayor|clerk|treasurer|secretary|trustee|governor|cabinet member|portfolio|representative|representing|nominated by|observer|participant|designate|"
    r"healthwatch|medical director|consultant|public health|cadeirydd|is-gadeirydd|cynghorydd|clerc|aelod|member|executive|officer|president|patron|adviser|advisor|nurse|doctor|lead|partner|ward)\b"
)
_NOT_A_NAME = pattern(
    r"\b(name|names|seat|title|position|role|nhs|ccg|icb|board|body|governing|member(s|ship)?|health|wellbeing|group|council|committee|trust|care|services?|street|road|house|hall|centre|hospital|infirmary|surgery|practice|clinical|commissioning|public|patients?|team|office|officer|chair|chief|"
    r"director|executive|lay|nurse|doctor|meeting|minutes|agenda|papers|report|policy|strategy|plan|annual|general|register|interests|freedom|information|contact|email|telephone|website|page|home|news|about|more|read|our|the|your|you|we|us|and|for|with|from|this|that|"
    r"what|how|who|when|where|skip|click|download|view|print|search|menu|privacy|cookies?|accessibility|copyright|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|"
    r"north|south|east|west|london|england|wales|united|kingdom|integrated|partnership|local|authority|county|city|borough|district|town|parish|university|college|school|lead|locality|secondary|primary|registered|non|vacant|vacancy|independent|deputy|vice|interim|finance|medical|nursing|"
    r"voluntary|sector|social|mental|community|engagement|involvement|communications|quality|governance|audit|remuneration|strategic|performance|operations|corporate|twitter|facebook|youtube|linkedin|instagram|healthwatch|people|join|get|have|say|all|no|to|in|of|on|a|an|is|are|representative|practitioner|consultant|specialist|accountable|financial|transformation|safeguarding|children|adults|older|young|"
    r"pharmacy|dental|urgent|emergency|winter|flu|covid|privacy|terms|conditions|first|second|third|new|old|next|last|dear|best|regards|yours|sincerely|thank|thanks|welcome|hello)\b"
)
_BOARD = pattern(r"\b(board|governing bod(y|ies)|governing board|directors|our people|who('?s| is) who|leadership|councillors|full council|cabinet|who we are|meet the|elected members|members of the (council|committee|board)|committee (details|members?)|(board|committee) membership|executive|non-executive|y cyngor|cynghorwyr|(write to )?your (members?|councillors?)|our chair|trustees|governors)\b")
_NOT_BOARD = pattern(
    r"\b(council of (members|representatives|practices)|members['’] council|member practices?|practice (members|council|representatives)|practices|staff|sub-?committee|(primary care|audit|remuneration|quality|finance|planning|scrutiny|licensing|personnel|footpaths?|joint|transport|commissioning|performance|engagement|advisory)( \w+){0,3} committee|"
    r"patient (and public )?(panel|group|forum|council|congress|voice)|forum|congress|panel|champions?|wardens?|volunteers?|working group|partnership board|steering group|"
    r"in attendance|present|apologies|attendance|minutes of|shadow|candidates?|election|surger(y|ies)|press|charity|our partners|suppliers?|(programme|project|medicines|admin\w*|communications|complaints|safeguarding) (team|leads?|office))\b"
)
_OTHER_TEAM = pattern(r"\b(our|the) [a-z]+ (team|department|office|staff)\b")
_BOARD_TEAM = pattern(r"\b(executive|leadership|senior|management|board|directors)\b")
_UNTIL = pattern(r"\b(who served|(those|who|they) (who )?(were|was) (serving|in post|members|in office)|was dissolved|in post at the end|as it stood|(last|at the) (day|date|time) of|were members|until (it|we|the (ccg|group|body|board)) (was|were|closed)|until (its|the|our|their|the date of) (dissolution|closure|merger|abolition)|in post (until|at|when)|at the time of|former (members|governing)|before (the )?(merger|closure)|past members|previous members)\b")
_MOST_ROLE = 160


def is_name(text: str) -> bool:
    """Say whether a text is a person's name and nothing else."""
    text = text.strip(" ,.:;*")
    if not 4 < len(text) < 60 or not _NAME.match(text):  # noqa: PLR2004
        return False
    return not _NOT_A_NAME.search(_untitled(text))


def names_in(text: str) -> list[str]:
    """Find the personal names within a text."""
    return [m.group(0) for m in _NAMES.finditer(text) if is_name(m.group(0))]


def _untitled(text: str) -> str:
    return str(_TITLES.sub("", text))


def is_role(text: str) -> bool:
    """Say whether a text speaks of a role and is no sentence about one."""
    return 1 < len(text) <= _MOST_ROLE and bool(ROLE.search(text))


def split(text: str) -> tuple[str, str] | None:
    """Split "Name, Role", "Role: Name" or "Name (Role)" into name and role, if it is one."""
    text = text.strip()
    if len(text) > 220 or not text:  # noqa: PLR2004
        return None
    match = _NAME_AT_START.match(text)
    if match and is_name(match[1]) and is_role(match[2].strip(" )")) and not match[2].startswith("was "):
        return match[1].strip(), match[2].strip(" )\n")
    match = _NAME_AT_END.match(text)
    if match and is_name(match[2]) and is_role(match[1]):
        return match[2].strip(), match[1].strip(" :")
    return _run_together(text)


def _run_together(text: str) -> tuple[str, str] | None:
    """Split "Ann Example Chief Nurse", as the columns of a PDF come out."""
    words = text.split()
    for count in range(min(5, len(words) - 1), 1, -1):
        name, role = " ".join(words[:count]), " ".join(words[count:])
        found = ROLE.search(role)
        if found and found.start() == 0 and len(words) < 14 and is_name(name):  # noqa: PLR2004
            return name, role
    return None


def pairs(page: Page) -> Iterator[tuple[str, str, int, int]]:
    """Yield (name, role, index of the name's block, index of the role's block)."""
    blocks = page.blocks
    used: set[int] = set()
    for index, block in enumerate(blocks):
        if block.place not in ("main", "aside", "repeat") or index in used:
            continue
        if not block.text:
            for link in block.links:
                pair = split(link.text) if link.kind == "a" else None
                if pair:
                    yield *pair, index, index
            continue
        whole = _in_lines(block)
        if whole:
            for name, role in whole:
                yield name, role, index, index
            continue
        under = _under_role(block)
        if under:
            yield under, block.headings[-1], index, index
            continue
        if is_name(block.text):
            partner = _partner(blocks, index, used)
            if partner is not None:
                used.update((index, partner))
                yield block.text.strip(" ,.:*"), blocks[partner].text.split("\n")[0][:_MOST_ROLE], index, partner


def _under_role(block: Block) -> str:
    """The name with which a block begins whose heading is a role, as in an accordion."""
    head = block.headings[-1] if block.headings else ""
    if not head or len(head) > 90 or not is_role(head) or is_name(head) or _GENERIC_HEAD.search(head):  # noqa: PLR2004
        return ""
    first = block.text.split("\n")[0]
    for candidate in (first, first.partition(",")[0], first.partition(" – ")[0], first.partition(" (")[0]):
        if is_name(candidate):
            return candidate.strip(" ,")
    return ""


_GENERIC_HEAD = pattern(r"\b(our|members|directors|board|governing body|committee|team|people|executives|councillors|representatives|observers|participants|officers|partners|leads|nurses|doctors)$")


def _in_lines(block: Block) -> list[tuple[str, str]]:
    lines = block.text.split("\n")
    found = []
    whole = split(block.text) if len(lines) <= 2 else None  # noqa: PLR2004
    if whole:
        return [whole]
    at = 0
    while at < len(lines):
        pair = split(lines[at])
        if pair:
            found.append(pair)
        elif is_name(lines[at]) and at + 1 < len(lines) and is_role(lines[at + 1]) and not is_name(lines[at + 1]):
            found.append((lines[at].strip(" ,"), lines[at + 1]))
            at += 1
        elif at + 1 < len(lines) and is_role(lines[at]) and not is_name(lines[at]) and is_name(lines[at + 1]):
            found.append((lines[at + 1].strip(" ,"), lines[at]))
            at += 1
        at += 1
    return found


def _partner(blocks: tuple[Block, ...], index: int, used: set[int]) -> int | None:
    """The block that holds the role of the name at `index`: its row, its term, its card."""
    name = blocks[index]
    if name.row:
        row = [i for i in range(max(0, index - 5), min(len(blocks), index + 6)) if i != index and blocks[i].row == name.row]
        roles = [i for i in row if is_role(blocks[i].text) and not is_name(blocks[i].text)]
        by_column = [i for i in row if pattern(r"\b(role|position|title|job|seat|representing|ward|party|swydd|ward)\b").search(blocks[i].column) and blocks[i].text]
        chosen = roles or by_column
        return chosen[0] if chosen else None
    after = next((i for i in range(index + 1, min(len(blocks), index + 4)) if blocks[i].text), None)
    before = next((i for i in range(index - 1, max(-1, index - 4), -1) if blocks[i].text), None)
    order = [after, before]
    if name.tag == "dd":
        order = [before, after]
    for other in order:
        if other is None or other in used:
            continue
        block = blocks[other]
        text = block.text.split("\n")[0]
        if not is_role(text) or is_name(text) or block.place != name.place:
            continue
        if text.count(" ") > 16 or (text.endswith(".") and text.count(" ") > 8):  # noqa: PLR2004
            continue
        near_box = name.boxes[:-2] == block.boxes[: len(name.boxes[:-2])] or block.boxes[:-2] == name.boxes[: len(block.boxes[:-2])]
        headed = name.level and block.headings[-1:] == (name.text,)
        if near_box or headed:
            if other == before and block.level in (1, 2) and block.level < (name.level or 9) and not _only_child(blocks, index, other):
                continue
            return other
    return None


def _only_child(blocks: tuple[Block, ...], index: int, head: int) -> bool:
    """A heading is the role of one name only if no other name follows under it."""
    following = [b for b in blocks[index + 1 : index + 4] if b.headings[-1:] == (blocks[head].text,)]
    return not any(is_name(b.text) for b in following)


def people(site: Site, page: Page) -> Iterator[Fact]:
    """Find people with roles; label `board` when page and headings speak of the body's own board."""
    seen: set[str] = set()
    attendance = False
    for name, role, at, other in pairs(page):
        block = page.blocks[at]
        above = " / ".join(block.headings)
        intro = " ".join(b.text for b in page.blocks[max(0, at - 12) : at] if b.place == "main" and len(b.text) > 40)[-600:]  # noqa: PLR2004
        attendance = attendance or bool(pattern(r"\b(in attendance|apologies|present:)\b").search(above + " " + intro))
        group = group_of(page, above)
        if attendance or page.is_pdf and pattern(r"\bminutes\b").search(page.title + page.text[:400]):
            group = "attendance"
        key = name.lower()
        if key in seen:
            continue
        seen.add(key)
        gone = bool(_UNTIL.search(above) or _UNTIL.search(intro)) or state(role) == "ended"
        owner = site.mentions_other(f"{page.title} / {above}") or "own"
        yield Fact(
            kind="person", value=name, label=role[:_MOST_ROLE], owner=owner,
            quote=block.text or next((link.text for link in block.links if name in link.text), name),
            state="ended" if gone else "now", place=block.place,
            detail={"group": group, "block": str(at), "role_block": str(other)},
        )


def group_of(page: Page, above: str) -> str:
    """Say what body of people the nearest headings and the page speak of: board or other."""
    nearest = [h for h in reversed(above.split(" / ")) if h]
    for words in (*nearest, page.name, page.title, *page.link_texts):
        if _NOT_BOARD.search(words) or (_OTHER_TEAM.search(words) and not _BOARD_TEAM.search(words)):
            return "other"
        if _BOARD.search(words):
            return "board"
    if _BOARD.search(page.url.replace("-", " ").replace("/", " ")):
        return "board"
    return "board" if "board" in page.kinds and not _NOT_BOARD.search(page.url.replace("-", " ")) else "other"
