"""Say whose a standing group is: the body's own, a surgery's, a hospital's or somebody else's."""

from audit import owners
from audit.page import Block
from audit.site import Site
from audit.words import any_of, pattern

_THEIRS = any_of(
    r"(trust|hospital|council|university|charity)'s (own )?(web ?site|office|member\w*)",
    r"(trust|hospital|council|university|charity)'s (own )?volunteer\w*",
    r"national ([\w'-]+ ){0,5}(scheme|programme|campaign|network|register|study|charity|database)",
    r"(ring|call|contact|phone|ask) the (hospital|trust|charity)|leagues? of friends",
    r"members? of (the|your) (local )?(hospital|trust|foundation trust)|foundation trust",
    r"(its|their) (own )?(head )?(office|web ?site|volunteer\w*|membership)( \w+)?|"
    r"volunteer\w* (office|manager|team) there|on the (trust|hospital|charity)'s",
    r"(stand|vote|elected) (for|as|to)( an?| the)? (governors?|council of governors)",
)
_SURGERY = any_of(
    r"ask (at )?(your|the) (own )?(surgery|practice|gp|doctor)",
    r"(your|each|every|own|local|at your) (surgery|practice|gp practice|"
    r"gp surgery)('s)?( has| have| own)?",
    r"surgery'?s own|practice'?s own|practices? (belong|are members|in our area)",
    r"(most|many|some|all|several|our|these) (of (our|the) )?(surgeries|practices) (\w+ )?"
    r"(have|run|hold|keep|want|need) (an? |their )?(\w+ ){0,3}(groups?|panels?|forums?)",
    r"(to|at|with|through) (the|that|your|their) (own )?(surgery|practice) that (you|they|people)",
    r"(surgeries|practices|practice|surgery)\b[^.;]{0,40} (has|have|runs?) (its |"
    r"their )?(an? )?(own )?"
    r"(\w+ ){0,2}(group|panel|forum)|(to|ask) (the|your) practice manager",
    r"member practices|(made up|consists?) of .{0,30}practices|practice membership",
    r"foundation trust members|council of members",
    r"members of the (board|governing body|council|committee)|board member|elected members",
    r"membership of the (board|committee|council)",
    r"(practice|surgery) (at|with|by) which|(practice|surgery) (where|with whom) (you|they|that)",
    r"(apply|write|speak|go) to (the|your|their|that) (own )?(practice|surgery)",
)
_OTHERS_RUN = pattern(
    r"(\ba charity|\bthe charity|\btrust|hospitals?)\b[^.]{0,40} (has|have|wants?|needs?|"
    r"runs?|seeks?)"
    r"( \w+){0,3} (volunteers|visitors|befrienders|drivers)\b"
)
_PICKED_UP = any_of(
    r"(at|from|in|on|to) (your|any|the|every|each) (\w+ )?(surgery|practice|doctor's)"
    r"( \w+){0,2} (or|and|,)( \w+){0,3} (library|libraries|chemists?|pharmac(y|ies)|town hall|post "
    r"office)",
    r"(post ?cards?|cards?|forms?|slips?|leaflets?|box(es)?|posters?)( \w+){0,4} (at|from|in|on|to|"
    r"with) (your|any|the|every|each) (\w+ )?(surgery|practice|doctor's)",
    r"(leave|hand|drop|return|give)( [a-z]+){0,3} (at|in|to|with) (your|any|the|every|each) "
    r"(\w+ )?(surgery|practice|doctor's)",
)


def convener(site: Site, block: Block, sentence: str, section: str) -> str:
    """Name whose group a sentence calls on people to join, by the words near it."""
    near = f"{sentence} {block.head}"
    if _SURGERY.search(_PICKED_UP.sub("", block.text)):
        return "hospital"
    if _OTHERS_RUN.search(section):
        return "other"
    named = owners.another(site, near) or not site.mentions_self(near)
    if _THEIRS.search(near) and named:
        return "hospital"
    said = owners.stranger(site, near) or owners.by_words(site, near)
    if said == "hospital" and not owners.stranger(site, near):
        said = "own"
    if said in ("national", "council", "hospital") and not owners.says_we(section):
        return said
    return site.mentions_other(near) or "own"


def is_of_surgery(words: str) -> bool:
    """Say whether words speak of surgeries' own groups, or of surgeries as members."""
    return bool(_SURGERY.search(words))
