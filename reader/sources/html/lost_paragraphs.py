"""Choose the paragraphs of the article that the extractor lost at its edges and between its boxes.

Advertisements split the text of many pages into boxes of one class, of which the extractor finds the first.
The lead often stands in a box with the title, and the last list or line below the last paragraph found.
Ablation on the synthetic pages of the tests: without this module the mean F1 of the body falls by 0.010.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import BlockKind
from reader.sources.html.boilerplate import is_label, is_request, links_elsewhere
from reader.sources.html.boilerplate_lines import LONG, is_prose, link_share
from reader.sources.html.dom import Node, squash
from reader.sources.html.units import Unit

_ENDS = tuple(".!?…。！？।؟”\"'»’)")
_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CODE)
_LEAVES = frozenset(
    [
        "p",
        "li",
        "dd",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "blockquote",
        "figcaption",
        "span",
        "a",
        "ul",
        "ol",
        "dl",
        "table",
    ]
)
_BOX_LEVELS = 4
"""The number of elements around a paragraph that may be the box that repeats."""

_LEAD_UNITS = 12
"""The maximum number of units between the title and the first paragraph of the text."""

_LEAST_SHARE = 0.5
"""The least share of an article's prose that must be in boxes of one class. Then all these boxes count."""


def add_boxes(
    units: Sequence[Unit], chosen: list[bool], around: Sequence[tuple[Node, ...]], open_to: Sequence[bool]
) -> None:
    """Choose the text in every box of the tag, class and depth of the boxes that hold most of the article."""
    weights: dict[tuple[object, ...], int] = {}
    total = 0
    for i, unit in enumerate(units):
        if chosen[i] and is_prose(unit):
            total += len(unit.text)
            for key in {key for key, _ in _boxes(around[i])}:
                weights[key] = weights.get(key, 0) + len(unit.text)
    wanted = {key for key, weight in weights.items() if weight >= _LEAST_SHARE * total}
    if not wanted:
        return
    known: set[Node] = {
        box for i, is_chosen in enumerate(chosen) if is_chosen for _, box in _boxes(around[i])
    }
    first = next(i for i, is_chosen in enumerate(chosen) if is_chosen)
    members: dict[Node, list[int]] = {}
    heads: list[tuple[int, Unit]] = []
    for i, unit in enumerate(units):
        if unit.kind is BlockKind.HEADING and i > first and (unit.level == 1 or link_share(unit) > 0.9):
            heads.append((i, unit))
        for key, box in _boxes(around[i]):
            if key in wanted and box not in known:
                members.setdefault(box, []).append(i)
    owners = {parent for _, unit in heads for parent in _around(unit.element)}
    common = set(around[first])
    for box, indexes in members.items():
        outside = [one for one in box.iterancestors() if one not in common]
        if any(one in owners for one in (box, *outside)):
            continue  # the text of another story, which has a headline of its own
        texts = [i for i in indexes if open_to[i] and units[i].kind in _TEXT_KINDS]
        if any(is_prose(units[i]) for i in texts):
            for i in texts:
                chosen[i] = chosen[i] or link_share(units[i]) < 0.5


def _boxes(chain: Sequence[Node]) -> list[tuple[tuple[object, ...], Node]]:
    """The elements with a class around a unit, each with its key: tag, class and depth."""
    start = max(1, len(chain) - _BOX_LEVELS - 1)
    return [
        ((element.tag, element.get("class"), depth), element)
        for depth, element in enumerate(chain[start:], start)
        if element.tag not in _LEAVES and element.get("class")
    ]


def _around(element: Node) -> list[Node]:
    """The two elements around a heading."""
    out = []
    for around in element.iterancestors():
        out.append(around)
        if len(out) == 2:
            break
    return out


def add_lead(units: Sequence[Unit], chosen: list[bool], open_to: Sequence[bool], standfirst: str) -> None:
    """Choose the sentences between the title and the first chosen paragraph, without the standfirst.

    `open_to` tells the units that may be chosen.
    """
    shown = squash(standfirst).casefold()
    first = next(
        (i for i, is_chosen in enumerate(chosen) if is_chosen and units[i].kind in _TEXT_KINDS), None
    )
    if first is None:
        return
    title = next(
        (
            i
            for i in range(first - 1, max(-1, first - 1 - _LEAD_UNITS), -1)
            if units[i].kind is BlockKind.HEADING and units[i].level == 1
        ),
        None,
    )
    if title is None:
        return
    for i in range(title + 1, first):
        unit = units[i]
        is_sentence = unit.kind is BlockKind.PARAGRAPH and unit.text.endswith(_ENDS)
        if is_sentence and open_to[i] and is_prose(unit) and squash(unit.text).casefold() not in shown:
            chosen[i] = True


def add_tail(units: Sequence[Unit], chosen: list[bool], open_to: Sequence[bool]) -> None:
    """Choose the items and sentences directly below the last chosen paragraph, in the same element."""
    last = next(
        (
            i
            for i in range(len(units) - 1, -1, -1)
            if chosen[i] and units[i].kind in _TEXT_KINDS and len(units[i].text) > 0
        ),
        None,
    )
    if last is None:
        return
    holder = _list_holder(units[last])
    for i in range(last + 1, len(units)):
        unit = units[i]
        if unit.kind is BlockKind.CAPTION:
            continue
        belongs = unit.kind in _TEXT_KINDS and open_to[i] and _list_holder(unit) is holder
        is_text = unit.kind is not BlockKind.PARAGRAPH or (
            unit.element.tag == "p" and unit.text.endswith(_ENDS)
        )
        is_other = (
            link_share(unit) > 0.4
            or is_label(unit.text)
            or is_request(unit.text)
            or links_elsewhere(unit.text, unit.linked)
            or (unit.kind is BlockKind.ITEM and len(unit.text) < LONG // 2)
        )
        if not belongs or not is_text or is_other:
            return
        chosen[i] = True


def _list_holder(unit: Unit) -> Node:
    """The element that holds a paragraph, or the list of an item."""
    parent = unit.element.getparent()
    if unit.kind is BlockKind.ITEM and parent is not None:
        parent = parent.getparent()
    return parent
