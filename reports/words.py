"""Numbers, shares and dates as a British newspaper writes them, each rule in one place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class Band:
    """A share in words: `word` opens a sentence, `heading` a list of predicates.

    `ask_lead` opens a list of questions, for criteria that have no predicate of their own;
    `heading_of_one` serves where a single site was judged.
    """

    at_least: float
    word: str
    heading: str
    ask_lead: str
    heading_of_one: str = "The site was found to…"


BANDS: tuple[Band, ...] = (
    Band(
        at_least=1.0,
        word="All",
        heading="All of them…",
        ask_lead="For all of them, the answer is yes to:",
    ),
    Band(
        at_least=0.85,
        word="Nearly all",
        heading="Nearly all of them…",
        ask_lead="For nearly all, the answer is yes to:",
    ),
    Band(
        at_least=0.6,
        word="Most",
        heading="Most of them…",
        ask_lead="For most, the answer is yes to:",
    ),
    Band(
        at_least=0.4,
        word="About half",
        heading="About half of them…",
        ask_lead="For about half, the answer is yes to:",
    ),
    Band(
        at_least=0.2,
        word="Some",
        heading="Some of them…",
        ask_lead="For some, the answer is yes to:",
    ),
    Band(
        at_least=1e-9,
        word="Few",
        heading="Few of them…",
        ask_lead="For few, the answer is yes to:",
    ),
    Band(
        at_least=0.0,
        word="None",
        heading="None of them was found to…",
        ask_lead="On no site did we find a yes to:",
        heading_of_one="The site was not found to…",
    ),
)
"""The one table that ties a share to a word; a share takes the first row it reaches."""


_PAIR = 2


def band(met: int, of: int) -> Band:
    """Say which row of BANDS `met` out of `of` (more than none) belongs to."""
    return next(row for row in BANDS if met / of >= row.at_least)


def heading(row: Band, judged: int) -> str:
    """Head a list of predicates; one site and two read otherwise than many."""
    if judged == 1:
        return row.heading_of_one
    half = row.word == "About half"
    return "One of the two was found to…" if half and judged == _PAIR else row.heading


def share_word(met: int, of: int) -> str:
    """Put a share into a word: "All", "Most", "Half" when it is exactly that, "None"."""
    return "Half" if met * 2 == of else band(met, of).word


_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(n: float, places: int = 0) -> str:
    """Write a number in figures, with commas: "1,234"; a whole number loses its decimals."""
    text = f"{n:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def small(n: int) -> str:
    """Write nought to ten in words and the rest in figures, as running text does."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else number(n)


_PLURALS = {
    "body": "bodies",
    "is": "are",
    "was": "were",
    "has": "have",
    "this": "these",
    "address": "addresses",
}


def plural(n: float, word: str) -> str:
    """Give the word its form for `n`: two make "bodies" of "body"."""
    return word if n == 1 else _PLURALS.get(word, f"{word}s")


def count(n: int, word: str) -> str:
    """Count things in running text: "one body", "no pages", "12 bodies"."""
    return f"{small(n)} {plural(n, word)}"


def listed(items: Sequence[str]) -> str:
    """Join with commas and a last "and": "Ash, Birch and Cob"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def upper_first(text: str) -> str:
    """Capitalise the first letter and nothing else."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Put the first letter in lower case unless the word is an acronym ("FOI", "PALS")."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def british_date(value: str | date) -> str:
    """Write a date, or the day of an ISO 8601 time, as "6 August 2013"; other text stays."""
    if isinstance(value, date):
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    try:
        return british_date(datetime.fromisoformat(value).date())
    except ValueError:
        return value


def ordinal(n: int) -> str:
    """Write a place in a table: "1st", "12th", "23rd"."""
    tail = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{tail}"


_THEY = re.compile(
    r"(?:do|does) (?:it|they|the (?:site|website|body|council|board)) (?!also |ever )(.+)\?",
    re.IGNORECASE,
)
_THERE = re.compile(r"is there (an? .+)\?", re.IGNORECASE)


def predicate(ask: str, says: str) -> str:
    """Say what a body does, to follow "they"; empty when only the question itself reads well.

    `says` wins. Failing that "Does the site name its board?" becomes "name their board" and
    "Is there a disclosure log?" "have a disclosure log"; any other question is left alone.
    """
    if says.strip():
        return says.strip().rstrip(".")
    ask = " ".join(ask.split())
    if match := _THEY.fullmatch(ask):
        return re.sub(r"\bits\b", "their", match[1])
    if match := _THERE.fullmatch(ask):
        return f"have {match[1]}"
    return ""


def infinitive(says: str) -> str:
    """Give a predicate the form that follows "found to": "be on two networks", not "are"."""
    return re.sub(r"^are\b", "be", says)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """How a sentence opens: a word, the figure beside it, and what links them to a predicate.

    The word is empty where the figure is the subject itself ("All 11").
    """

    word: str
    shown: str
    link: str


def tally(met: int, of: int, judged: int, *, applies: bool = True) -> str:
    """Count as "8 of 10"; say so where `of` is fewer than the sites that were `judged`.

    `applies` is false where the rest fall away because the question does not apply to them.
    """
    if of >= judged:
        return f"{number(met)} of {number(of)}"
    rest = "we could judge" if applies else "it applies to"
    if met == of > 1:
        return f"all {number(of)} {rest}"
    return f"{number(met)} of {'the ' if of > 1 else ''}{number(of)} {rest}"


def subject(met: int, of: int, judged: int) -> Subject:
    """Open a sentence about `met` sites of `of` (at least one), for a predicate to follow.

    The predicate is in its base form ("name the people on their board"), so that one site and
    none "was found to" do a thing: what we did not see may still be there.
    """
    pair, only = of == _PAIR, "" if of >= judged else " we could judge"
    if of == 1:
        link = "was found to" if met else "was not found to"
        shown = "The site" if judged == 1 else "The only site we could judge"
        return Subject(word="", shown=shown, link=link)
    if met == of:
        return Subject(word="", shown=("Both" if pair else f"All {small(of)}") + only, link="")
    if met > 1:
        return Subject(word=share_word(met, of), shown=tally(met, of, judged), link="")
    them = ("of the two" if pair else f"of the {small(of)}") + only
    shown = (
        f"{'One' if pair else 'Only one'} {them}"
        if met
        else (f"{'Neither' if pair else 'None'} {them}")
    )
    return Subject(word="", shown=shown, link="was found to")
