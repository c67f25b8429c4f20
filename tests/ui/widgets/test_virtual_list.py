"""The virtual list: keys, mouse, scrolling, and painting only visible rows."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence

import pytest
from textual import events
from textual.geometry import Region, Spacing
from textual.strip import Strip

from reader.ui.widgets.item_source import ItemSource, ItemState
from reader.ui.widgets.line import Line
from reader.ui.widgets.virtual_list import VirtualList
from tests.ui.widgets.lines import rows, same
from tests.ui.widgets.panel_host import Host


class NumberItems(ItemSource):
    """Items of one row, every tenth with a blank row above. Records which items were painted."""

    def __init__(self, count: int, title: str, width_rows: int) -> None:
        self.number = count
        self.title = title
        self.width_rows = width_rows
        self.painted: list[int] = []

    def caption(self) -> tuple[str, str]:
        return self.title, str(self.number)

    def empty_text(self) -> str:
        return "Nothing."

    def count(self) -> int:
        return self.number

    def lead(self, item: int) -> int:
        return 1 if item and item % 10 == 0 else 0

    def heights(self, width: int) -> Iterable[int]:
        return [self.lead(item) + 1 + (self.width_rows if width < 30 else 0) for item in range(self.number)]

    def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
        self.painted.append(item)
        row = state.line(width).add(f"{'>' if state.under_cursor else '-'}{item}", state.blank)
        return [state.line(width)] * self.lead(item) + [row]


def numbered(count: int, title: str = "Numbers", width_rows: int = 0) -> tuple[VirtualList, NumberItems]:
    """A list of numbers and its source."""
    items = NumberItems(count, title, width_rows)
    return VirtualList(items), items


def chosen(app: Host) -> list[int]:
    return [message.index for message in app.told(VirtualList.Chosen)]


def wheel(kind: type[events.MouseEvent]) -> events.MouseEvent:
    return kind(None, 3, 5, 0, 0, 0, False, False, False)


async def test_title_stays_while_the_items_scroll() -> None:
    numbers, _ = numbered(50)
    app = Host(numbers)
    async with app.run_test(size=(20, 8)) as pilot:
        assert rows(numbers)[:4] == ["Numbers  50", "", f"{'-0':<19}▐", "-1"]
        numbers.focus()
        await pilot.press("G")
        await pilot.pause()
        assert rows(numbers)[:2] == ["Numbers  50", ""]
        assert rows(numbers)[-1].startswith(">49")


async def test_every_key_moves_the_cursor_and_enter_chooses() -> None:
    numbers, _ = numbered(100)
    app = Host(numbers)
    async with app.run_test(size=(20, 12)) as pilot:
        numbers.focus()
        for key, cursor in (
            ("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0), ("G", 99), ("j", 99), ("g", 0),
            ("end", 99), ("home", 0), ("space", 9), ("pagedown", 17), ("pageup", 9),
            ("pageup", 0), ("pageup", 0),
        ):  # fmt: skip
            await pilot.press(key)
            assert numbers.cursor == cursor, key
            y = [row[: len(f">{cursor}")] for row in rows(numbers)]
            assert f">{cursor}" in y, (key, y)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert chosen(app) == [1]


async def test_the_cursor_is_shown_only_with_the_focus() -> None:
    numbers, _ = numbered(5)
    app = Host(numbers, numbered(5)[0])
    async with app.run_test(size=(40, 10)) as pilot:
        assert rows(numbers)[2] == "-0"
        numbers.focus()
        await pilot.pause()
        assert rows(numbers)[2] == ">0"
        app.set_focus(None)
        await pilot.pause()
        assert rows(numbers)[2] == "-0"


async def test_a_click_on_a_lead_row_chooses_nothing() -> None:
    numbers, _ = numbered(30)
    app = Host(numbers)
    async with app.run_test(size=(20, 20)) as pilot:
        await pilot.click(numbers, offset=(3, 4))
        await pilot.click(numbers, offset=(3, 12))
        await pilot.click(numbers, offset=(3, 0))
        await pilot.click(numbers, offset=(3, 13))
        assert chosen(app) == [2, 10]
        assert numbers.cursor == 10


async def test_a_click_below_the_last_item_chooses_nothing() -> None:
    numbers, _ = numbered(3)
    app = Host(numbers)
    async with app.run_test(size=(20, 20)) as pilot:
        await pilot.click(numbers, offset=(3, 9))
        assert app.heard == []


async def test_the_wheel_scrolls_without_moving_the_cursor() -> None:
    numbers, _ = numbered(50)
    app = Host(numbers)
    async with app.run_test(size=(20, 10)) as pilot:
        numbers.post_message(wheel(events.MouseScrollDown))
        await pilot.pause()
        assert numbers.scroll_offset.y == 2
        numbers.post_message(wheel(events.MouseScrollUp))
        await pilot.pause()
        assert numbers.scroll_offset.y == 0
        assert numbers.cursor == 0


async def test_only_visible_items_of_ten_thousand_are_painted() -> None:
    numbers, items = numbered(10_000)
    app = Host(numbers)
    async with app.run_test(size=(20, 12)) as pilot:
        numbers.focus()
        await pilot.press("G")
        await pilot.pause()
        assert rows(numbers)[-1].startswith(">9999")
        assert len(set(items.painted)) <= 24


@pytest.mark.slow
async def test_rows_scrolled_out_of_sight_are_not_kept() -> None:
    numbers, _ = numbered(10_000)
    app = Host(numbers)
    async with app.run_test(size=(20, 12)) as pilot:
        numbers.focus()
        counts = []
        for pages in (5, 30):
            await pilot.press(*["space"] * pages)
            await pilot.pause()
            gc.collect()
            counts.append(sum(isinstance(thing, Strip) for thing in gc.get_objects()))
        assert counts[1] <= counts[0] + 2 * 12


async def test_rows_are_painted_once_until_the_theme_changes() -> None:
    numbers, items = numbered(5)
    app = Host(numbers)
    async with app.run_test(size=(20, 10)) as pilot:
        shown = rows(numbers)
        items.painted.clear()
        assert rows(numbers) == shown
        assert items.painted == []
        before = numbers.render_line(2)
        app.theme = "reader-paper"
        await pilot.pause()
        assert numbers.render_line(2).text == before.text
        assert [segment.style for segment in numbers.render_line(2)] != [s.style for s in before]


async def test_rows_fill_the_panel_after_a_small_change_of_width() -> None:
    numbers, _ = numbered(4)
    async with Host(numbers).run_test(size=(8, 12)) as pilot:
        for width in (8, 10, 8):
            await pilot.resize_terminal(width, 12)
            while numbers.size.width != width:
                await pilot.pause()
            lines = numbers.render_lines(Region(0, 0, width, 12))
            assert [strip.cell_length for strip in lines] == [width] * 12
            assert [len(strip.text) for strip in lines] == [width] * 12


async def test_the_lines_are_what_textual_would_paint() -> None:
    panel, _ = numbered(40)
    async with Host(panel).run_test(size=(30, 12)) as pilot:
        panel.focus()
        for padding in (Spacing(), Spacing(1, 0, 0, 2), Spacing(0, 2, 3, 1), Spacing.all(1)):
            panel.styles.padding = padding
            for border in ("none", "round"):
                panel.styles.border = (border, "red")
                await pilot.pause()
                await pilot.press("G" if panel.cursor == 0 else "g")
                for part in (Region(0, 0, 30, 12), Region(4, 0, 9, 5), Region(3, 8, 27, 4)):
                    assert same(panel, part), (padding, border, part)


async def test_new_items_are_shown_and_the_cursor_stays_in_the_list() -> None:
    numbers, items = numbered(50)
    app = Host(numbers)
    async with app.run_test(size=(20, 10)) as pilot:
        numbers.focus()
        await pilot.press("G")
        items.number = 2
        numbers.items_changed()
        await pilot.pause()
        assert rows(numbers) == ["Numbers  2", "", "-0", ">1", "", "", "", "", "", ""]
        items.number = 0
        numbers.items_changed()
        await pilot.press("enter", "j", "G", "space")
        assert rows(numbers)[2] == "Nothing."
        assert app.heard == []


async def test_the_first_visible_item_stays_visible_when_heights_change() -> None:
    numbers, _ = numbered(200, width_rows=2)
    app = Host(numbers)
    async with app.run_test(size=(60, 12)) as pilot:
        numbers.reveal(150)
        await pilot.pause()
        first = rows(numbers)[2]
        assert first.startswith("-1")
        await pilot.resize_terminal(24, 12)
        await pilot.pause()
        assert first in [row.split(" ")[0] for row in rows(numbers)]


async def test_reveal_moves_only_as_far_as_it_must() -> None:
    numbers, _ = numbered(100)
    app = Host(numbers)
    async with app.run_test(size=(20, 12)) as pilot:
        numbers.reveal(5)
        assert numbers.scroll_offset.y == 0
        numbers.reveal(12)
        assert numbers.scroll_offset.y == 4
        numbers.reveal(11)
        assert numbers.scroll_offset.y == 4
        numbers.reveal(2, near=1)
        assert numbers.scroll_offset.y == 1
        numbers.reveal(90)
        await pilot.pause()
        assert any(row.startswith("-90") for row in rows(numbers)[5:9])
        before = numbers.scroll_offset
        numbers.reveal(-1)
        numbers.reveal(1000)
        assert numbers.scroll_offset == before


async def test_an_item_revealed_before_the_first_layout_is_visible() -> None:
    numbers, _ = numbered(100)
    numbers.reveal(70)
    app = Host(numbers)
    async with app.run_test(size=(20, 12)) as pilot:
        await pilot.pause()
        assert any(row.startswith("-70") for row in rows(numbers))


async def test_a_rule_is_painted_above_the_title_below_another_panel() -> None:
    numbers, _ = numbered(3)
    app = Host(numbers)
    async with app.run_test(size=(20, 10)) as pilot:
        numbers.ruled = True
        await pilot.pause()
        assert rows(numbers)[:5] == ["─" * 18, "", "Numbers  3", "", "-0"]


@pytest.mark.slow
async def test_missing_or_too_wide_rows_are_corrected() -> None:
    class Careless(NumberItems):
        def paint(self, item: int, width: int, state: ItemState) -> Sequence[Line]:
            return [] if item else [state.line(width + 9)]

    numbers = VirtualList(Careless(5, "Numbers", 0))
    async with Host(numbers).run_test(size=(20, 10)):
        assert [numbers.render_line(y).cell_length for y in range(10)] == [20] * 10


async def test_a_list_without_a_title_begins_with_its_items() -> None:
    numbers, _ = numbered(3, title="")
    app = Host(numbers)
    async with app.run_test(size=(20, 10)):
        assert rows(numbers)[0] == "-0"


async def test_height_auto_is_the_height_of_the_list_from_the_first_frame() -> None:
    numbers, _ = numbered(5)
    app = Host(numbers)
    numbers.styles.height = "auto"
    async with app.run_test(size=(20, 30)):
        assert numbers.size.height == 7


@pytest.mark.parametrize("ruled", [False, True])
async def test_no_size_breaks_it_or_paints_past_the_edge(ruled: bool) -> None:
    numbers, _ = numbered(100)
    app = Host(numbers)
    async with app.run_test(size=(20, 10)) as pilot:
        numbers.ruled = ruled
        numbers.focus()
        for width in (1, 2, 9, 20):
            for height in (1, 2, 5, 7):
                await pilot.resize_terminal(width, height)
                while numbers.size != (width, height):
                    await pilot.pause()
                numbers.action_cursor_page(1)
                numbers.action_cursor(-1)
                for y in range(numbers.size.height + 1):
                    strip = numbers.render_line(y)
                    assert strip.cell_length == width
                    assert all(segment.style is not None for segment in strip)


async def test_rows_beside_the_thumb_are_kept_too() -> None:
    numbers, items = numbered(12)
    app = Host(numbers)
    async with app.run_test(size=(20, 12)) as pilot:
        assert sum("▐" in row for row in rows(numbers)) > 6
        items.painted.clear()
        numbers.refresh()
        await pilot.pause()
        assert items.painted == []
