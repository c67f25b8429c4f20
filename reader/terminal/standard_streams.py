"""The standard streams: where they lead when the program starts, and while a screen is open.

Textual reads keys from standard input and paints on standard error, so both are connected to the terminal
while a screen is open.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from reader.config import environment
from reader.errors import ReaderError, UsageError
from reader.text.clean import clean_line

STDIN, STDOUT, STDERR = 0, 1, 2
_NO_CURSOR = ("dumb", "unknown")


def is_plain() -> bool:
    """Whether no screen can be shown: standard output is not a terminal, or its cursor cannot be moved.

    False for another driver of Textual, which shows its screen elsewhere, for example in a browser.
    """
    if environment.driver() is not None:
        return False
    return sys.stdout is None or not sys.stdout.isatty() or environment.terminal_type() in _NO_CURSOR


def is_fed() -> bool:
    """Whether standard input is a pipe or a file, as after `|` or `<` in the shell."""
    import stat

    if environment.driver() is not None:
        return False
    try:
        mode = os.fstat(STDIN).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def width() -> int | None:
    """The columns of the terminal on standard output; None if standard output is not a terminal."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):
        return None


def check_environment() -> None:
    """Raise UsageError for an environment variable that would make Textual fail.

    Textual ignores a bad value of every other variable that it reads.
    """
    colors = environment.color_system()
    if colors is not None:
        from rich.console import COLOR_SYSTEMS

        known = ["auto", *COLOR_SYSTEMS]
        if colors not in known:
            raise UsageError(
                f'the environment variable TEXTUAL_COLOR_SYSTEM is "{clean_line(colors)}"; '
                f"unset it, or use one of {', '.join(known)}"
            )
    driver = environment.driver()
    if driver is not None and not _is_driver(driver):
        raise UsageError(
            f'the environment variable TEXTUAL_DRIVER is "{clean_line(driver)}", '
            "which is no driver of Textual; unset it, or name one as module:Class"
        )
    log = environment.textual_log()
    if log is not None:
        try:
            open(log, "a").close()
        except (OSError, ValueError) as error:
            fault = error.strerror if isinstance(error, OSError) else error
            raise UsageError(
                f'the environment variable TEXTUAL_LOG is "{clean_line(log)}", '
                f"which cannot be written ({fault}); unset it, or name another file"
            ) from error


def _is_driver(name: str) -> bool:
    """Whether `name`, as module:Class, names a driver of Textual."""
    from importlib import import_module

    from textual.driver import Driver

    module, _, symbol = name.partition(":")
    try:
        found = getattr(import_module(module), symbol, None)
    except (ImportError, ValueError):
        return False
    return isinstance(found, type) and issubclass(found, Driver)


@contextmanager
def taken() -> Iterator[None]:
    """Connect standard input and standard error to the terminal in the block, and restore them after it.

    Raises ReaderError if the process has no terminal to read keys from. Another driver of Textual needs no
    terminal: then the streams are left as they are.
    """
    if environment.driver() is not None:
        yield
        return
    before = {}
    try:
        if not os.isatty(STDIN):
            before[STDIN] = _kept(STDIN)
            _read_keys_from_terminal()
        if not os.isatty(STDERR):
            before[STDERR] = _kept(STDERR)
            os.dup2(STDOUT, STDERR)
        _mend_streams()
        yield
    finally:
        if before:
            _flush()
        for stream, kept in before.items():
            if kept is None:
                os.close(stream)
            else:
                os.dup2(kept, stream)
                os.close(kept)


def _flush() -> None:
    """Flush standard error, so that output for the terminal does not go to the restored stream."""
    try:
        sys.stderr.flush()
    except (OSError, ValueError):
        pass  # the terminal is gone


def _kept(stream: int) -> int | None:
    """A copy of a stream's descriptor, to restore it later; None if the stream is closed."""
    try:
        return os.dup(stream)
    except OSError:
        return None


def _read_keys_from_terminal() -> None:
    """Connect standard input to the controlling terminal."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise ReaderError(
            "there is no terminal to read keys from; use reader show to print the article"
        ) from error
    if terminal != STDIN:
        os.dup2(terminal, STDIN)
        os.close(terminal)


def _mend_streams() -> None:
    """Give Python streams for descriptors that were closed when it started."""
    for name, number, mode in (("stdin", STDIN, "r"), ("stderr", STDERR, "w")):
        if getattr(sys, f"__{name}__") is None:
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - lives as long as the process
            setattr(sys, f"__{name}__", stream)
            setattr(sys, name, stream)
