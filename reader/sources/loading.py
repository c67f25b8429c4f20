"""Load an article in a thread.

Owns the thread. It is a daemon thread, so the end of the program does not wait for it: a name lookup or the
parsing of a text of 16 MiB cannot be interrupted.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock, Thread
from time import monotonic
from typing import NamedTuple

from reader.sources.files import called, is_address
from reader.sources.load import Loaded, load

_OFTEN = 0.05
"""Seconds between two notices of progress; a server can send a byte at a time."""


class Received(NamedTuple):
    """How many bytes have come, and of how many; None where that is not known."""

    bytes: int = 0
    total: int | None = None


class Loading:
    """Loads `source` in a thread, which starts at once.

    `name` is what the screen calls the source. `is_fetched`: the source is an address, not a file.
    """

    def __init__(self, source: str, *, format: str | None = None, whole_page: bool = False) -> None:
        self.source = source
        self.is_fetched = is_address(source)
        self.name = _shown(source) if self.is_fetched else called(source)
        self.received = Received()
        self._options = (format, whole_page)
        self._cancelled = Event()
        self._done = Event()
        self._loaded: Loaded | None = None
        self._failure: BaseException | None = None
        self._lock = Lock()
        self._notice: Callable[[], object] | None = None
        self._noticed = 0.0
        Thread(target=self._run, name="load", daemon=True).start()

    @property
    def done(self) -> bool:
        """Whether it has ended, one way or the other."""
        return self._done.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether the user had enough of it."""
        return self._cancelled.is_set()

    def watch(self, notice: Callable[[], object] | None) -> None:
        """Have `notice` called from the thread when something has come, and at the end; at once if it came.

        Nothing is called any more once this has returned with None.
        """
        with self._lock:
            self._notice = notice
            if self.done and notice is not None:
                notice()

    def cancel(self) -> None:
        """Have no more of it. The thread ends by itself."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait at most so many seconds for the end. Returns whether loading has ended."""
        return self._done.wait(seconds)

    def result(self) -> Loaded:
        """Wait for what was loaded. Raises what loading raised: ReaderError, or a fault of the program."""
        self._done.wait()
        if self._loaded is None:
            raise self._failure or RuntimeError("nothing was loaded")
        return self._loaded

    def _run(self) -> None:
        form, whole_page = self._options
        try:
            self._loaded = load(
                self.source,
                format=form,
                whole_page=whole_page,
                progress=self._progress,
                cancelled=self._cancelled,
            )
        except BaseException as error:  # noqa: BLE001 - it is raised again where it is asked for
            self._failure = error
        with self._lock:
            self._done.set()
            if self._notice is not None:
                self._notice()

    def _progress(self, received: int, total: int | None) -> None:
        self.received = Received(received, total)
        with self._lock:
            if self._notice is not None and monotonic() - self._noticed >= _OFTEN:
                self._noticed = monotonic()
                self._notice()


def _shown(source: str) -> str:
    from reader.sources.fetch.address import shown

    return shown(source)
