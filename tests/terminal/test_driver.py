"""The end of a terminal: what is written, which signals are handled, and that nothing waits for ever."""

from __future__ import annotations

import asyncio
import io
import os
import pty
import signal
import subprocess
import sys

import pytest

from reader.terminal.driver import CELLS, GRACE, LEAVE, TerminalDriver, end_process, on_hangup, on_signals

HUNG_UP = 128 + signal.SIGHUP


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
async def test_a_signal_leaves_with_its_code(number: signal.Signals) -> None:
    # A shell starts its background jobs with these two ignored, and they would stay ignored.
    keys = {key: signal.signal(key, signal.SIG_DFL) for key in (signal.SIGINT, signal.SIGQUIT)}
    left: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    on_signals(left.set_result)
    try:
        os.kill(os.getpid(), number)
        assert await asyncio.wait_for(left, 10) == 128 + number
    finally:
        for handled in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().remove_signal_handler(handled)
        for key, handler in keys.items():
            signal.signal(key, handler)


async def test_a_terminal_that_goes_away_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("reader.terminal.driver.time.sleep", lambda _: None)
    monkeypatch.setattr("reader.terminal.driver.os._exit", ended.append)
    left: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    keys, terminal = pty.openpty()
    thread = on_hangup(left.set_result, terminal)
    os.close(keys)
    assert await asyncio.wait_for(left, 10) == HUNG_UP
    await asyncio.to_thread(thread.join)
    assert ended == [HUNG_UP]
    os.close(terminal)


async def test_typed_keys_are_not_taken_for_a_hangup() -> None:
    left: list[int] = []
    keys, terminal = pty.openpty()
    thread = on_hangup(left.append, terminal)
    os.write(keys, b"jjj\n")
    assert os.read(terminal, 10) == b"jjj\n"
    assert (left, thread.is_alive(), thread.daemon) == ([], True, True)


STUCK = """
import asyncio, os, pty, time
from reader.terminal.driver import on_hangup

async def main():
    keys, terminal = pty.openpty()
    on_hangup(lambda code: None, terminal)
    os.close(keys)
    time.sleep(60)  # as while another program has the terminal

asyncio.run(main())
"""


def test_a_program_that_does_not_leave_is_ended() -> None:
    ended = subprocess.run([sys.executable, "-c", STUCK], timeout=30 + GRACE, check=False)
    assert ended.returncode == HUNG_UP


def test_the_main_screen_is_restored_before_everything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []
    monkeypatch.setattr(
        "reader.terminal.driver.LinuxDriver.stop_application_mode", lambda self: happened.append("stopped")
    )
    monkeypatch.setattr(TerminalDriver, "write", lambda self, data: happened.append(data))
    monkeypatch.setattr(TerminalDriver, "flush", lambda self: happened.append("flushed"))
    monkeypatch.setattr(TerminalDriver, "left", False)
    TerminalDriver.__new__(TerminalDriver).stop_application_mode()
    assert happened == [LEAVE, "flushed", "stopped", CELLS, "flushed"]
    assert LEAVE.index("\x1b[2J") < LEAVE.index("\x1b[?1049l")  # otherwise the main screen is erased


def test_the_process_is_ended_only_after_a_screen_was_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("reader.terminal.driver.os._exit", ended.append)
    monkeypatch.setattr(TerminalDriver, "left", False)
    end_process(1)
    assert ended == []
    monkeypatch.setattr(TerminalDriver, "left", True)
    end_process(70)
    assert ended == [70]


def test_closed_streams_do_not_keep_the_process_from_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("reader.terminal.driver.os._exit", ended.append)
    monkeypatch.setattr(TerminalDriver, "left", True)
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    monkeypatch.setattr(sys, "stderr", None)
    end_process(0)
    assert ended == [0]


def test_copied_text_is_written_for_the_terminal_outside_of_gnu_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[str] = []
    monkeypatch.setattr("reader.terminal.driver.LinuxDriver.write", lambda self, data: written.append(data))
    driver = TerminalDriver.__new__(TerminalDriver)
    driver.write("\x1b]52;c;YQ==\x07")
    monkeypatch.setenv("STY", "1.pts-0.host")
    driver.write("\x1b]52;c;YQ==\x07")
    driver.write("text")
    assert written == ["\x1b]52;c;YQ==\x07", "\x1bP\x1b]52;c;YQ==\x07\x1b\\", "text"]
