"""Search: find everything in a page that a query matches.

Owns what a query means. Plain words are compared folded (see `fold`): typography and accents are ignored,
and case is ignored unless the query has a capital letter or the user asked to match case. The text of blocks
is searched, not painted rows, so a phrase is found across line breaks and markup. No match spans two blocks.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from string import ascii_letters

from reader.text.fold import fold
from reader.text.haystack import SEPARATOR, Haystack, Joined, haystack
from reader.text.match_list import Hits, Matches
from reader.text.page import Page
from reader.text.regexes import SECONDS, SearchError, is_literal, is_sensitive, scan
from reader.text.word_boundaries import whole

_LETTERS = frozenset(ascii_letters)
# Symbols that fold to letters or to nothing. Two letters that are neighbours in the fold need not be in one
# word of the original if such a symbol is between them.
_SYMBOLS = (
    "[\u034f\u180e\u200b-\u200f\u20a8\u2100-\u2109\u2116\u2120-\u2122\u213b\u249c-\u24e9\u3250\u32cc-\u32cf"
    "\u3371-\u33df\u33ff\U0001f110-\U0001f190]"
)

__all__ = ["Query", "SearchError", "SearchIndex", "find"]


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for. With `case` None, a capital letter in the query decides.

    A regular expression without metacharacters is searched as plain words.
    """

    text: str
    case: bool | None = None
    whole_word: bool = False
    regex: bool = False

    @property
    def sensitive(self) -> bool:
        """Whether this search matches case."""
        if self.case is not None:
            return self.case
        return is_sensitive(self.text) if self.regex else any(char.isupper() for char in self.text)


class SearchIndex:
    """The text of a page, folded once with case and once without, each at the first use.

    For a page of 3 MB each fold takes 15 ms and as much memory as the text.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self._folded: dict[bool, Haystack] = {}

    @cached_property
    def joined(self) -> Joined:
        """The texts of all blocks, headline included."""
        return Joined([block.text for _, block in self.page])

    @cached_property
    def plain(self) -> Haystack:
        """The places of the unfolded text, for regular expressions."""
        return Haystack(self.joined, self.page.first)

    def folded(self, case: bool) -> Haystack:
        """The text without accents, and without case unless `case`."""
        if case not in self._folded:
            self._folded[case] = haystack(self.joined, self.page.first, case=case)
        return self._folded[case]


def find(index: SearchIndex, query: Query, seconds: float = SECONDS) -> Matches:
    """All matches of `query`, sorted, not overlapping and not empty.

    Plain searches are linear: about 1 ms for 3 MB, 30 ms when every tenth character matches. Raises
    SearchError for a regular expression that is invalid, is too large or takes more than `seconds`.
    """
    if query.regex and not is_literal(query.text):
        return _find_regex(index, query, seconds)
    hay = index.folded(query.sensitive)
    needle = fold(query.text, case=query.sensitive).text
    if not needle.strip() or SEPARATOR in needle:
        return Hits(hay, array("I"), 1)
    starts = hay.positions(needle)
    if query.whole_word:
        starts = _whole_words(hay, needle, starts)
    elif len(starts) > 1 and hay.folded.edges:
        starts = _apart(hay, starts, len(needle))
    return Hits(hay, starts, len(needle))


def _find_regex(index: SearchIndex, query: Query, seconds: float) -> Matches:
    starts, ends = scan(index.joined, query.text, case=query.sensitive, seconds=seconds)
    if query.whole_word:
        text = index.joined.text
        kept = [(start, end) for start, end in zip(starts, ends, strict=True) if whole(text, start, end)]
        starts, ends = array("I", (start for start, _ in kept)), array("I", (end for _, end in kept))
    return Hits(index.plain, starts, ends)


def _apart(hay: Haystack, starts: array[int], length: int) -> array[int]:
    """Remove hits that share an original character with the previous hit: the second "s" of "ß"."""
    shared: set[int] = set()
    for first, end in hay.wide:
        index = bisect_left(starts, first + 1)
        while index < len(starts) and starts[index] < end:
            if index and starts[index - 1] + length > first:
                shared.add(index)
            index += 1
    return array("I", (at for index, at in enumerate(starts) if index not in shared)) if shared else starts


def _whole_words(hay: Haystack, needle: str, starts: array[int]) -> array[int]:
    """Remove hits that are parts of longer words. Neighbouring ASCII letters decide most cases quickly."""
    length, overlapping = len(needle), _overlaps(needle)
    kept = array("I")
    for offset, text in hay.portions:
        final, done = len(text) - length, 0
        originals = hay.joined.texts[hay.row(offset) : hay.row(offset + len(text)) + 1]
        signs = any(not text.isascii() and re.search(_SYMBOLS, text) for text in originals)
        plain = frozenset[str]() if signs else _LETTERS
        low = bisect_left(starts, offset)
        apart = (start - offset for start in starts[low : bisect_left(starts, offset + len(text), low)])
        for at in _overlapping(text, needle) if overlapping else apart:
            end = at + length
            if at < done or (at and text[at - 1] in plain and text[at] in plain):
                continue
            if at < final and text[end] in plain and text[end - 1] in plain:
                continue
            if hay.whole(offset + at, offset + end):
                kept.append(offset + at)
                done = end
    return kept


def _overlaps(needle: str) -> bool:
    """Whether a needle can overlap itself, so that a hit inside a word may hide a whole word: "an an"."""
    return any(needle.endswith(needle[:size]) for size in range(1, len(needle)))


def _overlapping(text: str, needle: str) -> Iterator[int]:
    """Every position of `needle`, including overlapping ones."""
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)
