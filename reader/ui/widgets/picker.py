"""A list to choose from in a dialog: its cursor is seen even while the keys go to a field beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.geometry import Size
from textual.strip import Strip

from reader.ui.widgets.line import Line
from reader.ui.widgets.row_list import RowList

AROUND = 8
"""Rows of a dialog that are not its list's: frame, title and keys, with the blank ones between."""

HIGHEST = 90
"""The most of the window's height that a dialog takes, in per cent; `dialogs.tcss` has the same."""


class Picker(RowList):
    """A `RowList` that paints its cursor always. Subclasses give `item_rows` in place of `item_strips`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picker--match", "picker--link"}

    def item_rows(self, item: int, width: int, here: bool) -> Sequence[Line]:
        """The rows of the item under construction; `here` when the cursor is on it."""
        return []

    def item_strips(self, item: int, width: int, cursor: bool) -> Sequence[Strip]:
        """The rows, tinted under the cursor except for the blank rows that lead them."""
        here = item == self.cursor
        over = self.cursor_tint if here else None
        lead = self.item_lead(item)
        return [
            line.strip(over if row >= lead else None)
            for row, line in enumerate(self.item_rows(item, width, here))
        ]

    def line(self, width: int, here: bool = False) -> Line:
        """A row that begins with the sign of the cursor, or blank, and the blank after it."""
        line = Line(width, self.rich_style)
        return line.add(self.signs.here if here else " ", self.style_of("row-list--here")).to(2)

    def watch_cursor(self, old: int, new: int) -> None:
        """Paint the two items that look different now, whoever has the keys."""
        self.item_changed(old, new)

    def on_mount(self) -> None:
        """Begin with the cursor in sight."""
        self.reveal(self.cursor)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as all items take, so that a short list makes a small dialog; at most a share."""
        room = width - self.MARGIN if width > 4 * self.MARGIN else width
        return share(viewport, sum(self.heights(room)))


def share(viewport: Size, rows: int, around: int = AROUND) -> int:
    """Rows that a list of so many gets in a dialog whose other parts take `around`."""
    return max(1, min(rows, viewport.height * HIGHEST // 100 - around))
