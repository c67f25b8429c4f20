"""The article view: which rows are painted, and which painted rows are kept."""

from __future__ import annotations

import gc

import pytest
from rich.segment import Segment
from textual.geometry import Region, Spacing
from textual.strip import Strip

from reader.model import Place, Span
from reader.text import cells
from reader.text.ambiguous_width import without_placeholders
from reader.text.match_list import SpanMatches
from reader.ui.widgets.article_rows import RowPainter
from reader.ui.widgets.article_view import CACHED_ROWS, ArticleView
from tests.ui.widgets.article_host import LONG, Host, article, every_kind, many, paragraphs, row_with
from tests.ui.widgets.lines import rows, same


def moved(app: Host) -> list[Place]:
    return [message.place for message in app.heard if isinstance(message, ArticleView.Moved)]


async def test_rows_are_repainted_when_marks_or_colours_change() -> None:
    view = article(many(3))
    async with Host(view).run_test(size=(80, 10)) as pilot:
        row = row_with(view, "Paragraph 1")
        there = Region(0, row, 80, 1)
        before = view.render_lines(there)
        assert view.render_lines(there)[0] is before[0]
        view.matches = SpanMatches([Span(1, 0, 9)])
        assert view.render_lines(there) != before
        view.matches = None
        assert view.render_lines(there) == before
        pilot.app.theme = "reader-paper"
        await pilot.pause()
        assert view.render_lines(there) != before


async def test_only_render_line_gives_words_their_place() -> None:
    view = article(many(3))
    async with Host(view).run_test(size=(80, 10)) as pilot:
        row = row_with(view, "Paragraph 1")
        told = [s.style.meta["offset"] for s in view.render_line(row) if s.style and s.style.meta]
        assert told == [(0, 1 - view.page.first)]
        assert not any(s.style and s.style.meta for s in view.render_lines(Region(0, row, 80, 1))[0])
        assert pilot.app.screen.get_widget_and_offset_at(view.region.x + 30, view.region.y + row)[0] is view


async def test_more_rows_are_painted_than_are_kept() -> None:
    view = article(many(CACHED_ROWS))
    async with Host(view).run_test(size=(80, 10)):
        for top in range(0, view.last_top, 10):
            view.show_top(top)
            assert len(rows(view)) == 10
        assert f"Paragraph {CACHED_ROWS - 2}." in "".join(rows(view))


@pytest.mark.slow
async def test_article_rows_scrolled_out_of_sight_are_not_kept() -> None:
    view = article(many(10 * CACHED_ROWS))
    async with Host(view).run_test(size=(80, 10)) as pilot:
        counts = []
        for pages in (20, 100):
            for _ in range(pages):
                view.scroll_rows(10)
                await pilot.pause()
            gc.collect()
            counts.append(sum(isinstance(thing, Strip) for thing in gc.get_objects()))
        assert counts[1] <= counts[0] + CACHED_ROWS / 4


async def test_a_window_of_more_rows_than_are_kept_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    view = article(many(2 * CACHED_ROWS))
    async with Host(view).run_test(size=(80, CACHED_ROWS + 20)) as pilot:
        found = painted(monkeypatch)
        view.scroll_rows(1)
        await pilot.pause()
        assert len(found) == 1


def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows of the flow that are painted from now on."""
    found: list[int] = []
    segments = RowPainter.segments

    def counted(painter: RowPainter, y: int, *, with_places: bool = False) -> list[Segment]:
        found.append(y)
        return segments(painter, y, with_places=with_places)

    monkeypatch.setattr(RowPainter, "segments", counted)
    return found


async def test_a_row_is_painted_once_at_any_scroll_position(monkeypatch: pytest.MonkeyPatch) -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 20)) as pilot:
        found = painted(monkeypatch)
        for rows_down in (1, 1, -2, 3):
            view.scroll_rows(rows_down)
            await pilot.pause()
        assert found == [20, 21, 22]


async def test_the_next_match_repaints_only_the_old_and_new_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 30)) as pilot:
        view.matches = SpanMatches([Span(block, 0, 9) for block in range(1, 4)])
        view.current = 0
        await pilot.pause()
        found = painted(monkeypatch)
        view.current = 1
        await pilot.pause()
        assert found == [*view.flow.rows_of(1), *view.flow.rows_of(2)]
        view.show_place(Place(2, 0))
        await pilot.pause()
        view.current = None
        await pilot.pause()
        assert len(found) == len(view.flow.rows_of(1)) + 2 * len(view.flow.rows_of(2))


async def test_another_set_repaints_only_the_rows_with_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 30)) as pilot:
        found = painted(monkeypatch)
        for blocks, stale in (((1, 3), (1, 3)), ((3, 2), (1, 2, 3)), ((), (2, 3))):
            view.matches = SpanMatches([Span(block, 0, 9) for block in sorted(blocks)]) if blocks else None
            await pilot.pause()
            assert found == [view.flow.rows_of(block).start for block in stale]
            found.clear()


async def test_the_window_is_painted_as_textual_would_paint_its_lines() -> None:
    view = article(every_kind())
    async with Host(view).run_test(size=(80, 30)) as pilot:
        view.matches = SpanMatches([Span(0, 1, 9), Span(7, 0, 3)])
        for padding in (Spacing(), Spacing(1), Spacing(2, 0, 3, 0), Spacing.all(1)):
            view.styles.padding = padding
            await pilot.pause()
            for part in (Region(0, 0, 80, 30), Region(10, 0, 33, 5), Region(3, 28, 70, 2)):
                assert same(view, part), (padding, part)


async def test_another_page_is_shown_at_the_nearest_place_without_the_selection() -> None:
    app = Host(view := article(LONG))
    async with app.run_test(size=(80, 20)) as pilot:
        view.show_place(Place(30, 50), at_top=True)
        view.chosen = (Place(30, 0), Place(31, 5))
        short = paragraphs("One.", "Two.")
        view.replace(short, {})
        await pilot.pause()
        assert (view.place, view.top, view.selected_spans()) == ((1, 0), 0, ())
        assert moved(app)[-1] == (1, 0)
        assert "Two." in rows(view)[row_with(view, "Two.")]
        view.show_place(Place(30, 50))
        assert view.place == (1, 0)


async def test_the_same_page_with_other_layers_stays_where_it_is() -> None:
    view = article(LONG)
    async with Host(view).run_test(size=(80, 20)) as pilot:
        view.show_place(Place(10, 0), at_top=True)
        flow, top = view.flow, view.top
        view.replace(LONG, {10: [(0, 9, "strong")]})
        await pilot.pause()
        assert (view.flow, view.top) == (flow, top)
        assert any("bold" in str(s.style) for s in view.render_line(0) if s.text == "Paragraph")


# -- the mouse -----------------------------------------------------------------------------------------


async def test_a_match_covers_its_own_cells_in_text_of_ambiguous_width() -> None:
    text = "कुआँ है और उसके पास"
    start = text.index("और")
    view = article(paragraphs(text))
    async with Host(view).run_test(size=(60, 20)):
        y = next(y for y, row in enumerate(rows(view)) if without_placeholders(row).endswith(text))
        left = cells.width(without_placeholders(rows(view)[y]).removesuffix(text))
        before = view.render_line(y)
        view.matches = SpanMatches([Span(0, start, start + 2)])
        after = view.render_line(y)
        changed = [
            x
            for x in range(60)
            if str(next(iter(before.crop(x, x + 1))).style) != str(next(iter(after.crop(x, x + 1))).style)
        ]
        at = left + cells.width(text[:start])
        assert changed == list(range(at, at + cells.width("और")))
