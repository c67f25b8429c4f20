"""The lists that are open where one reads in a plain text, one in the other.

Owns when a sign in front of a line makes it an item, and how deep the item is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.sources.plain import line_kinds as signs
from reader.sources.plain.lines import Chunk, Line
from reader.sources.yaml.schema import MAX_LEVEL


class _Indents(NamedTuple):
    """Cells before the signs of a list, and before its text."""

    sign: int
    text: int


class OpenLists:
    """The lists around the last item, the innermost last; none where another kind of text came."""

    def __init__(self) -> None:
        self._open: list[_Indents] = []
        self._number = 0  # of the last numbered item

    @property
    def next_number(self) -> int:
        """The number that the next item would have; 0 where no list is open."""
        return self._number + 1 if self._open else 0

    def close(self) -> None:
        """All of them end. The number of the last item is remembered."""
        self._open.clear()

    def open(self, line: Line, sign: signs.Sign) -> int:
        """Begin an item with `line`, in the list that its indent tells; the level of the item."""
        while self._open and line.indent < self._open[-1].sign - 1:
            self._open.pop()
        if not self._open or line.indent > self._open[-1].sign + 1:
            self._open.append(_Indents(line.indent, line.indent + sign.length))
        self._number = sign.number or self._number
        return min(len(self._open), MAX_LEVEL)

    def hold(self, line: Line) -> bool:
        """Whether a line without a sign stands under the text of the last item."""
        return bool(self._open) and line.indent >= self._open[-1].text > 0

    def are_begun_by(self, sign: signs.Sign, chunk: Chunk) -> bool:
        """Whether a sign at the beginning of a chunk makes it a list."""
        lines = chunk.lines
        if not sign.number or sign.number == 1 or sign.number == self.next_number:
            return True
        return (len(lines) > 1 and lines[1].indent > lines[0].indent) or _follows(lines, sign)

    def are_continued_by(self, found: signs.Sign, line: Line, last: signs.Sign) -> bool:
        """Whether a line with a sign inside a list is an item, not a wrapped line with a dash or number."""
        deeper = bool(self._open) and line.indent > self._open[-1].sign
        if found.number:
            return found.number == self._number + 1 or found.number == 1 or deeper
        return deeper or found.bullet == last.bullet or line.indent != self._open[-1].sign


def _follows(lines: Sequence[Line], sign: signs.Sign) -> bool:
    """Whether a later line of the chunk has the next number."""
    found = (signs.list_sign(line.text) for line in lines[1:50])
    return any(other is not None and other.number == sign.number + 1 for other in found)
