"""Zen mode (`z`): only the text is shown, whatever was open before."""

from __future__ import annotations

import asyncio

import pytest

from reader.resources import bundled
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.panes import PANELS
from reader.ui.screens.reading.screen import ReadingScreen
from tests.loaded import load


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (160, 45)])
@pytest.mark.parametrize("panel", ["t", '"', "@"])
async def test_zen_mode_hides_an_opened_panel(size: tuple[int, int], panel: str) -> None:
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


async def test_panels_requested_twice_are_mounted_once() -> None:
    article = load(str(bundled("content") / "khalimov.yaml"))
    async with ReaderApp(article, zen=True).run_test(size=(160, 45)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert not screen.query("#side")
        await asyncio.gather(*(screen.panes.fill() for _ in range(3)))
        await pilot.pause()
        assert [len(screen.query(f"#{name}")) for name in (*PANELS, "navigator-pane", "side")] == [1] * 5
        await pilot.press("z")
        await pilot.pause()
        assert all(panel.display for panel in screen.query("#navigator, #quotes, #entities"))
