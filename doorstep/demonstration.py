"""The demo: crawl, audit, report and serve an embedded web of invented bodies."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time

import click

from doorstep.demo import DEMO_DATE, register_file
from doorstep.demo.server import demo_web
from doorstep.telling import PORT, do_run
from doorstep.workspace import Workspace
from reports.serve import serve as run_server

CHECKLIST = "ccg-engagement"
_VARIABLES = ("http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY")
_SETTINGS = {"only": None, "limit": None, "pages": 60, "delay": 0.05, "contact": "demo@example.org", "allow_private": False}


@click.command()
@click.option("--serve/--no-serve", "serving", default=True, help="Open Datasette on the results, or stop before.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port to listen on.")
@click.pass_obj
def demo(workspace: Workspace, serving: bool, port: int) -> None:  # noqa: FBT001 - click
    """Crawl, audit, report and serve twelve invented bodies: no network needed.

    Two of them cannot be looked at on purpose, so they are reported as unknown, not as failures.

    \b
    Example:
      doorstep demo
      doorstep --home /tmp/try demo --no-serve
    """
    day = datetime.combine(DEMO_DATE, time())
    with register_file() as register, demo_web() as proxy, _behind(proxy):
        do_run(workspace, str(register), CHECKLIST, day, dict(_SETTINGS))
    if serving:
        click.echo(f"Datasette: http://127.0.0.1:{port}/  (Ctrl-C to stop)")
        run_server(workspace.home, "127.0.0.1", port, open_browser=False)


@contextmanager
def _behind(proxy: str) -> Iterator[None]:
    """Set the standard proxy variables for the length of a crawl."""
    before = {name: os.environ.get(name) for name in _VARIABLES}
    os.environ.update(dict.fromkeys(_VARIABLES, ""), http_proxy=proxy, HTTP_PROXY=proxy)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
