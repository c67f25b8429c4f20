"""A table of keys in one column or more, with a cursor that goes from key to key.

Owns how groups of keys are laid out side by side. What the keys are is told to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat, zip_longest
from typing import ClassVar, NamedTuple

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.ui.widgets.line import Line
from reader.ui.widgets.row_list import RowList

COLUMN = 39
"""Cells that a column needs for its keys and their titles."""

MOST_COLUMNS = 3

GAP = 4


class KeyRow(NamedTuple):
    """One line of help: the keys as they are printed, what they do in two words and in a sentence.

    `command` is the id of the command that they run; empty for a row that runs none.
    """

    keys: str
    title: str
    help: str
    command: str = ""


Cell = KeyRow | str | None
"""A key, a group's title, or nothing."""

Groups = Sequence[tuple[str, Sequence[KeyRow]]]


def columns(groups: Groups, count: int) -> list[tuple[Cell, ...]]:
    """The groups laid out in `count` columns as even as whole groups allow; the rows of the table.

    A blank row stands between groups. The order is down the first column, then down the next.
    """
    pieces: list[list[Cell]] = [[title, *rows] for title, rows in groups if rows]
    height = sum(map(len, pieces)) + len(pieces)
    stacks: list[list[Cell]] = [[]]
    for piece in pieces:
        stack = stacks[-1]
        # Half of the next group may stand below the middle before it goes into the next column.
        if stack and len(stacks) < count and len(stack) + len(piece) // 2 >= height / count:
            stacks.append(stack := [])
        stack += [None, *piece] if stack else piece
    stacks += [[] for _ in range(count - len(stacks))]
    return list(zip_longest(*stacks))


class KeyTable(RowList):
    """Shows groups of keys, each with its sentence where all fit. Posts `Moved` and `Picked`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--group", "keys--key", "keys--help"}

    at: reactive[int] = reactive(0, repaint=False)
    """The key the cursor is on, counted down the columns."""

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
        super().__init__(id=id)
        self.can_focus = False
        self._groups = groups
        self._columns = 0
        self._table: list[tuple[Cell, ...]] = []
        self._spots: list[tuple[int, int]] = []
        self._key_width = 0
        self._in_full = False

    # --- what is shown ----------------------------------------------------------------------------

    def show(self, groups: Groups) -> None:
        """Show other groups; the cursor goes to the first key."""
        self._groups = groups
        self._arrange()
        self.items_changed()
        self.at = 0
        self.scroll_to(y=0, animate=False, force=True)

    @property
    def row(self) -> KeyRow | None:
        """The key under the cursor, None when nothing is shown."""
        if not self._spots:
            return None
        item, column = self._spots[min(self.at, len(self._spots) - 1)]
        cell = self._table[item][column]
        return cell if isinstance(cell, KeyRow) else None

    def _arrange(self) -> None:
        self._columns = max(1, min(MOST_COLUMNS, (self.row_width + GAP) // (COLUMN + GAP)))
        self._table = columns(self._groups, self._columns)
        self._spots = [
            (item, column)
            for column in range(self._columns)
            for item, cells in enumerate(self._table)
            if isinstance(cells[column], KeyRow)
        ]
        listed = [row for _, rows in self._groups for row in rows]
        self._key_width = max((len(row.keys) for row in listed), default=0)
        longest = max((len(row.help) for row in listed), default=0)
        self._in_full = self._column_width >= self._key_width + longest + 4

    # --- moving -----------------------------------------------------------------------------------

    def step(self, steps: int) -> None:
        """Move the cursor by keys, stopping at the ends."""
        if self._spots:
            self.at = max(0, min(self.at + steps, len(self._spots) - 1))
            self._tell(self.Moved)

    def page(self, pages: int) -> None:
        """Move the cursor by windows."""
        self.step(pages * max(1, self.size.height - 2))

    def watch_at(self, old: int, new: int) -> None:
        """Move the cursor, and see the group's title along with its first key."""
        items = [self._spots[at][0] for at in (old, new) if at < len(self._spots)]
        self.item_changed(*items)
        if items:
            self.reveal(0 if items[-1] == 1 else items[-1])

    def on_click(self, event: events.Click) -> None:
        """Pick the key under the mouse; the list's own click knows no columns."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        if offset is None:
            return
        item = offset.y + self.scroll_offset.y
        column = min(self._columns - 1, max(0, offset.x) // max(1, self._column_width + GAP))
        if (item, column) in self._spots:
            event.stop()
            self.at = self._spots.index((item, column))
            self._tell(self.Picked)

    def _tell(self, message: type[Moved] | type[Picked]) -> None:
        row = self.row
        if row is not None:
            self.post_message(message(row))

    # --- layout and paint -------------------------------------------------------------------------

    def heights(self, width: int) -> Iterable[int]:
        """One row each; the columns follow from the width."""
        self._arrange()
        return repeat(1, len(self._table))

    def item_count(self) -> int:
        """The rows of the table."""
        return len(self._table)

    def vacant(self) -> str:
        """Said where the filter leaves nothing."""
        return "No key does that."

    @property
    def _column_width(self) -> int:
        return max(1, (self.row_width - GAP * (self._columns - 1)) // max(1, self._columns))

    def item_strips(self, item: int, width: int, cursor: bool) -> Sequence[Strip]:
        """One row of the table."""
        each = self._column_width
        gap = Line(GAP, self.rich_style).strip()
        strips: list[Strip] = []
        for column, cell in enumerate(self._table[item]):
            here = bool(self._spots) and self._spots[min(self.at, len(self._spots) - 1)] == (item, column)
            strips += [gap] if column else []
            strips.append(self._cell(cell, each, here))
        return [Strip.join(strips)]

    def _cell(self, cell: Cell, width: int, here: bool) -> Strip:
        line = Line(width, self.rich_style)
        if isinstance(cell, str):
            line.to(2).add(cell, self.style_of("keys--group"))
        elif cell is not None:
            line.add(self.signs.here if here else " ", self.style_of("row-list--here")).to(2)
            line.add(cell.keys, self.style_of("keys--key"))
            line.to(max(line.used + 2, 2 + min(self._key_width, max(4, width // 3)) + 2))
            line.add(cell.help if self._in_full else cell.title, self.style_of("keys--help"))
        return line.strip(self.cursor_tint if here else None)
