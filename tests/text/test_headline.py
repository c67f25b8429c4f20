"""The byline: words, reading time and dates."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Block, Document, Source
from reader.text.headline import byline, count_words, display_date, minutes


def words(*texts: str) -> int:
    return count_words([Block(text) for text in texts])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one", 1),
        ("The day the river moved", 5),
        ("two  blanks   and\na newline ", 5),
        ("Two words, “quoted” — and a dash", 7),
        ("日本語の文章、組版。", 5),  # eight ideographs
        ("Beijing 北京市 is big", 5),  # three words and three ideographs
        ("ประเทศไทยรวมเลือดเนื้อ ชาติเชื้อไทย", 6),  # 34 letters and marks
        ("ภาษาไทย is Thai", 4),  # seven letters, and two words
        ("ກະຊວງ", 1),
        ("ភាសាខ្មែរ។", 2),  # nine letters and marks; the full stop is not a word
        ("မြန်မာ ၁၉၄၈", 2),
    ],
)
def test_words_are_counted_in_every_script(text: str, count: int) -> None:
    assert words(text) == count


def test_words_of_all_blocks_are_counted() -> None:
    assert words("one two", "", "three") == 3
    assert words() == 0


@given(st.text("ab ", max_size=40), st.integers(0, 3))
def test_a_long_text_is_counted_like_a_short_one(text: str, blanks: int) -> None:
    single = " ".join(text.split())
    long = ["a word " * 3000 + "end", single, *[""] * blanks]
    assert words(*long) == 6001 + len(single.split())


def test_a_long_text_with_double_blanks_is_counted_too() -> None:
    assert words("One.  Two.  " * 3000) == 6000


def test_a_long_text_in_chinese_is_counted_by_characters() -> None:
    assert words("北京市。" * 8000) == 15_000


def test_a_long_text_in_thai_is_counted_by_characters() -> None:
    assert words("ภาษาไทย " * 3000) == 3500


@pytest.mark.parametrize(
    ("count", "expected"), [(0, 1), (1, 1), (230, 1), (812, 4), (1912, 8), (23_000, 100)]
)
def test_the_reading_time_of_a_number_of_words(count: int, expected: int) -> None:
    assert minutes(count) == expected


def test_counting_the_words_of_a_book_does_not_copy_it() -> None:
    blocks = [Block("one two three four " * 20 + "five")] * 2000
    assert count_words(blocks) == 81 * 2000
    tracemalloc.start()
    try:
        count_words(blocks)
        assert tracemalloc.get_traced_memory()[1] < sum(len(block.text) for block in blocks) / 4
    finally:
        tracemalloc.stop()


def test_ideographs_are_counted_in_the_whole_of_a_long_text() -> None:
    assert words(*["日本語 and words"] * 30_000) == 2 * 30_000 + round(3 * 30_000 / 1.6)


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2015-05-28", "28 May 2015"),
        ("2015-05-01", "1 May 2015"),
        ("2015-05-28T14:30", "28 May 2015, 14:30"),
        ("2015-05-28 14:30:00+02:00", "28 May 2015, 14:30"),
        ("2015-05-28T14:30:00Z", "28 May 2015, 14:30"),
        ("2015-05", "May 2015"),
        ("2015-13", "2015-13"),
        ("2015-00", "2015-00"),
        ("2015", "2015"),
        ("2015-02-30", "2015-02-30"),
        ("2015-05-28 at noon", "2015-05-28 at noon"),
        ("last Tuesday", "last Tuesday"),
        ("", ""),
    ],
)
def test_a_date_is_written_out(iso: str, shown: str) -> None:
    assert display_date(iso) == shown


@given(st.one_of(st.text(), st.text("0123456789-T:+Z ", max_size=25)))
def test_any_text_is_accepted_as_a_date(iso: str) -> None:
    assert display_date(iso) or not iso


def article(**rest: Any) -> Document:
    return Document("Title", (Block("word"),), **rest)


def test_a_full_byline() -> None:
    document = article(authors=("Ada Winther",), source=Source("The Daily Example"), published="2015-05-28")
    assert byline(document, 1912) == "Ada Winther · The Daily Example · 28 May 2015 · 1,912 words, 8 min"


@pytest.mark.parametrize(
    ("authors", "shown"),
    [((), ""), (("A",), "A · "), (("A", "B"), "A and B · "), (("A", "B", "C"), "A, B and C · ")],
)
def test_unknown_parts_of_the_byline_are_left_out(authors: tuple[str, ...], shown: str) -> None:
    assert byline(article(authors=authors), 1912) == shown + "1,912 words, 8 min"


@pytest.mark.parametrize(
    ("count", "shown"),
    [(1, "1 word, 1 min"), (27_600, "27,600 words, 2 h"), (600_000, "600,000 words, 43 h 29 min")],
)
def test_a_long_reading_time_is_given_in_hours(count: int, shown: str) -> None:
    assert byline(article(), count) == shown
