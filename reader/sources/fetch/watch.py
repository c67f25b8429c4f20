"""The clock of one fetch: an end for whatever waits, when time is up or the user has had enough.

Owns the thread that looks at both. A server that sends a byte a second keeps every single wait short,
so no time limit of a socket ends it; shutting the socket down does.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType

from reader.errors import SourceError
from reader.threads import start_thread

TICK = 0.05
"""Seconds between two looks."""

Progress = Callable[[int, int | None], None]
"""Told how many bytes have come, and of how many; None where the server does not say."""


class CancelledError(SourceError):
    """The user had enough of waiting."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "was cancelled")


class Watch:
    """Ends the waiting after `seconds`, or when `cancelled` is set. Used by `with`."""

    def __init__(self, name: str, seconds: float, cancelled: Event | None = None) -> None:
        self._name = name
        self._seconds = seconds
        self._end = monotonic() + seconds
        self._cancelled = cancelled or Event()
        self._done = Event()
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._thread: Thread | None = None

    def __enter__(self) -> Watch:
        self._thread = start_thread("fetch-watch", self._look)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()

    @property
    def left(self) -> float:
        """Seconds that are left, never under 0."""
        return max(0.0, self._end - monotonic())

    def guard(self, connection: socket.socket | None) -> None:
        """Shut `connection` down when it is time; in place of the one before, None for none."""
        with self._lock:
            self._socket = connection

    def check(self) -> None:
        """Raise CancelledError, or SourceError when time is up."""
        if self._cancelled.is_set():
            raise CancelledError(self._name)
        if not self.left:
            raise SourceError(self._name, f"has not come within {self._seconds:g} seconds; try again later")

    def wait_for(self, event: Event, seconds: float) -> bool:
        """Wait for `event` at most `seconds`; whether it came. Raises what `check` raises."""
        end = min(monotonic() + seconds, self._end)
        while not event.wait(min(TICK, max(0.0, end - monotonic()))):
            self.check()
            if monotonic() >= end:
                return False
        return True

    def _look(self) -> None:
        while not self._done.wait(TICK):
            if self._cancelled.is_set() or not self.left:
                # Again and again: the next socket may be guarded a moment later.
                with self._lock:
                    _shut(self._socket)


def _shut(connection: socket.socket | None) -> None:
    """Make every wait on `connection` end at once, below TLS, which would wait for the other side."""
    if connection is not None:
        try:
            socket.socket.shutdown(connection, socket.SHUT_RDWR)
        except OSError:
            pass  # it is not connected, or not any more
