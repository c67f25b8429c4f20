"""A column of panels: nothing of it is seen but its background, so that is one row for all its lines."""

from __future__ import annotations

from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip

from reader.ui.widgets.last_step import LastStep


class Column(Vertical):
    """Widgets one above the other."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._last_step = LastStep(self)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget: Textual would paint and cut every one of them apart."""
        return self._last_step.lines(crop, super().render_lines)
