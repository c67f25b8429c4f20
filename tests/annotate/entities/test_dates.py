"""Dates and their values."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.entities.dates import find_dates
from tests.annotate.finding import short_id


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("It opened on 28 May 2015.", "28 May 2015", "2015-05-28"),
        ("It opened on May 28, 2015, at noon.", "May 28, 2015", "2015-05-28"),
        ("on Monday, July 4, they left", "Monday, July 4", "XXXX-07-04"),
        ("on the 20th of July 2022", "20th of July 2022", "2022-07-20"),
        ("from May 15 to 20, 2022", "May 15 to 20, 2022", "2022-05-15/2022-05-20"),
        ("July 31 to August 4", "July 31 to August 4", "XXXX-07-31/XXXX-08-04"),
        ("31 July – 4 August 2020", "31 July – 4 August 2020", "2020-07-31/2020-08-04"),
        ("between January and May 2021", "January and May 2021", "2021-01/2021-05"),
        ("in October 2015", "October 2015", "2015-10"),
        ("on 2015-05-28", "2015-05-28", "2015-05-28"),
        ("on 4/6/2022", "4/6/2022", "4/6/2022"),
        ("the years 2009-2018", "2009-2018", "2009/2018"),
        ("the season 2022/23", "2022/23", "2022/2023"),
        ("on Saturday", "Saturday", "XXXX-WXX-6"),
        ("in March", "March", "XXXX-03"),
        ("since September", "September", "XXXX-09"),
        ("in 1886", "1886", "1886"),
        ("in the 1930s", "1930s", "193X"),
    ],
    ids=short_id,
)
def test_a_date_and_its_value(text: str, said: str, value: str) -> None:
    (found,) = find_dates(text)
    assert (text[found.start : found.end], found.value) == (said, value)


@pytest.mark.parametrize(
    "text",
    [
        "They may march. May I come?",
        "March on, they said.",
        "It cost $2015 and weighed 1,950 kg.",
        "There were 1999 people and 2020 votes.",
        "2015.5 percent and 1200 %",
        "The Film Awards 2022 were fun.",
        "Flight 815 and room 101",
        "",
    ],
    ids=short_id,
)
def test_numbers_and_words_that_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


@settings(max_examples=60)
@given(st.text(alphabet="0123456789 -/.,MayJuneto–", max_size=60))
def test_dates_are_inside_the_text_and_do_not_overlap(text: str) -> None:
    found = find_dates(text)
    assert all(0 <= one.start < one.end <= len(text) and one.value for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_may_day_is_no_month() -> None:
    assert find_dates("They sang on May Day.") == []
