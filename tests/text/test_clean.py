"""Cleaning: what is kept, what is replaced, and that nothing gets past it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text.clean import MARKS, clean, clean_line, is_clean
from tests.strategies import raw_text

ANY = st.one_of(raw_text(), st.text(st.characters(codec=None)))
"""Any string that Python allows, including lone surrogates."""


def is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in "\u200c\u200d"


RANGES = (
    *((0, 9), (0x0B, 0x1F), (0x7F, 0x9F), (0x2028, 0x202E), (0x2066, 0x2069)),
    *((0xD800, 0xDFFF), (0xFDD0, 0xFDEF), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F)),
)
FORBIDDEN = frozenset(
    (
        *(0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF),
        *(code for low, high in RANGES for code in range(low, high + 1)),
        *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)),
    )
)
"""The safety rules, written a second time in another way."""


def test_every_code_point_is_kept_or_replaced_by_the_rules() -> None:
    allowed = "x".join(chr(code) for code in range(0x110000) if code not in FORBIDDEN)
    assert clean(allowed) is allowed
    # Alone and beside other text, because ASCII text takes another path than other text.
    stopped = map(chr, FORBIDDEN)
    assert [sign for sign in stopped if is_clean(sign) or is_clean(f"é{sign}") or sign in clean(sign)] == []


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"),
        ("\x9b31m \x9d0;title\x9c", "\ufffd31m \ufffd0;title\ufffd"),
        ("a\u202eb\u2066c\u2069", "a\ufffdb\ufffdc\ufffd"),
        ("\ud800x\udfff", "\ufffdx\ufffd"),
        ("\ufffe\uffff\ufdd0\U0010ffff", "\ufffd" * 4),
        ("\ufff9a\ufffab\ufffb", "\ufffda\ufffdb\ufffd"),
        ("\U000e0001\U000e0041\U000e007f", "\ufffd" * 3),
        ("\ufeffco\u00adop\u200be\u2060ra\u200et\u200fe\u061c", "cooperate"),
    ],
)
def test_control_characters_become_visible_or_are_removed(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "plain\ntext ~",
        "“Ünïcödé” — naïve…\u00a0!",
        "日本語　中文 한국어",
        "עברית العربية नमस्ते ไทย",
        "👩\u200d👩\u200d👧 ❤\ufe0f می\u200cخواهم",
        "e\u0301" * 20,
        "\ue000 private",
        "——————————————",
    ],
)
def test_text_of_any_script_is_unchanged(text: str) -> None:
    assert clean(text) is text


def test_at_most_eight_combining_marks_in_a_row_are_kept() -> None:
    assert clean("e" + "\u0301" * 50 + "x") == "e" + "\u0301" * MARKS + "x"
    assert clean("e" + "\u0301\u200d" * 50) == "e" + "\u0301\u200d" * (MARKS // 2)
    assert clean("e" + "\u0301" * 8 + "\u200b" + "\u0301" * 8) == "e" + "\u0301" * 8
    assert clean("a" + "\ufe0f" * 9) == "a" + "\ufe0f" * 8


def test_every_kind_of_mark_is_counted() -> None:
    marks = filter(is_mark, map(chr, range(0x110000)))
    assert [hex(ord(mark)) for mark in marks if len(clean(mark * 20)) != MARKS] == []


@settings(max_examples=300)
@given(ANY)
@example("\r\u200e\n")
@example("\ud83d\ude00")
def test_cleaned_text_is_clean_and_cleaning_is_idempotent(text: str) -> None:
    cleaned = clean(text)
    assert not FORBIDDEN.intersection(map(ord, cleaned))
    assert clean(cleaned) == cleaned
    assert is_clean(cleaned)
    assert is_clean(text) is (cleaned == text)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(("a", "\u0301", "\u200d", "\ufe0f", "\u200b", "-", "字")), max_size=60))
def test_runs_of_combining_marks_are_limited(parts: list[str]) -> None:
    run = 0
    for character in clean("".join(parts)):
        run = run + 1 if is_mark(character) else 0
        assert run <= MARKS


@settings(max_examples=200)
@given(ANY)
def test_clean_line_returns_one_line(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert "  " not in line
    assert line == line.strip() == clean_line(line)
    assert is_clean(line)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  a\n\n b\t c ", "a b c"),
        ("a\u2028b", "a b"),
        ("Qui\u00a0? 山田　太郎", "Qui\u00a0? 山田　太郎"),
        ("\n", ""),
    ],
)
def test_clean_line_joins_lines_and_keeps_other_kinds_of_blank(raw: str, line: str) -> None:
    assert clean_line(raw) == line
