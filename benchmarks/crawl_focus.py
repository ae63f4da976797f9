"""Measure what a small budget finds: the verdicts of sixty pages against those of all pages.

Sites of 1,000 and 5,000 pages, answers up to four clicks deep, judged by the real audit; beside it
the same for sixty pages in the order of breadth, as most crawlers go.

    make bench ARGS="focus --full"      12 sites of 1,000 pages and 12 of 5,000
"""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from loopback import Served, served
from made_web import Spec

CRAWL = """
import sys
from pathlib import Path
import crawler.visit
from crawler.addresses import key
from crawler.register import read_register
from crawler.run import CrawlOptions, crawl

class BreadthFirst:
    def __init__(self, *, budget):
        self.waiting, self.gone = {}, set()
    def add(self, link):
        if key(link.url) not in self.gone:
            self.waiting.setdefault(key(link.url), link)
    def drop(self, url):
        self.gone.add(key(url))
        self.waiting.pop(key(url), None)
    def knows(self, url):
        return key(url) in self.gone or key(url) in self.waiting
    def is_gone(self, url):
        return key(url) in self.gone
    def pop(self):
        link = min(self.waiting.values(), key=lambda link: link.depth, default=None)
        if link:
            self.drop(link.url)
        return link
    def rest(self):
        return list(self.waiting.values())

if __name__ == "__main__":
    register, root, pages, order = sys.argv[1:]
    if order == "breadth":
        crawler.visit.Frontier = BreadthFirst
    crawl(
        CrawlOptions(
            register=read_register(register), root=Path(root), contact="bench@example.org",
            pages=int(pages), delay=0.0,
        ),
        lambda progress: None,
    )
"""
JUDGE = """
import sys
from pathlib import Path
from audit.checklist import read_checklist
from audit.run import audit
from crawler.folder import CrawlFolder
from datetime import date
(folder,) = Path(sys.argv[1]).iterdir()
result = audit(
    CrawlFolder(folder), read_checklist("ccg-engagement"), judged_on=date(2026, 11, 21)
)
for one in result.results:
    for finding in one.findings:
        print(one.body, finding.criterion, finding.outcome)
"""
ALL = 1_000_000


def verdicts(web: Served, pages: int, order: str) -> dict[tuple[str, str], str]:
    """Crawl and judge every site; gives the outcome of each body and criterion."""
    with tempfile.TemporaryDirectory() as name:
        register = Path(name) / "bodies.csv"
        register.write_text(web.spec.register())
        where = {"env": web.environment, "cwd": Path(__file__).parents[1]}
        words = [str(register), f"{name}/crawls", str(pages), order]
        subprocess.run([sys.executable, "-c", CRAWL, *words], check=True, **where)
        told = subprocess.run(
            [sys.executable, "-c", JUDGE, f"{name}/crawls"],
            capture_output=True,
            text=True,
            check=True,
            **where,
        )
    rows = (line.split() for line in told.stdout.splitlines())
    return {(body, criterion): outcome for body, criterion, outcome in rows}


def measure(spec: Spec, budget: int) -> None:
    """Print how many cells agree with those of the whole site."""
    with served(spec) as web:
        truth = verdicts(web, ALL, "promise")
        print(f"{spec.hosts} sites of {spec.pages} pages, {len(truth)} cells, {budget} pages read")
        print(f"  all pages: {dict(Counter(truth.values()))}")
        for order in ("promise", "breadth"):
            found = verdicts(web, budget, order)
            same = sum(found[cell] == truth[cell] for cell in truth)
            missed = Counter(c for b, c in truth if found[b, c] != truth[b, c])
            print(f"  order of {order:8}{same / len(truth):8.1%} of cells agree", end="")
            print(f"   most missed: {missed.most_common(6)}" if missed else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="the full size: some ten minutes")
    parser.add_argument("--budget", type=int, default=60)
    options = parser.parse_args()
    sizes = ((12, 1000), (12, 5000)) if options.full else ((3, 1000),)
    for hosts, pages in sizes:
        measure(Spec(hosts=hosts, pages=pages, answers=True), options.budget)


if __name__ == "__main__":
    main()
