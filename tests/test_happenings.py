"""Meetings, streams, films, groups, issues and documents: near misses that real pages taught."""

from dataclasses import replace
from datetime import date

import pytest

from audit.documents import documents
from audit.emptiness import in_menus
from audit.examples import BODY, NEIGHBOUR
from audit.films import recordings
from audit.find import find
from audit.groups import groups
from audit.look import look
from audit.meetings import meetings
from audit.newsletters import newsletters
from audit.page import Page
from audit.posts import posts
from audit.site import Site, assemble
from audit.streams import streams

TODAY = date(2026, 11, 21)
URL = "http://www.exampleccg.nhs.uk/x"
EMBED = "https://player.vimeo.com/video/12345"


def site_of(html: str, called: str) -> tuple[Site, Page]:
    whole = f"<title>{called}</title><h1>{called}</h1>{html}"
    page = replace(look(whole.encode(), url=URL), clicks=1)
    site = assemble(BODY, [page], (NEIGHBOUR,))
    return site, site.pages[0]


@pytest.mark.parametrize(
    ("called", "html", "days"),
    [
        ("Board meetings", "<p>3 May 2026</p>", ["2026-05-03"]),
        ("Board meetings", "<p>05/31/2026</p><p>05/03/2026</p>", ["2026-05-31", "2026-05-03"]),
        ("Meet our team", "<p>3 May 2026</p>", []),
        ("Board meetings", "<p>Petition of a school for a sign (3 May 2026)</p>", []),
        ("Board meetings", "<h3>Resolutions</h3><p>Narrative of 3 May 2026</p>", []),
        ("About us", "<p>Our meeting rooms are open from 3 May 2026</p>", []),
        ("About us", "<p>Our meeting is on 3 May 2026</p>", ["2026-05-03"]),
        (
            "Board meetings",
            (
                "<table><tr><th>Member</th><th>Term ends</th></tr>"
                "<tr><td>Ann Abel</td><td>3 May 2026</td></tr></table>"
            ),
            [],
        ),
    ],
)
def test_a_date_is_a_meetings_only_where_one_is_spoken_of(called: str, html: str, days: list[str]):
    assert [f.value for f in meetings(*site_of(html, called), TODAY)] == days


def test_a_heading_may_cancel_a_meeting():
    html = (
        "<h2>Board meeting - Canceled</h2><p>Start: 3 May 2026</p>"
        "<h2>Board meetings</h2><p>4 May 2026: cancellation notice</p>"
    )

    assert [f.state for f in meetings(*site_of(html, "Board meetings"), TODAY)] == ["ended"] * 2


@pytest.mark.parametrize("moved", ["rescheduled to", "RESCHEDULED ON", "moved for"])
def test_of_a_meeting_that_was_moved_only_the_new_date_stands(moved: str):
    html = f"<p>3 May 2026 meeting {moved} 10 May 2026</p><p>7 June 2026</p>"

    states = [(f.value, f.state) for f in meetings(*site_of(html, "Board meetings"), TODAY)]

    assert states == [("2026-05-03", "ended"), ("2026-05-10", "now"), ("2026-06-07", "now")]


@pytest.mark.parametrize(
    ("called", "html", "days"),
    [
        ("Calendar of events", "<h3>3 May 2026</h3><p>The office is closed</p>", []),
        ("Calendar of events", "<h3>3 May 2026</h3><p>Board meeting</p>", ["2026-05-03"]),
        ("Board meetings", "<p>3 May 2026: featured event</p><p>4 May 2026</p>", ["2026-05-04"]),
        (
            "Board meetings",
            "<p>4 May 2026</p><p>New fares (effective 5 May 2026)</p>",
            ["2026-05-04"],
        ),
        (
            "Board meetings",
            "<p>3 May 2026</p><h2>Other events</h2><p>4 May 2026</p>",
            ["2026-05-03"],
        ),
    ],
)
def test_an_entry_among_events_speaks_for_itself(called: str, html: str, days: list[str]):
    assert [f.value for f in meetings(*site_of(html, called), TODAY)] == days


def test_days_are_of_the_year_over_them_whatever_the_rank_of_its_heading():
    html = (
        "<h4>2024 Board meetings</h4><h3>Board meetings</h3><p>3 May</p>"
        "<h4>2023 Board meetings</h4><p>4 May</p><h3>The next meeting</h3><p>5 November</p>"
    )

    found = [f.value for f in meetings(*site_of(html, "Board meetings"), TODAY)]
    assert found == ["2024-05-03", "2023-05-04", "2026-11-05"]


def test_the_address_of_an_entry_tells_its_year():
    html = '<p><a href="/event/board-2024-05-03/">3 May</a>: board meeting</p>'

    assert [f.value for f in meetings(*site_of(html, "Board meetings"), TODAY)] == ["2024-05-03"]


def test_more_events_below_a_meeting_are_none():
    html = (
        "<h1>Regular board meeting</h1><p>Tuesday, 3 November 2026</p><h2>More events</h2>"
        "<h3>Studio sessions</h3><p>Studio sessions on Wednesday 4 November</p>"
    )

    assert [f.value for f in meetings(*site_of(html, "Board meeting"), TODAY)] == ["2026-11-03"]


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Advisory Committee</h1><h2>Meetings</h2><p>3 May 2026</p>",
        "<h1>Dates</h1><h2>Meetings</h2><p>Park Advisory Committee Meeting - 3 May 2026</p>",
    ],
)
def test_a_committee_that_is_itself_the_body_is_no_other_gathering(html: str):
    page = replace(look(html.encode(), url=URL), clicks=1)
    itself = BODY.model_copy(update={"name": "Example Park Advisory Committee"})

    for body, label in ((itself, "board"), (BODY, "other")):
        site = assemble(body, [page])
        assert [f.label for f in meetings(site, site.pages[0], TODAY)] == [label]


@pytest.mark.parametrize(
    ("after", "day"),
    [("9 November 2024", "2024-10-26"), ("9 November 2025", "2026-10-26")],
)
def test_a_day_without_a_year_takes_that_of_the_entries_around_it(after: str, day: str):
    html = f"<p>12 October 2024</p><p>26 October at noon</p><p>Agenda</p><p>{after} at noon</p>"

    assert day in [f.value for f in meetings(*site_of(html, "Board meeting dates"), TODAY)]


def test_an_entry_of_a_list_is_of_those_whom_the_line_over_it_names():
    html = "<p>Sub-committees sit in private:</p><ul><li>3 May 2026</li></ul><p>4 May 2026</p>"

    found = meetings(*site_of(html, "Board meetings"), TODAY)
    assert [f.label for f in found] == ["other", "board"]


def test_what_a_page_that_is_kept_as_a_record_shows_has_ended():
    notice = "<p>Archived: this page is no longer updated.</p>"
    pages = [
        replace(look(html.encode(), url=f"http://www.exampleccg.nhs.uk{path}"), clicks=clicks)
        for path, clicks, html in (
            ("/", 0, "<h1>Example CCG</h1><p>Ring 01632 960 100.</p>"),
            ("/old", 1, f"{notice}<h1>Contact us</h1><p>Ring 01632 960 200.</p>"),
        )
    ]
    site = assemble(BODY, pages)

    held = {f.value: f.state for f in find(site, {}, TODAY) if f.kind == "phone"}
    assert held == {"01632 960100": "now", "01632 960200": "ended"}
    assert [p.url for p in site.of(["any"])] == ["http://www.exampleccg.nhs.uk/"]


def test_cells_below_a_menus_cells_are_its_entries_too():
    menu = "<table><tr><td><a href='/'>Home</a></td></tr><tr><td><a href='/who'>Who</a></td></tr>"
    below = "<tr><td>» <a href='/urgent'>Urgent care</a></td></tr>"
    pages = [
        replace(look(html.encode(), url=f"http://www.exampleccg.nhs.uk{path}"), clicks=1)
        for path, html in (
            *((f"/{at}", f"{menu}</table><h1>Page {at}</h1><p>Words {at}.</p>") for at in range(5)),
            ("/urgent", f"{menu}{below}</table><h1>Urgent care</h1><p>Ring 111.</p>"),
        )
    ]

    assert "http://www.exampleccg.nhs.uk/urgent" in in_menus(assemble(BODY, pages))


def test_the_day_of_an_election_is_no_meeting():
    html = "<p>Board meeting, 3 May 2026: candidates for the 7 May 2026 election</p>"

    assert [f.value for f in meetings(*site_of(html, "Board meetings"), TODAY)] == ["2026-05-03"]


@pytest.mark.parametrize(
    ("html", "label"),
    [
        ("<p>3 May 2026</p>", "board"),
        ("<p>3 May 2026</p><p>The audit committee sits in private.</p>", "other"),
        ("<p>3 May 2026</p><p>Groups and events are listed elsewhere.</p>", "other"),
        ("<h2>Planning Commission</h2><p>3 May 2026</p><p>Groups are listed too.</p>", "board"),
    ],
)
def test_a_page_of_meetings_that_names_no_other_gathering_tells_of_the_board(html: str, label: str):
    assert [f.label for f in meetings(*site_of(html, "Past meetings"), TODAY)] == [label]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>We stream our board meetings.</p>", 1),
        ("<p>You can watch the board online.</p>", 1),
        ("<p>Join the meeting from home.</p>", 1),
        ("<p>Stream levels</p>", 0),
        ("<p>require(a.php): failed to open stream: no such file</p>", 0),
        ("<p>View our online calendar of the board</p>", 0),
        ("<p>See more on YouTube</p>", 0),
        ("<p>Many of our patients work from home.</p>", 0),
        ("<p>View vacant posts online.</p>", 0),
    ],
)
def test_not_every_stream_is_of_a_meeting(html: str, found: int):
    assert len(list(streams(*site_of(html, "About us"), TODAY))) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f'<iframe src="{EMBED}"></iframe>', 1),
        ('<p><a href="https://vimeo.com/12345">Our film</a></p>', 1),
        ('<p><a href="https://vimeo.com/exampleccg">Vimeo</a></p>', 0),
        ('<p><a href="https://vimeo.com/exampleccg">Our films</a></p>', 1),
        ('<p><a href="https://www.youtube.com/">Our videos</a></p>', 0),
        ('<p><a href="http://www.webmail.example/model.html">Model</a></p>', 0),
        ('<p>Livestream: <a href="https://www.youtube.com/exampleccg">board meetings</a></p>', 0),
    ],
)
def test_an_account_is_no_film_unless_films_are_promised(html: str, found: int):
    assert len(list(recordings(*site_of(html, "About us"), TODAY))) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>Join our patient panel: ring 01632 960001.</p>", 1),
        ("<p>Join our mailing list and panel: ring 01632 960001.</p>", 0),
        ("<p>She also volunteers as a coach: ring 01632 960001.</p>", 0),
        ("<p>These artists have decided to join forces as a group.</p>", 0),
    ],
)
def test_only_what_people_can_join_is_a_group(html: str, found: int):
    assert len(list(groups(*site_of(html, "Get involved")))) == found


def test_a_notice_of_a_meeting_is_no_issue():
    html = (
        '<p><a href="/a.pdf">Public meeting no. 1, 30 June 2026</a></p>'
        '<p><a href="/b.pdf">Attachment K, 28 June 2026</a></p>'
    )
    kinds = {f.kind for f in newsletters(*site_of(html, "Development authority"), TODAY)}

    assert "issue" not in kinds
    assert "newsletter" not in kinds


def test_a_click_on_an_entry_of_a_calendar_is_no_document():
    html = (
        '<p><a href="/calendar/click?documentId=9">Fair</a></p><p><a href="/d/9.pdf">Notes</a></p>'
    )

    assert [f.label for f in documents(*site_of(html, "Events"))] == ["Notes"]


def test_a_link_is_quoted_from_where_it_stands():
    html = '<p><a href="/12.pdf">12-2026 Agenda</a><br><a href="/2.pdf">2-2026 Agenda</a></p>'

    quotes = [f.quote for f in documents(*site_of(html, "Board papers"))]

    assert quotes == ["12-2026 Agenda", "2-2026 Agenda"]


def test_a_line_of_a_menu_is_no_list_of_papers():
    links = ("Home", "Agendas", "Design Review", "Contact us")
    html = "<p>{}</p><p><a href='/c'>Agenda of 3 May 2026</a></p>".format(
        " | ".join(f"<a href='/{at}'>{words}</a>" for at, words in enumerate(links))
    )

    found = documents(*site_of(html, "Board meetings"))
    assert [f.label for f in found] == ["Agenda of 3 May 2026"]


def test_a_picture_is_no_document():
    html = '<p><a href="/documents/12/a.jpg">A</a> <a href="/documents/12/b">B</a></p>'

    assert [f.label for f in documents(*site_of(html, "About us"))] == ["B"]


def test_a_page_to_fetch_a_program_from_is_no_stream():
    html = (
        '<p>Board meetings are live on <a href="https://example.webex.com/meet/board">WebEx</a>.</p>'
        '<p><a href="https://www.webex.com/downloads.html/">Get the WebEx app</a></p>'
    )

    found = streams(*site_of(html, "Board meetings"), TODAY)

    assert {fact.value for fact in found} == {"https://example.webex.com/meet/board"}


def test_a_meeting_to_watch_again_is_not_watched_live():
    html = (
        '<p><a href="https://x.public-i.tv/core/1">Live webcast, 10 December</a></p>'
        '<p><a href="https://x.public-i.tv/core/2">Watch the October meeting again</a></p>'
    )

    found = {fact.value: fact.state for fact in streams(*site_of(html, "Board meetings"), TODAY)}

    assert found == {"https://x.public-i.tv/core/1": "now", "https://x.public-i.tv/core/2": "past"}


def test_the_day_in_its_row_says_whether_a_meeting_is_live_or_was_recorded():
    webcast = "https://x.public-i.tv/core/portal/webcast_interactive"
    rows = "".join(
        f'<tr><td>{day} 2026</td><td><a href="{webcast}/{number}">Play</a></td></tr>'
        for number, day in ((1, "10 December"), (2, "22 September"))
    )
    whole = site_of(f"<table><tr><th>Meeting</th><th>Webcast</th></tr>{rows}</table>", "The board")

    live = {f.value for f in streams(*whole, TODAY) if f.state == "now" and f.detail["link"]}
    recorded = {f.value for f in recordings(*whole, TODAY) if f.label == "board"}

    assert live == {f"{webcast}/1"}
    assert recorded == {f"{webcast}/2"}


@pytest.mark.parametrize(
    ("called", "html", "found"),
    [
        ("Joan's Mondays", "<p>2 November 2026</p><p>I ran. I fell. I got up.</p>", 1),
        ("Children's services", "<p>2 November 2026</p><p>I ran. I fell. I got up.</p>", 0),
        ("On hold", "<p>2 November 2026</p><p>I rang. I waited. I hung up.</p><p>Joan</p>", 1),
        ("Running", "<h2>2 May 2026</h2><p>I ran.</p><h2>1 May 2026</h2><p>I fell, I did.</p>", 1),
        ("What people say", "<p>2 May 2026</p><p>I wait.</p><p>I like my GP.</p><p>I sit</p>", 0),
    ],
)
def test_a_column_is_known_by_its_name_its_signature_or_its_entries(
    called: str, html: str, found: int
):
    assert len(list(posts(*site_of(html, called), TODAY))) == found


def test_what_is_for_surgeries_is_no_newsletter_whatever_its_issues():
    html = (
        "<p>The Friday round-up goes to our twelve surgeries.</p>"
        '<p><a href="https://mailchi.mp/exampleccg/1">Friday round-up, 13 November 2026</a></p>'
    )

    assert not list(newsletters(*site_of(html, "The Wire"), TODAY))


@pytest.mark.parametrize(
    ("below", "state", "kinds"),
    [
        ("", "ended", {"newsletter", "signup"}),
        ('<a href="/f/w9.pdf">Number 9, March 2025</a>', "now", {"newsletter", "issue"}),
    ],
)
def test_a_newsletter_that_stopped_is_there_while_its_issues_are(
    below: str, state: str, kinds: set[str]
):
    html = f"""<h1>The Wire</h1><p>Our newsletter stopped in 2025.</p><p>{below}</p>
    <form action="/join"><label>Email <input type="email" name="e"></label>
    <button>Subscribe</button></form>"""
    found = list(newsletters(*site_of(html, "The Wire"), TODAY))
    assert {f.kind for f in found} == kinds
    assert {f.state for f in found if f.kind == "newsletter"} == {state}


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h2>Do you stream?</h2><p>Yes, every meeting.</p>", 1),
        ("<p>Are meetings webcast? No, the hall is too far from the exchange.</p>", 0),
        ("<p>Directors connect by video link; the public sit in the hall.</p>", 0),
        ("<p>Anyone may film, record or broadcast the meeting live.</p>", 0),
        ("<p>Anyone can watch the live film of the board on our page.</p>", 1),
        ("<p>The public can watch live on screen in the overflow room.</p>", 0),
    ],
)
def test_who_may_watch_from_afar_is_told_by_sentences_and_answers(html: str, found: int):
    seen = streams(*site_of(html, "Board meetings"), TODAY)

    assert len([f for f in seen if f.state == "now" and f.label == "board"]) == found
