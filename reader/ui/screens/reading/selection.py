"""Selects words with keys, and copies them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.errors import ReaderError
from reader.keys.commands import MOTIONS, TEXT_OBJECTS, Context
from reader.model import Place, Span
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

SHOWN_OBJECTS = ("select.word", "select.sentence", "select.paragraph", "select.quote")
"""The text objects whose keys are shown after the motions."""

ENDS = ("top", "end")
"""Motions that go to a paragraph when a number was typed before them."""

BY_BLOCKS = {"down": 1, "next_paragraph": 1, "up": -1, "previous_paragraph": -1, "top": 0, "end": 0}
"""Motions that move while whole paragraphs are selected, with the paragraphs that they move by."""


class SelectionController:
    """Extends the selection of the article view with keys. The article view holds the selection."""

    def __init__(self, reading: ReadingContext, movement: Movement) -> None:
        self._reading, self._view, self._movement = reading, reading.view, movement
        self._by_paragraphs = False
        self._kept_column: tuple[Place | None, int] = (None, 0)
        """The place after the last motion by rows, and the column that the next one aims at."""
        self._object: tuple[Place, Place] | None = None
        """The selection that the last text object made."""
        self._copied = ""
        """The name of the words that are being copied, for the message."""

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
        self._kept_column, self._object = (None, 0), None
        self._reading.refresh_hints()
        moves, objects = (
            " ".join(filter(None, map(self._reading.keymap.heard, commands)))
            for commands in (SHOWN_MOTIONS, SHOWN_OBJECTS)
        )
        words = f"Selecting: {moves} move, {objects} select." if objects else f"Selecting: {moves} move."
        self._reading.say("Selecting paragraphs." if self._by_paragraphs else words)

    def _start(self) -> Place:
        """Where a selection begins: at its cursor, or the reading place if visible, or the window's top."""
        view = self._view
        if view.chosen is not None:
            return view.chosen[1]
        if view.flow.y_of(view.place) in view.rows_in_sight():
            return self._reading.text_place()
        return view.flow.place_at(view.top)

    # -- commands while selecting ------------------------------------------------------------------

    def run_by_key(self, key: str) -> bool:
        """Run the command of a key. Returns False if the key has none or nothing is being selected."""
        command = self._reading.keymap.command(key, Context.SELECTION)
        return command is not None and self.run(command)

    def run(self, command: str) -> bool:
        """Run a command of the selection. Returns False for another command or without a selection."""
        if not self.active:
            return False
        if command in MOTIONS:
            return self.extend(MOTIONS[command])
        if command in TEXT_OBJECTS:
            self._select_objects(TEXT_OBJECTS[command])
        elif command == "select.quote":
            self._select_quote()
        elif command == "select.entity":
            self._select_entity()
        elif command == "select.swap":
            self._swap()
        else:
            return False
        return True

    def _swap(self) -> None:
        """Move the cursor to the other end."""
        if self._view.chosen is not None:
            fixed, cursor = self._view.chosen
            self._choose(cursor, fixed)

    def _choose(self, fixed: Place, cursor: Place) -> None:
        """Select from `fixed` to `cursor`, and show the cursor."""
        self._view.chosen = (fixed, cursor)
        self._movement.show_place(cursor)

    # -- text objects ------------------------------------------------------------------------------

    def _select_objects(self, kind: str) -> None:
        """Select the word, sentence or paragraph at the cursor, or extend the selection by the next ones."""
        from reader.text.text_objects import extended

        chosen, count = self._view.chosen, self._reading.take_count()
        if chosen is None or (kind != "paragraph" and self._refuses_words()):
            return
        whole = self._by_paragraphs or chosen == self._object
        self._object = extended(kind, chosen, self._reading.version.page, count, whole=whole)
        if self._object == chosen and (whole or chosen[0] != chosen[1]):
            self._reading.say(f"No {kind} {'before' if chosen[1] < chosen[0] else 'after'} the selection.")
        self._choose(*self._object)

    def _select_quote(self) -> None:
        """Select the part of the quote at the cursor; if it is selected already, all parts of the quote."""
        from reader.reading.quoted_words import piece_at
        from reader.text.text_objects import ends_of

        version = self._reading.version
        if self._view.chosen is None or self._refuses_words():
            return
        found = piece_at(version.document, self._view.chosen[1])
        if found is None:
            self._say_missing("quote")
            return
        quote, piece = found
        ends = ends_of(piece, version.page)
        if self._view.chosen == ends:
            ends = ends_of(quote.pieces[0], version.page)[0], ends_of(quote.pieces[-1], version.page)[1]
        self._choose(*ends)

    def _select_entity(self) -> None:
        """Select the name at the cursor."""
        from reader.text.text_objects import ends_of

        if self._view.chosen is None or self._refuses_words():
            return
        found = self._reading.session.entity_at(self._view.chosen[1])
        if found is None:
            self._say_missing("name")
        else:
            self._choose(*ends_of(found[1], self._reading.version.page))

    def _say_missing(self, what: str) -> None:
        """Show that there is no quote or name at the cursor."""
        detecting = self._reading.session.detecting
        self._reading.say(f"No {what} at the cursor{'; quotes and names are still being found' * detecting}.")

    def _refuses_words(self) -> bool:
        """Whether whole paragraphs are selected, and the cursor cannot move inside one. Shows a message."""
        if self._by_paragraphs:
            words = self._reading.key("select.start")
            self._reading.say(f"Whole paragraphs are selected; {words} changes to words.")
        return self._by_paragraphs

    # -- motions -----------------------------------------------------------------------------------

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
            if motion not in BY_BLOCKS:
                return self._refuses_words()
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
        return max(page.first, min(block + BY_BLOCKS[motion] * count, page.last))

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
        page, spans, name = self._reading.version.page, *self._spans()
        between = "\n\n" if self._view.selected_spans() else " … "
        words = between.join(page.block(s.block).text[s.start : s.end] for s in spans)
        if name:
            return words, name
        count = len(words.split())
        is_one = count == 1 or not self._view.selected_spans()
        return words, f"“{words.strip()}”" if is_one else f"{count} words"

    def _spans(self) -> tuple[Sequence[Span], str]:
        """The spans to copy, and their name. It is empty if the message shows the words or their number."""
        view, version = self._view, self._reading.version
        spans = view.selected_spans()
        if spans:
            return spans, ""
        if view.current is not None and view.matches is not None and view.current < len(view.matches):
            return view.matches.pieces(view.current), ""
        block = self._reading.text_place().block
        number = version.number_of(block)
        whole = Span(block, 0, len(version.page.block(block).text))
        return (whole,), f"¶ {number}" if block >= 0 and number else "the headline"

    # -- copying -----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the result of `words` to the clipboard."""
        self.copy_text(*self.words())
        self.stop()

    def cite(self) -> None:
        """Copy the words that `words` returns as a citation, with their speaker and source."""
        from reader.export.citation import citation

        _, name = self.words()
        self.copy_text(citation(self._reading.version, self._spans()[0]), f"{name} with the source")
        self.stop()

    def copy_text(self, text: str, name: str) -> None:
        """Copy a text to the clipboard. `name` names it in the message that follows."""
        self._copied = name
        self._reading.screen.app.copy_to_clipboard(text)

    def show_copied(self, where: str | ReaderError) -> None:
        """Show what was copied and where to, or the error. The clipboard of the desktop is not named."""
        name, self._copied = self._copied, ""
        if isinstance(where, ReaderError):
            self._reading.say(str(where))
        elif name:
            self._reading.say(" ".join(filter(None, ["Copied", name, where])) + ".")
