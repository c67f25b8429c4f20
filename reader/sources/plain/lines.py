"""The lines of a plain text, and the page width and margin for which they were wrapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.cells import width

TAB = 8
"""The width of a tab in plain text."""

MAX_WRAPPED = 110
"""The greatest width, in cells, of a line of wrapped text. A longer line is a whole paragraph."""

_MIN_MEASURE = 46
"""The least measure in cells, unless most lines end in the middle of a sentence."""


class Line(NamedTuple):
    """A line without blanks at its ends: its indentation, its text and the width of the text in cells."""

    indent: int
    text: str
    width: int

    @property
    def edge(self) -> int:
        """The column after the last character."""
        return self.indent + self.width

    @property
    def begins_lower(self) -> bool:
        """Whether the line begins with a lower-case letter."""
        return self.text[0].islower()


class Chunk(NamedTuple):
    """Lines without a blank line between them. `gap`: the number of blank lines before the first."""

    lines: tuple[Line, ...]
    gap: int = 0

    @property
    def indent(self) -> int:
        """The smallest indentation of a line."""
        return min(line.indent for line in self.lines)


class Layout(NamedTuple):
    """`measure`: the right edge of the wrapped lines of a text, 0 if they are not wrapped.

    `margin`: the left edge.
    """

    measure: int
    margin: int


def line_of(raw: str) -> Line:
    """`raw` without blanks at its ends. An ideographic blank counts as two cells of indentation."""
    text = raw.lstrip()
    lead = raw[: len(raw) - len(text)]
    text = text.rstrip()
    return Line(len(lead) + lead.count("\u3000"), text, width(text))


def chunks_of(rows: Sequence[str]) -> list[Chunk]:
    """The chunks of a text."""
    chunks: list[Chunk] = []
    lines: list[Line] = []
    gap = 0
    for row in [*rows, ""]:
        if row and not row.isspace():
            lines.append(line_of(row))
            continue
        if lines:
            chunks.append(Chunk(tuple(lines), gap))
            lines, gap = [], 0
        gap += 1
    return chunks


def layout_of(chunks: Sequence[Chunk]) -> Layout:
    """The layout of the text.

    Only lines that are followed by another line in their chunk show the measure.
    """
    lines = [line for chunk in chunks for line in chunk.lines]
    indents: Counter[int] = Counter()
    for line in lines:
        indents[line.indent] += line.width
    margin = indents.most_common(1)[0][0]
    edges = sorted(line.edge for chunk in chunks for line in chunk.lines[:-1] if line.width > 20)
    n_long = sum(line.width for line in lines if line.width > MAX_WRAPPED)
    if not edges or 2 * n_long > sum(line.width for line in lines):
        return Layout(0, margin)
    measure = edges[int(0.98 * (len(edges) - 1))]
    following = [line.text[0] for chunk in chunks for line in chunk.lines[1:]]
    n_continuing = sum(char.isalpha() and not char.isupper() for char in following)
    if measure < _MIN_MEASURE and 2 * n_continuing <= len(following):
        measure = 0
    return Layout(min(measure, MAX_WRAPPED), margin)
