"""Text of ambiguous width: in every kind of terminal the text beside it is in its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.terminal.ambiguous_width_frames import anchored
from reader.text import cells
from reader.text.ambiguous_width import has_placeholders, painted, without_placeholders
from tests.grids import BELIEFS, Belief, Grid, added_up, clustered

SCRIPTS = {
    "Hindi": "गाँव के बीच में एक पुराना कुआँ है",
    "Bengali": "নদীর ধারে একটি গ্রাম ছিল",
    "Tamil": "ஊரின் நடுவே ஒரு கிணறு இருந்தது",
    "Sinhala": "ශ්\u200dරී ලංකාවේ ගමක් විය",
    "Thai": "ชาวบ้านทำนาที่ริมน้ำ",
    "Khmer": "ភូមិនៅក្បែរទន្លេ",
    "Burmese": "ကြောင်လေး မြစ်ကမ်း",
    "Tibetan": "བོད་ཡིག་ ལྕགས་ཟམ",
    "Jamo": "\u1112\u1161\u11ab\u1100\u1173\u11af \u1112\u1161",
    "Family": "the 👨\u200d👩\u200d👧\u200d👦 family",
    "Tone": "yes 👍🏽 indeed",
    "Flags": "🇩🇪🇫🇷 🇯🇵 and 🇧",
    "Keycap": "press 1\ufe0f\u20e3 or ❤\ufe0f or ❤\ufe0e",
    "Alone": "\u093f begins, \u0301 too",
}
DISPUTED = st.text(
    st.sampled_from("ab  日\u0301\u200d\ufe0f❤👩🚀👍🏽🇩🇪กำ\u1112\u1161किক\u09cbර\u0dcaශ\u302e"), max_size=14
)
STYLES = (Style(color="red", bgcolor="black"), Style(bold=True, bgcolor="blue"))
CONSOLE = Console(color_system="truecolor", force_terminal=True)


def strip(text: str, width: int, *, every: int = 1_000) -> Strip:
    """A row as the widgets paint it, in two alternating styles."""
    runs = [text[start : start + every] for start in range(0, len(text), every)]
    segments = [
        Segment(piece, STYLES[number % 2]) for number, run in enumerate(runs) for _, piece in painted(run)
    ]
    return Strip(segments).adjust_cell_length(width, STYLES[0])


def frame(*strips: Strip, x: int = 3, y: int = 0) -> str:
    """The output of Textual for strips that are side by side."""
    return f"\x1b[{y + 1};{x + 1}H" + "".join(one.render(CONSOLE) for one in strips)


def shown(written: str, belief: Belief, columns: int = 80) -> Grid:
    grid = Grid(columns, 1, belief)
    grid.rows[0] = ["#"] * columns  # what an earlier frame left
    grid.feed(anchored(written))
    return grid


@pytest.mark.parametrize("belief", BELIEFS)
@pytest.mark.parametrize("script", SCRIPTS)
def test_text_on_the_right_stays_in_its_column(script: str, belief: Belief) -> None:
    text = SCRIPTS[script]
    for every in (1_000, 3, 1):
        grid = shown(frame(strip(text, 44, every=every), Strip([Segment("|side", STYLES[1])])), belief)
        assert grid.right_of(47) == ["|side" + "#" * 28]
        assert "#" not in grid.line(0)[3:47]


@pytest.mark.parametrize("belief", BELIEFS)
@pytest.mark.parametrize("script", ["Hindi", "Bengali", "Tamil", "Sinhala", "Burmese", "Tone", "Flags"])
def test_every_word_is_complete_and_begins_in_its_column(script: str, belief: Belief) -> None:
    text = SCRIPTS[script]
    grid = shown(frame(strip(text, 44)), belief)
    for match in re.finditer("[^ ]+", text):
        assert grid.column(match[0], 0) == 3 + cells.width(text[: match.start()])


def test_terminals_that_sum_widths_show_no_gaps() -> None:
    text = SCRIPTS["Hindi"]
    assert shown(frame(strip(text, 44)), added_up).line(0)[3:].startswith(text + " ")


def test_a_word_in_one_style_is_in_one_piece() -> None:
    written = anchored(frame(strip("हिन्दी", 10)))
    assert "हिन्दी" in written
    assert written.count("\x1b[0m") < frame(strip("हिन्दी", 10)).count("\x1b[0m")


def test_plain_text_is_painted_and_written_as_it_is() -> None:
    for text in ("plain text", "naïve — “so”", "日本語", "e\u0301", "العربية", "ภาษาไทย"):
        assert without_placeholders("".join(piece for _, piece in painted(text))) == text
        assert not has_placeholders("".join(piece for _, piece in painted(text)))
    written = frame(strip("plain", 9)) + "\n" + frame(strip("日本", 9))
    assert not has_placeholders(written)
    assert anchored(written) == written


def test_lines_without_ambiguous_text_are_unchanged() -> None:
    plain = frame(strip("plain", 9), y=1)
    assert anchored(frame(strip("कि", 9)) + "\n" + plain).split("\n")[1] == plain


def test_placeholders_are_removed_where_the_column_is_unknown() -> None:
    output = "".join(piece for _, piece in painted("कि ❤\ufe0f"))
    assert anchored(output) == "कि ❤\ufe0f"


@pytest.mark.parametrize("belief", BELIEFS)
def test_placeholders_that_arrive_in_another_way_are_removed(belief: Belief) -> None:
    grid = shown(frame(Strip([Segment("a\ufdd0\u200bb \ufdd0\ufdd0", STYLES[0]), Segment("|")])), belief)
    assert grid.line(0)[3:].startswith("a")
    assert grid.right_of(9) == ["|" + "#" * 70]


@pytest.mark.parametrize("belief", BELIEFS)
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_dialog_may_cut_the_row_anywhere(script: str, belief: Belief) -> None:
    row = strip(SCRIPTS[script], 44)
    for cut in range(1, 40):
        left, _, right = row.divide([cut, cut + 4, 44])
        whole = all(sum(one.cell_length for one in part) == part.cell_length for part in (left, right))
        if script == "Family" and not whole:
            continue  # Rich cut between two members of the family and counted a cell twice
        assert whole, cut
        grid = shown(frame(left, Strip([Segment("[  ]")]), right, Strip([Segment("|")])), belief)
        assert grid.right_of(47) == ["|" + "#" * 32], cut
        assert "".join(grid.rows[0][3 + cut : 7 + cut]) == "[  ]"


@pytest.mark.parametrize("belief", BELIEFS)
def test_nothing_is_written_after_the_repainted_part(belief: Belief) -> None:
    for text in SCRIPTS.values():
        row = strip(text, cells.width(text) + 1)
        assert shown(frame(row), belief).right_of(3 + row.cell_length) == ["#" * (77 - row.cell_length)]


@example("\u0301 \u093f", 3)  # a mark, a blank and a vowel sign are one cluster
@given(DISPUTED, st.integers(1, 9))
@settings(max_examples=150)
def test_any_text_leaves_its_right_neighbour_in_place(text: str, every: int) -> None:
    for belief in (added_up, clustered):
        grid = shown(frame(strip(text, 60, every=every), Strip([Segment("|")])), belief)
        assert grid.right_of(63) == ["|" + "#" * 16]


@given(st.text(max_size=30))
@settings(max_examples=150)
def test_only_cursor_columns_and_blanks_are_added(text: str) -> None:
    written = anchored("\x1b[1;1H" + text.replace("\x1b", "") + "\u200b")
    added = re.sub(r"\x1b\[\d+G", "", written).removeprefix("\x1b[1;1H")
    assert "\x1b" not in added
    assert added.replace(" ", "") == without_placeholders(text.replace("\x1b", "")).replace(" ", "")
