"""The notes and sources at the end of an article, which extractors take for a list of links.

Owns by which headings they are known, and where they end.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import BlockKind
from reader.sources.html.boilerplate_words import REFERENCES
from reader.sources.html.units import Unit

_LONGEST_HEADING = 40


def references(units: Sequence[Unit], open_to: Sequence[bool]) -> set[int]:
    """The indexes of the sections of notes or sources, of the units that may be taken.

    One ends with the next heading, and with the first unit that is none of its notes.
    """
    found: set[int] = set()
    for head, unit in enumerate(units):
        if open_to[head] and _is_heading(unit):
            end = head + 1
            while end < len(units) and open_to[end] and _goes_on(units, head, end):
                end += 1
            if end > head + 1:
                found.update(range(head, end))
    return found


def _goes_on(units: Sequence[Unit], head: int, index: int) -> bool:
    return units[index].kind is not BlockKind.HEADING and (
        index == head + 1 or _like(units[index], units[index - 1])
    )


def _is_heading(unit: Unit) -> bool:
    return len(unit.text) <= _LONGEST_HEADING and unit.text.rstrip(":： ").casefold() in REFERENCES


def _like(unit: Unit, before: Unit) -> bool:
    """Whether two units are notes of one section: items of lists, or paragraphs side by side."""
    if unit.kind is BlockKind.ITEM:
        return before.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)
    element = unit.element
    return (
        element.getparent() is before.element.getparent()
        or next(element.iterancestors("li"), None) is not None
    )
