"""Opening a link in the reader, and going back to its article."""

from __future__ import annotations

import pytest

from reader.reading.session import session_of
from reader.sources.ref import UrlSource
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text

FIRST = b"title: First\nmarkup: markdown\nparagraphs: ['See [the second](https://example.org/2) for more.']\n"
SECOND = b"title: Second\nparagraphs: [Here it is.]\n"


async def test_the_jump_list_returns_from_a_followed_link(monkeypatch: pytest.MonkeyPatch) -> None:
    app = ReaderApp(load_text(FIRST, "first.yaml"))
    asked: list[str] = []

    def arrive(source: UrlSource) -> None:
        asked.append(source.url)
        app.push_screen(ReadingScreen(session_of(load_text(SECOND, source.url)), app.size))

    monkeypatch.setattr(app.articles, "open_source", arrive)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("L")
        await pilot.press("r")
        await pilot.pause()
        assert asked == ["https://example.org/2"]
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.page.document.title == "Second"
        await pilot.press("O")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.page.document.title == "First"
