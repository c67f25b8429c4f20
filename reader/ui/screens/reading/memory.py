"""Keeps how the article is left, while it is read and when it is left.

Owns when the memory is written: a second after something changed, and at the end.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.model import ArticleId
from reader.reading.identities import article_id
from reader.reading.journal_json import dumps
from reader.reading.moved_places import texts_of
from reader.reading.remembered import to_json
from reader.reading.version import Version
from reader.ui.screens.reading.article_history import Visit

if TYPE_CHECKING:
    from reader.library.memory import Memory

INTERVAL = 1.0
"""Seconds between two looks at what changed. A kill loses no more of the reading place."""

IDLE = 60.0
"""Seconds without a change after which nobody is taken to be reading."""


class MemoryKeeper:
    """Keeps one article in the memory."""

    def __init__(self, memory: Memory, visit: Callable[[], Visit], share: Callable[[], float]) -> None:
        """`visit` returns the article as it would be left now, `share` the part that was read (0 to 1)."""
        self._memory = memory
        self._visit = visit
        self._share = share
        self._kept: object = None
        self._version: Version | None = None
        self._id = ArticleId()
        session = visit().session
        self._searches, self._journal = session.searches, (session.edits, session.undone)
        self._changed_at = time.monotonic()

    def take_notice(self) -> str:
        """What the user has to know of the memory, once."""
        return self._memory.take_notice()

    def keep(self) -> None:
        """Keep the article as it is left now, if anything changed since the last time."""
        session, view = self._visit()
        state = to_json(session, view)
        now = (state, session.loaded.path, session.version, session.edits, session.undone)
        if now == self._kept:
            return
        self._kept = now
        if session.searches != self._searches:
            for words in session.searches:
                if words not in self._searches or words == session.searches[-1]:
                    self._memory.add_search(words)
            self._searches = session.searches
        if session.version is not self._version:
            self._version, self._id = session.version, article_id(session.loaded)
        journal = None
        if (session.edits, session.undone) != self._journal:
            self._journal = session.edits, session.undone
            journal = dumps(*self._journal)
        before, self._changed_at = self._changed_at, time.monotonic()
        document = session.version.document
        self._memory.keep(
            self._id,
            document.title,
            state,
            texts_of(document),
            share=self._share(),
            journal=journal,
            seconds=min(self._changed_at - before, IDLE),
        )
