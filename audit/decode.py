"""Bytes to text, and hidden email addresses to plain ones.

Charsets lie: strict UTF-8 first, then what the page declares, then Windows-1252, which never fails.
"""

import base64
import binascii
from urllib.parse import unquote, urlsplit

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding

from audit.words import pattern

EMAIL = pattern(
    r"[a-zA-Z0-9][a-zA-Z0-9._%+'-]{0,63}@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,24}"
)
_AT = (
    r"\s*(?:[\[({<](?:\s*|[a-z ]{0,20}\s)at(?:\s*|\s[a-z ]{0,20})[\])}>]|"  # in brackets
    r"\sAT\s)\s*"
)
_DOT = (
    r"(?:\s*(?:\[\s*dot\s*\]|\(\s*dot\s*\)|\{\s*dot\s*\}|"  # in brackets
    r"\sDOT\s|\sdot\s)\s*|\.)"
)
SPELT = pattern(
    rf"\b[a-z0-9][a-z0-9_+-]*(?:{_DOT}[a-z0-9_+-]+){{0,5}}"  # the mailbox
    rf"{_AT}[a-z0-9-]+(?:{_DOT}[a-z0-9-]+){{1,5}}\b"
)
_SPELT_AT = pattern(r"\s*[\[({<](?:\s*|[a-z ]{0,20}\s)at(?:\s*|\s[a-z ]{0,20})[\])}>]\s*|\s+at\s+")
_SPELT_DOT = pattern(r"\s*[\[({]\s*dot\s*[\])}]\s*|\s+dot\s+")
_HEAD_BYTES = 4096  # where a page may declare its charset
_COMMON_LIES = (None, "utf-8", "ascii", "iso8859-1")


def to_text(body: bytes, content_type: str = "") -> str:
    """Decode a page: BOM, strict UTF-8, the declared charset, then Windows-1252."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", errors="replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = html_body_declared_encoding(body[:_HEAD_BYTES]) or http_content_type_encoding(
        content_type
    )
    if declared in _COMMON_LIES:
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
        raw = base64.b64decode(code + "=" * (-len(code) % 4), validate=False)
    except (binascii.Error, ValueError):
        return ""
    return raw.decode("utf-8", errors="ignore")


def reversed_email(text: str) -> str:
    """Find the address in a text that is shown from right to left."""
    found = EMAIL.search(text.strip()[::-1])
    return str(found.group(0)) if found else ""


def mailto(href: str) -> str:
    """Give the address of a mailto: link, or nothing."""
    if href[:7].lower() != "mailto:":
        return ""
    found = EMAIL.search(unquote(urlsplit(href).path))
    return found.group(0).strip(".'") if found else ""


def addresses_in(text: str) -> list[str]:
    """Give the addresses that a text holds or spells, each once."""
    plain = [str(m.group(0)).rstrip(".'") for m in EMAIL.finditer(text)]
    spelt = [spelt_email(m.group(0)) for m in SPELT.finditer(text)]
    return list(dict.fromkeys(filter(None, plain + spelt)))


def spelt_email(text: str) -> str:
    """Turn "name [at] place [dot] uk" into an address, or give nothing."""
    plain = _SPELT_DOT.sub(".", _SPELT_AT.sub("@", text, count=1))
    found = EMAIL.fullmatch(plain.strip())
    return str(found.group(0)) if found else ""
