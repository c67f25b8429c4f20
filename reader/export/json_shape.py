"""The shape of quotes and entities in JSON, which `show --json` and `annotate --json` share.

`paragraph` counts the blocks from 0. `start` and `end` are a half-open range of code points of its text. An
unknown value is null, never an empty text; lists may be empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Piece = tuple[int, int, int]
"""Block, start and end."""


def range_values(piece: Piece | None) -> dict[str, object]:
    """The place of words as values; nulls if they have no place."""
    return dict(zip(("paragraph", "start", "end"), piece or (None, None, None), strict=True))


def quote_values(piece: Piece | None, text: str, speaker: str) -> dict[str, object]:
    """One piece of a quote. A quote of several pieces gives one object for each."""
    return {**range_values(piece), "text": text, "speaker": speaker or None}


def entity_values(
    name: str, type: str, aliases: Sequence[str], about: str, mentions: Iterable[Piece]
) -> dict[str, object]:
    """An entity with the places of its names."""
    return {
        "name": name,
        "type": type,
        "aliases": list(aliases),
        "about": about or None,
        "mentions": [range_values(mention) for mention in mentions],
    }
