"""Keeping corrections: in the article's file, in the library where it has none, and taken back.

Owns when a correction may be made, and what has to be there to undo it. What it makes of the article is
`reader.correct`, of the file `reader.amending`; they are imported when the first one is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.formats.load import load
from reader.model import Document
from reader.screens.annotating import Annotating
from reader.text.clean import clean_line

if TYPE_CHECKING:
    from reader.correct import Correction

STEPS = 100
"""Corrections that can be taken back, one after the other."""


class Step(NamedTuple):
    """A correction that was made: its file before and after, the article before and after.

    `named_back` gives the names it changed with what they were.
    """

    path: Path
    before: bytes
    after: bytes
    was: Document
    now: Document
    correction: Correction
    said: str
    named_back: Mapping[str, str]


class Keeping(Annotating):
    """The making of corrections, and the actions that undo and save."""

    _steps: tuple[Step, ...] = ()

    def stop_selecting(self) -> bool:
        """End a selection. Overridden by the screen."""
        return False

    def may_correct(self) -> bool:
        """Not while names are being found: what comes would be an article without the correction."""
        if self.annotating:
            self.say("Quotes and names are still being found; wait until they are there.")
        return not self.annotating

    # -- making it ---------------------------------------------------------------------------------

    def correct(self, correction: Correction) -> None:
        """Make a correction, once the article has a file of the user's to keep it in."""
        from reader.amending import is_own
        from reader.correct import corrected

        document = self.page.document
        try:
            if corrected(document, correction) is document:
                self.say("That is how it is already.")
                return
        except ReaderError as error:
            self.say(str(error))
            return
        if is_own(self.loaded.path):
            self._keep(correction)
            return
        from reader.screens.keep_question import KeepQuestion

        self.app.push_screen(
            KeepQuestion(),
            lambda yes: self._save_and_keep(correction, document) if yes else self._declined(),
        )

    def _declined(self) -> None:
        self.say("Not corrected; the article is as it was.")

    def _save_and_keep(self, correction: Correction, document: Document) -> None:
        from reader.screens.meant import carried

        if self.page.document is not document or not self._save():
            return
        again = carried(correction, document, self.page.document)
        if again is None:
            self.say("Saved, but your library had the article with other quotes or names: correct those.")
        else:
            self._keep(again)

    def _keep(self, correction: Correction) -> None:
        """Write the corrected article into its file and show it."""
        from reader.amending import amend_file
        from reader.correct import corrected, described
        from reader.screens.meant import renamed_by

        path, was = self.loaded.path, self.page.document
        if path is None:
            return
        try:
            amended = amend_file(path, corrected(was, correction), was)
            said = described(was, correction)
        except ReaderError as error:
            self.say(str(error))
            return
        names = renamed_by(was, correction)
        back = {new: old for old, new in names.items() if new not in {e.name for e in was.entities}}
        step = Step(path, amended.before, amended.after, was, amended.document, correction, said, back)
        self._steps = (*self._steps, step)[-STEPS:]
        self._show_version(amended.document, names)
        self.say(f"{said} U undoes.")

    def _show_version(self, document: Document, renamed: Mapping[str, str]) -> None:
        self.stop_selecting()
        self.take_in(self.loaded._replace(document=document), renamed)

    # -- undo and save -----------------------------------------------------------------------------

    def action_undo_correction(self) -> None:
        if not self._steps:
            self.say("Nothing to undo: no correction was made here.")
            return
        from reader.amending import restore_file

        step = self._steps[-1]
        if step.path != self.loaded.path or not _alike(self.page.document, step.now):
            self.say("The article has been changed since that correction, so it cannot be undone.")
            return
        try:
            document = restore_file(step.path, step.before, step.after)
        except ReaderError as error:
            self.say(str(error))
            return
        self._steps = self._steps[:-1]
        # What was detected is not in the file, and need not be found once more.
        was = replace(document, quotes=step.was.quotes, entities=step.was.entities)
        self._show_version(was, step.named_back)
        # What was taken out is there again: so is the cursor.
        panel = self.sidebar if "entity" in step.correction._fields else self.quotes
        if panel is not None:
            panel.point_at(step.correction[0])
        self.say(f"Undone: {step.said}")

    def action_save_article(self) -> None:
        from reader.amending import is_own
        from reader.library import own_folder

        path = self.loaded.path
        if path is not None and path.parent == own_folder():
            self.say("This article is in your library already.")
        elif self.may_correct():
            self._save(move=not is_own(path))

    def _save(self, *, move: bool = True) -> bool:
        """Save to the library; with `move` go on with the file there. False, and it is said: it failed."""
        from reader.saving import save_to_library

        loaded = self.loaded
        blocks, origin = loaded.document.blocks, loaded.url or (str(loaded.path) if loaded.path else "")
        try:
            path = save_to_library(loaded.document, origin)
            if move:
                self.stop_selecting()
                self.take_in(load(str(path)))
        except ReaderError as error:
            self.say(str(error))
            return False
        where = f"In your library as {clean_line(path.name)}"
        other = self.loaded.document.blocks != blocks
        self.say(f"{where}, where it was already with another text." if other else f"{where}.")
        return True


def _alike(one: Document, other: Document) -> bool:
    """Whether two versions of an article are the same for corrections."""
    return (one.blocks, one.quotes, one.entities) == (other.blocks, other.quotes, other.entities)
