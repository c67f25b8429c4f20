"""Keeps how the article is left, while it is read and when it is left.

Owns when the memory is written: a second after something changed, and at the end.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.model import ArticleId, Block, Document, Span
from reader.reading.identities import article_id
from reader.reading.journal import Edit
from reader.reading.jumps import Window
from reader.reading.moved_places import texts_of
from reader.reading.remembered import Kept, certain_places, places_to_json, to_json
from reader.reading.session import ReadingSession
from reader.reading.view_state import ViewState
from reader.ui.screens.reading.article_history import Visit

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.memory import Memory

INTERVAL = 1.0
"""Seconds between two looks at what changed. A kill loses no more of the reading place."""

IDLE = 60.0
"""Seconds without a change after which nobody is taken to be reading."""


class RunOptions(NamedTuple):
    """Whether the text is alone and the measure: as this run began, and as the article was left before."""

    zen: bool
    measure: int
    zen_before: bool
    measure_before: int

    def taken_out(self, view: ViewState) -> ViewState:
        """The view, but what has not changed since this run began is as the article was left before."""
        return view._replace(
            zen=self.zen_before if view.zen == self.zen else view.zen,
            measure=self.measure_before if view.measure == self.measure else view.measure,
        )


class MemoryKeeper:
    """Keeps one article in the memory."""

    def __init__(
        self,
        memory: Memory,
        session: ReadingSession,
        visit: Callable[[], Visit],
        share: Callable[[], float],
    ) -> None:
        """`session` is the one that begins.

        `visit` returns the article as it would be left now, `share` the part that was read (0 to 1).
        """
        self._memory = memory
        self._visit = visit
        self._share = share
        self._kept: object = None
        self._blocks: Sequence[Block] | None = None
        self._path: Path | None = None
        self._id = ArticleId()
        self._searches = session.searches
        self._journal: object = session.edits, session.undone
        self._marks: Mapping[str, Window] = session.marks
        self._places: Mapping[str, Sequence[Span]] | None = None
        self._changed_at = time.monotonic()

    def take_notice(self) -> str:
        """Return a pending message for the user, once; empty if no message is pending."""
        return self._memory.take_notice()

    def prepare(self) -> None:
        """Open the store, and create it if it does not exist, so that leaving does not wait for that."""
        self._memory.prepare()

    def keep(self) -> None:
        """Keep the article as it is left now, if anything changed since the last time."""
        session, view = self._visit()
        state, document = to_json(session, view), session.version.document
        now = (state, session.loaded.path, session.edits, session.undone, document.highlights)
        if now == self._kept and document.blocks is self._blocks:
            return
        if session.loaded.unread is not None:  # their places are still mapped from the text seen before
            return
        if document.blocks is not self._blocks or session.loaded.path != self._path:
            self._id = article_id(session.loaded)
        self._kept, self._blocks, self._path = now, document.blocks, session.loaded.path
        self._keep_searches(session.searches)
        before, self._changed_at = self._changed_at, time.monotonic()
        self._memory.keep(
            Kept(
                self._id,
                document.title,
                state,
                texts_of(document),
                share=self._share(),
                journal=self._changed_journal(session),
                highlights=self._changed_places(document),
                marks_before=self._marks,
                seconds=min(self._changed_at - before, IDLE),
            )
        )
        self._marks = session.marks

    def keep_edit(self, session: ReadingSession, edit: Edit) -> None:
        """Keep the journal of a session with one more edit. On return it is on the disk."""
        from reader.reading.journal_json import dumps

        after = session.with_edit(edit)
        title = session.version.document.title
        self._memory.keep_journal(article_id(session.loaded), title, dumps(after.edits, after.undone))

    def keep_again(self) -> None:
        """Keep everything, also what has not changed since the last time."""
        self._kept = self._journal = None
        self.keep()

    def took_journal(self, session: ReadingSession) -> None:
        """The session has the journal that is in the memory; it need not be written."""
        self._journal = session.edits, session.undone

    def wait(self) -> None:
        """Wait until everything that was kept so far is on the disk, or cannot be written."""
        self._memory.wait()

    def _keep_searches(self, searches: Sequence[str]) -> None:
        """Keep the searches that are new since the last time."""
        for words in searches:
            if words not in self._searches or (searches != self._searches and words == searches[-1]):
                self._memory.add_search(words)
        self._searches = tuple(searches)

    def _changed_places(self, document: Document) -> str | None:
        """The places of the highlights for the store; None if they have not changed since the last time."""
        places = certain_places(document.highlights)
        if places == self._places or (self._places is None and not places):
            return None
        self._places = places
        return places_to_json(places)

    def _changed_journal(self, session: ReadingSession) -> str | None:
        """The journal for the store; None if it has not changed since the last time."""
        journal = session.edits, session.undone
        if journal == self._journal:
            return None
        self._journal = journal
        from reader.reading.journal_json import dumps  # only an article with edits needs it

        return dumps(*journal)
