"""The dates that a text names, in British forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from audit.words import pattern

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "ionawr"),
            ("february", "feb", "chwefror"),
            ("march", "mar", "mawrth"),
            ("april", "apr", "ebrill"),
            ("may", "mai"),
            ("june", "jun", "mehefin"),
            ("july", "jul", "gorffennaf"),
            ("august", "aug", "awst"),
            ("september", "sept", "sep", "medi"),
            ("october", "oct", "hydref"),
            ("november", "nov", "tachwedd"),
            ("december", "dec", "rhagfyr"),
        ),
        start=1,
    )
    for name in names
}
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
_MONTH = f"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_YEAR = r"((?:19|20)\d\d)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_ANY_DAY = r"\d{1,2}(?:st|nd|rd|th)?"

_YEARS = pattern(rf"\b{_YEAR}\b")
_ISO = pattern(rf"\b{_YEAR}-(\d\d)-(\d\d)\b")
_GLUED = pattern(rf"\b(\d{{1,2}}){_MONTH}{_YEAR}\b")
_DAY_MONTH = pattern(rf"\b{_DAY}(?: of)?[\s-]+{_MONTH}\b\.?,?(?:[\s-]+{_YEAR}\b)?")
_MONTH_DAY = pattern(rf"\b{_MONTH}\.? {_DAY}\b(?:,? {_YEAR}\b)?")
_NUMERIC = pattern(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)?\d\d)\b")
_MONTH_ONLY = pattern(rf"\b{_MONTH}\.?,?[\s-]+{_YEAR}\b")
_SEASON = pattern(rf"\b({'|'.join(_SEASONS)})(?: issue| edition|,)?[\s,]+{_YEAR}(?:[/-](\d\d))?\b")
_DAY_LIST = pattern(
    rf"\b{_DAY}(?:,| and| &|\s*[-–to]+)\s*{_ANY_DAY} {_MONTH}\b(?: {_YEAR})?"  # 3, 4 and 5 May
)
_CLOSING = pattern(
    r"^,?\s*(?:to|and|until|till|or|&|[-–—,])\s*"  # what ties two dates
    rf"(?:[a-z]+day,? )?{_ANY_DAY} {_MONTH}\b[, ]*{_YEAR}\b"
)
_OF_A_YEAR = pattern(rf"^[^:;\n]{{0,60}}\b{_YEAR}\b[^\d:;\n]{{0,20}}[:–—]")
_RANGE = 60  # characters after a date within which the other end of its range stands
_CENTURY = 2000
_SHORT_YEAR = 2  # digits
_MOST_MONTHS = 12
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = pattern(
    r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?(?: the)? ?$"
)
_LONGEST_WEEKDAY = 16  # characters: "Wednesday, the "


@dataclass(frozen=True, kw_only=True)
class Day:
    """A date read from text; a month counts as its last day, a season as its last month's."""

    value: date
    start: int
    end: int
    exact: bool
    year_given: bool = True


_Reading = tuple[Any, date | None, bool]  # match, value, whether a year was given


_AMERICAN = pattern(
    r"\b[A-Z]{2},? \d{5}(-\d{4})?\b|(\(\d{3}\) ?|\b\d{3}[-.])\d{3}[-.]\d{4}\b", cased=True
)


def months_come_first(text: str) -> bool:
    """Say whether a page writes 05/31/2017, as Americans do, and nowhere 31/05/2017.

    Where its numbers do not tell, an American address or telephone number does.
    """
    days = [(int(m[1]), int(m[2])) for m in _NUMERIC.finditer(text)]
    odd = any(first <= _MOST_MONTHS < second for first, second in days)
    told = odd or (bool(days) and bool(_AMERICAN.search(text)))
    return told and all(first <= _MOST_MONTHS for first, _ in days)


def dates(text: str, *, today: date, context: str = "", months_first: bool = False) -> list[Day]:
    """Find the dates of a text in British forms, in reading order.

    A day and month without a year take the one year that `context` (headings, captions) names, or
    that stands before the colon of "Dates in 2024: 3 May", else the nearest to `today`. With
    `months_first`, 05/03/2017 is the third of May.
    """
    label = _OF_A_YEAR.match(text)
    years = [int(label[1])] if label else sorted({int(y) for y in _YEARS.findall(context)})
    found: list[Day] = []
    exactly = _exact_days(text, today, years, months_first=months_first)
    for readings, exact in ((exactly, True), (_months(text), False)):
        for match, value, year_given in readings:
            start, end = match.span()
            if value is not None and not any(d.start < end and start < d.end for d in found):
                found.append(
                    Day(value=value, start=start, end=end, exact=exact, year_given=year_given)
                )
    found.extend(_first_days(text, today, years))
    return sorted(found, key=lambda d: d.start)


def _exact_days(
    text: str, today: date, years: list[int], *, months_first: bool
) -> Iterator[_Reading]:
    for match in _ISO.finditer(text):
        yield match, _safe(int(match[1]), int(match[2]), int(match[3])), True
    for match in _GLUED.finditer(text):
        yield match, _safe(int(match[3]), _month(match[2]), int(match[1])), True
    for match in _DAY_MONTH.finditer(text):
        day, month = int(match[1]), _month(match[2])
        year = int(match[3]) if match[3] else _year_after(text[match.end() :][:_RANGE], month)
        if year is not None:
            yield match, _safe(year, month, day), True
        elif match[2] != "may":  # "the 5 may not"
            weekday = _weekday_before(text, match.start())
            yield match, _nearest(month, day, today, years, weekday), bool(years)
    for match in _MONTH_DAY.finditer(text):
        month, day = _month(match[1]), int(match[2])
        if match[3]:
            yield match, _safe(int(match[3]), month, day), True
        elif match[1].lower() not in ("may", "march"):  # "it may 10 times"
            weekday = _weekday_before(text, match.start())
            yield match, _nearest(month, day, today, years, weekday), bool(years)
    for match in _NUMERIC.finditer(text):
        year = int(match[3]) + (_CENTURY if len(match[3]) == _SHORT_YEAR else 0)
        day, month = int(match[1]), int(match[2])
        yield match, _safe(year, day, month) if months_first else _safe(year, month, day), True


def _months(text: str) -> Iterator[_Reading]:
    for match in _MONTH_ONLY.finditer(text):
        yield match, _month_end(int(match[2]), _month(match[1])), True
    for match in _SEASON.finditer(text):
        # A winter ends in the year after the one it is named by.
        year = int(match[2]) + (match[1].lower() == "winter")
        yield match, _month_end(year, _SEASONS[match[1].lower()]), True


def _first_days(text: str, today: date, years: list[int]) -> Iterator[Day]:
    """Give the first day of lists and ranges that name their month once: "3 and 4 May"."""
    for match in _DAY_LIST.finditer(text):
        month, day = _month(match[2]), int(match[1])
        given = bool(match[3])
        value = _safe(int(match[3]), month, day) if given else _nearest(month, day, today, years)
        if value is not None:
            start, end = match.span()
            yield Day(value=value, start=start, end=end, exact=True, year_given=given)


def _month(name: str) -> int:
    return _MONTHS[name.lower()]


def _year_after(rest: str, month: int) -> int | None:
    """Give the year of the date that closes a range or list: "4 September to 27 November 2023"."""
    following = _CLOSING.match(rest)
    if following is None:
        return None
    year = int(following[2])
    return year - 1 if month > _month(following[1]) else year


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _weekday_before(text: str, start: int) -> int | None:
    """Give the day of the week that is written just before a day, 0 for Monday."""
    named = _WEEKDAY.search(text[max(0, start - _LONGEST_WEEKDAY) : start])
    return _WEEKDAYS.index(named[1].lower()[:3]) if named else None


def _nearest(
    month: int, day: int, today: date, years: list[int], weekday: int | None = None
) -> date | None:
    """Give the day of the years named, else of those about today, that fell on its weekday."""
    near = years or [today.year - 1, today.year, today.year + 1]
    options = [found for year in near if (found := _safe(year, month, day)) is not None]
    fitting = [found for found in options if found.weekday() == weekday]
    return min(fitting or options, key=lambda found: abs((found - today).days), default=None)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
