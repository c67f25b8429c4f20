"""Writes the edits of an article one after the other, each in a job.

Owns what happens to the edits that wait if one fails: they assume that it succeeded, so they are dropped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from reader.errors import ReaderError
from reader.ui.jobs import Job
from reader.ui.screens.reading.context import ReadingContext
from reader.ui.screens.reading.detection import LONG

Result = TypeVar("Result")


class EditQueue:
    """The edits that wait, and the one that is being written.

    `failed` is called with the error of an edit that could not be written.
    """

    def __init__(self, reading: ReadingContext, failed: Callable[[ReaderError], object]) -> None:
        self._reading, self._failed = reading, failed
        self._waiting: deque[Callable[[], None]] = deque()
        self._writing = False
        self._at_end: list[Callable[[], object]] = []

    @property
    def is_busy(self) -> bool:
        """Whether an edit is being written or is waiting."""
        return self._writing or bool(self._waiting)

    def when_written(self, then: Callable[[], object]) -> None:
        """Call `then` when every edit is written, or now if none waits. It is not called if an edit fails."""
        if self.is_busy:
            self._at_end.append(then)
        else:
            then()

    def add(self, begin: Callable[[], None]) -> None:
        """Begin an edit now, or after the edits before it are written."""
        self._waiting.append(begin)
        self._begin_next()

    def write(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Run `work`, which writes a file, in a job. Then call `done`, or `failed` and report the error."""
        self._writing = True
        if self._reading.version.words > LONG:
            self._reading.say("Writing…")

        def finished(outcome: Result | ReaderError) -> None:
            self._writing = False
            if isinstance(outcome, ReaderError):
                self._waiting.clear()
                self._at_end.clear()  # the user stays, and reads the error
                failed()
                self._failed(outcome)
            elif self._reading.screen.is_attached:
                done(outcome)
                self._begin_next()
            if not self.is_busy:
                ended, self._at_end = self._at_end, []
                for then in ended:
                    then()

        def run(_: Job[Result]) -> Result:
            return work()

        self._reading.jobs.submit("edit", run, finished)

    def _begin_next(self) -> None:
        """Begin the edits that wait, until one of them has to be written."""
        while self._waiting and not self._writing:
            self._waiting.popleft()()
