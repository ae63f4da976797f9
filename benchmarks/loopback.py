"""Serves a made-up web of any number of hosts on one loopback port, as an HTTP proxy.

It runs in a process of its own and keeps a log: for each request the moment, the host, the path,
the status, the bytes of the body, and how many requests of that host were open, this one included.
"""

import argparse
import asyncio
import hashlib
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from made_web import Spec, page_of

HANG = "hang"


class Web(asyncio.Protocol):
    """One connection; the web itself is shared by all."""

    def __init__(self, spec: Spec, log: list[tuple], open_now: Counter[str]) -> None:
        self.spec, self.log, self.open_now = spec, log, open_now
        self.data = b""
        self.open_hosts: list[str] = []

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Begin."""
        self.transport = transport

    def connection_lost(self, error: Exception | None) -> None:  # noqa: ARG002
        """Count what was left unanswered as over."""
        for host in self.open_hosts:
            self.open_now[host] -= 1

    def data_received(self, data: bytes) -> None:
        """Answer each whole request."""
        self.data += data
        while b"\r\n\r\n" in self.data:
            head, _, self.data = self.data.partition(b"\r\n\r\n")
            self.answer(head.decode("latin-1"))

    def answer(self, head: str) -> None:
        """Take in a request; its answer goes out after the moment that a server takes."""
        line, *rows = head.split("\r\n")
        method, target, _ = line.split(" ", 2)
        # Only http is served; who asks for https is told that there is none.
        url = urlsplit(f"http://{target}/CONNECT" if method == "CONNECT" else target)
        host, path = url.hostname or "", url.path + (f"?{url.query}" if url.query else "")
        headers = {k.lower(): v.strip() for k, _, v in (row.partition(":") for row in rows)}
        self.open_now[host] += 1
        self.open_hosts.append(host)
        came = (time.monotonic(), host, path)
        if page_of(self.spec, host, path) == HANG:
            self.log.append((*came, 0, 0, self.open_now[host]))
            return
        asyncio.get_running_loop().call_later(self.spec.latency, self.send, came, headers)

    def send(self, came: tuple[float, str, str], headers: dict[str, str]) -> None:
        """Answer a request and write it into the log."""
        _, host, path = came
        found = page_of(self.spec, host, path)
        body = found if isinstance(found, bytes) else b"<title>Not found</title>"
        tag = f'"{hashlib.sha1(body).hexdigest()[:16]}"'
        status = "200 OK" if isinstance(found, bytes) else "404 Not Found"
        if headers.get("if-none-match") == tag:
            status, body = "304 Not Modified", b""
        kind = "text/plain" if path == "/robots.txt" else "text/html; charset=utf-8"
        self.transport.write(
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nETag: {tag}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        self.log.append((*came, int(status[:3]), len(body), self.open_now[host]))
        self.open_now[host] -= 1
        self.open_hosts.remove(host)


class Served:
    """A web that is being served, seen from outside."""

    def __init__(self, process: subprocess.Popen, spec: Spec) -> None:
        self._process, self.spec = process, spec
        self.proxy = self._said()

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead a program to this web."""
        return {**os.environ, "http_proxy": self.proxy, "https_proxy": self.proxy, "no_proxy": ""}

    def take_log(self) -> list[list]:
        """Give the log since the last time, in order."""
        self._process.stdin.write("log\n")
        self._process.stdin.flush()
        return json.loads(self._said())

    def _said(self) -> str:
        return self._process.stdout.readline().strip()


@contextmanager
def served(spec: Spec) -> Iterator[Served]:
    """Serve a web while the block runs."""
    command = [sys.executable, __file__, spec.to_json()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, cwd=Path(__file__).parent, **pipes) as process:
        try:
            yield Served(process, spec)
        finally:
            process.kill()


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("spec")
    spec = Spec.from_json(parser.parse_args().spec)
    log: list[tuple] = []
    open_now: Counter[str] = Counter()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Web(spec, log, open_now), "127.0.0.1", 0, backlog=2048
    )
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)

    def asked() -> None:
        if not sys.stdin.readline():
            loop.stop()
        print(json.dumps(log), flush=True)
        log.clear()

    loop.add_reader(sys.stdin, asked)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
