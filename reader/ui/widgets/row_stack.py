"""Items of different heights, one above the other: which item a row belongs to, and how far to scroll.

Pure arithmetic in rows, for lists that know every height and paint only the visible rows.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class RowStack:
    """The rows of a list. Built in one pass over the heights; every query costs O(log items)."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._tops = array("I", accumulate(heights, initial=0))

    def __len__(self) -> int:
        """The number of items."""
        return len(self._tops) - 1

    @property
    def height(self) -> int:
        """Rows of all items together."""
        return self._tops[-1]

    def top(self, item: int) -> int:
        """The first row of an item."""
        return self._tops[item]

    def end(self, item: int) -> int:
        """The row after the last one of an item."""
        return self._tops[item + 1]

    def item_at(self, row: int) -> int:
        """The item that holds a row; for a row outside, the nearest item. There must be an item."""
        return max(0, min(bisect_right(self._tops, row) - 1, len(self) - 1))

    def reveal(self, item: int, seen: int, window: int, near: int = 0) -> int:
        """The row to scroll to so that the item is in the window of rows that begins at `seen`.

        That is `seen` if the item is in the window already. A move of more than a window puts the item in the
        middle. A shorter move is as short as possible with `near` rows around the item. If the item is higher
        than the window, its beginning is shown.
        """
        top, end = self.top(item), self.end(item)
        if top >= seen and end <= seen + window:
            return seen
        if end + window <= seen or top >= seen + 2 * window:
            to = (top + end - window) // 2
        elif top < seen:
            to = top - near
        else:
            to = end + near - window
        return max(0, min(max(to, end - window), top))

    def thumb(self, seen: int, window: int) -> range:
        """The rows of the window that show its position; an empty range if all items are in the window."""
        if self.height <= window or window < 3:
            return range(0)
        length = max(1, window * window // self.height)
        start = round(min(1, seen / (self.height - window)) * (window - length))
        return range(start, start + length)
