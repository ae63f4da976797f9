"""The served pages in a real browser: by clicking, by keyboard, on desk, phone and paper."""

from collections.abc import Callable

import pytest
from browsing import Opener
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PAGES = [
    "",
    "body/ashdale",
    "body/hostile",
    "criterion/board-papers",
    "region/North",
    "doorstep",
    "doorstep/league_table",
    "doorstep/proofs?_search=chair",
    "doorstep/my-body?body=ashdale",
    "doorstep/bodies/ashdale",
    "doorstep?sql=select+*+from+scores",
    "nowhere",
]


def test_a_reader_clicks_from_home_to_a_verdict_to_its_proof_and_back(
    opened: Opener, faults: list[str]
):
    page = opened("")
    page.get_by_role("link", name="NHS Birchford CCG").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("NHS Birchford CCG")
    verdict = page.locator("#board-named")
    expect(verdict).to_contain_text("met")
    verdict.get_by_role("link", name="two pieces of evidence").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Does the site name the people on its board?"
    )
    expect(page.locator("blockquote")).to_have_count(2)
    page.get_by_role("link", name="archived capture").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Archived capture: Our board")
    expect(page.locator("#cited + p")).to_have_text("Does the site name the people on its board?")
    page.locator("#cited + p").get_by_role("link").click()
    page.get_by_role("navigation", name="Breadcrumb").get_by_text("NHS Birchford CCG").click()
    assert page.url.endswith("#board-named")
    page.get_by_role("link", name="Are board papers published?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Are board papers published?")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("NHS Birchford CCG")
    page.get_by_role("link", name="Home").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Open doors")
    assert faults == []


def test_the_finders_on_the_home_page_find(opened: Opener, faults: list[str]):
    page = opened("")
    page.get_by_role("searchbox", name="Search the evidence").fill("governing chairs")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("tbody tr")).to_have_count(16)
    page.goto(page.url.split("/doorstep")[0] + "/")
    page.get_by_role("combobox", name="Find a body").fill("ashd")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("NHS Ashdale CCG")
    assert faults == []


def test_a_table_is_searched_sorted_facetted_and_filtered(opened: Opener, faults: list[str]):
    page = opened("")
    page.get_by_role("link", name="League table", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(5)
    page.get_by_label("Facet region").get_by_role("link", name="North").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("link", name="Remove the filter North").click()
    page.get_by_role("link", name="Not found", exact=True).click()
    expect(page.locator("tbody tr").last).to_contain_text("onerror")
    page.get_by_text("Filter, sort and count").click()
    page.locator("select[name=_filter_column]").select_option("score")
    page.locator("select[name=_filter_op]").select_option("gt")
    page.locator("input[name=_filter_value]").fill("75")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Show all columns").click()
    expect(page.locator("tbody")).to_contain_text("http://www.ashdaleccg.nhs.uk/")
    page.get_by_text("What the columns mean").click()
    expect(page.locator("#columns")).to_contain_text("rank_worst")
    assert faults == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_complains_scrolls_sideways_or_bars_anyone(sound: Callable[[str], None], path: str):
    sound(path)


def test_hostile_text_runs_nothing(opened: Opener, faults: list[str]):
    for path in ("", "body/hostile", "doorstep/proofs", "doorstep/bodies/hostile"):
        page = opened(path)
        assert page.get_by_text("<script>alert(1)</script>").count()
    assert faults == []


def test_the_keyboard_reaches_the_content_first(opened: Opener):
    page = opened("")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


def test_paper_gets_the_results_and_no_forms(opened: Opener):
    page = opened("body/ashdale")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_text("Dr Ann Example, Chair of the governing body").first).to_be_visible()
