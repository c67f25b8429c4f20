"""The last step of painting for a widget that keeps its painted rows: filters, air around, and the cut.

Textual keeps rows by their line in the window, and styles, filters and encodes every one anew when the
window moves. A widget that keeps them by what they show takes this step once a row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Spacing
from textual.strip import Strip
from textual.widget import Widget


class LastStep:
    """Takes a widget's rows past the filters. `forget` is called when rows taken before are stale."""

    def __init__(self, widget: Widget, forget: Callable[[], object] = lambda: None) -> None:
        self._widget, self._forget = widget, forget
        self._filters: Sequence[LineFilter] = ()
        self._background = Color(0, 0, 0, 0)
        self._air = Spacing()
        self._blank = Style.null()
        self._blank_row = Strip([], 0)

    def strip(self, segments: list[Segment], cells: int) -> Strip:
        """A row of the content, so many cells wide, as the compositor takes it: with the air beside it."""
        left, right = self._air.left, self._air.right
        if left:
            segments = [Segment(" " * left, self._blank), *segments]
        if right:
            segments = [*segments, Segment(" " * right, self._blank)]
        for line_filter in self._filters:
            segments = line_filter.apply(segments, self._background)
        return Strip(segments, left + cells + right)

    def over(self, strip: Strip, column: int, segments: list[Segment]) -> Strip:
        """The row with other cells at a column of its content; the row took the step, they did not."""
        for line_filter in self._filters:
            segments = line_filter.apply(segments, self._background)
        put, at = Strip(segments), self._air.left + column
        return Strip.join([strip.crop(0, at), put, strip.crop(at + put.cell_length)])

    def bare(self, strip: Strip) -> Strip:
        """The content of a row that took the step."""
        return strip.crop(self._air.left, strip.cell_length - self._air.right)

    def lines(
        self,
        crop: Region,
        usual: Callable[[Region], list[Strip]],
        rows: Callable[[range], list[Strip]] = lambda _: [],
    ) -> list[Strip]:
        """The lines of a region of the widget, for its `render_lines`.

        `rows` gives those of the content, each taken past `strip`; lines it does not give are blank, and
        one and the same row. `usual` is Textual's own way, which is taken where there is a border.
        """
        widget = self._widget
        air, size = widget.styles.padding, widget.outer_size
        if air != widget.gutter:
            return usual(crop)
        filters, background = widget.get_line_filters(), widget.background_colors[1]
        if (filters, background, air) != (self._filters, self._background, self._air):
            self._filters, self._background, self._air = filters, background, air
            self._blank, self._blank_row = Style(bgcolor=background.rich_color), Strip([], 0)
            self._forget()
        first = max(0, crop.y - air.top)
        end = max(first, min(crop.bottom, size.height - air.bottom) - air.top)
        strips = rows(range(first, end))
        if len(strips) < crop.height:
            blank = self._blank_line(size.width)
            above = max(0, min(air.top - crop.y, crop.height))
            strips = [blank] * above + strips
            strips += [blank] * (crop.height - len(strips))
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _blank_line(self, width: int) -> Strip:
        if self._blank_row.cell_length != width:
            inner = width - self._air.width
            self._blank_row = self.strip([Segment(" " * inner, self._blank)], inner)
        return self._blank_row
