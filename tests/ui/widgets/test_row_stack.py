"""Items of different heights: which item a row belongs to, and how far to scroll."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ui.widgets.row_stack import RowStack

HEIGHTS = st.lists(st.integers(1, 6), min_size=1, max_size=30)


def test_an_empty_stack_has_no_rows() -> None:
    stack = RowStack()
    assert (len(stack), stack.height, list(stack.thumb(0, 10))) == (0, 0, [])


@given(HEIGHTS)
@settings(max_examples=80)
def test_every_row_belongs_to_one_item(heights: list[int]) -> None:
    stack = RowStack(heights)
    assert stack.height == sum(heights)
    owners = [stack.item_at(row) for row in range(stack.height)]
    assert owners == [item for item, height in enumerate(heights) for _ in range(height)]
    assert stack.item_at(-5) == 0
    assert stack.item_at(stack.height + 5) == len(stack) - 1


@given(HEIGHTS, st.data())
@settings(max_examples=150)
def test_reveal_does_not_scroll_to_a_visible_item(heights: list[int], data: st.DataObject) -> None:
    stack = RowStack(heights)
    item = data.draw(st.integers(0, len(stack) - 1))
    seen = data.draw(st.integers(0, stack.height))
    window = data.draw(st.integers(1, 20))
    to = stack.reveal(item, seen, window, near=data.draw(st.integers(0, 3)))
    assert to <= stack.top(item)
    assert stack.end(item) <= to + window or to <= stack.top(item) < to + window
    if stack.top(item) >= seen and stack.end(item) <= seen + window:
        assert to == seen
    assert stack.reveal(item, to, window) == to or stack.end(item) - stack.top(item) > window


@pytest.mark.parametrize(
    ("item", "seen", "near", "to"),
    [(5, 0, 0, 0), (12, 0, 0, 3), (12, 0, 2, 5), (2, 9, 1, 1), (90, 0, 0, 85), (3, 80, 0, 0), (0, 4, 2, 0)],
)
def test_reveal_scrolls_least_or_centres_a_far_item(item: int, seen: int, near: int, to: int) -> None:
    assert RowStack([1] * 100).reveal(item, seen, 10, near) == to


@given(HEIGHTS, st.integers(0, 300), st.integers(0, 40))
@settings(max_examples=100)
def test_the_thumb_is_inside_the_window(heights: list[int], seen: int, window: int) -> None:
    stack = RowStack(heights)
    thumb = stack.thumb(seen, window)
    assert bool(thumb) == (stack.height > window >= 3)
    assert all(0 <= row < window for row in thumb)


def test_the_thumb_touches_both_ends() -> None:
    stack = RowStack([1] * 100)
    assert list(stack.thumb(0, 20)) == [0, 1, 2, 3]
    assert list(stack.thumb(80, 20)) == [16, 17, 18, 19]
