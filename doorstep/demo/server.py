"""Serves the demo's web on loopback as an HTTP proxy, so each host is reached by its real name.

Each folder of `web` is a host. A path is the file of that name, its folder's index, or that name
with `.html`. `_behaviour.json` in a host's folder bends paths: a key is a path, a path with its
query, or the beginning of one and `*`. Its value may say

    file    which file answers                  type    the Content-Type
    status  403, 404, 410 and a short page      why     the reason, for readers of the file
    to      where to go instead, by 301 or `status`; `*` in it is what the key's star stood for

A host without a folder gets no answer at all: the connection is closed, as if nobody were there.
"""

import hashlib
import json
import mimetypes
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files
from importlib.resources.abc import Traversable
from socketserver import ThreadingTCPServer
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

_IDLE_SECONDS = 30
_TYPES = {
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".aspx": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
_INDEXES = ("index.html", "index.htm")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a host says to one request."""

    status: HTTPStatus
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


@contextmanager
def demo_web() -> Iterator[str]:
    """Serve the demo's web while the block runs; yields the proxy's address, `http://127.0.0.1:PORT`."""
    with _Proxy(("127.0.0.1", 0)) as proxy:
        thread = Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{proxy.server_address[1]}"
        finally:
            proxy.shutdown()
            thread.join()
            proxy.hang_up()


def answer(host: str, target: str) -> Answer | None:
    """Answer a path with its query as the host would; None where no such host exists."""
    home = _hosts().get(host)
    if home is None:
        return None
    path = target.partition("?")[0]
    rule, star = _rule(home, target)
    if "to" in rule:
        status = HTTPStatus(rule.get("status", HTTPStatus.MOVED_PERMANENTLY))
        return Answer(status=status, headers={"Location": rule["to"].replace("*", star)})
    if "status" in rule:
        return _short_page(HTTPStatus(rule["status"]))
    page = _page(home, rule.get("file", path))
    if page is None:
        return _short_page(HTTPStatus.NOT_FOUND)
    if page.name in _INDEXES and "file" not in rule and not path.endswith(("/", page.name)):
        return Answer(status=HTTPStatus.MOVED_PERMANENTLY, headers={"Location": f"{path}/"})
    body = page.read_bytes()
    kind = rule.get("type") or _content_type(page.name)
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    return Answer(status=HTTPStatus.OK, body=body, headers={"Content-Type": kind, "ETag": tag})


@cache
def _hosts() -> dict[str, Traversable]:
    web = files("doorstep.demo") / "web"
    return {folder.name: folder for folder in web.iterdir() if folder.is_dir()}


@cache
def _behaviour(host: str) -> dict[str, dict[str, Any]]:
    file = _hosts()[host] / "_behaviour.json"
    rules: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return rules


def _rule(home: Traversable, target: str) -> tuple[dict[str, Any], str]:
    """Find what bends a path with its query, and what the star of its key stands for."""
    rules = _behaviour(home.name)
    for exact in (target, target.partition("?")[0]):
        if exact in rules:
            return rules[exact], ""
    starts = (key[:-1] for key in rules if key.endswith("*"))
    start = max((start for start in starts if target.startswith(start)), key=len, default=None)
    return ({}, "") if start is None else (rules[f"{start}*"], target[len(start) :])


def _page(home: Traversable, path: str) -> Traversable | None:
    """Find the file of a path; names that climb, hide or belong to the server are not found."""
    names = [unquote(part) for part in path.split("/")]
    leaf = names.pop()
    if any(not _plain(name) for name in [*names, leaf] if name):
        return None
    folder = home
    for name in names:
        folder = folder / name if name else folder
    leaves = (
        [leaf, f"{leaf}.html", *(f"{leaf}/{index}" for index in _INDEXES)] if leaf else _INDEXES
    )
    for found in (folder.joinpath(*name.split("/")) for name in leaves):
        if found.is_file():
            return found
    return None


def _plain(name: str) -> bool:
    return not name.startswith((".", "_")) and not any(c in "/\\:\0" for c in name)


def _content_type(name: str) -> str:
    suffix = name[name.rfind(".") :]
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _short_page(status: HTTPStatus) -> Answer:
    body = f"<!DOCTYPE html><title>{status.phrase}</title><h1>{status.value} {status.phrase}</h1>\n"
    headers = {"Content-Type": "text/html; charset=utf-8"}
    return Answer(status=status, body=body.encode(), headers=headers)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "DoorstepDemo"
    sys_version = ""
    timeout = _IDLE_SECONDS
    wbufsize = -1  # head and body leave together, or a client's delayed ACK holds up the body
    disable_nagle_algorithm = True

    def handle(self) -> None:
        with suppress(ConnectionError):  # a client may leave at any moment
            super().handle()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        host = (parts.netloc or self.headers.get("Host", "")).lower().removesuffix(":80")
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        said = answer(host, target)
        if said is None:
            self.close_connection = True
            return
        tag = said.headers.get("ETag")
        if tag and tag in self.headers.get("If-None-Match", ""):
            said = Answer(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value)
        if said.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(said.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(said.body)

    do_HEAD = do_GET  # noqa: N815 - the same

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Stay silent: the crawler keeps the record."""


class _Proxy(ThreadingTCPServer):
    daemon_threads = False  # leaving the block waits for every answer under way
    request_queue_size = 64

    def __init__(self, address: tuple[str, int]) -> None:
        self._open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep alive, which would be waited for."""
        for connection in self._open.copy():
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
