"""What several tests share: the machine's programs, the command line, and workspaces made once."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright
from warm import as_a_module, run_warm

collect_ignore = ["sites"]  # thousands of folders of pages, and no test
pytest_plugins = ("browsing", "loopback", "sample")
_SLOW = {"chromium", "demo_home", "installed", "run_crawl", "run_doorstep", "survey"}


@pytest.fixture(scope="session")
def shared() -> Path:
    """Find the shared material beside the project; skip without it, but never in CI."""
    place = Path(__file__).parents[2] / "shared"
    if not place.is_dir():
        lacking("needs the folder `shared` beside the project")
    return place


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Find a program of the system; skip without it, but never in CI."""

    def find(name: str) -> str:
        return shutil.which(name) or lacking(f"{name} is missing: apt-get install {name}")

    return find


@pytest.fixture(scope="session")
def chromium(program: Callable[[str], str]) -> Iterator[Browser]:
    """Start Debian's chromium; skip without it, but never in CI."""
    found = program("chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=flags)
        yield browser
        browser.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that crawl or browse, so that the quick ones even out the end."""
    slow = {item.path for item in items if _SLOW & set(item.fixturenames)}
    items.sort(key=lambda item: item.path not in slow)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a run in CI fail when anything was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def lacking(reason: str) -> NoReturn:
    """Skip a test for want of something on this machine; fail it in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason} (CI may not skip)")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def run_doorstep() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line as users do, in a process of its own."""

    def run(*words: object, cwd: Path | None = None, **variables: str):
        env = {**os.environ, "DOORSTEP_CONTACT": "", **variables}
        return run_warm(as_a_module, list(map(str, words)), env=env, cwd=cwd)

    return run


def once_for_all(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], str]) -> Path:
    """Make a workspace once for all workers, keeping what was said; read it, never write it."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    home, said = root / f"{name} home", root / f"{name}.txt"
    with FileLock(root / f"{name}.lock"):
        if not said.exists():
            said.write_text(make(home), encoding="utf-8")
    return home


@pytest.fixture(scope="session")
def demo_home(run_doorstep: Callable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the workspace that `doorstep demo --no-serve` leaves; what it said is in demo.txt."""

    def make(home: Path) -> str:
        done = run_doorstep("--home", home, "demo", "--no-serve")
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    return once_for_all(tmp_path_factory, "demo", make)


@pytest.fixture(scope="session")
def survey(run_doorstep: Callable, shared: Path) -> Callable[..., Path]:
    """Serve the sites of a folder, crawl or survey its register into a workspace, and give that."""

    def run(folder: Path, home: Path, *words: str) -> Path:
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            port = trial.getsockname()[1]
        server = [sys.executable, shared / "testweb" / "testweb.py", folder / "sites"]
        with subprocess.Popen(
            [*server, "--port", str(port)], stdout=subprocess.PIPE, text=True
        ) as serving:
            try:
                assert serving.stdout is not None
                serving.stdout.readline()  # it says so when it is ready
                done = run_doorstep(
                    *("--home", home, words[0], folder / "register.csv", *words[1:]),
                    *("--delay", "0.05", "--contact", "x@example.org"),
                    http_proxy=f"http://127.0.0.1:{port}", no_proxy="",
                )  # fmt: skip
            finally:
                serving.terminate()
        assert done.returncode in (0, 1), done.stderr
        return home

    return run


@pytest.fixture(scope="session")
def devweb_home(
    survey: Callable[..., Path], shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Give the workspace of a survey of the development web."""
    asked = ("run", "--checklist", "ccg-engagement", "--on", "2026-11-21")
    return once_for_all(
        tmp_path_factory, "devweb", lambda home: str(survey(shared / "devweb", home, *asked))
    )
