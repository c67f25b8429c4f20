"""A list to choose from in a dialog. It shows its cursor even while a field of the dialog has the focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.geometry import Size

from reader.model import EntityType, HighlightColor
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.virtual_list import VirtualList, row_width

OTHER_ROWS = 8
"""Rows of a dialog besides its list: frame, title and keys, with the blank rows between."""

MAX_HEIGHT = 90
"""The maximum height of a dialog in per cent of the window; `dialogs.tcss` has the same number."""


INDENT = 2
"""Cells before the words of an item, for the sign of the cursor."""


class Picker(VirtualList):
    """A `VirtualList` as high as its items, as far as the dialog has room.

    `other_rows` are the rows of the dialog besides the list. `fixed_rows`, if given, is the height for any
    number of items, so that the dialog keeps its size while the user types a filter.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "picker--match",
        "picker--link",
        "picker--quote",
        *(f"picker--entity-{kind}" for kind in EntityType),
        *(f"picker--highlight-{color}" for color in HighlightColor),
    }

    def __init__(
        self,
        items: ItemSource,
        *,
        cursor: int = 0,
        other_rows: Callable[[Size, int], int] | int = OTHER_ROWS,
        fixed_rows: int | None = None,
        id: str | None = None,
    ) -> None:
        super().__init__(items, cursor=cursor, cursor_needs_focus=False, id=id)
        self._other_rows, self._fixed_rows = other_rows, fixed_rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of all items, as far as the dialog has room; at least one."""
        rows = sum(self.items.heights(row_width(width))) if self._fixed_rows is None else self._fixed_rows
        others = self._other_rows if isinstance(self._other_rows, int) else self._other_rows(viewport, width)
        return max(1, min(rows, viewport.height * MAX_HEIGHT // 100 - others))

    def begin_again(self) -> None:
        """Show the new items of the source, with the cursor on the first one."""
        self.items_changed()
        self.put_cursor(0)


def cursor_line(state: ItemState, width: int) -> Line:
    """A row of an item in a picker. It begins with the sign of the cursor if the cursor is on the item."""
    line = state.line(width)
    if state.under_cursor:
        line.add(SIGNS.here, state.style("list--accent"))
    return line.to(INDENT)
