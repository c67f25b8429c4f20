"""One row of cells, never wider than it may be."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from reader.ui.widgets.line import Line

PLAIN = Style()
BOLD = Style(bold=True)


def test_parts_are_at_their_columns() -> None:
    line = Line(20, PLAIN).add("left", BOLD).to(6).add("middle", PLAIN).right("9", BOLD, 20)
    strip = line.strip()
    assert strip.text == "left  middle       9"
    assert next(iter(strip)).style == BOLD


def test_what_does_not_fit_is_cut_or_left_out() -> None:
    assert Line(6, PLAIN).add("too long", PLAIN).strip().text == "too l…"
    assert Line(6, PLAIN).add("four", PLAIN).right("123", PLAIN, 6).strip().text == "four  "
    assert Line(3, PLAIN).add("日本", PLAIN).strip().text == "日…"


def test_an_overlay_keeps_the_styles_below_it() -> None:
    strip = Line(4, PLAIN).add("ab", BOLD).strip(Style(underline=True))
    assert [segment.style for segment in strip] == [Style(bold=True, underline=True), Style(underline=True)]


@given(
    st.integers(-1, 30),
    st.lists(
        st.tuples(st.sampled_from("atr"), st.text("ab日🙂कि ", max_size=9), st.integers(0, 35)), max_size=8
    ),
)
@settings(max_examples=150)
def test_a_row_has_exactly_the_given_width(width: int, steps: list[tuple[str, str, int]]) -> None:
    line = Line(width, PLAIN)
    for kind, text, column in steps:
        if kind == "a":
            line.add(text, BOLD)
        elif kind == "t":
            line.to(column)
        else:
            line.right(text, BOLD, column)
    strip = line.strip()
    assert strip.cell_length == max(0, width) == cell_len(strip.text)
