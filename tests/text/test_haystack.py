"""Many texts folded as one, in portions."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import haystack as module
from reader.text.fold import Folded, fold
from reader.text.haystack import PORTION, SEPARATOR, Joined, haystack

TEXTS = st.lists(st.text(alphabet="aA b-éß…“\u0301\x00İ", max_size=12), min_size=1, max_size=12)


@settings(max_examples=150)
@given(texts=TEXTS, size=st.integers(1, 30), case=st.booleans())
def test_portions_of_any_size_fold_to_the_same_text_and_places(
    texts: list[str], size: int, case: bool
) -> None:
    joined = Joined(texts)
    with patch.object(module, "PORTION", size):
        hay = haystack(joined, case=case)
    apart = [fold(text, case=case).text for text in joined.texts]
    for block, text in enumerate(apart):
        start, end = hay.bounds(block)
        # A combining mark at the beginning of a block must not join the separator before it.
        if "\u0301" not in texts[block][:1]:
            assert hay.text[start:end] == text
    whole = haystack(joined, case=case)
    for needle in ("a", "s", '"', ". "):
        assert list(hay.positions(needle)) == list(whole.positions(needle))
        assert [hay.place(at, at + 1) for at in hay.positions(needle)] == [
            whole.place(at, at + 1) for at in whole.positions(needle)
        ]


def test_a_book_is_folded_in_short_portions() -> None:
    paragraph = "“A quotation mark makes a string twice as wide,” said nobody. " * 20
    joined = Joined([paragraph] * 400)
    lengths: list[int] = []

    def folding(text: str, *, case: bool = False, accents: bool = False) -> Folded:
        lengths.append(len(text))
        return fold(text, case=case, accents=accents)

    with patch.object(module, "fold", folding):
        hay = haystack(joined)
    assert sum(lengths) + len(lengths) == joined.starts[-1]
    assert max(lengths) <= PORTION
    assert all(text.isascii() for _, text in hay.portions)


def test_one_character_beyond_ffff_does_not_quadruple_the_memory_of_a_book() -> None:
    joined = Joined([*["plain words " * 100] * 200, "a smile \N{SMILING FACE WITH OPEN MOUTH}"])
    wide = [text for _, text in haystack(joined).portions if not text.isascii()]
    assert len(wide) == 1


def test_a_text_longer_than_a_portion_is_a_portion_by_itself() -> None:
    joined = Joined(["short", "long" * PORTION, "short"])
    assert [len(text) for _, text in haystack(joined).portions] == [5, 4 * PORTION, 5]


def test_the_whole_text_is_kept_in_memory_once() -> None:
    hay = haystack(Joined(["one " * PORTION, "two"]))
    assert len(hay.portions) == 2
    assert hay.text == "one " * PORTION + SEPARATOR + "two"
    assert hay.portions == ((0, hay.text),)


@pytest.mark.parametrize("texts", [[], [""], ["", ""]])
def test_texts_without_words_have_no_places(texts: list[str]) -> None:
    hay = haystack(Joined(texts))
    assert len(hay) == len(texts)
    assert not hay.positions("a")
