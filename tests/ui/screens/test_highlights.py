"""The list of highlights and notes: its rows, its filter and its keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reader.model import Place
from reader.reading.active_set import HighlightsOf
from reader.ui.screens.highlights import HighlightsScreen
from reader.ui.screens.note import NoteScreen
from reader.ui.screens.prompt import PromptScreen
from reader.ui.screens.reading.screen import ReadingScreen
from tests.loaded import load
from tests.ui.reading_app import RIVER, press, reading, screen, settled, status, until
from tests.ui.widgets.lines import rows

FILE = (
    RIVER
    + """\
highlights:
  - {text: Nobody knows, color: pink, note: "Really? #check", made: 2026-11-30}
  - {text: We woke up, color: green}
  - {text: the Lenne rose, note: "How high? #river"}
  - {text: nobody wrote this, color: blue, note: Where is it}
  - {note: 'All of it. #check'}
"""
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An article file with five highlights: a note on the article, three in the text, one that is lost."""
    path = tmp_path / "river.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@asynccontextmanager
async def listed(file: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[int]]:
    """The list over the article in a file."""
    async with reading(load(str(file)), size=size) as pilot:
        await press(pilot, "A")
        yield pilot


def shown(pilot: Pilot[int]) -> list[str]:
    """The rows of the list, without blanks at their ends."""
    assert isinstance(pilot.app.screen, HighlightsScreen)
    return [row.strip() for row in rows(pilot.app.screen.query_one("#highlights")) if row.strip()]


def title(pilot: Pilot[int]) -> str:
    return "\n".join(rows(pilot.app.screen.query_one("#dialog-title"))).strip()


def hints(pilot: Pilot[int]) -> str:
    return " ".join("\n".join(rows(pilot.app.screen.query_one("#dialog-hints"))).split())


def saved(file: Path) -> list[tuple[str, str, str]]:
    return [(one.text, one.color.value, one.note) for one in load(str(file)).document.highlights]


async def test_highlights_are_listed_in_reading_order_with_their_details(file: Path) -> None:
    async with listed(file) as pilot:
        assert title(pilot).startswith("Highlights and notes")
        assert "5" in title(pilot)
        found = [row.lstrip("▌ ") for row in shown(pilot)]
        assert found == [
            "· The whole article",
            "≡ All of it. #check",
            "▍ the Lenne rose",
            "≡ How high? #river",
            "¶ 1 · yellow",
            "▍ We woke up",
            "¶ 2 · green · Ada Okafor",
            "▍ Nobody knows",
            "≡ Really? #check",
            "¶ 5 · pink · 30 November 2026",
            "▯ nobody wrote this",
            "≡ Where is it",
            "lost · blue",
        ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("#check", ["Really? #check", "All of it. #check"]),
        ("#check knows", ["Really? #check"]),
        ("woke", [""]),
        ("GREEN", [""]),
        ("ada", [""]),
        ("lost", ["Where is it"]),
        ("article", ["All of it. #check"]),
        ("nowhere", []),
    ],
)
async def test_typed_words_find_highlights(words: str, found: list[str], file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "slash", *words)
        listing = shown(pilot)
        if not found:
            assert listing == ["No matches."]
            await press(pilot, "enter", "D", "e", "1", "m", "r", "n")  # nothing to change
            assert len(saved(file)) == 5
            return
        notes = [row.lstrip("▌ ").removeprefix("≡ ") for row in listing if "≡" in row]
        assert sorted(notes) == sorted(filter(None, found))
        assert sum("▍" in row or "▯" in row or "whole article" in row for row in listing) == len(found)
        await press(pilot, "enter", "D")
        assert len(saved(file)) == 4
        await press(pilot, "escape")  # all of them again
        assert isinstance(pilot.app.screen, HighlightsScreen)
        assert "4" in title(pilot)
        await press(pilot, "escape")
        assert screen(pilot)


async def test_letters_are_text_in_the_filter(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "slash", *"Dean")
        assert pilot.app.screen.query_one(Input).value == "Dean"
        assert len(saved(file)) == 5


async def test_digits_set_colours_and_the_list_shows_them_at_once(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "j", "5")
        assert saved(file)[2] == ("the Lenne rose", "purple", "How high? #river")
        assert any("¶ 1 · purple" in row for row in shown(pilot))
        assert "Highlight “the Lenne rose” set to purple. U to undo." in hints(pilot)
        await press(pilot, "5")
        assert "Nothing to change: it is like that already." in hints(pilot)
        await press(pilot, "U")
        assert file.read_text() == FILE
        assert any("¶ 1 · yellow" in row for row in shown(pilot))
        await press(pilot, "k", "3")  # a note on the article has no colour
        assert file.read_text() == FILE


async def test_a_highlight_is_removed_and_comes_back(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "j", "D")
        assert "Removed the highlight “the Lenne rose”. U to undo." in hints(pilot)
        assert not any("the Lenne rose" in row for row in shown(pilot))
        await press(pilot, "D", "D", "D", "D")
        assert shown(pilot) == ["No highlights yet."]
        assert "to undo" in hints(pilot)
        assert "highlights" not in file.read_text()
        await press(pilot, *"UUUUU")
        assert file.read_text() == FILE


async def test_notes_are_edited_over_the_list(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "j", "e")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == "How high? #river"
        await press(pilot, *" Very.", "ctrl+s")
        assert any("How high? #river Very." in row for row in shown(pilot))
        assert saved(file)[2][2] == "How high? #river Very."
        await press(pilot, "a", *"New.", "ctrl+s")
        assert saved(file)[-1] == ("", "yellow", "New.")
        assert "6" in title(pilot)
        await press(pilot, "g", "e", *"!", "ctrl+s")
        assert "All of it. #check!" in [note for *_, note in saved(file)]


async def test_an_emptied_note_on_the_article_is_removed(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "e", *["backspace"] * 20, "ctrl+s")
        assert len(saved(file)) == 4
        assert "Note on the article removed." in hints(pilot)


async def test_enter_goes_to_the_words_and_opens_a_note_on_the_article(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "j", "j", "enter")
        assert screen(pilot).view.place == Place(1, 1)
        await press(pilot, "A", "g", "enter")
        assert isinstance(pilot.app.screen, NoteScreen)
        await press(pilot, "escape", "A", "G", "enter")
        assert "The words of this highlight are no longer in the text." in status(pilot)


async def test_the_cursor_begins_on_the_highlight_at_the_place(file: Path) -> None:
    async with reading(load(str(file))) as pilot:
        await press(pilot, "5", "G", "A", "D")
        assert saved(file)[0][0] == "We woke up"


async def test_the_listed_highlights_are_stepped_through(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "slash", *"#check", "enter", "n")
        active = screen(pilot).session.active
        assert active is not None
        assert isinstance(active.subject, HighlightsOf)
        assert (active.label, len(active.matches)) == ("Highlights", 1)
        assert "Highlights 1/1" in status(pilot)
        await press(pilot, "escape", "A", "n")
        active = screen(pilot).session.active
        assert active is not None
        assert len(active.matches) == 3


async def test_a_list_of_lost_highlights_cannot_be_stepped_through(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "slash", *"lost", "enter", "n")
        assert isinstance(pilot.app.screen, HighlightsScreen)
        assert "These highlights have no place in the text." in hints(pilot)


async def test_a_removed_highlight_leaves_the_active_set(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "n", "A", "j", "D", "escape")
        active = screen(pilot).session.active
        assert active is None or len(active.matches) == 2


async def test_a_colour_has_a_name_that_is_shown_and_found(file: Path) -> None:
    async with listed(file) as pilot:
        await press(pilot, "j", "r")
        assert isinstance(pilot.app.screen, PromptScreen)
        await press(pilot, *"to check", "enter")
        assert any("¶ 1 · to check" in row for row in shown(pilot))
        await press(pilot, "slash", *"to check", "enter")
        assert sum("▍" in row for row in shown(pilot)) == 1


async def test_a_list_without_highlights_offers_a_note_on_the_article(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(RIVER)
    async with listed(path) as pilot:
        assert shown(pilot) == ["No highlights yet."]
        assert hints(pilot) == "a note on the article Esc close"
        await press(pilot, *"Dem1rn", "slash", "escape")
        assert path.read_text() == RIVER
        await press(pilot, "a", *"All.", "ctrl+s")
        assert saved(path) == [("", "yellow", "All.")]
        assert any("All." in row for row in shown(pilot))


async def test_the_list_may_open_while_a_highlight_is_being_written(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(RIVER)
    async with reading(load(str(path))) as pilot:
        await pilot.press("1", "G", "H", "A")
        await press(pilot, "left")
        assert any("On the last night" in row for row in shown(pilot))


@pytest.mark.parametrize("size", [(1, 1), (20, 6), (20, 30), (60, 20), (160, 45)])
async def test_the_list_works_in_any_window(size: tuple[int, int], file: Path) -> None:
    async with listed(file, size) as pilot:
        assert isinstance(pilot.app.screen, HighlightsScreen)
        await press(pilot, "j", "2", "slash", *"river", "enter", "escape", "G", "D", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert len(saved(file)) == 4


async def test_quick_keys_remove_as_many_highlights(file: Path) -> None:
    async with listed(file) as pilot:
        for _ in range(3):
            pilot.app.post_message(events.Key("D", "D"))
        await until(pilot, lambda: len(load(str(file)).document.highlights) == 2)
        await settled(pilot)
        assert len(load(str(file)).document.highlights) == 2
        assert title(pilot).endswith("2")
