"""The Rich styles of a widget's component classes.

Owns the mapping from the name of a component class to its style. Colours and weights are defined only in the
style sheets.
"""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


class ComponentStyles:
    """The styles of one widget. Each is computed when it is first used, and kept until `clear`."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._base: Style | None = None
        self._overlays: dict[str, Style] = {}

    def clear(self) -> None:
        """Discard all styles. For the `notify_style_update` of the widget."""
        self._base = None
        self._overlays.clear()

    @property
    def base(self) -> Style:
        """The style of the widget itself. Textual's `rich_style` computes it again at each call."""
        if self._base is None:
            self._base = self._widget.rich_style
        return self._base

    def of(self, name: str) -> Style:
        """The style of a component class on the widget's background. Raises KeyError for an unknown class."""
        return self._widget.get_component_rich_style(name)

    def overlay(self, name: str) -> Style:
        """The style that a component class itself sets, to be added to the style of the text under it.

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
