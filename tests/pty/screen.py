"""The screen of a terminal after the bytes that a program wrote: pyte, with additions.

Owns what pyte lacks: the modes, the alternate screen and the frames. Between the begin and the end of a
synchronised update (mode 2026) nothing counts as visible.
"""

from __future__ import annotations

import codecs
import re

import pyte

from tests.pty.stream import pieces

LAST = 1 << 16
"""Characters that are kept of what was written to a screen that is not drawn."""

SYNC, ALTERNATE, CURSOR, WRAP = 2026, 1049, 25, 7

_MODES = re.compile(r"\x1b\[\?([\d;]+)([hl])")
_DRAWING = re.compile(r"\x1b\[[0-9;]*[@A-HJ-MPXdfmr]|\x1b[78DEM]")


class Screen:
    """A screen of some columns and rows. Feed it bytes and look at it."""

    def __init__(self, columns: int, rows: int, *, drawn: bool = True) -> None:
        """With `drawn` False only the modes and the end of the output are kept, because drawing is slow."""
        self._drawn = drawn
        self.modes: dict[int, bool] = {}
        self.written = ""
        self._main, self._other = pyte.Screen(columns, rows), pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._main)
        # While another program has the terminal, it echoes all typed bytes, also invalid UTF-8.
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict" if drawn else "replace")
        self._parsed = 0

    @property
    def lines(self) -> list[str]:
        """The rows, without the blanks at their ends."""
        return [line.rstrip() for line in self._main.display]

    @property
    def text(self) -> str:
        """The rows as one text."""
        return "\n".join(self.lines)

    @property
    def whole(self) -> bool:
        """Whether the last frame is complete."""
        return not self.modes.get(SYNC)

    def picture(self) -> str:
        """The rows with bars at their ends, for messages."""
        return "\n".join(f"|{line}|" for line in self._main.display)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the screen."""
        for screen in (self._main, self._other) if self._drawn else ():
            screen.resize(rows, columns)

    def feed(self, data: bytes) -> list[str]:
        """Add output of the program. Returns the control sequences in it. Invalid UTF-8 is an error."""
        self.written += self._decoder.decode(data)
        sequences = []
        for piece in pieces(self.written[self._parsed :]):
            self._parsed += len(piece.text)
            if piece.kind != "sequence":
                if self._drawn:
                    self._stream.feed(piece.text)
                continue
            sequences.append(piece.text)
            if (found := _MODES.fullmatch(piece.text)) is not None:
                for mode in map(int, found[1].split(";")):
                    self._set(mode, found[2] == "h")
            elif self._drawn and _DRAWING.fullmatch(piece.text):
                self._stream.feed(piece.text)
        if not self._drawn and self._parsed > LAST:
            self.written, self._parsed = self.written[self._parsed - LAST :], LAST
        return sequences

    def _set(self, mode: int, on: bool) -> None:
        if mode == ALTERNATE and on != self.modes.get(ALTERNATE, False):
            self._main, self._other = self._other, self._main
            if on:
                self._main.reset()
            self._stream = pyte.Stream(self._main)
        self.modes[mode] = on
