"""Peoples, faiths and languages."""

from __future__ import annotations

import pytest

from reader.model import EntityType
from tests.annotate.finding import find_entities, short_id


def peoples(*paragraphs: str) -> dict[str, int]:
    """The groups with the number of their mentions."""
    found = find_entities(paragraphs)
    return {entity.name: len(entity.mentions) for entity in found if entity.type is EntityType.GROUP}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kenyan crew and three Kenyans met the Norwegian guide.", {"Kenyan": 2, "Norwegian": 1}),
        ("The South Korean ferry left, and Costa Ricans watched.", {"South Korean": 1, "Costa Ricans": 1}),
        ("Her Dutch-led crew met a Catholic priest.", {"Dutch": 1, "Catholic": 1}),
        ("It happened when the African Union met near the Indian Ocean.", {}),
        ("They polish boats. Polish the boat first.", {}),
        ("The Western Isles and the Victorian pier of the Kenyan-Dutch firm closed.", {}),
    ],
    ids=short_id,
)
def test_a_people_is_a_group_unless_it_is_part_of_a_longer_name(text: str, found: dict[str, int]) -> None:
    assert peoples(text) == found


def test_the_surname_of_a_person_is_no_people() -> None:
    assert peoples("The bridge fell. Olivia French saw it.", "Then French called the mayor.") == {}


def test_capitals_of_other_languages_are_no_peoples() -> None:
    text = "Der Roman ist nicht von ihm und die Frau hat das Buch auf den Tisch gelegt"
    assert peoples(text) == {}
