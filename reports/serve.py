"""Serve a workspace's database with Datasette, read-only and on this machine alone by default."""

import asyncio
import socket
import sqlite3
import webbrowser
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from copy import deepcopy
from http.client import HTTPConnection, HTTPException
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

import uvicorn
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from audit.errors import AuditError
from audit.store import read_database
from reports import plugin
from reports.describe import SETTINGS, metadata
from reports.errors import ReportError

_COUNTING_MS = 200
_OF_THE_SCHEMA = (
    *("table_counts", "table_names", "view_names", "hidden_table_names", "table_columns"),
    *("table_exists", "primary_keys", "fts_table", "get_all_foreign_keys"),
    *("foreign_keys_for_table", "label_column_for_table", "get_table_definition"),
    *("get_view_definition", "table_column_details"),
)


def serve(
    home: Path,
    host: str = "127.0.0.1",
    port: int = 8001,
    *,
    open_browser: bool = False,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve until interrupted; `ready` is told the address. Port 0 means any that is free."""
    application = datasette_for(home).app()
    with closing(_listen(host, port)) as listening:
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{listening.getsockname()[1]}/"
        if ready:
            ready(address)
        Thread(target=_ask, args=(listening.getsockname()[:2],), daemon=True).start()
        if open_browser:
            webbrowser.open(address)
        settings = uvicorn.Config(application, log_level="warning", lifespan="on", workers=1)
        with suppress(KeyboardInterrupt):
            asyncio.run(uvicorn.Server(settings).serve(sockets=[listening]))


def datasette_for(home: Path) -> Datasette:
    """Set Datasette up for a workspace."""
    path = home / "doorstep.db"
    if not path.is_file():
        raise ReportError(f"{path}: there is no database yet; run `doorstep audit` first")
    try:
        with closing(read_database(path)) as db:
            described = metadata(db.conn, path.stem)
    except (AuditError, sqlite3.Error) as error:
        raise ReportError(str(error)) from error
    # Datasette would print a screen of local variables for every address that is not there.
    pm.get_plugin("datasette.handle_exception").rich = None
    if not pm.has_plugin(plugin.__name__):
        pm.register(plugin, name=plugin.__name__)
    room = Path(str(files("reports"))) / "datasette"
    datasette = Datasette(
        [str(path)],
        metadata=described,
        settings=SETTINGS,
        template_dir=str(room / "templates"),
        static_mounts=[
            ("assets", str(room / "static")),
            ("posts", str(home.resolve() / "reports")),
        ],
    )
    _remember(datasette.get_database(path.stem))
    return datasette


def _ask(where: tuple[str, int]) -> None:
    """Ask for the home page, so that its charts are drawn before the first reader comes."""
    with suppress(OSError, HTTPException), closing(HTTPConnection(*where)) as connection:
        connection.request("GET", "/")
        connection.getresponse().read()


def _remember(database: Database) -> None:
    """Let Datasette ask what tables there are, and how long, again only when the file changes."""
    version: int | None = None
    known: dict[tuple[Any, ...], Any] = {}

    def remembered(name: str, ask: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def told(*words: Any) -> Any:
            nonlocal version
            if version != database.mtime_ns:
                version = database.mtime_ns
                known.clear()
            if (name, *words) not in known:
                known[name, *words] = await ask(*words)
            return deepcopy(known[name, *words])

        return told

    count = database.table_counts
    database.table_counts = lambda _=0: count(_COUNTING_MS)
    for name in _OF_THE_SCHEMA:
        setattr(database, name, remembered(name, getattr(database, name)))


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[
            0
        ]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise ReportError(f"--host {host}: {error.strerror}; try --host 127.0.0.1") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen()  # so that whoever reads the address is answered
    except OSError as error:
        listening.close()
        raise ReportError(
            f"port {port} of {host} cannot be used ({error.strerror}); try --port {port + 1}"
        ) from error
    return listening
