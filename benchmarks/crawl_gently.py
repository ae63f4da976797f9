"""Measure how gentle a crawl is, from the log of the web that it crawled.

Two hundred hosts, ten of which never answer: never two open requests at a host, no gap under the
delay, no path that robots.txt closes, and the hosts that hang cost the others nothing.

    make bench ARGS="gentle --full"     200 hosts, 10 hanging, 20 pages each, delay 1 s
"""

import argparse
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from crawl_speed import OURS, timed
from loopback import Served, served
from made_web import Spec


def crawl(web: Served, pages: int, delay: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        register = Path(name) / "bodies.csv"
        register.write_text(web.spec.register())
        words = [str(register), f"{name}/crawls", str(pages), str(delay), "1"]
        timed(
            [
                sys.executable,
                "-c",
                OURS.replace("pages=int(pages)", "timeout=5.0, pages=int(pages)"),
                *words,
            ],
            web,
        )


def healthy_seconds(rows: list[list]) -> float:
    """Give the seconds from the first request to the last one that was answered."""
    answered = [row[0] for row in rows if row[3]]
    return max(answered) - min(row[0] for row in rows)


def measure(hosts: int, hanging: int, pages: int, delay: float) -> None:
    spec = {"hosts": hosts, "pages": 60, "kilobytes": 5, "latency": 0.05}
    with served(Spec(**spec, hanging=hanging)) as web:
        crawl(web, pages, delay)
        rows = web.take_log()
    with served(Spec(**spec)) as web:
        crawl(web, pages, delay)
        healthy = web.take_log()
    by_host: dict[str, list[list]] = {}
    for row in rows:
        by_host.setdefault(row[1], []).append(row)
    gaps = [b[0] - a[0] for some in by_host.values() for a, b in pairwise(some)]
    complete = sum(
        sum(row[3] == 200 and row[2] != "/robots.txt" for row in some) == pages
        for some in by_host.values()
    )
    took, alone = healthy_seconds(rows), healthy_seconds(healthy)
    print(f"{hosts} hosts, {hanging} of them hanging, {pages} pages each, delay {delay:g} s")
    print(f"  requests {len(rows)}, hosts complete {complete} of {hosts - hanging}")
    print(f"  most requests open at a host   {max(row[5] for row in rows)}   (1)")
    print(f"  least gap over delay           {min(gaps) / delay:.3f}   (1)")
    print(f"  mean gap over delay            {sum(gaps) / len(gaps) / delay:.3f}")
    print(f"  disallowed paths asked for     {sum('/private/' in row[2] for row in rows)}   (0)")
    print(
        f"  time of the healthy hosts over that of a web without any that hang  {took / alone:.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", action="store_true", help="the full size: some two minutes")
    options = parser.parse_args()
    if options.full:
        measure(200, 10, 20, 1.0)
    else:
        measure(200, 10, 6, 1.0)


if __name__ == "__main__":
    main()
