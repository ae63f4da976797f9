"""Whether a body has closed: its own end, told by itself, and not another's."""

from dataclasses import replace
from datetime import date

import pytest

from audit.checklist import read_checklist
from audit.ended import closed_words
from audit.examples import BODY, SITE
from audit.find import find
from audit.judge import Read, judge
from audit.look import look
from audit.model import Finding, Source
from audit.site import assemble, tokens_of
from crawler.register import Body

TODAY = date(2026, 11, 21)
ICB = Body(
    id="x", name="NHS Ambury and Wenford Integrated Care Board", website="http://x.uk/", kind="icb"
)
CCG = Body(id="y", name="NHS Ambury and Wenford CCG", website="http://y.uk/", kind="ccg")


@pytest.mark.parametrize(
    "words",
    [
        "NHS Ambury and Wenford CCG was dissolved at midnight on 30 June 2022.",
        "NHS Ambury and Wenford Clinical Commissioning Group closed on 31 March 2025.",
        "This organisation ceased to exist in April.",
        "The CCG has been legally abolished, and its duties have passed to NHS Otherby ICB.",
        "Welcome. The CCG no longer exists.",
        "This website will not be updated.",
    ],
)
def test_a_body_that_tells_of_its_own_end_has_closed(words: str):
    assert closed_words(CCG, tokens_of(CCG), [words])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (ICB, "In July 2022 NHS Wenford CCG became part of NHS Ambury and Wenford."),
        (ICB, "NHS Ambury and Wenford CCG was dissolved on 30 June 2022."),
        (CCG, "NHS Ambury CCG and NHS Wenford CCG merged to form NHS Ambury and Wenford CCG."),
        (CCG, "The primary care trust was abolished in 2013."),
        (CCG, "The walk-in centre in Wenford closed on 3 May 2025."),
        (CCG, "We are closed on bank holidays."),
        (CCG, "It is proposed that NHS Ambury and Wenford CCG will be dissolved in 2027."),
        (CCG, "The consultation has closed."),
    ],
)
def test_a_living_body_may_tell_of_the_end_of_something_else(body: Body, words: str):
    assert not closed_words(body, tokens_of(body), [words])


def finding(home: str) -> Finding:
    page = replace(look(home.encode(), url=f"{SITE}/"), clicks=0)
    site = assemble(BODY, [page])
    source = Source(
        page=page.url, url=page.url, captured="", clicks=0, warc="", offset=None, digest=""
    )
    facts = find(site, {page.url: source}, TODAY)
    read = Read(site=site, facts=facts, sources={page.url: source})
    found = judge(read_checklist("ccg-engagement"), read, TODAY)
    return next(one for one in found if one.criterion == "email-visible")


def test_what_ends_with_a_closed_body_is_a_near_miss_with_its_words():
    living = "<h1>Contact us</h1><p>Email enquiries@exampleccg.nhs.uk</p>"
    closed = f"<p>NHS Example CCG closed on 31 March 2025.</p>{living}"

    assert finding(living).outcome == "met"
    assert finding(closed).outcome == "not_found"
    assert finding(closed).reason == (
        "the body has closed: NHS Example CCG closed on 31 March 2025"
    )
    assert [(n.value, n.why) for n in finding(closed).near] == [
        ("enquiries@exampleccg.nhs.uk", "the body has closed")
    ]
