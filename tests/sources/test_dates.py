"""Conversion of the dates that people and programs write."""

from __future__ import annotations

import pytest

from reader.sources.dates import iso_date


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
