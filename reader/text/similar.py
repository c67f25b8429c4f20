"""Which block is most like given words: the way out when a quote is not where it should be."""

from __future__ import annotations

import re
from array import array
from math import log

from reader.text.fold import fold
from reader.text.haystack import SEPARATOR, Haystack

_WORD = re.compile(r"\w+")
_ENOUGH = 0.25  # share of the words' weight that a block must hold to be worth naming


class Similar:
    """Every word of a folded text with the blocks that hold it.

    Building it takes about 40 ms per MB; a question then costs what its words' lists are long.
    """

    def __init__(self, hay: Haystack) -> None:
        self._first = hay.first
        self._count = len(hay)
        self._blocks: dict[str, array[int]] = {}
        for row, text in enumerate(hay.text.split(SEPARATOR)):
            for word in set(_WORD.findall(text)):
                self._blocks.setdefault(word, array("I")).append(row)

    def nearest(self, words: str) -> int | None:
        """The block that shares most words, rare ones weighing more; None when none shares much."""
        asked = set(_WORD.findall(fold(words).text))
        shared: dict[int, float] = {}
        total = 0.0
        for word in asked:
            rows = self._blocks.get(word, ())
            weight = log(1 + self._count / (1 + len(rows)))
            total += weight
            for row in rows:
                shared[row] = shared.get(row, 0.0) + weight
        if not shared:
            return None
        best = min(shared, key=lambda row: (-shared[row], row))
        return self._first + best if shared[best] >= total * _ENOUGH else None
