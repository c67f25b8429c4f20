"""At the smallest usable sizes, every dialog shows some rows of its main part."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.widget import Widget

from reader.resources import bundled
from reader.ui.app import ReaderApp
from tests.loaded import load
from tests.ui.reading_app import press

pytestmark = pytest.mark.slow

OPENED = {
    "palette": (("colon",), "CommandList", 3),
    "palette, typed": (("colon", *"hoshino"), "CommandList", 2),
    "help": (("question_mark",), "#help-keys", 2),
    "matches": (("slash", *"the", "enter", "l"), "#hits", 2),
    "card": (("at", "i"), "#card", 2),
    "links": (("L",), "#links", 2),
    "pipe": (("vertical_line",), "#answer", 1),
    "library": (("B",), "#articles", 4),
    "library, typed": (("B", "slash", *"taj"), "#articles", 3),
    "paragraphs": (("t",), "#navigator", 3),
    "quotes": (("quotation_mark",), "#quotes", 3),
    "names": (("at",), "#entities", 3),
}
"""The keys that open the dialog, its main part, and how many rows of that part must be visible."""


@pytest.mark.parametrize("size", [(20, 5), (40, 8)])
@pytest.mark.parametrize("name", OPENED)
async def test_every_dialog_shows_its_main_part(name: str, size: tuple[int, int]) -> None:
    keys, selector, rows = OPENED[name]
    async with ReaderApp(load(str(bundled("content") / "feature.yaml"))).run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        part = pilot.app.screen.query_one(selector, Widget)
        seen = part.region.intersection(Region(0, 0, *size))
        assert part.visible
        assert seen.height >= rows
        assert seen.width >= size[0] // 2


@pytest.mark.parametrize("keys", [("at", "X"), ("vertical_line",)])
async def test_a_short_dialog_has_blank_rows_if_there_is_room(keys: tuple[str, ...]) -> None:
    async with ReaderApp(load(str(bundled("content") / "feature.yaml"))).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        for size, air in (((60, 20), 1), ((60, 10), 0)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            dialog = pilot.app.screen.query_one("#dialog", Widget).region
            title = pilot.app.screen.query_one("#dialog-title", Widget).region
            hints = pilot.app.screen.query_one("#dialog-hints", Widget).region
            assert title.y - dialog.y == dialog.bottom - hints.bottom == air
