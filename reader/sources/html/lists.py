"""The lists of a page: how their items are numbered and nested.

Owns the marker and the level of an item.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.sources.html.dom import Node

_LONGEST_NUMBER = 6


@dataclass(slots=True)
class List:
    """An open list.

    `number` is the number of its next item; `letters` is "a" or "A" if its items have letters.
    """

    ordered: bool
    number: int
    letters: str


@dataclass(slots=True)
class Item:
    """An open list item; `begun` is set when some of its text was read."""

    marker: str
    level: int
    begun: bool = False


def list_of(element: Node) -> List:
    """The list that an element begins."""
    letters = element.get("type") or ""
    return List(
        element.tag == "ol", _number(element.get("start"), 1), letters if letters in ("a", "A") else ""
    )


def item_of(element: Node, lists: Sequence[List]) -> Item:
    """The item that an element begins in the innermost of `lists`. Increases the number of that list."""
    level = max(1, len(lists))
    if element.tag == "dd" or not lists or not lists[-1].ordered:
        return Item("", level)
    inner = lists[-1]
    number = _number(element.get("value"), inner.number)
    inner.number = number + 1
    in_letters = inner.letters and 1 <= number <= 26
    return Item(f"{chr(ord(inner.letters) + number - 1) if in_letters else number}.", level)


def _number(text: str | None, otherwise: int) -> int:
    is_number = text is not None and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return int(text or 0) if is_number else otherwise
