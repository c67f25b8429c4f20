"""What is selected of the article, by keys or with the mouse, and what was clicked.

Owns the way from cells to places and back to words. Paints nothing.
"""

from __future__ import annotations

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection

from reader.model import Place, Span
from reader.text.flow import MEASURE
from reader.text.page import Page
from reader.ui.widgets.article_window import ArticleWindow


class ArticleSelection(ArticleWindow):
    """A window on a page in which words can be selected. Posts `Moved` and `Clicked`."""

    chosen: reactive[tuple[Place, Place] | None] = reactive(None, init=False)
    """Words selected by keys: the fixed end, then the cursor."""

    class Clicked(Message):
        """The text was clicked at a place (never in the margin)."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, page: Page, *, measure: int = MEASURE, id: str | None = None) -> None:
        super().__init__(page, measure=measure, id=id)
        self._dragged: Selection | None = None

    @property
    def left(self) -> int:
        """Cells from the widget's edge to the text. Overridden by what paints."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Paint everything anew."""
        self.forget_rows()
        self.refresh()

    watch_chosen = repaint

    def selection_range(self) -> tuple[Place, Place] | None:
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
        chosen = self.selection_range()
        return () if chosen is None else self.page.spans(*chosen)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own words under a dragged selection, without line breaks of the window."""
        self._dragged = selection
        words = [self.page.block(s.block).text[s.start : s.end] for s in self.selected_spans()]
        return ("\n\n".join(words), "\n") if words else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Textual's selection is another, or none."""
        self._dragged = selection
        self.repaint()

    def select_nothing(self) -> None:
        """End every selection."""
        self._dragged = None
        self.chosen = None

    # -- mouse -------------------------------------------------------------------------------------

    def place_under(self, offset: Offset) -> Place | None:
        """The place at a cell of the widget's content, or None beside the text."""
        return self.flow.character_at(self.top + offset.y, offset.x - self.left)

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
