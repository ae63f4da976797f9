"""Time each stage on the demo's web, each as a whole process: `make bench ARGS="--runs 5"`.

Crawling waits for nobody here (no delay, everything on loopback), so its figure is the processor's.
`make bench ARGS="focus gentle"` measures other things, each named after a promise of the crawler;
`ARGS=all` runs all of them, and `--full` with the sizes that the promises are made for.
"""

import argparse
import json
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing
from pathlib import Path

from doorstep.demo import DEMO_DATE, register_file
from doorstep.demo.server import demo_web

CHECKLIST = ("--checklist", "ccg-engagement", "--on", DEMO_DATE.isoformat())
BROWSED = ("", "doorstep/findings", "doorstep/league_table", "doorstep/evidence?_search=board")


OTHERS = {
    "focus": "crawl_focus.py",
    "gentle": "crawl_gently.py",
    "speed": "crawl_speed.py",
    "kills": "crawl_kills.py",
    "since": "crawl_since.py",
}


def run(home: Path, *words: str, **variables: str) -> float:
    """Run a command to its end; gives the seconds it took."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "doorstep", "--home", str(home), *words],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return time.perf_counter() - began


def once(home: Path, proxy: str, register: Path) -> dict[str, float]:
    """Crawl, judge, report and browse once; gives the seconds of each stage."""
    asked = ("--delay", "0", "--contact", "bench@example.org")
    seconds = {"crawl": run(home, "crawl", str(register), *asked, http_proxy=proxy, no_proxy="")}
    for workers in ("1", "2"):
        seconds[f"audit, workers {workers}"] = run(home, "audit", *CHECKLIST, "--workers", workers)
    seconds["report"] = run(home, "report")
    return seconds | browse(home)


def browse(home: Path) -> dict[str, float]:
    """Ask Datasette for a few pages; gives the seconds of each."""
    command = [sys.executable, "-m", "doorstep", "--home", str(home), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            line = next(line for line in server.stdout if "http://" in line)
            site = re.search(r"http://\S+", line)[0]
            urllib.request.urlopen(site).read()
            return {f"browse /{page}": asked(site + page) for page in BROWSED}
        finally:
            server.terminate()


def asked(url: str) -> float:
    began = time.perf_counter()
    with urllib.request.urlopen(url) as reply:
        reply.read()
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="say it as JSON")
    parser.add_argument("what", nargs="*", help=f"stages (the default), {', '.join(OTHERS)} or all")
    parser.add_argument("--full", action="store_true", help="the sizes that the promises are for")
    options = parser.parse_args()
    what = ["stages", *OTHERS] if options.what == ["all"] else options.what or ["stages"]
    if unknown := set(what) - {"stages", *OTHERS}:
        parser.error(f"nothing is called {', '.join(sorted(unknown))}")
    for name in what:
        if name == "stages":
            stages(options)
            continue
        command = [sys.executable, str(Path(__file__).parent / OTHERS[name])]
        subprocess.run([*command, *["--full"] * options.full], check=True)


def stages(options: argparse.Namespace) -> None:
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name, register_file() as register, demo_web() as proxy:
        for number in range(options.runs):
            home = Path(name) / str(number)
            for stage, seconds in once(home, proxy, register).items():
                found.setdefault(stage, []).append(seconds)
        with closing(sqlite3.connect(home / "doorstep.db")) as db:
            pages = db.execute("select count(*) from pages where title <> ''").fetchone()[0]
    if options.json:
        print(json.dumps({"pages": pages, "seconds": found}, indent=1))
        return
    print(f"{pages} pages, {options.runs} runs, seconds: least, median, most")
    for stage, times in found.items():
        middle = statistics.median(times)
        rate = f"{pages / middle:8.0f} pages/s" if stage.startswith(("crawl", "audit")) else ""
        print(f"{stage:40}{min(times):8.3f}{middle:8.3f}{max(times):8.3f}{rate}")


if __name__ == "__main__":
    main()
