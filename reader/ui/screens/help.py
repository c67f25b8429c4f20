"""Every key and what it does, from the one table, found by typing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from reader.keys.commands import BY_ID
from reader.ui.screens.dialog import Dialog
from reader.ui.screens.help_rows import filtered, key_groups
from reader.ui.widgets.key_table import KeyRow, KeyTable
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.text_row import Part, titled


class HelpFilter(LineInput):
    """The field of words. A `?` in front of them closes the help as it opened it."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is text here: all that print but that one, while there are no words."""
        if not self.value and key == "question_mark":
            return False
        return super().check_consume_key(key, character)


class HelpScreen(Dialog[str]):
    """Lists the keys. Ends with the id of a command to run, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Ahead of the field, which gives it away while it is empty.
        Binding("question_mark", "close", "Close", priority=True, id="help.leave", show=False),
        Binding("f1", "close", "Close", id="help.close", show=False),
        Binding("down", "step(1)", "Down", id="help.down", show=False),
        Binding("up", "step(-1)", "Up", id="help.up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="help.page_down", show=False),
        Binding("pageup", "page(-1)", "Page up", id="help.page_up", show=False),
    ]

    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("type", "to find a key"),
        ("↑ ↓", "move"),
        ("Enter", "do it"),
        ("Esc", "close"),
    )

    def heading(self) -> Iterable[Part]:
        """The title, and what a number before a key does."""
        note = "   a number before a key repeats it (5j) or says where to go (42G, 50%)"
        return (*titled("Keys"), (note, "dim"))

    def body(self) -> Iterable[Widget]:
        """The filter and the table."""
        yield HelpFilter(placeholder="what do you want to do?", id="help-filter")
        yield KeyTable(key_groups(), id="help-keys")

    def on_mount(self) -> None:
        """The keys go to the filter."""
        self.query_one("#help-filter", LineInput).focus()

    @property
    def _table(self) -> KeyTable:
        return self.query_one("#help-keys", KeyTable)

    def action_step(self, steps: int) -> None:
        """Move the cursor by keys."""
        self._table.step(steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor by windows."""
        self._table.page(pages)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.hint(())
        self._table.show(filtered(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        row = self._table.row
        if row is not None:
            self._run(row)

    @on(KeyTable.Moved)
    def _moved(self, event: KeyTable.Moved) -> None:
        """Say in full what the key does, which a narrow table has no room for."""
        event.stop()
        self.hint(((event.row.help, "text"), ("   Enter does it" if event.row.command else "", "dim")))

    @on(KeyTable.Picked)
    def _picked(self, event: KeyTable.Picked) -> None:
        event.stop()
        self._run(event.row)

    def _run(self, row: KeyRow) -> None:
        """End with the command, or say why it cannot be run from here."""
        command = BY_ID.get(row.command)
        if command is not None and command.id == "app.help":
            self.dismiss(None)
        elif command is not None and (command.palette or command.id == "app.palette"):
            self.dismiss(command.id)
        elif command is not None:
            self.hint(((f"Press it in the text: {row.keys}", "here"),))
        else:
            self.hint(((f"{row.keys} works where its heading says.", "here"),))
