"""Email addresses, telephone numbers and postal addresses: what they are for, and whose."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from audit.emails import emails
from audit.examples import BODY, NEIGHBOUR
from audit.look import look
from audit.model import Fact
from audit.page import Page
from audit.phones import phones
from audit.postal import addresses
from audit.site import Site, assemble


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
