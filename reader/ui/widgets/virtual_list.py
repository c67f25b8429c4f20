"""A list to choose from that lays out all its items and paints only those in its window.

Owns the cursor, its keys and the mouse, scrolling, the rows of the header, and the scroll thumb at the right
edge. The items come from an `ItemSource`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.keys.commands import Context
from reader.ui.bindings import bindings
from reader.ui.widgets.component_styles import ComponentStyles
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.painted_lines import painted_lines
from reader.ui.widgets.row_stack import RowStack

MARGIN = 2
"""Cells kept free at the right edge; the last one shows the position of the window."""


class VirtualList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list with a cursor. Posts `Chosen`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--title",
        "list--title-focused",
        "list--count",
        "list--text",
        "list--strong",
        "list--dim",
        "list--accent",
        "list--rule",
        "list--cursor",
    }

    # No automatic scroll bar: at sizes of a few cells it can send the layout into an endless loop.
    DEFAULT_CSS = "VirtualList { overflow: hidden hidden; }"

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.LIST)

    cursor: reactive[int] = reactive(0, repaint=False)
    """The item the keys act on."""

    ruled: reactive[bool] = reactive(False, init=False)
    """Whether a thin rule is drawn above the title, because another panel is above this one."""

    class Chosen(Message):
        """An item was chosen with Enter or a click. `index` is its place in the list."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(
        self, items: ItemSource, *, cursor: int = 0, cursor_needs_focus: bool = True, id: str | None = None
    ) -> None:
        """With `cursor_needs_focus` the cursor is shown only while the list has the focus."""
        super().__init__(id=id)
        self.set_reactive(VirtualList.cursor, cursor)
        self.items = items
        self._cursor_needs_focus = cursor_needs_focus
        self._styles = ComponentStyles(self)
        self._stack = RowStack()
        self._stack_width = -1
        self._painted: dict[tuple[int, bool, bool], list[Strip]] = {}
        self._painted_texts: dict[tuple[str, ...], Strip] = {}
        self._painted_width = 0
        self._item_to_reveal: int | None = None  # scrolled to after the first layout
        self._item_to_keep: int | None = None  # kept at the top of the window while heights change

    # -- items -------------------------------------------------------------------------------------

    def items_changed(self) -> None:
        """Lay out and paint again, because the source has other items. The cursor stays if possible."""
        self._stack_width = -1
        if self.size.width:
            self._lay_out()
        self.refresh()
        self.cursor = max(0, min(self.cursor, self.items.count() - 1))

    def item_changed(self, *items: int | None) -> None:
        """Paint these items again. Indices outside the list and None are ignored."""
        for item in items:
            if item is not None and 0 <= item < len(self._stack):
                for under_cursor in (False, True):
                    for in_thumb in (False, True):
                        self._painted.pop((item, under_cursor, in_thumb), None)
                top = self._stack.top(item)
                self.refresh_lines(len(self._header) + top, self._stack.end(item) - top)

    def repaint(self) -> None:
        """Paint everything again; heights stay."""
        self._drop_painted()
        self.refresh()

    def chosen_message(self, item: int) -> Message:
        """The message to post when an item was chosen. Panels post a message of their own."""
        return self.Chosen(item)

    def item_numbered(self, number: int) -> int:
        """The item for a typed number; numbers count from 1."""
        return number - 1

    # -- the cursor --------------------------------------------------------------------------------

    def put_cursor(self, item: int | None) -> None:
        """Put the cursor on an item and scroll to it; None leaves the cursor where it is."""
        if item is not None:
            self.cursor = item
            self.reveal(item)

    def is_under_cursor(self, item: int) -> bool:
        """Whether an item is shown as the item under the cursor."""
        return item == self.cursor and (self.has_focus or not self._cursor_needs_focus)

    def action_cursor(self, step: int) -> None:
        """Move the cursor by items."""
        self._move(self.cursor + step)

    def action_cursor_page(self, step: int) -> None:
        """Move the cursor by windows, less one row that stays visible."""
        if len(self._stack):
            row = self._stack.top(self.cursor) + step * max(1, self.window - 1)
            self._move(self._stack.item_at(row))

    def action_cursor_to(self, item: int) -> None:
        """Move the cursor to an item; a negative index counts from the end."""
        self._move(item if item >= 0 else self.items.count() + item)

    def take_counted(self, command: str, count: int) -> bool:
        """Run a command of lists with a number of at least 1. Returns False if it takes no number."""
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

    def action_choose(self) -> None:
        """Choose the item under the cursor."""
        if 0 <= self.cursor < self.items.count():
            self.post_message(self.chosen_message(self.cursor))

    def _move(self, item: int) -> None:
        if count := self.items.count():
            self.put_cursor(max(0, min(item, count - 1)))

    def watch_cursor(self, old: int, new: int) -> None:
        """Paint the items under the old and under the new cursor."""
        if self.has_focus or not self._cursor_needs_focus:
            self.item_changed(old, new)

    def on_focus(self) -> None:
        """Show the cursor that the keys now move."""
        self.reveal(self.cursor)

    # -- mouse -------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse; lead rows belong to no item."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row = offset.y - len(self._header) + self.scroll_offset.y
        if offset.y < len(self._header) or row >= self._stack.height:
            return
        item = self._stack.item_at(row)
        if row - self._stack.top(item) >= self.items.lead(item):
            event.stop()
            self.cursor = item
            self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the list and not its parent."""
        event.stop()
        self._scroll(max(1, round(self.app.scroll_sensitivity_y)))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the list and not its parent."""
        event.stop()
        self._scroll(-max(1, round(self.app.scroll_sensitivity_y)))

    # -- scrolling ---------------------------------------------------------------------------------

    @property
    def window(self) -> int:
        """The rows of items that are visible at once."""
        return max(1, self.size.height - len(self._header))

    def reveal(self, item: int, near: int = 0) -> None:
        """Scroll just far enough that the item is visible; see `RowStack.reveal`.

        Before the first layout the item is remembered.
        """
        if self._stack_width < 0 or not self.size.height:
            self._item_to_reveal = item
        elif 0 <= item < len(self._stack):
            seen = self.scroll_offset.y
            self._scroll(self._stack.reveal(item, seen, self.window, near) - seen)

    def _scroll(self, rows: int) -> None:
        if rows:
            self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)

    # -- layout ------------------------------------------------------------------------------------

    @property
    def row_width(self) -> int:
        """Cells of the rows of items."""
        return row_width(self.size.width)

    @property
    def _header(self) -> tuple[str, ...]:
        """The content of each row above the items. A low list has fewer such rows."""
        return self._header_at(self.size.height)

    def _header_at(self, height: int) -> tuple[str, ...]:
        if height < 2 or not self.items.caption()[0]:
            return ()
        if height < 6:
            return ("title",)
        return ("rule", "", "title", "") if self.ruled else ("title", "")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of all items and the title, for `height: auto`."""
        self._stack_up(row_width(width))
        return len(self._header_at(viewport.height)) + max(1, self._stack.height)

    def on_mount(self) -> None:
        """Scroll to the cursor, unless another item was revealed already."""
        if self._item_to_reveal is None:
            self.reveal(self.cursor)

    def on_resize(self) -> None:
        """Lay the items out for the new size, and keep the first visible item visible."""
        self._lay_out()
        if self._item_to_keep is not None:
            self._scroll(self._stack.top(self._item_to_keep) - self.scroll_offset.y)
        if self._item_to_reveal is not None:
            self.reveal(self._item_to_reveal)
        self._item_to_keep = self._item_to_reveal = None

    def watch_ruled(self) -> None:
        """Lay out for the new height of the header."""
        self.items_changed()

    def _lay_out(self) -> None:
        self._stack_up(self.row_width)
        self.virtual_size = Size(self.size.width, len(self._header) + self._stack.height)

    def _stack_up(self, width: int) -> None:
        if width != self._stack_width:
            if self._item_to_keep is None and self._stack_width >= 0 and self.scroll_offset.y:
                self._item_to_keep = self._stack.item_at(self.scroll_offset.y)
            self._drop_painted()
            self._stack = RowStack(self.items.heights(width))
            self._stack_width = width

    # -- painting ----------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget. The rows on them are painted once and kept."""
        if self.gutter:
            return super().render_lines(crop)
        return painted_lines(self, crop, self._rows)

    def render_line(self, y: int) -> Strip:
        """One line: of the header, of an item, or blank."""
        return self._rows(range(y, y + 1))[0]

    def _rows(self, lines: range) -> list[Strip]:
        header, stack, (width, height) = self._header, self._stack, self.size
        if width != self._painted_width:  # the width of the margin or of other rows changed, if not of items
            self._drop_painted()
            self._painted_width = width
        strips = [self._header_line(part, width) for part in header[lines.start : lines.stop]]
        seen = self.scroll_offset.y
        rows = range(seen + lines.start + len(strips) - len(header), seen + lines.stop - len(header))
        if not len(stack) or self._stack_width != row_width(width):
            text = "" if self.items.count() else self.items.empty_text()  # no layout yet
            return strips + [self._text_line("" if row else text, width) for row in rows]
        cut = self._cut_item(seen, seen + height - len(header))
        thumb = stack.thumb(seen, max(1, height - len(header))) if self._stack_width < width else range(0)
        for row in rows:
            if row >= stack.height:
                strips.append(self._text_line("", width))
                continue
            item = stack.item_at(row)
            painted = self._item_strips(item, width, in_thumb=row - seen in thumb)
            strips.append(self._text_line("", width) if item == cut else painted[row - stack.top(item)])
        while len(self._painted) > max(1, height * 3 // 2):
            del self._painted[next(iter(self._painted))]
        return strips

    def _cut_item(self, start: int, end: int) -> int | None:
        """The last item between two rows, if only the first of its rows would be visible."""
        stack = self._stack
        if not 0 < end < stack.height:
            return None
        item = stack.item_at(end - 1)
        seen = end - stack.top(item) - self.items.lead(item)
        rows = stack.end(item) - stack.top(item) - self.items.lead(item)
        return item if seen <= 1 < rows and item != self.cursor and stack.top(item) > start else None

    def _item_strips(self, item: int, width: int, *, in_thumb: bool) -> list[Strip]:
        """The rows of an item; with `in_thumb` each ends with a cell of the scroll thumb."""
        key = item, self.is_under_cursor(item), in_thumb
        strips = self._painted.get(key)
        if strips is None:
            strips = [*self._paint(item, key[1])]
            margin = Line(width - self._stack_width, self._styles.base)
            if margin.width:
                if in_thumb:
                    margin.right(SIGNS.window, self._styles.of("list--rule"), margin.width)
                strips = [Strip([*strip, *margin.strip()], width) for strip in strips]
            self._painted[key] = strips
        return strips

    def _paint(self, item: int, under_cursor: bool) -> Sequence[Strip]:
        width, blank, lead = self._stack_width, self._styles.base, self.items.lead(item)
        state = ItemState(under_cursor, self._styles.of, self._styles.overlay, blank)
        lines = self.items.paint(item, width, state)
        tint = self._styles.overlay("list--cursor") if under_cursor else None
        strips = [line.strip(None if row < lead else tint) for row, line in enumerate(lines)]
        # A source that returns too few rows or too many cells must not end the app.
        rows = self._stack.end(item) - self._stack.top(item)
        strips = [strip.adjust_cell_length(width, blank) for strip in strips[:rows]]
        return strips + [Strip([Segment(" " * width, blank)], width)] * (rows - len(strips))

    def _header_line(self, part: str, width: int) -> Strip:
        if part == "rule":
            return self._text_line(SIGNS.rule * self.row_width, width, "list--rule")
        if not part:
            return self._text_line("", width)
        title, count = self.items.caption()
        name = "list--title-focused" if self.has_focus else "list--title"
        strip = self._painted_texts.get((name, title, count))
        if strip is None:
            line = Line(width, self._styles.base).add(title, self._styles.of(name))
            if count and line.room > 3:
                line.to(line.used + 2).add(count, self._styles.of("list--count"))
            strip = self._painted_texts[name, title, count] = line.strip()
        return strip

    def _text_line(self, text: str, width: int, name: str = "list--dim") -> Strip:
        strip = self._painted_texts.get((name, text))
        if strip is None:
            line = Line(width, self._styles.base).add(text, self._styles.of(name))
            strip = self._painted_texts[name, text] = line.strip()
        return strip

    def _drop_painted(self) -> None:
        self._painted.clear()
        self._painted_texts.clear()

    def notify_style_update(self) -> None:
        """Discard the rows that were painted with the old styles."""
        super().notify_style_update()
        self._styles.clear()
        self._drop_painted()


def row_width(width: int) -> int:
    """Cells of the rows of items in a list of `width` cells."""
    return width - MARGIN if width > 4 * MARGIN else width
