"""The article: one widget that paints the rows in its window, whatever the length of the text.

Owns the window (which row is at the top) and the place the reader is at. The window's top is kept as
a place in the text (the anchor), so a new width lays the same sentence at the top. Posts what
happened; knows no other widget.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Place, Span, numbers
from reader.state import Window
from reader.text.flow import MEASURE, Flow
from reader.text.matches import Matches
from reader.text.page import Page
from reader.text.paint import Layer
from reader.widgets.article_rows import COMPONENTS, Marks, RowPainter, gutter_width

LEAST = 8
"""Cells of text below which no rows are laid out: a book one cell wide is three million rows, and a
window so small shows that it is too small."""

WHEEL_ROWS = 3

KEPT = 100
"""Painted rows that are kept, or two windows of them if that is more. Each takes some 3 kB, with what the
compositor makes of it."""


class ArticleView(Widget, can_focus=True):
    """Shows a page. Posts `Moved` and `Clicked`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    measure: reactive[int] = reactive(MEASURE, init=False)
    matches: reactive[Matches | None] = reactive(None, init=False)
    current: reactive[int | None] = reactive(None, init=False)
    chosen: reactive[tuple[Place, Place] | None] = reactive(None, init=False)
    """Words selected by keys: the fixed end, then the cursor."""
    letters: reactive[Mapping[int, str]] = reactive({}, init=False, always_update=True)
    """Marks the user set: block to letter."""

    class Moved(Message):
        """The window or the place changed."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

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
        super().__init__(id=id)
        self.set_reactive(ArticleView.measure, measure)
        self.page = page
        self.article_layers = layers
        self.place = page.start
        self.top = 0
        self._numbers = numbers(page.document.blocks)
        self._anchor = page.start
        self._anchor_lead = 0
        self._flow: Flow | None = None
        self._laid_out = (-1, -1, -1)
        self._strips: dict[int, Strip] = {}
        self._painter: RowPainter | None = None
        self._dragged: Selection | None = None

    # -- layout ------------------------------------------------------------------------------------

    @property
    def flow(self) -> Flow:
        """The rows at the present width; laid out anew only when the width or measure changed.

        Asked for at a new size it puts the anchor back to the top. The anchor stays what it was, so that
        going back to the old size shows the old rows.
        """
        width, height = self.size
        wanted = (width, height, self.measure)
        if self._flow is None or wanted != self._laid_out:
            text_width = max(LEAST, min(self.measure, width - gutter_width(self.page, width) - 1))
            if self._flow is None or text_width != self._flow.width:
                self._flow = Flow(self.page, text_width)
            if (width, self.measure) != self._laid_out[::2]:
                self._forget_rows()
            self._laid_out = wanted
            self.top = self._clamped(self._flow.y_of(self._anchor) - self._anchor_lead)
        return self._flow

    @property
    def last_top(self) -> int:
        """The greatest row that can stand at the top."""
        return max(0, self.flow.height - max(1, self.size.height))

    @property
    def share(self) -> float:
        """How far the window is through the article, 0 to 1."""
        return self.top / self.last_top if self.last_top else 1.0

    def _clamped(self, top: int) -> int:
        flow = self._flow
        rows = flow.height if flow is not None else 0
        return max(0, min(top, rows - max(1, self.size.height)))

    def replace(self, page: Page, layers: Mapping[int, Sequence[Layer]]) -> None:
        """Show another page, or the same one with other layers, at the same place where it exists.

        A selection is of words of the old page, and ends with it.
        """
        same = page is self.page
        self.page, self.article_layers = page, layers
        if not same:
            self._flow = None if self._flow is None else self._flow.for_page(page)
            self._numbers = numbers(page.document.blocks)
            self._anchor = page.nearest(self._anchor)
            self.place = page.nearest(self.place)
            self._dragged = None
            self.chosen = None
        self._repaint()
        self.post_message(self.Moved(self.place))

    # -- moving ------------------------------------------------------------------------------------

    def scroll_rows(self, rows: int) -> None:
        """Move the window by rows; the place follows to its first line."""
        self.show_top(self.top + rows)

    def show_top(self, top: int, place: Place | None = None) -> None:
        """Put row `top` at the top; the place becomes `place` or the first words in the window."""
        flow, before = self.flow, self.top
        self.top = self._clamped(top)
        self._anchor = flow.place_at(self.top)
        self._anchor_lead = max(0, flow.y_of(self._anchor) - self.top)
        # A mark or the jump list may hold a place that the article, edited since, no longer has.
        self.place = self._anchor if place is None else self.page.nearest(place)
        if self.top != before:
            self.refresh()
        self.post_message(self.Moved(self.place))

    def show_place(self, place: Place, *, at_top: bool = False) -> None:
        """Go to a place: to the top, or where it is when in sight, else a third down the window."""
        y = self.flow.y_of(place)
        height = max(1, self.size.height)
        margin = min(2, (height - 1) // 2)
        if at_top:
            top = y
        elif self.top + margin <= y < self.top + height - margin:
            top = self.top
        else:
            top = y - height // 3
        self.show_top(top, place)

    @property
    def window(self) -> Window:
        """What is seen now, for `restore`."""
        return Window(self._anchor, self._anchor_lead, self.place)

    def begin_at(self, window: Window) -> None:
        """Begin with what was seen before. For a view without a size yet; others are given `restore`."""
        self._anchor, self._anchor_lead, self.place = window

    def restore(self, window: Window) -> None:
        """Show what was seen before, also where the rows are others by now."""
        self.show_top(self.flow.y_of(window.anchor) - window.lead, window.place)

    def rows_in_sight(self) -> range:
        """The rows in the window."""
        return range(self.top, min(self.flow.height, self.top + self.size.height))

    # -- painting ----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        return self._row(self.flow, self.top + y, self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a region of the widget, in which nothing but air may lie around the text.

        Textual keeps what stands in a line of the window, and would style, filter and encode every row
        anew when the window moves by one. Kept by row, all of that is done once.
        """
        air = self.gutter
        if air.width:
            return super().render_lines(crop)
        flow, size, background = self.flow, self.size, self.background_colors[1]
        blank = Strip.blank(size.width, Style(bgcolor=background.rich_color))
        strips = []
        for y in crop.line_range:
            inside = 0 <= y - air.top < size.height
            strips.append(self._row(flow, self.top + y - air.top, size.width) if inside else blank)
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _row(self, flow: Flow, row: int, width: int) -> Strip:
        strip = self._strips.get(row)
        if strip is None:
            if row >= flow.height or width < 1:
                return Strip.blank(width, self.rich_style)
            while len(self._strips) >= max(KEPT, 2 * self.size.height):
                del self._strips[next(iter(self._strips))]
            strip = self._strips[row] = self._paint().strip(row, width)
        return strip

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
            self._painter = RowPainter(self, self.page, self.flow, self.article_layers, marks, self._numbers)
        return self._painter

    def _current_block(self) -> int | None:
        """The block of the current match."""
        matches, current = self.matches, self.current
        return matches[current].block if matches and current is not None and current < len(matches) else None

    def _forget_rows(self) -> None:
        self._strips.clear()
        self._painter = None

    def notify_style_update(self) -> None:
        self._forget_rows()
        super().notify_style_update()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style of the article depends on the focus, so none is computed anew."""

    def watch_measure(self) -> None:
        self._forget_rows()
        self.refresh()
        self.post_message(self.Moved(self.place))

    def _repaint(self) -> None:
        self._forget_rows()
        self.refresh()

    watch_matches = watch_chosen = watch_letters = _repaint

    def watch_current(self, old: int | None, new: int | None) -> None:
        """Paint the blocks of the match that was the current one and of the one that is."""
        self._painter = None
        matches, flow = self.matches, self._flow
        if matches is None or flow is None:
            return
        here = [index for index in (old, new) if index is not None and index < len(matches)]
        blocks = {piece.block for index in here for piece in matches.pieces(index)}
        ranges = [flow.rows_of(block) for block in blocks]
        for row in [row for row in self._strips if any(row in rows for rows in ranges)]:
            del self._strips[row]
            if 0 <= row - self.top < self.size.height:
                self.refresh(Region(0, row - self.top, self.size.width, 1))

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

    # -- mouse and size ----------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        # Before anybody asks: what shows where the window is must not show the old one.
        _ = self.flow
        self.post_message(self.Moved(self.place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-WHEEL_ROWS)

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
