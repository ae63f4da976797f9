"""Fixtures: the sample served, and its pages opened in a browser that hears every complaint."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from warm import Warm

from reports.serve import serve

SIZES = {"desk": (1280, 900), "phone": (390, 844)}
_BROKEN = """options => axe.run(options).then(
    found => found.violations.map(rule => [rule.id, rule.nodes[0].html]))"""
Opener = Callable[..., Page]


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """Serve a workspace from a process of its own, as a user does; gives the address."""
    process = Warm(serve_home, home, env=os.environ)
    yield process.first_line()
    process.terminate()
    process.communicate()


def serve_home(home: Path) -> None:
    """Serve a workspace on any free port; print the address."""
    serve(home, port=0, ready=lambda address: print(address, flush=True))


@pytest.fixture(scope="module")
def served(sample_home: Path) -> Iterator[str]:
    with serving(sample_home) as address:
        yield address


@pytest.fixture
def faults() -> list[str]:
    """Collect what a page complains of or asks of others."""
    return []


@pytest.fixture
def opened(chromium: Browser, served: str, faults: list[str]) -> Iterator[Opener]:
    """Open a page; what its console says and what it asks of other hosts counts as a fault."""
    contexts = []

    def open_page(path: str, size: str = "desk", scheme: str = "light", **options: bool) -> Page:
        width, height = SIZES[size]
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **options
        )
        contexts.append(context)
        page = context.new_page()
        hear(page, served, faults)
        page.goto(served + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def hear(page: Page, served: str, faults: list[str]) -> None:
    """Note what a page complains of, and what it asks of other hosts than the one that served."""
    page.on("console", lambda message: faults.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: faults.append(f"{page.url}: {dialog.message}"))
    page.on("request", lambda request: request.url.startswith(served) or faults.append(request.url))


@pytest.fixture(scope="module")
def axe_page(chromium: Browser) -> Iterator[Page]:
    """Give one tab for a whole file: a browser that has read axe once reads it faster again."""
    context = chromium.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def sound(axe_page: Page, served: str) -> Callable[[str], None]:
    """Check that a page bars nobody on desk or phone, fits a phone, and complains of nothing."""
    faults: list[str] = []
    hear(axe_page, served, faults)

    def check(path: str) -> None:
        faults.clear()
        for (width, height), scheme in zip(SIZES.values(), ("light", "dark"), strict=True):
            axe_page.set_viewport_size({"width": width, "height": height})
            axe_page.emulate_media(color_scheme=scheme)
            if axe_page.url != served + path:
                axe_page.goto(served + path)
            assert axe_page.evaluate("document.documentElement.scrollWidth") <= width
            assert barriers(axe_page) == []
        assert [fault for fault in faults if "404 (Not Found)" not in fault] == []

    return check


def barriers(page: Page, *rules: str) -> list[tuple[str, str]]:
    """Ask axe what bars people from a page, by all of its rules or by the ones named.

    Gives each broken rule and the first element that breaks it.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    return [(rule, element) for rule, element in page.evaluate(_BROKEN, options)]
