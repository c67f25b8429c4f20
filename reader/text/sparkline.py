"""Where in an article something is mentioned, as a strip of a few cells.

Pure: counts in, characters out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from reader.model import Block, Span

FULL = 4
"""Mentions that fill a cell when no cell holds more, so that one mention is a low bar."""


def starts(blocks: Iterable[Block]) -> list[int]:
    """The code point at which each block begins in the whole article, and after the last its length.

    Linear in the number of blocks; computed once for an article.
    """
    return list(accumulate((len(block.text) + 1 for block in blocks), initial=0))


def buckets(mentions: Iterable[Span], at: Sequence[int], cells: int) -> list[int]:
    """How many mentions begin in each of `cells` equal parts of the article; `at` is from `starts`."""
    counts = [0] * max(0, cells)
    length = at[-1] if at else 0
    if not counts or length <= 0:
        return counts
    for span in mentions:
        counts[min(cells - 1, (at[span.block] + span.start) * cells // length)] += 1
    return counts


def sparkline(counts: Sequence[int], levels: str) -> str:
    """One of `levels` per count, from nothing to full; any mention at all is seen.

    The first level is for no mention, the last for a full cell: that of the largest count, or of `FULL`
    where none is larger.
    """
    top = max(FULL, *counts) if counts else FULL
    steps = len(levels) - 1
    return "".join(levels[-(-count * steps // top)] for count in counts)
