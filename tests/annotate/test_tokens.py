"""Tokens, their offsets and the starts of sentences."""

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
def test_tokens_cover_the_text_except_white_space(paragraph: str) -> None:
    tokens = tokenize(paragraph)
    assert all(paragraph[token.start : token.end] == token.text for token in tokens)
    between = [0, *(token.end for token in tokens)], [*(token.start for token in tokens), len(paragraph)]
    assert all(not paragraph[end:start].strip() for end, start in zip(*between, strict=True))


def test_punctuation_inside_a_name_does_not_split_it() -> None:
    assert texts("U.S. J. al-Halim O'Hara B&B 3,400.5") == [
        "U.S.",
        "J.",
        "al-Halim",
        "O'Hara",
        "B&B",
        "3,400.5",
    ]


def test_the_possessive_is_a_token() -> None:
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


def test_a_name_is_split_from_its_participle() -> None:
    assert texts("the Brandt-based firm, a Holm-style hat") == [
        "the", "Brandt", "-", "based", "firm", ",", "a", "Holm", "-", "style", "hat",
    ]  # fmt: skip


def test_a_combining_accent_stays_in_its_word() -> None:
    assert texts("Zoe\u0308 ran") == ["Zoe\u0308", "ran"]


def test_sentences_start_after_full_stops_quotes_and_colons() -> None:
    assert starts("It rained. Then Holm said: “We left.” (Nobody stayed!) Why?") == [
        "It", "Then", "We", "Nobody", "Why",
    ]  # fmt: skip


def test_an_abbreviated_title_does_not_end_a_sentence() -> None:
    assert starts("Then Dr. Holm met St. Anne in Jan. Rain fell.") == ["Then"]


def test_a_full_stop_inside_a_quote_ends_the_sentence() -> None:
    assert starts("“We left.” Holm sat.") == ["We", "Holm"]
