"""The words and hosts of newsletters, and whose newsletter words speak of."""

from audit import owners
from audit.model import Fact
from audit.site import Site
from audit.words import any_of, pattern

NEWSLETTER = any_of(
    r"(e-?)?news-?letters?|(e-?)?bulletins?|magazine",
    r"(news|email|e-?mail|monthly|weekly|quarterly|health) digest|digest|e-?news|newssheet",
    r"news sheet|newspaper|gazette|stakeholder (update|briefing|bulletin)s?|"
    r"(public|partners?|residents'?|community|monthly|weekly|quarterly) briefings?|"
    r"(our|the) (free )?(news)?paper for (residents|local people|everyone|the)|round-?up",
    r"back (issues|numbers|copies)|(past|old|previous|earlier|all) (issues|editions|numbers) of",
    r"cylchlythyr|(e-?)?zine|free ?sheet|(health|town|village|community) sheet|"
    r"(news|e-?mail|weekly|fortnightly|monthly|quarterly|seasonal|"
    r"residents'?|neighbourhood|community|patients'?|people's|town|village) (letter|paper)",
    r"(our|monthly|quarterly|regular|weekly|fortnightly) (email|e-?mail) (update|"
    r"briefing)s?",
)
SIGNUP_HOSTS = pattern(
    r"(list-manage\.com/(subscribe|profile)?|eepurl\.com|"
    r"mailchi\.mp/[^/]+/(sign|subscribe)|"
    r"govdelivery\.com/accounts/[^/]+/(subscriber|subscribers)|"
    r"subscriber(help)?\.govdelivery|createsend\d*\.com/.*(subscribe|t/)|"
    r"dotdigital.*subscribe|confirmsubscription|newzapp|sendinblue|sibforms|/subscribe|"
    r"/newsletter-sign|sign-?up)"
)
NOT_PUBLIC = pattern(
    r"\b((for|to) (our |all |the |member |local |\w+teen |ten |twelve |twenty |\d+ )*(gp |member )?"
    r"(practices|surgeries|gps|staff|colleagues|employees|clinicians|governors)( only)?\b|"
    r"(managers|owners|heads?|teachers?) (of|at|in) (\w+ ){0,2}(homes?|surgeries|practices|"
    r"schools)\b|"
    r"practices only|on (the|our) payroll|"
    r"(who works?|working|employed) (here|for us|in our|at the (ccg|icb|council))|"
    r"(for|to) ([\w,]+ ){1,6}(in|at|of) (our|the) ([\w-]+ ){0,2}(surgeries|practices)|"
    r"(outside|beyond) (the|our) (surgeries|practices|organisation)|"
    r"staff (newsletter|bulletin|magazine|news)|gp (bulletin|newsletter|only)|"
    r"(for|to) (all |our |local )*(prescribers|pharmacists|nurses|health ?care professionals|"
    r"professionals)\b|(prescrib(ing|ers'?)|prescribers|medicines (management|optimi[sz]ation)|"
    r"formulary|gp|clinical|pharmacy|primary care) (e-?)?(bulletin|newsletter)|members'? portal|"
    r"(jobs?|vacanc(y|ies)|recruitment|planning|weather) (e-?)?(bulletin|newsletter)s?|"
    r"primary care bulletin|intranet|internal (newsletter|bulletin)|"
    r"practice (bulletin|newsletter|managers)|"
    r"(newsletter|bulletin) for (gps?|practices|practice|staff|member|clinicians|"
    r"providers|employers)|in confidence)"
)
ABOUT_WORDS = any_of(
    r"policy|strategy|guidelines?|glossary|toolkit|handbook|protocol|style guide|template",
    r"(bulletin|notice|message) ?boards?|communications? (and|&)|standing orders",
    r"means|definition|channels? (such as|including|like)",
)
_OTHERS = any_of(
    r"nhs england|england's|healthwatch|county council|district council|borough council",
    r"town council|council's|the trust's|hospital's|department|neighbouring|neighbour's|"
    r"partner'?s'?",
    r"voluntary|charity|parish|cvs|other organisations?",
)
_SUCCESSOR = pattern(
    r"\b(new|next|successor) (ccg|icb|board|body|organisation|authority|partnership)'s\b|"
    r"\bsuccessor's\b|\bits successor\b"
)
_MAKES = pattern(
    r"^(.{3,80}?) (?:also )?(?:publish|write|send|produce|issue|put|bring|print|make|"
    r"edit|run|ha)s?(?:es)?\b[^.;:]{0,60}?\b(?:newsletters?|magazines?|(?:e-?)?bulletins?|digest)\b"
)
_MADE_BY = pattern(
    r"((?:[\w’-]+ ){0,4}[\w’-]+['’]s?) (?:[\w-]+ ){0,2}"
    r"(?:newsletters?|magazines?|(?:e-?)?bulletins?)\b"
)
_ELSES = any_of(
    r"(parish|village|church|school|diocesan|their) (magazine|news-?letter|(e-?)?bulletin)",
)
_ALONG_WITH = pattern(
    r"\b(with|in|inside|alongside|by way of) (the|a|each|every) (parish|village|church|school) \w+"
)
_READERS = pattern(
    r"\b(newsletter|bulletin|digest|magazine|round-?up) for [^.;:]{0,80}|"
    r"\b(written|meant|intended|aimed|sent|goes|designed) (out )?(for|at|to) [^.;:]{0,120}"
)
_US_TOO = any_of(r"this (ccg|icb|board|council|partnership|commission)|the (ccg|icb)")
_OURS = pattern(
    r"\bour ([\w-]+ ){0,3}(newsletters?|magazines?|(e-?)?bulletins?|digest)\b|"
    r"\bwe ([\w-]+ ){0,3}(publish|write|send|produce|issue|put|bring|print|make)\b"
)
NUMBERED = pattern(
    r"\b(issue|edition|volume|vol\.?|no\.?|number) ?\d|"
    r"\b(latest|current|this|newest|most recent) (issue|edition)\b"
)


def whose(site: Site, words: str) -> str:
    """Name whose newsletter some words speak of; `own` unless they give it to others by name."""
    words = _READERS.sub(" ", words)
    said = owners.by_words(site, words)
    if said not in ("hospital", "council", "other", "supplier"):
        return said
    ours = owners.says_we(words) or _US_TOO.search(words)
    return said if _OTHERS.search(words) and not ours else "own"


def theirs(site: Site, said: list[str], kept: list[Fact]) -> str:
    """Name who makes the newsletter that some sentences, or all its issues, give to another."""
    told = (_maker(site, sentence) for sentence in said if NEWSLETTER.search(sentence))
    makers = [maker for maker in told if maker]
    if not makers and not any(map(owners.says_we, said)):
        makers = [fact.owner for fact in kept]
    return makers[0] if makers and "own" not in makers else ""


def _maker(site: Site, sentence: str) -> str:
    """Name the organisation that a sentence says makes a newsletter, or nothing."""
    found = (made[1] for made in (_MAKES.search(sentence), _MADE_BY.search(sentence)) if made)
    if _SUCCESSOR.search(sentence) and not owners.says_we(sentence):
        return "other"
    if _ELSES.search(_ALONG_WITH.sub(" ", sentence)) and "parish" not in site.body.name.lower():
        return "other"
    for subject in found:
        said = "own" if owners.says_we(subject) else owners.by_words(site, subject)
        if said != "own":
            return said
    return "own" if _OURS.search(sentence) else ""
