"""The selected text of the article, selected with keys or with the mouse.

Owns the conversion of Textual's selections to places in the text. Paints nothing.
"""

from __future__ import annotations

from textual.geometry import Offset
from textual.selection import Selection

from reader.model import Place, Span
from reader.text.page import Page


class ArticleSelection:
    """The selection in one page: `chosen` with keys, `dragged` with the mouse."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.chosen: tuple[Place, Place] | None = None
        """The fixed end and the cursor of a selection made with keys."""
        self.dragged: Selection | None = None
        """Textual's selection: a row is a block, counted from the first one, a column a code point."""

    def range(self) -> tuple[Place, Place] | None:
        """The selected range in reading order, its end exclusive; None when nothing is selected."""
        if self.chosen is not None:
            from reader.text.motion import after

            first, last = sorted(self.chosen)
            return first, after(last, self._page)
        if self.dragged is not None:
            return self._places(self.dragged)
        return None

    def _places(self, dragged: Selection) -> tuple[Place, Place]:
        from reader.text.motion import whole

        page, first = self._page, self._page.first
        start, end = dragged.start, dragged.end
        return whole(
            page.start if start is None else Place(start.y + first, start.x),
            page.end if end is None else Place(end.y + first, end.x),
            page,
        )

    def spans(self) -> tuple[Span, ...]:
        """The selected words, one span for each block, in reading order."""
        selected = self.range()
        return () if selected is None else self._page.spans(*selected)

    def text(self) -> str:
        """The selected words, with a blank line between blocks and without the line breaks of the layout."""
        return "\n\n".join(self._page.block(s.block).text[s.start : s.end] for s in self.spans())


def selection_at(place: Place, page: Page, *, paragraph: bool = False) -> Selection:
    """Textual's selection of the word at a place.

    With `paragraph`, or if there is no word at the place, it selects the paragraph.
    """
    from reader.text.motion import paragraph_span, word_at

    span = None if paragraph else word_at(place, page)
    if span is None:
        span = paragraph_span(place, page)
    row = place.block - page.first
    return Selection(Offset(span.start, row), Offset(span.end, row))
