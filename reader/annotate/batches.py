"""Split a long text into batches of paragraphs, so that results can be shown early.

Owns the size of a batch, and the rule that no batch ends inside a quote that continues.
"""

from __future__ import annotations

from collections.abc import Sequence

SINGLE_BATCH_WORDS = 20_000
"""Longest text in words that is one batch; it takes about 0.2 seconds."""
BATCH_WORDS = 10_000
"""Words in each batch of a longer text."""
CODE_POINTS_PER_WORD = 8
"""Code points that count as one word in a text without blanks: more than an English word and its blank."""
_OPENING_MARKS = "\"“„«‘'「『”»"


def paragraph_batches(paragraphs: Sequence[str]) -> list[tuple[int, int]]:
    """Half-open ranges of paragraphs that cover the text; an empty list without paragraphs. Linear."""
    counts = [
        max(paragraph.count(" ") + 1, len(paragraph) // CODE_POINTS_PER_WORD) for paragraph in paragraphs
    ]
    if sum(counts) <= SINGLE_BATCH_WORDS:
        return [(0, len(paragraphs))] if paragraphs else []
    found, first, words = [], 0, 0
    for number, count in enumerate(counts):
        if words >= BATCH_WORDS and (words > 2 * BATCH_WORDS or not _may_continue_quote(paragraphs, number)):
            found.append((first, number))
            first, words = number, 0
        words += count
    return [*found, (first, len(paragraphs))]


def _may_continue_quote(paragraphs: Sequence[str], number: int) -> bool:
    """Whether the paragraph opens with a quotation mark, as a continued quote does."""
    return paragraphs[number].lstrip()[:1] in _OPENING_MARKS and bool(paragraphs[number])
