"""Style layers cut into runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Block, Document, Entity, EntityType, Inline, InlineKind, Quote, Span
from reader.reading.speakers import speaker_hues
from reader.text.layers import article_layers, at, quoted, runs

layers = st.lists(
    st.tuples(
        st.integers(0, 40), st.integers(0, 40), st.sampled_from(["quote-1", "entity-person", "hit", "match"])
    ),
    max_size=8,
)


@given(st.integers(0, 20), st.integers(0, 20), layers)
def test_runs_add_up_to_the_range_and_contain_every_layer(
    start: int, length: int, over: list[tuple[int, int, str]]
) -> None:
    end = start + length
    cut = runs(start, end, over)
    assert [offset for a, b, _ in cut for offset in range(a, b)] == list(range(start, end))
    for a, b, names in cut:
        assert a < b
        for offset in range(a, b):
            assert names == tuple(name for left, right, name in over if left <= offset < right)


def test_a_later_layer_lies_over_an_earlier_one() -> None:
    assert runs(0, 6, [(0, 6, "quote-1"), (2, 4, "hit")]) == [
        (0, 2, ("quote-1",)),
        (2, 4, ("quote-1", "hit")),
        (4, 6, ("quote-1",)),
    ]


def test_the_tint_of_a_quote_covers_its_quotation_marks_and_comma() -> None:
    text = "She said “we woke up,” and left."
    start = text.index("we")
    assert quoted(text, Span(0, start, start + 10)) == (9, 22)
    assert quoted("no marks here", Span(0, 3, 8)) == (3, 8)
    assert quoted("“ends", Span(0, 1, 5)) == (0, 5)


def test_the_layers_of_an_article_are_by_block_with_quotes_lowest() -> None:
    block = Block("“Hello,” said Ada.", inlines=(Inline(9, 13, InlineKind.STRONG),))
    document = Document(
        "T",
        (Block("Nothing."), block),
        quotes=(Quote("Hello", (Span(1, 1, 6),), "Ada"), Quote("lost", ())),
        entities=(Entity("Ada", EntityType.PERSON, mentions=(Span(1, 14, 17),)),),
    )
    assert article_layers(document, speaker_hues(document)) == {
        1: [(0, 8, "quote-1"), (14, 17, "entity-person"), (9, 13, "strong")]
    }


def test_struck_words_are_below_quotes_and_inserted_words_above() -> None:
    block = Block(
        "“Ten,” no, “nine,” said Ada.",
        inlines=(Inline(0, 6, InlineKind.STRUCK), Inline(11, 18, InlineKind.INSERTED)),
    )
    document = Document(
        "T", (block,), quotes=(Quote("Ten", (Span(0, 1, 4),)), Quote("nine", (Span(0, 12, 16),)))
    )
    assert article_layers(document, {}) == {
        0: [(0, 6, "struck"), (0, 6, "quote-0"), (11, 18, "quote-0"), (11, 18, "inserted")]
    }


def test_the_span_at_a_place_is_found() -> None:
    spans = [Span(0, 0, 3), Span(1, 2, 5)]
    assert at(spans, 1, 2) == 1
    assert at(spans, 1, 5) is None
