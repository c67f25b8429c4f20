"""End a fetch when its time is up or when it is cancelled.

A thread watches both. A server that sends a byte a second keeps every single wait short, so that no timeout
of the socket ends the fetch. Shutting the socket down does.
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
"""Seconds between two checks."""

Progress = Callable[[int, int | None], None]
"""Called with the number of received bytes and the total, which is None if the server does not tell."""


class CancelledError(SourceError):
    """The user cancelled."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "was cancelled")


class Watch:
    """Ends a fetch after `seconds`, or when `cancelled` is set. A context manager."""

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
        self._thread = start_thread("fetch-watch", self._run)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()

    @property
    def left(self) -> float:
        """The remaining seconds, at least 0."""
        return max(0.0, self._end - monotonic())

    def guard(self, connection: socket.socket | None) -> None:
        """Shut `connection` down when the fetch must end. It replaces the one before.

        None for no connection.
        """
        with self._lock:
            self._socket = connection

    def check(self) -> None:
        """Raise CancelledError if the fetch was cancelled, SourceError if the time is up."""
        if self._cancelled.is_set():
            raise CancelledError(self._name)
        if not self.left:
            raise SourceError(self._name, f"has not come within {self._seconds:g} seconds; try again later")

    def wait_for(self, event: Event, seconds: float) -> bool:
        """Wait at most `seconds` for `event`. Returns whether it was set. Raises what `check` raises."""
        end = min(monotonic() + seconds, self._end)
        while not event.wait(min(TICK, max(0.0, end - monotonic()))):
            self.check()
            if monotonic() >= end:
                return False
        return True

    def _run(self) -> None:
        while not self._done.wait(TICK):
            if self._cancelled.is_set() or not self.left:
                # Repeat this: another socket may be guarded a moment later.
                with self._lock:
                    _shut(self._socket)


def _shut(connection: socket.socket | None) -> None:
    """End every wait on `connection` at once. Below TLS, which would wait for the other side."""
    if connection is not None:
        try:
            socket.socket.shutdown(connection, socket.SHUT_RDWR)
        except OSError:
            pass  # it is not connected
