"""Where the sentences of a paragraph begin and end.

Owns a simple rule, good enough for copying: a sentence ends at `. ! ? …` with the quotes and brackets
that close after it, before a blank; at `。！？` at once. It does not end before a small letter, after
a title, an initial or a dotted abbreviation (Mr. Dr. J. U.S. e.g.), nor between "No." and its number.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”’）]*\s*")
_OPENING = " \n\t\u00a0\"'“‘«„([—–-"
_TITLE = re.compile(
    "adm|al|approx|apr|aug|ca|capt|cf|cmdr|col|cpt|dec|dr|eds?|eg|feb|figs?|gen|gov|hon|ie|insp|jan|jul|jun|lt|mar"
    "|messrs|mlle|mme|mrs?|ms|mx|nov|oct|pres|prof|rep|rev|sen|sept?|sgt|st|supt|viz|vol|vs",
    re.IGNORECASE,
)
_BEFORE_NUMBERS = frozenset(("no", "nos", "nr", "p", "pp", "art", "sec", "ch", "para", "op"))


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as half-open ranges, the blanks between them left out. Linear."""
    ends = [match.end() for match in _END.finditer(text) if _ends(text, match)]
    starts = [0, *ends]
    out = []
    for start, end in zip(starts, [*ends, len(text)], strict=True):
        words = text[start:end]
        left = start + len(words) - len(words.lstrip())
        right = start + len(words.rstrip())
        if left < right:
            out.append((left, right))
    return out


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds `offset`; the one before it for a blank between two. (0, 0) without any."""
    found = sentences(text)
    if not found:
        return (0, 0)
    return found[max(0, bisect_right(found, (offset, len(text))) - 1)]


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether the signs that `match` found end a sentence."""
    sign = text[match.start()]
    if sign in "。！？":
        return True
    after = text[match.end() : match.end() + 40].lstrip(_OPENING)
    if after[:1].islower():
        return False
    if sign != "." or match.end() - match.start() > 1:
        return True
    before = text[max(0, match.start() - 20) : match.start()]
    word = re.split(r"[\s\u00a0(\[“‘\"'«„—–/-]", before)[-1]
    if _TITLE.fullmatch(word) or (len(word) == 1 and word.isupper()):
        return False
    if word.lower() in _BEFORE_NUMBERS and after[:1].isdecimal():
        return False
    if word.isdecimal() and match.start() == len(word):  # the number of a list, at the very beginning
        return False
    return not ("." in word and all(len(letter) == 1 and letter.isalpha() for letter in word.split(".")))
