"""Ranking entities by how near their mentions are."""

from __future__ import annotations

from reader.model import Block, Document, Entity, EntityType, Quote, Span
from reader.reading.cooccurrence import likely_same, likely_speakers, mentioned_with


def entity(
    name: str, *blocks: int, kind: EntityType = EntityType.PERSON, aliases: tuple[str, ...] = ()
) -> Entity:
    """An entity with one mention for each of the given blocks, which may repeat."""
    return Entity(name, kind, aliases, "", tuple(Span(block, 0, 1) for block in blocks))


def document(*entities: Entity, quotes: tuple[Quote, ...] = ()) -> Document:
    """An article of ten short paragraphs."""
    return Document("T", tuple(Block(f"{number}") for number in range(10)), entities=entities, quotes=quotes)


def together(article: Document, position: int, most: int = 5) -> list[tuple[str, int]]:
    """The names that share paragraphs with the entity at a position of the list, and how many they share."""
    return [
        (other.name, shared) for other, shared in mentioned_with(article, article.entities[position], most)
    ]


def names(entities: tuple[Entity, ...]) -> list[str]:
    return [one.name for one in entities]


def test_each_shared_paragraph_is_counted_once() -> None:
    article = document(
        entity("Ada", 0, 0, 1, 4), entity("Bo", 0, 0, 0), entity("Lenne", 0, 1, kind=EntityType.PLACE)
    )
    assert together(article, 0) == [("Lenne", 2), ("Bo", 1)]


def test_entities_with_equal_counts_are_ordered_by_mentions() -> None:
    article = document(entity("Ada", 0), entity("Bo", 0), entity("Cy", 0, 5))
    assert together(article, 0) == [("Cy", 1), ("Bo", 1)]


def test_results_are_limited_and_entities_without_shared_paragraphs_are_left_out() -> None:
    article = document(entity("Ada", 0, 1), *(entity(f"N{n}", 0) for n in range(7)), entity("Far", 9))
    assert [name for name, _ in together(article, 0)] == ["N0", "N1", "N2", "N3", "N4"]
    assert together(article, 8) == []
    assert len(together(article, 0, 2)) == 2


def test_dates_and_figures_are_left_out() -> None:
    article = document(
        entity("Ada", 0), entity("May", 0, kind=EntityType.DATE), entity("5", 0, kind=EntityType.FIGURE)
    )
    assert together(article, 0) == []


def test_the_people_named_nearest_to_a_quote_come_first() -> None:
    quote = Quote("Words", (Span(4, 0, 1), Span(5, 0, 1)))
    article = document(
        entity("Far", 9, 9, 9),
        entity("Before", 3),
        entity("Ministry", 4, kind=EntityType.ORGANIZATION),
        entity("Inside", 5),
        entity("Nowhere"),
        entity("Lenne", 4, kind=EntityType.PLACE),
        quotes=(quote,),
    )
    assert names(likely_speakers(article, quote)) == ["Inside", "Before", "Far", "Nowhere", "Ministry"]


def test_speakers_of_a_quote_without_a_place_are_ordered_by_mentions() -> None:
    article = document(entity("Once", 0), entity("Twice", 8, 9), quotes=(Quote("Words"),))
    assert names(likely_speakers(article, article.quotes[0])) == ["Twice", "Once"]


def test_entities_that_share_a_word_come_first_then_those_of_the_same_type() -> None:
    article = document(
        entity("J. Brandt", 0),
        entity("Ada", 1, 2),
        entity("Lenne", 1, 2, 3, kind=EntityType.PLACE),
        entity("Johan", 4, aliases=("Mr Brandt",)),
    )
    assert names(likely_same(article, article.entities[0])) == ["Johan", "Ada", "Lenne"]
