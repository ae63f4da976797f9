"""Say whether a body has closed, by what its own home page says of it.

Its successor's home page tells of the same end in nearly the same words: what counts is who is said
to have ended, and whether that is the body by its whole name or by "this organisation".
"""

from collections.abc import Iterable

from audit.states import state
from audit.words import any_of, pattern, sentences
from crawler.register import Body

_ENDED = pattern(
    r"\b(was|were|has been|have been|is|are|had been)( \w+ly| now| all| both)* "
    r"(dissolved|abolished|disestablished|wound up|closed down|disbanded)\b|"
    r"\bceased to exist\b|\bno longer exists?\b|\bcame to an end\b|\bhas (now )?closed\b|"
    r"\bclosed (down )?(on|at|at the end of|in)\b[^.]{0,30}\b20\d\d\b|"
    r"\b(was|were|has|have|is|are)? ?(now )?(merged (with|into|to form)|became part of|"
    r"(been )?(replaced|succeeded) by)\b|\ba closed organisation\b"
)
_FROZEN = pattern(
    r"\b(this (whole |entire )?(web ?)?site|these pages)\b[^.]{0,60}\b(no longer (being )?"
    r"(updated|maintained)|will not be (updated|changed|added to)|is not (being )?"
    r"(updated|kept up)|kept (only )?(for (reference|the record)|as (it (was|stood)|a record)))\b"
)
_WITHDRAWN = pattern(
    r"\b(this|these|the following) (old |archived? )?(web ?)?(pages?|section|content|information|"
    r"item|article|publication)\b[^.]{0,40}\b((is|are|was|were|has been|have been)( now| being)? "
    r"(archived|withdrawn|superseded)|(is|are) (an? )?(archived?|historic(al)?)\b|"
    r"no longer (being )?(updated|maintained|current|in force)|not (being )?(updated|maintained)|"
    r"kept (here )?(only )?(for (the record|reference|historical)|as a record))\b|"
    r"^(archived|withdrawn)( (page|content|information))?[.:!]|"
    r"^(archived|withdrawn) (page|content|information)\b|"
    r"\byou are (looking at|viewing|reading) (an? )?(archived?|old|withdrawn)\b"
)
_ITSELF = any_of(
    r"(this|the|our) (ccg|clinical commissioning group|commissioning group|group|organisation|body|"
    r"public body|board|council|partnership|trust)",
    r"we",
)
_KINDS = (
    pattern(r"\b(ccgs?|clinical commissioning groups?)\b"),
    pattern(r"\b(icbs?|integrated care boards?)\b"),
    pattern(r"\b(pcts?|primary care trusts?)\b"),
    pattern(r"\bcouncils?\b"),
)
_MOST_SENTENCES = 80
_LONGEST_NOTICE = 400


def closed_words(body: Body, tokens: frozenset[str], texts: Iterable[str]) -> str:
    """Give the words of a home page that say the body itself has closed, or nothing."""
    said = [s for text in texts for s in sentences(text)][:_MOST_SENTENCES]
    for sentence in said:
        match = _ENDED.search(sentence)
        if match and state(sentence) != "planned":
            before, after = sentence[: match.start()], sentence[match.end() :]
            if _is_itself(body, tokens, before) and not _is_named(body, tokens, after):
                return sentence
    return next((s for s in said if _FROZEN.search(s)), "")


def is_withdrawn(texts: Iterable[str]) -> bool:
    """Say whether a page's texts hold a notice that the page itself is kept as a record only."""
    return any(_WITHDRAWN.search(text[:_LONGEST_NOTICE]) for text in texts)


def _is_itself(body: Body, tokens: frozenset[str], subject: str) -> bool:
    """Say whether the words before a verb mean the body: its whole name, or "this organisation"."""
    low = subject.lower()
    if any(token in low for token in tokens):
        return _is_named(body, tokens, subject)
    return bool(_ITSELF.search(subject))


def _is_named(body: Body, tokens: frozenset[str], text: str) -> bool:
    """Say whether a text holds the body's whole name, and not that of another kind of body."""
    low = text.lower()
    if not all(token in low for token in tokens):
        return False
    named = [kind for kind in _KINDS if kind.search(text)]
    return not named or any(kind.search(f"{body.name} {body.kind}") for kind in named)
