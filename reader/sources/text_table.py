"""Convert a table to blocks.

Owns the choice of layout: a narrow table is set in aligned columns; a wide table, or a table with links,
becomes one list item per row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import Block, BlockKind, Inline, InlineKind
from reader.sources.inline_ranges import Words, joined, settle
from reader.text.cells import width

MAX_WIDTH = 68
"""The greatest width, in cells, of a table with aligned columns.

With the indentation of code, it fits the usual measure.
"""

RULE = "─"
"""The character of the line below the head."""

_GAP = "  "
Row = Sequence[Words]


def table_blocks(head: Row, rows: Sequence[Row], aligns: Sequence[str] = ()) -> Iterator[Block]:
    """The blocks of a table. `head` may be empty; `aligns` holds "right" or "center" by column. Linear."""
    head = head if any(cell.text for cell in head) else ()
    all_rows = [row for row in (head, *rows) if any(cell.text for cell in row)]
    has_links = any(i.kind is InlineKind.LINK for row in all_rows for cell in row for i in cell.inlines)
    n_columns = max(map(len, all_rows), default=0)
    text = "" if has_links or n_columns == 1 else aligned_text(head, rows, aligns)
    if text:
        yield Block(text, BlockKind.CODE)
        return
    for row in all_rows:
        if n_columns <= 2 or not head:
            words = joined([cell for cell in row if cell.text], ": ")
            if row is head and n_columns > 1:
                bold = Inline(0, len(words.text), InlineKind.STRONG)
                words = Words(words.text, settle(words.text, (*words.inlines, bold)))
        elif row is head:
            continue
        else:
            names = [*head, *[Words("")] * (len(row) - len(head))]
            pairs = [(name, cell) for name, cell in zip(names, row, strict=False) if cell.text]
            words = joined([joined(pair, ": ") if pair[0].text else pair[1] for pair in pairs], "\n")
        yield Block(words.text, BlockKind.ITEM, 1, inlines=words.inlines)


def aligned_text(head: Row, rows: Sequence[Row], aligns: Sequence[str] = ()) -> str:
    """A table in aligned columns, with a line below its head. Linear.

    The result is "" if the table is empty or too wide, or if a cell has several lines.
    """
    head = head if any(cell.text for cell in head) else ()
    rows = [row for row in (head, *rows) if any(cell.text for cell in row)]
    widths = _column_widths(rows, max(map(len, rows), default=0))
    if widths is None:
        return ""
    lines = [_aligned(row, widths, aligns) for row in rows]
    if head:
        lines.insert(1, _GAP.join(RULE * max(1, cells) for cells in widths))
    return "\n".join(lines)


def _column_widths(rows: Sequence[Row], n_columns: int) -> list[int] | None:
    """The width of each column in cells; None if a cell has several lines or the table is too wide."""
    widths = [0] * n_columns
    for row in rows:
        for column, cell in enumerate(row):
            if "\n" in cell.text or len(cell.text) > MAX_WIDTH:
                return None
            widths[column] = max(widths[column], width(cell.text))
    return widths if sum(widths) + len(_GAP) * (n_columns - 1) <= MAX_WIDTH else None


def _aligned(row: Row, widths: Sequence[int], aligns: Sequence[str]) -> str:
    cells = []
    for column, room in enumerate(widths):
        text = row[column].text if column < len(row) else ""
        blank = room - width(text)
        align = aligns[column] if column < len(aligns) else ""
        before = blank if align == "right" else blank // 2 if align == "center" else 0
        cells.append(" " * before + text + " " * (blank - before))
    return _GAP.join(cells).rstrip()
