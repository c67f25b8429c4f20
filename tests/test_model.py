"""The article as values."""

from __future__ import annotations

import sys

import pytest

from reader.model import (
    Block,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Quote,
    Span,
    numbers,
)


def test_all_but_headings_are_numbered() -> None:
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.HEADING, BlockKind.CODE)
    assert list(numbers([Block("text", kind) for kind in kinds])) == [1, 0, 2, 0, 3]


def test_the_numbers_of_a_book_are_small() -> None:
    assert sys.getsizeof(numbers([Block("text")] * 10_000)) <= 50_000


@pytest.mark.parametrize("span", [Span(1, 0, 1), Span(-1, 0, 1), Span(0, 3, 6)])
def test_a_span_outside_the_article_is_refused(span: Span) -> None:
    blocks = (Block("words"),)
    assert Document("T", blocks, quotes=(Quote("words", (Span(0, 0, 5),)),)).quotes
    with pytest.raises(ValueError, match="lies outside the article"):
        Document("T", blocks, quotes=(Quote("words", (span,)),))
    with pytest.raises(ValueError, match="lies outside the article"):
        Document("T", blocks, entities=(Entity("words", EntityType.OTHER, mentions=(span,)),))


def test_an_article_has_a_title_and_paragraphs() -> None:
    with pytest.raises(ValueError, match="a title"):
        Document("", (Block("words"),))
    with pytest.raises(ValueError, match="paragraphs"):
        Document("T", ())
