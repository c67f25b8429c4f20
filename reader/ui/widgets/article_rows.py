"""How a row of the article is painted: gutter, indent, text with its styles.

Owns the look of a row. Everything it reads was computed before; painting a row is linear in the quotes
and names of its block.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.model import Block, BlockKind, Place
from reader.text.ambiguous_width import painted
from reader.text.cells import width as cell_width
from reader.text.flow import Flow, Row, RowKind
from reader.text.layers import Layer, runs
from reader.text.match_list import Matches
from reader.text.page import Page
from reader.ui.widgets.glyphs import SIGNS
from reader.ui.widgets.looks import Looks

RULE_CELLS = 5
NARROW, TIGHT = 48, 30
"""Below these widths (cells) the gutter first keeps its numbers only, then goes."""


class Marks(NamedTuple):
    """What lies over the article at the moment: the active set, the selection, the user's letters.

    `selection` is half-open in reading order; `cursor` the place of the cursor while selecting; `here`
    the block whose number is drawn as the present one.
    """

    matches: Matches | None
    current: int | None
    selection: tuple[Place, Place] | None
    cursor: Place | None
    letters: Mapping[int, str]
    here: int | None


def gutter_width(page: Page, width: int) -> int:
    """Cells to the left of the text: number, sign and the air around them."""
    digits = max(2, len(str(len(page.document.blocks))))
    if width < TIGHT:
        return 0
    return digits + 1 if width < NARROW else digits + 5


class RowPainter:
    """Paints rows of one flow with one set of marks; made anew when either changes."""

    def __init__(
        self,
        looks: Looks,
        width: int,
        page: Page,
        flow: Flow,
        layers: Mapping[int, Sequence[Layer]],
        marks: Marks,
        paragraph_numbers: Sequence[int],
    ) -> None:
        self._looks, self._page, self._flow = looks, page, flow
        self._article_layers, self._marks = layers, marks
        self._numbers = paragraph_numbers
        self._width = width
        self._gutter = gutter_width(page, self._width)
        self._margin = max(0, (self._width - self._gutter - flow.width) // 2)
        self._base = looks.whole()

    @property
    def left(self) -> int:
        """Cells from the widget's edge to the text."""
        return self._margin + self._gutter

    def segments(self, y: int, width: int, *, placed: bool = False) -> list[Segment]:
        """Row `y` of the flow, exactly `width` cells of it.

        With `placed` each run of words carries its place, as Textual's selection asks for it: another
        style for each run, so nothing to keep.
        """
        row = self._flow.row(y)
        if row.kind is RowKind.BLANK:
            return [Segment(" " * width, self._base)]
        if row.kind is RowKind.RULE:
            line = SIGNS.rule * min(RULE_CELLS, self._flow.width)
            segments = [Segment(" " * self.left, self._base), Segment(line, self._looks.whole("rule"))]
        else:
            segments = [*self._gutter_segments(row), *self._text_segments(row, placed)]
        return Segment.adjust_line_length(segments, width, self._base)

    def _over(self, name: str) -> Style:
        """What a layer does to the text under it; the ink of a quote is for its sign alone."""
        part = self._looks.part(name)
        return Style(bgcolor=part.bgcolor) if name.startswith("quote-") else part

    def _gutter_segments(self, row: Row) -> list[Segment]:
        number = self._numbers[row.block] if row.block >= 0 else 0
        if not (row.lead and number and self._gutter):
            return [Segment(" " * self.left, self._base)]
        here = row.block == self._marks.here
        label = str(number).rjust(self._gutter - (4 if self._width >= NARROW else 1))
        segments = [
            Segment(" " * self._margin, self._base),
            Segment(label, self._looks.whole("number-here" if here else "number")),
        ]
        sign, style = self._sign(row.block)
        rest = self._gutter - len(label)
        if rest < 3:
            return [*segments, Segment(" " * rest, self._base)]
        return [
            *segments,
            Segment(" ", self._base),
            Segment(sign, style),
            Segment(" " * (rest - 2), self._base),
        ]

    def _sign(self, block: int) -> tuple[str, Style]:
        if letter := self._marks.letters.get(block):
            return letter, self._looks.whole("mark")
        for _, _, name in self._article_layers.get(block, ()):
            if name.startswith("quote-"):
                return SIGNS.quote, self._base + Style(color=self._looks.part(name).color)
        return " ", self._base

    def _text_segments(self, row: Row, placed: bool) -> list[Segment]:
        block = self._page.block(row.block)
        plain = block.kind is BlockKind.PARAGRAPH
        base = self._base if plain else self._looks.whole(block.kind.value)
        segments = self._indent_segments(row, block, base)
        text = block.text
        end = self._flow.visible_end(row)
        used = sum(segment.cell_length for segment in segments)
        index = row.block - self._page.first
        styles: dict[tuple[str, ...], Style] = {(): base}
        for left, right, names in runs(row.start, end, self._layers_of(row)):
            style = styles.get(names)
            if style is None:
                style = base
                for name in names:
                    style += self._over(name)
                styles[names] = style
            piece = text[left:right]
            used += cell_width(piece)
            for offset, part in painted(piece):
                at = Style.from_meta({"offset": (left + offset, index)}) if placed else None
                segments.append(Segment(part, style + at))
        if block.kind is BlockKind.CODE and used < self._flow.width:
            segments.append(Segment(" " * (self._flow.width - used), base))
        return segments

    def _indent_segments(self, row: Row, block: Block, base: Style) -> list[Segment]:
        prefix = self._flow.prefix(row)
        if not prefix:
            return []
        if block.kind is BlockKind.QUOTE:
            return [Segment(SIGNS.bar, self._looks.whole("bar")), Segment(prefix[1:], base)]
        if row.lead and prefix.strip():
            return [Segment(part, self._looks.whole("marker")) for _, part in painted(prefix)]
        return [Segment(prefix, base)]

    def _layers_of(self, row: Row) -> list[Layer]:
        """What lies over a row, first what is lowest: of a block with many hits no more than the row's."""
        block, marks = row.block, self._marks
        layers = list(self._article_layers.get(block, ()))
        if marks.matches is not None:
            layers += [
                (a, b, "match" if i == marks.current else "hit")
                for a, b, i in marks.matches.in_block(block, row.start, row.end)
            ]
        if marks.selection is not None:
            (first, start), (last, end) = marks.selection
            if first <= block <= last:
                length = len(self._page.block(block).text)
                layers.append((start if block == first else 0, end if block == last else length, "selection"))
        if marks.cursor is not None and marks.cursor.block == block:
            layers.append((marks.cursor.offset, self._after(marks.cursor), "cursor"))
        return layers

    def _after(self, place: Place) -> int:
        """The offset after the whole character at a place; at the end of a block there is none."""
        from reader.text.motion import after

        return after(place, self._page).offset
