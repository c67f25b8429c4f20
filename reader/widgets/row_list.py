"""A list of rows that paints only what is seen: what every panel and every picker is built on.

Owns cursor, scrolling, keys, mouse, the panel's title and the cache of painted rows. A subclass says
how many items there are, how high each is and how it looks. Items may differ in height.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.widgets.glyphs import RICH, Signs
from reader.widgets.line import Line


class RowList(ScrollView, can_focus=True):
    """A virtual list. Subclasses override the methods under "what a subclass says"."""

    ALLOW_SELECT = False

    # No automatic scroll bar: at sizes of a few cells it can make the layout go round for ever.
    DEFAULT_CSS = """
    RowList { overflow: hidden hidden; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--title",
        "row-list--title-focus",
        "row-list--count",
        "row-list--text",
        "row-list--strong",
        "row-list--dim",
        "row-list--here",
        "row-list--rule",
        "row-list--cursor",
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "cursor(1)", "Down", id="list.down", show=False),
        Binding("k,up", "cursor(-1)", "Up", id="list.up", show=False),
        Binding("space,pagedown", "cursor_page(1)", "Page down", id="list.page_down", show=False),
        Binding("pageup", "cursor_page(-1)", "Page up", id="list.page_up", show=False),
        Binding("g,home", "cursor_to(0)", "First", id="list.first", show=False),
        Binding("G,end", "cursor_to(-1)", "Last", id="list.last", show=False),
        Binding("enter", "choose", "Choose", id="list.choose", show=False),
    ]

    MARGIN = 2
    """Cells kept free at the right edge; the last one shows the place of the window."""

    CACHED = 2000
    """Painted items that are kept; far more than any terminal shows at once."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """The item the keys act on."""

    ruled: reactive[bool] = reactive(False)
    """Whether a thin rule stands above the title, because another panel lies above this one."""

    class Chosen(Message):
        """An item was chosen with Enter or a click. `index` is what `subject` makes of the item."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Highlighted(Message):
        """The cursor was moved to an item by a key. `index` as in `Chosen`."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(
        self,
        *,
        signs: Signs = RICH,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.signs = signs
        self._tops: list[int] = [0]
        self._laid_width = -1
        self._painted: dict[tuple[int, bool], list[Strip]] = {}
        self._pending: int | None = None
        self._first: int | None = None

    # --- what a subclass says ---------------------------------------------------------------------

    def item_count(self) -> int:
        """How many items there are."""
        return 0

    def item_height(self, item: int, width: int) -> int:
        """Rows the item takes at that width, `item_lead` included. Must not paint."""
        return 1

    def item_lead(self, item: int) -> int:
        """Rows at the beginning of the item that are not its own: blank rows and group titles."""
        return 0

    def item_strips(self, item: int, width: int, cursor: bool) -> Sequence[Strip]:
        """The painted rows of the item; `cursor` when the keys act on it now."""
        return []

    def subject(self, item: int) -> int:
        """What the item stands for, as told in messages: the item itself unless overridden."""
        return item

    def caption(self) -> tuple[str, str]:
        """The title of the panel and the count behind it; a list without a title gives two empty texts."""
        return "", ""

    def vacant(self) -> str:
        """What is said when there are no items."""
        return ""

    # --- items ------------------------------------------------------------------------------------

    def items_changed(self) -> None:
        """Take notice that there are other items; the cursor stays where it can."""
        self._laid_width = -1
        self._painted.clear()
        if self.size.width:
            self._lay_out()
        self.cursor = max(0, min(self.cursor, self.item_count() - 1))
        self.refresh()

    def item_changed(self, *items: int) -> None:
        """Paint these items again; indices that are none are ignored."""
        for item in items:
            self._painted.pop((item, False), None)
            self._painted.pop((item, True), None)
            if 0 <= item < len(self._tops) - 1:
                top = self._tops[item]
                self.refresh_lines(self._header_height + top, self._tops[item + 1] - top)

    def looks_changed(self) -> None:
        """Paint everything again; heights stay."""
        self._painted.clear()
        self.refresh()

    def reveal(self, item: int, near: int = 0) -> None:
        """Scroll just far enough that the item is seen; far away it is put in the middle.

        Nothing moves when it is seen already. `near` rows are kept around it where possible.
        """
        if self._laid_width < 0 or not self.size.height:
            self._pending = item
            return
        if not 0 <= item < len(self._tops) - 1:
            return
        top, end = self._tops[item], self._tops[item + 1]
        window = max(1, self.size.height - self._header_height)
        seen = self.scroll_offset.y
        if top >= seen and end <= seen + window:
            return
        if top + window < seen or end > seen + 2 * window:
            to = (top + end - window) // 2
        elif top < seen or end - top >= window:
            to = top - near
        else:
            to = end + near - window
        self.scroll_to(y=min(max(0, to), top), animate=False, force=True)

    # --- keys and mouse ---------------------------------------------------------------------------

    def action_cursor(self, step: int) -> None:
        """Move the cursor by so many items."""
        self._move(self.cursor + step)

    def action_cursor_page(self, step: int) -> None:
        """Move the cursor by a window."""
        if self.item_count():
            window = max(1, self.size.height - self._header_height - 1)
            row = self._tops[min(self.cursor, len(self._tops) - 2)] + step * window
            self._move(self._item_at(max(0, min(row, self._tops[-1] - 1))))

    def action_cursor_to(self, item: int) -> None:
        """Move the cursor to an item, counted from the end when negative."""
        self._move(item if item >= 0 else self.item_count() + item)

    def action_choose(self) -> None:
        """Choose the item under the cursor."""
        if 0 <= self.cursor < self.item_count():
            self.post_message(self.Chosen(self.subject(self.cursor)))

    def _move(self, item: int) -> None:
        count = self.item_count()
        if not count:
            return
        self.cursor = max(0, min(item, count - 1))
        self.reveal(self.cursor)
        self.post_message(self.Highlighted(self.subject(self.cursor)))

    def watch_cursor(self, old: int, new: int) -> None:
        """Paint the two items that look different now."""
        if self.has_focus:
            self.item_changed(old, new)

    def on_focus(self) -> None:
        """Show the cursor that the keys now move."""
        self.reveal(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self._header_height:
            return
        row = offset.y - self._header_height + self.scroll_offset.y
        if not 0 <= row < self._tops[-1]:
            return
        item = self._item_at(row)
        if row - self._tops[item] >= self.item_lead(item):
            event.stop()
            self.cursor = item
            self.action_choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the list, not what lies around it."""
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the list, not what lies around it."""
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseEvent, sign: int) -> None:
        event.stop()
        rows = sign * max(1, round(self.app.scroll_sensitivity_y))
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)

    # --- layout and paint -------------------------------------------------------------------------

    @property
    def row_width(self) -> int:
        """Cells an item may fill."""
        return self._row_width(self.size.width)

    def _row_width(self, width: int) -> int:
        return width - self.MARGIN if width > 4 * self.MARGIN else width

    @property
    def _header(self) -> tuple[str, ...]:
        """What stands in each row above the items; it shrinks before they do."""
        return self._header_for(self.size.height)

    @property
    def _header_height(self) -> int:
        return len(self._header)

    def _header_for(self, height: int) -> tuple[str, ...]:
        if height < 2 or not self.caption()[0]:
            return ()
        if height < 6:
            return ("title",)
        return ("rule", "", "title", "") if self.ruled else ("title", "")

    def on_resize(self) -> None:
        """Lay the items out for the new size and keep what was seen in sight."""
        self._lay_out()
        first, self._first = self._first, None
        if first is not None:
            self.scroll_to(y=self._tops[first], animate=False, force=True)
        if self._pending is not None:
            item, self._pending = self._pending, None
            self.reveal(item)

    def watch_ruled(self) -> None:
        """The header has another height."""
        self.items_changed()

    def notify_style_update(self) -> None:
        """Forget painted rows: colours may have changed."""
        super().notify_style_update()
        self._painted.clear()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows the whole list wants, for `height: auto`."""
        self._lay_rows(self._row_width(width))
        return len(self._header_for(100)) + max(1, self._tops[-1])

    def _lay_rows(self, width: int) -> None:
        if width != self._laid_width:
            if self._first is None and self._laid_width >= 0 and self.scroll_offset.y:
                self._first = self._item_at(self.scroll_offset.y)
            self._painted.clear()
            self._tops = list(accumulate(self.heights(width), initial=0))
            self._laid_width = width

    def _lay_out(self) -> None:
        self._lay_rows(self.row_width)
        self.virtual_size = Size(self.size.width, self._header_height + self._tops[-1])

    def heights(self, width: int) -> Iterable[int]:
        """The height of every item; a subclass whose items are all alike may say so faster."""
        return (self.item_height(item, width) for item in range(self.item_count()))

    def _item_at(self, row: int) -> int:
        """The item that holds a row of the list; the rows are counted without the header."""
        return max(0, min(bisect_right(self._tops, row) - 1, len(self._tops) - 2))

    def style_of(self, name: str) -> Style:
        """The style of a component class, such as `row-list--dim`."""
        return self.get_component_rich_style(name)

    def render_line(self, y: int) -> Strip:
        """One row: of the header, of an item, or blank. Only what is seen is ever painted."""
        header = self._header
        if y < len(header):
            return self._header_row(header[y])
        row = y - len(header) + self.scroll_offset.y
        width = self.size.width
        line = Line(width, self.rich_style)
        if not self.item_count():
            text = self.vacant() if row == 0 else ""
            return line.add(text, self.style_of("row-list--dim")).strip()
        if row >= self._tops[-1] or self._laid_width != self.row_width:  # not laid out yet
            return line.strip()
        item = self._item_at(row)
        strips = self._paint(item)
        part = row - self._tops[item]
        if part >= len(strips):
            return line.strip()
        if self._laid_width == width:
            return strips[part]
        margin = Line(width - self._laid_width, self.rich_style)
        margin.right(self._window_sign(y - len(header)), self.style_of("row-list--rule"), margin.width)
        return Strip.join([strips[part], margin.strip()])

    def _paint(self, item: int) -> list[Strip]:
        key = (item, self.has_focus and item == self.cursor)
        if key not in self._painted:
            if len(self._painted) > self.CACHED:
                self._painted.clear()
            width = self._laid_width
            self._painted[key] = [
                strip if strip.cell_length == width else strip.adjust_cell_length(width, self.rich_style)
                for strip in self.item_strips(item, width, key[1])
            ]
        return self._painted[key]

    def _header_row(self, part: str) -> Strip:
        line = Line(self.size.width, self.rich_style)
        if part == "rule":
            line.add(self.signs.rule * self.row_width, self.style_of("row-list--rule"))
        elif part == "title":
            title, count = self.caption()
            line.add(title, self.style_of("row-list--title-focus" if self.has_focus else "row-list--title"))
            if count and line.room > 3:
                line.to(line.used + 2).add(count, self.style_of("row-list--count"))
        return line.strip()

    def _window_sign(self, y: int) -> str:
        """The sign in the last cell of a row where the seen part of the list lies, else nothing."""
        window = self.size.height - self._header_height
        total = self._tops[-1]
        if total <= window or window < 3:
            return ""
        length = max(1, window * window // total)
        start = round(self.scroll_offset.y * (window - length) / (total - window))
        return self.signs.window if start <= y < start + length else ""
