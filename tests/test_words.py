"""Words, shares, dates and the escaping that keeps strangers' text harmless."""

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from reports import words
from reports.escaping import clean, markdown, web_address
from reports.post_proof import without_contacts

HOSTILE = (
    '"><script>alert(1)</script>',
    "[x](javascript:alert(2)) ![y](http://evil.example/p.png)",
    "a | b `c` *d* _e_ # f {{ site.title }} {% raw %} {{< x >}} [gallery]",
    "line\n# two\n- three\r\n<!-- --> --> ]]> \u202e",
    "=cmd() http://evil.example www.evil.example me@evil.example",
)


@pytest.mark.parametrize(
    ("met", "of", "word"),
    [
        (11, 11, "All"), (10, 11, "Nearly all"), (8, 11, "Most"), (6, 11, "About half"),
        (5, 10, "Half"), (5, 11, "About half"), (3, 11, "Some"), (2, 11, "Few"), (0, 11, "None"),
        (1, 1000, "Few"), (999, 1000, "Nearly all"),
    ],
)  # fmt: skip
def test_a_share_has_one_word(met: int, of: int, word: str) -> None:
    assert words.share_word(met, of) == word


def test_bands_fall_from_all_to_none() -> None:
    floors = [row.at_least for row in words.BANDS]

    assert floors == sorted(floors, reverse=True)
    assert (floors[0], floors[-1]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("ask", "says", "expected"),
    [
        ("Does the site name the people on its board?", "", "name the people on their board"),
        ("Is there a disclosure log?", "", "have a disclosure log"),
        ("Is there an FOI email address?", "", "have an FOI email address"),
        ("Are board papers published?", "", ""),
        ("Can an individual board member be reached?", "", ""),
        ("Is it linked from the home page?", "", ""),
        ("Does it also say why?", "", ""),
        ("Is there a disclosure log?", "publish a disclosure log.", "publish a disclosure log"),
    ],
)
def test_a_question_becomes_a_predicate_only_where_that_is_safe(
    ask: str, says: str, expected: str
) -> None:
    assert words.predicate(ask, says) == expected


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((11, 11, 11), "All 11  do it"),
        ((8, 11, 11), "Most (8 of 11)  do it"),
        ((8, 9, 11), "Nearly all (8 of the 9 we could judge)  do it"),
        ((1, 11, 11), "Only one of the 11 was found to do it"),
        ((0, 9, 11), "None of the nine we could judge was found to do it"),
        ((2, 2, 2), "Both  do it"),
        ((0, 2, 2), "Neither of the two was found to do it"),
        ((1, 1, 3), "The only site we could judge was found to do it"),
        ((0, 1, 1), "The site was not found to do it"),
    ],
)
def test_sentences_open_in_agreement(counts: tuple[int, int, int], sentence: str) -> None:
    one = words.subject(*counts)
    opening = f"{one.word} ({one.shown})" if one.word else one.shown

    assert f"{opening} {one.link} do it" == sentence


def test_a_predicate_follows_found_to_in_its_base_form() -> None:
    assert words.infinitive("are on two networks") == "be on two networks"
    assert words.infinitive("arrange visits") == "arrange visits"


def test_numbers_and_dates_are_british() -> None:
    assert words.british_date("2013-08-06T09:00:00Z") == "6 August 2013"
    assert words.british_date("soon") == "soon"
    assert words.number(1234.5, 1) == "1,234.5"
    assert words.number(12.0, 1) == "12"
    assert words.count(1, "body") == "one body"
    assert words.count(12, "body") == "12 bodies"
    assert words.count(2, "address") == "two addresses"
    assert words.listed(["Ash"]) == "Ash"
    assert words.listed(["Ash", "Birch", "Cob"]) == "Ash, Birch and Cob"


def test_quotes_keep_peoples_addresses_and_numbers_on_their_own_page() -> None:
    assert without_contacts("Dr Ann: ann.example+x@ccg.nhs.uk or (01632) 960 001, 2013") == (
        "Dr Ann: [e-mail address] or [number], 2013"
    )
    assert without_contacts("+44 1632 960001; 12/08/2013; 2012-2013") == (
        "[number]; 12/08/2013; 2012-2013"
    )
    assert without_contacts("info@ccg.nhs.uk") == ""
    assert len(without_contacts("word " * 100)) <= 220


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x", "", "http://", "http://[x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == ""


def test_addresses_cannot_end_a_link_early() -> None:
    assert (
        web_address("https://x.example/a b>c)\"'<d") == "https://x.example/a%20b%3Ec%29%22%27%3Cd"
    )


@pytest.mark.parametrize("text", [*HOSTILE, "1. one", "+ x", "= y", "1984 was", "a\\b", "&lt; x"])
def test_markdown_escapes_render_to_the_text_itself(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(f"- {markdown(text)}")
    tree = LexborHTMLParser(html)

    assert clean(tree.body.text()) == clean(text)
    assert not tree.css("a, img, code, em, strong, h1, ol, table, script")
