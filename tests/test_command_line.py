"""The command line run wrongly: what is said, the exit status, and that nothing changed."""

import hashlib
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from audit.database import open_database
from doorstep.cli import cli, main

GOOD = "id,name,website\nbarford,Barford Council,http://www.barford.example/\n"
CRITERION = """
title: Doors
about: Are the doors open?
source: https://example.org/
examples_on: 2026-11-21
criteria:
  - id: open
    section: doors
    ask: Is the door open?
    why: People come in by it.
    weight: 1
    where: [home]
    any:
      - {rule}
    examples:
      met: ['<p>a</p>', '<p>b</p>']
      not_found: ['<p>a</p>', '<p>b</p>']
"""


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str


@pytest.fixture
def say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Said]:
    """Run the command line in this process, from an empty folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("DOORSTEP_HOME", "DOORSTEP_CONTACT"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["doorstep", *map(str, words)])
        try:
            main()
        except SystemExit as stop:
            status = stop.code
        else:
            status = 0
        captured = capsys.readouterr()
        return Said(int(status or 0), captured.out, captured.err)

    return run


@pytest.fixture
def home(demo_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_home, tmp_path / "home"))


def contents(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha1(file.read_bytes()).hexdigest()
        if file.is_file()
        else "folder"
        for file in folder.rglob("*")
    }


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)


@pytest.mark.parametrize("words", [(), *commands(cli)], ids=" ".join)
def test_help_says_what_it_does_with_an_example(say, words: tuple[str, ...]):
    said = say(*words, "--help")

    assert said.status == 0
    assert said.err == ""
    example = said.out.partition("Example:\n")[2].splitlines()
    assert example[0].strip().startswith(("doorstep ", "wget "))
    assert any(line.strip().startswith(" ".join(("doorstep", *words))) for line in example)
    assert max(map(len, said.out.splitlines())) <= 100


def test_no_command_at_all_shows_the_help(say):
    said = say()

    assert (said.status, said.err) == (0, "")
    assert "Commands:" in said.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("crwal", r"doorstep: No such command 'crwal'. .*'crawl'.* See `doorstep --help`."),
        ("crawl", r"doorstep crawl: Missing argument 'REGISTER'. See `doorstep crawl --help`."),
        ("audit", r"doorstep audit: Missing option '--checklist'. See `doorstep audit --help`."),
        ("serve --port x", r"doorstep serve: Invalid value for '--port': 'x' is not .*"),
        ("crawl good.csv --pages 0 --contact a@b.org", r"doorstep crawl: .*'--pages'.*1.*"),
        ("crawl good.csv", r"doorstep: .*--contact or DOORSTEP_CONTACT"),
        ("run good.csv --checklist ccg-engagement", r"doorstep: .*--contact or DOORSTEP_CONTACT"),
        ("crawl nowhere.csv --contact a@b.org", r"doorstep: nowhere.csv: no such file.*icb-2026.*"),
        ("crawl icb-2062 --contact a@b.org", r"doorstep: icb-2062: .* did you mean 'icb-2026'\?"),
        ("crawl bad.csv --contact a@b.org", r"doorstep: bad.csv: row 3: website 'www.*https://.*"),
        ("registers bad.csv", r"doorstep: bad.csv: row 3: website 'www.*https://.*"),
        ("crawl good.csv --only barfrod --contact a@b.org", r".*good.csv: no body barfrod;.*"),
        ("crawl good.csv --resume x --contact a@b.org", r".*doorstep-data: no crawl 'x'; .*"),
        ("import good.csv nowhere.warc.gz", r"doorstep: nowhere.warc.gz: .*"),
        ("import good.csv broken.warc.gz", r"doorstep: broken.warc.gz: no .*; is it a WARC, .*"),
        ("import bad.csv broken.warc.gz", r"doorstep: bad.csv: row 3: .*"),
        ("audit --checklist ccg-engagement", r"doorstep: doorstep-data: there is no crawl yet; .*"),
        ("report", r"doorstep: doorstep-data/doorstep.db: there is no database yet; .*"),
        ("explain barford", r"doorstep: doorstep-data/doorstep.db: there is no database yet; .*"),
        ("serve", r"doorstep: doorstep-data/doorstep.db: there is no database yet; .*"),
        ("checklist check ccg-engagment", r".*no checklist .*did you mean 'ccg-engagement'.*"),
        ("checklist check nowhere.yml", r"doorstep: nowhere.yml: no such checklist file; .*"),
        ("checklist check typo.yml", r".*typo.yml: open: .*'profle'; did you mean 'profile'\?"),
        ("checklist check pattern.yml", r"doorstep: pattern.yml: open: .*bad pattern '\(open': .*"),
        ("checklist check broken.yml", r"doorstep: broken.yml: line 2: not YAML: .*"),
        ("run good.csv --checklist typo.yml --contact a@b.org", r"doorstep: typo.yml: open: .*"),
        ("--home good.csv crawls", r"doorstep: .*'--home'.*good.csv.* is a file.*"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_two_lines_and_changes_nothing(say, words: str, told: str):
    here = Path.cwd()
    (here / "good.csv").write_text(GOOD)
    (here / "bad.csv").write_text(GOOD + "tilbrook,Tilbrook Council,www.tilbrook.example\n")
    (here / "broken.warc.gz").write_bytes(b"\x1f\x8b\x08\x00 this is no archive")
    (here / "typo.yml").write_text(CRITERION.replace("{rule}", "profle"))
    (here / "pattern.yml").write_text(CRITERION.replace("{rule}", "says: {matches: '(open'}"))
    (here / "broken.yml").write_text("title: [\nabout: }")
    before = contents(here)

    said = say(*words.split())

    assert said.status == 2, said
    assert said.out == ""
    lines = said.err.splitlines()
    assert 1 <= len(lines) <= 2
    assert re.fullmatch(told, lines[0]), lines[0]
    assert contents(here) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("audit demo-1 --checklist ccg-engagement", r".*no crawl 'demo-1'; (the|did) .*"),
        ("audit --checklist nope", r"doorstep: no checklist 'nope'.*ccg-engagement.*"),
        ("report nope", r"doorstep: there is no audit 'nope'; .*"),
        ("explain marlgate", r".*no body 'marlgate'; did you mean 'marlgate-ccg'\?"),
        ("explain marlgate-ccg board-paper", r"doorstep: .*did you mean 'board-papers'\?"),
        ("explain marlgate-ccg --audit nope", r"doorstep: there is no audit 'nope'; .*"),
        ("crawl good.csv --resume {crawl}", r".*crawl of the register 'demo', not of 'good'.*"),
    ],
)  # fmt: skip
def test_a_wrong_name_is_told_and_the_workspace_stays(say, home: Path, words: str, told: str):
    (Path.cwd() / "good.csv").write_text(GOOD)
    (crawl,) = (home / "crawls").iterdir()
    before = contents(home)

    said = say("--home", home, *words.format(crawl=crawl.name).split())

    assert said.status == 2, said
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert re.fullmatch(told, said.err.strip())
    assert contents(home) == before


def spoil(file: Path, how: str) -> None:
    if how == "cut":
        os.truncate(file, file.stat().st_size // 2)
    elif how == "scratched":
        data = bytearray(file.read_bytes())
        data[len(data) // 3 : len(data) // 2] = os.urandom(len(data) // 2 - len(data) // 3)
        file.write_bytes(data)
    else:
        file.unlink()


@pytest.mark.parametrize("how", ["cut", "scratched", "missing"])
def test_a_damaged_archive_is_never_judged(say, home: Path, how: str):
    (archive,) = (home / "crawls").glob("*/*.warc.gz")
    spoil(archive, how)
    before = contents(home)

    said = say("--home", home, "audit", "--checklist", "ccg-engagement")

    assert said.status == 2, said
    told = [line for line in said.err.splitlines() if not line.startswith("judging")]
    assert re.match(
        rf"doorstep: {archive.parent}: the archive is damaged: .*{archive.name}", told[0]
    )
    assert told[1:] == ["Mend it from a copy, or crawl again."]
    assert contents(home) == before


def make_database(file: Path, kind: str) -> None:
    if kind == "text":
        file.write_text("this is not a database, whatever its name says\n" * 100)
    elif kind == "empty":
        file.write_bytes(b"")
    elif kind == "folder":
        file.mkdir()
    elif kind == "other":
        with sqlite3.connect(file) as db:
            db.execute("create table findings (id)")
    else:
        database = open_database(file)
        database.execute("pragma user_version = 99")
        database.close()


@pytest.mark.parametrize(
    "command", ["report", "explain marlgate-ccg", "serve --port 0", "audit", "run ccg-2013"]
)
@pytest.mark.parametrize("kind", ["text", "folder", "other", "newer", "empty"])
def test_an_unusable_database_is_told_and_left_alone(say, home: Path, command: str, kind: str):
    (home / "doorstep.db").unlink()
    make_database(home / "doorstep.db", kind)
    before = contents(home)
    words = command.split()
    if command in ("audit", "run ccg-2013"):
        words += ["--checklist", "ccg-engagement"]
        if kind == "empty":
            return  # an empty file is as good as none

    said = say("--home", home, *words)

    assert said.status == 2, said
    told = said.err.splitlines()
    assert len(told) == 1  # nothing was crawled or judged in vain
    assert told[0].startswith(f"doorstep: {home / 'doorstep.db'}: ")
    assert ";" in told[0]
    assert contents(home) == before


def test_a_damaged_crawl_is_listed_as_damaged(say, home: Path):
    (home / "crawls" / "torn").mkdir()
    (home / "crawls" / "torn" / "crawl.json").write_text("{")

    said = say("--home", home, "crawls")

    assert said.status == 0
    assert re.search(r"^torn: damaged: ", said.out, re.MULTILINE)
    assert re.search(r"^demo-\d+-\d+: finished, 12 bodies, \d+ pages read", said.out, re.MULTILINE)


def test_hostile_words_do_not_steer_the_terminal(say):
    name = "Ed\x1b[2J\x07\u202eevil"
    Path("bad.csv").write_text(f"id,name,website\nx,{name},\ny,Y,www.\x1b[31mred.example\n")

    said = say("registers", "bad.csv")

    assert said.status == 2
    assert "\x1b" not in said.err

    Path("good.csv").write_text(f"id,name,website,region\nx,X,,{name}\n")
    said = say("registers", "good.csv")
    assert said.status == 0
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", said.out)


def test_a_fault_of_our_own_shows_no_traceback(say, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("doorstep.keeping.shipped_registers", lambda: 1 / 0)

    said = say("registers")

    assert said.status == 70
    assert said.err.splitlines()[0] == (
        "doorstep: a fault of Doorstep's own: ZeroDivisionError: division by zero"
    )
    monkeypatch.setenv("DOORSTEP_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        say("registers")


def test_one_crawl_is_shown_body_by_body(say, home: Path):
    (crawl,) = (home / "crawls").glob("demo-*")

    said = say("--home", home, "crawls", crawl.name)

    assert said.status == 0
    assert re.search(r"^winterleat-ccg: NHS .*: \d+ pages? read$", said.out, re.MULTILINE)
    assert re.search(
        r"^wearholme-ccg: NHS Wearholme CCG: 0 pages read; the connection was refused",
        said.out,
        re.MULTILINE,
    )
    assert re.search(r"^ +\d+ not read: \D+$", said.out, re.MULTILINE)
