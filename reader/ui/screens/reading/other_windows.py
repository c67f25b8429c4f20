"""Shows what another window or program changed in the article that is being read.

Owns when the file is checked: after the article is opened, and at a key press, at most once a second.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.reading.identities import article_id
from reader.reading.version import Version
from reader.ui.jobs import Job
from reader.ui.screens.reading.context import ReadingContext

if TYPE_CHECKING:
    from reader.library.memory import Memory

PAUSE = 1.0
"""Seconds between two checks of the file."""

CHANGED = "Reloaded: the article was changed elsewhere."

Stamp = tuple[int, int, int]
"""Time of the last change in nanoseconds, size in bytes, and inode of a file."""


class Seen(NamedTuple):
    """The result of a check: the stamp of the file, and the stored journal if the file has changed."""

    stamp: Stamp | None
    journal: str | None


class OtherWindows:
    """Checks the article's file, and reads it again if it was changed elsewhere.

    `is_busy` says whether another version would disturb the user now. `take_journal` takes over the journal
    of another window. `reload` reads the file again, and then shows a message.
    """

    def __init__(
        self,
        reading: ReadingContext,
        memory: Memory | None,
        is_busy: Callable[[], bool],
        take_journal: Callable[[str], object],
        reload: Callable[[str], object],
    ) -> None:
        self._reading, self._memory = reading, memory
        self._is_busy, self._take_journal, self._reload = is_busy, take_journal, reload
        self._stamp: Stamp | None = None
        self._version: Version | None = None
        """The version that `_stamp` belongs to. This window wrote or read any other version itself."""
        self._checked_at = 0.0

    def record(self) -> None:
        """Record the stamp of the file after this window has read or written it."""
        self._checked_at, self._version = 0.0, None
        self.check()

    def reread(self, said: str) -> None:
        """Read the article again, with the journal of the other window, and show a message."""
        loaded, memory = self._reading.session.loaded, self._memory

        def work(_: Job[str]) -> str:
            seen = None if memory is None else memory.recall(article_id(loaded))
            return "" if seen is None else seen.journal

        def done(journal: str | ReaderError) -> None:
            if journal and isinstance(journal, str):
                self._take_journal(journal)
            self._reload(said)

        self._reading.jobs.submit("reread", work, done)

    def check(self) -> None:
        """Check the file in a job, unless it was checked less than `PAUSE` seconds ago."""
        now, path = time.monotonic(), self._reading.session.loaded.path
        if path is None or now - self._checked_at < PAUSE or self._is_busy():
            return
        self._checked_at = now
        version, known = self._reading.version, self._stamp
        is_known = version is self._version
        loaded, memory = self._reading.session.loaded, self._memory

        def work(_: Job[Seen]) -> Seen:
            stamp = _stamp_of(path)
            if not is_known or stamp == known or memory is None:
                return Seen(stamp, None)
            seen = memory.recall(article_id(loaded))
            return Seen(stamp, None if seen is None else seen.journal)

        def done(found: Seen | ReaderError) -> None:
            if isinstance(found, ReaderError) or self._reading.version is not version:
                return
            changed = is_known and found.stamp not in (known, None)
            if changed and self._is_busy():
                return
            self._stamp, self._version = found.stamp, version
            if changed:
                if found.journal:
                    self._take_journal(found.journal)
                self._reload(CHANGED)

        self._reading.jobs.submit("check file", work, done)


def _stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None if it does not exist."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
