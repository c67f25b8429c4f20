"""The words a cursor steps by.

Owns what one step of `w`, `b` and `e` is: a run of letters, digits and marks; a run of signs; in
Chinese and Japanese a run of one script. An apostrophe between letters does not end a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BLANK, SIGN, LETTER, HIRAGANA, KATAKANA, HAN, MARK = range(7)
APOSTROPHES = "'’"
LONGEST = 2000
"""Code points on either side; what is longer counts as several words, so that no key waits for it."""

_INK = re.compile(r"\S")
_SCRIPTS = (
    (re.compile("[\u3041-\u309f]"), HIRAGANA),
    (re.compile("[\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f]"), KATAKANA),
    (
        re.compile(
            "[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
        ),
        HAN,
    ),
)


def token_at(text: str, at: int, inner: str = APOSTROPHES) -> tuple[int, int]:
    """The token of the code point at `at`; the signs in `inner` do not end it between letters."""
    start, end = at, at + 1
    while start > max(0, at - LONGEST) and _together(text, start, inner):
        start -= 1
    while end < min(len(text), at + LONGEST) and _together(text, end, inner):
        end += 1
    return start, end


def next_ink(text: str, start: int) -> int:
    """The first code point at or after `start` that is no blank, or -1."""
    match = _INK.search(text, start)
    return match.start() if match else -1


def last_ink(text: str, end: int) -> int:
    """The last code point before `end` that is no blank, or -1."""
    return len(text[:end].rstrip()) - 1


def kind_at(text: str, at: int) -> int:
    """What the code point at `at` is; a mark is what its base is."""
    kind = _kind(text[at])
    while kind == MARK and at > 0:
        at -= 1
        kind = _kind(text[at])
    return LETTER if kind == MARK else kind


@lru_cache(maxsize=4096)
def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if character.isspace():
        return BLANK
    if category[0] == "M" or character in "\u200c\u200d":
        return MARK
    if not (category[0] in "LN" or character == "_"):
        return KATAKANA if character == "\uff70" else SIGN
    return next((kind for pattern, kind in _SCRIPTS if pattern.match(character)), LETTER)


def _together(text: str, at: int, inner: str) -> bool:
    """Whether the code points before and at `at` belong to one token."""
    before, kind = kind_at(text, at - 1), _kind(text[at])
    if kind == MARK:
        return True
    if text[at] in inner:
        return before == LETTER and at + 1 < len(text) and _kind(text[at + 1]) == LETTER
    if text[at - 1] in inner and kind == LETTER:
        return at >= 2 and kind_at(text, at - 2) == LETTER
    return before == kind != BLANK
