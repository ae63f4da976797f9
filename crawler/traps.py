"""Traps: endless series of generated pages, recognised by their addresses."""

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

_DEEPEST = 12
_VARIANTS = 40
_SERIES = 6
_DATED = re.compile(r"(?:19|20)\d\d[-/]?(?:[01]?\d)(?:[-/]?[0-3]?\d)?(?=/|$|-|&|=)")
_CALENDAR = re.compile(
    r"calendar|eventsby(?:day|week|month|year)|/(?:day|week|month|year)(?:view)?/|"
    r"monthview|weekview|dayview|tribe-bar-date|/agenda/\d{4}",
    re.IGNORECASE,
)
_STEPS = re.compile(r"^(?:date|month|year|week|day|d|m|y|start_?date|from|to|dt)$", re.IGNORECASE)
_OPAQUE = re.compile(r"^(?=.*\d)(?=.*[a-f])[0-9a-f-]{6,}$|^\d{5,}$|^(?=(?:.*\d){2})[0-9a-z]{12,}$")


class Traps:
    """What has been seen of one body's addresses; says when another is one too many."""

    def __init__(self) -> None:
        self._series: Counter[str] = Counter()
        self._variants: Counter[str] = Counter()

    def catches(self, url: str) -> bool:
        """Say whether an address new to the crawl belongs to an endless series."""
        parts = urlsplit(url)
        segments = [s for s in parts.path.split("/") if s]
        if len(segments) > _DEEPEST or _repeats(segments) or _opaque(segments):
            return True
        if parts.query and self._facets(parts.path, parts.query):
            return True
        if _CALENDAR.search(url) and (_DATED.search(url) or _stepped(parts.query) or segments[1:]):
            series = re.sub(r"\d+", "0", "/".join(segments[:2]))
            self._series[series] += 1
            return self._series[series] > _SERIES
        return False

    def _facets(self, path: str, query: str) -> bool:
        pairs = parse_qsl(query, keep_blank_values=True)
        names = Counter(k for k, _ in pairs)
        if len(pairs) > 5 or any(n > 2 for n in names.values()):  # noqa: PLR2004
            return True
        self._variants[path] += 1
        return self._variants[path] > _VARIANTS


def _repeats(segments: list[str]) -> bool:
    """Find a segment that occurs three times, or a run that follows upon itself."""
    if any(n > 2 for n in Counter(segments).values()):  # noqa: PLR2004
        return True
    for size in range(2, len(segments) // 2 + 1):
        for start in range(len(segments) - 2 * size + 1):
            if segments[start : start + size] == segments[start + size : start + 2 * size]:
                return True
    return False


def _opaque(segments: list[str]) -> bool:
    """Find generated names beneath generated names: /trap/9f86d0/4b2277/."""
    run = 0
    for segment in segments:
        run = run + 1 if _OPAQUE.match(segment.lower()) else 0
        if run > 1:
            return True
    return False


def _stepped(query: str) -> bool:
    return any(_STEPS.match(k) for k, _ in parse_qsl(query, keep_blank_values=True))
