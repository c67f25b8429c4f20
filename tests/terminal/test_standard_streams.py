"""The standard streams before, during and after a screen. Each case runs in its own process."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from reader.terminal import standard_streams as terminal

TAKE = """
import fcntl, os, sys, termios

if sys.argv[2] == "controlling":
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)
from reader.terminal import standard_streams as terminal
from reader.errors import ReaderError

def state(stream):
    try:
        os.fstat(stream)
    except OSError:
        return "closed"
    return "terminal" if os.isatty(stream) else "other"

with open(int(sys.argv[1]), "w") as report:
    try:
        with terminal.taken():
            usable = sys.__stdin__.fileno() == 0 and sys.__stderr__.fileno() == 2
            print(state(0), state(2), "usable" if usable else "unusable", file=report)
        print(state(0), state(2), file=report)
    except ReaderError as error:
        print(error, file=report)
"""


def take(redirections: str = "", controlling: str = "controlling") -> list[str]:
    """The report of a process that takes its terminal, started with these redirections."""
    master, slave = pty.openpty()
    reading, writing = os.pipe()
    try:
        subprocess.run(
            [
                "sh",
                "-c",
                f'exec "$@" {redirections}',
                "sh",
                sys.executable,
                "-c",
                TAKE,
                str(writing),
                controlling,
            ],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            pass_fds=[writing],
            start_new_session=True,
            timeout=60,
            check=True,
        )
        os.close(writing)
        with open(reading, encoding="utf-8") as report:
            return report.read().splitlines()
    finally:
        os.close(master)
        os.close(slave)


@pytest.mark.parametrize(
    ("redirections", "after"),
    [
        ("", "terminal terminal"),
        ("</dev/null", "other terminal"),
        ("2>/dev/null", "terminal other"),
        ("</dev/null 2>/dev/null", "other other"),
        ("<&-", "closed terminal"),
        ("2>&-", "terminal closed"),
        ("<&- 2>&-", "closed closed"),
    ],
)
def test_streams_are_the_terminal_in_the_block_and_restored_after_it(redirections: str, after: str) -> None:
    assert take(redirections) == ["terminal terminal usable", after]


def test_a_missing_controlling_terminal_is_an_error() -> None:
    [message] = take("</dev/null", controlling="none")
    assert message == "there is no terminal to read keys from; use reader show to print the article"


class Stream:
    """The part of standard output that the tests need."""

    def __init__(self, tty: bool, number: int = -1) -> None:
        self._tty, self._number = tty, number

    def isatty(self) -> bool:
        return self._tty

    def fileno(self) -> int:
        return self._number


@pytest.mark.parametrize(
    ("tty", "term", "plain"),
    [
        (True, "xterm-256color", False),
        (True, None, False),
        (True, "dumb", True),
        (True, "unknown", True),
        (False, "xterm-256color", True),
    ],
)
def test_output_is_plain_without_a_capable_terminal(
    tty: bool, term: str | None, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", Stream(tty))
    if term is None:
        monkeypatch.delenv("TERM", raising=False)
    else:
        monkeypatch.setenv("TERM", term)
    assert terminal.is_plain() is plain


def test_a_closed_output_is_plain_and_has_no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert terminal.is_plain()
    assert terminal.width() is None


def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 63, 0, 0))
    monkeypatch.setattr(sys, "stdout", Stream(True, slave))
    assert terminal.width() == 63
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 0, 0, 0, 0))
    assert terminal.width() is None  # the terminal does not know its width
    os.close(master)
    os.close(slave)
    assert terminal.width() is None


def test_a_pipe_has_no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stream(False, 1))
    assert terminal.width() is None
