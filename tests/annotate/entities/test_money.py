"""Sums of money in digits and words, and their values."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.entities.money import find_sums
from tests.annotate.finding import short_id


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("worth $2.7 million in all", "$2.7 million", "USD 2700000"),
        ("a bill of US$ 300", "US$ 300", "USD 300"),
        ("some £420m", "£420m", "GBP 420000000"),
        ("R50 000 was paid", "R50 000", "ZAR 50000"),
        ("N7,500 was paid", "N7,500", "NGN 7500"),
        ("for 20 €", "20 €", "EUR 20"),
        ("133 million US dollars", "133 million US dollars", "USD 133000000"),
        ("5 Sri Lankan rupees", "5 Sri Lankan rupees", "LKR 5"),
        ("a 36-million-ringgit road", "36-million-ringgit", "MYR 36000000"),
        ("₹12 crore", "₹12 crore", "INR 120000000"),
        ("ZAR1,7 million", "ZAR1,7 million", "ZAR 1700000"),
        ("€1.234.567", "€1.234.567", "EUR 1234567"),
        ("$60-70 a head", "$60-70", "USD 60/USD 70"),
        ("50 cents", "50 cents", "USD 0.5"),
        ("two billion birr", "two billion birr", "ETB 2000000000"),
        ("twenty-five thousand pounds", "twenty-five thousand pounds", "GBP 25000"),
        ("a million dollars", "a million dollars", "USD 1000000"),
        ("half a million dollars", "half a million dollars", "USD 500000"),
        ("tens of millions of yen", "tens of millions of yen", "JPY"),
    ],
    ids=short_id,
)
def test_a_sum_and_its_value(text: str, said: str, value: str) -> None:
    (found,) = find_sums(text)
    assert (text[found.start : found.end], found.value) == (said, value)


@pytest.mark.parametrize(
    "text",
    [
        "the N7 road",
        "May 15 and 40 percent",
        "300 people",
        "K 9",
        "two million people",
        "thousands of birds",
        "R2-D2",
    ],
    ids=short_id,
)
def test_numbers_that_are_no_sums(text: str) -> None:
    assert find_sums(text) == []


@settings(max_examples=60)
@given(st.text(alphabet="0123456789 $€.,-–RNmbk dolarsmilion", max_size=60))
def test_sums_are_inside_the_text_and_do_not_overlap(text: str) -> None:
    found = find_sums(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
