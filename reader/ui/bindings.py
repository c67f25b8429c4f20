"""Textual's bindings, made from the table of commands. Nothing else in the reader makes a binding."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from reader.keys.commands import COMMANDS, Context
from reader.keys.keymap import DEFAULT_KEYMAP, UNBOUND


def bindings(*contexts: Context) -> list[BindingType]:
    """A binding for each command of some contexts, with its default keys.

    A binding has the id of its command, by which Textual's keymap replaces the keys. The bindings of the
    command palette take precedence over those of its text field.
    """
    return [
        Binding(
            ",".join(DEFAULT_KEYMAP.single_keys(command.id)) or UNBOUND,
            command.action or f"run_command('{command.id}')",
            command.title,
            show=False,
            priority=command.context is Context.PALETTE,
            id=command.id,
        )
        for command in COMMANDS
        if command.context in contexts
    ]
