"""Test helpers: detect quotes or entities in plain paragraphs as the program does, shorten test ids."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from reader.annotate.detection import detect_in_steps, detect_in_texts, last_result
from reader.annotate.markup import Markup
from reader.annotate.results import FoundEntity, FoundQuote
from reader.model import Entity, EntityType


def find_quotes(
    paragraphs: Sequence[str], people: Iterable[str] = (), block_quotes: Collection[int] = ()
) -> tuple[FoundQuote, ...]:
    """The quotes, when `people` are the only known entities. `block_quotes` are numbers of paragraphs."""
    known = [Entity(name, EntityType.PERSON) for name in people]
    steps = detect_in_steps(paragraphs, "", known, Markup(block_quotes=block_quotes))
    return tuple(last_result(steps).quotes)


def find_entities(paragraphs: Sequence[str], title: str = "") -> tuple[FoundEntity, ...]:
    """The names, dates, sums and quantities."""
    return tuple(detect_in_texts(paragraphs, title).entities)


def short_id(value: object) -> str | None:
    """The first words of a text as the id of a test case; None to let pytest choose."""
    return "-".join(re.findall(r"\w+", value)[:5])[:30] if isinstance(value, str) else None
