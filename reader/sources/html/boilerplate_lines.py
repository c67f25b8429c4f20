"""Remove boilerplate lines between the paragraphs of an article, which no element marks as boilerplate.

Ablation on the pages in `tests/data/pages`: without this module the mean F1 of the body falls by 0.010.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import BlockKind
from reader.sources.html.boilerplate import (
    announces_links,
    credits_picture,
    is_address,
    is_label,
    is_promotion,
    is_request,
    links_elsewhere,
    lists_tags,
    signs_agency,
)
from reader.sources.html.units import Unit

LONG = 60
"""The fewest characters of a paragraph of prose."""

_CLOSING = 6
"""The number of units at the end of an article in which addresses and the names of agencies are removed."""


def link_share(unit: Unit) -> float:
    """The share of a unit's text that is links."""
    return unit.linked / max(1, len(unit.text))


def is_prose(unit: Unit) -> bool:
    """Whether a unit is prose rather than a label or a list of links."""
    return len(unit.text) >= LONG and link_share(unit) < 0.3 and not is_request(unit.text)


def drop_lines(units: Sequence[Unit], chosen: list[bool]) -> None:
    """Remove the chosen units that are boilerplate lines."""
    marks = [i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind is not BlockKind.CODE]
    last = max((number for number, i in enumerate(marks) if is_prose(units[i])), default=-1)
    led = False  # whether the previous unit was a removed label, or a removed link after such a label
    for number, i in enumerate(marks):
        unit = units[i]
        labels = is_label(unit.text)
        if unit.kind is BlockKind.HEADING:
            over_links = i + 1 < len(units) and link_share(units[i + 1]) > 0.8
            drop = (labels and (number >= last or over_links)) or (over_links and announces_links(unit.text))
            led = drop
        elif led and link_share(unit) > 0.8 and len(unit.text) < 4 * LONG:
            drop = True
        else:
            is_end = number >= len(marks) - _CLOSING
            drop = unit.kind is BlockKind.PARAGRAPH and is_promotion(unit.text)
            drop = drop or lists_tags(unit.text, unit.linked)
            drop = drop or (is_end and (is_address(unit.text) or signs_agency(unit.text)))
            drop = (
                drop
                or labels
                or links_elsewhere(unit.text, unit.linked)
                or _is_headline(units, i, number > last)
            )
            drop = drop or (
                is_request(unit.text)
                and (
                    link_share(unit) > (0.2 if len(unit.text) > LONG else 0)
                    or number >= len(marks) - 2
                    or _is_emphasised(unit)
                )
            )
            led = labels
        if drop:
            chosen[i] = False
        elif unit.kind is BlockKind.PARAGRAPH and credits_picture(unit.text):
            unit.kind = BlockKind.CAPTION


def _is_headline(units: Sequence[Unit], index: int, is_last: bool) -> bool:
    """Whether a paragraph is the headline of another article: one link, and not a sentence.

    A link after a paragraph that ends with a colon belongs to the article. A line of several links counts
    only after the last paragraph of prose.
    """
    unit = units[index]
    if unit.kind is not BlockKind.PARAGRAPH or len(unit.text) > 2 * LONG or unit.text[-1] in ".…。！？":
        return False
    if is_last and ":" not in unit.text:
        return link_share(unit) > 0.7
    before = units[index - 1].text if index else ""
    return link_share(unit) > 0.95 and len(unit.text.split()) > 3 and before[-1:] not in (":", "：")


def _is_emphasised(unit: Unit) -> bool:
    """Whether nearly all of a unit is emphasised, as in a note from the publisher."""
    return any(r.end - r.start > 0.8 * len(unit.text) for r in unit.inlines)
