"""Recognize program code in prose. Code has no names and no quotes.

Owns the forms: text between backticks, and quoted words with characters that only code has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BACKTICKS = re.compile(r"(?<![\w`])(`{1,3})(?=[^\s`])([^`\n]{1,400}?)(?<=[^\s`])\1(?![\w`])")
_CODE_CHARACTERS = re.compile(
    r"[{}\\|]|[\w)\]]\s?=\s?[\w\"'(]|</?\w+[ >/]|\w\(\)|\w\(\w+[,)]\s?\w*=?|(?:^|\s)--\w|\w_\w{1,80}\W|;\s*$"
)


def _backtick_spans(text: str) -> list[tuple[int, int]]:
    """The ranges between backticks, in order. `An old-style quote' is not one. Linear."""
    if "`" not in text:
        return []
    return [match.span() for match in _BACKTICKS.finditer(text)]


def blank_code(text: str, ranges: Iterable[tuple[int, int]] = ()) -> str:
    """The text with blanks in place of the `ranges` of code and of text between backticks."""
    parts: list[str] = []
    done = 0
    for start, end in sorted((*ranges, *_backtick_spans(text))):
        if start >= done:
            parts += (text[done:start], " " * (end - start))
            done = end
    return "".join((*parts, text[done:])) if done else text


def looks_like_code(words: str) -> bool:
    """Whether words between quotation marks are code: `theme = dark`, `--all`, `open(path)`."""
    return _CODE_CHARACTERS.search(words) is not None
