"""Terminals that disagree about widths, as far as the tests need them: a grid of cells and a cursor.

Each kind of terminal is a function from a character, and the character before it, to the number of cells. The
functions do not use the program's own widths: they follow the observed behaviour of terminals, by Unicode
categories.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from tests.pty.stream import pieces

Belief = Callable[[str, str], int]
"""The cells of a character after another one; -1 makes the character before it one cell wider."""

TONES = "🏻🏼🏽🏾🏿"


def added_up(character: str, _before: str) -> int:
    """As `wcwidth`, tmux, xterm and many others count: every code point by itself."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def as_tmux(character: str, before: str) -> int:
    """As tmux 3.3 counts: summed up, but a character after a joiner has no cells."""
    return 0 if before == "\u200d" else added_up(character, before)


def clustered(character: str, before: str) -> int:
    """As terminals count that draw whole clusters: a mark or a tone has no cells, a selector has one."""
    if before in ("\u200d", "\u094d") or unicodedata.category(character) == "Mc" or character in TONES:
        return 0
    if character == "\ufe0f":
        return -1
    return added_up(character, before)


BELIEFS: tuple[Belief, ...] = (added_up, as_tmux, clustered)


class Grid:
    """A screen of cells without wrapping, fed with what a program writes."""

    def __init__(self, columns: int, rows: int, belief: Belief) -> None:
        self.rows = [[" "] * columns for _ in range(rows)]
        self._belief = belief
        self._x = self._y = 0
        self._last = ""

    def feed(self, written: str) -> None:
        """Handle text, cursor moves (CUP, CHA) and clearing (ED). Other sequences are ignored."""
        for piece in pieces(written):
            if piece.kind == "text":
                for character in piece.text:
                    self._put(character)
            elif piece.kind == "sequence" and piece.text.startswith("\x1b["):
                self._act(piece.text[-1], piece.text[2:-1])

    def _act(self, action: str, numbers: str) -> None:
        if action == "H":
            y, x = (int(number) for number in (numbers or "1;1").split(";"))
            self._y, self._x, self._last = y - 1, x - 1, ""
        elif action == "G":
            self._x, self._last = int(numbers) - 1, ""
        elif action == "J":
            self.rows = [[" "] * len(row) for row in self.rows]

    def _put(self, character: str) -> None:
        if self._y >= len(self.rows) or self._x > len(self.rows[0]):
            return  # written before the window became smaller
        row = self.rows[self._y]
        cells = self._belief(character, self._last)
        self._last = character
        base = next((x for x in range(self._x - 1, -1, -1) if row[x]), 0)
        if cells <= 0:
            row[base] += character
        if cells < 0 and self._x - base == 1:
            cells = 1
            self._fill(row, "", 1)
        elif cells > 0:
            self._fill(row, character, cells)

    def _fill(self, row: list[str], character: str, cells: int) -> None:
        for content in (character, "")[:cells]:
            if self._x < len(row):
                if row[self._x] == "" and content and self._x:
                    row[self._x - 1] = " "  # half of a wide character is not a character
                row[self._x] = content
                self._x += 1
        if self._x < len(row) and row[self._x] == "" and not (character and cells == 0):
            row[self._x] = " "

    def line(self, y: int) -> str:
        """A row of the screen."""
        return "".join(self.rows[y])

    def column(self, words: str, y: int) -> int:
        """The column at which words begin in a row. Raises ValueError if they are not in the row."""
        before = self.line(y).index(words)
        length = 0
        for x, content in enumerate(self.rows[y]):
            if length >= before:
                return x
            length += len(content)
        raise ValueError(words)

    def places(self, signs: str) -> set[tuple[int, int]]:
        """Row and column of every cell that shows one of these characters and nothing else."""
        return {
            (y, x)
            for y, row in enumerate(self.rows)
            for x, content in enumerate(row)
            if content and content in signs
        }

    def right_of(self, column: int) -> list[str]:
        """The text from a column on, row by row."""
        return ["".join(row[column:]).rstrip() for row in self.rows]
