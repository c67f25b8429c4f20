"""A view of many items that paints only what is seen: title, layout, scrolling and the cache of rows.

A subclass says how many items there are, how high each is and how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.widgets.glyphs import SIGNS
from reader.widgets.line import Line
from reader.widgets.looks import Look, Looks
from reader.widgets.row_stack import RowStack


class RowView(ScrollView):
    """Shows items. Subclasses override the methods under "what a subclass says"."""

    ALLOW_SELECT = False

    # No automatic scroll bar: at sizes of a few cells it can make the layout go round for ever.
    DEFAULT_CSS = """
    RowView { overflow: hidden hidden; }
    """

    LOOKS: ClassVar[Mapping[str, Look]] = MappingProxyType(
        {
            "row-list--title": Look("ink", weight="bold"),
            "row-list--title-focus": Look("here", weight="bold"),
            "row-list--count": Look("ink-dim"),
            "row-list--text": Look("ink-soft"),
            "row-list--strong": Look("ink", weight="bold"),
            "row-list--dim": Look("ink-dim"),
            "row-list--here": Look("here", weight="bold"),
            "row-list--rule": Look("rule"),
            "row-list--cursor": Look(fill="cursor-fill"),
        }
    )
    """The parts of a row. What is there from the start adds its own, a dialog has component classes."""

    MARGIN = 2
    """Cells kept free at the right edge; the last one shows the place of the window."""

    KEPT = 1
    """Painted items that are kept, in windows: every row is held several times, styled, filtered and cut."""

    signs = SIGNS

    ruled: reactive[bool] = reactive(False, init=False)
    """Whether a thin rule stands above the title, because another panel lies above this one."""

    awaited: reactive[bool] = reactive(False)
    """Whether items may still come."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._looks = Looks(self, self.LOOKS)
        self._stack = RowStack()
        self._stack_width = -1
        self._painted: dict[tuple[int, bool], list[Strip]] = {}
        self._to_reveal: int | None = None
        self._to_keep: int | None = None

    # -- what a subclass says ----------------------------------------------------------------------

    def item_count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def item_height(self, item: int, width: int) -> int:
        """Rows the item takes at that width, `item_lead` included. Must not paint."""
        return 1

    def item_lead(self, item: int) -> int:
        """Rows at the beginning of the item that are not its own: blank rows and group titles."""
        return 0

    def item_strips(self, item: int, width: int, cursor: bool) -> Sequence[Strip]:
        """The painted rows of the item; `cursor` when the keys act on it now."""
        raise NotImplementedError

    def heights(self, width: int) -> Iterable[int]:
        """The height of every item; a subclass that knows them all at once may say so faster."""
        return (self.item_height(item, width) for item in range(self.item_count()))

    def caption(self) -> tuple[str, str]:
        """The title and the count behind it; a list without a title gives two empty texts."""
        return "", ""

    def vacant(self) -> str:
        """What is said when there are no items."""
        return ""

    def under_cursor(self, item: int) -> bool:
        """Whether the keys act on the item now."""
        return False

    # -- items -------------------------------------------------------------------------------------

    def items_changed(self) -> None:
        """Take notice that there are other items."""
        self._stack_width = -1
        if self.size.width:
            self._lay_out()
        self.refresh()

    def item_changed(self, *items: int) -> None:
        """Paint these items again; indices that are none are ignored."""
        for item in items:
            self._painted.pop((item, False), None)
            self._painted.pop((item, True), None)
            if 0 <= item < len(self._stack):
                top = self._stack.top(item)
                self.refresh_lines(len(self._header) + top, self._stack.end(item) - top)

    def looks_changed(self) -> None:
        """Paint everything again; heights stay."""
        self._painted.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget painted rows: colours may have changed."""
        super().notify_style_update()
        self._looks.forget()
        self._painted.clear()

    # -- scrolling ---------------------------------------------------------------------------------

    @property
    def window(self) -> int:
        """Rows of items that are seen at once."""
        return max(1, self.size.height - len(self._header))

    def reveal(self, item: int, near: int = 0) -> None:
        """Scroll just far enough that the item is seen; see `RowStack.reveal`.

        Before the first layout it is remembered.
        """
        if self._stack_width < 0 or not self.size.height:
            self._to_reveal = item
        elif 0 <= item < len(self._stack):
            seen = self.scroll_offset.y
            self._scroll(self._stack.reveal(item, seen, self.window, near) - seen)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the list, not what lies around it."""
        event.stop()
        self._scroll(max(1, round(self.app.scroll_sensitivity_y)))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the list, not what lies around it."""
        event.stop()
        self._scroll(-max(1, round(self.app.scroll_sensitivity_y)))

    def _scroll(self, rows: int) -> None:
        if rows:
            self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)

    # -- layout ------------------------------------------------------------------------------------

    @property
    def row_width(self) -> int:
        """Cells an item may fill."""
        return self._width_in(self.size.width)

    def _width_in(self, width: int) -> int:
        return width - self.MARGIN if width > 4 * self.MARGIN else width

    @property
    def _header(self) -> tuple[str, ...]:
        """What stands in each row above the items; it shrinks before they do."""
        return self._header_in(self.size.height)

    def _header_in(self, height: int) -> tuple[str, ...]:
        if height < 2 or not self.caption()[0]:
            return ()
        if height < 6:
            return ("title",)
        return ("rule", "", "title", "") if self.ruled else ("title", "")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows the whole list wants, for `height: auto`."""
        self._stack_up(self._width_in(width))
        return len(self._header_in(viewport.height)) + max(1, self._stack.height)

    def on_resize(self) -> None:
        """Lay the items out for the new size and keep what was seen in sight."""
        self._lay_out()
        if self._to_keep is not None:
            self._scroll(self._stack.top(self._to_keep) - self.scroll_offset.y)
        if self._to_reveal is not None:
            self.reveal(self._to_reveal)
        self._to_keep = self._to_reveal = None

    def watch_ruled(self) -> None:
        """The header has another height."""
        self.items_changed()

    def _lay_out(self) -> None:
        self._stack_up(self.row_width)
        self.virtual_size = Size(self.size.width, len(self._header) + self._stack.height)

    def _stack_up(self, width: int) -> None:
        if width != self._stack_width:
            if self._to_keep is None and self._stack_width >= 0 and self.scroll_offset.y:
                self._to_keep = self._stack.item_at(self.scroll_offset.y)
            self._painted.clear()
            self._stack = RowStack(self.heights(width))
            self._stack_width = width

    # -- paint -------------------------------------------------------------------------------------

    def style_of(self, name: str) -> Style:
        """The style of a part, such as `row-list--dim`, or of a component class."""
        return self._looks.whole(name) if name in self.LOOKS else self.get_component_rich_style(name)

    @property
    def cursor_tint(self) -> Style:
        """What the cursor does to the row it is on."""
        return self._looks.part("row-list--cursor")

    @property
    def blank(self) -> Style:
        """The style of empty cells; `rich_style` is the same and is worked out anew at every call."""
        return self._looks.whole()

    def render_line(self, y: int) -> Strip:
        """One row: of the header, of an item, or blank."""
        header = self._header
        if y < len(header):
            return self._header_row(header[y])
        row, line = y - len(header) + self.scroll_offset.y, Line(self.size.width, self.blank)
        if not len(self._stack):
            return line.add(self.vacant() if row == 0 else "", self.style_of("row-list--dim")).strip()
        if row >= self._stack.height or self._stack_width != self.row_width:
            return line.strip()
        item = self._stack.item_at(row)
        strip = self._paint(item)[row - self._stack.top(item)]
        if self._stack_width == line.width:
            return strip
        margin = Line(line.width - self._stack_width, self.blank)
        if y - len(header) in self._stack.thumb(self.scroll_offset.y, self.window):
            margin.right(self.signs.window, self.style_of("row-list--rule"), margin.width)
        return Strip.join([strip, margin.strip()])

    def _paint(self, item: int) -> list[Strip]:
        key = (item, self.under_cursor(item))
        if key not in self._painted:
            while len(self._painted) >= self.KEPT * max(1, self.size.height):
                del self._painted[next(iter(self._painted))]
            # A row too few or a cell too many must never take the app down.
            rows, width, style = (
                self._stack.end(item) - self._stack.top(item),
                self._stack_width,
                self.blank,
            )
            strips = [*self.item_strips(item, width, key[1])][:rows]
            strips += [Strip.blank(width, style)] * (rows - len(strips))
            self._painted[key] = [strip.adjust_cell_length(width, style) for strip in strips]
        return self._painted[key]

    def _header_row(self, part: str) -> Strip:
        line = Line(self.size.width, self.blank)
        if part == "rule":
            line.add(self.signs.rule * self.row_width, self.style_of("row-list--rule"))
        elif part == "title":
            title, count = self.caption()
            line.add(title, self.style_of("row-list--title-focus" if self.has_focus else "row-list--title"))
            if count and line.room > 3:
                line.to(line.used + 2).add(count, self.style_of("row-list--count"))
        return line.strip()
