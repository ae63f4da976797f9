"""Kill a crawl at random moments and go on with it: it must end as one that was let be.

Each crawl is killed once, at a moment drawn between its first request and its last, with two
workers in every second round, and resumed by one. Archives are checked by warcio.

    make bench ARGS="kills --full"      20 kills
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from loopback import Served, served
from made_web import Spec

from crawler.folder import CrawlFolder

CRAWL = """
import sys
from pathlib import Path
from crawler.register import read_register
from crawler.run import CrawlOptions, crawl
if __name__ == "__main__":
    register, root, workers, resume = sys.argv[1:]
    crawl(
        CrawlOptions(
            register=read_register(register), root=Path(root), contact="bench@example.org",
            pages=20, delay=0.02, workers=int(workers), resume=Path(resume) if resume else None,
        ),
        lambda progress: None,
    )
"""


def begin(web: Served, home: Path, workers: int, resume: str = "") -> subprocess.Popen:
    register = home / "bodies.csv"
    register.write_text(web.spec.register())
    words = [str(register), str(home / "crawls"), str(workers), resume]
    where = {"env": web.environment, "cwd": Path(__file__).parents[1]}
    return subprocess.Popen([sys.executable, "-c", CRAWL, *words], **where)


def addresses(folder: CrawlFolder) -> set[tuple[str, str, str]]:
    return {(f.body, f.url, f.reason) for f in folder.fetches()}


def is_sound(folder: CrawlFolder) -> bool:
    files = [str(file) for file in folder.path.glob("*.warc.gz")]
    check = [sys.executable, "-m", "warcio.cli", "check", *files]
    return subprocess.run(check, capture_output=True, check=False).returncode == 0


def measure(kills: int, hosts: int) -> None:
    rng = random.Random(kills)
    equal = sound = once = 0
    asked_again = 0
    with served(Spec(hosts=hosts, pages=30)) as web, tempfile.TemporaryDirectory() as name:
        home = Path(name) / "whole"
        home.mkdir()
        assert begin(web, home, 1).wait() == 0
        log = web.take_log()
        span = log[-1][0] - log[0][0]
        whole = addresses(CrawlFolder(next((home / "crawls").iterdir())))
        for number in range(kills):
            home = Path(name) / str(number)
            home.mkdir()
            process = begin(web, home, 1 + number % 2)
            while process.poll() is None and not list(home.glob("crawls/*/pages*.warc.gz")):
                time.sleep(0.01)
            time.sleep(rng.uniform(0, span))
            process.send_signal(signal.SIGKILL)
            process.wait()
            folder = CrawlFolder(next((home / "crawls").iterdir()))
            assert begin(web, home, 1, str(folder.path)).wait() == 0
            equal += addresses(folder) == whole
            sound += is_sound(folder)
            lines = Counter((f.body, f.url) for f in folder.lines() if f.is_page and f.warc)
            once += set(lines.values()) <= {1}
            asked = Counter((row[1], row[2]) for row in web.take_log())
            asked_again += sum(many - 1 for many in asked.values())
    print(f"{kills} kills of a crawl of {hosts} hosts, {len(whole)} addresses")
    print(f"  resumed to the same addresses and reasons {equal / kills:.0%}   (100%)")
    print(f"  archives without a fault                  {sound / kills:.0%}   (100%)")
    print(f"  every page once                           {once / kills:.0%}   (100%)")
    print(f"  requests made twice, a kill               {asked_again / kills:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="the full size: some five minutes")
    options = parser.parse_args()
    measure(20 if options.full else 4, 12)


if __name__ == "__main__":
    main()
