"""The articles that were left for another one, so that the user can come back to them as they were."""

from __future__ import annotations

from typing import NamedTuple

from reader.model import Document
from reader.reading.session import ReadingSession
from reader.reading.view_state import ViewState

MAX_VISITS = 20
"""The number of articles that the user can go back to."""

MAX_LENGTH = 8_000_000
"""Code points of all these articles together, so that they take no more memory than one large book. The
article that was left last is kept, however long it is."""


class Visit(NamedTuple):
    """An article as it was left."""

    session: ReadingSession
    view: ViewState


def with_visit(visits: tuple[Visit, ...], left: Visit) -> tuple[Visit, ...]:
    """The visits with one more; the oldest are dropped when there are too many or they are too long."""
    kept, room = [left], MAX_LENGTH - _length(left.session.version.document)
    for visit in reversed(visits[-(MAX_VISITS - 1) :]):
        room -= _length(visit.session.version.document)
        if room < 0:
            break
        kept.append(visit)
    return tuple(reversed(kept))


def _length(document: Document) -> int:
    return sum(len(block.text) for block in document.blocks)
