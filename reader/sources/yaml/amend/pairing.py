"""Match the items of a file with the items of the document after some were changed, removed or added.

Both lists have the same order, so pairs do not cross. The pairing with the highest similarity is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_PAIRS = 40_000
"""The maximum number of pairs that are compared. In longer stretches the items are paired in order."""


class ItemKey(NamedTuple):
    """The key for pairing an item: `whole` for unchanged items, `names` for changed items.

    The first name counts most. `extras` are its `x-` keys. If two items were merged, the keys of the second
    come last.
    """

    whole: object
    names: tuple[str, ...]
    extras: tuple[str, ...] = ()


def pairing(have: Sequence[ItemKey], want: Sequence[ItemKey]) -> list[int | None]:
    """For each item of `want`, the index of its pair in `have`, in increasing order; None for a new item."""
    out: list[int | None] = [None] * len(want)
    first = 0
    while first < min(len(have), len(want)) and have[first].whole == want[first].whole:
        out[first] = first
        first += 1
    last, last_wanted = len(have), len(want)
    while last > first and last_wanted > first and have[last - 1].whole == want[last_wanted - 1].whole:
        last, last_wanted = last - 1, last_wanted - 1
        out[last_wanted] = last
    a, b = have[first:last], want[first:last_wanted]
    matcher = SequenceMatcher(None, [one.whole for one in a], [one.whole for one in b], autojunk=False)
    done, done_wanted = 0, 0
    for block in matcher.get_matching_blocks():
        for i, j in _most_alike(a[done : block.a], b[done_wanted : block.b]):
            out[first + done_wanted + j] = first + done + i
        for k in range(block.size):
            out[first + block.b + k] = first + block.a + k
        done, done_wanted = block.a + block.size, block.b + block.size
    return out


def _most_alike(have: Sequence[ItemKey], want: Sequence[ItemKey]) -> list[tuple[int, int]]:
    """The pairs in a stretch without unchanged items that have the most names in common."""
    if not have or not want:
        return []
    if len(have) * len(want) > _PAIRS:
        return list(zip(range(len(have)), range(len(want)), strict=False))
    # best[i][j]: the highest score of the items from i and j on.
    best = [[0] * (len(want) + 1) for _ in range(len(have) + 1)]
    for i in range(len(have) - 1, -1, -1):
        for j in range(len(want) - 1, -1, -1):
            paired = best[i + 1][j + 1] + _common(have[i], want[j])
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    out = []
    i = j = 0
    while i < len(have) and j < len(want):
        if best[i][j] == best[i + 1][j + 1] + _common(have[i], want[j]):
            out.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return out


def _common(have: ItemKey, want: ItemKey) -> int:
    begins = want.extras[: len(have.extras)] == have.extras
    if have.names[0] == want.names[0]:
        return 100 + begins
    if have.names[0] in want.names:
        return 50 + begins
    return (10 if set(have.names) & set(want.names) else 1) + begins
