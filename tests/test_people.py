"""Names, roles, and which name goes with which role."""

from dataclasses import replace

import pytest

from audit.alike import with_alike
from audit.examples import BODY, NEIGHBOUR
from audit.holdings import holdings
from audit.look import look
from audit.names import is_name, names_in, split
from audit.people import pairs, people
from audit.prose import told_members
from audit.site import assemble


@pytest.mark.parametrize(
    "text",
    [
        "Ann Abel", "Dr Ann Abel", "Prof. J. B. Abel", "Mrs Oonagh O’Halloran", "Jo van der Berg",
        "Siân Llewellyn-Jones OBE", "Mary McDonald", "Miss Zoë Ó Briain", "A. Patel",
        "J. R. Smith", "J.R. Smith", "Dr June Hall", "Cllr Ann West",
    ],
)  # fmt: skip
def test_a_name_is_a_name(text: str):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Governing Body", "Chief Executive", "Read More", "Ambury Hospital", "ann abel", "Ann", "",
        "Privacy Policy", "Monday Morning", "Ann Abel is our chair", "A. Governance", "P.O. Box",
        "A Patel", "Web Editor", "Upcoming Events", "Driving Directions", "Accounts Receivable",
        "Town Hall", "Dr West Surgery", "Water Repairs", "Ann Abel\nOwner",
    ],
)  # fmt: skip
def test_other_words_are_not(text: str):
    assert not is_name(text)


def test_names_are_found_within_a_text():
    assert names_in("Write to Dr Ann Abel or Bo Bell.") == ("Dr Ann Abel", "Bo Bell")
    assert names_in("Contact Ann Abel Phone 01632 960001") == ("Ann Abel",)
    assert names_in("A. Patel spoke") == ()  # only where a block is nothing but the name


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ann Abel, Chair", ("Ann Abel", "Chair")),
        ("Dr Ann Abel – Clinical Chair", ("Dr Ann Abel", "Clinical Chair")),
        ("Ann Abel (Chair)", ("Ann Abel", "Chair")),
        ("Chair: Ann Abel", ("Ann Abel", "Chair")),
        ("Ann Abel is our chair", ("Ann Abel", "our chair")),
        ("Ann Abel Chief Nurse", ("Ann Abel", "Chief Nurse")),
        ("Ann Abel was chair until May", None),
        ("Ann Abel, Ambury", None),
        ("The chair spoke", None),
        ("A. Patel, Chair", ("A. Patel", "Chair")),
        ("Lay Member: J. R. Smith", ("J. R. Smith", "Lay Member")),
        ("A. Introduction\nB. Report of the chair", None),
        ("Ann Abel, Executive Director 01632 960001", ("Ann Abel", "Executive Director")),
        ("Abel Bell is a firm of search consultants", None),
        ("Water Lines: Lead Officer?", None),
        (
            "County urges the state to act at once: read the full letter from Executive Ann Abel",
            None,
        ),
    ],
)
def test_a_line_is_parted_into_name_and_role(text: str, pair: tuple[str, str] | None):
    assert split(text) == pair


ANN, BO = ("Ann Abel", "Chair"), ("Bo Bell", "Lay Member")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ann Abel, Chair</p><p>Bo Bell, Lay Member</p>",
        "<h3>Ann Abel</h3><p>Chair</p><h3>Bo Bell</h3><p>Lay Member</p>",
        "<div><h3>Chair</h3><p>Ann Abel</p></div><div><h3>Lay Member</h3><p>Bo Bell</p></div>",
        "<table><tr><th>Name<th>Role<tr><td>Ann Abel<td>Chair<tr><td>Bo Bell<td>Lay Member</table>",
        "<dl><dt>Chair<dd>Ann Abel<dt>Lay Member<dd>Bo Bell</dl>",
        "<p>Ann Abel<br>Chair<br>Bo Bell<br>Lay Member</p>",
        "<img alt='Ann Abel, Chair'><img alt='Bo Bell, Lay Member'>",
    ],
    ids=["lines", "cards", "roles as headings", "table", "terms", "breaks", "pictures"],
)
def test_a_name_goes_with_the_role_of_its_line_card_or_row(html: str):
    page = look(html.encode(), url="http://www.exampleccg.nhs.uk/board")

    assert [(name, role) for name, role, _, _ in pairs(page)] == [ANN, BO]


def group(html: str, called: str = "") -> list[tuple[str, str]]:
    page = look(html.encode(), url="http://www.exampleccg.nhs.uk/x")
    page = replace(page, clicks=1, link_texts=(called,) if called else ())
    site = assemble(BODY, [page], (NEIGHBOUR,))
    return [(f.detail["group"], f.state) for f in people(site, site.pages[0])]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<h1>Our Governing Body</h1><p>Ann Abel, Chair</p>", ("board", "now")),
        ("<h1>Our medicines team</h1><p>Ann Abel, Chief Officer</p>", ("other", "now")),
        ("<h1>Board</h1><h2>Patient forum</h2><p>Ann Abel, Chair</p>", ("other", "now")),
        ("<h1>Board</h1><h2>In attendance</h2><p>Ann Abel, Chair</p>", ("attendance", "now")),
        ("<h1>Board</h1><h2>Former members</h2><p>Ann Abel, Chair</p>", ("board", "ended")),
        (
            (
                "<h1>Board</h1><p>These were the members until the group was dissolved in 2020.</p>"
                "<p>Ann Abel, Chair</p>"
            ),
            ("board", "ended"),
        ),
    ],
)
def test_a_person_belongs_to_the_group_that_the_nearest_heading_names(
    html: str, wanted: tuple[str, str]
):
    assert group(html) == [wanted]


FROM_REAL_PAGES = {
    "every role before its name": (
        "<div>President</div><div>Ann Abel</div><div>Vice President</div><div>Bo Bell</div>",
        [("Ann Abel", "President"), ("Bo Bell", "Vice President")],
    ),
    "every name before its role": (
        "<div>Ann Abel</div><div>President</div><div>Bo Bell</div><div>Vice President</div>",
        [("Ann Abel", "President"), ("Bo Bell", "Vice President")],
    ),
    "a bold role that others follow": (
        (
            "<div><b>Chief Officer</b></div><div>Ann Abel</div><div>Chief Nurse</div>"
            "<div>Bo Bell</div><div>Lay Member</div>"
        ),
        [("Ann Abel", "Chief Nurse"), ("Bo Bell", "Lay Member")],
    ),
    "pictures beside the next name": (
        (
            "<table><tr><td><img alt='Ann Abel'><p>Ann Abel<br>Chief Nurse<br>Wards</p></td>"
            "<td><img alt='Bo Bell'><p>Bo Bell<br>Lay Member<br>Audit</p></td></tr></table>"
        ),
        [("Ann Abel", "Chief Nurse"), ("Bo Bell", "Lay Member")],
    ),
    "who appoints a member": (
        (
            "<table><tr><th>Name</th><th>Appointed by</th></tr>"
            "<tr><td>Ann Abel</td><td>Chief Executive</td></tr>"
            "<tr><td>Bo Bell</td><td>N/A</td></tr></table>"
        ),
        [("Ann Abel", "Appointed by: Chief Executive")],
    ),
    "what a department does": (
        (
            "<table><tr><th>Department</th><th>Contact</th></tr><tr><td>The council elects members "
            "who set the policies that the manager carries out for everybody in this city.</td>"
            "<td>Ann Abel</td></tr></table>"
        ),
        [],
    ),
    "a school's name": ("<li>Ann Abel</li><li>School of Public Health</li>", []),
}


@pytest.mark.parametrize(("html", "wanted"), FROM_REAL_PAGES.values(), ids=FROM_REAL_PAGES)
def test_names_and_roles_pair_as_a_reader_pairs_them(html: str, wanted: list[tuple[str, str]]):
    page = look(html.encode(), url="http://www.exampleccg.nhs.uk/x")

    assert [(name, role) for name, role, _, _ in pairs(page)] == wanted


@pytest.mark.parametrize(("head", "owner"), [("Testimonials", "other"), ("Our board", "own")])
def test_who_praises_the_body_is_not_its_own(head: str, owner: str):
    html = f"<h2>{head}</h2><p>Ann Abel, Director</p>"
    page = replace(look(html.encode(), url="http://www.exampleccg.nhs.uk/x"), clicks=1)
    site = assemble(BODY, [page], (NEIGHBOUR,))

    assert [f.owner for f in people(site, site.pages[0])] == [owner]


def test_sentences_tell_who_sits_where_at_a_table():
    html = (
        "<h1>The dozen</h1><p>Twelve people sit round the board table.</p>"
        "<p>At the head is Dr Ann Abel of Mill Lane Surgery, who has chaired since 2022. Bo Bell "
        "runs the office day to day. Accountable officer is the proper name. Facing them are "
        "Eve Elm, Chief of Strategic Initiatives, and the lay members, Cy Cole (audit) and Di Dunn."
    )
    page = look(html.encode(), url="http://x.org/p/4")
    told = {f.value: f.label for f in told_members(assemble(BODY, [page]), page)}
    assert {"Dr Ann Abel", "Bo Bell", "Cy Cole"} <= set(told)
    assert "Mill Lane" not in told
    assert told["Eve Elm"] == "Chief of Strategic Initiatives"


def test_people_who_fill_the_seats_of_a_board_are_the_board():
    seats = ("Independent chair", "Chief executive", "Non-executive member")
    names = ("Ann Abel", "Bo Bell", "Cy Cole")
    cards = "".join(f"<h4>{n}</h4><p>{s}</p>" for n, s in zip(names, seats, strict=True))
    for head, group in (("Faces", "board"), ("The patient forum", "other")):
        page = look(f"<h1>{head}</h1>{cards}".encode(), url="http://x.org/p/4")
        found = people(assemble(BODY, [page]), page)
        assert {f.detail["group"] for f in found} == {group}


@pytest.mark.parametrize(
    ("html", "count"),
    [
        (
            """<h1>Other hats</h1><p>Declared by each.</p><ul><li>Ann Abel: shares in a shop</li>
            <li>Bo Bell: none</li><li>Cy Cole: wife is a governor</li></ul>""",
            3,
        ),
        (
            """<h1>What else they do</h1><h3>Ann Abel, chair</h3><p>Trustee of a charity.</p>
            <h3>Bo Bell</h3><p>Nil.</p><h3>Cy Cole</h3><p>Owns a farm.</p>""",
            3,
        ),
        (
            """<h1>The team</h1><ul><li>Ann Abel: works for us</li><li>Bo Bell: paid by us</li>
            <li>Cy Cole: volunteer</li></ul>""",
            0,
        ),
    ],
)
def test_what_members_hold_is_told_by_the_form_of_its_list(html: str, count: int):
    assert len(holdings(look(html.encode(), url="http://x.org/p/4"))) == count


def test_duties_stand_where_others_have_roles():
    html = (
        "<h1>Our board</h1><h3>Chair: Gwen Prosser</h3><p>She farms.</p><h3>Chief executive: "
        "Marcus Feld</h3><p>He cycles.</p><h3>Minding the pennies: Ruth Pargeter</h3><p>Sings.</p>"
    )
    page = look(html.encode(), url="http://www.exampleccg.nhs.uk/board")
    known = list(pairs(page))
    assert ("Ruth Pargeter", "Minding the pennies") in [p[:2] for p in with_alike(page, known)]
