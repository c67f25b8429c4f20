"""Edits: corrections from the panels and the text, undo, and saving to the library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

import reader.library.amending
from reader.config.directories import library_folder
from reader.errors import ReaderError
from reader.library.memory import Memory
from reader.model import EntityType, Place
from reader.reading.active_set import QuotesBy
from reader.reading.session import session_of
from reader.resources import bundled
from reader.sources.open import Loaded
from reader.sources.ref import FileSource
from reader.ui.app import ReaderApp
from reader.ui.screens.reading import edits
from reader.ui.screens.reading.detection import DetectionController
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.screens.save_question import KeepQuestion
from tests.article_text import load_text
from tests.loaded import load
from tests.ui.reading_app import (
    RIVER,
    app_of,
    entity_id,
    focus,
    id_under_cursor,
    listed,
    name_under_cursor,
    press,
    quote_id,
    reading,
    screen,
    settled,
    status,
    until,
)
from tests.ui.widgets.lines import rows

FILE = "# By hand.\n" + RIVER.replace("title:", "title:  ", 1)
"""The same article with a comment and an extra blank, which edits must keep."""

WIDE = (160, 45)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An article file of the user's own."""
    path = tmp_path / "river.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat every key as typed after the user has read the message about the key before."""
    monkeypatch.setattr("reader.ui.screens.reading.typed_answer.TYPING", 0)


@asynccontextmanager
async def opened(file: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[tuple[Pilot[int], ReadingScreen]]:
    """The file on the reading screen."""
    async with reading(load(str(file)), size=size) as pilot:
        yield pilot, screen(pilot)


def names(reader: ReadingScreen | Path) -> list[str]:
    """The names of an article, on the screen or in its file."""
    document = load(str(reader)).document if isinstance(reader, Path) else reader.page.document
    return [entity.name for entity in document.entities]


def speakers(reader: ReadingScreen | Path) -> list[str]:
    """The speakers of an article, on the screen or in its file."""
    document = load(str(reader)).document if isinstance(reader, Path) else reader.page.document
    return [quote.speaker for quote in document.quotes]


async def burst(pilot: Pilot[int], keys: str) -> None:
    """Press keys that arrive all at once, as when the program was busy."""
    for key in keys:
        pilot.app.post_message(events.Key({"\r": "enter", "@": "at"}.get(key, key), key))
    for _ in range(6):
        await pilot.pause()
        await settled(pilot)


# -- names ---------------------------------------------------------------------------------------------


@pytest.mark.slow
async def test_renaming_changes_the_article_the_panel_and_the_file(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "R", *["backspace"] * 6, *"Winther", "enter")
        assert reader.page.document.entities[0].name == "Ada Winther"
        assert "Renamed Ada Okafor to Ada Winther. U to undo." in status(pilot)
        assert reader.reading.sidebar is not None
        assert any("Ada Winther" in row for row in rows(reader.reading.sidebar))
        assert names(file)[0] == "Ada Winther"
        assert speakers(file) == speakers(reader)
        assert file.read_text(encoding="utf-8").startswith("# By hand.\ntitle:   The day")


@pytest.mark.slow
async def test_a_new_type_moves_the_name_and_the_cursor_to_its_group(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "K", "2")
        assert reader.page.document.entities[0].type is EntityType.ORGANIZATION
        assert load(str(file)).document.entities[0].type is EntityType.ORGANIZATION
        assert reader.reading.sidebar is not None
        assert name_under_cursor(reader.reading.sidebar) == "Ada Okafor"
        assert reader.reading.sidebar.cursor == 2


async def test_merging_makes_the_name_an_alias_of_the_other(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "j", "M", *"okaf", "enter")
        assert names(reader) == names(file) == ["Ada Okafor", "Lenne", "Nobody at all"]
        assert "J. Brandt" in reader.page.document.entities[0].aliases
        assert reader.reading.sidebar is not None
        assert name_under_cursor(reader.reading.sidebar) == "Ada Okafor"


async def test_two_quick_removals_remove_two_names(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at")
        await burst(pilot, "XX")
        assert names(reader) == names(file) == ["Lenne", "Nobody at all"]
        assert focus(pilot) == "entities"


async def test_the_only_name_cannot_be_merged(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("title: One\nparagraphs: [Bo was here.]\nquotes: []\nentities: [{name: Bo}]\n")
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "M")
        assert reader.status.message == "There is no other name to merge it into."


@pytest.mark.slow
async def test_renaming_to_an_existing_name_is_refused(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "R", "ctrl+u", *"Lenne", "enter")
        assert reader.status.message == "There is already an entity named Lenne; merge the two instead."
        assert file.read_text(encoding="utf-8") == FILE


async def test_renaming_to_the_same_name_changes_nothing(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "R", "enter")
        assert reader.status.message == "Nothing to change: it is like that already."
        assert file.read_text(encoding="utf-8") == FILE


async def test_closing_the_dialog_corrects_nothing(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        for key in "RKM":
            await press(pilot, "at" if key == "R" else "j", key, "escape")
            assert pilot.app.screen is reader
        assert file.read_text(encoding="utf-8") == FILE


@pytest.mark.slow
async def test_keys_typed_before_the_dialog_opens_answer_it(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at")
        await burst(pilot, "K4")
        assert reader.page.document.entities[0].type is EntityType.PLACE
        await burst(pilot, "RX\r")
        assert "Ada OkaforX" in names(reader)


# -- quotes --------------------------------------------------------------------------------------------


@pytest.mark.slow
async def test_the_speaker_dialog_lists_the_nearest_people_first(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "G", "S", "enter")
        assert reader.status.message == "Nothing to change: it is like that already."
        await press(pilot, "S", "down", "enter")
        assert speakers(reader)[1] == speakers(file)[1] == "Ada Okafor"


async def test_a_typed_speaker_is_written(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "S", *"the mayor", "enter")
        assert speakers(reader)[0] == speakers(file)[0] == "the mayor"
        assert reader.reading.quotes is not None
        assert any("the mayor" in row for row in rows(reader.reading.quotes))


async def test_clearing_the_speaker_twice_shows_a_message(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "C")
        assert speakers(reader)[0] == speakers(file)[0] == ""
        await press(pilot, "C")
        assert reader.status.message.startswith("This quote has no speaker")


@pytest.mark.parametrize("key", ["D", "X"])
async def test_removing_a_quote_moves_the_cursor_to_the_next(file: Path, key: str) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "j", key)
        assert speakers(reader) == speakers(file) == ["Ada Okafor", "J. Brandt"]
        assert reader.reading.quotes is not None
        assert reader.reading.quotes.cursor == 1
        assert id_under_cursor(reader.reading.quotes) == quote_id(reader, 1)
        assert focus(pilot) == "quotes"


@pytest.mark.slow
async def test_the_filter_stays_while_its_speaker_has_a_quote(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "w", "D")
        assert reader.reading.quotes is not None
        assert reader.reading.quotes.speaker == "Ada Okafor"
        assert len(listed(reader.reading.quotes)) == 1
        await press(pilot, "D")
        assert reader.reading.quotes.speaker is None
        assert len(listed(reader.reading.quotes)) == 1


@pytest.mark.slow
async def test_the_filter_follows_a_renamed_speaker(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "w", "R", "x", "enter")
        assert reader.reading.quotes is not None
        assert reader.reading.quotes.speaker == "Ada Okaforx"
        assert reader.session.active is not None
        assert reader.session.active.subject == QuotesBy("Ada Okaforx")


# -- from the text -------------------------------------------------------------------------------------


async def test_in_the_text_the_target_is_the_name_at_the_place(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "*", "n", "K", "9")
        assert reader.page.document.entities[2].type is EntityType.OTHER
        assert reader.session.active is not None
        assert (reader.session.active.label, reader.session.active.position) == ("Lenne", 1)


async def test_without_a_name_at_the_place_the_target_is_the_active_name(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "*", "G", "X")
        assert "Lenne" not in names(reader)
        assert reader.session.active is None


@pytest.mark.slow
async def test_the_name_at_the_place_comes_before_the_active_name(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        reader.choose_entity(entity_id(reader, "Lenne"))
        reader.movement.show_place(reader.page.document.entities[1].mentions[0].place)
        await press(pilot, "X")
        assert "J. Brandt" not in names(reader)
        assert reader.session.active is not None
        assert reader.session.active.label == "Lenne"


@pytest.mark.slow
async def test_in_the_text_the_target_is_the_quote_at_the_place(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        reader.movement.show_place(reader.page.document.quotes[2].pieces[0].place)
        await press(pilot, "D")
        assert [quote.text for quote in reader.page.document.quotes] == ["We woke up", "The border stands"]


async def test_the_target_is_the_only_quote_of_the_paragraph(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, *"4G", "C")
        assert speakers(reader) == ["Ada Okafor", "", "Okafor"]


async def test_the_target_is_the_current_quote(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        reader.choose_quote(quote_id(reader, 0))
        await press(pilot, "C")
        assert speakers(reader)[0] == ""


@pytest.mark.slow
async def test_the_target_is_the_next_name_or_quote_in_the_paragraph(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, *"2G", "X")
        assert "Ada Okafor" not in names(reader)
        await press(pilot, *"2G", "D")
        assert "We woke up" not in {quote.text for quote in reader.page.document.quotes}


@pytest.mark.usefixtures("unhurried")
async def test_a_correction_without_a_target_shows_a_message(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        reader.view.show_place(Place(0, 50))  # after the last name of the paragraph
        await press(pilot, "R")
        assert reader.status.message.startswith("No name here")
        await press(pilot, "D")
        assert reader.status.message.startswith("No quote here")
        await press(pilot, "at", "S")
        assert reader.status.message.startswith("No quote here")
        await press(pilot, "escape", "U")
        assert reader.status.message.startswith("Nothing to undo")


@pytest.mark.usefixtures("unhurried")
async def test_an_article_without_names_and_quotes_says_so(tmp_path: Path) -> None:
    file = tmp_path / "bare.yaml"
    file.write_text("title: Bare\nparagraphs: [A line.]\nquotes: []\nentities: []\n")
    async with opened(file) as (pilot, reader):
        for key in "RKMX":
            await press(pilot, key)
            assert reader.status.message == "No names are marked in this article."
        for key in "SCD":
            await press(pilot, key)
            assert reader.status.message == "No quotes are marked in this article."


async def test_a_name_is_corrected_from_one_of_its_quotes(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "j", "K", "3")
        assert reader.page.document.entities[0].type is EntityType.GROUP
        await press(pilot, "C", "K")
        assert reader.status.message.startswith("This quote has no speaker")


# -- undo ----------------------------------------------------------------------------------------------


@pytest.mark.slow
async def test_undo_restores_the_file_step_by_step_byte_for_byte(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        before, seen = reader.page.document, [file.read_bytes()]
        for keys in (("at", "R", "x", "enter"), ("K", "3"), ("X",), ("quotation_mark", "C"), ("D",)):
            await press(pilot, *keys)
            seen.append(file.read_bytes())
        assert len(set(seen)) == 6
        for held in reversed(seen[:-1]):
            await press(pilot, "U")
            assert file.read_bytes() == held
        assert reader.page.document == before
        assert reader.status.message.startswith("Undone: Renamed Ada Okafor")
        await press(pilot, "U")
        assert reader.status.message.startswith("Nothing to undo")


async def test_undo_puts_the_cursor_on_the_restored_item(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "j", "X", "g", "U")
        assert reader.reading.sidebar is not None
        assert name_under_cursor(reader.reading.sidebar) == "J. Brandt"
        await press(pilot, "quotation_mark", "G", "D", "g", "U")
        assert reader.reading.quotes is not None
        assert id_under_cursor(reader.reading.quotes) == quote_id(reader, 1)


@pytest.mark.slow
async def test_renaming_and_undo_keep_the_active_set(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "enter", "n", "R", "x", "enter")
        assert reader.session.active is not None
        assert reader.session.active.label == "Ada Okaforx"
        assert reader.session.active.position == 1
        await press(pilot, "U")
        assert reader.session.active is not None
        assert (reader.session.active.label, reader.session.active.position) == ("Ada Okafor", 1)


async def test_undo_keeps_another_change_of_the_file(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "X")
        file.write_text(file.read_text().replace("By hand", "By another hand"))
        await press(pilot, "U")
        assert names(reader) == names(file) == ["Ada Okafor", "J. Brandt", "Lenne", "Nobody at all"]
        assert "By another hand" in file.read_text()


@pytest.mark.parametrize("read_again", [True, False])
async def test_undo_is_refused_when_the_file_has_another_article(file: Path, read_again: bool) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "X")
        file.write_text("title: Another\nparagraphs: [A line.]\nquotes: []\nentities: [{name: A line}]\n")
        held = file.read_bytes()
        if read_again:
            reader.reloading.reload()
            await settled(pilot)
        await press(pilot, "U")
        assert "changed" in reader.status.message
        assert file.read_bytes() == held


@pytest.mark.slow
async def test_a_reload_without_changes_keeps_the_undo(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "X")
        reader.reloading.reload()
        await settled(pilot)
        await press(pilot, "U")
        assert file.read_text(encoding="utf-8") == FILE
        assert len(names(reader)) == 4


@pytest.mark.parametrize("first", [True, False])
async def test_a_correction_can_be_undone_after_reading_another_article(file: Path, first: bool) -> None:
    # The first article keeps its screen; an article opened from it gets a new screen when it is shown again.
    async with opened(file if first else bundled("content") / "tour.yaml") as (pilot, _):
        articles = app_of(pilot).articles
        if not first:
            articles.open_source(FileSource.at(file))
            await pilot.pause()
            await pilot.pause()
        await press(pilot, "at", "X")
        articles.open_source(FileSource.at(bundled("content") / "khalimov.yaml"))
        await pilot.pause()
        await press(pilot, "U")
        assert screen(pilot).status.message.startswith("Nothing to undo")
        await press(pilot, "q")
        await pilot.pause()
        assert names(screen(pilot)) == ["J. Brandt", "Lenne", "Nobody at all"]
        await press(pilot, "U")
        assert len(names(screen(pilot))) == 4
        assert file.read_text(encoding="utf-8") == FILE


# -- what cannot be written ----------------------------------------------------------------------------


async def test_a_file_with_another_article_is_not_written(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        file.write_text("title: Another\nparagraphs: [A line.]\n")
        await press(pilot, "at", "X")
        assert reader.page.document.title == "Another"
        assert file.read_text().startswith("title: Another")


async def test_undo_reports_a_missing_file(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "X")
        file.unlink()
        await press(pilot, "U")
        assert "river.yaml" in reader.status.message
        assert len(names(reader)) == 3


@pytest.mark.slow
async def test_an_answer_after_a_reload_corrects_the_right_entity(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "j", "R", "x")
        file.write_text(FILE.replace("  - {name: Ada Okafor", "  - {name: March}\n  - {name: Ada Okafor"))
        reader.reloading.reload()
        await press(pilot, "enter")
        assert names(reader) == names(file) == ["March", "Ada Okafor", "J. Brandtx", "Lenne", "Nobody at all"]


async def test_an_answer_for_a_removed_entity_corrects_nothing(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "at", "j", "R", "x")
        file.write_text(FILE.replace("  - {name: J. Brandt, type: person}\n", ""))
        held = file.read_bytes()
        reader.reloading.reload()
        await press(pilot, "enter")
        assert reader.status.message == "That entity is gone; choose another one."
        assert file.read_bytes() == held


# -- the library ---------------------------------------------------------------------------------------


def saved() -> list[str]:
    """The files of the library."""
    return sorted(path.name for path in library_folder().glob("*"))


@pytest.mark.slow
async def test_the_first_correction_asks_once_to_save() -> None:
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "at", "X")
        assert isinstance(pilot.app.screen, KeepQuestion)
        assert saved() == []
        await press(pilot, "enter")
        assert reader.status.message == "Hid Ada Okafor. U to undo."
        assert saved() == ["the-day-the-river-moved.yaml"]
        assert reader.session.loaded.path == library_folder() / saved()[0]
        assert focus(pilot) == "entities"
        await press(pilot, "X")
        assert screen(pilot) is reader
        assert names(library_folder() / saved()[0]) == names(reader) == ["Lenne", "Nobody at all"]
        await press(pilot, "U", "U")
        assert len(names(library_folder() / saved()[0])) == 4


async def test_an_impossible_correction_is_refused_before_asking_to_save() -> None:
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        article = screen(pilot)
        await press(pilot, "at", "R", "ctrl+u", *"Lenne", "enter")
        assert pilot.app.screen is article
        assert article.status.message == "There is already an entity named Lenne; merge the two instead."


@pytest.mark.usefixtures("unhurried")
async def test_a_panel_without_quotes_says_so(tmp_path: Path) -> None:
    file = tmp_path / "bare.yaml"
    file.write_text("title: Bare\nparagraphs: [Bo was here.]\nquotes: []\nentities: [{name: Bo}]\n")
    async with opened(file) as (pilot, article):
        await press(pilot, "quotation_mark", "R")
        assert article.status.message == "There is no quote here."
        await press(pilot, "X")
        assert article.status.message == "No quotes are marked in this article."


async def test_declining_to_save_corrects_nothing() -> None:
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "quotation_mark", "D", "escape")
        assert reader.status.message == "Not corrected; the article is unchanged."
        assert len(reader.page.document.quotes) == 3
        assert saved() == []


@pytest.mark.slow
async def test_a_bundled_article_is_never_written(tmp_path: Path) -> None:
    tour = bundled("content") / "tour.yaml"
    before = tour.read_bytes()
    async with opened(tour) as (pilot, reader):
        # Follow the instructions of the tour.
        await press(pilot, "at", *"jj", "M", "enter", "enter")
        assert reader.status.message == "Merged Captain Stoll into Yara Stoll. U to undo."
        await press(pilot, "quotation_mark", "j", "j", "S", "enter")
        assert reader.status.message.startswith("Speaker set to ")
        assert all(speakers(library_folder() / saved()[0]))
    assert tour.read_bytes() == before


async def test_detected_quotes_are_saved_with_the_correction() -> None:
    words = "title: Orsk\nparagraphs: ['“We slept,” said Marta Hollin, the mayor of Orsk.']\n"
    async with reading(load_text(words, "-"), size=WIDE) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        reader = screen(pilot)
        await press(pilot, "quotation_mark", "C", "enter")
        assert speakers(reader) == speakers(library_folder() / saved()[0]) == [""]


async def test_undo_removes_the_detected_names_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "orsk.yaml"
    file.write_text("title: Orsk\nparagraphs: ['“We slept,” said Marta Hollin, the mayor of Orsk.']\n")
    before = file.read_bytes()
    async with opened(file) as (pilot, reader):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        found = reader.page.document
        await press(pilot, "at", "R", "x", "enter")
        assert names(file) == names(reader) != []
        await press(pilot, "U")
        assert file.read_bytes() == before
        assert reader.page.document == found


def saved_without(line: str) -> Path:
    """A file in the library with the river article, but without one line."""
    path = library_folder() / "the-day-the-river-moved.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(RIVER.replace(f"  - {line}\n", ""))
    return path


@pytest.mark.slow
async def test_a_correction_uses_the_copy_already_in_the_library() -> None:
    there = saved_without("{name: Lenne, type: place}")
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "at", "j", "X", "enter")
        assert names(reader) == names(there) == ["Ada Okafor", "Nobody at all"]


async def test_a_name_missing_in_the_library_copy_is_not_corrected() -> None:
    there = saved_without("{name: J. Brandt, type: person}")
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "at", "j", "X", "enter")
        assert reader.status.message.startswith(
            "Your library has this article already, with other quotes or names"
        )
        assert len(names(reader)) == len(names(there)) == 3


async def test_saving_continues_with_the_copy_in_the_library() -> None:
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, *"4G", "s")
        assert reader.status.message == "Saved to your library as the-day-the-river-moved.yaml."
        assert reader.session.loaded.path == library_folder() / "the-day-the-river-moved.yaml"
        assert reader.view.place.block == 4
        await press(pilot, "s")
        assert reader.status.message == "This article is in your library already."


async def test_saving_the_users_own_file_copies_it_and_keeps_reading_it(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "s")
        assert saved() == ["the-day-the-river-moved.yaml"]
        assert reader.session.loaded.path == file


@pytest.mark.slow
async def test_a_library_that_cannot_be_written_is_reported() -> None:
    library_folder().parent.mkdir(parents=True)
    library_folder().write_text("A file where the folder belongs.")
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "at", "X", "enter")
        assert "cannot be made" in reader.status.message
        assert len(names(reader)) == 4


async def test_corrections_are_refused_while_detection_runs(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(file) as (pilot, reader):
        monkeypatch.setattr(DetectionController, "running", True)
        for key in "RKMXSCDs":
            await press(pilot, key)
            assert reader.status.message.startswith("Quotes and names are still being found")
        assert file.read_text(encoding="utf-8") == FILE


async def test_a_loss_in_the_written_file_is_shown_in_a_notification(file: Path) -> None:
    file.with_name("other.yaml").hardlink_to(file)
    async with ReaderApp(load(str(file))).run_test(size=WIDE, notifications=True) as pilot:
        await pilot.pause()
        reader = screen(pilot)
        await press(pilot, "at", "X")
        assert reader.status.message == "Hid Ada Okafor. U to undo."
        told = "1 other hard link of the file keeps the old text."
        assert [str(toast.render()) for toast in reader.query("Toast")] == [told]
        await press(pilot, "U")
        assert reader.status.message.startswith("Undone")
        assert len(reader.query("Toast")) == 1


# -- a long article ------------------------------------------------------------------------------------


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Treat every article as long, and let each write wait for the returned event."""
    go_on, real = Event(), reader.library.amending.amend_file

    def waiting(*args: Any, **options: Any) -> reader.library.amending.FileChange:
        assert go_on.wait(60)
        return real(*args, **options)

    monkeypatch.setattr("reader.ui.screens.reading.edits.LONG", 0)
    monkeypatch.setattr("reader.ui.screens.reading.edit_queue.LONG", 0)
    monkeypatch.setattr("reader.ui.screens.reading.edits.amend_file", waiting)
    yield go_on
    go_on.set()


@pytest.mark.slow
async def test_edits_wait_for_a_running_write_and_keep_their_order(file: Path, slow_disk: Event) -> None:
    async with opened(file) as (pilot, article):
        await pilot.press("at", "X")
        assert article.status.message == "Writing…"
        await pilot.press("j", "X", "j", "X", "U")
        assert len(names(article)) == 4
        assert file.read_text(encoding="utf-8") == FILE
        slow_disk.set()
        await settled(pilot)
        assert article.status.message == "Undone: Hid Nobody at all."
        assert names(article) == names(file) == ["Lenne", "Nobody at all"]
        await press(pilot, "U", "U")
        assert file.read_text(encoding="utf-8") == FILE


@pytest.mark.slow
async def test_an_edit_during_a_save_is_made_after_the_first_correction(
    slow_disk: Event,
) -> None:
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        article = screen(pilot)
        await pilot.press("at", "X", "enter")
        await until(pilot, saved)
        await pilot.press("j", "X")
        slow_disk.set()
        await settled(pilot)
        assert names(article) == names(library_folder() / saved()[0]) == ["Lenne", "Nobody at all"]


@pytest.mark.slow
async def test_a_failed_edit_cancels_the_edits_that_wait(file: Path, slow_disk: Event) -> None:
    async with opened(file) as (pilot, article):
        await pilot.press("at", "X", "j", "X")
        file.write_text("title: Another\nparagraphs: [A line.]\n")
        slow_disk.set()
        await settled(pilot)
        assert "Make your change again" in article.status.message
        assert article.page.document.title == "Another"
        assert file.read_text() == "title: Another\nparagraphs: [A line.]\n"


async def test_quitting_waits_for_the_edit_and_the_reader_stays_if_it_fails(
    file: Path, slow_disk: Event
) -> None:
    async with opened(file) as (pilot, article):
        await pilot.press("at", "X", "q")
        file.write_text("title: Another\nparagraphs: [A line.]\n")
        slow_disk.set()
        await settled(pilot)
        assert "Make your change again" in article.status.message
        assert pilot.app.is_running
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.return_code == 0)


async def test_a_reload_during_a_write_shows_the_written_file(file: Path, slow_disk: Event) -> None:
    async with opened(file) as (pilot, article):
        await pilot.press("at", "X")
        shown = article.session.version
        article.reloading.reload()
        await until(pilot, lambda: article.session.version is not shown)
        slow_disk.set()
        await settled(pilot)
        assert names(article) == names(file) == ["J. Brandt", "Lenne", "Nobody at all"]


async def test_a_reload_during_an_undo_shows_the_restored_file(
    file: Path, slow_disk: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow_disk.set()
    go_on, real = Event(), reader.library.amending.restore_file

    def waiting(*args: Any) -> reader.library.amending.FileChange:
        assert go_on.wait(60)
        return real(*args)

    monkeypatch.setattr("reader.ui.screens.reading.edits.restore_file", waiting)
    async with opened(file) as (pilot, article):
        await press(pilot, "at", "X")
        await pilot.press("U")
        shown = article.session.version
        article.reloading.reload()
        await until(pilot, lambda: article.session.version is not shown)
        go_on.set()
        await settled(pilot)
        assert names(article) == names(file)
        assert len(names(file)) == 4


@pytest.mark.slow
async def test_a_long_article_is_saved_and_then_corrected(slow_disk: Event) -> None:
    slow_disk.set()
    async with reading(load_text(RIVER, "river.yaml"), size=WIDE) as pilot:
        article = screen(pilot)
        await press(pilot, "at", "X", "enter")
        assert (
            names(library_folder() / saved()[0]) == names(article) == ["J. Brandt", "Lenne", "Nobody at all"]
        )


# -- everywhere ----------------------------------------------------------------------------------------


async def test_in_a_narrow_window_the_panel_stays_over_the_text(file: Path) -> None:
    async with opened(file, (60, 20)) as (pilot, reader):
        await press(pilot, "at", "R", "x", "enter", "X")
        assert names(reader) == ["J. Brandt", "Lenne", "Nobody at all"]
        assert reader.reading.sidebar is not None
        assert reader.reading.sidebar.has_class("-open")
        assert focus(pilot) == "entities"


@pytest.mark.slow
async def test_the_window_stays_where_it_is(file: Path) -> None:
    async with opened(file, (100, 12)) as (pilot, reader):
        await press(pilot, *"4G")
        window = reader.view.window
        await press(pilot, "at", "X", "K", "2", "U", "U")
        assert reader.view.window == window


async def test_a_name_in_another_script_can_be_renamed(tmp_path: Path) -> None:
    file = tmp_path / "cjk.yaml"
    file.write_text(
        "title: 漢字\nparagraphs: [山田太郎 spoke to 日本語学校.]\nquotes: []\n"
        "entities: [{name: 山田太郎, type: person}, {name: 日本語学校, type: place}]\n",
        encoding="utf-8",
    )
    async with opened(file, (60, 20)) as (pilot, reader):
        await press(pilot, "at", "R", "backspace", "backspace", "enter")
        assert names(reader) == names(file) == ["山田", "日本語学校"]


async def test_the_card_of_a_speaker_opens_or_the_reason_is_shown() -> None:
    loaded: Loaded = load_text(RIVER.replace("speaker: J. Brandt", "speaker: A neighbour"), "river.yaml")
    loaded = loaded._replace(
        document=load_text(
            RIVER.replace("speaker: J. Brandt", "speaker: A neighbour").replace(", speaker: Okafor", ""), "-"
        ).document
    )
    async with reading(loaded, size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "quotation_mark", "i")
        assert type(pilot.app.screen).__name__ == "CardScreen"
        await press(pilot, "escape", "j", "i")
        assert reader.status.message == "This quote has no speaker; S sets one."
        await press(pilot, "j", "i")
        assert reader.status.message.startswith("A neighbour is not among the names")


# -- targets off the screen ----------------------------------------------------------------------------


FAR = (
    "title: A long way\nparagraphs:\n"
    + "  - Nothing happens in this line of the long way.\n" * 60
    + "  - “We are here,” said Ada Okafor at the end of the way.\n"
    + "quotes:\n  - {text: We are here, speaker: Ada Okafor}\n"
    + "entities:\n  - {name: Ada Okafor, type: person}\n"
)
"""An article whose one name and one quote are at its end."""


@pytest.mark.parametrize(
    ("chosen", "key", "said"),
    [
        (("at", "enter", "escape"), "X", "Went to Ada Okafor; press X again."),
        (("quotation_mark", "enter", "escape"), "D", "Went to We are here; press D again."),
    ],
    ids=["a name", "a quote"],
)
async def test_a_correction_of_something_off_the_screen_first_goes_there(
    chosen: tuple[str, ...], key: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "far.yaml"
    file.write_text(FAR, encoding="utf-8")
    async with opened(file, size=(160, 20)) as (pilot, article):
        await press(pilot, *chosen, "g")
        top = article.view.top
        await press(pilot, key)
        assert article.status.message == said
        assert article.view.top > top
        assert file.read_text(encoding="utf-8") == FAR
        await press(pilot, key)
        assert file.read_text(encoding="utf-8") != FAR


# -- leaving -------------------------------------------------------------------------------------------


async def test_changes_that_wait_are_written_before_the_reader_is_left(file: Path) -> None:
    async with opened(file) as (pilot, article):
        for key in ("1", "G", "H", "3", "G", "H", "5", "G", "H", "q"):
            await pilot.press(key)
        await until(pilot, lambda: article.app.return_value == 0)
    assert len(load(str(file)).document.highlights) == 3


async def test_undo_acts_on_the_file_that_is_open_and_not_on_its_copy(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    memory = Memory(tmp_path / "state")
    async with ReaderApp(load(str(file)), memory=memory).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: screen(pilot).reading.sidebar is not None)
        await press(pilot, "1", "G", "H")
    memory.close()
    marked = file.read_text(encoding="utf-8")
    copy.write_text(marked, encoding="utf-8")
    memory = Memory(tmp_path / "state")
    async with ReaderApp(load(str(copy)), memory=memory).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: screen(pilot).reading.sidebar is not None)
        await press(pilot, "U")
    memory.close()
    assert file.read_text(encoding="utf-8") == marked
    assert copy.read_text(encoding="utf-8") == FILE


async def test_an_edit_that_fails_under_another_article_is_reported(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_fail = Event()

    def fail(*given: object, **named: object) -> object:
        assert may_fail.wait(60)
        raise ReaderError("The disk is full.")

    monkeypatch.setattr(edits, "amend_file", fail)
    async with ReaderApp(load(str(file))).run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press(*"1GH")
        pilot.app.push_screen(ReadingScreen(session_of(load_text(RIVER, "other.yaml"))))
        await pilot.pause()
        may_fail.set()
        await settled(pilot)
        await until(pilot, lambda: pilot.app.screen.query("Toast"))
        assert [str(toast.render()) for toast in pilot.app.screen.query("Toast")] == ["The disk is full."]
