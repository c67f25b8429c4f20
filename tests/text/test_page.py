"""The page: headline, blocks, and the text between two places."""

from __future__ import annotations

import pytest

from reader.model import Block, Document, Place, Span
from reader.text.page import page

WHOLE = page(Document("The river", (Block("It rose."), Block("It fell."), Block("It froze."))))


@pytest.mark.parametrize(
    ("start", "end", "spans"),
    [
        (Place(0, 3), Place(0, 7), (Span(0, 3, 7),)),
        (Place(0, 3), Place(2, 2), (Span(0, 3, 8), Span(1, 0, 8), Span(2, 0, 2))),
        (Place(0, 8), Place(1, 2), (Span(1, 0, 2),)),
        (Place(0, 3), Place(1, 0), (Span(0, 3, 8),)),
        (Place(0, 99), Place(1, 99), (Span(1, 0, 8),)),
        (Place(1, 3), Place(1, 3), ()),
        (Place(-9, 0), Place(0, 2), (Span(-1, 0, 9), Span(0, 0, 2))),
    ],
)
def test_spans_between_two_places(start: Place, end: Place, spans: tuple[Span, ...]) -> None:
    assert WHOLE.spans(start, end) == spans


@pytest.mark.parametrize(
    ("place", "nearest"),
    [
        (Place(1, 3), Place(1, 3)),
        (Place(1, 99), Place(1, 8)),
        (Place(7, 3), Place(2, 0)),
        (Place(-7, 3), Place(-1, 0)),
    ],
)
def test_the_nearest_place_on_the_page(place: Place, nearest: Place) -> None:
    assert WHOLE.nearest(place) == nearest
