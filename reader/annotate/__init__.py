"""Who said what and who is who, found in any text: quotes with speakers, and entities.

Owns the step from a document without quotes or entities to one with them. Pure functions of the
standard library; what finds is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Document, Entity, EntityType, Quote, Span

if TYPE_CHECKING:
    from reader.annotate.entities.finder import FoundEntity
    from reader.annotate.quotes.finder import FoundQuote
    from reader.annotate.steps import Found


_THINGS = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP, EntityType.EVENT, EntityType.WORK)


class Step(NamedTuple):
    """How far the finding has come: the share of the work, 0 to 1, and what there is to show.

    `document` is None where nothing new is shown.
    """

    done: float
    document: Document | None = None


def annotate(document: Document) -> Document:
    """The document with the quotes and entities that its source did not give.

    Linear in the length of the text, about a millisecond for a hundred words.
    """
    found = document
    for step in in_steps(document):
        found = step.document or found
    return found


def do_nothing() -> None:
    """Let the work go on."""


def in_steps(document: Document, check: Callable[[], None] = do_nothing) -> Iterator[Step]:
    """Annotate piece by piece; the last step has the whole.

    A long text is shown as far as it was read, each time twice as far as before: what was found of
    the quotes stays as it is, the names grow. `check` is called much more often than there is a step, and may
    raise an exception to stop the work.
    """
    if document.quotes_given and document.entities_given:
        return
    named = document.entities if document.entities_given else None
    heard = not document.quotes_given
    for done, found in _found(document, named, heard=heard, check=check):
        if found is None:
            yield Step(done)
            continue
        quotes = _quotes(found.quotes) if heard else document.quotes
        entities = _entities(found.entities) if named is None else named
        yield Step(done, replace(document, quotes=quotes, entities=entities))


def find_in(document: Document) -> tuple[Sequence[FoundQuote], Sequence[FoundEntity]]:
    """The quotes and entities of a document with their rules, whatever its source gave."""
    quotes: Sequence[FoundQuote] = ()
    entities: Sequence[FoundEntity] = ()
    for _, found in _found(document):
        if found is not None:
            quotes, entities = found
    return quotes, entities


def _found(
    document: Document,
    named: Sequence[Entity] | None = None,
    *,
    heard: bool = True,
    check: Callable[[], None] = do_nothing,
) -> Iterator[tuple[float, Found | None]]:
    from reader.annotate.markup import markup_of
    from reader.annotate.steps import find_in_steps

    texts = [block.text for block in document.blocks]
    return find_in_steps(texts, document.title, named, markup_of(document), heard=heard, check=check)


def people_of(entities: Sequence[Entity | FoundEntity]) -> list[str]:
    """The names of the people among entities."""
    return [entity.name for entity in entities if entity.type is EntityType.PERSON]


def things_of(entities: Sequence[Entity | FoundEntity]) -> list[str]:
    """The names of what is surely no person."""
    return [entity.name for entity in entities if entity.type in _THINGS]


def _quotes(found: Iterable[FoundQuote]) -> tuple[Quote, ...]:
    return tuple(
        Quote(quote.text, tuple(Span(*piece) for piece in quote.pieces), quote.speaker) for quote in found
    )


def _entities(found: Iterable[FoundEntity]) -> tuple[Entity, ...]:
    return tuple(
        Entity(
            entity.name,
            entity.type,
            tuple(entity.aliases),
            entity.about,
            tuple(Span(*mention) for mention in entity.mentions),
        )
        for entity in found
    )
