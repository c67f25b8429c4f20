"""For any input of a terminal, the reader continues to answer, or reports that it failed."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from reader.terminal.size import MOST_COLUMNS, MOST_ROWS
from tests.pty.terminal import CONTENT, Terminal, command

ARTICLE = str(CONTENT / "khalimov.yaml")

NOT_KEYS = {
    "a byte that is not UTF-8": b"\xff",
    "Latin-1 and a key": b"\xe9j",
    "Alt in an 8-bit terminal": b"\xea",
    "a Latin-1 paste": b"\x1b[200~caf\xe9 cr\xe8me\x1b[201~",
    "a surrogate": b"\xed\xa0\x80",
    "an arrow with its event": b"\x1b[1;1:2A",
    "a key with its event": b"\x1b[119;1:1u",
    "a key with its alternate": b"\x1b[119:87;2u",
    "a code point that does not exist": b"\x1b[1114112u",
    "a resize without a size, then the mouse": b"\x1b[48;0;0;0;0t\x1b[<0;3;3M\x1b[<0;3;3m",
    "a resize without pixels, then the mouse": b"\x1b[48;30;100;0;0t\x1b[<35;3;3M",
}
"""Bytes that ended Textual's input thread, and some that are similar."""


def opened(home: Path, words: tuple[str, ...] = (ARTICLE,)) -> Terminal:
    terminal = Terminal([*command(), *words], home)
    terminal.wait_for("Tajik", "q quit")
    return terminal


def test_keys_work_after_bytes_that_are_not_keys(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        for number, sent in enumerate(NOT_KEYS.values(), 1):
            terminal.send(sent)
            terminal.type(f"{number}G")
            terminal.wait_for(f"¶ {number}/12")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored


@pytest.mark.parametrize("keys", ["", "?", ":", "B"], ids=["library", "help", "palette", "library above"])
def test_every_screen_survives_a_bad_byte(keys: str, tmp_path: Path) -> None:
    with opened(tmp_path, (ARTICLE,) if keys else ()) as terminal:
        if keys:
            terminal.type(keys)
            terminal.wait_for({"?": "what do you want", ":": "a command", "B": "Enter read"}[keys])
        terminal.send(b"\xff")
        terminal.resize(90, 28)
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_exit(within=5) == 143
        assert terminal.restored


def test_a_key_report_with_an_event_type_acts_as_its_key(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.type("\x1b[53;1:1u\x1b[53;1:3u\x1b[103:71;2u")  # press 5, release 5, Shift and g: `5G`
        terminal.wait_for("¶ 5/12")


def test_a_paste_without_its_end_is_delivered_and_keys_work_again(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.type("/")
        terminal.wait_for("search in the article")
        terminal.type("\x1b[200~video")
        terminal.wait_for("video 1/3")
        terminal.type("\r")
        terminal.wait_gone("Enter")
        terminal.type("q")
        assert terminal.wait_exit() == 0


def test_text_after_escape_in_a_paste_is_not_treated_as_keys(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.type("\x1b[200~\x1b" + "q" * 80 + "\x1b[201~")
        terminal.type("5G")
        terminal.wait_for("¶ 5/12")


FAILING = """
import sys
from textual.drivers.linux_driver import LinuxDriver

def broken(*_):
    raise ValueError("words of the article")

LinuxDriver.run_input_thread = broken
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program. Textual cannot read the keys in it."""

UNREADABLE = """
import os, sys

read, master = os.read, os.getpid()

def broken(descriptor, size):
    data = read(descriptor, size)
    if b"!" in data and os.isatty(descriptor):
        raise ValueError("words of the article")
    return data

from reader.cli import main
os.read = broken
sys.exit(main(sys.argv[1:]))
"""
"""The program. Reading the terminal fails in it at `!`."""


@pytest.mark.parametrize("program", [FAILING, UNREADABLE], ids=["parser", "terminal"])
def test_the_end_of_the_input_thread_is_a_fault_of_the_program(program: str, tmp_path: Path) -> None:
    with Terminal([sys.executable, "-c", program, ARTICLE], tmp_path) as terminal:
        if program is UNREADABLE:
            terminal.wait_for("q quit")
            terminal.type("!")
        assert terminal.wait_exit() == 70
        assert terminal.restored
        [kept] = tmp_path.rglob("crash-*.txt")
        said = "".join(terminal.lines)
        assert said.startswith("reader: internal error (ValueError)")
        assert kept.name in said
        assert "words of the article" not in said + kept.read_text()


def test_two_clicks_beside_a_dialog_close_it_once(tmp_path: Path) -> None:
    click = "\x1b[<0;2;2M\x1b[<0;2;2m"
    for key, seen in (("?", "what do you want"), (":", "a command"), ("|", "Pipe")):
        home = tmp_path / f"{ord(key)}"
        with opened(home) as terminal:
            terminal.type(key)
            terminal.wait_for(seen)
            terminal.type(click * 3)
            terminal.wait_gone(seen)
            terminal.type("q")
            assert terminal.wait_exit() == 0


@pytest.mark.parametrize("pasted", ["\x9b31m", "\u202eabc", "a\x07b\x7f"])
def test_a_control_character_pasted_into_the_palette_is_not_painted(pasted: str, tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:  # READER_STRICT is set: the last filter would raise
        terminal.type(":")
        terminal.wait_for("a command, a name")
        terminal.type(f"\x1b[200~zz{pasted}zz\x1b[201~")
        terminal.wait_for("zz")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert not [*tmp_path.rglob("crash-*.txt")]


SIZES = {
    "in-band, absurd": "\x1b[48;99999;99999;99999;99999t",
}


def peak_memory(terminal: Terminal) -> int:
    """The peak memory of the program in bytes."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


@pytest.mark.parametrize("report", SIZES.values(), ids=SIZES)
def test_a_huge_size_in_a_resize_report_is_limited(report: str, tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.type(report)
        terminal.wait(lambda t: len(t.written) > MOST_COLUMNS * MOST_ROWS, "for every cell to be painted")
        assert peak_memory(terminal) < 300 << 20
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert terminal.restored


@pytest.mark.parametrize("columns", ["99999", "x"])
def test_an_impossible_size_in_the_environment_is_limited(columns: str, tmp_path: Path) -> None:
    env = {"COLUMNS": columns, "LINES": columns}
    with Terminal([*command(), ARTICLE], tmp_path, env=env) as terminal:
        terminal.wait(lambda t: "Tajik" in t.written, "for the article")
        assert peak_memory(terminal) < 300 << 20
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143


def cpu_seconds(terminal: Terminal) -> float:
    """The processor time the program has used."""
    fields = Path(f"/proc/{terminal.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


@pytest.mark.parametrize(
    ("size", "env"),
    [((80, 0), {}), ((0, 24), {"LINES": "0"}), ((0, 0), {})],
    ids=["no rows", "no columns", "neither"],
)
def test_a_terminal_that_begins_without_rows_or_columns_idles(
    size: tuple[int, int], env: dict[str, str], tmp_path: Path
) -> None:
    with Terminal([*command(), ARTICLE], tmp_path, size=size, env=env, drawn=False) as terminal:
        terminal.wait(lambda t: "Tajik" in t.written, "for the article")
        terminal.quiet()
        before = cpu_seconds(terminal)
        terminal.watch(2.0)
        assert cpu_seconds(terminal) - before < 0.3
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143


@pytest.mark.parametrize("size", [(80, 0), (0, 24), (0, 0)])
def test_a_terminal_without_rows_or_columns_idles(size: tuple[int, int], tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.claim_size(*size)
        terminal.type(f"\x1b[48;{size[1]};{size[0]};0;0t")
        terminal.watch(1.0)
        before = cpu_seconds(terminal)
        terminal.watch(2.0)
        assert cpu_seconds(terminal) - before < 0.3
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143


def test_a_terminal_that_reports_its_size_is_restored(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.type("\x1b[?2048;2$y")
        terminal.wait(lambda t: t.screen.modes.get(1016), "for mouse reports in pixels")
        terminal.type("\x1b[48;30;100;600;1000t5G")
        terminal.wait_for("¶ 5/12")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored
