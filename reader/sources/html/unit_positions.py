"""The elements around each unit of a page, and whether they are boilerplate."""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.html.boilerplate import is_boilerplate, is_suspect
from reader.sources.html.dom import Node
from reader.sources.html.units import Unit


class UnitPositions:
    """The elements around each unit, and whether one of them is boilerplate."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._chains: dict[Node, tuple[Node, ...]] = {}
        self._boilerplate: dict[Node, bool] = {}
        self.around = [self._chain(unit.element) for unit in units]
        self.boilerplate = [self.in_boilerplate(chain) for chain in self.around]
        self._suspects: dict[Node, bool] = {}

    def _chain(self, element: Node) -> tuple[Node, ...]:
        """The elements from the root to `element`, both included."""
        chain = self._chains.get(element)
        if chain is None:
            parent = element.getparent()
            chain = (*(self._chain(parent) if parent is not None else ()), element)
            self._chains[element] = chain
        return chain

    def in_boilerplate(self, chain: Sequence[Node], below: int = 0) -> bool:
        """Whether an element of `chain` deeper than `below` is boilerplate."""
        for element in chain[below:]:
            if element not in self._boilerplate:
                self._boilerplate[element] = is_boilerplate(element)
            if self._boilerplate[element]:
                return True
        return False

    def is_suspect(self, chain: Sequence[Node], below: int) -> bool:
        """Whether the names of an element of `chain` deeper than `below` are suspect."""
        for element in chain[below:]:
            if element not in self._suspects:
                self._suspects[element] = is_suspect(element)
            if self._suspects[element]:
                return True
        return False
