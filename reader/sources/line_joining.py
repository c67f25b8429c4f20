"""Join the lines of a wrapped paragraph.

Owns the list of scripts that are written without blanks between words. In them, a line end is removed.
"""

from __future__ import annotations

import re
from functools import cache

# Punctuation that carries its own space and takes no blank beside it: 。，「」（）！ and the like.
_PUNCTUATION = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
# Han, kana and bopomofo; Thai, Lao, Myanmar, Khmer. Korean is written with blanks.
_UNSPACED = (
    f"{_PUNCTUATION}\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u30ff\u3105-\u312f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f"
    "\U00020000-\U0003ffff\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff"
)


def join_lines(text: str) -> str:
    """`text` with each newline replaced by a blank, or removed in scripts written without blanks. Linear."""
    return join_unspaced(text).replace("\n", " ")


def join_unspaced(text: str) -> str:
    """`text` without the newlines inside scripts written without blanks. Linear."""
    return text if text.isascii() or "\n" not in text else _unspaced_newline().sub("", text)


@cache
def _unspaced_newline() -> re.Pattern[str]:
    # The pattern begins with the newline, so that `re` can scan for it quickly.
    between = f"(?<=[{_UNSPACED}]\n)(?=[{_UNSPACED}])"
    return re.compile(f"\n(?:{between}|(?<=[{_PUNCTUATION}]\n)|(?=[{_PUNCTUATION}]))")
