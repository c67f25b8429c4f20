"""What the help lists: the command table, and the keys that hold only inside a panel or a field.

Owns the second half, as data, and which rows a filter leaves.
"""

from __future__ import annotations

from reader.commands import COMMANDS, Command, Group
from reader.text.fold import fold
from reader.widgets.key_table import KeyRow

PANEL_KEYS: tuple[tuple[str, tuple[KeyRow, ...]], ...] = (
    (
        "In a panel or list",
        (
            KeyRow("j ↓  k ↑", "One item down, up."),
            KeyRow("Space PgDn  PgUp", "A window down, up."),
            KeyRow("g Home  G End", "The first, the last."),
            KeyRow("Enter", "Go there, or make it the active set."),
            KeyRow("s", "In the quotes: this speaker only, and all again."),
            KeyRow("i", "In people and places: the card of the name."),
            KeyRow("Esc", "Back to the text."),
        ),
    ),
    (
        "In the search bar",
        (
            KeyRow("Enter", "Keep the hits and go on reading; n and N step."),
            KeyRow("Esc", "Give up, back to where you were."),
            KeyRow("↑ ↓", "What you looked for before."),
            KeyRow("Alt+c", "Upper and lower case differ, or not."),
            KeyRow("Alt+w", "Whole words only."),
            KeyRow("Alt+r", "A regular expression."),
            KeyRow("^u", "Clear the line."),
        ),
    ),
)


def key_groups() -> tuple[tuple[str, tuple[KeyRow, ...]], ...]:
    """Every group with its rows: the commands in the table's order, then the panels' keys."""
    commands = ((str(group), tuple(_row(c) for c in COMMANDS if c.group is group)) for group in Group)
    return (*commands, *PANEL_KEYS)


def filtered(words: str) -> tuple[tuple[str, tuple[KeyRow, ...]], ...]:
    """The groups with the rows that fit; a key that is typed as it is printed comes first.

    Every word must begin a word of the row or its group's title.
    """
    groups = key_groups()
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


def _row(command: Command) -> KeyRow:
    return KeyRow(command.shown, command.help.replace("`", ""), command.id)


def _fits(wanted: list[str], title: str, row: KeyRow) -> bool:
    words = fold(f"{title} {row.keys} {row.help}").text.split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
