"""An article that is opened again is shown as it was left."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.memory import Memory
from reader.sources.open import open_source
from reader.sources.ref import FileSource
from reader.ui.app import ReaderApp
from tests.ui.reading_app import press, screen, status

TEXT = "title: The long way\nparagraphs:\n" + "".join(
    f"  - Paragraph {number} of the long way, which has a few more words than it needs.\n"
    for number in range(1, 60)
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "way.yaml"
    path.write_text(TEXT)
    return path


@asynccontextmanager
async def opened(
    article: Path, folder: Path, *, zen: bool = False, measure: int | None = None
) -> AsyncIterator[Pilot[int]]:
    """The reader with its memory in a folder, from its start to its end."""
    memory = Memory(folder)
    app = ReaderApp(open_source(FileSource.at(article)), memory=memory, zen=zen, measure=measure)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        yield pilot
    memory.close()


async def test_place_marks_panels_and_measure_are_as_they_were_left(article: Path, tmp_path: Path) -> None:
    async with opened(article, tmp_path) as pilot:
        await press(pilot, *"30G", "m", "a", *"40G", "plus", "t")
        left = screen(pilot).view.window
        assert screen(pilot).query_one("#navigator").has_focus
    async with opened(article, tmp_path) as pilot:
        reader = screen(pilot)
        assert reader.view.window == left
        assert reader.view.measure == 76
        assert reader.query_one("#navigator").has_focus
        await press(pilot, "escape", "apostrophe", "a")
        assert reader.view.place.block == 29
        await press(pilot, "apostrophe", "apostrophe")
        assert reader.view.place.block == 39


async def test_the_same_words_are_on_top_after_the_file_was_edited(article: Path, tmp_path: Path) -> None:
    async with opened(article, tmp_path) as pilot:
        await press(pilot, *"20G", "m", "a", *"30G", "m", "b")
    article.write_text(TEXT.replace("paragraphs:\n", "paragraphs:\n  - A new one.\n  - Another new one.\n"))
    async with opened(article, tmp_path) as pilot:
        assert screen(pilot).view.place.block == 31
        await press(pilot, "apostrophe", "a")
        assert screen(pilot).view.place.block == 21


@pytest.mark.slow
async def test_marks_whose_text_is_gone_are_reported(article: Path, tmp_path: Path) -> None:
    async with opened(article, tmp_path) as pilot:
        await press(pilot, *"20G", "m", "a", *"40G", "m", "b")
    article.write_text("".join(line for line in TEXT.splitlines(True) if "Paragraph 20 " not in line))
    async with opened(article, tmp_path) as pilot:
        assert "The text at mark a is gone." in status(pilot)
        assert list(screen(pilot).session.marks) == ["b"]


async def test_options_hold_for_one_run_only(article: Path, tmp_path: Path) -> None:
    async with opened(article, tmp_path) as pilot:
        await press(pilot, "plus")
    async with opened(article, tmp_path, zen=True, measure=60) as pilot:
        assert (screen(pilot).view.measure, screen(pilot).has_class("-zen")) == (60, True)
    async with opened(article, tmp_path) as pilot:
        assert (screen(pilot).view.measure, screen(pilot).has_class("-zen")) == (76, False)


@pytest.mark.slow
async def test_a_change_of_what_an_option_set_is_remembered(article: Path, tmp_path: Path) -> None:
    async with opened(article, tmp_path, measure=60) as pilot:
        await press(pilot, "plus")
    async with opened(article, tmp_path) as pilot:
        assert screen(pilot).view.measure == 64


async def test_theme_and_searches_are_remembered_over_all_articles(article: Path, tmp_path: Path) -> None:
    async with opened(article, tmp_path) as pilot:
        before = pilot.app.theme
        await press(pilot, "T", "j", "enter", "slash", *"long", "enter")
        theme = pilot.app.theme
        assert theme != before
    other = tmp_path / "other.yaml"
    other.write_text("title: Another\nparagraphs: [A long one.]\n")
    async with opened(other, tmp_path) as pilot:
        assert pilot.app.theme == theme
        await press(pilot, "slash", "up")
        bar = screen(pilot).search.bar
        assert bar is not None
        assert bar.wanted.text == "long"


async def test_what_cannot_be_remembered_is_reported_once(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.screens.reading.screen.INTERVAL", 1000.0)  # the test itself keeps
    (tmp_path / "state.db").mkdir()
    async with opened(article, tmp_path) as pilot:
        await press(pilot, "j")
        reader = screen(pilot)
        reader.keep()
        assert "Nothing is remembered: " in status(pilot)
        await press(pilot, "j")
        reader.keep()
        assert "remembered" not in status(pilot)


async def test_the_library_lists_what_is_being_read_first(article: Path, tmp_path: Path) -> None:
    async with opened(article, tmp_path) as pilot:
        await press(pilot, *"20G")
    memory = Memory(tmp_path)
    [(path, share)] = memory.shares().items()
    assert path == article
    assert 0.2 < share < 0.6


CORRECTED = """\
title: The day the river moved
paragraphs:
  - The Lenne rose, says Ada Okafor.  # kept
  - Ada Okafor measured it.
entities:
  - {name: Ada Okafor, type: person}
  - {name: Lenne, type: place}
"""


def names(pilot: Pilot[int]) -> list[str]:
    return [entity.name for entity in screen(pilot).session.version.document.entities]


async def test_corrections_are_undone_and_redone_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(CORRECTED)
    async with opened(path, tmp_path) as pilot:
        await press(pilot, "at", "X", "X")
        corrected = path.read_text()
        assert names(pilot) == []
    async with opened(path, tmp_path) as pilot:
        await press(pilot, "U")
        assert "Undone: Hid " in status(pilot)
        assert len(names(pilot)) == 1
    async with opened(path, tmp_path) as pilot:
        await press(pilot, "U")
        assert path.read_text() == CORRECTED
        assert names(pilot) == ["Ada Okafor", "Lenne"]
        await press(pilot, "U")
        assert "Nothing to undo." in status(pilot)
        await press(pilot, "ctrl+r")
        assert "Redone: Hid " in status(pilot)
        await press(pilot, "ctrl+r")
        assert path.read_text() == corrected
        await press(pilot, "ctrl+r")
        assert "Nothing to redo." in status(pilot)


@pytest.mark.slow
async def test_a_correction_is_not_undone_in_a_file_that_was_changed_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(CORRECTED)
    async with opened(path, tmp_path) as pilot:
        await press(pilot, "at", "X")
    changed = path.read_text().replace("kept", "changed")
    path.write_text(changed)
    async with opened(path, tmp_path) as pilot:
        await press(pilot, "U")
        assert "changed elsewhere since" in status(pilot)
    assert path.read_text() == changed


@pytest.mark.slow
async def test_a_new_correction_ends_the_redoing_of_others(tmp_path: Path) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(CORRECTED)
    async with opened(path, tmp_path) as pilot:
        await press(pilot, "at", "X", "U", "j", "X", "ctrl+r")
        assert "Nothing to redo." in status(pilot)
        assert names(pilot) == ["Ada Okafor"]
