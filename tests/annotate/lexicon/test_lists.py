"""The word lists: their form, their notices, their size."""

from __future__ import annotations

import pytest

from reader.annotate.lexicon.lists import HERE, bases, gazetteer, is_common, parts, words

NAMES = sorted(path.stem for path in HERE.glob("*.txt") if "notice" not in path.name)


@pytest.mark.parametrize("name", NAMES)
def test_a_list_names_its_origin_and_holds_clean_words(name: str) -> None:
    head = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith("# ")
    assert all(word and word == word.strip() and "#" not in word for word in words(name))


def test_the_vocabulary_keeps_its_notice() -> None:
    notice = (HERE / "vocabulary.notice.txt").read_text(encoding="utf-8")
    assert "Kevin Atkinson" in notice
    assert "Permission to use, copy, modify, distribute" in notice


def test_the_lists_are_small() -> None:
    assert sum(path.stat().st_size for path in HERE.glob("*.txt")) < 400_000


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
)
def test_common_words_and_their_forms(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["okafor", "brandt", "nairobi", "", "xs"])
def test_words_that_are_not_common(word: str) -> None:
    assert not is_common(word)


def test_bases_of_a_word() -> None:
    assert {"stop", "stopp", "stoppe"} == set(bases("stopped"))
    assert bases("glass") == []


def test_given_names_come_in_three_parts() -> None:
    women, men, both = parts("given_names")
    assert "Ada" in women
    assert "Jonas" in men
    assert "Kim" in both


def test_places_and_organisations_are_one_set() -> None:
    assert {"Kenya", "Nairobi", "UNESCO"} <= gazetteer()
