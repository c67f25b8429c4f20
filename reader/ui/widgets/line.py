"""One row of cells, built from left to right and never wider than its width.

Owns the arithmetic of cells that every painted row needs. Text is painted as it is and never passes a markup
parser. Every segment has a style.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.text.ambiguous_width import painted
from reader.text.cells import plain, width
from reader.text.excerpt import crop


class Line:
    """A row of `width` cells under construction; `blank` is the style of empty cells."""

    def __init__(self, width: int, blank: Style) -> None:
        self.width = max(0, width)
        self.used = 0
        self._blank = blank
        self._segments: list[Segment] = []

    @property
    def room(self) -> int:
        """Cells that are left."""
        return self.width - self.used

    def add(self, text: str, style: Style) -> Line:
        """Add `text` at the end, cut with an ellipsis if it does not fit."""
        text = crop(text, self.room)
        if plain(text):  # most texts are plain and need no table of cell widths
            self._segments += [Segment(text, style)] if text else []
            self.used += len(text)
        else:
            self._segments += [Segment(part, style) for _, part in painted(text)]
            self.used += width(text)
        return self

    def append(self, other: Line, overlay: Style | None = None) -> Line:
        """Add another finished row that is no wider than what is left, with `overlay` over all of it."""
        self._segments += other.strip(overlay)
        self.used += other.width
        return self

    def to(self, column: int) -> Line:
        """Fill with blanks up to `column`. Does nothing if the row is that long already."""
        cells = min(column, self.width) - self.used
        if cells > 0:
            self._segments.append(Segment(" " * cells, self._blank))
            self.used += cells
        return self

    def right(self, text: str, style: Style, edge: int) -> Line:
        """Add `text` so that it ends at column `edge`, or leave it out if there is no room."""
        start = min(edge, self.width) - width(text)
        if text and start >= self.used:
            self.to(start).add(text, style)
        return self

    def strip(self, overlay: Style | None = None) -> Strip:
        """The row filled up to its width, with `overlay` over all of it."""
        segments = self.to(self.width)._segments
        if overlay is not None:
            segments = [Segment(text, (style or self._blank) + overlay) for text, style, _ in segments]
        return Strip(segments, self.used)
