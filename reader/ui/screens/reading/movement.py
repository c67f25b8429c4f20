"""Moving through the article: lines, pages, paragraphs, sections, marks and the jump list.

The status line, the ruler and the navigator show the new position in the same frame in which the window
moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.model import BlockKind, Place
from reader.reading.jumps import Window
from reader.text.headline import minutes
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.panes import Panes
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.status_line import Extent


class Movement:
    """Moves the window. `ask_back` returns to the article before this one, or else shows its argument."""

    def __init__(self, reading: ReadingContext, panes: Panes, ask_back: Callable[[str], object]) -> None:
        self._reading, self._view = reading, reading.view
        self._panes, self._ask_back = panes, ask_back
        self._numbered: Window | None = None
        """The window after `move.top` was run with a count."""

    # -- showing -----------------------------------------------------------------------------------

    @contextmanager
    def _moving(self) -> Iterator[ArticleView]:
        """Yield the article view without its message `Moved`; afterwards show the new position."""
        with self._view.prevent(ArticleView.Moved):
            yield self._view
        self.show_where()

    def show_place(self, place: Place, *, at_top: bool = False) -> None:
        """Bring a place into the window, see `ArticleView.show_place`."""
        with self._moving() as view:
            view.show_place(place, at_top=at_top)

    def show_top(self, top: int, place: Place | None = None) -> None:
        """Put a row at the top, see `ArticleView.show_top`."""
        with self._moving() as view:
            view.show_top(top, place)

    def restore(self, window: Window) -> None:
        """Show an earlier window. At the same width it has exactly the same rows."""
        with self._moving() as view:
            view.restore(window)

    def go_to(self, place: Place, *, at_top: bool = False) -> None:
        """Jump to a place. The present place is added to the jump list."""
        self._panes.uncover()
        if place != self._view.place:
            self._reading.leave()
        self.show_place(place, at_top=at_top)

    def go_back_to(self, window: Window) -> None:
        """Show an earlier window. The present window is added to the jump list."""
        self._panes.uncover()
        self._reading.leave()
        self.restore(window)

    def show_where(self) -> None:
        """Show in the status line, the ruler and the navigator where the window is."""
        view, status, version = self._view, self._reading.status, self._reading.version
        flow = view.flow  # before `view.top` is read: a new layout changes it
        status.paragraph = version.number_of(view.place.block) or min(1, status.paragraphs)
        status.percent = round(view.share * 100)
        status.extent = Extent.ALL if not view.last_top else Extent.END if view.share == 1 else Extent.PART
        left = version.words * (1 - view.share if view.last_top else 1)
        status.minutes_left = minutes(round(left)) if left > 0 else 0
        status.title = version.document.title if flow.place_at(view.top).block >= 0 else ""
        self._reading.ruler.show(flow, view.top, view.size.height)
        if self._reading.navigator is not None:
            self._reading.navigator.here = view.place.block
        if self._reading.quotes is not None:
            self._reading.quotes.here = flow.place_at(view.top)

    # -- by rows and by share ----------------------------------------------------------------------

    def line(self, direction: int) -> None:
        """Scroll by lines."""
        self._scroll(direction * self._reading.take_count())

    def page(self, direction: int) -> None:
        """Scroll by pages, each less one line."""
        self._scroll(direction * max(1, self._view.size.height - 1) * self._reading.take_count())

    def half_page(self, direction: int) -> None:
        """Scroll by half pages."""
        self._scroll(direction * max(1, self._view.size.height // 2) * self._reading.take_count())

    def _scroll(self, rows: int) -> None:
        view = self._view
        # Where the window cannot move, the place stays too.
        if rows < 0 and view.top == 0:
            self._reading.say("Top of the article.")
            return
        if rows > 0 and view.top >= view.last_top:
            self._reading.say("End of the article.")
            return
        with self._moving():
            view.scroll_rows(rows)

    def top(self) -> None:
        """Go to the top, or with a count to that paragraph.

        The key may be pressed twice, as in vi. The second press changes nothing.
        """
        before, numbered = self._view.window, self._numbered
        self._numbered = None
        if self._reading.count:
            self.end()
            self._numbered = self._view.window
        elif before == numbered:
            self._reading.say(f"Press {self._reading.key('move.top')} again to go to the top.")
        else:
            self.show_top(0)
            if self._view.window != before:
                self._reading.session = self._reading.session.leaving(before)

    def end(self) -> None:
        """Go to the end; after a number, to that paragraph."""
        version = self._reading.version
        if self._reading.count:
            self.go_to(Place(version.block_of(self._reading.take_count()), 0), at_top=True)
            return
        self._reading.leave()
        self.show_top(self._view.last_top, Place(version.page.last, 0))

    def percent(self) -> None:
        """Go to the percentage of the article that was typed before the key."""
        if self._reading.count is None:
            key = self._reading.key("move.percent")
            self._reading.say(f"Type a number first: 50{key} goes to the middle.")
            return
        share = min(100, self._reading.take_count(0)) / 100
        self._reading.leave()
        last = Place(self._reading.version.page.last, 0) if share == 1 else None
        self.show_top(round(self._view.last_top * share), last)

    # -- by paragraphs and sections ----------------------------------------------------------------

    def paragraph(self, direction: int) -> None:
        """Bring the next or previous paragraph to the top."""
        place = self._view.place
        # The headline is one step, however many blocks it has.
        block = max(-1, place.block) + direction * self._reading.take_count()
        first_row = self._view.flow.rows_of(place.block).start
        if direction < 0 and place.offset > 0 and self._view.top > first_row:
            block += 1  # the paragraph being read begins above the window
        if block < 0:
            self.show_top(0)
        else:
            self.show_place(Place(min(block, self._reading.version.page.last), 0), at_top=True)

    def section(self, direction: int) -> None:
        """Bring the next or previous heading to the top."""
        blocks = self._reading.version.document.blocks
        headings = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
        here = self._view.place.block
        ahead = [i for i in headings if (i > here if direction > 0 else i < here)]
        if not ahead:
            self._reading.say(f"No section {'after' if direction > 0 else 'before'} this one.")
            if direction < 0:
                self.top()
            return
        steps = min(self._reading.take_count(), len(ahead))
        self.go_to(Place(ahead[steps - 1] if direction > 0 else ahead[-steps], 0), at_top=True)

    # -- marks and the jump list -------------------------------------------------------------------

    def set_mark(self, letter: str) -> None:
        """Save the present window under a letter or digit."""
        if not letter.isalnum():
            self._reading.say("A mark is a letter or a digit.")
            return
        self._reading.change(self._reading.session.with_mark(letter, self._view.window))
        number = self._reading.version.number_of(self._view.place.block)
        self._reading.say(f"Mark {letter} set at ¶ {number}." if number else f"Mark {letter} set.")

    def jump_to_mark(self, letter: str) -> None:
        """Show the window that was saved under a letter or digit."""
        marks = self._reading.session.marks
        if letter in marks:
            self.go_back_to(marks[letter])
        elif marks:
            self._reading.say(f"No mark {letter}. Marks: {' '.join(sorted(marks))}.")
        else:
            self._reading.say(f"No mark {letter}. Press {self._reading.key('mark.set')} to set mark x.")

    def jump_to_last(self) -> None:
        """Go back to where the last jump began."""
        last = self._reading.session.jumps.last
        if last is None:
            self._reading.say("The jump list is empty.")
        else:
            self.go_back_to(last)

    def jump(self, direction: int) -> None:
        """Go back or forward in the jump list. From its start, go back to the article before this one."""
        session = self._reading.session
        jumps, window = session.jumps.go(direction * self._reading.take_count(), self._view.window)
        if window is not None:
            self._reading.session = session.with_jumps(jumps)
            self.restore(window)
        elif direction < 0:
            self._ask_back("Start of the jump list.")
        else:
            self._reading.say("End of the jump list.")
