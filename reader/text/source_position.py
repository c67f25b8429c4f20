"""Find passages of an article in the text of the Markdown or plain file that it was imported from.

The source has markup, line breaks and links between the words. The search ignores them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.model import Span, Status
from reader.text.alignment import Alignment
from reader.text.anchors import Finder, anchor_of, find_all

_BREAK = re.compile(r"\n[ \t>]*\n")
_BLANK = re.compile(r"\s+")
_MARKUP = re.compile(
    r"\n[ \t]*(?:>[ \t]?)+|!?\[|\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,2000}\])?|[*_`~]+|\\(?=[^\w\s])"
)
"""Markup among the words; a line break before the mark of a block quote is a blank."""


class Position(NamedTuple):
    """A line and a column of a text file, both counted from 1; a column is a code point."""

    line: int
    column: int


def positions(spans: Sequence[Span], texts: Sequence[str], source: str) -> list[Position | None]:
    """Where each span of the article begins in its source; None where that is not certain.

    `texts` are those of the blocks of the article. A file of 3 MB takes some tenths of a second.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    bare = [_without_markup(start, text) for start, text in _paragraphs(source)]
    raw = [(text, range(start, start + len(text) + 1)) for start, text in _paragraphs(source)]
    line_starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    anchors = [anchor_of(texts, span.block, span.start, span.end) for span in spans]
    bare_texts = [text for text, _ in bare]
    found = find_all(anchors, bare_texts, Alignment(texts, bare_texts))
    in_raw = Finder([text for text, _ in raw])
    out: list[Position | None] = []
    for anchor, place in zip(anchors, found, strict=True):
        paragraphs: Sequence[tuple[str, Sequence[int]]] = bare
        if place.status is Status.LOST:  # the words may contain a sign that is usually markup
            place, paragraphs = in_raw.find(anchor), raw
        if place.status is Status.LOST:
            out.append(None)
            continue
        at = paragraphs[place.block][1][place.start]
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


def _without_markup(start: int, text: str) -> tuple[str, Sequence[int]]:
    """A paragraph without markup and with single blanks, and the offset of each of its characters."""
    kept: list[tuple[int, str]] = []
    at = 0
    for found in _MARKUP.finditer(text):
        kept += enumerate(text[at : found.start()], at)
        if found[0].startswith("\n"):
            kept.append((found.start(), " "))
        at = found.end()
    kept += enumerate(text[at:], at)
    plain = "".join(sign for _, sign in kept)
    words: list[str] = []
    offsets: list[int] = []
    for piece in re.finditer(r"\s+|\S+", plain):
        one = _BLANK.sub(" ", piece[0])
        words.append(one)
        offsets += (start + kept[index][0] for index in range(piece.start(), piece.start() + len(one)))
    return "".join(words), [*offsets, start + len(text)]
