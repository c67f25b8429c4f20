"""Load an article in a thread, while the main thread imports Textual."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.sources.open import Loaded, open_source
from reader.sources.ref import SourceRef
from reader.threads import start_thread

if TYPE_CHECKING:
    from reader.sources.fetch.watch import Progress

_INTERVAL = 0.05
"""The least seconds between two reports of progress, because a server can send a byte at a time."""


class OpenSource(Protocol):
    """Opens a source, as `open_source` does."""

    def __call__(
        self, source: SourceRef, *, progress: Progress | None = None, cancelled: Event | None = None
    ) -> Loaded: ...


class Received(NamedTuple):
    """The number of bytes that have arrived, and the total, which is None if it is not known."""

    bytes: int = 0
    total: int | None = None


class Loading:
    """Loads `source` in a thread that starts at once. `open_` opens it in place of `open_source`."""

    def __init__(self, source: SourceRef, open_: OpenSource | None = None) -> None:
        self.source = source
        self._open = open_
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
        """Whether the user cancelled the loading."""
        return self._cancelled.is_set()

    def watch(self, notify: Callable[[], object] | None) -> None:
        """Call `notify` from the thread when bytes arrive and at the end, or now if loading has ended.

        After `watch(None)` has returned, `notify` is not called again.
        """
        with self._lock:
            self._notify = notify
            if self.done and notify is not None:
                notify()

    def cancel(self) -> None:
        """Cancel loading. The thread ends by itself."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait at most `seconds` for the end. Return whether loading has ended."""
        return self._done.wait(seconds)

    def result(self) -> Loaded:
        """Wait for the article and return it.

        Raises the exception that loading raised: ReaderError, or any other exception for a bug.
        """
        self._done.wait()
        if self._loaded is None:
            raise self._failure or RuntimeError("nothing was loaded")
        return self._loaded

    def _run(self) -> None:
        try:
            self._loaded = (self._open or open_source)(
                self.source, progress=self._progress, cancelled=self._cancelled
            )
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
