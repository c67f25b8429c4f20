"""Subscripts and superscripts as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.sub_and_superscript import PLAIN, script_text
from tests.strategies import texts


@pytest.mark.parametrize(
    ("before", "tag", "text", "readable"),
    [
        ("m", "sup", "2", "²"),
        ("10", "sup", "−6", "⁻⁶"),
        ("10", "sup", "-6", "⁻⁶"),
        ("2", "sup", "n+1", "ⁿ⁺¹"),
        ("2", "sup", "n", "ⁿ"),
        ("A", "sup", "T", "ᵀ"),
        ("", "sup", "14", "¹⁴"),
        ("H", "sub", "2", "₂"),
        ("x", "sub", "max", "ₘₐₓ"),
        ("SO₄", "sup", "2−", "²⁻"),
        ("x", "sup", "a,b", "^(a,b)"),
        ("x", "sup", "(a,b)", "^(a,b)"),
        ("2", "sup", "n + 1", "^(n + 1)"),
        ("e", "sup", "x²", "^(x²)"),
        ("x", "sup", "?", "^?"),
        ("x", "sub", "C", "_C"),
        ("V", "sub", "DD", "_(DD)"),
        ("x", "sub", "1,2", "_(1,2)"),
        ("cells", "sup", "1,2", "¹,²"),
        ("10", "sup", "1,5", "^(1,5)"),
        ("word", "sup", " 3 ", " ³ "),
        ("Acme", "sup", "TM", "™"),
        ("n", "sup", "o", "º"),
        ("20", "sup", "o", "º"),
        ("n", "sup", "th", "ᵗʰ"),
    ],
)
def test_an_index_or_an_exponent_is_readable(before: str, tag: str, text: str, readable: str) -> None:
    assert script_text(tag, text, before) == readable


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("1", "st"),
        ("on the 22", "nd"),
        ("21", "e"),
        ("au XIX", "e"),
        ("François I", "er"),
        ("M", "me"),
        ("word", "[12]"),
        ("word", "[citation needed]"),
        ("Acme", "®"),
        ("word", "*"),
        ("m", "²"),
        ("Title ", "new"),
        ("word", "as told to the writers of this page"),
        ("word", " "),
    ],
)
def test_ordinals_notes_and_small_words_stay_as_they_are(before: str, text: str) -> None:
    assert script_text("sup", text, before) == text


@given(st.sampled_from(["sub", "sup"]), texts(), texts())
def test_no_letter_and_no_digit_is_lost(tag: str, text: str, before: str) -> None:
    def plain(words: str) -> str:
        return "".join(char for char in (PLAIN.get(char, char) for char in words) if char.isalnum())

    if text.strip() not in ("TM", "tm"):
        assert plain(script_text(tag, text, before).replace("º", "o")) == plain(text.replace("º", "o"))
