"""Cursor motions through a page: by characters, words, rows, sentences and paragraphs.

Owns the motions of select mode, which follow those of vi. The cursor is always at the beginning of a visible
cluster, never on the blanks or the newline at the end of a row. On a row without text it is at the start of
the row. A motion continues from one row or block into the next.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from reader.model import Place, Span
from reader.text import cells
from reader.text.flow import Flow, Row, RowKind
from reader.text.page import Page
from reader.text.sentences import next_start, previous_start
from reader.text.word_stops import (
    APOSTROPHES,
    BLANK,
    PUNCTUATION,
    kind_at,
    last_visible,
    next_visible,
    token_at,
)

Motion = Callable[[Place, Page, Flow], Place]


def move(
    motion: str, place: Place, page: Page, flow: Flow, count: int = 1, column: int | None = None
) -> Place:
    """The place of the cursor after `motion` was done `count` times from `place`; it stays inside the page.

    `column` is the column that "up" and "down" keep, by default the column of `place`. Raises ValueError for
    a motion that is not in MOTIONS.
    """
    if motion not in MOTIONS:
        raise ValueError(f"unknown motion {motion}; the motions are {', '.join(MOTIONS)}")
    if motion in ("up", "down"):
        return _by_rows(place, page, flow, count if motion == "down" else -count, column)
    for _ in range(max(count, 1)):
        before, place = place, _visible_at(MOTIONS[motion](place, page, flow), page, flow)
        if place == before:
            break
    return place


def after(place: Place, page: Page) -> Place:
    """The end of the cluster at `place`, so that a selection includes its last character."""
    text = page.block(place.block).text
    around = text[place.offset : place.offset + 64].split("\n", 1)[0]
    if not around:
        return Place(place.block, min(place.offset + 1, len(text)))
    return Place(place.block, place.offset + cells.ceil(cells.advance(around), 0))


def beginning(place: Place, page: Page) -> Place:
    """The beginning of the cluster that contains `place`."""
    text = page.block(place.block).text
    nearest = max(0, place.offset - 64)
    start = max(nearest, 1 + max(text.rfind(blank, nearest, place.offset) for blank in " \n"))
    around = text[start : place.offset + 64].split("\n", 1)[0]
    return Place(place.block, start + cells.floor(cells.advance(around), place.offset - start))


def whole(first: Place, last: Place, page: Page) -> tuple[Place, Place]:
    """The range from `first` to `last`, widened to whole clusters."""
    start, end = beginning(first, page), beginning(last, page)
    return start, last if end == last else after(end, page)


def word_at(place: Place, page: Page) -> Span | None:
    """The word at `place`, including hyphens and apostrophes inside it, or None if there is no word."""
    text = page.block(place.block).text
    if not 0 <= place.offset < len(text):
        return None
    start, end = token_at(text, place.offset, APOSTROPHES + "-\u2010\u2011")
    return None if kind_at(text, start) in (BLANK, PUNCTUATION) else Span(place.block, start, end)


def paragraph_span(place: Place, page: Page) -> Span:
    """The whole block at `place`."""
    return Span(place.block, 0, len(page.block(place.block).text))


# -- by character and by row -------------------------------------------------------------------------


def _visible(row: Row, flow: Flow) -> Sequence[int]:
    """The advance of the visible text of a row."""
    return cells.advance(flow.page.block(row.block).text[row.start : flow.visible_end(row)])


def _visible_at(place: Place, page: Page, flow: Flow) -> Place:
    """The visible cluster at `place`, or the last one of its row."""
    row = flow.row(flow.y_of(place))
    table = _visible(row, flow)
    return Place(row.block, row.start + cells.floor(table, min(place.offset - row.start, len(table) - 2)))


def _last(row: Row, flow: Flow) -> Place:
    """The last cluster of a row."""
    table = _visible(row, flow)
    return Place(row.block, row.start + cells.floor(table, len(table) - 2))


def _next_row(flow: Flow, y: int, step: int) -> int:
    """The next text row from `y` in the direction of `step`, or -1."""
    y += step
    while 0 <= y < flow.height:
        if flow.row(y).kind is RowKind.TEXT:
            return y
        y += step
    return -1


def _left(place: Place, page: Page, flow: Flow) -> Place:
    y = flow.y_of(place)
    row = flow.row(y)
    table = _visible(row, flow)
    inside = min(place.offset - row.start, len(table) - 1)
    if inside > 0:
        return Place(row.block, row.start + cells.floor(table, inside - 1))
    before = _next_row(flow, y, -1)
    return Place(row.block, row.start) if before < 0 else _last(flow.row(before), flow)


def _right(place: Place, page: Page, flow: Flow) -> Place:
    y = flow.y_of(place)
    row = flow.row(y)
    table = _visible(row, flow)
    start = cells.floor(table, place.offset - row.start)
    end = cells.ceil(table, start)
    if end < len(table) - 1:
        return Place(row.block, row.start + end)
    following = _next_row(flow, y, 1)
    return _last(row, flow) if following < 0 else flow.place_at(following)


def _row_start(place: Place, page: Page, flow: Flow) -> Place:
    row = flow.row(flow.y_of(place))
    return Place(row.block, row.start)


def _row_end(place: Place, page: Page, flow: Flow) -> Place:
    return _last(flow.row(flow.y_of(place)), flow)


def _by_rows(place: Place, page: Page, flow: Flow, count: int, column: int | None) -> Place:
    """`count` text rows down (up if negative), at `column` or at the end of a shorter row."""
    column = flow.column_of(place) if column is None else column
    y = flow.y_of(place)
    for _ in range(abs(count)):
        found = _next_row(flow, y, 1 if count > 0 else -1)
        if found < 0:
            break
        y = found
    row = flow.row(y)
    table = _visible(row, flow)
    inside = bisect_right(table, max(0, column - cells.width(flow.prefix(row)))) - 1
    return Place(row.block, row.start + cells.floor(table, min(inside, len(table) - 2)))


# -- by word, sentence and block ----------------------------------------------------------------------------


def _first_visible(place: Place, page: Page, flow: Flow) -> Place:
    """The first visible character from `place` on, or the last one of the page."""
    block, start = place
    while block <= page.last:
        found = next_visible(page.block(block).text, start)
        if found >= 0:
            return Place(block, found)
        block, start = block + 1, 0
    return _end(place, page, flow)


def _word(place: Place, page: Page, flow: Flow) -> Place:
    text = page.block(place.block).text
    if place.offset < len(text) and kind_at(text, place.offset) != BLANK:
        place = Place(place.block, token_at(text, place.offset)[1])
    return _first_visible(place, page, flow)


def _back(place: Place, page: Page, flow: Flow) -> Place:
    block, end = place
    while block >= page.first:
        text = page.block(block).text
        found = last_visible(text, end)
        if found >= 0:
            return Place(block, token_at(text, found)[0])
        block -= 1
        end = len(page.block(block).text) if block >= page.first else 0
    return page.start


def _word_end(place: Place, page: Page, flow: Flow) -> Place:
    block, offset = _first_visible(after(place, page), page, flow)
    text = page.block(block).text
    if not text:
        return Place(block, 0)
    start, end = token_at(text, offset)
    table = cells.advance(text[start:end])
    return Place(block, start + cells.floor(table, end - start - 1))


def _next_sentence(place: Place, page: Page, flow: Flow) -> Place:
    block, start = place.block, next_start(page.block(place.block).text, place.offset)
    while start is None and block < page.last:
        block += 1
        start = next_start(page.block(block).text, -1)
    return _end(place, page, flow) if start is None else Place(block, start)


def _previous_sentence(place: Place, page: Page, flow: Flow) -> Place:
    block, start = place.block, previous_start(page.block(place.block).text, place.offset)
    while start is None and block > page.first:
        block -= 1
        text = page.block(block).text
        start = previous_start(text, len(text))
    return page.start if start is None else Place(block, start)


def _next_paragraph(place: Place, page: Page, flow: Flow) -> Place:
    return Place(place.block + 1, 0) if place.block < page.last else _end(place, page, flow)


def _previous_paragraph(place: Place, page: Page, flow: Flow) -> Place:
    return Place(place.block if place.offset else max(place.block - 1, page.first), 0)


def _top(place: Place, page: Page, flow: Flow) -> Place:
    return page.start


def _end(place: Place, page: Page, flow: Flow) -> Place:
    return _last(flow.row(flow.height - 1), flow)


MOTIONS: Mapping[str, Motion] = {
    "left": _left,
    "right": _right,
    "up": lambda place, page, flow: _by_rows(place, page, flow, -1, None),
    "down": lambda place, page, flow: _by_rows(place, page, flow, 1, None),
    "word": _word,
    "back": _back,
    "word_end": _word_end,
    "next_sentence": _next_sentence,
    "previous_sentence": _previous_sentence,
    "row_start": _row_start,
    "row_end": _row_end,
    "previous_paragraph": _previous_paragraph,
    "next_paragraph": _next_paragraph,
    "top": _top,
    "end": _end,
}
"""The motions by name."""
