"""Titles of works that the source sets in italics: books, films, papers, ships.

Owns the rule for when words in italics are a title: they are capitalized like a title and are not most of the
paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from reader.annotate.entities.candidate import Candidate, TokenizedText, make_candidate
from reader.annotate.lexicon.word_classes import FUNCTION_WORDS, NAME_PARTICLES
from reader.annotate.lexicon.word_lists import is_dictionary_word
from reader.annotate.markup import Ranges
from reader.annotate.tokens import Token

MAX_WORDS = 14
"""Longest title in tokens: more is an emphasized sentence."""
_LOWERCASE_WORDS = FUNCTION_WORDS | NAME_PARTICLES
_PUNCTUATION_INSIDE = frozenset(",:;&'’-–—!?")


def italic_titles(number: int, text: TokenizedText, ranges: Ranges) -> Iterator[Candidate]:
    """The titles in the `ranges` of italics of a paragraph, without overlap."""
    tokens = text.tokens
    done = 0
    for start, end in ranges:
        if start < done:
            continue  # italics inside a title
        first = bisect_left(tokens, start, key=attrgetter("start"))
        last = bisect_right(tokens, end, key=attrgetter("end"))
        while first < last and not tokens[last - 1].text[0].isalnum():
            last -= 1
        while first < last and not tokens[first].text[0].isalnum():
            first += 1
        if not 0 < last - first <= MAX_WORDS or 2 * (last - first) > len(tokens):
            continue
        if _is_title(tokens[first:last], first in text.starts):
            done = end
            yield make_candidate(number, text, first, last, "")


def _is_title(title: Sequence[Token], sentence_initial: bool) -> bool:
    """Whether the words are capitalized like a title.

    A single word must not be in capitals or begin a sentence.
    """
    words = [token.text for token in title if token.text[0].isalnum()]
    if any(token.text not in _PUNCTUATION_INSIDE for token in title if not token.text[0].isalnum()):
        return False
    if not words[0][0].isupper() and not words[0][0].isdigit():
        return False
    if len(words) == 1:
        return (
            words[0].isalpha()
            and not words[0].isupper()
            and not (sentence_initial and is_dictionary_word(words[0].lower()))
        )
    return all(word[0].isupper() or word[0].isdigit() or word in _LOWERCASE_WORDS for word in words)
