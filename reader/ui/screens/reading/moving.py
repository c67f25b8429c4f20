"""Moving through the article: lines, pages, paragraphs, sections, numbers."""

from __future__ import annotations

from reader.model import BlockKind, Place
from reader.ui.screens.reading.parts import ReadingParts


class Moving(ReadingParts):
    """The actions that move the window."""

    def action_line(self, direction: int) -> None:
        if self._extend("down" if direction > 0 else "up"):
            return
        self._scroll(direction * self.take_count())

    def action_page(self, direction: int) -> None:
        rows = max(1, self.view.size.height - 1)
        self._scroll(direction * rows * self.take_count())

    def action_half_page(self, direction: int) -> None:
        rows = max(1, self.view.size.height // 2)
        self._scroll(direction * rows * self.take_count())

    def _scroll(self, rows: int) -> None:
        view = self.view
        at_edge = view.top == 0 if rows < 0 else view.top >= view.last_top
        if at_edge:
            self.say("This is the beginning." if rows < 0 else "This is the end.")
        self.scroll_rows(rows)

    def action_top(self) -> None:
        if self._extend("top"):
            return
        if self.count:
            self.action_end()
            return
        self._leave()
        self.show_top(0)

    def action_end(self) -> None:
        if self._extend("end"):
            return
        if self.count:
            block = self.block_of(self.take_count())
            self.go_to(Place(block, 0), at_top=True)
            return
        self._leave()
        view = self.view
        self.show_top(view.last_top, Place(self.page.last, 0))

    def action_percent(self) -> None:
        if self.count is None:
            self.say("Type a number first: 50% goes to the middle.")
            return
        share = min(100, self.take_count(0)) / 100
        self._leave()
        last = Place(self.page.last, 0) if share == 1 else None
        self.show_top(round(self.view.last_top * share), last)

    def action_paragraph(self, direction: int) -> None:
        if self._extend("next_paragraph" if direction > 0 else "previous_paragraph"):
            return
        place = self.view.place
        # The headline is one thing to step over, however many parts it has.
        block = max(-1, place.block) + direction * self.take_count()
        if direction < 0 and place.offset > 0 and self.view.top > self.view.flow.rows_of(place.block).start:
            block += 1
        if block < 0:
            self.show_top(0)
        else:
            self.show_place(Place(min(block, self.page.last), 0), at_top=True)

    def action_section(self, direction: int) -> None:
        blocks = self.page.document.blocks
        headings = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
        here = self.view.place.block
        ahead = [i for i in headings if (i > here if direction > 0 else i < here)]
        if not ahead:
            self.say("No section after this one." if direction > 0 else "No section before this one.")
            if direction < 0:
                self.action_top()
            return
        steps = min(self.take_count(), len(ahead))
        target = ahead[steps - 1] if direction > 0 else ahead[-steps]
        self.go_to(Place(target, 0), at_top=True)

    def _leave(self) -> None:
        self.state = self.state.leaving(self.view.window)

    def _extend(self, motion: str) -> bool:
        """Move the end of the selection instead, while selecting. Overridden by `Selecting`."""
        return False
