"""Match lists of every kind answer the same queries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Block, Document, Place, Span
from reader.text.match_list import Matches, PieceMatches, SpanMatches
from reader.text.page import page
from reader.text.search import Query, SearchIndex, find

SPANS = st.lists(
    st.tuples(st.integers(-2, 4), st.integers(0, 9), st.integers(0, 4)).map(
        lambda numbers: Span(numbers[0], numbers[1], numbers[1] + numbers[2])
    ),
    max_size=12,
)
PLACES = st.builds(Place, st.integers(-3, 5), st.integers(0, 12))


def agrees(matches: Matches, spans: list[Span], place: Place) -> None:
    """Check every answer against the plain list."""
    assert len(matches) == len(spans)
    assert list(matches) == spans
    assert list(matches.blocks()) == sorted({span.block for span in spans})
    after = [index for index, span in enumerate(spans) if span.place >= place]
    before = [index for index, span in enumerate(spans) if span.place < place]
    assert matches.at_or_after(place) == (after[0] if after else None)
    assert matches.before(place) == (before[-1] if before else None)
    for block in range(-3, 6):
        own = [(span.start, span.end, index) for index, span in enumerate(spans) if span.block == block]
        assert list(matches.in_block(block)) == own
        for start, end in ((2, 5), (3, None), (0, 4), (4, 4)):
            touched = [hit for hit in own if hit[1] > start and (end is None or hit[0] < end)]
            assert list(matches.in_block(block, start, end)) == touched


@given(SPANS, PLACES)
@settings(max_examples=100)
def test_given_spans_are_sorted(spans: list[Span], place: Place) -> None:
    agrees(SpanMatches(spans), sorted(set(spans)), place)


def test_an_interrupted_quote_is_one_match() -> None:
    parted, whole = (Span(0, 5, 9), Span(2, 0, 3)), (Span(1, 1, 4),)
    matches = PieceMatches([whole, parted, (), parted])
    assert list(matches) == [parted[0], whole[0]]
    assert matches.blocks() == [0, 1, 2]
    assert matches.in_block(2) == [(0, 3, 0)]
    assert matches.pieces(0) == parted
    assert matches.at_or_after(Place(0, 6)) == 1
    assert matches.before(Place(9, 0)) == 1
    assert SpanMatches(whole).pieces(0) == whole


@given(
    st.lists(st.text("ab… \u0301", max_size=9), min_size=1, max_size=5),
    st.sampled_from(["a", "b", ".", "ab"]),
    PLACES,
)
@settings(max_examples=100)
def test_hits_of_a_plain_search(texts: list[str], words: str, place: Place) -> None:
    matches = find(SearchIndex(page(Document("T ab", tuple(map(Block, texts))))), Query(words))
    agrees(matches, [matches[index] for index in range(len(matches))], place)


@given(st.lists(st.text("ab ", max_size=9), min_size=1, max_size=5), PLACES)
@settings(max_examples=50)
def test_hits_of_a_regular_expression(texts: list[str], place: Place) -> None:
    index = SearchIndex(page(Document("T ab", tuple(map(Block, texts)))))
    matches = find(index, Query("a+|b", regex=True), seconds=60)
    agrees(matches, [matches[index] for index in range(len(matches))], place)


def test_an_index_outside_is_an_error() -> None:
    hits = find(SearchIndex(page(Document("T", (Block("abab"),)))), Query("b"))
    for matches in (hits, SpanMatches([Span(0, 1, 2), Span(0, 3, 4)])):
        assert matches[-1] == Span(0, 3, 4)
        with pytest.raises(IndexError):
            matches[2]


def test_counting_hits_creates_no_spans() -> None:
    matches = find(SearchIndex(page(Document("T", (Block("e " * 200_000), Block("e"))))), Query("e"))
    assert len(matches) == 200_001
    assert matches.blocks() == (0, 1)
    assert matches.in_block(0, 100_000, 100_003) == [(100_000, 100_001, 50_000), (100_002, 100_003, 50_001)]
