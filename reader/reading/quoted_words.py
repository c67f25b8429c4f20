"""Find the quote to which some words of the article belong.

Owns two rules: a quote includes its quotation marks, and an inner quote is preferred to the quote around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.model import Document, Place, Quote, Span
from reader.text.layers import quoted


class QuoteIndex:
    """The quotes of a document, indexed by block. A query looks only at the quotes of one block."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_block: defaultdict[int, list[Quote]] = defaultdict(list)
        for quote in document.quotes:
            for block in {piece.block for piece in quote.pieces}:
                self._by_block[block].append(quote)

    def piece_at(self, place: Place) -> tuple[Quote, Span] | None:
        """The quote at a place and its piece there, or None if no quote is there."""
        around = (
            (quote, piece)
            for quote in self._by_block.get(place.block, ())
            for piece, with_marks in _pieces_of(self._document, quote)
            if place in with_marks
        )
        return min(around, key=lambda found: found[1].end - found[1].start, default=None)

    def quote_of(self, words: Iterable[Span]) -> Quote | None:
        """The quote that contains all these words; None if no quote does. The spans must not be empty."""
        spans = tuple(words)
        found: list[tuple[int, Quote]] = []
        for quote in self._by_block.get(spans[0].block, ()) if spans else ():
            around = [with_marks for _, with_marks in _pieces_of(self._document, quote)]
            if all(any(_is_inside(span, one) for one in around) for span in spans):
                found.append((sum(one.end - one.start for one in around), quote))
        return min(found, key=lambda pair: pair[0], default=(0, None))[1]


def piece_at(document: Document, place: Place) -> tuple[Quote, Span] | None:
    """The quote at a place and its piece there, or None if no quote is there."""
    return QuoteIndex(document).piece_at(place)


def quote_of(document: Document, words: Iterable[Span]) -> Quote | None:
    """The quote that contains all these words; None if no quote does. The spans must not be empty."""
    return QuoteIndex(document).quote_of(words)


def _pieces_of(document: Document, quote: Quote) -> Iterator[tuple[Span, Span]]:
    """Each piece, without and with its quotation marks."""
    for piece in quote.pieces:
        yield piece, Span(piece.block, *quoted(document.blocks[piece.block].text, piece))


def _is_inside(inner: Span, outer: Span) -> bool:
    return inner.block == outer.block and outer.start <= inner.start and inner.end <= outer.end
