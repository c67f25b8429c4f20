"""Line breaking: rows add up to the text, fit, and break at the right places."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text import cells
from reader.text.wrap import BLANKS, chop, indentation, visible_end, wrap, wrap_parts

TEXTS = st.text(
    st.sampled_from(
        "aab e \n\n-–—’日本。「」、（\u3000e\u0301\u200d\ufe0f❤👩🚀🇩🇪กำ\u00a0\u202f한\u1112\u1161ן1कि🏽"
    ),
    max_size=60,
)
WIDTHS = st.one_of(st.integers(1, 9), st.integers(10, 300))


def between(starts: list[int], text: str) -> list[tuple[int, int]]:
    """The rows of `text` that begin at `starts`, as half-open ranges."""
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def rows(text: str, width: int) -> list[str]:
    """The visible text of the rows."""
    return [text[start : visible_end(text, start, end)] for start, end in between(wrap(text, width), text)]


@given(TEXTS, WIDTHS)
@example("", 1)
@example("\n", 1)
@example("日" * 9, 1)
@example("  a", 1)
def test_rows_add_up_to_the_text(text: str, width: int) -> None:
    found = between(wrap(text, width), text)
    assert "".join(text[start:end] for start, end in found) == text
    assert found[0][0] == 0
    assert all(start < end for start, end in found) or found == [(0, 0)]


@given(TEXTS, WIDTHS)
def test_rows_fit_and_cut_no_cluster(text: str, width: int) -> None:
    breaks = set(wrap(text, width)) - {0}
    for row in rows(text, width):
        alone = cells.ceil(cells.advance(row), 0) == len(row)
        assert cells.width(row) <= width or alone
    offset = 0
    for line in text.split("\n"):
        table = cells.advance(line)
        inside = {offset + i for i in range(1, len(line)) if table[i] == table[i + 1]}
        assert not inside & breaks
        offset += len(line) + 1


@given(TEXTS, WIDTHS)
def test_no_row_begins_with_a_blank_or_contains_a_newline(text: str, width: int) -> None:
    for start, end in between(wrap(text, width), text):
        assert "\n" not in text[start : end - 1]
        if start and text[start - 1] != "\n" and text[start] in BLANKS:
            assert (
                cells.advance(text[start:end])[1] == cells.advance(text[start:end])[2]
            )  # a blank with a combining mark


@given(st.lists(st.text("abcdefgh,.", min_size=1, max_size=8), min_size=1, max_size=40), st.integers(8, 40))
def test_plain_words_break_like_textwrap(words: list[str], width: int) -> None:
    text = " ".join(words)
    assert rows(text, width) == textwrap.wrap(text, width)


@given(st.text(st.sampled_from("aaabc ,-  "), max_size=80), st.integers(1, 30))
def test_the_fast_and_the_measured_ways_give_the_same_rows(text: str, width: int) -> None:
    usual = wrap(text, width)
    assert wrap(text.replace("a", "é"), width) == usual  # plain, not ASCII
    assert wrap(text.replace("a", "א"), width) == usual  # measured


@pytest.mark.parametrize("width", [0, -1])
def test_a_width_of_zero_is_refused(width: int) -> None:
    with pytest.raises(ValueError, match="cells wide"):
        wrap("text", width)
    with pytest.raises(ValueError, match="cells wide"):
        chop("text", 4, width)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("one    two", 3, ["one", "two"]),
        ("one ", 3, ["one"]),
        ("one two   ", 3, ["one", "two"]),
        ("a\n\nb\n", 5, ["a", "", "b"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("an abcdefgh", 3, ["an", "abc", "def", "gh"]),
        ("to 10\u00a0km", 6, ["to", "10\u00a0km"]),
        ("    far in", 8, ["    far", "in"]),
    ],
)
def test_breaks_at_blanks_and_newlines(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("a well-known man", 8, ["a", "well-", "known", "man"]),  # longer than a row
        ("it is well-known", 12, ["it is", "well-known"]),  # only five cells would fit in the first row
        ("it is Danish-built", 14, ["it is Danish-", "built"]),
        ("it is Danish-built", 12, ["it is", "Danish-built"]),
        ("it is Danish-built", 99, ["it is Danish-built"]),
        ("the years 191418-20", 17, ["the years", "191418-20"]),
        ("they came — all", 11, ["they came —", "all"]),
        ("the bridge—“open”", 14, ["the bridge—", "“open”"]),
        ("the bridge—, open", 11, ["the", "bridge—,", "open"]),
        ("run --verbose-mode", 14, ["run --verbose-", "mode"]),
        ("the end--nobody", 11, ["the", "end--nobody"]),
        ("the ending--nobody", 13, ["the ending--", "nobody"]),
        ("ein donau-dampf-schiff", 16, ["ein donau-dampf-", "schiff"]),
        ("it is Danish-built ן", 14, ["it is Danish-", "built ן"]),
        ("it is well-known ן", 12, ["it is", "well-known ן"]),
    ],
)
def test_a_word_breaks_after_a_hyphen_or_dash_where_that_helps(
    text: str, width: int, expected: list[str]
) -> None:
    assert rows(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("日本語の文章", 6, ["日本語", "の文章"]),
        ("日本語の文章", 7, ["日本語", "の文章"]),
        ("日本語。文章", 6, ["日本", "語。文", "章"]),
        ("日本「語」文", 6, ["日本", "「語」", "文"]),
        ("日本っと", 4, ["日", "本っ", "と"]),
        ("ラーメン屋", 4, ["ラー", "メン", "屋"]),
        ("日本 abc 語", 5, ["日本", "abc", "語"]),
        ("日本abc語", 6, ["日本", "abc語"]),
        ("日本\u3000語", 4, ["日本", "語"]),
        ("。。。。。。", 4, ["。。", "。。", "。。"]),
        ("한국어 문장", 8, ["한국어", "문장"]),
        ("日本", 1, ["日", "本"]),
    ],
)
def test_breaks_in_east_asian_text(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


def test_a_long_word_is_broken_between_characters() -> None:
    assert rows("e\u0301" * 5, 2) == ["e\u0301e\u0301", "e\u0301e\u0301", "e\u0301"]
    assert rows("👩\u200d🚀" * 3, 5) == ["👩\u200d🚀👩\u200d🚀", "👩\u200d🚀"]
    assert rows("🇩🇪🇫🇷", 3) == ["🇩🇪", "🇫🇷"]


def test_a_blank_with_a_combining_mark_is_not_a_blank() -> None:
    assert rows("ab \u0301cd", 3) == ["ab \u0301", "cd"]
    assert rows("ab \u0301cd", 2) == ["ab", " \u0301c", "d"]


@given(TEXTS, WIDTHS, WIDTHS, st.integers(0, 9))
def test_rows_of_code_add_up_to_it_and_fit(text: str, first: int, rest: int, hang: int) -> None:
    starts = chop(text, first, rest + hang, hang)
    found = between(starts, text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for start, end in found:
        row = text[start : visible_end(text, start, end)]
        assert "\n" not in text[start:end].removesuffix("\n")
        begins = start == 0 or text[start - 1] == "\n"
        width = first if begins else rest + hang - min(indentation(text, start), hang)
        assert cells.width(row) <= width or cells.ceil(cells.advance(row), 0) == len(row)


@pytest.mark.parametrize(
    ("code", "first", "rest", "hang", "expected"),
    [
        ("if x:\n    return one\n\ny", 8, 6, 0, ["if x:", "", "return", "one", "", "y"]),
        ("if x:\n    return one\n\ny", 10, 9, 3, ["if x:", "    return", "one", "", "y"]),
        ("put back; oiled", 12, 10, 0, ["put back;", "oiled"]),
        ("see https://example.org/a b", 8, 8, 0, ["see http", "s://exam", "ple.org/", "a b"]),
        ("x = 1      # one", 6, 6, 0, ["x = 1", "# one"]),
        ("one  ", 3, 3, 0, ["one"]),
        ("ab cd\u0301e", 4, 4, 0, ["ab", "cd\u0301e"]),
        ("ab \u0301cd", 3, 3, 0, ["ab \u0301", "cd"]),
        ("日本 日本", 5, 4, 0, ["日本", "日本"]),
    ],
)
def test_code_is_broken_at_blanks(code: str, first: int, rest: int, hang: int, expected: list[str]) -> None:
    found = between(chop(code, first, rest, hang), code)
    assert [code[start : visible_end(code, start, end)] for start, end in found] == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Ada · The Example · 2015", 30, ["Ada · The Example · 2015"]),
        ("Ada · The Example · 2015", 17, ["Ada · The Example · ", "2015"]),
        ("Ada · The Example · 2015", 12, ["Ada · ", "The Example · ", "2015"]),
        ("Ada · The Example · 2015", 9, ["Ada · ", "The ", "Example · ", "2015"]),
        ("The Example of all · 2015", 11, ["The Example ", "of all · ", "2015"]),
        ("The Example of all · 2015", 14, ["The Example of ", "all · 2015"]),
        (" · a", 1, [" · ", "a"]),
        ("", 1, [""]),
    ],
)
def test_a_text_of_parts_breaks_between_parts_first(text: str, width: int, expected: list[str]) -> None:
    found = between(wrap_parts(text, width, " · "), text)
    assert [text[start:end] for start, end in found] == expected
