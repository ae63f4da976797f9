"""What looked like an answer and did not count is kept, each once, with the reason why."""

from datetime import date

import pytest

from audit.checklist import Example, read_checklist
from audit.examples import read_example
from audit.judge import judge
from audit.model import Finding

CHECKLIST = read_checklist("ccg-engagement")
TODAY = date(2026, 11, 21)


def found(criterion: str, html: str, **more: str) -> Finding:
    """Judge one small page by one criterion."""
    one = next(c for c in CHECKLIST.live if c.id == criterion)
    alone = CHECKLIST.model_copy(update={"criteria": (one,)})
    return judge(alone, read_example(one, Example(html=html, **more), TODAY), TODAY)[0]


@pytest.mark.parametrize(
    ("criterion", "html", "quote", "why"),
    [
        ("phone-visible",
         "<h1>Contact us</h1><p>The switchboard of Greenacre Hospital is 01632 960100.</p>",
         "The switchboard of Greenacre Hospital is 01632 960100.",
         "it belongs to a hospital"),
        ("email-visible",
         "<h1>Contact us</h1><p>In Otherby, please write to enquiries@otherbyccg.nhs.uk.</p>",
         "In Otherby, please write to enquiries@otherbyccg.nhs.uk.",
         "it belongs to NHS Otherby CCG"),
        ("email-visible",
         "<h1>Contact us</h1><p>Our mailbox contact@exampleccg.nhs.uk has been closed.</p>",
         "Our mailbox contact@exampleccg.nhs.uk has been closed.",
         "it has ended"),
        ("email-visible",
         "<h1>Contact us</h1><p>enquiries@otherbyccg.nhs.uk in Otherby has been closed.</p>",
         "enquiries@otherbyccg.nhs.uk in Otherby has been closed.",
         "it belongs to NHS Otherby CCG and it has ended"),
        ("meetings-streamed",
         "<h1>Board meetings</h1><p>We do not stream our board meetings live.</p>",
         "We do not stream our board meetings live.",
         "the page says that there is none"),
        ("board-meeting-dates",
         "<h1>Board meetings</h1><p>Meeting of the board in public: 3 June 2024.</p>",
         "Meeting of the board in public: 3 June 2024.",
         "it is too old (2024-06-03)"),
        ("board-members-named",
         "<h1>Our Governing Body</h1><h3>Dr Nadia Farouk</h3><p>Clinical Chair</p>",
         "Dr Nadia Farouk", "fewer than 3 are named"),
        ("board-questions",
         "<h1>Board meetings</h1><p>The public may not put questions to the board in writing.</p>",
         "The public may not put questions to the board in writing.",
         "the page says that there is none"),
        ("board-questions",
         "<h1>Board meetings</h1><p>From next year you can send questions to the board.</p>",
         "From next year you can send questions to the board.",
         "it is only planned"),
        ("foi-how",
         "<h1>FOI</h1><p>Greenacre Hospitals NHS Trust: requests must be made in writing.</p>",
         "Greenacre Hospitals NHS Trust: requests must be made in writing.",
         "it is about another organisation"),
        ("survey",
         "<h1>Consultations</h1><p>Our survey on walk-in centres closed on 1 July 2026.</p>",
         "Our survey on walk-in centres closed on 1 July 2026.",
         "it has ended (2026-07-01)"),
    ],
)  # fmt: skip
def test_what_came_near_is_told_with_the_reason(criterion: str, html: str, quote: str, why: str):
    finding = found(criterion, html)

    assert finding.outcome == "not_found"
    assert [(one.quote, one.why) for one in finding.near] == [(quote, why)]


def test_what_stands_elsewhere_is_near():
    finding = found(
        "email-visible",
        "<h1>News</h1><p>Write to contact@exampleccg.nhs.uk for a copy.</p>",
        address="/news",
        home="<h1>NHS Example CCG</h1><a href='/news'>News</a>",
        called="News",
    )

    assert finding.near[0].why == "it stands on a page of another kind (news)"
    assert finding.near[0].source.url.endswith("/news")


def test_what_leaves_the_question_open_is_told_of_an_unknown():
    finding = found(
        "newsletter-recent",
        "<h1>Our newsletter</h1><p>We publish a newsletter every month.</p>"
        '<p><a href="/files/newsletter-issue-14.pdf">Newsletter, issue 14</a></p>',
    )

    assert finding.outcome == "unknown"
    assert [(one.quote, one.why) for one in finding.near] == [
        ("Newsletter, issue 14", "it bears no date")
    ]


def test_what_is_near_is_told_once_and_where_it_is_nearest_to_home():
    said = "<p>The switchboard of Greenacre Hospital is 01632 960100.</p>"
    finding = found(
        "phone-visible",
        f"<h1>Contact us</h1>{said}",
        home=f"<h1>NHS Example CCG</h1>{said}<a href='/home'>Contact us</a>",
        address="/contact",
    )

    assert [one.source.clicks for one in finding.near] == [0]


def test_what_is_near_is_not_told_at_length():
    wards = "".join(f"<p>Greenacre Hospital, ward {n}: 01632 9601{n:02}.</p>" for n in range(9))
    finding = found("phone-visible", f"<h1>Contact us</h1>{wards}")

    assert finding.outcome == "not_found"
    assert len(finding.near) == 5


def test_nothing_is_near_where_the_answer_was_found():
    finding = found(
        "phone-visible",
        "<h1>Contact us</h1><p>Ring us on 01632 960200.</p><p>Greenacre Hospital: 01632 960100</p>",
    )

    assert (finding.outcome, finding.near) == ("met", ())
