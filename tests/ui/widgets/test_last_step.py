"""The last step of painting: what is kept, and that widgets without content are one row alone."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region, Spacing
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.widgets.column import Column
from reader.ui.widgets.last_step import LastStep
from tests.ui.widgets.article_host import Host
from tests.ui.widgets.lines import same, styled


class Numbered(Widget):
    """Each line shows its number; `forgotten` counts how often its rows were stale."""

    def __init__(self) -> None:
        super().__init__()
        self.forgotten = 0
        self.last_step = LastStep(self, self.forget)

    def forget(self) -> None:
        self.forgotten += 1

    def lines(self, lines: range) -> list[Strip]:
        width = self.size.width
        return [self.last_step.strip([Segment(f"{y:<{width}}", self.rich_style)], width) for y in lines]

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(f"{y:<{self.size.width}}", self.rich_style)])

    def render_lines(self, crop: Region) -> list[Strip]:
        return self.last_step.lines(crop, super().render_lines, self.lines)


async def test_content_stands_in_its_air() -> None:
    widget = Numbered()
    async with Host(widget).run_test(size=(12, 8)) as pilot:
        for padding in (Spacing(), Spacing(1), Spacing(0, 3, 1, 2), Spacing.all(4)):
            widget.styles.padding = padding
            await pilot.pause()
            for part in (Region(0, 0, 12, 8), Region(2, 0, 5, 1), Region(0, 6, 12, 2), Region(1, 1, 10, 6)):
                assert same(widget, part), (padding, part)


async def test_rows_are_stale_when_what_they_went_through_is_another() -> None:
    widget = Numbered()
    async with Host(widget).run_test(size=(12, 8)) as pilot:
        all_of_it = Region(0, 0, 12, 8)
        widget.render_lines(all_of_it)
        before = widget.forgotten
        widget.render_lines(all_of_it)
        assert widget.forgotten == before
        widget.styles.background = "red"
        widget.render_lines(all_of_it)
        widget.styles.padding = 1
        await pilot.pause()
        widget.render_lines(all_of_it)
        assert widget.forgotten == before + 2


async def test_other_cells_are_put_over_a_row() -> None:
    widget = Numbered()
    async with Host(widget).run_test(size=(12, 8)) as pilot:
        widget.styles.padding = (0, 1, 0, 2)
        await pilot.pause()
        row = widget.render_lines(Region(0, 3, 12, 1))[0]
        over = widget.last_step.over(row, 4, [Segment("漢", widget.rich_style)])
        assert (row.text, over.text) == ("  3         ", "  3   漢    ")
        assert styled(widget.last_step.bare(over)) == styled(over)[2:-1]


async def test_a_column_is_one_row_and_has_its_colour_and_border() -> None:
    column = Column(id="side")
    async with Host(column).run_test(size=(10, 6)) as pilot:
        for border in ("none", "round"):
            column.styles.background = "blue"
            column.styles.border = (border, "red")
            await pilot.pause()
            assert same(column, Region(0, 0, 10, 6))
            assert (len({*map(id, column.render_lines(Region(0, 0, 10, 6)))}) == 1) == (border == "none")
