"""Cell widths and grapheme clusters."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size, split_graphemes

from reader.text import cells
from reader.text.ambiguous_width import painted

JOINED = st.text(
    st.sampled_from(
        "ab 日한\u0301\u0308\u200d\ufe0f❤☁👩🚀👍🏽🇩🇪กำ\u0e49\u1112\u1161\u11ab"
        "\u00a01\u20e3ن\u094dकि\u0bca\u302e"
    ),
    max_size=14,
)


def beginnings(text: str) -> list[int]:
    table = cells.advance(text)
    return [index for index in range(len(text)) if table[index] < table[index + 1]]


def test_plain_characters_are_one_cell_and_join_nothing() -> None:
    plain = [chr(code) for code in range(0x20, 0x30000) if code != 0x7F and cells.plain(chr(code))]
    assert {"a", "é", "’", "—", "…", "Ж", "€"} <= set(plain)
    assert [c for c in plain if code_is_control(c)] == []
    assert [c for c in plain if get_character_cell_size(c) != 1] == []
    assert [c for c in plain if unicodedata.category(c)[0] == "M"] == []


def code_is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")


def test_wide_characters_are_two_cells_and_join_nothing() -> None:
    wide = [chr(c) for c in range(0x2E80, 0x10000) if isinstance(cells.advance(chr(c)), range)]
    assert {"日", "か", "한", "。", "\u3000"} <= set(wide)
    assert [c for c in wide if get_character_cell_size(c) != 2] == []
    assert [c for c in wide if unicodedata.category(c)[0] == "M"] == []


@pytest.mark.parametrize("base", [*"a é日한👩❤1", "\u1112", "ก"])
@pytest.mark.parametrize("code", [*range(0x300, 0x310), 0x20E3, 0xFE0F, 0x1F3FD, 0x0E49])
def test_a_combining_mark_joins_its_base(base: str, code: int) -> None:
    assert beginnings(base + chr(code) + "x") == [0, 2]


@pytest.mark.parametrize(
    ("text", "begins", "width"),
    [
        ("ab", [0, 1], 2),
        ("日本", [0, 1], 4),
        ("e\u0301x", [0, 2], 2),
        ("👩\u200d🚀x", [0, 3], 3),
        ("❤\ufe0fx", [0, 2], 3),
        ("🇩🇪🇫🇷x", [0, 2, 4], 5),
        ("🇩🇪🇫x", [0, 2, 3], 4),
        ("🇩\u200d🇪🇫", [0, 3], 2),
        ("किx", [0, 2], 3),
        ("क\u094d\u200dषx", [0, 4], 3),
        ("\u200dषx", [0, 2], 2),
        ("क\u200d x", [0, 2, 3], 3),
        ("কো\u0982x", [0, 3], 4),
        ("ကြောင်", [0, 4], 5),
        ("\u093fx", [0, 1], 2),
        ("가\u302e", [0], 4),
        ("👍🏽x", [0, 2], 5),
        ("👩🏽\u200d🚀x", [0, 4], 5),
        ("\u1112\u1161\u11abx", [0, 3], 3),
        ("กำนx", [0, 2, 3], 4),
        ("ก\u0e49ำน", [0, 3], 3),
        ("กำำ", [0, 2], 3),
        ("日ำ", [0, 1], 3),
        ("\u0301\u0301ab", [0, 3], 2),
        ("\u200dab", [0, 2], 2),
        ("a\u200d", [0], 1),
        ("\u200d日aa", [0, 2, 3], 4),
        (" \u200d🚀x", [0, 2, 3], 4),
        ("❤\ufe0f\ufe0f", [0], 2),
        ("", [], 0),
        ("\u0301", [], 0),
    ],
)
def test_clusters_and_their_width(text: str, begins: list[int], width: int) -> None:
    assert beginnings(text) == begins
    assert cells.advance(text)[-1] == width == cells.width(text)


@given(JOINED)
def test_the_width_is_what_rich_counts_for_the_painted_text(text: str) -> None:
    table = cells.advance(text)
    assert len(table) == len(text) + 1
    assert table[0] == 0
    assert table[-1] == cells.width(text) == sum(cell_len(piece) for _, piece in painted(text))
    assert table[-1] >= cell_len(text)
    if "\u200d" not in text:  # Rich's two functions differ about joiners, and Rich joins blanks and digits
        rich = {start for start, _, _ in split_graphemes(text)[0]}
        assert set(beginnings(text)) <= rich | {0}


@given(JOINED)
def test_clusters_add_up_to_the_text_and_to_its_width(text: str) -> None:
    table = cells.advance(text)
    starts = beginnings(text)
    assert starts[:1] == [0] * (table[-1] > 0)
    for start, end in pairwise([*starts, len(text)]):
        assert cells.ceil(table, start) == end
        assert {cells.floor(table, inside) for inside in range(start, end)} == {start}
        assert table[end] - table[start] == cells.width(text[start:end])


def test_floor_and_ceil_stay_inside() -> None:
    table = cells.advance("e\u0301x")
    assert cells.floor(table, -5) == 0
    assert cells.floor(table, 99) == 3 == cells.ceil(table, 99)
    assert cells.floor([0], 3) == 0 == cells.ceil([0], 0)


def test_a_long_run_of_joining_characters_is_measured_in_full() -> None:
    assert cells.advance("a" + "\u0301\ufe0f" * 50_000 + "b")[-1] == 2
    assert cells.advance("\u200d" * 100_001)[-1] == 0
