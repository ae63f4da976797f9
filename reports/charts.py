"""Charts as strings of SVG: the same bytes each time, a text alternative, nothing from outside."""

import json
import textwrap
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import altair as alt
import vl_convert

from reports.escaping import clean
from reports.post_context import Chart

INK, MUTED, RULE, BAR, PAPER = "#1b2126", "#59636b", "#d5dadd", "#1d6a8c", "#ffffff"
"""The colours of a chart, which the page's dark style maps to its own."""

_DARK, _LIGHT = "#101418", "#fdfdfd"
HEAT = (
    ("#e3eff4", _DARK),
    ("#b3d2df", _DARK),
    ("#7db1c7", _DARK),
    ("#2d7391", _LIGHT),
    ("#124b65", _LIGHT),
)
"""Five steps of twenty points each, the same by day and night: the cell's colour, its words'."""

SMALLEST_RANGE = 2
"""Points: a narrower range is not drawn, because the bar shows it as well."""

_SVG = "{http://www.w3.org/2000/svg}"
_KEPT = {
    *("d", "x", "y", "x2", "y2", "dy", "width", "height", "viewBox", "transform"),
    *("fill", "stroke", "stroke-width"),
    *("text-anchor", "font-family", "font-size", "font-weight"),
}
_BLANK = "\u200b"
"""A line of text that is not trimmed away: it keeps column names on the bottom line."""
_FONT = "Helvetica, Arial, sans-serif"
_WIDE, _COMPACT, _FULL = 690, 340, 100


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: 0 to 100 or None for no bar, with the range it could have had when that is known."""

    label: str
    value: float | None
    shown: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, kw_only=True)
class Square:
    """One square of a heat map; no value is drawn as a dash."""

    row: str
    column: str
    value: float | None


def bars(
    chart_id: str,
    title: str,
    desc: str,
    rows: Sequence[Bar],
    *,
    label_width: int,
    note: str = "",
    top: float = 100,
) -> Chart:
    """Draw horizontal bars from 0 to 100; a thin line is the range that unknowns leave open.

    `label_width` in pixels is the column of labels in the wide form; the compact one has
    each label above its bar. A `top` other than 100 draws counts, without an axis.
    """
    return Chart(
        id=chart_id,
        title=title,
        desc=desc,
        note=note,
        wide=_named(_drawn(_bars, tuple(rows), label_width, top), chart_id, "wide", title, desc),
        compact=_named(_drawn(_bars, tuple(rows), 0, top), chart_id, "compact", title, desc),
    )


def heat_map(chart_id: str, title: str, desc: str, cells: Sequence[Square]) -> Chart:
    """Draw a heat map whose rows and columns keep the order in which the cells come."""
    return Chart(
        id=chart_id,
        title=title,
        desc=desc,
        note="Darker is higher. A dash means that no score could be given.",
        wide=_named(_drawn(_heat, tuple(cells), 150, _WIDE), chart_id, "wide", title, desc),
        compact=_named(_drawn(_heat, tuple(cells), 92, _COMPACT), chart_id, "compact", title, desc),
    )


def _bars(rows: Sequence[Bar], label_width: int, top: float) -> alt.TopLevelMixin:
    above = label_width == 0
    step, thick, value_width = (40, 12, 42) if above else (25, 15, 46)
    width = (_COMPACT if above else _WIDE) - label_width - value_width
    lower, head = 9 if above else 0, 24 if top == _FULL else 0
    data = [
        {
            "row": i,
            "label": clean(row.label),
            "shown": row.shown,
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "zero": 0,
        }
        for i, row in enumerate(rows)
    ]
    base = alt.Chart(alt.InlineData(values=data)).encode(y=alt.Y("row:O", axis=None))
    scale = alt.Scale(domain=[0, top], nice=False)
    axis = alt.Axis(
        orient="top",
        values=[0, 25, 50, 75, 100] if top == _FULL else [],
        title=None,
        domain=False,
        ticks=False,
        labelPadding=6,
        gridColor=RULE,
        labelColor=MUTED,
        labelFontSize=12,
        labelFont=_FONT,
    )
    zero = alt.X("zero:Q", scale=scale, axis=axis)
    labels = base.mark_text(
        align="left" if above else "right",
        baseline="middle",
        dx=0 if above else -10,
        dy=-9 if above else 0,
        limit=_COMPACT - value_width if above else label_width - 10,
        fontSize=13,
        font=_FONT,
        color=INK,
    ).encode(x=zero, text="label:N")
    drawn = base.transform_filter("isValid(datum.value)")
    solid = drawn.mark_bar(size=thick, color=BAR, yOffset=lower)
    solid = solid.encode(x=alt.X("value:Q", scale=scale, axis=axis))
    ranges = base.transform_filter(
        f"isValid(datum.low) && datum.high - datum.low >= {SMALLEST_RANGE}"
    )
    lines = [
        ranges.mark_rule(color=color, strokeWidth=width_of_line, yOffset=lower).encode(
            x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"
        )
        for color, width_of_line in ((PAPER, 5), (INK, 1.5))
    ]
    caps = [
        ranges.mark_tick(color=INK, thickness=1.5, size=7, orient="vertical", yOffset=lower).encode(
            x=alt.X(f"{end}:Q", scale=scale, axis=axis)
        )
        for end in ("low", "high")
    ]
    values = base.mark_text(
        align="right",
        baseline="middle",
        dy=lower,
        fontSize=13,
        fontWeight="bold",
        font=_FONT,
        color=INK,
    ).encode(x=alt.value(width + value_width - 2), text="shown:N")
    return alt.layer(solid, *lines, *caps, labels, values).properties(
        width=width,
        height=step * len(rows),
        padding={"left": label_width, "right": value_width, "top": head, "bottom": 2},
    )


def _heat(cells: Sequence[Square], label_width: int, total: int) -> alt.TopLevelMixin:
    rows = list(dict.fromkeys(cell.row for cell in cells))
    columns = list(dict.fromkeys(cell.column for cell in cells))
    step = 34
    width = total - label_width
    per_column = width / len(columns)
    squares, words = [], []
    for cell in cells:
        at = {"row": rows.index(cell.row), "column": columns.index(cell.column)}
        fill, ink = (PAPER, MUTED) if cell.value is None else HEAT[min(int(cell.value // 20), 4)]
        shown = "–" if cell.value is None else str(int(cell.value + 0.5))
        squares.append({**at, "fill": fill})
        words.append({**at, "shown": shown, "ink": ink})
    x = alt.X("column:O", axis=None, scale=alt.Scale(paddingInner=0.03, paddingOuter=0))
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.06, paddingOuter=0))
    paint = (
        alt.Chart(alt.InlineData(values=squares))
        .mark_rect(stroke=RULE, strokeWidth=0.5)
        .encode(x=x, y=y, fill=alt.Fill("fill:N", scale=None))
    )
    numbers = (
        alt.Chart(alt.InlineData(values=words))
        .mark_text(fontSize=13, font=_FONT, baseline="middle")
        .encode(x=x, y=y, text="shown:N", color=alt.Color("ink:N", scale=None))
    )
    names = [
        _row_names([(i, lines) for i, lines in enumerate(wrapped) if len(lines) == n], n, y)
        for n in (1, 2)
        for wrapped in ([_wrapped(name, label_width - 10, 2) for name in rows],)
    ]
    heads = (
        alt.Chart(
            alt.InlineData(
                values=[
                    {"column": i, "label": "\n".join([*[_BLANK] * (3 - len(lines)), *lines])}
                    for i, lines in enumerate(_wrapped(name, per_column, 3) for name in columns)
                ]
            )
        )
        .mark_text(
            baseline="bottom",
            lineBreak="\n",
            lineHeight=14,
            dy=-34,
            limit=per_column - 4,
            fontSize=12,
            font=_FONT,
            color=INK,
        )
        .encode(x=x, y=alt.value(0), text="label:N")
    )
    return alt.layer(paint, numbers, *names, heads).properties(
        width=width,
        height=step * len(rows),
        padding={"left": label_width, "right": 0, "top": 52, "bottom": 2},
    )


def _row_names(rows: list[tuple[int, list[str]]], lines: int, y: alt.Y) -> alt.Chart:
    data = alt.InlineData(values=[{"row": i, "label": "\n".join(name)} for i, name in rows])
    names: alt.Chart = (
        alt.Chart(data)
        .mark_text(
            align="right",
            baseline="middle",
            lineBreak="\n",
            lineHeight=15,
            dx=-10,
            dy=-7.5 * (lines - 1),
            fontSize=13,
            font=_FONT,
            color=INK,
        )
        .encode(y=y, x=alt.value(0), text="label:N")
    )
    return names


def _wrapped(text: str, pixels: float, lines: int) -> list[str]:
    wide = max(int(pixels / 6.5), 8)
    return textwrap.wrap(clean(text), wide, max_lines=lines, placeholder="…") or [" "]


@lru_cache(maxsize=128)
def _drawn(
    form: Callable[..., alt.TopLevelMixin], data: tuple[Bar | Square, ...], *sizes: float
) -> str:
    """Draw a chart once, however often it is asked for: pages and posts show the same ones."""
    spec = (
        form(data, *sizes)
        .configure(background=PAPER, view=alt.ViewConfig(stroke=None), autosize="none")
        .to_dict(validate=False)  # a fifth of the time, and a test does it
    )
    drawn: str = vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=[])
    return drawn


def _named(svg: str, chart_id: str, form: str, title: str, desc: str) -> str:
    """Make a drawing lean SVG: one picture to a screen reader, no reference to anything."""
    root = ET.fromstring(svg)  # noqa: S314 - written by vl-convert itself
    _strip(root)
    name = f"{chart_id}-{form}"
    ET.SubElement(root, "title", id=f"{name}-title").text = clean(title)
    ET.SubElement(root, "desc", id=f"{name}-desc").text = clean(desc)
    root[:] = [*root[-2:], *root[:-2]]
    root.attrib |= {
        "xmlns": _SVG.strip("{}"),
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-desc",
    }
    return ET.tostring(root, encoding="unicode")


def _strip(element: ET.Element) -> None:
    """Keep what draws: shapes, words and their looks."""
    element.tag = element.tag.removeprefix(_SVG)
    element.attrib = {
        key: value for key, value in element.attrib.items() if key in _KEPT and "url(" not in value
    }
    for child in list(element):
        _strip(child)
        empty = child.tag == "path" and child.get("d") in {None, "", "M0,0h0v0h0Z"}
        if empty or (child.tag == "g" and len(child) == 0):
            element.remove(child)
