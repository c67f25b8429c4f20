"""Copying to the clipboard, with programs that only record their input."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.config.directories import state_folder
from reader.errors import ReaderError
from reader.terminal import clipboard
from reader.terminal.clipboard import Program, fits, give, programs, through_multiplexer, write_file

COPY = "\x1b]52;c;YWJj\x07"

Install = Callable[[str, str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a program as a shell script. Its standard input goes to the file that is returned."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def installed(name: str, body: str = "") -> Path:
        given = tmp_path / f"{name}.given"
        (folder / name).write_text(f'#!/bin/sh\necho "$@" > "{given}.args"\n{body}\ncat > "{given}"\n')
        (folder / name).chmod(0o755)
        return given

    return installed


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A session that did not come over SSH and has no display."""
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def names(text: str = "abc") -> list[str]:
    return [program.argv[0] for program in programs(text)]


def test_the_programs_of_the_display_come_first(local: pytest.MonkeyPatch) -> None:
    assert names() == ["pbcopy", "clip.exe"]
    local.setenv("DISPLAY", ":0")
    assert names() == ["xclip", "xsel", "pbcopy", "clip.exe"]
    local.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert names() == ["wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"]
    local.setenv("TMUX", "/tmp/tmux,1,0")
    assert names()[-1] == "tmux"


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
def test_over_ssh_only_tmux_is_used(name: str, local: pytest.MonkeyPatch) -> None:
    local.setenv("DISPLAY", ":10.0")
    local.setenv(name, "10.0.0.1 1 2")
    assert names() == []
    local.setenv("TMUX", "/tmp/tmux,1,0")
    assert names() == ["tmux"]
    assert names("x" * 60_000) == []


def test_a_program_is_given_the_text(install: Install) -> None:
    given = install("xclip", "")
    assert give(Program(("xclip", "-selection", "clipboard")), "“Ja”\n日本")
    assert given.read_text(encoding="utf-8") == "“Ja”\n日本"
    assert Path(f"{given}.args").read_text() == "-selection clipboard\n"


def test_windows_is_given_utf_16(install: Install) -> None:
    given = install("clip.exe", "")
    assert give(Program(("clip.exe",), "utf-16-le"), "“日”")
    assert given.read_bytes() == "“日”".encode("utf-16-le")


def test_the_text_is_not_read_by_a_shell(install: Install) -> None:
    given = install("wl-copy", "")
    assert give(Program(("wl-copy",)), "$(touch evil); `id`")
    assert given.read_text() == "$(touch evil); `id`"


def test_a_program_that_fails_hangs_or_is_missing_is_reported_as_failed(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "SECONDS", 0.2)
    install("xsel", "exit 1")
    install("wl-copy", "exec sleep 20")
    assert not give(Program(("xsel",)), "abc")
    assert not give(Program(("wl-copy",)), "abc")
    assert not give(Program(("xclip-that-is-not-there",)), "abc")


def test_a_program_that_leaves_a_background_process_does_not_block_the_reader(install: Install) -> None:
    given = install("xclip", "sleep 20 &")
    assert give(Program(("xclip",)), "abc")
    assert given.read_text() == "abc"


def test_the_longest_text_that_fits_into_osc_52(monkeypatch: pytest.MonkeyPatch) -> None:
    longest = "x" * (clipboard.LONGEST // 4 * 3)
    assert len(base64.b64encode(longest.encode())) <= clipboard.LONGEST
    assert fits(longest)
    assert not fits(longest + "xxx")
    assert not fits("日" * (len(longest) // 3 + 1))
    monkeypatch.setenv("TERM", "linux")
    assert not fits("a")


def test_osc_52_is_passed_through_tmux(local: pytest.MonkeyPatch) -> None:
    assert through_multiplexer(COPY) == COPY
    local.setenv("TMUX", "/tmp/tmux,1,0")
    assert through_multiplexer(COPY) == COPY + "\x1bPtmux;\x1b\x1b]52;c;YWJj\x07\x1b\\"


def test_osc_52_is_passed_through_gnu_screen_in_chunks(local: pytest.MonkeyPatch) -> None:
    local.setenv("STY", "1.pts-0.host")
    sequence = f"\x1b]52;c;{'A' * 1_000}\x07"
    written = through_multiplexer(sequence)
    chunks = written.removesuffix("\x1b\\").split("\x1b\\")
    assert all(chunk.startswith("\x1bP") and len(chunk) <= 252 for chunk in chunks)
    assert "".join(chunk.removeprefix("\x1bP") for chunk in chunks) == sequence


def test_the_file_is_readable_by_its_owner_only_and_replaced() -> None:
    for text in ("a longer text\n日本", "short"):
        assert write_file(text) == f"to clipboard.txt in {state_folder()}"
        path = state_folder() / "clipboard.txt"
        assert path.read_text(encoding="utf-8") == text
        assert path.stat().st_mode & 0o777 == 0o600


def test_the_home_folder_is_shortened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert write_file("a") == "to clipboard.txt in ~/state/reader"


def test_a_file_that_cannot_be_written_is_an_error() -> None:
    (state_folder() / "clipboard.txt").mkdir(parents=True)
    with pytest.raises(ReaderError, match=r"clipboard.txt: cannot be written \(.*\); nothing was copied"):
        write_file("a")
