"""Correcting who said what and who is who: the actions of the reading screen.

Owns no more than their names: what they do is imported when the first correction is made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events

from reader.ui.screens.reading.detection import Annotating

if TYPE_CHECKING:
    from reader.ui.screens.reading.correction_dialogs import Corrections
    from reader.ui.screens.reading.edits import Step

TYPING = 0.5
"""Seconds from one key to the next within which somebody is typing, and has not read what was said."""

ANSWERING = 4.0
"""Seconds within which an answer is typed; a key that is held goes on for longer, and is a command again."""

ENDING = ("enter", "escape")
"""Keys that end what is typed into a question."""


class Correcting(Annotating):
    """The actions that correct, undo and save."""

    _corrections: Corrections | None = None
    _heard = 0.0
    """When the last key was pressed."""
    _refused = 0.0
    """When the key was pressed that asked for what was refused."""
    _unasked = False
    """Whether keys are still to come that were meant for a question that is not asked."""

    @property
    def corrections(self) -> Corrections:
        """What makes the corrections of this screen, and undoes them."""
        if self._corrections is None:
            from reader.ui.screens.reading.correction_dialogs import Corrections

            self._corrections = Corrections(self)
        return self._corrections

    @property
    def steps(self) -> tuple[Step, ...]:
        """The corrections that can be undone, for when one comes back to the article."""
        return () if self._corrections is None else self._corrections.steps

    @steps.setter
    def steps(self, steps: tuple[Step, ...]) -> None:
        if steps:
            self.corrections.steps = steps

    def action_rename_entity(self) -> None:
        self._ask(self.corrections.rename)

    def action_retype_entity(self) -> None:
        self._ask(self.corrections.retype)

    def action_merge_entity(self) -> None:
        self._ask(self.corrections.merge)

    def action_hide_entity(self) -> None:
        self.corrections.hide()

    def action_set_speaker(self) -> None:
        self._ask(self.corrections.set_speaker)

    def action_clear_speaker(self) -> None:
        self.corrections.clear_speaker()

    def action_drop_quote(self) -> None:
        self.corrections.drop()

    def action_undo_correction(self) -> None:
        self.corrections.undo()

    def action_save_article(self) -> None:
        self.corrections.save()

    def _ask(self, question: Callable[[], bool]) -> None:
        self._unasked, self._refused = not question(), self._heard

    def is_answer(self, event: events.Key) -> bool:
        """Whether a key was typed for a question that was refused: it is no command then.

        So is every key behind it that follows without a pause, up to the one that ends an answer, for
        as long as typing one takes.
        """
        pause, self._heard = event.time - self._heard, event.time
        typed = event.is_printable or event.key == "backspace" or event.key in ENDING
        in_time = pause <= TYPING and event.time - self._refused <= ANSWERING
        meant = self._unasked and typed and in_time
        self._unasked = meant and event.key not in ENDING
        return meant
