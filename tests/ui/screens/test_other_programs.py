"""The terminal is given away and always taken back, whatever the other program does."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import SuspendNotSupported

from reader.errors import ReaderError
from reader.ui.screens.other_programs import edit, pipe


class Terminal:
    """Records its events. As in Textual, an exception in the block prevents that it is taken back."""

    def __init__(self) -> None:
        self.events: list[str] = []

    @contextmanager
    def suspend(self) -> Iterator[None]:
        self.events.append("given")
        yield
        self.events.append("taken")


class InterruptedTerminal(Terminal):
    """Gets Ctrl-C right after it was given away, and right before it is taken back."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        with super().suspend():
            signal.raise_signal(signal.SIGINT)
            yield
            signal.raise_signal(signal.SIGINT)


class NoTerminal:
    @contextmanager
    def suspend(self) -> Iterator[None]:
        raise SuspendNotSupported("not here")
        yield


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that writes its arguments to a file beside it."""
    path = tmp_path / "an editor"
    path.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$0.given"\n')
    path.chmod(stat.S_IRWXU)
    monkeypatch.setenv("VISUAL", " ")
    monkeypatch.setenv("EDITOR", f"'{path}' --wait")
    return path


def test_the_editor_gets_its_options_and_the_file(program: Path, tmp_path: Path) -> None:
    terminal = Terminal()
    edit(terminal, tmp_path / "a story.yaml")
    given = (tmp_path / "an editor.given").read_text().splitlines()
    assert given == ["--wait", str(tmp_path / "a story.yaml")]
    assert terminal.events == ["given", "taken"]


@pytest.mark.parametrize("editor", ["no-such-editor-anywhere", "'unclosed", "/"])
def test_an_editor_that_cannot_be_run_is_one_line(editor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", editor)
    terminal = Terminal()
    with pytest.raises(ReaderError) as caught:
        edit(terminal, Path("story.yaml"))
    assert str(caught.value).startswith(f"{editor}: cannot be run (")
    assert str(caught.value).endswith("set EDITOR to your editor")
    assert terminal.events == ["given", "taken"]


def test_a_command_reads_the_words_and_enter_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")
    monkeypatch.setattr("builtins.input", lambda: "")
    terminal = Terminal()
    pipe(terminal, f"cat > '{tmp_path}/words'", "日本 and more")
    assert (tmp_path / "words").read_text() == "日本 and more"
    assert terminal.events == ["given", "taken"]
    assert capsys.readouterr().out.endswith("[Enter] back to the article")


def test_end_of_input_returns_to_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended() -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", ended)
    terminal = Terminal()
    pipe(terminal, "true", "words")
    assert terminal.events == ["given", "taken"]


def test_a_shell_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/no/such/shell")
    terminal = Terminal()
    with pytest.raises(ReaderError, match=r"^/no/such/shell: cannot be run \(.*\); set SHELL"):
        pipe(terminal, "wc", "words")
    assert terminal.events == ["given", "taken"]


@pytest.fixture
def interrupts() -> Iterator[list[int]]:
    """The interrupts that the reader itself handles."""
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    yield heard
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_does_not_reach_the_reader(
    interrupts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", lambda: os.kill(os.getpid(), signal.SIGINT))
    pipe(Terminal(), "true", "words")
    assert interrupts == []
    os.kill(os.getpid(), signal.SIGINT)
    assert interrupts == [signal.SIGINT]


def test_an_interrupt_while_the_terminal_changes_hands_does_not_reach_the_reader(
    interrupts: list[int], program: Path, tmp_path: Path
) -> None:
    edit(InterruptedTerminal(), tmp_path / "story.yaml")
    assert interrupts == []
    assert (tmp_path / "an editor.given").exists()


def test_a_terminal_that_cannot_be_given_away_is_reported() -> None:
    with pytest.raises(ReaderError, match="no other program can be run in this terminal"):
        edit(NoTerminal(), Path("story.yaml"))
