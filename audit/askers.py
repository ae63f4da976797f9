"""Say whose a survey or consultation is, by the words near it."""

from audit import owners
from audit.site import Site
from audit.words import any_of, pattern

_NOT_OURS = any_of(
    r"(national |annual )?(gp|nhs|inpatient|staff) (patient )?survey|gp patient survey",
    r"friends and family|nhs england'?s?|national survey|national consultation",
    r"(county|district|borough) council'?s? [^.]{0,30}(survey|consultation|plan|budget)",
    r"(government|department)[^.]{0,30}(survey|consultation)|website (survey|satisfaction)",
    r"(this|our|about the|about our) web ?site",
    r"page rating|cookie|healthwatch'?s?|staff survey",
    r"(trust|hospital|university|charity|society|association)( \w+){0,3} (has|runs|is running) "
    r"an? ([a-z]+ )?(survey|consultation)|on the (trust|hospital|charity|council)'s (web ?)?site",
)
_COUNCIL_ASKS = any_of(r"council (is|are) (now )?(asking|consulting|seeking|inviting|gathering)")
_OF_SITE = any_of(
    r"web ?site (survey|satisfaction|feedback)",
    r"(survey|questionnaire|feedback|think|comments?) (about|of) (this|our|the) (new )?web ?site",
    r"how (is|was|do you (find|like|use)) (this|our) (new )?web ?site",
)
_OUR_EXERCISE = pattern(
    r"\b(our|we are|we want|we'd)\b[^.]{0,40}\b(survey|consult\w*|asking|draft|plan)"
)


def asker(site: Site, near: str) -> str:
    """Name whose a survey or consultation is by the words near it; of one on the site, other."""
    if _OF_SITE.search(near):
        return "other"
    if _NOT_OURS.search(near) and not _OUR_EXERCISE.search(near):
        return "other"
    if _COUNCIL_ASKS.search(near) and "council" not in site.body.name.lower():
        return "council"
    if owners.names_another_commissioner(site, near) and not owners.says_we(near):
        return "other"
    said = owners.by_words(site, near)
    if said in ("national", "council", "other") and not owners.says_we(near):
        return said
    return site.mentions_other(near) or "own"


def is_of_others(words: str) -> bool:
    """Say whether words speak of a national or another's survey, or of one about the site."""
    return bool(_NOT_OURS.search(words) or _OF_SITE.search(words))
