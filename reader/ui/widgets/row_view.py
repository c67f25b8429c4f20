"""How a list is painted: only what is seen, each item once.

Owns the look of the header, the margin and the blank rows, and what is kept of painted items. A subclass
says how an item looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.last_step import LastStep
from reader.ui.widgets.line import Line
from reader.ui.widgets.looks import Look, Looks
from reader.ui.widgets.row_window import RowWindow


class RowView(RowWindow):
    """Shows items. Subclasses override `item_strips`, and what `RowWindow` asks of them."""

    # No automatic scroll bar: at sizes of a few cells it can make the layout go round for ever.
    DEFAULT_CSS = """
    RowView { overflow: hidden hidden; }
    """

    LOOKS: ClassVar[Mapping[str, Look]] = MappingProxyType(
        {
            "row-list--title": Look("ink", weight="bold"),
            "row-list--title-focus": Look("here", weight="bold"),
            "row-list--count": Look("ink-dim"),
            "row-list--text": Look("ink-soft"),
            "row-list--strong": Look("ink", weight="bold"),
            "row-list--dim": Look("ink-dim"),
            "row-list--here": Look("here", weight="bold"),
            "row-list--rule": Look("rule"),
            "row-list--cursor": Look(fill="cursor-fill"),
        }
    )
    """The parts of a row. What is there from the start adds its own, a dialog has component classes."""

    KEPT = 1.5
    """Painted items that are kept, in windows: those in sight, and some of those that were."""

    signs = SIGNS

    awaited: reactive[bool] = reactive(False)
    """Whether items may still come."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._looks = Looks(self, self.LOOKS)
        self._last_step = LastStep(self, self.forget_rows)
        self._painted: dict[tuple[int, bool, bool], list[Strip]] = {}
        self._others: dict[tuple[str, ...], Strip] = {}
        self._painted_width = 0

    # -- what a subclass says ----------------------------------------------------------------------

    def item_strips(self, item: int, width: int, cursor: bool) -> Sequence[Strip]:
        """The painted rows of the item; `cursor` when the keys act on it now."""
        raise NotImplementedError

    def vacant(self) -> str:
        """What is said when there are no items."""
        return ""

    def under_cursor(self, item: int) -> bool:
        """Whether the keys act on the item now."""
        return False

    # -- changes -----------------------------------------------------------------------------------

    def item_changed(self, *items: int) -> None:
        """Paint these items again; indices that are none are ignored."""
        for item in items:
            for looks in product((item,), (False, True), (False, True)):
                self._painted.pop(looks, None)
            if 0 <= item < len(self._stack):
                top = self._stack.top(item)
                self.refresh_lines(len(self._header) + top, self._stack.end(item) - top)

    def looks_changed(self) -> None:
        """Paint everything again; heights stay."""
        self.forget_rows()
        self.refresh()

    def forget_rows(self) -> None:
        """Paint all items anew when they are next asked for."""
        self._painted.clear()
        self._others.clear()

    def notify_style_update(self) -> None:
        """Forget painted rows: colours may have changed."""
        super().notify_style_update()
        self._looks.forget()
        self.forget_rows()

    # -- paint -------------------------------------------------------------------------------------

    def style_of(self, name: str) -> Style:
        """The style of a part, such as `row-list--dim`, or of a component class."""
        return self._looks.whole(name) if name in self.LOOKS else self.get_component_rich_style(name)

    @property
    def cursor_tint(self) -> Style:
        """What the cursor does to the row it is on."""
        return self._looks.part("row-list--cursor")

    @property
    def blank(self) -> Style:
        """The style of empty cells; `rich_style` is the same and is worked out anew at every call."""
        return self._looks.whole()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the widget, each painted once for as long as it looks the same."""
        return self._last_step.lines(crop, super().render_lines, self._lines)

    def render_line(self, y: int) -> Strip:
        """One line: of the header, of an item, or blank."""
        return self._last_step.bare(self._lines(range(y, y + 1))[0])

    def _lines(self, lines: range) -> list[Strip]:
        header, stack, (width, height) = self._header, self._stack, self.size
        if width != self._painted_width:  # that of an item may be the same in two widths
            self.forget_rows()
            self._painted_width = width
        down = self.scroll_offset.y - len(header)
        strips = [self._header_line(part, width) for part in header[lines.start : lines.stop]]
        rows = range(down + lines.start + len(strips), down + lines.stop)
        if not len(stack) or self._stack_width != self.row_width:
            words = "" if len(stack) else self.vacant()
            return strips + [self._words(words if row == 0 else "", width) for row in rows]
        thumb = range(0)
        if self._stack_width < width:
            seen = stack.thumb(self.scroll_offset.y, self.window)
            thumb = range(seen.start + self.scroll_offset.y, seen.stop + self.scroll_offset.y)
        item = stack.item_at(rows.start) if rows else 0
        for row in rows:
            if row >= stack.height:
                strips.append(self._words("", width))
                continue
            while row >= stack.end(item):
                item += 1
            strips.append(self._paint(item, width, row in thumb)[row - stack.top(item)])
        while len(self._painted) > self.KEPT * max(1, height):
            del self._painted[next(iter(self._painted))]
        return strips

    def _words(self, words: str, width: int, look: str = "row-list--dim") -> Strip:
        strip = self._others.get((look, words))
        if strip is None:
            line = Line(width, self.blank).add(words, self.style_of(look))
            strip = self._others[look, words] = self._last_step.strip(line.segments(), width)
        return strip

    def _paint(self, item: int, width: int, thumb: bool) -> list[Strip]:
        key = (item, self.under_cursor(item), thumb)
        painted = self._painted.get(key)
        if painted is None:
            painted = self._item(item, width, key[1])
            if thumb:
                line = Line(1, self.blank).add(self.signs.window, self.style_of("row-list--rule"))
                painted = [self._last_step.over(strip, width - 1, line.segments()) for strip in painted]
            self._painted[key] = painted
        return painted

    def _item(self, item: int, width: int, cursor: bool) -> list[Strip]:
        # A row too few or a cell too many must never take the app down.
        rows, inner, blank = self._stack.end(item) - self._stack.top(item), self._stack_width, self.blank
        strips = [*self.item_strips(item, inner, cursor)][:rows]
        strips += [Strip.blank(inner, blank)] * (rows - len(strips))
        margin = [Segment(" " * (width - inner), blank)] if inner < width else []
        return [
            self._last_step.strip([*strip.adjust_cell_length(inner, blank), *margin], width)
            for strip in strips
        ]

    def _header_line(self, part: str, width: int) -> Strip:
        if part == "rule":
            return self._words(self.signs.rule * self.row_width, width, "row-list--rule")
        if part != "title":
            return self._words("", width)
        title, count = self.caption()
        look = "row-list--title-focus" if self.has_focus else "row-list--title"
        strip = self._others.get((look, title, count))
        if strip is None:
            line = Line(width, self.blank).add(title, self.style_of(look))
            if count and line.room > 3:
                line.to(line.used + 2).add(count, self.style_of("row-list--count"))
            strip = self._others[look, title, count] = self._last_step.strip(line.segments(), width)
        return strip
