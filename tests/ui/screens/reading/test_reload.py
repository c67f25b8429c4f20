"""Reloading the article's file: what each part of the screen shows afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaded import load
from tests.ui.reading_app import RIVER, entity_id, focus, press, reading, screen, seen, settled
from tests.ui.widgets.lines import rows

WIDE = (120, 40)


@pytest.fixture
def river(tmp_path: Path) -> Path:
    """A file of the article, which the tests change while it is open."""
    path = tmp_path / "river.yaml"
    path.write_text(RIVER)
    return path


async def test_a_reload_updates_every_part(river: Path) -> None:
    async with reading(load(str(river)), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, "slash", *"lenne", "enter")
        river.write_text(
            "title: Another day\nparagraphs: [The Lenne fell., The Lenne rose., “Well.” said Bo.]\n"
            "quotes: [{text: Well., speaker: Bo}]\nentities: [{name: Bo}]\n"
        )
        reader.reloading.reload()
        await settled(pilot)
        assert reader.status.message == "Reloaded."
        assert reader.session.active is not None
        assert (reader.session.active.label, len(reader.session.active.matches)) == ("lenne", 2)
        assert "Another day" in "".join(rows(reader.view))
        assert reader.reading.navigator is not None
        assert "The Lenne fell." in "".join(rows(reader.reading.navigator))
        assert reader.reading.quotes is not None
        assert "Bo" in "".join(rows(reader.reading.quotes))
        assert reader.status.paragraphs == 3


@pytest.mark.parametrize("choose", ["entity", "speaker", "expression"])
async def test_a_reload_finds_the_active_set_again(river: Path, choose: str) -> None:
    async with reading(load(str(river)), size=WIDE) as pilot:
        reader = screen(pilot)
        if choose == "entity":
            reader.choose_entity(entity_id(reader, "J. Brandt"))
        elif choose == "speaker":
            reader.matches.choose_speaker("J. Brandt")
        else:
            await press(pilot, "slash", "alt+r", *"J. B.*t", "enter")
        river.write_text(RIVER.replace("  - heading: What the survey found\n", ""))
        reader.reloading.reload()
        await settled(pilot)
        assert reader.session.active is not None
        assert [span.block for span in reader.session.active.matches] == [3]


@pytest.mark.slow
async def test_a_reload_without_the_active_name_clears_the_active_set(river: Path) -> None:
    async with reading(load(str(river)), size=WIDE) as pilot:
        reader = screen(pilot)
        reader.choose_entity(entity_id(reader, "Lenne"))
        river.write_text("title: One\nparagraphs: [A line.]\n")
        reader.reloading.reload()
        await settled(pilot)
        assert reader.session.active is None
        await press(pilot, "n")
        assert reader.status.message.startswith("This article has no quotes")


async def test_a_reload_replaces_missing_places_by_the_nearest(river: Path) -> None:
    async with reading(load(str(river)), size=WIDE) as pilot:
        reader = screen(pilot)
        await press(pilot, *"5G", "m", "a", *"4G", "V", "j")
        assert reader.view.selected_spans()
        river.write_text("title: One\nparagraphs: [A line.]\n")
        reader.reloading.reload()
        await settled(pilot)
        assert reader.view.selected_spans() == ()
        for keys in (("'", "a"), ("O",), ("'", "'"), ("y",), ("v", "w", "y"), ("asterisk",)):
            await press(pilot, *keys)
            assert reader.view.place.block <= 0


async def test_a_reload_of_a_bad_file_keeps_the_article(river: Path) -> None:
    async with reading(load(str(river)), size=WIDE) as pilot:
        river.write_text("title: [\n")
        screen(pilot).reloading.reload()
        await settled(pilot)
        assert "river.yaml:" in screen(pilot).status.message
        assert screen(pilot).page.document.title == "The day the river moved"


@pytest.mark.slow
async def test_a_reload_keeps_the_panels_and_the_focus(river: Path) -> None:
    async with reading(load(str(river)), size=WIDE) as pilot:
        await press(pilot, "quotation_mark", "quotation_mark", "at")
        screen(pilot).reloading.reload()
        await settled(pilot)
        await pilot.pause()
        assert seen(pilot) == {"navigator", "entities"}
        assert focus(pilot) == "entities"


async def test_a_reload_in_zen_mode_mounts_no_panels(river: Path) -> None:
    async with reading(load(str(river)), zen=True) as pilot:
        screen(pilot).reloading.reload()
        await settled(pilot)
        assert screen(pilot).reading.navigator is None
