"""Excerpts: the beginning of a text, cut to a number of cells, for lists and single lines.

Owns the ellipsis. Widths are in cells, never in characters. Only the part of a text that can be shown is
read, so a list of ten thousand paragraphs costs only its visible rows.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from reader.text import cells
from reader.text.wrap import wrap

ELLIPSIS = "…"

LONGEST = 10
"""Code points read per cell: a base, the eight combining marks that `clean` allows, and a joiner."""


def flat(text: str, room: int) -> str:
    """The beginning of `text` in one line, where each run of blanks and line breaks is one space.

    If the whole text is wider than `room` cells, the result is too. Text far beyond that is left out.
    """
    return " ".join(text[: (max(0, room) + 2) * LONGEST].split())


def crop(text: str, room: int) -> str:
    """`text` (one line) in at most `room` cells, with an ellipsis in place of what does not fit.

    Cut after a word, unless that would leave more than a third of the room empty.
    """
    if len(text) <= room and cells.plain(text):
        return text
    if room <= 0:
        return ""
    table = cells.advance(text)
    if table[-1] <= room:
        return text
    end = bisect_right(table, room - 1) - 1
    if text[end] != " ":
        blank = text.rfind(" ", 0, end)
        if blank > 0 and table[blank] * 3 >= room * 2:
            end = blank
    return text[:end].rstrip(" ,;:–—-" + ELLIPSIS) + ELLIPSIS


def excerpt(text: str, width: int, rows: int) -> list[str]:
    """The beginning of `text` in at most `rows` lines of `width` cells, with an ellipsis if it is cut.

    Returns no lines if the text is empty or there is no room. Reads a few hundred code points.
    """
    words = flat(text, width * rows)
    if width <= 0 or rows <= 0 or not words:
        return []
    starts = wrap(words, width)
    # `crop` changes only the last line, and lines of one character that is wider than the line.
    lines = [crop(words[start:end].rstrip(), width) for start, end in pairwise(starts[:rows])]
    return [*lines, crop(words[starts[min(rows, len(starts)) - 1] :], width)]


def excerpt_rows(text: str, width: int, rows: int) -> int:
    """The number of lines of `excerpt`. For plain text the length alone often decides."""
    if width <= 0 or rows <= 0:
        return 0
    words = flat(text, width * rows)
    if cells.plain(words):
        if len(words) <= width:
            return 1 if words else 0
        # A row takes at most its width and one blank.
        if len(words) > (rows - 1) * (width + 1):
            return rows
    return min(rows, len(wrap(words, width)))
