"""Registers: what is read, and how every problem of a file is told at once."""

from pathlib import Path

import pytest

from crawler.errors import RegisterError
from crawler.register import format_register, parse_register, read_register, shipped_registers


def register(text: str | bytes):
    data = text if isinstance(text, bytes) else text.encode()
    return parse_register(data, name="bodies", path="bodies.csv")


def problems(text: str | bytes) -> list[str]:
    with pytest.raises(RegisterError) as caught:
        register(text)
    return str(caught.value).splitlines()


def test_shipped_registers_are_sound():
    counts = {name: len(read_register(name).bodies) for name in shipped_registers()}

    assert counts["ccg-2013"] == 211
    assert counts["icb-2026"] > 30


def test_a_misspelt_register_is_answered_with_the_right_one():
    with pytest.raises(RegisterError, match=r"cgc-2013.*did you mean 'ccg-2013'"):
        read_register("cgc-2013")


def test_a_missing_file_names_what_is_shipped(tmp_path: Path):
    with pytest.raises(RegisterError, match=r"nowhere\.csv.*shipped registers: .*icb-2026"):
        read_register(tmp_path / "nowhere.csv")


def test_a_folder_is_not_a_register(tmp_path: Path):
    with pytest.raises(RegisterError):
        read_register(tmp_path)


def test_bom_and_crlf_are_read():
    found = register(b"\xef\xbb\xbfid,name,website\r\na,A body,https://a.example/\r\n")

    assert [b.id for b in found.bodies] == ["a"]


def test_unknown_columns_are_kept_and_written_back():
    found = register("id,name,website,twitter,region\na,A,http://a.example/,@a,North\n")

    assert found.bodies[0].extra == {"twitter": "@a"}
    assert register(format_register(found.bodies)).bodies == found.bodies


def test_a_body_without_website_is_kept():
    assert register("id,name,website\na,A body,\n").bodies[0].website == ""


def test_blank_rows_and_short_rows_are_read():
    found = register("id,name,website,region\n\na,A body,http://a.example/\n,,,\n")

    assert found.bodies[0].region == ""


def test_every_problem_is_told_with_its_row_and_remedy():
    told = problems(
        "id,name,website\n"
        "A Body,A,http://a.example/\n"
        "b,,www.b.example\n"
        "c,C,ftp://c.example/\n"
        "d,D,http://d.example/\n"
        "d,D again,http://d2.example/\n"
        "e,E, Inc,http://e.example/\n"
    )

    assert [t.removeprefix("bodies.csv: ") for t in told] == [
        "row 2: id 'A Body' is not a slug; use lower case and hyphens, as in 'a-body'",
        "row 3: name is empty; every body needs the name that readers will see",
        website("row 3", "www.b.example", "https://www.b.example"),
        website("row 4", "ftp://c.example/", "https://c.example/"),
        "row 6: id 'd' is already that of row 5; ids are unique",
        "row 7: 4 cells under 3 columns; put quotes round a cell that has a comma in it",
    ]


def website(row: str, wrong: str, right: str) -> str:
    return f"{row}: website '{wrong}' lacks http:// or https://; did you mean '{right}'?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,title,website\n", "row 1: no column 'name'"),
        ("id,names,website\n", "is it called 'names'?"),
        ("id,name,website,id\n", "column 'id' appears twice"),
        ("id;name;website\na;A;http://a.example/\n", "not separated by commas"),
        ("id,name,website\n", "has no rows"),
        ("", "no column 'id'"),
        (b"id,name,website\na,A,http://a.example/\nb,Caf\xe9,\n", "row 3 is not UTF-8"),
        ("id,name,website\na,A,http://me:pw@a.example/\n", "user name"),
        ("id,name,website\na,A,http://[bad/\n", "not a web address"),
        ("id,name,website\na,A,http:///x\n", "not a web address"),
    ],
)
def test_a_broken_file_is_explained(text: str | bytes, said: str):
    assert said in "\n".join(problems(text))


def test_hundreds_of_problems_are_cut_short():
    told = problems("id,name,website\n" + "x y,X,http://x.example/\n" * 300)

    assert len(told) == 21
    assert told[-1] == "bodies.csv: and 280 more"
