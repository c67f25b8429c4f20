"""Snippets: one line around a match."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import cells
from reader.text.snippet import snippet
from tests.strategies import texts

TEXT = "The quick brown fox\njumps  over the lazy dog and then runs away from here."


@pytest.mark.parametrize(
    ("width", "before", "after"),
    [
        (80, "The quick brown fox ", " over the lazy dog and then runs away from here."),
        (40, "…brown fox ", " over the lazy dog and…"),
        (16, "…", " over the…"),
        (6, "", "…"),
        (5, "", ""),
    ],
)
def test_the_context_is_cut_between_words(width: int, before: str, after: str) -> None:
    assert snippet(TEXT, 20, 25, width) == (before, "jumps", after)


def test_room_that_one_side_does_not_need_goes_to_the_other_side() -> None:
    assert snippet(TEXT, 0, 3, 24) == ("", "The", " quick brown fox…")
    end = len(TEXT)
    assert snippet(TEXT, end - 5, end, 24) == ("…runs away from ", "here.", "")


def test_a_full_stop_before_the_ellipsis_is_removed() -> None:
    text = "They met at the theatre. Nobody came."
    assert [snippet(text, 0, 4, width)[2] for width in (24, 25, 26)] == [
        " met at the…",
        " met at the theatre…",
        " met at the theatre…",
    ]


def test_a_match_that_is_too_wide_has_no_context() -> None:
    assert snippet(TEXT, 0, 25, 10) == ("", "The quick…", "")
    assert snippet("x" * 1000, 0, 1000, 5) == ("", "xxxx…", "")
    assert snippet("", 0, 0, 5) == ("", "", "")


def test_two_cell_characters_are_not_cut() -> None:
    assert snippet("日本語のテキストを読む", 4, 8, 15) == ("…", "テキスト", "を読む")
    assert snippet("日本語のテキストを読む", 4, 8, 4) == ("", "テ…", "")


def test_a_context_without_blanks_is_cut_inside_a_word() -> None:
    assert snippet("a" * 100 + "b" + "c" * 100, 100, 101, 13) == ("…aaa", "b", "ccccccc…")


@given(texts(80), st.data())
@settings(max_examples=200)
def test_a_snippet_fits_and_contains_the_match(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    width = data.draw(st.integers(0, 60))
    before, match, after = snippet(text, start, end, width)
    for part in (before, match, after):
        assert "\n" not in part
    assert cells.width(before) + cells.width(match) + cells.width(after) <= width
    words = " ".join(text[start:end].split())
    assert " ".join(match.split()) == words or match.endswith("…") or not width
