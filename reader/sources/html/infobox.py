"""Recognise infoboxes: the tables of facts at the beginning of an encyclopaedia article.

Owns the elements and class names by which an infobox is recognised, and the rules for its labels, its values
and its image.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.sources.html.dom import Node, words_of
from reader.sources.html.images import is_tiny, picture_address

_TAGS = ("table", "aside", "div", "section", "dl")
_NAMES = re.compile(r"(?:^|\s)(?:(?:portable-)?infobox(?:_v\d)?|sinottico)(?:$|\s)", re.IGNORECASE)
_CARD = re.compile(r"(?:^|\s)vcard(?:$|\s)")
_FEWEST_PAIRS = 2
_LEAST_SHARE = 0.5
"""The smallest share of labels and values in the text of an infobox. A box with more prose is not one."""


class Fact(NamedTuple):
    """One row of an infobox: the text of its label, and the elements of its value."""

    label: str
    values: tuple[Node, ...]


class Infobox(NamedTuple):
    """The facts of an infobox, and the element with its image and caption; None if it has no image."""

    facts: tuple[Fact, ...]
    picture: Node | None


def infobox_of(element: Node) -> Infobox | None:
    """The facts and image of an element; None if it is not an infobox. A fact has a label and a value."""
    # Only the outermost box is read, so that nested boxes do not take quadratic time.
    if not _is_named(element) or any(map(_is_named, element.iterancestors())):
        return None
    facts = [fact for fact in _facts(element) if fact.label and any(map(words_of, fact.values))]
    size = sum(len(fact.label) + sum(len(words_of(value)) for value in fact.values) for fact in facts)
    if len(facts) < _FEWEST_PAIRS or size < _LEAST_SHARE * len(words_of(element)):
        return None
    return Infobox(tuple(facts), _picture(element, {value for fact in facts for value in fact.values}))


def _is_named(element: Node) -> bool:
    names = element.get("class") or ""
    return element.tag in _TAGS and bool(
        _NAMES.search(names) or (element.tag == "table" and _CARD.search(names))
    )


def remove_infoboxes(root: Node) -> None:
    """Remove every infobox from a tree."""
    for element in list(root.iter(*_TAGS)):
        if element.getparent() is not None and infobox_of(element):
            element.drop_tree()


def _facts(box: Node) -> Iterator[Fact]:
    for row in box.iter("tr"):
        if not _is_in_cell(row, box):
            label, *values = list(row.iterchildren("td", "th")) or [None]
            if values:
                yield _fact(label, values)
    for label in box.iter("dt", "h3"):
        if _is_in_cell(label, box):
            continue
        values = []
        for after in label.itersiblings():
            is_value = after.tag == "dd" or "pi-data-value" in (after.get("class") or "")
            if not is_value:
                break
            values.append(after)
        if values:
            yield _fact(label, values)


def _fact(label: Node, values: list[Node]) -> Fact:
    return Fact(words_of(label).strip(" :："), tuple(values))


def _is_in_cell(element: Node, box: Node) -> bool:
    """Whether an element is inside a cell of the infobox, for example in a table inside the cell."""
    for around in element.iterancestors():
        if around is box:
            return False
        if around.tag in ("td", "th"):
            return True
    return False


def _picture(box: Node, values: set[Node]) -> Node | None:
    for image in box.iter("img"):
        if is_tiny(image) or not picture_address(image):
            continue
        holder = image
        for around in image.iterancestors():
            if around is box or around.tag == "tr":
                break
            holder = around
        if holder not in values:
            return holder
    return None
