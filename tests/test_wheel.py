"""The wheel carries all that Doorstep needs: installed alone, it runs from any folder."""

import re
import signal
import subprocess
import sys
import sysconfig
import urllib.request
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("doorstep", "crawler", "audit", "reports", "checklists")
OWNERS = """
from importlib.metadata import distributions, packages_distributions
from pathlib import Path
import doorstep
owners = packages_distributions()  # which overlooks a folder that holds data alone
for found in distributions():
    if any(file.parts[0] == "checklists" for file in found.files or ()):
        owners.setdefault("checklists", []).append(found.name)
for name in {packages!r}:
    print(name, *sorted(set(owners.get(name, ["nobody"]))))
print(Path(doorstep.__file__).parents[1])
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it, with what it depends on lent from here; gives bin/."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("doorstep-*.whl")
    place = folder / "venv"
    venv.create(place)
    python = place / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True, capture_output=True)
    (site,) = place.glob("lib/python*/site-packages")
    # A path file within a lent folder is not read, so the project itself is not lent.
    (site / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return place / "bin"


@pytest.fixture(scope="module")
def run(
    installed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., subprocess.CompletedProcess[str]]:
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [installed / words[0], *words[1:]]
        done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done

    return run


def test_each_package_is_ours_alone_and_is_read_from_the_wheel(run: Callable, installed: Path):
    *owners, place = run("python", "-c", OWNERS.format(packages=PACKAGES)).stdout.splitlines()

    assert owners == [f"{name} doorstep" for name in PACKAGES]
    assert Path(place).is_relative_to(installed.parent)


def test_the_installed_command_says_what_it_can_do(run: Callable):
    assert "Commands:" in run("doorstep", "--help").stdout
    assert re.search(r"ccg-2013 .* 211 ", run("doorstep", "registers").stdout)


def test_the_installed_command_begins_and_explains_a_checklist(run: Callable):
    run("doorstep", "checklist", "new", "doors.yml")

    assert ", 0 wrong" in run("doorstep", "checklist", "check", "doors.yml").stdout
    assert "<article" in run("doorstep", "checklist", "explain", "doors.yml", "--html").stdout


def test_the_installed_demo_ends_in_tables_that_can_be_browsed(run: Callable, installed: Path):
    said = run("doorstep", "--home", "demo", "demo", "--no-serve").stdout
    post = Path(re.search(r"^The post: +(.*)$", said, re.MULTILINE)[1])
    folder = Path(run("python", "-c", "import os; print(os.getcwd())").stdout.strip())
    assert "NHS Marlgate CCG" in (folder / post).read_text("utf-8")

    command = [installed / "doorstep", "--home", "demo", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        site = re.search(r"http://\S+", server.stdout.readline())[0]
        pages = [urllib.request.urlopen(site + page).read().decode() for page in ("", "doorstep")]
        server.send_signal(signal.SIGINT)
    assert "NHS Marlgate CCG" in pages[0]
    assert "league_table" in pages[1]
