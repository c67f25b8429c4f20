"""A quote that is interrupted by "she said" is one quote for counting, stepping and copying."""

from __future__ import annotations

from reader.model import Block, Document, Quote, Span
from reader.sources.open import Loaded
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen

TEXT = "“People think so,” she said. “They are wrong.” Later she said: “No.”"


def quote(*words: str) -> Quote:
    pieces = tuple(Span(0, TEXT.index(w), TEXT.index(w) + len(w)) for w in words)
    return Quote(" … ".join(words), pieces, "Ada")


DOCUMENT = Document("T", (Block(TEXT),), quotes=(quote("People think so", "They are wrong"), quote("No")))


async def test_the_pieces_of_a_quote_act_as_one_match() -> None:
    app = ReaderApp(Loaded(DOCUMENT))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await pilot.press("quotation_mark", "enter", "escape")
        assert (screen.status.active_position, screen.status.active_count) == (1, 2)
        await pilot.press("y")
        assert app.clipboard == "People think so … They are wrong"
        await pilot.press("n", "y")
        assert screen.status.active_position == 2
        assert app.clipboard == "No"
