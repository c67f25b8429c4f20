"""Pictures of the screens at four sizes, dark and light, and with fewer colours; look at each changed one.

python -m pytest tests/looks --snapshot-update     # keep what the program paints now
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widgets import Input

from reader.resources import bundled
from reader.terminal.color_depth import ColorDepth
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from reader.ui.theme.themes import themes_for
from tests.article_text import load_text
from tests.loaded import load

pytestmark = pytest.mark.slow

THEMES = ("reader-dark", "reader-paper")
SIZES = ((60, 20), (80, 24), (100, 30), (160, 45))

SMALL, USUAL = (SIZES[0], THEMES[1]), (SIZES[2], THEMES[0])
"""Size and theme of the pictures of all screens."""

SCREENS: dict[str, tuple[str, ...]] = {
    "search": ("/", *"islam"),
    "hits": ("/", *"islamic state", "enter", "l"),
    "entity": ("5", "G", "*", "n"),
    "help": ("?",),
    "card": ("@", "i"),
    "speaker": ('"', "S"),
    "kind": ("@", "K"),
    "keep": ("@", "X"),
    "quote": ('"', "j", "enter"),
    "themes": ("T", "j"),
}
"""The screens besides the plain one, and the keys that lead there."""

Compare = Callable[..., bool]

MARKED = """\
title: The day the river moved
kicker: Science
paragraphs:
  - On the last night of March the Lenne rose four metres, and by morning the bridge was gone.
  - “We woke up,” said Ada Okafor, “and the bridge was in another country.”
  - heading: What the survey found
  - The survey by Ada Okafor counts 412 hectares along the Lenne.
  - J. Brandt of the ministry disagrees. “The border stands,” he says, and leaves the room.
  - Nobody knows. The Lenne will rise again, says Ada Okafor.
quotes:
  - {text: We woke up, speaker: Ada Okafor}
  - {text: The border stands, speaker: J. Brandt}
entities:
  - {name: Ada Okafor, type: person}
  - {name: J. Brandt, type: person}
  - {name: Lenne, type: place}
highlights:
  - {text: the Lenne rose four metres, note: "Four? The gauge says five. #check", made: 2026-11-30}
  - {text: and the bridge was in another country, color: green}
  - {text: 412 hectares along the Lenne, color: blue, note: Ask the ministry.}
  - {text: The border stands, color: pink}
  - {text: will rise again, color: purple}
  - {text: and leaves the room, at: {before: "in anger "}}
  - {text: nobody wrote this, note: Where is it?}
  - {note: The whole piece rests on one survey.}
"""

HIGHLIGHTS: dict[str, tuple[str, ...]] = {"article": (), "list": ("A",), "note": ("A", "j", "e")}
"""The screens with highlights, and the keys that lead there."""


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


def khalimov(theme: str, depth: ColorDepth | None = None) -> ReaderApp:
    return ReaderApp(load(str(bundled("content") / "khalimov.yaml")), theme=theme, depth=depth)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_reading(size: tuple[int, int], theme: str, snap_compare: Compare) -> None:
    assert snap_compare(khalimov(theme), terminal_size=size, run_before=keys())


@pytest.mark.parametrize("theme", themes_for(ColorDepth.INDEXED), ids=lambda theme: theme.name)
@pytest.mark.parametrize("screen", ["quote", "entity"])
def test_256_colours(screen: str, theme: Theme, snap_compare: Compare) -> None:
    app = khalimov(theme.name, ColorDepth.INDEXED)
    assert snap_compare(app, terminal_size=(120, 30), run_before=keys(*SCREENS[screen]))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("depth", [ColorDepth.INDEXED, ColorDepth.SIXTEEN, ColorDepth.NONE])
def test_highlights_with_fewer_colours(depth: ColorDepth, theme: str, snap_compare: Compare) -> None:
    app = ReaderApp(load_text(MARKED, "river.yaml"), theme=theme, depth=depth)
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys())


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("size", "theme"), [SMALL, USUAL], ids=["small", "usual"])
def test_other_screens(screen: str, size: tuple[int, int], theme: str, snap_compare: Compare) -> None:
    assert snap_compare(khalimov(theme), terminal_size=size, run_before=keys(*SCREENS[screen]))


@pytest.mark.parametrize("screen", HIGHLIGHTS)
@pytest.mark.parametrize(("size", "theme"), [SMALL, USUAL], ids=["small", "usual"])
def test_highlights(screen: str, size: tuple[int, int], theme: str, snap_compare: Compare) -> None:
    app = ReaderApp(load_text(MARKED, "river.yaml"), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=keys(*HIGHLIGHTS[screen]))


@pytest.mark.parametrize(("size", "theme"), [SMALL, USUAL], ids=["small", "usual"])
def test_library(size: tuple[int, int], theme: str, snap_compare: Compare) -> None:
    assert snap_compare(ReaderApp(None, theme=theme), terminal_size=size, run_before=keys())
