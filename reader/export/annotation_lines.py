"""What programs ask of `reader annotate`: JSON lines in, JSON lines out.

Owns the shape of both: `{"id", "title", "paragraphs"}` in; `{"id", "quotes", "entities"}` out, where
offsets are code points of a paragraph as given, half-open, and paragraphs count from 0. A quote of
several pieces gives one object for each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.annotate.entities.counts import RULES as COUNTS
from reader.model import EntityType
from reader.text.clean import is_clean

if TYPE_CHECKING:
    from reader.annotate.entities.finder import FoundEntity
    from reader.annotate.quotes.finder import FoundQuote


TYPES = {
    EntityType.PERSON: "PERSON",
    EntityType.ORGANIZATION: "ORG",
    EntityType.PLACE: "PLACE",
    EntityType.DATE: "DATE",
    EntityType.FIGURE: "FIGURE",
}
"""How the types are called here; all others are MISC."""
QUANTITY = "QUANTITY"
"""A share or a crowd: a FIGURE is a sum of money, as it is in most sets of marked articles."""


def annotate_line(line: str, *, explain: bool = False) -> str:
    """The answer to one line. Raises ValueError, with one line for a message, when it is no question."""
    paragraphs, title, name = _question(line)
    quotes, entities = find(paragraphs, title)
    answer = {"id": name} | as_object(paragraphs, quotes, entities, explain=explain)
    written = json.dumps(answer, ensure_ascii=False)
    # What came in escaped, be it half a character or a terminal's command, goes out escaped.
    return written if is_clean(written) else json.dumps(answer)


def find(paragraphs: Sequence[str], title: str = "") -> tuple[Sequence[FoundQuote], Sequence[FoundEntity]]:
    """The quotes and entities of bare paragraphs."""
    from reader.annotate.steps import find_in_steps

    found = [found for _, found in find_in_steps(paragraphs, title) if found is not None]
    return found[-1] if found else ((), ())


def as_object(
    paragraphs: Sequence[str],
    quotes: Iterable[FoundQuote],
    entities: Iterable[FoundEntity],
    *,
    explain: bool = False,
) -> dict[str, object]:
    """What was found, as values that JSON knows; `explain` adds rules and confidences."""
    return {
        "quotes": [
            {
                **_range(piece),
                "text": paragraphs[piece[0]][piece[1] : piece[2]],
                "speaker": quote.speaker or None,
            }
            | (_reason(quote) if explain else {})
            for quote in quotes
            for piece in quote.pieces
        ],
        "entities": [
            {
                "name": entity.name,
                "type": QUANTITY if entity.rule in COUNTS else TYPES.get(entity.type, "MISC"),
                "aliases": list(entity.aliases),
                "about": entity.about or None,
                "mentions": [_range(mention) for mention in entity.mentions],
            }
            | ({"value": entity.value} if entity.value else {})
            | (_reason(entity) if explain else {})
            for entity in entities
        ],
    }


def _range(piece: Sequence[int]) -> dict[str, object]:
    return {"paragraph": piece[0], "start": piece[1], "end": piece[2]}


def _reason(found: FoundQuote | FoundEntity) -> dict[str, object]:
    return {"rule": found.rule, "confidence": round(found.confidence, 2)}


def _question(line: str) -> tuple[list[str], str, object]:
    """The paragraphs, the title and the id."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    paragraphs = asked.get("paragraphs") if isinstance(asked, dict) else None
    if not isinstance(paragraphs, list) or not all(isinstance(text, str) for text in paragraphs):
        raise ValueError('expected an object with "paragraphs", a list of texts')
    title = asked.get("title")
    return paragraphs, title if isinstance(title, str) else "", asked.get("id")
