"""The page: the headline and the blocks of an article, in the order in which they are laid out and searched.

Owns the block indices of the headline. Its parts (kicker, title, standfirst, byline, note) have negative
indices that end at -1. So a block of the article has the same index everywhere, and sorts after the headline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Block, BlockKind, Document, Place, Span


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its headline. `headline[-1]` is block -1, `headline[0]` is block `first`."""

    document: Document
    headline: tuple[Block, ...]

    @property
    def first(self) -> int:
        """The index of the first block: minus the number of headline blocks."""
        return -len(self.headline)

    @property
    def last(self) -> int:
        """The index of the last block."""
        return len(self.document.blocks) - 1

    @property
    def start(self) -> Place:
        """The first place of the page."""
        return Place(self.first, 0)

    @property
    def end(self) -> Place:
        """The place after the last code point of the page."""
        return Place(self.last, len(self.document.blocks[-1].text))

    def block(self, index: int) -> Block:
        """The block with that index; a negative index means a headline block. Raises IndexError."""
        return self.headline[index] if index < 0 else self.document.blocks[index]

    def nearest(self, place: Place) -> Place:
        """The place itself if the page contains it, else the nearest place before it, or the first place."""
        block = max(self.first, min(place.block, self.last))
        offset = min(place.offset, len(self.block(block).text)) if block == place.block else 0
        return Place(block, offset)

    def spans(self, start: Place, end: Place) -> tuple[Span, ...]:
        """The text between two places: one span for each block that has text between them."""
        spans = []
        for index in range(max(start.block, self.first), min(end.block, self.last) + 1):
            length = len(self.block(index).text)
            left = min(start.offset, length) if index == start.block else 0
            right = min(end.offset, length) if index == end.block else length
            if left < right:
                spans.append(Span(index, left, right))
        return tuple(spans)

    def __iter__(self) -> Iterator[tuple[int, Block]]:
        """Every block with its index, in reading order."""
        yield from enumerate(self.headline, self.first)
        yield from enumerate(self.document.blocks)


def page(document: Document, byline: str = "") -> Page:
    """The page of `document`; `byline` is the line under the standfirst (see `headline.byline`)."""
    # A lead is both the standfirst and the first paragraph. It is shown once, as the first paragraph.
    first = document.blocks[0].text if document.blocks else ""
    standfirst = "" if document.standfirst == first else document.standfirst
    parts = (
        (document.kicker, BlockKind.KICKER),
        (document.title, BlockKind.TITLE),
        (standfirst, BlockKind.STANDFIRST),
        (byline, BlockKind.BYLINE),
        (document.note, BlockKind.NOTE),
    )
    return Page(document, tuple(Block(text, kind) for text, kind in parts if text))
