"""Collect the text of one paragraph of a page, with its ranges of emphasis and links.

Owns the rules for which blanks of the page's source are kept, and for ranges that are open when a paragraph
ends.
"""

from __future__ import annotations

from reader.model import Inline, InlineKind
from reader.sources.html.dom import BLANKS


class Run:
    """The text since the end of the last paragraph. `taken` returns it as one paragraph."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last = ""
        self._ranges: list[Inline] = []
        self._open: list[tuple[int, InlineKind, str]] = []

    @property
    def at_blank(self) -> bool:
        """Whether something can be inserted here without cutting a word."""
        return self._last in ("", " ", "\n")

    def read(self, text: str | None) -> None:
        """Add text from the page's source. A run of blanks becomes one blank."""
        if not text:
            return
        text = BLANKS.sub(" ", text)
        if self.at_blank and text[0] in " \xa0":
            text = text.lstrip(" \xa0")
        self.add(text)

    def add(self, text: str) -> None:
        """Add `text` unchanged."""
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self._last = text[-1]

    def break_line(self) -> bool:
        """Add a line break. Return False for a second line break, which ends the paragraph instead."""
        if not self._pieces:
            return True
        if self._last == "\n":
            return False
        if self._last == " ":
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1
        self.add("\n")
        return True

    def begin(self, kind: InlineKind, href: str) -> None:
        """Begin a range of emphasis or a link. The matching call of `end` ends it."""
        self._open.append((self._length, kind, href))

    def end(self) -> None:
        """End the range that began last."""
        start, kind, href = self._open.pop()
        if start < self._length:
            self._ranges.append(Inline(start, self._length, kind, href))

    def taken(self) -> tuple[str, tuple[Inline, ...]]:
        """Remove and return the paragraph, stripped of blanks. Open ranges continue in the next paragraph."""
        text = "".join(self._pieces)
        ranges = [*self._ranges, *(Inline(at, self._length, kind, href) for at, kind, href in self._open)]
        self._pieces, self._ranges, self._length, self._last = [], [], 0, ""
        self._open = [(0, kind, href) for _, kind, href in self._open]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        inlines = tuple(
            Inline(start, end, r.kind, r.href)
            for r in ranges
            if (start := max(0, r.start - lead)) < (end := min(len(text), r.end - lead))
        )
        return text, inlines
