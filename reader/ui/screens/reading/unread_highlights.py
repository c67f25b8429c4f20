"""Reads a long list of highlights after the article is shown.

A list of thousands of highlights takes longer to read than the article, and would delay the first frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.reading.version import Version, version_of
from reader.sources.open import Loaded
from reader.ui.jobs import Job
from reader.ui.screens.reading import notices
from reader.ui.screens.reading.context import ReadingContext

if TYPE_CHECKING:
    from reader.library.memory import Memory

RETRY = 0.1
"""Seconds until the highlights are tried again, if showing them now would disturb the user."""


class UnreadHighlightsController:
    """Reads the highlights in a job, and shows them when this does not disturb the user.

    `is_busy` says whether another version would disturb the user now. `then` is called when the article is
    complete.
    """

    def __init__(
        self,
        reading: ReadingContext,
        memory: Memory | None,
        is_busy: Callable[[], bool],
        then: Callable[[], object],
    ) -> None:
        self._reading, self._memory = reading, memory
        self._is_busy, self._then = is_busy, then

    def start(self) -> None:
        """Read the highlights, if some are unread. Otherwise the article is complete already."""
        session, memory = self._reading.session, self._memory
        unread, version = session.loaded.unread, session.version
        if unread is None:
            self._then()
            return

        def work(_: Job[tuple[Loaded, Version]]) -> tuple[Loaded, Version]:
            from reader.sources.yaml.article import read_highlights

            highlights, faults = read_highlights(unread, version.document.blocks)
            loaded = session.loaded._replace(unread=None, warnings=(*session.loaded.warnings, *faults))
            whole = version_of(replace(version.document, highlights=highlights), version.document)
            return loaded, whole if memory is None else memory.placed(loaded, whole)

        def done(outcome: tuple[Loaded, Version] | ReaderError) -> None:
            if self._reading.version is not version:  # the article was read again, as a whole
                return
            if isinstance(outcome, ReaderError):
                # What is written into the file reads it as a whole, and refuses it with its fault.
                self._reading.session = replace(session, loaded=session.loaded._replace(unread=None))
                self._reading.say(f"The highlights cannot be read: {outcome}")
                self._then()
                return
            if self._is_busy():
                self._reading.screen.set_timer(RETRY, lambda: done(outcome))
                return
            loaded, whole = outcome
            place = self._reading.view.place
            self._reading.change(self._reading.session.with_version(whole, place, loaded=loaded))
            if faults := notices.faults_found(loaded):
                self._reading.say(faults)
            self._then()

        self._reading.jobs.submit("unread highlights", work, done)
