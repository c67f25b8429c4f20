"""The window of the article view: its first row at every size, and moving it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Place, Span
from reader.text.flow import Flow
from reader.text.match_list import SpanMatches
from reader.ui.widgets.article_view import ArticleView
from tests.ui.widgets.article_host import Host, article, paragraphs
from tests.ui.widgets.lines import rows

LONG = paragraphs(
    *(f"Paragraph {n} begins here and goes on. " + "More words follow. " * 12 for n in range(40))
)


def moved(app: Host) -> list[Place]:
    return [message.place for message in app.heard if isinstance(message, ArticleView.Moved)]


async def test_it_begins_at_the_headline_and_says_so() -> None:
    app = Host(view := article(LONG))
    async with app.run_test(size=(80, 20)):
        assert (view.top, view.place, view.share) == (0, LONG.start, 0.0)
        assert moved(app)[-1] == LONG.start
        assert rows(view)[0].strip() == "T"


async def test_it_stops_at_both_ends() -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 20)):
        view.scroll_rows(10**6)
        assert (view.top, view.share) == (view.flow.height - 20, 1.0)
        assert rows(view)[-1]
        view.scroll_rows(-(10**6))
        assert view.top == 0


async def test_an_article_shorter_than_the_window_is_shown_completely() -> None:
    view = article(paragraphs("One."))
    async with Host(view).run_test(size=(80, 20)):
        view.scroll_rows(5)
        assert (view.top, view.last_top, view.share) == (0, 0, 1.0)
        assert view.rows_in_sight() == range(view.flow.height)
        assert rows(view)[-1] == ""


async def test_showing_a_visible_place_does_not_scroll() -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 30)):
        view.show_place(Place(20, 0), at_top=True)
        assert view.top == view.flow.y_of(Place(20, 0))
        top = view.top
        view.show_place(Place(21, 10))
        assert (view.top, view.place) == (top, Place(21, 10))
        view.show_place(Place(5, 0))
        assert view.flow.y_of(Place(5, 0)) - view.top == 10


@pytest.mark.slow
@settings(max_examples=6)
@given(sizes=st.lists(st.tuples(st.integers(2, 160), st.integers(1, 50)), min_size=1, max_size=4))
async def test_the_same_words_stay_on_top_through_any_sizes(sizes: list[tuple[int, int]]) -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 20)) as pilot:
        view.show_place(Place(15, 60), at_top=True)
        there = view.flow.place_at(view.top)
        for size in sizes:
            await pilot.resize_terminal(*size)
            row = view.flow.row(view.top)
            assert row.block == there.block
            assert row.start <= there.offset < row.end
        await pilot.resize_terminal(80, 20)
        assert view.flow.place_at(view.top) == there


async def test_another_measure_keeps_the_words_on_top() -> None:
    app = Host(view := article(LONG))
    async with app.run_test(size=(120, 20)) as pilot:
        view.show_place(Place(15, 0), at_top=True)
        for measure in (40, 100, 72):
            view.measure = measure
            await pilot.pause()
            assert view.flow.width == measure
            assert view.flow.place_at(view.top) == (15, 0)
            assert max(len(row.strip()) for row in rows(view)) <= measure + 8


async def test_a_higher_window_at_the_end_is_filled() -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 20)) as pilot:
        view.show_top(view.last_top)
        await pilot.resize_terminal(80, 40)
        assert (view.top, view.share) == (view.last_top, 1.0)
        assert rows(view)[-1]
        await pilot.resize_terminal(80, 20)
        assert view.top == view.last_top


async def test_a_window_can_be_restored_at_another_width() -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 20)) as pilot:
        view.show_place(Place(12, 0), at_top=True)
        view.scroll_rows(-1)
        window = view.window
        assert window.lead == 1
        view.show_top(0)
        await pilot.resize_terminal(50, 20)
        view.restore(window)
        assert (view.flow.place_at(view.top + 1), view.place) == ((12, 0), window.place)


async def test_only_a_new_width_lays_out_the_flow_again() -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 20)) as pilot:
        flow = view.flow
        view.matches = SpanMatches([Span(3, 0, 9)])
        view.show_top(30)
        await pilot.resize_terminal(80, 10)
        assert view.flow is flow
        await pilot.resize_terminal(40, 10)
        assert isinstance(view.flow, Flow)
        assert view.flow is not flow


async def test_the_wheel_scrolls_rows() -> None:
    app = Host(view := article(LONG))
    async with app.run_test(size=(80, 20)) as pilot:
        from textual.events import MouseScrollDown, MouseScrollUp

        wheel = (view, 5, 5, 0, 0, 0, False, False, False)
        view.post_message(MouseScrollDown(*wheel))
        view.post_message(MouseScrollDown(*wheel))
        await pilot.pause()
        assert view.top == 6
        view.post_message(MouseScrollUp(*wheel))
        await pilot.pause()
        assert view.top == 3
