"""Imports run doorstep -> reports -> audit -> crawler, never back; what is imported is declared."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("crawler", "audit", "reports", "doorstep")  # each may import those before it
DATA = ("checklists",)
MODULES = sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))


def imports(file: Path) -> Iterator[tuple[str, int]]:
    """Every name that a module imports, however deep within, with its line."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: relative import"
            yield node.module or "", node.lineno


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_the_rooms_below_it(room: str):
    above = {*ROOMS[ROOMS.index(room) + 1 :], *DATA, "tests", "benchmarks"}
    files = [file for file in MODULES if file.is_relative_to(ROOT / room)]

    assert files
    for file in files:
        for name, line in imports(file):
            assert name.split(".")[0] not in above, f"{file}:{line}: {room} imports {name}"


def test_checklists_hold_no_code():
    assert {file.suffix for file in (ROOT / "checklists").iterdir() if file.is_file()} <= {
        ".yml",
        ".md",
    }


def test_no_module_is_a_drawer_for_everything():
    for file in MODULES:
        assert file.stem not in {"utils", "util", "helpers", "common", "misc", "base"}, file


def test_what_is_imported_is_declared_and_what_is_declared_is_imported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {normal(re.split(r"[<>=;\[ ]", line)[0]) for line in project["dependencies"]}
    optional = project["optional-dependencies"]
    extras = {normal(name) for extra in ("browser", "cluster") for name in optional[extra]}
    owners = packages_distributions()
    imported = {
        next((n for n in map(normal, owners[top]) if n in declared), normal(owners[top][0]))
        for file in MODULES
        for top in {name.split(".")[0] for name, _ in imports(file)}
        if top not in {*sys.stdlib_module_names, *ROOMS, *DATA, "_typeshed"}
    }

    assert imported - extras == declared


def test_constraints_pin_exact_versions_and_nothing_of_this_machine():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()

    assert len(lines) > 100
    for line in lines:
        assert line.startswith("#") or re.fullmatch(r"[\w.-]+==[\w.+!]+", line), line


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


LEAN = """
import subprocess
import sys
from doorstep.cli import cli
for names, unneeded in {
    "crawls registers explain report": ("scrapy", "audit.find"),
    "serve": ("scrapy",),
}.items():
    for name in names.split():
        assert cli.get_command(None, name)
    print(*(module for module in unneeded if module in sys.modules))
"""


def test_a_command_loads_only_what_it_needs():
    done = subprocess.run([sys.executable, "-c", LEAN], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []
