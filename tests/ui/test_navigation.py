"""From article to article, and through the library; the way back itself: `screens/test_returning.py`."""

from __future__ import annotations

from pathlib import Path

from reader.resources import bundled
from reader.sources.load import load
from reader.ui.app import ReaderApp
from reader.ui.screens.library import ArticleList, LibraryScreen
from tests.article_text import load_text
from tests.ui.reading_app import RIVER, app_of, press, reading, screen


async def test_the_library_opens_an_article_and_escape_comes_back_to_it() -> None:
    async with ReaderApp(None).run_test(size=(120, 40)) as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, "slash", *"tajik", "enter")
        await pilot.pause()
        assert "Tajik" in screen(pilot).page.document.title
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pilot.press("escape", "q")
        assert pilot.app.return_code == 0


async def test_another_article_is_chosen_over_this_one() -> None:
    own = load(str(bundled("content") / "feature.yaml"))
    async with reading(own) as pilot:
        first = screen(pilot)
        await press(pilot, "B")
        listed = pilot.app.screen
        assert isinstance(listed, LibraryScreen)
        articles = listed.query_one("#articles", ArticleList)
        assert articles.listed[articles.cursor].path == own.path
        await press(pilot, "escape")
        assert screen(pilot) is first
        await press(pilot, "B", "g", "enter")
        await pilot.pause()
        assert screen(pilot) is not first
        await press(pilot, "escape")
        assert screen(pilot) is first


async def test_an_article_with_a_fault_is_said_and_not_opened(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: [/]\nparagraphs: 3\n")
    async with ReaderApp(load_text(RIVER, "river.yaml")).run_test(notifications=True) as pilot:
        before = screen(pilot)
        app_of(pilot).articles.open_path(bad)
        await pilot.pause()
        assert screen(pilot) is before
        shown = [str(toast.render()) for toast in before.query("Toast")]  # markup in it would have raised
        assert len(shown) == 1
        assert "bad.yaml:" in shown[0]
