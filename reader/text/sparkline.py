"""Sparklines: a strip of a few cells that shows where in an article something is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from reader.model import Block, Span

FULL = 4
"""Mentions that fill a cell if no cell has more, so that a single mention is a low bar."""


def starts(blocks: Iterable[Block]) -> list[int]:
    """The offset of each block in the whole article in code points, and last the length of the article.

    Linear in the number of blocks.
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
    """One character of `levels` for each count.

    The first level is only for a count of 0. The last level is for the largest count, or for `FULL` if no
    count is larger.
    """
    top = max(FULL, *counts) if counts else FULL
    steps = len(levels) - 1
    return "".join(levels[-(-count * steps // top)] for count in counts)
