"""What kind of page a link promises and a page is, by the patterns of checklists/page-kinds.yml.

The crawler orders its work and the auditor chooses where to look by the same file.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

import re2
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from crawler.data import read_yaml
from crawler.errors import CrawlError

_FILE = "page-kinds.yml"
_UNPROMISING = 30.0
_DULL = 40.0  # the most that a link of only dull kinds rates
_IN_MENU = 3.0
_DULL_KINDS = frozenset(("service", "legal"))
_LINK_TEXT = 200
_MOST_MEMORY = 1 << 26  # bytes for a pattern's automaton
_SEPARATORS = re.compile(r"[/._+-]+|%20")
_HEADINGS = 12
_FIRST = 1200  # characters of a page's own text
_NEAREST = 12  # words at the end of a path


class Examples(BaseModel):
    """Link texts and addresses (beginning with a slash) that are, and are not, of a kind."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    is_: tuple[str, ...] = Field(alias="is")
    not_: tuple[str, ...] = Field(alias="not")


class Kind(BaseModel):
    """One kind of page; see the head of page-kinds.yml for its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: str
    title: str
    priority: int = Field(ge=0, le=100)
    words: tuple[str, ...]
    address: tuple[str, ...]
    not_: tuple[str, ...] = Field(default=(), alias="not")
    content: tuple[str, ...] = ()
    examples: Examples

    def in_words(self, text: str) -> bool:
        """Say whether a title, heading or link text is of this kind."""
        return _hit(self.words, text) and not _hit(self.not_, text)

    def in_address(self, url: str) -> bool:
        """Say whether an address is of this kind."""
        parts = urlsplit(url)
        path = parts.path.lower()
        words = _words_of(path)
        return (_hit(self.address, path or "/") or _hit(self.words, words)) and not _hit(
            self.not_, words
        )


def _words_of(path: str) -> str:
    return " ".join(_SEPARATORS.split(path)[-_NEAREST:])


@cache
def _pattern(source: str) -> re2._Regexp:
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = _MOST_MEMORY
    return re2.compile(source, options)


@cache
def _joined(patterns: tuple[str, ...]) -> re2._Regexp | None:
    return _pattern("|".join(f"(?:{p})" for p in patterns)) if patterns else None


def _hit(patterns: tuple[str, ...], text: str) -> bool:
    pattern = _joined(patterns)
    return bool(pattern and pattern.search(text))


@cache
def kinds() -> tuple[Kind, ...]:
    """Read every kind of page, most urgent first as the file lists them."""
    data = read_yaml((files("checklists") / _FILE).read_text(encoding="utf-8"))
    try:
        return tuple(Kind.model_validate(entry) for entry in data["kinds"])
    except ValidationError as error:
        raise CrawlError(f"checklists/{_FILE}: {error.errors()[0]['msg']}") from error


@lru_cache(maxsize=20_000)
def _kinds_of(text: str, url: str) -> tuple[Kind, ...]:
    # A crawler asks this of every link, and nearly all are of no kind: one pass sorts those out.
    path = urlsplit(url).path.lower()
    hits = {*_in_any("words", text), *_in_any("words", _words_of(path))}
    hits.update(_in_any("address", path or "/"))
    some = (k for number, k in enumerate(kinds()) if number in hits)
    return tuple(k for k in some if k.in_words(text) or k.in_address(url))


def _in_any(part: str, text: str) -> list[int]:
    return _set_of(part).Match(text) or []


@cache
def _set_of(part: str) -> re2.Set:
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = _MOST_MEMORY
    found = re2.Set.SearchSet(options)
    for kind in kinds():
        # A kind without patterns takes its number all the same, with one that never matches.
        found.Add("|".join(f"(?:{p})" for p in getattr(kind, part)) or r"[^\s\S]")
    found.Compile()
    return found


def kinds_of_link(text: str, url: str) -> tuple[str, ...]:
    """Name the kinds of page that a link promises by its text and address."""
    return tuple(k.id for k in _kinds_of(text[:_LINK_TEXT], url))


def promise(text: str, url: str, place: str = "") -> float:
    """Rate from 0 to 100 how early a link should be followed."""
    found = _kinds_of(text[:_LINK_TEXT], url)
    if not found:
        return _UNPROMISING
    by_words = [k for k in found if k.in_words(text[:_LINK_TEXT])] or list(found)
    wanted = max(k.priority for k in by_words)
    best = max((k.priority for k in found), default=0)
    rated = (wanted * 2 + best) / 3
    if any(k.id in _DULL_KINDS for k in found) and all(k.id in _DULL_KINDS for k in by_words):
        rated = min(rated, _DULL)
    return rated + (_IN_MENU if place in ("nav", "header", "footer") else 0.0)


def kinds_of_page(
    *,
    url: str,
    title: str,
    headings: tuple[str, ...],
    link_texts: tuple[str, ...],
    is_home: bool,
    text: str = "",
) -> tuple[str, ...]:
    """Name the kinds of a page by its address, title, headings, links to it and first words."""
    words = (title, *headings[:_HEADINGS], *link_texts)
    found = []
    for kind in kinds():
        if kind.id == "home":
            if is_home:
                found.append(kind.id)
        elif (
            kind.in_address(url)
            or any(kind.in_words(w) for w in words if w)
            or _hit(kind.content, text[:_FIRST])
        ):
            found.append(kind.id)
    return tuple(found)
