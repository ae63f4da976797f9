"""The published site in a real browser, opened from disk: inert, accessible, fit for a phone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import barriers
from playwright.sync_api import Browser, Page

from audit.model import AuditResult
from audit.store import write_audit
from reports.publish import publish

pytestmark = pytest.mark.browser
ATTACKS = (
    '"><script>alert(1)</script><img src=x onerror=alert(2)>',
    "<svg onload=alert(3)><a xlink:href='javascript:alert(4)'>x</a></svg>",
    "[x](javascript:alert(5)) ![y](http://evil.example/p.png) <http://evil.example/>",
    "</style><style>@import 'http://evil.example/x.css'</style>",
    "--> ]]> </script><script>alert(6)</script> | `a` ${alert(7)} {{ 7*7 }}; drop table x--",
)
AUDIT = "ccgs-20140806-090000-doors-1"
CHANGE = f"{AUDIT}-since-ccgs-20130806-090000-doors-1"
FIXED = {
    "home": "index.html",
    "survey": "survey/ccgs-doors/index.html",
    "bodies": "body/index.html",
    "body": "body/ashdale/index.html",
    "unknown": "body/dunwick/index.html",
    "questions": "criterion/index.html",
    "question": "criterion/board-named/index.html",
    "regions": "region/index.html",
    "posts": "posts/index.html",
    "post": f"posts/{AUDIT}.html",
    "change": f"posts/{CHANGE}.html",
    "figures": f"posts/{AUDIT}-figures.html",
    "data": "data/index.html",
    "codebook": "codebook/index.html",
    "privacy": "privacy/index.html",
}


@pytest.fixture(scope="module")
def site(
    sample_audit: Callable[..., AuditResult], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Publish two audits of bodies whose names, regions, questions and quotes attack the reader."""
    folder = tmp_path_factory.mktemp("attack")
    for crawl, started, changed in (
        ("ccgs-20130806-090000", "2013-08-07T10:00:00Z", True),
        ("ccgs-20140806-090000", "2014-08-07T10:00:00Z", False),
    ):
        result = sample_audit(crawl, started)
        bodies = tuple(
            body | {"name": attack, "region": attack, "website": "javascript:alert(8)"}
            for body, attack in zip(result.bodies, ATTACKS, strict=True)
        )
        criteria = tuple(
            replace(one, ask=attack, says=attack, section=attack, why=attack, guidance=attack)
            for one, attack in zip(result.checklist.criteria, ATTACKS, strict=False)
        )
        checklist = replace(
            result.checklist, title=ATTACKS[0], source=ATTACKS[2], criteria=criteria
        )
        results = result.results
        if changed:
            first = results[0]
            lost = replace(first.findings[0], outcome="not_found", evidence=(), clicks=None)
            results = (replace(first, findings=(lost, *first.findings[1:])), *results[1:])
        write_audit(
            folder / "doorstep.db",
            replace(result, bodies=bodies, checklist=checklist, results=results),
        )
    return publish(folder / "doorstep.db", folder / "a site").parent


def visit(chromium: Browser, *pages: Path, **options: object) -> Iterator[tuple[Page, list[str]]]:
    """Open pages from disk one by one; gives each, and all that went wrong or was asked for."""
    context = chromium.new_context(**options)
    opened = context.new_page()
    noticed: list[str] = []
    opened.on("dialog", lambda dialog: (noticed.append(dialog.message), dialog.dismiss()))
    opened.on("console", lambda message: noticed.append(message.text))
    opened.on("pageerror", lambda error: noticed.append(str(error)))
    opened.on("request", lambda request: noticed.append(request.url))
    for page in pages:
        noticed.clear()
        opened.goto(page.as_uri())
        unfold(opened)
        yield opened, [one for one in noticed if one not in {page.as_uri(), "data:,"}]
    context.close()


def unfold(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def test_no_page_runs_or_asks_for_anything(chromium: Browser, site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    for opened, noticed in visit(chromium, *pages):
        assert noticed == [], opened.url
        assert opened.locator("script:not([type='application/json'])").count() == 0
        assert opened.locator("[href^='javascript']").count() == 0


@pytest.mark.parametrize("kind", FIXED)
def test_axe_finds_no_fault_by_day_or_night(axe_page: Page, site: Path, kind: str) -> None:
    axe_page.emulate_media(color_scheme="light")
    axe_page.goto((site / FIXED[kind]).as_uri())
    unfold(axe_page)
    assert barriers(axe_page) == []
    axe_page.emulate_media(color_scheme="dark")
    assert barriers(axe_page, "color-contrast") == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(chromium: Browser, site: Path, width: int) -> None:
    pages = [site / path for path in FIXED.values()]
    for page, _ in visit(chromium, *pages, viewport={"width": width, "height": 800}):
        assert page.evaluate("document.documentElement.scrollWidth") == width, page.url


def test_a_reader_clicks_from_home_to_a_verdict_and_back(
    chromium: Browser, demo_home: Path, tmp_path: Path
) -> None:
    index = publish(demo_home / "doorstep.db", tmp_path / "public")
    page, _ = next(visit(chromium, index))
    page.get_by_role("link", name="NHS Marlgate CCG").first.click()
    assert page.locator("h1").inner_text() == "NHS Marlgate CCG"
    page.get_by_role("link", name="Does the site name the people on its board?").click()
    assert "board" in page.locator("h1").inner_text()
    page.get_by_role("link", name="NHS Penmarrow CCG").last.click()
    assert page.url.endswith("body/penmarrow-ccg/index.html#board-members-named")
    page.get_by_role("link", name="Home", exact=True).click()
    page.get_by_role("link", name="websites compared").first.click()
    page.locator("a.figure").first.click()
    assert "-figures.html#figure-" in page.url
    assert page.locator(":target pre").count() == 1


def test_the_keyboard_reaches_the_content_first(chromium: Browser, site: Path) -> None:
    page, _ = next(visit(chromium, site / FIXED["body"]))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
