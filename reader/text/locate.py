"""Locate given words in an article: the pieces of a quote, the mentions of a name.

Owns how exactly words must match. Typographic differences (quotation marks, dashes, blanks, forms of the same
character) are always ignored. A quote is searched as written, then with its first letter in either case, then
without accents and case, and last without the punctuation at its end. The first of these searches that finds
something counts. Names match case (`US` is not `us`), see `mentions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Protocol

from reader.model import Block, Span
from reader.text.fold import DOUBLE_QUOTES, SINGLE_QUOTES, fold
from reader.text.haystack import SEPARATOR, Haystack, Joined, haystack
from reader.text.mentions import mentions_in
from reader.text.patterns import compiled
from reader.text.phrase_finder import Finder

if TYPE_CHECKING:
    from reader.text.similar import Similar

Pieces = tuple[Span, ...]
"""One occurrence of words: a span for each part, in reading order."""

_MARKS = SINGLE_QUOTES + DOUBLE_QUOTES + "「」『』《》〈〉"
_OUTER = _MARKS + " \t\n\r\u00a0\u2009\u202f\u3000"
_STOPS = _OUTER + ".,;:!?…。、，！？"
_GAP = r"\s*\[\s*(?:…|\.{3}|\. \. \.)\s*\]\s*|\s+(?:…|\.{3})\s+"
_GAP_OR_LINE = rf"{_GAP}|\n"
_WHOLE = r"(?!)"
_REACH = 3  # blocks between two pieces of a quote, at most
# Limits against hostile quotes, whose pieces occur everywhere and would cost minutes and a gigabyte.
_MOST_PIECES = 100
_MOST_SPANS = 200_000


class _Find(Protocol):
    """One way to search for words, see `Finder.spans`."""

    def __call__(self, words: str, within: int | None, most: int | None = None) -> list[Span]: ...


class Locator:
    """Locates quotes and names in the blocks of one article.

    The text is folded once, at the first use. Then a quote costs about a millisecond in 3 MB, and almost
    nothing when its block is known. For many quotes an index is built, and the thousandth quote costs
    microseconds.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._joined = Joined([block.text for block in blocks])
        self._exact = Finder(self._joined, case=True, accents=True)
        self._loose = Finder(self._joined)

    @property
    def spent(self) -> int:
        """The cost of all searches so far, in characters read; see `Finder`."""
        return self._exact.spent + self._loose.spent

    def occurrences(
        self, words: str, within: int | None = None, most: int | None = None
    ) -> tuple[Pieces, ...]:
        """Every occurrence of the words of a quote, in reading order.

        " … ", " [...] " or a line break in `words` separates pieces. Each piece must follow the previous one,
        in the same block or in one of the next three. A quote with more than `_MOST_PIECES` pieces, or whose
        pieces occur in more than `_MOST_SPANS` places, is not searched. `within` is the block that must
        contain the first piece. Quotation marks around the words are ignored and are not part of a piece.
        With `most`, only the first occurrence in each block is returned, for at most that many blocks.
        """
        for parts in _readings(words):
            for find in (self._as_written, self._first_letter_free, self._folded):
                found: tuple[Pieces, ...] | None
                if most is not None and len(parts) == 1:
                    found = tuple((span,) for span in find(parts[0], within, most))
                else:
                    found = self._chained(parts, find, within)
                if found is None:
                    return ()
                if found:
                    return found if most is None else _one_per_block(found)[:most]
        return ()

    def locate(self, words: str, within: int | None = None) -> Pieces:
        """The first of the occurrences, or an empty tuple."""
        found = self.occurrences(words, within, 1)
        return found[0] if found else ()

    def nearest(self, words: str) -> int | None:
        """The block that has the most words in common with `words`, weighted by rarity; see `similar`."""
        return self._similar.nearest(words)

    def mentions_of(self, entities: Sequence[Sequence[str]]) -> tuple[tuple[Span, ...], ...]:
        """For each entity, given by its names, every mention; see `mentions.mentions_in`."""
        return mentions_in(self._cased, entities)

    @cached_property
    def _cased(self) -> Haystack:
        return haystack(self._joined, case=True)

    @cached_property
    def _similar(self) -> Similar:
        from reader.text.similar import Similar  # only words that were not found need it

        return Similar(self._loose.hay)

    def _as_written(self, words: str, within: int | None, most: int | None = None) -> list[Span]:
        return self._exact.spans((fold(words, case=True, accents=True).text.strip(),), within, most)

    def _first_letter_free(self, words: str, within: int | None, most: int | None = None) -> list[Span]:
        needle = fold(words, case=True, accents=True).text.strip()
        first = needle[:1]
        forms = dict.fromkeys(letter + needle[1:] for letter in (first.lower(), first.upper()))
        return self._exact.spans(tuple(forms), within, most)

    def _folded(self, words: str, within: int | None, most: int | None = None) -> list[Span]:
        return self._loose.spans((fold(words).text.strip(),), within, most)

    @staticmethod
    def _chained(parts: Sequence[str], find: _Find, within: int | None) -> tuple[Pieces, ...] | None:
        """The occurrences of all parts in sequence. Stops at the first part that occurs nowhere.

        Returns None if the parts occur too often. The other ways to find them would then cost too much.
        """
        if len(parts) > _MOST_PIECES:
            return ()
        spans = [find(parts[0], within)]
        known: dict[str, list[Span]] = {}
        room = _MOST_SPANS - len(spans[0])
        for part in parts[1:]:
            if not spans[-1]:
                return ()
            if room < 0:
                return None
            if part not in known:
                known[part] = find(part, None)
                room -= len(known[part])
            spans.append(known[part])
        return None if room < 0 else _chains(spans)


def _readings(words: str) -> Iterable[list[str]]:
    """The ways to split `words` into parts, the most literal first."""
    ways: list[list[str]] = []
    for edges, gap in product((_OUTER, _STOPS), (_WHOLE, _GAP, _GAP_OR_LINE)):
        parts = [part.strip(edges) for part in compiled(gap).split(words)]
        parts = [part for part in parts if fold(part).text.strip()]
        if parts and parts not in ways and SEPARATOR not in words:
            ways.append(parts)
    return ways


def _one_per_block(found: Iterable[Pieces]) -> tuple[Pieces, ...]:
    """The first occurrence that begins in each block."""
    firsts: dict[int, Pieces] = {}
    for pieces in found:
        firsts.setdefault(pieces[0].block, pieces)
    return tuple(firsts.values())


def _chains(parts: Sequence[Sequence[Span]]) -> tuple[Pieces, ...]:
    """Occurrences that take one span from every part in order, with the spans as close as possible.

    Works backwards from the last part. Of two first spans that continue with the same spans, the later one is
    taken. Linear in the number of spans and in the size of the result.
    """
    # For each part: the spans, each with the index of its continuation among those of the next part.
    levels: list[list[tuple[Span, int]]] = [[(span, 0) for span in parts[-1]]]
    for spans in reversed(parts[:-1]):
        chains = levels[-1]
        longer: dict[int, Span] = {}
        rest = 0
        for span in spans:
            while rest < len(chains) and chains[rest][0].place < (span.block, span.end):
                rest += 1
            if rest == len(chains):
                break
            if chains[rest][0].block - span.block <= _REACH:
                longer[rest] = span
        levels.append([(span, at) for at, span in longer.items()])
    levels.reverse()
    return tuple(_followed(levels, index) for index in range(len(levels[0])))


def _followed(levels: Sequence[Sequence[tuple[Span, int]]], index: int) -> Pieces:
    """The chain that begins at `index` in the first level."""
    pieces = []
    for level in levels:
        span, index = level[index]
        pieces.append(span)
    return tuple(pieces)
