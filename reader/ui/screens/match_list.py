"""Every match of the active set with the words around it.

Owns the look of a match in a list. Only the rows in sight are read from the article, so a search with
hundreds of thousands of hits opens at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import ClassVar

from textual import on
from textual.geometry import Size
from textual.widget import Widget

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP, Hint, Keymap
from reader.model import Span, numbers
from reader.reading.active_set import ActiveSet
from reader.text.match_list import Matches
from reader.text.page import Page
from reader.text.snippet import snippet
from reader.ui.screens.dialog import Dialog
from reader.ui.widgets.line import Line
from reader.ui.widgets.picker import Picker, share
from reader.ui.widgets.text_row import Part, titled


class HitList(Picker):
    """One row a match: the paragraph's number, and the match in its sentence."""

    def __init__(self, page: Page, matches: Matches, at: int = 0, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page = page
        self._matches = matches
        self._numbers = numbers(page.document.blocks)
        self._digits = len(str(max(self._numbers, default=0)))
        self.set_reactive(HitList.cursor, max(0, min(at, len(matches) - 1)))

    def item_count(self) -> int:
        """One item per match."""
        return len(self._matches)

    def heights(self, width: int) -> Iterable[int]:
        """One row each."""
        return repeat(1, len(self._matches))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row each."""
        return share(viewport, len(self._matches))

    def vacant(self) -> str:
        """Said where nothing matches."""
        return "Nothing matches."

    def item_rows(self, item: int, width: int, here: bool) -> Sequence[Line]:
        """Number, then the words before, the match and the words after."""
        return [match_row(self, self._page, self._numbers, self._matches[item], width, here)]


def match_row(
    picker: Picker, page: Page, numbered: Sequence[int], span: Span, width: int, here: bool
) -> Line:
    """A row for one match; headline and headings have no number."""
    line = picker.line(width, here)
    number = numbered[span.block] if span.block >= 0 else 0
    digits = len(str(max(numbered, default=0)))
    if width > 4 * (digits + 3):
        shown = f"{picker.signs.paragraph}{number}" if number else ""
        line.right(shown, picker.style_of("row-list--dim"), line.used + digits + 1).to(digits + 5)
    before, match, after = snippet(page.block(span.block).text, span.start, span.end, line.room)
    words = picker.style_of("row-list--text")
    line.add(before, words).add(match, picker.style_of("picker--match"))
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
        """What the set is of, and how many it holds."""
        return titled(self._active.label, len(self._active.matches))

    def body(self) -> Iterable[Widget]:
        """The matches, beginning at the current one."""
        yield HitList(self._page, self._active.matches, self._active.position or 0, id="hits")

    @on(HitList.Chosen)
    def _chosen(self, event: HitList.Chosen) -> None:
        event.stop()
        self.dismiss(event.index)
