"""Words and signs know their places, and sentences their starts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotate.tokens import sentence_starts, tokenize


def texts(paragraph: str) -> list[str]:
    return [token.text for token in tokenize(paragraph)]


def starts(paragraph: str) -> list[str]:
    tokens = tokenize(paragraph)
    return [tokens[index].text for index in sorted(sentence_starts(tokens))]


@settings(max_examples=60)
@given(st.text())
def test_every_token_is_its_place_and_all_but_blanks_is_a_token(paragraph: str) -> None:
    tokens = tokenize(paragraph)
    assert all(paragraph[token.start : token.end] == token.text for token in tokens)
    between = [0, *(token.end for token in tokens)], [*(token.start for token in tokens), len(paragraph)]
    assert all(not paragraph[end:start].strip() for end, start in zip(*between, strict=True))


def test_names_with_signs_inside_are_one_word() -> None:
    assert texts("U.S. J. al-Halim O'Hara B&B 3,400.5") == [
        "U.S.",
        "J.",
        "al-Halim",
        "O'Hara",
        "B&B",
        "3,400.5",
    ]


def test_the_possessive_stands_apart() -> None:
    assert texts("Okafor's bridge, the Linds’ house") == [
        "Okafor",
        "'s",
        "bridge",
        ",",
        "the",
        "Linds",
        "’",
        "house",
    ]


def test_a_place_is_cut_from_its_adjective() -> None:
    assert texts("the Brandt-based firm, a Holm-style hat") == [
        "the", "Brandt", "-", "based", "firm", ",", "a", "Holm", "-", "style", "hat",
    ]  # fmt: skip


def test_a_letter_with_its_mark_stays_in_its_word() -> None:
    assert texts("Zoe\u0308 ran") == ["Zoe\u0308", "ran"]


def test_sentences_start_after_ends_quotes_and_colons() -> None:
    assert starts("It rained. Then Holm said: “We left.” (Nobody stayed!) Why?") == [
        "It", "Then", "We", "Nobody", "Why",
    ]  # fmt: skip


def test_a_title_ends_no_sentence() -> None:
    assert starts("Then Dr. Holm met St. Anne in Jan. Rain fell.") == ["Then"]


def test_a_quoted_end_is_an_end() -> None:
    assert starts("“We left.” Holm sat.") == ["We", "Holm"]
