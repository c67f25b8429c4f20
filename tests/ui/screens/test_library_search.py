"""The search in all articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.config.directories import library_folder
from reader.library.open_index import OpenIndex
from reader.ui.app import ReaderApp
from reader.ui.screens import library_search
from reader.ui.screens.library_search import EXAMPLES, LibrarySearchScreen
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.widgets.picker import Picker
from tests.dialog_host import HOSTILE, Host, rows, sweep
from tests.library.shelf import Shelf
from tests.ui.reading_app import press, screen, status, until


@pytest.fixture
def shelf() -> Shelf:
    """The library folder of the test with two articles, and no index yet."""
    shelf = Shelf(library_folder().parent)
    shelf.folder = library_folder()
    shelf.folder.mkdir(parents=True, exist_ok=True)
    shelf.article(
        "Mill", "The mill stood dry.", "By June the river was back. “The river forgot us,” said Ada Okafor."
    )
    shelf.article("Ferry", "The ferry crosses the lake.")
    return shelf


def listed(pilot: Pilot[int]) -> list[str]:
    """The rows of the list that are not blank."""
    return [row for row in map(str.strip, rows(pilot, "#found")) if row]  # type: ignore[arg-type]


async def opened(pilot: Pilot[int], words: str) -> None:
    """Open the search from the library, type words, and wait until the index is in step with the files."""
    await press(pilot, "F")
    await until(pilot, lambda: isinstance(pilot.app.screen, LibrarySearchScreen))
    await pilot.press(*("space" if char == " " else char for char in words))
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_hits_are_listed_under_their_article(shelf: Shelf) -> None:
    async with ReaderApp(None).run_test(size=(100, 30)) as pilot:
        await opened(pilot, "river")
        await until(pilot, lambda: "Mill" in listed(pilot))
        assert listed(pilot) == [
            "Mill",
            "▌ ¶ 2    By June the river was back.",
            "¶ 2    “The river forgot us,” said Ada Okafor.",
        ]
        assert rows(pilot, "#library-search-title") == ["Search in all articles  1 article"]  # type: ignore[arg-type]


async def test_a_hit_opens_its_place_with_all_hits_to_step_through_and_q_returns_to_the_search(
    shelf: Shelf,
) -> None:
    async with ReaderApp(None).run_test(size=(120, 30)) as pilot:
        await opened(pilot, "river")
        await until(pilot, lambda: "Mill" in listed(pilot))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        active = screen(pilot).session.active
        assert active is not None
        assert (active.label, active.position, len(active.matches)) == ("river", 1, 2)
        assert "river 2/2" in status(pilot)
        await press(pilot, "n")
        assert "Wrapped to the top: 1/2" in status(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibrarySearchScreen)
        assert pilot.app.screen.query_one("#found", Picker).cursor == 1


async def test_articles_opened_from_two_searches_are_left_one_after_the_other(shelf: Shelf) -> None:
    async with ReaderApp(None).run_test(size=(120, 30)) as pilot:
        await opened(pilot, "river")
        await until(pilot, lambda: "Mill" in listed(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        await opened(pilot, "ferry")
        await until(pilot, lambda: "Ferry" in listed(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: screen(pilot).page.document.title == "Ferry")
        titles = []
        for _ in range(4):
            await press(pilot, "q" if isinstance(pilot.app.screen, ReadingScreen) else "escape")
            await pilot.pause()
            now = pilot.app.screen
            titles.append(now.page.document.title if isinstance(now, ReadingScreen) else type(now).__name__)
        assert titles == ["LibrarySearchScreen", "Mill", "LibrarySearchScreen", "LibraryScreen"]


async def test_an_empty_field_explains_the_query_language(shelf: Shelf) -> None:
    index = OpenIndex()
    async with Host(lambda: LibrarySearchScreen(index)).run_test(size=(100, 30)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shown = rows(pilot, "#found")
        assert all(example in " ".join(shown) for example, _ in EXAMPLES)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert rows(pilot, "#library-query")[0].strip() == EXAMPLES[1][0]
    index.close()


async def test_a_mistake_in_the_query_is_named_and_searched_as_words(shelf: Shelf) -> None:
    index = OpenIndex()
    async with Host(lambda: LibrarySearchScreen(index, "before:yesterday")).run_test(size=(100, 30)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "before: needs a date" in rows(pilot, "#library-search-note")[0]
        assert rows(pilot, "#found")[0].strip() == "No article has this."
    index.close()


async def test_further_hits_are_read_when_the_cursor_comes_near_them(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_search, "PAGE", 3)
    for number in range(20):
        shelf.article(f"Note {number:02}", "The stork returned.")
    index = OpenIndex()
    async with Host(lambda: LibrarySearchScreen(index, "stork")).run_test(size=(100, 30)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        picker = pilot.app.screen.query_one("#found", Picker)
        for _ in range(30):
            await pilot.press("down")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        assert (picker.items.count(), picker.cursor) == (20, 19)
    index.close()


async def test_foreign_text_and_a_damaged_index_do_no_harm(shelf: Shelf) -> None:
    shelf.article("Odd", HOSTILE, head=f"source: {{name: '{HOSTILE.replace(chr(39), chr(39) * 2)}'}}")
    index = OpenIndex()
    Path(index.database.path).write_bytes(b"not a database" * 500)
    index.close()
    async with Host(lambda: LibrarySearchScreen(index, "boom")).run_test(size=(100, 30)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert any("boom" in row for row in rows(pilot, "#found"))
    index.close()


async def test_it_works_in_any_window(shelf: Shelf) -> None:
    index = OpenIndex()
    await sweep(lambda: LibrarySearchScreen(index, "river"))
    index.close()
