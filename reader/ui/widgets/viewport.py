"""The rows of the article that are in the window, and the place the reader is at.

Owns the layout at the present size and every move of the window. The first row of the window is kept as a
place in the text (the anchor), so that the same sentence stays at the top at another width. Paints nothing.
"""

from __future__ import annotations

from reader.model import Place
from reader.reading.jumps import Window
from reader.text.flow import Flow
from reader.text.page import Page
from reader.ui.widgets.article_rows import gutter_width

MIN_TEXT_WIDTH = 8
"""The least width of the layout in cells: a book laid out one cell wide has three million rows, and in such a
small window only a message is shown."""

LOW = 26
"""Rows of the window below which the headline has no blank rows, so that the first paragraph is in sight."""


class Viewport:
    """A window on a page. Call `lay_out` before any method that concerns rows."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.place = page.start
        """The place the reader is at."""
        self.top = 0
        """The first row in the window."""
        self._anchor = page.start
        self._anchor_lead = 0  # rows between the top of the window and the anchor
        self._flow: Flow | None = None
        self._width, self._height, self._measure = -1, -1, -1

    # -- layout ------------------------------------------------------------------------------------

    def lay_out(self, width: int, height: int, measure: int) -> bool:
        """Lay the page out for a window of that size and a text of at most `measure` cells.

        At a new size the anchor comes back to the top. The anchor stays the same, so that the old size shows
        the old rows again. Returns whether the rows have to be painted again.
        """
        if (width, height, measure) == (self._width, self._height, self._measure) and self._flow is not None:
            return False
        text_width = max(MIN_TEXT_WIDTH, min(measure, width - gutter_width(self.page, width) - 1))
        compact = height < LOW
        repaint = (width, measure) != (self._width, self._measure)
        if self._flow is None or (text_width, compact) != (self._flow.width, self._flow.compact):
            self._flow, repaint = Flow(self.page, text_width, compact=compact), True
        self._width, self._height, self._measure = width, height, measure
        self._show_anchor(self.flow)
        return repaint

    @property
    def flow(self) -> Flow:
        """The rows of the page at the present width. Raises LookupError before the first `lay_out`."""
        if self._flow is None:
            raise LookupError("the page is not laid out yet")
        return self._flow

    def replace(self, page: Page) -> None:
        """Show another page, at the same place where it exists."""
        self.page = page
        self._anchor = page.nearest(self._anchor)
        self.place = page.nearest(self.place)
        if self._flow is not None:
            self._flow = self._flow.for_page(page)
        if self._flow is not None:
            self._show_anchor(self._flow)

    def _show_anchor(self, flow: Flow) -> None:
        self.top = self._clamp(flow, flow.y_of(self._anchor) - self._anchor_lead)

    def _clamp(self, flow: Flow, top: int) -> int:
        return max(0, min(top, flow.height - max(1, self._height)))

    @property
    def last_top(self) -> int:
        """The last row that can be the first one in the window."""
        return max(0, self.flow.height - max(1, self._height))

    def rows(self) -> range:
        """The rows in the window."""
        return range(self.top, min(self.flow.height, self.top + self._height))

    # -- moving ------------------------------------------------------------------------------------

    def show_top(self, top: int, place: Place | None = None) -> bool:
        """Make `top` the first row; the place becomes `place` or the first words in the window.

        Returns whether the window moved.
        """
        flow, before = self.flow, self.top
        self.top = self._clamp(flow, top)
        self._anchor = flow.place_at(self.top)
        self._anchor_lead = max(0, flow.y_of(self._anchor) - self.top)
        # The text may have changed since a mark or a jump was made: its place may not exist any more.
        self.place = self._anchor if place is None else self.page.nearest(place)
        return self.top != before

    def top_for(self, place: Place, *, at_top: bool = False) -> int:
        """The first row of a window that shows a place.

        With `at_top` that is the row of the place. Otherwise it is the present first row if the place is in
        the window already, or the row that puts the place a third of the way down.
        """
        y = self.flow.y_of(place)
        if at_top:
            return y
        height = max(1, self._height)
        return self.top if self.top <= y < self.top + height else y - height // 3

    @property
    def window(self) -> Window:
        """What is in the window now, for `begin_at` and `top_of`."""
        return Window(self._anchor, self._anchor_lead, self.place)

    def begin_at(self, window: Window) -> None:
        """Begin with an earlier window. For a page that is not laid out yet."""
        self._anchor, self._anchor_lead, self.place = window

    def top_of(self, window: Window) -> int:
        """The first row of an earlier window in the present layout."""
        return self.flow.y_of(window.anchor) - window.lead
