"""A row of the command palette: words with the matches among them, and a detail after them.

Owns the width of such a row, and what is left out if it is too short. Textual paints the row, so characters
of ambiguous width are prepared here, as our own widgets prepare them (see `ambiguous_width`).
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from reader.text.ambiguous_width import index_in, painted
from reader.text.cells import width as cell_width
from reader.text.fold import fold
from reader.text.word_search import places

SLIM = 60
"""Columns below which the palette is as wide as the window."""

DETAIL = 32
"""The column of a detail, unless the detail belongs at the edge or the words are longer."""

GAP, FEWEST = 3, 16
"""Cells between words and detail, and the fewest cells of the words beside a detail."""

FOUND_CLASS, DETAIL_CLASS = ".command-palette--highlight", ".command-palette--detail"
"""The component classes of the palette for words that were found, and for details."""


def offer_row(line: str, detail: str, wanted: Sequence[str], room: int, *, at_edge: bool = False) -> Content:
    """A row of the list: the words, with the found ones marked, and then the detail, dim."""
    pieces = painted(line)
    content = Content("".join(piece for _, piece in pieces))
    folded = fold(line)
    for word in wanted:
        for at in places(folded.text, word)[:1]:
            start, end = folded.origin(at, at + len(word))
            content = content.stylize(FOUND_CLASS, index_in(pieces, start), index_in(pieces, end))
    taken, behind = cell_width(line), cell_width(detail)
    column = room - behind if at_edge or taken + GAP > DETAIL else min(DETAIL, room - behind)
    if not detail or taken + GAP > column:
        return content
    return content + Content.styled(" " * (column - taken) + detail, DETAIL_CLASS)


def row_width(columns: int) -> int:
    """Cells of a row of the list in a window of `columns` cells; the style sheet has the same numbers."""
    return columns - 2 if columns < SLIM else min(104, columns * 84 // 100) - 6


def beside(detail: str, room: int) -> int:
    """Cells that a detail leaves for the words; the whole row if that would be too few."""
    left = room - GAP - cell_width(detail)
    return left if left >= FEWEST else room
