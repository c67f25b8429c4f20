"""Many texts as one folded string, searched at once.

Owns the way from a range of that string to the block it lies in and the place there. Blocks are
parted by a character that no query holds, so that nothing is found across two of them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, islice

from reader.model import Span
from reader.text.fold import Folded, fold_cased, lowered
from reader.text.words import whole

SEPARATOR = "\x00"
PORTION = 200_000
"""Characters; strings of this size and more are given back to the system when they are freed."""


class Joined:
    """Texts to be joined to one string.

    `starts[i]` is where text `i` begins in it, with one entry more at the end.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        parted = any(SEPARATOR in text for text in texts)
        self._texts = [text.replace(SEPARATOR, "\ufffd") for text in texts] if parted else texts
        self.starts = _starts(map(len, texts))

    @property
    def text(self) -> str:
        """The one string, made anew at every call (0.5 ms per MB): kept, a book would be held twice."""
        return SEPARATOR.join(self._texts)

    @property
    def lowered(self) -> str:
        """The one string in lower case. In portions: `lower` makes four copies of what it is given."""
        texts, starts, parts, first = self._texts, self.starts, [], 0
        while first < len(texts):
            last = max(first + 1, bisect_right(starts, starts[first] + PORTION) - 1)
            parts.append(lowered(SEPARATOR.join(texts[first:last])))
            first = last
        return SEPARATOR.join(parts)


class Haystack:
    """`joined` folded: `text` to search in, and `starts` of the blocks there.

    `first` is the index of the first block. Building it is linear and costs 10 ms for 3 MB of ASCII.
    """

    def __init__(self, joined: Joined, folded: Folded, first: int = 0) -> None:
        self.joined = joined
        self.first = first
        self.folded = folded
        self.text = folded.text
        self.starts = joined.starts
        if folded.edges:
            self.starts = _starts(map(len, folded.text.split(SEPARATOR)))

    @cached_property
    def _original(self) -> str:
        return self.joined.text

    @cached_property
    def wide(self) -> list[tuple[int, int]]:
        """The ranges of two characters or more in `text` that stand for one stretch."""
        return self.folded.wide()

    def __len__(self) -> int:
        """How many blocks there are."""
        return len(self.starts) - 1

    def row(self, at: int) -> int:
        """Which text holds the position, counted from 0."""
        return bisect_right(self.starts, at) - 1

    def block(self, at: int) -> int:
        """Index of the block that holds the position."""
        return self.first + self.row(at)

    def bounds(self, block: int) -> tuple[int, int]:
        """Where the block begins and ends in `text`; an empty range for a block that is not there."""
        row = block - self.first
        if not 0 <= row < len(self):
            return 0, 0
        return self.starts[row], self.starts[row + 1] - 1

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """The block and the original range that `text[start:end]` stands for."""
        row = self.row(start)
        offset = self.joined.starts[row]
        start, end = self.folded.origin(start, end)
        return self.first + row, start - offset, end - offset

    def whole(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` stands for whole characters that are no part of a longer word."""
        return not self.folded.cuts(start, end) and whole(self._original, *self.folded.origin(start, end))

    def span(self, start: int, end: int) -> Span:
        """The same as a span."""
        return Span(*self.place(start, end))


def haystack(joined: Joined, first: int = 0, *, case: bool = False, accents: bool = False) -> Haystack:
    """The joined texts, folded as `fold` does."""
    text = joined.text if case else joined.lowered
    return Haystack(joined, fold_cased(text, case=case, accents=accents), first)


def positions(text: str, needle: str, low: int = 0, high: int | None = None) -> array[int]:
    """Where `needle` stands in `text[low:high]`: starts that do not overlap, sorted.

    Splitting does it in C: 300,000 hits in 3 MB take 25 ms, where a loop of `find` takes 60.
    """
    parts = (text if low == 0 and high is None else text[low:high]).split(needle)
    step = len(needle)
    found = accumulate(map(step.__add__, map(len, parts)), initial=low - step)
    return array("I", islice(found, 1, len(parts)))


def _starts(lengths: Iterable[int]) -> array[int]:
    return array("I", accumulate((length + 1 for length in lengths), initial=0))
