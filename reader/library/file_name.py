"""Make a file name from the title of an article."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

LONGEST = 60
"""The most characters of a file name without its suffix. In any script this is under 255 bytes."""

_LATIN = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t"}
)
_INSIDE_WORDS = frozenset("'’‘ʼ`´\u00ad\u200b\u200c\u200d\u2060")


def file_name(title: str) -> str:
    """The file name for an article with this title, without a suffix: `the-day-the-river-moved`.

    Latin letters become ASCII letters, other scripts stay as they are. The name has at most `LONGEST`
    characters and is cut between words where possible. It is never empty, never hidden and never a path.
    """
    kept: list[str] = []
    for sign in _folded(title[:1000].casefold().translate(_LATIN)):
        kind = unicodedata.category(sign)[0]
        if kind in "LN":
            kept.append(sign)
        elif kind == "M":
            # Accents of Latin letters are dropped. In other scripts a mark makes another letter.
            if kept and kept[-1] != "-" and not kept[-1].isascii():
                kept.append(sign)
        elif sign not in _INSIDE_WORDS and kept and kept[-1] != "-":
            kept.append("-")
    name = unicodedata.normalize("NFC", "".join(kept)).strip("-")
    if len(name) > LONGEST:
        end = name.rfind("-", LONGEST // 2, LONGEST + 1)
        name = name[: end if end > 0 else LONGEST].strip("-")
    return name or "article"


def _folded(text: str) -> Iterator[str]:
    """The characters of `text`; those that consist of ASCII characters (é, ﬁ, ², Ａ) are decomposed."""
    for sign in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFKD", sign)
        yield from parts if parts[0].isascii() else sign
