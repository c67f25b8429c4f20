"""Search for several words in any order: the blocks that contain all of them, and the best passage.

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
"""The factor for words that are apart in the text instead of one after the other."""

LOOKED_AT = 200
"""The most places of one word that are considered for the narrowest range."""


def fit(text: str, words: Sequence[str]) -> float:
    """How well words match a text, from 0 (one of them is missing) to 1. Linear, in C."""
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
    """A block that contains the words: how well they match, its index, and its folded text."""

    fit: float
    block: int
    text: str


def holding(hay: Haystack, words: Sequence[str]) -> Iterator[list[Held]]:
    """The blocks that contain all the words, in order. Yields one list for each portion of the text.

    Copies one portion at a time: 6 ms in all for a book of 3 MB, 12 ms for a very frequent letter.
    """
    for offset, portion in hay.portions:
        found: list[Held] = []
        if words and all(word in portion for word in words):
            texts = enumerate(portion.split(SEPARATOR), hay.block(offset))
            found = [Held(score, block, text) for block, text in texts if (score := fit(text, words))]
        yield found


def places(text: str, word: str) -> list[int]:
    """The places where `word` begins a word, or all places where it occurs if it begins no word."""
    found = list(islice(_all(text, word), LOOKED_AT))
    return [at for at in found if not at or not text[at - 1].isalnum()] or found


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0 and word:
        yield at
        at = text.find(word, at + 1)


def together(text: str, words: Sequence[str]) -> tuple[int, int]:
    """The narrowest range with every word that occurs in the text; empty if no word occurs."""
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
    """One line of `room` cells that shows `text[start:end]`: the beginning of `text` if that is enough."""
    head = crop(flat(text, room), room)
    if end < len(head) or width(text) <= room:
        return head
    return "".join(snippet(text, start, end, room))
