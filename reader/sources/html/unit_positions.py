"""Where the units of a page stand in its tree.

Owns the elements around each unit, and what their names say of it, found out once for each element.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.html.boilerplate import is_frame, is_suspect
from reader.sources.html.dom import Node
from reader.sources.html.units import Unit


class Places:
    """Where units stand in the tree: the elements around each, and whether one of them is of the frame."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._chains: dict[Node, tuple[Node, ...]] = {}
        self._frames: dict[Node, bool] = {}
        self.around = [self._chain(unit.element) for unit in units]
        self.framed = [self.in_frame(chain) for chain in self.around]
        self._suspects: dict[Node, bool] = {}

    def _chain(self, element: Node) -> tuple[Node, ...]:
        """The elements from the root to `element`, both included."""
        chain = self._chains.get(element)
        if chain is None:
            parent = element.getparent()
            chain = (*(self._chain(parent) if parent is not None else ()), element)
            self._chains[element] = chain
        return chain

    def in_frame(self, chain: Sequence[Node], below: int = 0) -> bool:
        """Whether an element of `chain` deeper than `below` is of the frame."""
        for element in chain[below:]:
            if element not in self._frames:
                self._frames[element] = is_frame(element)
            if self._frames[element]:
                return True
        return False

    def is_suspect(self, chain: Sequence[Node], below: int) -> bool:
        """Whether the name of an element of `chain` deeper than `below` leaves a doubt."""
        for element in chain[below:]:
            if element not in self._suspects:
                self._suspects[element] = is_suspect(element)
            if self._suspects[element]:
                return True
        return False
