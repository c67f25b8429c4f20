"""Find the lines of a plain text that belong to one paragraph, and make the paragraph's text.

Owns the rules that distinguish a wrapped line from a line that its author ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.sources.line_joining import join_lines
from reader.sources.plain.lines import MAX_WRAPPED, Line
from reader.text.cells import width

_SENTENCE_ENDS = tuple(".!?…。！？.؟۔।")
_CLOSING_MARKS = "\"'”’»)]』」"
_UNSPACED = re.compile(
    "[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
# A hyphen at a line end is kept, because it may belong to the word. “pre- and post-war” keeps its blank.
_COMPOUND = re.compile(
    r"(?<=\w-)\n(?=[a-zß-öø-ÿа-яё])(?!(?:and|or|nor|to|und|oder|bis|et|ou|y|o|e|en|of|i|и)\b)"
)
_BLANKS = re.compile(" {2,}")

_MIN_PROSE = 66
"""The least width, in cells, at which lines that all begin with capitals are prose and not verse."""


def is_full(line: Line, after: Line, edge: float) -> bool:
    """Whether the first word of `after` would go beyond `edge` if it were added to `line`."""
    word = 2 if _UNSPACED.match(after.text) else width(after.text.split(maxsplit=1)[0])
    return line.edge + 1 + word > edge


def is_wrapped(lines: Sequence[Line], measure: int) -> bool:
    """Whether the lines are one wrapped paragraph, and not verse, an address or a table."""
    pairs = list(pairwise(lines))
    edge = max(line.edge for line in lines)
    if not measure:
        return not pairs or (24 <= edge <= MAX_WRAPPED and all(after.begins_lower for _, after in pairs))
    n_capitals = sum(line.text.lstrip("“\"‘'(_*")[:1].isupper() for line in lines)
    if len(lines) > 3 and n_capitals > 0.8 * len(lines):
        edge = max(edge, measure, _MIN_PROSE)  # verse, unless the lines are as long as prose
    elif edge < 0.8 * measure and (len(lines) < 4 or edge - min(line.indent for line in lines) < 36):
        edge = measure  # a few short lines; other narrow paragraphs have their own edge
    n_full = sum(
        is_full(line, after, 0.85 * edge) or (after.begins_lower and line.width >= 0.4 * measure)
        for line, after in pairs
    )
    return n_full >= 0.6 * len(pairs)


def paragraphs(lines: Sequence[Line], measure: int) -> Iterator[Sequence[Line]]:
    """The lines of each paragraph in a chunk.

    A paragraph begins at an indentation, or each line is a paragraph.
    """
    starts = _paragraph_starts(lines, measure)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = lines[start:end]
        if _is_one_a_line(part, measure):
            yield from ([line] for line in part)
        else:
            yield part


def _paragraph_starts(lines: Sequence[Line], measure: int) -> list[int]:
    """The indexes of the lines whose indentation begins a paragraph."""
    base = min(line.indent for line in lines)
    indented = [at for at, line in enumerate(lines) if line.indent > base]
    flush = [at for at, line in enumerate(lines) if line.indent == base]
    if not measure or not indented or indented == [0] or flush == [0]:
        return [0]
    if flush[0] == 0 and len(indented) >= len(flush) and _follow_full_lines(lines, indented, measure):
        return flush  # a hanging indentation, as in a bibliography
    return sorted({0, *indented}) if _follow_full_lines(lines, flush, measure) else [0]


def _follow_full_lines(lines: Sequence[Line], places: Sequence[int], measure: int) -> bool:
    full = [is_full(lines[at - 1], lines[at], 0.9 * measure) for at in places if at]
    return sum(full) >= 0.6 * len(full)


def _is_one_a_line(lines: Sequence[Line], measure: int) -> bool:
    """Whether every line is a separate paragraph."""
    if is_wrapped(lines, measure):
        return False
    if not measure and max(line.width for line in lines) > 80:
        return True
    n_ended = sum(line.text.rstrip(_CLOSING_MARKS).endswith(_SENTENCE_ENDS) for line in lines)
    return n_ended >= 0.9 * len(lines)


def paragraph_text(lines: Sequence[Line], measure: int) -> str:
    """The text of a paragraph: wrapped lines joined, other lines kept with their indentation."""
    term: list[str] = []
    is_hanging = len(lines) > 1 and lines[0].indent < min(line.indent for line in lines[1:])
    if is_hanging and measure and not is_full(lines[0], lines[1], 0.85 * measure):
        term, lines = [one_line(lines[:1])], lines[1:]  # the term above its definition
    if is_wrapped(lines, measure):
        return "\n".join([*term, *_wrapped_lines(lines)])
    base = min(line.indent for line in lines)
    kept = "\n".join(" " * (line.indent - base) + line.text for line in lines)
    return "\n".join([*term, kept.strip()])


def _wrapped_lines(lines: Sequence[Line]) -> Iterator[str]:
    """The lines of a wrapped paragraph, joined.

    A line that ends early stays separate, such as “Dear Ada,”.
    """
    edge = max(line.edge for line in lines)
    start = 0
    for at, (line, after) in enumerate(pairwise(lines), 1):
        share = 0.85 if after.indent > line.indent else 0.5
        if not after.begins_lower and not is_full(line, after, share * edge):
            yield one_line(lines[start:at])
            start = at
    yield one_line(lines[start:])


def one_line(lines: Sequence[Line]) -> str:
    """The lines joined, with single blanks between words. A single line in columns keeps its blanks."""
    text = join_lines(_COMPOUND.sub("", "\n".join(line.text for line in lines)))
    return text if len(lines) == 1 and "   " in text else _BLANKS.sub(" ", text)
