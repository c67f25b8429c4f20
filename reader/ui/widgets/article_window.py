"""Which rows of the article are in the window, and the place the reader is at.

Owns the layout at the present size and every move of the window. Its top is kept as a place in the text
(the anchor), so a new width lays the same sentence at the top. Paints nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.reactive import reactive

from reader.model import Place
from reader.reading.jumps import Window
from reader.text.flow import MEASURE, Flow
from reader.text.page import Page
from reader.ui.widgets.article_rows import gutter_width

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object  # `ArticleView` alone is a widget, as `ReadingScreen` is a screen

LEAST = 8
"""Cells of text below which no rows are laid out: a book one cell wide is three million rows, and a
window so small shows that it is too small."""

WHEEL_ROWS = 3


class ArticleWindow(Widget):
    """A window on a page. Posts `Moved`; a subclass paints what is in it."""

    measure: reactive[int] = reactive(MEASURE, init=False)

    class Moved(Message):
        """The window or the place changed."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, page: Page, *, measure: int = MEASURE, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(ArticleWindow.measure, measure)
        self.page = page
        self.place = page.start
        self.top = 0
        self._anchor = page.start
        self._anchor_lead = 0
        self._flow: Flow | None = None
        self._laid_out = (-1, -1, -1)

    def forget_rows(self) -> None:
        """Forget what was painted: rows look different, or are others. Overridden by what paints."""

    # -- layout ------------------------------------------------------------------------------------

    @property
    def flow(self) -> Flow:
        """The rows at the present width; laid out anew only when the width or measure changed.

        Asked for at a new size it puts the anchor back to the top. The anchor stays what it was, so that
        going back to the old size shows the old rows.
        """
        width, height = self.size
        wanted = (width, height, self.measure)
        if self._flow is None or wanted != self._laid_out:
            text_width = max(LEAST, min(self.measure, width - gutter_width(self.page, width) - 1))
            if self._flow is None or text_width != self._flow.width:
                self._flow = Flow(self.page, text_width)
            if (width, self.measure) != self._laid_out[::2]:
                self.forget_rows()
            self._laid_out = wanted
            self.top = self._clamped(self._flow.y_of(self._anchor) - self._anchor_lead)
        return self._flow

    @property
    def last_top(self) -> int:
        """The greatest row that can stand at the top."""
        return max(0, self.flow.height - max(1, self.size.height))

    @property
    def share(self) -> float:
        """How far the window is through the article, 0 to 1."""
        return self.top / self.last_top if self.last_top else 1.0

    def _clamped(self, top: int) -> int:
        flow = self._flow
        rows = flow.height if flow is not None else 0
        return max(0, min(top, rows - max(1, self.size.height)))

    def take(self, page: Page) -> None:
        """Lay another page out, at the same place where it exists."""
        self._flow = None if self._flow is None else self._flow.for_page(page)
        self.page = page
        self._anchor = page.nearest(self._anchor)
        self.place = page.nearest(self.place)

    def watch_measure(self) -> None:
        """Lay out at the new measure."""
        self.forget_rows()
        self.refresh()
        self.post_message(self.Moved(self.place))

    def on_resize(self, event: events.Resize) -> None:
        # Before anybody asks: what shows where the window is must not show the old one.
        _ = self.flow
        self.post_message(self.Moved(self.place))

    # -- moving ------------------------------------------------------------------------------------

    def scroll_rows(self, rows: int) -> None:
        """Move the window by rows; the place follows to its first line."""
        self.show_top(self.top + rows)

    def show_top(self, top: int, place: Place | None = None) -> None:
        """Put row `top` at the top; the place becomes `place` or the first words in the window."""
        flow, before = self.flow, self.top
        self.top = self._clamped(top)
        self._anchor = flow.place_at(self.top)
        self._anchor_lead = max(0, flow.y_of(self._anchor) - self.top)
        # A mark or the jump list may hold a place that the article, edited since, no longer has.
        self.place = self._anchor if place is None else self.page.nearest(place)
        if self.top != before:
            self.refresh()
        self.post_message(self.Moved(self.place))

    def show_place(self, place: Place, *, at_top: bool = False) -> None:
        """Go to a place: to the top, or where it is when in sight, else a third down the window."""
        y = self.flow.y_of(place)
        height = max(1, self.size.height)
        if at_top:
            top = y
        elif self.top <= y < self.top + height:
            top = self.top
        else:
            top = y - height // 3
        self.show_top(top, place)

    @property
    def window(self) -> Window:
        """What is seen now, for `restore`."""
        return Window(self._anchor, self._anchor_lead, self.place)

    def begin_at(self, window: Window) -> None:
        """Begin with what was seen before. For a view without a size yet; others are given `restore`."""
        self._anchor, self._anchor_lead, self.place = window

    def restore(self, window: Window) -> None:
        """Show what was seen before, also where the rows are others by now."""
        self.show_top(self.flow.y_of(window.anchor) - window.lead, window.place)

    def rows_in_sight(self) -> range:
        """The rows in the window."""
        return range(self.top, min(self.flow.height, self.top + self.size.height))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-WHEEL_ROWS)
