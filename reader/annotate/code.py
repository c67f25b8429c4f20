"""What of a text is code: it holds no names and nothing that anybody said.

Owns the form of it in prose: between backticks, and by its signs where it stands between quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TICKED = re.compile(r"(?<![\w`])(`{1,3})(?=[^\s`])([^`\n]{1,400}?)(?<=[^\s`])\1(?![\w`])")
_SIGNS = re.compile(
    r"[{}\\|]|[\w)\]]\s?=\s?[\w\"'(]|</?\w+[ >/]|\w\(\)|\w\(\w+[,)]\s?\w*=?|(?:^|\s)--\w|\w_\w{1,80}\W|;\s*$"
)


def _ticked(text: str) -> list[tuple[int, int]]:
    """The ranges between backticks, in order. A quote set `so' is none. Linear."""
    if "`" not in text:
        return []
    return [match.span() for match in _TICKED.finditer(text)]


def without_code(text: str, ranges: Iterable[tuple[int, int]] = ()) -> str:
    """The text with blanks for the `ranges` of code and for what backticks mark, so that places stay."""
    parts: list[str] = []
    done = 0
    for start, end in sorted((*ranges, *_ticked(text))):
        if start >= done:
            parts += (text[done:start], " " * (end - start))
            done = end
    return "".join((*parts, text[done:])) if done else text


def looks_so(words: str) -> bool:
    """Whether words between marks have signs that only code has: `theme = dark`, `--all`, `open(path)`."""
    return _SIGNS.search(words) is not None
