"""What is shown when the window is too small to read in."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

LEAST_COLUMNS, LEAST_ROWS = 20, 5
"""Cells below which a line of text is no longer one."""


class TooSmall(Widget):
    """One line, cut to what there is room for."""

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        words = f"too small: {LEAST_COLUMNS}x{LEAST_ROWS} at least" if y == 0 else ""
        return Strip([Segment(words, self.rich_style)]).adjust_cell_length(width, self.rich_style)
