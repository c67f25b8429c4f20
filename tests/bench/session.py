"""One program in a terminal, with a stopwatch: when what it wrote arrived, and what was to be seen then.

A process of its own reads the terminal, stamps every piece the moment it comes and answers what a
terminal is asked, so that looking at the screen afterwards disturbs no time. Linux only (/proc).
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.pty.screen import Screen
from tests.pty.terminal import environment

QUIET = 0.12
"""Seconds without a byte after which a program has settled."""

STILL = 3.0
"""Seconds after which a key that showed nothing is taken to show nothing."""

PATIENCE = 60.0

_HEAD = struct.Struct("dI")
_QUESTIONS = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
)


class Record(NamedTuple):
    """Bytes a program wrote, and when they came (seconds of the monotonic clock)."""

    at: float
    data: bytes


class NeverSeenError(Exception):
    """What was waited for never came."""


class Session:
    """A program that is watched. All times are seconds of the monotonic clock."""

    def __init__(self, argv: Sequence[str], size: tuple[int, int] = (120, 40)) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="bench-home-")
        self._size = size
        self.screen = Screen(*size)
        self._records: list[Record] = []
        self._shown = 0
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._pipe, writing = os.pipe()
        self._reader = os.fork()
        if not self._reader:
            try:
                os.close(self._pipe)
                os.close(slave)
                _read_on(self._master, writing)
            finally:
                os._exit(0)
        os.close(writing)
        env = environment(Path(self._home.name), {"READER_STRICT": ""})
        del env["READER_STRICT"]  # what a user has
        self.began = time.monotonic()
        self._process = subprocess.Popen(
            argv,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=env,
            preexec_fn=_take_terminal,
        )
        os.close(slave)

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.kill(self._reader, signal.SIGTERM)
        os.waitpid(self._reader, 0)
        os.close(self._master)
        os.close(self._pipe)
        self._home.cleanup()

    # -- doing -------------------------------------------------------------------------------------

    def type(self, keys: str) -> float:
        """Type keys, each in a write of its own as from a keyboard; when the last one was sent."""
        at = 0.0
        for key in re.findall(r"\x1b\[[^~A-Z]*[~A-Z]|.", keys, re.DOTALL):
            at = time.monotonic()
            os.write(self._master, key.encode())
        return at

    def hold(self, key: str, times: int, rate: float) -> float:
        """Type a key that often at a rate per second; when the last one was sent."""
        start = at = time.monotonic()
        for number in range(times):
            while (left := start + number / rate - time.monotonic()) > 0:
                self._pull(left)
            at = self.type(key)
        return at

    def resize(self, columns: int, rows: int) -> float:
        """Change the window; when it was changed."""
        self._show()
        self.screen.resize(columns, rows)
        at = time.monotonic()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return at

    # -- watching ----------------------------------------------------------------------------------

    def seen(self, words: str) -> float:
        """When the words stood on the screen for the first time since it was last looked at."""
        deadline = time.monotonic() + PATIENCE
        wanted = re.compile(words)
        while True:
            while self._shown < len(self._records):
                record = self._records[self._shown]
                self._shown += 1
                self.screen.feed(record.data)
                if self.screen.whole and wanted.search(self.screen.text):
                    return record.at
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise NeverSeenError(f"never saw {words!r}:\n{self.screen.picture()}")
            self._pull(0.2)

    def settled(self, since: float, quiet: float = QUIET) -> float:
        """When the last byte came after `since`, once there was quiet; `since` when none came for long."""
        while True:
            last = self._records[-1].at if self._records and self._records[-1].at >= since else None
            due = since + STILL if last is None else last + quiet
            left = due - time.monotonic()
            if left > 0:
                self._pull(left)
            elif not self._pull(0):
                return since if last is None else last

    def ended(self) -> float:
        """When the program ended."""
        descriptor = os.pidfd_open(self._process.pid)
        try:
            if not select.select([descriptor], [], [], PATIENCE)[0]:
                raise NeverSeenError(f"never ended:\n{self.screen.picture()}")
            return time.monotonic()
        finally:
            os.close(descriptor)

    def peak_memory(self) -> float:
        """The most memory the program ever had (resident), in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def _show(self) -> None:
        for record in self._records[self._shown :]:
            self.screen.feed(record.data)
        self._shown = len(self._records)

    def forget(self) -> None:
        """Look at the screen as it is: only what comes from now on counts as seen."""
        while self._pull(0):
            pass
        self._show()

    def _pull(self, seconds: float) -> bool:
        if not select.select([self._pipe], [], [], max(0.0, seconds))[0]:
            return False
        head = self._exactly(_HEAD.size)
        if not head:
            time.sleep(min(0.05, max(0.0, seconds)))  # the program has ended
            return False
        at, size = _HEAD.unpack(head)
        self._records.append(Record(at, self._exactly(size)))
        return True

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size and (part := os.read(self._pipe, size - len(data))):
            data += part
        return data


def _read_on(master: int, writing: int) -> None:
    """Stamp what comes, answer what is asked, until the terminal is closed."""
    while True:
        try:
            data = os.read(master, 1 << 16)
        except OSError:
            return
        at = time.monotonic()
        for question, answer in _QUESTIONS:
            if question.search(data):
                os.write(master, answer)
        view = memoryview(_HEAD.pack(at, len(data)) + data)
        while view:
            view = view[os.write(writing, view) :]


def _take_terminal() -> None:
    """In the program's own process before it starts: its input is its terminal, and of nobody else."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
