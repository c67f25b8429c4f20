"""Cursor motions of select mode."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Block, BlockKind, Document, Place, Span
from reader.text import cells
from reader.text.flow import Flow
from reader.text.motion import MOTIONS, after, move, paragraph_span, word_at
from reader.text.page import Page, page

TEXTS = st.text(st.sampled_from("ab, \n-’日本かカ。e\u0301\u0301👩\u200d🚀🇩🇪กำ_"), max_size=30)
PAGES = st.lists(st.builds(Block, TEXTS, st.sampled_from(BlockKind)), min_size=1, max_size=5).map(
    lambda blocks: page(Document("A title", tuple(blocks)))
)


FORWARD = ("right", "word", "word_end", "down", "next_sentence", "next_paragraph", "end", "row_end")


class Cursor:
    """A cursor on a page of these paragraphs, `width` cells wide."""

    def __init__(self, *texts: str, width: int = 72) -> None:
        self.page = Page(Document("T", tuple(map(Block, texts))), ())
        self.flow = Flow(self.page, width)
        self.place = Place(0, 0)

    def go(self, motion: str, count: int = 1, column: int | None = None) -> Place:
        self.place = move(motion, self.place, self.page, self.flow, count, column)
        return self.place

    def steps(self, motion: str, many: int = 20) -> list[tuple[int, int]]:
        """The places of the same motion repeated until it no longer moves."""
        out: list[tuple[int, int]] = []
        for _ in range(many):
            before = self.place
            if self.go(motion) == before:
                break
            out.append((self.place.block, self.place.offset))
        return out


def offsets(steps: list[tuple[int, int]]) -> list[int]:
    return [offset for _, offset in steps]


def test_right_and_left_move_by_clusters() -> None:
    cursor = Cursor("ae\u0301👩\u200d🚀🇩🇪日x")
    assert offsets(cursor.steps("right")) == [1, 3, 6, 8, 9]
    assert offsets(cursor.steps("left")) == [8, 6, 3, 1, 0]


def test_right_and_left_skip_invisible_characters() -> None:
    cursor = Cursor("ab  cd\ne", "", "f", width=3)
    assert cursor.steps("right") == [(0, 1), (0, 4), (0, 5), (0, 7), (1, 0), (2, 0)]
    assert cursor.steps("left") == [(1, 0), (0, 7), (0, 5), (0, 4), (0, 1), (0, 0)]


def test_left_from_inside_a_cluster_goes_to_its_beginning() -> None:
    cursor = Cursor("e\u0301x")
    cursor.place = Place(0, 1)
    assert cursor.go("left") == Place(0, 0)


def test_up_and_down_keep_the_column() -> None:
    cursor = Cursor("one two", "日本語", "x", "seven", width=20)
    cursor.place = Place(0, 4)
    assert cursor.go("down", column=4) == Place(1, 2)
    assert cursor.go("down", column=4) == Place(2, 0)
    assert cursor.go("down", column=4) == Place(3, 4)
    assert cursor.go("down", column=4) == Place(3, 4)
    assert cursor.go("up", 2) == Place(1, 2)
    assert cursor.go("up", 99) == Place(0, 4)


def test_down_into_a_row_that_ends_inside_a_word() -> None:
    cursor = Cursor("abcdefgh ij", width=4)
    cursor.place = Place(0, 3)
    assert offsets(cursor.steps("down")) == [7, 10]


def test_motions_by_word() -> None:
    cursor = Cursor("Don’t go, well-known  man!", "", " Next")
    assert cursor.steps("word") == [
        (0, 6),
        (0, 8),
        (0, 10),
        (0, 14),
        (0, 15),
        (0, 22),
        (0, 25),
        (2, 1),
        (2, 4),
    ]
    assert cursor.steps("back") == [
        (2, 1),
        (0, 25),
        (0, 22),
        (0, 15),
        (0, 14),
        (0, 10),
        (0, 8),
        (0, 6),
        (0, 0),
    ]
    ends = [(0, 4), (0, 7), (0, 8), (0, 13), (0, 14), (0, 19), (0, 24), (0, 25), (2, 4)]
    assert cursor.steps("word_end") == ends


def test_motions_by_word_in_other_scripts() -> None:
    assert offsets(Cursor("東京でカレーを food").steps("word")) == [2, 3, 6, 8, 11]
    assert offsets(Cursor("नमस्ते दुनिया").steps("word")) == [7, 11]
    assert offsets(Cursor("cafe\u0301 x").steps("word_end")) == [3, 6]
    assert offsets(Cursor("l'été d’or").steps("word")) == [6, 9]


def test_combining_marks_on_a_blank_or_without_a_base() -> None:
    assert offsets(Cursor("\u0301- a").steps("word")) == [3]
    assert offsets(Cursor("a\n\u0301b c").steps("word")) == [2, 5]
    assert offsets(Cursor("a  \u0301b").steps("word")) == [2, 4]
    assert offsets(Cursor("a\u200d- b").steps("word")) == [4]
    assert word_at(Place(0, 1), Cursor(" \u0301").page) is None
    assert word_at(Place(0, 0), Cursor("\u0301b").page) == Span(0, 0, 2)


def test_a_word_on_the_first_row_of_another_block() -> None:
    cursor = Cursor("one", "two")
    cursor.place = Place(1, 0)
    assert cursor.go("back") == Place(0, 0)
    assert cursor.go("back") == Place(0, 0)
    assert cursor.go("word", 2) == Place(1, 2)
    assert Cursor("one", "").steps("word") == [(1, 0)] == Cursor("", "").steps("word_end")


def test_motions_to_the_ends_of_a_row() -> None:
    cursor = Cursor("one two three", width=8)
    cursor.place = Place(0, 2)
    assert cursor.go("row_end") == Place(0, 6)
    assert cursor.go("row_start") == Place(0, 0)


def test_motions_by_paragraph() -> None:
    cursor = Cursor("one", "two", "three")
    assert cursor.steps("next_paragraph") == [(1, 0), (2, 0), (2, 4)]
    assert cursor.steps("previous_paragraph") == [(2, 0), (1, 0), (0, 0)]


def test_motions_to_the_top_and_the_end() -> None:
    cursor = Cursor("one", "two e\u0301")
    assert cursor.go("end") == Place(1, 4)
    assert cursor.go("top") == Place(0, 0)


def test_a_motion_is_repeated_by_its_count() -> None:
    cursor = Cursor("one two three four")
    assert cursor.go("word", 2) == Place(0, 8)
    assert cursor.go("right", 3) == Place(0, 11)
    assert cursor.go("left", 99) == Place(0, 0)


def test_an_unknown_motion_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown motion sideways"):
        Cursor("x").go("sideways")


def test_the_headline_is_part_of_the_page() -> None:
    whole = page(Document("Title", (Block("Text"),)))
    flow = Flow(whole, 20)
    assert move("back", Place(0, 0), whole, flow) == move("top", Place(0, 2), whole, flow) == Place(-1, 0)
    assert move("down", Place(-1, 1), whole, flow) == Place(0, 1)


@pytest.mark.parametrize(
    ("text", "offset", "end"),
    [
        ("ab", 0, 1),
        ("ab", 1, 2),
        ("ab", 2, 2),
        ("e\u0301x", 0, 2),
        ("🇩🇪🇫🇷", 0, 2),
        ("a\nb", 1, 2),
        ("", 0, 0),
    ],
)
def test_after_gives_the_end_of_a_cluster(text: str, offset: int, end: int) -> None:
    assert after(Place(0, offset), Cursor(text).page) == Place(0, end)


@pytest.mark.parametrize(
    ("offset", "word"),
    [
        (0, "Don’t"),
        (3, "Don’t"),
        (5, ""),
        (6, "well-known"),
        (10, "well-known"),
        (16, ""),
        (18, "X"),
        (19, ""),
        (99, ""),
    ],
)
def test_the_word_at_a_place(offset: int, word: str) -> None:
    text = "Don’t well-known, X"
    span = word_at(Place(0, offset), Cursor(text).page)
    assert (text[span.start : span.end] if span else "") == word


def test_sentences_are_passed_across_blocks() -> None:
    cursor = Cursor("One. Two (no. 5)!", "", "Three? “Four,” he said. Fi", width=12)
    assert cursor.steps("next_sentence") == [(0, 5), (2, 0), (2, 7), (2, 24), (2, 25)]
    assert cursor.steps("previous_sentence") == [(2, 24), (2, 7), (2, 0), (0, 5), (0, 0)]
    assert cursor.go("next_sentence", 3) == Place(2, 7)
    cursor.place = Place(2, 10)
    assert cursor.go("previous_sentence") == Place(2, 7)


def test_the_paragraph_at_a_place() -> None:
    whole = Cursor("Zero.", "One two. Three four.").page
    assert paragraph_span(Place(1, 11), whole) == Span(1, 0, 20)


@settings(max_examples=60)
@given(PAGES, st.integers(1, 30), st.lists(st.sampled_from(sorted(MOTIONS)), max_size=8), st.data())
def test_the_cursor_is_always_on_a_visible_cluster(
    whole: Page, width: int, motions: list[str], data: st.DataObject
) -> None:
    flow = Flow(whole, width)
    block = data.draw(st.integers(whole.first, whole.last))
    place = Place(block, data.draw(st.integers(0, len(whole.block(block).text))))
    for number, motion in enumerate(motions):
        before, place = place, move(motion, place, whole, flow, data.draw(st.integers(1, 3)))
        row = flow.row(flow.y_of(place))
        text = whole.block(place.block).text
        seen = text[row.start : flow.visible_end(row)]
        inside = place.offset - row.start
        assert inside == 0 or cells.floor(cells.advance(seen), inside) == inside < len(seen)
        if number and motion in FORWARD:
            assert place >= before
        elif number:
            assert place <= before


def test_the_cursor_passes_every_cluster_once() -> None:
    cursor = Cursor("The e\u0301nd—日本語。 Again and again 👩\u200d🚀.", "Next", width=7)
    there = [(0, 0), *cursor.steps("right", 99)]
    back = [tuple(cursor.place), *cursor.steps("left", 99)]
    assert there == back[::-1]
