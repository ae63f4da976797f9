"""Archives that other tools made become crawl folders, whatever state they are in."""

import gzip
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.errors import CrawlError
from crawler.folder import CrawlFolder
from crawler.imports import import_archives
from crawler.register import Register, parse_register

HOME = "http://www.made.example/"


@pytest.fixture
def register() -> Register:
    rows = b"id,name,website\nmade,Made,http://www.made.example/\nother,Other,http://o.example/\n"
    return parse_register(rows, name="made", path="made.csv")


def page(*links: str, words: str = "Words") -> bytes:
    items = "".join(f'<a href="{link}">Link to {link}</a>' for link in links)
    return (
        f"<!doctype html><title>{words}</title><p>{words} that are read here.</p>{items}".encode()
    )


def record(url: str, body: bytes, *, status="200 OK", date="2013-08-06T10:00:00Z", **headers):
    writer = WARCWriter(io.BytesIO(), warc_version="1.0")
    names = {k.replace("_", "-"): v for k, v in headers.items()}
    http = StatusAndHeaders(
        status, list({"Content-Type": "text/html", **names}.items()), "HTTP/1.1"
    )
    return writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        length=len(body),
        http_headers=http,
        warc_headers_dict={"WARC-Date": date},
    )


def archive(*records, compress: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compress, warc_version="1.0")
    for one in records:
        writer.write_record(one)
    return out.getvalue()


def small_site() -> list:
    chunked = b"%x\r\n%s\r\n0\r\n\r\n"
    body = page(words="Chunked")
    return [
        record(HOME, page("/about", "/moved", "/chunked", "/gone", "http://o.example/")),
        record(f"{HOME}about", gzip.compress(page("/deep")), Content_Encoding="gzip"),
        record(f"{HOME}deep", page(words="Deep")),
        record(f"{HOME}moved", b"", status="301 Moved", Location="/deep"),
        record(f"{HOME}chunked", chunked % (len(body), body), Transfer_Encoding="chunked"),
        record(f"{HOME}island", page(words="Island")),
        record(f"{HOME}style.css", b"p {}", Content_Type="text/css"),
        record("http://stranger.example/", page()),
    ]


def bring_in(register: Register, tmp_path: Path, data: bytes, name="crawl.warc.gz") -> CrawlFolder:
    file = tmp_path / name
    file.write_bytes(data)
    return import_archives(register, [file], tmp_path / "crawls")


def found(folder: CrawlFolder, body: str = "made") -> dict[str, tuple[str, int]]:
    lines = [f for f in folder.fetches() if f.body == body]
    return {"/" + f.url.removeprefix(HOME): (f.reason, f.depth) for f in lines}


def read_all(folder: CrawlFolder) -> None:
    for fetch in folder.fetches():
        if fetch.reason == "ok":
            capture = folder.capture(fetch)
            assert (capture.url, capture.digest) == (fetch.final_url, fetch.digest)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("members.warc.gz", archive(*small_site())),
        ("plain.warc", archive(*small_site(), compress=False)),
        ("one-member.warc.gz", gzip.compress(archive(*small_site(), compress=False))),
    ],
)
def test_depth_is_found_by_walking_links(register, tmp_path: Path, name: str, data: bytes):
    folder = bring_in(register, tmp_path, data, name)

    assert found(folder) == {
        "/": ("ok", 0),
        "/about": ("ok", 1),
        "/moved": ("ok", 1),
        "/chunked": ("ok", 1),
        "/gone": ("not_archived", 1),
        "/island": ("ok", 10),
    }
    assert found(folder, "other") == {"/http://o.example/": ("not_archived", 0)}
    read_all(folder)
    assert folder.info["status"] == "finished"
    assert folder.info["started"] == "2013-08-06T10:00:00Z"


def test_a_sound_archive_is_copied_byte_for_byte(register, tmp_path: Path):
    data = archive(*small_site())

    folder = bring_in(register, tmp_path, data)

    assert next(folder.path.glob("*.warc.gz")).read_bytes() == data


def test_a_wacz_is_opened(register, tmp_path: Path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr("archive/data.warc.gz", archive(*small_site()))
        bundle.writestr("datapackage.json", "{}")

    folder = bring_in(register, tmp_path, out.getvalue(), "site.wacz")

    assert found(folder)["/about"] == ("ok", 1)


def test_a_revisit_is_read_from_the_capture_it_repeats(register, tmp_path: Path):
    first = record(HOME, page("/about"))
    about = record(f"{HOME}about", page(words="Once"))
    writer = WARCWriter(io.BytesIO(), warc_version="1.0")
    again = writer.create_revisit_record(
        f"{HOME}island",
        about.rec_headers.get_header("WARC-Payload-Digest") or "sha1:X",
        f"{HOME}about",
        "2013-08-06T10:00:00Z",
    )
    data = archive(first, about)
    digest = digest_of(data, f"{HOME}about")
    again.rec_headers.replace_header("WARC-Payload-Digest", digest)

    folder = bring_in(register, tmp_path, data + archive(again))

    assert found(folder)["/island"] == ("duplicate", 10)
    island = next(f for f in folder.fetches() if f.url.endswith("island"))
    assert b"Once" in folder.capture(island).body


def digest_of(data: bytes, url: str) -> str:
    for one in ArchiveIterator(io.BytesIO(data)):
        if one.rec_headers.get_header("WARC-Target-URI") == url:
            return str(one.rec_headers.get_header("WARC-Payload-Digest"))
    raise AssertionError(url)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("compress", [True, False])
def test_a_truncated_archive_gives_what_is_left(register, tmp_path: Path, share, compress):
    data = archive(*small_site(), compress=compress)

    folder = bring_in(register, tmp_path, data[: int(len(data) * share)])

    assert found(folder)["/"] == ("ok", 0)
    read_all(folder)


def test_damage_in_the_middle_costs_one_record(register, tmp_path: Path):
    parts = [archive(one) for one in small_site()]
    parts[2] = b"\x1f\x8b\x08\x00" + b"rubbish" * 20

    folder = bring_in(register, tmp_path, b"".join(parts))

    assert found(folder)["/island"] == ("ok", 10)
    assert found(folder)["/moved"] == ("not_archived", 1)
    assert folder.info["imported"][0]["skipped"] >= 1


@pytest.mark.parametrize("data", [b"", b"nonsense\n" * 10, gzip.compress(b"nonsense", mtime=0)])
def test_a_broken_file_is_named_and_nothing_is_made(register, tmp_path: Path, data: bytes):
    with pytest.raises(CrawlError, match=r"crawl\.warc\.gz: no readable record"):
        bring_in(register, tmp_path, data)

    assert not (tmp_path / "crawls").exists()


def test_a_missing_file_is_named(register, tmp_path: Path):
    with pytest.raises(CrawlError, match=r"nowhere\.warc\.gz: cannot be read"):
        import_archives(register, [tmp_path / "nowhere.warc.gz"], tmp_path / "crawls")


@pytest.mark.skipif(shutil.which("wget") is None, reason="needs wget")
def test_a_crawl_by_wget_is_read(web, tmp_path: Path):
    site = "http://wget.example"
    web.page(f"{site}/", "/a/", "/b.html", title="Home")
    web.page(f"{site}/a/", "/c.html", title="A")
    web.page(f"{site}/b.html", title="B")
    web.page(f"{site}/c.html", title="C")
    subprocess.run(
        ["wget", "-q", "-r", "-e", "robots=off", "--warc-file=site", f"{site}/"],
        env={"http_proxy": web.proxy, "PATH": "/usr/bin:/bin"},
        cwd=tmp_path,
        check=False,
    )
    rows = f"id,name,website\nsite,The site,{site}/\n".encode()
    register = parse_register(rows, name="site", path="site.csv")

    folder = import_archives(register, [tmp_path / "site.warc.gz"], tmp_path / "crawls")

    read_all(folder)
    lines = {f.url.removeprefix(site): (f.reason, f.depth) for f in folder.fetches()}
    assert lines == {"/": ("ok", 0), "/a/": ("ok", 1), "/b.html": ("ok", 1), "/c.html": ("ok", 2)}
