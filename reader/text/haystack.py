"""Many texts folded and searched as one.

Owns the way from a range of the folded text to the block it lies in and the place there. Blocks are
parted by a character that no query holds, so that nothing is found across two of them.
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
"""Characters that are folded at a time. Folding takes several copies of a text, and one character
that is wide makes all of it wide; so a portion of a book is copied, and widened, not the book."""


class Joined:
    """Texts to be searched as one string, parted by `SEPARATOR`; `texts` hold none themselves.

    `starts[i]` is where text `i` begins in that string, with one entry more at the end.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        parted = any(SEPARATOR in text for text in texts)
        self.texts = [text.replace(SEPARATOR, "\ufffd") for text in texts] if parted else texts
        self.starts = _starts(map(len, texts))

    @property
    def text(self) -> str:
        """The one string, made anew at every call (0.5 ms per MB): kept, a book would be held twice."""
        return SEPARATOR.join(self.texts)

    def portions(self) -> Iterator[tuple[int, str]]:
        """The one string in parts of whole texts, about `PORTION` characters each, and where they begin.

        The separators between two portions are in neither.
        """
        texts, starts, first = self.texts, self.starts, 0
        while first < len(texts):
            last = max(first + 1, bisect_right(starts, starts[first] + PORTION) - 1)
            yield starts[first], SEPARATOR.join(texts[first:last])
            first = last


class Haystack:
    """`joined` folded: the folded text in `portions`, each with where it begins, and `starts` of the blocks.

    `first` is the index of the first block. Without portions it tells places alone.
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
        """All of the folded text as one string, which is then the only portion."""
        if len(self.portions) > 1:
            self.portions = ((0, SEPARATOR.join(text for _, text in self.portions)),)
        return self.portions[0][1] if self.portions else ""

    def positions(self, needle: str) -> array[int]:
        """Where `needle`, which holds no separator, stands in `text`: starts that do not overlap, sorted."""
        found = array("I")
        for offset, text in self.portions:
            found.extend(positions(text, needle, offset))
        return found

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

    def begins(self, start: int) -> bool:
        """Whether no word runs on from before `start`, which begins a whole character, into it."""
        if self.folded.cuts(start, start):
            return False
        block, at, _ = self.place(start, start)
        return starts_word(self.joined.texts[block - self.first], at)

    def whole(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` stands for whole characters that are no part of a longer word."""
        if self.folded.cuts(start, end):
            return False
        block, start, end = self.place(start, end)
        return whole(self.joined.texts[block - self.first], start, end)

    def span(self, start: int, end: int) -> Span:
        """The same as a span."""
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
    """Where `needle` stands in `text`, which begins at `offset`: starts that do not overlap, sorted.

    Splitting does it in C: 300,000 hits in 3 MB take 25 ms, where a loop of `find` takes 60.
    """
    parts = text.split(needle)
    step = len(needle)
    found = accumulate(map(step.__add__, map(len, parts)), initial=offset - step)
    return array("I", islice(found, 1, len(parts)))


def _starts(lengths: Iterable[int]) -> array[int]:
    return array("I", accumulate((length + 1 for length in lengths), initial=0))
