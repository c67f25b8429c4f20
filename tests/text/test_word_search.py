"""Search for several words: the blocks that contain all of them, and the passage."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Block, Document
from reader.text.cells import width
from reader.text.fold import fold
from reader.text.page import page
from reader.text.search import SearchIndex
from reader.text.word_search import fit, holding, passage, together

WORDS = st.lists(st.text("ab é漢", min_size=1, max_size=3), max_size=3)
TEXTS = st.lists(st.text("ab é漢\n", max_size=20), min_size=1, max_size=6)


@settings(max_examples=60)
@given(TEXTS, WORDS)
def test_only_blocks_with_every_word_are_found(texts: list[str], words: list[str]) -> None:
    wanted = [word for typed in words for word in fold(typed).text.split()]
    hay = SearchIndex(page(Document("A", tuple(map(Block, texts))))).folded(case=False)
    found = [held for portion in holding(hay, wanted) for held in portion if held.block >= 0]
    folded = [fold(text).text for text in texts]
    expected = [i for i, text in enumerate(folded) if wanted and all(word in text for word in wanted)]
    assert [held.block for held in found] == expected
    for held in found:
        assert 0 < held.fit <= 1
        assert held.text == folded[held.block]
        start, end = together(held.text, wanted)
        assert all(word in held.text[start:end] for word in wanted)


def test_blocks_of_every_portion_of_a_long_text_are_found() -> None:
    blocks = tuple(Block(f"word{i} " + "filler " * 200) for i in range(200))
    hay = SearchIndex(page(Document("A", blocks))).folded(case=False)
    assert len(hay.portions) > 3
    for number in (0, 99, 199):
        found = [held.block for portion in holding(hay, [f"word{number} "]) for held in portion]
        assert found == [number]


def test_adjacent_words_and_word_beginnings_match_better() -> None:
    ordered = ["the red boat", "a red boat", "red and a boat", "a red tugboat", "a tired flatboat"]
    fits = [fit(text, ["red", "boat"]) for text in ordered]
    assert fits[0] == fits[1] > fits[2] > fits[3] > fits[4] > 0
    assert fit("red boat", ["red"]) == 1
    assert fit("red boat", ["green"]) == fit("red boat", []) == 0


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("an art in a cart", ["art"], "art"),
        ("a cart and art", ["art"], "art"),  # the whole word and not the end of the word before it
        ("a cart", ["art"], "art"),
        ("red, then blue; red blue", ["blue", "red"], "red blue"),
        ("red, then blue", ["blue", "green"], "blue"),
        ("red", ["green"], ""),
        ("red", [], ""),
    ],
)
def test_the_narrowest_range_is_taken(text: str, words: list[str], found: str) -> None:
    start, end = together(text, words)
    assert text[start:end] == found


@pytest.mark.parametrize(
    ("start", "line"),
    [
        (0, "Nobody came to the quay in…"),
        (15, "Nobody came to the quay in…"),
        (44, "…of the year, or so it is…"),
    ],
)
def test_a_passage_is_the_beginning_if_that_shows_the_words(start: int, line: str) -> None:
    text = "Nobody came to the quay in the winter of the year, or so it is told by the keeper."
    assert passage(text, start, start + 4, 27) == line


@settings(max_examples=60)
@given(st.text("ab é漢\n", max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(1, 30))
def test_a_passage_fits(text: str, start: int, end: int, room: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    line = passage(text, start, end, room)
    assert width(line) <= room
    assert "\n" not in line
