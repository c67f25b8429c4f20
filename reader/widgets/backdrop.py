"""What is seen of a widget that shows nothing itself: its background, one row for all its lines.

Textual would paint, filter and cut every one of those lines apart, most of them behind other widgets.
"""

from __future__ import annotations

from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.widgets.last_step import LastStep


class Backdrop:
    """The lines of a widget without content of its own, for its `render_lines`."""

    def __init__(self, widget: Widget) -> None:
        self._last_step = LastStep(widget)

    def lines(self, crop: Region) -> list[Strip] | None:
        """The lines of a region; None for a widget with a border, see `LastStep.lines`."""
        return self._last_step.lines(crop, lambda _: [])


class Column(Vertical):
    """Widgets one above the other, which leave nothing of it to be seen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._backdrop = Backdrop(self)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget: its background."""
        strips = self._backdrop.lines(crop)
        return super().render_lines(crop) if strips is None else strips
