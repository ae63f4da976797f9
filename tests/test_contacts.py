"""Email addresses, telephone numbers and postal addresses: what they are for, and whose."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from audit import owners
from audit.emails import emails
from audit.examples import BODY, NEIGHBOUR
from audit.look import look
from audit.model import Fact
from audit.page import Page
from audit.phones import phones
from audit.postal import addresses
from audit.site import Site, assemble
from audit.turning import turned


def site_of(html: str) -> tuple[Site, Page]:
    page = replace(look(html.encode(), url="http://www.exampleccg.nhs.uk/x"), clicks=1)
    site = assemble(BODY, [page], (NEIGHBOUR,))
    return site, site.pages[0]


def found(finder, html: str) -> list[Fact]:
    result: Iterator[Fact] = finder(*site_of(html))
    return list(result)


@pytest.mark.parametrize(
    ("html", "value", "label", "owner"),
    [
        ("<p>Write to info@exampleccg.nhs.uk</p>", "info@exampleccg.nhs.uk", "general", "own"),
        ("<p>foi@exampleccg.nhs.uk</p>", "foi@exampleccg.nhs.uk", "foi", "own"),
        (
            "<p>Press office: <a href='mailto:Ann.B@exampleccg.nhs.uk'>email</a></p>",
            "ann.b@exampleccg.nhs.uk",
            "press",
            "own",
        ),
        (
            "<h2>Complaints</h2><p>a@exampleccg.nhs.uk</p>",
            "a@exampleccg.nhs.uk",
            "complaints",
            "own",
        ),
        ("<p>example [at] nhs.net</p>", "example@nhs.net", "general", "own"),
        ("<p>info@otherbyccg.nhs.uk</p>", "info@otherbyccg.nhs.uk", "general", "otherby-ccg"),
        ("<p>someone@elsewhere.example</p>", "someone@elsewhere.example", "general", "other"),
    ],
)
def test_an_address_says_what_it_is_for_and_whose(
    html: str, value: str | None, label: str, owner: str
):
    facts = [(f.value, f.label, f.owner) for f in found(emails, html)]

    assert facts == ([(value, label, owner)] if value else [])


def test_the_nearest_words_decide():
    facts = found(
        emails,
        "<p>Complaints: a@exampleccg.nhs.uk. Freedom of information: b@exampleccg.nhs.uk</p>",
    )

    assert [(f.value[0], f.label) for f in facts] == [("a", "complaints"), ("b", "foi")]


def test_an_address_is_listed_once_for_each_purpose():
    html = "<p>info@exampleccg.nhs.uk</p>" * 2 + "<p>Press: x@exampleccg.nhs.uk</p>"

    assert [f.label for f in found(emails, html)] == ["general", "press"]


def test_a_contact_that_was_closed_has_ended():
    facts = found(emails, "<p>old@exampleccg.nhs.uk is no longer read.</p>")

    assert [f.state for f in facts] == ["ended"]


@pytest.mark.parametrize(
    ("html", "value", "label", "offered"),
    [
        ("<p>Telephone 01632 960001</p>", "01632 960001", "general", "yes"),
        ("<p>Tel: +44 1632 960001</p>", "01632 960001", "general", "yes"),
        ("<p><a href='tel:01632960001'>Ring us</a></p>", "01632 960001", "general", "yes"),
        ("<p>Fax 01632 960001</p>", "01632 960001", "fax", "yes"),
        ("<p>Complaints: 01632 960001</p>", "01632 960001", "complaints", "yes"),
        ("<p>Ambury County Council: 01632 960001</p>", "01632 960001", "general", "no"),
    ],
)
def test_a_number_says_what_it_is_for_and_whether_it_reaches_the_body(
    html: str, value: str, label: str, offered: str
):
    facts = [(f.value, f.label, f.detail["for_body"]) for f in found(phones, html)]

    assert facts == [(value, label, offered)]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Charity 1234567890</p>",
        "<p>From 12/03/2026 to 14/03/2026</p>",
        "<p>Room 12345</p>",
        "<p>+33 1 42 68 53 00</p>",
    ],
)
def test_what_is_no_british_number_is_none(html: str):
    assert found(phones, html) == []


@pytest.mark.parametrize(
    ("html", "owner"),
    [
        ("<p>Mill House, High Street, Ambury AB1 2CD</p>", "own"),
        ("<p>Mill House</p><p>High Street</p><p>AB1 2CD</p>", "own"),
        ("<p>We meet at the Town Hall, Ambury AB1 2CD</p>", "venue"),
        ("<p>Ambury County Council, County Hall, AB1 2CD</p>", "council"),
    ],
)
def test_an_address_ends_with_its_postcode(html: str, owner: str):
    assert [(f.value, f.owner) for f in found(addresses, html)] == [("AB1 2CD", owner)]


@pytest.mark.parametrize(
    "html",
    [
        "<p>AB1 2CD</p>",
        "<p>Enter your postcode, such as AB1 2CD, Mill House</p>",
        "<p>Mill House, ab1 2cd</p>",
    ],
)
def test_a_postcode_alone_is_no_address(html: str):
    assert found(addresses, html) == []


def test_an_office_that_was_left_has_ended():
    facts = found(addresses, "<p>Until 31 March 2026: Mill House, Ambury AB1 2CD</p>")

    assert [f.state for f in facts] == ["ended"]


LINES = (
    "Tel: 01632 960001<br>Fax: 01632 960002<br>E: info@exampleccg.nhs.uk<br>"
    "E: ann@exampleccg.nhs.uk (for orders)<br>E: bo@exampleccg.nhs.uk (about this website)"
)


def test_lines_of_other_contacts_tell_nothing_of_one():
    labels = {f.value: f.label for f in found(emails, f"<p>{LINES}</p>")}

    assert labels["ann@exampleccg.nhs.uk"] == "general"
    assert labels["bo@exampleccg.nhs.uk"] == "website"
    assert [f.label for f in found(phones, f"<p>{LINES}</p>")] == ["general", "fax"]


def test_no_email_goes_to_a_fax_machine():
    html = "<p>Tel 01632 960001 Fax 01632 960002</p><p>Fax or write: a@exampleccg.nhs.uk</p>"

    assert [f.label for f in found(emails, html)] == ["general"]


def test_a_short_f_marks_a_fax():
    html = "<p>T: 01632 960001</p><p>F: +44 1632 960002</p><p>Half: 01632 960003</p>"

    assert [f.label for f in found(phones, html)] == ["general", "fax", "general"]


def test_bars_part_what_a_line_says():
    html = "<footer><p>1 High Street AB1 2CD | a@exampleccg.nhs.uk | Sitemap | Press</p></footer>"

    assert [f.label for f in found(emails, html) + found(addresses, html)] == ["general"] * 2


@pytest.mark.parametrize(
    ("html", "label"),
    [
        ("<p>info@prepress.example</p>", "general"),
        ("<p>press@prepress.example</p>", "press"),
        ("<p>hello@brightdesign.example</p>", "website"),
    ],
)
def test_a_mailbox_tells_more_than_its_host(html: str, label: str):
    assert [f.label for f in found(emails, html)] == [label]


@pytest.mark.parametrize(
    ("html", "person"),
    [
        ("<h3>Greg Little</h3><p>greg@exampleccg.nhs.uk</p>", "Greg Little"),
        ("<p>Contact: Ann Moss Phone: 01632 960001 Email: amoss@exampleccg.nhs.uk</p>", "Ann Moss"),
        ("<h3>Greg Little</h3><p>gregory@exampleccg.nhs.uk</p>", ""),
        ("<h3>Miracle Baseball</h3><p>miracle@miraclebaseball.example</p>", ""),
        ("<p>Email the Web Editor: webeditor@exampleccg.nhs.uk</p>", ""),
    ],
)
def test_an_address_bears_the_name_beside_it(html: str, person: str):
    assert [f.detail.get("named", "") for f in found(emails, html)] == [person]


@pytest.mark.parametrize(
    ("html", "numbers"),
    [
        ("<p>Ring 01632 960001</p>", ["01632 960001"]),
        ("<p>Ring (+44) 020 7946 0001</p>", ["020 7946 0001"]),
        ("<p>Ring +44 (0) 1695 50000</p>", ["01695 50000"]),
        ("<p>Ring 01695 50000</p>", ["01695 50000"]),
        ("<p><a href='tel:+441632960001'>Ring us</a></p>", ["01632 960001"]),
        ("<p><a href='tel:(313) 224-2383'>(313) 224-2383</a></p>", []),
        ("<p><a href='tel:+13132242383'>Ring us</a></p>", []),
        ("<p>Garfield Heights, OH 44105-7130</p>", []),
        ("<p>Edison NJ 08817-08837</p>", []),
        ("<p>Tel: 043-4083625</p><p>Tel: 013-4643813</p><p>06 51 92 73 56</p>", []),
        ("<p>(02) 8338 1046</p><p>(0xx11) 9194-5374</p>", []),
        ("<p>VAT Reg No. 01601990136</p>", []),
        ("<p>South Africa: 0800 006 498</p><p>Ring 0800 006 498</p>", ["0800 006498"]),
    ],
)
def test_only_british_numbers_are_telephone_numbers(html: str, numbers: list[str]):
    assert [f.value for f in found(phones, html)] == numbers


def test_on_a_site_from_abroad_only_numbers_with_44_are_british():
    body = BODY.model_copy(update={"website": "http://www.example.nl/"})
    html = b"<p>0800 254 0000</p><p>+44 1632 960001</p>"
    page = replace(look(html, url="http://www.example.nl/x"), clicks=1)
    site = assemble(body, [page])

    assert [f.value for f in phones(site, site.pages[0])] == ["01632 960001"]


@pytest.mark.parametrize(
    ("html", "labels"),
    [
        ("<p>Communications House<br>290 High Street<br>Ambury AB1 2CD</p>", ["general"]),
        ("<h3>\u00a383,500</h3><h4>52 High Street, Ambury, AB1 2CD</h4>", []),
        ("<p>Unit 5 Brother TN221BK Toner Cartridge</p>", []),
        ("<p>High Dome Bangle, 10 Row BS10RD \u00a311.99</p>", []),
        ("<p>PO Box 377, Ambury ME97BZ</p>", ["general"]),
        ("<h2>Our house</h2><p>1 High Street. Postcode used AB1 2CD</p>", []),
    ],
)
def test_not_every_code_is_an_address(html: str, labels: list[str]):
    assert [f.label for f in found(addresses, html)] == labels


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<noscript>info at exampleccg dot nhs dot uk</noscript>", ["info@exampleccg.nhs.uk"]),
        ("<p>info [put the at sign here] exampleccg.nhs.uk</p>", ["info@exampleccg.nhs.uk"]),
        ("<p>Email info at exampleccg.nhs.uk</p>", ["info@exampleccg.nhs.uk"]),
        ("<p>Out now at music.exampleccg.nhs.uk</p>", []),
        ("<p>For bookings at info@exampleccg.nhs.uk</p>", ["info@exampleccg.nhs.uk"]),
        ("<p>Your address, as in ann@example.com</p>", []),
    ],
)
def test_addresses_that_others_annotated_are_found(html: str, wanted: list[str]):
    assert [f.value for f in found(emails, html)] == wanted


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("The Bell. The Town Council's magazine", "own"),
        ("the Council's newsletter", "own"),
        ("Example Town Council", "own"),
        ("Ambury County Council's magazine", "council"),
        ("Ambury Hospital", "hospital"),
    ],
)
def test_a_council_is_no_stranger_to_itself(words: str, owner: str):
    body = BODY.model_copy(update={"name": "Example Town Council", "kind": "council"})

    assert owners.by_words(assemble(body, []), words) == owner


@pytest.mark.parametrize(
    ("html", "owner", "reaches"),
    [
        ("<h2>Somewhere else?</h2><p>The Larches 01632 960710</p>", "other", "no"),
        ("<h2>Useful numbers</h2><p>Our office: 01632 960100</p>", "own", "yes"),
        ("<dl><dt>Greenacre General</dt><dd>01632 960700</dd></dl>", "hospital", "no"),
        ("<p>Floor 2, Civic Centre, Wenford ZZ1 2BB</p><p>Tel: 01632 960100</p>", "own", "yes"),
        ("<p>Tel: 01632 960700 (County Hall switchboard)</p>", "council", "yes"),
        ("<p>Tel: 01632 960100</p><p>This line also serves NHS Larkfield CCG.</p>", "other", "yes"),
        ("<p>Flat 1, Otherby Road, Wenford. Tel: 01632 960100</p>", "own", "yes"),
    ],
)
def test_a_number_is_anothers_by_its_heading_its_name_or_the_words_after(
    html: str, owner: str, reaches: str
):
    fact = found(phones, f"<h1>Contact us</h1>{html}")[0]
    assert (fact.owner, fact.detail["for_body"]) == (owner, reaches)


def test_a_number_that_shows_how_to_write_one_is_none():
    assert not found(phones, "<p>Leave a number, such as 01632 960100, for us to ring.</p>")


def test_a_sentence_for_another_office_is_not_for_what_stands_around_it():
    html = "<p>Complaints fell in May. Questions to the quality team on 01632 960140.</p>"
    assert [f.label for f in found(phones, html)] == ["general"]


def test_a_number_out_of_use_has_ended():
    html = "<p>The number on older leaflets, 01632 960100, does not work.</p>"
    assert [f.state for f in found(phones, html)] == ["ended"]


@pytest.mark.parametrize(
    ("html", "owner"),
    [
        (
            (
                "<p>Take your complaint to the service that treated you:</p>"
                "<ul><li>Wenford Ambulances: 01632 960101</li></ul>"
            ),
            "other",
        ),
        (
            (
                "<p>Talk to the people who gave the care.</p>"
                "<ul><li>Or tell us: 01632 960101</li></ul>"
            ),
            "own",
        ),
        ("<p>How to reach the office:</p><ul><li>Telephone: 01632 960101</li></ul>", "own"),
    ],
)
def test_a_list_that_sends_readers_to_others_is_of_their_numbers(html: str, owner: str):
    site, page = site_of(html)

    facts = turned(site, page, list(phones(site, page)))

    assert [fact.owner for fact in facts] == [owner]


def test_a_bare_number_after_the_name_of_the_sites_maker_is_theirs():
    (fact,) = found(phones, "<footer><p>Made by Reed Studio, Otterby. 01632 960101</p></footer>")

    assert (fact.owner, fact.detail["for_body"]) == ("supplier", "no")
