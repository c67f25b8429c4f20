"""The keys of vi, less and newsboat: each one works, or the status line says what to press instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from textual.pilot import Pilot

from reader.keys.commands import Context
from reader.keys.keymap import DEFAULT_KEYMAP
from reader.keys.labels import key_of
from reader.ui.app import ReaderApp
from tests.article_text import load_text
from tests.ui.reading_app import focus, long_article, press, reading, screen, status
from tests.ui.sight import article, seen

SELECTS = "does nothing here; v selects words."
PREVIOUS = "does nothing here; N goes to the previous match."
HELP = "does nothing here; ? lists every key."
EDITS = "does nothing here; e edits the file."

WORKS, QUITS = "works", "quits"

VI: Mapping[str, str] = {
    "h": f"h {HELP}",
    "j": WORKS,
    "k": WORKS,
    "l": "No matches to list: / searches, @ lists the names.",
    "w": f"w {SELECTS}",
    "W": f"W {SELECTS}",
    "b": WORKS,
    "e": "This article did not come from a file; s saves it as one.",
    "x": f"x {EDITS}",
    "dd": WORKS,
    "u": WORKS,
    "p": f"p {PREVIOUS}",
    "P": f"P {PREVIOUS}",
    "o": "Opened https://example.org in the browser.",
    "i": WORKS,
    "a": WORKS,
    "r": "r does nothing here; ^l paints the screen again.",
    "c": "No changes in this article yet.",
    "~": f"~ {EDITS}",
    ":": WORKS,
    "/": WORKS,
    "?": WORKS,
    "n": WORKS,
    "N": WORKS,
    "*": WORKS,
    "#": "# does nothing here; * steps through the mentions of the name here.",
    "F": WORKS,
    ";": "; does nothing here; n goes to the next match.",
    ",": f", {PREVIOUS}",
    "v": WORKS,
    "V": WORKS,
    "^v": f"^v {SELECTS}",
    "y": WORKS,
    "$": f"$ {SELECTS}",
    "^": f"^ {SELECTS}",
    "{": WORKS,
    "}": WORKS,
    "(": "( does nothing here; { goes to the previous paragraph.",
    ")": ") does nothing here; } goes to the next paragraph.",
    "[[": WORKS,
    "]]": WORKS,
    "[x": "[x does nothing here (? for keys).",
    "`": "` does nothing here; ' x goes to mark x.",
    "^f": WORKS,
    "^b": WORKS,
    "^d": WORKS,
    "^u": WORKS,
    "^e": WORKS,
    "^y": WORKS,
    "^o": "Start of the jump list.",
    "^i": "^i does nothing here; I goes forward in the jump list.",
    "^r": "Nothing to redo.",
    "^w": "^w does nothing here; Tab moves to the next pane.",
    "^t": "^t does nothing here; O goes back in the jump list.",
    "^g": f"^g {HELP}",
    "^n": "^n does nothing here; j scrolls down one line.",
    "z": WORKS,
    "gg": WORKS,
    "G": WORKS,
    "ZZ": "Annotations shown.",
    "ZQ": QUITS,
    "q": QUITS,
    "←": WORKS,
    "→": WORKS,
    "Shift+→": f"Shift+→ {SELECTS}",
}

LESS: Mapping[str, str] = {
    "Space": WORKS,
    "f": WORKS,
    "d": WORKS,
    "g": WORKS,
    "<": WORKS,
    ">": WORKS,
    "J": "J does nothing here; j scrolls down one line.",
    "^k": "^k does nothing here; k scrolls up one line.",
    "^j": "^j does nothing here; Enter opens what is here.",
    "=": "Measure: 72 cells.",
    "-": WORKS,
    "&": "& does nothing here; l lists the matches.",
    "!": "! does nothing here; | pipes the article to a command.",
    "|": WORKS,
    "ma": WORKS,
    "'a": "No mark a. Press m x to set mark x.",
    "50%": WORKS,
    "Q": QUITS,
}

NEWSBOAT: Mapping[str, str] = {
    "Enter": WORKS,
    "O": "Start of the jump list.",
    "A": WORKS,
    "B": WORKS,
    "s": WORKS,
    "E": f"E {EDITS}",
    "Tab": WORKS,
    "^l": "",
    "Home": WORKS,
    "End": WORKS,
    "PgDn": WORKS,
    "PgUp": WORKS,
}

OTHERS: Mapping[str, str] = {
    "Backspace": "Backspace does nothing here; O goes back in the jump list.",
    "Del": "Del does nothing here (? for keys).",
    "F5": "F5 does nothing here (? for keys).",
    "Ctrl+Home": "Ctrl+Home does nothing here; g goes to the top.",
    "Alt+↑": "Alt+↑ does nothing here (? for keys).",
    "é": "é does nothing here (? for keys).",
}


def keys(written: str) -> list[str]:
    """The keys of a row of the table: one key, or several characters that are typed one after the other."""
    one = key_of(written)
    if one is not None and " " not in one:
        return [one]
    return [key_of(character) or "" for character in written]


@pytest.mark.parametrize("table", [VI, LESS, NEWSBOAT, OTHERS], ids=["vi", "less", "newsboat", "others"])
async def test_each_key_works_or_says_what_to_press(
    table: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    monkeypatch.setattr("reader.ui.browser.open_url", lambda url: None)
    monkeypatch.setattr(ReaderApp, "exit", lambda *_: left.append(1))
    wrong = {}
    async with ReaderApp(load_text(article(), "ledger.yaml")).run_test(size=(170, 30)) as pilot:
        await pilot.pause()
        for written, wanted in table.items():
            before = await at_rest(pilot)
            left.clear()
            await press(pilot, *keys(written))
            outcome = QUITS if left else screen(pilot).status.message if is_reading(pilot) else WORKS
            if outcome != wanted and not (wanted == WORKS and state(pilot) != before):
                wrong[written] = outcome
        await at_rest(pilot)
        monkeypatch.undo()
    assert wrong == {}


def is_reading(pilot: Pilot[int]) -> bool:
    """Whether no dialog is open."""
    return len(pilot.app.screen_stack) == 1


async def at_rest(pilot: Pilot[int]) -> str:
    """Close and clear everything, and go to a place from which every motion moves."""
    while not is_reading(pilot):
        await press(pilot, "escape")
    reader = screen(pilot)
    reader.selection.stop()
    reader.matches.deactivate()
    reader.panes.close_overlays()
    reader.remove_class("-zen")
    reader.view.measure = 72
    reader.reading.session = reader.session.with_memory({}, type(reader.session.jumps)())
    if reader.search.is_open:
        reader.search.cancel()
    reader.view.focus()
    reader.movement.show_top(20)
    reader.status.message = ""
    await pilot.pause()
    return state(pilot)


def state(pilot: Pilot[int]) -> str:
    """Everything that a key may change."""
    return f"{seen(pilot.app)} {focus(pilot)} {pilot.app.screen}"


async def test_top_may_be_pressed_twice_as_in_vi() -> None:
    async with reading(long_article(), (120, 30)) as pilot:
        reader = screen(pilot)
        await press(pilot, *"20Ggg")
        assert reader.view.top == 0
        await press(pilot, "apostrophe", "apostrophe")
        assert reader.view.place.block == 19
        await press(pilot, *"30gg")
        assert reader.view.place.block == 29
        assert reader.status.message == "Press g again to go to the top."
        await press(pilot, "g")
        assert reader.view.top == 0


@pytest.mark.parametrize(("key", "panes"), [("right", ("quotes", "entities")), ("left", ("navigator",))])
async def test_the_arrows_move_between_the_panes(key: str, panes: Iterable[str]) -> None:
    async with reading(size=(160, 40)) as pilot:
        for pane in panes:
            await press(pilot, key)
            assert focus(pilot) == pane
    async with reading(size=(60, 20)) as pilot:
        await press(pilot, key)
        assert "No panel is open" in status(pilot)


def test_every_letter_without_a_command_is_in_a_table() -> None:
    tables = {key for table in (VI, LESS, NEWSBOAT, OTHERS) for written in table for key in keys(written)}
    bound = DEFAULT_KEYMAP.keys_in(Context.ARTICLE)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert [letter for letter in letters if letter not in bound | tables] == []
