"""Find phrases of whole words in one folded text, for many quotes one after the other.

Owns the choice between reading through the text and building an index of it. The results are the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reader.model import Span
from reader.text.haystack import Haystack, Joined, haystack

if TYPE_CHECKING:
    from reader.text.word_index import WordIndex

# The index is built after this many characters were read and the whole text was read this many times. From
# then on it saves time. Measured: building takes 0.3 s for 4 MB, and one search without it takes a
# millisecond.
_WORTH = 20_000_000
_TIMES = 64
# The costs of checking one place and of one index search, in characters read.
_PLACE = 4_000
_LOOK_UP = 20_000
_KEPT = 8  # needles whose places are cached, because one needle is searched in block after block


class Finder:
    """Finds whole words in `joined`, which is folded at the first use.

    `spent` is the cost of all searches so far, in characters read: at most a nanosecond each.
    """

    def __init__(
        self, joined: Joined, *, case: bool = False, accents: bool = False, worth: int = _WORTH
    ) -> None:
        self._joined = joined
        self._case = case
        self._accents = accents
        self._due = max(worth, _TIMES * joined.starts[-1]) if worth else 0
        self._known: dict[str, list[int] | None] = {}
        self._scanned = 0
        self.spent = 0

    @cached_property
    def hay(self) -> Haystack:
        """The folded text."""
        return haystack(self._joined, case=self._case, accents=self._accents)

    def spans(self, needles: Sequence[str], within: int | None = None, most: int | None = None) -> list[Span]:
        """The spans where one of the needles occurs as whole words, in reading order.

        The spans of one needle do not overlap. With `most`, only the first span of each block is returned,
        for at most that many blocks.
        """
        low, high = (0, len(self.hay.text)) if within is None else self.hay.bounds(within)
        if most is not None:
            return self._firsts(list(needles), low, high, most)
        found = [self.hay.span(*hit) for needle in needles for hit in self._hits(needle, low, high)]
        return sorted(found)

    def _firsts(self, needles: list[str], low: int, high: int, most: int) -> list[Span]:
        hay, found = self.hay, list[Span]()
        while low < high and len(found) < most:
            firsts = [(next(self._hits(needle, low, high), None), needle) for needle in needles]
            needles = [needle for hit, needle in firsts if hit is not None]
            if not needles:
                break
            found.append(min(hay.span(*hit) for hit, _ in firsts if hit is not None))
            low = hay.bounds(found[-1].block)[1]
        return found

    def _hits(self, needle: str, low: int, high: int) -> Iterator[tuple[int, int]]:
        """The ranges of the folded text where the needle occurs as whole words."""
        size, whole = len(needle), self.hay.whole
        done = low
        for at in self._starts(needle, low, high):
            # A whole word may begin inside a hit that is part of a longer one: "an an" in "man an an".
            self.spent += _PLACE
            if at >= done and whole(at, at + size):
                done = at + size
                yield at, done

    def _starts(self, needle: str, low: int, high: int) -> Iterator[int]:
        """Every position of the needle in the range, including overlapping ones."""
        if high - low > _LOOK_UP and self._scanned >= self._due:
            starts = self._looked_up(needle)
            if starts is not None:
                last = high - len(needle)
                for i in range(bisect_left(starts, low), len(starts)):
                    if starts[i] > last:
                        break
                    yield starts[i]
                return
        text, at = self.hay.text, low - 1
        while at >= -1:
            begun = at + 1
            at = text.find(needle, begun, high)
            read = (at if at >= 0 else high) - begun
            self._scanned += read
            self.spent += read
            if at < 0:
                break
            yield at

    def _looked_up(self, needle: str) -> list[int] | None:
        known = self._known
        if needle not in known:
            if len(known) == _KEPT:
                known.clear()
            known[needle] = self._index.starts(needle)
            self.spent += _LOOK_UP
        return known[needle]

    @cached_property
    def _index(self) -> WordIndex:
        # Imported here because small articles never need it.
        from reader.text.word_index import WordIndex

        return WordIndex(self.hay.text)
