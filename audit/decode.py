"""Bytes to text, and hidden email addresses to plain ones.

Charsets lie: strict UTF-8 first, then what the page declares, then Windows-1252, which never fails.
"""

import base64
import binascii
import html
import re
from urllib.parse import unquote, urlsplit

import re2
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding

EMAIL = re2.compile(r"[a-zA-Z0-9][a-zA-Z0-9._%+'-]{0,63}@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,24}")
_AT = r"\s*(?:\[\s*at\s*\]|\(\s*at\s*\)|\{\s*at\s*\}|<\s*at\s*>|\s(?:AT|at)\s|@)\s*"
_DOT = r"(?:\s*(?:\[\s*dot\s*\]|\(\s*dot\s*\)|\{\s*dot\s*\}|\sDOT\s|\sdot\s)\s*|\.)"
SPELT = re2.compile(
    r"(?i)\b[a-z0-9][a-z0-9_+-]*(?:" + _DOT + r"[a-z0-9_+-]+){0,5}" + _AT + r"[a-z0-9-]+(?:" + _DOT + r"[a-z0-9-]+){1,5}\b"
)
_LITERAL = re.compile(r"""'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|([A-Za-z_$][\w$]*)|(\+)""")
_ASSIGN = re.compile(r"(?:var\s+|let\s+|const\s+|^|[;\n{])\s*([A-Za-z_$][\w$]*)\s*(\+?=)(?!=)([^;\n]{1,2000})")
_WRITE = re.compile(r"(?:innerHTML\s*\+?=|document\.write(?:ln)?\s*\()([^;\n]{1,2000})")
_MOST_SCRIPT = 20_000


def to_text(body: bytes, content_type: str = "") -> str:
    """Decode a page: BOM, strict UTF-8, the declared charset, then Windows-1252."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", errors="replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = html_body_declared_encoding(body[:4096]) or http_content_type_encoding(content_type)
    if declared in (None, "utf-8", "ascii", "iso8859-1"):
        declared = "cp1252"
    try:
        return body.decode(declared or "cp1252", errors="replace")
    except LookupError:
        return body.decode("cp1252", errors="replace")


def cloudflare(code: str) -> str:
    """Decode Cloudflare's email protection: hexadecimal, the first byte is the key of an XOR."""
    try:
        raw = bytes.fromhex(code.strip())
    except ValueError:
        return ""
    plain = bytes(b ^ raw[0] for b in raw[1:]).decode("utf-8", errors="ignore") if raw else ""
    return plain.partition("?")[0] if EMAIL.search(plain) else ""


def base64_text(code: str) -> str:
    """Decode the base 64 of Joomla 4's hidden-mail element; nothing when it is not."""
    try:
        return base64.b64decode(code + "=" * (-len(code) % 4), validate=False).decode("utf-8", errors="ignore")
    except (binascii.Error, ValueError):
        return ""


def script_email(source: str) -> str:
    """Find the address that a page's own script writes by joining strings (Joomla 3 and its kin)."""
    source = html.unescape(source[:_MOST_SCRIPT])
    known: dict[str, str] = {}
    for name, how, expression in _ASSIGN.findall(source):
        value = _joined(expression, known)
        known[name] = known.get(name, "") + value if how == "+=" else value
    written = [_joined(e, known) for e in _WRITE.findall(source)]
    for text in [*written, *known.values()]:
        found = EMAIL.search(unquote(html.unescape(text)).replace("mailto:", " "))
        if found:
            return found.group(0)
    return ""


def _joined(expression: str, known: dict[str, str]) -> str:
    parts = []
    for single, double, name, _plus in _LITERAL.findall(expression):
        parts.append(known.get(name, "") if name else (single or double).replace("\\", ""))
    return html.unescape("".join(parts))


def mailto(href: str) -> str:
    """Give the address of a mailto: link, or nothing."""
    if href[:7].lower() != "mailto:":
        return ""
    found = EMAIL.search(unquote(urlsplit(href).path))
    return found.group(0).strip(".'") if found else ""


def spelt_email(text: str) -> str:
    """Turn "name [at] place [dot] uk" into an address, or give nothing."""
    plain = re.sub(r"(?i)\s*[\[({<]\s*at\s*[\])}>]\s*|\s+at\s+", "@", text, count=1)
    plain = re.sub(r"(?i)\s*[\[({]\s*dot\s*[\])}]\s*|\s+dot\s+", ".", plain)
    found = EMAIL.fullmatch(plain.strip())
    return found.group(0) if found else ""
