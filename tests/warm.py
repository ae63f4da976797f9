"""Begin programs in processes of their own, forked from one that has loaded their modules already.

Half of what a short command costs is loading Scrapy and the rules. Each still runs from its first
line in a process that nothing ran in before; the loading is shared.
"""

import os
import runpy
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from multiprocessing import forkserver, get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path
from subprocess import CompletedProcess

import pytest

_HERE = Path(__file__).parent


def run_warm(
    work: Callable[..., None],
    *given: object,
    env: Mapping[str, str],
    cwd: Path | None = None,
    timeout: float = 240,  # seconds
) -> CompletedProcess[str]:
    """Call a function in a process of its own, with its own folder, environment and output."""
    with tempfile.TemporaryDirectory() as place:
        out, err = Path(place, "out"), Path(place, "err")
        process = _server().Process(
            target=_begin, args=(cwd or _HERE.parent, dict(env), (out, err), work, given)
        )
        process.start()
        process.join(timeout)
        late = process.exitcode is None
        process.kill()
        process.join()
        said = [file.read_text("utf-8") if file.exists() else "" for file in (out, err)]
        assert not late, f"still running after {timeout} s\n{said[0]}\n{said[1]}"
        return CompletedProcess(given, process.exitcode, *said)


def as_a_module(words: list[str]) -> None:
    """Do what `python -m doorstep` does with some words."""
    sys.argv[1:] = words
    runpy.run_module("doorstep", run_name="__main__", alter_sys=True)


@cache
def _server() -> ForkServerContext:
    context = get_context("forkserver")
    context.set_forkserver_preload(["warm_modules"])
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYTHONPATH", str(_HERE))
        forkserver.ensure_running()
    return context


def _begin(
    cwd: Path,
    env: dict[str, str],
    outputs: tuple[Path, Path],
    work: Callable[..., None],
    given: tuple[object, ...],
) -> None:
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    for descriptor, place in enumerate(outputs, start=1):
        file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, descriptor)
        os.close(file)
    work(*given)
