"""Edits of the article: corrections, undo and saving, written to the article's file.

Owns when an edit is refused, and what it changes on the screen. `reader.reading.corrections`
changes the document, and `reader.library.amending` writes the file.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from reader.config.directories import library_folder
from reader.errors import ChangedError, ReaderError
from reader.library.amending import amend_file, is_own, replay, restore_file, settled, take_back
from reader.library.saving import save_to_library
from reader.model import Document, Entity, EntityId, HighlightId, Quote, QuoteId
from reader.reading.corrections import (
    Correction,
    DropQuote,
    Hide,
    Merge,
    Rename,
    Retype,
    SetSpeaker,
    corrected,
    described,
    renamed_by,
    target_of,
)
from reader.reading.highlighting import AddHighlight, DropHighlight, HighlightChange
from reader.reading.journal import Edit, in_force, inverse_of, patch_between, time_now
from reader.reading.moved_places import MovedPlaces, texts_of
from reader.reading.remembered import ALWAYS_SAVE, certain_places
from reader.reading.session import ReadingSession
from reader.reading.version import Version, version_of
from reader.sources.open import Loaded, open_source
from reader.sources.ref import FileSource
from reader.text.ambiguous_width import painted
from reader.text.clean import clean_line
from reader.ui.screens.dialog import Dialog
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.correction_target import target_entity, target_quote
from reader.ui.screens.reading.detection import LONG
from reader.ui.screens.reading.edit_queue import EditQueue
from reader.ui.screens.reading.reload import RELOADED
from reader.ui.screens.reading.settings import Settings

Chosen = TypeVar("Chosen")
Target = TypeVar("Target", Quote, Entity)

NOTHING_CHANGES = "Nothing to change: it is like that already."


class EditsController:
    """Corrects the article, undoes corrections and saves the article.

    `is_detecting` tells whether detection is running, and `is_covered` whether another article lies over this
    one. `stop_selecting` ends a selection. `reload` reads the article's file again and then shows a message.
    `keep` writes the journal to the memory and then calls its
    argument, so that every edit that the screen reports can be undone even after a crash. `journal` writes an
    edit to the memory before the file is written, in the thread of a job. `keep_again` writes the journal of
    the session over it if the file could not be written. `reread` reads an article that was changed elsewhere
    again, with the journal of the other window.
    """

    def __init__(
        self,
        reading: ReadingContext,
        is_detecting: Callable[[], bool],
        is_covered: Callable[[], bool],
        stop_selecting: Callable[[], object],
        reload: Callable[[str], object],
        keep: Callable[[Callable[[], object]], object],
        keep_again: Callable[[], object],
        journal: Callable[[ReadingSession, Edit], object],
        reread: Callable[[str], object],
        settings: Settings,
    ) -> None:
        self._reading, self._is_detecting, self._settings = reading, is_detecting, settings
        self._is_covered = is_covered
        self._keep_again, self._journal, self._reread = keep_again, journal, reread
        self._is_settled = False
        self._stop_selecting, self._reload, self._keep = stop_selecting, reload, keep
        self.queue = EditQueue(reading, self._edit_failed)
        self._removing: set[QuoteId | EntityId | HighlightId] = set()
        """The quotes and entities that are removed by edits not yet written."""

    def is_ready(self) -> bool:
        """Whether an edit can be made now. If not, the status line says why.

        The result of detection would overwrite an edit.
        """
        if self._is_detecting():
            self._reading.say("Quotes and names are still being found; try again when they are there.")
            return False
        if self._reading.session.loaded.unread is not None:
            self._reading.say("The highlights are still loading; try again in a moment.")
            return False
        return True

    def _edit_failed(self, error: ReaderError) -> None:
        """Report an edit that was not written."""
        self._removing.clear()
        if isinstance(error, ChangedError):
            self._reread("Reloaded: the article was changed elsewhere. Make your change again.")
        else:
            self._reading.say(str(error))
            if self._is_covered():
                # The user has left the screen with this status line.
                self._notify((str(error),))

    # -- asking ------------------------------------------------------------------------------------
    # These methods return False if they open no dialog: then the keys of the answer must be discarded.

    def rename(self) -> bool:
        """Ask for another name of an entity."""
        entity = target_entity(self._reading, "entity.rename") if self.is_ready() else None
        if entity is None:
            return False
        from reader.ui.screens.entity_names import rename_screen

        return self._ask(
            rename_screen(entity, self._reading.keymap), lambda chosen: Rename(entity.id, chosen.name)
        )

    def retype(self) -> bool:
        """Ask for the type of an entity."""
        entity = target_entity(self._reading, "entity.retype") if self.is_ready() else None
        if entity is None:
            return False
        from reader.ui.screens.entity_types import KindScreen

        return self._ask(
            KindScreen(entity.name, entity.type, self._reading.keymap), lambda kind: Retype(entity.id, kind)
        )

    def merge(self) -> bool:
        """Ask which entity to merge the target into."""
        entity = target_entity(self._reading, "entity.merge") if self.is_ready() else None
        if entity is None:
            return False
        document = self._reading.version.document
        if len(document.entities) == 1:
            self._reading.say("There is no other name to merge it into.")
            return False
        from reader.ui.screens.entity_names import merge_screen

        def merged(into: EntityId | None) -> Merge:
            return Merge(entity.id, into or EntityId(""))

        return self._ask(
            merge_screen(document, entity, self._reading.keymap), lambda chosen: merged(chosen.entity)
        )

    def hide(self) -> None:
        """Remove an entity; if the quotes panel has the focus, remove the quote."""
        if self._reading.quotes is not None and self._reading.quotes.has_focus:
            self.drop()
        elif self.is_ready():
            self._remove("entity.hide", target_entity, lambda entity: Hide(entity.id))

    def set_speaker(self) -> bool:
        """Ask for the speaker of a quote."""
        quote = target_quote(self._reading, "quote.speaker") if self.is_ready() else None
        if quote is None:
            return False
        from reader.ui.screens.entity_names import speaker_screen

        dialog = speaker_screen(self._reading.version.document, quote, self._reading.keymap)
        return self._ask(dialog, lambda chosen: SetSpeaker(quote.id, chosen.name))

    def clear_speaker(self) -> None:
        """Leave a quote without a speaker."""
        quote = target_quote(self._reading, "quote.unattribute") if self.is_ready() else None
        if quote is None:
            return
        if quote.speaker:
            self.correct(SetSpeaker(quote.id, ""))
        else:
            self._reading.say(f"This quote has no speaker; {self._reading.key('quote.speaker')} sets one.")

    def drop(self) -> None:
        """Remove a quote that was detected wrongly."""
        if self.is_ready():
            self._remove("quote.drop", target_quote, lambda quote: DropQuote(quote.id))

    def _remove(
        self,
        command: str,
        find: Callable[[ReadingContext, str], Target | None],
        correction: Callable[[Target], Correction],
    ) -> None:
        """Remove the target. If it is being removed already, remove the target that takes its place."""
        target = find(self._reading, command)
        if target is None:
            return
        self.remove(correction(target), lambda: self._remove(command, find, correction))

    def remove(self, correction: Correction, again: Callable[[], object]) -> None:
        """Make a correction that removes its target, or call `again` after a removal that is already running.

        A key that is pressed twice then removes two targets, although the first is still on the screen.
        """
        target = target_of(correction)
        if target not in self._removing:
            self.correct(correction)
            return

        def remove_next() -> None:
            self._removing.discard(target)
            again()

        self.queue.add(remove_next)

    def _ask(self, dialog: Dialog[Chosen], correction: Callable[[Chosen], Correction]) -> bool:
        """Open a dialog, and make the correction for its answer. Returns True."""

        def answered(answer: Chosen | None) -> None:
            if answer is not None:
                self.correct(correction(answer))

        self._reading.screen.app.push_screen(dialog, answered)
        return True

    # -- correcting --------------------------------------------------------------------------------

    def correct(self, correction: Correction, then: Callable[[], object] = lambda: None) -> None:
        """Make a correction, and call `then` when it is written.

        If the user has no file of the article, ask first whether to save it.
        """
        if not self.is_ready():
            return
        if is_own(self._reading.session.loaded.path):
            if isinstance(correction, Hide | DropQuote | DropHighlight):
                self._removing.add(correction[0])
            self._enqueue_settled(lambda: self._correct(correction, then))
            return
        try:
            _changed(self._reading.version.document, correction)
        except ReaderError as error:
            self._reading.say(str(error))
            return
        if self._settings.get(ALWAYS_SAVE) is True:
            self.queue.add(lambda: self._save(lambda: self._correct_copy(correction, then)))
            return
        from reader.ui.screens.save_question import BEFORE_CORRECTION, BEFORE_HIGHLIGHT, Answer, KeepQuestion

        marked = isinstance(correction, AddHighlight)

        def answered(answer: Answer | None) -> None:
            if answer is None:
                self._reading.say(
                    "Not highlighted." if marked else "Not corrected; the article is unchanged."
                )
                return
            if answer is Answer.ALWAYS:
                self._settings.set(ALWAYS_SAVE, True)
            self.queue.add(lambda: self._save(lambda: self._correct_copy(correction, then)))

        question = BEFORE_HIGHLIGHT if marked else BEFORE_CORRECTION
        self._reading.screen.app.push_screen(
            KeepQuestion(question, self._reading.keymap, can_be_kept=True), answered
        )

    def _correct_copy(self, correction: Correction, then: Callable[[], object]) -> None:
        """Make a correction in the copy that was just saved to the library."""
        version, target = self._reading.version, target_of(correction)
        known = isinstance(correction, AddHighlight) or target in version
        if not is_own(self._reading.session.loaded.path):
            self._reading.say("The article changed while it was saved; make the correction again.")
        elif not known:
            there = "Your library has this article already, with other quotes or names; correct those."
            self._reading.say(there)
        else:
            self._correct(correction, then)

    def _correct(self, correction: Correction, then: Callable[[], object]) -> None:
        """Write the corrected article to its file and show it."""
        session = self._reading.session
        path, before = session.loaded.path, session.version.document
        if path is None:
            return
        if isinstance(correction, HighlightChange) and session.version.words <= LONG:
            self._show_early(correction)
        shown = self._reading.version

        def edit(old: bytes, new: bytes) -> Edit:
            said, renamed = described(before, correction), renamed_by(before, correction)
            return Edit(path, None, patch_between(old, new), said, renamed, target_of(correction), made)

        made = time_now()

        def work() -> tuple[Version, Edit, tuple[str, ...]]:
            after = _changed(before, correction)
            change = amend_file(
                path,
                after,
                before,
                known=_digest(session, path),
                journal=lambda old, new: self._journal(session, edit(old, new)),
            )
            version = version_of(change.document, after)
            written = edit(change.before, change.after)
            return version, written._replace(inverse=inverse_of(before, version.document)), change.notes

        def done(written: tuple[Version, Edit, tuple[str, ...]]) -> None:
            then()
            self._show_edit(shown, *written)

        def failed() -> None:
            self._keep_again()
            if self._reading.version is shown is not session.version:
                place = self._reading.view.place
                self._reading.change(self._reading.session.with_version(session.version, place))

        self.queue.write(work, done, failed)

    def _show_early(self, change: HighlightChange) -> None:
        """Show a change of highlights before it is written. The message appears after the file is written."""
        before = self._reading.version.document
        with suppress(ReaderError):  # writing reports it
            version = version_of(_changed(before, change), before)
            place = self._reading.view.place
            self._reading.change(self._reading.session.with_version(version, place))

    def _show_edit(self, before: Version, version: Version, edit: Edit, notes: tuple[str, ...]) -> None:
        self._notify(notes)
        self._removing.discard(edit.target)
        if self._reading.version is not before:  # the file was reloaded during the edit
            self._reload(RELOADED)
            return
        self._stop_selecting()
        session = self._reading.session.with_edit(edit)
        place = self._reading.view.place
        self._reading.change(session.with_version(version, place, edit.renamed), edit.renamed)
        said = f"{edit.said} {self._reading.key('correct.undo')} to undo."
        self._keep(lambda: self._reading.say(said))

    def _notify(self, notes: tuple[str, ...]) -> None:
        """Show what was lost when the file was written."""
        if notes:
            words = "".join(piece for _, piece in painted(" ".join(notes)))
            self._reading.screen.app.notify(words, severity="warning", timeout=30, markup=False)

    # -- undo and save -----------------------------------------------------------------------------

    def _enqueue_settled(self, begin: Callable[[], None]) -> None:
        """Call `begin` after the journal of an earlier run is compared with the file.

        They can differ in one step if the run was killed.
        """
        path = self._reading.session.loaded.path

        def settle() -> None:
            session = self._reading.session
            self._is_settled = True
            if path is None or not (session.edits or session.undone):
                begin()
                return

            def done(journal: tuple[tuple[Edit, ...], tuple[Edit, ...]]) -> None:
                self._reading.session = self._reading.session.with_journal(*journal)
                begin()

            self.queue.write(lambda: settled(path, session.edits, session.undone), done)

        self.queue.add(begin if self._is_settled else settle)

    def undo(self) -> None:
        """Undo the last correction."""
        if self.is_ready():
            self._enqueue_settled(self._undo)

    def _undo(self) -> None:
        session = self._reading.session
        if not session.edits:
            self._reading.say("Nothing to undo.")
            return
        edit, version = session.edits[-1], session.version
        after, inverse = version.document, edit.inverse
        if inverse is None:
            self._replay(edit, ReadingSession.without_last_edit, f"Undone: {edit.said}")
            return

        def work() -> tuple[Version, tuple[str, ...]]:
            before = inverse.undone(after)
            change = restore_file(session.loaded.path or edit.path, edit.patch, before, after)
            return version_of(change.document, before), change.notes

        def done(restored: tuple[Version, tuple[str, ...]]) -> None:
            undone, notes = restored
            self._notify(notes)
            if self._reading.version is not version:
                self._reload(RELOADED)
                return
            self._stop_selecting()
            known = {entity.name for entity in undone.document.entities}
            back = {new: old for old, new in edit.renamed.items() if new not in known}
            place = self._reading.view.place
            self._reading.change(
                self._reading.session.without_last_edit().with_version(undone, place, back), back
            )
            self._point_at(edit.target)
            self._keep(lambda: self._reading.say(f"Undone: {edit.said}"))

        self.queue.write(work, done)

    def show_changes(self) -> None:
        """List the changes of the article that can be taken back."""
        self._enqueue_settled(self._show_changes)

    def _show_changes(self) -> None:
        from reader.ui.screens.changes import ChangesScreen

        changes = in_force(self._reading.session.edits)
        if not changes:
            self._reading.say("No changes in this article yet.")
            return

        def chosen(made: str | None) -> None:
            if made is not None and self.is_ready():
                self.queue.add(lambda: self._take_back(made))

        self._reading.screen.app.push_screen(ChangesScreen(changes, self._reading.keymap), chosen)

    def _take_back(self, made: str) -> None:
        """Undo one edit, and keep the later edits."""
        session = self._reading.session
        index = next((i for i, edit in enumerate(session.edits) if edit.made == made), None)
        if index is None:
            return
        edits, before = session.edits[index:], session.version
        if len(edits) == 1:
            self._undo()
            return

        first, now = edits[0], time_now()

        def edit(old: bytes, new: bytes) -> Edit:
            said, renamed = f"Taken back: {first.said}", {new: old for old, new in first.renamed.items()}
            return Edit(first.path, None, patch_between(old, new), said, renamed, first.target, now, made)

        def work() -> tuple[Version, Edit, tuple[str, ...]]:
            path = session.loaded.path or first.path
            change, was = take_back(path, edits, lambda old, new: self._journal(session, edit(old, new)))
            version = version_of(change.document, was)
            # The file does not have the places that were followed through edits of the text.
            places = certain_places(before.document.highlights)
            version = MovedPlaces(texts_of(before.document), version.page).highlights(version, places)
            written = edit(change.before, change.after)
            return version, written._replace(inverse=inverse_of(was, version.document)), change.notes

        def done(written: tuple[Version, Edit, tuple[str, ...]]) -> None:
            self._show_edit(before, *written)

        self.queue.write(work, done)

    def redo(self) -> None:
        """Redo the correction that was undone last."""
        if self.is_ready():
            self._enqueue_settled(self._redo)

    def _redo(self) -> None:
        if not self._reading.session.undone:
            self._reading.say("Nothing to redo.")
            return
        edit = self._reading.session.undone[-1]
        self._replay(edit, ReadingSession.with_redone_edit, f"Redone: {edit.said}", redo=True)

    def _replay(
        self, edit: Edit, step: Callable[[ReadingSession], ReadingSession], said: str, *, redo: bool = False
    ) -> None:
        """Undo or redo an edit in its file, and read the file again."""

        def done(notes: tuple[str, ...]) -> None:
            self._notify(notes)
            self._reading.session = step(self._reading.session)
            self._keep(lambda: None)
            self._reload(said)

        # The file may have been renamed or copied. That the patch fits it is checked.
        path = self._reading.session.loaded.path or edit.path
        self.queue.write(lambda: replay(path, edit.patch, redo=redo), done)

    def _point_at(self, target: QuoteId | EntityId | HighlightId) -> None:
        """Put the panel's cursor on a quote or entity that was restored."""
        if self._reading.quotes is not None and self._reading.version.quote(QuoteId(target)) is not None:
            self._reading.quotes.point_at(QuoteId(target))
        elif self._reading.sidebar is not None:
            self._reading.sidebar.point_at(EntityId(target))

    def copy_to_edit(self, edit: Callable[[], None]) -> None:
        """Ask whether to save the article to the library; then show the copy there and call `edit`."""
        if not self.is_ready():
            return
        from reader.ui.screens.save_question import BEFORE_EDIT, Answer, KeepQuestion

        def answered(answer: Answer | None) -> None:
            if answer is not None:
                self.queue.add(lambda: self._save(edit))
            else:
                self._reading.say("Not edited; the article is unchanged.")

        self._reading.screen.app.push_screen(KeepQuestion(BEFORE_EDIT, self._reading.keymap), answered)

    def save(self) -> None:
        """Save the article to the library. If the user had no file of it, reading continues in the copy."""
        path = self._reading.session.loaded.path
        if path is not None and path.parent == library_folder():
            self._reading.say("This article is in your library already.")
        elif self.is_ready():
            self.queue.add(partial(self._save, move=not is_own(path)))

    def _save(self, then: Callable[[], None] | None = None, *, move: bool = True) -> None:
        """Save to the library, then call `then`. With `move`, reading continues in the copy there."""
        session = self._reading.session
        before = session.version
        shown = session.loaded._replace(document=before.document)

        def work() -> tuple[Loaded, Version]:
            loaded = open_source(FileSource.at(save_to_library(shown)))
            return loaded, version_of(loaded.document, before.document)

        def done(saved: tuple[Loaded, Version]) -> None:
            loaded, version = saved
            name = clean_line(loaded.path.name if loaded.path else "")
            other = version.document.blocks != before.document.blocks
            if move and self._reading.version is before:
                self._stop_selecting()
                place = self._reading.view.place
                self._reading.change(self._reading.session.with_version(version, place, loaded=loaded))
            there = f"Your library has this article already, with another text, as {name}."
            self._reading.say(there if other else f"Saved to your library as {name}.")
            if then is not None:
                then()

        self.queue.write(work, done)


def _changed(document: Document, correction: Correction) -> Document:
    """The document after a correction. Raises ReaderError, also for a correction that changes nothing."""
    after = corrected(document, correction)
    if after is document:
        raise ReaderError(NOTHING_CHANGES)
    return after


def _digest(session: ReadingSession, path: Path) -> bytes | None:
    """The digest of the file after the last edit; None if there was no edit of this file."""
    last = session.edits[-1] if session.edits and session.edits[-1].inverse is not None else None
    return last.patch.digest if last is not None and last.path == path else None
