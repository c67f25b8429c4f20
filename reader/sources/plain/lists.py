"""List markers at the beginning of lines, and the nested lists that are open."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.sources.plain.lines import Chunk, Line
from reader.sources.yaml.schema import MAX_LEVEL

_BULLET = re.compile(r"([-*+•◦▪▫‣·○●■□➢➤]|o(?=\s{2}))\s+(?=\S)")
_NUMBER = re.compile(
    r"(\(?(?:(\d{1,3})[.)]|[a-zA-Z]\)|[ivxIVX]{1,5}\))|\[\d{1,3}\]|[①-⑳])\s+(?=\S)"
    r"|([一二三四五六七八九十]{1,3}、)(?=\S)"
)


class Marker(NamedTuple):
    """A list marker.

    `text` is empty for a bullet, `number` is 0 if it has none, `length` includes the blanks after it.
    """

    text: str
    number: int
    length: int
    bullet: str


def list_marker(text: str) -> Marker | None:
    """The list marker at the beginning of `text`; None if `text` does not begin with one."""
    if found := _BULLET.match(text):
        return Marker("", 0, found.end(), found[1])
    if found := _NUMBER.match(text):
        return Marker(found[1] or found[3], int(found[2] or 0), found.end(), "")
    return None


class _OpenList(NamedTuple):
    """The indentation of a list's markers and of its text."""

    marker_indent: int
    text_indent: int


class OpenLists:
    """The open lists around the last item, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_OpenList] = []
        self._number = 0  # the number of the last numbered item

    @property
    def next_number(self) -> int:
        """The number that the next item would have; 0 if no list is open."""
        return self._number + 1 if self._open else 0

    def close(self) -> None:
        """Close all lists. The number of the last item is kept for a list that continues later."""
        self._open.clear()

    def add(self, line: Line, marker: Marker) -> int:
        """Add the item that begins with `line` to the list with its indentation. Return the item's level."""
        while self._open and line.indent < self._open[-1].marker_indent - 1:
            self._open.pop()
        if not self._open or line.indent > self._open[-1].marker_indent + 1:
            self._open.append(_OpenList(line.indent, line.indent + marker.length))
        self._number = marker.number or self._number
        return min(len(self._open), MAX_LEVEL)

    def contain(self, line: Line) -> bool:
        """Whether a line without a marker is indented at least as far as the text of the last item."""
        return bool(self._open) and line.indent >= self._open[-1].text_indent

    def begin_with(self, marker: Marker, chunk: Chunk) -> bool:
        """Whether a marker at the beginning of a chunk begins or continues a list."""
        is_hanging = len(chunk.lines) > 1 and chunk.lines[1].indent > chunk.lines[0].indent
        return marker.number in (0, 1, self._number + 1) or is_hanging

    def continue_with(self, marker: Marker, line: Line, first: Marker) -> bool:
        """Whether a line inside a list begins a new item.

        A wrapped line may also begin with a dash or a number.
        """
        if line.indent != self._open[-1].marker_indent:
            return line.indent > self._open[-1].marker_indent or not marker.number
        return marker.number in (1, self._number + 1) if marker.number else marker.bullet == first.bullet
