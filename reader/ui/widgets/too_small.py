"""What is shown when the window is too small to read in."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


class TooSmall(Widget):
    """One line, cut to the width of the window, with the smallest size that can be used."""

    def __init__(self, columns: int, rows: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = f"too small: {columns}x{rows} at least"

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        words = self._words if y == 0 else ""
        return Strip([Segment(words, self.rich_style)]).adjust_cell_length(width, self.rich_style)
