"""What stands before the rows of a block: indents, bullets and numbers.

Owns the hanging of lists. The signs of one list stand under one another, and so do its texts, however
wide the numbers are; a nested list stands under the text of the item it belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.model import Block, BlockKind
from reader.text import cells
from reader.text.page import Page

TINY = 12
"""Below this width in cells an indent is one cell, and below 3 nothing."""

BULLETS = ("•", "◦", "▪")
_STEP = 2


class Indent(NamedTuple):
    """The text before a block's first row, and before its other rows; blanks, or a sign and blanks."""

    first: str = ""
    rest: str = ""


def usual_indent(block: Block, width: int) -> Indent:
    """The indent of a block that is no list item, on a page of `width` cells.

    Never takes more than half of the width. The bar of a block quote is drawn into its indent.
    """
    if block.kind is BlockKind.QUOTE:
        return Indent(*[_blank(_STEP * max(block.level, 1), width)] * 2)
    if block.kind is BlockKind.CAPTION:
        return Indent(*[_blank(_STEP, width)] * 2)
    if block.kind is BlockKind.CODE:
        return Indent(_blank(_STEP, width), _blank(2 * _STEP, width))
    return Indent()


def indents(page: Page, width: int) -> dict[int, Indent]:
    """The indents of all list items of `page`, by block index."""
    blocks = page.document.blocks
    items = [index for index, block in enumerate(blocks) if block.kind is BlockKind.ITEM]
    found: dict[int, Indent] = {}
    # Items of one run have indices and numbers that grow together.
    for _, run in groupby(enumerate(items), lambda pair: pair[1] - pair[0]):
        found |= _of_list([(index, blocks[index]) for _, index in run], width)
    return found


def _of_list(items: Sequence[tuple[int, Block]], width: int) -> dict[int, Indent]:
    """The indents of one run of items: each level as wide as its widest sign."""
    signs = [(index, max(item.level, 1), _sign(item)) for index, item in items]
    widths: dict[int, int] = {}
    for _, level, sign in signs:
        widths[level] = max(widths.get(level, 0), cells.width(sign))
    room = width // 2 if width >= TINY else width // 3
    return {index: _hung(sign, level, widths, room) for index, level, sign in signs}


def _hung(sign: str, level: int, widths: Mapping[int, int], room: int) -> Indent:
    """`sign` under the signs of its level, in at most `room` cells; a bullet where it does not fit."""
    above = sum(widths.get(outer, _STEP - 1) + 1 for outer in range(1, min(level, room + 1)))
    width = cells.width(sign)
    if width > room:
        sign, width = (BULLETS[0], 1) if room else ("", 0)
    gap = min(1, room - width)
    before = max(0, min(above + widths[level] - width, room - width - gap))
    return Indent(" " * before + sign + " " * gap, " " * (before + width + gap))


def _sign(item: Block) -> str:
    return item.marker or BULLETS[min(max(item.level, 1), len(BULLETS)) - 1]


def _blank(wanted: int, width: int) -> str:
    if width < TINY:
        return " " * (width >= 3)
    return " " * min(wanted, width // 2)
