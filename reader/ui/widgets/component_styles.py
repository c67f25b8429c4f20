"""The Rich styles of a widget's component classes.

Owns the way from the name of a component class to the style it is painted with. Colours and weights stand in
the style sheets alone.
"""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


class ComponentStyles:
    """The styles of one widget, each worked out when it is first painted with, and kept until `clear`."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._base: Style | None = None
        self._overlays: dict[str, Style] = {}

    def clear(self) -> None:
        """Drop all styles. For the `notify_style_update` of the widget."""
        self._base = None
        self._overlays.clear()

    @property
    def base(self) -> Style:
        """The style of the widget itself; Textual's `rich_style` works the same out again at each call."""
        if self._base is None:
            self._base = self._widget.rich_style
        return self._base

    def of(self, name: str) -> Style:
        """The style of a component class on the widget's background. Raises KeyError for an unknown class."""
        return self._widget.get_component_rich_style(name)

    def overlay(self, name: str) -> Style:
        """Only what a component class itself says, to be added to the style of the text under it.

        A translucent colour is blended with the background of the widget.
        """
        style = self._overlays.get(name)
        if style is None:
            own = self._widget.get_component_rich_style(name, partial=True)
            blended = self._widget.get_component_rich_style(name)
            style = self._overlays[name] = own + Style(
                color=blended.color if own.color else None,
                bgcolor=blended.bgcolor if own.bgcolor else None,
            )
        return style
