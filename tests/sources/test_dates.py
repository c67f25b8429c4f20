"""Dates as people and programs write them."""

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
        ("2015-02-31", ""),
        ("2015", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_become_iso_dates(written: str, date: str) -> None:
    assert iso_date(written) == date
