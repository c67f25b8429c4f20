"""Convert tables to text.

Owns the rule for which tables hold data and which are layout, and the setting of a table in columns.
"""

from __future__ import annotations

from reader.sources.html.dom import SILENT, Node, hidden, word_set, words_of
from reader.text.cells import width

WIDEST = 76
"""The greatest width, in cells, of a table in columns.

A wider table gets one line per row, without alignment.
"""

_GAP = "  "
_LONGEST_CELL = 400
_BLOCKS = word_set(
    """
    table pre ul ol blockquote h1 h2 h3 figure article section form iframe
    """
)


def table_lines(table: Node) -> str:
    """The rows of a table of data as lines; empty for a table that is only layout."""
    rows = [cells for row in table.iter("tr") if (cells := _cells(row))]
    if len(rows) < 2 or max(map(len, rows)) < 2 or table.get("role") in ("presentation", "none"):
        return ""
    if any(True for _ in table.iterdescendants(*_BLOCKS)):
        return ""
    texts = [[words_of(cell) for cell in cells] for cells in rows]
    if any(len(text) > _LONGEST_CELL for row in texts for text in row):
        return ""
    texts = [row for row in texts if any(row)]
    return _columns(texts) if texts else ""


def in_columns(lines: str) -> bool:
    """Whether `lines`, a result of `table_lines`, is set in columns."""
    return " · " not in lines or all(width(line) <= WIDEST for line in lines.split("\n"))


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.iterchildren("td", "th") if not hidden(cell) and cell.tag not in SILENT]


def _columns(rows: list[list[str]]) -> str:
    count = max(map(len, rows))
    widths = [max((width(row[i]) for row in rows if i < len(row)), default=0) for i in range(count)]
    if sum(widths) + len(_GAP) * (count - 1) > WIDEST:
        return "\n".join(" · ".join(filter(None, row)) for row in rows)
    lines = []
    for row in rows:
        cells = [text + " " * (widths[i] - width(text)) for i, text in enumerate(row)]
        lines.append(_GAP.join(cells).rstrip())
    return "\n".join(lines)
