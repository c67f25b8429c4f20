"""Paragraphs of a plain text: where each begins, and its lines as running text.

Owns what is known from indents, and which line ends are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.sources.line_joining import join_lines
from reader.sources.plain.lines import Line, flows, is_full

_ENDS = tuple(".!?…。！？.؟۔।")
# A hyphen at a line end belongs to its word; whether the word has it elsewhere too cannot be known, so it
# stays. The hyphen of “pre- and post-war” stands before a blank.
_COMPOUND = re.compile(
    r"(?<=\w-)\n(?=[a-zß-öø-ÿа-яё])(?!(?:and|or|nor|to|und|oder|bis|et|ou|y|o|e|en|of|i|и)\b)"
)
_MOSTLY = 0.6
_WIDE_BLANKS = re.compile(" {2,}")
_CLOSERS = "\"'”’»)]』」"


def paragraphs(lines: Sequence[Line], measure: int) -> Iterator[Sequence[Line]]:
    """The paragraphs of a chunk, known by their indents, or by each being one line."""
    if len(lines) < 2:
        yield lines
        return
    starts = _starts(lines, measure)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = lines[start:end]
        if len(part) > 1 and _one_each(part, measure):
            yield from ([line] for line in part)
        else:
            yield part


def _starts(lines: Sequence[Line], measure: int) -> list[int]:
    """Where paragraphs begin by their indents; [0] where these tell nothing."""
    base = min(line.indent for line in lines)
    deep = [at for at, line in enumerate(lines) if line.indent > base]
    shallow = [at for at, line in enumerate(lines) if line.indent == base]
    if not measure or not deep or deep == [0] or shallow == [0]:
        return [0]
    # What begins a paragraph stands after lines of any length, what goes on after full ones.
    indented, hanging = (_full_before(lines, group, measure) for group in (shallow, deep))
    if lines[0].indent == base and len(deep) >= len(shallow) and hanging >= max(indented, _MOSTLY):
        return shallow
    return sorted({0, *deep}) if indented >= _MOSTLY else [0]


def _full_before(lines: Sequence[Line], group: Sequence[int], measure: int) -> float:
    """The share of the lines in `group` that stand after a full one."""
    full = [is_full(lines[at - 1], lines[at], 0.9 * measure) for at in group if at]
    return sum(full) / len(full) if full else 0.0


def _one_each(lines: Sequence[Line], measure: int) -> bool:
    """Whether every line is a paragraph of its own."""
    if measure and flows(lines, measure):
        return False
    if not measure and max(line.width for line in lines) > 80:
        return True
    ended = sum(line.text.rstrip(_CLOSERS).endswith(_ENDS) for line in lines)
    return ended >= 0.9 * len(lines)


def running(lines: Sequence[Line], measure: int, *, term: bool = True) -> str:
    """The words of a paragraph: wrapped lines joined, others kept with the indents they have."""
    if len(lines) == 1:
        return one_line(lines)
    hung = term and lines[0].indent < min(line.indent for line in lines[1:])
    if hung and measure and not is_full(lines[0], lines[1], 0.85 * measure):  # a term and what it means
        return f"{one_line(lines[:1])}\n{running(lines[1:], measure, term=False)}"
    if not flows(lines, measure):
        base = min(line.indent for line in lines)
        return "\n".join(" " * (line.indent - base) + line.text for line in lines).strip()
    edge = max(line.indent + line.width for line in lines)
    hard: list[str] = []
    soft: list[Line] = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        soft.append(line)
        if after is None or _ends_early(line, after, edge):
            hard.append(one_line(soft))
            soft = []
    return "\n".join(hard)


def one_line(lines: Sequence[Line]) -> str:
    """The lines joined. Blanks that only made them equally long, or follow a full stop, become one."""
    text = "\n".join(line.text for line in lines)
    if "-\n" in text:
        text = _COMPOUND.sub("", text)
    text = join_lines(text)
    if "  " not in text or (len(lines) == 1 and "   " in text):
        return text
    return _WIDE_BLANKS.sub(" ", text)


def _ends_early(line: Line, after: Line, edge: int) -> bool:
    """Whether a line inside a wrapped paragraph is broken on purpose, as after “Dear Ada,”."""
    if line.indent + line.width > 0.5 * edge or after.text[0].islower():
        return False
    return line.text[-1] in ",.:!?;—" or line.indent < after.indent
