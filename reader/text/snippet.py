"""Snippets: one line of text around a match, for lists of matches.

Owns how much context is shown on each side. Widths are in cells, and no cluster is cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from reader.text import cells
from reader.text.excerpt import ELLIPSIS, LONGEST

_BLANKS = re.compile(r"\s+")


def snippet(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """The text before the match `text[start:end]`, the match, and the text after it, in `width` cells.

    Each run of blanks becomes one space. The context is cut between words and an ellipsis marks the cut. If
    both sides are long enough, two thirds of the context follow the match. A match that is too wide is cut
    at its end and has no context. Reads only the part of the text that can be shown.
    """
    reach = max(0, width) * LONGEST
    match = _BLANKS.sub(" ", text[start : min(end, start + reach)])
    room = width - cells.width(match)
    if end - start > reach or room < 0:
        return "", _head(match, width, more=end - start > reach), ""
    before = _BLANKS.sub(" ", text[max(0, start - reach) : start]).lstrip()
    after = _BLANKS.sub(" ", text[end : end + reach]).rstrip()
    more_before, more_after = start > reach, end + reach < len(text)
    share = max(room // 3, room - cells.width(after) - more_after)
    before = _tail(before, share, more=more_before)
    after = _head(after, room - cells.width(before), more=more_after, at_word=True)
    return before, match, after


def _head(text: str, room: int, *, more: bool, at_word: bool = False) -> str:
    """The beginning of `text` in `room` cells. `more` says that text follows it."""
    table = cells.advance(text)
    if table[-1] + more <= room:
        return text + ELLIPSIS * more
    if room <= 0:
        return ""
    end = bisect_right(table, room - 1) - 1
    if at_word and text[end : end + 1] not in ("", " "):
        end = text.rfind(" ", 0, end) + 1 or end
    kept = text[:end].rstrip(" .…")
    # Keep the blank after the match, so that the ellipsis does not look like a part of the word.
    return (kept or text[: min(end, 1)]) + ELLIPSIS


def _tail(text: str, room: int, *, more: bool) -> str:
    """The end of `text` in `room` cells. `more` says that text precedes it."""
    table = cells.advance(text)
    if table[-1] + more <= room:
        return ELLIPSIS * more + text
    if room <= 0:
        return ""
    # The first index whose rest fits may be inside a cluster; `start` is the end of that cluster.
    first = bisect_left(table, table[-1] - room + 1)
    start = bisect_right(table, table[min(first, len(text))]) - 1
    if start and text[start - 1] != " ":
        start = text.find(" ", start) + 1 or start
    return ELLIPSIS + (text[start:].lstrip() or text[start:][-1:])
