"""Put text on the clipboard: with a desktop program, tmux, or the terminal itself (OSC 52), or write a file.

Owns which of these methods can be used in this session, and their limits. A program reports whether it
worked. A terminal never answers OSC 52 and may ignore it, so the message to the user must not promise more.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.config import environment
from reader.config.directories import state_folder
from reader.errors import ReaderError
from reader.text.clean import clean_line

LONGEST = 74_994
"""The longest base64 text that terminals accept with OSC 52: xterm's limit of 100,000 bytes less its
overhead, as hterm's osc52.sh states it."""

SECONDS = 2.0
"""The time limit for a program. Clipboard programs normally return at once."""

CHUNK = 250
"""Bytes of a control string. GNU screen drops longer ones: more than 256 bytes before version 4.2."""

FILE = "clipboard.txt"
"""The file in the state folder for a text that no clipboard takes."""

BY_TERMINAL = "to the terminal's clipboard (OSC 52)"
BY_TMUX = "to tmux and the terminal's clipboard (OSC 52)"

_ESC = "\x1b"


class Program(NamedTuple):
    """A program that takes a text from its standard input. `where` is the destination in the message."""

    argv: tuple[str, ...]
    encoding: str = "utf-8"
    where: str = ""


def programs(text: str) -> list[Program]:
    """The programs that could copy `text` in this session, the best one first. Some may not be installed.

    Over SSH the desktop's programs are left out: they would set the clipboard of the remote machine.
    """
    named = [] if environment.is_remote() else [*_of_the_desktop()]
    if environment.in_tmux() and fits(text):
        # tmux 3.2 and later. With its default `set-clipboard external` it sets the terminal's clipboard, but
        # ignores OSC 52 of the programs in it.
        named.append(Program(("tmux", "load-buffer", "-w", "-"), where=BY_TMUX))
    return named


def _of_the_desktop() -> Iterator[Program]:
    if environment.has_wayland():
        yield Program(("wl-copy",))
    if environment.has_x11():
        yield Program(("xclip", "-selection", "clipboard"))
        yield Program(("xsel", "--clipboard", "--input"))
    yield Program(("pbcopy",))
    # Windows programs under WSL read the code page of the system, unless the text is UTF-16.
    yield Program(("clip.exe",), "utf-16-le")


def give(program: Program, text: str) -> bool:
    """Run a program with `text` as its input. Returns whether it succeeded within the time limit."""
    path = environment.program(program.argv[0])
    if path is None:
        return False
    try:
        done = subprocess.run(
            (path, *program.argv[1:]),
            input=text.encode(program.encoding, "replace"),
            # xclip and wl-copy leave a process that holds the clipboard. This process must not hold our pipes
            # open. In its own session it continues after the terminal is closed.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def fits(text: str) -> bool:
    """Whether a terminal accepts `text` with OSC 52, as far as can be known."""
    size = len(text.encode("utf-8", "replace"))
    return (size + 2) // 3 * 4 <= LONGEST and environment.terminal_type() != "linux"


def through_multiplexer(sequence: str) -> str:
    """OSC 52 for the terminal outside of tmux or GNU screen; `sequence` itself if there is neither.

    tmux gets the sequence twice: unchanged, for `set-clipboard on`, and in a passthrough sequence, for
    `allow-passthrough on` and for versions without `load-buffer -w`.
    """
    if environment.in_tmux():
        return f"{sequence}{_ESC}Ptmux;{sequence.replace(_ESC, _ESC * 2)}{_ESC}\\"
    if environment.in_gnu_screen():
        chunks = (sequence[at : at + CHUNK] for at in range(0, len(sequence), CHUNK))
        return "".join(f"{_ESC}P{chunk}{_ESC}\\" for chunk in chunks)
    return sequence


def write_file(text: str) -> str:
    """Write the text to the file, readable by its owner only. Returns the destination for the message.

    Raises ReaderError if it cannot be written.
    """
    folder = state_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        with open(os.open(folder / FILE, flags, 0o600), "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as error:
        raise ReaderError(
            clean_line(f"{folder / FILE}: cannot be written ({error.strerror}); nothing was copied")
        ) from error
    return clean_line(f"to {FILE} in {_shown(folder)}")


def _shown(folder: Path) -> str:
    """The path with `~` for the home directory."""
    home = Path("~").expanduser()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
