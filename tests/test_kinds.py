"""Every example in page-kinds.yml is of its kind, or is not."""

import pytest

from crawler.kinds import Kind, kinds, kinds_of_link, kinds_of_page, promise

IS = [(kind, example) for kind in kinds() for example in kind.examples.is_]
IS_NOT = [(kind, example) for kind in kinds() for example in kind.examples.not_]


def of_kind(kind: Kind, example: str) -> bool:
    if example.startswith("/"):
        return kind.in_address(f"http://www.exampleccg.nhs.uk{example}")
    return kind.in_words(example)


@pytest.mark.parametrize(("kind", "example"), IS, ids=[f"{k.id}:{e}" for k, e in IS])
def test_an_example_is_of_its_kind(kind: Kind, example: str):
    assert of_kind(kind, example)


@pytest.mark.parametrize(("kind", "example"), IS_NOT, ids=[f"{k.id}:{e}" for k, e in IS_NOT])
def test_a_near_miss_is_not(kind: Kind, example: str):
    assert not of_kind(kind, example)


def test_every_kind_has_both_sorts_of_examples():
    assert all(kind.examples.is_ and kind.examples.not_ for kind in kinds())


def test_a_link_is_rated_by_what_it_promises():
    host = "http://www.exampleccg.nhs.uk"

    assert "contact" in kinds_of_link("Contact us", f"{host}/x")
    assert promise("Contact us", f"{host}/contact") > promise("Click here", f"{host}/x")
    assert promise("Click here", f"{host}/x") > promise("Winter wellness", f"{host}/flu")
    assert promise("Contact us", f"{host}/x", "nav") > promise("Contact us", f"{host}/x")
    assert 0 <= promise("Privacy", f"{host}/privacy") <= 100


def test_only_the_first_page_is_home():
    def found(*, is_home: bool) -> tuple[str, ...]:
        url = "http://www.exampleccg.nhs.uk/"
        return kinds_of_page(url=url, title="", headings=(), link_texts=(), is_home=is_home)

    assert "home" in found(is_home=True)
    assert "home" not in found(is_home=False)
