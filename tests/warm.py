"""Begin programs in processes of their own, forked from one that has loaded their modules already.

Half of what a short command costs is loading Scrapy and the rules. Each still runs from its first
line in a process that nothing ran in before; the loading is shared.
"""

import os
import runpy
import sys
import time
from collections.abc import Callable, Mapping
from functools import cache
from multiprocessing import forkserver, get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import pytest

_HERE = Path(__file__).parent


class Warm:
    """A process at work, used as a `subprocess.Popen` would be whose output is text in files."""

    def __init__(
        self,
        work: Callable[..., None],
        *given: object,
        env: Mapping[str, str],
        cwd: Path | None = None,
    ) -> None:
        """Begin to call a function with a folder, an environment and an output of its own."""
        self._place = TemporaryDirectory()
        self._outputs = Path(self._place.name, "out"), Path(self._place.name, "err")
        for file in self._outputs:
            file.touch()
        self._process = _server().Process(
            target=_begin, args=(cwd or _HERE.parent, dict(env), self._outputs, work, given)
        )
        self._process.start()
        self.pid = self._process.pid
        self.kill, self.terminate = self._process.kill, self._process.terminate

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self.returncode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def first_line(self) -> str:
        """Wait for the first line that the process says, and give it."""
        while "\n" not in (said := self._outputs[0].read_text("utf-8")):
            assert self.returncode is None, self.communicate()[1]
            time.sleep(0.01)
        return said.partition("\n")[0]

    def communicate(self, timeout: float = 240) -> tuple[str, str]:
        """Wait for the end, of the process or of so many seconds; gives what it said and told."""
        self._process.join(timeout)
        late = self.returncode is None
        self.kill()
        self._process.join()
        out, err = (file.read_text("utf-8") for file in self._outputs)
        self._place.cleanup()
        assert not late, f"still running after {timeout} s\n{out}\n{err}"
        return out, err


def run_warm(
    work: Callable[..., None], *given: object, timeout: float = 240, **where
) -> CompletedProcess[str]:
    """Call a function in a process of its own to the end, for so many seconds at most."""
    process = Warm(work, *given, **where)
    said = process.communicate(timeout)
    return CompletedProcess(given, process.returncode, *said)


def as_a_module(words: list[str], module: str = "doorstep") -> None:
    """Do what `python -m` does with a module and some words."""
    sys.argv[1:] = words
    runpy.run_module(module, run_name="__main__", alter_sys=True)


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
        file = os.open(place, os.O_WRONLY | os.O_APPEND)
        os.dup2(file, descriptor)
        os.close(file)
    work(*given)
