"""The status line: its fields keep their columns and are left out in a fixed order."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.color import Color
from textual.pilot import Pilot

from reader.keys.keymap import KeyHint
from reader.ui.widgets.status_line import GAP, Extent, Fields, StatusLine, fields, remaining
from tests.ui.widgets.panel_host import Host


@asynccontextmanager
async def status(width: int, **values: object) -> AsyncIterator[tuple[StatusLine, Pilot[None]]]:
    """A status line of an article being read, with some attributes set."""
    line = StatusLine()
    app = Host(line)
    async with app.run_test(size=(width, 2)) as pilot:
        for name, value in {
            "paragraph": 4,
            "paragraphs": 31,
            "percent": 22,
            "minutes_left": 7,
            "key_hints": READING,
            "active_hints": STEPPING,
            **values,
        }.items():
            setattr(line, name, value)
        await pilot.pause()
        yield line, pilot


def shown(line: StatusLine) -> str:
    return line.render_line(0).text


READING = (KeyHint("/", "search"), KeyHint("?", "help", 1), KeyHint("q", "quit"))
STEPPING = (KeyHint("n", "next"), KeyHint("N", "back"), KeyHint("Esc", "clear", 2))
ACTIVE = {"active_label": "Ada Okafor", "active_position": 3, "active_count": 9}


async def test_a_wide_line_shows_everything() -> None:
    async with status(160, **ACTIVE) as (line, _):
        assert " ".join(shown(line).split()) == (
            "¶ 4/31 22 % 7 min left "
            + "━" * 6
            + "─" * 20
            + " Ada Okafor 3/9 n next · N back · Esc clear / search ? help q quit"
        )
        assert shown(line).startswith("  ¶ 4/31 ")
        assert shown(line).endswith("q quit  ")


@pytest.mark.parametrize(
    ("width", "there", "gone"),
    [
        (120, "━", "n next"),
        (80, "q quit", "━"),
        (66, "? help   q quit", "/ search"),
        (60, "? help", "q quit"),
        (50, "7 min left", "? help"),
        (40, "22 %", "min"),
        (30, "3/9", "22 %"),
        (20, "¶ 4/31", "22 %"),
        (8, "¶ 4/31", "Ada"),
    ],
)
async def test_narrower_lines_leave_out_what_is_least_needed(width: int, there: str, gone: str) -> None:
    async with status(width, **ACTIVE) as (line, _):
        assert there in shown(line)
        assert gone not in shown(line)


async def test_fields_keep_their_places_when_values_change() -> None:
    async with status(120, **ACTIVE) as (line, _):
        before = shown(line)
        line.paragraph, line.percent, line.minutes_left = 31, 100, 0
        line.active_label, line.active_position, line.active_count = "日本語", 12, 300
        after = shown(line)
        assert before.index("Ada") == after.index("日本語")
        assert before.index("22 %") + 2 == after.index("100 %") + 3
        assert cell_len(after[: after.index("/ search")]) == cell_len(before[: before.index("/ search")])


async def test_the_middle_shows_pending_keys_before_a_message_before_the_active_set() -> None:
    async with status(100, **ACTIVE) as (line, _):
        line.message = "Round the end."
        assert "Round the end." in shown(line)
        assert "Ada" not in shown(line)
        line.pending = "42"
        assert "42" in shown(line)
        assert "Round" not in shown(line)
        line.pending = line.message = ""
        assert "Ada Okafor 3/9" in shown(line)


@pytest.mark.parametrize(("width", "kept"), [(120, "¶ 4/31"), (64, "")])
async def test_a_long_message_takes_the_keys_place_or_the_whole_line(width: int, kept: str) -> None:
    words = "Nothing to step through: / searches, @ lists the names."
    async with status(width, message=words) as (line, _):
        assert words in shown(line)
        assert kept in shown(line)
        assert "q quit" not in shown(line)


async def test_foreign_text_is_one_line_whatever_it_holds() -> None:
    async with status(100, message="two\nlines [b]and[/] brackets") as (line, _):
        assert "two lines [b]and[/]" in shown(line)


async def test_a_set_without_a_current_match_shows_its_count() -> None:
    async with status(100, active_label="river", active_count=0) as (line, _):
        assert "river 0" in shown(line)


@pytest.mark.parametrize(
    ("width", "keys"),
    [
        (91, "Enter go S speaker i card Esc back"),
        (80, "S speaker i card Esc back"),
        (68, "i card Esc back"),
        (60, "Esc back"),
    ],
)
async def test_the_way_out_of_a_panel_is_the_last_key_left_out(width: int, keys: str) -> None:
    words = (("Enter", "go", 0), ("S", "speaker", 0), ("i", "card", 0), ("Esc", "back", 2))
    hints = tuple(KeyHint(*hint) for hint in words)
    async with status(width, key_hints=hints) as (line, _):
        assert " ".join(shown(line).split()).endswith(f"min left {keys}")


async def test_there_may_be_no_keys_to_show() -> None:
    async with status(100, key_hints=()) as (line, _):
        assert shown(line).split() == ["¶", "4/31", "22", "%", "7", "min", "left", "━━━─────────"]


async def test_the_headline_has_no_paragraph_number() -> None:
    async with status(40, paragraph=0) as (line, _):
        assert "¶ –/31" in shown(line)


async def test_the_progress_bar_is_as_long_as_the_part_read() -> None:
    async with status(160, percent=50) as (line, _):
        done = Color.parse(line.app.theme_variables["here"]).rich_color
        assert [s.text for s in line.render_line(0) if s.style and s.style.color == done] == ["━" * 13]


@pytest.mark.parametrize("width", [1, 2, 3, 5, 19, 23, 24, 59, 61, 250])
async def test_the_status_line_fills_its_width_exactly(width: int) -> None:
    async with status(width, **ACTIVE) as (line, _):
        for message in ("", "a message that is rather long for a narrow line"):
            line.message = message
            strip = line.render_line(0)
            assert strip.cell_length == width == cell_len(strip.text)
            assert all(segment.style is not None for segment in strip)


@given(st.integers(0, 300), st.integers(0, 20), st.lists(st.integers(4, 12), max_size=3))
@settings(max_examples=200)
def test_fields_fit_and_more_room_never_takes_one_away(width: int, paragraph: int, hints: list[int]) -> None:
    # Each way of showing fewer keys leaves one out.
    keys = [sum(hints[first:]) + GAP * (len(hints) - first - 1) for first in range(len(hints))]
    shares = fields(width, paragraph, keys)
    taken = [cells for cells in shares if cells]
    if width > paragraph:
        assert sum(taken) + GAP * (len(taken) - 1) <= width
    wider = fields(width + 1, paragraph, keys)
    lost = [name for name in Fields._fields if getattr(shares, name) and not getattr(wider, name)]
    assert lost == []


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "< 1 min"), (1, "1 min left"), (99, "99 min left"), (100, "2 h left"), (6000, "100 h left")],
)
def test_the_time_left_is_short(minutes: int, words: str) -> None:
    assert remaining(minutes) == words
    assert len(words) <= 11


async def test_other_colours_are_taken_up() -> None:
    async with status(100) as (line, pilot):
        before = line.render_line(0)
        assert line.render_line(0) == before
        pilot.app.theme = "textual-light"
        await pilot.pause()
        assert line.render_line(0).text == before.text
        assert line.render_line(0) != before


@pytest.mark.parametrize(
    ("extent", "words"),
    [(Extent.PART, "22 %   7 min left"), (Extent.END, "end"), (Extent.ALL, "all   7 min left")],
)
async def test_a_word_replaces_the_percentage_at_the_end(extent: Extent, words: str) -> None:
    async with status(100, extent=extent) as (line, _):
        assert " ".join(shown(line).split()).startswith("¶ 4/31 " + " ".join(words.split()))


async def test_the_title_is_shown_where_nothing_else_is() -> None:
    async with status(100, title="The day the river moved") as (line, pilot):
        assert "The day the river moved" in shown(line)
        line.message = "Saved."
        await pilot.pause()
        assert "The day the river moved" not in shown(line)


async def test_the_parts_of_the_progress_bar_differ_without_colours() -> None:
    async with status(160, percent=50) as (line, _):
        assert "━─" in shown(line)
