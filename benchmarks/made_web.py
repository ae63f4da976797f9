"""Made-up websites, the same each time: plain ones of any size, and ones with answers to find.

A plain site's pages have a median of 30 kB and 80 links each, half of them a menu that is the same
on every page. A site with answers is in `made_answers`.
"""

import json
import math
import random
from dataclasses import asdict, dataclass
from functools import cache, lru_cache

WORDS = (
    *("care", "health", "people", "local", "services", "plan", "board", "meeting", "report"),
    *("patients", "community", "members", "public", "partners", "support", "clinic", "hospital"),
    *("practice", "team", "quality", "safety", "budget", "year", "work"),
)
SENTENCES = 400


@dataclass(frozen=True, kw_only=True)
class Spec:
    """Which web is served."""

    hosts: int
    pages: int  # of each host
    kilobytes: int = 30  # median
    hanging: int = 0  # the last so many hosts never answer
    latency: float = 0.0  # seconds
    answers: bool = False  # sites with answers to find

    def to_json(self) -> str:
        """Write the specification."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: str) -> "Spec":
        """Read the specification."""
        return Spec(**json.loads(text))

    def names(self) -> list[str]:
        """Name the hosts."""
        return [f"www.body{n:03}.example" for n in range(self.hosts)]

    def register(self) -> str:
        """Write the register of the hosts."""
        rows = (f"{h.split('.')[1]},Body {h.split('.')[1][4:]},http://{h}/\n" for h in self.names())
        return "id,name,website\n" + "".join(rows)


def page_of(spec: Spec, host: str, path: str) -> bytes | str | None:
    """Give the body of a page, "hang" where nothing is answered, None where there is no page."""
    number = number_of(spec, host)
    if number is None:
        return None
    if number >= spec.hosts - spec.hanging:
        return "hang"
    if spec.answers:
        from made_answers import site  # noqa: PLC0415 - it needs the checklist

        return site(number, spec.pages).get(path)
    if path == "/robots.txt":
        return b"User-agent: *\nDisallow: /private/\n"
    return plain_page(spec, number, path)


@cache
def number_of(spec: Spec, host: str) -> int | None:
    """Find a host's place among the hosts."""
    names = spec.names()
    return names.index(host) if host in names else None


@lru_cache(maxsize=20_000)
def plain_page(spec: Spec, number: int, path: str) -> bytes | None:
    """Make a page of a plain site."""
    place = 0 if path == "/" else int(path[6:-5]) if path.startswith("/page-") else None
    if place is None or place >= spec.pages:
        return None
    rng = random.Random(number * 100_003 + place)
    menu = "".join(_link(n) for n in range(1, min(41, spec.pages)))
    more = "".join(_link(rng.randrange(1, spec.pages)) for _ in range(40))
    private = '<a href="/private/x.html">Not for crawlers</a>'
    size = int(spec.kilobytes * 1000 * math.exp(rng.gauss(0, 0.6)))
    text = _prose(rng, max(300, size - len(menu) - len(more)))
    title = f"Page {place} of body {number}"
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><nav>{menu}</nav>"
        f"<main><h1>{title}</h1>{text}{more}{private}</main></body></html>"
    ).encode()


def _link(place: int) -> str:
    return f'<li><a href="/page-{place}.html">Page number {place}</a></li>'


@cache
def _sentences() -> list[str]:
    rng = random.Random(7)
    return [" ".join(rng.choices(WORDS, k=rng.randrange(8, 24))) for _ in range(SENTENCES)]


def _prose(rng: random.Random, size: int) -> str:
    parts: list[str] = []
    while size > 0:
        part = "<p>" + ". ".join(rng.choices(_sentences(), k=5)) + ".</p>"
        parts.append(part)
        size -= len(part)
    return "".join(parts)
