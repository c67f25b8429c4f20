"""A list to choose from: what every panel and every picker is built on.

Owns the cursor, its keys and the mouse; what is seen of the items is `row_view`'s.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from reader.keys.commands import Context
from reader.ui.bindings import bindings
from reader.ui.widgets.row_view import RowView


class RowList(RowView, can_focus=True):
    """A virtual list with a cursor. Posts `Chosen`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.LIST)

    cursor: reactive[int] = reactive(0, repaint=False)
    """The item the keys act on."""

    class Chosen(Message):
        """An item was chosen with Enter or a click. `index` is its place in the list."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def chosen_message(self, item: int) -> Message:
        """The message that tells that an item was chosen."""
        return self.Chosen(item)

    def put_cursor(self, item: int | None) -> None:
        """Put the cursor on an item and scroll to it; None leaves the cursor where it is."""
        if item is not None:
            self.cursor = item
            self.reveal(item)

    def under_cursor(self, item: int) -> bool:
        """The cursor shows while the list has the focus."""
        return item == self.cursor and self.has_focus

    def items_changed(self) -> None:
        """Take notice that there are other items; the cursor stays where it can."""
        super().items_changed()
        self.cursor = max(0, min(self.cursor, self.item_count() - 1))

    # -- keys --------------------------------------------------------------------------------------

    def action_cursor(self, step: int) -> None:
        """Move the cursor by so many items."""
        self._move(self.cursor + step)

    def action_cursor_page(self, step: int) -> None:
        """Move the cursor by a window, less one row to hold on to."""
        if len(self._stack):
            row = self._stack.top(self.cursor) + step * max(1, self.window - 1)
            self._move(self._stack.item_at(row))

    def action_cursor_to(self, item: int) -> None:
        """Move the cursor to an item, counted from the end when negative."""
        self._move(item if item >= 0 else self.item_count() + item)

    def take_counted(self, command: str, count: int) -> bool:
        """Run a command of lists with a number, which is at least 1; False for one that takes no number."""
        match command:
            case "list.down":
                self.action_cursor(count)
            case "list.up":
                self.action_cursor(-count)
            case "list.page_down":
                self.action_cursor_page(count)
            case "list.page_up":
                self.action_cursor_page(-count)
            case "list.first" | "list.last":
                self._move(self.item_numbered(count))
            case _:
                return False
        return True

    def item_numbered(self, number: int) -> int:
        """The item that a number names: they are counted from 1 unless this is overridden."""
        return number - 1

    def action_choose(self) -> None:
        """Choose the item under the cursor."""
        if 0 <= self.cursor < self.item_count():
            self.post_message(self.chosen_message(self.cursor))

    def _move(self, item: int) -> None:
        if self.item_count():
            self.cursor = max(0, min(item, self.item_count() - 1))
            self.reveal(self.cursor)

    def watch_cursor(self, old: int, new: int) -> None:
        """Paint the two items that look different now."""
        if self.has_focus:
            self.item_changed(old, new)

    def on_focus(self) -> None:
        """Show the cursor that the keys now move."""
        self.reveal(self.cursor)

    # -- mouse -------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse; blank rows and group titles are none."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row = offset.y - (self.size.height - self.window) + self.scroll_offset.y
        if offset.y < self.size.height - self.window or row >= self._stack.height:
            return
        item = self._stack.item_at(row)
        if row - self._stack.top(item) >= self.item_lead(item):
            event.stop()
            self.cursor = item
            self.action_choose()
