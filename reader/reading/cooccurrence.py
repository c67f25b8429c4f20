"""Which names stand near one another: the likely answers when an entity or a speaker is asked for.

Pure functions. Owns three orders: who is mentioned with whom, who may have said something, and which
entity may be the same as another one.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Document, Entity, EntityType, Quote

MEASURES = frozenset({EntityType.DATE, EntityType.FIGURE})
"""Types that are measured rather than named: they are not listed as being named with somebody."""

SPEAKING = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.GROUP)
"""Types that can be a speaker."""


def mentioned_with(document: Document, entity: Entity, most: int = 5) -> tuple[tuple[Entity, int], ...]:
    """The entities that share most paragraphs with `entity`, each with the number of shared paragraphs.

    Of two with as many shared paragraphs, the one with more mentions comes first, then the one listed
    first. Linear in the number of mentions.
    """
    blocks = {span.block for span in entity.mentions}
    shared = [
        (len(blocks.intersection(span.block for span in other.mentions)), other)
        for other in document.entities
        if other is not entity and other.type not in MEASURES
    ]
    shared.sort(key=lambda pair: (-pair[0], -len(pair[1].mentions)))
    return tuple((other, count) for count, other in shared[:most] if count)


def likely_speakers(document: Document, quote: Quote) -> tuple[Entity, ...]:
    """The people of the article, those mentioned nearest to a quote first, then by number of mentions.

    Nearness is counted in paragraphs; nobody is near a quote without a place. Organisations and groups
    come after the people.
    """

    def order(entity: Entity) -> tuple[object, ...]:
        return entity.type is not EntityType.PERSON, _distance(entity, quote), -len(entity.mentions)

    return tuple(sorted((one for one in document.entities if one.type in SPEAKING), key=order))


def likely_same(document: Document, entity: Entity) -> tuple[Entity, ...]:
    """The other entities: those that share most words with its names first.

    Then those of its type, then by number of mentions.
    """
    words = _words(entity.names)

    def order(other: Entity) -> tuple[object, ...]:
        return -len(words & _words(other.names)), other.type is not entity.type, -len(other.mentions)

    return tuple(sorted((other for other in document.entities if other is not entity), key=order))


def _distance(entity: Entity, quote: Quote) -> int:
    """Paragraphs between a quote and the nearest mention of an entity."""
    blocks = [piece.block for piece in quote.pieces]
    if not blocks:
        return 0
    first, last = blocks[0], blocks[-1]
    nearest = (max(first - span.block, span.block - last, 0) for span in entity.mentions)
    return min(nearest, default=2**31)


def _words(names: Sequence[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.casefold().split() if len(word) > 1)
