"""The terminal driver: filtered input, signals, and restoring the terminal however the program ends.

Owns the detection of a closed terminal, the end of the process after a screen was shown, and every signal
handler of the running app except those that `ui.screens.other_programs` installs while another program has
the terminal.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import stat
import sys
import termios
import time
from collections.abc import Callable
from contextvars import copy_context
from threading import RLock, Thread
from typing import ClassVar

from textual import constants
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.terminal.filtered_input import FilteredInput
from reader.terminal.input_filter import TerminalInput
from reader.text.ambiguous_width import has_placeholders
from reader.threads import start_thread

STDIN, STDOUT, STDERR = 0, 1, 2

LEAVE = "\x1b[2J\x1b[?1049l\x1b[?25h"
"""Erase the screen, switch to the main screen, show the cursor (xterm: ED 2, DECRST 1049, DECSET 25).

Without the erasing, a tmux window that has grown meanwhile shows the last frame again.
"""

CELLS = "\x1b[?2048l\x1b[?1016l"
"""Switch off size reports and mouse reports in pixels (DECRST 2048 and 1016).

Textual leaves mouse reports in pixels on, and may switch both on until its input is disabled.
"""

MOUSE = "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
"""Switch off the mouse reports that Textual switches on (xterm: DECRST 1000, 1003, 1015, 1006)."""

COPY = "\x1b]52;"
"""The beginning of OSC 52, with which Textual copies."""

GRACE = 0.8
"""Seconds that leaving may take after the terminal was closed, before the process is ended."""


class TerminalDriver(LinuxDriver):
    """Textual's driver with five changes.

    Input is filtered before Textual parses it. Text of ambiguous width does not move the text beside it. On
    the way out the driver does not wait for Textual's input thread. The terminal is taken again only if it
    was given back. Text is copied also through tmux and GNU screen.
    """

    left: ClassVar[bool] = False
    """Whether a driver has given the terminal back for good; its input thread may still be running."""

    _processing: ClassVar = RLock()
    """Held while the input begins, while an event is processed, and while the input ends for good.

    A signal handler may need it while the same thread has it.
    """

    _given_back = False  # True while another program or the shell has the terminal
    _leaving = False  # True once the terminal is being restored for good
    _input: FilteredInput | None = None  # while Textual's input thread reads it

    class InputFailed(Message):
        """The terminal can no longer be read."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def run_input_thread(self) -> None:
        """Let Textual read the terminal through a filter. Runs in Textual's input thread.

        Textual reads `fileno`. Until this thread has ended nothing else uses that attribute, except
        `disable_input` on the way out, when nothing is read any more.
        """
        terminal = self.fileno
        filter_ = TerminalInput(constants.ESCAPE_DELAY, key_reports=not constants.DISABLE_KITTY_KEY)
        try:
            with self._processing:
                if self._leaving:
                    return
                self._input = FilteredInput(terminal, filter_, self._input_failed)
                self.fileno = self._input.output
            try:
                super().run_input_thread()
            finally:
                self._input.close()
        except Exception as error:  # noqa: BLE001 - Textual would end the program without a message
            self._input_failed(error)
        finally:
            self.fileno = terminal

    def _input_failed(self, error: Exception) -> None:
        # When the reader leaves, the rest of the input may end in the middle of a character: not a failure.
        if not self.exit_event.is_set() and not is_gone(STDIN):
            self.send_message(self.InputFailed(error))

    def process_message(self, message: Message) -> None:
        """Process an input event, unless the input is disabled for good. Runs in Textual's input thread."""
        with self._processing:
            if not self._leaving:
                super().process_message(message)

    def suspend_application_mode(self) -> None:
        self._given_back = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal again, if it was given back.

        SIGCONT arrives in other cases too. Taking the terminal twice would save our raw settings as the
        ones to restore at the end. After SIGSTOP the shell has the terminal although it was not given back.
        """
        stopped = not self._given_back
        if stopped and self._in_front() and not self._is_raw():
            self.suspend_application_mode()
        if self._given_back:
            super().resume_application_mode()
            # If the process was continued in the background (`bg`), Textual has stopped it again.
            self._given_back = not self._in_front()
        if stopped:
            self.process_message(self.SignalResume())  # repaints everything

    def _in_front(self) -> bool:
        """Whether this process is in the foreground and may use the terminal."""
        try:
            return os.tcgetpgrp(STDIN) == os.getpgrp()
        except OSError:
            return True

    def _is_raw(self) -> bool:
        """Whether the terminal is in raw mode, as it is while the reader has it."""
        try:
            return not termios.tcgetattr(STDIN)[3] & termios.ICANON
        except termios.error:
            return True

    def write(self, data: str) -> None:
        if has_placeholders(data):
            from reader.terminal.ambiguous_width_frames import anchored

            data = anchored(data)
        if data.startswith(COPY):
            from reader.terminal.clipboard import through_multiplexer

            data = through_multiplexer(data)
        super().write(data)

    def stop_application_mode(self) -> None:
        """Restore the terminal, for another program or, unless `suspend_application_mode` calls, for good."""
        # Textual waits up to 0.2 s for its input thread; the user has the main screen back before that.
        self.write(LEAVE)
        self.flush()
        if not self._given_back:
            TerminalDriver.left = True
            with self._processing:
                self._leaving = True
        super().stop_application_mode()
        self.write(CELLS)
        self.flush()

    def disable_input(self) -> None:
        """Stop reading the terminal. On the way out, do not wait until Textual's input thread has ended.

        That thread notices the end after up to 0.2 s. What it still holds is discarded, and `end_process`
        ends it.
        """
        if not self._leaving:
            super().disable_input()
        elif not self.exit_event.is_set():
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            self.exit_event.set()
            if self._input is not None:
                self._input.stop()
            self.fileno = STDIN  # Textual restores the terminal's settings with this descriptor
            self.write(MOUSE)
            try:
                termios.tcflush(STDIN, termios.TCIFLUSH)
            except termios.error:
                pass  # the terminal was closed


def end_process(code: int) -> None:
    """End the process with `code` if a screen was shown; otherwise return.

    Call this when everything is saved and reported. Python itself would wait for Textual's input thread, and
    then free the memory of the whole program piece by piece: 0.2 s in which the user sees no prompt.
    """
    if TerminalDriver.left:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (AttributeError, OSError, ValueError):
                pass  # the stream is closed
        os._exit(code)


def on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with 128 + signal on SIGTERM, SIGHUP, SIGINT and SIGQUIT. Needs a running event loop.

    SIGINT and SIGQUIT stay ignored where the parent process has ignored them. A second SIGQUIT ends the
    process at once, as it does by default.
    """
    loop, context = asyncio.get_running_loop(), copy_context()

    def handle(number: int) -> None:
        redirect_closed_streams()
        leave(128 + number)

    def handle_key(number: int, _: object) -> None:
        if number == signal.SIGQUIT:
            signal.signal(number, signal.SIG_DFL)
        try:
            loop.call_soon_threadsafe(handle, number, context=context)
        except RuntimeError:  # the loop is closed and the terminal restored: take the default action
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, handle, number)
    # Keys of the terminal send these two signals. While another program has the terminal they are meant for
    # that program, but a handler of the event loop would still be called afterwards.
    for number in (signal.SIGINT, signal.SIGQUIT):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handle_key)


def on_hangup(leave: Callable[[int], None], descriptor: int = STDIN) -> Thread:
    """Call `leave` with 128 + SIGHUP when the terminal behind `descriptor` is closed.

    If the parent process ignores SIGHUP, no signal arrives, and reading the end of input in a loop would
    take a whole core. Ends the process when leaving takes longer than `GRACE`, as it does while another
    program has the terminal. Needs a running event loop, in which `leave` is called.
    """
    loop, context = asyncio.get_running_loop(), copy_context()

    def wait() -> None:
        while not is_gone(descriptor, timeout=None):
            pass
        redirect_closed_streams()
        try:
            loop.call_soon_threadsafe(leave, 128 + signal.SIGHUP, context=context)
        except RuntimeError:
            pass  # the loop is closed: the process is on its way out
        time.sleep(GRACE)
        os._exit(128 + signal.SIGHUP)

    return start_thread("hang-up", wait)


def is_gone(descriptor: int, timeout: int | None = 0) -> bool:
    """Whether the terminal behind a descriptor is closed. Waits `timeout` milliseconds; None is no limit."""
    poller = select.poll()
    # Request no events: hang-up and errors are always reported, and keys are not of interest.
    poller.register(descriptor, 0)
    return any(
        state & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, state in poller.poll(timeout)
    )


def redirect_closed_streams() -> None:
    """Connect every standard stream whose terminal was closed to the null device.

    Otherwise a failed write ends Textual's writer thread and the program waits for it for ever, and Python
    exits with 120 because it cannot flush its streams.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (STDIN, STDOUT, STDERR):
        try:
            if stat.S_ISCHR(os.fstat(stream).st_mode) and is_gone(stream):
                os.dup2(nowhere, stream)
        except OSError:
            pass  # it is closed
    os.close(nowhere)
