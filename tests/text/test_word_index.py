"""The index of words finds the same places as reading through the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import word_index
from reader.text.word_index import WordIndex
from tests.strategies import prose, texts

WORDS = (
    "a",
    "an",
    "the",
    "man",
    "and",
    "disaster",
    "disasters",
    "中文",
    "日本語の",
    "ภาษาไทย",
    "한국어",
    "NATOの",
)
STORY = st.lists(st.sampled_from((*WORDS, "-", "’s", "\x00", ".")), max_size=40)


def starts(text: str, needle: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(needle, at)]


@st.composite
def a_text_and_a_part_of_it(draw: st.DrawFn) -> tuple[str, str]:
    text = draw(st.one_of(STORY.map(" ".join), STORY.map("".join), prose(), texts()))
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return text, text[first:last]


@pytest.mark.slow
@given(a_text_and_a_part_of_it(), st.one_of(st.sampled_from(WORDS), prose(max_words=3)))
@settings(max_examples=25)
def test_the_index_finds_every_place_of_a_needle(found: tuple[str, str], other: str) -> None:
    text, part = found
    index = WordIndex(text, dense=1, short=0)
    for needle in {part, other, f"{part} {other}", other + part} - {""}:
        assert index.starts(needle) in (None, starts(text, needle))


@pytest.mark.parametrize(
    "needle",
    [
        "nobody knows", "knows the", "of the dis", "the disaster", "disaster", "sast", "asters", "aster.",
        "knows the disaster", "nobody saw", "zebra", "x disaster", "。文中", "中文", "文中。", "語の人",
    ],
)  # fmt: skip
def test_a_needle_with_a_rare_part_is_found_by_the_index(needle: str) -> None:
    text = "nobody knows the disaster. Disasters and disasters of the 中文中。 日本語の人 " + "the " * 90
    assert WordIndex(text, dense=8, short=0).starts(needle) == starts(text, needle)


@pytest.mark.parametrize("needle", ["the", "the the the", "th", "e t", "—", "…", " "])
def test_a_frequent_needle_is_not_searched_in_the_index(needle: str) -> None:
    assert WordIndex("nobody knows " + "the " * 900, short=0).starts(needle) is None


def test_whole_words_are_indexed_after_many_short_needles() -> None:
    text = "nobody knows " + "the " * 900
    index = WordIndex(text, dense=10, short=2)
    assert [index.starts("knows") for _ in range(4)] == [None, None, [7], [7]]


def test_whole_words_are_not_indexed_in_a_text_of_too_many_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_index, "_MOST_WORDS", 3)
    index = WordIndex("one two three four", dense=1, short=0)
    assert index.starts("two") is None
    assert index.starts("one two three") == [0]
