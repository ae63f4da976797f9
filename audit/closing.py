"""Tell on what day a survey or consultation closes, and whether it has."""

from datetime import date

from audit.dates import dates
from audit.page import Block
from audit.words import any_of, pattern, sentences

_CLOSES = any_of(
    r"clos(e|es|ing|ed)|ends?|ended|ending|until|last day|ends on|you have until|deadline",
    r"open(s|ed)? (from|until|till|to|for)|by|before|runs?|ran|no later than|up to|till",
    r"closing date|from|between|reply|respond|responses|complete|views by|in by|midnight",
    r"last (date|day)|final (date|day)|finish\w*|shuts?|due|stop|tan|erbyn",
)
_RANGE = pattern(
    r"(\bto|\buntil|\btill|\band|–|—|-) *"
    r"(midnight |noon |[0-9.:]+ ?[ap]m |the |on |[a-z]+day,? )*$"
)
_PERIOD_OF = any_of(
    r"plans?|strateg\w+|reports?|accounts|budgets?|years?|programme|agendas?|minutes|meetings?",
    r"holidays?|clinics?|vaccin\w+|office|contracts?|term|members?|services?|events?|statistics",
    r"exhibitions?|courses?|festival|shows?|campaign|season|works|closure",
)
_HAS_CLOSED = any_of(r"has (now )?closed|is (now )?closed|closed (on|at)")
_BEFORE_DATE = 45  # characters before a date in which "closes" and its like stand


def has_ended(block: Block, today: date) -> bool:
    """Say whether a block tells that an exercise has closed, or gives a last day that is past."""
    found = closing_day(block, today)
    return bool((found and found[0] < today) or _HAS_CLOSED.search(block.text))


def closing_day(block: Block, today: date) -> tuple[date, str] | None:
    """Give the day on which an exercise closes, with the sentence that says so."""
    context = " ".join(block.headings)
    column = _CLOSES.search(block.column)
    for sentence in sentences(block.text):
        found = list(dates(sentence, today=today, context=context))
        closing = [
            day.value
            for at, day in enumerate(found)
            if column
            or _CLOSES.search(sentence[max(0, day.start - _BEFORE_DATE) : day.start])
            or (at and found[0].value <= today and _is_range(sentence, day.start))
        ]
        if closing:
            return max(closing), sentence
    return None


def _is_range(sentence: str, end: int) -> bool:
    """Say whether a date ends a span of days that is not a plan's or a report's."""
    return bool(_RANGE.search(sentence[:end])) and not _PERIOD_OF.search(sentence)
