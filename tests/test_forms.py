"""What a form is for, and which addresses its email field turns away."""

import time
from dataclasses import replace

import pytest

from audit.examples import BODY
from audit.forms import email_field, forms, purpose, refused
from audit.look import look
from audit.page import Field
from audit.site import assemble

MESSAGE = "<textarea name=message></textarea>"
EMAIL = "<input type=email name=email>"
FORMS = {
    f"<h2>Contact us</h2><form>{EMAIL}{MESSAGE}</form>": "contact",
    f"<h2>Our newsletter</h2><form>{EMAIL}<button>Subscribe</button></form>": "newsletter",
    f"<form action='//x.list-manage.com/s'>{EMAIL}<input name=n></form>": "newsletter",
    "<form><input type=search name=q></form>": "search",
    "<form><input name=q placeholder='Search this site'></form>": "search",
    f"<form>{EMAIL}<input type=password></form>": "login",
    f"<h2>Freedom of information request</h2><form>{EMAIL}{MESSAGE}</form>": "foi",
    f"<h2>Make a complaint</h2><form>{EMAIL}{MESSAGE}</form>": "complaint",
    f"<p>Was this page useful?</p><form>Was this page useful?{MESSAGE}</form>": "rating",
    f"<h2>Leave a reply</h2><form id=commentform>{EMAIL}{MESSAGE}</form>": "comment",
    f"<h2>Become a member</h2><form>{EMAIL}<input name=name></form>": "join",
    "<form><input type=radio><input type=radio></form>": "other",
    "<form></form>": "other",
    # What pages that others labelled have taught.
    f"<form id=emailSignUp_form>{EMAIL}</form>": "newsletter",
    f"<h2>Forgotten password</h2><form>{EMAIL}<input type=submit value=Send></form>": "other",
    "<form><input name=user><input type=submit value='Log in'></form>": "login",
    f"<h2>Newsletter</h2><form>{EMAIL}<input name=gender><input name=n></form>": "other",
    f"<form action='/subscribe'>{EMAIL}<input name=n>Billing address</form>": "other",
    f"<h2>Order form</h2><form>{EMAIL}{MESSAGE}</form>": "other",
    f"<h2>Your feedback</h2><form>{EMAIL}{MESSAGE}</form>": "contact",
    f"<table><form><tr><td>{EMAIL}</td><td>{MESSAGE}</td></tr></form></table>": "contact",
    "<form><select name=a></select><select name=b></select><input name=c>"
    "<input type=submit value=Search></form>": "search",
    "<form><input name=a><input name=b><input name=c><input type=submit value=Send></form>": (
        "other"
    ),
    f"<form>{EMAIL}{MESSAGE}<input type=submit value='Find out'></form>": "contact",
    "<form id=searchform><input name=x></form>": "search",
    "<form><input name=x><input type=image alt=Search></form>": "search",
}


@pytest.mark.parametrize(("html", "wanted"), FORMS.items(), ids=FORMS.values())
def test_a_form_says_what_it_is_for(html: str, wanted: str):
    page = look(html.encode(), url="http://www.exampleccg.nhs.uk/x")

    assert purpose(page.forms[0], page) == wanted


@pytest.mark.parametrize(
    ("pattern", "turned_away"),
    [
        ("", []),
        (r"[^@]+@[^@]+", []),
        (r".+@.+\..+", []),
        (r"[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,4}$", ["a.b@mail.community", "x@y.london"]),
        (r"[a-z0-9._%-]+@[a-z0-9.-]+\.[a-z]{2,}", ["a+b@c.org"]),
        (r"\w+@\w+\.\w{2,3}", ["a.b@mail.community", "x@y.london", "a+b@c.org"]),
        (r"(?=.{1,64}@)[^@]+@[^@]+", []),
        (r"[a-z", []),
        (r"(a+)+b", ["a.b@mail.community", "x@y.london", "a+b@c.org"]),
    ],
)
def test_a_pattern_turns_away_what_a_browser_would(pattern: str, turned_away: list[str]):
    field = Field(name="email", type="email", pattern=pattern)

    assert refused(field) == turned_away


def test_a_short_field_turns_long_addresses_away():
    assert refused(Field(name="e", type="email", maxlength=10)) == ["a.b@mail.community"]


def test_a_pattern_that_blows_up_takes_no_time():
    begun = time.process_time()
    refused(
        Field(name="e", type="email", pattern=r"(?!x)(([a-z.]+)*)*@((\w+)+)+" + "(a|b|ab)*" * 50)
    )

    assert time.process_time() - begun < 2


def test_the_email_field_is_known_by_type_or_by_name():
    page = look(
        b"<form><input name=a><input name=your-email></form><form><input type=email name=x></form>"
        b"<form><textarea name=email></textarea></form>",
        url="http://www.exampleccg.nhs.uk/",
    )
    found = [email_field(form) for form in page.forms]

    assert [field and field.name for field in found] == ["your-email", "x", None]


def test_a_form_of_no_known_purpose_that_leads_elsewhere_is_anothers():
    html = (
        '<form action="https://maps.example/go"><input name="from"></form>'
        '<form action="/feedback"><input name="from"></form>'
    )
    page = replace(look(html.encode(), url="http://www.exampleccg.nhs.uk/x"), clicks=1)

    found = forms(assemble(BODY, [page]), page)

    assert [f.owner for f in found if f.label == "other"] == ["other", "own"]


def test_fields_outside_any_form_make_one_up_to_the_next_heading():
    page = look(
        b"<form><input type=hidden name=state></form><h1>Contact us</h1>"
        b"<div>E-mail <input name=mail> Message <textarea name=text></textarea></div>"
        b"<h2>Find a chemist</h2><input name=postcode>",
        url="http://www.exampleccg.nhs.uk/contact",
    )

    assert [[f.name for f in form.fields] for form in page.forms] == [["state"], ["mail", "text"]]
