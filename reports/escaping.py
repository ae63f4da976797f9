"""Make text from strangers harmless in Markdown, in HTML, in YAML's company and in links."""

import hashlib
import json
import re
import unicodedata
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

# Entities, not backslashes: Liquid, shortcodes and pipe tables are read before Markdown is.
_MARKDOWN = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "[": "&#91;",
        "]": "&#93;",
        "{": "&#123;",
        "}": "&#125;",
        "|": "&#124;",
        "~": "&#126;",
        "$": "&#36;",
        "@": "&#64;",
        "^": "&#94;",
        "\\": "\\\\",
        "`": "\\`",
        "*": "\\*",
        "_": "\\_",
    }
)
_BLOCK_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)](?:\s|$)))")
_AUTOLINK = re.compile(r"(?<=\w)(:)(?=//)|(?<=\bwww)(\.)", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_BACKTICKS = re.compile(r"`+")
_LONGEST_PART = 100
_URL_SAFE = "/:?#@!$&*+,;=~%-._"


def clean(text: str) -> str:
    """Put text on one line, without control characters or marks that reverse its direction."""
    kept = "".join(
        " " if char.isspace() else char
        for char in text
        if char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"}
    )
    return " ".join(kept.split())


def markdown(value: object) -> Markup:
    """Escape a value so that every Markdown reader shows its characters and runs none of them."""
    if isinstance(value, Markup):
        return value
    return guarded(inline(clean(str(value))))


def inline(text: str) -> Markup:
    """Escape words for the middle of a line, keeping the spaces at their ends."""
    escaped = _SPACES.sub(" ", text).translate(_MARKDOWN)
    escaped = _AUTOLINK.sub(lambda match: f"&#{ord(match[0])};", escaped)
    return Markup(escaped)  # noqa: S704 - escaped


def guarded(line: Markup) -> Markup:
    """Keep a line's first character from opening a heading, a list or a rule."""
    return Markup(_BLOCK_START.sub(lambda match: _numeric(match[0]), line))  # noqa: S704 - escaped


def _numeric(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def code(value: object) -> Markup:
    """Set text as code in Markdown, where nothing in it means anything."""
    text = clean(str(value))
    for pair in ("{{", "{%"):  # Liquid reads these in code too
        text = text.replace(pair, " ".join(pair))
    fence = "`" * (max(map(len, _BACKTICKS.findall(text)), default=0) + 1)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return Markup(f"{fence}{room}{text}{room}{fence}")  # noqa: S704 - fenced


def web_address(url: str) -> str:
    """Return an http(s) address that is safe in an attribute and in Markdown, or nothing."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    return address(parts.geturl())


def address(url: str) -> Markup:
    """Encode what would end an address early in Markdown or HTML."""
    return Markup(quote(url, safe=_URL_SAFE))  # noqa: S704 - encoded


def embedded_json(value: Any) -> str:
    """Write JSON that can stand in an HTML comment or script: no `<`, `>`, `&`, `--` or `{{`."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    for pair in ("--", "{{", "{%"):
        text = text.replace(pair, f"{pair[0]}\\u{ord(pair[1]):04x}")
    return text


def slug(text: str) -> str:
    """Turn an id into a name for files and addresses."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "post"


def part(name: str) -> str:
    """Turn any id or name into one part of an address, the same but for capitals."""
    if re.fullmatch(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*", name) and len(name) < _LONGEST_PART:
        return slug(name)
    return f"{slug(name)[:60]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
