"""The strip that shows where mentions are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Block, Span
from reader.text.sparkline import buckets, sparkline, starts

LEVELS = "012345678"


def test_starts_count_code_points_with_one_between_blocks() -> None:
    assert starts([Block("abc"), Block(""), Block("de")]) == [0, 4, 5, 8]


def test_a_mention_is_placed_by_characters_and_not_by_blocks() -> None:
    blocks = [Block("x" * 89), Block("y" * 9)]
    mentions = [Span(0, 0, 1), Span(0, 88, 89), Span(1, 0, 1), Span(1, 9, 9)]
    assert buckets(mentions, starts(blocks), 10) == [1, 0, 0, 0, 0, 0, 0, 0, 1, 2]


def test_one_mention_is_a_low_bar_and_many_are_full() -> None:
    assert sparkline([0, 1, 2, 4], LEVELS) == "0248"
    assert sparkline([0, 1, 40], LEVELS) == "018"
    assert sparkline([], LEVELS) == ""
    assert sparkline([0, 3], "_.:") == "_:"


def test_there_is_no_strip_without_cells_or_article() -> None:
    assert buckets([Span(0, 0, 1)], [0, 5], 0) == []
    assert buckets([], [], 3) == [0, 0, 0]


@given(st.lists(st.integers(0, 500), max_size=12))
@settings(max_examples=100)
def test_every_mention_is_visible_and_more_mentions_are_never_lower(counts: list[int]) -> None:
    strip = sparkline(counts, LEVELS)
    assert len(strip) == len(counts)
    heights = [LEVELS.index(character) for character in strip]
    assert all((height > 0) == (count > 0) for height, count in zip(heights, counts, strict=True))
    assert [h for _, h in sorted(zip(counts, heights, strict=True))] == sorted(heights)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6), st.integers(1, 20), st.data())
@settings(max_examples=100)
def test_every_mention_is_counted(lengths: list[int], cells: int, data: st.DataObject) -> None:
    blocks = [Block("x" * length) for length in lengths]
    block = data.draw(st.integers(0, len(blocks) - 1))
    start = data.draw(st.integers(0, lengths[block]))
    assert sum(buckets([Span(block, start, start)], starts(blocks), cells)) == 1
