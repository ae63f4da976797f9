"""Say who made a film: the body itself, or others by its words, its title or its account."""

from audit import owners
from audit.page import Link, Page
from audit.site import Site
from audit.words import any_of, pattern

_SOMEBODYS = pattern(
    r"(\p{Lu}\w+ )+\p{Lu}\w+'s ([a-z]+ ){0,2}(video|film|channel|animation)|"
    r"\b(video|film|animation) (about \w+ )?(by|from|of) (the )?(\p{Lu}\w+ ?){2,}|^NHS: |"
    r"\b\p{Lu}[\w'’]+ (UK|Society|Foundation|Association|Alliance|Charity|Fund|Trust)\b",
    cased=True,
)
_FROM_OTHERS = any_of(
    r"campaign|charity|made by|produced by|film by|film from|from the|by the|courtesy",
    r"national|partner",
)
_MADE_ELSEWHERE = any_of(
    r"(tourist (board|office)|university|college|broadcaster|bbc|itv|museum|society|federation|"
    r"charity|association|club|school|fund|police|fire service|twin town|newspaper|station) "
    r"([\w'’-]+ ){0,3}(has|have|put|made|produced|released|show(s|ed)?|went|visited|filmed|"
    r"explain(s|ed)?|asked|followed)",
    r"(pupils|students|schoolchildren|scouts|cadets)( (at|from|of)( [\w'’-]+){1,4})? "
    r"((has|have) )?(made|filmed|shot|produced|put together|created)",
    r"(someone|somebody|(an?|one of (the|our)|two) ([\w'’-]+ ){0,2}(residents?|walkers?|visitors?|"
    r"readers?|viewers?|neighbours?|locals?|film-?makers?|enthusiasts?|cyclists?|ramblers?|fans?)) "
    r"([\w'’-]+ ){0,2}(flew|filmed|made|put|shot|took|posted|uploaded|recorded)",
    r"(the|an?|this|these|good|useful|excellent) nhs (film|video|animation|clip)s?",
    r"(has|have) (put|made|filmed|posted|shared|released|produced) (its|their)",
    r"(films?|videos?|animations?|clips?) about (its|their) (\w+ ){0,2}(fair|town|work|service)s?",
    r"(on|from|see) their (own )?(channel|page|site|website|account)",
)
_ACCOUNT = pattern(r"youtube\.com/(?:@|user/|c/)([^/?#]+)")
_MAKERS = (
    pattern(
        r"(?:^|[.;:] )((?:[Tt]he |[Oo]ur |[Aa]n? )?(?:[\p{L}\d'’&-]+ ){1,7}?)(?:who |which )?"
        r"(?:(?:has|have|had) (?:just |also |now )?)?"
        r"(?:made|makes|produced|filmed|released|shot|put (?:together|out)|launched|created|"
        r"publish(?:ed|es)|recorded|drawn|issued|commissioned|posted|brought out)\b[^.;]{0,60}?"
        r"\b(?:films?|videos?|animations?|clips?|cartoons?|documentary|shorts?)\b",
        cased=True,
    ),
    pattern(
        r"\b(?:films?|videos?|animations?|clips?|cartoons?|documentary|shorts?)\b[^.;]{0,60}? "
        r"(?:made|produced|filmed|created|shot|drawn|recorded|put together|published|released|"
        r"issued|shared)( for \w+)? by ((?:[\p{L}\d'’&-]+ ?){1,7})",
        cased=True,
    ),
)
_ACTIVE = pattern(
    r"(?:^|[.;:!?] |\b(?:where|which|that|and|but|as) )"
    r"((?:(?:[Tt]he |[Aa]n? )?\p{Lu}[\p{L}\d'’&-]*,? (?:(?:for|of|and|in|the|to) )*)+)"
    r"(?:(?:has|have|had) (?:just |also |now )?)?"
    r"(?:made|makes?|produce[sd]?|filmed|releases?d?|shot|put (?:together|out)|launche[sd]|"
    r"created?|publishe[sd]|recorded|issued|posted|brought out|has|have|offers?|tells?|explains?|"
    r"shows?)\b[^.;]{0,60}?\b(?:films?|videos?|animations?|clips?|cartoons?|documentary)\b",
    cased=True,
)
_PERSON = pattern(
    r"^((Dr|Prof|Mrs?|Ms|Cllr|Sir|Dame) )?\p{Lu}\p{Ll}+ \p{Lu}[\p{Ll}'’-]+$", cased=True
)
_NOT_PERSON = any_of(
    r"uk|trust|care|life|support|aid|concern|fund|health|charity|research|relief|action|council",
    r"university|college|society|media|foundation|heart|cancer|fire|rescue|police|ambulance",
)
_TITLED_BY = pattern(
    r"^(\p{Lu}[\w'’-]+ )+(Hospitals?|Infirmary|Trust|Council|University|College|School)\s*[:–—|-] ",
    cased=True,
)
_OF_OURS = pattern(
    r"\b(from|by|of) (Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Cllr|Sir|Dame)\.? \p{Lu}[\w'’-]+"
    r"( \p{Lu}[\w'’-]+)?|"
    r"\b(from|of|by) (the |our )?([\w-]+ )?(meetings?|[Bb]oard|[Gg]overning [Bb]ody|AGM|"
    r"session)\b|\bby the (end|time|close|start|middle|following|next|same|day)\b",
    cased=True,
)
_MADE_BY = pattern(
    r"\b(made|produced|filmed|created|shot|drawn) (by|for) (?:the )?[A-Z]|"
    r"[A-Z][\w'’]+ (has |have )?(made|produced|filmed|put together) (this|the|an?|these) |"
    r"\b(film|video|animation|clip|cartoon|explainer) (by|from) (our friends at )?(the )?[A-Z]"
)
_TOPIC = any_of(
    r"flu|jabs?|vaccin\w+|inhalers?|asthma|copd|diabetes|cancer|screening|pharmac(y|ies|ists?)|"
    r"antibiotics?|breathing|mindfulness|sleep(ing)?|(back|chest|joint) pain|coughs?|colds?|"
    r"menopause|dementia|stroke|sepsis|cpr|defibrillators?|choking|hand ?washing|washing (your )?"
    r"hands|headaches?|anxiety|depression|feeling (low|ill|down|anxious)|self[- ]care|pregnan\w+|"
    r"(having a|your|new) bab(y|ies)|breastfe\w+|birth|falls|smoking|alcohol|exercises?|eczema|"
    r"contraception|blood pressure|bowel|cervical|blood test|111|a ?& ?e|urgent care|opening "
    r"(hours|times)|boxing day|bank holidays?|bins?|recycl\w+|compost\w*|potholes?|how to \w+",
    r"health checks?|appointments?|scans?|x-?rays?|operations?|learning disabilit\w+|bsl",
    r"hospitals?",
)
_SOCIETY = any_of(
    r"tourism|partnership|society|museum|school|college|university|trust|club|festival|carnival",
    r"association|federation|charity|foundation|chamber|rotary|theatre|radio|healthwatch",
)
_OF_US = any_of(
    r"we|our|us|ccg|icb|icp|council|commission(ers?|ing)|governing body|the board|chair|chief \w+",
    r"accountable officer|lay members?|leader|mayor|councillors?|cllr|clerk|director|dr",
    r"teams?|staff",
)
_COUNCIL = any_of(r"(county|city|borough|district|metropolitan) council")
_BY_COUNCIL = pattern(
    rf"{_COUNCIL.pattern} (has |have )?(just |also )?(made|makes|produced|released|put|filmed)\b"
)
_HOSPITAL = pattern(r"\b(Royal|General|Infirmary|Memorial|Hospital)$", cased=True)
_NATIONAL = any_of(r"(national|campaign) (campaign|film|video|advert)|campaign film")


def maker(site: Site, page: Page, index: int, link: Link, sentence: str) -> str:
    """Say whose film it is: the body's, unless its words give it to somebody else.

    `index` is the block it is linked from, `sentence` the words it is linked in.
    """
    words = _OF_OURS.sub(" ", f"{sentence} {link.title}")
    said = owners.by_words(site, words)
    somebodys = bool(_SOMEBODYS.search(words))
    told = _told(site, link, sentence, words) or _by_subject(site, page, words)
    if told:
        return told
    if said in ("hospital", "supplier") and owners.says_we(words):
        said = "own"
    if said not in ("own", "supplier"):
        named = site.mentions_self(f"{link.title} {link.text}") and not somebodys
        return "own" if named and said not in ("hospital", "council") else said
    if site.mentions_self(f"{link.title} {link.text}") and not somebodys:
        return "own"
    if somebodys and not site.mentions_self(words):
        return "other"
    if _FROM_OTHERS.search(f"{words} {page.blocks[index].head}") and not owners.says_we(words):
        return "other"
    return _owner_beside(site, page, index) if link.kind == "embed" else "own"


def _told(site: Site, link: Link, sentence: str, words: str) -> str:
    """Name who made a film when its title or its account tells, whatever it says of "us"."""
    titled = (_TITLED_BY.search(title) for title in (link.title, link.text, sentence))
    theirs = _BY_COUNCIL.search(words) and not owners.says_we(words)
    if theirs and not _COUNCIL.search(site.body.name):
        return "council"
    if _MADE_ELSEWHERE.search(words) or any(t[2] not in site.body.name for t in titled if t):
        return "other"
    account = _ACCOUNT.search(link.href)
    holder = owners.of_handle(site, account[1], words) if account else ""
    return holder if holder == "national" else ""


def _by_subject(site: Site, page: Page, words: str) -> str:
    """Name another organisation that is the subject of "X has made a film"."""
    made = _ACTIVE.search(words)
    if not made or owners.says_we(words):
        return ""
    subject = made[1].strip()
    if _HOSPITAL.search(subject):
        return "hospital"
    if site.mentions_self(words) and not _is_named_after(site, subject):
        return ""
    several = sum(w[:1].isupper() for w in subject.removeprefix("The ").split()) > 1
    named = several or subject.lower().startswith("the ")
    ours = _OF_US.search(words) or {"video", "home"} & set(page.kinds)
    person = ours and _PERSON.match(subject) and not _NOT_PERSON.search(subject)
    return "other" if named and not person and not _OF_US.search(subject) else ""


def _is_named_after(site: Site, subject: str) -> bool:
    """Say whether a name is that of a society or firm of the body's place, not the body's own."""
    society = _SOCIETY.search(subject)
    return society is not None and society.group(0).lower() not in site.body.name.lower()


def is_on_a_topic(site: Site, page: Page, index: int, words: str) -> bool:
    """Say whether a film is about an illness, a service or a chore, with no word of the body."""
    near = page.blocks[max(0, index - 1) : index + 2]
    beside = " ".join((words, page.name, *(b.text for b in near if b.place == "main")))
    if not _TOPIC.search(f"{words} {page.name}") or "home" in page.kinds:
        return False
    return not (_OF_US.search(beside) or site.mentions_self(beside) or "video" in page.kinds)


def _owner_beside(site: Site, page: Page, index: int) -> str:
    """Say whose a player is by the words before and after it."""
    near = page.blocks[max(0, index - 2) : index + 3]
    beside = " ".join(b.text for b in near if b.place == "main")
    said = "national" if _NATIONAL.search(beside) else owners.by_words(site, beside)
    before = page.blocks[index - 1].text if index else ""
    told = owners.by_words(site, before) != "own" and not _OF_US.search(before)
    made = _MADE_BY.search(beside) and not owners.says_we(beside)
    return said if said == "national" or made or told else "own"
