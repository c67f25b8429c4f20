"""The dialog for a link that no browser can open."""

from __future__ import annotations

import pytest

from reader.ui.browser import NoBrowserError
from reader.ui.screens.unopened import UnopenedScreen
from tests.dialog_host import Host, rows, sweep

LINK = "https://example.org/" + "a-long-way/" * 12


def unopened() -> UnopenedScreen:
    return UnopenedScreen(NoBrowserError("no browser was found", LINK))


@pytest.mark.parametrize("size", [(40, 14), (60, 20), (120, 40)])
async def test_it_says_why_and_shows_the_whole_link(size: tuple[int, int]) -> None:
    async with Host(unopened).run_test(size=size) as pilot:
        await pilot.pause()
        assert rows(pilot, "#dialog-title") == ["No browser was found"]
        assert "".join(rows(pilot, "Address")) == LINK
        assert rows(pilot, "#dialog-hints") == ["y copy   Esc close"]


@pytest.mark.parametrize(("key", "result"), [("y", True), ("escape", None)])
async def test_keys(key: str, result: bool | None) -> None:
    host = Host(unopened)
    async with host.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        assert host.result is result


@pytest.mark.slow
async def test_in_a_low_window_the_keys_stay_visible() -> None:
    async with Host(unopened).run_test(size=(24, 8)) as pilot:
        await pilot.pause()
        hints = pilot.app.screen.query_one("#dialog-hints").region
        assert hints.height == 1
        assert hints.bottom <= 8


@pytest.mark.slow
async def test_every_size() -> None:
    await sweep(unopened)
