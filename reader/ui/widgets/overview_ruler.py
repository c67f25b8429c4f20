"""The overview ruler: the article from beginning to end in one column, in place of a scroll bar.

Shows the position of the window, and where matches, quotes, highlights and marks are. A click goes there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Place
from reader.text.flow import Flow
from reader.text.match_list import Matches
from reader.text.page import Page
from reader.ui.widgets.component_styles import ComponentStyles
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.painted_lines import painted_lines

WINDOW, EMPTY = SIGNS.window, " "
MATCH, QUOTE, MARK, HIGHLIGHT = SIGNS.match_tick, SIGNS.quote_tick, SIGNS.mark_tick, SIGNS.highlight_tick
TICKS = (
    (MATCH, "ruler--match"),
    (MARK, "ruler--mark"),
    (HIGHLIGHT, "ruler--highlight"),
    (QUOTE, "ruler--quote"),
)
"""The ticks with their component classes. A cell shows the first of its ticks in this order."""

EXACT = 5_000
"""The most matches that are each shown at their own row. With more, the first row of each block is used."""


def cells_of(rows: Iterable[int], height: int, total: int) -> set[int]:
    """The cells of a ruler of `height` cells in which rows of a flow of `total` rows lie."""
    return {min(height - 1, row * height // max(1, total)) for row in rows} if height else set()


class OverviewRuler(Widget):
    """One cell wide. Posts `Chosen` with the row of the flow that was clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "ruler--track",
        "ruler--window",
        "ruler--match",
        "ruler--quote",
        "ruler--highlight",
        "ruler--mark",
    }

    ALLOW_SELECT = False

    matches: reactive[Matches | None] = reactive(None, init=False)
    marks: reactive[Sequence[Place]] = reactive((), init=False)

    class Chosen(Message):
        """A cell was clicked; `row` is the first row of the flow that it stands for."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self, page: Page, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page = page
        self._flow: Flow | None = None
        self._window = range(0)
        self._ticks: dict[str, set[int]] | None = None
        self._styles = ComponentStyles(self)
        self._painted: dict[tuple[str, str, int], Strip] = {}  # by sign, component class and width

    def show(self, flow: Flow, top: int, height: int) -> None:
        """Show the position of a window of `height` rows from row `top` of a flow."""
        if flow is not self._flow:
            self._flow, self._ticks = flow, None
        before, self._window = self._window_cells(), range(top, top + height)
        if self._ticks is None:
            self.refresh()
        else:
            # Scrolling a book by one line moves the window by less than a cell.
            for y in {*before} ^ {*self._window_cells()}:
                self.refresh(Region(0, y, self.size.width, 1))

    def _window_cells(self) -> range:
        """The cells that show the position of the window; an empty range if all rows are in the window."""
        flow, window, height = self._flow, self._window, max(1, self.size.height)
        if flow is None or flow.height <= len(window):
            return range(0)
        first, last = (row * height // flow.height for row in (window.start, window.stop - 1))
        return range(min(first, height - 1), min(last, height - 1) + 1)

    def replace(self, page: Page) -> None:
        """Show another article's ticks."""
        self.page, self._flow, self._ticks = page, None, None

    def watch_matches(self) -> None:
        """Show where the matches are."""
        self._find_ticks_again()

    def watch_marks(self) -> None:
        """Show where the user's marks are."""
        self._find_ticks_again()

    def on_resize(self) -> None:
        """Compute the ticks for the new number of cells."""
        self._find_ticks_again()

    def _find_ticks_again(self) -> None:
        self._ticks = None
        self.refresh()

    def _find_ticks(self, flow: Flow) -> dict[str, set[int]]:
        height, total = self.size.height, flow.height
        matches = self.matches
        hits: set[int] = set()
        if matches is not None:
            if len(matches) <= EXACT:
                rows = [flow.y_of(matches[index].place) for index in range(len(matches))]
            else:
                rows = [flow.rows_of(block).start for block in matches.blocks()]
            hits = cells_of(rows, height, total)
        document = self.page.document
        quotes = [flow.y_of(piece.place) for quote in document.quotes for piece in quote.pieces]
        highlights = [flow.y_of(piece.place) for one in document.highlights for piece in one.pieces]
        return {
            MATCH: hits,
            MARK: cells_of((flow.y_of(place) for place in self.marks), height, total),
            QUOTE: cells_of(quotes, height, total),
            HIGHLIGHT: cells_of(highlights, height, total),
        }

    def render_line(self, y: int) -> Strip:
        """One cell, which stands for some rows of the article."""
        flow = self._flow
        if self._ticks is None and flow is not None:
            self._ticks = self._find_ticks(flow)
        sign, name = self._sign(y, y in self._window_cells())
        width, styles = self.size.width, self._styles
        painted = self._painted.get((sign, name, width))
        if painted is None:
            cell = [Segment(sign, styles.of(name))]
            painted = Strip(Segment.adjust_line_length(cell, width, styles.base), width)
            self._painted[sign, name, width] = painted
        return painted

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget. Equal cells are one strip."""
        if self.gutter:
            return super().render_lines(crop)
        return painted_lines(self, crop, lambda lines: [self.render_line(y) for y in lines])

    def _sign(self, y: int, in_window: bool) -> tuple[str, str]:
        """The sign of a cell and its component class."""
        for tick, name in TICKS:
            if self._ticks is not None and y in self._ticks[tick] and not (in_window and tick == QUOTE):
                return tick, name
        return (WINDOW, "ruler--window") if in_window else (EMPTY, "ruler--track")

    def notify_style_update(self) -> None:
        """Discard the cells that were painted with the old styles."""
        self._styles.clear()
        self._painted.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self._flow is not None and self.size.height:
            self.post_message(self.Chosen(event.y * self._flow.height // self.size.height))
