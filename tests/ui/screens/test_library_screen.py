"""The library, which opens if no source is given."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual import on
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from reader.config.directories import library_folder
from reader.library.folder import Entry
from reader.ui.messages import ArticleChosen
from reader.ui.screens import library
from reader.ui.screens.library import LibraryScreen, about, own_words
from reader.ui.widgets.picker import Picker
from tests.dialog_host import HOSTILE, OPEN, Host, rows, sweep
from tests.ui.widgets.lines import rows as rows_of

LISTED = (
    Entry(Path("tour.yaml"), "A tour of the reader", "Ten minutes, every key.", "Tour", minutes=6),
    Entry(
        Path("river.yaml"),
        "The day the river moved",
        "A flood redrew a border, and nobody is sure whose farms these are. " * 3,
        "Science",
        ("Ada Winther", "Jo Brandt"),
        "The Daily Example",
        "2015-05-28",
        8,
    ),
    Entry(Path("own.yaml"), "Quiet notes", bundled=False),
    Entry(Path("broken.yaml"), "broken.yaml", fault="is not YAML: line 3", bundled=False),
)


def screen() -> LibraryScreen:
    return LibraryScreen(LISTED)


async def looked_up(pilot: Pilot[None]) -> None:
    """Wait until the job has read the library."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_it_says_what_it_is_and_lists_the_articles() -> None:
    async with Host(screen).run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert rows(pilot, "#library-name") == ["reader"]
        shown = [" ".join(row.split()) for row in rows(pilot, "#articles")]
        assert shown[: shown.index("broken.yaml") + 2] == [
            "▌ A tour of the reader Start here",
            "▌ Ten minutes, every key.",
            "▌ 6 min",
            "",
            "The day the river moved Science",
            "A flood redrew a border, and nobody is sure whose farms these are. A flood",
            "redrew a border, and nobody is sure whose farms these are. A flood redrew a…",
            "Ada Winther, Jo Brandt · The Daily Example · 28 May 2015 · 8 min",
            "",
            "Your own",
            "",
            "Quiet notes",
            "",
            "broken.yaml",
            "is not YAML: line 3",
        ]


async def test_a_link_to_itself_is_one_row_with_its_fault_among_the_articles() -> None:
    library_folder().mkdir(parents=True)
    (library_folder() / "mine.yaml").write_text("title: Quiet notes\nparagraphs: [a]\n")
    (library_folder() / "loop.yaml").symlink_to("loop.yaml")
    async with Host(LibraryScreen).run_test(size=(100, 200)) as pilot:
        await looked_up(pilot)
        shown = [row.strip() for row in rows(pilot, "#articles")]
        assert "Quiet notes" in shown
        assert shown[shown.index("loop.yaml") + 1] == "is a symbolic link that leads to itself"


def test_the_line_about_an_article_may_be_empty() -> None:
    assert about(LISTED[2]) == ""


def test_the_library_folder_is_shown_with_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert own_words().startswith("Your own: reader FILE, or put it into ~")
    monkeypatch.setenv("HOME", "/nowhere")
    assert str(tmp_path) in own_words()


@pytest.mark.parametrize(("size", "least"), [((20, 5), 4), ((30, 10), 9), ((60, 20), 10)])
async def test_the_articles_have_most_rows_of_a_small_window(size: tuple[int, int], least: int) -> None:
    async with Host(screen).run_test(size=size) as pilot:
        await pilot.pause()
        listed = pilot.app.screen.query_one("#articles").region
        assert listed.height >= least
        assert pilot.app.screen.region.contains_region(listed)


@pytest.mark.slow
async def test_enter_ends_with_the_article() -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("j", "down", "k", "enter")
        assert host.result == Path("river.yaml")


async def test_it_begins_at_the_article_being_read() -> None:
    host = Host(lambda: LibraryScreen(LISTED, Path("own.yaml")))
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("enter")
        assert host.result == Path("own.yaml")


@pytest.mark.slow
async def test_a_click_chooses() -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#articles", offset=(10, 6))
        assert host.result == Path("river.yaml")


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_can_be_left(key: str) -> None:
    host = Host(screen)
    async with host.run_test() as pilot:
        await pilot.press(key)
        assert host.result is None


async def test_typing_finds() -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press(*"winther")
        await pilot.pause()
        assert rows(pilot, "#articles")[0].split()[:3] == ["▌", "The", "day"]
        assert hints(pilot).endswith("Esc all again")
        await pilot.press("enter")
        assert host.result == Path("river.yaml")


@pytest.mark.slow
async def test_after_slash_keys_of_the_list_are_text() -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("slash", *"quiet", "enter")
        assert host.result == Path("own.yaml")


@pytest.mark.parametrize("title", ["Juniper", "Kiln", "geese", "Geese", "Quarry"])
async def test_a_title_that_begins_with_a_key_of_the_list_is_typed_after_slash(title: str) -> None:
    listed = (*LISTED, Entry(Path("wanted.yaml"), title))
    host = Host(lambda: LibraryScreen(listed))
    async with host.run_test(size=(100, 60)) as pilot:
        await pilot.press("slash", *title)
        await pilot.pause()
        assert pilot.app.screen.query_one("#library-filter", Input).value == title
        await pilot.press("enter")
        assert host.result == Path("wanted.yaml")


@pytest.mark.parametrize("key", ["j", "k", "g", "G"])
async def test_without_slash_a_key_of_the_list_is_not_text(key: str) -> None:
    async with Host(screen).run_test(size=(100, 40)) as pilot:
        await pilot.press(key)
        assert not pilot.app.screen.query_one("#library-filter").has_focus


def hints(pilot: Pilot[None]) -> str:
    return rows(pilot, "#library-hints")[0]


@pytest.mark.slow
async def test_the_hints_say_which_keys_work_now() -> None:
    async with Host(screen).run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert hints(pilot) == "Enter read   j k move   / type to find   Esc back"
        await pilot.press("slash")
        assert hints(pilot) == "Enter read   ↑ ↓ move   Esc all again"
        await pilot.press(*"winther")
        await pilot.pause()
        assert hints(pilot) == "Enter read   Esc all again", "there is one article to read"
        await pilot.press("x")
        await pilot.pause()
        assert hints(pilot) == "Esc all again", "there is none"
        await pilot.press("escape")
        await pilot.pause()
        assert hints(pilot) == "Enter read   j k move   / type to find   Esc back"


async def test_arrow_and_page_keys_move_while_the_user_types() -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("slash", *"yaml", "down", "pagedown", "pageup", "down", "enter")
        assert host.result == Path("river.yaml")


@pytest.mark.slow
async def test_escape_clears_the_filter_and_then_leaves() -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press(*"xyz")
        await pilot.pause()
        assert rows(pilot, "#articles")[0].strip() == "No article has these words."
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert host.result is OPEN
        assert "A tour of the reader" in rows(pilot, "#articles")[0]
        await pilot.press("escape")
        assert host.result is None


@pytest.mark.parametrize("clear", [("escape",), ("backspace",) * len("moved")])
async def test_the_cursor_stays_on_its_article_when_the_filter_is_cleared(clear: tuple[str, ...]) -> None:
    host = Host(screen)
    async with host.run_test(size=(100, 40)) as pilot:
        await pilot.press("slash", *"moved")
        await pilot.press(*clear)
        await pilot.pause()
        articles = pilot.app.screen.query_one("#articles", Picker)
        assert articles.items.count() == len(LISTED)
        assert articles.cursor == 1


async def test_after_a_filter_that_finds_nothing_the_cursor_is_where_it_was() -> None:
    async with Host(screen).run_test(size=(100, 40)) as pilot:
        await pilot.press("down", "down", "slash", *"xyzzy")
        await pilot.pause()
        articles = pilot.app.screen.query_one("#articles", Picker)
        assert not articles.items.count()
        await pilot.press("escape")
        await pilot.pause()
        assert (articles.items.count(), articles.cursor) == (len(LISTED), 2)


async def test_as_the_only_screen_it_posts_a_message_instead_of_ending() -> None:
    class Alone(App[None]):
        heard: list[object] = []

        def get_default_screen(self) -> LibraryScreen:
            return screen()

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return Host(screen).get_theme_variable_defaults()

        @on(ArticleChosen)
        def _chosen(self, event: ArticleChosen) -> None:
            self.heard.append(event.path)

    app = Alone()
    async with app.run_test(size=(100, 40)) as pilot:
        assert app.screen.query_one("#library").styles.padding.left == 4, "its styles are read all the same"
        [shown] = rows_of(app.screen.query_one("#library-hints"))
        assert shown.endswith("/ type to find   q quit"), "there is nothing to go back to"
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert app.heard == [Path("tour.yaml")], "there is nothing to go back to"
        await pilot.press("q")
        await pilot.pause()
        assert app.heard == [Path("tour.yaml"), None]


async def test_markup_in_a_title_is_text() -> None:
    listed = (Entry(Path("a.yaml"), HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, HOSTILE),)
    async with Host(lambda: LibraryScreen(listed)).run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert all(HOSTILE in row for row in rows(pilot, "#articles")[:2])


@pytest.mark.slow
async def test_by_default_the_real_library_is_listed() -> None:
    async with Host(LibraryScreen).run_test(size=(100, 40)) as pilot:
        await looked_up(pilot)
        assert "Start here" in rows(pilot, "#articles")[0]


@pytest.mark.slow
async def test_the_library_is_on_the_screen_before_its_files_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, may_read = Event(), Event()

    def slow_entries(**_: object) -> tuple[Entry, ...]:
        reading.set()
        assert may_read.wait(60)
        return LISTED

    monkeypatch.setattr(library, "entries", slow_entries)
    host = Host(lambda: LibraryScreen(current=Path("own.yaml")))
    async with host.run_test(size=(100, 40)) as pilot:
        assert await asyncio.to_thread(reading.wait, 60)
        assert rows(pilot, "#articles")[0].strip() == "Looking at your articles …"
        await pilot.press("slash", *"yaml")  # keys work while the library is read
        may_read.set()
        await looked_up(pilot)
        await pilot.press("enter")
    assert host.result == Path("own.yaml"), "the cursor is on the article being read"


async def test_leaving_the_library_stops_reading_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, left, ended = Event(), Event(), Event()

    def slow_entries(check: Callable[[], object]) -> tuple[Entry, ...]:
        reading.set()
        assert left.wait(60)
        try:
            check()
        except BaseException:
            ended.set()
            raise
        return LISTED

    monkeypatch.setattr(library, "entries", slow_entries)
    host = Host(LibraryScreen)
    async with host.run_test(size=(100, 40)) as pilot:
        assert await asyncio.to_thread(reading.wait, 60)
        await pilot.press("escape")
        await pilot.pause()
        left.set()
        assert await asyncio.to_thread(ended.wait, 60)
    assert host.result is None


@pytest.mark.slow
async def test_every_size() -> None:
    await sweep(screen)
