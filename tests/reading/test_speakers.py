"""One name and one hue for each speaker."""

from __future__ import annotations

from reader.model import Block, Document, Entity, EntityType, Quote, Span
from reader.reading.speakers import HUES, reading_order, speaker_hues, speaker_names


def article(*quotes: Quote, entities: tuple[Entity, ...] = ()) -> Document:
    return Document("T", tuple(Block("x" * 50) for _ in range(20)), quotes=quotes, entities=entities)


def said(speaker: str, block: int, start: int = 0) -> Quote:
    return Quote("x", (Span(block, start, start + 1),), speaker)


def test_an_alias_is_resolved_in_any_case_and_with_any_blanks() -> None:
    ada = Entity("Ada Okafor", EntityType.PERSON, ("Okafor", "Ms Okafor"))
    names = speaker_names(article(said("ms  okafor", 0), said("OKAFOR", 1), said("", 2), entities=(ada,)))
    assert names == {"ms  okafor": "Ada Okafor", "OKAFOR": "Ada Okafor", "": ""}


def test_a_name_wins_over_an_alias_and_a_person_over_a_place() -> None:
    entities = (
        Entity("Orsk council", EntityType.ORGANIZATION, ("Orsk", "Lenne")),
        Entity("Lenne", EntityType.PLACE),
        Entity("Jon Orsk", EntityType.PERSON, ("Orsk",)),
    )
    names = speaker_names(article(said("Orsk", 0), said("Lenne", 1), entities=entities))
    assert names == {"Orsk": "Jon Orsk", "Lenne": "Lenne"}


def test_hues_follow_the_order_of_the_text_and_repeat_after_the_last() -> None:
    quotes = [said(f"Speaker {number}", 10 - number) for number in range(HUES + 2)]
    hues = speaker_hues(article(*quotes))
    assert [hues[f"Speaker {number}"] for number in range(HUES + 1, -1, -1)] == [1, 2, 3, 4, 5, 6, 1, 2]


def test_alias_and_name_have_the_same_hue_and_the_empty_speaker_has_none() -> None:
    ada = Entity("Ada Okafor", EntityType.PERSON, ("Okafor",))
    hues = speaker_hues(article(said("", 0), said("Okafor", 1), said("Ada Okafor", 2), entities=(ada,)))
    assert hues == {"Okafor": 1, "Ada Okafor": 1}


def test_reading_order_puts_quotes_without_a_place_last() -> None:
    quotes = (Quote("nowhere"), said("b", 3), said("a", 1, 5), said("c", 1, 2), Quote("nowhere either"))
    assert reading_order(quotes) == (3, 2, 1, 0, 4)
