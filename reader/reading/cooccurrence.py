"""Rank entities by how near their mentions are, to suggest answers when the user chooses one.

Pure functions. Owns three orders: the entities mentioned with an entity, the likely speakers of a quote, and
the entities that may be the same as another one.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Document, Entity, EntityType, Quote

MEASURES = frozenset({EntityType.DATE, EntityType.FIGURE})
"""Types of values rather than names. They are not listed as mentioned with another entity."""

SPEAKING = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.GROUP)
"""Types that can be a speaker."""


def mentioned_with(document: Document, entity: Entity, most: int = 5) -> tuple[tuple[Entity, int], ...]:
    """The entities that share the most paragraphs with `entity`, each with the number of shared paragraphs.

    Entities that share the same number are ordered by number of mentions, then as in the document. Linear in
    the number of mentions.
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
    """The entities that may have said a quote: people first, then organisations and groups.

    Both parts are ordered by the distance to the quote in paragraphs, then by number of mentions. If the
    quote has no place, only the number of mentions counts.
    """

    def order(entity: Entity) -> tuple[object, ...]:
        return entity.type is not EntityType.PERSON, _distance(entity, quote), -len(entity.mentions)

    return tuple(sorted((one for one in document.entities if one.type in SPEAKING), key=order))


def likely_same(document: Document, entity: Entity) -> tuple[Entity, ...]:
    """The other entities, the most likely duplicates of `entity` first.

    Ordered by the number of words shared with its names, then by equal type, then by number of mentions.
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
