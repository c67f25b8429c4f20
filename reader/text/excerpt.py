"""Texts cut to the cells there are, for lists and lines that show the beginning of something.

Owns the ellipsis. Widths are cells, never characters. Only as much of a text is looked at as can be
shown, so a list of ten thousand paragraphs costs what its visible rows cost.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from reader.text import cells
from reader.text.wrap import wrap

ELLIPSIS = "…"

LONGEST = 10
"""Code points looked at per cell: a base and the eight marks the gate allows it, and a joiner."""


def flat(text: str, room: int) -> str:
    """The beginning of `text` in one line, with runs of blanks and line breaks as one space.

    Wider than `room` cells if the text is; not much longer than needed to know that.
    """
    return " ".join(text[: (max(0, room) + 2) * LONGEST].split())


def crop(text: str, room: int) -> str:
    """`text` (one line) in at most `room` cells; what does not fit is replaced by an ellipsis.

    Ends after a word when that gives up less than a third of the room.
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
    """The beginning of `text` in at most `rows` lines of `width` cells, an ellipsis where it is cut.

    No line for an empty text or where there is no room. Reads a few hundred code points.
    """
    words = flat(text, width * rows)
    if width <= 0 or rows <= 0 or not words:
        return []
    starts = wrap(words, width)
    # Only a character that is wider than the line has to be cut in any but the last.
    lines = [crop(words[start:end].rstrip(), width) for start, end in pairwise(starts[:rows])]
    return [*lines, crop(words[starts[min(rows, len(starts)) - 1] :], width)]


def excerpt_rows(text: str, width: int, rows: int) -> int:
    """How many lines `excerpt` gives; for plain text found from the length where that tells."""
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
