"""Who said what and who is who, found in any text: quotes with speakers, and entities.

Owns the step from a document without quotes or entities to one with them. Pure functions of the
standard library; what finds is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import BlockKind, Document, Entity, EntityType, InlineKind, Quote, Span

if TYPE_CHECKING:
    from reader.annotate.entities import FoundEntity
    from reader.annotate.quotes import FoundQuote
    from reader.model import Block


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
    people = [entity.name for entity in entities if entity.type is EntityType.PERSON]
    return replace(document, entities=entities, quotes=_quotes(find_quotes_in(document, people)))


def find_quotes_in(document: Document, people: list[str] | None = None) -> tuple[FoundQuote, ...]:
    """The quotes of a document with their rules; code and headings hold none."""
    from reader.annotate.quotes import find_quotes

    silent = (BlockKind.CODE, BlockKind.HEADING)
    texts = ["" if block.kind in silent else _without_code(block) for block in document.blocks]
    blocks = [index for index, block in enumerate(document.blocks) if block.kind is BlockKind.QUOTE]
    return find_quotes(texts, people, blocks)


def find_entities_in(document: Document) -> tuple[FoundEntity, ...]:
    """The entities of a document with their rules; code holds none."""
    from reader.annotate.entities import find_entities

    return find_entities(
        ["" if block.kind is BlockKind.CODE else _without_code(block) for block in document.blocks]
    )


def _without_code(block: Block) -> str:
    """The text of a block with blanks where code stands, so that offsets stay."""
    text = block.text
    for inline in block.inlines:
        if inline.kind is InlineKind.CODE:
            text = text[: inline.start] + " " * (inline.end - inline.start) + text[inline.end :]
    return text


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
