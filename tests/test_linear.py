"""Pages grow, and so may the time to read them: in proportion, never with the square."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from audit.examples import BODY, NEIGHBOUR
from audit.find import find
from audit.look import look
from audit.site import assemble

SMALL = 300
TIMES = 4
MOST = 10  # times as long for four times as much; a square would be 16
NOISE = 0.3  # seconds below which a measure says nothing
TRIES = 3  # what is slow but once, another program slowed
TODAY = date(2026, 11, 21)
CALLED = "Board meetings, newsletter, surveys, get involved: you said, we did"

PAGES: dict[str, Callable[[int], str]] = {
    "rows of a table": lambda n: (
        "<table>"
        + "".join(
            f'<tr><td>{i % 28 + 1} September 2026</td><td><a href="/d/{i}.pdf">Papers</a></td></tr>'
            for i in range(n // 2)
        )
        + "</table>"
    ),
    "links": lambda n: "".join(f'<p><a href="/p-{i}">Board meeting {i}</a></p>' for i in range(n)),
    "links of one paragraph": lambda n: (
        "<p>" + " ".join(f'<a href="/{i}.pdf">Issue {i}</a>' for i in range(n))
    ),
    "addresses in a list": lambda n: "".join(
        f'<li>Ann Abel <a href="mailto:ann{i}@exampleccg.nhs.uk">email</a></li>' for i in range(n)
    ),
    "addresses with names in one paragraph": lambda n: (
        "<p>"
        + ", ".join(
            f'Ann Bell{"abc"[i % 3]} <a href="mailto:a{i}@x.nhs.uk">us</a>' for i in range(n)
        )
    ),
    "addresses in lines": lambda n: (
        "<p>" + "<br>".join(f'<a href="mailto:a{i}@exampleccg.nhs.uk">us {i}</a>' for i in range(n))
    ),
    "addresses in a row": lambda n: (
        "<table><tr>"
        + "".join(f'<td><a href="mailto:a{i}@exampleccg.nhs.uk">us</a></td>' for i in range(n))
    ),
    "addresses in one paragraph": lambda n: (
        "<p>" + ", ".join(f'<a href="mailto:a{i}@exampleccg.nhs.uk">us {i}</a>' for i in range(n))
    ),
    "names in a row": lambda n: (
        "<table><tr>" + "".join(f"<td>Ann Bell{'abc'[i % 3]}</td>" for i in range(n * 4))
    ),
    "rows of names": lambda n: "<table>" + "<tr><td>Ann Bell</td><td>Ben Dale</td></tr>" * (n * 2),
    "nested links": lambda n: '<a href="/x"><table><tr><td>word ' * n,
    "nested boxes": lambda n: "<div>word " * n,
    "nested emphasis": lambda n: "<b>word " * n,
    "one long paragraph": lambda n: f"<p>{'surgery ' * n * 4}</p>",
    "surveys": lambda n: (
        "<h2>Have your say</h2>"
        + "".join(
            f'<p>Open survey {i}: <a href="https://www.smartsurvey.co.uk/s/{i}">answer</a></p>'
            for i in range(n)
        )
    ),
    "films": lambda n: "".join(
        f'<p>Film {i}</p><iframe src="https://www.youtube.com/embed/{i}"></iframe>'
        for i in range(n // 2)
    ),
    "pictures in a link": lambda n: f"<a href=/x>{'<img alt=a>' * n}</a>",
    "fields in a label": lambda n: f"<form><label>{'<input name=a>' * n}</label></form>",
}


def seconds(html: str) -> float:
    """Processor time for looking at a page of many kinds and finding its facts."""
    begun = time.process_time()
    url = "http://www.exampleccg.nhs.uk/board-meetings-survey-newsletter"
    page = replace(look(html.encode(), url=url), clicks=1, link_texts=(CALLED,))
    find(assemble(BODY, [page], (NEIGHBOUR,)), {}, TODAY)
    return time.process_time() - begun


@pytest.mark.parametrize("name", PAGES)
def test_four_times_the_page_takes_no_more_than_eight_times_the_time(name: str):
    make = PAGES[name]
    seconds(make(SMALL // 10))  # patterns are compiled once
    ratios = []
    while len(ratios) < TRIES:
        small, large = seconds(make(SMALL)), seconds(make(TIMES * SMALL))
        print(f"{name}: {small:.2f} s, then {large:.2f} s")
        ratios.append(max(large - NOISE, 0) / small)
        if ratios[-1] < MOST:
            break

    assert ratios[-1] < MOST, ratios


def test_a_thousand_addresses_take_no_more_than_a_few_seconds():
    page = PAGES["addresses in a list"]
    seconds(page(SMALL // 10))

    assert min(seconds(page(1000)) for _ in range(2)) < 3  # about a quarter on an idle processor
