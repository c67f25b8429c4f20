"""The article: one widget that paints the rows in its window, whatever the length of the text.

Owns what is painted and kept of them, and what is selected by mouse and keys. Which rows are in the
window is said in `article_window`. Posts what happened; knows no other widget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from reader.model import Place, Span, numbers
from reader.text.flow import MEASURE, Flow, RowKind
from reader.text.matches import Matches
from reader.text.page import Page
from reader.text.paint import Layer
from reader.widgets.article_looks import ARTICLE
from reader.widgets.article_rows import Marks, RowPainter
from reader.widgets.article_window import ArticleWindow
from reader.widgets.last_step import LastStep
from reader.widgets.looks import Looks

KEPT = 60
"""Painted rows that are kept, or a window and a half of them if that is more. Each takes some 3 kB, with
what the compositor makes of it."""


class ArticleView(ArticleWindow, can_focus=True):
    """Shows a page. Posts `Moved` and `Clicked`."""

    matches: reactive[Matches | None] = reactive(None, init=False)
    current: reactive[int | None] = reactive(None, init=False)
    chosen: reactive[tuple[Place, Place] | None] = reactive(None, init=False)
    """Words selected by keys: the fixed end, then the cursor."""
    letters: reactive[Mapping[int, str]] = reactive({}, init=False, always_update=True)
    """Marks the user set: block to letter."""

    class Clicked(Message):
        """The text was clicked at a place (never in the margin)."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

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
        self._dragged: Selection | None = None

    def replace(self, page: Page, layers: Mapping[int, Sequence[Layer]]) -> None:
        """Show another page, or the same one with other layers, at the same place where it exists.

        A selection is of words of the old page, and ends with it.
        """
        self.article_layers = layers
        if page is not self.page:
            self.take(page)
            self._numbers = numbers(page.document.blocks)
            self._dragged = None
            self.chosen = None
        self._repaint()
        self.post_message(self.Moved(self.place))

    # -- painting ----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line with the places of its words, for which Textual asks to select with the mouse."""
        width = self.size.width
        return Strip(self._segments(self.flow, self.top + y, width, placed=True), width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget, each painted once for as long as it looks the same."""
        strips = self._last_step.lines(crop, self._rows)
        return super().render_lines(crop) if strips is None else strips

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
            chosen = self._chosen_span()
            marks = Marks(
                self.matches,
                self.current,
                chosen,
                self.chosen[1] if self.chosen else None,
                self.letters,
                self._current_block(),
            )
            self._painter = RowPainter(
                self._looks, self.size.width, self.page, self.flow, self.article_layers, marks, self._numbers
            )
        return self._painter

    def _current_block(self) -> int | None:
        """The block of the current match."""
        matches, current = self.matches, self.current
        return matches[current].block if matches and current is not None and current < len(matches) else None

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

    def _repaint(self) -> None:
        self.forget_rows()
        self.refresh()

    watch_chosen = watch_letters = _repaint

    def watch_matches(self, old: Matches | None, new: Matches | None) -> None:
        """Paint the blocks that hold a match of the set that was, or of the one that is."""
        sets = [matches for matches in (old, new) if matches is not None]
        self._repaint_blocks(lambda block: any(matches.in_block(block) for matches in sets))

    def watch_current(self, old: int | None, new: int | None) -> None:
        """Paint the blocks of the match that was the current one and of the one that is."""
        matches = self.matches
        if matches is not None:
            here = [index for index in (old, new) if index is not None and index < len(matches)]
            blocks = {piece.block for index in here for piece in matches.pieces(index)}
            self._repaint_blocks(blocks.__contains__)

    def _repaint_blocks(self, stale: Callable[[int], bool]) -> None:
        """Paint the rows of blocks anew, for which `stale` holds."""
        self._painter = None
        flow = self._flow
        if flow is None:
            return
        width, height = self.size
        for y in [y for y in self._strips if y < flow.height]:
            row = flow.row(y)
            if row.kind is RowKind.TEXT and stale(row.block):
                del self._strips[y]
                if 0 <= y - self.top < height:
                    self.refresh(Region(0, y - self.top, width, 1))

    # -- selection ---------------------------------------------------------------------------------

    def _chosen_span(self) -> tuple[Place, Place] | None:
        """The selected range in reading order, by keys or by dragging; the end is exclusive."""
        if self.chosen is not None:
            from reader.text.motion import after

            first, last = sorted(self.chosen)
            return first, after(last, self.page)
        if self._dragged is not None:
            return self._from_selection(self._dragged)
        return None

    def _from_selection(self, selection: Selection) -> tuple[Place, Place]:
        from reader.text.motion import whole

        start, end = selection.start, selection.end
        first = self.page.first
        return whole(
            self.page.start if start is None else Place(start.y + first, start.x),
            self.page.end if end is None else Place(end.y + first, end.x),
            self.page,
        )

    def selected_spans(self) -> tuple[Span, ...]:
        """What is selected, one span a block, in reading order."""
        chosen = self._chosen_span()
        return () if chosen is None else self.page.spans(*chosen)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own words under a dragged selection, without line breaks of the window."""
        self._dragged = selection
        words = [self.page.block(s.block).text[s.start : s.end] for s in self.selected_spans()]
        return ("\n\n".join(words), "\n") if words else None

    def selection_updated(self, selection: Selection | None) -> None:
        self._dragged = selection
        self._repaint()

    # -- mouse -------------------------------------------------------------------------------------

    def place_under(self, offset: Offset) -> Place | None:
        """The place at a cell of the widget's content, or None beside the text."""
        return self.flow.character_at(self.top + offset.y, offset.x - self._paint().left)

    def on_click(self, event: events.Click) -> None:
        if event.chain > 1:
            # Textual would select the whole widget; a double click means a word, a triple a paragraph.
            event.prevent_default()
        offset = event.get_content_offset(self)
        place = None if offset is None else self.place_under(offset)
        if place is None:
            return
        event.stop()
        if event.chain > 1:
            self.select_at(place, paragraph=event.chain > 2)
        elif not self.selected_spans():
            self.post_message(self.Clicked(place))

    def select_at(self, place: Place, *, paragraph: bool = False) -> None:
        """Select the word or the paragraph at a place, as a double or triple click does."""
        from reader.text.motion import paragraph_span, word_at

        span = None if paragraph else word_at(place, self.page)
        if span is None:
            span = paragraph_span(place, self.page)
        row = place.block - self.page.first
        self.screen.selections = {self: Selection(Offset(span.start, row), Offset(span.end, row))}
