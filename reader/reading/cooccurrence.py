"""Which names stand near one another: what is most likely meant beside a name or a quote.

Pure. Owns three orders: who is mentioned with whom, who may have said something, and which other
name may be the same one's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.model import Document, Entity, EntityType, Quote

VALUES = frozenset({EntityType.DATE, EntityType.FIGURE})
"""Types that are measured rather than named; they are nobody's company."""


def mentioned_with(document: Document, entity: int, most: int = 5) -> tuple[tuple[int, int], ...]:
    """The names that stand in most paragraphs together with an entity: (index, paragraphs), most first.

    Of two with as many, the one that is mentioned more often, then the one listed first. Linear in the
    number of mentions.
    """
    entities = document.entities
    blocks = {span.block for span in entities[entity].mentions}
    shared: Counter[int] = Counter()
    for index, other in enumerate(entities):
        if index != entity and other.type not in VALUES:
            shared[index] = len(blocks.intersection(span.block for span in other.mentions))
    ranked = sorted((-count, -len(entities[index].mentions), index) for index, count in shared.items())
    return tuple((index, -count) for count, _, index in ranked[:most] if count)


def likely_speakers(document: Document, quote: int) -> tuple[int, ...]:
    """The people of the article, those mentioned nearest to a quote first, then by their mentions.

    Nearness is counted in paragraphs; a quote without a place is near to nobody. Organisations and
    groups, which speak too, come after the people.
    """
    speaking = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.GROUP)
    entities, said = document.entities, document.quotes[quote]

    def key(index: int) -> tuple[object, ...]:
        entity = entities[index]
        return entity.type is not EntityType.PERSON, _distance(entity, said), -len(entity.mentions), index

    return tuple(sorted((i for i, entity in enumerate(entities) if entity.type in speaking), key=key))


def likely_same(document: Document, entity: int) -> tuple[int, ...]:
    """The other entities, those that share a word with one of its names first.

    Then those of its type, then by their mentions.
    """
    entities = document.entities
    one = entities[entity]
    words = _words(one.names)

    def key(index: int) -> tuple[object, ...]:
        other = entities[index]
        return -len(words & _words(other.names)), other.type is not one.type, -len(other.mentions), index

    return tuple(sorted((index for index in range(len(entities)) if index != entity), key=key))


def _distance(entity: Entity, quote: Quote) -> int:
    blocks = [piece.block for piece in quote.pieces]
    if not blocks:
        return 0
    first, last = blocks[0], blocks[-1]
    nearest = (max(first - span.block, span.block - last, 0) for span in entity.mentions)
    return min(nearest, default=2**31)


def _words(names: Sequence[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.casefold().split() if len(word) > 1)
