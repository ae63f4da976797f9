"""Tell personal names and roles from other words, and part a name from its role."""

from functools import lru_cache

from audit.words import any_of, pattern

_TITLE = (
    r"(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|Cyng|"
    r"Cynghorydd|Rev|Revd|Reverend|Canon|Sister|Brigadier|Colonel|Major|Captain)\.?"
)
_PART = r"(?:(?:Mc|Mac|O'|D'|De|Di|Le|La|St\.? )?\p{Lu}[\p{L}'’]+(?:-\p{Lu}?[\p{L}'’]+)*)"
_LINK = r"(?:van|von|de|der|den|da|dos|del|la|le|bin|ibn|al|ap|ab|ferch|ter|y)"
_INITIAL = r"\p{Lu}\.?"
_LETTERS = r"(?:\s+(?:OBE|MBE|CBE|QC|KC|DL|JP|FRCGP|CB|KBE))*"
_TITLED = (
    rf"(?:{_TITLE}\s+)+(?:{_INITIAL}\s*){{0,3}}(?:{_PART}\s+){{0,3}}"  # Dr A B Anne
    rf"(?:{_LINK}\s+){{0,2}}{_PART}"
)
_PLAIN = rf"{_PART}(?:\s+(?:{_INITIAL}|{_PART}|{_LINK})){{0,3}}\s+(?:{_LINK}\s+)?{_PART}"
_ANY_NAME = rf"(?:{_TITLED}|{_PLAIN}){_LETTERS}"
_INITIALLED = rf"(?:\p{{Lu}}\.\s*){{1,3}}(?:{_LINK}\s+)?{_PART}{_LETTERS}"  # J. R. Smith
_WHOLE_NAME = rf"(?:{_ANY_NAME}|{_INITIALLED})"
_SURNAME_FIRST = pattern(rf"^{_PART}, {_TITLE} {_PART}(?: {_PART})?$", cased=True)
_TITLES = pattern(rf"^(?:{_TITLE}\s+)+", cased=True)
_NAME = pattern(rf"^{_WHOLE_NAME}$", cased=True)
_NAMES = pattern(_ANY_NAME, cased=True)
_NAME_FIRST = pattern(rf"^({_WHOLE_NAME})\s*(?:[,–—:|/\n-]|\(|\bis\b|\s-\s)\s*(..+)$", cased=True)
_NAME_LAST = pattern(rf"^(.+?)\s*(?:[,–—:|\n]|\s-\s|:\s)\s*({_WHOLE_NAME})\s*[.)]?$", cased=True)
_ROLE = any_of(
    r"(vice|deputy|clinical|acting|interim|lay|independent|joint|co|"
    r"convening)?[- ]?chair(man|woman|person)?",
    r"accountable officer|chief [a-z]+( [a-z]+)?( officer)?|chief executive",
    r"managing director|lay (member|adviser|advisor|representative|partner)",
    r"non[- ]?executive",
    r"(associate |executive |deputy |clinical |medical |finance |nursing |managing |"
    r"programme |strategy )?director",
    r"director of [a-z ]+|registered nurse|(chief|board|governing body|lead) nurse",
    r"secondary care|gp( lead| member| partner| representative| director| clinical lead)?",
    r"general practitioner",
    r"(locality|clinical|cluster|place|practice|primary care) (lead|chair|director|"
    r"manager|member|representative)",
    r"practice manager|partner member|place member|member(ed)? (for|of|\()|board member",
    r"governing body member|councillor|leader( of)?|deputy leader|mayor|clerk|treasurer",
    r"secretary|trustee|governor|cabinet member|portfolio|representative|representing",
    r"nominated by|observer|participant|designate|healthwatch|medical director|consultant",
    r"public health|cadeirydd|is-gadeirydd|cynghorydd|clerc|aelod|member|executive|officer",
    r"chairs|chief exec|president|patron|adviser|advisor|nurse|"
    r"doctor|lead|partner|ward|manager|founder|owner",
)
_NOT_A_NAME = any_of(
    r"name|names|seat|title|position|role|nhs|ccg|icb|board|body|governing|member(s|ship)?",
    r"health|wellbeing|group|council|committee|trust|care|services?|street|road|house|hall",
    r"centre|hospital|infirmary|surgery|practice|clinical|commissioning|public|patients?",
    r"team|tîm|bwrdd|gwasanaeth|office|officer|chair|chief|director|executive|lay|nurse|doctor|meeting|minutes",
    r"way|avenue|crescent|terrace|mews|quay|wharf|terms?|ends|expires",
    r"agenda|papers|report|policy|strategy|plan|annual|general|register|interests|freedom",
    r"information|contact|email|telephone|website|page|home|news|about|more|read|our|the",
    r"your|you|we|us|and|for|with|from|this|that|what|how|who|when|where|skip|click",
    r"download|view|print|search|menu|privacy|cookies?|accessibility|copyright|january",
    r"northern|southern|eastern|western|isles?|islands?|february|march|april|june|july|august|september|october|november|december|monday",
    r"tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|north",
    r"south|east|west|london|england|wales|united|kingdom|integrated|partnership|local",
    r"authority|county|city|borough|district|town|parish|university|college|school|lead",
    r"locality|secondary|primary|registered|non|vacant|vacancy|independent|deputy|vice",
    r"interim|finance|medical|nursing|voluntary|sector|social|mental|community|engagement",
    r"involvement|communications|quality|governance|audit|remuneration|strategic",
    r"performance|operations|corporate|twitter|facebook|youtube|linkedin|instagram",
    r"healthwatch|people|join|get|have|say|all|no|to|in|of|on|a|an|is|are|representative",
    r"practitioner|consultant|specialist|accountable|financial|transformation|safeguarding",
    r"children|adults|older|young|pharmacy|dental|urgent|emergency|winter|flu|covid",
    r"privacy|terms|conditions|first|second|third|new|old|next|last|dear|best|regards",
    r"yours|sincerely|thank|thanks|welcome|hello|software|ltd|limited|inc|company|llp|plc",
    r"senior|democratic|ward|mayor|clerk|diary|headquarters|global|media|sales|developers?|design|studio",
    r"solutions|products|marketing|accounts?|receivable|agenc(y|ies)|applications?|apply|asked",
    r"associat(es|ions?)|box|business|calendar|careers|check|checkout|civic|clients?|commercial",
    r"commissions?|committees|companies|corporation|customers?|delivery|departments?|directions",
    r"director(y|ies)|divisions?|documents?|driving|education|enforcement|enterprises?|estate",
    r"events?|experts?|fact|featured|fisheries|foods?|forms?|frequently|funds?|gallery|help|hi",
    r"human|industr(y|ies)|insurance|international|investors?|links|loans?|management|map",
    r"mutual|national|online|overview|photos?|planning|police|portal|portfolio|presentations?",
    r"programm?e?s?|propert(y|ies)|questions?|quotes?|rates|repairs?|request|research|resources",
    r"reviews?|schedules?|security|sheets?|shipping|sign|sites?|skills|standing|stores?|submit",
    r"support|systems?|technology|testimonials|training|transport|upcoming|usa|videos?|water|web",
    r"editor|pleas|library|careers?|therap(y|ist)|banner|headshot|responsibilities|markets?|partner",
    r"theat(re|er)|lecture|plants?|processing|roll call|law enforcement|branch",
    r"posts?|holders?|phones?|fax|mobile|address(es)?|partners|carers|family|direct|network|shop|unite|tables?",
    r"talks?|walks|clubs?|circles?|caf[eé]s?|sessions?|lines?|mornings?|evenings?|exchange",
    r"acts?|slavery|alumni|relations|affairs|admissions|baseball|family|brands",
)
_ALSO_NAMES = any_of(
    r"april|best|english|hall|house|june|march|north|page|south|street|summer|west|winter|young",
)
_WITH_NAME = pattern(rf"^{_ANY_NAME}\s*\(", cased=True)
_INITIALS = pattern(r"\b\p{Lu}\.", cased=True)  # else "A." would read as an article
_OWNED = pattern(r"'s\b")
_ITEM = pattern(r"^(\p{Lu}|\d{1,2})[.)]\s", cased=True)  # "B. Report of the chair"
_DIALLED = pattern(r"[\s,|:–-]*\(?\d[\d\s().-]{6,}$")
_NO_ROLE = pattern(
    r"^(((the|our|an?) )?(school|department|office|division|college|faculty|institute|centre) of|"
    r"for|call|click|please|visit|contact|to)\b"
)
_FIRM = pattern(
    r"^\s*is (an?|the) [^.]*\b(firm|company|charity|organi[sz]ation|agency|supplier|shop)\b"
)
_POSTCODE = pattern(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", cased=True)
_QUOTES = '"“‘'
_ELECTED = pattern(r"^(Cllr|Councillor|Cyng|Cynghorydd)\b", cased=True)
_PORTFOLIO = 60  # characters of what a councillor answers for
MOST_ROLE = 160
_PARTING = frozenset(",–—:|-\n")
_LENGTHS = range(5, 60)
_LONGEST = 220
_MOST_NAME_WORDS = 5
_MOST_WORDS = 13
_KEPT = 1024  # texts, which several finders ask about in turn


@lru_cache(maxsize=_KEPT)
def is_name(text: str) -> bool:
    """Say whether a text is a person's name and nothing else."""
    text = text.strip(" ,.:;*")
    if not text[:1].isupper():
        return False
    if _SURNAME_FIRST.match(text):
        text = " ".join(reversed(text.split(", ")))
    if len(text) not in _LENGTHS or "\n" in text or not _NAME.match(text):
        return False
    bare = str(_TITLES.sub("", text))
    titled = bare != text
    bare = str(_INITIALS.sub("", bare))
    if titled:  # after a title, a word that also is a name is one
        bare = str(_ALSO_NAMES.sub("", bare))
    return not _NOT_A_NAME.search(bare) and not _OWNED.search(text)


@lru_cache(maxsize=_KEPT)
def names_in(text: str) -> tuple[str, ...]:
    """Find the personal names within a text."""
    found = (_within(m.group(0)) for m in _NAMES.finditer(_POSTCODE.sub(" ", text)))
    return tuple(name for name in found if name)


def _within(text: str) -> str:
    """Give the name in a run of capitals without the words around it: "Matt Moss Phone"."""
    words = text.split()
    while len(words) > 1 and _NOT_A_NAME.search(words[-1]):
        words.pop()
    while len(words) > 1 and _NOT_A_NAME.search(words[0]):
        words.pop(0)
    name = " ".join(words)
    return name if is_name(name) else ""


@lru_cache(maxsize=_KEPT)
def is_role(text: str) -> bool:
    """Say whether a text speaks of a role and is no sentence about one."""
    if not 1 < len(text) <= MOST_ROLE or text.endswith("?") or text[0] in _QUOTES:
        return False
    if not _ROLE.search(text) or _ITEM.match(text) or _NO_ROLE.match(text):
        return False
    return not (_WITH_NAME.match(text) and is_name(text.partition("(")[0]))


@lru_cache(maxsize=_KEPT)
def split(text: str) -> tuple[str, str] | None:
    """Split "Name, Role", "Role: Name" or "Name (Role)" into name and role, if it is one."""
    text = text.strip()
    if len(text) > _LONGEST or not text:
        return None
    match = _NAME_FIRST.match(text) if text[0].isupper() else None
    past = match and (match[2].startswith("was ") or _FIRM.match(text[len(match[1]) :]))
    if match and not past and is_name(match[1]) and is_role(match[2].strip(" )")):
        return match[1].strip(), _plain_role(match[2].strip(" )\n"))
    if match and _ELECTED.match(match[1]) and is_name(match[1]) and len(match[2]) < _PORTFOLIO:
        return match[1].strip(), f"Councillor, {match[2].strip(' )')}"
    match = None if _PARTING.isdisjoint(text) else _NAME_LAST.match(text)
    if match and is_name(match[2]) and len(match[1].split()) < _MOST_WORDS and is_role(match[1]):
        return match[2].strip(), match[1].strip(" :")
    return _run_together(text)


def _plain_role(role: str) -> str:
    """Leave out the telephone number that a role ends with."""
    return str(_DIALLED.sub("", role)) or role


def _run_together(text: str) -> tuple[str, str] | None:
    """Split "Ann Example Chief Nurse", as the columns of a PDF come out."""
    words = text.split()
    if len(words) > _MOST_WORDS:
        return None
    for count in range(min(_MOST_NAME_WORDS, len(words) - 1), 1, -1):
        name, role = " ".join(words[:count]), " ".join(words[count:])
        found = _ROLE.search(role)
        if found and found.start() == 0 and is_name(name):
            return name.strip(" ,.:;*"), _plain_role(role)
    return None


def is_only_role(text: str) -> bool:
    """Say whether a text tells a role and begins with nobody's name."""
    if not is_role(text) or is_name(text.partition("\n")[0]):
        return False
    named = split(text)
    return named is None or not text.startswith(named[0])
