"""Lines that belong together become one: what stood between them, a blank or nothing.

Owns which scripts are written without blanks between words, where a line end means nothing at all.
"""

from __future__ import annotations

import re
from functools import cache

# Signs that carry their own space and take no blank beside them: 。，「」（）！ and the like.
_SIGNS = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
# Han, kana and bopomofo; Thai, Lao, Myanmar, Khmer. Korean is written with blanks.
_TIGHT = (
    f"{_SIGNS}\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\U00020000-\U0003ffff"
    "\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff"
)


def join_breaks(text: str) -> str:
    """`text` with every newline gone: a blank in its place, or nothing in scripts without blanks. Linear."""
    if "\n" not in text:
        return text
    if not text.isascii():
        text = _seam().sub("", text)
    return text.replace("\n", " ")


@cache
def _seam() -> re.Pattern[str]:
    # It begins with the newline, for which `re` can look quickly.
    tight = f"(?<=[{_TIGHT}]\n)(?=[{_TIGHT}])"
    return re.compile(f"\n(?:{tight}|(?<=[{_SIGNS}]\n)|(?=[{_SIGNS}]))")
