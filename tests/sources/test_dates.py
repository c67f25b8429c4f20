"""Conversion of the dates that people and programs write."""

from __future__ import annotations

import pytest

from reader.sources.dates import dates_in, iso_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2015-05-28", "2015-05-28"),
        ("2015/5/8", "2015-05-08"),
        ("2015-05-28 14:30:00 +0200", "2015-05-28T14:30:00+02:00"),
        ("2015-05-28T9:05:00.123Z", "2015-05-28T09:05:00Z"),
        ("2015-05-28T00:00:00Z", "2015-05-28"),
        ("28 May 2015", "2015-05-28"),
        ("28th of September, 1999", "1999-09-28"),
        ("May 28, 2015", "2015-05-28"),
        ("Sept. 3rd, 2020 at 10:15", "2020-09-03T10:15"),
        ("Thu, 28 May 2015 14:30:00 +0200 (CEST)", "2015-05-28T14:30:00+02:00"),
        ("Thu May 28 14:30:00 2015", "2015-05-28T14:30:00"),
        ("2015-05-28T25:00", "2015-05-28"),
        ("2024-05-28T06:30:00.000+0100", "2024-05-28T06:30:00+01:00"),
        ("20240528", "2024-05-28"),
        ("28. Mai 2024", "2024-05-28"),
        ("28 de mayo de 2024", "2024-05-28"),
        ("1er août 2024", "2024-08-01"),
        ("2024年5月28日", "2024-05-28"),
        ("1 May 1642", "1642-05-01"),
        ("3/4/2015", ""),
        ("2024-13-45", ""),
        ("Published: May 28th, 2024", ""),
        ("2015-02-31", ""),
        ("2015", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_become_iso_dates(written: str, date: str) -> None:
    assert iso_date(written) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Published: May 28th, 2024", "2024-05-28"),
        ("By Ada Winther, 28 May 2024 at 06:30 GMT", "2024-05-28T06:30Z"),
        ("Tue, 28 May 2024 06:30:00 GMT", "2024-05-28T06:30:00Z"),
        ("The war of 3 May 1642", ""),
        ("call 555-2024-05-281", ""),
        ("on 3/4/2015", ""),
    ],
)
def test_a_date_is_found_anywhere_in_a_short_text(text: str, date: str) -> None:
    assert iso_date(text, anywhere=True) == date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("03.03.2021, 17:20 Uhr", "2021-03-03T17:20"),
        ("Mittwoch, 3. März 2021", "2021-03-03"),
        ("Publié le 4 mai 2020 à 10h15", "2020-05-04"),
        ("Sábado, 5 de junio del 2021", "2021-06-05"),
        ("14 października 2020, 07:45", "2020-10-14T07:45"),
        ("12 августа 2020 г.", "2020-08-12"),
        ("2021年6月5日 10時30分", "2021-06-05"),
        ("2021. május 3.", "2021-05-03"),
        ("18/02/2020", "2020-02-18"),
    ],
)
def test_dates_of_many_languages_are_found_in_a_line(written: str, date: str) -> None:
    assert [found.iso for found in dates_in(f"x | {written}")] == [date]


def test_the_order_of_day_and_month_decides_an_ambiguous_date() -> None:
    assert dates_in("3/4/2015") == []
    assert dates_in("3/4/2015", True)[0].iso == "2015-04-03"
    assert dates_in("3/4/2015", False)[0].iso == "2015-03-04"


def test_a_date_begins_at_its_day_and_not_at_the_word_before_it() -> None:
    line = "Ada Winther 3 May 2021"
    found = dates_in(line)[0]
    assert line[found.start : found.end] == "3 May 2021"
