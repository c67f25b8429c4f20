"""Clicking, selecting and copying text of the article with the mouse."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from reader.model import Place, Span
from reader.text import cells
from reader.text.ambiguous_width import without_placeholders
from reader.ui.widgets.article_view import ArticleView
from tests.ui.widgets.article_host import LONG, Host, article, every_kind, paragraphs, row_with
from tests.ui.widgets.lines import rows


def clicked(app: Host) -> list[Place]:
    return [message.place for message in app.heard if isinstance(message, ArticleView.Clicked)]


@pytest.mark.slow
async def test_a_click_posts_the_place_only_in_the_text() -> None:
    app = Host(view := article(every_kind()))
    async with app.run_test(size=(80, 40)) as pilot:
        y = row_with(view, "日本語")
        x = len(rows(view)[y].split("日")[0])
        for column, offset in ((x, 0), (x + 1, 0), (x + 2, 1), (x + 5, 2)):
            await pilot.click(view, offset=(column, y))
            assert clicked(app)[-1] == (7, offset)
            await pilot.click(view, offset=(column, y), times=2)
            app.screen.clear_selection()
        told = len(clicked(app))
        for outside in ((0, y), (79, y), (x, 39), (x, y - 1)):
            await pilot.click(view, offset=outside)
        assert len(clicked(app)) == told


async def test_two_clicks_select_a_word_and_three_the_paragraph() -> None:
    view = article(paragraphs("One two-fold three.", "Four."))
    async with Host(view).run_test(size=(80, 20)) as pilot:
        y = row_with(view, "One two")
        at = (rows(view)[y].index("two") + 1, y)
        await pilot.click(view, offset=at, times=2)
        assert view.selected_spans() == (Span(0, 4, 12),)
        assert pilot.app.screen.get_selected_text() == "two-fold"
        await pilot.click(view, offset=at, times=3)
        assert view.selected_spans() == (Span(0, 0, 19),)


async def test_two_clicks_beside_a_word_select_the_paragraph() -> None:
    view = article(paragraphs("One — two."))
    async with Host(view).run_test(size=(80, 20)) as pilot:
        view.select_at(Place(0, 4))
        await pilot.pause()
        assert view.selected_spans() == (Span(0, 0, 10),)


async def test_a_dragged_selection_gives_the_articles_own_words() -> None:
    view = article(LONG, measure=30)
    async with Host(view).run_test(size=(60, 20)):
        # The rows of a selection are blocks, counted from the first block of the headline.
        selection = Selection(Offset(10, 1), Offset(9, 2))
        first = LONG.document.blocks[0]
        view.selection_updated(selection)
        assert view.selected_spans() == (Span(0, 10, len(first.text)), Span(1, 0, 9))
        assert view.get_selection(selection) == (f"{first.text[10:]}\n\nParagraph", "\n")
        view.selection_updated(None)
        assert view.selected_spans() == ()


async def test_everything_can_be_selected() -> None:
    page = paragraphs("One.", "Two.")
    view = article(page)
    async with Host(view).run_test(size=(60, 20)):
        assert view.get_selection(SELECT_ALL) == ("T\n\nOne.\n\nTwo.", "\n")


async def test_dragging_over_wide_characters_selects_those_under_the_mouse() -> None:
    view = article(paragraphs("日本語の段落です"))
    async with Host(view).run_test(size=(60, 20)) as pilot:
        y = row_with(view, "日本")
        x = len(rows(view)[y].split("日")[0])
        await pilot.mouse_down(view, offset=(x + 2, y))
        await pilot.hover(view, offset=(x + 8, y))
        await pilot.mouse_up(view, offset=(x + 8, y))
        words = pilot.app.screen.get_selected_text()
        assert words is not None
        assert words.startswith("本語の")
        assert not words.startswith("日")
        assert len(words) <= 4


@pytest.mark.parametrize(
    "text", ["कुआँ है और उसके", "ஒரு கிணறு கோயில்", "ကြောင်လေး မြစ်", "a 👍🏽 b 🇩🇪 c ❤\ufe0f d"]
)
async def test_the_mouse_finds_the_character_whose_cells_it_is_on(text: str) -> None:
    table = cells.advance(text)
    begins = [index for index in range(len(text)) if table[index] < table[index + 1]]
    view = article(paragraphs(text))
    async with Host(view).run_test(size=(60, 20)) as pilot:
        y = next(y for y, row in enumerate(rows(view)) if without_placeholders(row).endswith(text))
        left = cells.width(without_placeholders(rows(view)[y]).removesuffix(text))
        for begin, end in pairwise([*begins, len(text)]):
            for column in range(table[begin], table[end]):
                assert view.place_under(Offset(left + column, y)) == Place(0, begin)
        for first, last in pairwise(begins):
            end = cells.ceil(table, last)
            await pilot.mouse_down(view, offset=(left + table[first], y))
            await pilot.hover(view, offset=(left + table[last], y))
            await pilot.mouse_up(view, offset=(left + table[last], y))
            assert view.selected_spans() == (Span(0, first, end),)
