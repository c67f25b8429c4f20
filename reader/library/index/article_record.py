"""What the index keeps of one article, made from its document. Touches no file and no database."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.annotate.quotes.speech_verbs import NO_VERB, speech_verb
from reader.library.people.person_names import name_key
from reader.model import BlockKind, Document, Entity, Highlight, Quote, Span
from reader.reading.identities import quote_keys, with_ids
from reader.reading.speakers import bearers
from reader.text.headline import count_words

Piece = tuple[int, int, int]
"""Block, start and end in code points, half-open."""


class Statement(NamedTuple):
    """A quote with its speaker, verb and kind. `name` is the index of the speaker's name, None without one.

    `speaker` is the main name of the speaker in the article, `written` the speaker as the quote has it. Both
    are empty for a quote without a speaker.
    """

    quote: Quote
    key: str
    name: int | None
    speaker: str
    written: str
    verb: str
    kind: str


class Name(NamedTuple):
    """A name of the article with the key under which the same name in other articles is found."""

    entity: Entity
    key: str
    n_statements: int


class ArticleRecord(NamedTuple):
    """What the index keeps of an article."""

    document: Document
    text_digest: bytes
    words: int
    statements: tuple[Statement, ...]
    names: tuple[Name, ...]
    highlights: tuple[Highlight, ...]
    tags: tuple[str, ...]


def article_record(document: Document) -> ArticleRecord:
    """The record of a document that has its quotes and entities. Linear in the length of the text."""
    known = bearers(document.entities)
    keys = quote_keys(document.quotes)
    statements = tuple(
        _statement(document, quote, key, known) for quote, key in zip(document.quotes, keys, strict=True)
    )
    said = Counter(one.name for one in statements)
    names = tuple(
        Name(entity, name_key(entity.name, entity.type), said[index])
        for index, entity in enumerate(document.entities)
    )
    highlights = with_ids(document.highlights)
    tags = tuple(dict.fromkeys(tag for one in highlights for tag in one.tags))
    return ArticleRecord(
        document, text_digest(document), count_words(document.blocks), statements, names, highlights, tags
    )


def text_digest(document: Document) -> bytes:
    """The digest of all that detection reads: the title and the paragraphs with their markup."""
    blocks = [(one.kind.value, one.level, one.text, one.inlines) for one in document.blocks]
    return hashlib.sha256(repr((document.title, blocks)).encode("utf-8", "surrogatepass")).digest()


def pieces_of(spans: Sequence[Span]) -> list[Piece]:
    """Spans as numbers."""
    return [(span.block, span.start, span.end) for span in spans]


def headings_of(document: Document) -> list[int]:
    """The indices of the blocks without a paragraph number."""
    return [index for index, one in enumerate(document.blocks) if one.kind is BlockKind.HEADING]


def _statement(document: Document, quote: Quote, key: str, known: dict[str, int]) -> Statement:
    written = " ".join(quote.speaker.split())
    index = known.get(written.casefold()) if written else None
    speaker = written if index is None else document.entities[index].name
    verb = NO_VERB
    if quote.pieces:
        last = quote.pieces[-1]
        for piece in dict.fromkeys((quote.pieces[0], last)):
            verb = speech_verb(document.blocks[piece.block].text, piece.start, piece.end)
            if verb.word:
                break
    return Statement(quote, key, index, speaker, written, verb.word, verb.kind)
