"""Show a pattern as a reader would write it down: the words that it looks for, without its signs.

`(a/b)` is a or b, `[s]` may be missing, `…` is other words between, `#` is a digit. It is for
reading: what exactly is found is for the pattern to say.
"""

import re

GAP = " … "
_REST = "…"
_ANY = "\0"
_REPEATED = re.compile(r"[?*+]|\{(\d+)(,\d*)?\}")
_CLASSES = {"b": "", "B": "", "A": "", "z": "", "d": "#", "w": _REST, "s": " "}
_DIGITS = frozenset(("\\d", "0-9"))
_MOST_DIGITS = 6
_FEW = 4  # characters of a class that are listed
_FLAGS = re.compile(r"\?(?:P?<\w+>|[a-zA-Z-]*:|[a-zA-Z-]+(?=\)))")


def gist(source: str) -> str:
    """Give a pattern's words; the pattern itself where it is of a kind that this cannot read."""
    try:
        branches, end = _either(source, 0)
    except IndexError:
        return source
    if end != len(source):
        return source
    if len(branches) == 1 and (inner := _only_group(source)):
        return gist(inner)
    return _tidy(" / ".join(branches))


def _only_group(source: str) -> str:
    """Give what is within a pattern that is one group, between edges of words perhaps."""
    bare = source.removeprefix(r"\b").removesuffix(r"\b")
    if not bare.startswith("("):
        return ""
    _, end = _either(bare, 1)
    return bare[1:end] if end == len(bare) - 1 else ""


def _tidy(text: str) -> str:
    text = re.sub(r"…[\s…]*…", _REST, " ".join(text.split()))
    return re.sub(r" (?=[,.;:])", "", text)


def _either(source: str, at: int) -> tuple[list[str], int]:
    """Read branches up to a closing parenthesis or the end, and say where that is."""
    branches, now = [], ""
    while at < len(source) and source[at] != ")":
        if source[at] == "|":
            branches.append(now)
            now, at = "", at + 1
            continue
        atom, at = _atom(source, at)
        repeated = _REPEATED.match(source, at)
        if repeated:
            atom, at = _times(atom, repeated), repeated.end()
            at += source[at : at + 1] == "?"
        now += _REST if atom == _ANY else atom
    return [*branches, now], at


def _times(atom: str, repeated: re.Match[str]) -> str:
    sign, least = repeated[0], repeated[1]
    bare = atom.strip()
    if bare in ("", _REST):
        return atom
    if bare == _ANY:
        return _REST if sign == "?" else GAP
    if sign in "?*" or least == "0":
        inner = bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare
        return atom.replace(bare, f"[{inner}]")
    if bare == "#" and least:
        return "#" * min(int(least), _MOST_DIGITS)
    return atom


def _atom(source: str, at: int) -> tuple[str, int]:
    sign = source[at]
    if sign == "\\":
        letter = source[at + 1]
        return _CLASSES.get(letter, letter), at + 2
    if sign == "[":
        end = _end_of_class(source, at)
        return _one_of(source[at + 1 : end]), end + 1
    if sign == "(":
        flags = _FLAGS.match(source, at + 1)
        branches, end = _either(source, flags.end() if flags else at + 1)
        if source[end] != ")":
            raise IndexError
        return _group([b for b in branches if b], optional="" in branches), end + 1
    if sign in "^$":
        return "", at + 1
    return (_ANY if sign == "." else sign), at + 1


def _group(branches: list[str], *, optional: bool) -> str:
    """Set branches side by side, with the spaces that all of them share outside."""
    if not branches:
        return ""
    before = " " if all(b.startswith(" ") for b in branches) else ""
    after = " " if all(b.endswith(" ") for b in branches) else ""
    text = "/".join(b.strip() or b for b in branches)
    if optional:
        return f"{before}[{text}]{after}"
    single = text.startswith("(") and text.endswith(")") and text.count("(") == 1
    return before + (text if single else f"({text})") + after


def _end_of_class(source: str, at: int) -> int:
    end = at + 2 + (source[at + 1] == "^")
    while source[end] != "]":
        end += 2 if source[end] == "\\" else 1
    return end


def _one_of(inside: str) -> str:
    if inside.startswith("^"):
        return GAP
    if inside in _DIGITS:
        return "#"
    if " " in inside and len(inside) <= _FEW:
        return " "
    plain = inside.replace("\\", "")
    if len(plain) > _FEW or "-" in plain[1:-1]:
        return _REST
    return f"({'/'.join(plain)})" if len(plain) > 1 else plain
