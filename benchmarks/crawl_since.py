"""Measure what a later crawl of an unchanged web costs: bytes of bodies, time, and the verdicts.

make bench ARGS="since --full"      20 hosts of 60 pages
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from crawl_speed import timed
from loopback import Served, served
from made_web import Spec

CRAWL = """
import sys
from pathlib import Path
from crawler.register import read_register
from crawler.run import CrawlOptions, crawl
if __name__ == "__main__":
    register, root, pages, since = sys.argv[1:]
    crawl(
        CrawlOptions(
            register=read_register(register), root=Path(root), contact="bench@example.org",
            pages=int(pages), delay=0.0, since=Path(since) if since else None,
        ),
        lambda progress: None,
    )
"""
JUDGE = """
import sys
from datetime import date
from pathlib import Path
from audit.checklist import read_checklist
from audit.run import audit
from crawler.folder import CrawlFolder
result = audit(
    CrawlFolder(Path(sys.argv[1])), read_checklist("ccg-engagement"), judged_on=date(2026, 11, 21)
)
for one in result.results:
    for finding in one.findings:
        print(one.body, finding.criterion, finding.outcome, finding.clicks)
"""


def once(web: Served, home: Path, pages: int, since: str = "") -> tuple[Path, float, int]:
    """Crawl; gives the folder, the seconds and the bytes of all bodies that were sent."""
    words = [str(home / "bodies.csv"), str(home / "crawls"), str(pages), since]
    before = set(home.glob("crawls/*"))
    seconds, _, _ = timed([sys.executable, "-c", CRAWL, *words], web)
    (folder,) = set(home.glob("crawls/*")) - before
    return folder, seconds, sum(row[4] for row in web.take_log())


def verdicts(folder: Path) -> str:
    command = [sys.executable, "-c", JUDGE, str(folder)]
    place = Path(__file__).parents[1]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=place)
    return done.stdout


def measure(spec: Spec, pages: int) -> None:
    with served(spec) as web, tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "bodies.csv").write_text(spec.register())
        first, seconds, sent = once(web, home, pages)
        second, later_seconds, later_sent = once(web, home, pages, str(first))
        same = verdicts(first) == verdicts(second)
        sizes = [sum(f.stat().st_size for f in at.glob("*.warc.gz")) for at in (first, second)]
    print(f"{spec.hosts} hosts, {pages} pages each, unchanged")
    print(f"  bytes of bodies, later over first   {later_sent / sent:.4f}   (0.05)")
    print(f"  bytes of archive, later over first  {sizes[1] / sizes[0]:.4f}")
    print(f"  seconds, later over first           {later_seconds / seconds:.2f}")
    print(f"  verdicts the same                   {same}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="the full size: some two minutes")
    options = parser.parse_args()
    hosts, pages = (20, 60) if options.full else (3, 60)
    measure(Spec(hosts=hosts, pages=300, answers=True), pages)


if __name__ == "__main__":
    main()
