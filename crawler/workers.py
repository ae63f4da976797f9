"""Several processes for one crawl: bodies are dealt out, progress comes back through pipes.

A process that is stopped ends in good order; one whose parent is gone ends at once, so that nothing
writes to a folder that another run may take up.
"""

import os
import signal
from collections.abc import Callable, Iterable
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from crawler.addresses import host_of
from crawler.options import Progress
from crawler.register import Body
from crawler.shard import Outcome, Share, disk_fault, run_share

_STOP = "stop"
_ENDED = "a worker process ended before its time; see crawl.log, then"
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def deal(bodies: Iterable[Body], workers: int) -> list[tuple[Body, ...]]:
    """Share out bodies evenly, those whose sites lie on one host or within another's together."""
    groups: dict[str, list[Body]] = {}
    everyone = list(bodies)
    hosts = {host_of(b.website).removeprefix("www.") for b in everyone}
    for body in everyone:
        groups.setdefault(_widest(body, hosts), []).append(body)
    shares: list[list[Body]] = [[] for _ in range(workers)]
    for group in sorted(groups.values(), key=len, reverse=True):
        min(shares, key=len).extend(group)
    return [tuple(share) for share in shares if share]


def _widest(body: Body, hosts: set[str]) -> str:
    """Name the widest registered host that a body's site lies in."""
    parts = host_of(body.website).removeprefix("www.").split(".")
    wider = (".".join(parts[n:]) for n in reversed(range(len(parts))))
    return next((host for host in wider if host in hosts), "")


def run_shares(share: Share, workers: int, progress: Callable[[Progress], None]) -> list[Outcome]:
    """Crawl the bodies of a share in several processes.

    The first Ctrl-C asks them all to come to their end, a second ends them where they are.
    """
    crew: list[_Worker] = []
    stopping = False

    def stop(*_: object) -> None:
        nonlocal stopping
        if stopping:
            raise KeyboardInterrupt
        stopping = True
        for worker in crew:
            worker.stop()

    before = [(number, signal.signal(number, stop)) for number in _SIGNALS]
    try:
        crew.extend(_Worker(replace(share, bodies=b)) for b in deal(share.bodies, workers))
        if stopping:
            for worker in crew:
                worker.stop()
        _listen(crew, progress)
    finally:
        for number, handler in before:
            signal.signal(number, handler)
        for worker in crew:
            worker.end()
    return [worker.outcome for worker in crew]


def _listen(crew: list["_Worker"], progress: Callable[[Progress], None]) -> None:
    talking: dict[object, _Worker] = {worker.pipe: worker for worker in crew}
    while talking:
        for pipe in wait([worker.pipe for worker in talking.values()]):
            if (news := talking[pipe].hear()) is not None:
                progress(news)
            else:
                del talking[pipe]


class _Worker:
    """A process at work, seen from the parent."""

    def __init__(self, share: Share) -> None:
        self.outcome = Outcome(finished=False, fault=_ENDED)
        # Forked from a process that has loaded this module and begun nothing: loading is shared.
        context = get_context("forkserver")
        context.set_forkserver_preload([__name__])
        self.pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_work, args=(share, theirs))
        # A Ctrl-C in the terminal reaches every process of it: the parent alone is to answer.
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        theirs.close()

    def hear(self) -> Progress | None:
        """Take in what the process says; None when it has said all."""
        try:
            said = self.pipe.recv()
        except (EOFError, OSError):
            self.pipe.close()
            return None
        if isinstance(said, Outcome):
            self.outcome = said
            self.pipe.close()
            return None
        assert isinstance(said, Progress)
        return said

    def stop(self) -> None:
        """Ask the process to come to its end."""
        if not self.pipe.closed:
            _tell(self.pipe, _STOP)

    def end(self) -> None:
        """Wait for the process, or end it where it has not said that it is done."""
        if not self.pipe.closed:
            self.pipe.close()
        self._process.join()


def _work(share: Share, pipe: Connection) -> None:
    """Crawl a share in a process of its own."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)

    def await_stop() -> None:
        try:
            pipe.recv()
        except (EOFError, OSError):
            os._exit(1)  # the parent is gone

    try:
        outcome = run_share(share, lambda news: _tell(pipe, news), await_stop)
    except OSError as error:
        outcome = Outcome(finished=False, fault=disk_fault(error))
    _tell(pipe, outcome)


def _tell(pipe: Connection, news: Any) -> None:
    try:
        pipe.send(news)
    except OSError:
        return
