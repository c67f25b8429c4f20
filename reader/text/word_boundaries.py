"""Word boundaries, for finding whole words and whole names.

Owns the rules beyond `\\w`. A possessive is not part of a name. "don" is not a word of "don't", and "200" is
not a word of "1,200". Chinese, Japanese and Thai have no blanks between words. A Korean particle follows its
name without a blank. The superscript number of a footnote is not part of the word before it.
"""

from __future__ import annotations

import unicodedata
from enum import Enum, auto
from functools import lru_cache

from reader.text.fold import SINGLE_QUOTES
from reader.text.patterns import compiled

_ENDINGS = r"(?i:s|t|d|m|ll|re|ve)(?!\w)"
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""The scripts that are written without blanks between words, for a character class of a pattern."""

_UNSPACED = f"[{UNSPACED}]"
_KATAKANA = "[\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f]"
_HANGUL = "[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"


class _Kind(Enum):
    """How a character takes part in words."""

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
    if char < "\u0e00":  # before the scripts below
        return _Kind.LETTER
    for pattern, kind in ((_UNSPACED, _Kind.UNSPACED), (_KATAKANA, _Kind.KATAKANA), (_HANGUL, _Kind.HANGUL)):
        if compiled(pattern).match(char):
            return kind
    return _Kind.LETTER


def starts_word(text: str, at: int) -> bool:
    """Whether the character at `at` does not continue a word that began before it."""
    if not 0 < at < len(text):
        return True
    before, first = text[at - 1], text[at]
    kind, own = _kind(before), _kind(first)
    if kind is not _Kind.NONE:
        return own is not kind or own is _Kind.UNSPACED
    if at < 2 or _kind(text[at - 2]) is not _Kind.LETTER:
        return True
    if before in SINGLE_QUOTES:
        return compiled(_ENDINGS).match(text, at) is None
    return not (before in ".," and first.isdecimal() and text[at - 2].isdecimal())


def ends_word(text: str, at: int) -> bool:
    """Whether the character at `at` does not continue the word before it."""
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
    """Whether no longer word contains the first or the last character of `text[start:end]`."""
    return starts_word(text, start) and ends_word(text, end)
