"""Runs other programs in the reader's terminal: the editor, and the command that gets an article as input.

Owns giving the terminal away and taking it back, however the program ends, and how the reader handles signals
in between. Imported when the first program is started.
"""

from __future__ import annotations

import shlex
import signal
import subprocess
import termios
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from textual.app import SuspendNotSupported

from reader.config import environment
from reader.errors import ReaderError
from reader.terminal.driver import STDIN
from reader.text.clean import clean_line

GRACE = 0.5
"""Seconds a program has to end after SIGTERM, before the reader leaves without it."""

_FROM_KEYS = (signal.SIGINT, signal.SIGQUIT)
_ENDING = (signal.SIGTERM, signal.SIGHUP)


class Terminal(Protocol):
    """What this module needs from the app."""

    def suspend(self) -> AbstractContextManager[None]:
        """Give the terminal away for the time of a `with` block. Raises SuspendNotSupported."""
        ...


def edit(app: Terminal, path: Path) -> None:
    """Open a file in the user's editor and wait for its end. Raises ReaderError if it cannot be run."""
    editor = environment.editor()
    try:
        _lend(app, lambda: _run([*shlex.split(editor), str(path)]))
    except (OSError, ValueError) as error:
        fault = error.strerror if isinstance(error, OSError) else str(error)
        raise ReaderError(
            clean_line(f"{editor}: cannot be run ({fault}); set EDITOR to your editor")
        ) from error


def pipe(app: Terminal, command: str, words: str) -> None:
    """Run the user's command line with `words` as its input. Wait until the user has read the output.

    Raises ReaderError if the shell cannot be run.
    """
    shell = environment.shell()

    def run() -> None:
        # The command is the user's own line, so their shell reads it; the article is only its input.
        _run([shell, "-c", command], words.encode())
        print("\n[Enter] back to the article", end="", flush=True)
        try:
            input()
        except EOFError:
            pass

    try:
        _lend(app, run)
    except OSError as error:
        raise ReaderError(
            clean_line(f"{shell}: cannot be run ({error.strerror}); set SHELL to your shell")
        ) from error


class _EndRequested(BaseException):
    """SIGTERM or SIGHUP came while another program had the terminal."""


def _run(argv: list[str], words: bytes | None = None) -> None:
    """Run a program and wait for its end. Raises OSError, and ValueError for a null byte in `argv`."""
    process = subprocess.Popen(argv, stdin=None if words is None else subprocess.PIPE)
    try:
        process.communicate(words)
    except _EndRequested:
        # Two programs cannot share the terminal once the reader has left. On SIGTERM an editor keeps what was
        # typed (vim in its swap file, nano in FILE.save, emacs in #FILE#) and restores the terminal.
        process.terminate()
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            pass  # it ignores the signal: the reader leaves without it
        raise


def _lend(app: Terminal, use: Callable[[], object]) -> None:
    """Let the terminal be used, and take it back. Raises what `use` raises, and ReaderError."""
    failed: Exception | None = None
    try:
        # Ctrl-C sends a signal from the moment the terminal is given away until it is taken back.
        with (
            _handled(_ignore, _FROM_KEYS),
            app.suspend(),
            _terminal_settings_kept(),
            _handled(_stop_waiting, _ENDING),
        ):
            try:
                use()
            except _EndRequested:
                pass  # the event loop received the signal too, and ends the app as soon as it runs again
            except (OSError, ValueError) as error:
                # Do not raise inside the block: Textual would not take the terminal back.
                failed = error
    except SuspendNotSupported as error:
        raise ReaderError("no other program can be run in this terminal") from error
    if failed is not None:
        raise failed


def _ignore(*_: object) -> None:
    """Do nothing on Ctrl-C and Ctrl-\\, which are meant for the other program.

    The signals are not ignored with SIG_IGN, because the other program would inherit that.
    """


def _stop_waiting(*_: object) -> None:
    """Raise _EndRequested on SIGTERM and SIGHUP, the first time."""
    for number in _ENDING:
        signal.signal(number, _ignore)
    raise _EndRequested


@contextmanager
def _handled(handler: Callable[..., object], numbers: Iterable[signal.Signals]) -> Iterator[None]:
    """Give signals another handler for the time of a `with` block."""
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former or signal.SIG_DFL)


@contextmanager
def _terminal_settings_kept() -> Iterator[None]:
    """Restore the terminal's settings after the block. A program that is killed leaves its own settings."""
    try:
        settings = termios.tcgetattr(STDIN)
    except termios.error:  # standard input is no terminal
        yield
        return
    try:
        yield
    finally:
        try:
            termios.tcsetattr(STDIN, termios.TCSANOW, settings)
        except termios.error:
            pass  # the terminal was closed
