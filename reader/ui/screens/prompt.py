"""A question with one line for the answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.text.clean import clean_line
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.text_row import Part, titled


class PromptScreen(Dialog[str]):
    """Asks for one line. Ends with the line, blanks at its ends removed, or with None."""

    HINTS: ClassVar[tuple[Hint, ...]] = (Hint("field.submit", "done"), Hint("dialog.close", "cancel"))
    INNER: ClassVar[tuple[Context, ...]] = (Context.FIELD,)

    def __init__(
        self, title: str, placeholder: str = "", value: str = "", keymap: Keymap = DEFAULT_KEYMAP
    ) -> None:
        super().__init__(keymap)
        self._title = clean_line(title)
        self._placeholder = placeholder
        self._value = value

    def heading(self) -> Iterable[Part]:
        """The question."""
        return titled(self._title)

    def body(self) -> Iterable[Widget]:
        """The field for the answer."""
        yield LineInput(self._value, self._placeholder, id="answer")

    def on_mount(self) -> None:
        """Focus the field, with the cursor at the end of its text."""
        answer = self.query_one("#answer", LineInput)
        answer.cursor_position = len(answer.value)
        answer.focus()

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
