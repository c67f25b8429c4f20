"""The lines of a widget, as it paints them and as Textual would paint them from `render_line`."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def styled(strip: Strip) -> list[tuple[str, str]]:
    """Each character of a row with its style, independent of the segments."""
    return [(character, str(style)) for text, style, _ in strip for character in text]


def same(widget: Widget, part: Region) -> bool:
    """Whether the lines of a region are the same as Textual would make from `render_line`."""
    own, usual = widget.render_lines(part), Widget.render_lines(widget, part)
    return len(own) == part.height and [*map(styled, own)] == [*map(styled, usual)]


def rows(widget: Widget) -> list[str]:
    """The text of each row of a widget, without the blanks at its end."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]
