"""Which rows of a list are in its window: header, heights of the items, and scrolling.

Owns the layout of a list of items at its present size. A subclass says how many items there are and how
high each is, another one (`row_view`) how they look. Paints nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from reader.ui.widgets.row_stack import RowStack


class RowWindow(ScrollView):
    """A window on a list. Subclasses override the methods under "what a subclass says"."""

    ALLOW_SELECT = False

    MARGIN = 2
    """Cells kept free at the right edge; the last one shows the place of the window."""

    ruled: reactive[bool] = reactive(False, init=False)
    """Whether a thin rule stands above the title, because another panel lies above this one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._stack = RowStack()
        self._stack_width = -1
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

    def heights(self, width: int) -> Iterable[int]:
        """The height of every item; a subclass that knows them all at once may say so faster."""
        return (self.item_height(item, width) for item in range(self.item_count()))

    def caption(self) -> tuple[str, str]:
        """The title and the count behind it; a list without a title gives two empty texts."""
        return "", ""

    def forget_rows(self) -> None:
        """Forget what was painted: rows look different, or are others. Overridden by what paints."""

    # -- items -------------------------------------------------------------------------------------

    def items_changed(self) -> None:
        """Take notice that there are other items."""
        self._stack_width = -1
        if self.size.width:
            self._lay_out()
        self.refresh()

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
            self.forget_rows()
            self._stack = RowStack(self.heights(width))
            self._stack_width = width
