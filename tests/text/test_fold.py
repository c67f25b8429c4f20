"""Folding: what counts as equal, and the mapping back to whole characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.text.fold import fold
from tests.strategies import texts

KEPT = st.fixed_dictionaries({"case": st.booleans(), "accents": st.booleans()})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s” «so» „it‟ goes″", '"It\'s" "so" "it" goes"'),
        ("a — b – c − d ‑ e", "a - b - c - d - e"),
        ("over--there---now", "over—there—now"),
        ("one two\u2003three\u3000four\nfive  \n six", "one two three four five six"),
        ("ﬁne ﬂow", "fine flow"),
        ("ＡＢＣ１２３！", "ABC123!"),
        ("ｶﾞｷﾞｸﾞ ﾊﾟﾝ", "ガギグ パン"),
        ("wait…", "wait..."),
        ("co\u00adop\u200bera\u2060tion\ufeff", "cooperation"),
        ("a \u200b b", "a b"),
        ("می\u200cخواهم", "میخواهم"),
        ("❤\ufe0f", "❤"),
        ("İstanbul", "Istanbul"),
        ("½ № x² H₂O", "1/2 No x2 H2O"),
        ("ſo", "so"),
        ("Straße", "Strasse"),
    ],
)
def test_typographic_differences_are_folded(one: str, other: str) -> None:
    assert fold(one, case=True, accents=True).text == fold(other, case=True, accents=True).text
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khalímov", "Khalimov"),
        ("Łódź", "Lodz"),
        ("Søren Ærø Guðmundsson Þór Œuvre", "Soren Aero Gudmundsson Thor Oeuvre"),
        ("ısı", "isi"),
        ("Đặng Hữu", "Dang Huu"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
        ("Ελλάδα", "Ελλαδα"),
        ("ёлка", "елка"),
        ("👍🏽", "👍"),
    ],
)
def test_accents_are_folded_unless_kept(one: str, other: str) -> None:
    assert fold(one, case=True).text == fold(other, case=True).text
    if one != "ısı":
        assert fold(one, case=True, accents=True).text != fold(other, case=True, accents=True).text


@pytest.mark.parametrize("letters", ["йЙ", "がぱ", "कि", "กิ", "한국"])
def test_marks_that_change_the_word_are_not_accents(letters: str) -> None:
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, letters), case=True).text == letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MOSCOW", "moscow"),
        ("МОСКВА", "москва"),
        ("ΟΔΟΣ", "οδος"),
        ("STRASSE", "straße"),
        ("ẞ", "ß"),
    ],
)
def test_case_is_folded_unless_kept(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text
    assert fold("Ada").text == "ada"
    assert fold("Ada", case=True).text == "Ada"
    assert fold("ẞ", case=True).text == "SS"


def test_spacing_accents_are_not_blanks() -> None:
    assert fold("a¨b¯c").text == "a¨b¯c"
    assert fold("it´s").text == "it's"


def test_a_text_that_folds_one_to_one_has_no_stretches() -> None:
    for text in ("plain words", "“typographic” — words", "Ünïcödé", "日本語のテキスト", "Привет"):
        assert fold(text).origin(1, 3) == (1, 3)
        assert not fold(text).edges


def test_many_different_characters_are_folded_together() -> None:
    letters = "".join(map(chr, range(0xC0, 0x180)))
    plain = fold(letters).text
    assert plain == "".join(fold(letter).text for letter in letters)


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        ("xe\u0301y", "e", "e\u0301"),
        ("xe\u0301y", "x", "x"),
        ("xe\u0301y", "y", "y"),
        ("the ﬁne", "i", "ﬁ"),
        ("a  \n b", " ", "  \n "),
        ("a  b", "b", "b"),
        ("so--there", "-", "--"),
        ("co\u00adop", "co", "co"),
        ("co\u00adop", "op", "op"),
        ("co\u00adop", "coop", "co\u00adop"),
        ("go 👩\u200d👩\u200d👧 on", "👧", "👩\u200d👩\u200d👧"),
        ("wait… no", "..", "…"),
        ("1\ufe0f\u20e3", "1", "1\ufe0f\u20e3"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "국", "\u1100\u116e\u11a8"),
        ("ｶﾞ", "ガ", "ｶﾞ"),
    ],
)
def test_a_folded_range_maps_back_to_whole_characters(text: str, part: str, found: str) -> None:
    folded = fold(text)
    at = folded.text.index(part)
    start, end = folded.origin(at, at + len(part))
    assert text[start:end] == found


def test_an_empty_range_maps_back_to_an_empty_range() -> None:
    assert fold("abc").origin(2, 2) == (2, 2)
    assert fold("ab  c").origin(4, 4) == (5, 5)
    assert fold("ab  c").origin(1, 1) == (1, 1)


def test_wide_lists_the_stretches_of_several_characters() -> None:
    assert fold("ß… e\u0301").wide() == [(0, 2), (2, 5)]


@given(texts(), KEPT)
@example("\u0301", {"case": True, "accents": True})
@example(" \u0301  ", {"case": False, "accents": False})
@settings(max_examples=150)
def test_every_range_maps_back_into_the_text(text: str, kept: dict[str, bool]) -> None:
    folded = fold(text, **kept)
    ends = []
    for at in range(len(folded.text)):
        start, end = folded.origin(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in fold(text[start:end], **kept).text
        ends.append((start, end))
    assert ends == sorted(ends)


@given(texts(), KEPT, st.data())
@settings(max_examples=150)
def test_the_original_of_a_range_folds_to_the_range(
    text: str, kept: dict[str, bool], data: st.DataObject
) -> None:
    folded = fold(text, **kept)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(folded.text))] * 2)))
    first, last = folded.origin(start, end)
    assert folded.text[start:end] in fold(text[first:last], **kept).text


@given(st.one_of(texts(), st.text(max_size=12)), KEPT)
@example("\u1100\u1161\u11a8\u0301 \uac00\u11a8", {"case": True, "accents": True})
@example("\u0390 \u1fb3 \u212b \u2126", {"case": False, "accents": True})
@settings(max_examples=200)
def test_composed_and_decomposed_forms_fold_to_the_same(text: str, kept: dict[str, bool]) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed, **kept).text == fold(decomposed, **kept).text


@given(texts(), texts(), KEPT)
@settings(max_examples=100)
def test_joined_texts_fold_like_single_texts(one: str, other: str, kept: dict[str, bool]) -> None:
    parted = "\x00" + other
    assert fold(one + parted, **kept).text == fold(one, **kept).text + fold(parted, **kept).text
