"""Many texts, joined into one string and folded, so that one search covers them all.

Owns the mapping from a range of the folded text to a block and a range in it. The blocks are separated by a
character that no query contains, so no match crosses from one block into the next.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice

from reader.model import Span
from reader.text.fold import Stretches, fold
from reader.text.word_boundaries import starts_word, whole

SEPARATOR = "\x00"
PORTION = 50_000
"""Characters that are folded at a time, to save memory. Folding makes several copies of a text, and one
character beyond U+FFFF makes every character of a Python string take four bytes."""


class Joined:
    """Texts as one string with `SEPARATOR` between them. A separator inside a text is replaced.

    `starts[i]` is where text `i` begins in that string. The last entry is one past the end of the string.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        parted = any(SEPARATOR in text for text in texts)
        self.texts = [text.replace(SEPARATOR, "\ufffd") for text in texts] if parted else texts
        self.starts = _starts(map(len, texts))

    @property
    def text(self) -> str:
        """The whole string, joined at every call (0.5 ms per MB) so that a book is in memory only once."""
        return SEPARATOR.join(self.texts)

    def portions(self) -> Iterator[tuple[int, str]]:
        """The string in portions of whole texts, about `PORTION` characters each, with their starts.

        The separator between two portions belongs to neither.
        """
        texts, starts, first = self.texts, self.starts, 0
        while first < len(texts):
            last = max(first + 1, bisect_right(starts, starts[first] + PORTION) - 1)
            yield starts[first], SEPARATOR.join(texts[first:last])
            first = last


class Haystack:
    """`joined`, folded.

    `portions` are the folded text in parts, each with its start. `starts` are the starts of the blocks in
    the folded text. `first` is the index of the first block. Without portions it only maps places.
    """

    def __init__(
        self,
        joined: Joined,
        first: int = 0,
        portions: Sequence[tuple[int, str]] = (),
        folded: Stretches | None = None,
    ) -> None:
        self.joined = joined
        self.first = first
        self.portions = portions
        self.folded = Stretches() if folded is None else folded
        self.starts = joined.starts
        if self.folded.edges:
            self.starts = _starts(len(text) for _, portion in portions for text in portion.split(SEPARATOR))

    @property
    def text(self) -> str:
        """The whole folded text. It becomes the only portion, so that it is in memory only once."""
        if len(self.portions) > 1:
            self.portions = ((0, SEPARATOR.join(text for _, text in self.portions)),)
        return self.portions[0][1] if self.portions else ""

    def positions(self, needle: str) -> array[int]:
        """The starts of `needle` in `text`, sorted and not overlapping. The needle contains no separator."""
        found = array("I")
        for offset, text in self.portions:
            found.extend(positions(text, needle, offset))
        return found

    @cached_property
    def wide(self) -> list[tuple[int, int]]:
        """The ranges of two characters or more in `text` that stand for one stretch of the original."""
        return self.folded.wide()

    def __len__(self) -> int:
        """The number of blocks."""
        return len(self.starts) - 1

    def row(self, at: int) -> int:
        """The number, from 0, of the text that contains the position."""
        return bisect_right(self.starts, at) - 1

    def block(self, at: int) -> int:
        """The index of the block that contains the position."""
        return self.first + self.row(at)

    def bounds(self, block: int) -> tuple[int, int]:
        """The range of the block in `text`; an empty range for a block that does not exist."""
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

    def begins(self, start: int) -> bool:
        """Whether a whole character begins at `start`, and `start` is not inside a word."""
        if self.folded.cuts(start, start):
            return False
        block, at, _ = self.place(start, start)
        return starts_word(self.joined.texts[block - self.first], at)

    def whole(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` stands for whole characters and whole words."""
        if self.folded.cuts(start, end):
            return False
        block, start, end = self.place(start, end)
        return whole(self.joined.texts[block - self.first], start, end)

    def span(self, start: int, end: int) -> Span:
        """The block and the original range that `text[start:end]` stands for, as a span."""
        return Span(*self.place(start, end))


def haystack(joined: Joined, first: int = 0, *, case: bool = False, accents: bool = False) -> Haystack:
    """The joined texts, folded as `fold` does. Linear: 10 ms for 3 MB of ASCII."""
    portions: list[tuple[int, str]] = []
    edges, origins = array("I"), array("I")
    at = 0
    for offset, text in joined.portions():
        folded = fold(text, case=case, accents=accents)
        edges.extend([at + edge for edge in folded.edges])
        origins.extend([offset + origin for origin in folded.origins])
        portions.append((at, folded.text))
        at += len(folded.text) + len(SEPARATOR)
    return Haystack(joined, first, portions, Stretches(edges, origins))


def positions(text: str, needle: str, offset: int = 0) -> array[int]:
    """The starts of `needle` in `text`, sorted and not overlapping, counted from `offset`.

    Uses `split`, which runs in C: 300,000 hits in 3 MB take 25 ms, and a loop of `find` takes 60 ms.
    """
    parts = text.split(needle)
    step = len(needle)
    found = accumulate(map(step.__add__, map(len, parts)), initial=offset - step)
    return array("I", islice(found, 1, len(parts)))


def _starts(lengths: Iterable[int]) -> array[int]:
    return array("I", accumulate((length + 1 for length in lengths), initial=0))
