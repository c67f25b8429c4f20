"""Line breaking: where the rows of a text begin.

Owns the choice of break points. A row is a range of the text, from its start to the start of the next row. It
contains the blanks and the newline at its end, which are not painted and may overhang the width. Nothing else
overhangs, except a two-cell character in a row of one cell.

A row breaks at a newline and at blanks, but not at a no-break space. It breaks between ideographs and kana
where JIS X 4051 allows it: no row begins with closing punctuation or ends with opening punctuation. Korean
breaks at its blanks. A word is broken after a hyphen or dash if enough of the word fits in the row, and
elsewhere only if it is longer than a row. No row begins with a blank, unless the text or its hard line
begins with one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from reader.text import cells

MIN_PART = 6
"""Cells of a word that must fit in the row before the word is broken after its hyphen."""

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

    Returns the start of every row; the first is always 0. The rows add up to `text`. A newline at the very
    end does not begin a row. Raises ValueError if width < 1. Linear in len(text): about 6 ms per MB if all
    characters are one cell wide.
    """
    if width < 1:
        raise ValueError(f"a row cannot be {width} cells wide")
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
    """Break `text` between its parts. A separator at a break overhangs the row before it.

    A part that is longer than a row begins a row and is broken as by `wrap`. Returns the start of every row.
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
    """Break `text` like code: the first row of a line at `first` cells, its other rows at `rest` cells.

    The other rows are indented like their line, by `hang` cells at most, and so have less room. Breaks at
    blanks, which may overhang, and inside a word only if the word is longer than a whole row. Returns the
    start of every row. Raises ValueError if a row is < 1 cell wide.
    """
    if first < 1 or rest - hang < 1:
        raise ValueError(f"a row cannot be {min(first, rest - hang)} cells wide")
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
    """The number of blanks at the beginning of the hard line that contains `at`."""
    start = text.rfind("\n", 0, at) + 1
    while text.startswith(" ", start):
        start += 1
    return start - text.rfind("\n", 0, at) - 1


def visible_end(text: str, start: int, end: int) -> int:
    """The visible end of the row `text[start:end]`: before the blanks and the newline at its end."""
    return start + len(text[start:end].rstrip("\n" + BLANKS))


def _by_line(text: str, rows: Callable[[str], list[int]]) -> list[int]:
    """The row starts of every hard line of `text`, by `rows`, as offsets in the whole text."""
    starts: list[int] = []
    offset = 0
    for line in text.removesuffix("\n").split("\n"):
        starts += [offset + start for start in rows(line)] if offset else rows(line)
        offset += len(line) + 1
    return starts


def _wrap_plain(text: str, width: int) -> list[int]:
    """Row starts of one line of plain text without double blanks and dashes. This is the usual case."""
    rfind = text.rfind
    length = len(text)
    reach = width + 1  # the blank after the row may overhang
    last = length - width  # a row that starts here or later holds the rest of the text
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
    """Row starts of one line of any plain text."""
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
        elif dashes and high - cut >= MIN_PART and text[high] != " ":
            cut = _after_dash(text, dashes, cut, high, MIN_PART) or cut
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
    """The end of the text from `low` that fits in `width` cells; at least one cluster."""
    end = bisect_right(table, table[low] + width, low) - 1
    return end if end > low else cells.ceil(table, low)


def _past_blanks(text: str, table: Sequence[int], index: int) -> int:
    """The first cluster from `index` on that is not a blank. A blank with a combining mark is not a blank."""
    while index < len(text) and text[index] in BLANKS and cells.ceil(table, index) == index + 1:
        index += 1
    return index


def _before_word(text: str, table: Sequence[int], low: int, high: int, width: int) -> int:
    """The start of the word that a break at `high` would cut, or 0 if it is wider than `width` cells."""
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
        elif before in _DASHES and _may_break_after(text, index - 1):
            word = max(text.rfind(blank, low, index) for blank in " \u3000") + 1 or low
            allowed = index - word >= MIN_PART or word == low
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
    """The end of the last dash in text[word:high] where the word may break after `least` cells, or 0."""
    best = 0
    for dash in dashes:
        index = text.rfind(dash, word + least - 1, high)
        while index >= 0 and index + 1 > best:
            if _may_break_after(text, index):
                best = index + 1
                break
            index = text.rfind(dash, word + least - 1, index)
    return best


def _may_break_after(text: str, index: int) -> bool:
    """Whether a row may break after the dash at `index`: between letters, or after a long dash."""
    if not 0 < index < len(text) - 1:
        return False
    before, after = text[index - 1], text[index + 1]
    if text[index] == "\u2014":
        return after.isalnum() or after in _OPENING_QUOTES
    return after.isalpha() and (before.isalpha() or before == "-")


class _Ideographs(dict[str, bool]):
    """Whether a row may break beside a character. Filled on demand."""

    def __missing__(self, character: str) -> bool:
        found = self[character] = re.match(_IDEOGRAPH, character) is not None
        return found


_IDEOGRAPHS = _Ideographs()
