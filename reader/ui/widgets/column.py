"""A column of the reading screen, which is empty until its panels are mounted."""

from __future__ import annotations

from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip

from reader.ui.widgets.painted_lines import painted_lines


class Column(Vertical):
    """Holds panels. The empty rows are one strip, which Textual filters and encodes once for all of them."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The empty lines of a region of the widget."""
        if self.gutter:
            return super().render_lines(crop)
        blank = Strip.blank(self.size.width, self.rich_style)
        return painted_lines(self, crop, lambda lines: [blank] * len(lines))
