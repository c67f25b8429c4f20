"""The lines of a widget that keeps its painted rows.

Textual keeps painted lines by their position in the widget, so scrolling by one row makes it pad, filter and
encode every line again. A `Strip` keeps what a filter made of it, and how it is encoded. A widget that gives
out the same `Strip` for the same row saves that work.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def painted_lines(widget: Widget, crop: Region, rows: Callable[[range], list[Strip]]) -> list[Strip]:
    """The lines of a region of a widget without padding and border, for its `render_lines`.

    `rows` gives the rows of the widget on a range of lines.
    """
    strips = rows(range(crop.y, crop.bottom))
    background = widget.background_colors[1]
    for line_filter in widget.get_line_filters():
        strips = [strip.apply_filter(line_filter, background) for strip in strips]
    if crop.column_span != (0, widget.size.width):
        strips = [strip.crop(*crop.column_span) for strip in strips]
    return strips
