"""Speakers: one main name for each speaker, and the hue that marks the speaker on the screen.

Owns the rule for when two speakers are the same. Pure functions. The quotes panel, the navigator and the
article all use them, so that a speaker looks the same in all three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reader.model import Document, Entity, EntityType, Quote

HUES = 6
"""The number of hues. The seventh speaker gets the first hue again."""

UNATTRIBUTED = "Unattributed"
"""The label for quotes without a known speaker."""


def speaker_names(document: Document) -> dict[str, str]:
    """Map every speaker as written in a quote to the main name of that speaker.

    The main name of an entity's alias is the entity's name. The empty speaker stays empty.
    """
    known = {name: document.entities[index].name for name, index in bearers(document.entities).items()}
    return {quote.speaker: _name(quote.speaker, known) for quote in document.quotes}


def speaker_hues(document: Document) -> dict[str, int]:
    """A hue from 1 to `HUES` for every speaker, in order of first appearance in the text.

    The keys are the speakers as written and their main names, so that both can be looked up. The empty
    speaker has no hue.
    """
    names = speaker_names(document)
    hues: dict[str, int] = {}
    for index in reading_order(document.quotes):
        name = names[document.quotes[index].speaker]
        if name and name not in hues:
            hues[name] = len(hues) % HUES + 1
    return hues | {written: hues[name] for written, name in names.items() if name}


def reading_order(quotes: Iterable[Quote]) -> tuple[int, ...]:
    """The indices of the quotes in the order of the text. Quotes without a place come last."""
    places = [(quote.pieces[0].place if quote.pieces else None, index) for index, quote in enumerate(quotes)]
    placed = sorted((place, index) for place, index in places if place is not None)
    unplaced = [index for place, index in places if place is None]
    return (*(index for _, index in placed), *unplaced)


def bearers(entities: Sequence[Entity]) -> dict[str, int]:
    """Map every name and alias, case-folded, to the index of its entity.

    Names win over aliases, then people over other entities, then entities that are listed earlier.
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
