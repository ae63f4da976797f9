"""Guards against what a hostile or broken web does, each shown by a crawl that meets it."""

import gzip
import json
import re
import socket
import ssl
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from itertools import pairwise
from pathlib import Path

import brotli
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from loopback import assert_sound
from warm import Warm

from crawler.captures import TooLargeError, decode_content
from crawler.folder import CrawlFolder
from crawler.networks import is_private

# Names resolve as a test says, below the guard. The one public address is led to loopback after
# the guard has seen it, so that a public site can be played here.
RESOLVER = """
import json
from twisted.internet.base import ThreadedResolver
from twisted.internet.defer import fail, succeed
from twisted.internet.error import DNSLookupError
from crawler import guards
NAMES = json.loads(%r)
def look_up(self, name, timeout=()):
    return succeed(NAMES[name]) if name in NAMES else fail(DNSLookupError(name))
ThreadedResolver.getHostByName = look_up
class Resolver(guards.PublicResolver):
    def getHostByName(self, name, timeout=()):
        found = super().getHostByName(name, timeout)
        return found.addCallback(lambda a: "127.0.0.1" if a == "93.184.216.34" else a)
guards.PublicResolver = Resolver
"""
INWARD = {
    "loopback": "127.0.0.1",
    "another-loopback": "127.8.9.10",
    "link-local": "169.254.10.20",
    "metadata": "169.254.169.254",
    "ten": "10.1.2.3",
    "home": "192.168.1.1",
    "carrier": "100.64.0.1",
    "nowhere": "0.0.0.0",
    "multicast": "224.0.0.251",
}


def reasons(folder: CrawlFolder) -> dict[str, str]:
    return {f.body: f.reason for f in folder.fetches() if f.is_page and f.depth == 0}


def finish(process: Warm) -> CrawlFolder:
    out, told = process.communicate(timeout=100)
    assert process.returncode == 0, told
    return CrawlFolder(Path(out.strip().splitlines()[-1]))


@pytest.fixture(scope="module")
def inward(web, run_crawl, tmp_path_factory) -> CrawlFolder:
    """Crawl names that resolve into private networks, and redirects to them; no proxy between."""
    port = web.proxy.rpartition(":")[2]
    names = {f"{name}.example": address for name, address in INWARD.items()}
    names |= {"public.example": "93.184.216.34", "leads.example": "93.184.216.34"}
    for name in INWARD:
        away = {"Location": f"http://{name}.example:{port}/secret"}
        web.page(f"/to-{name}", status=302, headers=away)
    web.page("/", *[f"/to-{name}|Our board {name}" for name in INWARD], title="Public")
    web.page("/secret", title="A secret")
    rows = {name: f"http://{name}.example:{port}/" for name in INWARD}
    rows |= {"public": f"http://public.example:{port}/", "dns": "http://no-such.example/"}
    root = tmp_path_factory.mktemp("inward")
    hook = RESOLVER % json.dumps(names)
    return finish(run_crawl.start(rows, root, proxy="", before=hook))


@pytest.mark.parametrize("name", INWARD)
def test_a_name_that_resolves_inwards_is_refused(inward: CrawlFolder, name: str):
    assert reasons(inward)[name] == "private_address"


def test_a_redirect_to_such_a_name_is_refused(web, inward: CrawlFolder):
    found = {f.url.rpartition("/")[2]: f for f in inward.fetches() if f.body == "public"}

    assert found[""].reason == "ok"
    # A redirect to a stranger is refused for that alone; none is followed.
    assert {found[f"to-{name}"].reason for name in INWARD} == {"redirect_off_site"}
    assert "/secret" not in [url for _, url, _ in web.log]


def test_a_sub_domain_that_resolves_inwards_is_refused_at_the_redirect(
    web, run_crawl, tmp_path: Path
):
    port = web.proxy.rpartition(":")[2]
    names = {"own.example": "93.184.216.34", "inner.own.example": "169.254.169.254"}
    there = {"Location": f"http://inner.own.example:{port}/latest/meta-data"}
    web.page("/meta", status=307, headers=there)
    web.page("/", "/meta|Meta", f"http://inner.own.example:{port}/link|Link", title="Own")
    hook = RESOLVER % json.dumps(names)
    rows = {"own": f"http://own.example:{port}/"}
    folder = finish(run_crawl.start(rows, tmp_path, proxy="", before=hook))
    found = {f.url.rpartition("/")[2]: f.reason for f in folder.fetches() if f.depth == 1}

    assert found == {"meta": "private_address", "link": "private_address"}
    assert not [u for _, u, _ in web.log if "meta-data" in u or u == "/link"]


def test_a_name_nobody_knows_is_dns(inward: CrawlFolder):
    assert reasons(inward)["dns"] == "dns"


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::]"),
        *("[::ffff:169.254.169.254]", "[fe80::1%25eth0]", "[fd00:ec2::254]", "[2002:7f00:1::]"),
        *("[64:ff9b::7f00:1]", "localhost", "x.localhost", "printer.local", "db.internal"),
    ],
)
def test_every_way_to_write_a_private_address_is_known(address: str):
    assert is_private(f"http://{address}/")


@pytest.mark.parametrize("address", ["93.184.216.34", "[2606:2800:220:1::1]", "www.example.org"])
def test_public_addresses_are_not_private(address: str):
    assert not is_private(f"http://{address}/")


@pytest.fixture(scope="module")
def self_signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve TLS that nobody vouches for; gives the port."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "somebody.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, plain)
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                caller, _ = listener.accept()
                with suppress(OSError), context.wrap_socket(caller, server_side=True) as secure:
                    secure.recv(1000)

    threading.Thread(target=serve, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


def test_tls_that_fails_is_recorded_as_such(web, self_signed: int, run_crawl):
    plain = web.proxy.rpartition(":")[2]  # speaks no TLS at all
    rows = {
        "selfsigned": f"https://127.0.0.1:{self_signed}/",
        "no-tls": f"https://127.0.0.1:{plain}/",
    }
    folder = run_crawl(rows, allow_private=True)

    assert reasons(folder) == {"selfsigned": "tls", "no-tls": "tls"}


@pytest.fixture(scope="module")
def paced(web, run_crawl: Callable[..., CrawlFolder]) -> tuple[CrawlFolder, float]:
    """Crawl a slow host, and one that names a date; gives also that date, monotonic."""
    later = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=4)
    wait = {"Retry-After": format_datetime(later, usegmt=True)}
    web.page("http://dated.example/", "/board|Our board", title="Dated")
    web.page("http://dated.example/board", title="Board")
    reply = web.replies["http://dated.example/board"]
    reply.first, reply.times = type(reply)(status=503, headers=wait, body="later"), 1
    for n in range(7):
        web.page(f"http://slow.example/{n or ''}", f"/{n + 1}|Next", title=f"{n}", hang=0.5)
    rows = {"dated": "http://dated.example/", "slow": "http://slow.example/"}
    folder = run_crawl(rows, delay=0.05, timeout=10)
    return folder, time.monotonic() + (later - datetime.now(UTC)).total_seconds()


def test_retry_after_as_a_date_is_waited_for(web, paced: tuple[CrawlFolder, float]):
    folder, until = paced
    asked = [at for at, url, _ in web.log if url == "http://dated.example/board"]

    assert {f.reason for f in folder.fetches() if f.url.endswith("/board")} == {"ok"}
    assert len(asked) == 2
    assert asked[1] >= until - 0.05


@pytest.mark.usefixtures("paced")
def test_a_host_that_slows_down_is_asked_less_often(web):
    asked = [at for at, url, _ in web.log if "//slow.example" in url]
    gaps = [later - before - 0.5 for before, later in pairwise(asked)]

    assert len(gaps) >= 6
    assert gaps[-1] >= 0.4  # the delay has grown from 0.05 towards the host's own half second


@pytest.mark.parametrize("packing", ["gzip", "br", "file"])
def test_a_packed_sitemap_is_read(web, run_crawl, packing: str):
    site = f"http://{packing}.example"
    listed = f"<urlset><url><loc>{site}/unlinked</loc></url></urlset>".encode()
    coded = {"Content-Encoding": packing} if packing != "file" else {}
    body = brotli.compress(listed) if packing == "br" else gzip.compress(listed)
    name = "map.xml.gz" if packing == "file" else "map.xml"
    kind = "application/x-gzip" if packing == "file" else "application/xml"
    web.page(f"{site}/robots.txt", body=f"Sitemap: {site}/{name}\n", kind="text/plain")
    web.page(f"{site}/{name}", body=body, kind=kind, headers=coded)
    web.page(f"{site}/", title="Home")
    web.page(f"{site}/unlinked", title="Found in the sitemap alone")
    folder = run_crawl({packing: f"{site}/"})

    assert [f.reason for f in folder.fetches() if f.url == f"{site}/unlinked"] == ["ok"]


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br"])
def test_a_bomb_is_never_unpacked_beyond_the_limit(packing: str):
    zeros = bytes(150_000_000)
    pack = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": partial(brotli.compress, quality=1),
    }[packing]
    bomb = pack(zeros)
    del zeros
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        decode_content(bomb, packing, limit=5_000_000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 25_000_000


FAULTS = {
    "busy": ({"status": 503, "headers": {"Retry-After": "1"}, "times": 2}, "ok"),
    "slow": ({"delay": 1.5}, "ok"),
    "hang": ({"hang": True}, "timeout"),
    "cut": ({"cut": 20}, "refused"),
    "bomb": ({"gzip_zeros": 100_000_000}, "too_large"),
    "endless": ({"endless": True}, "too_large"),
    "loop": ({"status": 302, "location": "http://loop.example/fault"}, "trap"),
    "away": ({"status": 301, "location": "http://elsewhere.example/"}, "redirect_off_site"),
    "inward": ({"status": 302, "location": "http://169.254.169.254/latest"}, "private_address"),
    "file": ({"status": 302, "location": "file:///etc/passwd"}, "trap"),
    "typed": ({"headers": {"Content-Type": "text/plain"}, "body": "words"}, "not_html"),
    "image": ({"headers": {"Content-Type": "image/png"}, "body": "words"}, "not_html"),
    "liar": ({"body": "\u0000\u0001\u0002 no page at all"}, "not_html"),
    "barred": ({"status": 403, "body": "no"}, "http_4xx"),
    "fault": ({"status": 500, "body": "oh"}, "http_5xx"),
    "gone": ({"status": 410, "body": "gone"}, "http_4xx"),
}
HEALTHY = ("well", "fine", "sound")


@pytest.fixture(scope="module")
def faulty(
    run_crawl, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[CrawlFolder, float]:
    """Crawl a host for each fault, a trap and healthy ones at once; gives also megabytes used."""
    root = tmp_path_factory.mktemp("faulty")

    def put(host: str, path: str, text: str) -> None:
        file = root / "sites" / f"{host}.example" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    for host, (fault, _) in FAULTS.items():
        put(host, "index.html", '<title>H</title><a href="/fault">Our board</a><a href="/ok">x</a>')
        put(host, "fault.html", f"<title>{host}</title><p>It came through in the end.</p>")
        put(host, "ok.html", f"<title>Fine</title><p>A page of {host}.</p>")
        put(host, "_behaviour.json", json.dumps({"/fault": fault}))
    put("trap", "index.html", '<title>T</title><a href="/cal/">Events</a><a href="/ok">x</a>')
    put("trap", "ok.html", "<title>Fine</title><p>A page of trap.</p>")
    put("trap", "_behaviour.json", json.dumps({"/cal/*": {"trap": True}}))
    for host in HEALTHY:
        links = "".join(f'<a href="/p{n}">Page {n}</a>' for n in range(12))
        put(host, "index.html", f"<title>{host}</title>{links}")
        for n in range(12):
            put(host, f"p{n}.html", f"<title>{n}</title><p>Page {n} of {host}.</p>")
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    server = [sys.executable, shared / "testweb" / "testweb.py", root / "sites"]
    with subprocess.Popen(
        [*server, "--port", str(port)], stdout=subprocess.PIPE, text=True
    ) as serving:
        assert serving.stdout is not None
        serving.stdout.readline()  # it says so when it is ready
        rows = {host: f"http://{host}.example/" for host in (*FAULTS, "trap", *HEALTHY)}
        asked = {"proxy": f"http://127.0.0.1:{port}", "pages": 30, "timeout": 12}
        process = run_crawl.start(rows, root, **asked)
        peaks: list[int] = []
        watch = threading.Thread(target=watch_memory, args=(process.pid, peaks))
        watch.start()
        out, told = process.communicate()
        watch.join()
        serving.terminate()
    assert process.returncode == 0, told
    return CrawlFolder(Path(out.strip().splitlines()[-1])), max(peaks) / 1024


def watch_memory(pid: int, peaks: list[int]) -> None:
    """Note the peak of a process's memory (kB) until it ends; rusage adds its parent's."""
    while True:
        try:
            told = Path(f"/proc/{pid}/status").read_text()
        except (FileNotFoundError, ProcessLookupError):
            return
        peak = re.search(r"VmHWM:\s+(\d+)", told)
        if peak is None:
            return
        peaks.append(int(peak[1]))
        time.sleep(0.05)


def found_at(folder: CrawlFolder, host: str, path: str) -> str:
    return next(f.reason for f in folder.fetches() if f.url == f"http://{host}.example/{path}")


@pytest.mark.parametrize("host", FAULTS)
def test_each_fault_ends_in_its_reason_and_its_host_is_read_on(faulty, host: str):
    folder, _ = faulty

    assert found_at(folder, host, "fault") == FAULTS[host][1]
    assert found_at(folder, host, "ok") == "ok"


def test_a_trap_is_left_and_the_rest_of_its_site_read(faulty):
    folder, _ = faulty
    met = [f.reason for f in folder.fetches() if f.body == "trap"]

    assert found_at(folder, "trap", "ok") == "ok"
    assert "trap" in met
    assert met.count("ok") <= 30


def test_healthy_hosts_are_complete_beside_them(faulty):
    folder, _ = faulty

    for host in HEALTHY:
        read = {f.url for f in folder.fetches() if f.body == host and f.reason == "ok"}
        assert read == {f"http://{host}.example/{p}" for p in ("", *(f"p{n}" for n in range(12)))}


def test_memory_stays_small(faulty):
    _, megabytes = faulty
    print(f"{megabytes:.0f} MB")

    assert megabytes < 400


def test_the_archive_of_all_that_is_sound(faulty):
    folder, _ = faulty

    assert_sound(folder)
