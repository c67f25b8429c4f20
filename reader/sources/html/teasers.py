"""Recognise rows of teasers for other articles by their structure, also if their class names do not show it.

Each teaser is a box with a headline that is a link, and a few words under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.sources.html.boilerplate import is_label
from reader.sources.html.dom import Node
from reader.sources.html.units import Unit

_FEWEST = 3  # boxes in a row
_LONGEST = 500  # characters of a box
_DEEPEST = 8  # the innermost elements around a line that are searched for a row of boxes
_MOST = 0.4  # share of the text; if the boxes contain more, they are the article


def teasers_among(
    units: Sequence[Unit], around: Sequence[tuple[Node, ...]], chosen: Sequence[bool]
) -> set[int]:
    """The indexes of the chosen units that are teasers. `around` are the elements around each unit."""
    rows: dict[tuple[Node, str, str], dict[Node, list[int]]] = {}
    for i, chain in enumerate(around):
        for holder, box in pairwise(chain[-_DEEPEST:]):
            kind = (holder, box.tag, box.get("class") or "")
            rows.setdefault(kind, {}).setdefault(box, []).append(i)
    size = sum(len(unit.text) for unit, is_chosen in zip(units, chosen, strict=True) if is_chosen)
    found: set[int] = set()
    for boxes in rows.values():
        if len(boxes) < _FEWEST or not all(_is_teaser([units[i] for i in box]) for box in boxes.values()):
            continue
        within = {i for box in boxes.values() for i in box if chosen[i]}
        if sum(len(units[i].text) for i in within) < _MOST * size:
            found |= within
    return found


def _is_teaser(units: Sequence[Unit]) -> bool:
    """Whether a box contains some words and a link to another article, with or without its headline."""
    if len(units) < 2 or sum(len(unit.text) for unit in units) > _LONGEST:
        return False
    return any(
        unit.linked > 0.9 * len(unit.text)
        and (len(unit.text.split()) >= _FEWEST or (unit is units[-1] and is_label(unit.text)))
        for unit in units
    )
