"""Take the pictures of the documentation anew: `make screenshots`.

The demo is crawled, judged twice and served; Debian's chromium looks at a page of each type.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from doorstep.demo import DEMO_DATE

HERE = Path(__file__).parent / "screenshots"
BODY, OTHER, POOR = "penmarrow-ccg", "marlgate-ccg", "ravenhythe-ccg"
PAGES = {
    "home": "",
    "pictures": "#pictures",
    "league-table": "doorstep/league_table?audit={audit}",
    "body": "body/{body}",
    "criterion": "criterion/board-members-named",
    "near-misses": "criterion/phone-own#near",
    "region": "region/London",
    "verdict": "verdict/{audit}/{body}/meetings-streamed",
    "capture": "evidence/{evidence}",
    "compare": "compare?body={body}&body={other}&body={poor}",
    "changes": "changes",
    "search": "doorstep/search-evidence?words=live+stream",
    "tables": "doorstep",
    "post": "posts/{post}",
}
PHONE = ("home", "body", "compare", "post")
DESK, SMALL = {"width": 1120, "height": 800}, {"width": 390, "height": 760}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def doorstep(home: Path, *words: str) -> None:
    """Run a command of the command line to its end."""
    command = [sys.executable, "-m", "doorstep", "--home", str(home), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)


def prepare(home: Path) -> None:
    """Fill a workspace with the demo, judged on its own day and half a year later."""
    doorstep(home, "demo", "--no-serve")
    later = (DEMO_DATE + timedelta(days=200)).isoformat()
    doorstep(home, "audit", "--checklist", "ccg-engagement", "--on", later)
    doorstep(home, "report")


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Serve a workspace; gives its address."""
    command = [sys.executable, "-m", "doorstep", "--home", str(home), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            line = next(line for line in server.stdout if "http://" in line)
            yield re.search(r"http://\S+", line)[0]
        finally:
            server.terminate()


def photograph(home: Path, folder: Path, only: list[str]) -> None:
    """Take a picture of each page, and of some as a phone shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(home) as site, sync_playwright() as running:
        browser = running.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        still = {"reduced_motion": "reduce"}
        desk = browser.new_context(viewport=DESK, device_scale_factor=0.75, **still)
        phone = browser.new_context(viewport=SMALL, **still)
        known = _known(desk.new_page(), site, home)
        for name, path in PAGES.items():
            for context, ending in ((desk, ""), (phone, "-phone")):
                if (ending and name not in PHONE) or (only and name not in only):
                    continue
                page = context.new_page()
                page.goto(site + path.format(**known))
                page.screenshot(path=folder / f"{name}{ending}.png")
                page.close()
        browser.close()


def _known(page: Page, site: str, home: Path) -> dict[str, str]:
    proofs = "doorstep/evidence-for.json?_shape=array"
    page.goto(f"{site}{proofs}&body={BODY}&criterion=meetings-streamed")
    proof = page.evaluate("JSON.parse(document.body.innerText)")[0]
    posts = sorted((home / "reports").glob("*.html"), key=lambda post: post.stat().st_mtime)
    page.close()
    return {
        "body": BODY,
        "other": OTHER,
        "poor": POOR,
        "audit": proof["audit"],
        "evidence": str(proof["evidence"]),
        "post": posts[-1].name,
    }


def main() -> None:
    """Take the pictures that are asked for, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(PAGES)}")
    parser.add_argument("--home", type=Path, help="a workspace that was made so before")
    parser.add_argument("--to", type=Path, default=HERE)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = options.home or Path(name)
        if not (home / "doorstep.db").exists():
            prepare(home)
        photograph(home, options.to, options.names)


if __name__ == "__main__":
    main()
