"""Every screen at every size: nothing raises, no row is longer than its widget, all of it has a style."""

from __future__ import annotations

import pytest

from reader.ui.app import ReaderApp
from tests.article_text import load_text
from tests.ui.sight import article, shown, strips

pytestmark = pytest.mark.slow

HEIGHTS = (1, 2, 4, 5, 7, 12, 24)
SIZES = (
    *((width, HEIGHTS[width % len(HEIGHTS)]) for width in range(1, 31)),
    *((width, HEIGHTS[(width + 3) % len(HEIGHTS)]) for width in range(1, 31, 4)),
    *((40, 10), (47, 9), (48, 30), (60, 20), (79, 24), (80, 23), (80, 24), (119, 40), (120, 40), (139, 30)),
    *((140, 30), (160, 45), (250, 60), (250, 1), (250, 4), (1, 60), (19, 60), (20, 60), (1, 1), (120, 40)),
)
"""All widths to 30 with a height for each, the sizes at which the layout changes, and extreme sizes."""

STATES: dict[str, tuple[str, ...]] = {
    "reading": (),
    "far down": ("G",),
    "alone": ("z",),
    "a name chosen": ("*", "n"),
    "in the navigator": ("t",),
    "in the quotes": ('"',),
    "in the names": ("@",),
    "searching": ("/", *"lantern"),
    "nothing found": ("/", *"xyzzy"),
    "selecting": ("v", "j", "j"),
    "help": ("?",),
    "help, typed": ("?", *"search"),
    "hits": ("*", "l"),
    "card": ("@", "i"),
    "links": ("L",),
    "pipe": ("|",),
    "library": ("B",),
    "library, typed": ("B", "/", *"tour"),
    "palette": (":",),
    "palette, typed": (":", *"ada"),
}


def some(state: str) -> tuple[tuple[int, int], ...]:
    """The sizes tried in a state: all sizes while reading, and different samples in the other states."""
    if state == "reading":
        return SIZES
    turn = list(STATES).index(state)
    return (*SIZES[turn % 14 :: 14], (1, 1))


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
async def test_every_screen_fits_at_every_size(state: str) -> None:
    app = ReaderApp(load_text(article(), "-"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for key in STATES[state]:
            await pilot.press(key)
            await pilot.pause()
        on_top = app.screen
        for size in some(state):
            await pilot.resize_terminal(*size)
            check(app, size)
        assert app.screen is on_top


@pytest.mark.slow
async def test_the_library_fits_where_it_is_the_first_screen() -> None:
    app = ReaderApp(None)
    async with app.run_test(size=(120, 40)) as pilot:
        for size in SIZES[::3]:
            await pilot.resize_terminal(*size)
            check(app, size)


def check(app: ReaderApp, size: tuple[int, int]) -> None:
    """Check every widget in the window."""
    for widget in shown(app):
        for strip in strips(widget):
            where = f"{widget!r} at {size}"
            assert strip.cell_length == widget.outer_size.width, where
            assert all(segment.style is not None or segment.control for segment in strip), where
