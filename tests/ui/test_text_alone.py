"""`z`: the text alone, whatever was open before."""

from __future__ import annotations

import pytest

from reader.app import ReaderApp
from reader.formats.load import load
from reader.resources import bundled


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (160, 45)])
@pytest.mark.parametrize("panel", ["t", '"', "@"])
async def test_a_panel_that_was_opened_goes_too(size: tuple[int, int], panel: str) -> None:
    app = ReaderApp(load(str(bundled("content") / "khalimov.yaml")))
    async with app.run_test(size=size) as pilot:
        await pilot.press(panel)
        await pilot.pause()
        await pilot.press("z")
        await pilot.pause()
        shown = [node.id for node in app.screen.query("#navigator-pane, #side") if node.display]
        assert shown == []
        assert app.focused is not None
        assert app.focused.id == "article"
