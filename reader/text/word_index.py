"""An index of the words of a text of many megabytes, for thousands of searches in it.

A search costs microseconds. It finds every place where `str.find` would find the string, including
overlapping ones. The index does not distinguish whole words or blocks.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.text.word_boundaries import UNSPACED

# In a script without blanks between words, a pair of characters is indexed instead of a word.
_WORD = re.compile(rf"[^\W{UNSPACED}]+")
_FIRST_OF_PAIR = re.compile(rf"[{UNSPACED}](?=[{UNSPACED}])")
_SIZE = 6  # characters from the beginning of a word, into the next word if the word is shorter
_PAIR = 2
_BUCKETS = 0xFFFF
_FEW = 200  # places; checking them costs less than looking for a rarer part
_SHORT = 100  # searches for one or two words; after that many, an index of whole words saves time
_MOST_WORDS = 200_000  # different words; only a hostile text has more
DENSE = 500
"""Characters that `str.find` reads in the time it takes to check one place."""


class _Part(NamedTuple):
    """The places of one part of a needle, and how many characters of the needle are before that part."""

    places: Sequence[int]
    before: int


class _Places:
    """The given places in `text`, grouped by the hash of the `size` characters that begin there.

    Takes 4 bytes a place and 5 MB for the groups. A million places take about 0.3 s.
    """

    def __init__(self, text: str, places: Iterable[int], size: int) -> None:
        self._size = size
        self._buckets = buckets = [array("I") for _ in range(_BUCKETS + 1)]
        for place in places:
            buckets[hash(text[place : place + size]) & _BUCKETS].append(place)

    def of(self, needle: str, at: int) -> Sequence[int]:
        """All places where `needle[at:at + size]` occurs, and a few others with the same hash, in order."""
        return self._buckets[hash(needle[at : at + self._size]) & _BUCKETS]


class WordIndex:
    """Finds strings in `text`. Each part of the index is built at its first use, in about 60 ms per MB.

    The index is used for a needle whose rarest part occurs at most once in `dense` characters. Needles of one
    or two words have no such part until `short` of them were searched; then the whole words are indexed.
    """

    def __init__(self, text: str, *, dense: int = DENSE, short: int = _SHORT) -> None:
        self._text = text
        self._most = len(text) // dense
        self._short = short

    def starts(self, needle: str) -> list[int] | None:
        """Every place where `needle` occurs, in order.

        None if no part of the needle is rare enough: reading through the text is then faster.
        """
        best = min(self._inner(needle), key=lambda part: len(part.places), default=None)
        few = self._most + 1 if best is None else len(best.places)
        if best is None or few > min(_FEW, self._most):
            self._short -= 1
            for pattern, before in _ends(needle) if self._short < 0 else ():
                places = self._like(pattern, min(few - 1, self._most))
                if places is not None:
                    best, few = _Part(places, before), len(places)
        return None if best is None or few > self._most else self._checked(needle, best)

    def _checked(self, needle: str, part: _Part) -> list[int]:
        begins, before = self._text.startswith, part.before
        at_once = (place - before for place in part.places if place >= before)
        return [at for at in at_once if begins(needle, at)]

    def _inner(self, needle: str) -> Iterator[_Part]:
        """The words of the needle that begin inside it, and its pairs in scripts without blanks."""
        last = len(needle) - _SIZE
        for match in _WORD.finditer(needle):
            if 0 < match.start() <= last:
                yield _Part(self._begun.of(needle, match.start()), match.start())
        for match in _FIRST_OF_PAIR.finditer(needle):
            yield _Part(self._pairs.of(needle, match.start()), match.start())

    @cached_property
    def _begun(self) -> _Places:
        return _Places(self._text, (match.start() for match in _WORD.finditer(self._text)), _SIZE)

    @cached_property
    def _pairs(self) -> _Places:
        return _Places(self._text, (match.start() for match in _FIRST_OF_PAIR.finditer(self._text)), _PAIR)

    @cached_property
    def _alone(self) -> dict[str, array[int]]:
        """The places of each word; empty when there are too many words."""
        places: dict[str, array[int]] = {}
        for match in _WORD.finditer(self._text):
            word = match[0]
            if word in places:
                places[word].append(match.start())
            elif len(places) < _MOST_WORDS:
                places[word] = array("I", (match.start(),))
            else:
                return {}
        return places

    @cached_property
    def _words(self) -> str:
        """The different words, one a line."""
        return "\n" + "\n".join(self._alone) + "\n"

    def _like(self, pattern: str, most: int) -> list[int] | None:
        """The places of the pattern in the words of the text, or None if there may be more than `most`.

        A newline in the pattern stands for the beginning or the end of a word.
        """
        if not self._alone:
            return None
        words = self._words
        found: set[int] = set()
        spent = 0
        at = words.find(pattern)
        while at >= 0:
            at += pattern.startswith("\n")
            start = words.rfind("\n", 0, at) + 1
            places = self._alone[words[start : words.find("\n", at)]]
            spent += len(places)
            if spent > most:
                return None
            inner = at - start
            found.update([place + inner for place in places])
            at = words.find(pattern, at + 1)
        return sorted(found)


def _ends(needle: str) -> list[tuple[str, int]]:
    """The first and the last word of `needle`, the longer one first.

    Each as a pattern for `_like`, with the number of characters of the needle before the word.
    """
    ends: dict[int, tuple[str, int]] = {}
    for match in _WORD.finditer(needle):
        start, end = match.span()
        if start == 0 or end == len(needle):
            opening, closing = "\n" if start else "", "\n" if end < len(needle) else ""
            ends[start] = (opening + match[0] + closing, start)
    return sorted(ends.values(), key=lambda end: -len(end[0]))
