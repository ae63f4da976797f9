"""A crawl shared out over processes is the same crawl, however its processes come and go."""

import os
import signal
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from loopback import assert_sound
from warm import Warm

from crawler.folder import CrawlFolder
from crawler.register import Body
from crawler.workers import deal

BODIES = {name: f"http://{name}.example/" for name in ("ash", "birch", "cedar", "dogwood")}
BODIES |= {"left": "http://both.example/left/", "right": "http://both.example/right/"}
DELAY = 0.05


@pytest.fixture(scope="module", autouse=True)
def filled(web):
    """Six bodies of nine pages each, two of them on one host."""
    for name, site in BODIES.items():
        web.page(site, *[f"{site}p{n}|Page {n}" for n in range(4)])
        for n in range(8):
            web.page(f"{site}p{n}", f"{site}p{n + 4}", title=f"{name} {n}")


def addresses(folder: CrawlFolder) -> set[tuple[str, str, str]]:
    return {(f.body, f.url, f.reason) for f in folder.fetches()}


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(pid) for pid in listed.split()]


def workers(process: Warm) -> list[int]:
    """List the processes that crawl: forked by one of the children, from what it has loaded."""
    return [pid for child in children(process.pid) for pid in children(child)]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(web, requests: int, process: Warm) -> None:
    while len(web.log) < requests and process.poll() is None:
        time.sleep(0.005)


@pytest.fixture(scope="module")
def whole(run_crawl) -> set[tuple[str, str, str]]:
    return addresses(run_crawl(BODIES))


def test_bodies_that_share_a_host_are_dealt_to_one_process():
    sites = ["a.uk", "b.uk", "www.c.uk/one", "c.uk/two", "d.uk", "sub.d.uk", "e.uk"]
    bodies = [Body(id=f"n{n}", name="A", website=f"http://{s}/") for n, s in enumerate(sites)]

    shares = [{b.id for b in share} for share in deal(bodies, 3)]

    assert sorted(map(len, shares)) == [2, 2, 3]
    assert [s for s in shares if {"n2", "n3"} <= s]
    assert [s for s in shares if {"n4", "n5"} <= s]
    assert len(deal(bodies[:2], 5)) == 2


def test_two_processes_fetch_what_one_does(web, run_crawl, whole):
    web.log.clear()
    folder = run_crawl(BODIES, workers=2, delay=DELAY)

    assert addresses(folder) == whole
    assert folder.info["status"] == "finished"
    assert set(folder.info["bodies"]) == set(BODIES)
    assert len(list(folder.path.glob("fetches-*.jsonl"))) == 2
    assert_sound(folder)
    assert all(folder.capture(f).digest == f.digest for f in folder.fetches() if f.warc)
    times = [at for at, url, _ in web.log if urlsplit(url).hostname == "both.example"]
    assert min(b - a for a, b in pairwise(times)) >= DELAY


def test_children_end_with_a_killed_parent_and_another_number_goes_on(
    web, run_crawl, whole, tmp_path: Path
):
    web.log.clear()
    process = run_crawl.start(BODIES, tmp_path, workers=2, delay=DELAY)
    wait_for(web, 20, process)
    crew = workers(process)
    assert len(crew) >= 2
    process.kill()
    process.communicate()
    time.sleep(0.3)
    assert not [pid for pid in crew if is_alive(pid)]
    folder = CrawlFolder(next((tmp_path / "crawls").iterdir()))
    before = addresses(folder)

    resumed = run_crawl(BODIES, tmp_path, resume=folder.path, workers=3)

    assert before <= whole
    assert addresses(resumed) == whole
    pages = Counter((f.body, f.url) for f in resumed.lines() if f.is_page)
    assert set(pages.values()) == {1}


def test_ctrl_c_stops_all_in_good_order_and_one_process_goes_on(
    web, run_crawl, whole, tmp_path: Path
):
    web.log.clear()
    process = run_crawl.start(BODIES, tmp_path, workers=2, delay=DELAY)
    wait_for(web, 20, process)
    crew = workers(process)
    for pid in (process.pid, *crew):  # as a terminal does
        os.kill(pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    folder = CrawlFolder(Path(out.strip().splitlines()[-1]))

    assert err == ""
    assert folder.info["status"] == "interrupted"
    assert set(folder.info["bodies"]) == set(BODIES)
    assert addresses(run_crawl(BODIES, tmp_path, resume=folder.path)) == whole


@pytest.mark.parametrize("seconds", [0.1, 0.7, 1.4])
def test_ctrl_c_while_the_processes_begin_ends_them_too(
    run_crawl, whole, tmp_path: Path, seconds: float
):
    process = run_crawl.start(BODIES, tmp_path, workers=2, delay=DELAY)
    while not children(process.pid) and process.poll() is None:
        time.sleep(0.01)
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=30)
    folder = CrawlFolder(Path(out.strip().splitlines()[-1]))

    assert folder.info["status"] == "interrupted"
    assert addresses(run_crawl(BODIES, tmp_path, resume=folder.path)) == whole


def test_a_process_that_dies_is_told_and_the_others_finish(web, run_crawl, whole, tmp_path: Path):
    web.log.clear()
    process = run_crawl.start(BODIES, tmp_path, workers=2, delay=DELAY)
    wait_for(web, 20, process)
    os.kill(workers(process)[-1], signal.SIGKILL)
    _, told = process.communicate(timeout=20)
    folder = CrawlFolder(next((tmp_path / "crawls").iterdir()))

    assert "a worker process ended before its time" in told
    assert f"go on with --resume {folder.id}" in told
    assert folder.info["status"] == "interrupted"
    assert addresses(run_crawl(BODIES, tmp_path, resume=folder.path)) == whole
