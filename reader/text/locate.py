"""Finding given words in an article: the pieces of a quote, the mentions of a name.

Owns how exact "exact words" are. Typographic differences (quotation marks, dashes, blanks, forms of
the same character) never count. A quote is looked for as it stands, then with its first letter
large or small, then without regard to accents and case, and last without the stop at its end; the
first of these that is found is taken. Names keep their case (`US` is not `us`), see `mentions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import product

from reader.model import Block, Span
from reader.text.fold import DOUBLE_QUOTES, SINGLE_QUOTES, fold
from reader.text.haystack import SEPARATOR, Haystack, Joined, haystack
from reader.text.mentions import mentions_in
from reader.text.similar import Similar

Pieces = tuple[Span, ...]
"""One occurrence of words: a span for each part, in reading order."""

_MARKS = SINGLE_QUOTES + DOUBLE_QUOTES + "「」『』《》〈〉"
_OUTER = _MARKS + " \t\n\r\u00a0\u2009\u202f\u3000"
_STOPS = _OUTER + ".,;:!?…。、，！？"
_GAP = re.compile(r"\s*\[\s*(?:…|\.{3}|\. \. \.)\s*\]\s*|\s+(?:…|\.{3})\s+")
_GAP_OR_LINE = re.compile(rf"{_GAP.pattern}|\n")
_WHOLE = re.compile(r"(?!)")
_REACH = 3  # blocks: how far on the next piece of a quote may stand


class Locator:
    """The blocks of one article, ready to be searched for many quotes and names.

    Folding happens at first use and once; each quote then costs about a millisecond in 3 MB, and
    almost nothing when its block is known.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._joined = Joined([block.text for block in blocks])

    def occurrences(self, words: str, within: int | None = None) -> tuple[Pieces, ...]:
        """Every place where the words of a quote stand, in reading order.

        " … ", " [...] " or a line break in `words` parts pieces that follow one another in the same
        block or within the next three. `within` is the block in which the first piece must stand.
        Quotation marks around the words are ignored, and never part of a piece.
        """
        for parts in _readings(words):
            for find in (self._as_written, self._first_letter_free, self._folded):
                found = _chains([find(part, within if i == 0 else None) for i, part in enumerate(parts)])
                if found:
                    return found
        return ()

    def locate(self, words: str, within: int | None = None) -> Pieces:
        """The first of the occurrences; empty when there is none."""
        found = self.occurrences(words, within)
        return found[0] if found else ()

    def nearest(self, words: str) -> int | None:
        """The block that shares most of its words with `words`; rare words weigh more."""
        return self._similar.nearest(words)

    def mentions_of(self, entities: Sequence[Sequence[str]]) -> tuple[tuple[Span, ...], ...]:
        """For each entity, given by its names, every mention; see `mentions.mentions_in`."""
        return mentions_in(self._cased, entities)

    @cached_property
    def _exact(self) -> Haystack:
        return haystack(self._joined, case=True, accents=True)

    @cached_property
    def _cased(self) -> Haystack:
        return haystack(self._joined, case=True)

    @cached_property
    def _loose(self) -> Haystack:
        return haystack(self._joined)

    @cached_property
    def _similar(self) -> Similar:
        return Similar(self._loose)

    def _as_written(self, words: str, within: int | None) -> list[Span]:
        return _spans(self._exact, (fold(words, case=True, accents=True).text.strip(),), within)

    def _first_letter_free(self, words: str, within: int | None) -> list[Span]:
        needle = fold(words, case=True, accents=True).text.strip()
        first = needle[:1]
        forms = dict.fromkeys(letter + needle[1:] for letter in (first.lower(), first.upper()))
        return _spans(self._exact, tuple(forms), within)

    def _folded(self, words: str, within: int | None) -> list[Span]:
        return _spans(self._loose, (fold(words).text.strip(),), within)


def occurrences(words: str, blocks: Sequence[Block]) -> tuple[Pieces, ...]:
    """Every place where the words stand in `blocks`; see `Locator.occurrences`."""
    return Locator(blocks).occurrences(words)


def locate(words: str, blocks: Sequence[Block], within: int | None = None) -> Pieces:
    """The first place where the words stand (in block `within` if given), or ()."""
    return Locator(blocks).locate(words, within)


def nearest(words: str, blocks: Sequence[Block]) -> int | None:
    """The block with the most similar words, or None."""
    return Locator(blocks).nearest(words)


def mentions(names: Sequence[str], blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Every mention of one entity's names."""
    return mentions_of((names,), blocks)[0]


def mentions_of(entities: Sequence[Sequence[str]], blocks: Sequence[Block]) -> tuple[tuple[Span, ...], ...]:
    """Every mention of each entity, given by its names."""
    return Locator(blocks).mentions_of(entities)


def _readings(words: str) -> Iterable[list[str]]:
    """The ways to take `words` as parts, the most literal first."""
    ways: list[list[str]] = []
    for edges, gap in product((_OUTER, _STOPS), (_WHOLE, _GAP, _GAP_OR_LINE)):
        parts = [part.strip(edges) for part in gap.split(words)]
        parts = [part for part in parts if fold(part).text.strip()]
        if parts and parts not in ways and SEPARATOR not in words:
            ways.append(parts)
    return ways


def _spans(hay: Haystack, needles: Iterable[str], within: int | None) -> list[Span]:
    """Where one of the needles stands as whole words, in reading order."""
    low, high = (0, len(hay.text)) if within is None else hay.bounds(within)
    found = []
    for needle in needles:
        at = hay.text.find(needle, low, high)
        while at >= 0:
            fits = hay.whole(at, at + len(needle))
            if fits:
                found.append(hay.span(at, at + len(needle)))
            # The next may begin inside what was no whole word: "an an" in "man an an".
            at = hay.text.find(needle, at + (len(needle) if fits else 1), high)
    return sorted(found)


def _chains(parts: Sequence[Sequence[Span]]) -> tuple[Pieces, ...]:
    """One occurrence for each way to read a span from every part in order, the closest together.

    Works from the last part back: of two beginnings with the same rest, the later one is meant.
    """
    chains: list[Pieces] = [(span,) for span in parts[-1]]
    for spans in reversed(parts[:-1]):
        longer: dict[Pieces, Pieces] = {}
        rest = iter(chains)
        chain = next(rest, None)
        for span in spans:
            while chain is not None and (chain[0].block, chain[0].start) < (span.block, span.end):
                chain = next(rest, None)
            if chain is None:
                break
            if chain[0].block - span.block <= _REACH:
                longer[chain] = (span, *chain)
        chains = list(longer.values())
    return tuple(chains)
