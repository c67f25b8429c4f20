"""`reader FILE#h-…` and `reader FILE#q-…` open the article with that highlight or quote in the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.memory import Memory
from reader.model import HighlightId, Place, Quote, QuoteKey, Span
from reader.reading.identities import quote_keys, with_ids
from reader.sources.open import Loaded
from reader.ui.app import ReaderApp
from reader.ui.screens.note import NoteScreen
from tests.article_text import load_text
from tests.loaded import load
from tests.ui.reading_app import RIVER, long_article, screen, status, until

MARKED = """\
highlights:
  - {text: The last needle, color: green, made: "2026-11-30T10:12:00Z"}
  - {note: On all of it, made: "2026-11-30T10:13:00Z"}
  - {text: words that are gone, made: "2026-11-30T10:14:00Z"}
"""


def article() -> Loaded:
    return load_text(long_article() + MARKED, "long.yaml")


def ids(loaded: Loaded) -> list[HighlightId]:
    return [one.id for one in with_ids(loaded.document.highlights)]


@pytest.mark.parametrize("size", [(140, 30), (60, 20), (20, 5)])
async def test_the_highlight_is_in_the_window(size: tuple[int, int]) -> None:
    loaded = article()
    async with ReaderApp(loaded, target=ids(loaded)[0]).run_test(size=size) as pilot:
        await pilot.pause()
        view = screen(pilot).view
        assert view.place == Place(58, 0)
        assert view.flow.y_of(view.place) in view.rows_in_sight()
        if size[0] >= 100:
            assert "¶ 59/60" in status(pilot)


async def test_the_article_opens_at_the_highlight_even_if_it_was_left_elsewhere(tmp_path: Path) -> None:
    loaded = article()
    memory = Memory(tmp_path)
    async with ReaderApp(loaded, memory=memory).run_test(size=(60, 20)) as pilot:
        await pilot.press("2", "0", "G", "t")
        await pilot.pause()
    memory.close()
    memory = Memory(tmp_path)
    async with ReaderApp(loaded, memory=memory, target=ids(loaded)[0]).run_test(size=(60, 20)) as pilot:
        reader = screen(pilot)
        await until(pilot, lambda: reader.reading.sidebar is not None and reader.reading.sidebar.is_mounted)
        await pilot.pause()
        assert reader.view.place == Place(58, 0)
        assert not any(panel.has_class("-open") for panel in reader.panes.panels())
        await pilot.press("apostrophe", "apostrophe")
        assert reader.view.place == Place(19, 0)
    memory.close()


async def test_an_unknown_highlight_is_reported() -> None:
    app = ReaderApp(load_text(RIVER, "river.yaml"), target=HighlightId("1a2b3c4d"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "There is no highlight h-1a2b3c4d in this article." in status(pilot)


async def test_a_note_on_the_article_is_opened_and_a_lost_highlight_reported() -> None:
    loaded = article()
    async with ReaderApp(loaded, target=ids(loaded)[1]).run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteScreen))
    async with ReaderApp(loaded, target=ids(loaded)[2]).run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "are no longer in the text" in status(pilot))


async def test_only_the_first_article_opens_at_the_highlight() -> None:
    loaded = article()
    app = ReaderApp(loaded, target=ids(loaded)[0])
    async with app.run_test(size=(120, 30)) as pilot:
        app.articles.open_loaded(load_text(RIVER, "river.yaml"))
        await pilot.pause()
        assert "no highlight" not in status(pilot)


def key(loaded: Loaded, words: str) -> QuoteKey:
    """The key of a quote of an article."""
    quotes = loaded.document.quotes
    return dict(zip((quote.text for quote in quotes), quote_keys(quotes), strict=True))[words]


@pytest.mark.parametrize("size", [(140, 30), (60, 20)])
async def test_the_article_opens_at_a_quote(size: tuple[int, int]) -> None:
    loaded = load_text(RIVER, "river.yaml")
    async with ReaderApp(loaded, target=key(loaded, "We woke up")).run_test(size=size) as pilot:
        reader = screen(pilot)
        await until(pilot, lambda: reader.session.current_quote() is not None)
        assert reader.view.place == Place(1, 1)
        assert reader.view.flow.y_of(reader.view.place) in reader.view.rows_in_sight()


async def test_the_article_opens_at_a_quote_that_is_detected_later(tmp_path: Path) -> None:
    source = tmp_path / "bridge.md"
    said = "“The bridge is gone,” said Ada Okafor on Monday.\n"
    source.write_text("# The bridge\n\n" + "Nobody came.\n\n" * 40 + said)
    loaded = load(str(source))
    found = QuoteKey(quote_keys([Quote("The bridge is gone,", ())])[0])
    async with ReaderApp(loaded, target=found).run_test(size=(100, 30)) as pilot:
        reader = screen(pilot)
        await until(pilot, lambda: reader.session.current_quote() is not None)
        assert reader.view.place.block == 40


async def test_an_unknown_quote_is_reported() -> None:
    app = ReaderApp(load_text(RIVER, "river.yaml"), target=QuoteKey("1a2b3c4d"))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "There is no quote q-1a2b3c4d in this article." in status(pilot))


async def test_the_article_opens_at_a_passage_and_a_place_beyond_the_text_is_the_nearest_one() -> None:
    for span, place in ((Span(58, 4, 8), Place(58, 4)), (Span(9_999, 0, 4), Place(59, 0))):
        async with ReaderApp(article(), target=span).run_test(size=(60, 20)) as pilot:
            await pilot.pause()
            view = screen(pilot).view
            assert view.place == place
            assert view.flow.y_of(view.place) in view.rows_in_sight()
