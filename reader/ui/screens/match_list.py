"""The list of every match of the active set, with the words around each match.

Owns how a match is shown in a list. Only the visible rows are read from the article, so the list of a search
with hundreds of thousands of matches opens at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import ClassVar

from textual import on
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.model import Span, numbers
from reader.reading.active_set import ActiveSet
from reader.text.match_list import Matches
from reader.text.page import Page
from reader.text.snippet import snippet
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.picker import Picker, cursor_line
from reader.ui.widgets.text_row import Part, titled


class MatchItems(ItemSource):
    """One row for each match: the number of the paragraph, and the match in its sentence."""

    def __init__(self, page: Page, matches: Matches) -> None:
        self._page = page
        self._matches = matches
        self._numbers = numbers(page.document.blocks)

    def count(self) -> int:
        """One item per match."""
        return len(self._matches)

    def heights(self, width: int) -> Iterable[int]:
        """One row each."""
        return repeat(1, len(self._matches))

    def empty_text(self) -> str:
        """The text shown if the set has no matches."""
        return "Nothing matches."

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        """Number, then the words before, the match and the words after."""
        return [match_row(self._page, self._numbers, self._matches[item], width, state)]


def match_row(page: Page, paragraph_numbers: Sequence[int], span: Span, width: int, state: ItemState) -> Line:
    """The row of one match. A match in the headline or in a heading has no number."""
    line = cursor_line(state, width)
    number = paragraph_numbers[span.block] if span.block >= 0 else 0
    digits = len(str(max(paragraph_numbers, default=0)))
    if width > 4 * (digits + 3):
        shown = f"{SIGNS.paragraph}{number}" if number else ""
        line.right(shown, state.style("list--dim"), line.used + digits + 1).to(digits + 5)
    before, match, after = snippet(page.block(span.block).text, span.start, span.end, line.room)
    words = state.style("list--text")
    line.add(before, words).add(match, state.style("picker--match"))
    return line.add(after, words)


class HitsScreen(Dialog[int]):
    """Lists the active set. Ends with the index of the chosen match, or with None."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        Hint("list.choose", "go there"),
        Hint("list.down list.up", "move"),
        Hint("dialog.close", "close"),
    )
    INNER: ClassVar[tuple[Context, ...]] = (Context.LIST,)

    def __init__(self, page: Page, active: ActiveSet, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        super().__init__(keymap)
        self._page = page
        self._active = active

    def heading(self) -> Iterable[Part]:
        """The label of the active set and the number of its matches."""
        return titled(self._active.label, len(self._active.matches))

    def body(self) -> Iterable[Widget]:
        """The matches, beginning at the current one."""
        matches = self._active.matches
        current = max(0, min(self._active.position or 0, len(matches) - 1))
        yield Picker(MatchItems(self._page, matches), cursor=current, id="hits")

    @on(Picker.Chosen)
    def _chosen(self, event: Picker.Chosen) -> None:
        event.stop()
        self.dismiss(event.index)
