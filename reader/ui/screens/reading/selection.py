"""Selects words with keys, and copies them."""

from __future__ import annotations

from reader.keys.commands import MOTIONS, Context
from reader.model import Place
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.movement import Movement

SHOWN_MOTIONS = (
    "select.next_word",
    "select.previous_word",
    "select.word_end",
    "select.left",
    "select.right",
    "move.line_down",
    "move.line_up",
)
"""The commands whose keys are shown when a selection starts."""

ENDS = ("top", "end")
"""Motions that go to a paragraph when a number was typed before them."""


class SelectionController:
    """Extends the selection of the article view with keys. The article view holds the selection."""

    def __init__(self, reading: ReadingContext, movement: Movement) -> None:
        self._reading, self._view, self._movement = reading, reading.view, movement
        self._by_paragraphs = False
        self._kept_column: tuple[Place | None, int] = (None, 0)
        """The place after the last motion by rows, and the column that the next one aims at."""

    @property
    def active(self) -> bool:
        """Whether words are being selected with keys."""
        return self._view.chosen is not None

    # -- beginning and ending ----------------------------------------------------------------------

    def select_words(self) -> None:
        """Begin to select words, change from whole paragraphs to words, or end the selection."""
        view = self._view
        if view.chosen is not None and not self._by_paragraphs:
            self.stop()
            return
        self._by_paragraphs = False
        place = self._start()
        view.chosen = (place, place) if view.chosen is None else view.chosen
        self._show()

    def select_paragraphs(self) -> None:
        """Begin to select whole paragraphs, extend a selection to them, or end the selection."""
        view = self._view
        if view.chosen is not None and self._by_paragraphs:
            self.stop()
            return
        self._by_paragraphs = True
        place = self._start()
        view.chosen = self._whole_blocks(place if view.chosen is None else view.chosen[0], place)
        self._show()

    def stop(self) -> bool:
        """End the selection, made with keys or with the mouse. Returns False if nothing is selected."""
        if self._view.chosen is None and not self._view.selected_spans():
            return False
        self._view.chosen = None
        self._by_paragraphs = False
        self._reading.screen.clear_selection()
        self._reading.refresh_hints()
        return True

    def _show(self) -> None:
        """Show which keys extend the selection."""
        self._kept_column = (None, 0)
        self._reading.refresh_hints()
        moves = " ".join(filter(None, map(self._reading.keymap.heard, SHOWN_MOTIONS)))
        words = f"Selecting: {moves} move."
        self._reading.say("Selecting paragraphs." if self._by_paragraphs else words)

    def _start(self) -> Place:
        """Where a selection begins: at its cursor, or the reading place if visible, or the window's top."""
        view = self._view
        if view.chosen is not None:
            return view.chosen[1]
        if view.flow.y_of(view.place) in view.rows_in_sight():
            return view.place
        return view.flow.place_at(view.top)

    # -- motions -----------------------------------------------------------------------------------

    def extend_by_key(self, key: str) -> bool:
        """Move by a key. Returns False if the key is not a motion or nothing is being selected."""
        if not self.active:
            return False
        command = self._reading.keymap.command(key, Context.SELECTION)
        return command is not None and self.extend(MOTIONS[command])

    def extend(self, motion: str) -> bool:
        """Move the cursor of the selection. Returns False if nothing is being selected."""
        view, reading = self._view, self._reading
        if view.chosen is None:
            return False
        fixed, cursor = view.chosen
        numbered = bool(reading.count) and motion in ENDS
        count = reading.take_count()
        block = reading.version.block_of(count) if numbered else None
        if self._by_paragraphs:
            to = self._block_after(motion, cursor.block, count) if block is None else block
            view.chosen = self._whole_blocks(fixed, Place(to, 0))
        elif block is not None:
            view.chosen = (fixed, Place(block, 0))
        else:
            view.chosen = (fixed, self._place_after(motion, cursor, count))
        self._movement.show_place(view.chosen[1])
        return True

    def _place_after(self, motion: str, cursor: Place, count: int) -> Place:
        """The place of the cursor after a motion."""
        from reader.text.motion import move

        flow, page = self._view.flow, self._reading.version.page
        if motion not in ("up", "down"):
            self._kept_column = (None, 0)
            return move(motion, cursor, page, flow, count)
        place, column = self._kept_column
        column = column if place == cursor else flow.column_of(cursor)
        to = move(motion, cursor, page, flow, count, column)
        self._kept_column = (to, column)
        return to

    def _block_after(self, motion: str, block: int, count: int) -> int:
        """The block of the cursor after a motion, while whole paragraphs are selected."""
        page = self._reading.version.page
        if motion in ENDS:
            return page.first if motion == "top" else page.last
        step = {"down": 1, "next_paragraph": 1, "up": -1, "previous_paragraph": -1}.get(motion, 0)
        return max(page.first, min(block + step * count, page.last))

    def _whole_blocks(self, fixed: Place, cursor: Place) -> tuple[Place, Place]:
        """Both ends of a selection, moved outwards to the ends of their blocks."""

        def last(block: int) -> Place:
            return Place(block, max(0, len(self._reading.version.page.block(block).text) - 1))

        if cursor.block >= fixed.block:
            return Place(fixed.block, 0), last(cursor.block)
        return last(fixed.block), Place(cursor.block, 0)

    # -- what is selected --------------------------------------------------------------------------

    def words(self) -> tuple[str, str]:
        """The words to copy and a name for them: the selection, or the current match, or the paragraph."""
        view, page = self._view, self._reading.version.page
        spans = view.selected_spans()
        if spans:
            words = "\n\n".join(page.block(s.block).text[s.start : s.end] for s in spans)
            count = len(words.split())
            return words, f"“{words.strip()}”" if count == 1 else f"{count} words"
        if view.current is not None and view.matches is not None and view.current < len(view.matches):
            pieces = view.matches.pieces(view.current)
            words = " … ".join(page.block(s.block).text[s.start : s.end] for s in pieces)
            return words, f"“{words}”"
        block = view.place.block
        number = self._reading.version.number_of(block)
        return page.block(block).text, f"¶ {number}" if block >= 0 and number else "the headline"

    def copy(self) -> None:
        """Copy the result of `words` to the clipboard."""
        words, name = self.words()
        self._reading.screen.app.copy_to_clipboard(words)
        self.stop()
        self._reading.say(f"Copied {name}.")
