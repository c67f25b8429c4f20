"""Pictures of the screens at three sizes, dark and light; a changed one is looked at before it is kept.

python -m pytest tests/looks --snapshot-update     # keep what the program paints now
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.resources import bundled
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from tests.loaded import load

pytestmark = pytest.mark.slow

THEMES = ("reader-dark", "reader-paper")
SIZES = ((60, 20), (100, 30), (160, 45))

SCREENS: dict[str, tuple[str, ...]] = {
    "search": ("/", *"islam"),
    "hits": ("/", *"islamic state", "enter", "l"),
    "entity": ("5", "G", "*", "n"),
    "help": ("?",),
    "card": ("@", "i"),
    "speaker": ('"', "S"),
    "kind": ("@", "K"),
    "keep": ("@", "X"),
}
"""The screens besides the plain one, and the keys that lead there."""

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def nothing_varies(monkeypatch: pytest.MonkeyPatch) -> None:
    """A home that has the same name in every picture, without articles of its own."""
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/ada/.local/share")


async def still(pilot: Pilot[int]) -> None:
    """Stop what would blink and wait for what comes after the first frame."""
    await pilot.pause()
    screen = pilot.app.screen
    if isinstance(screen, ReadingScreen):
        await screen.search.prepare_bar()
    for field in screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()


def keys(*pressed: str) -> Callable[[Pilot[int]], object]:
    """Press keys, one after what the last one led to, then stand still."""

    async def press(pilot: Pilot[int]) -> None:
        await still(pilot)
        for key in pressed:
            await pilot.press(key)
            await pilot.pause()
        await still(pilot)

    return press


def khalimov(theme: str) -> ReaderApp:
    return ReaderApp(load(str(bundled("content") / "khalimov.yaml")), theme=theme)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_reading(size: tuple[int, int], theme: str, snap_compare: Compare) -> None:
    assert snap_compare(khalimov(theme), terminal_size=size, run_before=keys())


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    ("size", "theme"), [(SIZES[0], THEMES[1]), (SIZES[1], THEMES[0])], ids=["small", "usual"]
)
def test_other_screens(screen: str, size: tuple[int, int], theme: str, snap_compare: Compare) -> None:
    assert snap_compare(khalimov(theme), terminal_size=size, run_before=keys(*SCREENS[screen]))


@pytest.mark.parametrize(
    ("size", "theme"), [(SIZES[0], THEMES[1]), (SIZES[1], THEMES[0])], ids=["small", "usual"]
)
def test_library(size: tuple[int, int], theme: str, snap_compare: Compare) -> None:
    assert snap_compare(ReaderApp(None, theme=theme), terminal_size=size, run_before=keys())
