"""Highlights and notes on the reading screen: which words they are for, and the dialogs that change them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import Highlight, HighlightColor, HighlightId, Span
from reader.reading.active_set import HighlightsOf
from reader.reading.corrections import Correction
from reader.reading.highlighting import (
    AddHighlight,
    ChangeHighlight,
    DropHighlight,
    MoveHighlight,
    highlights_at,
    new_highlight,
    next_color,
    pieces_of,
)
from reader.reading.remembered import draft_name
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.matches import Matches
from reader.ui.screens.reading.movement import Movement
from reader.ui.screens.reading.selection import SelectionController
from reader.ui.screens.reading.settings import Settings

if TYPE_CHECKING:
    from reader.ui.screens.reading.edits import EditsController

COLOR = "highlight_color"
"""The setting for the colour used last."""

COLOR_NAME = "color_name:"
"""What the setting for the name of a colour begins with. Two windows may set different ones."""

LABEL = "Highlights"


class HighlightsController:
    """Highlights words, writes notes, and lists both.

    `edits` returns the controller that writes changes to the file. It is imported for the first change.
    """

    def __init__(
        self,
        reading: ReadingContext,
        movement: Movement,
        matches: Matches,
        selection: SelectionController,
        settings: Settings,
        edits: Callable[[], EditsController],
    ) -> None:
        self._reading, self._movement, self._matches = reading, movement, matches
        self._selection, self._settings, self._edits = selection, settings, edits
        self._selected: tuple[Span, ...] = ()
        """The words that were selected when the list was opened."""

    # -- the keys of the article -------------------------------------------------------------------

    def highlight(self) -> None:
        """Highlight the target. On a highlight, set the next colour or confirm an uncertain place."""
        if not (self._edits().is_ready() and self._is_in_sight("highlight.add")):
            return
        one = self._highlight_here()
        if one is None:
            self._add()
        elif not one.status.sure:
            self._edits().correct(MoveHighlight(one.id, one.pieces))
        else:
            color = next_color(one.color)
            self._settings.set(COLOR, color.value)
            self._edits().correct(ChangeHighlight(one.id, color=color))

    def note(self) -> None:
        """Write a note on the target. On a highlight, edit its note."""
        if not (self._edits().is_ready() and self._is_in_sight("note.edit")):
            return
        one = self._highlight_here()
        if one is not None:
            self.edit_note(one.id)
        elif (new := self._new()) is not None:
            self._write(new, new.text, new.text)

    def read_note(self, *, in_paragraph: bool = False) -> bool:
        """Show the note at the place, or the first note of its paragraph. Returns False without a note."""
        place, document = self._reading.view.place, self._reading.version.document
        found: Iterable[Highlight] = highlights_at(document, place)
        if in_paragraph:
            found = (
                one for one in document.highlights if any(piece.block == place.block for piece in one.pieces)
            )
        noted = next((one for one in found if one.note), None)
        if noted is not None:
            self.edit_note(noted.id)
        return noted is not None

    def remove_here(self) -> bool:
        """Remove the highlight at the place. Returns False if no highlight is at the place."""
        one = self._highlight_here()
        if one is not None and self._is_in_sight("quote.drop"):
            self.remove(one.id, self.remove_here)
        return one is not None

    def show_list(self) -> None:
        """List all highlights and notes."""
        if self._reading.session.loaded.unread is not None:
            self._reading.say("The highlights are still loading; try again in a moment.")
            return
        from reader.ui.screens.highlights import HighlightsScreen

        self._selected = self._reading.view.selected_spans()
        here = self._highlight_here()
        dialog = HighlightsScreen(
            self._reading.session,
            self,
            self._color_names(),
            None if here is None else here.id,
            self._reading.keymap,
        )

        def closed(chosen: HighlightId | None) -> None:
            self._reading.dialog = None
            if chosen is not None:
                self.show(chosen)

        self._reading.dialog = dialog
        self._reading.screen.app.push_screen(dialog, closed)

    def show(self, highlight: HighlightId) -> None:
        """Go to a highlight. Open a note on the article. For a lost or unknown highlight show a message."""
        one = self._find(highlight)
        if one is None:
            self._reading.say(f"There is no highlight h-{highlight} in this article.")
        elif one.pieces:
            self._movement.go_to(one.pieces[0].place)
        elif one.text:
            self._reading.say("The words of this highlight are no longer in the text.")
        else:
            self.edit_note(highlight)

    # -- actions of the list -----------------------------------------------------------------------

    def set_color(self, highlight: HighlightId, color: HighlightColor) -> None:
        """Give a highlight a colour."""
        self._settings.set(COLOR, color.value)
        self._edits().correct(ChangeHighlight(highlight, color=color))

    def remove(self, highlight: HighlightId, again: Callable[[], object]) -> None:
        """Remove a highlight with its note. If its removal is already running, call `again` afterwards."""
        self._edits().remove(DropHighlight(highlight), again)

    def undo(self) -> None:
        """Undo the last change."""
        self._edits().undo()

    def put_here(self, highlight: HighlightId) -> None:
        """Put a highlight at the words that were selected, or confirm the place where it was found."""
        one = self._find(highlight)
        if one is None:
            return
        if pieces := self._selected or one.pieces:
            self._edits().correct(MoveHighlight(highlight, pieces))
        else:
            select, listed, put = map(
                self._reading.key, ("select.start", "highlight.list", "highlights.put_here")
            )
            self._reading.say(f"Select its words first: {select} in the text, then {listed} and {put}.")

    def edit_note(self, highlight: HighlightId | None) -> None:
        """Edit the note of a highlight; None for a new note on the whole article."""
        if highlight is None:
            self._write(new_highlight(self._reading.version.document, ()), "", "")
        elif (one := self._find(highlight)) is not None:
            self._write(one, one.text, str(one.id))

    def name_color(self, color: HighlightColor) -> None:
        """Ask for the name of a colour."""
        from reader.ui.screens.prompt import PromptScreen

        names = self._color_names()

        def answered(name: str | None) -> None:
            if name is not None:
                self._settings.set(COLOR_NAME + color, name or None)
                if self._reading.dialog is not None:
                    self._reading.dialog.show_color_names(self._color_names())

        prompt = PromptScreen(
            f"What {color} stands for", "for example: to check", names.get(color, ""), self._reading.keymap
        )
        self._reading.screen.app.push_screen(prompt, answered)

    def step_through(self, highlights: Sequence[HighlightId]) -> None:
        """Make highlights the active set, and go to the first one at or after the place."""
        ids = frozenset(highlights)
        everything = {one.id for one in self._reading.version.document.highlights if one.pieces}
        subject = HighlightsOf(None if ids == everything else ids)
        active = self._reading.version.highlights(subject, LABEL)
        self._reading.leave()
        self._matches.activate(active.first_from(self._reading.view.place))

    # -- the target --------------------------------------------------------------------------------

    def _is_in_sight(self, command: str) -> bool:
        """Whether the place is on the screen. If not, go there and ask for the key again."""
        view = self._reading.view
        if view.selected_spans() or view.flow.y_of(view.place) in view.rows_in_sight():
            return True
        self._movement.show_place(view.place)
        self._reading.say(f"Went back to your place; press {self._reading.key(command)} again.")
        return False

    def _highlight_here(self) -> Highlight | None:
        """The highlight that is selected, that is the current match, or that is at the place."""
        document, view = self._reading.version.document, self._reading.view
        marked = view.selected_spans() or self._current_match()
        if marked:
            try:
                wanted = pieces_of(document, marked)
            except ReaderError:  # the headline, or blanks
                return None
            return next((one for one in document.highlights if one.pieces == wanted), None)
        return next(iter(highlights_at(document, self._reading.text_place())), None)

    def _current_match(self) -> tuple[Span, ...]:
        """The spans of the current match, if the place is still there."""
        active, place = self._reading.session.active, self._reading.view.place
        if active is None or active.position is None or active.place != place:
            return ()
        return tuple(active.matches.pieces(active.position))

    def _target(self) -> tuple[Span, ...]:
        """The target: the selection, the current match, the quote at the place, or the paragraph there."""
        view, session = self._reading.view, self._reading.session
        if spans := view.selected_spans() or self._current_match():
            return spans
        place = self._reading.text_place()
        if (quote := session.quote_at(place)) is not None:
            return quote.pieces
        block = place.block
        return (Span(block, 0, len(session.version.page.block(block).text)),)

    def _new(self) -> Highlight | None:
        """A new highlight over the target. If that is not possible, show a message and return None."""
        spans = self._target()
        try:
            if any(span.block < 0 for span in spans):
                note = self._reading.key("highlights.article_note")
                listed = self._reading.key("highlight.list")
                raise ReaderError(
                    f"The headline cannot be highlighted; {listed} then {note} writes a note on the article."
                )
            return new_highlight(self._reading.version.document, spans, self._color())
        except ReaderError as error:
            self._reading.say(str(error))
            return None

    def _add(self) -> None:
        if (new := self._new()) is not None:
            self._edits().correct(AddHighlight(new), then=self._show_start(new))

    def _show_start(self, highlight: Highlight) -> Callable[[], object]:
        """The callback after the write of a highlight. It goes there, so that the next key acts on it.

        It does nothing if the user moved during the write: the next key is meant for the new place.
        """
        place = self._reading.view.place

        def show() -> None:
            view = self._reading.view
            if view.place != place:
                return
            self._selection.stop()
            first, top = highlight.pieces[0], view.first_place
            is_above = view.flow.y_of(first.place) < view.top
            if is_above and first.block == top.block and top.offset < first.end:
                self._movement.show_top(view.top, top)  # the page stays where it is
            else:
                self._movement.show_place(first.place)

        return show

    # -- writing -----------------------------------------------------------------------------------

    def _write(self, highlight: Highlight, about: str, target: str) -> None:
        """Open the note of a highlight, which may be new. `target` identifies its draft."""
        from reader.ui.screens.note import NoteScreen

        loaded = self._reading.session.loaded
        name = draft_name(loaded.origin or loaded.document.title, target)
        draft = self._settings.get(name)

        def keep(text: str) -> None:
            if text or self._settings.get(name):
                self._settings.set(name, text or None)

        def closed(note: str | None) -> None:
            if note is None:
                return
            if self._find(highlight.id) is not None:
                change: Correction = ChangeHighlight(highlight.id, note=note)
            elif note.strip():
                change = AddHighlight(replace(highlight, note=note))
            else:
                self._reading.say("The note is empty; nothing was saved.")
                return

            show = self._show_start(highlight)

            def written() -> None:
                keep("")
                if highlight.pieces:
                    show()

            self._edits().correct(change, then=written)

        self._reading.screen.app.push_screen(
            NoteScreen(about, highlight.note, str(draft or ""), keep, self._reading.keymap), closed
        )

    def _find(self, highlight: HighlightId) -> Highlight | None:
        found = self._reading.version.document.highlights
        return next((one for one in found if one.id == highlight), None)

    # -- settings ----------------------------------------------------------------------------------

    def _color(self) -> HighlightColor:
        """The colour used last."""
        kept = self._settings.get(COLOR)
        return next((color for color in HighlightColor if color == kept), HighlightColor.YELLOW)

    def _color_names(self) -> Mapping[str, str]:
        """The names that the user gave to the colours."""
        names = ((color.value, self._settings.get(COLOR_NAME + color)) for color in HighlightColor)
        return {color: str(name) for color, name in names if name}
