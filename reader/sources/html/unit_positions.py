"""The elements around each unit of a page, and whether they are boilerplate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.sources.html.boilerplate import is_boilerplate, is_gallery, is_suspect
from reader.sources.html.dom import Node
from reader.sources.html.units import Unit


class UnitPositions:
    """The elements around each unit, and whether one of them is boilerplate, suspect or a gallery.

    Each question about a chain takes constant time: the deepest such element around each element is kept.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self._chains: dict[Node, tuple[Node, ...]] = {}
        self._boilerplate = _Deepest(is_boilerplate)
        self._suspects = _Deepest(is_suspect)
        self._galleries = _Deepest(is_gallery)
        self.around = [self.chain_of(unit.element) for unit in units]
        self.boilerplate = [self.in_boilerplate(chain) for chain in self.around]

    def chain_of(self, element: Node) -> tuple[Node, ...]:
        """The elements from the root to `element`, both included."""
        chain = self._chains.get(element)
        if chain is None:
            parent = element.getparent()
            chain = (*(self.chain_of(parent) if parent is not None else ()), element)
            self._chains[element] = chain
        return chain

    def in_boilerplate(self, chain: Sequence[Node], below: int = 0) -> bool:
        """Whether an element of `chain` at index `below` or deeper is boilerplate."""
        return self._boilerplate.index(chain) >= max(0, below)

    def is_suspect(self, chain: Sequence[Node], below: int) -> bool:
        """Whether the names of an element of `chain` at index `below` or deeper are suspect."""
        return self._suspects.index(chain) >= max(0, below)

    def in_gallery(self, chain: Sequence[Node]) -> bool:
        """Whether an element of `chain` is a gallery of images."""
        return self._galleries.index(chain) >= 0

    def open_beside(self, holder: Node) -> list[bool]:
        """For each unit, whether no element around it is boilerplate or suspect.

        Elements that also contain `holder` do not count.
        """
        shared = set(self.chain_of(holder))
        outside = _Deepest(lambda element: element in shared)
        out = []
        for chain in self.around:
            depth = outside.index(chain) + 1
            out.append(not self.in_boilerplate(chain, depth) and not self.is_suspect(chain, depth))
        return out


class _Deepest:
    """The index of the deepest element of a chain for which `has` is true. Asks once for each element."""

    def __init__(self, has: Callable[[Node], bool]) -> None:
        self._has = has
        self._known: dict[Node, int] = {}

    def index(self, chain: Sequence[Node]) -> int:
        """The index in a chain from the root; -1 if `has` is true for none."""
        start = len(chain)
        while start and chain[start - 1] not in self._known:
            start -= 1
        found = self._known[chain[start - 1]] if start else -1
        for at in range(start, len(chain)):
            found = at if self._has(chain[at]) else found
            self._known[chain[at]] = found
        return found if chain else -1
