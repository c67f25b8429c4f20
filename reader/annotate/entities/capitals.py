"""Tell how far a text's capitals can be trusted: by its smallest words.

Owns three answers only: English, German (every noun has a capital) and neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from reader.annotate.entities.name_run import Text
from reader.annotate.lexicon.word_set import word_set

ENOUGH = 20
"""Words below which a text is taken for English unless another language is plain."""
_SHARE = 0.06
_ENGLISH = word_set("the of and to that for with said on it was as by from")
_GERMAN = word_set("der die und das ist nicht ein eine den von mit dem im zu auf für sich")
_ABROAD = word_set(
    """
    le la les des du et est une un dans que pour qui el los las del una por con di il che per della em
    um uma het een van
    """
)
"""Small words of French, Spanish, Italian, Portuguese and Dutch that are none of English."""


class Language(Enum):
    """What a capital means in the text."""

    ENGLISH = auto()
    GERMAN = auto()
    OTHER = auto()


def language(texts: Iterable[Text]) -> Language:
    """The language of the small words in `texts`. Linear."""
    words = english = german = abroad = 0
    for text in texts:
        for token in text.tokens:
            if token.text.islower():
                words += 1
                english += token.text in _ENGLISH
                german += token.text in _GERMAN
                abroad += token.text in _ABROAD or not token.text.isascii()
    if words < ENOUGH and english >= max(german, abroad):
        return Language.ENGLISH
    if words >= ENOUGH and english >= max(german, _SHARE * words):
        return Language.ENGLISH
    if words < ENOUGH and abroad > german:
        return Language.OTHER
    return Language.GERMAN if german >= _SHARE * words else Language.OTHER
