"""Excerpts that fit a number of cells."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text import cells
from reader.text.excerpt import ELLIPSIS, crop, excerpt, excerpt_rows, flat

TEXTS = st.text(
    alphabet=st.sampled_from("ab e -,日本か🙂👩‍💻कि👍🏽e\u0301\u200d\ufe0f🇩🇪\n\u00a0’…"), max_size=60
)


def test_flat_is_one_line_with_single_blanks() -> None:
    assert flat("  one\n\n two\tthree ", 40) == "one two three"


def test_flat_reads_only_the_beginning_of_a_text() -> None:
    assert 30 < len(flat("word " * 100_000, 30)) < 400


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("short", 5, "short"),
        ("The water did not ask us", 19, "The water did not…"),
        ("The water did not, ask", 19, "The water did not…"),
        ("out there … and more", 14, "out there…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("a Donaudampfschifffahrt", 10, "a Donauda…"),
        ("日本語の段落", 7, "日本語…"),
        ("日本語の段落", 6, "日本…"),
        ("anything", 1, "…"),
        ("anything", 0, ""),
        ("anything", -3, ""),
    ],
)
def test_crop_cuts_after_a_word_when_little_room_is_lost(text: str, room: int, shown: str) -> None:
    assert crop(text, room) == shown


@given(TEXTS.map(lambda text: " ".join(text.split())), st.integers(-1, 40))
@example("e\u0301" * 10, 5)
@settings(max_examples=200)
def test_crop_fits_and_keeps_the_beginning(text: str, room: int) -> None:
    shown = crop(text, room)
    assert cells.width(shown) <= max(0, room)
    assert shown == text or text.startswith(shown.removesuffix(ELLIPSIS))
    if cells.width(text) <= room and room > 0:
        assert shown == text


def test_excerpt_fills_its_rows_and_ends_with_an_ellipsis_if_cut() -> None:
    words = "one two three four five six seven eight nine ten"
    assert excerpt(words, 10, 3) == ["one two", "three four", "five six…"]
    assert excerpt("one two three", 10, 3) == ["one two", "three"]
    assert excerpt("", 10, 3) == []
    assert excerpt("one", 0, 3) == []
    assert excerpt("one", 10, 0) == []
    assert excerpt("日本", 1, 3) == ["…", "…"]


@given(TEXTS, st.integers(0, 30), st.integers(0, 4))
@settings(max_examples=200)
def test_excerpt_rows_are_counted_without_wrapping_and_every_row_fits(
    text: str, width: int, rows: int
) -> None:
    shown = excerpt(text, width, rows)
    assert len(shown) <= rows
    assert all(cells.width(line) <= width for line in shown)
    assert excerpt_rows(text, width, rows) == len(shown)


@pytest.mark.parametrize("length", range(0, 70, 3))
def test_excerpt_rows_are_right_at_every_length(length: int) -> None:
    text = ("word and more, " * 9)[:length]
    assert excerpt_rows(text, 14, 3) == len(excerpt(text, 14, 3))
