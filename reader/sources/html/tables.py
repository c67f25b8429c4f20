"""Read tables of data from a page.

Owns the rule for which tables hold data and which are layout, and the grid of cells that span columns or
rows. `text_table` sets a grid in columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.model import InlineKind
from reader.sources.html.dom import SILENT, Node, hidden, word_set, words_of
from reader.sources.inline_ranges import Words, joined
from reader.sources.text_table import MAX_WIDTH, aligned_text

_LONGEST_CELL = 400
_MOST_SPANNED = 50
"""The greatest number of rows or columns that a cell spans. A page can give any number."""

_LINKED = 0.5
"""The share of rows with links above which a table has one line per row."""

_BLOCKS = word_set(
    """
    table pre ul ol blockquote h1 h2 h3 figure article section form iframe
    """
)
_RIGHT = re.compile(r"text-align\s*:\s*(right|end|center)", re.IGNORECASE)


class Table(NamedTuple):
    """The cells of a table of data, row by row.

    `head` may be empty. `aligns` holds "right", "center" or "" for each column.
    """

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    aligns: tuple[str, ...]

    def columns(self) -> str:
        """The table in aligned columns; empty if it is too wide or if most of its rows have links.

        Text in columns cannot have links.
        """
        n_linked = sum(any(_has_link(cell) for cell in row) for row in self.rows)
        if max(map(len, (self.head, *self.rows))) > MAX_WIDTH or n_linked > _LINKED * len(self.rows):
            return ""
        return aligned_text(self.head, self.rows, self.aligns)

    def lines(self) -> Words:
        """The table with one line per row, without alignment."""
        rows = [joined([cell for cell in row if cell.text], " · ") for row in (self.head, *self.rows)]
        return joined([row for row in rows if row.text], "\n")


def _has_link(cell: Words) -> bool:
    return any(inline.kind is InlineKind.LINK and inline.href for inline in cell.inlines)


def table_of(element: Node, words_of_cell: Callable[[Node], Words]) -> Table | None:
    """The table of data in a `table` element; None for a table that is only layout.

    `words_of_cell` returns the text of a cell on one line, with its ranges.
    """
    if any(True for _ in element.iterdescendants(*_BLOCKS)):  # first, so that nested tables take linear time
        return None
    rows = [cells for row in element.iter("tr") if (cells := _cells(row))]
    if len(rows) < 2 or max(map(len, rows)) < 2 or element.get("role") in ("presentation", "none"):
        return None
    if any(len(words_of(cell)) > _LONGEST_CELL for cells in rows for cell in cells):
        return None
    grid = [row for row in _grid(rows, words_of_cell) if any(cell.text for cell in row)]
    if not grid:
        return None
    has_head = len(grid) > 1 and all(cell.tag == "th" for cell in rows[0])
    return Table(grid[0] if has_head else (), tuple(grid[1:] if has_head else grid), _aligns(rows))


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.iterchildren("td", "th") if not hidden(cell) and cell.tag not in SILENT]


def _grid(rows: Sequence[Sequence[Node]], words_of_cell: Callable[[Node], Words]) -> list[tuple[Words, ...]]:
    """The texts of each row by column. A cell that spans columns or rows has its text in the first place."""
    out: list[tuple[Words, ...]] = []
    empty = Words("")
    above: dict[int, int] = {}  # by column: how many rows from this one on a cell above covers
    for cells in rows:
        row: list[Words] = []
        below = {column: n_rows - 1 for column, n_rows in above.items() if n_rows > 1}
        for cell in cells:
            while len(row) in above:
                row.append(empty)
            n_columns = min(_span(cell, "colspan"), max(1, _MOST_SPANNED - len(row)))
            if (n_rows := _span(cell, "rowspan")) > 1:
                below |= dict.fromkeys(range(len(row), len(row) + n_columns), n_rows - 1)
            row += [words_of_cell(cell), *[empty] * (n_columns - 1)]
        above = below
        while row and not row[-1].text:
            row.pop()
        out.append(tuple(row))
    return out


def _span(cell: Node, name: str) -> int:
    given = cell.get(name) or ""
    is_number = given.isascii() and given.isdecimal() and len(given) < 6
    return min(max(1, int(given)), _MOST_SPANNED) if is_number else 1


def _aligns(rows: Sequence[Sequence[Node]]) -> tuple[str, ...]:
    """The alignment of each column, "" if its data cells differ. Empty if a cell spans columns or rows."""
    if any(_span(cell, "colspan") > 1 or _span(cell, "rowspan") > 1 for cells in rows for cell in cells):
        return ()
    columns: dict[int, set[str]] = {}
    for cells in rows:
        for column, cell in enumerate(cells):
            if cell.tag == "td":
                columns.setdefault(column, set()).add(_align(cell))
    n_columns = max(map(len, rows))
    return tuple(
        next(iter(found)) if len(found := columns.get(column, set())) == 1 else ""
        for column in range(n_columns)
    )


def _align(cell: Node) -> str:
    style = _RIGHT.search(cell.get("style") or "")
    given = (style[1] if style else cell.get("align") or "").lower()
    return {"right": "right", "end": "right", "center": "center"}.get(given, "")
