"""Titles of works that the text sets in italics: books, films, papers, ships.

Owns when slanted words are a title: they are written like one, and are not the whole paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.annotate import words as w
from reader.annotate.lists import is_common
from reader.annotate.markup import Ranges
from reader.annotate.runs import Run, Text, run_of
from reader.annotate.tokens import Token

LONGEST = 14
"""Words in the longest title: more is a sentence that somebody stresses."""
_SMALL = w.FUNCTION | w.PARTICLES
_INSIDE = frozenset(",:;&'’-–—!?")


def works(number: int, text: Text, ranges: Ranges) -> Iterator[Run]:
    """The titles in the slanted `ranges` of a paragraph."""
    tokens = text.tokens
    for start, end in ranges:
        inside = [index for index, token in enumerate(tokens) if start <= token.start and token.end <= end]
        while inside and not tokens[inside[-1]].text[0].isalnum():
            inside.pop()
        while inside and not tokens[inside[0]].text[0].isalnum():
            inside.pop(0)
        if not inside or len(inside) > LONGEST or 2 * len(inside) > len(tokens):
            continue
        fresh = inside[0] in text.starts
        if _is_title([tokens[index] for index in inside], fresh):
            yield run_of(number, text, inside[0], inside[-1] + 1, "")


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


def with_works(found: Iterable[Run], titles: Sequence[Run]) -> Iterator[Run]:
    """The runs of a paragraph with the titles in place of what lies inside them, in order."""
    free = [run for run in found if not any(run.start < one.end and one.start < run.end for one in titles)]
    yield from sorted((*free, *titles), key=lambda run: run.start)
