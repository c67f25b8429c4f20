"""Folding: maps texts that a reader considers equal to the same string.

Owns which differences are removed. Always removed: kinds of quotation mark, apostrophe, dash and blank (a run
of blanks or dashes becomes one), compatibility and width forms, composed and decomposed characters, soft
hyphens and other invisible characters. Removed unless the caller keeps them: case and accents.
Also owns the mapping back, from a range of the folded text to the whole characters it stands for.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from reader.text.patterns import compiled

SINGLE_QUOTES = "'‘’‚‛‹›′ʹʻʼʽ´׳＇"
DOUBLE_QUOTES = '"“”„‟«»″״〝〞〟＂'
_DASHES = "-‐‑‒–—―⁃−﹘﹣－"
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_JOINER = "\u200d"

_FIXED = (
    dict.fromkeys(SINGLE_QUOTES, "'")
    | dict.fromkeys(DOUBLE_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_UNSEEN, "")
    | {"İ": "I", "ı": "i", "ſ": "s", "ß": "ss", "ẞ": "SS", "⁄": "/", "·": "·"}
)
# Frequent characters that never combine with the character before them.
_APART = frozenset(f"{SINGLE_QUOTES}{DOUBLE_QUOTES}{_DASHES}\xa0·…")
# Letters that Unicode does not decompose, but that are often typed as plain letters.
_PLAIN = dict(zip("øØłŁđĐħĦŧŦðÐ", "oOlLdDhHtTdD", strict=True)) | {
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th",
}  # fmt: skip
# Separate letters in Russian, although Unicode decomposes them.
_WHOLE = frozenset("йЙ")

# Matches the characters that must be looked up. The others fold to themselves, and whole books consist of
# them: looking them up would cost more than the rest of the work. Kana and Hangul syllables stay composed.
# Compiling this pattern takes 4 ms, so in a text in Latin letters all non-ASCII characters are looked up.
_ODD = r"[^\x00-\x7fА-Яа-я\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30fe\u3400-\u9fff\uac00-\ud7a3]"
_NOT_ASCII = r"[^\x00-\x7f]"
_SAMPLE = 2000  # characters
_LEADS, _VOWELS = "\u1100-\u115f\ua960-\ua97c", "\u1160-\u11a7\ud7b0-\ud7c6"
_TAILS = "\u11a8-\u11ff\ud7cb-\ud7fb"
_JAMO = f"[{_LEADS}{_VOWELS}{_TAILS}]"
_SYLLABLE = f"(?:[{_LEADS}][{_VOWELS}][{_TAILS}]?|[\uac00-\ud7a3][{_TAILS}]|{_JAMO})"
_PICTOGRAPH = "\u203c-\u3299\U0001f000-\U0001faff"
_TONES = "\U0001f3fb-\U0001f3ff"
_VOICING = "\uff9e\uff9f"
# Combining marks that are accents. The marks of Indic scripts, Thai and kana change the word: they stay.
_ACCENTS = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    f"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f{_TONES}]"
)
_SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f]"


class Stretches:
    """The stretches of a text whose length changed by folding.

    `edges` and `origins` hold two entries for each stretch: its start and end in the folded text, and its
    start and end in the original. Between stretches each character became exactly one character.
    """

    __slots__ = ("edges", "origins")

    def __init__(self, edges: array[int] | None = None, origins: array[int] | None = None) -> None:
        self.edges = array("I") if edges is None else edges
        self.origins = array("I") if origins is None else origins

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that `start` to `end` stands for, in whole characters.

        A range that begins or ends inside a stretch is widened to the whole stretch: "e" to "e" with its
        combining accent, "f" to its ligature. Logarithmic in the number of stretches.
        """
        edges, origins = self.edges, self.origins
        if not edges:
            return start, end
        # An odd number of edges before the position: it is inside a stretch. An even number: it is outside.
        k = bisect_right(edges, start)
        first = start if k == 0 else origins[k - 1] + (0 if k % 2 else start - edges[k - 1])
        if end <= start:
            return first, first
        k = bisect_right(edges, end - 1)
        if k % 2:
            return first, origins[k]
        return first, end if k == 0 else origins[k - 1] + end - edges[k - 1]

    def cuts(self, start: int, end: int) -> bool:
        """Whether the range begins or ends inside a stretch, as "." does in the fold of "…"."""
        edges = self.edges
        return any((k := bisect_right(edges, at)) % 2 and edges[k - 1] != at for at in (start, end))

    def wide(self) -> list[tuple[int, int]]:
        """The stretches that have two characters or more in the folded text, as ranges of the folded text."""
        pairs = zip(self.edges[::2], self.edges[1::2], strict=True)
        return [(start, end) for start, end in pairs if end - start > 1]


class Folded(Stretches):
    """A folded text and the mapping back to the original."""

    __slots__ = ("text",)

    def __init__(self, text: str, edges: array[int] | None = None, origins: array[int] | None = None) -> None:
        super().__init__(edges, origins)
        self.text = text


def fold(text: str, *, case: bool = False, accents: bool = False) -> Folded:
    """Fold `text`. `case` and `accents` say whether these differences are kept.

    Linear in len(text): one pass in C where characters map one to one, and about a microsecond
    for each character or run that changes its length.
    """
    if "İ" in text:  # the only character whose `lower` is two code points
        text = text.replace("İ", "I")
    if not case:
        text = text.lower()
    for blank in "\n\t\r\v\f":
        text = text.replace(blank, " ")
    unequal: list[str] = []
    if not text.isascii():
        text, unequal = _fold_single(text, case, accents)
    if not unequal and "  " not in text and "--" not in text:
        return Folded(text)
    return _fold_stretches(text, _stretches(unequal), case, accents)


def _fold_single(text: str, case: bool, accents: bool) -> tuple[str, list[str]]:
    """Replace the characters that fold to exactly one character. Also returns the others that change."""
    table: dict[str, str] = {}
    unequal: list[str] = []
    sample = text[:_SAMPLE]
    is_latin = len(compiled(_NOT_ASCII).findall(sample)) * 8 < len(sample)
    for char in set(compiled(_NOT_ASCII if is_latin else _ODD).findall(text)):
        folded = _fold_char(char, case, accents)
        if _extends(char) or len(folded) != 1 or _is_jamo(char):
            unequal.append(char)
        elif folded != char:
            table[char] = folded
    if len(table) > 24:
        text = text.translate({ord(char): folded for char, folded in table.items()})
    else:
        for char, folded in table.items():
            text = text.replace(char, folded)
    return text, unequal


def _stretches(unequal: Iterable[str]) -> re.Pattern[str]:
    """A pattern for every stretch whose length changes, given the characters that are not one to one."""
    extenders = "".join(c for c in unequal if _extends(c))
    unseen = "".join(c for c in unequal if c in _UNSEEN)
    others = "".join(c for c in unequal if not (_extends(c) or c in _UNSEEN or _is_jamo(c)))
    tail = f"[{re.escape(extenders)}]" if extenders else "(?!)"
    hidden = f"[{re.escape(unseen)}]*" if unseen else ""
    parts = [rf" (?:{hidden} )+", r"-{2,}"]
    if _JOINER in unseen:
        parts.append(f"[{_PICTOGRAPH}]{tail}*(?:{_JOINER}[{_PICTOGRAPH}]{tail}*)+")
    if any(map(_is_jamo, unequal)):
        parts.append(f"{_SYLLABLE}{tail}*")
    if extenders:
        parts.append(rf"[^\x00]?{tail}+")  # a mark never combines with the separator of joined texts
    if unseen or others:
        parts.append(f"[{re.escape(unseen + others)}]")
    return re.compile("|".join(parts), re.DOTALL)


def _fold_stretches(text: str, stretches: re.Pattern[str], case: bool, accents: bool) -> Folded:
    parts: list[str] = []
    edges, origins = array("I"), array("I")
    known: dict[str, str] = {}
    done = length = 0
    for match in stretches.finditer(text):
        start, end = match.span()
        old = match.group()
        new = known.get(old)
        if new is None:
            new = known[old] = _fold_stretch(old, case, accents)
        parts += (text[done:start], new)
        length += start - done
        edges.append(length)
        length += len(new)
        edges.append(length)
        origins.append(start)
        origins.append(end)
        done = end
    parts.append(text[done:])
    return Folded("".join(parts), edges, origins)


def _fold_stretch(old: str, case: bool, accents: bool) -> str:
    if old[0] in " -" and not _extends(old[-1]):
        return old[0]
    # Compose first, so that composed and decomposed input give the same result.
    return "".join(_fold_char(c, case, accents) for c in unicodedata.normalize("NFKC", old))


def _is_jamo(char: str) -> bool:
    """Whether a character is a part of a Hangul syllable."""
    return "\u1100" <= char <= "\u11ff" or "\ua960" <= char <= "\ua97c" or "\ud7b0" <= char <= "\ud7fb"


@lru_cache(maxsize=8192)
def _extends(char: str) -> bool:
    """Whether a character combines with the one before it."""
    if char in _APART:
        return False
    return unicodedata.category(char)[0] == "M" or char in _VOICING or "\U0001f3fb" <= char <= "\U0001f3ff"


@lru_cache(maxsize=32768)
def _fold_char(char: str, case: bool, accents: bool) -> str:
    """The fold of one composed character: usually one character, sometimes none or several."""
    known = _FIXED.get(char)
    if known is None and not accents:
        known = _PLAIN.get(char)
    if known is not None:
        return known if case else known.lower()
    if char.isspace():
        return " "
    if char in _WHOLE:
        return char if case else char.lower()
    if compiled(_SELECTORS).match(char):
        return ""
    apart = unicodedata.normalize("NFKD", char)
    if apart[0] == " ":  # a spacing accent is not a blank
        return char
    if not accents:
        apart = compiled(_ACCENTS).sub("", apart)
    if not case:
        apart = apart.casefold()
    folded = unicodedata.normalize("NFC", apart)
    return folded if folded == char else "".join(_FIXED.get(c, c) for c in folded)
