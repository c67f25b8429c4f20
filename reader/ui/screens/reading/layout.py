"""Fitting the window: which classes, and with them which panels, hold at which size.

Owns the sizes from which the style sheets arrange the screen in another way, and sees to it that a new
size is laid out and painted once.
"""

from __future__ import annotations

from textual import events
from textual.geometry import Size

from reader.terminal.size import is_outdated
from reader.ui.screens.reading.panes import OPEN, Panes

COLUMNS, ROWS = 20, 5
"""Cells below which a line of text is no longer one."""

WIDTHS = [(0, "-slim"), (COLUMNS, "-narrow"), (80, "-medium"), (120, "-wide"), (140, "-roomy")]
HEIGHTS = [(0, "-flat"), (ROWS, "-low"), (24, "-tall")]
"""Cells from which a class of `reading.tcss` holds."""


class Fitting(Panes):
    """Takes on the classes of a size."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    _width_classes: frozenset[str] = frozenset()
    """Those of `WIDTHS` that hold: panels stay open over the text while they are the same."""
    _laid_out: Size | None = None
    """The size the screen was last laid out for, so far as it is known."""

    def on_resize(self, event: events.Resize) -> None:
        """Runs before Textual lays the screen out at its new size."""
        if is_outdated(event, self.app.size):
            return
        if event.size != self._laid_out:
            self._laid_out = event.size
            self.hold_frame()
            self.paint_frame()
        self._meet(event.size)

    def on_screen_resume(self) -> None:
        """A dialog is gone; the window may have been resized under it."""
        self._meet(self.app.size)

    def _meet(self, size: Size) -> None:
        """Take on the classes of a size before it is laid out.

        Textual sets them after it has painted once: three columns in the width of one, and a whole
        book laid out for nothing. What was opened over the article is not left open at another width.
        """
        self.update_classes(classes_at(size), animate=False)
        widths = self.classes.intersection(name for _, name in WIDTHS)
        if widths != self._width_classes:
            self._width_classes = widths
            for panel in self._panels():
                panel.remove_class(OPEN)
                if panel.has_focus and self.overlays(panel):
                    # At once: Textual would leave the keys to nobody, and the status line to the panel.
                    self.set_focus(self.view)
            self._settle_panes()
        small = "-slim" in widths or self.has_class("-flat")
        if small and not self.query("#too-small"):
            from reader.ui.widgets.too_small import TooSmall

            self.read_styles("panes")
            self.mount(TooSmall(COLUMNS, ROWS, id="too-small"))


def classes_at(size: Size) -> dict[str, bool]:
    """Whether each of the width and height classes holds at a size in cells, as Textual will set them."""
    wide = max((least, name) for least, name in WIDTHS if size.width >= least)
    high = max((least, name) for least, name in HEIGHTS if size.height >= least)
    return {name: (least, name) in (wide, high) for least, name in (*WIDTHS, *HEIGHTS)}
