"""Archives are common property: other tools check and replay ours, and we judge theirs."""

import csv
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from doorstep.demo import register_file
from doorstep.demo.server import demo_web

BIN = Path(sys.executable).parent


@pytest.fixture
def archives(demo_home: Path) -> list[Path]:
    found = sorted((demo_home / "crawls").glob("*/*.warc.gz"))
    assert found
    return found


def test_warcio_finds_no_fault_in_the_archive(archives: list[Path]):
    done = subprocess.run(
        [BIN / "warcio", "check", "-v", *archives], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout
    assert done.stdout.count("digest pass") > 300
    assert not re.search(r"digest (fail|not present)", done.stdout)


@pytest.fixture
def replay(archives: list[Path], tmp_path: Path) -> Iterator[str]:
    """Replay the archive with pywb; gives the collection's address."""
    for words in (("init", "demo"), ("add", "demo", *archives)):
        subprocess.run([BIN / "wb-manager", *words], cwd=tmp_path, check=True, capture_output=True)
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    command = [BIN / "wayback", "-b", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) as server:
        site = f"http://127.0.0.1:{port}"
        for _ in range(150):
            try:
                urllib.request.urlopen(site).close()
            except urllib.error.URLError:
                time.sleep(0.1)
            else:
                break
        yield f"{site}/demo"
        server.terminate()


def test_pywb_replays_what_was_kept(replay: str, demo_home: Path):
    with closing(sqlite3.connect(demo_home / "doorstep.db")) as db:
        url, title, warc, offset = db.execute(
            'select distinct p.url, p.title, e.warc, e."offset" from evidence as e '
            'join pages as p on p.warc = e.warc and p."offset" = e."offset" '
            "where p.content_type = 'text/html' and p.clicks = 1 and p.url = p.final_url "
            "order by p.url limit 1"
        ).fetchone()
    with (demo_home / warc).open("rb") as stream:
        stream.seek(offset)
        kept = next(iter(ArchiveIterator(stream))).content_stream().read()

    assert urllib.request.urlopen(f"{replay}/2026id_/{url}").read() == kept
    shown = urllib.request.urlopen(f"{replay}/2026mp_/{url}").read().decode()
    assert f"<title>{title}" in shown


def test_what_wget_archived_is_judged_like_our_own_crawl(
    demo_home: Path,
    run_doorstep: Callable,
    program: Callable[[str], str],
    tmp_path: Path,
):
    with register_file() as register, demo_web() as proxy:
        with register.open(encoding="utf-8", newline="") as rows:
            sites = [row["website"] for row in csv.DictReader(rows)]
        hosts = {site.split("/")[2].removeprefix("www.") for site in sites}
        subprocess.run(
            [
                *(
                    program("wget"),
                    "--quiet",
                    "--recursive",
                    "--level=inf",
                    "--tries=1",
                    "--delete-after",
                ),
                *("--execute", f"http_proxy={proxy}", "--execute", "use_proxy=on"),
                *("--span-hosts", f"--domains={','.join(hosts)}", "--warc-file=demo", *sites),
            ],
            cwd=tmp_path,
            check=False,  # it minds pages that answer 404
        )
        home = ("--home", tmp_path / "home")
        taken = run_doorstep(*home, "import", register, tmp_path / "demo.warc.gz")
    assert taken.returncode == 1  # one body never answered
    assert "not read: NHS Wearholme CCG" in taken.stdout
    asked = ("--checklist", "ccg-engagement", "--on", "2026-11-21")
    audited = run_doorstep(*home, "audit", *asked)
    assert audited.returncode == 0, audited.stderr

    theirs, ours = (met_of(place / "doorstep.db") for place in (tmp_path / "home", demo_home))
    assert len(theirs & ours) / len(theirs | ours) > 0.9


def met_of(database: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(database)) as db:
        assert db.execute("select count(*) from findings").fetchone() == (432,)
        return set(db.execute("select body, criterion from findings where outcome = 'met'"))
