"""A person reads an article in a terminal: opens it, searches, follows a name, changes the window, leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty.screen import ALTERNATE, CURSOR
from tests.pty.terminal import CONTENT, Terminal, command

ARTICLE = CONTENT / "khalimov.yaml"
LAST_WORDS = "a sizeable wing of the"


def reading(home: Path, *args: str, size: tuple[int, int] = (120, 30)) -> Terminal:
    return Terminal([*command(), *args, str(ARTICLE)], home, size=size)


def opened(home: Path, *args: str, size: tuple[int, int] = (120, 30)) -> Terminal:
    """The article is on the screen, with its panels where they have room."""
    terminal = reading(home, *args, size=size)
    terminal.wait_for("Tajik commander trained in America", "q quit")
    if not args:
        terminal.wait_for("○ Gulmurod", "12   He is one of")
    return terminal


def test_an_article_is_searched_followed_and_left(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        assert terminal.alternate
        terminal.wait_for("Paragraphs  12", "Quotes  4", "People and places  17", "¶ 1/12")

        terminal.type("/")
        terminal.wait_for("search in the article")
        terminal.type("business trip")
        terminal.wait_for("/ business trip", "1/1")
        terminal.type("\r")
        terminal.wait_for("business trip 1/1")
        terminal.wait_gone("/ business trip")

        terminal.type("\x1b")  # clears the hits
        terminal.wait_gone("business trip 1/1")

        terminal.type("@")
        terminal.wait_for("►○ Gulmurod")
        terminal.type("\r")
        terminal.wait_for("Gulmurod Khalimov 3/4")  # the first one from here on
        terminal.type("n")
        terminal.wait_for("Gulmurod Khalimov 4/4", "¶ 11/12")
        terminal.type("n")
        terminal.wait_for("Wrapped to the top: 1/4.")

        terminal.type("q")  # back to the text from the list of names
        terminal.wait_for("q quit")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored
        assert not terminal.text.strip()


def test_quitting_restores_the_previous_content_of_the_terminal(tmp_path: Path) -> None:
    shell = 'echo "words before"; "$@"; echo "and after: $?"'
    with Terminal(["sh", "-c", shell, "sh", *command(), str(ARTICLE)], tmp_path) as terminal:
        terminal.wait_for("Tajik commander", "q quit")
        assert "words before" not in terminal.text
        terminal.type("q")
        terminal.wait_exit()
        assert terminal.lines[:2] == ["words before", "and after: 0"]
        assert terminal.restored


def test_the_same_sentence_stays_on_top_at_every_size(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.type("3G")
        terminal.wait(lambda t: _on_top(t, "The picture has since"), "for paragraph 3 on top")
        for size in ((60, 20), (160, 30), (90, 24), (40, 12), (120, 30)):
            terminal.resize(*size)
            terminal.wait(
                lambda t: _on_top(t, "The picture has since") and "¶ 3/12" in t.lines[-1],
                f"for the sentence on top at {size}",
            )
        terminal.type("q")
        assert terminal.wait_exit() == 0


def _on_top(terminal: Terminal, words: str) -> bool:
    """Whether the words are in the first row of text. A high window has a blank row above it."""
    return any(words in line for line in terminal.lines[:2])


def test_the_mouse_turns_the_page_and_follows_a_name(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        before = terminal.lines
        terminal.wheel(60, 10)
        terminal.wait(lambda t: t.lines[5:8] != before[5:8], "for the text to move")
        words = "Khalimov commanded the special"
        row = next(i for i, line in enumerate(terminal.lines) if words in line)
        terminal.click(terminal.lines[row].index(words) + 3, row)
        terminal.wait_for("Gulmurod Khalimov 2/4")


@pytest.mark.parametrize("moment", ["at once", "when the screen is taken"])
def test_keys_typed_before_the_first_frame_take_effect(moment: str, tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        if moment != "at once":
            terminal.wait(lambda t: ALTERNATE in t.screen.modes, "for the alternate screen")
        terminal.type("G")
        terminal.wait_for(LAST_WORDS, "¶ 12/12")


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ("@", "►○ Gulmurod"),
        ('"', "►Gulmurod Khalimov"),
        ("t", "►  1"),
        ("?", "what do you want to do?"),
        ("T", "nord"),
        ("z", LAST_WORDS),
    ],
)
def test_every_kind_of_key_may_come_before_the_first_frame(keys: str, seen: str, tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.type(keys)
        if keys == "z":
            terminal.type("G")
        terminal.wait_for(seen)
        assert terminal.process.poll() is None


@pytest.mark.parametrize("moment", ["at once", "when the screen is taken", "at the first words"])
def test_q_quits_at_any_moment(moment: str, tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        if moment == "when the screen is taken":
            terminal.wait(lambda t: ALTERNATE in t.screen.modes, "for the alternate screen")
        elif moment == "at the first words":
            terminal.wait_for("Tajik commander")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored
        assert "Tajik" not in terminal.text


def test_keys_typed_at_once_are_handled_in_order(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.type("/business trip\r")
        terminal.wait_for("business trip 1/1")
        terminal.type("\x1b")
        terminal.wait_gone("business trip 1/1")
        terminal.type("3G/Rahmon\r")
        terminal.wait_for("Rahmon 1/4", "¶ 6/12")


def test_zen_mode_starts_without_panels(tmp_path: Path) -> None:
    with opened(tmp_path, "--zen") as terminal:
        assert "Quotes" not in terminal.text
        terminal.type("z")
        terminal.wait_for("Paragraphs  12", "Quotes  4")
        terminal.type("z")
        terminal.wait_gone("Paragraphs  12", "Quotes  4")


def test_the_library_opens_an_article_and_comes_back(tmp_path: Path) -> None:
    with Terminal(command(), tmp_path) as terminal:
        terminal.wait_for("A tour of the reader", "Enter read")
        terminal.type("/")
        terminal.wait_for("words of a title")
        terminal.type("tajik")
        terminal.wait(lambda t: "A tour of the reader" not in t.text, "for the others to go")
        terminal.type("\r")
        terminal.wait_for("The head of an elite police unit", "q back")
        terminal.type("q")
        terminal.wait_for("tajik", "Esc all again")  # as it was left
        terminal.type("\x1b")
        terminal.wait_for("A tour of the reader", "q quit")
        terminal.type("q")
        assert terminal.wait_exit() == 0
        assert terminal.restored
        assert terminal.screen.modes[CURSOR]
