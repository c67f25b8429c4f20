"""The values that all other packages pass around. Imports the standard library and nothing else."""

from reader.model.document import (
    NO_SOURCE,
    Block,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Extras,
    Inline,
    InlineKind,
    Quote,
    Source,
    numbers,
)
from reader.model.identity import ArticleId, EntityId, QuoteId
from reader.model.place import Place, Span

__all__ = [
    "NO_SOURCE",
    "ArticleId",
    "Block",
    "BlockKind",
    "Document",
    "Entity",
    "EntityId",
    "EntityType",
    "Extras",
    "Inline",
    "InlineKind",
    "Place",
    "Quote",
    "QuoteId",
    "Source",
    "Span",
    "numbers",
]
