"""The command line while it crawls: what could not be crawled, and being stopped on the way."""

import csv
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from doorstep.demo import register_file
from doorstep.demo.server import demo_web


def test_bodies_that_could_not_be_crawled_are_named_with_status_1(
    run_doorstep: Callable, tmp_path: Path
):
    with register_file() as file, file.open(encoding="utf-8", newline="") as rows:
        wanted = [r for r in csv.DictReader(rows) if r["id"] in ("winterleat-ccg", "wearholme-ccg")]
    register = tmp_path / "two.csv"
    with register.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(wanted[0]))
        writer.writeheader()
        writer.writerows([*wanted, {"id": "siteless", "name": "Siteless Parish", "website": ""}])
    asked = ("--checklist", "ccg-engagement", "--delay", 0, "--contact", "tests@example.org")
    with demo_web() as proxy:
        done = run_doorstep(
            *("--home", tmp_path / "home", "run", register, *asked),
            http_proxy=proxy, https_proxy=proxy, no_proxy="",
        )  # fmt: skip

    assert done.returncode == 1, done.stderr
    assert (
        "  not read: NHS Wearholme CCG: the connection was refused or broken off\n" in done.stdout
    )
    assert "  not read: Siteless Parish: the register gives no website\n" in done.stdout
    assert "  not read: NHS Winterleat" not in done.stdout
    assert "Traceback" not in done.stderr


def test_a_run_that_is_stopped_says_how_to_go_on(tmp_path: Path, run_doorstep: Callable):
    asked = ("--checklist", "ccg-engagement", "--delay", "0.3", "--contact", "tests@example.org")
    with demo_web() as proxy, register_file() as register:
        proxies = {"http_proxy": proxy, "https_proxy": proxy, "no_proxy": ""}
        command = [sys.executable, "-m", "doorstep", "--home", "a home", "run", register, *asked]
        with subprocess.Popen(
            command, cwd=tmp_path, env={**os.environ, **proxies}, stdout=subprocess.PIPE, text=True
        ) as running:
            while not any(f.stat().st_size for f in tmp_path.glob("*/crawls/*/fetches*.jsonl")):
                assert running.poll() is None
                time.sleep(0.1)
            running.send_signal(signal.SIGINT)
            assert running.stdout is not None
            said = running.stdout.read()
        assert running.returncode == 130
        assert not (tmp_path / "a home" / "doorstep.db").exists()

        again = shlex.split(said.splitlines()[1])
        again = again[again.index("doorstep") :]
        assert again[:4] == ["doorstep", "--home", "a home", "crawl"]
        done = run_doorstep(*again[1:-1], "0", cwd=tmp_path, **proxies)

    assert done.returncode == 1, done.stderr
    assert re.search(r"a home/crawls/register-\d+-\d+: \d+ pages read of 10 bodies", done.stdout)
    assert len(list((tmp_path / "a home" / "crawls").iterdir())) == 1
