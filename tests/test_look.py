"""Looking at a page: what a visitor reads, where it stands and what stands over it."""

import time

import pytest

from audit.look import look
from audit.page import Block, Page, row_text

URL = "http://www.exampleccg.nhs.uk/about/"


def page(html: str | bytes, content_type: str = "") -> Page:
    raw = html if isinstance(html, bytes) else html.encode()
    return look(raw, url=URL, content_type=content_type)


def texts(html: str | bytes, content_type: str = "") -> list[str]:
    return [b.text for b in page(html, content_type).blocks]


def block(found: Page, text: str) -> Block:
    return next(b for b in found.blocks if b.text == text)


def test_blocks_come_in_reading_order_and_white_space_is_one_space():
    assert texts("<h1>Our\n board</h1><p>It&nbsp; <b>meets</b>.</p><ul><li>One<li>Two</ul>") == [
        "Our board", "It meets.", "One", "Two",
    ]  # fmt: skip


def test_a_line_break_stays_a_line():
    assert texts("<p>Dr Ann Abel<br>Chair</p>") == ["Dr Ann Abel\nChair"]


def test_headings_hold_until_one_of_their_level():
    found = page("<h1>A</h1><h2>B</h2><p>one</p><h3>C</h3><p>two</p><h2>D</h2><p>three</p>")

    assert block(found, "one").headings == ("A", "B")
    assert block(found, "two").headings == ("A", "B", "C")
    assert block(found, "three").headings == ("A", "D")


def test_headings_of_the_menu_do_not_head_the_content():
    found = page("<nav><h2>Menu</h2><a href=/>Home</a></nav><p>Welcome</p>")

    assert block(found, "Welcome").headings == ()
    assert block(found, "Home").headings == ("Menu",)


def test_a_bold_line_heads_only_its_own_box():
    found = page("<div><p><b>Chair</b></p><p>Ann Abel</p></div><p>Elsewhere</p>")

    assert block(found, "Ann Abel").headings == ("Chair",)
    assert block(found, "Elsewhere").headings == ()


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ("<nav><p>x</p></nav>", "nav"),
        ("<div class='site-footer'><p>x</p></div>", "footer"),
        ("<footer><p>x</p></footer>", "footer"),
        ("<div id=breadcrumbs><p>x</p></div>", "crumbs"),
        ("<div class='cookie-banner'><p>x</p></div>", "cookie"),
        ("<div class='share-buttons'><p>x</p></div>", "share"),
        ("<div role=navigation><p>x</p></div>", "nav"),
        ("<aside><p>x</p></aside>", "aside"),
        ("<article><header><p>x</p></header></article>", "main"),
        ("<div class=menu><main><p>x</p></main></div>", "main"),
        ("<div class='cookies-page'><p>x</p></div>", "main"),
    ],
)
def test_a_block_knows_where_it_stands(html: str, place: str):
    assert block(page(html), "x").place == place


def test_cells_know_their_row_and_their_column():
    found = page(
        "<table><tr><th>Name<th>Role<tr><td>Ann Abel<td>Chair<tr><td>Bo Bell<td>Nurse</table>"
    )

    assert block(found, "Chair").column == "Role"
    assert row_text(found, block(found, "Bo Bell")) == "Bo Bell Nurse"
    assert row_text(found, Block(text="", tag="p", place="main", headings=(), boxes=())) == ""


def test_bold_cells_of_the_first_row_head_their_columns():
    found = page("<table><tr><td><b>Date</b><td><b>Papers</b><tr><td>3 May 2026<td>Agenda</table>")

    assert block(found, "Agenda").column == "Papers"


def test_a_table_that_lays_out_a_page_makes_no_rows():
    found = page(f"<table><tr><td><h1>Home</h1><p>{'word ' * 300}</p><td>side</table>")

    assert {b.row for b in found.blocks} == {0}


def test_a_hidden_tab_is_read_under_the_words_that_open_it():
    found = page(
        "<ul><li><a aria-controls=t1 href=#t1>Papers</a></ul>"
        "<div id=t1 style='display:none'><p>Agenda for May</p></div><p>After</p>"
    )

    assert block(found, "Agenda for May").headings == ("Papers",)
    assert block(found, "After").headings == ()


def test_an_accordion_heads_its_panel():
    found = page(
        "<div><button aria-expanded=false>Chair</button><div hidden><p>Ann Abel</p></div></div>"
    )

    assert block(found, "Ann Abel").headings == ("Chair",)


def test_the_text_of_a_picture_is_read_and_that_of_a_picture_link_once():
    found = page("<img alt='Ann Abel, Chair'><a href=/board><img alt='Our board'></a>")

    assert found.blocks[0].tag == "img"
    assert [(b.text, [k.text for k in b.links]) for b in found.blocks] == [
        ("Ann Abel, Chair", []),
        ("", ["Our board"]),
    ]


def test_frames_and_players_are_links_of_their_own_kind():
    found = page(
        "<iframe src='//www.youtube.com/embed/x' title='Our film'></iframe>"
        "<audio src=m.mp3></audio><lite-youtube videoid=abc></lite-youtube>"
    )

    assert [(k.kind, k.href) for b in found.blocks for k in b.links] == [
        ("embed", "http://www.youtube.com/embed/x"),
        ("audio", "http://www.exampleccg.nhs.uk/about/m.mp3"),
        ("embed", "https://www.youtube.com/embed/abc"),
    ]


def test_an_object_is_the_one_player_that_it_holds():
    old = "https://www.youtube.com/v/abc"
    found = page(
        f"<object><param name=movie value={old}><embed src={old}></object>"
        f"<object><embed src={old}></object><object data={old}></object><object></object>"
    )

    assert [k.href for b in found.blocks for k in b.links] == [old, old, old]


def test_links_are_absolute_and_heed_the_base():
    found = page(
        "<base href='http://other.example/x/'><a href='y'>Y</a><a href='mailto:a@b.uk'>m</a>"
    )

    assert [k.href for b in found.blocks for k in b.links] == [
        "http://other.example/x/y",
        "mailto:a@b.uk",
    ]


def test_what_is_not_for_reading_is_not_read():
    assert texts("<script>no()</script><style>p{}</style><template>no</template><p>yes</p>") == [
        "yes"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("Crèche – 5’s".encode(), "text/html; charset=iso-8859-1"),
        ("Crèche – 5’s".encode("cp1252"), "text/html; charset=utf-8"),
        (b"<meta charset=iso-8859-1>" + "Crèche – 5’s".encode("cp1252"), ""),
        ("Crèche – 5’s".encode("utf-16"), "text/html"),
        ("Crèche – 5’s".encode("utf-8-sig"), "text/html; charset=no-such"),
    ],
)
def test_a_charset_that_lies_spoils_nothing(body: bytes, content_type: str):
    assert texts(body, content_type) == ["Crèche – 5’s"]


def test_what_follows_a_table_in_a_cell_is_in_none_of_its_rows():
    found = page(
        "<table><tr><td>Menu</td><td><table><tr><td>1 May</td><td>Board</td></tr></table>"
        "<p>It is taped.</p></td></tr></table>"
    )

    assert row_text(found, block(found, "1 May")) == "1 May Board"
    assert block(found, "It is taped.").row == 0
    assert block(found, "Menu").row == 0


def test_broken_html_is_read_as_a_browser_would():
    assert texts("<p>One<p>Two<div>Three</p></span><li>Four") == ["One", "Two", "Three", "Four"]


@pytest.mark.parametrize(
    "html", ["<div>" * 100_000 + "x", "<b>" * 100_000 + "x", "<table><tr><td>" * 30_000 + "x"]
)
def test_hostile_nesting_is_read_without_haste_or_harm(html: str):
    begun = time.process_time()
    page(html)

    assert time.process_time() - begun < 10


def test_zero_bytes_are_spaces():
    assert texts(b"<p>a\x00b</p>\x00") == ["a b"]


def test_nothing_is_a_page_without_blocks():
    assert page(b"").blocks == ()


def test_a_block_longer_than_any_paragraph_is_parted_at_a_space():
    found = page(f"<p>{'word ' * 9000}<a href=/end>end</a></p>")

    assert max(len(b.text) for b in found.blocks) <= 20_000
    assert all(b.text.endswith("word") for b in found.blocks[:-1])
    assert [k.href for k in found.blocks[-1].links] == ["http://www.exampleccg.nhs.uk/end"]


def test_a_form_keeps_its_fields_their_labels_and_its_blocks():
    found = page(
        "<h2>Write to us</h2><form action=/send><p>All fields are needed</p>"
        "<label for=e>Your email</label><input id=e name=mail type=email maxlength=20>"
        "<label>Name <input name=n></label><button>Send</button></form>"
    )
    form = found.forms[0]

    assert (form.action, form.head) == ("http://www.exampleccg.nhs.uk/send", "Write to us")
    assert [(f.name, f.type, f.label, f.maxlength) for f in form.fields] == [
        ("mail", "email", "Your email", 20),
        ("n", "text", "Name", None),
        ("", "button", "Send", None),
    ]
    assert "All fields are needed" in found.form_texts[0]


def test_a_form_that_wraps_the_whole_page_holds_no_block():
    found = page("<form><nav><a href=/>Home</a></nav><h1>Welcome</h1><p>Text</p></form>")

    assert {b.form for b in found.blocks} == {-1}


def test_a_style_alone_may_part_two_lines():
    card = "<p><strong>Ann Abel</strong><span>Lay member</span></p>"

    assert texts(card) == ["Ann Abel\nLay member"]
    assert texts("<p><b>W</b><i>elcome</i> to <b>my</b><i>NHS</i></p>") == ["Welcome to myNHS"]
