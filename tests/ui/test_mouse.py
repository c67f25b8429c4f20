"""What the mouse does: the wheel, a click on what is marked, a drag over words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import pytest
from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot

from reader.model import Place
from reader.reading.active_set import QuotesBy
from reader.ui.app import ReaderApp
from reader.ui.screens.reading.screen import ReadingScreen
from tests.article_text import load_text
from tests.ui.sight import article, seen, strips


@asynccontextmanager
async def reading() -> AsyncIterator[tuple[Pilot[int], ReadingScreen]]:
    app = ReaderApp(load_text(article(), "-"))
    async with app.run_test(size=(150, 30)) as pilot:
        screen = cast(ReadingScreen, app.screen)
        await screen.search.prepare_bar()  # otherwise it would happen at some idle moment of the test
        await pilot.pause()
        yield pilot, screen


def cell(screen: ReadingScreen, place: Place) -> Offset:
    """The cell of the window in which a place of the article is painted."""
    view = screen.view
    found = next(
        Offset(x, y)
        for y in range(view.size.height)
        for x in range(view.size.width)
        if view.place_under(Offset(x, y)) == place
    )
    return view.content_region.offset + found


def place_of(screen: ReadingScreen, words: str, block: int) -> Place:
    """The place of the words in a block."""
    return Place(block, screen.page.block(block).text.index(words))


async def test_the_wheel_scrolls_three_rows() -> None:
    async with reading() as (pilot, screen):
        for down, top in ((True, 3), (True, 6), (False, 3)):
            await wheel(pilot, screen, down=down)
            assert screen.view.top == top


async def wheel(pilot: Pilot[int], screen: ReadingScreen, *, down: bool) -> None:
    """Turn the wheel by one notch over the article."""
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    at = screen.view.content_region.offset + Offset(20, 5)
    screen.view.post_message(kind(screen.view, at.x, at.y, 0, 1 if down else -1, 0, False, False, False))
    await pilot.pause()


async def test_a_click_on_a_name_steps_through_its_mentions() -> None:
    async with reading() as (pilot, screen):
        place = place_of(screen, "Brannoc", 1)
        await pilot.click(offset=cell(screen, place._replace(offset=place.offset + 3)))
        await pilot.pause()
        assert screen.session.active is not None
        assert (screen.session.active.label, screen.session.active.place) == ("Brannoc", place)


async def test_a_click_on_a_quote_steps_through_its_speakers_quotes() -> None:
    async with reading() as (pilot, screen):
        await pilot.click(offset=cell(screen, place_of(screen, "counted 2", 2)))
        await pilot.pause()
        assert screen.session.active is not None
        assert screen.session.active.subject == QuotesBy("Ada Okafor")
        assert "Ada Okafor 1/6" in seen(pilot.app)


async def test_a_click_on_a_link_shows_where_it_leads() -> None:
    async with reading() as (pilot, screen):
        await pilot.click(offset=cell(screen, place_of(screen, "ledger", 1)))
        await pilot.pause()
        assert "https://example.org/1" in seen(pilot.app)


async def test_a_click_on_plain_words_does_nothing() -> None:
    async with reading() as (pilot, screen):
        before = screen.view.top
        await pilot.click(offset=cell(screen, place_of(screen, "number", 1)))
        await pilot.pause()
        assert screen.session.active is None
        assert screen.view.top == before


async def test_a_click_on_a_row_of_the_navigator_goes_there() -> None:
    async with reading() as (pilot, screen):
        assert screen.reading.navigator is not None
        rows = enumerate(strips(screen.reading.navigator))
        row = next(y for y, strip in rows if strip.text.split()[:2] == ["9", "9"])
        await pilot.click(offset=screen.reading.navigator.region.offset + Offset(6, row))
        await pilot.pause()
        assert screen.session.version.number_of(screen.view.place.block) == 9


async def test_a_click_on_the_ruler_goes_to_that_part() -> None:
    async with reading() as (pilot, screen):
        ruler = screen.ruler
        await pilot.click(ruler, offset=(0, ruler.size.height - 1))
        await pilot.pause()
        assert screen.view.top > screen.view.last_top * 0.8
        await pilot.click(ruler, offset=(0, 0))
        await pilot.pause()
        assert screen.view.top == 0


async def click_hint(pilot: Pilot[int], screen: ReadingScreen, hint: str) -> None:
    """Click on a hint of the status line, in the middle of it."""
    row = strips(screen.status)[0].text
    await pilot.click("#status", offset=(row.index(hint) + len(hint) // 2, 0))
    await pilot.pause()
    await pilot.pause()


async def test_a_hint_of_the_status_line_can_be_clicked() -> None:
    async with reading() as (pilot, screen):
        await click_hint(pilot, screen, "/ search")
        assert screen.search.is_open
        await pilot.press(*"brannoc")
        await click_hint(pilot, screen, "Enter keep")
        assert screen.session.active is not None
        assert not screen.search.is_open
        for hint, position in (("n next", 1), ("n next", 2), ("N back", 1)):
            await click_hint(pilot, screen, hint)
            assert screen.session.active.position == position
        await click_hint(pilot, screen, "Esc clear")
        assert screen.session.active is None
        await click_hint(pilot, screen, "? help")
        assert pilot.app.screen is not screen
        await pilot.press("escape")
        await click_hint(pilot, screen, "q quit")
        assert pilot.app.return_value == 0


async def test_a_click_beside_the_hints_or_on_a_message_presses_no_key() -> None:
    async with reading() as (pilot, screen):
        await pilot.click("#status", offset=(2, 0))
        await pilot.press("v", "escape", "grave_accent", "f5")
        message = screen.status.message
        await pilot.click("#status", offset=(strips(screen.status)[0].text.index(message) + 3, 0))
        await pilot.pause()
        assert not screen.search.is_open
        assert pilot.app.screen is screen
        assert pilot.app.return_value is None


async def test_selected_words_offer_to_be_copied_with_a_key_or_a_click() -> None:
    async with reading() as (pilot, screen):
        start, end = place_of(screen, "number", 1), place_of(screen, "of this paragraph", 1)

        async def drag() -> None:
            await pilot.mouse_down(offset=cell(screen, start))
            await pilot.hover(offset=cell(screen, end))
            await pilot.mouse_up(offset=cell(screen, end))
            await pilot.pause()
            assert "y copy   Esc leave   | pipe" in strips(screen.status)[0].text

        await drag()
        await pilot.press("escape")
        assert "y copy" not in strips(screen.status)[0].text
        await drag()
        await click_hint(pilot, screen, "y copy")
        assert pilot.app.clipboard.startswith("number")
        assert "\n" not in pilot.app.clipboard
        assert "y copy" not in strips(screen.status)[0].text


@pytest.mark.parametrize(
    ("first", "last"),
    [("number", "of this paragraph"), ("Brannoc", "字の本 was on it"), ("漢字", "本 was")],
)
async def test_dragged_words_are_copied_as_in_the_article(first: str, last: str) -> None:
    async with reading() as (pilot, screen):
        text = screen.page.block(1).text
        start, end = place_of(screen, first, 1), place_of(screen, last, 1)
        await pilot.mouse_down(offset=cell(screen, start))
        for step in (-1, 0):
            await pilot.hover(offset=cell(screen, end) + Offset(step, 0))
        await pilot.mouse_up(offset=cell(screen, end))
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        copied = pilot.app.clipboard
        assert copied == text[start.offset : end.offset + len(copied) - (end.offset - start.offset)]
        assert copied.startswith(first)
        assert "\n" not in copied
        assert "Copied" in screen.status.message


async def test_a_click_clears_the_message() -> None:
    async with reading() as (pilot, screen):
        await pilot.press("escape")
        assert screen.status.message
        await pilot.click("#article", offset=(1, 1))
        assert screen.status.message == ""
