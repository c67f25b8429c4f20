"""Indents: the text before the rows of a block, including bullets and numbers.

Owns the layout of lists. The markers of one list are aligned, and so are the texts of its items, whatever the
width of the numbers. A nested list begins under the text of its parent item.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.model import Block, BlockKind, InlineKind
from reader.text import cells
from reader.text.page import Page

TINY = 12
"""Cells. On a narrower page an indent is one cell; below 3 cells there is no indent."""

BULLETS = ("•", "◦", "▪")
PICTURE = "▣"
"""The sign before a caption that links to its image."""

_STEP = 2


class Indent(NamedTuple):
    """The text before the first row of a block and before its other rows: blanks, or a marker and blanks."""

    first: str = ""
    rest: str = ""


def usual_indent(block: Block, width: int) -> Indent:
    """The indent of a block that is not a list item, on a page of `width` cells.

    It takes at most half of the width. A caption that links to its image begins with a sign. The bar of a
    block quote is painted over its indent.
    """
    if block.kind is BlockKind.QUOTE:
        return Indent(*[_blank(_STEP * max(block.level, 1), width)] * 2)
    if block.kind is BlockKind.CAPTION:
        blank = _blank(_STEP, width)
        has_sign = len(blank) == _STEP and _is_picture(block)
        return Indent(PICTURE + blank[1:] if has_sign else blank, blank)
    if block.kind is BlockKind.CODE:
        return Indent(_blank(_STEP, width), _blank(2 * _STEP, width))
    return Indent()


def indents(page: Page, width: int) -> dict[int, Indent]:
    """The indents of all list items of `page`, by block index."""
    blocks = page.document.blocks
    items = [index for index, block in enumerate(blocks) if block.kind is BlockKind.ITEM]
    found: dict[int, Indent] = {}
    # Consecutive items: their block index and their number in `items` grow together.
    for _, run in groupby(enumerate(items), lambda pair: pair[1] - pair[0]):
        found |= _of_list([(index, blocks[index]) for _, index in run], width)
    return found


def _of_list(items: Sequence[tuple[int, Block]], width: int) -> dict[int, Indent]:
    """The indents of consecutive items. Each level is as wide as its widest marker."""
    markers = [(index, max(item.level, 1), _marker(item)) for index, item in items]
    widths: dict[int, int] = {}
    for _, level, marker in markers:
        widths[level] = max(widths.get(level, 0), cells.width(marker))
    room = width // 2 if width >= TINY else width // 3
    return {index: _item_indent(marker, level, widths, room) for index, level, marker in markers}


def _item_indent(marker: str, level: int, widths: Mapping[int, int], room: int) -> Indent:
    """`marker` aligned with its level, in at most `room` cells, or a bullet if it does not fit."""
    above = sum(widths.get(outer, _STEP - 1) + 1 for outer in range(1, min(level, room + 1)))
    width = cells.width(marker)
    if width > room:
        marker, width = (BULLETS[0], 1) if room else ("", 0)
    gap = min(1, room - width)
    before = max(0, min(above + widths[level] - width, room - width - gap))
    return Indent(" " * before + marker + " " * gap, " " * (before + width + gap))


def _marker(item: Block) -> str:
    return item.marker or BULLETS[min(max(item.level, 1), len(BULLETS)) - 1]


def _is_picture(caption: Block) -> bool:
    """Whether a caption stands for an image: all its words are one link."""
    return any(
        inline.kind is InlineKind.LINK and (inline.start, inline.end) == (0, len(caption.text))
        for inline in caption.inlines
    )


def _blank(wanted: int, width: int) -> str:
    if width < TINY:
        return " " * (width >= 3)
    return " " * min(wanted, width // 2)
