"""Every way in which the program can end: the terminal is restored, and the exit code is right."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from reader.library.memory import Memory
from reader.reading.remembered import from_json
from tests.pty.terminal import CONTENT, Terminal, command

ARTICLE = str(CONTENT / "khalimov.yaml")


def opened(home: Path, **how: Any) -> Terminal:
    terminal = Terminal([*command(), ARTICLE], home, **how)
    terminal.wait_for("Tajik commander", "q quit")
    return terminal


ENDING = [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131)]
"""Signals that end the reader, and its exit codes."""


@pytest.mark.parametrize("moment", ["at the first words", "when all is there"])
@pytest.mark.parametrize(("number", "code"), ENDING)
def test_a_signal_ends_the_reader_and_restores_the_terminal(
    number: signal.Signals, code: int, moment: str, tmp_path: Path
) -> None:
    with opened(tmp_path) as terminal:
        if moment == "when all is there":
            terminal.wait_for("○ Gulmurod")
        terminal.process.send_signal(number)
        assert terminal.wait_exit(within=3) == code
        assert terminal.restored
        assert not terminal.text.strip()


@pytest.mark.parametrize(
    ("keys", "seen", "number", "code"),
    [
        ("?", "what do you want to do?", signal.SIGTERM, 143),
        (":", "a command, a name", signal.SIGHUP, 129),
        ("B", "Enter read", signal.SIGINT, 130),
        ("/vid", "vid", signal.SIGQUIT, 131),
    ],
    ids=["help", "palette", "library", "search"],
)
def test_a_signal_ends_the_reader_on_every_screen(
    keys: str, seen: str, number: signal.Signals, code: int, tmp_path: Path
) -> None:
    with opened(tmp_path) as terminal:
        terminal.type(keys)
        terminal.wait_for(seen)
        terminal.process.send_signal(number)
        assert terminal.wait_exit(within=3) == code
        assert terminal.restored


def test_a_signal_ends_the_reader_in_the_library(tmp_path: Path) -> None:
    with Terminal([*command()], tmp_path) as terminal:
        terminal.wait_for("Enter read")
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.wait_exit(within=3) == 129
        assert terminal.restored


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT])
def test_a_signal_that_the_parent_ignores_stays_ignored(number: signal.Signals, tmp_path: Path) -> None:
    with opened(tmp_path, ignore=(number,)) as terminal:
        terminal.process.send_signal(number)
        terminal.type("5G")
        terminal.wait_for("¶ 5/12")
        terminal.type("q")
        assert terminal.wait_exit() == 0


EDITORS = {
    "waits": "exec sleep 60",
    "is raw and dies": "stty raw -echo; exec sleep 60",
    "is raw and ignores SIGTERM": "trap '' TERM; stty raw -echo; exec sleep 60",
}
"""Editors as parts of shell scripts, which run after a word that shows that the editor has begun."""


def edited(home: Path, script: str) -> Terminal:
    """The reader while the key `e` has started an editor."""
    article = home / "story.yaml"
    article.write_bytes(Path(ARTICLE).read_bytes())
    editor = home / "editor"
    editor.write_text(f"#!/bin/sh\necho $$ > '{home}/editor.pid'\nprintf 'Editing.'\n{script}\n")
    editor.chmod(0o755)
    terminal = Terminal([*command(), str(article)], home, env={"VISUAL": str(editor)})
    terminal.wait_for("Tajik commander", "q quit")
    terminal.type("e")
    terminal.wait(lambda t: not t.alternate and "Editing." in t.text, "for the editor")
    return terminal


def ends(process: int) -> bool:
    """Whether a process ends within 30 seconds. It need not be a child of this one."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], 30)[0])
    finally:
        os.close(descriptor)


@pytest.mark.parametrize("script", EDITORS.values(), ids=EDITORS)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_reader_while_an_editor_has_the_terminal(
    number: signal.Signals, code: int, script: str, tmp_path: Path
) -> None:
    with edited(tmp_path, script) as terminal:
        if "raw" in script:
            terminal.wait(lambda t: not t.restored, "for the editor to change the terminal")
        terminal.process.send_signal(number)
        assert terminal.wait_exit(within=5) == code
        assert terminal.restored
        if "trap" in script:
            os.kill(int((tmp_path / "editor.pid").read_text()), signal.SIGKILL)
        else:
            assert ends(int((tmp_path / "editor.pid").read_text()))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT])
def test_ctrl_c_in_the_editor_does_not_end_the_reader(number: signal.Signals, tmp_path: Path) -> None:
    with edited(tmp_path, "read word; echo 'Interrupted.'") as terminal:
        terminal.process.send_signal(number)
        terminal.type("\n")
        terminal.wait(lambda t: t.alternate, "for the article to come back")
        terminal.type("5G")
        terminal.wait_for("¶ 5/12")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored


MOMENTS = {
    "idle": "",
    "painting": "fb" * 40,
    "in a dialog": "?",
    "in the palette": ":",
    "searching": "/vid",
    "while another program has the terminal": "|sleep 60\r",
}
"""Keys after which the terminal is closed."""


CLOSINGS = {
    **{moment: (keys, ()) for moment, keys in MOMENTS.items()},
    **{
        f"{moment}, SIGHUP ignored": (MOMENTS[moment], (signal.SIGHUP,))
        for moment in ("idle", "while another program has the terminal")
    },
}


@pytest.mark.parametrize(("keys", "ignore"), CLOSINGS.values(), ids=CLOSINGS)
def test_closing_the_terminal_ends_the_reader(
    keys: str, ignore: tuple[signal.Signals, ...], tmp_path: Path
) -> None:
    with opened(tmp_path, ignore=ignore) as terminal:
        terminal.type(keys[:1])
        if keys.startswith("|"):
            terminal.wait_for("Pipe the article")
        terminal.type(keys[1:])
        if keys.startswith("|"):
            terminal.wait(lambda t: not t.alternate, "for the other program")
        terminal.hang_up()
        assert terminal.wait_exit(within=5) == 129
    assert not [*tmp_path.rglob("crash-*.txt")]


def test_closing_the_terminal_writes_nothing_to_a_redirected_log(tmp_path: Path) -> None:
    log = tmp_path / "errors.log"
    program = ["sh", "-c", 'exec 2>"$0" "$@"', str(log), *command(), ARTICLE]
    with Terminal(program, tmp_path) as terminal:
        terminal.wait_for("Tajik commander", "q quit")
        terminal.hang_up()
        assert terminal.wait_exit(within=5) == 129
    assert log.read_text() == ""


def test_the_reader_is_suspended_and_resumed(tmp_path: Path) -> None:
    # Only a shell with job control can start a program that can be stopped.
    with Terminal(["sh", "-i"], tmp_path, env={"PS1": "$ ", "ENV": ""}) as terminal:
        terminal.wait_for("$")
        terminal.type(f"{' '.join(command())} {ARTICLE}\n")
        terminal.wait_for("Tajik commander", "q quit")
        terminal.type("\x1a")
        terminal.wait(lambda t: not t.alternate and "Stopped" in t.text, "for the shell's screen")
        terminal.wait(lambda t: t.text.rstrip().endswith("$"), "for the shell's prompt")
        terminal.type("fg\n")
        terminal.wait(lambda t: t.alternate, "for the article to come back")
        terminal.wait_for("Tajik commander", "q quit")
        terminal.type("5G")
        terminal.wait_for("¶ 5/12")
        terminal.type("q")
        terminal.wait(lambda t: not t.alternate, "for the shell's screen")


def test_the_reader_resumes_after_bg_and_after_sigstop(tmp_path: Path) -> None:
    with Terminal(["sh", "-i"], tmp_path, env={"PS1": "$ ", "ENV": ""}) as terminal:
        terminal.wait_for("$")
        terminal.type(f"{' '.join(command())} {ARTICLE}\n")
        terminal.wait_for("Tajik commander", "q quit")
        terminal.type("\x1a")
        terminal.wait(lambda t: not t.alternate and "Stopped" in t.text, "for the shell's screen")
        terminal.type("bg\n")
        terminal.wait(
            lambda t: t.text.count("$") == 3 and t.text.rstrip().endswith("$"), "for the shell's prompt"
        )
        terminal.type("fg\n")
        terminal.wait_for("Tajik commander", "q quit")
        [reader] = (
            Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children").read_text().split()
        )
        os.kill(int(reader), signal.SIGSTOP)
        # The signal may stop the reader in the middle of a frame.
        terminal.wait(lambda t: "Stopped" in t.text, "for the shell to take the terminal", whole_frame=False)
        terminal.type("fg\n")
        terminal.wait(lambda t: "Tajik commander" in t.text and "Stopped" not in t.text, "for a new picture")
        terminal.type("5G")
        terminal.wait_for("¶ 5/12")
        terminal.type("q")
        terminal.wait(lambda t: not t.alternate, "for the shell's screen")


@pytest.mark.parametrize("numbers", [(signal.SIGCONT,), (signal.SIGSTOP, signal.SIGCONT)])
def test_the_reader_continues_after_sigcont_and_after_sigstop(
    numbers: tuple[signal.Signals, ...], tmp_path: Path
) -> None:
    with opened(tmp_path) as terminal:
        for number in numbers:
            terminal.process.send_signal(number)
        terminal.type("5G")
        terminal.wait_for("¶ 5/12")
        terminal.type("q")
        assert terminal.wait_exit(within=3) == 0
        assert terminal.restored


ENDED_AT_ONCE = """
import os, signal, sys
from reader.terminal.driver import TerminalDriver

begin = TerminalDriver.start_application_mode

def ended(self):
    begin(self)
    os.kill(os.getpid(), signal.{name})

TerminalDriver.start_application_mode = ended
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program. It gets a signal as soon as it has changed the terminal."""


@pytest.mark.parametrize(("name", "code"), [(number.name, code) for number, code in ENDING])
def test_a_signal_before_the_first_frame_leaves_nothing_changed(name: str, code: int, tmp_path: Path) -> None:
    program = ENDED_AT_ONCE.format(name=name)
    with Terminal([sys.executable, "-c", program, ARTICLE], tmp_path) as terminal:
        assert terminal.wait_exit() == code
        assert terminal.restored


LEFT = """
import sys
from reader.ui.screens.reading.screen import ReadingScreen

run = ReadingScreen.action_run_command

async def leave(self, command):
    if command == "article.leave":
        self.app.exit(0)
        raise ValueError("half mounted")
    await run(self, command)

ReadingScreen.action_run_command = leave
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program. An error occurs in it while it quits."""


def test_an_error_after_quitting_is_not_reported(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-c", LEFT, ARTICLE], tmp_path) as terminal:
        terminal.wait_for("q quit")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored
        assert not [*tmp_path.rglob("crash-*.txt")]


NEVER_ENDING_INPUT = """
import sys, threading
from textual.drivers.linux_driver import LinuxDriver

read_keys = LinuxDriver.run_input_thread

def never_ends(self):
    try:
        read_keys(self)
    finally:
        threading.Event().wait()

LinuxDriver.run_input_thread = never_ends
{fault}
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program. Textual's input thread notices that the reader leaves, and never ends."""

FAULT = """
import reader.ui.screens.help
def broken(*_, **__): raise ValueError("broken")
reader.ui.screens.help.key_groups = broken
"""


@pytest.mark.parametrize(
    ("way", "code"), [("q", 0), (":q\r", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129), ("?", 70)]
)
def test_leaving_does_not_wait_for_the_input_thread(
    way: str | signal.Signals, code: int, tmp_path: Path
) -> None:
    program = NEVER_ENDING_INPUT.format(fault=FAULT)
    with Terminal([sys.executable, "-c", program, ARTICLE], tmp_path) as terminal:
        terminal.wait_for("q quit")
        if isinstance(way, str):
            terminal.type(way)
        else:
            terminal.process.send_signal(way)
        assert terminal.wait_exit() == code
        assert terminal.restored
        assert not terminal.text.strip() or code == 70


WORKING = """
import os, sys, time
from reader.ui.screens.reading.screen import ReadingScreen

run = ReadingScreen.action_run_command

async def work(self, command):
    if command == "move.end":
        self.reading.jobs.submit("work", lambda _: (time.sleep(1), open(sys.argv[2], "w")), print)
    await run(self, command)

ReadingScreen.action_run_command = work
from reader.cli import main
sys.exit(main(sys.argv[1:2]))
"""
"""The program. `G` also begins a job that writes a file after a second."""


def test_leaving_waits_for_a_job_that_writes(tmp_path: Path) -> None:
    written = tmp_path / "written"
    with Terminal([sys.executable, "-c", WORKING, ARTICLE, str(written)], tmp_path) as terminal:
        terminal.wait_for("q quit")
        terminal.type("G")
        terminal.wait_for("¶ 12/12")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored
        assert written.exists()


BROKEN = """
import sys

def broken(*_, **__):
    raise ValueError(" ".join(("words", "of", "the", "article")))

import {module}
{module}.{name} = broken
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program with one function that raises an unforeseen error.

The message is not literally in the code: since Python 3.13 a traceback quotes code that was given with `-c`.
"""


@pytest.mark.parametrize(
    ("module", "name", "keys"),
    [
        ("reader.ui.screens.help", "key_groups", "?"),
        ("reader.ui.widgets.status_line", "StatusLine.render_line", ""),
        ("reader.ui.screens.reading.screen", "ReadingScreen.compose", ""),
        ("reader.sources.open", "open_source", ""),
    ],
    ids=["in an action", "in painting", "in the screen", "before the screen"],
)
def test_a_fault_of_the_program_is_one_line_and_a_file(
    module: str, name: str, keys: str, tmp_path: Path
) -> None:
    program = BROKEN.format(module=module, name=name)
    with Terminal([sys.executable, "-c", program, ARTICLE], tmp_path) as terminal:
        if keys:
            terminal.wait_for("q quit")
            terminal.type(keys)
        assert terminal.wait_exit() == 70
        assert terminal.restored
        [kept] = tmp_path.rglob("crash-*.txt")
        said = "".join(line for line in terminal.lines)
        assert said.startswith("reader: internal error (ValueError)")
        assert kept.name in said
        assert "words of the article" not in said + kept.read_text()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title: [", "a list in [ ]"),
        ("paragraphs: [One.]", "title"),
        ("title: A\nparagraphs: [One.]\ntitle: B", "title"),
    ],
)
def test_a_bad_file_is_one_line_and_no_screen(text: str, fault: str, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(text)
    with Terminal([*command(), str(bad)], tmp_path, size=(300, 10)) as terminal:
        assert terminal.wait_exit() == 2
        assert "\x1b" not in terminal.written
        said = terminal.written.splitlines()
        assert len(said) == 1
        assert said[0].startswith(f"reader: {bad}:")
        assert fault in said[0]


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with Terminal([*command(), "no\x1b[31mwhere.yaml"], tmp_path, size=(300, 10)) as terminal:
        assert terminal.wait_exit() == 2
        assert "\x1b" not in terminal.written
        assert len(terminal.written.splitlines()) == 1


@pytest.mark.parametrize("way", ["q", signal.SIGTERM, signal.SIGHUP])
def test_the_reader_quits_at_once_during_detection_in_a_huge_paragraph(
    way: str | signal.Signals, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.txt"
    huge.write_text("Ms Hollin saw “the bridge at Orsk” in Nairobi on 3 May, he said. " * 100_000)
    with Terminal([*command(), str(huge)], tmp_path) as terminal:
        terminal.wait_for("q quit", "Finding quotes and names")
        if isinstance(way, str):
            terminal.type(way)
        else:
            terminal.process.send_signal(way)
        assert terminal.wait_exit(within=5) == (0 if isinstance(way, str) else 128 + way)
        assert terminal.restored


INTERRUPTED_IN_IMPORT = """
import os, signal, sys

class Interrupt:
    def find_spec(self, name, *_):
        if name == "{module}":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
from reader.cli import main
sys.exit(main())
"""
"""The program. It gets Ctrl-C while it imports a module."""


@pytest.mark.parametrize(
    "module",
    [
        "reader.errors",
        "reader.cli.arguments",
        "reader.terminal.standard_streams",
        "reader.sources.open",
        "textual.app",
        "reader.ui.app",
        "reader.terminal.driver",
        "reader.ui.screens.reading.screen",
    ],
)
def test_ctrl_c_during_an_import_is_no_traceback(module: str, tmp_path: Path) -> None:
    program = INTERRUPTED_IN_IMPORT.format(module=module)
    with Terminal([sys.executable, "-c", program, ARTICLE], tmp_path) as terminal:
        assert terminal.wait_exit() == 130
        assert terminal.written == ""
        assert terminal.restored


BEGUN = """
import sys
from reader.cli import main
print("Begun.", flush=True)
sys.exit(main())
"""
"""The program. It prints a word right before `main` runs: what is before `main` is not the reader's."""


@pytest.mark.parametrize("milliseconds", [1, 10, 30, 60, 100, 200, 300, 400])
def test_ctrl_c_during_startup_prints_no_traceback_and_restores_the_terminal(
    milliseconds: int, tmp_path: Path
) -> None:
    with Terminal([sys.executable, "-c", BEGUN, ARTICLE], tmp_path) as terminal:
        terminal.wait_for("Begun.")
        # This test sweeps over moments in time, so it needs a clock.
        select.select([], [], [], milliseconds / 1000)
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.wait_exit(within=5) == 130
        assert "Traceback" not in terminal.written
        assert "KeyboardInterrupt" not in terminal.written
        assert terminal.restored


def kept_block(home: Path) -> int | None:
    """The block that the store holds as the place of the article that was read last."""
    last = Memory(home / "state" / "reader").last()
    remembered = None if last is None else from_json(last.view)
    return None if remembered is None else remembered.view.window.place.block


@pytest.mark.parametrize("way", ["q", signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_the_place_is_remembered_however_the_reader_ends(way: str | signal.Signals, tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.type("5G")
        terminal.wait_for("¶ 5/12")
        if way == signal.SIGKILL:  # only a kill loses what happened in the last second
            deadline = time.monotonic() + 30
            while kept_block(tmp_path) != 4 and time.monotonic() < deadline:
                terminal.watch(0.1)
        if isinstance(way, str):
            terminal.type(way)
        else:
            terminal.process.send_signal(way)
        assert terminal.wait_exit(within=5) == (0 if isinstance(way, str) else 128 + way)
    with Terminal([*command(), "-c"], tmp_path) as terminal:
        terminal.wait_for("¶ 5/12", "q quit")
        terminal.type("q")
        assert terminal.wait_exit() == 0
