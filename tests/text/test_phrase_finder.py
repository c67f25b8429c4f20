"""Finding phrases of whole words, with the index and without."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Span
from reader.text.haystack import Joined
from reader.text.phrase_finder import Finder
from tests.strategies import prose, texts

# Enough words for the index to be used, and no word that is too frequent for it.
FILLING = " ".join(f"w{i:05}" for i in range(4_000))


def finders(paragraphs: list[str]) -> tuple[Finder, Finder]:
    joined = Joined(paragraphs)
    return Finder(joined, worth=0), Finder(joined)


@pytest.mark.slow
@given(st.lists(st.one_of(prose(), texts()), min_size=1, max_size=4), st.data())
@settings(max_examples=12)
def test_the_index_gives_the_same_results_as_reading(paragraphs: list[str], data: st.DataObject) -> None:
    indexed, plain = finders([*paragraphs, FILLING, *paragraphs])
    folded = plain.hay.text
    needles = [data.draw(prose(max_words=2)).lower()]
    for _ in range(3):
        start = data.draw(st.integers(0, len(folded) - 1))
        needles.append(folded[start : start + data.draw(st.integers(1, 30))].split("\x00")[0].strip())
    for needle in filter(None, needles):
        for within, most in ((None, None), (0, None), (len(paragraphs), 1), (None, 3)):
            found = indexed.spans((needle, needle.upper()), within, most)
            assert found == plain.spans((needle, needle.upper()), within, most)


def test_the_first_span_of_each_block_up_to_a_limit() -> None:
    joined = Joined(["no, no", "yes", "No no", "no"])
    spans = [Span(0, 0, 2), Span(2, 0, 2), Span(3, 0, 2)]
    assert Finder(joined).spans(("no",), most=5) == spans
    assert Finder(joined).spans(("no",), most=2) == spans[:2]
    assert Finder(joined, case=True).spans(("no", "No"), 2, most=2) == spans[1:2]
    assert Finder(joined).spans(("no",), 7, most=2) == []


def test_the_cost_of_reading_and_of_index_searches_is_counted() -> None:
    indexed, plain = finders([FILLING, "the very end"])
    plain.spans(("w03999 never",))
    assert plain.spent == len(FILLING) + len("\x00the very end")
    for _ in range(3):
        assert indexed.spans(("w03998 w03999",)) == [Span(0, len(FILLING) - 13, len(FILLING))]
    assert indexed.spent < 2 * len(FILLING)


def test_the_index_is_built_after_enough_text_was_read() -> None:
    joined = Joined([FILLING, "the very end"])
    finder = Finder(joined, worth=1)
    for _ in range(70):
        assert finder.spans(("w00001 nevermore",)) == []
    assert 64 * len(FILLING) < finder.spent < 67 * (len(FILLING) + 20)
