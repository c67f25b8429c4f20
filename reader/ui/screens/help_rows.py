"""What the help lists: the command table, and the keys that hold only inside a panel or a field.

Owns the second half, as data, and which rows a filter leaves.
"""

from __future__ import annotations

from reader.keys.commands import COMMANDS, Command, Group
from reader.text.fold import fold
from reader.ui.widgets.key_table import KeyRow

PANEL_KEYS: tuple[tuple[str, tuple[KeyRow, ...]], ...] = (
    (
        "In a panel or list",
        (
            KeyRow("j ↓", "One down", "One item down."),
            KeyRow("k ↑", "One up", "One item up."),
            KeyRow("Space PgDn", "A window down", "A window of items down."),
            KeyRow("PgUp", "A window up", "A window of items up."),
            KeyRow("g Home", "The first", "The first item."),
            KeyRow("G End", "The last", "The last item."),
            KeyRow("Enter", "Go there", "Go there; a name or speaker becomes the active set."),
            KeyRow("w", "Who: one speaker", "In the quotes: this speaker only, and all again."),
            KeyRow("i", "The card", "What is known of the name, or of who says the quote."),
            KeyRow("r", "Read here", "In the links: open the link in the reader; ^o or O comes back."),
            KeyRow("Esc", "Back", "Back to the text."),
        ),
    ),
    (
        "In the search bar",
        (
            KeyRow("Enter", "Keep the hits", "Go on reading with the hits; n and N step through them."),
            KeyRow("Esc", "Give up", "Forget the search, back to where you were."),
            KeyRow("↑ ↓", "History", "What you looked for before."),
            KeyRow("Alt+c F2", "Aa", "Upper and lower case differ, or do not."),
            KeyRow("Alt+w F3", "Whole words", "Whole words only."),
            KeyRow("Alt+r F4", "Regular expression", "The words are a regular expression."),
            KeyRow("^u", "Clear", "Clear the line."),
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
    return KeyRow(command.shown, command.title, command.help.replace("`", ""), command.id)


def _fits(wanted: list[str], title: str, row: KeyRow) -> bool:
    words = fold(f"{title} {row.keys} {row.title} {row.help}").text.split()
    return all(any(word.startswith(part) for word in words) for part in wanted)
