"""What the source did not give is found after the first frame, without moving the text."""

from __future__ import annotations

from reader.app import ReaderApp
from reader.formats.load import Loaded, load_text
from reader.screens.reading import ReadingScreen

ARTICLE = """title: The bridge
paragraphs:
  - “We woke up, and the bridge was gone,” said Marta Hollin, the mayor of Orsk.
  - Ms Hollin had not slept.
"""


def loaded(head: str = "") -> Loaded:
    return load_text((head + ARTICLE).encode(), "bridge.yaml")


async def test_quotes_and_names_come_into_text_and_panels() -> None:
    app = ReaderApp(loaded())
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        (quote,) = screen.page.document.quotes
        assert quote.speaker == "Marta Hollin"
        assert "Marta Hollin" in {entity.name for entity in screen.page.document.entities}
        assert screen.quotes is not None
        assert screen.quotes.item_count() == 1
        assert any(name.startswith("quote-") for _, _, name in screen.view.article_layers[0])


async def test_a_file_that_gives_them_empty_is_the_authority() -> None:
    app = ReaderApp(loaded("quotes: []\nentities: []\n"))
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.page.document.quotes == ()
        assert screen.page.document.entities == ()


async def test_the_text_stays_where_it_is_meanwhile() -> None:
    app = ReaderApp(loaded())
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("j", "j")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        top = screen.view.top
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.view.top == top
