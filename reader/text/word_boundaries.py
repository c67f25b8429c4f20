"""Where words begin and end, for finding whole words and whole names.

Owns the rules a reader expects beyond `\\w`: a possessive does not make a name longer, "don" is no
word of "don't", "200" none of "1,200"; Chinese, Japanese and Thai set no blanks between words; a
Korean particle follows its name directly; a footnote's raised figure is not part of the word.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache

from reader.text.fold import SINGLE_QUOTES

_ENDINGS = re.compile(r"(?:s|t|d|m|ll|re|ve)(?!\w)", re.IGNORECASE)
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_KATAKANA = re.compile("[\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")


class _Kind(Enum):
    """What a character is to a word."""

    NONE = auto()
    LETTER = auto()
    UNSPACED = auto()
    KATAKANA = auto()
    HANGUL = auto()


@lru_cache(maxsize=16384)
def _kind(char: str) -> _Kind:
    if char.isascii():
        return _Kind.LETTER if char.isalnum() or char == "_" else _Kind.NONE
    if char in "“”‘’":
        return _Kind.NONE
    category = unicodedata.category(char)
    if not (category[0] in "LM" or category in ("Nd", "Nl") or char == "_"):
        return _Kind.NONE
    for pattern, kind in ((_UNSPACED, _Kind.UNSPACED), (_KATAKANA, _Kind.KATAKANA), (_HANGUL, _Kind.HANGUL)):
        if pattern.match(char):
            return kind
    return _Kind.LETTER


def starts_word(text: str, at: int) -> bool:
    """Whether no word runs on from before `at` into the character there."""
    if not 0 < at < len(text):
        return True
    before, first = text[at - 1], text[at]
    kind, own = _kind(before), _kind(first)
    if kind is not _Kind.NONE:
        return own is not kind or own is _Kind.UNSPACED
    if at < 2 or _kind(text[at - 2]) is not _Kind.LETTER:
        return True
    if before in SINGLE_QUOTES:
        return _ENDINGS.match(text, at) is None
    return not (before in ".," and first.isdecimal() and text[at - 2].isdecimal())


def ends_word(text: str, at: int) -> bool:
    """Whether the word that ends before `at` does not run on there."""
    if not 0 < at < len(text):
        return True
    last, after = text[at - 1], text[at]
    own, kind = _kind(last), _kind(after)
    if kind is _Kind.NONE:
        following = text[at + 1 : at + 2]
        if after in SINGLE_QUOTES and last in "nN":
            return not (following in ("t", "T") and _kind(text[at + 2 : at + 3] or " ") is _Kind.NONE)
        return not (after in ".," and last.isdecimal() and following.isdecimal())
    if own is kind:
        return own in (_Kind.UNSPACED, _Kind.HANGUL)
    return not (last == "." and kind is _Kind.LETTER)


def whole(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is not a part of a longer word at either side."""
    return starts_word(text, start) and ends_word(text, end)
