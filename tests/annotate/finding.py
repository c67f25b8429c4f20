"""Quotes or names of bare paragraphs, found as the program finds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from reader.annotate.entities.finder import FoundEntity
from reader.annotate.markup import Markup
from reader.annotate.quotes.finder import FoundQuote
from reader.annotate.steps import find_in_steps
from reader.export.annotation_lines import find
from reader.model import Entity, EntityType


def find_quotes(
    paragraphs: Sequence[str], people: Iterable[str] = (), blocks: Collection[int] = ()
) -> tuple[FoundQuote, ...]:
    """The quotes with no names known but `people`; `blocks` are block quotes."""
    named = [Entity(name, EntityType.PERSON) for name in people]
    found = [found for _, found in find_in_steps(paragraphs, "", named, Markup(quoted=blocks)) if found]
    return tuple(found[-1].quotes) if found else ()


def find_entities(paragraphs: Sequence[str], title: str = "") -> tuple[FoundEntity, ...]:
    """The names, dates and figures."""
    return tuple(find(paragraphs, title)[1])
