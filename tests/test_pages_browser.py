"""Verdicts, captures, comparisons, changes and the post in a real browser."""

import re
import shutil
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from browsing import Opener, serving
from playwright.sync_api import expect

from reports.post import write_post

pytestmark = pytest.mark.browser
CRAWL = "ccgs-20140806-090000"
AUDIT = f"{CRAWL}-doors-1"
PAGES = [
    f"verdict/{AUDIT}/ashdale/board-named",
    f"verdict/{AUDIT}/hostile/board-papers",
    f"capture/{CRAWL}:hostile-1",
    f"capture/{CRAWL}:dunwick",
    "compare?body=ashdale&body=hostile&body=dunwick",
    "compare",
    "changes",
    "criterion/board-named",
    "doorstep/evidence",
]


@pytest.fixture(scope="module")
def served(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a copy of the sample with a post whose links lead to where it is served."""
    home = tmp_path_factory.mktemp("posted")
    shutil.copy(sample_home / "doorstep.db", home)
    (home / "reports").mkdir()
    with serving(home) as address:
        write_post(home / "doorstep.db", AUDIT, home / "reports", site_url=address.rstrip("/"))
        yield address


@pytest.mark.parametrize("path", PAGES)
def test_no_page_complains_scrolls_sideways_or_bars_anyone(sound: Callable[[str], None], path: str):
    sound(path)


def test_bodies_are_ticked_and_compared(opened: Opener, faults: list[str]):
    page = opened("")
    page.get_by_role("checkbox", name="Compare NHS Ashdale CCG").check()
    page.get_by_role("checkbox", name="Compare NHS Colmere CCG").check()
    page.get_by_role("button", name="Compare the ticked bodies").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bodies side by side")
    page.get_by_role("link", name="Only the questions on which they differ").click()
    expect(page.locator("tbody")).not_to_contain_text("name the people on its board")
    page.get_by_role("link", name="not found: the evidence for NHS Colmere CCG").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Are board papers published?")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="League table").click()
    page.get_by_role("checkbox", name="Compare NHS Birchford CCG").check()
    page.get_by_role("checkbox", name="Compare NHS Dunwick CCG").check()
    page.get_by_role("button", name="Compare the ticked bodies").click()
    expect(page.locator(".sides thead")).to_contain_text("NHS Dunwick CCG")
    assert faults == []


def test_a_square_of_the_map_leads_to_its_body(opened: Opener, faults: list[str]):
    page = opened("")
    page.get_by_role("link", name="NHS Colmere CCG: 75.0").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("NHS Colmere CCG")
    assert faults == []


def test_a_charts_figures_are_a_table(opened: Opener):
    page = opened("", size="phone")
    page.get_by_text("The figures of “How many do each thing”").click()
    expect(page.locator("#chart-criteria tbody tr")).to_have_count(4)
    expect(page.locator("#chart-criteria .compact-chart")).to_be_visible()
    expect(page.locator("#chart-criteria .wide-chart")).to_be_hidden()


def test_the_quote_is_marked_in_a_capture_that_runs_nothing(opened: Opener, faults: list[str]):
    page = opened(f"capture/{CRAWL}:hostile-1")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>alert(1)</script>")
    expect(page.locator("mark").first).to_contain_text("onerror=alert(2)")
    assert page.locator("script, iframe, img[src=x]").count() == 0
    assert faults == []


def test_the_posts_links_resolve(opened: Opener, served: str):
    page = opened("")
    page.get_by_role("region", name="Read the report").get_by_role("link").first.click()
    page.wait_for_load_state()
    links = page.evaluate("Array.from(document.links, link => link.href.split('#')[0])")
    within = sorted({link for link in links if link.startswith(served)})
    assert len(within) > 20
    failed = {link: status for link in within if (status := _status(link)) != 200}
    assert failed == {}
    page.get_by_role("link", name=re.compile("captur", re.IGNORECASE)).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Archived capture")


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status
    except HTTPError as error:
        return error.code
