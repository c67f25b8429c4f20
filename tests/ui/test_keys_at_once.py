"""Keys that arrive together have the same effect as keys typed one after the other."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from reader.ui.screens.help import HelpScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reading.screen import ReadingScreen
from tests.ui.reading_app import RIVER, focus, long_article, reading, screen, status, until

pytestmark = pytest.mark.slow

NAMED = {
    "/": "slash",
    "\r": "enter",
    "\x1b": "escape",
    "@": "at",
    '"': "quotation_mark",
    "'": "apostrophe",
    "?": "question_mark",
    ":": "colon",
    "|": "vertical_line",
    "*": "asterisk",
    " ": "space",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
}
"""Textual's names of keys."""


async def burst(pilot: Pilot[int], typed: str) -> None:
    """Post all keys before the first one is handled, as when they are pasted."""
    for character in typed:
        pilot.app.post_message(events.Key(NAMED.get(character, character), character))
    for _ in range(10):
        await pilot.pause()


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (160, 45)])
@pytest.mark.parametrize(
    ("typed", "label", "position"),
    [
        ("/Lenne\rn", "Lenne", 1),
        ("/Lenne\rnn", "Lenne", 2),
        ("@\rn", "Ada Okafor", 1),
        ("@j\rn", "J. Brandt", 0),  # wrapped
        ('"\rn', "“ Ada Okafor", 1),
        ('"jj\r', "“ J. Brandt", 0),
        ("t\r\x1b/rose\r", "rose", 0),
        ("*n", "Lenne", 1),
    ],
)  # fmt: skip
async def test_a_choice_is_handled_before_the_next_key(
    typed: str, label: str, position: int, size: tuple[int, int]
) -> None:
    async with reading(RIVER, size) as pilot:
        await burst(pilot, typed)
        active = screen(pilot).session.active
        assert active is not None
        assert (active.label, active.position) == (label, position)
        assert not screen(pilot).search.is_open


async def test_an_opened_dialog_gets_the_keys_that_follow() -> None:
    async with reading(RIVER) as pilot:
        theme = pilot.app.theme
        await burst(pilot, "?theme\rj\r")
        assert screen(pilot)
        assert pilot.app.theme != theme
        await burst(pilot, "?zen")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert pilot.app.screen.query_one("#help-filter", Input).value == "zen"
        await burst(pilot, "\x1b")
        await burst(pilot, '"ii')  # the card of Ada Okafor, who said the first quote
        await burst(pilot, "\x1bz")
        assert screen(pilot).has_class("-zen")


@pytest.mark.parametrize("size", [(60, 20), (160, 45)])
async def test_the_palette_runs_its_command_before_the_keys_that_follow(size: tuple[int, int]) -> None:
    async with reading(long_article(), size) as pilot:
        await burst(pilot, ":needle")
        await burst(pilot, "\x1b:last needle\r/needle\r")
        await pilot.app.workers.wait_for_complete()
        for _ in range(10):
            await pilot.pause()
        active = screen(pilot).session.active
        assert active is not None
        # The palette went to the second of two needles, so the search begins there.
        assert (active.label, active.position) == ("needle", 1)


async def test_the_library_is_filtered_and_an_article_chosen_in_one_go() -> None:
    async with reading(RIVER) as pilot:
        first = screen(pilot)
        await burst(pilot, "B/tajik\r")
        await until(
            pilot, lambda: pilot.app.screen is not first and isinstance(pilot.app.screen, ReadingScreen)
        )
        assert "Tajik" in screen(pilot).page.document.title
        await burst(pilot, "qz")
        assert screen(pilot) is first
        assert first.has_class("-zen")
        await burst(pilot, "Bbridge of no")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert pilot.app.screen.query_one("#library-filter", Input).value == "bridge of no"


async def test_a_slow_machine_loses_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    mount = LibraryScreen.on_mount

    async def slow_mount(self: LibraryScreen) -> None:
        await asyncio.sleep(0.8)  # as long as a busy machine may take
        mount(self)

    monkeypatch.setattr(LibraryScreen, "on_mount", slow_mount)
    async with reading(RIVER) as pilot:
        first = screen(pilot)
        await burst(pilot, "B/tajik\r")
        await until(
            pilot, lambda: pilot.app.screen is not first and isinstance(pilot.app.screen, ReadingScreen)
        )
        assert "Tajik" in screen(pilot).page.document.title


async def test_the_match_list_handles_keys_typed_at_once() -> None:
    async with reading(RIVER) as pilot:
        await burst(pilot, "/Lenne\rljj\r")
        assert status(pilot).count("Lenne 3/3") == 1


async def test_opening_and_closing_a_panel_and_moving_work_at_once() -> None:
    async with reading(long_article(), (60, 20)) as pilot:
        await burst(pilot, 't\x1bGtt"\x1b@@')
        assert focus(pilot) == "article"
        assert screen(pilot).view.top == screen(pilot).view.last_top


async def test_escape_and_a_key_sent_together_are_alt_and_the_key() -> None:
    async with reading(long_article()) as pilot:
        pilot.app.post_message(events.Key("alt+G", None))
        await burst(pilot, "?")
        assert isinstance(pilot.app.screen, HelpScreen)
        await burst(pilot, "\x1b")
        assert screen(pilot).view.top == screen(pilot).view.last_top


@pytest.mark.parametrize(
    ("typed", "number"), [("20G", 20), ("20Gj", 20), ("20G}", 21), ("5}{{?\x1b", 3), ("'", 0)]
)
async def test_a_count_applies_only_to_the_next_key(typed: str, number: int) -> None:
    async with reading(long_article(), (100, 30)) as pilot:
        await burst(pilot, typed)
        assert screen(pilot).session.version.number_of(screen(pilot).view.place.block) == number


async def test_a_waiting_key_is_delivered_after_its_widget_is_removed() -> None:
    async with reading(RIVER) as pilot:
        await burst(pilot, "?\x1bt\x1b?\x1b@\x1bj")
        assert focus(pilot) == "article"
