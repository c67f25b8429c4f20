"""End a fetch when its time is up or when it is cancelled.

A thread checks both and shuts the socket down. The timeout of a socket is not enough: a server that sends one
byte per second never reaches it.
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
"""Called with the number of received bytes and the total, which is None if the server did not send it."""


class CancelledError(SourceError):
    """The user cancelled the fetch."""

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
        """Shut `connection` down when the fetch must end.

        Replaces the connection that was guarded before; None guards no connection.
        """
        with self._lock:
            self._socket = connection

    def check(self) -> None:
        """Raise CancelledError if the fetch was cancelled, SourceError if the time is up."""
        if self._cancelled.is_set():
            raise CancelledError(self._name)
        if not self.left:
            raise SourceError(self._name, f"was not loaded within {self._seconds:g} seconds; try again later")

    def wait_for(self, event: Event, seconds: float) -> bool:
        """Wait at most `seconds` for `event`. Return whether it was set. Raises the errors of `check`."""
        end = min(monotonic() + seconds, self._end)
        while not event.wait(min(TICK, max(0.0, end - monotonic()))):
            self.check()
            if monotonic() >= end:
                return False
        return True

    def _run(self) -> None:
        while not self._done.wait(TICK):
            if self._cancelled.is_set() or not self.left:
                # Keep checking: another socket may be guarded later.
                with self._lock:
                    _shut(self._socket)


def _shut(connection: socket.socket | None) -> None:
    """End every wait on `connection` at once.

    Shuts down the TCP socket: a TLS shutdown would wait for the server.
    """
    if connection is not None:
        try:
            socket.socket.shutdown(connection, socket.SHUT_RDWR)
        except OSError:
            pass  # it is not connected
