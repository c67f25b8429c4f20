"""Changes of the window and its panels keep the same sentence at the top."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model import Place
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text
from tests.ui.reading_app import reading, screen
from tests.ui.sight import article, strips
from tests.ui.widgets.lines import rows

pytestmark = pytest.mark.slow

SIZES = ((60, 20), (72, 12), (100, 30), (124, 24), (160, 30))
DOINGS = st.one_of(st.sampled_from(SIZES), st.sampled_from(("t", '"', "@", "z", "+", "-", "T")))
HOME = SIZES[-1]


def first_row(screen: ReadingScreen) -> str:
    """The text of the first row that is not blank."""
    rows = (strip.text for strip in strips(screen.view))
    return next(row.strip() for row in rows if row.strip())


@pytest.mark.slow
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(1, 60), doings=st.lists(DOINGS, max_size=6))
async def test_returning_to_the_first_size_shows_the_same_first_row(
    start: int, doings: list[str | tuple[int, int]]
) -> None:
    app = ReaderApp(load_text(article(), "-"))
    async with app.run_test(size=HOME) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        for key in (*str(start), "j"):
            await pilot.press(key)
        await pilot.pause()
        before, place = first_row(screen), screen.view.place
        for doing in doings:
            if isinstance(doing, tuple):
                await pilot.resize_terminal(*doing)
            else:
                await pilot.press(doing)
            await pilot.pause()
            assert screen.view.place == place
        await pilot.resize_terminal(*HOME)
        if screen.has_class("-zen"):
            await pilot.press("z")
        for name in ("navigator", "quotes", "entities"):
            panel = screen.query_one(f"#{name}")
            panel.remove_class("-hidden", "-open")
        await pilot.press("=")
        await pilot.pause()
        assert first_row(screen) == before


async def test_a_lower_window_is_painted_with_the_rows_of_its_headline() -> None:
    text = "title: T\nkicker: K\nstandfirst: S\nnote: N\nparagraphs: [One., Two., Three.]\n"
    async with reading(text, size=(100, 40)) as pilot:
        view = screen(pilot).view
        for height in (40, 20, 40):
            await pilot.resize_terminal(100, height)
            await pilot.pause()
            shown = [row.strip() for row in rows(view)]
            kicker = shown.index("K")
            assert shown[kicker : kicker + 2] == (["K", "T"] if height == 20 else ["K", ""])
            assert shown[view.flow.y_of(Place(2, 0)) - view.top].endswith("Three.")
