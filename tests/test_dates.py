"""The dates of a text, as the British write them."""

from datetime import date
from itertools import pairwise

import pytest

from audit.dates import dates, months_come_first

TODAY = date(2026, 11, 21)


def days(text: str, context: str = "") -> list[date]:
    return [d.value for d in dates(text, today=TODAY, context=context)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 3 September 2026", date(2026, 9, 3)),
        ("Thursday 3rd of September, 2026", date(2026, 9, 3)),
        ("3-Sep-2026", date(2026, 9, 3)),
        ("September 3rd, 2026", date(2026, 9, 3)),
        ("03/09/2026", date(2026, 9, 3)),
        ("3.9.26", date(2026, 9, 3)),
        ("2026-09-03", date(2026, 9, 3)),
        ("03September2026", date(2026, 9, 3)),
        ("3 Medi 2026", date(2026, 9, 3)),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, value: date):
    found = dates(text, today=TODAY)

    assert [(d.value, d.exact, d.year_given) for d in found] == [(value, True, True)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("September 2026", date(2026, 9, 30)),
        ("February 2028", date(2028, 2, 29)),
        ("December 2026", date(2026, 12, 31)),
        ("Spring 2026", date(2026, 5, 31)),
        ("Summer issue 2026", date(2026, 8, 31)),
        ("Winter 2025/26", date(2026, 2, 28)),
        ("Winter 2025", date(2026, 2, 28)),
    ],
)
def test_a_month_counts_as_its_last_day_and_a_season_as_its_last_months(text: str, value: date):
    assert [(d.value, d.exact) for d in dates(text, today=TODAY)] == [(value, False)]


def test_a_day_without_year_is_the_nearest():
    assert days("3 September") == [date(2026, 9, 3)]
    assert days("3 January") == [date(2027, 1, 3)]


def test_a_day_without_year_is_of_a_year_in_which_it_fell_on_its_weekday():
    assert days("Tuesday 3 February") == [date(2026, 2, 3)]  # in 2027, which is nearer, a Wednesday
    assert days("Thurs, September 3rd") == [date(2026, 9, 3)]
    assert days("Monday 3 January") == [date(2027, 1, 3)]  # a slip: the nearest stands


def test_a_day_without_year_takes_the_year_of_its_heading():
    assert days("3 January", context="Meetings in 2025") == [date(2025, 1, 3)]
    assert dates("3 January", today=TODAY)[0].year_given is False


def test_a_range_takes_the_year_of_its_end():
    assert days("4 September to 27 November 2023") == [date(2023, 9, 4), date(2023, 11, 27)]
    assert days("12 December until 9 January 2024") == [date(2023, 12, 12), date(2024, 1, 9)]


def test_a_list_of_days_gives_the_first_too():
    assert days("3, 4 May 2026") == [date(2026, 5, 3), date(2026, 5, 4)]


@pytest.mark.parametrize("text", ["32/13/2026", "40/40/2026", "2026", "the 5 may not", "1.2"])
def test_what_is_no_date_is_none(text: str):
    assert days(text) == []


def test_dates_come_in_reading_order_and_do_not_overlap():
    found = dates("2026-09-03, then May 2026, then 4 May 2026", today=TODAY)

    assert [d.value for d in found] == [date(2026, 9, 3), date(2026, 5, 31), date(2026, 5, 4)]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_american_days_are_read_where_a_page_writes_no_other():
    assert months_come_first("05/31/2017 and 05/03/2017")
    assert not months_come_first("31/05/2017 and 05/31/2017")
    assert not months_come_first("05/03/2017")
    assert months_come_first("05/03/2017, 12 Main Street, Akron, OH 44114")
    assert months_come_first("05/03/2017, call 216-443-7195")
    assert not months_come_first("05/03/2017, call 01632 960 195")

    found = dates("05/03/2017", today=TODAY, months_first=True)

    assert [d.value for d in found] == [date(2017, 5, 3)]
    assert days("05/03/2017") == [date(2017, 3, 5)]


def test_the_year_before_a_colon_holds_for_the_days_after_it():
    assert days("Dates of meetings in 2024: 25 January, 28 March") == [
        date(2024, 1, 25),
        date(2024, 3, 28),
    ]
