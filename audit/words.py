"""Patterns that match in linear time, and the sentences of a text."""

from bisect import bisect_right
from functools import cache, lru_cache
from typing import Any

import re2
from re2 import _NULL_SPAN, _Anchor, _Match, _Regexp

_MOST_MEMORY = 1 << 26  # bytes for a pattern's automaton
_ANYWHERE, _AT_START = _Anchor.UNANCHORED, _Anchor.ANCHOR_START


class Pattern(_Regexp):  # type: ignore[misc] # it has no types
    """A pattern of `re2` that is asked for its first match with less ado."""

    __slots__ = ()

    def search(self, text: str) -> Any:
        """Find the first match anywhere, or nothing."""
        return self._first(_ANYWHERE, text)

    def match(self, text: str) -> Any:
        """Find a match at the start, or nothing."""
        return self._first(_AT_START, text)

    def _first(self, anchor: Any, text: str) -> Any:
        raw = text.encode()
        spans = self._regexp.Match(anchor, raw, 0, len(raw))
        if spans[0] == _NULL_SPAN:
            return None
        if len(raw) != len(text):
            spans = [(_characters(raw, start), _characters(raw, end)) for start, end in spans]
        return _Match(self, text, 0, len(text), spans)


def _characters(raw: bytes, end: int) -> int:
    """Count the characters before a byte; -1, for a group that took no part, stays."""
    return len(raw[:end].decode()) if end > 0 else end


@cache
def pattern(source: str, *, cased: bool = False) -> Pattern:
    """Compile a pattern once, case ignored unless `cased`, in linear time whatever the text."""
    options = re2.Options()
    options.case_sensitive = cased
    options.max_mem = _MOST_MEMORY
    options.log_errors = False
    return Pattern(_either_apostrophe(source), options)


def any_of(*ideas: str) -> Pattern:
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
def _joined(patterns: tuple[str, ...]) -> Pattern:
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
