"""Guess the language of a text by its function words, to know what a capital means.

Owns three answers: English, German (every noun is capitalized) and other.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from reader.annotate.entities.candidate import TokenizedText
from reader.annotate.lexicon.word_set import word_set

MIN_WORDS = 20
"""A shorter text counts as English unless another language is certain."""
_MIN_SHARE = 0.06
_ENGLISH = word_set("the of and to that for with said on it was as by from")
_GERMAN = word_set("der die und das ist nicht ein eine den von mit dem im zu auf für sich")
_OTHER_LANGUAGES = word_set(
    """le la les des du et est une un dans que pour qui el los las del una por con di il che per della em um
    uma het een van"""
)
"""Function words of French, Spanish, Italian, Portuguese and Dutch that are not English words."""


class Language(Enum):
    """What a capital means in the text."""

    ENGLISH = auto()
    GERMAN = auto()
    OTHER = auto()


def guess_language(texts: Iterable[TokenizedText]) -> Language:
    """The language of the function words in `texts`. Linear."""
    words = english = german = other = 0
    for text in texts:
        for token in text.tokens:
            if token.text.islower():
                words += 1
                english += token.text in _ENGLISH
                german += token.text in _GERMAN
                other += token.text in _OTHER_LANGUAGES or not token.text.isascii()
    if words < MIN_WORDS and english >= max(german, other):
        return Language.ENGLISH
    if words >= MIN_WORDS and english >= max(german, _MIN_SHARE * words):
        return Language.ENGLISH
    if words < MIN_WORDS and other > german:
        return Language.OTHER
    return Language.GERMAN if german >= _MIN_SHARE * words else Language.OTHER
