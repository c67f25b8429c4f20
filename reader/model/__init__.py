"""The values that all other packages pass around. Imports the standard library and nothing else."""

from reader.model.document import (
    NO_SOURCE,
    NOWHERE,
    Block,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Extras,
    Highlight,
    HighlightColor,
    Inline,
    InlineKind,
    Quote,
    Source,
    WordsAround,
    numbers,
)
from reader.model.identity import ArticleId, EntityId, HighlightId, QuoteId, QuoteKey
from reader.model.place import Place, Span, Status

__all__ = [
    "NOWHERE",
    "NO_SOURCE",
    "ArticleId",
    "Block",
    "BlockKind",
    "Document",
    "Entity",
    "EntityId",
    "EntityType",
    "Extras",
    "Highlight",
    "HighlightColor",
    "HighlightId",
    "Inline",
    "InlineKind",
    "Place",
    "Quote",
    "QuoteId",
    "QuoteKey",
    "Source",
    "Span",
    "Status",
    "WordsAround",
    "numbers",
]
