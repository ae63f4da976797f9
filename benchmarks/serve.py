"""Time every type of page that Datasette serves, the post and the publication, against limits.

`python benchmarks/serve.py --full` makes up 40 audits of 211 bodies and asks 500 times for each
type of page, as a reader would: mostly the newest audit, any body. The second half of the answers
counts, and the exit status is 1 when anything is too slow. Without `--full` it is a quick look.
"""

import argparse
import http.client
import json
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from made_up import CHECKLIST, REGIONS, WORDS, make

LIMIT = 0.1  # seconds
WHOLE = {"report": 20, "publish": 120}
"""Seconds that a command may take over the whole database."""
CRITERIA = [one.id for one in CHECKLIST.criteria]
NEWEST_SHARE = 0.8
ROWS = ("audits", "bodies", "pages", "findings", "evidence", "near_misses", "facts")


class Reader:
    """Asks for pages of each type, the same ones each time."""

    def __init__(self, home: Path, audits: list[str], bodies: int) -> None:
        self.chance = random.Random(95)
        self.audits = audits
        self.bodies = bodies
        with closing(sqlite3.connect(home / "doorstep.db")) as db:
            self.evidence = db.execute("select max(id) from evidence").fetchone()[0]

    @property
    def audit(self) -> str:
        """An audit, mostly the newest."""
        newest = self.chance.random() < NEWEST_SHARE
        return self.audits[-1] if newest else self.chance.choice(self.audits)

    @property
    def body(self) -> str:
        """Any body."""
        return f"place-{self.chance.randint(1, self.bodies)}"

    @property
    def capture(self) -> str:
        """A page that was read, by its id."""
        place, page = self.chance.randint(1, self.bodies), self.chance.randint(0, 25)
        crawl = self.audit.partition("-ccg-engagement")[0]
        return quote(f"{crawl}:{place * 30 + page}")

    def types(self) -> dict[str, Callable[[], str]]:
        """Give what makes an address of each type of page."""
        pick = self.chance.choice
        return {
            "home": lambda: f"/?audit={self.audit}",
            "find a body": lambda: f"/body?name=Place+{self.chance.randint(1, self.bodies)}+",
            "body": lambda: f"/body/{self.body}?audit={self.audit}",
            "criterion": lambda: f"/criterion/{pick(CRITERIA)}?audit={self.audit}",
            "region": lambda: f"/region/{quote(pick(REGIONS))}?audit={self.audit}",
            "verdict": lambda: f"/verdict/{self.audit}/{self.body}/{pick(CRITERIA)}",
            "capture": lambda: f"/capture/{self.capture}",
            "evidence marked": lambda: f"/evidence/{self.chance.randint(1, self.evidence)}",
            "WARC record": lambda: f"/capture/{self.capture}.warc.gz",
            "compare five": lambda: (
                f"/compare?audit={self.audit}" + "".join(f"&body={self.body}" for _ in range(5))
            ),
            "changes": lambda: f"/changes?audit={self.audit}",
            "league table": lambda: f"/doorstep/league_table?audit={self.audit}",
            "questions": lambda: f"/doorstep/by_criterion?audit={self.audit}",
            "regions": lambda: f"/doorstep/by_region?audit={self.audit}",
            "evidence": lambda: f"/doorstep/proofs?audit={self.audit}",
            "evidence of a body": lambda: f"/doorstep/proofs?audit={self.audit}&body={self.body}",
            "not looked at": lambda: f"/doorstep/not_looked_at?audit={self.audit}",
            "answers": lambda: f"/doorstep/answers?audit={self.audit}&body={self.body}",
            "people": lambda: f"/doorstep/people?audit={self.audit}&body={self.body}",
            "all tables": lambda: "/doorstep",
            "search evidence": lambda: (
                f"/doorstep/search-evidence?words={pick(WORDS)}+{pick(WORDS)}&audit={self.audit}"
            ),
            "search pages": lambda: f"/doorstep/search-pages?words={pick(WORDS)}+{pick(WORDS)}",
            "row": lambda: f"/doorstep/bodies/{self.body}",
        }


@contextmanager
def served(home: Path) -> Iterator[http.client.HTTPConnection]:
    """Serve a workspace in a process of its own; gives a connection that is kept open."""
    command = [sys.executable, "-m", "doorstep", "--home", str(home), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            line = next(line for line in server.stdout if "http://" in line)
            where = urlsplit(re.search(r"http://\S+", line)[0])
            with closing(http.client.HTTPConnection(where.hostname, where.port)) as connection:
                yield connection
        finally:
            server.terminate()


def timed(connection: http.client.HTTPConnection, path: str) -> tuple[float, int]:
    """Ask for a page, going where it leads; gives the seconds it took and its size in bytes."""
    began = time.perf_counter()
    for _ in range(3):
        connection.request("GET", path)
        answer = connection.getresponse()
        data = answer.read()
        if answer.status == 302:
            path = answer.headers["location"]
        elif answer.status == 200:
            return time.perf_counter() - began, len(data)
        else:
            sys.exit(f"{path}: {answer.status}")
    sys.exit(f"{path}: leads nowhere")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="40 audits of 211 bodies, 500 requests")
    parser.add_argument("--requests", type=int, help="for each type of page")
    parser.add_argument("--only", nargs="*", help="these types of page")
    parser.add_argument(
        "--home", type=Path, help="keep the made-up workspace here and use it again"
    )
    parser.add_argument("--json", action="store_true", help="say it as JSON")
    options = parser.parse_args()
    audits, bodies, requests = (40, 211, 500) if options.full else (3, 40, 40)
    requests = options.requests or requests
    with tempfile.TemporaryDirectory() as name:
        home = options.home or Path(name) / "home"
        if not (home / "doorstep.db").exists():
            make(home, audits, bodies)
        with closing(sqlite3.connect(home / "doorstep.db")) as db:
            made = [row[0] for row in db.execute("select id from audits order by started")]
            counts = {
                table: db.execute(f"select count(*) from {table}").fetchone()[0] for table in ROWS
            }
        with served(home) as connection:
            found = measured(
                Reader(home, made, counts["bodies"]), connection, requests, options.only
            )
        seconds = {
            "report": command(home, "report", "--site", "http://127.0.0.1:8001"),
            "publish": command(home, "publish", str(Path(name) / "public")),
        }
    if options.json:
        told = {"rows": counts, "milliseconds": found, "seconds": seconds}
        print(json.dumps(told, indent=1))
    else:
        print(", ".join(f"{count:,} {table}" for table, count in counts.items()))
        print(f"{requests} requests a type, the second half of them; milliseconds")
        print(f"{'':22}{'median':>8}{'p95':>8}{'most':>8}{'first':>8}{'kB':>8}")
        for kind, row in found.items():
            print(f"{kind:22}" + "".join(f"{value:8.1f}" for value in row.values()))
        for name, took in seconds.items():
            print(f"{name:22}{took:8.1f} s ({WHOLE[name]} s)")
    slow = [kind for kind, row in found.items() if row["p95"] > LIMIT * 1000]
    slow += [name for name, took in seconds.items() if took > WHOLE[name]]
    if slow and options.full:
        sys.exit(f"p95 above {LIMIT * 1000:.0f} ms, or a command too slow: {', '.join(slow)}")


def command(home: Path, *words: str) -> float:
    """Run a command of Doorstep to its end; gives the seconds it took."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "doorstep", "--home", str(home), *words],
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - began


def measured(
    reader: Reader, connection: http.client.HTTPConnection, requests: int, only: list[str] | None
) -> dict[str, dict[str, float]]:
    """Time each type of page; gives milliseconds, and the mean size in kilobytes."""
    found = {}
    for kind, address in reader.types().items():
        if only and kind not in only:
            continue
        answers = [timed(connection, address()) for _ in range(requests)]
        late = sorted(seconds * 1000 for seconds, _ in answers[requests // 2 :])
        found[kind] = {
            "median": statistics.median(late),
            "p95": late[int(0.95 * (len(late) - 1) + 0.5)],
            "most": late[-1],
            "first": answers[0][0] * 1000,
            "kB": statistics.mean(size for _, size in answers) / 1000,
        }
    return found


if __name__ == "__main__":
    main()
