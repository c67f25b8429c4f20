"""The list of the user's changes to the article, in which one change can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import repeat
from typing import ClassVar

from textual import on
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.reading.journal import Edit
from reader.text.excerpt import crop, flat
from reader.text.headline import display_date
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.picker import Picker, cursor_line
from reader.ui.widgets.text_row import Part, titled


class ChangeItems(ItemSource):
    """One row for each change: its message and its time."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._times = [_local_time(edit.made) for edit in edits]

    def count(self) -> int:
        """One item per change."""
        return len(self._edits)

    def heights(self, width: int) -> Iterable[int]:
        """One row each."""
        return repeat(1, len(self._edits))

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The message that reported the change, and its time at the right edge if there is room."""
        when = self._times[item]
        room = width - len(when) - 4 if width > 3 * len(when) else width
        line = cursor_line(state, width)
        said = self._edits[item].said
        line.add(crop(flat(said, max(1, room)), max(1, room)), state.style("list--text"))
        return [line.right(when, state.style("list--dim"), width)]


def _local_time(made: str) -> str:
    """The time of a change in the local time zone, as it is shown; empty if it is not known."""
    try:
        return display_date(datetime.fromisoformat(made).astimezone().isoformat(timespec="minutes"))
    except ValueError:
        return ""


class ChangesScreen(Dialog[str]):
    """Lists changes, the newest first. Ends with the time of the one to take back, or with None."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("list.choose", "take it back"),
        Hint("list.down list.up", "move"),
        Hint("dialog.close", "close"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.LIST,)

    def __init__(self, edits: Sequence[Edit], keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__(keymap)
        self._edits = edits

    def heading(self) -> Iterable[Part]:
        """The title and the number of changes."""
        return titled("Your changes", len(self._edits))

    def body(self) -> Iterable[Widget]:
        """The changes."""
        yield Picker(ChangeItems(self._edits), id="changes")

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        self.dismiss(self._edits[event.index].made)
