"""Time a crawl against a bare Scrapy spider over the same web, in turn; prints ratios.

The bare spider only follows links, sixty pages a host, one request at a time at each, and keeps
nothing: once as one would write it (parsel, Scrapy's own filter for doubles), once lean (lexbor, a
set of the addresses met). Ours obeys robots.txt, orders, guards, and writes the archive.

    make bench ARGS="speed --full"      211 hosts of 60 pages, with and without a delay
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from loopback import Served, served
from made_web import Spec

BARE = """
import sys
import scrapy
from scrapy.crawler import CrawlerProcess
from selectolax.lexbor import LexborHTMLParser
hosts, pages, delay, lean = sys.argv[1].split(), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
class Bare(scrapy.Spider):
    name = "bare"
    start_urls = [f"http://{host}/" for host in hosts]
    left = dict.fromkeys(hosts, pages - 1)
    seen = set()
    def parse(self, response):
        host = response.url.split("/")[2]
        if lean == "lean":
            for node in LexborHTMLParser(response.body).css("a[href]"):
                url = f"http://{host}" + node.attributes["href"]
                if url not in self.seen and self.left[host] > 0 and "/private/" not in url:
                    self.seen.add(url)
                    self.left[host] -= 1
                    yield scrapy.Request(url, dont_filter=True)
            return
        for href in response.css("a::attr(href)").getall():
            url = response.urljoin(href)
            if url in self.seen or "/private/" in url:
                continue
            if self.left[host] > 0:
                self.seen.add(url)
                self.left[host] -= 1
                yield scrapy.Request(url)
process = CrawlerProcess({
    "LOG_LEVEL": "ERROR", "DOWNLOAD_DELAY": delay, "DOWNLOAD_DELAY_JITTER": 0.0,
    "CONCURRENT_REQUESTS": 0, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "TELNETCONSOLE_ENABLED": False,
    "COMPRESSION_ENABLED": False, "COOKIES_ENABLED": False, "RETRY_ENABLED": False,
})
process.crawl(Bare)
process.start()
"""
OURS = """
import sys
from pathlib import Path
from crawler.register import read_register
from crawler.run import CrawlOptions, crawl
if __name__ == "__main__":
    register, root, pages, delay, workers = sys.argv[1:]
    crawl(
        CrawlOptions(
            register=read_register(register), root=Path(root), contact="bench@example.org",
            pages=int(pages), delay=float(delay), workers=int(workers),
        ),
        lambda progress: None,
    )
"""


def timed(command: list[str], web: Served) -> tuple[float, float, float]:
    """Run a program to its end; gives wall seconds, processor seconds and megabytes at most."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=web.environment, cwd=Path(__file__).parents[1])
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def bare(web: Served, pages: int, delay: float, kind: str) -> tuple[float, float, float]:
    hosts = " ".join(web.spec.names())
    return timed([sys.executable, "-c", BARE, hosts, str(pages), str(delay), kind], web)


def ours(web: Served, pages: int, delay: float, workers: int = 1) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory() as name:
        register = Path(name) / "bodies.csv"
        register.write_text(web.spec.register())
        words = [str(register), f"{name}/crawls", str(pages), str(delay), str(workers)]
        return timed([sys.executable, "-c", OURS, *words], web)


def compare(spec: Spec, pages: int, delay: float, runs: int) -> None:
    """Print how the crawl compares with the two bare spiders."""
    ways = {
        "bare, as one would write it": lambda web: bare(web, pages, delay, "plain"),
        "bare, lean": lambda web: bare(web, pages, delay, "lean"),
        "Doorstep": lambda web: ours(web, pages, delay),
        "Doorstep, 2 workers": lambda web: ours(web, pages, delay, 2),
    }
    found: dict[str, list[tuple[float, float, float, int]]] = {name: [] for name in ways}
    with served(spec) as web:
        for _ in range(runs):
            for name, way in ways.items():
                seconds = way(web)
                read = sum(row[3] == 200 and row[2] != "/robots.txt" for row in web.take_log())
                found[name].append((*seconds, read))
    print(f"{spec.hosts} hosts, {pages} pages each, delay {delay:g} s, median of {runs}")
    rates = {}
    for name, rows in found.items():
        wall, used, memory, read = (statistics.median(column) for column in zip(*rows, strict=True))
        rates[name] = read / wall, read / used, wall
        print(
            f"  {name:30}{wall:8.1f} s{used:8.1f} s of processor{read / wall:8.1f} pages/s"
            f"{read / used:8.1f} pages/s of processor{memory:8.0f} MB at most"
        )
    plain, lean = rates["bare, as one would write it"], rates["bare, lean"]
    mine = rates["Doorstep"]
    if delay:
        floor = max(pages * delay, min(plain[2], lean[2]))
        print(
            f"  wall time against the larger of floor and bare spider: {mine[2] / floor:.2f} (1.3)"
        )
    else:
        print(f"  pages/s of processor against bare: {mine[1] / plain[1]:.2f} (0.8)")
        print(f"  pages/s of processor against lean: {mine[1] / lean[1]:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="the full size: some twenty minutes")
    parser.add_argument("--hosts", type=int)
    parser.add_argument("--runs", type=int)
    options = parser.parse_args()
    hosts = options.hosts or (211 if options.full else 20)
    runs = options.runs or (3 if options.full else 1)
    compare(Spec(hosts=hosts, pages=100), 60 if options.full else 30, 0.0, runs)
    compare(Spec(hosts=hosts, pages=100), 60 if options.full else 10, 1.0, 1)


if __name__ == "__main__":
    main()
