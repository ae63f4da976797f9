"""Say whether words, headings and pages speak of the body's own board or of other people."""

from audit.page import Page
from audit.words import any_of, pattern

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
    r"surger(y|ies)|press|charity|our partners|suppliers?",
    r"(programme|project|medicines|admin\w*|communications|complaints|safeguarding) (team|"
    r"leads?|office)",
)
_OTHER_TEAM = pattern(r"\b(our|the) [a-z]+ (team|department|office|staff)\b")
_BOARD_TEAM = pattern(r"\b(executive|leadership|senior|management|board|directors)\b")


def group_of(page: Page, above: str) -> str:
    """Say what body of people the nearest headings and the page speak of: board or other."""
    nearest = [h for h in reversed(above.split(" / ")) if h]
    for words in (*nearest, page.name, page.title, *page.link_texts):
        team = _OTHER_TEAM.search(words) and not _BOARD_TEAM.search(words)
        if team or _NOT_BOARD.search(words):
            return "other"
        if _BOARD.search(words):
            return "board"
    address = page.url.replace("-", " ")
    if _BOARD.search(address.replace("/", " ")):
        return "board"
    ours = {"board", "person"} & set(page.kinds)
    return "board" if ours and not _NOT_BOARD.search(address) else "other"
