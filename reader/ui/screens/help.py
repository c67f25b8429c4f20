"""The help: lists every key and what it does, and filters them while the user types."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from reader.keys.commands import BY_ID, Context
from reader.keys.keymap import WHILE_EMPTY, Hint
from reader.ui.bindings import bindings
from reader.ui.screens.dialog import Dialog
from reader.ui.screens.help_rows import filtered, key_groups
from reader.ui.widgets.key_table import KeyRow, KeyTable
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.text_row import Part, titled


class HelpFilter(LineInput):
    """The filter field. Posts `Left` for a key that closes the help while the field is empty."""

    class Left(Message):
        """A key that closes the help was pressed before anything was typed."""

    def __init__(self, leaving: Collection[str], *, id: str | None = None) -> None:
        super().__init__(placeholder="what do you want to do?", id=id)
        self._leaving = leaving

    def on_key(self, event: events.Key) -> None:
        """Close the help instead of typing. A binding of the screen would not get a key that prints."""
        if not self.value and event.key in self._leaving:
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())


class HelpScreen(Dialog[str]):
    """Lists the keys. Ends with the id of a command to run, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Context.HELP)

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("", "to find a key", "type"),
        Hint("help.up help.down", "move"),
        Hint("field.submit", "do it"),
        Hint("dialog.close", "close"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.FIELD,)

    def heading(self) -> Iterable[Part]:
        """The title, and what a number before a key does."""
        down, end, percent = map(self.keymap.key, ("move.line_down", "move.end", "move.percent"))
        note = f"   a number before a key repeats it (5{down}) or says where to go (42{end}, 50{percent})"
        return (*titled("Keys"), (note, "dim"))

    def body(self) -> Iterable[Widget]:
        """The filter and the table."""
        yield HelpFilter(self.keymap.keys(WHILE_EMPTY), id="help-filter")
        yield KeyTable(key_groups(self.keymap), id="help-keys")

    def hints(self) -> Iterable[Hint]:
        """The keys that work: not every command can be run from here."""
        table = self.query("#help-keys")
        row = table.first(KeyTable).row if table else None
        typing, move, run, close = self.HINTS
        can_run = not table or (row is not None and _is_run_from_here(row))
        return (typing, *((move,) if row or not table else ()), *((run,) if can_run else ()), close)

    def on_mount(self) -> None:
        """Focus the filter."""
        self.query_one("#help-filter", LineInput).focus()

    @property
    def _table(self) -> KeyTable:
        return self.query_one("#help-keys", KeyTable)

    def action_step(self, steps: int) -> None:
        """Move the cursor of the table by keys."""
        self._table.step(steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor of the table by pages."""
        self._table.page(pages)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._table.show(filtered(event.value, self.keymap))
        self.hint(())

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        row = self._table.row
        if row is not None:
            self._run(row)

    @on(KeyTable.Moved)
    def _moved(self, event: KeyTable.Moved) -> None:
        """Show the full help line of the key, for which a narrow table has no room."""
        event.stop()
        run = f"   {self.keymap.key('field.submit')} does it" if _is_run_from_here(event.row) else ""
        self.hint(((event.row.help, "text"), (run, "dim")))

    @on(HelpFilter.Left)
    def _left(self, event: HelpFilter.Left) -> None:
        event.stop()
        self.action_close()

    @on(KeyTable.Picked)
    def _picked(self, event: KeyTable.Picked) -> None:
        event.stop()
        self._run(event.row)

    def _run(self, row: KeyRow) -> None:
        """End with the command, or say why it cannot be run from here."""
        command = BY_ID[row.command]
        if command.id == "app.help":
            self.dismiss(None)
        elif _is_run_from_here(row):
            self.dismiss(command.id)
        elif command.context is Context.ARTICLE:
            self.hint(((f"Press it in the text: {row.keys}", "here"),))
        else:
            self.hint(((f"{row.keys} works where its heading says.", "here"),))


def _is_run_from_here(row: KeyRow) -> bool:
    """Whether the command of a row is run when it is chosen."""
    command = BY_ID[row.command]
    return command.context is Context.ARTICLE and (command.palette or command.id == "app.palette")
