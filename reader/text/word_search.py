"""Words wherever they stand in a text: which texts hold them all, and where they stand together.

Owns what the command palette finds and shows of a paragraph. Words and texts are folded (see `fold`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from reader.text.cells import width
from reader.text.excerpt import crop, flat
from reader.text.haystack import SEPARATOR, Haystack
from reader.text.snippet import snippet

BEGINS_TEXT, BEGINS_WORD, INSIDE = 1.0, 0.8, 0.4
TOGETHER = 0.5
"""What words count that stand apart in the text, as against the same words one behind the other."""

LOOKED_AT = 200
"""Places of one word that are looked at for the narrowest range."""


def fit(text: str, words: Sequence[str]) -> float:
    """How well words fit a text, from 0 (one of them is not there) to 1. Linear, in C."""
    total = 0.0
    for word in words:
        at = text.find(word)
        if at < 0:
            return 0.0
        if at == 0:
            total += BEGINS_TEXT
        else:
            total += BEGINS_WORD if f" {word}" in text else INSIDE
    if not words:
        return 0.0
    together = len(words) == 1 or " ".join(words) in text
    return total / len(words) * (1 if together else TOGETHER)


class Held(NamedTuple):
    """A block that holds words: how well they fit, its index, and its folded text."""

    fit: float
    block: int
    text: str


def holding(hay: Haystack, words: Sequence[str]) -> Iterator[list[Held]]:
    """The blocks that hold all the words, in their order; a list for each portion of the text.

    Nothing is folded, and no more of the text is copied at a time than a portion: 6 ms in all for a book
    of 3 MB, twice that for a letter that is everywhere.
    """
    for offset, portion in hay.portions:
        found: list[Held] = []
        if words and all(word in portion for word in words):
            texts = enumerate(portion.split(SEPARATOR), hay.block(offset))
            found = [Held(score, block, text) for block, text in texts if (score := fit(text, words))]
        yield found


def places(text: str, word: str) -> list[int]:
    """Where a word stands: where it begins words, else anywhere."""
    found = list(islice(_all(text, word), LOOKED_AT))
    return [at for at in found if not at or not text[at - 1].isalnum()] or found


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0 and word:
        yield at
        at = text.find(word, at + 1)


def together(text: str, words: Sequence[str]) -> tuple[int, int]:
    """The narrowest range that holds every one of the words that is in the text; empty for none of them."""
    found = sorted((at, number) for number, word in enumerate(words) for at in places(text, word))
    there = len({number for _, number in found})
    last: dict[int, int] = {}
    best = (0, 0)
    for at, number in found:
        last[number] = at
        if len(last) == there:
            start = min(last.values())
            end = max(at + len(words[number]) for number, at in last.items())
            if not best[1] or end - start < best[1] - best[0]:
                best = start, end
    return best


def passage(text: str, start: int, end: int, room: int) -> str:
    """One line of `text` in `room` cells that shows `text[start:end]`: its beginning, where that does."""
    head = crop(flat(text, room), room)
    if end < len(head) or width(text) <= room:
        return head
    return "".join(snippet(text, start, end, room))
