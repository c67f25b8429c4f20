"""Load an article in a thread, which can run while Textual is imported."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock
from time import monotonic
from typing import NamedTuple

from reader.sources.open import Loaded, open_source
from reader.sources.ref import SourceRef
from reader.threads import start_thread

_INTERVAL = 0.05
"""Seconds between two reports of progress; a server can send a byte at a time."""


class Received(NamedTuple):
    """How many bytes have arrived, and of how many; None where the total is not known."""

    bytes: int = 0
    total: int | None = None


class Loading:
    """Loads `source` in a thread, which starts at once."""

    def __init__(self, source: SourceRef) -> None:
        self.source = source
        self.received = Received()
        self._cancelled = Event()
        self._done = Event()
        self._loaded: Loaded | None = None
        self._failure: BaseException | None = None
        self._lock = Lock()
        self._notify: Callable[[], object] | None = None
        self._notified = 0.0
        start_thread("load", self._run)

    @property
    def done(self) -> bool:
        """Whether loading has ended, with an article or with an error."""
        return self._done.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether the user cancelled it."""
        return self._cancelled.is_set()

    def watch(self, notify: Callable[[], object] | None) -> None:
        """Call `notify` from the thread when bytes arrive and at the end; at once if the end was before.

        After `watch(None)` has returned nothing is called any more.
        """
        with self._lock:
            self._notify = notify
            if self.done and notify is not None:
                notify()

    def cancel(self) -> None:
        """Cancel loading. The thread ends by itself."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait at most so many seconds for the end. Returns whether loading has ended."""
        return self._done.wait(seconds)

    def result(self) -> Loaded:
        """Wait for the article. Raises what loading raised: ReaderError, or a fault of the program."""
        self._done.wait()
        if self._loaded is None:
            raise self._failure or RuntimeError("nothing was loaded")
        return self._loaded

    def _run(self) -> None:
        try:
            self._loaded = open_source(self.source, progress=self._progress, cancelled=self._cancelled)
        except BaseException as error:  # noqa: BLE001 - `result` raises it again
            self._failure = error
        with self._lock:
            self._done.set()
            if self._notify is not None:
                self._notify()

    def _progress(self, received: int, total: int | None) -> None:
        self.received = Received(received, total)
        with self._lock:
            if self._notify is not None and monotonic() - self._notified >= _INTERVAL:
                self._notified = monotonic()
                self._notify()
