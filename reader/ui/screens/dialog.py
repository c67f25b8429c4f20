"""The base of all dialogs: a title, a body, the keys at the foot, and the ways to close it.

A dialog takes what it shows in its constructor. It ends with a value, or with None if it is closed. It knows
nothing about the screen below.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.terminal.size import is_outdated
from reader.ui.bindings import bindings
from reader.ui.theme import style_sheets
from reader.ui.widgets.text_row import Part, TextRow, keys

Result = TypeVar("Result")

SMALL = (80, 24)
"""Columns and rows below which a dialog takes the whole screen."""

LOW = 12
"""Rows below which a dialog leaves out its blank rows, to make room for its list."""


class Dialog(ModalScreen[Result | None]):
    """A titled dialog that Esc or a click beside it closes."""

    CSS_PATH = [*style_sheets.paths(style_sheets.DIALOGS)]

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.DIALOG)

    HINTS: ClassVar[tuple[Hint, ...]] = (Hint("dialog.close", "close"),)
    INNER: ClassVar[tuple[Context, ...]] = ()
    """The contexts in front of the dialog's own: those of the list or of the text field in it."""

    def __init__(self, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__()
        self.keymap = keymap

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield TextRow(self.heading(), id="dialog-title")
            yield from self.body()
            yield TextRow(self.key_row(), id="dialog-hints")

    def heading(self) -> Iterable[Part]:
        """The parts of the title."""
        return ()

    def body(self) -> Iterable[Widget]:
        """What stands between the title and the keys."""
        return ()

    def hints(self) -> Iterable[Hint]:
        """The hints whose commands can run now."""
        return self.HINTS

    def key_row(self) -> tuple[Part, ...]:
        """The row of keys at the foot."""
        return keys(self.keymap.hints(tuple(self.hints()), *self.INNER))

    def hint(self, parts: Iterable[Part]) -> None:
        """Show a message at the foot; without parts show the keys again."""
        self.query_one("#dialog-hints", TextRow).show(tuple(parts) or self.key_row())

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """Take the whole screen if it is small."""
        if is_outdated(event, self.app.size):
            return
        self.set_class(event.size.width < SMALL[0] or event.size.height < SMALL[1], "-full-screen")
        self.set_class(event.size.height < LOW, "-low")

    def on_click(self, event: events.Click) -> None:
        """A click beside the dialog closes it."""
        if event.widget is self:
            event.stop()
            self.action_close()
