"""Cut a long text into pieces, so that what is found in it can be shown as it comes.

Owns their size, and that none ends inside a quote that runs on.
"""

from __future__ import annotations

from collections.abc import Sequence

WHOLE = 20_000
"""Words up to which a text is read as a whole: a tenth of a second or two."""
PIECE = 10_000
"""Words of a piece of a longer one."""
LETTERS = 8
"""Code points of a text without blanks that count as one word: more than a word of English and its blank."""
_OPENING = "\"“„«‘'「『”»"


def pieces(paragraphs: Sequence[str]) -> list[tuple[int, int]]:
    """Half-open ranges of paragraphs that join to the whole; none for no paragraphs. Linear."""
    counts = [max(paragraph.count(" ") + 1, len(paragraph) // LETTERS) for paragraph in paragraphs]
    if sum(counts) <= WHOLE:
        return [(0, len(paragraphs))] if paragraphs else []
    found, first, words = [], 0, 0
    for number, count in enumerate(counts):
        if words >= PIECE and (words > 2 * PIECE or not _goes_on(paragraphs, number)):
            found.append((first, number))
            first, words = number, 0
        words += count
    return [*found, (first, len(paragraphs))]


def _goes_on(paragraphs: Sequence[str], number: int) -> bool:
    """Whether a paragraph begins like one that goes on with a quote."""
    return paragraphs[number].lstrip()[:1] in _OPENING and bool(paragraphs[number])
