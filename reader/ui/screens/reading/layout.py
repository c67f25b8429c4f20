"""The layout of the reading screen at each size: which style classes it has, and so which panels it shows.

Owns the sizes at which the style sheets arrange the screen differently. A new size is laid out and painted
only once.
"""

from __future__ import annotations

from textual.geometry import Size

from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.frame import FrameHold
from reader.ui.screens.reading.panes import Panes

COLUMNS, ROWS = 20, 5
"""Cells below which the window is too small to read in."""

WIDTHS = [
    (0, "-slim"),
    (COLUMNS, "-narrow"),
    (100, "-medium"),
    (120, "-wide"),
    (140, "-roomy"),
    (160, "-broad"),
    (176, "-vast"),
]
HEIGHTS = [(0, "-flat"), (ROWS, "-low"), (24, "-tall")]
"""The least number of cells for each class of `reading.tcss`."""


class Layout:
    """Gives the screen the classes of its size. `size` is the size of the terminal if it is known already."""

    def __init__(self, reading: ReadingContext, panes: Panes, frame: FrameHold, size: Size | None) -> None:
        self._reading, self._screen = reading, reading.screen
        self._panes, self._frame = panes, frame
        self._laid_out = size
        self.width_classes: frozenset[str] = frozenset()
        """The present classes of `WIDTHS`. Panels stay open over the text while they are the same."""

    def resized(self, size: Size) -> None:
        """Handle a new size of the window, which is not laid out yet."""
        if size != self._laid_out:
            self._laid_out = size
            self._frame.hold()
            self._frame.release()
        self.apply(size)

    def apply(self, size: Size) -> None:
        """Give the screen the classes of a size before it is laid out.

        Textual would do this after painting once, with three columns in the width of one, and would lay out a
        whole book for nothing. Panels that were opened over the article are closed at another width.
        """
        self._screen.update_classes(classes_at(size), animate=False)
        widths = self._screen.classes.intersection(name for _, name in WIDTHS)
        if widths != self.width_classes:
            self.width_classes = widths
            self._panes.close_all()
        small = "-slim" in widths or self._screen.has_class("-flat")
        if small and not self._screen.query("#too-small"):
            from reader.ui.widgets.too_small import TooSmall

            self._reading.read_styles("panes")
            self._screen.mount(TooSmall(COLUMNS, ROWS, id="too-small"))


def classes_at(size: Size) -> dict[str, bool]:
    """Each width and height class, and whether the screen has it at a size in cells. Textual agrees."""
    wide = max((least, name) for least, name in WIDTHS if size.width >= least)
    high = max((least, name) for least, name in HEIGHTS if size.height >= least)
    return {name: (least, name) in (wide, high) for least, name in (*WIDTHS, *HEIGHTS)}
