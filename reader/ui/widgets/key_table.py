"""A table of keys in one column or more, with a cursor that moves from key to key.

Owns how groups of keys are laid out side by side. The screen sets which keys are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat, zip_longest
from typing import ClassVar, NamedTuple

from textual import events
from textual.message import Message
from textual.reactive import reactive

from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.virtual_list import VirtualList

COLUMN = 39
"""Cells that a column needs for its keys and their titles."""

MOST_COLUMNS = 3

GAP = 4


class KeyRow(NamedTuple):
    """One line of help: the labels of the keys, a short title, and a sentence about what they do.

    `command` is the id of the command that they run; empty if the row runs no command.
    """

    keys: str
    title: str
    help: str
    command: str = ""


Cell = KeyRow | str | None
"""A key, a group's title, or nothing."""

Groups = Sequence[tuple[str, Sequence[KeyRow]]]


def columns(groups: Groups, count: int) -> list[tuple[Cell, ...]]:
    """The rows of a table of `count` columns. No group is divided, so the columns differ in height.

    There is a blank row between two groups. The order is down the first column, then down the next.
    """
    pieces: list[list[Cell]] = [[title, *rows] for title, rows in groups if rows]
    height = sum(map(len, pieces)) + len(pieces)
    stacks: list[list[Cell]] = [[]]
    for piece in pieces:
        stack = stacks[-1]
        # A group goes into the next column if more than half of it would be below the middle.
        if stack and len(stacks) < count and len(stack) + len(piece) // 2 >= height / count:
            stacks.append(stack := [])
        stack += [None, *piece] if stack else piece
    stacks += [[] for _ in range(count - len(stacks))]
    return list(zip_longest(*stacks))


class KeyItems(ItemSource):
    """The rows of the table. `current` is the key under the cursor, counted down the columns."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._columns = 1
        self._column_width = 1
        self._table: list[tuple[Cell, ...]] = []
        self._key_width = max((len(row.keys) for _, rows in groups for row in rows), default=0)
        self._help_width = max((len(row.help) for _, rows in groups for row in rows), default=0)
        self.positions: list[tuple[int, int]] = []
        """The item and the column of each key, in the order of the cursor."""
        self.current = 0

    @property
    def position(self) -> tuple[int, int] | None:
        """The item and the column of the key under the cursor; None in an empty table."""
        return self.positions[min(self.current, len(self.positions) - 1)] if self.positions else None

    @property
    def key(self) -> KeyRow | None:
        """The key under the cursor; None in an empty table."""
        if self.position is None:
            return None
        item, column = self.position
        cell = self._table[item][column]
        return cell if isinstance(cell, KeyRow) else None

    def at(self, item: int, x: int) -> int | None:
        """The number of the key at a cell of an item; None if there is no key at the cell."""
        position = item, min(self._columns - 1, max(0, x) // (self._column_width + GAP))
        return self.positions.index(position) if position in self.positions else None

    def heights(self, width: int) -> Iterable[int]:
        """One row for each item. The number of items depends on the number of columns at that width."""
        self._columns = max(1, min(MOST_COLUMNS, (width + GAP) // (COLUMN + GAP)))
        self._column_width = max(1, (width - GAP * (self._columns - 1)) // self._columns)
        self._table = columns(self._groups, self._columns)
        self.positions = [
            (item, column)
            for column in range(self._columns)
            for item, cells in enumerate(self._table)
            if isinstance(cells[column], KeyRow)
        ]
        return repeat(1, len(self._table))

    def count(self) -> int:
        """The number of rows of the table."""
        return len(self._table)

    def empty_text(self) -> str:
        """The text shown if no key passes the filter."""
        return "No key does that."

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """One row of the table."""
        row = state.line(width)
        for column, cell in enumerate(self._table[item]):
            line = Line(self._column_width, state.blank)
            is_current = self.position == (item, column)
            self._add_cell(line, cell, is_current, state)
            row.to(column * (self._column_width + GAP)).append(
                line, state.overlay("list--cursor") if is_current else None
            )
        return [row]

    def _add_cell(self, line: Line, cell: Cell, is_current: bool, state: ItemState) -> None:
        if isinstance(cell, str):
            line.to(2).add(cell, state.style("list--strong"))
        elif cell is not None:
            if is_current:
                line.add(SIGNS.here, state.style("list--accent"))
            line.to(2).add(cell.keys, state.style("keys--key"))
            line.to(max(line.used + 2, 2 + min(self._key_width, max(4, line.width // 3)) + 2))
            in_full = self._column_width >= self._key_width + self._help_width + 4
            line.add(cell.help if in_full else cell.title, state.style("list--text"))


class KeyTable(VirtualList):
    """Shows groups of keys, each with its sentence if all sentences fit. Posts `Moved` and `Picked`.

    The table has no focus: the screen calls `step` and `page` while the user types in the filter.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}

    current: reactive[int] = reactive(0, repaint=False)
    """The key under the cursor, counted down the columns."""

    class Moved(Message):
        """The cursor is on another key."""

        def __init__(self, row: KeyRow) -> None:
            super().__init__()
            self.row = row

    class Picked(Message):
        """A key was clicked."""

        def __init__(self, row: KeyRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, groups: Groups, *, id: str | None = None) -> None:
        self._keys = KeyItems(groups)
        super().__init__(self._keys, id=id)
        self.can_focus = False

    def show(self, groups: Groups) -> None:
        """Show other groups; the cursor goes to the first key."""
        self.items = self._keys = KeyItems(groups)
        self.set_reactive(KeyTable.current, 0)
        self.items_changed()
        self.scroll_to(y=0, animate=False, force=True)

    @property
    def row(self) -> KeyRow | None:
        """The key under the cursor; None in an empty table."""
        return self._keys.key

    def step(self, steps: int) -> None:
        """Move the cursor by keys, stopping at the ends."""
        if self._keys.positions:
            self.current = max(0, min(self.current + steps, len(self._keys.positions) - 1))
            self._post(self.Moved)

    def page(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.step(pages * max(1, self.size.height - 2))

    def watch_current(self, old: int, new: int) -> None:
        """Move the cursor. At the first key of the table, scroll until the title of its group is visible."""
        self._keys.current = new
        items = [self._keys.positions[key][0] for key in (old, new) if key < len(self._keys.positions)]
        self.item_changed(*items)
        if items:
            self.reveal(0 if items[-1] == 1 else items[-1])

    def on_click(self, event: events.Click) -> None:
        """Pick the key under the mouse. The click handler of the list does not know the columns."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        if offset is None:
            return
        key = self._keys.at(offset.y + self.scroll_offset.y, offset.x)
        if key is not None:
            event.stop()
            self.current = key
            self._post(self.Picked)

    def _post(self, message: type[Moved] | type[Picked]) -> None:
        row = self.row
        if row is not None:
            self.post_message(message(row))
