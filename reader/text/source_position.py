"""Find passages of an article in the text of the Markdown or plain file that it was imported from.

The source has marks, line breaks and links in the middle of the words, so its text is aligned with that of
the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.model import Span, Status
from reader.text.alignment import Alignment
from reader.text.anchors import Finder, anchor_of

_BREAK = re.compile(r"\n[ \t>]*\n")
_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*")


class Position(NamedTuple):
    """A line and a column of a text file, both counted from 1; a column is a code point."""

    line: int
    column: int


def positions(spans: Sequence[Span], texts: Sequence[str], source: str) -> list[Position | None]:
    """Where each span of the article begins in its source; None where that is not certain.

    `texts` are those of the blocks of the article. A file of 3 MB takes some tenths of a second.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = _paragraphs(source)
    raw = [text for _, text in paragraphs]
    alignment = Alignment(texts, [_LINE_BREAK.sub(_blanks, text) for text in raw])
    finder = Finder(alignment.new_texts)
    line_starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    out: list[Position | None] = []
    for span in spans:
        found = finder.find(anchor_of(texts, span.block, span.start, span.end))
        if found.status is Status.LOST:  # markup is among its words: the first of them may be found alone
            mapped = alignment.map_span(span.block, span.start, min(span.start + 1, span.end))
            if mapped is None:
                out.append(None)
                continue
            found = mapped
        at = paragraphs[found.block][0] + found.start
        line = bisect_right(line_starts, at)
        out.append(Position(line, at - line_starts[line - 1] + 1))
    return out


def _paragraphs(source: str) -> list[tuple[int, str]]:
    """The paragraphs of a text file, each with its offset."""
    out = []
    start = 0
    for found in _BREAK.finditer(source):
        out.append((start, source[start : found.start()]))
        start = found.end()
    return [*out, (start, source[start:])]


def _blanks(found: re.Match[str]) -> str:
    """As many blanks as there were characters, so that offsets stay."""
    return " " * len(found[0])
