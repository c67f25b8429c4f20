"""Titles of works that the text sets in italics: books, films, papers, ships.

Owns when slanted words are a title: they are written like one, and are not the whole paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from reader.annotate.entities.name_run import Run, Text, run_of
from reader.annotate.lexicon import words as w
from reader.annotate.lexicon.lists import is_common
from reader.annotate.markup import Ranges
from reader.annotate.tokens import Token

LONGEST = 14
"""Words in the longest title: more is a sentence that somebody stresses."""
_SMALL = w.FUNCTION | w.PARTICLES
_INSIDE = frozenset(",:;&'’-–—!?")


def works(number: int, text: Text, ranges: Ranges) -> Iterator[Run]:
    """The titles in the slanted `ranges` of a paragraph, none over another."""
    tokens = text.tokens
    done = 0
    for start, end in ranges:
        if start < done:
            continue  # slanted within a title
        first = bisect_left(tokens, start, key=attrgetter("start"))
        last = bisect_right(tokens, end, key=attrgetter("end"))
        while first < last and not tokens[last - 1].text[0].isalnum():
            last -= 1
        while first < last and not tokens[first].text[0].isalnum():
            first += 1
        if not 0 < last - first <= LONGEST or 2 * (last - first) > len(tokens):
            continue
        if _is_title(tokens[first:last], first in text.starts):
            done = end
            yield run_of(number, text, first, last, "")


def _is_title(title: Sequence[Token], fresh: bool) -> bool:
    """Whether all words but the small ones have a capital. One word may be loud, or begin a sentence."""
    words = [token.text for token in title if token.text[0].isalnum()]
    if any(token.text not in _INSIDE for token in title if not token.text[0].isalnum()):
        return False
    if not words[0][0].isupper() and not words[0][0].isdigit():
        return False
    if len(words) == 1:
        return words[0].isalpha() and not words[0].isupper() and not (fresh and is_common(words[0].lower()))
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
