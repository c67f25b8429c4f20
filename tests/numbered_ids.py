"""Quotes and entities with ids that a test can write down: their position in the article when it was read."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Document, EntityId, QuoteId
from reader.reading.identities import with_ids


def quote(position: int) -> QuoteId:
    """The id of a quote of a numbered document."""
    return QuoteId(f"quote {position}")


def entity(position: int) -> EntityId:
    """The id of an entity of a numbered document."""
    return EntityId(f"entity {position}")


def numbered(document: Document) -> Document:
    """The document with ids that count its quotes and entities; corrections keep these ids.

    Highlights have the ids that the program gives them.
    """
    return replace(
        document,
        quotes=tuple(replace(one, id=quote(n)) for n, one in enumerate(document.quotes)),
        entities=tuple(replace(one, id=entity(n)) for n, one in enumerate(document.entities)),
        highlights=with_ids(document.highlights),
    )
