"""All changes that result from one action are painted in one frame; no frame shows a part of them."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.strip import Strip

from reader.reading.session import session_of
from reader.ui.screens.reading import search as searching
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.widgets.article_view import ArticleView
from tests.article_text import load_text
from tests.ui.reading_app import long_article, press, reading, screen
from tests.ui.widgets.lines import rows

Frame = tuple[list[str], ...]


def frames(reader: ReadingScreen, monkeypatch: pytest.MonkeyPatch) -> list[Frame]:
    """The rows of every part, recorded each time the article is painted from now on."""
    found: list[Frame] = []
    paint = ArticleView.render_lines

    def kept(view: ArticleView, crop: Region) -> list[Strip]:
        found.append(parts(reader))
        return paint(view, crop)

    monkeypatch.setattr(ArticleView, "render_lines", kept)
    return found


def parts(reader: ReadingScreen) -> Frame:
    shown = (
        reader.view,
        reader.ruler,
        reader.status,
        reader.reading.navigator,
        reader.reading.quotes,
        reader.reading.sidebar,
    )
    return tuple(rows(part) for part in shown if part is not None)


@pytest.mark.slow
async def test_a_search_typed_at_once_paints_only_its_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(searching, "PAUSE", 10)  # seconds, long enough for all keys to arrive
    async with reading(long_article()) as pilot:
        reader = screen(pilot)
        await reader.search.prepare_bar()
        await pilot.pause()
        found = frames(reader, monkeypatch)
        await press(pilot, "slash", *"30", "enter")
        assert reader.session.active is not None
        assert reader.view.place.block == 30
        assert found
        assert all(frame == parts(reader) for frame in found)


@pytest.mark.parametrize("sizes", [((60, 30), (120, 40)), ((120, 40), (60, 30)), ((100, 30), (100, 12))])
async def test_a_new_size_is_painted_after_all_parts_have_changed(
    sizes: tuple[tuple[int, int], tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(long_article(), size=sizes[0]) as pilot:
        reader = screen(pilot)
        await press(pilot, "3", "0", "G")
        found = frames(reader, monkeypatch)
        await pilot.resize_terminal(*sizes[1])
        await pilot.pause()
        assert found
        assert all(frame == parts(reader) for frame in found)


@pytest.mark.slow
async def test_the_search_bar_is_painted_without_a_further_key(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(long_article()) as pilot:
        reader = screen(pilot)
        await press(pilot, "slash")
        await pilot.pause()
        assert reader.search.bar is not None
        assert reader.search.bar.region.height == 1


@pytest.mark.slow
async def test_another_screen_is_painted_after_a_search_began(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "PAUSE", 10)
    async with reading(long_article()) as pilot:
        await pilot.app.push_screen(upper := ReadingScreen(session_of(load_text(long_article(3), "b.yaml"))))
        await pilot.pause()
        await upper.search.open()
        await pilot.app.pop_screen()
        found = frames(reader := screen(pilot), monkeypatch)
        await press(pilot, "j")
        await pilot.pause()
        assert reader.view.top == 1
        assert found
