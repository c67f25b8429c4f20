"""Who said what and who is who, found in any text: quotes with speakers, and entities.

Owns the step from a document without quotes or entities to one with them. Pure functions of the
standard library; what finds is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.model import BlockKind, Document, Entity, EntityType, InlineKind, Quote, Span

if TYPE_CHECKING:
    from reader.annotate.entities import FoundEntity
    from reader.annotate.quotes import FoundQuote
    from reader.model import Block


_THINGS = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP, EntityType.EVENT)


def annotate(document: Document) -> Document:
    """The document with the quotes and entities that its source did not give.

    Linear in the length of the text, about a millisecond for a hundred words.
    """
    from dataclasses import replace

    if document.quotes_given and document.entities_given:
        return document
    entities = document.entities if document.entities_given else _entities(find_entities_in(document))
    if document.quotes_given:
        return replace(document, entities=entities)
    return replace(document, entities=entities, quotes=_quotes(find_quotes_in(document, entities)))


def find_quotes_in(
    document: Document, entities: Sequence[Entity | FoundEntity] = ()
) -> tuple[FoundQuote, ...]:
    """The quotes of a document with their rules; code and headings hold none.

    The `entities` say which names are people's.
    """
    from reader.annotate.quotes import find_quotes

    silent = (BlockKind.CODE, BlockKind.HEADING)
    texts = ["" if block.kind in silent else _without_code(block) for block in document.blocks]
    blocks = [index for index, block in enumerate(document.blocks) if block.kind is BlockKind.QUOTE]
    return find_quotes(texts, people_of(entities), blocks, things_of(entities))


def people_of(entities: Sequence[Entity | FoundEntity]) -> list[str]:
    """The names of the people among entities."""
    return [entity.name for entity in entities if entity.type is EntityType.PERSON]


def things_of(entities: Sequence[Entity | FoundEntity]) -> list[str]:
    """The names of what is surely no person."""
    return [entity.name for entity in entities if entity.type in _THINGS]


def find_entities_in(document: Document) -> tuple[FoundEntity, ...]:
    """The entities of a document with their rules; code holds none."""
    from reader.annotate.entities import find_entities

    texts = ["" if block.kind is BlockKind.CODE else _without_code(block) for block in document.blocks]
    return find_entities(texts, document.title)


def _without_code(block: Block) -> str:
    """The text of a block with blanks where code stands, so that offsets stay."""
    parts: list[str] = []
    done = 0
    for inline in block.inlines:
        if inline.kind is InlineKind.CODE and inline.start >= done:
            parts += (block.text[done : inline.start], " " * (inline.end - inline.start))
            done = inline.end
    return "".join((*parts, block.text[done:]))


def _quotes(found: tuple[FoundQuote, ...]) -> tuple[Quote, ...]:
    return tuple(
        Quote(quote.text, tuple(Span(*piece) for piece in quote.pieces), quote.speaker) for quote in found
    )


def _entities(found: tuple[FoundEntity, ...]) -> tuple[Entity, ...]:
    return tuple(
        Entity(
            entity.name,
            entity.type,
            tuple(entity.aliases),
            entity.about,
            tuple(Span(*mention) for mention in entity.mentions),
        )
        for entity in found
    )
