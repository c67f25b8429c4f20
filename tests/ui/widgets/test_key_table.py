"""How groups of keys are laid out side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.widgets.key_table import KeyRow, columns


def group(title: str, count: int) -> tuple[str, tuple[KeyRow, ...]]:
    return title, tuple(KeyRow(f"{title}{i}", "title", "help") for i in range(count))


def test_groups_keep_their_order_and_stay_whole() -> None:
    a, b, c = group("a", 3), group("b", 2), group("c", 4)
    assert columns([a, b, c], 2) == [
        ("a", "c"),
        (a[1][0], c[1][0]),
        (a[1][1], c[1][1]),
        (a[1][2], c[1][2]),
        (None, c[1][3]),
        ("b", None),
        (b[1][0], None),
        (b[1][1], None),
    ]


def test_a_group_without_keys_is_left_out() -> None:
    assert columns([group("a", 0), group("b", 1)], 1) == [("b",), (KeyRow("b0", "title", "help"),)]


def test_no_groups_give_no_rows() -> None:
    assert columns([], 3) == []


@given(st.lists(st.integers(0, 9), max_size=8), st.integers(1, 3))
def test_every_key_is_listed_once_in_the_requested_columns(sizes: list[int], count: int) -> None:
    groups = [group(chr(97 + i), size) for i, size in enumerate(sizes)]
    table = columns(groups, count)
    down = [cell for column in range(count) for cells in table if (cell := cells[column]) is not None]
    assert all(len(cells) == count for cells in table)
    assert down == [cell for title, rows in groups if rows for cell in (title, *rows)]
