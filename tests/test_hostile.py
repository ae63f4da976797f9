"""Whatever bytes a site sends, an audit goes on."""

from dataclasses import replace
from datetime import date

import pytest
import re2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.checklist import read_checklist
from audit.examples import BODY, NEIGHBOUR
from audit.find import find
from audit.judge import Read, judge
from audit.look import look
from audit.model import OUTCOMES, Finding, Source
from audit.site import assemble
from audit.words import pattern

TODAY = date(2026, 11, 21)
URL = "http://www.exampleccg.nhs.uk/"
TAGS = (
    "<p>", "</p>", "<h1>", "<h2>", "<div>", "</div>", "<table>", "<tr>", "<td>", "<th>", "</table>",
    "<form>", "<input name=email pattern='['>", "<textarea>", "</textarea>", "</form>", "<br>",
    "<dl>", "<dt>", "<dd>", "<b>", "</b>", "<a href='http://['>", "<a href='mailto:%'>",
    "<a href='tel:0'>", "<a href='/x.pdf'>", "<a href='https://twitter.com/x'>", "</a>", "<nav>",
    "<iframe src='https://youtu.be/x'>", "<script>'@'+", "</script>", "<img alt='Ann Abel, Chair'>",
    "<span data-cfemail='00'>", "<joomla-hidden-mail first=a last=b>", "<base href='http://['>",
    r"<script>a='\ud83d@';document.write('mailto:'+a)</script>",
    "<script>document.write('@'+String.fromCharCode(57343))</script>",
)  # fmt: skip
WORDS = (
    "Ann Abel", "Chair", "Governing Body", "meeting", "31 February 2026", "3 May 2026", "winter 9",
    "01632 960001", "AB1 2CD", "Mill House", "foi@exampleccg.nhs.uk", "ann [at] b [dot] uk", "’",
    "newsletter", "survey", "closes", "join our panel", "you said, we did", "live", "\x00",
    "ſtream",     "\u202e", "İ", "٣ May 2026", "𝟛 May 2026", "²/²/2026",
)  # fmt: skip
html = st.lists(st.sampled_from((*TAGS, *WORDS)) | st.text(max_size=8), max_size=40).map(" ".join)


def judged(body: bytes) -> tuple[Finding, ...]:
    called = "Board meetings, newsletter, surveys and complaints"
    pages = [
        replace(look(body, url=URL), clicks=0),
        replace(look(body, url=f"{URL}board-foi-involved"), clicks=1, link_texts=(called,)),
    ]
    site = assemble(BODY, pages, (NEIGHBOUR,))
    sources = {
        p.url: Source(
            page=p.url, url=p.url, captured="", clicks=p.clicks, warc="", offset=None, digest=""
        )
        for p in site.pages
    }
    read = Read(site=site, facts=find(site, sources, TODAY), sources=sources)
    return judge(read_checklist("ccg-engagement"), read, TODAY)


quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@settings(deadline=None)
@given(st.text(alphabet="aé€😀 .1") | st.text())
def test_a_pattern_finds_what_re2_finds(text: str):
    source = r"(é)?a|€(1)?|😀\.( )"
    ours, theirs = pattern(source), re2.compile(f"(?i){source}")

    for found, expected in (
        (ours.search(text), theirs.search(text)),
        (ours.match(text), theirs.match(text)),
    ):
        assert bool(found) == bool(expected)
        if found:
            assert [found.span(n) for n in range(4)] == [expected.span(n) for n in range(4)]
            assert found.groups() == expected.groups()


@quick
@given(st.binary(max_size=400))
def test_no_bytes_make_an_audit_raise(body: bytes):
    assert {f.outcome for f in judged(body)} <= set(OUTCOMES)


@quick
@given(html)
def test_no_html_makes_an_audit_raise(body: str):
    findings = judged(body.encode("utf-8", "surrogatepass"))

    assert all(f.evidence for f in findings if f.outcome == "met")


@pytest.mark.parametrize(
    "text",
    [
        "a" * 50_000, "a@" * 20_000, "1 " * 20_000, "Ann " * 10_000, "not " * 10_000,
        ". A" * 10_000,         "ann [at] " * 5_000, "x.x" * 10_000, "[" * 10_000, "Dr " * 10_000,
    ],
    ids=lambda text: text[:9],
)  # fmt: skip
def test_no_words_take_long(text: str):
    assert judged(f"<h1>Board meetings</h1><p>{text}</p>".encode())
