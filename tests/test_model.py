"""The article as values."""

from __future__ import annotations

import sys

from reader.model import Block, BlockKind, numbers


def test_all_but_headings_are_numbered() -> None:
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.HEADING, BlockKind.CODE)
    assert list(numbers([Block("text", kind) for kind in kinds])) == [1, 0, 2, 0, 3]


def test_the_numbers_of_a_book_are_small() -> None:
    assert sys.getsizeof(numbers([Block("text")] * 10_000)) <= 50_000
