"""Who speaks: one name for each speaker, and the hue that stands for it on the screen.

Owns the answer to "are these two the same speaker". Pure; the quotes panel, the navigator and the
article ask here, so that a speaker looks the same in all three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reader.model import Document, Entity, EntityType, Quote

HUES = 6
"""How many hues there are; the seventh speaker gets the first one again."""

UNATTRIBUTED = "Unattributed"
"""What is written where no speaker is known."""


def speaker_names(document: Document) -> dict[str, str]:
    """Every speaker as written in a quote, to the one name of that speaker.

    An entity's alias becomes its name; the empty speaker stays empty.
    """
    known = {name: document.entities[index].name for name, index in bearers(document.entities).items()}
    return {quote.speaker: _name(quote.speaker, known) for quote in document.quotes}


def speaker_hues(document: Document) -> dict[str, int]:
    """A hue from 1 to `HUES` for every speaker, in order of first appearance in the text.

    The keys are the speakers as written and their one names, so that both may be asked for. Where
    nobody is named there is no hue.
    """
    names = speaker_names(document)
    hues: dict[str, int] = {}
    for index in reading_order(document.quotes):
        name = names[document.quotes[index].speaker]
        if name and name not in hues:
            hues[name] = len(hues) % HUES + 1
    return hues | {written: hues[name] for written, name in names.items() if name}


def reading_order(quotes: Iterable[Quote]) -> tuple[int, ...]:
    """The indices of the quotes as a reader meets them; those without a place come last."""
    places = [(quote.pieces[0].place if quote.pieces else None, index) for index, quote in enumerate(quotes)]
    placed = sorted((place, index) for place, index in places if place is not None)
    unplaced = [index for place, index in places if place is None]
    return (*(index for _, index in placed), *unplaced)


def bearers(entities: Sequence[Entity]) -> dict[str, int]:
    """Every name and alias, case folded, to the index of the entity that is meant by it.

    Names win over aliases and people over all else; then the first one listed.
    """
    ranked = sorted(range(len(entities)), key=lambda index: entities[index].type is not EntityType.PERSON)
    known: dict[str, int] = {}
    for index in ranked:
        known.setdefault(entities[index].name.casefold(), index)
    for index in ranked:
        for alias in entities[index].aliases:
            known.setdefault(alias.casefold(), index)
    return known


def _name(speaker: str, known: Mapping[str, str]) -> str:
    name = " ".join(speaker.split())
    return known.get(name.casefold(), name)
