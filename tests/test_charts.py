"""Charts are SVG that says the same in words, draws from nothing outside and runs nothing."""

import re
import xml.etree.ElementTree as ET

import pytest

from reports import charts
from reports.charts import HEAT, INK, PAPER, Bar, Square, bars, heat_map
from reports.post_context import Chart

HOSTILE = '"><script>alert(1)</script><image href="http://evil.example/x.png"/> & \x07\u202e'
ROWS = (
    Bar(label="Ash", value=92.3, shown="92", low=92.3, high=92.3),
    Bar(label="Birch and Cob", value=81.0, shown="81", low=70.0, high=86.0),
    Bar(label="Dun", value=None, shown="–", low=0.0, high=100.0),
)
SQUARES = tuple(
    Square(row=row, column=column, value=value)
    for row, values in {
        "Board": (90.0, 55.0, None),
        "Freedom of information": (0.0, 100.0, 19.9),
    }.items()
    for column, value in zip(("London", "North", "Yorkshire and the Humber"), values, strict=True)
)


def draw_bars(rows: tuple[Bar, ...] = ROWS) -> Chart:
    return bars("scores", "Scores", "Ash 92; Birch and Cob 81.", rows, label_width=200)


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ET.fromstring(svg).iter() if node.tag.endswith("text")]


@pytest.fixture(scope="module")
def drawn() -> list[str]:
    """Every form of every kind of chart, of hostile words."""
    rows = (*ROWS, Bar(label=HOSTILE, value=10.0, shown="10"))
    squares = (*SQUARES, *(Square(row=HOSTILE, column=HOSTILE, value=1.0) for _ in range(1)))
    made = (
        bars("scores", HOSTILE, HOSTILE, rows, label_width=200),
        heat_map("regions", HOSTILE, HOSTILE, squares),
    )
    return [svg for chart in made for svg in (chart.wide, chart.compact)]


def test_a_chart_has_a_name_and_a_description() -> None:
    for form in ("wide", "compact"):
        svg = ET.fromstring(getattr(draw_bars(), form))
        named = svg.get("aria-labelledby").split()
        ids = {node.get("id"): node.text for node in svg.iter() if node.get("id")}

        assert svg.get("role") == "img"
        assert [ids[name] for name in named] == ["Scores", "Ash 92; Birch and Cob 81."]


def test_what_is_drawn_is_sound_vega_lite() -> None:
    for made in (
        charts._bars(ROWS, 200, 100),
        charts._bars(ROWS, 0, 5),
        charts._heat(SQUARES, 150, 690),
    ):
        assert made.to_dict(validate=True)["$schema"]


def test_the_same_rows_give_the_same_bytes() -> None:
    assert draw_bars() == draw_bars()
    assert heat_map("a", "b", "c", SQUARES) == heat_map("a", "b", "c", SQUARES)


def test_hostile_words_are_only_words(drawn: list[str]) -> None:
    for svg in drawn:
        tags = {node.tag.rpartition("}")[2] for node in ET.fromstring(svg).iter()}

        assert tags <= {"svg", "title", "desc", "g", "rect", "path", "line", "text", "tspan"}
        assert "\u202e" not in svg


def test_nothing_refers_to_the_outside_or_runs(drawn: list[str]) -> None:
    for svg in drawn:
        for node in ET.fromstring(svg).iter():
            for name, value in node.attrib.items():
                assert not re.search(r"href|src|style|^on|class", name)
                assert "url(" not in value
        assert svg.count("http") == svg.count("http://www.w3.org/2000/svg") + svg.count("evil")


def test_every_label_and_number_is_drawn() -> None:
    chart = draw_bars()

    for svg in (chart.wide, chart.compact):
        assert {"Ash", "Birch and Cob", "Dun", "92", "81", "–"} <= set(texts(svg))


def test_only_a_range_worth_seeing_is_drawn() -> None:
    lines = [
        node
        for node in ET.fromstring(draw_bars().wide).iter()
        if node.tag.endswith("line") and node.get("stroke") == INK
    ]

    assert len(lines) == 2


def test_a_body_without_a_score_has_no_bar() -> None:
    filled = draw_bars((ROWS[2],)).wide

    assert "#1d6a8c" not in filled
    assert "#1d6a8c" in draw_bars(ROWS[:1]).wide


def test_a_heat_map_shades_by_twenties_and_dashes_what_is_unknown() -> None:
    svg = heat_map("regions", "Regions", "Words", SQUARES).wide
    fills = [
        node.get("fill")
        for node in ET.fromstring(svg).iter()
        if node.tag.endswith("path") and node.get("stroke")
    ]

    steps = [fill for fill, _ in HEAT]
    assert fills == [steps[4], steps[2], PAPER, steps[0], steps[4], steps[0]]
    assert {"90", "55", "–", "0", "100", "20"} <= set(texts(svg))


def test_words_on_the_heat_map_stand_out() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for fill, ink in HEAT:
        bright, dark = sorted((light(fill), light(ink)), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_a_chart_of_many_bodies_stays_readable_on_a_phone() -> None:
    svg = ET.fromstring(draw_bars().compact)

    assert int(svg.get("width")) <= 360
    for node in svg.iter():
        if size := node.get("font-size"):
            assert float(size.removesuffix("px")) >= 12
