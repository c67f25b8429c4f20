"""Work outside the screen's thread. This is the only module of the interface that starts threads.

Owns how a job is started and cancelled, and how its result comes back: as a message to the screen that
submitted it. So results and keys are handled in order, and no result arrives after the screen is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Generic, TypeVar

from textual.dom import DOMNode
from textual.message import Message

from reader.errors import ReaderError
from reader.threads import start_thread

Result = TypeVar("Result")


class JobCancelled(Exception):  # noqa: N818 - an end like any other, not an error
    """The job was cancelled while its work was running."""


class Job(Generic[Result]):
    """One piece of work. The work itself reads `cancelled` and calls `report`; the owner calls `cancel`."""

    def __init__(self, owner: DOMNode, done: Callable[[Result | ReaderError], None]) -> None:
        self._owner = owner
        self._done = done
        self._cancelled = Event()

    @property
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted. Long work checks this and ends early."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Raise JobCancelled if the job is cancelled. Long work calls this now and then."""
        if self._cancelled.is_set():
            raise JobCancelled

    def cancel(self) -> None:
        """Discard the result, and let the work end at its next check."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait in the job's own thread. Returns True at once when the job is cancelled."""
        return self._cancelled.wait(seconds)

    def report(self, receive: Callable[[], None]) -> None:
        """Call `receive` on the screen's thread, unless the job is cancelled before its turn comes."""
        self._owner.post_message(Jobs.Report(self._cancelled.is_set, receive))

    def finish(self, outcome: Result | ReaderError) -> None:
        """Hand the result over. Called on the screen's thread."""
        self._done(outcome)


class Jobs:
    """The jobs of a screen or of the app, at most one in each group.

    The owner calls `deliver` of each `Report` message.
    """

    class Report(Message):
        """A job reports to its owner."""

        def __init__(self, is_cancelled: Callable[[], bool], receive: Callable[[], None]) -> None:
            super().__init__()
            self._is_cancelled, self._receive = is_cancelled, receive

        def deliver(self) -> None:
            """Call the receiver of the report, unless the job was cancelled."""
            if not self._is_cancelled():
                self._receive()

    def __init__(self, owner: DOMNode) -> None:
        self._owner = owner
        self._running: dict[str, Callable[[], None]] = {}

    def submit(
        self,
        group: str,
        work: Callable[[Job[Result]], Result],
        done: Callable[[Result | ReaderError], None],
        *,
        can_be_abandoned: bool = False,
    ) -> Job[Result]:
        """Run `work` in a thread, then `done` on the screen's thread with its result or ReaderError.

        A job of the same group that still runs is cancelled. Any other exception is a fault of the
        program and ends it. At its end the program waits for the work, unless `can_be_abandoned` is set: that
        is for work that changes nothing and cannot check whether it is cancelled.
        """
        self.cancel(group)
        job: Job[Result] = Job(self._owner, done)
        self._running[group] = job.cancel

        def run() -> None:
            try:
                outcome: Result | ReaderError = work(job)
            except ReaderError as error:
                outcome = error
            except JobCancelled:
                return
            job.report(partial(job.finish, outcome))

        def run_guarded() -> None:
            try:
                run()
            except Exception as error:  # noqa: BLE001 - raised again on the screen's thread
                job.report(partial(_raise, error))

        if can_be_abandoned:
            start_thread(group, run_guarded)
        else:
            self._owner.run_worker(run, group=group, thread=True)
        return job

    def cancel(self, group: str) -> None:
        """Cancel the job of a group, if there is one."""
        if (cancel := self._running.pop(group, None)) is not None:
            cancel()

    def cancel_all(self) -> None:
        """Cancel every job. Called when the screen goes away."""
        for group in tuple(self._running):
            self.cancel(group)


def _raise(error: Exception) -> None:
    raise error
