"""What several tests share."""

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from audit.model import (
    AuditResult,
    BodyResult,
    ChecklistRow,
    CrawlRow,
    CriterionRow,
    Evidence,
    Fact,
    Finding,
    PageRow,
    Source,
)
from audit.store import write_audit
from crawler.folder import CrawlFolder

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
CRITERIA = (
    ("board-named", "board", "Does the site name the people on its board?", 3),
    ("board-papers", "board", "Are board papers published?", 2),
    ("email-visible", "contact", "Is a general email address shown?", 3),
    ("social-profile", "social media", "Does the site link to its own social media?", 1),
)
VERDICTS = {
    "ashdale": ("met", "met", "met", "met"),
    "birchford": ("met", "not_found", "met", "not_applicable"),
    "colmere": ("met", "not_found", "met", "unknown"),
    "dunwick": ("unknown", "unknown", "unknown", "unknown"),
    "hostile": ("met", "not_found", "not_found", "not_found"),
}
BODIES = (
    {"id": "ashdale", "name": "NHS Ashdale CCG", "region": "North", "ods_code": "A1"},
    {"id": "birchford", "name": "NHS Birchford CCG", "region": "North", "ods_code": "B1"},
    {"id": "colmere", "name": "NHS Colmere CCG", "region": "London", "ods_code": "C1"},
    {"id": "dunwick", "name": "NHS Dunwick CCG", "region": "London", "ods_code": "D1"},
    {"id": "hostile", "name": f"NHS {HOSTILE} CCG", "region": "South", "ods_code": "=1+1"},
)


def _sample_body(crawl: str, body: str) -> BodyResult:
    site = f"http://www.{body}ccg.nhs.uk"
    if body == "dunwick":
        refused = PageRow(
            id=f"{crawl}:{body}", body=body, url=f"{site}/", final_url="", reason="robots",
            status=None, clicks=0, parent="", link_text="", content_type="", bytes=0, digest="",
            captured="2013-08-06T09:00:00Z", warc="", offset=None,
        )  # fmt: skip
        pages: tuple[PageRow, ...] = (refused,)
    else:
        pages = tuple(
            PageRow(
                id=f"{crawl}:{body}-{clicks}", body=body, url=f"{site}{path}",
                final_url=f"{site}{path}", reason="ok", status=200, clicks=clicks, parent="",
                link_text="", content_type="text/html", bytes=1000, digest=f"sha1:{body}{clicks}",
                captured=f"2013-08-06T09:00:0{clicks}.500000Z",
                warc=f"crawls/{crawl}/pages.warc.gz", offset=1000 * clicks, title=title, words=120,
                kinds=kinds, text=f"{title}. Welcome to our streaming meetings in {body}.",
            )
            for clicks, path, title, kinds in (
                (0, "/", "Home", ("home",)),
                (1, "/board", HOSTILE if body == "hostile" else "Our board", ("board", "person")),
            )
        )  # fmt: skip
    sources = [
        Source(
            page=page.id, url=page.url, captured=page.captured, clicks=page.clicks,
            warc=page.warc, offset=page.offset, digest=page.digest,
        )
        for page in pages
    ]  # fmt: skip
    quote = HOSTILE if body == "hostile" else "Dr Ann Example, Chair of the governing body"
    findings = tuple(
        Finding(
            body=body,
            criterion=criterion,
            outcome=outcome,
            clicks=1 if outcome == "met" else None,
            searched="2 pages of 2, up to 1 click deep",
            reason="the site's robots.txt asks crawlers not to look" * (outcome == "unknown"),
            evidence=tuple(
                Evidence(rule="person", value="=HYPERLINK(1)", quote=quote, source=source)
                for source in reversed(sources)
            )
            if outcome == "met"
            else (),
        )
        for (criterion, *_), outcome in zip(CRITERIA, VERDICTS[body], strict=True)
    )
    own = {"quote": quote, "source": sources[-1]}
    facts = () if body == "dunwick" else (
        Fact(
            kind="person", value="Dr Ann Example", label="Chair", detail={"group": "board"}, **own
        ),
        Fact(kind="email", value=f"info@{body}ccg.nhs.uk", label="general", **own),
        Fact(kind="phone", value="+44 1632 960001", owner="hospital", **own),
        Fact(kind="email", value="old@example.org", state="ended", when=date(2013, 3, 31), **own),
        Fact(kind="profile", value=f"https://twitter.com/{body}", label="twitter", **own),
    )  # fmt: skip
    return BodyResult(body=body, pages=pages, facts=facts, findings=findings)


@pytest.fixture(scope="session")
def sample_audit() -> Callable[..., AuditResult]:
    """Make a small audit of five bodies: good, fair, thin, barred by robots.txt, hostile."""

    def make(crawl: str = "ccgs-20130806-090000", started: str = "2013-08-07T10:00:00Z"):
        return AuditResult(
            crawl=CrawlRow(
                id=crawl, register="ccgs", started=started, finished=started, status="done",
                as_of="", contact="who@example.org", settings={"delay": 1.0}, version="0.1.0",
            ),
            checklist=ChecklistRow(
                id="doors", title="Open doors", about="Can the public get in?",
                source="https://example.org/guidance", digest="sha256:1",
                criteria=tuple(
                    CriterionRow(
                        id=name, position=place, section=section, ask=ask, weight=weight,
                        why="So that people can take part.",
                    )
                    for place, (name, section, ask, weight) in enumerate(CRITERIA, start=1)
                ),
            ),
            bodies=tuple(
                body | {"website": f"http://www.{body['id']}ccg.nhs.uk/", "kind": "ccg"}
                for body in BODIES
            ),
            results=tuple(_sample_body(crawl, body) for body in VERDICTS),
            version="0.1.0", judged_on=date.fromisoformat(started[:10]), started=started,
            finished=started,
        )  # fmt: skip

    return make


@pytest.fixture(scope="session")
def sample_home(
    sample_audit: Callable[..., AuditResult], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Make a workspace whose database holds two audits of the sample; read it, never write it."""
    home = tmp_path_factory.mktemp("home")
    write_audit(home / "doorstep.db", sample_audit())
    later = sample_audit("ccgs-20140806-090000", "2014-08-07T10:00:00Z")
    write_audit(home / "doorstep.db", later)
    return home


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
        return subprocess.run(
            [sys.executable, "-m", "doorstep", *map(str, words)],
            cwd=cwd or Path(__file__).parents[1],
            env={**os.environ, "DOORSTEP_CONTACT": "", **variables},
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )

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
def survey(run_doorstep: Callable, shared: Path) -> Callable[[Path, Path], Path]:
    """Serve the sites of a folder, survey its register into a workspace, and give that."""

    def run(folder: Path, home: Path) -> Path:
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
                asked = ("--on", "2026-11-21", "--delay", "0.05", "--contact", "x@example.org")
                done = run_doorstep(
                    *("--home", home, "run", folder / "register.csv"),
                    *("--checklist", "ccg-engagement", *asked),
                    http_proxy=f"http://127.0.0.1:{port}", no_proxy="",
                )  # fmt: skip
            finally:
                serving.terminate()
        assert done.returncode in (0, 1), done.stderr
        return home

    return run


@pytest.fixture(scope="session")
def devweb_home(
    survey: Callable[[Path, Path], Path], shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Give the workspace of a survey of the development web."""
    return once_for_all(
        tmp_path_factory, "devweb", lambda home: str(survey(shared / "devweb", home))
    )


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


_CRAWL = """
import json, sys
from pathlib import Path
from crawler.errors import CrawlError
from crawler.register import read_register
from crawler.run import CrawlOptions, crawl
options = json.loads(sys.argv[1])
for name in ("root", "resume"):
    options[name] = Path(options[name]) if options.get(name) else None
options["register"] = read_register(options["register"])
try:
    print(crawl(CrawlOptions(**options), lambda progress: None).path)
except CrawlError as error:
    sys.exit(str(error))
"""


def start_crawl(web: LoopbackWeb, root: Path, rows: dict[str, str], **options) -> subprocess.Popen:
    """Begin a crawl of bodies (id: website) in a process of its own."""
    register = root / "bodies.csv"
    root.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name},The {name} body,{site}\n" for name, site in rows.items())
    register.write_text(f"id,name,website\n{lines}")
    asked = {"contact": "tests@example.org", "delay": 0.0, "timeout": 3.0, **options}
    asked |= {"register": str(register), "root": str(root / "crawls")}
    return subprocess.Popen(
        [sys.executable, "-c", _CRAWL, json.dumps(asked, default=str)],
        env={**os.environ, "http_proxy": web.proxy, "https_proxy": "", "no_proxy": ""},
        cwd=Path(__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def run_crawl(web: LoopbackWeb, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """Crawl bodies (id: website) of the loopback web to the end; gives the crawl folder."""

    def run(rows: dict[str, str], root: Path | None = None, **options) -> CrawlFolder:
        place = root or tmp_path_factory.mktemp("crawl")
        process = start_crawl(web, place, rows, **options)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        return CrawlFolder(Path(out.strip().splitlines()[-1]))

    run.start = lambda rows, root, **options: start_crawl(web, root, rows, **options)
    return run
