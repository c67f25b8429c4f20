"""The flow: the layout of a whole page at one width, as rows that show ranges of blocks.

Owns rows and the mapping between places and rows or columns. A flow is a few arrays of numbers. It draws
nothing and copies no text. Each width has its own flow; places belong to the model and do not change.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from copy import copy
from enum import Enum
from typing import NamedTuple

from reader.model import Block, BlockKind, Place
from reader.text import cells
from reader.text.headline import SEPARATOR
from reader.text.indents import Indent, indents, usual_indent
from reader.text.page import Page
from reader.text.wrap import chop, indentation, visible_end, wrap, wrap_parts

MEASURE = 72
"""Cells of text in a row unless the user asks for more or fewer (45 to 75 characters read best)."""

MEASURES = range(20, 201)
"""The measures a user can choose."""


class RowKind(Enum):
    """What a row shows."""

    TEXT = "text"
    BLANK = "blank"
    RULE = "rule"


class Row(NamedTuple):
    """One row: `text[start:end]` of a block, including the blanks and the newline at its end.

    `lead` is True for the first row of a block. The block of a blank row and of the rule is the block after
    it.
    """

    block: int
    start: int
    end: int
    kind: RowKind = RowKind.TEXT
    lead: bool = False


class Flow:
    """Every row of `page` at `width` cells.

    Raises ValueError if width < 1. Building is linear in the text (about 6 ms per MB). A query is logarithmic
    in the number of blocks.
    """

    def __init__(self, page: Page, width: int, *, compact: bool = False) -> None:
        """With `compact` there are no blank rows in the headline, so that a low window shows more text."""
        if width < 1:
            raise ValueError(f"a page cannot be {width} cells wide")
        self.compact = compact
        self.page = page
        self.width = width
        self._indents = indents(page, width)
        self._starts = array("I")  # the start of every text row, block after block
        self._texts = array("I")  # for each block the index of its first row in _starts; then the end
        self._tops = array("I")  # for each block the y of its first row
        self._rule = -1
        self._lay_out()

    def for_page(self, page: Page) -> Flow | None:
        """The same rows for a page that differs only in quotes and entities, or None if its text differs."""
        mine = self.page
        if page.document.blocks is not mine.document.blocks or page.headline != mine.headline:
            return None
        twin = copy(self)
        twin.page = page
        return twin

    @property
    def height(self) -> int:
        """The number of rows."""
        return self._tops[-1] + self._texts[-1] - self._texts[-2]

    def row(self, y: int) -> Row:
        """The row at `y`. Raises IndexError."""
        if not 0 <= y < self.height:
            raise IndexError(f"no row {y} in {self.height}")
        number = bisect_right(self._tops, y) - 1
        block = number + self.page.first
        index = self._texts[number] + y - self._tops[number]
        end = self._texts[number + 1]
        if index >= end:
            return Row(block + 1, 0, 0, RowKind.RULE if y == self._rule else RowKind.BLANK)
        stop = self._starts[index + 1] if index + 1 < end else len(self.page.block(block).text)
        return Row(block, self._starts[index], stop, RowKind.TEXT, y == self._tops[number])

    def rows_of(self, block: int) -> range:
        """The y of every text row of `block`. Raises IndexError."""
        number = block - self.page.first
        if not 0 <= number < len(self._tops):
            raise IndexError(f"no block {block}")
        top = self._tops[number]
        return range(top, top + self._texts[number + 1] - self._texts[number])

    def y_of(self, place: Place) -> int:
        """The row that shows `place`. The end of a block is on its last row.

        A place outside the page (after the article changed) counts as the nearest place inside.
        """
        number = place.block - self.page.first
        if number < 0:
            return 0
        if number >= len(self._tops):
            return self.height - 1
        first, end = self._texts[number], self._texts[number + 1]
        index = bisect_right(self._starts, max(place.offset, 0), first, end) - 1
        return self._tops[number] + index - first

    def place_at(self, y: int) -> Place:
        """The start of the first text row at or below `y`. Outside the page `y` counts as the nearest row."""
        row = self.row(max(0, min(y, self.height - 1)))
        return Place(row.block, row.start)

    def indent(self, block: int) -> Indent:
        """The indent of `block`. Raises IndexError."""
        return self._indents.get(block) or usual_indent(self.page.block(block), self.width)

    def prefix(self, row: Row) -> str:
        """The indent before the text of `row`.

        The first row of a hard line of code has the indent of the first row of the block. The other rows of
        the line are indented deeper.
        """
        if row.kind is not RowKind.TEXT:
            return ""
        first, rest = indent = self.indent(row.block)
        block = self.page.block(row.block)
        if row.lead or (block.kind is BlockKind.CODE and block.text[row.start - 1] == "\n"):
            return first
        if block.kind is BlockKind.CODE:
            return rest + " " * min(indentation(block.text, row.start), self._most_hung(indent))
        return rest

    def visible_end(self, row: Row) -> int:
        """The visible end of `row`: before blanks, a newline, and the separator of the byline."""
        block = self.page.block(row.block)
        end = visible_end(block.text, row.start, row.end)
        if block.kind is BlockKind.BYLINE and end < row.end and block.text[end - 2 : row.end] == SEPARATOR:
            return max(end - 2, row.start)
        return end

    def column_of(self, place: Place) -> int:
        """Cells from the left edge to `place` on its row, with the indent.

        A place in blanks that overhang the width is counted as being at the right edge.
        """
        row = self.row(self.y_of(place))
        before = self.page.block(row.block).text[row.start : max(place.offset, row.start)].rstrip("\n")
        return min(cells.width(self.prefix(row)) + cells.width(before), self.width)

    def place_in_row(self, y: int, column: int) -> Place:
        """The place of the cluster at `column` of the row at `y`.

        Left of the text it is the first cluster of the row. Right of the text it is the blank or newline at
        the end of the row, the end of the block on its last row, or the last cluster of a row that ends
        inside a word. For a row without text it is the result of `place_at`.
        """
        row = self.row(max(0, min(y, self.height - 1)))
        if row.kind is not RowKind.TEXT:
            return Place(row.block, 0)
        text = self.page.block(row.block).text
        end = self.visible_end(row)
        table = cells.advance(text[row.start : end])
        wanted = column - cells.width(self.prefix(row))
        inside = bisect_right(table, max(wanted, 0)) - 1 if wanted < table[-1] else len(table) - 1
        last = row.end == end and end < len(text)  # the next place is on the next row
        if last and inside == len(table) - 1:
            inside = cells.floor(table, inside - 1)
        return Place(row.block, row.start + inside)

    def character_at(self, y: int, column: int) -> Place | None:
        """The place of the visible cluster at `column` of the row at `y`, or None."""
        if not 0 <= y < self.height or (row := self.row(y)).kind is not RowKind.TEXT:
            return None
        text = self.page.block(row.block).text
        width = cells.width(text[row.start : self.visible_end(row)])
        inside = column - cells.width(self.prefix(row))
        return self.place_in_row(y, column) if 0 <= inside < width else None

    def _lay_out(self) -> None:
        starts, texts, tops = self._starts, self._texts, self._tops
        paragraph, width = BlockKind.PARAGRAPH, self.width
        y = 0
        before: Block | None = None
        for index, block in self.page:
            if index == 0 and before:
                self._rule = y
                y += 2
            elif before and index < 0 and self.compact:
                pass
            elif before:
                y += 1 if block.kind is paragraph else blanks_between(before, block)
            tops.append(y)
            texts.append(len(starts))
            rows = wrap(block.text, width) if block.kind is paragraph else self._wrapped(index, block)
            starts.extend(rows)
            y += len(rows)
            before = block
        texts.append(len(starts))

    def _wrapped(self, index: int, block: Block) -> list[int]:
        """The row starts of a block within its indent."""
        indent = self._indents.get(index) or usual_indent(block, self.width)
        first, rest = (self.width - cells.width(prefix) for prefix in indent)
        if block.kind is BlockKind.CODE:
            return chop(block.text, first, rest, self._most_hung(indent))
        if block.kind is BlockKind.BYLINE:
            return wrap_parts(block.text, rest, SEPARATOR)
        return wrap(block.text, rest)

    def _most_hung(self, indent: Indent) -> int:
        """The most cells by which a row of code is indented beyond `indent`, to leave half of the page."""
        return max(0, self.width // 2 - cells.width(indent.rest))


def blanks_between(before: Block, block: Block) -> int:
    """The number of blank rows between two blocks: 0 between list items, 2 before a section, else 1."""
    if block.kind is BlockKind.ITEM and before.kind is BlockKind.ITEM:
        return 0
    return 2 if block.kind is BlockKind.HEADING and block.level in (1, 2) else 1
