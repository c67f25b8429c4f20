"""The limits of the terminal's size."""

from __future__ import annotations

from textual.events import Resize
from textual.geometry import Size

MOST_COLUMNS, MOST_ROWS = 1_000, 500
"""The largest screen that is painted: an 8K display has 960 x 480 cells of 8 x 9 pixels.

Textual holds and paints every cell. The size comes from outside: from the terminal, from a report in its
input, or from COLUMNS and LINES.
"""


def bounded(size: Size) -> Size:
    """`size` limited to the largest screen and at least one cell: without cells Textual loops for ever."""
    return Size(min(max(1, size.width), MOST_COLUMNS), min(max(1, size.height), MOST_ROWS))


def is_outdated(event: Resize, current: Size) -> bool:
    """Whether a resize event has a size that the terminal no longer has. If so, prevents the layout for it.

    Textual posts the size again after each layout. Two different sizes in the queue would replace each other
    for ever.
    """
    if event.size == current:
        return False
    event.prevent_default()
    return True
