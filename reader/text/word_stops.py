"""The tokens by which the cursor moves with `w`, `b` and `e`.

Owns what a token is: a run of letters, digits and combining marks, a run of punctuation, or in Chinese and
Japanese a run of one script. An apostrophe between letters does not end a token.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BLANK, PUNCTUATION, LETTER, HIRAGANA, KATAKANA, HAN, MARK = range(7)
APOSTROPHES = "'’"
LONGEST = 2000
"""Code points on each side. A longer token counts as several, so that no key press takes long."""

_JOINER = "\u200d"
_MARKS = f"\u200c{_JOINER}\u0e33\u0eb3"  # treated like the combining marks of Unicode
_VISIBLE = re.compile(r"\S")
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
    """The token that contains the code point at `at`. Characters of `inner` between letters do not end it."""
    start, end = at, at + 1
    while start > max(0, at - LONGEST) and _together(text, start, inner):
        start -= 1
    while end < min(len(text), at + LONGEST) and _together(text, end, inner):
        end += 1
    return start, end


def next_visible(text: str, start: int) -> int:
    """The first visible code point at or after `start`, or -1."""
    match = _VISIBLE.search(text, start)
    if match is None:
        return -1
    found = match.start()
    carried = found > start and _kind(text[found]) == MARK and text[found - 1] != "\n"
    return found - 1 if carried else found


def last_visible(text: str, end: int) -> int:
    """The last visible code point before `end`, or -1."""
    return len(text[:end].rstrip()) - 1


def kind_at(text: str, at: int) -> int:
    """The kind of the code point at `at`. A mark has the kind of its base; a marked blank is punctuation."""
    base = at
    while base >= 0 and text[base] != "\n" and _kind(text[base]) == MARK:
        base -= 1
    if base < 0 or (text[base] == "\n" and base < at):
        return MARK  # at the beginning of a line a mark belongs to the character after it
    kind = _kind(text[base])
    carries = base < at or (text[at] != "\n" and at + 1 < len(text) and _kind(text[at + 1]) == MARK)
    return PUNCTUATION if kind == BLANK and carries else kind


@lru_cache(maxsize=4096)
def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if character.isspace():
        return BLANK
    if category[0] == "M" or character in _MARKS:
        return MARK
    if not (category[0] in "LN" or character == "_"):
        return PUNCTUATION
    return next((kind for pattern, kind in _SCRIPTS if pattern.match(character)), LETTER)


def _together(text: str, at: int, inner: str) -> bool:
    """Whether the code points before and at `at` belong to one token."""
    if "\n" in (text[at - 1], text[at]):
        return False
    if _kind(text[at]) == MARK or text[at - 1] == _JOINER:
        return True
    before, kind = kind_at(text, at - 1), kind_at(text, at)
    if before == MARK:
        return True
    if text[at] in inner:
        return before == LETTER and at + 1 < len(text) and _kind(text[at + 1]) == LETTER
    if text[at - 1] in inner and kind == LETTER:
        return at >= 2 and kind_at(text, at - 2) == LETTER
    return before == kind != BLANK
