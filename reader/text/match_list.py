"""Match lists: the places that the user steps through with `n` and `N`.

Owns the queries on them, whatever the matches are: search hits, mentions, quotes, highlights. Every list is
sorted by place and numbered from 0.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reader.model import Place, Span

if TYPE_CHECKING:
    from reader.text.haystack import Haystack

InBlock = tuple[int, int, int]
"""A match inside one block: start, end, and its index in the list."""


class Matches(ABC):
    """A sorted list of spans."""

    @abstractmethod
    def __len__(self) -> int:
        """The number of matches."""

    @abstractmethod
    def __getitem__(self, index: int) -> Span:
        """The first piece of a match. A negative index counts from the end. Raises IndexError."""

    @abstractmethod
    def in_block(self, block: int, start: int = 0, end: int | None = None) -> Sequence[InBlock]:
        """The matches in a block that overlap its code points from `start` to `end`."""

    @abstractmethod
    def blocks(self) -> Sequence[int]:
        """The blocks that contain a match, sorted."""

    def pieces(self, index: int) -> Sequence[Span]:
        """All pieces of a match: one span, or several for a quote that is interrupted."""
        return (self[index],)

    def __iter__(self) -> Iterator[Span]:
        return (self[index] for index in range(len(self)))

    def at_or_after(self, place: Place) -> int | None:
        """The index of the first match that starts at `place` or after it, or None."""
        index = self._rank(place)
        return index if index < len(self) else None

    def before(self, place: Place) -> int | None:
        """The index of the last match that starts before `place`, or None."""
        index = self._rank(place)
        return index - 1 if index else None

    def _rank(self, place: Place) -> int:
        """The number of matches that start before `place`. Logarithmic."""
        return bisect_left(range(len(self)), place, key=lambda index: self[index].place)


class PieceMatches(Matches):
    """Matches of one or more pieces, such as a quote interrupted by “she said”; sorted by first piece."""

    def __init__(self, matches: Iterable[Sequence[Span]]) -> None:
        self._matches = sorted({tuple(pieces) for pieces in matches if pieces})
        self._by_block: dict[int, list[InBlock]] = {}
        for index, pieces in enumerate(self._matches):
            for piece in pieces:
                self._by_block.setdefault(piece.block, []).append((piece.start, piece.end, index))
        for found in self._by_block.values():
            found.sort()

    def __len__(self) -> int:
        return len(self._matches)

    def __getitem__(self, index: int) -> Span:
        return self._matches[index][0]

    def pieces(self, index: int) -> Sequence[Span]:
        return self._matches[index]

    def in_block(self, block: int, start: int = 0, end: int | None = None) -> Sequence[InBlock]:
        found = self._by_block.get(block, [])
        if start == 0 and end is None:
            return found
        return [hit for hit in found if hit[1] > start and (end is None or hit[0] < end)]

    def blocks(self) -> Sequence[int]:
        return sorted(self._by_block)


class SpanMatches(PieceMatches):
    """The given spans, sorted and without duplicates. They may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        super().__init__((span,) for span in spans)


class Hits(Matches):
    """The hits of a search as numbers, 4 bytes each. A span is created only when a hit is requested.

    `starts` are sorted positions in `haystack.text`. `ends` are the ends of the hits, or one length for all.
    Hits do not overlap and are not empty.
    """

    def __init__(self, haystack: Haystack, starts: array[int], ends: array[int] | int) -> None:
        self._haystack = haystack
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        return Span(*self._place(index))

    def in_block(self, block: int, start: int = 0, end: int | None = None) -> Sequence[InBlock]:
        low, high = self._indices(block)
        if start:
            low = bisect_left(range(high), start + 1, low, key=lambda index: self._place(index)[2])
        if end is not None:
            high = bisect_left(range(high), end, low, key=lambda index: self._place(index)[1])
        return [(*self._place(index)[1:], index) for index in range(low, high)]

    def blocks(self) -> Sequence[int]:
        return self._blocks

    @cached_property
    def _blocks(self) -> tuple[int, ...]:
        """The blocks that contain a hit. Takes one step for each block, not for each hit."""
        blocks = []
        index = 0
        while index < len(self._starts):
            block = self._haystack.block(self._starts[index])
            blocks.append(block)
            index = self._indices(block)[1]
        return tuple(blocks)

    def _indices(self, block: int) -> tuple[int, int]:
        """The half-open range of the indices of the hits in a block."""
        low, high = self._haystack.bounds(block)
        first = bisect_left(self._starts, low)
        return first, bisect_left(self._starts, high, first)

    def _place(self, index: int) -> tuple[int, int, int]:
        start = self._starts[index]
        end = start + self._ends if isinstance(self._ends, int) else self._ends[index]
        return self._haystack.place(start, end)
