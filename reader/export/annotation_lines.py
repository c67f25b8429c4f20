"""The JSON lines of `reader annotate`: each input line is a question, each output line an answer.

Owns the shape of both. A question is `{"id", "title", "paragraphs"}`, an answer `{"id", "quotes",
"entities"}`. Ranges are half-open, in code points of a paragraph as given, and paragraphs count from 0. A
quote of several pieces gives one object for each piece.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from reader.annotate.detection import detect_in_texts
from reader.annotate.entities.quantities import RULES as COUNTS
from reader.annotate.results import FoundEntity, FoundQuote
from reader.export.json_shape import entity_values, quote_values
from reader.model import EntityType
from reader.text.clean import is_clean

TYPES = {
    EntityType.PERSON: "PERSON",
    EntityType.ORGANIZATION: "ORG",
    EntityType.PLACE: "PLACE",
    EntityType.DATE: "DATE",
    EntityType.FIGURE: "FIGURE",
}
"""Names of the entity types in an answer; all other types are MISC."""
QUANTITY = "QUANTITY"
"""A percentage or a number of people. A FIGURE is a sum of money, as in most annotated corpora."""


def annotate_line(line: str, *, explain: bool = False) -> str:
    """The answer to one question.

    Raises ValueError with a one-line message if the line is not a valid question.
    """
    paragraphs, title, name = _question(line)
    quotes, entities = detect_in_texts(paragraphs, title, explain=explain)
    answer = {"id": name} | annotation_dict(paragraphs, quotes, entities, explain=explain)
    written = json.dumps(answer, ensure_ascii=False)
    # Lone surrogates and control characters stay escaped.
    return written if is_clean(written) else json.dumps(answer)


def annotation_dict(
    paragraphs: Sequence[str],
    quotes: Iterable[FoundQuote],
    entities: Iterable[FoundEntity],
    *,
    explain: bool = False,
) -> dict[str, object]:
    """Quotes and entities as values for JSON. `explain` adds rules, confidences and votes."""
    return {
        "quotes": [
            quote_values(piece, paragraphs[piece[0]][piece[1] : piece[2]], quote.speaker)
            | (_reason(quote) | {"votes": _votes(quote)} if explain else {})
            for quote in quotes
            for piece in quote.pieces
        ],
        "entities": [
            entity_values(
                entity.name,
                QUANTITY if entity.rule in COUNTS else TYPES.get(entity.type, "MISC"),
                entity.aliases,
                entity.about,
                entity.mentions,
            )
            | ({"value": entity.value} if entity.value else {})
            | (_reason(entity) if explain else {})
            for entity in entities
        ],
    }


def _reason(found: FoundQuote | FoundEntity) -> dict[str, object]:
    """The rule and its confidence."""
    return {"rule": found.rule, "confidence": round(found.confidence, 2)}


def _votes(quote: FoundQuote) -> list[dict[str, object]]:
    """What each rule says about the speaker, in the order of the rules; the speaker is null for nobody."""
    return [
        {"rule": vote.rule, "speaker": vote.speaker or None, "weight": round(vote.weight, 2), "won": vote.won}
        for vote in quote.votes
    ]


def _question(line: str) -> tuple[list[str], str, object]:
    """The paragraphs, the title and the id of a question."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
    paragraphs = asked.get("paragraphs") if isinstance(asked, dict) else None
    if not isinstance(paragraphs, list) or not all(isinstance(text, str) for text in paragraphs):
        raise ValueError('expected an object with "paragraphs", a list of texts')
    title = asked.get("title")
    return paragraphs, title if isinstance(title, str) else "", asked.get("id")
