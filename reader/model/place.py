"""Places in an article: code points, never rows, columns or percentages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """A point in an article: block index and code-point offset. Headline blocks have negative indices."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points inside one block.

    Raises ValueError when `start` is negative or `end` is before `start`.
    """

    block: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"not a span: {self.start} to {self.end} in block {self.block}")

    @property
    def place(self) -> Place:
        """Where the span begins."""
        return Place(self.block, self.start)

    def __contains__(self, place: object) -> bool:
        return (
            isinstance(place, Place) and place.block == self.block and self.start <= place.offset < self.end
        )
