"""Say whether words, headings and pages speak of the body's own board or of other people."""

from collections.abc import Iterable

from audit.page import Page
from audit.states import state
from audit.words import any_of, pattern, sentences

_BOARD = any_of(
    r"board|governing bod(y|ies)|governing board|directors|our people|who('?s| is) who",
    r"leadership|councillors|full council|cabinet|who we are|meet the|elected members",
    r"members of the (council|committee|board)|committee (details|members?)",
    r"(board|committee) membership|executive|non-executive|y cyngor|cynghorwyr",
    r"(write to )?your (members?|councillors?)|our chair|trustees|governors",
)
_NOT_BOARD = any_of(
    r"council of (members|representatives|practices)|members['’] council|member practices?",
    r"practice (members|council|representatives)|practices|staff|sub-?committee",
    r"(primary care|audit|remuneration|quality|finance|planning|scrutiny|licensing|"
    r"personnel|footpaths?|joint|transport|commissioning|performance|engagement|"
    r"advisory)( \w+){0,3} committee",
    r"patient (and public )?(panel|group|forum|council|congress|voice)|forum|congress",
    r"panel|champions?|wardens?|volunteers?|working group|partnership board|steering group",
    r"in attendance|present|apologies|attendance|minutes of|shadow|candidates?|election",
    r"surger(y|ies)|press|charity|our partners|suppliers?|hospital governors?",
    r"(programme|project|medicines|admin\w*|communications|complaints|safeguarding) (team|"
    r"leads?|office)",
)
_SITS = any_of(
    r"(our|the) (board|governing (body|council))('s)? (clinical |lay |vice |deputy |independent )*"
    r"(chair(man|woman|person)?|member|nurse|doctor|gp|director)",
    r"(chair(s|ed|man|woman|person)?|(lay |board )?member|nurse|director|sits?|serves?|seat)"
    r"( of| on|,)? (the|our|this|your) (board|governing (body|council))",
    r"(is|as) (our|the) (clinical |independent |vice |lay )*(chair|member)",
)
_INTRODUCES = pattern(
    r"\b(board|(governing )?(body|council)|cabinet)\b[^.]{0,80}\b(consists? of|(is )?made up of|"
    r"comprises?|is composed of|members are|members:|includes?|(are|is) as follows|has \w+ "
    r"(voting )?members)\b[^.]{0,40}:?\s*$|"
    r"\b(members of|who sits? on|on) (the|our) (board|governing (body|council)) "
    r"(are|is|sit|include)\b[^.]{0,40}:?\s*$"
)
_ANNOUNCED = pattern(
    r"\b(mak(es?|ing) up|form(s|ed|ing)?|constitut\w+|sit(s|ting)? (on|round|around)|"
    r"serv(es?|ing) on|"
    r"members of|(this|these|they|here)( \w+){0,3} (is|are)|who('s| is| are) on|"
    r"voices? on|seats? on|"
    r"meet|introducing|places? (on|at)|vot(e|es|ing) on|belong to) (the|our|this|its|your) (\w+ )?"
    r"(governing (body|board|council)|board|cabinet|full council)('s table)?\b|"
    r"\b(the|our|this|its) (\w+ )?(governing (body|board|council)|board|cabinet)( table)?"
    r"( currently| now)? (has|have|consists?|comprises?|is made up|is made of|contains|"
    r"includes?|numbers|"
    r"seats|is (\w+|\d+) (people|strong|members))\b"
)
_SEATS = tuple(
    pattern(rf"\b(?:{words})\b")
    for words in (
        r"chair(man|woman|person|s)?|chaired|chairing|leader",
        r"(accountable|chief (executive|operating)?) ?officer|chief exec\w*|managing director",
        r"(finance|financial|money) (officer|director|lead)|director of finance|treasurer|cfo",
        r"lay (member|person|adviser|representative|partner)\w*|non[- ]exec\w*|independent member",
        r"(registered|chief|lead|board) nurse|nurse member|(director of|chief) nursing( \w+)?",
        r"secondary care|hospital (doctor|consultant)|medical (director|officer)|specialist doctor",
        r"partner member|nominated (by|member)|(representative|nominee) of (the|our)",
    )
)
_FEWEST_SEATS = 3
_CHAIR = pattern(r"^(clinical |independent |interim |acting )?chair(man|woman|person)?\b")
_OF_CHAIR = any_of(
    r"(our|the|from|ring|write to|meet) (the |our )?chair(man|woman|person)?",
    r"chair(man|woman|person)?'?s('| \w+)?",
)
_OTHER_TEAM = pattern(r"\b(our|the) [a-z]+ (team|department|office|staff)\b")
_BOARD_TEAM = pattern(r"\b(executive|leadership|senior|management|board|directors)\b")

_MINUTES = any_of(r"minutes")
_LABELLED = 20  # characters at the beginning of a block that may label it
_ATTENDANCE = pattern(
    r"\b(in attendance|apologies|attend(ance|ees|ed by):?|(present|in the room|who came):|"
    r"those (present|there|attending))"
)
_ONE_SITTING = pattern(
    r"\b(meeting|minutes|notes|record|sitting|session)\b[^/]{0,40}\b(jan|feb|mar|apr|may|jun|jul|aug|"
    r"sep|oct|nov|dec)\w* 20\d\d\b"
)
_UNTIL = any_of(
    r"who served|(those|who|they) (who )?(were|was) (serving|in post|members|in office)",
    r"was dissolved|in post at the end|as it stood|(last|at the) (day|date|time) of",
    r"were members|until (it|we|the (ccg|group|body|board)) (was|were|closed)",
    r"until (its|the|our|their|the date of) (dissolution|closure|merger|abolition)",
    r"in post (until|at|when)|at the time of|former (members|governing)",
    r"before (the )?(merger|closure)|past members|previous members",
    r"(all|they|everyone|the members|each of them)( have| had| has)?( all)? (stood|stepped) down",
    r"who had (served|sat)|(members|their)\b[^.]{0,20} terms (of office )?(ended|ran out|expired)",
    r"(those|people|members) who sat|(how|as) (it|they|things|matters) (stood|were) (on|when|at)",
)
_FIRST_WORDS = 400
_PRAISE = any_of(
    r"testimonials?|reviews|what (our |the )?(clients|customers|patients|people|they|others) "
    r"(say|said|think)|case stud(y|ies)",
)


def is_of_one_sitting(page: Page) -> bool:
    """Say whether a page is the record of one meeting, whose people are those who came."""
    if page.is_pdf:
        return bool(_MINUTES.search(page.title + page.text[:_FIRST_WORDS]))
    return bool(_ONE_SITTING.search(page.name))


def tells_who_came(above: str, intro: str, text: str) -> bool:
    """Say whether the words over a block, or with which it begins, list those at a meeting."""
    return bool(_ATTENDANCE.search(f"{above} {intro} {text[:_LABELLED]}"))


def is_past(*told: str) -> bool:
    """Say whether the words over people tell that they were members once."""
    return any(map(_UNTIL.search, told))


def is_praise(above: str) -> bool:
    """Say whether headings introduce those who praise the body."""
    return bool(_PRAISE.search(above))


def sits(text: str) -> bool:
    """Say whether words seat somebody on the board."""
    return bool(_SITS.search(text))


def introduces(text: str) -> bool:
    """Say whether words end by announcing who is on the board."""
    return bool(_INTRODUCES.search(text))


def announces(page: Page) -> bool:
    """Say whether a page begins by saying that it is about who sits on the board."""
    return any(_ANNOUNCED.search(s) and state(s) == "now" for s in sentences(page.lead))


def fill_seats(roles: Iterable[str]) -> bool:
    """Say whether roles together are those of a board: its chair, its officers, its lay people."""
    told = [role for role in roles if not _OTHER_TEAM.search(role)]
    return sum(any(seat.search(role) for role in told) for seat in _SEATS) >= _FEWEST_SEATS


def is_seat(role: str) -> bool:
    """Say whether a role is one of those that a board is made of."""
    return any(seat.search(role) for seat in _SEATS)


def is_of_others(words: str) -> bool:
    """Say whether words speak of staff, committees, practices or patients, not of the board."""
    return bool(_NOT_BOARD.search(words))


def is_of_chair(page: Page, role: str) -> bool:
    """Say whether a page is the chair's own, as their message or column, and a role the chair's."""
    return bool(_CHAIR.search(role) and _OF_CHAIR.search(page.name)) and not _NOT_BOARD.search(
        page.name
    )


def group_of(page: Page, above: str) -> str:
    """Say what body of people the nearest headings and the page speak of: board or other."""
    nearest = [h for h in reversed(above.split(" / ")) if h]
    for words in (*nearest, page.name, page.title, *page.link_texts):
        team = _OTHER_TEAM.search(words) and not _BOARD_TEAM.search(words)
        if team or _NOT_BOARD.search(words):
            return "other"
        if _BOARD.search(words):
            return "board"
    if announces(page):
        return "board"
    address = page.url.replace("-", " ")
    if _BOARD.search(address.replace("/", " ")) and not _NOT_BOARD.search(address):
        return "board"
    ours = {"board", "person"} & set(page.kinds)
    return "board" if ours and not _NOT_BOARD.search(address) else "other"
