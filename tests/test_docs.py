"""What is written about Doorstep is true, up to date, and names nothing that it should not."""

import csv
import inspect
import os
import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import click
import pytest
from warm import as_a_module, run_warm

from audit.checklist import Checklist, Criterion, Example, vocabulary
from crawler.kinds import kinds
from doorstep import __version__
from doorstep.cli import cli
from doorstep.demo import register_file

ROOT = Path(__file__).parents[1]
GENERATED = ("README.md", "checklists/README.md")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.fixture
def kept_files(program: Callable[[str], str]) -> list[Path]:
    """Every file that git keeps or would keep."""
    listed = subprocess.run(
        [program("git"), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def test_generated_parts_are_up_to_date():
    done = run_warm(as_a_module, ["--check", *GENERATED], "cogapp", env=os.environ)

    assert done.returncode == 0, f"{done.stdout}\nrun `make docs`"


def test_every_command_stands_in_the_readme():
    text = read("README.md")
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        inner = command.commands if isinstance(command, click.Group) else {"": None}
        for sub in inner:
            assert f"| `doorstep {name} {sub}".rstrip() in text


def test_the_words_of_the_command_line_are_those_of_its_documentation():
    known = {"doorstep"} | set(cli.list_commands(click.Context(cli)))
    for name in ("README.md", "CONTRIBUTING.md", "checklists/README.md"):
        for command in re.findall(r"(?:bin/|`|^    )doorstep ([a-z]+)", read(name), re.MULTILINE):
            assert command in known, f"{name}: doorstep {command}"


def test_every_make_target_of_the_documentation_exists():
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        for words in re.findall(r"(?:`|^    )make ((?:[a-z]+ ?)+)", read(name), re.MULTILINE):
            assert set(words.split()) <= targets


def test_every_rule_is_documented_and_used():
    used = "\n".join(
        read(f"checklists/{file.name}") for file in (ROOT / "checklists").glob("*.yml")
    )
    for name, rule in vocabulary().items():
        doc = inspect.getdoc(rule) or ""
        assert doc.startswith("Find "), name
        assert doc.splitlines()[0].endswith((".", ":")), name
        assert re.search(rf"- {name}\b", used), f"no checklist uses the rule {name}"


@pytest.mark.parametrize("model", [Checklist, Criterion, Example])
def test_every_key_of_a_checklist_is_explained(model: type):
    text = read("checklists/README.md")
    for key in model.model_fields:
        assert f"| `{key}` |" in text or key in ("name", "digest"), key


def test_every_kind_of_page_is_listed():
    assert all(
        f"| `{kind.id}` | {kind.title} |" in read("checklists/README.md") for kind in kinds()
    )


def test_the_accuracy_that_is_promised_is_the_one_that_is_tested():
    least = re.search(r"^LEAST = 0\.(\d+)$", read("tests/test_accuracy.py"), re.MULTILINE)[1]

    assert f"at least {least} per cent agreement" in " ".join(read("README.md").split())


def test_the_version_is_said_once():
    project = tomllib.loads(read("pyproject.toml"))["project"]

    assert project["version"] == __version__
    assert "## [Unreleased]" in read("CHANGELOG.md") or f"## [{__version__}]" in read(
        "CHANGELOG.md"
    )


def test_no_file_names_a_place_of_one_machine(kept_files: list[Path]):
    places = re.compile(
        rb"(?<![\w.])/(?:home|Users|root|work)/[a-z]|" + re.escape(bytes(ROOT.parent)) + b"/"
    )
    for file in kept_files:
        found = places.search(file.read_bytes())
        assert not found, f"{file}: {found and found[0]!r}"


WORD = re.compile(r"[A-Z]\w{4,}")
PLAIN = """
    Authority Board Clinical Combined Commissioner Commissioning Crime Cymuned Cyngor Green Haven
    Integration Joint Levels Marsh National Office Police Reach Rescue Strand Together Wellbeing
"""


def names_of(register: Path, sites: Path, ordinary: set[str]) -> set[str]:
    """What the rules may not know of: hosts, ids and names of the bodies that they are tried on."""
    with register.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    hosts = {urlsplit(row["website"]).hostname or "" for row in rows if row["website"]}
    hosts |= {folder.name for folder in sites.iterdir() if folder.is_dir()}
    words = {word for row in rows for word in WORD.findall(row["name"])}
    return {h.removeprefix("www.") for h in hosts} | {row["id"] for row in rows} | words - ordinary


def test_nothing_that_judges_knows_what_it_is_tried_on(shared: Path):
    real = "\n".join(file.read_text("utf-8") for file in (shared / "registers").glob("*.csv"))
    ordinary = {*WORD.findall(real), *PLAIN.split()}
    with register_file() as demo:
        told = names_of(demo, demo.parent / "web", ordinary)
    for folder in (shared / "devweb", *(ROOT / "tests" / "sites").glob("*/")):
        told |= names_of(folder / "register.csv", folder / "sites", ordinary)
    assert len(told) > 100
    names = {name.lower() for name in told}
    for room in ("audit", "crawler", "checklists", "reports"):
        for file in (ROOT / room).rglob("*"):
            if file.suffix in (".py", ".yml", ".sql", ".j2", ".html", ".md"):
                text = file.read_text("utf-8").lower()
                known = [name for name in names if name in text]
                found = [name for name in known if re.search(rf"\b{re.escape(name)}\b", text)]
                assert not found, file
