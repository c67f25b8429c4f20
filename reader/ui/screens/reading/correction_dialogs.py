"""What is asked for a correction, and what correction the answer is.

What is corrected is told by `meant`, where it is kept by `keeping`. Imported when the first correction
is made; each dialog when it is first opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from reader.reading.corrections import Correction, DropQuote, Hide, Merge, Rename, Retype, SetSpeaker
from reader.ui.screens.reading.correction_target import entity_meant, quote_meant
from reader.ui.screens.reading.edits import Keeping

if TYPE_CHECKING:
    from reader.ui.screens.dialog import Dialog

Answer = TypeVar("Answer")


class Corrections(Keeping):
    """The corrections of a name or a quote that a reading screen offers."""

    # What opens a dialog tells whether it did: else the answer is being typed into nothing.

    # -- names -------------------------------------------------------------------------------------

    def rename(self) -> bool:
        """Give an entity another name."""
        index = self._entity()
        if index is None:
            return False
        from reader.ui.screens.entity_names import rename_screen

        dialog = rename_screen(self.screen.page.document, index)
        return self._ask(dialog, lambda chosen: Rename(index, chosen.name))

    def retype(self) -> bool:
        """Say what kind of thing an entity is."""
        index = self._entity()
        if index is None:
            return False
        from reader.ui.screens.entity_types import KindScreen

        entity = self.screen.page.document.entities[index]
        return self._ask(KindScreen(entity.name, entity.type), lambda kind: Retype(index, kind))

    def merge(self) -> bool:
        """Make an entity one with another."""
        index = self._entity()
        if index is None:
            return False
        from reader.ui.screens.entity_names import merge_screen

        if len(self.screen.page.document.entities) == 1:
            self.screen.say("There is no other name to merge it into.")
            return False
        dialog = merge_screen(self.screen.page.document, index)
        return self._ask(dialog, lambda chosen: Merge(index, chosen.entity or 0))

    def hide(self) -> None:
        """Take an entity out; from the panel of quotes, the quote."""
        if self.screen.quotes is not None and self.screen.quotes.has_focus:
            self.drop()
        elif (index := self._entity()) is not None:
            self.correct(Hide(index))

    # -- quotes ------------------------------------------------------------------------------------

    def set_speaker(self) -> bool:
        """Say who said a quote."""
        index = self._quote()
        if index is None:
            return False
        from reader.ui.screens.entity_names import speaker_screen

        dialog = speaker_screen(self.screen.page.document, index)
        return self._ask(dialog, lambda chosen: SetSpeaker(index, chosen.name))

    def clear_speaker(self) -> None:
        """Say that nobody is known to have said a quote."""
        index = self._quote()
        if index is None:
            return
        if not self.screen.page.document.quotes[index].speaker:
            self.screen.say("Nobody is named for this quote; S says who it was.")
            return
        self.correct(SetSpeaker(index, ""))

    def drop(self) -> None:
        """Take a quote out."""
        index = self._quote()
        if index is not None:
            self.correct(DropQuote(index))

    # -- what is meant -----------------------------------------------------------------------------

    def _entity(self) -> int | None:
        return entity_meant(self.screen) if self.may_correct() else None

    def _quote(self) -> int | None:
        return quote_meant(self.screen) if self.may_correct() else None

    def _ask(self, dialog: Dialog[Answer], correction: Callable[[Answer], Correction]) -> bool:
        """Open a dialog; make the correction that its answer stands for."""
        document = self.screen.page.document

        def answered(answer: Answer | None) -> None:
            if answer is None:
                return
            if self.screen.page.document is document:
                self.correct(correction(answer))
            else:
                self.screen.say("The article was changed meanwhile; nothing was corrected.")

        self.screen.app.push_screen(dialog, answered)
        return True
