"""The shape of quotes, entities and highlights in JSON, which the printing commands share.

`paragraph` counts the blocks from 0. `start` and `end` are a half-open range of code points of its text. An
unknown value is null, never an empty text; lists may be empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model import Highlight

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


def highlight_values(piece: Piece | None, text: str, highlight: Highlight) -> dict[str, object]:
    """One piece of a highlight. A highlight over several paragraphs gives one object for each.

    `text` is the words of the piece. A note on the whole article has no text and no colour.
    """
    return {
        **range_values(piece),
        "text": text or None,
        "color": highlight.color.value if highlight.text else None,
        "note": highlight.note or None,
        "tags": list(highlight.tags),
        "made": highlight.made or None,
        "status": highlight.status.value,
        "id": highlight.id or None,
    }
