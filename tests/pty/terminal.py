"""A terminal for tests: runs the real program in a pty, answers it as a terminal does, and shows its screen.

Nothing here sleeps for a guessed time. A test states a condition, and the terminal reads the program's output
until the condition holds, or until a deadline that only a fault reaches.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.pty.screen import ALTERNATE, CURSOR, SYNC, WRAP, Screen

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"

PATIENCE = 20.0
"""Seconds after which a test gives up; a machine under load is slow, not wrong."""

MOUSE = (1000, 1002, 1003, 1006, 1015, 1016)

_ANSWERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\x1b\[0?c"), lambda _: "\x1b[?62;22c"),
    (re.compile(r"\x1b\[5n"), lambda _: "\x1b[0n"),
    (re.compile(r"\x1b\[\?2026\$p"), lambda _: "\x1b[?2026;2$y"),
    (re.compile(r"\x1b\[\?(\d+)\$p"), lambda found: f"\x1b[?{found[1]};0$y"),
    (re.compile(r"\x1b\[\?u"), lambda _: "\x1b[?0u"),
    (
        re.compile(r"\x1b\](1[01]);\?(?:\x07|\x1b\\)"),
        lambda found: f"\x1b]{found[1]};rgb:1e1e/1e1e/1e1e\x1b\\",
    ),
)
"""Queries of a program to its terminal, and the answers of a plain modern terminal."""


def command() -> list[str]:
    """The installed `reader` of this interpreter, or else the package run as a module."""
    installed = shutil.which("reader", path=os.path.dirname(sys.executable))
    return [installed] if installed else [sys.executable, "-m", "reader"]


def environment(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a user who has nothing set and never ran the program before."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "PYTHONPATH", "SYSTEMROOT", "TMPDIR") or name.startswith("COVERAGE")
    }
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    base = {"HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return {**kept, **folders, **base, "READER_STRICT": "1", **(extra or {})}


class Terminal:
    """A program in its own terminal, with its screen and all of its output.

    `ignore` are signals that the program ignores from the start. `stdin` is a file for standard input in
    place of the terminal. Without `controlling` there is a screen, but no terminal to read keys from. Without
    `drawn` the screen shows nothing.
    """

    def __init__(
        self,
        argv: Sequence[str | bytes],
        home: Path,
        *,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
        stdin: Path | None = None,
        ignore: Sequence[signal.Signals] = (),
        controlling: bool = True,
        drawn: bool = True,
    ) -> None:
        self.size = size
        self.screen = Screen(*size, drawn=drawn)
        self.master, self.slave = os.openpty()
        self._set_size()
        self.attributes = termios.tcgetattr(self.slave)

        def prepare() -> None:
            os.setsid()
            if controlling:
                fcntl.ioctl(1, termios.TIOCSCTTY, 0)
            for number in signal.SIGINT, signal.SIGQUIT:  # ignored if the tests run in the background
                signal.signal(number, signal.SIG_DFL)
            for number in ignore:
                signal.signal(number, signal.SIG_IGN)

        keys = os.open(stdin, os.O_RDONLY) if stdin else self.slave
        try:
            self.process = subprocess.Popen(
                argv,
                stdin=keys,
                stdout=self.slave,
                stderr=self.slave,
                env=environment(home, env),
                preexec_fn=prepare,
            )
        finally:
            if stdin:
                os.close(keys)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        for descriptor in (self.master, self.slave):
            if descriptor >= 0:
                os.close(descriptor)

    # -- what a person at the terminal does --------------------------------------------------------

    def type(self, keys: str) -> None:
        """Send keys, for example `j`, or `\\x1b[A` for the arrow up."""
        self.send(keys.encode())

    def send(self, data: bytes) -> None:
        """Send bytes, which need not be UTF-8."""
        os.write(self.master, data)

    def send_much(self, data: bytes) -> None:
        """Send bytes in small pieces and read the output in between: a terminal buffers only few bytes."""
        deadline = time.monotonic() + PATIENCE
        while data and self.process.poll() is None and time.monotonic() < deadline:
            readable, writable, _ = select.select([self.master], [self.master], [], 0.5)
            if readable:
                self._read(0)
            elif writable:
                data = data[os.write(self.master, data[:256]) :]

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window. The program gets SIGWINCH as usual."""
        self.size = (columns, rows)
        self.screen.resize(columns, rows)
        self._set_size()

    def click(self, column: int, row: int) -> None:
        """Press and release the left button on a cell, counted from 0."""
        at = f"{column + 1};{row + 1}"
        self.type(f"\x1b[<0;{at}M\x1b[<0;{at}m")

    def wheel(self, column: int, row: int, *, down: bool = True) -> None:
        """Turn the wheel by one notch."""
        self.type(f"\x1b[<{65 if down else 64};{column + 1};{row + 1}M")

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self.master)
        os.close(self.slave)
        self.master = self.slave = -1

    def claim_size(self, columns: int, rows: int) -> None:
        """Claim a size that no real screen has, for example 0 rows."""
        self.size = (columns, rows)
        self._set_size()

    def _set_size(self) -> None:
        columns, rows = self.size
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # -- what a person sees ------------------------------------------------------------------------

    @property
    def written(self) -> str:
        """All output of the program."""
        return self.screen.written

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return self.screen.lines

    @property
    def text(self) -> str:
        """The screen as one text."""
        return self.screen.text

    @property
    def alternate(self) -> bool:
        """Whether the program has the alternate screen."""
        return self.screen.modes.get(ALTERNATE, False)

    @property
    def restored(self) -> bool:
        """Whether the terminal is restored: screen, cursor, mouse, paste, keyboard and its settings."""
        modes = self.screen.modes
        left = [mode for mode in (ALTERNATE, SYNC, 1004, 2004, 2048, *MOUSE) if modes.get(mode)]
        same = self.slave < 0 or termios.tcgetattr(self.slave) == self.attributes
        keyboard = self.written.count("\x1b[<u") >= len(re.findall(r"\x1b\[>\d+u", self.written))
        return not left and modes.get(CURSOR, True) and modes.get(WRAP, True) and same and keyboard

    def wait_for(self, *words: str) -> None:
        """Read until all the words are on the screen."""
        self.wait(lambda terminal: all(word in terminal.text for word in words), f"to see {words}")

    def wait_gone(self, *words: str) -> None:
        """Read until none of the words is on the screen."""
        self.wait(lambda terminal: not any(word in terminal.text for word in words), f"{words} to go")

    def wait(self, condition: Callable[[Terminal], object], what: str, *, whole_frame: bool = True) -> None:
        """Read until the condition holds, by default on a complete frame. The failure shows the screen."""
        deadline = time.monotonic() + PATIENCE
        while (whole_frame and not self.screen.whole) or not condition(self):
            ended = self.process.poll() is not None
            left = deadline - time.monotonic()
            if not self._read(0 if ended else max(0, left)) and (ended or left <= 0):
                raise AssertionError(f"waited in vain {what}:\n{self.screen.picture()}")

    def wait_exit(self, within: float = PATIENCE) -> int:
        """Read until the program has ended. Returns its exit code: 128 + signal if a signal killed it."""
        deadline = time.monotonic() + within
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"the program did not end:\n{self.screen.picture()}")
            if self.master >= 0:
                self._read(0.02)
            else:
                select.select([], [], [], 0.005)
        while self.master >= 0 and self._read(0):
            pass
        code = self.process.returncode
        return code if code >= 0 else 128 - code

    def watch(self, seconds: float) -> None:
        """Read the program's output for a time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self.process.poll() is None:
            self._read(left)

    def writes(self, seconds: float) -> bool:
        """Whether the program writes anything within the time."""
        return self._read(seconds)

    def quiet(self, seconds: float = 0.1) -> None:
        """Read until the program has written nothing for `seconds`, or until `PATIENCE` is over."""
        end = time.monotonic() + PATIENCE
        while self._read(seconds) and time.monotonic() < end:
            pass

    # -- what the program writes -------------------------------------------------------------------

    def _read(self, seconds: float) -> bool:
        """Read output within the time and answer its queries. Returns False if nothing came."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        for sequence in self.screen.feed(data):
            for form, answer in _ANSWERS:
                if (found := form.fullmatch(sequence)) is not None:
                    os.write(self.master, answer(found).encode())
        return True
