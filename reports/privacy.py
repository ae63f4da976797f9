"""Keep individuals' own addresses, and whoever asked to be left out, out of what is published."""

import csv
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from audit.store import read_database
from reports.errors import ReportError
from reports.escaping import clean

OMITTED = "omitted.csv"
LEFT_OUT, ADDRESS, NUMBER = "[left out]", "[e-mail address]", "[number]"
_AT = r"(?:@|%40|&#64;|\s*[\[(]\s*at\s*[\])]\s*)"
_DOT = r"(?:\.|\s*[\[(]\s*dot\s*[\])]\s*)"
_EMAIL = re.compile(rf"[\w.+'-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w/.=-])(?:\+44|\(?0)[\d\s().-]{8,18}\d(?![\w/-])")
_TITLES = r"^(?:dr|mr|mrs|ms|miss|prof|professor|sir|dame|cllr|councillor|rev|lord|lady)\.?\s+"
_BETWEEN = r"(?:[\W_]|%20){0,4}"
_LEAST_DIGITS, _LEAST_LETTERS = 7, 4
_COLUMNS = {
    "bodies": (),  # every column of the register
    "pages": ("url", "final_url", "parent", "link_text", "title"),
    "facts": ("value", "quote", "label"),
    "fact_details": ("value",),
    "findings": ("searched", "reason"),
    "evidence": ("value", "quote", "url"),
    "near_misses": ("value", "quote", "why", "url"),
    "reviews": ("note", "url"),
    "page_text": ("title", "text"),
}
_SUSPECT = (
    "({0} like '%@%' or {0} like '%\\%40%' escape '\\' or {0} like '%&#64;%' "
    "or {0} glob '*[[(]*[aA][tT]*' "
    "or ({0} glob '*[0-9][0-9]*' and {0} not glob 'http*'))"
)
"""What a text must hold to be worth a look, in SQL because there may be millions of them."""
_REMEMBERED = 200_000
_OWN = """
    select f.id, f.kind, f.value,
        f.owner = 'person' or f.label = 'person' or exists (
            select 1 from fact_details as d where d.fact = f.id and d.name = 'person'
        ) as personal
    from facts as f where f.kind in ('email', 'phone') order by f.id
"""


@dataclass(frozen=True, kw_only=True)
class Omitted:
    """The names, addresses and numbers that people asked to have left out."""

    words: tuple[str, ...] = ()

    def hide(self, text: str) -> str:
        """Take them out of a text; an address of a page is cut where they begin."""
        for pattern in map(_pattern, self.words):
            if not (match := pattern.search(text)):
                continue
            if text.startswith(("http://", "https://")):
                text = text[: match.start()]
            else:
                text = pattern.sub(LEFT_OUT, text)
        return text


def read_omitted(home: Path) -> Omitted:
    """Read whom a workspace leaves out; nobody where nobody has asked."""
    path = home / OMITTED
    if not path.is_file():
        return Omitted()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file) if row and row[0].strip()]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReportError(
            f"{path}: cannot be read ({error}); mend it before you publish"
        ) from error
    return Omitted(words=tuple(clean(row[0]) for row in rows if row[0].strip() != "omitted"))


def omit(home: Path, words: str) -> bool:
    """Leave a name, an address or a number out of all that is published; False if it was already.

    Raises ReportError when the words are too short to mean one person.
    """
    words = clean(words)
    digits = len(re.sub(r"\D", "", words))
    is_name = len(words.split()) > 1 and len(re.sub(r"[\W\d_]", "", words)) >= _LEAST_LETTERS
    if not (is_name or "@" in words or digits >= _LEAST_DIGITS):
        raise ReportError(
            f"{words!r}: too little to mean one person; give a first and a last name, "
            "an e-mail address or a telephone number"
        )
    known = read_omitted(home).words
    if words.casefold() in {one.casefold() for one in known}:
        return False
    home.mkdir(parents=True, exist_ok=True)
    with (home / OMITTED).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([["omitted"], *([one] for one in (*known, words))])
    return True


def _pattern(words: str) -> re.Pattern[str]:
    """Match what was omitted however it is spaced, cased or punctuated."""
    if "@" in words:
        name, _, host = words.partition("@")
        return re.compile(rf"(?<![\w.+-]){re.escape(name)}{_AT}{re.escape(host)}", re.IGNORECASE)
    digits = re.sub(r"\D", "", words)
    if len(digits) >= _LEAST_DIGITS and not re.search(r"[^\W\d_]", words):
        national = digits.removeprefix("44").removeprefix("0")
        spaced = r"[\s().-]{0,2}".join(national)
        before = r"(?:\+?\s?44[\s.-]{0,2}(?:\(0\)|0)?|\(?0)?"
        return re.compile(rf"{before}[\s().-]{{0,4}}(?<!\d){spaced}(?!\d)|0{spaced}(?!\d)")
    parts = re.findall(r"[\w’']+", re.sub(_TITLES, "", words, flags=re.IGNORECASE))
    straight, turned = (
        _BETWEEN.join(map(re.escape, order)) for order in (parts, (parts[-1], *parts[:-1]))
    )
    whole = rf"(?:{straight}|{turned})"
    return re.compile(
        rf"(?<![^\W_]){whole}[\w.+'-]*{_AT}[\w.-]+|(?<![^\W_]){whole}(?![^\W_])", re.IGNORECASE
    )


def published_copy(
    db_path: Path, copy: Path, omitted: Omitted, *, with_personal_contacts: bool
) -> None:
    """Copy the database without what may not be published; the same content, the same bytes."""
    draft = copy.with_suffix(".draft")
    with closing(read_database(db_path)) as database:
        database.conn.execute("vacuum into ?", [str(draft)])
    with closing(sqlite3.connect(draft)) as conn:
        _clean_copy(conn, omitted, with_personal_contacts=with_personal_contacts)
        conn.commit()
        conn.execute("vacuum into ?", [str(copy)])
    draft.unlink()


def _clean_copy(
    conn: sqlite3.Connection, omitted: Omitted, *, with_personal_contacts: bool
) -> None:
    triggers = conn.execute(
        "select name, sql from sqlite_master where type = 'trigger' order by name"
    ).fetchall()
    for name, _ in triggers:
        conn.execute(f"drop trigger {name}")
    hide: Callable[[str], str] = omitted.hide
    for person in omitted.words:
        _forget(conn, _pattern(person))
    if not with_personal_contacts:
        hide = _hider(conn, omitted)
        conn.execute("delete from page_text")
    # The same words come back in audit after audit.
    remembered = lru_cache(maxsize=_REMEMBERED)(hide)
    conn.create_function(
        "hidden", 1, lambda t: remembered(t) if isinstance(t, str) else t, deterministic=True
    )
    may = "true" if omitted.words else _SUSPECT
    for table, columns in _COLUMNS.items():
        if with_personal_contacts and not omitted.words:
            break
        for column in columns or _columns(conn, table):
            conn.execute(
                f"update {table} set {column} = hidden({column}) "  # noqa: S608 - our own names
                f"where {column} <> '' and {may.format(column)} and {column} <> hidden({column})"
            )
    coders = conn.execute("select distinct coder from reviews order by coder").fetchall()
    for number, (coder,) in enumerate(coders, start=1):
        conn.execute("update reviews set coder = ? where coder = ?", [f"coder {number}", coder])
    for index in ("evidence_fts", "page_text_fts"):
        conn.execute(f"insert into {index} ({index}) values ('rebuild')")  # noqa: S608
    for _, sql in triggers:
        conn.execute(sql)


def _columns(conn: sqlite3.Connection, table: str) -> list[str]:
    rows = conn.execute("select name, type from pragma_table_info(?)", [table])
    return [f'"{name}"' for name, kind in rows if kind.upper() == "TEXT" and name != "id"]


def _forget(conn: sqlite3.Connection, person: re.Pattern[str]) -> None:
    """Delete what is known of somebody who asked to be left out."""
    conn.create_function("theirs", 1, lambda t: bool(t) and bool(person.search(str(t))))
    about = (
        "select id from facts where theirs(value) union "
        "select fact from fact_details where name in ('person', 'handle') and theirs(value)"
    )
    ids = [(row[0],) for row in conn.execute(about)]
    conn.executemany("delete from fact_details where fact = ?", ids)
    conn.executemany("delete from facts where id = ?", ids)


def _hider(conn: sqlite3.Connection, omitted: Omitted) -> Callable[[str], str]:
    """Make what hides all addresses and numbers but those known to be a body's own."""
    personal: set[str] = set()
    known: set[str] = set()
    for _, kind, value, own in conn.execute(_OWN):
        (personal if own else known).add(_key(kind, value))
    names = {
        frozenset(re.findall(r"[a-z]{2,}", name.casefold())[-2:])
        for (name,) in conn.execute("select distinct value from facts where kind = 'person'")
    }
    kept = {key for key in known - personal if not _named(key, names)}
    # The crawler's own contact was given in every request, and is whom to write to.
    contacts = conn.execute("select distinct contact from crawls")
    kept |= {contact.casefold() for (contact,) in contacts}
    _disguise(conn, kept)

    def email(match: re.Match[str]) -> str:
        return match[0] if match[0].casefold() in kept else ADDRESS

    def phone(match: re.Match[str]) -> str:
        return match[0] if _digits(match[0]) in kept else NUMBER

    def hide(text: str) -> str:
        text = omitted.hide(text)
        if text.startswith(("http://", "https://")):
            found = _EMAIL.search(text)
            return text[: found.start()] if found and email(found) == ADDRESS else text
        return _PHONE.sub(phone, _EMAIL.sub(email, text))

    return hide


def _disguise(conn: sqlite3.Connection, kept: set[str]) -> None:
    """Put a running number in the place of each individual's own address or number."""
    values = dict.fromkeys((kind, value) for _, kind, value, _ in conn.execute(_OWN))
    hidden = [one for one in values if _key(*one) not in kept]
    for number, (kind, value) in enumerate(hidden, start=1):
        word = "e-mail address" if kind == "email" else "number"
        conn.execute(
            "update facts set value = ? where kind = ? and value = ?",
            [f"[personal {word} {number}]", kind, value],
        )


def _key(kind: str, value: str) -> str:
    return value.casefold() if kind == "email" else _digits(value)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).removeprefix("44").removeprefix("0")


def _named(address: str, names: Iterable[frozenset[str]]) -> bool:
    """Say whether an address is made of the name of a person we know of."""
    local, at, _ = address.partition("@")
    return bool(at) and frozenset(re.findall(r"[a-z]{2,}", local)) in names
