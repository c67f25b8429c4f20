"""The ruler: the positions of the window, matches, quotes and marks in the article, and clicks on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region

from reader.model import Document, Place, Quote, Span
from reader.text.flow import Flow
from reader.text.match_list import SpanMatches
from reader.text.page import Page, page
from reader.ui.widgets.overview_ruler import EXACT, MARK, MATCH, QUOTE, WINDOW, OverviewRuler, cells_of
from tests.ui.widgets.article_host import Host, many, paragraphs
from tests.ui.widgets.lines import rows

HUNDRED = many(100)
FLOW = Flow(HUNDRED, 40)


@given(st.lists(st.integers(0, 999)), st.integers(0, 60), st.integers(1, 1000))
def test_every_row_has_a_cell_and_the_order_stays(numbers: list[int], height: int, total: int) -> None:
    inside = [number % total for number in numbers]
    found = cells_of(inside, height, total)
    assert found <= set(range(height))
    assert bool(found) == bool(inside and height)
    if height and inside:
        assert min(found) == min(cells_of([min(inside)], height, total))


def shown(ruler: OverviewRuler) -> str:
    """The ruler from top to bottom, one character for each cell."""
    return "".join(row or " " for row in rows(ruler))


async def test_nothing_is_shown_before_there_is_a_flow() -> None:
    ruler = OverviewRuler(HUNDRED)
    app = Host(ruler)
    async with app.run_test(size=(1, 20)) as pilot:
        assert shown(ruler) == " " * 20
        await pilot.click(ruler, offset=(0, 5))
        assert app.heard == []


async def test_the_window_is_where_it_is_in_the_article() -> None:
    ruler = OverviewRuler(HUNDRED)
    async with Host(ruler).run_test(size=(1, 20)):
        ruler.show(FLOW, 0, 20)
        assert shown(ruler) == WINDOW * 2 + " " * 18
        ruler.show(FLOW, FLOW.height - 20, 20)
        assert shown(ruler) == " " * 18 + WINDOW * 2


async def test_an_article_that_fits_the_window_shows_no_window_cells() -> None:
    short = many(2)
    ruler = OverviewRuler(short)
    async with Host(ruler).run_test(size=(1, 20)):
        ruler.show(Flow(short, 40), 0, 20)
        assert shown(ruler) == " " * 20


async def test_matches_and_marks_have_their_ticks() -> None:
    ruler = OverviewRuler(HUNDRED)
    async with Host(ruler).run_test(size=(1, 20)):
        ruler.show(FLOW, 0, 10)
        ruler.matches = SpanMatches([Span(0, 0, 3), Span(99, 0, 3)])
        ruler.marks = (Place(50, 0),)
        cells = shown(ruler)
        assert (cells[0], cells[-1], cells.count(MATCH)) == (MATCH, MATCH, 2)
        assert cells.index(MARK) in (9, 10)
        ruler.matches = None
        assert MATCH not in shown(ruler)
        ruler.marks = ()
        assert MARK not in shown(ruler)


def quoted(block: int) -> Page:
    return page(Document("T", HUNDRED.document.blocks, quotes=(Quote("Par", (Span(block, 0, 3),)),)))


async def test_quotes_have_a_quieter_tick_that_the_window_covers() -> None:
    ruler = OverviewRuler(quoted(60))
    async with Host(ruler).run_test(size=(1, 20)):
        ruler.show(FLOW, 0, 10)
        cell = shown(ruler).index(QUOTE)
        ruler.show(FLOW, FLOW.y_of(Place(60, 0)), 10)
        assert shown(ruler)[cell] == WINDOW


async def test_only_cells_that_change_are_painted_when_the_window_moves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ruler = OverviewRuler(HUNDRED)
    async with Host(ruler).run_test(size=(1, 20)) as pilot:
        ruler.show(FLOW, 0, 20)
        await pilot.pause()
        painted: list[int] = []
        refresh = OverviewRuler.refresh

        def refreshing(self: OverviewRuler, *regions: Region) -> OverviewRuler:
            painted.extend(y for region in regions for y in region.line_range)
            return refresh(self, *regions)

        monkeypatch.setattr(OverviewRuler, "refresh", refreshing)
        middle = FLOW.height // 2
        for top, moved in ((1, False), (middle, True), (middle + 1, False), (0, True)):
            before = shown(ruler)
            painted.clear()
            ruler.show(FLOW, top, 20)
            await pilot.pause()
            changed = sorted(painted)
            after = shown(ruler)
            assert changed == [y for y in range(20) if after[y] != before[y]]
            assert bool(changed) == moved


async def test_another_article_has_its_own_ticks() -> None:
    ruler = OverviewRuler(quoted(10))
    async with Host(ruler).run_test(size=(1, 20)):
        ruler.show(FLOW, 100, 10)
        assert shown(ruler).index(QUOTE) < 4
        ruler.replace(quoted(90))
        ruler.show(FLOW, 100, 10)
        assert shown(ruler).index(QUOTE) > 16


@pytest.mark.slow
async def test_very_many_matches_are_shown_by_their_paragraphs() -> None:
    words = "a " * (EXACT + 1)
    long = paragraphs("b", words, "b")
    flow = Flow(long, 40)
    ruler = OverviewRuler(long)
    async with Host(ruler).run_test(size=(1, 20)):
        ruler.show(flow, 0, 1)
        ruler.matches = SpanMatches([Span(1, at, at + 1) for at in range(0, len(words), 2)])
        assert shown(ruler).count(MATCH) == 1
        ruler.matches = SpanMatches([Span(1, at, at + 1) for at in range(0, 2 * EXACT, 2)])
        assert shown(ruler).count(MATCH) == 20


async def test_a_new_height_computes_the_ticks_again() -> None:
    ruler = OverviewRuler(HUNDRED)
    async with Host(ruler).run_test(size=(1, 20)) as pilot:
        ruler.show(FLOW, 0, 10)
        ruler.matches = SpanMatches([Span(99, 0, 3)])
        for height in (10, 1, 40):
            await pilot.resize_terminal(1, height)
            assert shown(ruler)[-1] == MATCH


@pytest.mark.parametrize(("cell", "row"), [(0, 0), (10, FLOW.height // 2), (19, FLOW.height * 19 // 20)])
async def test_a_click_posts_the_first_row_of_its_cell(cell: int, row: int) -> None:
    ruler = OverviewRuler(HUNDRED)
    app = Host(ruler)
    async with app.run_test(size=(1, 20)) as pilot:
        ruler.show(FLOW, 0, 10)
        await pilot.click(ruler, offset=(0, cell))
        (told,) = app.heard
        assert isinstance(told, OverviewRuler.Chosen)
        assert told.row == row


async def test_other_colours_are_taken_up() -> None:
    ruler = OverviewRuler(HUNDRED)
    async with Host(ruler).run_test(size=(1, 20)) as pilot:
        ruler.show(FLOW, 0, 10)
        before = ruler.render_line(0)
        pilot.app.theme = "reader-paper"
        await pilot.pause()
        assert ruler.render_line(0).text == before.text
        assert ruler.render_line(0) != before
