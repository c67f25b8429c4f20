"""Keys that arrive together do what they do one after the other."""

from __future__ import annotations

from textual import events

from reader.app import ReaderApp
from reader.formats.load import load
from reader.resources import bundled
from reader.screens.reading import ReadingScreen


async def test_n_straight_behind_enter_steps_and_is_not_searched_for() -> None:
    app = ReaderApp(load(str(bundled("content") / "khalimov.yaml")))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for key, character in [("slash", "/"), *((c, c) for c in "video"), ("enter", "\r"), ("n", "n")]:
            app.post_message(events.Key(key, character))
        await pilot.pause()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.active is not None
        assert screen.active.label == "video"
        assert screen.active.position == 1
        assert not screen.searching
