"""What is exported of an article: its highlights, its quotes, and how to open it there.

Every format of `reader export` is made from these values.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reader.model import Document, Highlight, HighlightId, Quote, QuoteId, QuoteKey, Span, numbers
from reader.reading.identities import quote_keys
from reader.reading.quoted_words import QuoteIndex
from reader.sources.ref import highlight_fragment, quote_fragment
from reader.text.clean import clean_line
from reader.text.source_position import Position


@dataclass(frozen=True)
class Exported:
    """An article to export.

    The highlights of `document` have ids and places, and its quotes have ids. `path` is the absolute path of
    its article file; None if there is no file. `address` opens the article if there is no file; empty if no
    address is known. `quotes` are the quotes to export. `positions` has the line and column of each highlight
    in the Markdown file `source`, if they are known.
    """

    document: Document
    path: Path | None = None
    address: str = ""
    quotes: tuple[Quote, ...] = ()
    source: str = ""
    positions: Mapping[HighlightId, Position] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The path of the article file; empty without a file, or if the path has a control character."""
        name = "" if self.path is None else str(self.path)
        return name if clean_line(name) == name else ""

    @property
    def url(self) -> str:
        """The address where the article was published; empty if it is not known."""
        return self.document.source.url or self.address

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to export."""
        return not (self.document.highlights or self.quotes)

    def command(self, target: Highlight | Quote) -> str:
        """The shell command that opens the article at a highlight or quote; empty without file or address."""
        word = self.file or self.address
        if isinstance(target, Highlight):
            word += highlight_fragment(target.id)
        else:
            word += quote_fragment(self.key(target))
        return f"reader {shlex.quote(word)}" if self.file or self.address else ""

    def number(self, pieces: tuple[Span, ...]) -> int | None:
        """The number on the screen of the paragraph where `pieces` begin; None for a heading or no pieces."""
        if not pieces:
            return None
        return self._numbers[pieces[0].block] or None

    def speaker(self, highlight: Highlight) -> str:
        """The speaker of the quote that contains a highlight; empty if no quote does."""
        quote = self._quotes_by_block.quote_of(highlight.pieces)
        return "" if quote is None else quote.speaker

    def key(self, quote: Quote) -> QuoteKey:
        """The key of a quote of the document, which has an id."""
        return self._keys[quote.id]

    @cached_property
    def _keys(self) -> Mapping[QuoteId, QuoteKey]:
        quotes = self.document.quotes
        return {quote.id: key for quote, key in zip(quotes, quote_keys(quotes), strict=True)}

    @cached_property
    def _numbers(self) -> Sequence[int]:
        return numbers(self.document.blocks)

    @cached_property
    def _quotes_by_block(self) -> QuoteIndex:
        return QuoteIndex(self.document)
