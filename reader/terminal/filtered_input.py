"""A pipe with the input of a terminal, filtered for Textual's parser, and the thread that fills the pipe."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.terminal.input_filter import TerminalInput
from reader.threads import start_thread

READ_SIZE = 4_096


@contextmanager
def filtered_input(
    terminal: int, filter_: TerminalInput, failed: Callable[[Exception], object]
) -> Iterator[int]:
    """Yield a descriptor for the filtered input of `terminal`. It never reaches its end while it is open.

    A thread reads the terminal until the block is left, or until the input ends. When reading fails, `failed`
    is called in the thread.
    """
    output, pipe = os.pipe()
    stopped, stop = os.pipe()

    def run() -> None:
        try:
            _copy(terminal, pipe, stopped, filter_)
        except BrokenPipeError:
            pass  # the block was left
        except Exception as error:  # noqa: BLE001 - after any error, the reader must not continue without keys
            failed(error)

    thread = start_thread("terminal-input", run)
    try:
        yield output
    finally:
        os.close(stop)
        os.close(output)  # ends a write that blocks
        thread.join()
        os.close(pipe)
        os.close(stopped)


def _copy(terminal: int, pipe: int, stopped: int, filter_: TerminalInput) -> None:
    """Copy the input through the filter until it ends or the other end of `stopped` is closed."""
    while True:
        ready, _, _ = select.select([terminal, stopped], [], [], filter_.patience)
        if stopped in ready:
            return
        if terminal not in ready:
            _write(pipe, filter_.pause())
            continue
        data = os.read(terminal, READ_SIZE)
        if not data:
            return  # if the terminal was closed, `reader.terminal.driver.on_hangup` ends the program
        _write(pipe, filter_.feed(data))


def _write(pipe: int, data: bytes) -> None:
    while data:
        data = data[os.write(pipe, data) :]
