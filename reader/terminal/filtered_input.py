"""A pipe with the input of a terminal, filtered for Textual's parser, and the thread that fills the pipe."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from threading import Lock

from reader.terminal.input_filter import TerminalInput
from reader.threads import start_thread

READ_SIZE = 4_096


class FilteredInput:
    """The filtered input of a terminal. `output` is the descriptor to read it from.

    `output` never reaches its end before `close`. A thread reads the terminal until `stop` or `close` is
    called, or until the input ends. When reading fails, `failed` is called in the thread.
    """

    def __init__(self, terminal: int, filter_: TerminalInput, failed: Callable[[Exception], object]) -> None:
        self._terminal, self._filter, self._failed = terminal, filter_, failed
        self.output, self._pipe = os.pipe()
        self._stopped, self._stop = os.pipe()
        self._stopping = Lock()
        self._thread = start_thread("terminal-input", self._run)

    def stop(self) -> None:
        """Read nothing more from the terminal. May be called from any thread, and more than once."""
        with self._stopping:
            if self._stop >= 0:
                os.close(self._stop)
                self._stop = -1

    def close(self) -> None:
        """Stop, wait for the thread, and close the pipes."""
        self.stop()
        os.close(self.output)  # ends a write that blocks
        self._thread.join()
        os.close(self._pipe)
        os.close(self._stopped)

    def _run(self) -> None:
        try:
            self._copy()
        except BrokenPipeError:
            pass  # `output` was closed
        except Exception as error:  # noqa: BLE001 - after any error, the reader must not continue without keys
            self._failed(error)

    def _copy(self) -> None:
        """Copy the input through the filter until it ends or the other end of `_stopped` is closed."""
        while True:
            ready, _, _ = select.select([self._terminal, self._stopped], [], [], self._filter.patience)
            if self._stopped in ready:
                return
            if self._terminal not in ready:
                self._write(self._filter.pause())
                continue
            data = os.read(self._terminal, READ_SIZE)
            if not data:
                return  # if the terminal was closed, `reader.terminal.driver.on_hangup` ends the program
            self._write(self._filter.feed(data))

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._pipe, data) :]
