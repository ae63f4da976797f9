"""Fixtures: a web of many hosts on loopback that misbehaves as told, and crawls of it."""

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from warcio.cli import main as check_archives
from warm import Warm

from crawler.errors import CrawlError
from crawler.folder import CrawlFolder
from crawler.register import read_register
from crawler.run import CrawlOptions, crawl


@dataclass(kw_only=True)
class Reply:
    """What a host of the loopback web answers."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "text/html; charset=utf-8"
    hang: float = 0.0  # seconds before the answer
    first: "Reply | None" = None  # answers the first `times` requests instead
    times: int = 0
    cut: int | None = None  # closes after so many bytes of the body
    endless: bool = False


class LoopbackWeb:
    """A web of many hosts behind one proxy on loopback; keeps a log of what it was asked."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply] = {}
        self.log: list[tuple[float, str, dict[str, str]]] = []
        self._lock = threading.Lock()
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                web.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def page(self, url: str, *links: str, title: str = "A page", text: str = "", **reply) -> None:
        """Put a page into the web; a link is an address, or an address and its words after a |."""
        rows = [link.partition("|") for link in links]
        items = "".join(f'<li><a href="{href}">{words or href}</a></li>' for href, _, words in rows)
        body = (
            f"<!doctype html><title>{title}</title><h1>{title}</h1>"
            f"<p>{url}: {text or 'We buy care for the people of this place.'}</p><ul>{items}</ul>"
        )
        self.replies[url] = Reply(**{"body": body, **reply})

    def asked(self, host: str) -> list[str]:
        """List the paths that a host was asked for, in order."""
        return [u.partition(host)[2] for _, u, _ in self.log if urlsplit(u).hostname == host]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        url = handler.path
        with self._lock:
            seen = sum(u == url for _, u, _ in self.log)
            self.log.append((time.monotonic(), url, dict(handler.headers.items())))
        hosts = {urlsplit(u).hostname for u in self.replies}
        missing = Reply(status=404, body="<h1>No such page</h1>")
        if urlsplit(url).hostname not in hosts:
            missing = Reply(status=502, body="no such host", kind="text/plain")
        reply = self.replies.get(url, missing)
        if reply.first and seen < reply.times:
            reply = reply.first
        tag = reply.headers.get("ETag")
        if tag and handler.headers.get("If-None-Match") == tag:
            reply = Reply(status=304, headers=reply.headers)
        time.sleep(reply.hang)
        body = reply.body.encode() if isinstance(reply.body, str) else reply.body
        with suppress(OSError):
            handler.send_response(reply.status)
            for name, value in {"Content-Type": reply.kind, **reply.headers}.items():
                handler.send_header(name, value)
            if not reply.endless:
                handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body[: reply.cut] if reply.cut is not None else body)
            while reply.endless:
                handler.wfile.write(b"<p>and so on</p>\n" * 1000)
        if reply.cut is not None or reply.endless:
            handler.close_connection = True


@pytest.fixture(scope="module")
def web() -> Iterator[LoopbackWeb]:
    """Serve an empty web that a test fills."""
    served = LoopbackWeb()
    yield served
    served.close()


def crawl_as_asked(options: dict, before: str = "") -> None:
    """Crawl with options that came as JSON, after some Python of a test's; print where to."""
    exec(before, {})
    for name in ("root", "resume", "since"):
        options[name] = Path(options[name]) if options.get(name) else None
    options["register"] = read_register(options["register"])
    try:
        print(crawl(CrawlOptions(**options), lambda _: None).path, flush=True)
    except CrawlError as error:
        sys.exit(str(error))


def _asked(root: Path, rows: dict[str, str], options: dict) -> str:
    """Write a register of bodies and the options of a crawl of it, as JSON."""
    register = root / "bodies.csv"
    root.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name},The {name} body,{site}\n" for name, site in rows.items())
    register.write_text(f"id,name,website\n{lines}")
    asked = {"contact": "tests@example.org", "delay": 0.0, "timeout": 3.0, **options}
    return json.dumps({**asked, "register": register, "root": root / "crawls"}, default=str)


def start_crawl(
    web: LoopbackWeb,
    root: Path,
    rows: dict[str, str],
    *,
    proxy: str | None = None,
    before: str = "",
    **options,
) -> Warm:
    """Begin a crawl of bodies (id: website) in a process of its own, after some Python of a test's.

    It goes through the web's proxy, or another, or with an empty one through none.
    """
    asked = json.loads(_asked(root, rows, options))
    through = web.proxy if proxy is None else proxy
    env = {**os.environ, "http_proxy": through, "https_proxy": "", "no_proxy": ""}
    return Warm(crawl_as_asked, asked, before, env=env)


def assert_sound(folder: CrawlFolder) -> None:
    """Let warcio check every archive of a crawl, digests and all."""
    archives = [str(archive) for archive in folder.path.glob("*.warc.gz")]
    with pytest.raises(SystemExit) as ended, redirect_stdout(StringIO()) as told:
        check_archives(["check", *archives])
    assert ended.value.code == 0, told.getvalue()


@pytest.fixture(scope="module")
def run_crawl(web: LoopbackWeb, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """Crawl bodies (id: website) of the loopback web to the end; gives the crawl folder."""

    def run(
        rows: dict[str, str], root: Path | None = None, proxy: str | None = None, **options
    ) -> CrawlFolder:
        process = start_crawl(
            web, root or tmp_path_factory.mktemp("crawl"), rows, proxy=proxy, **options
        )
        said, told = process.communicate(timeout=120)
        assert process.returncode == 0, told
        return CrawlFolder(Path(said.strip().splitlines()[-1]))

    run.start = lambda rows, root, **options: start_crawl(web, root, rows, **options)
    return run
