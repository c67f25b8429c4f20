"""The reading screen is styled once before the first frame, and again when a dialog has closed."""

from __future__ import annotations

import pytest

from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text
from tests.ui.reading_app import RIVER


@pytest.fixture
def restyled(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One item for each time that all widgets of a reading screen are styled again."""
    times: list[bool] = []
    update = ReadingScreen.update_node_styles

    def update_node_styles(self: ReadingScreen, animate: bool = True) -> None:
        times.append(animate)
        update(self, animate)

    monkeypatch.setattr(ReadingScreen, "update_node_styles", update_node_styles)
    return times


async def test_widgets_are_styled_once_before_the_first_frame(restyled: list[bool]) -> None:
    app = ReaderApp(load_text(RIVER, "river.yaml"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert restyled == []
        await pilot.press("?")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert restyled


async def test_a_window_that_is_too_small_is_styled_when_it_is_shown_first() -> None:
    app = ReaderApp(load_text(RIVER, "river.yaml"))
    async with app.run_test(size=(15, 4)) as pilot:
        await pilot.pause()
        too_small = app.screen.query_one("#too-small")
        assert too_small.display
        assert too_small.region.width == 15
