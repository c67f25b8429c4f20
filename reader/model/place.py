"""Places in an article: code points, never rows, columns or percentages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
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


class Status(StrEnum):
    """How a place was found again after the text was edited; the values are those of `show --json`."""

    EXACT = "exact"
    """The exact words with their whole context occur exactly once."""

    MAPPED = "mapped"
    """The old text is known, and the new text contains the same characters without a gap."""

    MOVED = "moved"
    """Only weaker evidence points here. The user must confirm the place."""

    LOST = "lost"
    """The words are gone, or several places are equally likely."""

    @property
    def sure(self) -> bool:
        """Whether the place can be used without asking the user."""
        return self in (Status.EXACT, Status.MAPPED)
