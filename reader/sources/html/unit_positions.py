"""The elements around each unit of a page, and whether they are boilerplate."""

from __future__ import annotations

from collections.abc import Sequence

from reader.sources.html.boilerplate import is_boilerplate, is_gallery, is_suspect
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
        self._galleries: dict[Node, bool] = {}

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

    def in_gallery(self, chain: Sequence[Node]) -> bool:
        """Whether an element of `chain` is a gallery of images."""
        for element in chain:
            if element not in self._galleries:
                self._galleries[element] = is_gallery(element)
            if self._galleries[element]:
                return True
        return False

    def chain_of(self, element: Node) -> tuple[Node, ...]:
        """The elements from the root to `element`, both included."""
        return self._chain(element)

    def open_beside(self, holder: Node) -> list[bool]:
        """For each unit, whether no element around it is boilerplate or suspect.

        Elements that also contain `holder` do not count.
        """
        shared = set(self._chain(holder))
        out = []
        for chain in self.around:
            depth = next((at for at, element in enumerate(chain) if element not in shared), len(chain))
            out.append(not self.in_boilerplate(chain, depth) and not self.is_suspect(chain, depth))
        return out
