"""The terminal at the end: given back at once, also when it goes away or the process is told to end.

Owns signals and the end of input. A terminal that was closed is noticed without polling.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import stat
import termios
import threading
import time
from collections.abc import Callable
from contextvars import copy_context

from textual import constants
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.terminal.filtered_input import filtered_input
from reader.terminal.input_filter import TerminalInput
from reader.text.cells import has_marks

STDIN, STDOUT, STDERR = 0, 1, 2

LEAVE = "\x1b[2J\x1b[?1049l\x1b[?25h"
"""Back to the main screen, cursor shown (xterm control sequences, DECSET 1049 and 25).

What was painted is erased first: a tmux window that became higher meanwhile shows it again otherwise.
"""

CELLS = "\x1b[?2048l\x1b[?1016l"
"""No reports of the size, and mouse reports in cells (DECSET 2048 and 1016).

Textual leaves mouse reports in pixels, and turns both on until its input thread has ended.
"""

GRACE = 0.8
"""Seconds an orderly end may take once the terminal is gone; then the process ends all the same."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, but text of disputed width moves nothing that stands beside it.

    And the user's own screen is back before the key thread has been waited for.
    """

    _given_back = False  # whether another program, or the shell, has the terminal

    class InputFailed(Message):
        """The terminal cannot be read any more."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def run_input_thread(self) -> None:
        """Let Textual read the terminal through a filter. Runs in Textual's input thread.

        Textual reads `fileno`. Until this thread has ended nothing else uses that attribute: the terminal's
        settings are changed before it starts and after it was joined.
        """
        terminal = self.fileno
        filter_ = TerminalInput(constants.ESCAPE_DELAY, key_reports=not constants.DISABLE_KITTY_KEY)
        try:
            with filtered_input(terminal, filter_, self._input_failed) as self.fileno:
                super().run_input_thread()
        except Exception as error:  # noqa: BLE001 - Textual would end the program without a word
            self._input_failed(error)
        finally:
            self.fileno = terminal

    def _input_failed(self, error: Exception) -> None:
        # The input that is left when reading ends may be cut in the middle of a character.
        if not self.exit_event.is_set() and not is_gone(STDIN):
            self.send_message(self.InputFailed(error))

    def suspend_application_mode(self) -> None:
        super().suspend_application_mode()
        self._given_back = True

    def resume_application_mode(self) -> None:
        """Take the terminal again, where it was given back.

        SIGCONT comes in other cases too. Taken a second time the terminal would be left raw at the end: what
        it was before is then what we made of it. After a SIGSTOP the shell has taken it unasked.
        """
        unasked = not self._given_back
        if unasked and self._in_front() and not self._is_raw():
            self.suspend_application_mode()
        if self._given_back:
            super().resume_application_mode()
            self._given_back = (
                not self._in_front()
            )  # from behind (`bg`) Textual has stopped the process again
        if unasked:
            self.process_message(self.SignalResume())  # all is painted anew then

    def _in_front(self) -> bool:
        """Whether the process may use the terminal."""
        try:
            return os.tcgetpgrp(STDIN) == os.getpgrp()
        except OSError:
            return True

    def _is_raw(self) -> bool:
        """Whether keys come one by one, as they do while the terminal is ours."""
        try:
            return not termios.tcgetattr(STDIN)[3] & termios.ICANON
        except termios.error:
            return True

    def write(self, data: str) -> None:
        if has_marks(data):
            from reader.terminal.ambiguous_width_frames import anchored

            data = anchored(data)
        super().write(data)

    def stop_application_mode(self) -> None:
        # Waiting for the key thread takes up to 0.2 s; what the user sees is over by then.
        self.write(LEAVE)
        self.flush()
        super().stop_application_mode()
        self.write(CELLS)
        self.flush()


def on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with 128 + signal on SIGTERM, SIGHUP, SIGINT and SIGQUIT. Needs a running event loop.

    SIGINT and SIGQUIT stay ignored where the parent process has ignored them. A second SIGQUIT ends the
    process at once, as it does by default.
    """
    loop, context = asyncio.get_running_loop(), copy_context()

    def hear(number: int) -> None:
        write_to_nowhere()
        leave(128 + number)

    def hear_key(number: int, _: object) -> None:
        if number == signal.SIGQUIT:
            signal.signal(number, signal.SIG_DFL)
        try:
            loop.call_soon_threadsafe(hear, number, context=context)
        except RuntimeError:  # the loop is closed and the terminal restored: end as if nobody had listened
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, hear, number)
    # Keys of the terminal send these two. While another program has the terminal they are meant for that
    # program, and a handler of the event loop would be called afterwards all the same.
    for number in (signal.SIGINT, signal.SIGQUIT):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, hear_key)


def on_hangup(leave: Callable[[int], None], descriptor: int = STDIN) -> threading.Thread:
    """Call `leave` with 128 + SIGHUP when the terminal behind `descriptor` goes away.

    Where the parent ignores SIGHUP nothing else tells, and reading the end of input for ever would
    take a whole core. Ends the process itself when leaving takes longer than `GRACE`, as it does while
    another program has the terminal. Needs a running event loop, in which `leave` is called.
    """
    loop, context = asyncio.get_running_loop(), copy_context()

    def wait() -> None:
        while not is_gone(descriptor, timeout=None):
            pass
        write_to_nowhere()
        try:
            loop.call_soon_threadsafe(leave, 128 + signal.SIGHUP, context=context)
        except RuntimeError:
            pass  # the loop is closed: the process is on its way out
        time.sleep(GRACE)
        os._exit(128 + signal.SIGHUP)

    thread = threading.Thread(target=wait, name="reader-hangup", daemon=True)
    thread.start()
    return thread


def is_gone(descriptor: int, timeout: int | None = 0) -> bool:
    """Whether the terminal behind a descriptor went away; waits for it so many milliseconds, or for ever."""
    poller = select.poll()
    # No event is asked for: hang-up and error are reported all the same, keys are not.
    poller.register(descriptor, 0)
    return any(
        state & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, state in poller.poll(timeout)
    )


def write_to_nowhere() -> None:
    """Put the null device in place of every standard stream whose terminal went away.

    What is still written then fails no more: Textual's writing thread would die of it and the program
    wait for that thread, and Python itself ends with 120 when it cannot empty its streams.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (STDIN, STDOUT, STDERR):
        try:
            if stat.S_ISCHR(os.fstat(stream).st_mode) and is_gone(stream):
                os.dup2(nowhere, stream)
        except OSError:
            pass  # it is closed
    os.close(nowhere)
