"""The list of themes, the reader's own first. The theme under the cursor is shown at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import ClassVar

from textual import on
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.ui.screens.dialog import Dialog
from reader.ui.theme.themes import shown_name
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.picker import Picker, cursor_line
from reader.ui.widgets.text_row import Part, titled

KIND_COLUMN = 26
"""The column that says whether a theme is dark or light."""


class ThemeItems(ItemSource):
    """One row for each theme: its name, and whether it is dark or light."""

    def __init__(self, names: Sequence[str], dark: Sequence[bool], now: str) -> None:
        self._names, self._dark, self._now = names, dark, now

    def count(self) -> int:
        """One item per theme."""
        return len(self._names)

    def heights(self, width: int) -> Iterable[int]:
        """One row each."""
        return repeat(1, len(self._names))

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """The name, bold for the theme that was in use before, and "dark" or "light"."""
        name = self._names[item]
        line = cursor_line(state, width)
        line.add(shown_name(name), state.style("list--strong" if name == self._now else "list--text"))
        kind = "dark" if self._dark[item] else "light"
        return [line.to(KIND_COLUMN).add(kind, state.style("list--dim"))]


class ThemeScreen(Dialog[str]):
    """Asks for a theme. Ends with its name, or restores the earlier theme and ends with None."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("list.choose", "keep"),
        Hint("list.down list.up", "preview"),
        Hint("dialog.close", "cancel"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.LIST,)

    def __init__(self, names: Sequence[str], now: str, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__(keymap)
        self._names, self._before = names, now

    def heading(self) -> Iterable[Part]:
        """The title."""
        return titled("Theme")

    def body(self) -> Iterable[Widget]:
        """The themes, with the cursor on the theme in use."""
        dark = [self.app.available_themes[name].dark for name in self._names]
        cursor = self._names.index(self._before) if self._before in self._names else 0
        yield Picker(ThemeItems(self._names, dark, self._before), cursor=cursor, id="themes")

    def on_mount(self) -> None:
        self.watch(self.query_one(Picker), "cursor", self._show, init=False)

    def _show(self, item: int) -> None:
        self.app.theme = self._names[item]

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        self.dismiss(self._names[event.index])

    def action_close(self) -> None:
        """Show the theme that was in use before, and close."""
        self.app.theme = self._before
        super().action_close()
