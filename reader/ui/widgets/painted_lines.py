"""The lines of a widget that keeps its painted rows.

Textual caches painted lines by their position in the widget, so after scrolling by one row it pads, filters
and encodes every line again. A `Strip` caches its filtered and its encoded form. A widget that returns the
same `Strip` for the same row saves that work.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def painted_lines(widget: Widget, crop: Region, rows: Callable[[range], list[Strip]]) -> list[Strip]:
    """The lines of a region of a widget without padding and border, for its `render_lines`.

    `rows` returns the rows of the widget for a range of lines.
    """
    strips = rows(range(crop.y, crop.bottom))
    background = widget.background_colors[1]
    for line_filter in widget.get_line_filters():
        strips = [strip.apply_filter(line_filter, background) for strip in strips]
    if crop.column_span != (0, widget.size.width):
        strips = [strip.crop(*crop.column_span) for strip in strips]
    return strips
