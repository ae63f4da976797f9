"""The demo: crawl, audit, report and serve an embedded web of invented bodies."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from audit.checklist import read_checklist
from crawler.errors import DoorstepError
from crawler.register import read_register
from doorstep.demo import DEMO_DATE, register_file
from doorstep.demo.server import demo_web
from doorstep.reporting import PORT
from doorstep.running import do_run
from doorstep.screen import say
from doorstep.serving import addresses
from doorstep.workspace import Workspace
from reports.serve import serve as run_server

_CHECKLIST = "ccg-engagement"
_PROXIES = ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY")
_VARIABLES = (*_PROXIES, "no_proxy", "NO_PROXY")
_SETTINGS = {
    "only": None,
    "limit": None,
    "pages": 60,
    "delay": 0.05,
    "contact": "demo@example.org",
    "allow_private": False,
}


@click.command()
@click.option(
    "--serve/--no-serve", "serving", default=True, help="Open Datasette on the results, or stop."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"The port to listen on: {PORT}, or any that is free.",
)
@click.pass_obj
def demo(workspace: Workspace, /, *, serving: bool, port: int | None) -> None:
    """Crawl, audit, report and serve twelve invented bodies.

    They come with Doorstep: no network is needed. Two of them cannot be looked at on purpose, so
    they are reported as unknown, not as failures.

    \b
    Example:
      doorstep demo
      doorstep --home /tmp/try demo --no-serve
    """
    port = _free_port(port) if serving else PORT
    with register_file() as file, demo_web() as proxy, _behind(proxy):
        register = read_register(file).model_copy(update={"name": "demo"})
        told = do_run(
            workspace,
            register,
            read_checklist(_CHECKLIST),
            DEMO_DATE,
            dict(_SETTINGS),
            site=f"http://127.0.0.1:{port}",
        )
    say(f"The post:     {told.post.html}")
    say(f"              {told.post.markdown}")
    if not serving:
        say(f"To browse:    {workspace.command('serve')}")
        return
    with suppress(KeyboardInterrupt):  # the way to stop it
        run_server(workspace.home, port=port, ready=addresses(told.audit, told.post.html))


def _free_port(port: int | None) -> int:
    """Find the port before anything is crawled, since the post's links name it."""
    for wanted in (PORT, 0) if port is None else (port,):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with suppress(OSError):
                trial.bind(("127.0.0.1", wanted))
                return int(trial.getsockname()[1])
    raise DoorstepError(f"port {port} is in use; try --port 0, which takes any that is free")


@contextmanager
def _behind(proxy: str) -> Iterator[None]:
    """Set the standard proxy variables for the length of a crawl."""
    before = {name: os.environ.get(name) for name in _VARIABLES}
    os.environ.update(dict.fromkeys(_VARIABLES, "") | dict.fromkeys(_PROXIES, proxy))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
