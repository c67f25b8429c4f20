"""A row of the palette: which words are highlighted, and where the detail is."""

from __future__ import annotations

import pytest

from reader.text.cells import width
from reader.ui.widgets.offer_row import FOUND_CLASS, beside, offer_row


def test_found_words_are_highlighted() -> None:
    content = offer_row("Œuvre d’Élan [/]", "work", ["elan"], 80)
    assert content.plain.startswith("Œuvre d’Élan [/]")
    marked = [
        content.plain[span.start : span.end] for span in content.spans if str(span.style) == FOUND_CLASS
    ]
    assert marked == ["Élan"]


@pytest.mark.parametrize(
    ("words", "room", "row"),
    [
        ("Next", 60, f"{'Next':32}}}"),
        ("Next", 20, f"{'Next':19}}}"),
        ("w" * 40, 60, f"{'w' * 40:59}}}"),
        ("w" * 58, 60, "w" * 58),
        ("漢" * 20, 60, f"{'漢' * 20}{' ' * 19}}}"),
    ],
)
def test_the_detail_is_in_its_column_or_at_the_edge_or_left_out(words: str, room: int, row: str) -> None:
    shown = offer_row(words, "}", [], room).plain
    assert shown == row
    assert width(shown) <= room


def test_a_detail_is_at_the_edge_where_it_belongs_there() -> None:
    assert offer_row("Next", "}", [], 60, at_edge=True).plain == f"{'Next':59}}}"


def test_a_detail_is_left_out_if_the_words_need_the_room() -> None:
    assert beside("¶12", 40) == 34
    assert beside("a long detail", 20) == 20
