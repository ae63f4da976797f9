"""Patterns that match in linear time, and the sentences of a text."""

from bisect import bisect_right
from functools import cache, lru_cache

import re2

_MOST_MEMORY = 1 << 26  # bytes for a pattern's automaton


@cache
def pattern(source: str, *, cased: bool = False) -> re2._Regexp:
    """Compile a pattern once, case ignored unless `cased`, in linear time whatever the text."""
    options = re2.Options()
    options.case_sensitive = cased
    options.max_mem = _MOST_MEMORY
    options.log_errors = False
    return re2.compile(_either_apostrophe(source), options)


def any_of(*ideas: str) -> re2._Regexp:
    """Compile a pattern that is any of some whole words or phrases, case ignored."""
    return pattern(rf"\b(?:{'|'.join(ideas)})\b")


def _either_apostrophe(source: str) -> str:
    """Let a straight apostrophe in a pattern stand for a curly one too."""
    if "'" not in source:
        return source
    parts, inside = [], False
    for at, mark in enumerate(source):
        escaped = at > 0 and source[at - 1] == "\\"
        if mark == "[" and not escaped and not inside:
            inside = True
        elif mark == "]" and not escaped and inside:
            inside = False
        parts.append("['’]" if mark == "'" and not inside else mark)
    return "".join(parts)


_BREAK = pattern(r"([.!?][\"'”’)]*)\s+([A-Z\"'“‘(0-9])", cased=True)
_ABBREVIATED = pattern(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Cllr|Rev|Sr|No|Tel|Ext|etc|e\.g|i\.e|vs|approx|[A-Z])\.)$",
    cased=True,
)


def hit(patterns: tuple[str, ...], text: str) -> bool:
    """Say whether any of some patterns is in a text."""
    return bool(patterns and _joined(patterns).search(text))


@cache
def _joined(patterns: tuple[str, ...]) -> re2._Regexp:
    return pattern("|".join(f"(?:{source})" for source in patterns))


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[str, ...]:
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
    return tuple(found)


@lru_cache(maxsize=512)
def _starts(text: str) -> tuple[int, ...]:
    """Where each sentence of a text begins."""
    found, end = [], 0
    for sentence in sentences(text):
        at = max(end, text.find(sentence, end))
        found.append(at)
        end = at + len(sentence)
    return tuple(found)


def sentence_at(text: str, place: int) -> tuple[int | None, int]:
    """Give the number of the sentence that holds a place (or ends there), and where it begins.

    Without such a sentence the number is None and the last beginning is given.
    """
    said, starts = sentences(text), _starts(text)
    number = bisect_right(starts, place) - 1
    if number >= 0 and place <= starts[number] + len(said[number]):
        return number, starts[number]
    return None, starts[-1] if starts else 0


def sentence_with(text: str, words: str) -> str:
    """Give the first sentence of a text that holds some words; nothing when none does."""
    return next((s for s in sentences(text) if words in s), "") if words else ""
