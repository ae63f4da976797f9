"""Read the addresses that a page's own scripts write, without running them.

They join strings, as Joomla 3 does; they also reverse them, decode them and put them into places.
"""

import html
import sys
from typing import Any
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from audit.decode import EMAIL, base64_text, spelt_email
from audit.places import Attributes
from audit.words import pattern

_SIGNS = ("@", "&#64;", "cloak", "%40", "u0040", "x40", "CharCode", "atob", "mail", "lto:")
_TEXT = r"""(?:\x27(?:[^\x27\\\n]|\\.)*\x27|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`)"""
_LITERAL = pattern(rf"({_TEXT})|([A-Za-z_$][\w$]*)|(\+)", cased=True)
_ASSIGN = pattern(
    r"(?:var\s+|let\s+|const\s+|^|[;\n{])\s*([A-Za-z_$][\w$]*)\s*(\+?=)([^=;\n][^;\n]*)", cased=True
)
_MORE = pattern(rf"({_TEXT}|[\w$)\]])\s*,\s*([A-Za-z_$][\w$]*\s*=[^=>])", cased=True)
_WRITE = pattern(
    r"(?:(?:innerHTML|textContent|innerText|href)\s*\+?=|document\.write(?:ln)?\s*\(|"
    r"\.(?:html|append|text)\s*\(|setAttribute\s*\(\s*[\x27\"]href[\x27\"]\s*,)([^;\n]+)",
    cased=True,
)
_TARGET = pattern(
    r"(?:([A-Za-z_$][\w$]*)\s*=\s*)?(?:getElementById\s*\(\s*|(?:querySelector|\$|jQuery)\s*\(\s*)"
    r"[\x27\"]#?([\w:.-]+)[\x27\"]\s*\)",
    cased=True,
)
_JOIN = pattern(rf"\[([^\[\]]*)\]\.join\(\s*({_TEXT})?\s*\)", cased=True)
_REVERSED = pattern(
    rf"({_TEXT})\.split\(\s*(?:\x27\x27|\"\")\s*\)\.reverse\(\)\.join\(\s*(?:\x27\x27|\"\")\s*\)",
    cased=True,
)
_ENCODED = pattern(rf"atob\(\s*({_TEXT})\s*\)", cased=True)
_CODES = pattern(r"String\.fromCharCode\(([\d,\s]+)\)", cased=True)
_SWAP = pattern(
    rf"({_TEXT})\.replace\(\s*(?:/([^/\n]+)/g?|({_TEXT}))\s*,\s*({_TEXT})\s*\)", cased=True
)
_ESCAPED = pattern(r"\\u([0-9a-f]{4})|\\x([0-9a-f]{2})")
_BOX = pattern(r"user|name|box|local|first|part1|left|id$|-[uamn1]$|to$")
_HOST = pattern(r"domain|host|server|last|part2|right|-[db2]$|at$")
_COMMA = '","'
_MOST_SCRIPT = 20_000
_LONGEST_EXPRESSION = 2000
_MOST_SCRIPTS = 200
_MOST_DIGITS = 7
_HALVES = range(0xD800, 0xE000)


def script_emails(source: str) -> list[tuple[str, str]]:
    """List the addresses that a script writes, each with the id of the element it goes into."""
    source = _plain(html.unescape(source[:_MOST_SCRIPT]))
    known: dict[str, str] = {}
    for name, how, expression in _ASSIGN.findall(source):
        value = _joined(expression, known)
        known[name] = (known.get(name, "") + value if how == "+=" else value)[:_MOST_SCRIPT]
    written = [(m.start(), _joined(m.group(1), known)) for m in _WRITE.finditer(source)]
    found: dict[str, str] = {}
    for at, text in (*written, *((len(source), value) for value in known.values())):
        address = _address_in(text)
        if address and not (at == len(source) and found):
            found.setdefault(address, _target(source, at))
    return list(found.items())


def _target(source: str, end: int) -> str:
    """Give the id of the element that was asked for last before a place in a script."""
    return next((m[2] for m in reversed(list(_TARGET.finditer(source[:end])))), "")


def _address_in(text: str) -> str:
    found = EMAIL.search(unquote(html.unescape(text)).replace("mailto:", " "))
    return str(found.group(0)) if found else spelt_email(text)


def _plain(source: str) -> str:
    """Write what a script computes of literals as literals, and each declaration by itself."""
    source = str(_CODES.sub(_from_codes, source))
    source = str(_ENCODED.sub(lambda m: _quoted(base64_text(_said(m[1]))), source))
    source = str(_REVERSED.sub(lambda m: _quoted(_said(m[1])[::-1]), source))
    source = str(_SWAP.sub(_swapped, source))
    source = str(_JOIN.sub(_from_list, source))
    return str(_MORE.sub(r"\1;\2", source))


def _from_codes(match: Any) -> str:
    codes = (code.strip() for code in match[1].split(","))
    return _quoted("".join(_character(int(c)) for c in codes if c and len(c) <= _MOST_DIGITS))


def _character(code: int) -> str:
    """Give a character by its number; halves of pairs, as scripts write emoji, are none."""
    return "" if code in _HALVES or code > sys.maxunicode else chr(code)


def _from_list(match: Any) -> str:
    """Write a list that is joined as a sum of its parts with what is to stand between them."""
    parts = (literal or name for literal, name, _ in _LITERAL.findall(match[1]))
    return f"+{match[2] or _COMMA}+".join(filter(None, parts))


def _swapped(match: Any) -> str:
    old = match[2].replace("\\", "") if match[2] else _said(match[3])
    return _quoted(_said(match[1]).replace(old, _said(match[4])))


def _quoted(text: str) -> str:
    clean = text.replace("\\", "").replace('"', "").replace("\n", " ")
    return f'"{clean}"'


def _said(literal: str) -> str:
    """Give what a literal says, without its quotes and escapes."""
    plain = str(_ESCAPED.sub(lambda m: _character(int(m[1] or m[2], 16)), literal[1:-1]))
    return plain.replace("\\", "")


def _joined(expression: str, known: dict[str, str]) -> str:
    parts = []
    for literal, name, _ in _LITERAL.findall(expression[:_LONGEST_EXPRESSION]):
        parts.append(known.get(name, "") if name else _said(literal) if literal else "")
    return html.unescape("".join(parts))[:_MOST_SCRIPT]


def data_email(attributes: Attributes) -> str:
    """Join an address that an element holds in two halves for its page's script."""
    held = {k: (v or "").strip() for k, v in attributes.items() if k[:5] == "data-"}
    if not held:
        return ""
    whole = next((v for v in held.values() if EMAIL.fullmatch(v)), "")
    hosts = (v for k, v in held.items() if _HOST.search(k) and "." in v)
    boxes = (v for k, v in held.items() if _BOX.search(k) and not _HOST.search(k))
    joined = whole or f"{next(boxes, '')}@{next(hosts, '')}"
    return joined if EMAIL.fullmatch(joined) else ""


def written_by(node: LexborNode) -> list[tuple[str, str]]:
    """List the addresses that a script within a page writes, with the ids of where they go."""
    source = "" if "src" in node.attributes else node.text() or ""
    return script_emails(source) if any(sign in source for sign in _SIGNS) else []


def written_into(tree: LexborHTMLParser) -> dict[str, str]:
    """Give the addresses that scripts write into elements of a page, by the id of each."""
    found: dict[str, str] = {}
    for node in tree.css("script")[:_MOST_SCRIPTS]:
        for address, target in written_by(node):
            if target and target not in found and tree.css_first(f'[id="{target}"]') is not None:
                found[target] = address
    return found
