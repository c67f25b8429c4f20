"""The lines of a widget that keeps its rows: they equal Textual's own, and each row is the same strip."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.widgets.painted_lines import painted_lines
from tests.ui.widgets.article_host import Host
from tests.ui.widgets.lines import same

WHOLE = Region(0, 0, 12, 8)


class Numbered(Widget):
    """Each line shows its number."""

    def __init__(self) -> None:
        super().__init__()
        self.strips: dict[int, Strip] = {}

    def rows(self, lines: range) -> list[Strip]:
        return [self.strips.setdefault(y, self.render_line(y)) for y in lines]

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(f"{y:<{self.size.width}}", self.rich_style)])

    def render_lines(self, crop: Region) -> list[Strip]:
        return painted_lines(self, crop, self.rows)


async def test_the_lines_of_every_region_are_those_of_textual() -> None:
    widget = Numbered()
    async with Host(widget).run_test(size=(12, 8)):
        for region in (WHOLE, Region(2, 0, 5, 1), Region(0, 6, 12, 2), Region(1, 1, 10, 6)):
            assert same(widget, region), region


async def test_a_row_that_is_kept_is_filtered_once() -> None:
    widget = Numbered()
    async with Host(widget).run_test(size=(12, 8)):
        before = widget.render_lines(WHOLE)
        assert [*map(id, widget.render_lines(WHOLE))] == [*map(id, before)]
