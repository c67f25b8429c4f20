"""Find the words of an article in the Markdown file from which it was imported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.sources.markdown.article import parse
from reader.text.source_position import Position, positions
from tests.strategies import prose

SOURCE = """\
---
title: A draft
---

# A draft

The *first* paragraph is
hard wrapped over lines, with a [link](https://e.example/x) in it.

- An item that says the same words twice here.
- Another that says the same words twice here.

> A block quote that is
> wrapped as well.

Use snake_case here.
"""


def position(words: str, source: str = SOURCE, nth: int = 0) -> Position | None:
    texts = [block.text for block in parse(source, "draft.md").blocks]
    spans = [Span(b, s, s + len(words)) for b, text in enumerate(texts) if (s := text.find(words)) >= 0]
    [one] = positions([spans[nth]], texts, source)
    return one


@pytest.mark.parametrize(
    ("words", "nth", "expected"),
    [
        ("paragraph is hard wrapped", 0, Position(7, 13)),
        ("over lines", 0, Position(8, 14)),
        ("The first paragraph", 0, Position(7, 1)),
        ("link in it", 0, Position(8, 34)),
        ("wrapped as well", 0, Position(14, 3)),
        ("quote that is wrapped", 0, Position(13, 11)),
        ("snake_case", 0, Position(16, 5)),
        ("the same words", 0, Position(10, 21)),
        ("the same words", 1, Position(11, 21)),
    ],
)
def test_line_and_column_count_from_one(words: str, nth: int, expected: Position) -> None:
    assert position(words, nth=nth) == expected
    crlf = SOURCE.replace("\n", "\r\n")
    assert position(words, crlf, nth) == expected


def test_words_that_are_not_in_the_source_have_no_position() -> None:
    assert positions([Span(0, 0, 11)], ["Quite other words than those"], SOURCE) == [None]


@given(st.lists(prose(min_words=3), min_size=1, max_size=6, unique=True), st.data())
def test_a_position_is_where_the_words_are(paragraphs: list[str], data: st.DataObject) -> None:
    block = data.draw(st.integers(0, len(paragraphs) - 1))
    text = paragraphs[block]
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    source = "\n\n".join(paragraphs)
    [found] = positions([Span(block, start, end)], paragraphs, source)
    if found is not None:
        line = source.split("\n")[found.line - 1]
        assert line[found.column - 1 :].startswith(text[start:end])
