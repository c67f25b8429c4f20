"""Highlights and notes: highlighting words, writing notes, and what the article shows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from reader.config.directories import library_folder
from reader.errors import ReaderError
from reader.library.amending import amend_file
from reader.model import Highlight, Place, Span, Status
from reader.reading.active_set import HighlightsOf
from reader.ui.screens.highlights import HighlightsScreen
from reader.ui.screens.note import NoteScreen
from reader.ui.screens.reading import edits
from reader.ui.screens.reading.detection import DetectionController
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.screens.save_question import KeepQuestion
from tests.loaded import load
from tests.ui.reading_app import RIVER, press, reading, remembering, screen, settled, status, until
from tests.ui.widgets.lines import rows

FILE = "# By hand.\n" + RIVER.replace("title:", "title:  ", 1)
WIDE = (160, 45)
MADE = "made: 2026-11-30T10:12:00Z"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An article file of the user's own."""
    path = tmp_path / "river.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@asynccontextmanager
async def opened(file: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[tuple[Pilot[int], ReadingScreen]]:
    """The file on the reading screen."""
    async with reading(load(str(file)), size=size) as pilot:
        yield pilot, screen(pilot)


def marks(of: ReadingScreen | Path) -> list[tuple[str, str, str]]:
    """Words, colour and note of each highlight of an article, on the screen or in its file."""
    return [(one.text, one.color.value, one.note) for one in highlights(of)]


def highlights(of: ReadingScreen | Path) -> tuple[Highlight, ...]:
    document = load(str(of)).document if isinstance(of, Path) else of.page.document
    return document.highlights


async def burst(pilot: Pilot[int], *keys: str) -> None:
    """Press keys that all arrive at once, as after the program was busy."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    for _ in range(8):
        await pilot.pause()
        await settled(pilot)


FIRST = "On the last night of March the Lenne rose four metres."


# -- the target of `H` ------------------------------------------------------------------------------------


async def test_a_paragraph_is_highlighted_and_undone_to_the_same_bytes(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, *"1GH")
        assert marks(reader) == marks(file) == [(FIRST, "yellow", "")]
        assert "Highlighted “On the last night…” in yellow. U to undo." in status(pilot)
        assert file.read_text().startswith(FILE)
        await press(pilot, "U")
        assert marks(reader) == []
        assert file.read_text() == FILE
        await press(pilot, "ctrl+r")
        assert marks(reader) == marks(file) == [(FIRST, "yellow", "")]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("1", "G", "v", "w", "e"), "On the"),
        (("1", "G", "v", "w"), "On t"),
        (("slash", *"Lenne", "enter"), "Lenne"),
        (("at", "enter"), "Ada Okafor"),
        (("quotation_mark", "j", "enter"), "and the bridge was in another country"),
        (("3", "G", "V", "k"), "What the survey found\n\nThe survey by Ada Okafor counts"),
        (("1", "G", "V", "right_curly_bracket"), FIRST),
        (("right_square_bracket", "right_square_bracket"), "What the survey found"),
    ],
)
async def test_the_words_that_are_highlighted(keys: tuple[str, ...], words: str, file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, *keys, "H")
        (one,) = highlights(file)
        assert one.text.startswith(words)
        assert one.status is Status.EXACT
        assert one.pieces == highlights(reader)[0].pieces
        assert reader.view.selected_spans() == ()


async def test_the_quote_at_the_place_is_highlighted(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "enter", "escape", "escape")
        assert reader.session.active is None
        await press(pilot, "H")
        assert marks(file) == [("We woke up", "yellow", "")]


async def test_a_selection_with_blanks_at_its_ends_finds_the_existing_highlight(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1Gvel", "H")  # “On ” with a blank
        assert marks(file) == [("On", "yellow", "")]
        await press(pilot, *"1Gvel", "H")
        assert marks(file) == [("On", "green", "")]


async def test_the_same_key_takes_the_next_colour_and_the_last_one_is_used_again(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1GHH")
        assert marks(file) == [(FIRST, "green", "")]
        await press(pilot, *"HHHH")
        assert marks(file) == [(FIRST, "yellow", "")]
        await press(pilot, *"HH", *"3GH")
        assert [color for _, color, _ in marks(file)] == ["blue", "blue"]


async def test_the_colour_used_last_is_remembered(file: Path, tmp_path: Path) -> None:
    async with remembering(file, tmp_path, WIDE) as (pilot, _):
        await press(pilot, *"1GHHH")
    async with remembering(file, tmp_path, WIDE) as (pilot, _):
        await press(pilot, *"3GH")
        assert [color for _, color, _ in marks(file)] == ["blue", "blue"]


async def test_edits_of_quick_keys_are_written_in_order(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, *"1G")
        await burst(pilot, "H", "3", "G", "H", "4", "G", "H", "U")
        assert [one.pieces[0].block for one in highlights(file)] == [0, 3]
        assert marks(reader) == marks(file)


async def test_a_move_during_the_write_is_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_write = Event()

    def amend_later(*given: Any, **named: Any) -> object:
        assert may_write.wait(60)
        return amend_file(*given, **named)

    monkeypatch.setattr(edits, "amend_file", amend_later)
    async with opened(file) as (pilot, reader):
        await pilot.press(*"1GH")
        await pilot.press(*"3G")
        there = reader.view.place
        assert there.block == 3
        may_write.set()
        await settled(pilot)
        assert reader.view.place == there
        await press(pilot, "H")
        assert [one.pieces[0].block for one in highlights(file)] == [0, 3]


async def test_of_two_nested_highlights_the_shorter_one_is_changed(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1GH", *"1GveH")
        assert [words for words, *_ in marks(file)] == [FIRST, "On"]
        await press(pilot, *"1GH")
        assert [color for _, color, _ in marks(file)] == ["yellow", "green"]
        await press(pilot, "D")
        assert marks(file) == [(FIRST, "yellow", "")]


async def test_the_headline_is_refused(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1GVg", "H")
        assert "The headline cannot be highlighted; A then a writes a note on the article." in status(pilot)
        await press(pilot, "escape", *"1GVg", "a")
        assert "The headline cannot be highlighted" in status(pilot)
        assert file.read_text() == FILE


# -- when nothing can be written -----------------------------------------------------------------------


async def test_a_read_only_file_is_not_written_but_a_copy_is_offered(file: Path) -> None:
    file.chmod(0o444)
    async with opened(file) as (pilot, reader):
        await press(pilot, *"1GH")
        assert isinstance(pilot.app.screen, KeepQuestion)
        await press(pilot, "escape")
        assert marks(reader) == []
        assert file.read_text() == FILE


async def test_a_file_that_becomes_read_only_is_reported_with_the_reason(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise ReaderError(f"{file.name}: cannot be written (read-only).")

    monkeypatch.setattr("reader.ui.screens.reading.edits.amend_file", refused)
    async with opened(file) as (pilot, reader):
        await press(pilot, *"1GH")
        assert marks(reader) == []
        assert "river.yaml: cannot be written (read-only)." in status(pilot)
        await press(pilot, "A")  # the list shows the message too
        assert isinstance(pilot.app.screen, HighlightsScreen)


async def test_a_file_that_was_changed_meanwhile_is_not_overwritten(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(file) as (pilot, reader):
        monkeypatch.setattr("reader.ui.screens.reading.other_windows.PAUSE", 1000.0)  # the change is not seen
        file.write_text(FILE.replace("On the last night", "On the very last night"))
        await press(pilot, *"1GH")
        assert marks(reader) == []
        assert "Make your change again." in status(pilot)
        assert "highlights" not in file.read_text()


async def test_nothing_is_highlighted_while_names_are_being_found(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(file) as (pilot, reader):
        monkeypatch.setattr(DetectionController, "running", True)
        await press(pilot, *"1Gve")
        selected = reader.view.selected_spans()
        await press(pilot, "H")
        assert "still being found" in status(pilot)
        assert reader.view.selected_spans() == selected
        await press(pilot, "a")
        assert screen(pilot) is reader  # no note that could not be saved
        assert file.read_text() == FILE


async def test_the_question_before_the_first_highlight_of_an_article_without_a_file() -> None:
    async with reading(size=WIDE) as pilot:
        await press(pilot, *"1GH")
        assert isinstance(pilot.app.screen, KeepQuestion)
        assert "Save the article to your library to keep highlights?" in "\n".join(
            "\n".join(rows(widget)) for widget in pilot.app.screen.query("TextRow")
        )
        await press(pilot, "escape")
        assert "Not highlighted." in status(pilot)
        assert not library_folder().exists()
        await press(pilot, *"1GH", "enter")
        await until(pilot, lambda: highlights(screen(pilot)))
        (copy,) = library_folder().glob("*.yaml")
        assert marks(copy) == [(FIRST, "yellow", "")]
        await press(pilot, "H")  # the article has a file of the user's own now
        assert marks(copy) == [(FIRST, "green", "")]


async def test_always_save_applies_to_other_articles(tmp_path: Path) -> None:
    sources = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for n, source in enumerate(sources):
        source.write_text(f"The river {n}\n\nIt moved in the night, number {n}.\n\nNobody saw it move.\n")
    async with remembering(sources[0], tmp_path, WIDE) as (pilot, _):
        await press(pilot, *"1GH")
        assert isinstance(pilot.app.screen, KeepQuestion)
        await press(pilot, "w")
        await until(pilot, lambda: highlights(screen(pilot)))
    async with remembering(sources[1], tmp_path, WIDE) as (pilot, _):
        await press(pilot, *"1GH")
        await until(pilot, lambda: highlights(screen(pilot)))
    assert len([path for path in library_folder().glob("*.yaml") if highlights(path)]) == 2


# -- removing ------------------------------------------------------------------------------------------


async def test_a_highlight_is_removed_and_a_quote_only_where_there_is_none(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "quotation_mark", "enter", "escape", "escape", "H", "D")
        assert marks(file) == []
        assert "Removed the highlight “We woke up”. U to undo." in status(pilot)
        assert len(reader.page.document.quotes) == 3
        await press(pilot, "D")
        assert len(load(str(file)).document.quotes) == 2


async def test_in_the_quotes_panel_the_quote_is_removed(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, "quotation_mark", "enter", "escape", "escape", "H")
        await press(pilot, "quotation_mark", "D")
        assert len(marks(file)) == 1
        assert len(load(str(file)).document.quotes) == 2


# -- notes ---------------------------------------------------------------------------------------------


async def test_a_note_is_written_read_and_edited(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1Gve", "a")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert "Note on “On”" in "\n".join(rows(pilot.app.screen.query_one("#dialog-title")))
        await press(pilot, *"Why? #ask", "enter", *"So.", "ctrl+s")
        assert marks(file) == [("On", "yellow", "Why? #ask\nSo.")]
        assert "Note on “On” saved. U to undo." in status(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == "Why? #ask\nSo."
        await press(pilot, "escape", "a", *" Yes.", "ctrl+s")
        assert marks(file) == [("On", "yellow", "Why? #ask\nSo. Yes.")]
        await press(pilot, *"UU")
        assert file.read_text() == FILE


async def test_an_emptied_note_leaves_the_highlight(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1GHa", *"ab", "ctrl+s", "a", "backspace", "backspace", "ctrl+s")
        assert marks(file) == [(FIRST, "yellow", "")]
        assert "Note on “On the last night…” removed." in status(pilot)


async def test_an_empty_new_note_saves_nothing(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1Ga", "space", "ctrl+s")
        assert "The note is empty; nothing was saved." in status(pilot)
        assert file.read_text() == FILE


async def test_escape_with_unsaved_changes_asks_once(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1Ga", "x", "escape")
        assert isinstance(pilot.app.screen, NoteScreen)
        hint = "\n".join(rows(pilot.app.screen.query_one("#dialog-hints")))
        assert "Not saved yet: ^s saves, Esc again discards the changes." in hint
        await press(pilot, "y", "escape")
        assert isinstance(pilot.app.screen, NoteScreen)
        await press(pilot, "escape")
        assert screen(pilot)
        assert file.read_text() == FILE
        await press(pilot, *"1Ga")  # discarded, so not offered again
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == ""
        await press(pilot, "escape")
        assert screen(pilot)


async def test_a_note_that_was_not_saved_is_offered_again(file: Path, tmp_path: Path) -> None:
    async with remembering(file, tmp_path, WIDE) as (pilot, _):
        await press(pilot, *"1Ga", *"half a")
    async with remembering(file, tmp_path, WIDE) as (pilot, _):
        await press(pilot, *"3Ga")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == ""
        await press(pilot, "escape", *"1Ga")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == "half a"
        assert "Unsaved draft restored." in "\n".join(rows(pilot.app.screen.query_one("#dialog-hints")))
        await press(pilot, *" note", "ctrl+s")
        assert marks(file) == [(FIRST, "yellow", "half a note")]
        await press(pilot, *"2Ga")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == ""


async def test_a_note_that_could_not_be_written_is_offered_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise ReaderError("river.yaml: cannot be written: no space left on device")

    async with opened(file) as (pilot, article):
        with monkeypatch.context() as disk:
            disk.setattr("reader.library.amending.write_locked", full)
            await press(pilot, *"1Ga", *"mine", "ctrl+s")
            assert "no space left" in article.status.message
            assert article.page.document.highlights == ()
        await press(pilot, *"1Ga")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == "mine"
        await press(pilot, "ctrl+s")
        assert marks(file) == [(FIRST, "yellow", "mine")]


async def test_a_pasted_text_is_cleaned(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1Ga")
        pilot.app.post_message(events.Paste("one\x1b[31m\r\ntwo\u202e"))
        await press(pilot, "ctrl+s")
        ((_, _, note),) = marks(file)
        assert note.startswith("one")
        assert "\x1b" not in note
        assert "\ntwo" in note


async def test_a_long_paste_is_not_cut(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1Ga")
        pilot.app.post_message(events.Paste("word " * 3000 + "end"))
        await press(pilot, "ctrl+s")
        ((_, _, note),) = marks(file)
        assert len(note) == 15_003


async def test_a_note_that_is_too_long_is_refused_and_kept(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1Ga")
        pilot.app.post_message(events.Paste("ab " * 7000))
        await press(pilot, "ctrl+s")
        assert "The note is longer than 20,000 characters; shorten it." in status(pilot)
        assert file.read_text() == FILE
        await press(pilot, *"1Ga")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text.startswith("ab ab")


async def test_keys_typed_at_once_go_into_the_note(file: Path) -> None:
    async with opened(file) as (pilot, _):
        await press(pilot, *"1G")
        await burst(pilot, "a", "D", "q", "U", "ctrl+s")
        assert [note for *_, note in marks(file)] == ["DqU"]


async def test_enter_chooses_a_name_or_a_quote_where_there_is_no_note(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "slash", *"Brandt", "enter", "enter")
        assert reader.session.active is not None
        assert reader.session.active.label == "J. Brandt"
        await press(pilot, "escape", "escape", *"1G", "enter")
        assert "Nothing to open here: a writes a note." in status(pilot)


# -- what is shown --------------------------------------------------------------------------------------


async def test_gutter_ruler_and_navigator_show_highlights_and_notes(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, "t", "escape", *"1GH", *"3Ga", "x", "ctrl+s")
        shown = rows(reader.view)
        assert any("1 ▍" in " ".join(row.split()) for row in shown)
        assert any("3 ≡" in " ".join(row.split()) for row in shown)
        assert "▪" in "".join(rows(reader.ruler))
        navigator = rows(reader.query_one("#navigator"))
        assert any("▍" in row for row in navigator)
        assert any("≡" in row for row in navigator)
        await press(pilot, *"UU")
        assert not any("▍" in row or "≡" in row for row in rows(reader.view))
        assert "▪" not in "".join(rows(reader.ruler))


@pytest.mark.parametrize("size", [(1, 1), (2, 30), (20, 10), (20, 3), (300, 5)])
async def test_highlights_are_made_in_any_window(size: tuple[int, int], file: Path) -> None:
    async with opened(file, size) as (pilot, reader):
        await press(pilot, *"1GH")
        await burst(pilot, "A", "escape", "a", "x", "ctrl+s")
        assert marks(reader) == marks(file)
        assert marks(file)[0][2] == "x"


async def test_a_thousand_highlights_are_shown_and_changed(tmp_path: Path) -> None:
    file = tmp_path / "many.yaml"
    lines = "".join(f"  - Line {n} of a long article, with a few words.\n" for n in range(1000))
    found = "".join(f"  - {{text: Line {n} of, note: n{n}}}\n" for n in range(1000))
    file.write_text(f"title: T\nparagraphs:\n{lines}quotes: []\nentities: []\nhighlights:\n{found}")
    async with opened(file) as (pilot, reader):
        await press(pilot, *"500G", "A")
        assert isinstance(pilot.app.screen, HighlightsScreen)
        await press(pilot, "G", "D", "escape")
        assert len(highlights(reader)) == len(highlights(file)) == 999


# -- places after an edit ------------------------------------------------------------------------------


async def test_a_highlight_moves_with_its_words_when_the_file_was_edited(file: Path, tmp_path: Path) -> None:
    async with remembering(file, tmp_path, WIDE) as (pilot, _):
        await press(pilot, "4", "G", "v", "e", "H")
    assert highlights(file)[0].pieces == (Span(4, 0, 2),)
    text = file.read_text()
    file.write_text(text.replace("paragraphs:\n", "paragraphs:\n  - J. is a new one.\n"))
    async with remembering(file, tmp_path, WIDE) as (_, reader):
        (one,) = highlights(reader)
        assert one.pieces[0].block == 5
        assert one.status.sure
    async with remembering(file, tmp_path, WIDE) as (_, reader):
        (one,) = highlights(reader)
        assert one.pieces[0].block == 5
        assert one.status.sure


async def test_an_uncertain_place_is_confirmed_with_the_highlight_key(file: Path) -> None:
    file.write_text(FILE + 'highlights: [{text: the Lenne rose four, at: {before: "of April "}}]\n')
    async with opened(file) as (pilot, reader):
        (one,) = highlights(reader)
        assert one.status is Status.MOVED
        assert any("▯" in row for row in rows(reader.view))
        await press(pilot, "A", "enter", "H")
        assert "Place of “the Lenne rose fo…” confirmed. U to undo." in status(pilot)
        assert highlights(reader)[0].status is Status.EXACT
        assert highlights(file)[0].status is Status.EXACT
        assert marks(file) == [("the Lenne rose four", "yellow", "")]


async def test_a_lost_highlight_is_moved_to_the_selected_words(file: Path) -> None:
    file.write_text(FILE + "highlights: [{text: nobody wrote this, note: keep}]\n")
    async with opened(file) as (pilot, reader):
        await press(pilot, "A", "m")
        assert isinstance(pilot.app.screen, HighlightsScreen)
        await press(pilot, "escape", *"1Gve", *"A", "m")
        assert marks(file) == [("On", "yellow", "keep")]
        assert highlights(reader)[0].status is Status.EXACT


async def test_a_highlight_is_not_moved_to_the_headline(file: Path) -> None:
    file.write_text(FILE + "highlights: [{text: nobody wrote this, note: keep}]\n")
    before = file.read_text()
    async with opened(file) as (pilot, _):
        await press(pilot, *"1GVg", "A", "m")
        assert file.read_text() == before


async def test_a_reload_keeps_the_places(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        await press(pilot, *"1GveH")
        text = file.read_text()
        file.write_text(text.replace("paragraphs:\n", "paragraphs:\n  - On the first day.\n"))
        reader.reloading.reload("Reloaded.")
        await until(pilot, lambda: len(reader.page.document.blocks) == 8)
        (one,) = highlights(reader)
        assert one.pieces == (Span(1, 0, 2),)
        assert one.status.sure
        await press(pilot, "2", "G", "H")  # another colour: the file describes the new place
        assert highlights(file)[0].pieces == (Span(1, 0, 2),)


async def test_changes_are_undone_after_a_restart(file: Path, tmp_path: Path) -> None:
    async with remembering(file, tmp_path, WIDE) as (pilot, _):
        await press(pilot, *"1GHH", "a", "x", "ctrl+s")
    async with remembering(file, tmp_path, WIDE) as (pilot, reader):
        await press(pilot, "U")
        assert marks(reader) == marks(file) == [(FIRST, "green", "")]
        await press(pilot, *"UU")
        assert file.read_text() == FILE
        await press(pilot, "ctrl+r", "ctrl+r")
        assert marks(reader) == marks(file) == [(FIRST, "green", "")]


async def test_the_place_is_on_the_highlight_after_stepping_to_it(file: Path) -> None:
    file.write_text(FILE + "highlights: [{text: Nobody knows}, {text: rose four}]\n")
    async with opened(file) as (pilot, reader):
        await press(pilot, "A", "n")
        active = reader.session.active
        assert active is not None
        assert (active.label, active.subject, len(active.matches)) == ("Highlights", HighlightsOf(None), 2)
        assert reader.view.place == Place(0, 37)
        await press(pilot, "n", "H")
        assert marks(file)[0] == ("Nobody knows", "green", "")
        assert reader.session.active is not None


async def test_in_the_headline_the_first_paragraph_is_highlighted(file: Path) -> None:
    async with opened(file) as (pilot, reader):
        assert reader.view.place.block < 0
        await press(pilot, "H")
        assert marks(file) == [(FIRST, "yellow", "")]
        await press(pilot, *"gH")
        assert marks(file) == [(FIRST, "green", "")]


async def test_highlighting_does_not_move_the_page(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_text(
        "title: Long\nparagraphs:\n" + "".join(f"  - {'Many words. ' * 60}{n}\n" for n in range(20))
    )
    async with opened(path, (80, 24)) as (pilot, reader):
        await press(pilot, *"4Gjjj")
        top = reader.view.top
        await press(pilot, "H")
        assert reader.view.top == top
        assert [one.pieces[0].block for one in highlights(path)] == [3]
        await press(pilot, "H")
        assert [one.color.value for one in highlights(path)] == ["green"]
        assert reader.view.top == top
