"""Percentages and numbers of people, and their values."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.entities.quantities import find_quantities
from reader.export.annotation_lines import annotation_dict
from reader.model import EntityType
from tests.annotate.finding import find_entities, short_id


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("about 12.5 percent of it", "12.5 percent", "percent 12.5"),
        ("nearly 87% turned", "87%", "percent 87"),
        ("66 per cent in May", "66 per cent", "percent 66"),
        ("up 0.2 percentage points", "0.2 percentage points", "percent 0.2"),
        ("some 5-7 percent", "5-7 percent", "percent 5/percent 7"),
        ("some 5 to 7 percent", "5 to 7 percent", "percent 5/percent 7"),
        ("25 in 2030 to 32 percent", "32 percent", "percent 32"),
        ("some 4,000 people", "4,000 people", "people 4000"),
        ("1.2 million young voters left", "1.2 million young voters", "people 1200000"),
        ("its 1200 fishermen", "1200 fishermen", "people 1200"),
        ("for 312 nurses and", "312 nurses", "people 312"),
    ],
    ids=short_id,
)
def test_a_quantity_and_its_value(text: str, said: str, value: str) -> None:
    (found,) = find_quantities(text)
    assert (text[found.start : found.end], found.value) == (said, value)


@pytest.mark.parametrize(
    "text",
    [
        "three people",
        "4 people",
        "in 2019 people left",
        "312 moths",
        "$40 people",
        "R2 people",
        "a 40 young",
        "12.5 men",
        "the 50s",
        "100%ig",
        "10 percentages",
    ],
    ids=short_id,
)
def test_numbers_that_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


@settings(max_examples=60)
@given(st.text(alphabet="0123456789 %.,-–to percent people young million", max_size=60))
def test_quantities_are_inside_the_text_and_do_not_overlap(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize("digits", ["1" * 20_000, "1," * 10_000, "1.1-" * 5_000], ids=short_id)
def test_a_long_row_of_digits_takes_linear_time(digits: str) -> None:
    found = find_quantities(f"{digits}x and 12 percent of 40 people")
    assert [one.value for one in found] == ["percent 12", "people 40"]


def test_quantities_are_figures_and_have_their_own_type_in_json() -> None:
    paragraphs = [
        "In 2019 some 4,000 people, 12.5 percent of all, paid $5 million.",
        "Now 60 percent of 90 men do.",
    ]
    found = find_entities(paragraphs)
    figures = [entity.value for entity in found if entity.type is EntityType.FIGURE]
    assert figures == ["USD 5000000", "people 4000", "people 90", "percent 60", "percent 12.5"]
    written: Any = annotation_dict(paragraphs, (), found)["entities"]
    assert [one["type"] for one in written] == ["DATE", "FIGURE", *["QUANTITY"] * 4]
