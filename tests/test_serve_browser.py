"""The served pages in a real browser: by clicking, by keyboard, on desk, phone and paper."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
SIZES = {"desk": (1280, 900), "phone": (390, 844)}
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
    "doorstep/compare-two?body=ashdale&other_body=hostile",
    "doorstep/bodies/ashdale",
    "doorstep?sql=select+*+from+scores",
    "nowhere",
]
Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def served(sample_home: Path) -> Iterator[str]:
    program = (
        "import sys; from pathlib import Path; from reports.serve import serve; "
        "serve(Path(sys.argv[1]), port=0, ready=lambda address: print(address, flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(sample_home)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture
def faults() -> list[str]:
    """Collect what a page complains of or asks of others."""
    return []


@pytest.fixture
def opened(chromium: Browser, served: str, faults: list[str]) -> Iterator[Opener]:
    """Open a page; what its console says and what it asks of other hosts counts as a fault."""
    contexts = []

    def hear(page: Page) -> None:
        page.on("console", lambda message: faults.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on("dialog", lambda dialog: faults.append(f"{page.url}: {dialog.message}"))
        page.on(
            "request",
            lambda request: request.url.startswith(served) or faults.append(request.url),
        )

    def open_page(path: str, size: str = "desk", scheme: str = "light", **options: bool) -> Page:
        width, height = SIZES[size]
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options
        )
        contexts.append(context)
        page = context.new_page()
        hear(page)
        page.goto(served + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_a_reader_clicks_from_home_to_a_verdict_to_its_proof_and_back(
    opened: Opener, faults: list[str]
):
    page = opened("")
    page.get_by_role("link", name="NHS Birchford CCG").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("NHS Birchford CCG")
    verdict = page.locator("#board-named")
    expect(verdict).to_contain_text("met")
    verdict.get_by_role("link", name="two pieces of evidence").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Evidence for a body and a question")
    expect(page.locator("tbody tr")).to_have_count(2)
    expect(page.locator("tbody")).to_contain_text("Dr Ann Example, Chair of the governing body")
    page.locator("tbody").get_by_role("link", name="NHS Birchford CCG").first.click()
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
def test_no_page_complains_scrolls_sideways_or_bars_anyone(
    opened: Opener, faults: list[str], path: str
):
    for size, scheme in (("desk", "light"), ("phone", "dark")):
        page = opened(path, size, scheme, bypass_csp=True)
        missing = [fault for fault in faults if "404 (Not Found)" not in fault]
        assert missing == []
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= SIZES[size][0], (size, width)
        broken = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in broken] == []


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
