"""The post in a real browser: hostile text runs nothing, nothing is fetched, phones can read it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import barriers
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from audit.model import AuditResult
from audit.store import write_audit
from reports.post import Post, write_post

pytestmark = pytest.mark.browser


ATTACKS = (
    '"><script>alert(1)</script><img src=x onerror=alert(2)>',
    "<svg onload=alert(3)><a xlink:href='javascript:alert(4)'>x</a></svg>",
    "[x](javascript:alert(5)) ![y](http://evil.example/p.png) <http://evil.example/>",
    "</style><style>@import 'http://evil.example/x.css'</style>",
    "--> ]]> </script><script>alert(6)</script> | `a` ${alert(7)} {{ 7*7 }}",
)


@pytest.fixture(scope="module")
def post(
    sample_audit: Callable[..., AuditResult], tmp_path_factory: pytest.TempPathFactory
) -> Post:
    """Write the post of bodies whose names, regions, questions and quotes attack the reader."""
    folder = tmp_path_factory.mktemp("attack")
    result = sample_audit()
    bodies = tuple(
        body | {"name": attack, "region": attack}
        for body, attack in zip(result.bodies, ATTACKS, strict=True)
    )
    criteria = tuple(
        replace(one, ask=attack, says=attack, section=attack)
        for one, attack in zip(result.checklist.criteria, ATTACKS, strict=False)
    )
    checklist = replace(result.checklist, title=ATTACKS[0], source=ATTACKS[2], criteria=criteria)
    audit = write_audit(folder / "doorstep.db", replace(result, bodies=bodies, checklist=checklist))
    return write_post(folder / "doorstep.db", audit, folder)


def visit(chromium: Browser, address: str, **options: object) -> tuple[object, list[str]]:
    """Open an address; gives the page and all that went wrong or was asked for."""
    page = chromium.new_context(**options).new_page()
    noticed: list[str] = []
    page.on("dialog", lambda dialog: (noticed.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: noticed.append(message.text))
    page.on("pageerror", lambda error: noticed.append(str(error)))
    page.on("request", lambda request: noticed.append(request.url))
    page.goto(address)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.wait_for_timeout(200)
    return page, [one for one in noticed if one not in {address, "data:,"}]


def test_a_hostile_post_runs_nothing_and_asks_for_nothing(chromium: Browser, post: Post) -> None:
    page, noticed = visit(chromium, post.html.as_uri())

    assert noticed == []
    assert page.locator("h1").inner_text().startswith('"><script>alert(1)</script>')
    assert page.locator("svg:visible").count() == 4
    assert page.locator("script").count() == 1


def test_a_hostile_post_as_markdown_runs_nothing(
    chromium: Browser, post: Post, tmp_path: Path
) -> None:
    body = post.markdown.read_text(encoding="utf-8").split("---\n", 2)[2]
    page = tmp_path / "page.html"
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(body)
    page.write_text(f'<meta charset="utf-8"><link rel="icon" href="data:,">{html}')
    for chart in post.markdown.parent.glob("*.svg"):
        (tmp_path / chart.name).write_bytes(chart.read_bytes())

    _, noticed = visit(chromium, page.as_uri())
    assert noticed
    assert all(one.startswith(tmp_path.as_uri()) and one.endswith(".svg") for one in noticed)


def test_each_chart_stands_alone(chromium: Browser, post: Post) -> None:
    charts = sorted(post.markdown.parent.glob("*.svg"))

    assert len(charts) == 4
    for chart in charts:
        page, noticed = visit(chromium, chart.as_uri())
        assert noticed == []
        assert page.locator("script").count() == 0


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_page_never_scrolls_sideways(chromium: Browser, post: Post, width: int) -> None:
    page, _ = visit(chromium, post.html.as_uri(), viewport={"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") == width
    shown = page.locator("figure:first-of-type svg:visible")
    assert all(shown.nth(i).bounding_box()["width"] <= width for i in range(shown.count()))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(chromium: Browser, post: Post, scheme: str) -> None:
    page, _ = visit(chromium, post.html.as_uri(), bypass_csp=True, color_scheme=scheme)

    assert barriers(page) == []


def test_the_keyboard_reaches_the_findings_first(chromium: Browser, post: Post) -> None:
    page, _ = visit(chromium, post.html.as_uri())
    page.keyboard.press("Tab")
    focused = "document.activeElement"

    assert page.evaluate(f"{focused}.textContent") == "Skip to the findings"
    assert page.evaluate(f"{focused}.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(f"{focused}.id") == "findings"


def test_print_shows_what_is_folded(chromium: Browser, post: Post) -> None:
    page = chromium.new_page()
    page.goto(post.html.as_uri())
    page.emulate_media(media="print")

    tables = page.locator("table")
    assert all(tables.nth(i).bounding_box()["height"] > 0 for i in range(tables.count()))
