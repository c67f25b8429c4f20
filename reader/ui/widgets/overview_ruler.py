"""The overview ruler: the whole article in one column, beside the text, in place of a scroll bar.

Shows where the window is, and where matches, quotes and marks lie. A click goes there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

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
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.last_step import LastStep
from reader.ui.widgets.looks import Look, Looks

WINDOW, EMPTY = SIGNS.window, " "
MATCH, QUOTE, MARK = SIGNS.match_tick, SIGNS.quote_tick, SIGNS.mark_tick
PARTS: Mapping[str, Look] = MappingProxyType(
    {
        "track": Look("rule"),
        "window": Look("ink-dim"),
        "match": Look("here", weight="bold"),
        "quote": Look("ink-dim"),
        "mark": Look("here"),
    }
)

EXACT = 5_000
"""Matches up to which each gets its own row; above, each paragraph that holds one does."""


def cells_of(rows: Iterable[int], height: int, total: int) -> set[int]:
    """The cells of a ruler of `height` cells in which rows of a flow of `total` rows lie."""
    return {min(height - 1, row * height // max(1, total)) for row in rows} if height else set()


class OverviewRuler(Widget):
    """One cell wide. Posts `Chosen` with the row of the flow that was clicked."""

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
        self._looks = Looks(self, PARTS)
        self._strips: dict[str, Strip] = {}
        self._last_step = LastStep(self, self._strips.clear)

    def show(self, flow: Flow, top: int, height: int) -> None:
        """Show a window of `height` rows from row `top` of a flow."""
        if flow is not self._flow:
            self._flow, self._ticks = flow, None
        before, self._window = self._within(), range(top, top + height)
        if self._ticks is None:
            self.refresh()
        else:
            # A line in a book moves the window by less than a cell.
            for y in {*before} ^ {*self._within()}:
                self.refresh(Region(0, y, self.size.width, 1))

    def _within(self) -> range:
        """The cells in which the window lies; none where it shows the whole article."""
        flow, window, height = self._flow, self._window, max(1, self.size.height)
        if flow is None or flow.height <= len(window):
            return range(0)
        first, last = (row * height // flow.height for row in (window.start, window.stop - 1))
        return range(min(first, height - 1), min(last, height - 1) + 1)

    def replace(self, page: Page) -> None:
        """Show another article's ticks."""
        self.page, self._flow, self._ticks = page, None, None

    def _stale(self) -> None:
        self._ticks = None
        self.refresh()

    watch_matches = watch_marks = on_resize = _stale

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
        quotes = [flow.y_of(piece.place) for quote in self.page.document.quotes for piece in quote.pieces]
        return {
            MATCH: hits,
            MARK: cells_of((flow.y_of(place) for place in self.marks), height, total),
            QUOTE: cells_of(quotes, height, total),
        }

    def render_line(self, y: int) -> Strip:
        """One cell, and its row of the window."""
        return self._lines(range(y, y + 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget; those that look alike are one and the same strip."""
        return self._last_step.lines(crop, super().render_lines, self._lines)

    def _lines(self, lines: range) -> list[Strip]:
        flow = self._flow
        if self._ticks is None and flow is not None:
            self._ticks = self._find_ticks(flow)
        within, width = self._within(), self.size.width
        return [self._strip(*self._sign(y, y in within), width) for y in lines]

    def _sign(self, y: int, within: bool) -> tuple[str, str]:
        """The sign of a cell and the part it is."""
        for tick, part in ((MATCH, "match"), (MARK, "mark"), (QUOTE, "quote")):
            if self._ticks is not None and y in self._ticks[tick] and not (within and tick == QUOTE):
                return tick, part
        return (WINDOW, "window") if within else (EMPTY, "track")

    def _strip(self, sign: str, part: str, width: int) -> Strip:
        strip = self._strips.get(sign)
        if strip is None or strip.cell_length != width:
            segments = [Segment(sign, self._looks.whole(part))]
            padded = Segment.adjust_line_length(segments, width, self._looks.whole())
            strip = self._strips[sign] = self._last_step.strip(padded, width)
        return strip

    def notify_style_update(self) -> None:
        self._looks.forget()
        self._strips.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self._flow is not None and self.size.height:
            self.post_message(self.Chosen(event.y * self._flow.height // self.size.height))
