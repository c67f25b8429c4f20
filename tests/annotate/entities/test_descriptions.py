"""Descriptions of entities in the article's own words."""

from __future__ import annotations

import pytest

from tests.annotate.finding import find_entities, short_id


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Okafor, the mayor of Brandt, left.", "the mayor of Brandt"),
        ("The mayor of Brandt, Ada Okafor, left.", "the mayor of Brandt"),
        ("Ada Okafor is a carpenter.", "a carpenter"),
        ("Ada Okafor was the first captain of the boat, they say.", "the first captain of the boat"),
        ("Ada Okafor, 45, a teacher from the coast, left.", "a teacher from the coast"),
        ("Ada Okafor, a teacher who sings, left.", "a teacher"),
        ("Ada Okafor, tired and cold, left.", ""),
        ("Ada Okafor, the mayor of Brandt", ""),
        ("Ada Okafor left.", ""),
        ("Ada Okafor", ""),
    ],
    ids=short_id,
)
def test_an_apposition_describes_a_person(text: str, said: str) -> None:
    found = {entity.name: entity.about for entity in find_entities([text])}
    assert found["Ada Okafor"] == said


def test_an_apposition_describes_an_organization() -> None:
    (entity,) = find_entities(["Tarvo Holdings, a maker of boats, moved."])
    assert entity.about == "a maker of boats"


def test_the_first_description_counts() -> None:
    (entity,) = find_entities(["Ada Okafor left.", "Okafor, a teacher, sang.", "Okafor is a sailor."])
    assert entity.about == "a teacher"
