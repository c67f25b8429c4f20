"""One line of text around a match, for the lists of hits.

Owns how much is shown on either side. Widths are cells; no character is cut in two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from reader.text import cells
from reader.text.excerpt import ELLIPSIS, LONGEST

_BLANKS = re.compile(r"\s+")


def snippet(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """What stands before `text[start:end]`, that, and what stands after, in at most `width` cells.

    One line: every run of blanks is one space. The context is cut between words, with an ellipsis for
    what is left out; two thirds of it follow the match where both sides have enough. A match too wide
    for the line is cut at its end and stands alone. Reads no more of the text than can be shown.
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
    """The beginning of `text` in `room` cells; `more` tells that there is text after it."""
    table = cells.advance(text)
    if table[-1] + more <= room:
        return text + ELLIPSIS * more
    if room <= 0:
        return ""
    end = bisect_right(table, room - 1) - 1
    if at_word and text[end : end + 1] not in ("", " "):
        end = text.rfind(" ", 0, end) + 1 or end
    kept = text[:end].rstrip(" .…")
    # The blank after a match stays, or the ellipsis would look like a part of the word.
    return (kept or text[: min(end, 1)]) + ELLIPSIS


def _tail(text: str, room: int, *, more: bool) -> str:
    """The end of `text` in `room` cells; `more` tells that there is text before it."""
    table = cells.advance(text)
    if table[-1] + more <= room:
        return ELLIPSIS * more + text
    if room <= 0:
        return ""
    # The first index that leaves no more than the room may lie inside a character: on to its end.
    first = bisect_left(table, table[-1] - room + 1)
    start = bisect_right(table, table[min(first, len(text))]) - 1
    if start and text[start - 1] != " ":
        start = text.find(" ", start) + 1 or start
    return ELLIPSIS + (text[start:].lstrip() or text[start:][-1:])
