"""The word lists: format, notices, size."""

from __future__ import annotations

import pytest

from reader.annotate.lexicon.word_lists import (
    LISTS,
    base_forms,
    gazetteer,
    is_dictionary_word,
    list_parts,
    list_words,
)
from tests.annotate.finding import short_id

NAMES = sorted(path.stem for path in LISTS.glob("*.txt") if "notice" not in path.name)


@pytest.mark.parametrize("name", NAMES, ids=short_id)
def test_a_list_states_its_origin_and_has_clean_words(name: str) -> None:
    head = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith("# ")
    assert all(word and word == word.strip() and "#" not in word for word in list_words(name))


def test_the_vocabulary_has_its_license_notice() -> None:
    notice = (LISTS / "vocabulary.notice.txt").read_text(encoding="utf-8")
    assert "Kevin Atkinson" in notice
    assert "Permission to use, copy, modify, distribute" in notice


def test_the_lists_are_small() -> None:
    assert sum(path.stat().st_size for path in LISTS.glob("*.txt")) < 400_000


@pytest.mark.parametrize(
    "word",
    [
        "river",
        "rivers",
        "walked",
        "stopping",
        "stories",
        "making",
        "quietly",
        "boxes",
        "harbour",
        "organised",
        "defence",
        "centres",
    ],
    ids=short_id,
)
def test_dictionary_words_and_their_forms(word: str) -> None:
    assert is_dictionary_word(word)


@pytest.mark.parametrize("word", ["okafor", "brandt", "nairobi", "", "xs"], ids=short_id)
def test_words_that_are_not_in_the_dictionary(word: str) -> None:
    assert not is_dictionary_word(word)


def test_base_forms_of_a_word() -> None:
    assert {"stop", "stopp", "stoppe"} == set(base_forms("stopped"))
    assert base_forms("glass") == []


def test_given_names_come_in_three_parts() -> None:
    women, men, both = list_parts("given_names")
    assert "Ada" in women
    assert "Jonas" in men
    assert "Kim" in both


def test_the_gazetteer_has_places_and_organizations() -> None:
    assert {"Kenya", "Nairobi", "UNESCO"} <= gazetteer()
