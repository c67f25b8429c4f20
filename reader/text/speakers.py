"""Who speaks: one name for each speaker, and the hue that stands for it on the screen.

Owns the answer to "are these two the same speaker". Pure; the quotes panel, the navigator and the
article ask here, so that a speaker looks the same in all three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.model import Document, Entity, EntityType, Quote

HUES = 6
"""How many hues there are; the seventh speaker gets the first one again."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers of an article.

    `names` has one name per quote, in the order of the document's quotes, empty where nobody is
    named; `hues` gives each name its hue, 1 to 6.
    """

    names: tuple[str, ...]
    hues: Mapping[str, int]

    def hue(self, quote: int) -> int:
        """The hue of the quote with that index, 0 where nobody is named."""
        return self.hues.get(self.names[quote], 0)

    def quotes_of(self, name: str) -> tuple[int, ...]:
        """The indices of the quotes with that speaker, in the document's order."""
        return tuple(index for index, other in enumerate(self.names) if other == name)


def speakers(document: Document) -> Speakers:
    """The speakers of `document`; an entity's aliases are resolved to its name."""
    known = _known(document.entities)
    names = tuple(_name(quote, known) for quote in document.quotes)
    order = reading_order(document.quotes)
    return Speakers(names, speaker_hues(names[index] for index in order))


def speaker_hues(names: Iterable[str]) -> dict[str, int]:
    """A hue from 1 to 6 for each name, in order of first appearance; none for the empty name."""
    hues: dict[str, int] = {}
    for name in names:
        if name and name not in hues:
            hues[name] = len(hues) % HUES + 1
    return hues


def reading_order(quotes: Iterable[Quote]) -> tuple[int, ...]:
    """The indices of the quotes as a reader meets them; those without a place come last."""
    places = [(quote.pieces[0].place if quote.pieces else None, index) for index, quote in enumerate(quotes)]
    placed = sorted((place, index) for place, index in places if place is not None)
    unplaced = [index for place, index in places if place is None]
    return (*(index for _, index in placed), *unplaced)


def _known(entities: Iterable[Entity]) -> dict[str, str]:
    """Every name and alias, case folded, to the name of its entity.

    Names win over aliases and people over all else; then the first one listed.
    """
    ranked = sorted(entities, key=lambda entity: entity.type is not EntityType.PERSON)
    known: dict[str, str] = {}
    for entity in ranked:
        known.setdefault(entity.name.casefold(), entity.name)
    for entity in ranked:
        for alias in entity.aliases:
            known.setdefault(alias.casefold(), entity.name)
    return known


def _name(quote: Quote, known: Mapping[str, str]) -> str:
    name = " ".join(quote.speaker.split())
    return known.get(name.casefold(), name)
