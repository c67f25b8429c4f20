"""A field for one line of text, as the search bar, the filters and the questions use it.

Owns what may enter such a field: typed and pasted text passes the gate, a pasted paragraph becomes one
line. Without frame, without blinking, one row high.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import Input

from reader.keys.commands import Context
from reader.text.ambiguous_width import painted
from reader.text.cells import may_be_ambiguous
from reader.text.clean import clean, clean_line
from reader.ui.bindings import bindings
from reader.ui.widgets.line import Line

LONGEST = 2_000
"""Code points a line holds; what is pasted beyond is cut."""


class LineInput(Input):
    """An `Input` of one row whose value is always clean."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.FIELD)

    # No automatic scroll bar: at sizes of a few cells it can make the layout go round for ever.
    DEFAULT_CSS = """
    LineInput, LineInput:focus {
        height: 1; border: none; padding: 0; overflow: hidden hidden;
        background: transparent; background-tint: transparent;
    }
    """

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            _line(value)[:LONGEST],
            clean_line(placeholder),
            max_length=LONGEST,
            select_on_focus=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Nothing that could act on a terminal, and no second line, whoever sets the value."""
        return _line(value)

    def render_line(self, y: int) -> Strip:
        """The words, or the placeholder: Textual would break a long one over several lines."""
        if self.value or y:
            strip = super().render_line(y)
            return _painted(strip, self.size.width) if may_be_ambiguous(self.value) else strip
        line = Line(self.size.width, self.rich_style)
        if self.has_focus:
            line.add(self.placeholder[:1] or " ", self.get_component_rich_style("input--cursor"))
        rest = self.placeholder[1:] if self.has_focus else self.placeholder
        return line.add(rest, self.get_component_rich_style("input--placeholder")).strip()

    def insert_words(self, words: str) -> None:
        """Put words in place of the selection, or at the cursor; what does not fit is cut."""
        start, end = sorted(self.selection)
        room = LONGEST - len(self.value) + (end - start)
        self.replace(clean_line(words)[: max(0, room)], start, end)

    def on_paste(self, event: events.Paste) -> None:
        """Take all that is pasted as one line, where Textual would take its first line only."""
        event.prevent_default()
        event.stop()
        self.insert_words(event.text)

    def action_paste(self) -> None:
        """Take the clipboard as one line."""
        self.insert_words(self.app.clipboard)

    def on_key(self, event: events.Key) -> None:
        """Leave Alt and a letter to the bindings: Textual gives the letter as if it were typed."""
        if event.key.startswith("alt+"):
            event.prevent_default()

    def action_delete_left_all(self) -> None:
        """Clear the line; what stands right of the cursor goes too."""
        self.clear()


def _painted(strip: Strip, width: int) -> Strip:
    """The row with what is in dispute painted as everywhere; where that is too wide, its end is seen."""
    wider = Strip([Segment(part, style) for text, style, _ in strip for _, part in painted(text)])
    blanks = len(wider.text) - len(wider.text.rstrip(" "))
    hidden = max(0, wider.cell_length - max(0, blanks - 1) - width)
    return wider.crop(hidden, hidden + width)


def _line(text: str) -> str:
    """`text` clean and in one line, its blanks kept: a blank at the end is one that is being typed."""
    return clean(text).replace("\n", " ")
