"""How often the machine agrees with a person, over sites served as the world would serve them."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from audit.checklist import read_checklist
from audit.run import audit
from audit.store import write_audit
from crawler.folder import CrawlFolder

SITES = Path(__file__).parent / "sites"
DEVELOPED_ON = 0.97
LEAST = 0.93
EVERY_TIME = "fourteenth"
FOLDERS = [
    labels
    for labels in sorted(SITES.glob("*/labels.csv"))
    if labels.parent.name == EVERY_TIME or os.environ.get("ALL_SITES") == "1"
]


def agreement(shared: Path, home: Path, labels: Path) -> float:
    said = subprocess.run(
        [sys.executable, shared / "score.py", home / "doorstep.db", labels],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()[-1]
    print(f"{labels}: {said}")
    return float(re.search(r"accuracy=([\d.]+)", said)[1])


def test_the_development_web_is_judged_as_a_person_did(devweb_home: Path, shared: Path):
    assert agreement(shared, devweb_home, shared / "devweb" / "labels.csv") >= DEVELOPED_ON


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.parent.name)
def test_sites_by_other_hands_are_judged_as_a_person_did(
    survey: Callable[..., Path], shared: Path, tmp_path: Path, folder: Path
):
    home = survey(folder.parent, tmp_path / "home", "crawl")
    (crawl,) = (home / "crawls").iterdir()
    write_audit(
        home / "doorstep.db",
        audit(CrawlFolder(crawl), read_checklist("ccg-engagement"), judged_on=date(2026, 11, 21)),
    )

    assert agreement(shared, home, folder) >= LEAST
