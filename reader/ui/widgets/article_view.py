"""The article: one widget that paints the rows in its window, however long the text is.

Owns the painted rows, and composes the window on the text (`viewport`), the selection and the painter. Knows
no other widget.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Place, Span, numbers
from reader.reading.jumps import Window
from reader.text.flow import MEASURE, Flow, Row, RowKind
from reader.text.layers import INLINE_STYLES, NOTE_MARK, Layer
from reader.text.match_list import Matches
from reader.text.page import Page
from reader.ui.widgets.article_rows import COMPONENT_CLASSES, Overlays, RowPainter
from reader.ui.widgets.article_selection import ArticleSelection, selection_at
from reader.ui.widgets.component_styles import ComponentStyles
from reader.ui.widgets.painted_lines import painted_lines
from reader.ui.widgets.viewport import Viewport

CACHED_ROWS = 60
"""Painted rows that are kept, or a window and a half of them if that is more."""

WHEEL_ROWS = 3


class ArticleView(Widget, can_focus=True):
    """Shows a page. Posts `Moved` and `Clicked`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENT_CLASSES

    measure: reactive[int] = reactive(MEASURE, init=False)
    """The maximum width of the text in cells."""

    matches: reactive[Matches | None] = reactive(None, init=False)
    current: reactive[int | None] = reactive(None, init=False)
    """The index of the current match."""

    quoting: reactive[bool] = reactive(False, init=False)
    """Whether the matches are quotes, which are tinted in the hue of their speaker."""

    marks_hidden: reactive[bool] = reactive(False, init=False)
    """Whether quotes, names and highlights look like plain text."""

    letters: reactive[Mapping[int, str]] = reactive({}, init=False, always_update=True)
    """Marks the user set: block to letter."""

    notes: reactive[Collection[Place]] = reactive(frozenset(), init=False)
    """Where the highlights that have a note begin."""

    chosen: reactive[tuple[Place, Place] | None] = reactive(None, init=False)
    """Words selected with keys: the fixed end, then the cursor."""

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
        self.viewport = Viewport(page)
        self.selection = ArticleSelection(page)
        self._layers = layers
        self._numbers = numbers(page.document.blocks)
        self._styles = ComponentStyles(self)
        self._painted: dict[int, Strip] = {}
        self._painter: RowPainter | None = None

    def replace(self, page: Page, layers: Mapping[int, Sequence[Layer]]) -> None:
        """Show another page, or the same page with other layers, at the same place where it exists.

        Another page ends the selection.
        """
        self._layers = layers
        if page is not self.page:
            self.viewport.replace(page)
            self._numbers = numbers(page.document.blocks)
            self.chosen = None
            self.selection = ArticleSelection(page)
        self._repaint()
        self.post_message(self.Moved(self.place))

    # -- the window --------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.viewport.page

    @property
    def flow(self) -> Flow:
        """The rows at the present size, laid out when they are first needed."""
        if self.viewport.lay_out(*self.size, self.measure):
            self._drop_painted()
        return self.viewport.flow

    @property
    def place(self) -> Place:
        """The place the reader is at."""
        return self.viewport.place

    @property
    def top(self) -> int:
        """The first row in the window."""
        return self.viewport.top

    @property
    def first_place(self) -> Place:
        """The place of the first words in the window."""
        return self.flow.place_at(self.viewport.top)

    @property
    def last_top(self) -> int:
        """The last row that can be the first one in the window."""
        _ = self.flow
        return self.viewport.last_top

    @property
    def share(self) -> float:
        """How far the window is through the article, 0 to 1."""
        last = self.last_top
        return self.top / last if last else 1.0

    @property
    def window(self) -> Window:
        """What is in the window now, for `restore`."""
        return self.viewport.window

    def rows_in_sight(self) -> range:
        """The rows in the window."""
        _ = self.flow
        return self.viewport.rows()

    def scroll_rows(self, rows: int) -> None:
        """Move the window by rows; the place becomes the first words in the window."""
        self.show_top(self.top + rows)

    def show_top(self, top: int, place: Place | None = None) -> None:
        """Make `top` the first row; the place becomes `place` or the first words in the window."""
        _ = self.flow
        if self.viewport.show_top(top, place):
            self.refresh()
        self.post_message(self.Moved(self.place))

    def show_place(self, place: Place, *, at_top: bool = False) -> None:
        """Go to a place. The window does not move if it shows the place already, unless with `at_top`."""
        _ = self.flow
        self.show_top(self.viewport.top_for(place, at_top=at_top), place)

    def begin_at(self, window: Window) -> None:
        """Begin with an earlier window. For a view that has no size yet; otherwise use `restore`."""
        self.viewport.begin_at(window)

    def restore(self, window: Window) -> None:
        """Show an earlier window, even if the layout has changed."""
        _ = self.flow
        self.show_top(self.viewport.top_of(window), window.place)

    def watch_measure(self) -> None:
        """Lay out at the new measure."""
        self.refresh()
        self.post_message(self.Moved(self.place))

    def on_resize(self, event: events.Resize) -> None:
        # Lay out at once, so that no widget shows the old position of the window.
        _ = self.flow
        self.post_message(self.Moved(self.place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-WHEEL_ROWS)

    # -- selecting ---------------------------------------------------------------------------------

    def watch_chosen(self, chosen: tuple[Place, Place] | None) -> None:
        """Show the words selected with keys."""
        self.selection.chosen = chosen
        self._repaint()

    def selected_spans(self) -> tuple[Span, ...]:
        """The selected words, one span for each block, in reading order."""
        return self.selection.spans()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own words under a dragged selection, for Textual to copy."""
        self.selection.dragged = selection
        text = self.selection.text()
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Show the selection that Textual made with the mouse."""
        self.selection.dragged = selection
        self._repaint()

    def place_under(self, offset: Offset) -> Place | None:
        """The place at a cell of the widget's content; None if the cell is outside the text."""
        return self.flow.character_at(self.top + offset.y, offset.x - self._row_painter().left)

    def on_click(self, event: events.Click) -> None:
        if event.chain > 1:
            # Textual would select the whole widget; here two clicks select a word, three a paragraph.
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
        """Select the word or the paragraph at a place."""
        self.screen.selections = {self: selection_at(place, self.page, paragraph=paragraph)}

    # -- painting ----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Row `y` of the window with the places of its words. Textual reads them to select with the mouse."""
        return self._strip(self.flow, self.top + y, self.size.width, with_places=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget. The rows on them are painted once and kept."""
        if self.gutter:
            return super().render_lines(crop)
        return painted_lines(self, crop, self._painted_rows)

    def _painted_rows(self, lines: range) -> list[Strip]:
        (width, height), flow = self.size, self.flow
        painted, most = self._painted, max(CACHED_ROWS, height * 3 // 2)
        strips = []
        for row in range(self.top + lines.start, self.top + lines.stop):
            strip = painted.get(row)
            if strip is None:
                while len(painted) >= most:
                    del painted[next(iter(painted))]
                strip = painted[row] = self._strip(flow, row, width)
            strips.append(strip)
        return strips

    def _strip(self, flow: Flow, row: int, width: int, *, with_places: bool = False) -> Strip:
        if row >= flow.height or width < 1:
            return Strip([Segment(" " * width, self._styles.base)], width)
        return Strip(self._row_painter().segments(row, with_places=with_places), width)

    def _row_painter(self) -> RowPainter:
        if self._painter is None:
            overlays = Overlays(
                self.matches,
                self.current,
                self.selection.range(),
                self.chosen[1] if self.chosen else None,
                self.letters,
                block_of(self.matches, self.current),
                frozenset() if self.marks_hidden else self.notes,
                self.quoting and not self.marks_hidden,  # quotes have no tint then, but a match is seen
            )
            self._painter = RowPainter(
                self._styles,
                self.size.width,
                self.page,
                self.flow,
                self._shown_layers(),
                overlays,
                self._numbers,
            )
        return self._painter

    def _shown_layers(self) -> Mapping[int, Sequence[Layer]]:
        """The layers that are painted; with `marks_hidden` only those of the text's own markup."""
        if not self.marks_hidden:
            return self._layers
        markup = {*INLINE_STYLES.values(), NOTE_MARK}
        return {
            block: [layer for layer in layers if layer[2] in markup] for block, layers in self._layers.items()
        }

    def _drop_painted(self) -> None:
        self._painted.clear()
        self._painter = None

    def _repaint(self) -> None:
        self._drop_painted()
        self.refresh()

    def notify_style_update(self) -> None:
        """Discard the rows that were painted with the old styles."""
        self._styles.clear()
        self._drop_painted()
        super().notify_style_update()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Do not compute all styles again: the styles of the article do not depend on the focus."""

    def watch_letters(self) -> None:
        """Show the user's marks."""
        self._repaint()

    def watch_quoting(self) -> None:
        """Paint the matches as quotes, or like other matches."""
        self._repaint()

    def watch_marks_hidden(self) -> None:
        """Paint quotes, names and highlights as plain text, or in their styles."""
        self._repaint()

    def watch_notes(self) -> None:
        """Show the signs of the notes."""
        self._repaint()

    def watch_matches(self, old: Matches | None, new: Matches | None) -> None:
        """Repaint the rows that hold a match of the old or the new set."""
        sets = [matches for matches in (old, new) if matches is not None]
        numbered = {block_of(matches, self.current) for matches in sets}
        self._repaint_rows(
            lambda row: (
                row.block in numbered
                or any(matches.in_block(row.block, row.start, row.end) for matches in sets)
            )
        )

    def watch_current(self, old: int | None, new: int | None) -> None:
        """Repaint the blocks of the old and the new current match."""
        matches = self.matches
        if matches is not None:
            current = [index for index in (old, new) if index is not None and index < len(matches)]
            blocks = {piece.block for index in current for piece in matches.pieces(index)}
            self._repaint_rows(lambda row: row.block in blocks)

    def _repaint_rows(self, is_stale: Callable[[Row], bool]) -> None:
        """Repaint the rows of text for which `is_stale` holds."""
        self._painter = None
        width, height = self.size
        for y in tuple(self._painted):
            if y >= self.viewport.flow.height:
                continue
            row = self.viewport.flow.row(y)
            if row.kind is RowKind.TEXT and is_stale(row):
                del self._painted[y]
                if 0 <= y - self.top < height:
                    self.refresh(Region(0, y - self.top, width, 1))


def block_of(matches: Matches | None, index: int | None) -> int | None:
    """The block of the match with that index; None if there is no such match."""
    return matches[index].block if matches and index is not None and index < len(matches) else None
