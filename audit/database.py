"""Open the workspace's database, and make its tables and views ready."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from sqlite_utils import Database

from audit.errors import AuditError
from crawler.reasons import REASONS

APPLICATION_ID = 0x446F6F72
SCHEMA_VERSION = 1
_WAIT_SECONDS = 30.0
_REMEDIES = {
    "SQLITE_NOTADB": "it is not an SQLite database; move it away or choose another --home",
    "SQLITE_CORRUPT": "it is damaged; restore a copy, or move it away and audit again",
    "SQLITE_BUSY": "another program is writing to it; wait until that has finished, then try again",
    "SQLITE_READONLY": "it is read-only; make it writable or choose another --home",
    "SQLITE_CANTOPEN": "it cannot be opened; see that the folder exists and may be written to",
    "SQLITE_FULL": "the disk is full; make room and try again",
    "SQLITE_IOERR": "the disk failed to read or write; see that it is there and has room",
    "SQLITE_CONSTRAINT": "the audit contradicts itself, which is a fault of Doorstep: report it",
}


def open_database(path: Path) -> Database:
    """Open the workspace's database for writing, made ready first where it is new."""
    db = connect(path, mode="rwc")
    try:
        with explained(path), transaction(db):
            prepare(db, path)
    except AuditError:
        db.close()
        raise
    return db


def read_database(path: Path) -> Database:
    """Open the workspace's database for reading only."""
    if not path.is_file():
        raise AuditError(f"{path}: there is no database yet; run `doorstep audit` first")
    db = connect(path, mode="ro")
    try:
        with explained(path):
            _recognise(db, path)
            _expect_all(db, path)
    except AuditError:
        db.close()
        raise
    return db


def check_database(path: Path) -> None:
    """Raise AuditError for a database that could take no audit, before anything is judged."""
    if not path.exists():
        return
    db = connect(path, mode="ro")
    try:
        with explained(path):
            if _tables(db):
                _recognise(db, path)
    finally:
        db.close()


def connect(path: Path, *, mode: str) -> Database:
    """Connect to the file as it is; `mode` is `ro` or `rwc`."""
    with explained(path):
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        conn = sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS)
        # Readers go on undisturbed while an audit is written: nothing spills before the commit.
        conn.execute("pragma cache_spill = off")
        conn.execute("pragma foreign_keys = on")
        return Database(conn)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into where, what and what to try."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        remedy = next((_REMEDIES[key] for key in _REMEDIES if name.startswith(key)), str(error))
        raise AuditError(f"{path}: {remedy}") from error


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Keep all writes or none, even those that make tables."""
    db.conn.execute("begin immediate")
    try:
        yield
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()


def _tables(db: Database) -> bool:
    return bool(db.execute("select count(*) from sqlite_master").fetchone()[0])


def _expect_all(db: Database, path: Path) -> None:
    """Refuse to read what lacks a table that the next audit will add."""
    if not db["near_misses"].exists():
        raise AuditError(
            f"{path}: it was made by an older Doorstep; "
            "`doorstep audit` on any crawl brings it up to date"
        )


def _recognise(db: Database, path: Path) -> None:
    if not _tables(db):
        raise AuditError(f"{path}: the database is empty; run `doorstep audit` first")
    application = db.execute("pragma application_id").fetchone()[0]
    version = db.execute("pragma user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise AuditError(
            f"{path}: it is another program's database; move it away or choose another --home"
        )
    if version != SCHEMA_VERSION:
        age, remedy = (
            ("an older", "move it away and audit the crawls again")
            if version < SCHEMA_VERSION
            else ("a newer", "install that Doorstep, or choose another --home")
        )
        raise AuditError(f"{path}: it was made by {age} Doorstep; {remedy}")


def prepare(db: Database, path: Path) -> None:
    """Make the tables of a new database, and bring indexes, views and reasons up to date."""
    room = files("audit")
    new = not _tables(db)
    if not new:
        _recognise(db, path)
    for statement in _statements(room.joinpath("schema.sql").read_text("utf-8")):
        if new or " if not exists " in statement:
            db.conn.execute(statement)
    if new:
        db.conn.execute(f"pragma application_id = {APPLICATION_ID}")
        db.conn.execute(f"pragma user_version = {SCHEMA_VERSION}")
    stored = dict(db.execute("select name, sql from sqlite_master where type = 'view'").fetchall())
    for statement in _statements(room.joinpath("views.sql").read_text("utf-8")):
        definition = statement[statement.index("create view") :].rstrip(";")
        name = definition.split()[2]
        if stored.get(name, "").casefold() != definition.casefold():
            db.conn.execute(f"drop view if exists {name}")
            db.conn.execute(definition)
    db.conn.executemany(
        "insert into reasons (id, meaning) values (?, ?) "
        "on conflict (id) do update set meaning = excluded.meaning",
        REASONS.items(),
    )


def _statements(script: str) -> Iterator[str]:
    """Split a script, since sqlite3's own executescript would commit first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
