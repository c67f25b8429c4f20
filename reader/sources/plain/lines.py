"""The lines of a plain text, and what their widths and indents tell of how it was set.

Owns the measures that tell a wrapped paragraph from lines that were broken on purpose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.text.cells import width

TAB = 8
"""How wide a tab is in plain text."""

WIDEST = 110
"""Cells up to which a text counts as wrapped; longer lines are paragraphs."""

NARROWEST = 46
"""Cells from which on a text counts as wrapped, unless its lines clearly go on."""

_VERSE = 66
"""Cells up to which lines that all begin with capitals are verse."""

_FIRST_WORD = re.compile(r"\S+")
_CLOSE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_BREAKS_ANYWHERE = re.compile(f"[{_CLOSE}]")
_LOOSE = 0.85
"""The share of the measure that a line wrapped by hand has at least, with the word that follows it."""


class Line(NamedTuple):
    """A line: cells before its text, the text without blanks at its ends, its width in cells."""

    indent: int
    text: str
    width: int


class Chunk(NamedTuple):
    """Lines without a blank line between them. `gap`: blank lines before it."""

    lines: tuple[Line, ...]
    gap: int

    @property
    def indent(self) -> int:
        """The indent of the line furthest left."""
        return min(line.indent for line in self.lines)


class Layout(NamedTuple):
    """How a text was set: cells to the right edge of its lines, 0 for no wrapping; its left margin."""

    measure: int
    margin: int


def line_of(raw: str) -> Line:
    """`raw` measured; an ideographic blank in its indent takes two cells."""
    text = raw.lstrip()
    lead = raw[: len(raw) - len(text)]
    text = text.rstrip()
    return Line(len(lead) + lead.count("\u3000"), text, width(text))


def chunks_of(rows: Sequence[str]) -> list[Chunk]:
    """The chunks of a text that is given line by line."""
    found: list[Chunk] = []
    lines: list[Line] = []
    gap = 0
    for row in rows:
        if lines and row.startswith("--") and row.rstrip() == "--":  # a signature follows
            found.append(Chunk(tuple(lines), gap))
            lines, gap = [], 0
        if row and not row.isspace():
            lines.append(line_of(row))
            continue
        if lines:
            found.append(Chunk(tuple(lines), gap))
            lines, gap = [], 0
        gap += 1
    if lines:
        found.append(Chunk(tuple(lines), gap))
    return found


def layout_of(chunks: Sequence[Chunk]) -> Layout:
    """How the text was set, judged by the lines that have a line after them."""
    edges = Counter(
        line.indent + line.width for chunk in chunks for line in chunk.lines[:-1] if line.width > 20
    )
    followed = sum(edges.values())
    long = sum(line.width for chunk in chunks for line in chunk.lines if line.width > WIDEST)
    whole = sum(line.width for chunk in chunks for line in chunk.lines)
    margins: Counter[int] = Counter()
    for chunk in chunks:
        for line in chunk.lines:
            margins[line.indent] += line.width
    margin = margins.most_common(1)[0][0] if margins else 0
    if long * 2 > whole or not followed:
        return Layout(0, margin)
    seen = 0
    measure = 0
    for edge in sorted(edges):
        seen += edges[edge]
        measure = edge
        if seen >= 0.98 * followed:
            break
    if measure < NARROWEST and not _goes_on(chunks):
        measure = 0
    return Layout(min(measure, WIDEST), margin)


def _goes_on(chunks: Sequence[Chunk]) -> bool:
    """Whether most lines go on in the middle of a sentence: with a small letter, if the script has any."""
    first = [line.text[0] for chunk in chunks for line in chunk.lines[1:]]
    small = sum(sign.islower() or (sign.isalpha() and sign.upper() == sign.lower()) for sign in first)
    return 2 * small > len(first)


def first_cells(text: str) -> int:
    """Cells of what could have stood at the end of the line before: a word, or one sign where any may."""
    if _BREAKS_ANYWHERE.match(text):
        return 2
    found = _FIRST_WORD.match(text)
    return width(found[0]) if found else 0


def is_full(line: Line, after: Line, edge: float) -> bool:
    """Whether `line` was broken because the next word had no room before `edge`."""
    return line.indent + line.width + 1 + first_cells(after.text) > edge


def flows(lines: Sequence[Line], measure: int) -> bool:
    """Whether the lines are one wrapped paragraph rather than verse, an address, a table or the like."""
    if len(lines) < 2:
        return True
    if not measure:
        return _goes_on_narrowly(lines)
    edge = max(line.indent + line.width for line in lines)
    room = edge - min(line.indent for line in lines)
    # A narrow block is wrapped to its own measure, unless it is verse: short lines with capitals.
    if edge < 0.75 * measure and (len(lines) < 4 or room < 36 or _capitals(lines) > 0.8):
        edge = measure
    capitals = _capitals(lines)
    if len(lines) > 3 and capitals == 1 and edge < max(_LOOSE * measure, _VERSE * (len(lines) > 4)):
        return False
    pairs = list(pairwise(lines))
    full = sum(is_full(line, after, edge * _LOOSE) for line, after in pairs)
    goes_on = sum(after.text[0].islower() and (line.width >= 0.4 * (measure or 1)) for line, after in pairs)
    if len(lines) > 3 and capitals > 0.9 and _ragged(lines, edge):
        return False
    return max(full, min(goes_on, full + len(pairs) // 2 + 1)) >= 0.6 * len(pairs)


def _goes_on_narrowly(lines: Sequence[Line]) -> bool:
    """Whether lines of a text that is not wrapped as a whole are one sentence, wrapped by hand."""
    edge = max(line.width for line in lines)
    if not 24 <= edge <= WIDEST or not all(line.text[0].islower() for line in lines[1:]):
        return False
    return all(is_full(line, after, line.indent + 0.6 * edge) for line, after in pairwise(lines))


def _capitals(lines: Sequence[Line]) -> float:
    """The share of lines that begin with a capital, of those that begin with a letter that has two forms."""
    first = [next((sign for sign in line.text[:4] if sign.isalpha()), "") for line in lines]
    cased = [sign for sign in first if sign.lower() != sign.upper()]
    return sum(sign.isupper() for sign in cased) / len(cased) if cased else 0.0


def _ragged(lines: Sequence[Line], edge: float) -> bool:
    """Whether several lines end so early that much more than the next word had room."""
    early = sum(
        line.indent + line.width + 1 + first_cells(after.text) <= edge * _LOOSE
        for line, after in pairwise(lines)
    )
    return early >= 0.2 * len(lines)
