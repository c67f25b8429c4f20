"""Cut paragraphs that are too long to read in one step, and map the results back to the whole paragraphs.

A file without line breaks is one paragraph of many megabytes. Reading it in one step would take seconds,
during which the program could neither quit nor show anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reader.annotate.markup import Markup, Ranges

LIMIT = 20_000
"""The most code points that are read as one paragraph. 20,000 of them without a word take 0.3 seconds."""

BACK = 2_000
"""The most code points between the cut and the limit. A quote that is cut is found as two quotes."""

Place = tuple[int, int, int]
"""Paragraph, start and end in code points, half-open."""


class CutParagraphs:
    """The paragraphs of a text, the long ones cut into parts.

    `texts` are the parts in order; a paragraph within the limit is one part. Linear.
    """

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._starts: list[tuple[int, int]] = []  # paragraph and offset of each part
        self.texts: list[str] = []
        for number, paragraph in enumerate(paragraphs):
            for start, end in _parts(paragraph):
                self._starts.append((number, start))
                self.texts.append(paragraph[start:end])

    def markup(self, markup: Markup) -> Markup:
        """The markup of the parts. The code in it is left out."""
        return Markup(
            [*self._numbers(markup.headings)],
            [*self._numbers(markup.block_quotes)],
            [*self._numbers(markup.captions)],
            [*self._numbers(markup.emphasized)],
            italics=self._ranges(markup.italics),
        )

    def whole(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Places of the parts as places of the paragraphs."""
        found = []
        for part, start, end in places:
            number, offset = self._starts[part]
            found.append((number, start + offset, end + offset))
        return tuple(found)

    def _numbers(self, paragraphs: Collection[int]) -> Iterator[int]:
        for number in paragraphs:
            yield from range(*self._range(number))

    def _ranges(self, ranges: Mapping[int, Ranges]) -> dict[int, Ranges]:
        """Ranges of the paragraphs as ranges of the parts. A range that is cut is left out."""
        found: dict[int, Ranges] = {}
        for number, of_paragraph in ranges.items():
            for part in range(*self._range(number)):
                offset, length = self._starts[part][1], len(self.texts[part])
                inside = [
                    (start - offset, end - offset)
                    for start, end in of_paragraph
                    if offset <= start and end <= offset + length
                ]
                if inside:
                    found[part] = inside
        return found

    def _range(self, number: int) -> tuple[int, int]:
        """The half-open range of the parts of a paragraph."""
        return bisect_left(self._starts, (number, 0)), bisect_left(self._starts, (number + 1, 0))


def has_long(paragraphs: Iterable[str]) -> bool:
    """Whether a paragraph is longer than the limit."""
    return any(len(paragraph) > LIMIT for paragraph in paragraphs)


def _parts(paragraph: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges that join to the paragraph."""
    start = 0
    while len(paragraph) - start > LIMIT:
        cut = _cut(paragraph, start + LIMIT)
        yield start, cut
        start = cut
    yield start, len(paragraph)


def _cut(paragraph: str, limit: int) -> int:
    """The end of a quote, a sentence or a word shortly before the limit, otherwise the limit."""
    for sign in ("” ", ". ", " "):
        at = paragraph.rfind(sign, limit - BACK, limit)
        if at >= 0:
            return at + len(sign)
    return limit
