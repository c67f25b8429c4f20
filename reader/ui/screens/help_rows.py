"""The rows of the help: every command of the table with its keys, and which rows pass a filter."""

from __future__ import annotations

from reader.keys.commands import COMMANDS, Command, Group
from reader.keys.keymap import DEFAULT_KEYMAP, Keymap
from reader.text.fold import fold
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.key_table import KeyRow


def key_groups(keymap: Keymap = DEFAULT_KEYMAP) -> tuple[tuple[str, tuple[KeyRow, ...]], ...]:
    """Every group with its rows, in the table's order."""
    return tuple(
        (str(group), tuple(_row(command, keymap) for command in COMMANDS if command.group is group))
        for group in Group
    )


def filtered(words: str, keymap: Keymap = DEFAULT_KEYMAP) -> tuple[tuple[str, tuple[KeyRow, ...]], ...]:
    """The groups with the rows that fit. If the words are the label of a key, its row comes first.

    Every word must begin a word of the row or its group's title.
    """
    groups = key_groups(keymap)
    typed = words.strip()
    wanted = fold(typed).text.split()
    if not wanted:
        return groups
    exact = tuple(row for _, rows in groups for row in rows if typed in row.keys.split())
    found = tuple(
        (title, tuple(row for row in rows if row not in exact and _fits(wanted, title, row)))
        for title, rows in groups
    )
    return ((f"The key {typed}", exact), *found) if exact else found


def _row(command: Command, keymap: Keymap) -> KeyRow:
    keys = keymap.labels(command.id) or SIGNS.dash
    return KeyRow(keys, command.title, keymap.help(command).replace("`", ""), command.id)


def _fits(wanted: list[str], title: str, row: KeyRow) -> bool:
    words = fold(f"{title} {row.keys} {row.title} {row.help}").text.split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
