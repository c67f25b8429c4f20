"""Find the extracted text in the units of the page, because the extractor loses the page's structure."""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.html.dom import squash
from reader.sources.html.units import Unit
from reader.sources.text_table import RULE

_LONG = 25  # characters without blanks; texts this long rarely occur twice on a page by chance
_PIECE = 12
_ENOUGH = 0.6  # the share of a unit's pieces that must be in the extracted text
_SAMPLES = 5  # pieces that are searched for first, before all of them
_REACH = 4000  # characters after the last unit that was found, which are searched first


class Alignment:
    """The units that the extracted text contains.

    `found[i]` is True if it contains unit i. `share` is the share of the extracted text that was found in
    units.
    """

    def __init__(
        self, units: Sequence[Unit], extracted: Sequence[str], in_boilerplate: Sequence[bool]
    ) -> None:
        self._text = "".join(squash(text) for text in extracted)
        self._squashed = [squash(unit.text.replace(RULE, "")) for unit in units]
        self._taken = bytearray(len(self._text))
        self._place: dict[int, tuple[int, int]] = {}
        self.found = [False] * len(units)
        # Units outside boilerplate first: the same words may be in the article and in a box beside it.
        for wanted in (False, True):
            self._find_long([i for i, boilerplate in enumerate(in_boilerplate) if boilerplate is wanted])
        self._find_short(in_boilerplate)
        self._find_parts(in_boilerplate)
        self.share = sum(self._taken) / len(self._text) if self._text else 0.0

    def _take(self, index: int, start: int, end: int) -> None:
        self.found[index] = True
        self._place[index] = (start, end)
        self._taken[start:end] = b"\1" * (end - start)

    def _find_long(self, indexes: Sequence[int]) -> None:
        at = 0
        for index in indexes:
            words = self._squashed[index]
            if len(words) < _LONG:
                continue
            start = self._free(words, at)
            if start >= 0:
                self._take(index, start, start + len(words))
                at = start + len(words)

    def _free(self, words: str, at: int) -> int:
        """An offset of `words` that no other unit has taken, if possible after `at`; -1 if all are taken."""
        for begin, end in ((at, len(self._text)), (0, at + len(words))):
            start = self._text.find(words, begin, end)
            tries = 0
            while start >= 0 and tries < 20:
                if not self._taken[start] and not self._taken[start + len(words) - 1]:
                    return start
                start = self._text.find(words, start + 1, end)
                tries += 1
        return -1

    def _find_short(self, in_boilerplate: Sequence[bool]) -> None:
        """Take short units that are between the long units that were found before and after them."""
        order = sorted(self._place.items())
        edges = [(-1, 0), *((index, end) for index, (_, end) in order)]
        begins = [*((index, start) for index, (start, _) in order), (len(self._squashed), len(self._text))]
        for (before, low), (after, high) in zip(edges, begins, strict=True):
            if high <= low:
                continue
            at = low
            for index in range(before + 1, after):
                words = self._squashed[index]
                if in_boilerplate[index] or not words or len(words) >= _LONG:
                    continue
                # A short text may occur by chance, so one or two words count only near their expected place.
                reach = high if len(words) > 8 else min(high, at + len(words) + 60)
                start = self._text.find(words, at, reach)
                if start >= 0 and not self._taken[start]:
                    self._take(index, start, start + len(words))
                    at = start + len(words)

    def _find_parts(self, in_boilerplate: Sequence[bool]) -> None:
        """Take units of which most of the text, but not all, was extracted."""
        for index, words in enumerate(self._squashed):
            if self.found[index] or len(words) < _LONG or in_boilerplate[index]:
                continue
            pieces = [words[i : i + _PIECE] for i in range(0, len(words) - _PIECE + 1, _PIECE)]
            near = self._near(index)
            samples = pieces[:: max(1, len(pieces) // _SAMPLES)]
            if sum(self._piece(piece, near) >= 0 for piece in samples) < 0.4 * len(samples):
                continue
            starts = [self._piece(piece, near) for piece in pieces]
            hits = [start for start in starts if start >= 0]
            if len(hits) >= _ENOUGH * len(pieces):
                self.found[index] = True
                for start in hits:
                    self._taken[start : start + _PIECE] = b"\1" * _PIECE

    def _near(self, index: int) -> int:
        for before in range(index, max(-1, index - 50), -1):
            if before in self._place:
                return self._place[before][1]
        return 0

    def _piece(self, piece: str, near: int) -> int:
        start = self._text.find(piece, near, near + _REACH)
        if start < 0:
            start = self._text.find(piece, 0, 50 * _REACH)
        return start if start >= 0 and not self._taken[start] else -1
