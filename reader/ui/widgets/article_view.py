"""The article: one widget that paints the rows in its window, whatever the length of the text.

Owns what is painted and kept of them. Which rows are in the window is said in `article_window`, what is
selected in `article_selection`. Knows no other widget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.model import numbers
from reader.text.flow import MEASURE, Flow, Row, RowKind
from reader.text.layers import Layer
from reader.text.match_list import Matches
from reader.text.page import Page
from reader.ui.widgets.article_looks import ARTICLE
from reader.ui.widgets.article_rows import Marks, RowPainter
from reader.ui.widgets.article_selection import ArticleSelection
from reader.ui.widgets.last_step import LastStep
from reader.ui.widgets.looks import Looks

KEPT = 60
"""Painted rows that are kept, or a window and a half of them if that is more. Each takes some 2 kB, with
what the compositor makes of it."""


class ArticleView(ArticleSelection, Widget, can_focus=True):
    """Shows a page. Posts `Moved` and `Clicked`."""

    matches: reactive[Matches | None] = reactive(None, init=False)
    current: reactive[int | None] = reactive(None, init=False)
    letters: reactive[Mapping[int, str]] = reactive({}, init=False, always_update=True)
    """Marks the user set: block to letter."""

    def __init__(
        self,
        page: Page,
        layers: Mapping[int, Sequence[Layer]],
        *,
        measure: int = MEASURE,
        id: str | None = None,
    ) -> None:
        super().__init__(page, measure=measure, id=id)
        self.article_layers = layers
        self._numbers = numbers(page.document.blocks)
        self._strips: dict[int, Strip] = {}
        self._painter: RowPainter | None = None
        self._looks = Looks(self, ARTICLE)
        self._last_step = LastStep(self, self.forget_rows)

    def replace(self, page: Page, layers: Mapping[int, Sequence[Layer]]) -> None:
        """Show another page, or the same one with other layers, at the same place where it exists.

        A selection is of words of the old page, and ends with it.
        """
        self.article_layers = layers
        if page is not self.page:
            self.take(page)
            self._numbers = numbers(page.document.blocks)
            self.select_nothing()
        self.repaint()
        self.post_message(self.Moved(self.place))

    # -- painting ----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line with the places of its words, for which Textual asks to select with the mouse."""
        width = self.size.width
        return Strip(self._segments(self.flow, self.top + y, width, placed=True), width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget, each painted once for as long as it looks the same."""
        return self._last_step.lines(crop, super().render_lines, self._rows)

    def _rows(self, lines: range) -> list[Strip]:
        (width, height), flow = self.size, self.flow
        most, kept = max(KEPT, height + height // 2), self._strips
        strips = []
        for row in range(self.top + lines.start, self.top + lines.stop):
            strip = kept.get(row)
            if strip is None:
                while len(kept) >= most:
                    del kept[next(iter(kept))]
                strip = kept[row] = self._last_step.strip(self._segments(flow, row, width), width)
            strips.append(strip)
        return strips

    def _segments(self, flow: Flow, row: int, width: int, *, placed: bool = False) -> list[Segment]:
        if row >= flow.height or width < 1:
            return [Segment(" " * width, self._looks.whole())]
        return self._paint().segments(row, width, placed=placed)

    def _paint(self) -> RowPainter:
        if self._painter is None:
            chosen = self.selection_range()
            marks = Marks(
                self.matches,
                self.current,
                chosen,
                self.chosen[1] if self.chosen else None,
                self.letters,
                block_of(self.matches, self.current),
            )
            self._painter = RowPainter(
                self._looks, self.size.width, self.page, self.flow, self.article_layers, marks, self._numbers
            )
        return self._painter

    @property
    def left(self) -> int:
        """Cells from the widget's edge to the text."""
        return self._paint().left

    def forget_rows(self) -> None:
        """Paint all rows anew when they are next asked for."""
        self._strips.clear()
        self._painter = None

    def notify_style_update(self) -> None:
        self._looks.forget()
        self.forget_rows()
        super().notify_style_update()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style of the article depends on the focus, so none is computed anew."""

    watch_letters = ArticleSelection.repaint

    def watch_matches(self, old: Matches | None, new: Matches | None) -> None:
        """Paint the rows that hold a match of the set that was, or of the one that is."""
        sets = [matches for matches in (old, new) if matches is not None]
        numbered = {block_of(matches, self.current) for matches in sets}
        self._repaint_rows(
            lambda row: (
                row.block in numbered
                or any(matches.in_block(row.block, row.start, row.end) for matches in sets)
            )
        )

    def watch_current(self, old: int | None, new: int | None) -> None:
        """Paint the blocks of the match that was the current one and of the one that is."""
        matches = self.matches
        if matches is not None:
            here = [index for index in (old, new) if index is not None and index < len(matches)]
            blocks = {piece.block for index in here for piece in matches.pieces(index)}
            self._repaint_rows(lambda row: row.block in blocks)

    def _repaint_rows(self, stale: Callable[[Row], bool]) -> None:
        """Paint those rows of text anew for which `stale` holds."""
        self._painter = None
        flow = self._flow
        if flow is None:
            return
        width, height = self.size
        for y in [y for y in self._strips if y < flow.height]:
            row = flow.row(y)
            if row.kind is RowKind.TEXT and stale(row):
                del self._strips[y]
                if 0 <= y - self.top < height:
                    self.refresh(Region(0, y - self.top, width, 1))


def block_of(matches: Matches | None, index: int | None) -> int | None:
    """The block of a match, the current one of its set; None where there is none."""
    return matches[index].block if matches and index is not None and index < len(matches) else None
