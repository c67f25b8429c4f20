"""Find who said what and who is who in a text: quotes with their speakers, and entities.

Owns the step from a document without quotes or entities to one with them. Pure functions of the standard
library. The detection modules are imported on first use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.annotate.results import Detected, FoundEntity, FoundQuote, do_nothing
from reader.model import Document, Entity, Quote, Span


class Step(NamedTuple):
    """Progress of detection: the share of the work done, 0 to 1, and the document so far.

    `document` is None when there is nothing new to show.
    """

    done: float
    document: Document | None = None


def annotate(document: Document) -> Document:
    """The document with the quotes and entities that its source did not give.

    Linear in the length of the text, about a millisecond for a hundred words.
    """
    annotated = document
    for step in in_steps(document):
        annotated = step.document or annotated
    return annotated


def in_steps(document: Document, check: Callable[[], None] = do_nothing) -> Iterator[Step]:
    """Annotate batch by batch; the last step has the complete document.

    Each shown step covers twice as much of a long text as the one before. Quotes that were shown stay as they
    are, entities may still change. `check` is called much more often than there is a step, and may raise an
    exception to stop the work.
    """
    if document.quotes_given and document.entities_given:
        return
    known_entities = document.entities if document.entities_given else None
    with_quotes = not document.quotes_given
    for done, detected in _detect(document, known_entities, with_quotes=with_quotes, check=check):
        if detected is None:
            yield Step(done)
            continue
        quotes = document.quotes if document.quotes_given else _quotes(detected.quotes)
        entities = _entities(detected.entities) if known_entities is None else known_entities
        yield Step(done, replace(document, quotes=quotes, entities=entities))


def detect(document: Document, *, explain: bool = False) -> Detected:
    """The quotes and entities of a document with the rules behind them, ignoring those its source gave.

    With `explain`, quotes have the votes of all rules.
    """
    from reader.annotate.detection import last_result

    return last_result(_detect(document, explain=explain))


def _detect(
    document: Document,
    known_entities: Sequence[Entity] | None = None,
    *,
    with_quotes: bool = True,
    explain: bool = False,
    check: Callable[[], None] = do_nothing,
) -> Iterator[tuple[float, Detected | None]]:
    from reader.annotate.detection import detect_in_steps
    from reader.annotate.markup import markup_of

    texts = [block.text for block in document.blocks]
    return detect_in_steps(
        texts,
        document.title,
        known_entities,
        markup_of(document),
        language=document.language,
        with_quotes=with_quotes,
        explain=explain,
        check=check,
    )


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
