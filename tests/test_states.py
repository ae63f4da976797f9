"""A keyword is not a state: what sentences hold to be so."""

import pytest

from audit.states import on_request, state
from audit.words import any_of, hit, pattern, sentence_at, sentence_with, sentences

SAID = {
    "now": [
        "Meetings are streamed live.",
        "You do not need to book.",
        "If you cannot come, watch online.",
        "Don't miss our newsletter.",
        "Write to us to be added to the list.",
        "There is no charge.",
    ],
    "denied": [
        "We do not stream our meetings.",
        "There are currently no vacancies.",
        "Meetings cannot be watched online.",
        "We have no newsletter.",
        "Recordings aren’t kept.",
    ],
    "ended": [
        "The form has closed.",
        "The panel was disbanded.",
        "We no longer publish a newsletter.",
        "Our last issue was in 2019.",
        "The survey closed on 3 May.",
    ],
    "planned": [
        "We hope to publish a newsletter.",
        "Papers will be published.",
        "Coming soon.",
        "We are working to set up a panel.",
        "Streaming is planned.",
    ],
}


@pytest.mark.parametrize(
    ("wanted", "sentence"), [(wanted, said) for wanted, all_ in SAID.items() for said in all_]
)
def test_a_sentence_holds_its_state(wanted: str, sentence: str):
    assert state(sentence) == wanted


def test_what_must_be_asked_for_is_only_on_request():
    assert on_request("A copy is available on request.")
    assert not on_request("A copy is below.")


def test_sentences_end_at_full_stops_and_lines_but_not_at_titles():
    assert sentences("Dr. Ann Abel chairs. She said “Yes.” Then left\nNo. 5 High St. Ambury") == (
        "Dr. Ann Abel chairs.",
        "She said “Yes.”",
        "Then left",
        "No. 5 High St. Ambury",
    )


def test_a_place_belongs_to_the_sentence_around_it():
    text = "One is. Two are."

    assert sentence_at(text, 0) == (0, 0)
    assert sentence_at(text, 9) == (1, 8)
    assert sentence_at(text, 99) == (None, 8)
    assert sentence_at("", 3) == (None, 0)
    assert sentence_with(text, "Two") == "Two are."
    assert sentence_with(text, "") == sentence_with(text, "Three") == ""


def test_a_straight_apostrophe_stands_for_a_curly_one_too():
    assert pattern("can't").search("CAN’T")
    assert not pattern("can't", cased=True).search("CAN'T")


def test_any_of_asks_for_whole_words():
    assert any_of("chair", "lay member").search("a Lay Member")
    assert not any_of("chair").search("chairs")


def test_no_patterns_hit_nothing():
    assert not hit((), "anything")
    assert hit(("a", "b"), "xbx")
