"""The dialog in which a note is written: a text area of several lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.text.clean import clean, clean_line
from reader.text.excerpt import crop, flat
from reader.ui.bindings import bindings
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.text_row import Part

WORDS = 48
"""Cells of the highlighted words in the title."""


class NoteArea(TextArea):
    """A text area whose pasted text is cleaned."""

    longest_paste: ClassVar[int] = 30_000
    """Characters of a paste: more than a note may have, so that a longer note is refused and not cut."""

    def on_paste(self, event: events.Paste) -> None:
        """Insert the paste without control characters."""
        event.prevent_default()
        event.stop()
        self.replace(clean(event.text), *self.selection)


class NoteScreen(Dialog[str]):
    """Shows and edits a note. Ends with its text, or with None.

    `about` are the words that the note is about; empty for the whole article. `note` is the saved text, and
    `draft` a later text that was not saved. `keep_draft` is called with the text after every change.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.NOTE)

    HINTS: ClassVar[tuple[Hint, ...]] = (Hint("note.save", "save"), Hint("dialog.close", "close"))
    INNER: ClassVar[tuple[Context, ...]] = (Context.NOTE,)

    def __init__(
        self,
        about: str,
        note: str = "",
        draft: str = "",
        keep_draft: Callable[[str], object] = lambda text: None,
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        super().__init__(keymap)
        self._about, self._note, self._draft = clean_line(about), note, draft
        self._keep_draft = keep_draft
        self._warned = False

    def heading(self) -> Iterable[Part]:
        """The words that the note is about."""
        words = f"“{crop(flat(self._about, WORDS), WORDS)}”" if self._about else "the article"
        return (("Note on ", "title"), (words, "dim"))

    def body(self) -> Iterable[Widget]:
        """The text area."""
        area = NoteArea(self._draft or self._note, soft_wrap=True, show_line_numbers=False, id="note")
        area.cursor_blink = False
        yield area

    def on_mount(self) -> None:
        """Put the cursor at the end of the text, and tell the user if the text is an unsaved draft."""
        area = self.query_one("#note", NoteArea)
        area.move_cursor(area.document.end)
        area.focus()
        if self._draft and self._draft != self._note:
            self.hint((("Unsaved draft restored.  ", "here"), *self.key_row()))

    @property
    def _is_changed(self) -> bool:
        return self.query_one("#note", NoteArea).text.strip() != self._note.strip()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._warned:
            self._warned = False
            self.hint(())
        self._keep_draft(event.text_area.text if self._is_changed else "")

    def action_save(self) -> None:
        """End with the text."""
        self.dismiss(self.query_one("#note", NoteArea).text)

    def action_close(self) -> None:
        """Close without saving. If changes would be lost, ask for the key a second time."""
        if self._is_changed and not self._warned:
            self._warned = True
            save, close = self.keymap.key("note.save"), self.keymap.key("dialog.close")
            self.hint(((f"Not saved yet: {save} saves, {close} again discards the changes.", "here"),))
            return
        self._keep_draft("")
        self.dismiss(None)
