"""The thread between the terminal and Textual's parser: what it passes on, and when it stops reading."""

from __future__ import annotations

import os
import pty
import select

from reader.terminal.filtered_input import FilteredInput
from reader.terminal.input_filter import TerminalInput


def test_input_passes_through_the_filter_until_it_is_stopped() -> None:
    keys, terminal = pty.openpty()
    failures: list[Exception] = []
    input_ = FilteredInput(terminal, TerminalInput(), failures.append)
    os.write(keys, b"j\x1b]0;title\x07k\n")
    passed = b""
    while len(passed) < 3:
        passed += os.read(input_.output, 10)
    assert passed == b"jk\n"
    input_.stop()
    input_.stop()
    input_.close()
    # What is typed after the end stays in the terminal for the shell.
    os.write(keys, b"ls\n")
    assert select.select([terminal], [], [], 10)[0]
    assert os.read(terminal, 10) == b"ls\n"
    assert failures == []
    os.close(keys)
    os.close(terminal)


def test_stopping_is_possible_while_nobody_reads_the_filtered_input() -> None:
    source, writing = os.pipe()
    input_ = FilteredInput(source, TerminalInput(), lambda _: None)
    for _ in range(30):  # more than one pipe holds, and less than two
        os.write(writing, b"j" * 4_000)
    input_.close()
    os.close(writing)
    os.close(source)


def test_a_failure_to_read_is_reported() -> None:
    source, writing = os.pipe()
    os.close(writing)
    folder = os.open("/", os.O_RDONLY)  # it is ready to be read, and reading fails
    failures: list[Exception] = []
    input_ = FilteredInput(folder, TerminalInput(), failures.append)
    while not failures:
        select.select([], [], [], 0.001)
    input_.close()
    assert isinstance(failures[0], IsADirectoryError)
    os.close(source)
    os.close(folder)
