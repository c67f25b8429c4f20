"""Opening articles, also from the library. Going back: `screens/reading/test_article_history.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.resources import bundled
from reader.sources.ref import FileSource
from reader.ui.app import ReaderApp
from reader.ui.screens.library import ArticleItems, LibraryScreen
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.widgets.picker import Picker
from tests.article_text import load_text
from tests.loaded import load
from tests.ui.reading_app import RIVER, app_of, focus, press, reading, screen, seen, status, until
from tests.ui.widgets.lines import rows


async def listed(pilot: Pilot[int]) -> tuple[Picker, ArticleItems]:
    """The list of the library on the screen, as soon as it has articles."""
    assert isinstance(pilot.app.screen, LibraryScreen)
    articles = pilot.app.screen.query_one("#articles", Picker)
    items = articles.items
    assert isinstance(items, ArticleItems)
    await until(pilot, lambda: items.entries)
    return articles, items


async def test_the_library_opens_an_article_and_q_comes_back_to_it() -> None:
    async with ReaderApp(None).run_test(size=(120, 40)) as pilot:
        assert isinstance(pilot.app.screen, LibraryScreen)
        await listed(pilot)
        await press(pilot, "slash", *"tajik", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        assert "Tajik" in screen(pilot).page.document.title
        assert status(pilot).endswith("/ search ? help q back")
        await press(pilot, "escape")
        assert screen(pilot).status.message == "Nothing to close; q goes back."
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pilot.press("escape", "q")
        assert pilot.app.return_code == 0


async def test_another_article_is_chosen_over_this_one() -> None:
    own = load(str(bundled("content") / "feature.yaml"))
    async with reading(own) as pilot:
        first = screen(pilot)
        await press(pilot, "B")
        articles, items = await listed(pilot)
        assert items.entries[articles.cursor].path == own.path
        await press(pilot, "escape")
        assert screen(pilot) is first
        await press(pilot, "B")
        await listed(pilot)
        await press(pilot, "g", "enter")
        await until(
            pilot, lambda: pilot.app.screen is not first and isinstance(pilot.app.screen, ReadingScreen)
        )
        assert status(pilot).endswith("q back")
        await press(pilot, "q")
        assert screen(pilot) is first
        assert status(pilot).endswith("q quit")
        await press(pilot, "q")
        assert pilot.app.return_value == 0


async def test_escape_at_rest_stays_in_the_first_article_and_names_the_key_that_leaves() -> None:
    async with reading() as pilot:
        await press(pilot, "escape", "escape")
        assert screen(pilot).status.message == "Nothing to close; q leaves the reader."


@pytest.mark.parametrize("size", [(60, 24), (160, 40)])
async def test_q_leaves_a_panel_before_the_article(size: tuple[int, int]) -> None:
    async with reading(size=size) as pilot:
        for panel, key in (("navigator", "t"), ("quotes", "quotation_mark"), ("entities", "at")):
            await press(pilot, key)
            assert focus(pilot) == panel
            await press(pilot, "q")
            assert focus(pilot) == "article"
            assert (panel in seen(pilot)) == (size[0] == 160)
        await press(pilot, "q")
        assert pilot.app.return_value == 0


async def test_capital_q_and_the_palette_quit_from_an_article_of_the_library() -> None:
    for keys in (("Q",), ("colon", "q", "enter"), ("colon", *"wq", "enter")):
        async with ReaderApp(None).run_test(size=(120, 40)) as pilot:
            await listed(pilot)
            await press(pilot, "slash", *"tajik", "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
            await press(pilot, *keys)
            await until(pilot, lambda: pilot.app.return_value == 0)


async def test_the_fault_of_an_article_is_shown_until_escape_goes_back(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("title: [/]\nparagraphs: 3\n")
    async with ReaderApp(load_text(RIVER, "river.yaml")).run_test(notifications=True) as pilot:
        before = screen(pilot)
        app_of(pilot).articles.open_source(FileSource.at(bad))
        await until(pilot, lambda: pilot.app.screen.query("LoadingRows"))
        await until(pilot, lambda: "Esc back" in rows(pilot.app.screen.query_one("LoadingRows"))[-1])
        shown = " ".join(rows(pilot.app.screen.query_one("LoadingRows")))
        assert "bad.yaml" in shown
        assert "Line 1, column 8: title: expected text; found a list" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert screen(pilot) is before
