"""Sentences, as one copies them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentence import sentence_at, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two!", "Three?"],
        ["One without an end"],
        ["“We woke up.”", "Nobody was hurt."],
        ["“Why?” she asked.", "Nobody knew…", "Then rain."],
        ["“Stop!” he said, and left."],
        ["Mr. Brandt met Dr. Okafor.", "They left."],
        ["J. R. Brandt of the U.S. Senate spoke, e.g. of water."],
        ["It was No. 5, not 3.5 million.", "No.", "Never."],
        ["See p. 5 and pp. 7 to 9.", "Then stop."],
        ["1. The first thing.", "And more."],
        ["It rose in 1871.", "Then it fell."],
        ["He waited ... and went."],
        ["日本語です。", "「本当？」", "はい！"],
        ["(It rained.)", "It snowed."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    text = ("" if parts[0][0] in "日「" else " ").join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize(
    ("offset", "words"), [(0, "One."), (3, "One."), (4, "One."), (5, "Two!"), (99, "Two!")]
)
def test_the_sentence_at_a_place(offset: int, words: str) -> None:
    start, end = sentence_at("One. Two! ", offset)
    assert "One. Two! "[start:end] == words


@pytest.mark.parametrize("text", ["", "  \n "])
def test_no_sentence(text: str) -> None:
    assert sentences(text) == []
    assert sentence_at(text, 1) == (0, 0)


def test_blanks_before_the_first_sentence_belong_to_it() -> None:
    assert sentence_at("  One. Two.", 0) == (2, 6)


@given(st.text(st.sampled_from("aB .!?…。”)\n“1"), max_size=40))
def test_sentences_hold_everything_but_blanks(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())
    assert found == sorted(found)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
