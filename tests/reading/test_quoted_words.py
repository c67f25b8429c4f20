"""Find the quote to which some words belong."""

from __future__ import annotations

from reader.model import Block, Document, Place, Quote, Span
from reader.reading.quoted_words import piece_at, quote_of

TEXT = "“We are ‘quite’ here,” she said, “and stay.” So."
OUTER = Quote("We are ‘quite’ here, and stay.", (Span(0, 1, 20), Span(0, 34, 43)), "Ada")
INNER = Quote("quite", (Span(0, 9, 14),))
DOCUMENT = Document("T", (Block(TEXT), Block("So")), quotes=(OUTER, INNER))


def test_the_piece_at_a_place_includes_its_marks() -> None:
    found = [piece_at(DOCUMENT, Place(0, at)) for at in (0, 1, 21, 22, 33, 43, 44)]
    assert found == [
        *((OUTER, OUTER.pieces[0]),) * 3,
        None,
        *((OUTER, OUTER.pieces[1]),) * 2,
        None,
    ]
    assert piece_at(DOCUMENT, Place(1, 1)) is None


def test_a_quote_inside_another_one_comes_first() -> None:
    assert piece_at(DOCUMENT, Place(0, 10)) == (INNER, INNER.pieces[0])
    assert quote_of(DOCUMENT, [Span(0, 9, 12)]) is INNER
    assert quote_of(DOCUMENT, [Span(0, 4, 12)]) is OUTER


def test_words_belong_to_a_quote_only_if_all_are_in_it() -> None:
    assert quote_of(DOCUMENT, [Span(0, 0, 22)]) is OUTER
    assert quote_of(DOCUMENT, [Span(0, 4, 7), Span(0, 38, 42)]) is OUTER
    assert quote_of(DOCUMENT, [Span(0, 4, 25)]) is None
    assert quote_of(DOCUMENT, [Span(0, 4, 7), Span(1, 0, 2)]) is None
    assert quote_of(DOCUMENT, []) is None
