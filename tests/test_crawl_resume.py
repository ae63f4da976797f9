"""A crawl that is stopped, politely or not, leaves a folder that reads and can be gone on with."""

import json
import resource
import signal
import time
from collections import Counter
from pathlib import Path

import pytest
from loopback import assert_sound
from warm import Warm

from crawler.archive import repair
from crawler.captures import read_capture
from crawler.errors import CrawlError
from crawler.folder import CrawlFolder

BODIES = {"north": "http://north.example/", "south": "http://south.example/"}
PAGES = 25


@pytest.fixture(scope="module", autouse=True)
def filled(web):
    """Two sites whose pages lead on to one another, some in vain."""
    for name in BODIES:
        site = f"http://{name}.example"
        web.page(f"{site}/", *[f"/p{n}|Page {n}" for n in range(5)], "/old|Old")
        for n in range(PAGES):
            web.page(f"{site}/p{n}", f"/p{n + 5}", f"/p{n + 3}", "/", title=f"{name} {n}")
        web.page(f"{site}/old", status=301, headers={"Location": "/mid"})
        web.page(f"{site}/mid", status=301, headers={"Location": "/p20"})
        web.page(f"{site}/p24", "/mid|Between", title=f"{name} 24")


def addresses(folder: CrawlFolder) -> set[tuple[str, str, str]]:
    return {(f.body, f.url, f.reason) for f in folder.fetches()}


def wait_for(web, requests: int, process: Warm) -> None:
    while len(web.log) < requests and process.poll() is None:
        time.sleep(0.005)


@pytest.fixture(scope="module")
def whole(run_crawl) -> set[tuple[str, str, str]]:
    return addresses(run_crawl(BODIES))


@pytest.mark.parametrize("after", [3, 17, 41])
def test_a_killed_crawl_reads_and_is_carried_on(web, run_crawl, whole, tmp_path: Path, after: int):
    web.log.clear()
    process = run_crawl.start(BODIES, tmp_path, delay=0.02)
    wait_for(web, after, process)
    process.kill()
    process.communicate()
    folder = CrawlFolder(next((tmp_path / "crawls").iterdir()))
    before = addresses(folder)
    for fetch in folder.fetches():
        if fetch.warc:
            assert folder.capture(fetch).digest == fetch.digest
    assert folder.info["status"] == "running"

    resumed = run_crawl(BODIES, tmp_path, resume=folder.path)

    assert resumed.path == folder.path
    assert before <= whole
    assert addresses(resumed) == whole
    assert resumed.info["status"] == "finished"
    assert_sound(resumed)
    pages = Counter((f.body, f.url) for f in resumed.lines() if f.is_page)
    assert set(pages.values()) == {1}
    kept = {url for body, url, reason in before if reason == "ok" and "robots" not in url}
    asked = Counter(url for _, url, _ in web.log)
    assert {asked[url] for url in kept} <= {1}


def test_ctrl_c_ends_in_an_interrupted_folder(web, run_crawl, whole, tmp_path: Path):
    web.log.clear()
    process = run_crawl.start(BODIES, tmp_path, delay=0.05)
    wait_for(web, 12, process)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=20)
    folder = CrawlFolder(Path(out.strip().splitlines()[-1]))

    assert folder.info["status"] == "interrupted"
    assert addresses(run_crawl(BODIES, tmp_path, resume=folder.path)) == whole
    assert_sound(folder)


def test_a_crawl_that_is_still_running_is_not_taken_up(web, run_crawl, tmp_path: Path):
    web.log.clear()
    running = run_crawl.start(BODIES, tmp_path, delay=2)
    wait_for(web, 2, running)
    folder = CrawlFolder(next((tmp_path / "crawls").iterdir()))

    second = run_crawl.start(BODIES, tmp_path, resume=folder.path)
    _, told = second.communicate(timeout=20)

    assert second.returncode != 0
    assert "is being crawled by another process" in told
    assert running.poll() is None
    running.kill()
    running.communicate()
    assert run_crawl(BODIES, tmp_path, resume=folder.path).info["status"] == "finished"


def test_a_running_crawl_listens_to_nobody(web, run_crawl, tmp_path: Path):
    web.log.clear()
    running = run_crawl.start(BODIES, tmp_path, delay=2)
    wait_for(web, 2, running)
    held = {str(file.readlink()) for file in Path(f"/proc/{running.pid}/fd").iterdir()}
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = {f"socket:[{row[9]}]" for row in rows if row[3] == "0A"}
    loaded = Path(f"/proc/{running.pid}/maps").read_text()
    running.kill()
    running.communicate()

    assert listening
    assert not held & listening
    assert "/aiohttp/" not in loaded


def test_a_full_disk_is_told_and_the_crawl_carried_on(web, run_crawl, whole, tmp_path: Path):
    web.log.clear()
    process = run_crawl.start(BODIES, tmp_path, delay=0.02)
    wait_for(web, 10, process)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (9_000, 9_000))
    _, told = process.communicate(timeout=20)
    folder = CrawlFolder(next((tmp_path / "crawls").iterdir()))

    assert process.returncode != 0
    assert f"make room, then go on with --resume {folder.id}" in told
    assert folder.info["status"] == "interrupted"
    assert addresses(run_crawl(BODIES, tmp_path, resume=folder.path)) == whole
    assert_sound(folder)


def test_torn_tails_are_passed_over_and_cut_off(run_crawl, tmp_path: Path):
    folder = run_crawl({"north": "http://north.example/"}, tmp_path)
    lines = next(folder.path.glob("fetches*.jsonl"))
    archive = next(folder.path.glob("*.warc.gz"))
    before = (lines.read_bytes(), archive.read_bytes())
    lines.write_bytes(before[0] + b'{"body": "north", "url": "http://nor')
    archive.write_bytes(before[1] + before[1][:700])

    assert {f.reason for f in folder.fetches()} == {"ok", "http_4xx"}
    repair(folder)

    assert lines.read_bytes() == before[0]
    assert archive.read_bytes().startswith(before[1])
    assert_sound(folder)


def test_a_folder_that_is_none_is_refused(tmp_path: Path):
    with pytest.raises(CrawlError, match="not a crawl folder"):
        _ = CrawlFolder(tmp_path).info
    (tmp_path / "crawl.json").write_text(json.dumps([1]))
    with pytest.raises(CrawlError, match="damaged"):
        _ = CrawlFolder(tmp_path).info


def test_an_offset_without_a_record_is_told(tmp_path: Path):
    (tmp_path / "pages.warc.gz").write_bytes(b"not an archive")

    with pytest.raises(CrawlError, match=r"pages\.warc\.gz: no readable record at 0"):
        read_capture(tmp_path / "pages.warc.gz", 0)
