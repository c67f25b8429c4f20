"""The content of a list: the items, their heights, and how each one is painted.

An item source is a plain object. It knows nothing about scrolling, keys or the cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from rich.style import Style

from reader.ui.widgets.line import Line


class ItemState(NamedTuple):
    """The state in which an item is painted.

    `style` returns the style of one of the list's component classes. `overlay` returns the style that such a
    class adds to the text under it. `blank` is the style of empty cells.
    """

    under_cursor: bool
    style: Callable[[str], Style]
    overlay: Callable[[str], Style]
    blank: Style

    def line(self, width: int) -> Line:
        """An empty row of the list."""
        return Line(width, self.blank)


class ItemSource(Protocol):
    """Gives a `VirtualList` its items, which are numbered from 0."""

    def count(self) -> int:
        """The number of items."""
        ...

    def heights(self, width: int) -> Iterable[int]:
        """The rows of each item at that width in cells, lead rows included. Called before any `paint`."""
        ...

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The rows of an item, lead rows included."""
        ...

    def lead(self, item: int) -> int:
        """Rows above an item that do not belong to it: blank rows and the title of a group."""
        return 0

    def caption(self) -> tuple[str, str]:
        """The title of the list and the count after it; both empty for a list without a title."""
        return "", ""

    def empty_text(self) -> str:
        """The text that is shown when there are no items."""
        return ""
