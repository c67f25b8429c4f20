"""Keeping corrections: in the article's file, in the library where it has none, and taken back.

Owns when a correction may be made, and what has to be there to undo it. `reader.reading.corrections` changes
the document, `reader.library.amending` the file. Imported when the first correction is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader.errors import ReaderError
from reader.library.amending import FileChange, amend_file, is_own, restore_file
from reader.library.folder import own_folder
from reader.library.saving import save_to_library
from reader.model import Document
from reader.reading.corrections import Correction, corrected, described
from reader.sources.load import Loaded, load
from reader.text.cells import painted
from reader.text.clean import clean_line
from reader.ui.screens.reading.correcting import Correcting
from reader.ui.screens.reading.correction_target import carried, renamed_by
from reader.ui.screens.reading.detection import LONG
from reader.ui.screens.reading.parts import Derived, derive

STEPS = 100
"""Corrections that can be taken back, one after the other."""

Result = TypeVar("Result")


class Step(NamedTuple):
    """A correction that was made: its file before and after, the article before and after."""

    path: Path
    before: bytes
    after: bytes
    was: Document
    now: Document
    correction: Correction
    said: str


class Keeping:
    """The making of corrections on a reading screen, their undoing, and saving."""

    def __init__(self, screen: Correcting) -> None:
        self.screen = screen
        self.steps: tuple[Step, ...] = ()
        self._working = False  # whether something is being written that the next change must wait for

    def may_correct(self) -> bool:
        """Not while names are being found, or a correction written: what comes would be without this one."""
        if self.screen.annotating:
            self.screen.say("Quotes and names are still being found; wait until they are there.")
        elif self._working:
            self.screen.say("The last change is still being written; try again.")
        return not self.screen.annotating and not self._working

    def _work(self, work: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Do what reads and writes files; in a thread where the article is long, so that keys are heard.

        What goes wrong is said, and `then` is not called.
        """

        def tried() -> Result | ReaderError:
            try:
                return work()
            except ReaderError as error:
                return error

        def done(result: Result | ReaderError) -> None:
            self._working = False
            if isinstance(result, ReaderError):
                self.screen.say(str(result))
            elif self.screen.is_attached:
                then(result)

        if self.screen.words <= LONG:
            done(tried())
            return
        self._working = True
        self.screen.say("Writing…")
        self.screen.run_worker(
            lambda: self.screen.app.call_from_thread(done, tried()), thread=True, group="keep"
        )

    # -- making it ---------------------------------------------------------------------------------

    def correct(self, correction: Correction) -> None:
        """Make a correction, once the article has a file of the user's to keep it in."""
        if is_own(self.screen.loaded.path):
            self._keep(correction)
            return
        document = self.screen.page.document
        try:
            _corrected(document, correction)
        except ReaderError as error:
            self.screen.say(str(error))
            return
        from reader.ui.screens.save_question import KeepQuestion

        self.screen.app.push_screen(
            KeepQuestion(),
            lambda yes: self._save_and_keep(correction, document) if yes else self._declined(),
        )

    def _declined(self) -> None:
        self.screen.say("Not corrected; the article is as it was.")

    def _save_and_keep(self, correction: Correction, document: Document) -> None:
        def saved() -> None:
            again = carried(correction, document, self.screen.page.document)
            if again is None:
                self.screen.say(
                    "Saved, but your library had the article with other quotes or names: correct those."
                )
            else:
                self._keep(again)

        if self.screen.page.document is document:
            self._save(saved)

    def _keep(self, correction: Correction) -> None:
        """Write the corrected article into its file and show it."""
        path, was = self.screen.loaded.path, self.screen.page.document
        if path is None:
            return
        last = self.steps[-1] if self.steps else None
        # Bytes spare the file's being read once more, to see whether it is still the same.
        known = last.after if last is not None and last.path == path and last.now is was else was

        def write() -> tuple[FileChange, Derived, str]:
            amended = amend_file(path, _corrected(was, correction), known)
            return amended, derive(amended.document), described(was, correction)

        def show(written: tuple[FileChange, Derived, str]) -> None:
            amended, derived, said = written
            self._say_lost(amended.notes)
            if self.screen.page.document is not was:  # the file was read meanwhile, and perhaps half of this
                self.screen.read_again()
                return
            step = Step(path, amended.before, amended.after, was, amended.document, correction, said)
            self.steps = (*self.steps, step)[-STEPS:]
            self._show_version(amended.document, renamed_by(was, correction), derived)
            self.screen.say(f"{said} U undoes.")

        self._work(write, show)

    def _say_lost(self, notes: tuple[str, ...]) -> None:
        """Say what the new file could not keep of the old one."""
        if notes:
            words = "".join(piece for _, piece in painted(" ".join(notes)))
            self.screen.app.notify(words, severity="warning", timeout=30, markup=False)

    def _show_version(self, document: Document, renamed: Mapping[str, str], derived: Derived) -> None:
        self.screen.stop_selecting()
        self.screen.take_in(self.screen.loaded._replace(document=document), renamed, derived)

    # -- undo and save -----------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last correction back."""
        if not self.steps:
            self.screen.say("Nothing to undo: no correction was made here.")
        elif self.may_correct():
            self._undo(self.steps[-1])

    def _undo(self, step: Step) -> None:
        if step.path != self.screen.loaded.path or not _alike(self.screen.page.document, step.now):
            self.screen.say("The article has been changed since that correction, so it cannot be undone.")
            return

        def write() -> tuple[Document, Derived, tuple[str, ...]]:
            restored = restore_file(step.path, step.before, step.after)
            # What was detected is not in the file, and need not be found once more.
            was = replace(restored.document, quotes=step.was.quotes, entities=step.was.entities)
            return was, derive(was), restored.notes

        now = self.screen.page.document

        def show(written: tuple[Document, Derived, tuple[str, ...]]) -> None:
            self._say_lost(written[2])
            self.steps = self.steps[:-1]
            if self.screen.page.document is not now:
                self.screen.read_again()
                return
            known = {entity.name for entity in step.was.entities}
            names = renamed_by(step.was, step.correction)
            back = {new: old for old, new in names.items() if new not in known}
            self._show_version(written[0], back, written[1])
            # What was taken out is there again: so is the cursor.
            panel = self.screen.sidebar if "entity" in step.correction._fields else self.screen.quotes
            if panel is not None:
                panel.point_at(step.correction[0])
            self.screen.say(f"Undone: {step.said}")

        self._work(write, show)

    def copy_to_edit(self, edit: Callable[[], None]) -> None:
        """Ask whether to save the article to the library; then show the copy there and call `edit`."""
        if not self.may_correct():
            return
        from reader.ui.screens.save_question import BEFORE_EDIT, KeepQuestion

        def answered(yes: bool | None) -> None:
            if yes:
                self._save(edit)
            else:
                self.screen.say("Not edited; the article is as it was.")

        self.screen.app.push_screen(KeepQuestion(BEFORE_EDIT), answered)

    def save(self) -> None:
        """Save the article to the library, and go on with the file there unless it has one of its own."""
        path = self.screen.loaded.path
        if path is not None and path.parent == own_folder():
            self.screen.say("This article is in your library already.")
        elif self.may_correct():
            self._save(move=not is_own(path))

    def _save(self, then: Callable[[], None] = lambda: None, *, move: bool = True) -> None:
        """Save to the library; with `move` go on with the file there. `then` is called when that is done."""
        was, before = self.screen.page.document, self.screen.loaded
        origin = before.url or (str(before.path) if before.path else "")

        def write() -> tuple[Loaded, Derived]:
            path = save_to_library(was, origin)
            loaded = load(str(path))
            return loaded, derive(loaded.document)

        def show(written: tuple[Loaded, Derived]) -> None:
            loaded, derived = written
            where = f"In your library as {clean_line(loaded.path.name if loaded.path else '')}"
            other = loaded.document.blocks != was.blocks
            if move and self.screen.page.document is was:
                self.screen.stop_selecting()
                self.screen.take_in(loaded, derived=derived)
            self.screen.say(f"{where}, where it was already with another text." if other else f"{where}.")
            then()

        self._work(write, show)


def _corrected(document: Document, correction: Correction) -> Document:
    """The document after a correction. Raises ReaderError, for one that changes nothing too."""
    after = corrected(document, correction)
    if after is document:
        raise ReaderError("That is how it is already.")
    return after


def _alike(one: Document, other: Document) -> bool:
    """Whether two versions of an article are the same for corrections."""
    return (one.blocks, one.quotes, one.entities) == (other.blocks, other.quotes, other.entities)
