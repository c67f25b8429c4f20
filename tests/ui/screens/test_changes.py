"""The list of the user's changes, in which any change can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.ui.screens.changes import ChangesScreen
from reader.ui.widgets.picker import Picker
from tests.loaded import load
from tests.ui.reading_app import RIVER, press, remembering, settled, until
from tests.ui.widgets.lines import rows

FILE = RIVER.replace("title:", "title:  # by hand\n  ", 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "river.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def listed(pilot: Pilot[int]) -> list[str]:
    """The first words of each change in the open list."""
    assert isinstance(pilot.app.screen, ChangesScreen)
    return [row[2:40].strip() for row in rows(pilot.app.screen.query_one(Picker))]


def names(file: Path) -> list[str]:
    return [entity.name for entity in load(str(file)).document.entities]


async def three_changes(pilot: Pilot[int]) -> None:
    """Hide the first name, highlight a paragraph, and hide another name."""
    await press(pilot, "at", "X", "escape", "1", "G", "H", "at", "X", "escape")


async def test_every_change_is_listed_the_newest_first(file: Path, tmp_path: Path) -> None:
    async with remembering(file, tmp_path) as (pilot, article):
        await press(pilot, "c")
        assert article.status.message == "No changes in this article yet."
        await three_changes(pilot)
        await press(pilot, "c")
        assert [one.split()[0] for one in listed(pilot)] == ["Hid", "Highlighted", "Hid"]


@pytest.mark.parametrize("restart", [False, True], ids=["at once", "after a restart"])
async def test_one_change_is_taken_back_and_the_later_ones_stay(
    restart: bool, file: Path, tmp_path: Path
) -> None:
    before = names(file)
    async with remembering(file, tmp_path) as (pilot, _):
        await three_changes(pilot)
        if not restart:
            await press(pilot, "c", "G", "enter")
    if restart:
        async with remembering(file, tmp_path) as (pilot, _):
            await press(pilot, "c", "G", "enter")
    assert len(names(file)) == len(before) - 1
    assert names(file)[0] == before[0]
    assert len(load(str(file)).document.highlights) == 1
    assert file.read_text(encoding="utf-8").startswith("title:  # by hand\n")


async def test_a_taken_back_change_leaves_the_list_and_can_be_undone(file: Path, tmp_path: Path) -> None:
    async with remembering(file, tmp_path) as (pilot, article):
        await three_changes(pilot)
        whole = file.read_text(encoding="utf-8")
        await press(pilot, "c", "j", "enter")
        assert article.status.message.startswith("Taken back: Highlighted")
        assert load(str(file)).document.highlights == ()
        await press(pilot, "c")
        assert [one.split()[0] for one in listed(pilot)] == ["Hid", "Hid"]
        await press(pilot, "escape", "U")
        assert file.read_text(encoding="utf-8") == whole
        await press(pilot, "c")
        assert [one.split()[0] for one in listed(pilot)] == ["Hid", "Highlighted", "Hid"]


async def test_a_later_change_of_the_same_name_must_be_taken_back_first(file: Path, tmp_path: Path) -> None:
    async with remembering(file, tmp_path) as (pilot, article):
        await press(pilot, "at", "R", "ctrl+u", *"Ada", "enter", "K", "j", "enter", "escape")
        written = file.read_text(encoding="utf-8")
        await press(pilot, "c", "G", "enter")
        assert article.status.message.startswith("Take back the later change first: Type of Ada set to")
        assert file.read_text(encoding="utf-8") == written


async def test_a_change_is_not_taken_back_after_the_file_was_changed_elsewhere(
    file: Path, tmp_path: Path
) -> None:
    async with remembering(file, tmp_path) as (pilot, article):
        await three_changes(pilot)
        file.write_text(file.read_text(encoding="utf-8") + "x-mine: 1\n", encoding="utf-8")
        await press(pilot, "c", "G", "enter")
        await settled(pilot)
        assert "This change cannot be taken back: the article was changed elsewhere" in article.status.message


async def test_the_first_correction_of_detected_names_is_taken_back_alone(tmp_path: Path) -> None:
    text = "title: T\nparagraphs:\n  - Ada Okafor of Lagos met Jon Brandt in Bonn. “We agree,” said Okafor.\n"
    file = tmp_path / "plain.yaml"
    file.write_text(text, encoding="utf-8")
    async with remembering(file, tmp_path) as (pilot, article):
        await until(pilot, lambda: not article.detection.running and article.page.document.entities)
        before = [entity.name for entity in article.page.document.entities]
        await press(pilot, "at", "X", "X", "c", "G", "enter")
        assert before[0] == "Ada Okafor"
        assert names(file)[0] == "Ada Okafor"
        assert "Jon Brandt" not in names(file)
