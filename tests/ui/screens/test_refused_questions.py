"""Keys that were typed as the answer to a refused question do nothing."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from reader.ui.screens.help import HelpScreen
from reader.ui.screens.reading.typed_answer import ANSWERING, TYPING
from tests.ui.reading_app import RIVER, long_article, press, reading, screen

NAMED = {"\r": "enter", "\x1b": "escape", "\b": "backspace", " ": "space", "@": "at"}
"""Textual's names of keys."""

BARE = "title: Bare\nparagraphs: [One., Two., Three.]\nquotes: []\nentities: []\n"


async def typed(pilot: Pilot[int], keys: str, rhythm: float = TYPING / 4, before: float = 0) -> None:
    """Post keys as somebody types them, `rhythm` seconds apart, the first in `before` seconds."""
    pressed = []
    for number, key in enumerate(keys):
        event = events.Key(NAMED.get(key, key), None if key in "\r\x1b\b" else key)
        pressed.append(event)
        event.time = pressed[0].time + number * rhythm
    for event in pressed:
        event.time += before
        pilot.app.post_message(event)
        await pilot.pause()


@pytest.mark.parametrize("question", "RKMS")
@pytest.mark.parametrize("ended", ["\r", "\x1b", ""])
async def test_the_answer_to_a_refused_question_runs_no_commands(question: str, ended: str) -> None:
    async with reading(BARE) as pilot:
        before, place, theme = screen(pilot), screen(pilot).view.place, pilot.app.theme
        # Each of these is a command: help, links, undo, save, quit, the articles, the palette.
        await typed(pilot, f"{question}GT ?LUsqB:5j\bm{ended}")
        reader = screen(pilot)
        assert reader is before
        assert (reader.view.place, pilot.app.theme) == (place, theme)
        assert reader.status.pending == ""
        assert reader.status.message.startswith("No ")
        assert pilot.app.is_running


@pytest.mark.slow
async def test_keys_after_the_end_of_the_answer_or_a_pause_are_commands() -> None:
    async with reading(BARE) as pilot:
        theme = pilot.app.theme
        await typed(pilot, "RT\rTj\r")
        assert pilot.app.theme != theme
        theme = pilot.app.theme
        await typed(pilot, "RTj\r", rhythm=2 * TYPING, before=10)
        assert pilot.app.theme != theme


@pytest.mark.slow
async def test_a_held_key_becomes_a_command_again() -> None:
    repeat = ANSWERING / 120.5
    async with reading(long_article().replace("paragraphs:", "entities: []\nparagraphs:")) as pilot:
        await typed(pilot, "R" + "j" * 125, rhythm=repeat)
        assert screen(pilot).view.top == 5
        # The next refusal has its own time limit.
        await typed(pilot, "R" + "j" * 5, rhythm=repeat, before=10)
        assert screen(pilot).view.top == 5


@pytest.mark.slow
async def test_a_key_that_types_nothing_is_a_command_and_ends_the_answer() -> None:
    async with reading(BARE) as pilot:
        theme = pilot.app.theme
        await press(pilot, "R", "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape", "T", "j")
        assert pilot.app.theme != theme


@pytest.mark.slow
async def test_the_answer_to_an_open_question_is_used() -> None:
    async with reading(RIVER) as pilot:
        await press(pilot, "at")
        await typed(pilot, "RT?")
        assert pilot.app.screen.query_one("#name", Input).value == "Ada OkaforT?"
