"""Standard streams that are not a terminal, dumb terminals, no colours, and environment variables."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.pty.stream import colours, strange
from tests.pty.terminal import CONTENT, Terminal, command, environment

ARTICLE = CONTENT / "khalimov.yaml"


def test_an_article_is_read_from_a_pipe_and_keys_from_the_terminal(tmp_path: Path) -> None:
    shell = 'cat "$0" | "$@" -'
    with Terminal(["sh", "-c", shell, str(ARTICLE), *command()], tmp_path) as terminal:
        terminal.wait_for("Tajik commander", "q quit")
        terminal.type("G")
        terminal.wait_for("¶ 12/12")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored


def test_a_missing_terminal_for_keys_is_reported(tmp_path: Path) -> None:
    with Terminal([*command(), "-"], tmp_path, stdin=ARTICLE, controlling=False) as terminal:
        assert terminal.wait_exit() == 2
        assert terminal.written.startswith("reader: there is no terminal to read keys from")
        assert len(terminal.written.splitlines()) == 1
        assert "\x1b" not in terminal.written


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_an_article_opens_with_a_closed_standard_stream(closed: str, tmp_path: Path) -> None:
    with Terminal(["sh", "-c", f'exec "$@" {closed}', "sh", *command(), str(ARTICLE)], tmp_path) as terminal:
        terminal.wait_for("Tajik commander", "q quit")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored


@pytest.mark.parametrize("source", [str(ARTICLE), "-"])
def test_no_terminal_for_the_screen_means_plain_text(source: str, tmp_path: Path) -> None:
    with ARTICLE.open("rb") as keys:
        done = subprocess.run(
            [*command(), source],
            stdin=keys,
            capture_output=True,
            env=environment(tmp_path),
            timeout=60,
            check=False,
        )
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"Tajik commander trained in America" in done.stdout
    assert not set(done.stdout) & {*range(10), *range(11, 32), 127}


def test_a_dumb_terminal_gets_plain_text(tmp_path: Path) -> None:
    with Terminal([*command(), str(ARTICLE)], tmp_path, env={"TERM": "dumb"}) as terminal:
        assert terminal.wait_exit() == 0
        assert "Tajik commander trained in America" in terminal.written
        assert "\x1b" not in terminal.written


def test_no_color_writes_no_colour_sequences(tmp_path: Path) -> None:
    with Terminal([*command(), str(ARTICLE)], tmp_path, size=(140, 40), env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("Tajik commander", "q quit", "Organisations")
        terminal.type("@")
        terminal.wait_for("►")
        terminal.type("\r")
        terminal.wait_for("Gulmurod Khalimov 1/4")
        terminal.type("n")
        terminal.wait_for("Gulmurod Khalimov 2/4")
        terminal.type("?")
        terminal.wait_for("what do you want to do?")
        terminal.type("\x1b")
        terminal.wait_gone("what do you want to do?")
        terminal.type(":")
        terminal.wait_for("a command, a name")
        assert colours(terminal.written) == []
        assert strange(terminal.written) == []


def test_colour_sequences_are_written_by_default(tmp_path: Path) -> None:
    with Terminal([*command(), str(ARTICLE)], tmp_path) as terminal:
        terminal.wait_for("Tajik commander", "q quit")
        assert colours(terminal.written)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TEXTUAL_COLOR_SYSTEM", "bogus", 'TEXTUAL_COLOR_SYSTEM is "bogus"; unset it, or use one of auto, '),
        ("TEXTUAL_COLOR_SYSTEM", "", 'TEXTUAL_COLOR_SYSTEM is ""; unset it'),
        ("TEXTUAL_LOG", "/no/such/folder/log", "cannot be written (No such file or directory); unset it"),
        ("TEXTUAL_LOG", "/", "cannot be written (Is a directory); unset it"),
        (
            "TEXTUAL_DRIVER",
            "no.such:Driver",
            '"no.such:Driver", which is no driver of Textual; unset',
        ),
        ("TEXTUAL_DRIVER", "os:getcwd", "which is no driver of Textual; unset it"),
        ("TEXTUAL_DRIVER", ":", "which is no driver of Textual; unset it"),
        ("READER_THEME", "bogus", "there is no theme bogus"),
    ],
)
def test_a_bad_environment_variable_is_one_line_and_no_screen(
    name: str, value: str, said: str, tmp_path: Path
) -> None:
    with Terminal([*command(), str(ARTICLE)], tmp_path, size=(600, 10), env={name: value}) as terminal:
        assert terminal.wait_exit() == 2
        assert len(terminal.written.splitlines()) == 1
        assert said in terminal.written
        assert "\x1b" not in terminal.written


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TEXTUAL_COLOR_SYSTEM", "256"),
        ("TEXTUAL_THEME", "bogus"),
        ("TEXTUAL_FPS", "bogus"),
        ("COLUMNS", "bogus"),
    ],
)
def test_bad_values_of_other_environment_variables_are_ignored(name: str, value: str, tmp_path: Path) -> None:
    with Terminal([*command(), str(ARTICLE)], tmp_path, env={name: value}) as terminal:
        terminal.wait_for("Tajik commander", "q quit")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored


def test_another_driver_of_textual_runs_without_a_terminal(tmp_path: Path) -> None:
    env = environment(tmp_path) | {"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}
    with subprocess.Popen(
        [*command(), str(ARTICLE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for words, key in ((b"Tajik commander", b"G"), (b"  end", b"q")):
            written = b""
            while words not in written:
                piece = os.read(process.stdout.fileno(), 1 << 16)
                assert piece, "the reader has ended"
                written += piece
            process.stdin.write(b"D" + len(key).to_bytes(4, "big") + key)
            process.stdin.flush()
        process.communicate()
    assert process.returncode == 0
