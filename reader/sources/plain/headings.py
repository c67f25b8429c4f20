"""Which chunks of a plain text are headings, judged with what stands around them.

Owns the order in which the shapes of `plain_signs` are tried, and the level each one gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.sources.plain import line_kinds as signs
from reader.sources.plain.lines import Chunk, Layout, Line, is_full
from reader.sources.plain.paragraphs import one_line


class Setting(NamedTuple):
    """What is known of the text: its layout, whether most of it is in capitals, and the numbers
    that the next item of the open list and the next section would have, 0 for none."""

    layout: Layout
    shouting: bool
    next_item: int
    next_section: int


def heading_of(chunk: Chunk, after: Chunk | None, setting: Setting) -> tuple[int, str]:
    """Level and words of the heading that `chunk` is; level 0 for none. `after`: the next chunk."""
    lines = chunk.lines
    text = one_line(lines)
    if len(lines) > 3 or len(text) > 2 * signs.LONGEST:
        return 0, ""
    equals = signs.equals_heading(text)
    if equals:
        return equals
    if len(lines) <= 2 and chunk.indent <= setting.layout.margin + 3 and _is_section(chunk, after, setting):
        return signs.section_level(lines[0].text), text
    if len(lines) == 1 and chunk.indent < setting.layout.margin and _is_marginal(lines[0]):
        return 1, text
    level = signs.chapter_level(lines[0].text)
    if level and (len(lines) == 1 or all(line.width < 60 for line in lines[1:])):
        return level, text
    if not setting.shouting and all(signs.is_capitals(line.text) for line in lines):
        return 2, text
    centred = chunk.indent > setting.layout.margin + 10
    if len(lines) == 1 and (chunk.gap >= 2 or centred) and _stands_out(lines[0], after):
        return 2, text
    return 0, ""


def _is_marginal(line: Line) -> bool:
    """Whether a line that stands further left than the text is a heading over it."""
    return line.width < 60 and line.text[-1] not in ".,;:" and line.text[0].isalnum()


def _is_section(chunk: Chunk, after: Chunk | None, setting: Setting) -> bool:
    """Whether a line with a number is a heading and not an item."""
    text = chunk.lines[0].text
    level = signs.section_level(text)
    item = signs.list_sign(text)
    if item and item.number and item.number == setting.next_item and chunk.indent >= setting.layout.margin:
        return False
    if not level or (len(chunk.lines) > 1 and not _wraps(chunk.lines, setting.layout.measure)):
        return False
    if chunk.indent < setting.layout.margin or (level > 1 and chunk.indent == setting.layout.margin):
        return True
    if after is None or text.endswith((":", "!")):
        return False
    if item and item.number == setting.next_section and len(text) < 60:
        return True
    next_item = signs.list_sign(after.lines[0].text)
    if item and next_item and next_item.number:
        return False
    return len(text) < 60 and sum(line.width for line in after.lines) > 2 * len(text)


def _wraps(lines: Sequence[Line], measure: int) -> bool:
    return is_full(lines[0], lines[1], 0.7 * measure)


def _stands_out(line: Line, after: Chunk | None) -> bool:
    """Whether a lone short line after much room is a heading over what follows."""
    text = line.text
    if after is None or len(text) > 60 or text[-1] in '.,;:!?-—”"' or not text[0].isalpha():
        return False
    return not text[0].islower() and after.gap <= 2 and sum(a.width for a in after.lines) > 2 * line.width
