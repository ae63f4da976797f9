"""Read when an issue came out: short months, years over a list, the masthead of a page."""

from datetime import date

from audit.dates import Day, dates
from audit.mailings import NUMBERED
from audit.page import Block, Page
from audit.words import any_of, pattern, sentences

EDITION = any_of(
    r"inside( this| our)? (issue|edition|number)|inside[^:.]{0,20}: \w+",
    r"in this (month's |week's |quarter's |season's |first |special )?(issue|edition|number|(e-?)?"
    r"news-?letter|(e-?)?bulletin|magazine|digest)",
    r"view (this|it|the) (e-?mail |newsletter |message )?in (your|a) (web )?browser",
    r"welcome to (the|our|this|another|your) ((latest|new|first|next|\w+) )?(issue|edition)",
)
_MONTH = (
    r"(January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_MONTHS = pattern(rf"\b({_MONTH}|Spring|Summer|Autumn|Winter)\b", cased=True)
_BRIEF = pattern(rf"^{_MONTH}\.?[ -]['’]?(\d\d)$", cased=True)
_DIGITS = frozenset("0123456789")
_YEAR = pattern(r"\b(20\d\d)\b")
_YEARS = pattern(r"\b20\d\d ?[-–/] ?\d\d")
_FILED = pattern(
    r"\b(uploaded|added|updated|amended|modified|reviewed|next|due|deadline)\b"
    r"[^.;|]{0,40}"
)
_CENTURY = 100
_LONGEST_YEAR = 40
_LONGEST_LINE = 80
_FIRST_BLOCKS = 8
_FIRST_LINES = 4


def days_of(text: str, today: date, year: str = "") -> list[Day]:
    """Find the dates with a year that some words give an issue; `year` is what stands over them.

    When a file was uploaded or a page was changed is no date of an issue.
    """
    plain = _FILED.sub(" ", text.replace("_", " ")).strip()
    brief = _BRIEF.match(plain)
    if brief and int(brief[2]) <= today.year % _CENTURY:
        plain = f"{brief[1]} {today.year // _CENTURY}{brief[2]}"
    found = [
        day
        for day in dates(plain, today=today)
        if day.year_given and not (day.exact and day.value > today)
    ]
    months = [m[0] for m in _MONTHS.finditer(plain)] if year and not found else []
    return dates(f"{months[-1]} {year}", today=today) if months else found


def year_over(block: Block, last: str) -> str:
    """Give the one year that a heading or a short line names for what follows it."""
    for text in (block.text if len(block.text) < _LONGEST_YEAR else "", block.head):
        if _DIGITS.isdisjoint(text):
            continue
        named = set(_YEAR.findall(text))
        if len(named) == 1 and not _YEARS.search(text) and not _MONTHS.search(text):
            return str(named.pop())
    return last


def own_days(page: Page, today: date) -> list[Day]:
    """Find the date of the issue that a page itself is, in its name or its first lines."""
    named = days_of(page.name, today)
    if named or not is_issue(page):
        return named
    lines = (b.text for b in page.main[:_FIRST_BLOCKS] if not b.links)
    begun = (next(iter(sentences(text)), "") for text in lines)
    short = [text for text in begun if len(text) < _LONGEST_LINE][:_FIRST_LINES]
    return next(filter(None, (days_of(text, today) for text in short)), [])


def is_issue(page: Page) -> bool:
    """Say whether a page reads as one issue: it numbers itself, or says what is in it."""
    first = [b for b in page.main[:_FIRST_BLOCKS] if b.text]
    lines = (b.text for b in first if len(b.text) < _LONGEST_LINE and not b.links)
    return any(EDITION.search(b.text) for b in first) or any(NUMBERED.search(t) for t in lines)
