"""A field for one line of text, used by the search bar, the filters and the dialogs.

Owns what such a field accepts: typed and pasted text is cleaned, and a pasted paragraph becomes one line. The
field has no frame and no blinking cursor, and is one row high.
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
"""The maximum length of the line in code points; a longer paste is cut."""


class LineInput(Input):
    """An `Input` of one row whose value is always clean."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.FIELD)

    # No automatic scroll bar: at sizes of a few cells it can send the layout into an endless loop.
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
        """Remove control characters and line breaks from every value that is set."""
        return _line(value)

    def render_line(self, y: int) -> Strip:
        """The words, or the placeholder in one row: Textual would wrap a long placeholder."""
        if self.value or y:
            strip = super().render_line(y)
            return _painted(strip, self.size.width) if may_be_ambiguous(self.value) else strip
        line = Line(self.size.width, self.rich_style)
        if self.has_focus:
            line.add(self.placeholder[:1] or " ", self.get_component_rich_style("input--cursor"))
        rest = self.placeholder[1:] if self.has_focus else self.placeholder
        return line.add(rest, self.get_component_rich_style("input--placeholder")).strip()

    def insert_words(self, words: str) -> None:
        """Replace the selection by words, or insert them at the cursor. Words that do not fit are cut."""
        start, end = sorted(self.selection)
        room = LONGEST - len(self.value) + (end - start)
        self.replace(clean_line(words)[: max(0, room)], start, end)

    def on_paste(self, event: events.Paste) -> None:
        """Insert the whole paste as one line. Textual would insert only its first line."""
        event.prevent_default()
        event.stop()
        self.insert_words(event.text)

    def action_paste(self) -> None:
        """Insert the clipboard as one line."""
        self.insert_words(self.app.clipboard)

    def on_key(self, event: events.Key) -> None:
        """Leave Alt and a letter to the bindings: Textual would insert the letter."""
        if event.key.startswith("alt+"):
            event.prevent_default()

    def action_delete_left_all(self) -> None:
        """Clear the line, including the text to the right of the cursor."""
        self.clear()


def _painted(strip: Strip, width: int) -> Strip:
    """The row with text of ambiguous width prepared for painting. If it is too wide, its end is shown."""
    wider = Strip([Segment(part, style) for text, style, _ in strip for _, part in painted(text)])
    blanks = len(wider.text) - len(wider.text.rstrip(" "))
    hidden = max(0, wider.cell_length - max(0, blanks - 1) - width)
    return wider.crop(hidden, hidden + width)


def _line(text: str) -> str:
    """`text` cleaned and in one line. Blanks are kept: the user may have just typed one at the end."""
    return clean(text).replace("\n", " ")
