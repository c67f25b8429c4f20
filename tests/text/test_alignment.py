"""Aligning two versions of an article."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings

from reader.model import Status
from reader.text.alignment import Alignment, Found
from tests.article_edits import EditedArticle
from tests.text.river_story import MAYOR, RIVER, STORY, SURVEY, TREATY, articles


def mapped_words(new: list[str], words: str, old: list[str] = STORY) -> tuple[int, str] | None:
    """The paragraph and the text to which words of the old text are mapped."""
    block = next(index for index, text in enumerate(old) if words in text)
    start = old[block].index(words)
    found = Alignment(old, new).map_span(block, start, start + len(words))
    return None if found is None else (found.block, new[found.block][found.start : found.end])


@settings(max_examples=40)
@given(articles)
def test_an_unchanged_text_is_mapped_to_itself(old: list[str]) -> None:
    alignment = Alignment(old, list(old))
    for block, text in enumerate(old):
        for offset in range(len(text) + 1):
            assert alignment.map_span(block, offset, len(text)) == Found(
                Status.MAPPED, block, offset, len(text)
            )
            assert alignment.map_place(block, offset) == Found(Status.MAPPED, block, offset, offset)


@settings(max_examples=50)
@given(articles, articles)
def test_runs_hold_the_same_characters_and_never_overlap(old: list[str], new: list[str]) -> None:
    alignment = Alignment(old, new)
    claimed: set[tuple[int, int]] = set()
    for block, text in enumerate(old):
        end = 0
        for run in alignment.runs(block):
            assert end <= run.start <= run.end
            end = run.end
            length = run.end - run.start
            assert new[run.block][run.new_start : run.new_start + length] == text[run.start : run.end]
            places = {(run.block, run.new_start + step) for step in range(length)}
            assert claimed.isdisjoint(places)
            claimed |= places


@settings(max_examples=50)
@given(articles, articles)
def test_every_old_place_maps_to_a_place_in_the_new_text(old: list[str], new: list[str]) -> None:
    alignment = Alignment(old, new)
    for block, text in enumerate(old):
        for offset in range(len(text) + 1):
            found = alignment.map_place(block, offset)
            assert found.start == found.end
            if new:
                assert 0 <= found.start <= len(new[found.block])


@pytest.mark.parametrize("seed", range(40))
def test_only_characters_that_are_the_same_are_mapped(seed: int) -> None:
    random = Random(seed)
    edited = EditedArticle(STORY * 2 + [RIVER + TREATY], [MAYOR, SURVEY, "It rained."], random)
    old = edited.texts
    for _ in range(random.randint(1, 6)):
        edited.edit()
    alignment = Alignment(old, edited.texts)
    for block in range(len(old)):
        for run in alignment.runs(block):
            assert edited.texts[run.block][run.new_start :].startswith(old[block][run.start : run.end])


def test_a_paragraph_is_followed_when_others_are_inserted_and_deleted() -> None:
    new = ["A new beginning.", RIVER, "Something else was said here.", TREATY]
    assert mapped_words(new, "border had moved") == (1, "border had moved")
    assert mapped_words(new, "which river") == (3, "which river")
    assert mapped_words(new, "the bridge was") is None


def test_a_paragraph_is_followed_when_it_moves() -> None:
    new = [TREATY, RIVER, MAYOR, "* * *", SURVEY]
    assert mapped_words(new, "which river") == (0, "which river")


def test_both_parts_of_a_split_paragraph_are_followed() -> None:
    first, second = SURVEY.split(" The ")
    new = [RIVER, MAYOR, "* * *", first, "The " + second, TREATY]
    assert mapped_words(new, "pointed at the map") == (3, "pointed at the map")
    assert mapped_words(new, "survey of 1871") == (4, "survey of 1871")
    assert mapped_words(new, "the map. The survey") is None


def test_joined_paragraphs_are_followed() -> None:
    new = [RIVER + " " + MAYOR, "* * *", SURVEY, TREATY]
    assert mapped_words(new, "moved with it.") == (0, "moved with it.")
    assert mapped_words(new, "the bridge") == (0, "the bridge")


def test_words_around_a_changed_word_are_mapped_and_the_changed_word_is_not() -> None:
    new = [*STORY[:3], SURVEY.replace("1871", "1872"), TREATY]
    assert mapped_words(new, "The survey of") == (3, "The survey of")
    assert mapped_words(new, "had drawn the line") == (3, "had drawn the line")
    assert mapped_words(new, "survey of 1871") is None
    assert mapped_words(new, "1871") is None


def test_words_around_inserted_and_deleted_words_are_mapped() -> None:
    new = [
        RIVER.replace("by morning", "by the next morning"),
        *STORY[1:4],
        TREATY.replace("the mill and ", ""),
    ]
    assert mapped_words(new, "the border had moved") == (0, "the border had moved")
    assert mapped_words(new, "It names the bank") == (4, "It names the bank")
    assert mapped_words(new, "old ford") == (4, "old ford")
    assert mapped_words(new, "the mill") is None


def test_equal_short_paragraphs_keep_their_order() -> None:
    old = [RIVER, "Yes.", MAYOR, "Yes.", SURVEY]
    alignment = Alignment(old, ["New.", *old])
    assert alignment.map_span(1, 0, 3) == Found(Status.MAPPED, 2, 0, 3)
    assert alignment.map_span(3, 0, 3) == Found(Status.MAPPED, 4, 0, 3)


def test_a_short_paragraph_is_not_followed_past_its_neighbours() -> None:
    alignment = Alignment([RIVER, "Yes.", MAYOR, SURVEY], [RIVER, MAYOR, SURVEY, "Yes."])
    assert alignment.map_span(1, 0, 3) is None


def test_neither_of_two_copies_is_chosen() -> None:
    assert mapped_words([RIVER, RIVER, *STORY[1:]], "by morning") is None


def test_a_copy_elsewhere_does_not_change_where_the_original_is_mapped() -> None:
    assert mapped_words([*STORY, RIVER], "by morning") == (0, "by morning")


def test_an_unchanged_copy_is_not_mapped_if_the_original_was_edited() -> None:
    new = [RIVER.replace("night", "evening"), *STORY[1:], RIVER]
    assert mapped_words(new, "by morning") is None


def test_one_of_two_equal_words_is_not_chosen() -> None:
    old = ["It was a very long day, and the the border moved again."]
    new = ["It was a very long day, and the border moved again."]
    assert mapped_words(new, "It was a very long day", old) == (0, "It was a very long day")
    assert mapped_words(new, "border moved again", old) == (0, "border moved again")
    assert mapped_words(new, "the border", old) is None


def test_the_first_word_is_not_mapped_if_a_copy_is_inserted() -> None:
    old, new = ["The end of the long story."], ["The The end of the long story."]
    assert mapped_words(new, "The end", old) is None
    assert mapped_words(new, "end of the", old) == (0, "end of the")


def test_a_point_is_mapped_only_if_the_characters_around_it_are_unchanged() -> None:
    new = [RIVER.replace("night, and", "night and then, and"), *STORY[1:]]
    alignment = Alignment(STORY, new)
    at = RIVER.index("river")
    assert alignment.map_span(0, at, at) == Found(Status.MAPPED, 0, at, at)
    at = RIVER.index("night") + len("night")
    assert alignment.map_span(0, at, at) is None


def test_the_edge_of_a_paragraph_is_not_mapped_where_words_were_added() -> None:
    alignment = Alignment([RIVER], ["Look: " + RIVER])
    assert alignment.map_span(0, 0, 0) is None
    assert alignment.map_span(0, len(RIVER), len(RIVER)) is not None


def test_a_place_in_a_deleted_word_maps_to_the_nearest_surviving_word() -> None:
    new = [*STORY[:3], SURVEY.replace("of 1871 ", ""), TREATY]
    found = Alignment(STORY, new).map_place(3, SURVEY.index("1871") + 3)
    assert found.status is Status.MOVED
    assert new[3][found.start :].startswith("had drawn")


def test_a_place_in_a_deleted_paragraph_maps_to_the_next_paragraph() -> None:
    assert Alignment(STORY, [RIVER, "* * *", SURVEY, TREATY]).map_place(1, 20) == Found(Status.MOVED, 1, 0, 0)


def test_a_place_in_the_deleted_last_paragraph_maps_to_the_end_of_the_previous_one() -> None:
    assert Alignment(STORY, STORY[:4]).map_place(4, 9) == Found(Status.MOVED, 3, len(SURVEY), len(SURVEY))


def test_a_place_is_lost_when_nothing_survives() -> None:
    assert Alignment(STORY, ["Gone."]).map_place(4, 9) == Found(Status.LOST, 0, 0, 0)
    assert Alignment(STORY, []).map_place(0, 0) == Found(Status.LOST, 0, 0, 0)


@pytest.mark.parametrize("place", [(5, 0, 0), (-1, 0, 0), (0, 3, 2), (0, 0, 999), (0, -1, 2)])
def test_a_range_outside_the_old_text_is_refused(place: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="the old text has no range"):
        Alignment(STORY, STORY).map_span(*place)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["a" * 200_000], ["a" * 199_999]),
        (["a b " * 50_000], ["a b " * 49_999 + "c"]),
        (["ab cd. " * 30_000], ["ab cd. " * 15_000 + "x" + "ab cd. " * 15_000]),
        (["Yes."] * 50_000, ["Yes."] * 49_999),
        ([f"Line {n}" for n in range(50_000)], [f"Line {n}" for n in range(50_000, 0, -1)]),
        ([f"{n} " * 50 for n in range(1_000)], [f"{n} x " * 50 for n in range(1_000)]),
    ],
    ids=["one word", "two words", "one phrase", "equal lines", "reversed lines", "every word apart"],
)
@pytest.mark.timeout(30)
def test_a_hostile_text_is_aligned_in_linear_time(old: list[str], new: list[str]) -> None:
    Alignment(old, new).map_place(0, 3)
