"""Where a string stands in a text of many megabytes, without reading through the text again.

Owns what makes a search for the two-thousandth quote cost microseconds. It knows nothing of whole
words or of blocks: it finds exactly what `str.find` finds, everywhere.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

# Without blanks between words a pair of characters is what a word is elsewhere.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[^\W{UNSPACED}]+")
_FIRST_OF_PAIR = re.compile(rf"[{UNSPACED}](?=[{UNSPACED}])")
_SIZE = 6  # characters from the beginning of a word on: a long word, or a short one and part of the next
_PAIR = 2
_BUCKETS = 0xFFFF
_FEW = 200  # places; to look at them costs less than to look for something rarer
_SHORT = 100  # searches for a word or two after which looking through the words pays
_MOST_WORDS = 200_000  # different ones; only a text made for the purpose has more
DENSE = 500
"""Characters that are searched through in the time that it takes to look at one place."""


class _Anchor(NamedTuple):
    """A part of a needle, the places where it may stand, and how far in front of each the needle begins."""

    places: Sequence[int]
    before: int


class _Places:
    """The given places in `text`, by the hash of the `size` characters that stand there.

    Kept are the places alone, four bytes for each, and 5 MB beside. A million takes about 0.3 s.
    """

    def __init__(self, text: str, places: Iterable[int], size: int) -> None:
        self._size = size
        self._buckets = buckets = [array("I") for _ in range(_BUCKETS + 1)]
        for place in places:
            buckets[hash(text[place : place + size]) & _BUCKETS].append(place)

    def of(self, needle: str, at: int) -> Sequence[int]:
        """Where `needle[at:]` may go on as it does, in order: all such places and a few others."""
        return self._buckets[hash(needle[at : at + self._size]) & _BUCKETS]


class WordIndex:
    """Finds strings in `text`. What it needs is made when it needs it, in about 60 ms per MB.

    A needle is searched for when its rarest part stands no more than once in `dense` characters, one
    of a single word when `short` such have been asked for.
    """

    def __init__(self, text: str, *, dense: int = DENSE, short: int = _SHORT) -> None:
        self._text = text
        self._most = len(text) // dense
        self._short = short

    def starts(self, needle: str) -> list[int] | None:
        """Every place where `needle` stands, overlapping ones too, in order.

        None when it has no part that is rare enough: then searching through the text is faster.
        """
        best = min(self._inner(needle), key=lambda anchor: len(anchor.places), default=None)
        few = self._most + 1 if best is None else len(best.places)
        if best is None or few > min(_FEW, self._most):
            self._short -= 1
            for pattern, before in _ends(needle) if self._short < 0 else ():
                places = self._like(pattern, min(few - 1, self._most))
                if places is not None:
                    best, few = _Anchor(places, before), len(places)
        return None if best is None or few > self._most else self._checked(needle, best)

    def _checked(self, needle: str, anchor: _Anchor) -> list[int]:
        begins, before = self._text.startswith, anchor.before
        at_once = (place - before for place in anchor.places if place >= before)
        return [at for at in at_once if begins(needle, at)]

    def _inner(self, needle: str) -> Iterator[_Anchor]:
        """What begins as in the needle wherever the needle stands: its words but the first, its pairs."""
        last = len(needle) - _SIZE
        for match in _WORD.finditer(needle):
            if 0 < match.start() <= last:
                yield _Anchor(self._begun.of(needle, match.start()), match.start())
        for match in _FIRST_OF_PAIR.finditer(needle):
            yield _Anchor(self._pairs.of(needle, match.start()), match.start())

    @cached_property
    def _begun(self) -> _Places:
        return _Places(self._text, (match.start() for match in _WORD.finditer(self._text)), _SIZE)

    @cached_property
    def _pairs(self) -> _Places:
        return _Places(self._text, (match.start() for match in _FIRST_OF_PAIR.finditer(self._text)), _PAIR)

    @cached_property
    def _alone(self) -> dict[str, array[int]]:
        """The places of each word; none at all when there are too many words."""
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
        """The different words, one in a line: no word holds a newline."""
        return "\n" + "\n".join(self._alone) + "\n"

    def _like(self, pattern: str, most: int) -> list[int] | None:
        """Where the pattern stands in words of the text; None when these may be more than `most` places.

        A newline in it stands for the beginning or the end of a word.
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
    """What the first and the last word of `needle` are in the words of a text, the longer one first.

    A pattern for `_like`, and how far in front of it the needle begins.
    """
    ends: dict[int, tuple[str, int]] = {}
    for match in _WORD.finditer(needle):
        start, end = match.span()
        if start == 0 or end == len(needle):
            opening, closing = "\n" if start else "", "\n" if end < len(needle) else ""
            ends[start] = (opening + match[0] + closing, start)
    return sorted(ends.values(), key=lambda end: -len(end[0]))
