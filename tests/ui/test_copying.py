"""Copying in the app: by a program, by the terminal, or to a file, with the message in the status line."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.config.directories import state_folder
from tests.ui.reading_app import press, reading, screen

WORDS = "On the last night of March the Lenne rose four metres."


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop with one program, `xclip`. Returns the file with the input of the program."""
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    (tmp_path / "xclip").write_text(
        f'#!/bin/sh\n[ -e "{tmp_path}/broken" ] && exit 1\ncat > "{tmp_path}/given"\n'
    )
    (tmp_path / "xclip").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path / "given"


def said(pilot: Pilot[int]) -> str:
    return screen(pilot).status.message


async def test_a_program_of_the_desktop_gets_the_words(program: Path) -> None:
    async with reading() as pilot:
        await press(pilot, *"1GvisY", *"y")
        await press(pilot, *"1Gvisy")
        assert said(pilot) == "Copied 11 words."
        assert program.read_text(encoding="utf-8") == pilot.app.clipboard == WORDS


async def test_if_a_program_fails_the_terminal_copies(program: Path) -> None:
    (program.parent / "broken").touch()
    async with reading() as pilot:
        await press(pilot, *"1Gy")
        assert said(pilot) == "Copied ¶ 1 to the terminal's clipboard (OSC 52)."
        assert not program.exists()


async def test_tmux_gets_the_words_over_ssh(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    tmux = program.parent / "tmux"
    tmux.write_text(f'#!/bin/sh\n[ "$*" = "load-buffer -w -" ] && cat > "{program}"\n')
    tmux.chmod(0o755)
    async with reading() as pilot:
        await press(pilot, *"1Gy")
        assert said(pilot) == "Copied ¶ 1 to tmux and the terminal's clipboard (OSC 52)."
        assert program.read_text(encoding="utf-8") == WORDS


async def test_without_a_program_a_long_text_goes_to_a_file() -> None:
    long = "title: T\nparagraphs:\n" + "".join(f"  - {'word ' * 4_000}{n}.\n" for n in range(4))
    async with reading(long) as pilot:
        await press(pilot, *"1GVGy")
        assert said(pilot) == f"Copied 16004 words to clipboard.txt in {state_folder()}."
        assert (state_folder() / "clipboard.txt").read_text(encoding="utf-8") == pilot.app.clipboard
        (state_folder() / "clipboard.txt").unlink()
        (state_folder() / "clipboard.txt").mkdir()
        await press(pilot, *"1GVGy")
        assert said(pilot).endswith("; nothing was copied")


async def test_two_texts_copied_at_once_arrive_in_order(program: Path) -> None:
    async with reading() as pilot:
        await pilot.press(*"1Gvisy", *"1Gviwy")
        await press(pilot)
        await pilot.app.workers.wait_for_complete()
        assert program.read_text(encoding="utf-8") == pilot.app.clipboard == "On"


async def test_copied_text_can_be_pasted(program: Path) -> None:
    async with reading() as pilot:
        await press(pilot, *"1Gviwy", "slash", "ctrl+v", "enter")
        active = screen(pilot).session.active
        assert active is not None
        assert active.label == "On"
