"""Find the quote to which some words of the article belong.

Owns two rules: a quote includes its quotation marks, and an inner quote is preferred to the quote around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.model import Document, Place, Quote, Span
from reader.text.layers import quoted


def piece_at(document: Document, place: Place) -> tuple[Quote, Span] | None:
    """The quote at a place and its piece there, or None if no quote is there."""
    around = ((quote, piece) for quote, piece, with_marks in _pieces(document) if place in with_marks)
    return min(around, key=lambda found: found[1].end - found[1].start, default=None)


def quote_of(document: Document, words: Iterable[Span]) -> Quote | None:
    """The quote that contains all these words; None if no quote does. The spans must not be empty."""
    spans = tuple(words)
    found: list[tuple[int, Quote]] = []
    if not spans:
        return None
    block = spans[0].block
    near = (quote for quote in document.quotes if any(piece.block == block for piece in quote.pieces))
    for quote in near:
        around = [with_marks for _, with_marks in _pieces_of(document, quote)]
        if all(any(_is_inside(span, one) for one in around) for span in spans):
            found.append((sum(one.end - one.start for one in around), quote))
    return min(found, key=lambda pair: pair[0], default=(0, None))[1]


def _pieces(document: Document) -> Iterator[tuple[Quote, Span, Span]]:
    for quote in document.quotes:
        for piece, with_marks in _pieces_of(document, quote):
            yield quote, piece, with_marks


def _pieces_of(document: Document, quote: Quote) -> Iterator[tuple[Span, Span]]:
    """Each piece, without and with its quotation marks."""
    for piece in quote.pieces:
        yield piece, Span(piece.block, *quoted(document.blocks[piece.block].text, piece))


def _is_inside(inner: Span, outer: Span) -> bool:
    return inner.block == outer.block and outer.start <= inner.start and inner.end <= outer.end
