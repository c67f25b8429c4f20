"""A table as blocks that read well in running text.

Owns the choice between columns and rows: a table that is narrow enough stands in aligned columns, a
wide one, or one with links, is told row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Block, BlockKind, Inline, InlineKind
from reader.sources.inline_runs import Words, finish
from reader.text.cells import width

WIDEST = 68
"""Cells up to which columns are aligned: with the indent of code this fits the usual measure."""

_GAP = "  "
Row = Sequence[Words]


def table_blocks(head: Row, rows: Sequence[Row], aligns: Sequence[str] = ()) -> Iterator[Block]:
    """The blocks of a table. `head` may be empty; `aligns` holds "right" or "center" by column.

    Linear in its cells.
    """
    rows = [row for row in rows if any(cell.text for cell in row)]
    head = head if any(cell.text for cell in head) else ()
    if not rows and not head:
        return
    everything = [head, *rows] if head else rows
    linked = any(i.kind is InlineKind.LINK for row in everything for cell in row for i in cell.inlines)
    columns = max(map(len, everything))
    if columns == 1:
        for row in everything:
            yield Block(row[0].text, BlockKind.ITEM, 1, inlines=row[0].inlines)
        return
    widths = _widths(everything, columns)
    if not linked and widths is not None:
        yield Block(_aligned(head, rows, widths, aligns), BlockKind.CODE)
    elif columns == 2 or not head:
        for row in everything:
            words = _joined([cell for cell in row if cell.text], ": " if columns == 2 else " | ")
            bold = (Inline(0, len(words.text), InlineKind.STRONG),) if row is head else ()
            yield _item(finish(words.text, (*words.inlines, *bold)))
    elif not rows:
        yield _item(_joined([cell for cell in head if cell.text], " | "))
    else:
        yield from _told(head, rows)


def _item(words: Words) -> Block:
    return Block(words.text, BlockKind.ITEM, 1, inlines=words.inlines)


def _told(head: Row, rows: Sequence[Row]) -> Iterator[Block]:
    """Every row as an item: a line for each cell, after the heading of its column."""
    for row in rows:
        lines = []
        for column, cell in enumerate(row):
            if cell.text:
                name = head[column] if column < len(head) else Words("")
                lines.append(_joined([name, cell], ": ") if name.text else cell)
        yield _item(_joined(lines, "\n"))


def _joined(parts: Sequence[Words], between: str) -> Words:
    text = between.join(part.text for part in parts)
    ranges = []
    at = 0
    for part in parts:
        ranges += [Inline(at + i.start, at + i.end, i.kind, i.href) for i in part.inlines]
        at += len(part.text) + len(between)
    return finish(text, ranges)


def _widths(rows: Sequence[Row], columns: int) -> list[int] | None:
    """The width of each column in cells; None where a cell has several lines or the whole is too wide."""
    widths = [0] * columns
    room = WIDEST - len(_GAP) * (columns - 1)
    for row in rows:
        for column, cell in enumerate(row):
            if "\n" in cell.text or len(cell.text) > WIDEST:
                return None
            cells = width(cell.text)
            if cells > widths[column]:
                room -= cells - widths[column]
                widths[column] = cells
                if room < 0:
                    return None
    return widths


def _aligned(head: Row, rows: Sequence[Row], widths: Sequence[int], aligns: Sequence[str]) -> str:
    lines = [_line(row, widths, aligns) for row in rows]
    if head:
        lines[:0] = [_line(head, widths, aligns), _GAP.join("─" * max(1, cells) for cells in widths)]
    return "\n".join(lines)


def _line(row: Row, widths: Sequence[int], aligns: Sequence[str]) -> str:
    cells = []
    for column, room in enumerate(widths):
        text = row[column].text if column < len(row) else ""
        blank = room - width(text)
        align = aligns[column] if column < len(aligns) else ""
        before = blank if align == "right" else blank // 2 if align == "center" else 0
        cells.append(" " * before + text + " " * (blank - before))
    return _GAP.join(cells).rstrip()
