"""How the parts of a painted row look: tokens of the theme and a weight, made a style when first painted.

Owns the way from a look to a style. Component classes would be styled at every start and every change of
the screen, painted or not: forty of them cost 5 ms and a quarter of a megabyte before the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color
from textual.widget import Widget


class Look(NamedTuple):
    """Tokens of the theme by their names, without the dollar sign; what is empty stays as it is under it.

    `weight` is said in words of Rich, such as "bold underline"; `plain` where no colours are wanted.
    """

    ink: str = ""
    fill: str = ""
    weight: str = ""
    plain: str = ""


class Looks:
    """The styles of the parts of one widget, each worked out once, until `forget`."""

    def __init__(self, widget: Widget, looks: Mapping[str, Look]) -> None:
        self._widget, self._looks = widget, looks
        self._parts: dict[str, Style] = {}
        self._whole: dict[str, Style] = {}

    def forget(self) -> None:
        """Work all out anew when they are next asked for: the colours or what is under them changed."""
        self._parts.clear()
        self._whole.clear()

    def part(self, name: str) -> Style:
        """What a part alone says, to lie over something. Raises KeyError for no part."""
        style = self._parts.get(name)
        if style is None:
            look, app = self._looks[name], self._widget.app
            tokens = app.theme_variables
            style = self._parts[name] = Style(
                color=Color.parse(tokens[look.ink]).rich_color if look.ink else None,
                bgcolor=Color.parse(tokens[look.fill]).rich_color if look.fill else None,
            ) + Style.parse((app.no_color and look.plain) or look.weight)
        return style

    def whole(self, name: str = "") -> Style:
        """A part on the widget's own colours; those alone without a name."""
        style = self._whole.get(name)
        if style is None:
            style = self.part(name) if name else Style.null()
            style = self._whole[name] = self._widget.rich_style + style
        return style
