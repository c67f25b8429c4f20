"""In a narrow window panels open over the article; the status line and the search bar stay visible."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from reader.resources import bundled
from reader.ui.app import ReaderApp
from tests.loaded import load

OVER = [((60, 20), "t"), ((60, 20), '"'), ((60, 20), "@"), ((100, 30), "t"), ((20, 5), "@"), ((79, 24), '"')]


def app() -> ReaderApp:
    return ReaderApp(load(str(bundled("content") / "khalimov.yaml")))


@pytest.mark.parametrize(("size", "key"), OVER)
async def test_the_status_line_stays_below_an_open_panel(size: tuple[int, int], key: str) -> None:
    async with app().run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        screen = pilot.app.screen
        panel = screen.focused
        assert panel is not None
        assert panel.id != "article"
        assert panel.region.bottom == size[1] - 1
        assert screen.get_widget_at(0, size[1] - 1)[0].id == "status"


@pytest.mark.parametrize(("size", "key"), OVER)
async def test_a_search_from_a_panel_shows_the_bar_and_the_text(size: tuple[int, int], key: str) -> None:
    async with app().run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        await pilot.press("slash", "k", "h", "a")
        await pilot.pause()
        screen = pilot.app.screen
        bar, article = screen.query_one("#search"), screen.query_one("#article")
        assert bar.region == Region(0, size[1] - 2, size[0], 1)
        assert bar in screen.get_widget_at(0, size[1] - 2)[0].ancestors_with_self
        assert screen.get_widget_at(article.region.x, article.region.y)[0] is article
