"""Where the rows of a text begin.

Owns the choice of break points. Rows are ranges of the text, never copies of it: a row goes from its
start to the next row's start, with the blanks and the newline it ends on, and the painter leaves
those out. Blanks may therefore overhang the width; nothing else does, but for a two-cell character
in a row of one cell, which stands alone.

A row breaks at a newline, at blanks (a no-break space is none), between ideographs and kana as far as
JIS X 4051 allows (no closing sign begins a row, no opening sign ends one; Korean breaks at its
blanks), after a hyphen or dash inside a word where that fills the row visibly, and inside a word
only when it is longer than the row. No row begins with a blank, except as the text or a hard line does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from reader.text import cells

HELPS = 6
"""Cells of a word that must come up to the row before the word is opened at its hyphen."""

BLANKS = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_DASHES = "-\u2010\u2013\u2014"
_OPENING_QUOTES = "“‘«„\"'([{"

_IDEOGRAPH = (
    "[\u2e80-\u2fdf\u3001-\u30ff\u3105-\u312f\u31a0-\u31ff\u3220-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffe6\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
_NO_START = frozenset(
    "!%),.:;?]}¢°’”‰›»…‥′″℃、。々〉》」』】〕〗〙〛〜〞〟〻゛゜ゝゞ・ーヽヾ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "！％），．：；？］｝｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠\u2010\u2013\u2014\u00a0\u202f\u2060"
)
_NO_END = frozenset("$([{£¥‘“‹«„〈《「『【〔〖〘〚〝＄（［｛｟｢￡￥\u00a0\u202f\u2060")


def wrap(text: str, width: int) -> list[int]:
    """Break `text` greedily at `width` cells.

    Returns the start of every row, the first always 0; rows join to `text` exactly. A newline at the
    very end opens no further row. Raises ValueError if width < 1. Linear in len(text): about 6 ms per
    MB where all characters are one cell wide.
    """
    if width < 1:
        raise ValueError(f"no row is {width} cells wide")
    if "\n" in text:
        return _by_line(text, lambda line: wrap(line, width))
    if text.isascii():
        if len(text) <= width:
            return [0]
        careful = "-" in text or "  " in text
    elif cells.plain(text):
        careful = "-" in text or "–" in text or "—" in text or "\u2010" in text or "  " in text
    else:
        return _wrap_measured(text, width)
    return _wrap_with_care(text, width) if careful else _wrap_plain(text, width)


def wrap_parts(text: str, width: int, separator: str) -> list[int]:
    """Break `text` before parts of it, with the separator between two rows overhanging the first.

    A part that is longer than a row begins one and is broken as `wrap` does. Returns the start of every
    row as `wrap` does.
    """
    starts: list[int] = []
    begin, used = 0, 0
    for part in text.split(separator):
        cells_of_part = cells.width(part)
        if starts and used + len(separator) + cells_of_part <= width:
            used += len(separator) + cells_of_part
        else:
            rows = wrap(part, width)
            starts += [begin + start for start in rows]
            used = cells.width(part[rows[-1] :])
        begin += len(part) + len(separator)
    return starts


def chop(text: str, first: int, rest: int, hang: int = 0) -> list[int]:
    """Break `text` as code is: a line's first row at `first` cells, its others at `rest`.

    They hang by the blanks their line begins with, but by `hang` cells at most, and have so much less
    room. Breaks at blanks, which may overhang, and inside a word only where a whole row could not hold
    it. Returns the start of every row as `wrap` does. Raises ValueError if a row is < 1 cell wide.
    """
    if first < 1 or rest - hang < 1:
        raise ValueError(f"no row is {min(first, rest - hang)} cells wide")
    if "\n" in text:
        return _by_line(text, lambda line: chop(line, first, rest, hang))
    table = cells.advance(text)
    starts = [0]
    low, room = 0, first
    rest -= min(indentation(text, 0), hang)
    while (end := _past_blanks(text, table, _reach(table, low, room))) < len(text):
        if text[end - 1] not in BLANKS:
            end = _before_word(text, table, low, end, rest) or end
        starts.append(end)
        low, room = end, rest
    return starts


def indentation(text: str, at: int) -> int:
    """How many blanks begin the hard line of `text` that `at` is in."""
    start = text.rfind("\n", 0, at) + 1
    while text.startswith(" ", start):
        start += 1
    return start - text.rfind("\n", 0, at) - 1


def shown_end(text: str, start: int, end: int) -> int:
    """Where the row `text[start:end]` ends for the eye: before the blanks and the newline it ends on."""
    return start + len(text[start:end].rstrip("\n" + BLANKS))


def _by_line(text: str, rows: Callable[[str], list[int]]) -> list[int]:
    """The starts of `rows` for every hard line of `text`, counted in the whole."""
    starts: list[int] = []
    offset = 0
    for line in text.removesuffix("\n").split("\n"):
        starts += [offset + start for start in rows(line)] if offset else rows(line)
        offset += len(line) + 1
    return starts


def _wrap_plain(text: str, width: int) -> list[int]:
    """Row starts of one line of plain text without double blanks and dashes: most of what is read."""
    rfind = text.rfind
    length = len(text)
    reach = width + 1  # the blank after the row may overhang
    last = length - width  # a row that starts here or later holds all that is left
    starts = [0]
    append = starts.append
    low = 0
    while low < last:
        low = rfind(" ", low, low + reach) + 1
        if not low:
            return _wrap_with_care(text, width)  # a word longer than a row
        append(low)
    if low == length:
        starts.pop()  # only the last blank was left
    return starts


def _wrap_with_care(text: str, width: int) -> list[int]:
    """Row starts of one line of plain text, whatever is in it."""
    dashes = [dash for dash in _DASHES if dash in text]
    length = len(text)
    last = length - width
    starts = [0]
    low = 0
    while low < last:
        high = low + width
        cut = text.rfind(" ", low, high + 1) + 1
        if not cut:
            cut = _after_dash(text, dashes, low, high, 1) or high
        elif dashes and high - cut >= HELPS and text[high] != " ":
            cut = _after_dash(text, dashes, cut, high, HELPS) or cut
        while cut < length and text[cut] == " ":
            cut += 1
        if cut == length:
            break
        starts.append(cut)
        low = cut
    return starts


def _wrap_measured(text: str, width: int) -> list[int]:
    """Row starts of one line of any text."""
    table = cells.advance(text)
    length = len(text)
    starts = [0]
    low = 0
    while (end := _past_blanks(text, table, _reach(table, low, width))) < length:
        if text[end - 1] not in BLANKS:
            end = _last_break(text, table, low, end) or end
        starts.append(end)
        low = end
    return starts


def _reach(table: Sequence[int], low: int, width: int) -> int:
    """The end of what fits in `width` cells from `low`; at least one cluster."""
    end = bisect_right(table, table[low] + width, low) - 1
    return end if end > low else cells.ceil(table, low)


def _past_blanks(text: str, table: Sequence[int], index: int) -> int:
    """The first cluster at or after `index` that is no blank. A blank that carries a mark is none."""
    while index < len(text) and text[index] in BLANKS and cells.ceil(table, index) == index + 1:
        index += 1
    return index


def _before_word(text: str, table: Sequence[int], low: int, high: int, width: int) -> int:
    """Where the word begins that a row from `low` would cut at `high`, if `width` cells can hold it; or 0."""
    word = text.rfind(" ", low, high) + 1
    if not word or table[word] == table[word + 1]:
        return 0
    reach = _reach(table, word, width)
    return word if reach == len(text) or " " in text[high : reach + 1] else 0


def _last_break(text: str, table: Sequence[int], low: int, high: int) -> int:
    """The last place in (low, high] where a row may break, or 0."""
    for index in range(high, low, -1):
        before, after = text[index - 1], text[index]
        if before in BLANKS:
            allowed = True
        elif before in _DASHES and _opens(text, index - 1):
            word = max(text.rfind(blank, low, index) for blank in " \u3000") + 1 or low
            allowed = index - word >= HELPS or word == low
        else:
            allowed = _between_ideographs(before, after)
        if allowed and table[index] < table[index + 1]:
            return index
    return 0


def _between_ideographs(before: str, after: str) -> bool:
    if before in _NO_END or after in _NO_START or after in BLANKS:
        return False
    return _IDEOGRAPHS[before] or _IDEOGRAPHS[after]


def _after_dash(text: str, dashes: Sequence[str], word: int, high: int, least: int) -> int:
    """The end of the last dash in text[word:high] that opens its word after `least` cells, or 0."""
    best = 0
    for dash in dashes:
        index = text.rfind(dash, word + least - 1, high)
        while index >= 0 and index + 1 > best:
            if _opens(text, index):
                best = index + 1
                break
            index = text.rfind(dash, word + least - 1, index)
    return best


def _opens(text: str, index: int) -> bool:
    """Whether a row may break after the dash at `index`: between letters, or after a long dash."""
    if not 0 < index < len(text) - 1:
        return False
    before, after = text[index - 1], text[index + 1]
    if text[index] == "\u2014":
        return after.isalnum() or after in _OPENING_QUOTES
    return after.isalpha() and (before.isalpha() or before == "-")


class _Ideographs(dict[str, bool]):
    """Whether a row may break beside a character, filled as they are met."""

    def __missing__(self, character: str) -> bool:
        found = self[character] = re.match(_IDEOGRAPH, character) is not None
        return found


_IDEOGRAPHS = _Ideographs()
