"""Selecting words by keys, copying, marks and the jump list."""

from __future__ import annotations

from reader.model import Place
from reader.ui.screens.reading.moving import Moving
from reader.ui.widgets.status_line import READING

SELECTING = (("y", "copy"), ("Esc", "leave"), ("|", "pipe"))
"""The keys that matter while words are being selected."""

MOTIONS = {
    "h": "left",
    "left": "left",
    "right": "right",
    "l": "right",
    "w": "word",
    "b": "back",
    "e": "word_end",
    "0": "row_start",
    "^": "row_start",
    "$": "row_end",
}
"""Keys that move the cursor while selecting, besides the article's own."""


ENDS = ("top", "end")
"""Motions that go to a paragraph after a number."""


class Selecting(Moving):
    """The actions of selecting, copying, marking and jumping back."""

    _lines = False
    _kept: tuple[Place | None, int] = (None, 0)
    """Where the last motion by rows led, and the column it began in, which the next one keeps to."""

    def action_select(self) -> None:
        view = self.view
        if view.chosen is not None and not self._lines:
            self.stop_selecting()
            return
        self._lines = False
        place = self._start()
        view.chosen = (place, place) if view.chosen is None else view.chosen
        self._show_selecting()

    def action_select_paragraphs(self) -> None:
        view = self.view
        if view.chosen is not None and self._lines:
            self.stop_selecting()
            return
        self._lines = True
        place = self._start()
        view.chosen = self._whole(place if view.chosen is None else view.chosen[0], place)
        self._show_selecting()

    def _show_selecting(self) -> None:
        """Say for as long as words are being selected what the keys mean now."""
        self._kept = (None, 0)
        self.status.key_hints = SELECTING
        self.say("Selecting paragraphs." if self._lines else "Selecting: w b e h l j k move.")

    def _start(self) -> Place:
        """Where a selection begins: its cursor, the current match, or the first words in sight."""
        view = self.view
        if view.chosen is not None:
            return view.chosen[1]
        here = view.place
        if view.flow.y_of(here) in view.rows_in_sight():
            return here
        return view.flow.place_at(view.top)

    def _whole(self, fixed: Place, cursor: Place) -> tuple[Place, Place]:
        """The two ends stretched to whole blocks."""

        def last(block: int) -> Place:
            return Place(block, max(0, len(self.page.block(block).text) - 1))

        if cursor.block >= fixed.block:
            return Place(fixed.block, 0), last(cursor.block)
        return last(fixed.block), Place(cursor.block, 0)

    def extend_by_key(self, key: str) -> bool:
        """Take a key as a motion while selecting; False when it is none or nothing is selected."""
        motion = MOTIONS.get(key)
        return motion is not None and self._extend(motion)

    def _extend(self, motion: str) -> bool:
        view = self.view
        if view.chosen is None:
            return False
        fixed, cursor = view.chosen
        to = self.block_of(self.take_count()) if self.count and motion in ENDS else None
        count = self.take_count()
        if self._lines:
            block = self._block_after(motion, cursor.block, count) if to is None else to
            view.chosen = self._whole(fixed, Place(block, 0))
        elif to is not None:
            view.chosen = (fixed, Place(to, 0))
        else:
            view.chosen = (fixed, self._after(motion, cursor, count))
        self.show_place(view.chosen[1])
        return True

    def _after(self, motion: str, cursor: Place, count: int) -> Place:
        """Where a motion takes the cursor."""
        from reader.text.motion import move

        flow = self.view.flow
        if motion not in ("up", "down"):
            self._kept = (None, 0)
            return move(motion, cursor, self.page, flow, count)
        place, column = self._kept
        column = column if place == cursor else flow.column_of(cursor)
        to = move(motion, cursor, self.page, flow, count, column)
        self._kept = (to, column)
        return to

    def _block_after(self, motion: str, block: int, count: int) -> int:
        """The block that a motion leads to while whole blocks are selected; the same for most of them."""
        if motion in ENDS:
            return self.page.first if motion == "top" else self.page.last
        step = {"down": 1, "next_paragraph": 1, "up": -1, "previous_paragraph": -1}.get(motion, 0)
        return max(self.page.first, min(block + step * count, self.page.last))

    def stop_selecting(self) -> bool:
        """Forget what is selected, by keys or by mouse. False when nothing was."""
        if self.view.chosen is None and not self.view.selected_spans():
            return False
        self.view.chosen = None
        self._lines = False
        self.status.key_hints = READING
        self.clear_selection()
        return True

    def words_to_copy(self) -> tuple[str, str]:
        """What `y` and `|` act on, and its name: the selection, the current match's quote, the paragraph."""
        view = self.view
        spans = view.selected_spans()
        if spans:
            words = "\n\n".join(self.page.block(s.block).text[s.start : s.end] for s in spans)
            return words, f"{len(words.split())} words" if len(words.split()) != 1 else f"“{words.strip()}”"
        if view.current is not None and view.matches is not None and view.current < len(view.matches):
            pieces = view.matches.pieces(view.current)
            words = " … ".join(self.page.block(s.block).text[s.start : s.end] for s in pieces)
            return words, f"“{words}”"
        block = view.place.block
        number = self.number_of(block)
        return self.page.block(block).text, f"¶ {number}" if block >= 0 and number else "the headline"

    def action_copy(self) -> None:
        words, name = self.words_to_copy()
        self.app.copy_to_clipboard(words)
        self.stop_selecting()
        self.say(f"Copied {name}.")

    # -- marks and the jump list -------------------------------------------------------------------

    def action_set_mark(self, letter: str) -> None:
        if not letter.isalnum():
            self.say("A mark is a letter or a digit.")
            return
        self.state = self.state.with_mark(letter, self.view.window)
        self.show_marks()
        number = self.number_of(self.view.place.block)
        self.say(f"Mark {letter} is at ¶ {number}." if number else f"Mark {letter} is set.")

    def show_marks(self) -> None:
        """Show the marks wherever they have a sign."""
        letters = self.state.letters()
        self.view.letters = letters
        self.ruler.marks = tuple(window.place for window in self.state.marks.values())
        if (navigator := self.navigator) is not None:
            navigator.marks = letters

    def action_jump_mark(self, letter: str) -> None:
        marked = self.state.marks.get(letter)
        if marked is None:
            known = " ".join(sorted(self.state.marks)) or "none yet; m and a letter sets one"
            self.say(f"No mark {letter}. Marks: {known}.")
            return
        self.go_back_to(marked)

    def action_jump_last(self) -> None:
        last = self.state.jumps.last
        if last is None:
            self.say("No jump to go back from.")
            return
        self.go_back_to(last)

    def action_jump(self, direction: int) -> None:
        jumps, window = self.state.jumps.go(direction * self.take_count(), self.view.window)
        if window is None and direction < 0:
            self.post_message(self.BackAsked("The jump list ends here."))  # or goes on before this article
            return
        if window is None:
            self.say("The jump list ends here.")
            return
        self.state = self.state.with_jumps(jumps)
        self.restore(window)
