"""Two windows on one article: each shows the changes of the other, and no change is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.ui.screens.reading import other_windows
from reader.ui.screens.reading.screen import ReadingScreen
from tests.loaded import load
from tests.ui.reading_app import RIVER, press, remembering, settled

CHANGED = "Reloaded: the article was changed elsewhere."


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Check the file at every key."""
    monkeypatch.setattr(other_windows, "PAUSE", 0.0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "river.yaml"
    path.write_text(RIVER, encoding="utf-8")
    return path


@asynccontextmanager
async def window(file: Path, folder: Path) -> AsyncIterator[tuple[Pilot[int], ReadingScreen]]:
    """A window on the article, with the memory that all windows share."""
    async with remembering(file, folder) as (pilot, article):
        await checked(pilot)
        yield pilot, article


async def checked(pilot: Pilot[int]) -> None:
    """Wait until a check of the file, and a reload that may follow it, have ended."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await settled(pilot)


async def marked(file: Path) -> list[str]:
    return [one.text for one in load(str(file)).document.highlights]


async def test_a_change_of_another_window_is_shown_at_the_next_key(file: Path, tmp_path: Path) -> None:
    async with window(file, tmp_path) as (pilot, article), window(file, tmp_path) as (other, _):
        await press(other, "2", "G", "H")
        await press(pilot, "j")
        await checked(pilot)
        assert [one.text for one in article.page.document.highlights] == await marked(file)
        assert article.status.message.startswith(CHANGED)


async def test_two_windows_highlight_in_turns(file: Path, tmp_path: Path) -> None:
    async with window(file, tmp_path) as (pilot, _), window(file, tmp_path) as (other, _):
        await press(other, "1", "G", "H")
        await press(pilot, "j")
        await checked(pilot)
        await press(pilot, "3", "G", "H")
        await press(other, "j")
        await checked(other)
        await press(other, "5", "G", "H")
        assert len(await marked(file)) == 3


async def test_a_change_over_an_unseen_change_is_refused_and_the_article_is_reloaded(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with window(file, tmp_path) as (pilot, article), window(file, tmp_path) as (other, _):
        monkeypatch.setattr(other_windows, "PAUSE", 1000.0)
        await press(other, "1", "G", "H")
        await press(pilot, "3", "G", "H")
        await checked(pilot)
        assert "Make your change again." in article.status.message
        assert len(await marked(file)) == 1
        await press(pilot, "H")
        assert len(await marked(file)) == 2


async def test_an_edit_of_this_window_does_not_reload_the_article(file: Path, tmp_path: Path) -> None:
    async with window(file, tmp_path) as (pilot, article):
        await press(pilot, "1", "G", "H")
        await checked(pilot)
        await press(pilot, "j")
        await checked(pilot)
        assert CHANGED not in article.status.message
        assert article.session.edits[-1].inverse is not None


async def test_undo_in_one_window_undoes_an_edit_of_the_other_window(file: Path, tmp_path: Path) -> None:
    async with window(file, tmp_path) as (pilot, article), window(file, tmp_path) as (other, _):
        await press(other, "1", "G", "H")
        await checked(other)
        await press(pilot, "j")
        await checked(pilot)
        await press(pilot, "U")
        await checked(pilot)
        assert article.status.message.startswith("Undone: Highlighted")
        assert file.read_text(encoding="utf-8") == RIVER


async def test_the_marks_of_both_windows_are_kept(file: Path, tmp_path: Path) -> None:
    async with window(file, tmp_path) as (pilot, _), window(file, tmp_path) as (other, _):
        await press(pilot, "1", "G", "m", "a")
        await press(other, "3", "G", "m", "b")
    async with window(file, tmp_path) as (_, article):
        assert set(article.session.marks) == {"a", "b"}
