"""What a crawl with a browser needs: the `browser` extra, a chromium, settings for Scrapy."""

import os
import shutil
from importlib.util import find_spec
from typing import Any

from crawler.answers import Answer
from crawler.errors import CrawlError

_SLOT = "browser"  # pages being rendered wait here, while what they load waits at its own host
_AT_ONCE = 2
_LOADED_WITHIN = 4_000  # milliseconds, once nothing more is fetched for a page
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
)
# Whatever a page needs is fetched by the crawler and handed in: the browser itself reaches nothing.
_NOWHERE = {"server": "http://127.0.0.1:9", "bypass": "<-loopback>"}

RENDERED = dict.fromkeys(("http", "https"), "crawler.renderer.Renderer")
"""What fetches an address where pages are rendered, by its scheme."""


def find_chromium() -> str:
    """Find the browser; raises CrawlError where it or the `browser` extra is missing."""
    if find_spec("scrapy_playwright") is None:
        raise CrawlError("--browser: needs an extra: pip install 'doorstep[browser]'")
    named = os.environ.get("DOORSTEP_CHROMIUM", "")
    found = next(filter(None, map(shutil.which, (named, *_PROGRAMS) if named else _PROGRAMS)), None)
    if found is None:
        raise CrawlError(
            "--browser: no chromium found; install one (apt-get install chromium) "
            "or give its path in DOORSTEP_CHROMIUM"
        )
    return found


def rendering_of(shell: Answer) -> dict[str, Any]:
    """Mark a request as one for the renderer, which fills this shell; see renderer.py."""
    return {"shell": shell, "download_slot": _SLOT, "autothrottle_dont_adjust_delay": True}


def browser_settings(agent: str) -> dict[str, Any]:
    """Give the settings of Scrapy for rendering pages."""
    return {
        "DOWNLOAD_SLOTS": {_SLOT: {"concurrency": _AT_ONCE, "delay": 0}},
        "PLAYWRIGHT_LAUNCH_OPTIONS": {
            "executable_path": find_chromium(),
            "args": list(_FLAGS),
            "proxy": _NOWHERE,
        },
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": _AT_ONCE,
        "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": None,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": _LOADED_WITHIN,
        "DOORSTEP_CONTEXT": {
            "accept_downloads": False,
            "service_workers": "block",
            "user_agent": agent,
            "locale": "en-GB",
        },
    }
