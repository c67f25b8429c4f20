"""Matches: places in an article that a reader steps through, whatever they were found by.

Owns the questions that are asked of them. Every set is sorted by place and numbered from 0.
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
"""A match as its block sees it: start, end, and its index in the set."""


class Matches(ABC):
    """A sorted set of spans."""

    @abstractmethod
    def __len__(self) -> int:
        """How many there are."""

    @abstractmethod
    def __getitem__(self, index: int) -> Span:
        """The first piece of the match with that index; negative ones count from the end, or IndexError."""

    @abstractmethod
    def in_block(self, block: int, start: int = 0, end: int | None = None) -> Sequence[InBlock]:
        """The matches of a block that touch its code points from `start` to `end`."""

    @abstractmethod
    def blocks(self) -> Sequence[int]:
        """The blocks that hold a match, sorted."""

    def pieces(self, index: int) -> Sequence[Span]:
        """All of the match with that index: one span, but for a quote that is parted."""
        return (self[index],)

    def __iter__(self) -> Iterator[Span]:
        return (self[index] for index in range(len(self)))

    def at_or_after(self, place: Place) -> int | None:
        """Index of the first match that starts at `place` or after it."""
        index = self._rank(place)
        return index if index < len(self) else None

    def before(self, place: Place) -> int | None:
        """Index of the last match that starts before `place`."""
        index = self._rank(place)
        return index - 1 if index else None

    def _rank(self, place: Place) -> int:
        """How many matches start before `place`; logarithmic."""
        return bisect_left(range(len(self)), place, key=lambda index: self[index].place)


class PieceMatches(Matches):
    """Matches of one or more pieces, such as a quote that “she said” parts, sorted by the first piece."""

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
    """The given spans, sorted, each once. They may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        super().__init__((span,) for span in spans)


class Hits(Matches):
    """What a search found, as numbers: a hit costs 4 bytes until it is asked for.

    `starts` are positions in `haystack.text`, sorted. `ends` are theirs, or one length for all.
    Hits do not overlap and none is empty.
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
        """One step for each block that holds a hit, not for each hit."""
        blocks = []
        index = 0
        while index < len(self._starts):
            block = self._haystack.block(self._starts[index])
            blocks.append(block)
            index = self._indices(block)[1]
        return tuple(blocks)

    def _indices(self, block: int) -> tuple[int, int]:
        """The half-open range of indices of a block's hits."""
        low, high = self._haystack.bounds(block)
        first = bisect_left(self._starts, low)
        return first, bisect_left(self._starts, high, first)

    def _place(self, index: int) -> tuple[int, int, int]:
        start = self._starts[index]
        end = start + self._ends if isinstance(self._ends, int) else self._ends[index]
        return self._haystack.place(start, end)
