"""Sentences, what they hold to be so, and the dates they name.

A keyword is not a state: "we do not stream", "the form has closed" and "we hope to publish" all hold
the words of a thing that is not there.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import re2

_BREAK = re2.compile(r"([.!?][\"'”’)]*)\s+([A-Z\"'“‘(0-9])")
_ABBREVIATED = re2.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Cllr|Rev|Sr|No|Tel|Ext|etc|e\.g|i\.e|vs|approx|[A-Z])\.)$")
_DENIED = re2.compile(
    r"(?i)\b(do(es)? not|don['’]t|doesn['’]t|did not|cannot|can['’]t|can not|could not|will not|won['’]t|are not|is not|isn['’]t|aren['’]t|"
    r"was not|were not|has not|have not|haven['’]t|hasn['’]t|(is|are|has|have|had|with|give|gives|hold|offer|publish|keep|run) no|there (is|are|were|was) (currently |now |at present |presently )?(no|none|nothing)|"
    r"no (longer|one|such|current|open|public|separate|register|recording|further)\b|never|neither|nor|nobody|none (of|is|are|at)|not (shown|streamed|recorded|broadcast|available|possible|offered|open|accepted|able|permitted|allowed|taken|kept|published|held|yet|currently|part|a|the|an|ours|normally|to)|"
    r"unable to|without (an?|any)|nothing|rather than|instead of|forbidden|prohibited|refused|may not|must not|should not)\b"
)
_ENDED = re2.compile(
    r"(?i)\b(no longer|(is|are|has|have|was|were|now|had|been|being|since|and|which|that|it|this)( all| both| now| been| also| since| then)* (closed|ended|ceased|stopped|expired|withdrawn|dissolved|abolished|deleted|discontinued|cancelled|merged|disbanded|retired|lapsed|suspended|finished|removed)|"
    r"(closed|ended|ceased|finished|stopped) (on|in|at|to)\b|wound (up|down)|switched off|taken down|stood down|came to an end|"
    r"until (its|the|our|their) (dissolution|closure|merger|abolition)|former(ly)?|used to|previously|ended with|given up|vacated|until (that|the last|its last|our last|their last)\b|(were|was) (taken|heard|answered|streamed|held|shown|welcome|open|offered)\b[^.;]{0,40}\b(until|up to|till)|stopped [a-z]+ing|ceased [a-z]+ing|stepped down|final (issue|edition|bulletin|meeting)|last (ever )?(issue|edition) (was|came)|"
    r"destroyed|wiped|erased|archived for|historic(al)? only|deadline (has )?passed|not been (updated|replaced)|closing date has|too late to)\b"
)
_PLANNED = re2.compile(
    r"(?i)\b(will be (added|published|available|launched|set up|recruited|uploaded|shared|posted|put|announced|listed|shown|provided|developed|opening|opened|created|able|introduced|made available|placed|reported|displayed)|"
    r"(plan(s|ned|ning)?|hop(e|es|ed|ing)|intend(s|ed|ing)?|aim(s|ed|ing)?|want(s)?|expect(s|ed)?|look(s|ing)?|propos(e|es|ed|ing)|working|about|due|try|trying|consider(s|ed|ing)?) (to|for|on) (start|launch|set|publish|stream|record|show|broadcast|put|develop|introduce|create|recruit|open|report|produce|begin|offer|make|have|run|share|let|hold|add|trial|become|bring|join|film)|"
    r"(is|are|being|was|were) (planned|proposed|under discussion|being considered|due to (open|start|begin|launch))|coming soon|in due course|watch this space|not yet|under (construction|development)|in development|being (developed|prepared|written|planned|set up|drawn up)|"
    r"to (follow|be (confirmed|announced|added|published|recruited|decided))|later this year|opens? (in|on|from|next|this|later)|(we|and|it) will (then |also |soon |shortly |shortly also )?(publish|launch|start|report|set up|begin|add|open|upload|announce|recruit|let (people|everyone|you) know|(share|put|let|tell|say|show|post|list) (them|it|these|this|the|what|how|our|people|everyone|here))|"
    r"(we|it|they) (would|may|might|could) (like to|consider)|next (year|spring|summer|autumn|winter)|looking into|exploring|from (next|january|april|the new))\b"
)
_HARMLESS = re2.compile(
    r"(?i)\b((there is |there's |with )?no need( to)?|without (an? )?(appointment|booking|charge|payment|cost|a mouse)|(has|have) nobody( yet| at present)?|need not|(do(es)? not|don['’]t|doesn['’]t) (have|need|mind|matter)( to)?|not only|no (experience|charge|cost|obligation|qualifications?|cost|appointment|matter|booking|fee|jargon|special)\b|"
    r"(do not|don['’]t) (worry|hesitate|forget|miss|want to miss)|can['’]t (make it|come|get|be there|wait|travel|attend)|cannot (make it|come|get|be there|travel|attend|use)|if (you|they|it|people|anyone|that) [^.,;:]{0,60}\b(not|n['’]t|cannot)\b[^.,;:]{0,40}|whether or not|not sure|(is|are) not satisfied|not (happy|satisfied)|no more than|not-for-profit|what is (on and what is )?closed)"
)
_TO_BE_ADDED = re2.compile(r"(?i)\b(to|and|or) be (added|put|included|sent|considered|told|kept)( to| on| in)?\b[^.]{0,30}\b(list|newsletter|bulletin|it|copy)?")
_PROMISED = re2.compile(r"(?i)\b(on request|by request|upon request|please ask|must ask|ask to see|if you (ask|would like to see)|can be (requested|asked for)|contact us (for|to request))\b")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr", "february feb chwefror", "march mar mawrth", "april apr ebrill", "may mai",
            "june jun mehefin", "july jul gorffennaf", "august aug awst", "september sept sep medi",
            "october oct hydref", "november nov tachwedd", "december dec rhagfyr",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_DAY_MONTH = re2.compile(rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[\s-]+({_MONTH})\b\.?,?(?:[\s-]+((?:19|20)\d\d)\b)?")
_GLUED = re2.compile(rf"(?i)\b(\d{{1,2}})({_MONTH})((?:19|20)\d\d)\b")
_MONTH_DAY = re2.compile(rf"(?i)\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b")
_NUMERIC = re2.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)?\d\d)\b")
_ISO = re2.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_MONTH_ONLY = re2.compile(rf"(?i)\b({_MONTH})\.?,?[\s-]+((?:19|20)\d\d)\b")
_SEASON = re2.compile(r"(?i)\b(spring|summer|autumn|winter)(?: issue| edition|,)?[\s,]+((?:19|20)\d\d)(?:[/-](\d\d))?\b")
_DAY_LIST = re2.compile(rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?(?:,| and| &|\s*[-–to]+)\s*\d{{1,2}}(?:st|nd|rd|th)? ({_MONTH})\b(?: ((?:19|20)\d\d))?")
_CLOSING = re2.compile(rf"(?i)^,?\s*(?:to|and|until|till|or|&|[-–—,])\s*(?:[a-z]+day,? )?\d{{1,2}}(?:st|nd|rd|th)? ({_MONTH})\b[, ]*((?:19|20)\d\d)\b")
_YEAR = re2.compile(r"\b((?:19|20)\d\d)\b")


@cache
def pattern(source: str, *, cased: bool = False) -> "re2._Regexp":
    """Compile a pattern once, case ignored unless `cased`, in linear time whatever the text."""
    options = re2.Options()
    options.case_sensitive = cased
    options.max_mem = 1 << 26
    options.log_errors = False
    return re2.compile(_either_apostrophe(source), options)


def _either_apostrophe(source: str) -> str:
    """Let a straight apostrophe in a pattern stand for a curly one too."""
    parts, inside = [], False
    for at, mark in enumerate(source):
        escaped = at > 0 and source[at - 1] == "\\"
        if mark == "[" and not escaped and not inside:
            inside = True
        elif mark == "]" and not escaped and inside:
            inside = False
        parts.append("['’]" if mark == "'" and not inside else mark)
    return "".join(parts)


def hit(patterns: tuple[str, ...], text: str) -> bool:
    """Say whether any of some patterns is in a text."""
    return any(pattern(p).search(text) for p in patterns)


def sentences(text: str) -> list[str]:
    """Split a block's text into sentences; a line break ends one."""
    found = []
    for line in text.split("\n"):
        start = 0
        for match in _BREAK.finditer(line):
            end = match.end(1)
            if line[match.start(1)] == "." and _ABBREVIATED.search(line[start:end]):
                continue
            found.append(line[start:end].strip())
            start = match.start(2)
        rest = line[start:].strip()
        if rest:
            found.append(rest)
    return found


def state(sentence: str) -> str:
    """Tell what a sentence holds to be so: now, denied, ended or planned."""
    sentence = _HARMLESS.sub(" ", sentence)
    sentence = _TO_BE_ADDED.sub(" ", sentence)
    if _ENDED.search(sentence):
        return "ended"
    if _DENIED.search(sentence):
        return "denied"
    if _PLANNED.search(sentence):
        return "planned"
    return "now"


def on_request(sentence: str) -> bool:
    """Say whether something is only offered to those who ask for it."""
    return bool(_PROMISED.search(sentence))


@dataclass(frozen=True, kw_only=True)
class Day:
    """A date read from text; a month counts as its last day, a season as its last month's."""

    value: date
    start: int
    end: int
    exact: bool
    year_given: bool = True


_RANGE = 60


def _year_after(rest: str, month: int) -> int | None:
    """The year of the date that closes a range or list: "4 September to 27 November 2023"."""
    following = _CLOSING.match(rest)
    if following is None:
        return None
    year = int(following[2])
    return year - 1 if month > _MONTHS[following[1].lower()] else year


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _nearest(month: int, day: int, today: date, years: list[int]) -> date | None:
    options = []
    for year in years or [today.year - 1, today.year, today.year + 1]:
        try:
            options.append(date(year, month, day))
        except ValueError:
            continue
    return min(options, key=lambda d: abs((d - today).days), default=None)


def dates(text: str, *, today: date, context: str = "") -> list[Day]:
    """Find the dates of a text in British forms, in reading order.

    A day and month without a year take the one year that `context` (headings, captions) names, else
    the nearest to `today`.
    """
    years = sorted({int(y) for y in _YEAR.findall(context)})
    found: list[Day] = []

    def add(match: "re2._Match", value: date | None, *, exact: bool, year_given: bool = True) -> None:
        if value is not None and not any(d.start < match.end() and match.start() < d.end for d in found):
            found.append(Day(value=value, start=match.start(), end=match.end(), exact=exact, year_given=year_given))

    for match in _ISO.finditer(text):
        add(match, _safe(int(match[1]), int(match[2]), int(match[3])), exact=True)
    for match in _GLUED.finditer(text):
        add(match, _safe(int(match[3]), _MONTHS[match[2].lower()], int(match[1])), exact=True)
    for match in _DAY_MONTH.finditer(text):
        month = _MONTHS[match[2].lower()]
        if match[3]:
            add(match, _safe(int(match[3]), month, int(match[1])), exact=True)
        elif (range_year := _year_after(text[match.end() : match.end() + _RANGE], month)) is not None:
            add(match, _safe(range_year, month, int(match[1])), exact=True)
        elif match[2] != "may":
            add(match, _nearest(month, int(match[1]), today, years), exact=True, year_given=bool(years))
    for match in _MONTH_DAY.finditer(text):
        add(match, _safe(int(match[3]), _MONTHS[match[1].lower()], int(match[2])), exact=True)
    for match in _NUMERIC.finditer(text):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        add(match, _safe(year, int(match[2]), int(match[1])), exact=True)
    for match in _MONTH_ONLY.finditer(text):
        add(match, _month_end(int(match[2]), _MONTHS[match[1].lower()]), exact=False)
    for match in _SEASON.finditer(text):
        year = int(match[2])
        season = match[1].lower()
        if season == "winter" and match[3]:
            year += 1
        add(match, _month_end(year + (season == "winter" and not match[3]), _SEASONS[season]), exact=False)
    for match in _DAY_LIST.finditer(text):
        month = _MONTHS[match[2].lower()]
        year = int(match[3]) if match[3] else None
        day = _safe(year, month, int(match[1])) if year else _nearest(month, int(match[1]), today, years)
        found.append(Day(value=day, start=match.start(), end=match.end(), exact=True, year_given=bool(year))) if day else None
    return sorted(found, key=lambda d: d.start)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
