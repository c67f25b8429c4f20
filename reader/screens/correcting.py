"""Correcting who said what and who is who: the actions, and the questions they ask.

What is corrected is told by `meant`, where it is kept by `keeping`. Dialogs are imported when they are
first opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from reader.screens.keeping import Keeping

if TYPE_CHECKING:
    from reader.correct import Correction
    from reader.screens.dialog import Dialog

Answer = TypeVar("Answer")


class Correcting(Keeping):
    """The actions that correct a name or a quote."""

    # -- names -------------------------------------------------------------------------------------

    def action_rename_entity(self) -> None:
        index = self._entity()
        if index is None:
            return
        from reader.correct import Rename
        from reader.screens.names import rename_screen

        dialog = rename_screen(self.page.document, index)
        self._ask(dialog, lambda chosen: Rename(index, chosen.name))

    def action_retype_entity(self) -> None:
        index = self._entity()
        if index is None:
            return
        from reader.correct import Retype
        from reader.screens.kinds import KindScreen

        entity = self.page.document.entities[index]
        self._ask(KindScreen(entity.name, entity.type), lambda kind: Retype(index, kind))

    def action_merge_entity(self) -> None:
        index = self._entity()
        if index is None:
            return
        from reader.correct import Merge
        from reader.screens.names import merge_screen

        if len(self.page.document.entities) == 1:
            self.say("There is no other name to merge it into.")
            return
        dialog = merge_screen(self.page.document, index)
        self._ask(dialog, lambda chosen: Merge(index, chosen.entity or 0))

    def action_hide_entity(self) -> None:
        if self.quotes is not None and self.quotes.has_focus:
            self.action_drop_quote()
        elif (index := self._entity()) is not None:
            from reader.correct import Hide

            self.correct(Hide(index))

    # -- quotes ------------------------------------------------------------------------------------

    def action_set_speaker(self) -> None:
        index = self._quote()
        if index is None:
            return
        from reader.correct import SetSpeaker
        from reader.screens.names import speaker_screen

        dialog = speaker_screen(self.page.document, index)
        self._ask(dialog, lambda chosen: SetSpeaker(index, chosen.name))

    def action_clear_speaker(self) -> None:
        index = self._quote()
        if index is None:
            return
        from reader.correct import SetSpeaker

        if not self.page.document.quotes[index].speaker:
            self.say("Nobody is named for this quote; S says who it was.")
            return
        self.correct(SetSpeaker(index, ""))

    def action_drop_quote(self) -> None:
        index = self._quote()
        if index is not None:
            from reader.correct import DropQuote

            self.correct(DropQuote(index))

    # -- what is meant -----------------------------------------------------------------------------

    def _entity(self) -> int | None:
        if not self.may_correct():
            return None
        from reader.screens.meant import entity_meant

        return entity_meant(self)

    def _quote(self) -> int | None:
        if not self.may_correct():
            return None
        from reader.screens.meant import quote_meant

        return quote_meant(self)

    def _ask(self, dialog: Dialog[Answer], correction: Callable[[Answer], Correction]) -> None:
        """Open a dialog; make the correction that its answer stands for."""
        document = self.page.document

        def answered(answer: Answer | None) -> None:
            if answer is None:
                return
            if self.page.document is document:
                self.correct(correction(answer))
            else:
                self.say("The article was changed meanwhile; nothing was corrected.")

        self.app.push_screen(dialog, answered)
