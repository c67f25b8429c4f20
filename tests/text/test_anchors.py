"""Finding a passage again after the article was edited."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Status
from reader.text.alignment import Alignment
from reader.text.anchors import CONTEXT, Anchor, Found, anchor_of, find, find_all
from tests.article_edits import EditedArticle, Place
from tests.text.river_story import MAYOR, RIVER, STORY, SURVEY, TREATY, articles


def anchor(words: str, old: list[str] = STORY) -> Anchor:
    """The anchor of the first occurrence of the words."""
    block = next(index for index, text in enumerate(old) if words in text)
    start = old[block].index(words)
    return anchor_of(old, block, start, start + len(words))


def found_words(found: Found, new: list[str]) -> tuple[Status, int, str]:
    return found.status, found.block, new[found.block][found.start : found.end]


@settings(max_examples=50)
@given(articles.filter(bool), st.data())
def test_an_anchor_describes_its_passage(old: list[str], data: st.DataObject) -> None:
    block = data.draw(st.integers(0, len(old) - 1))
    start = data.draw(st.integers(0, len(old[block])))
    end = data.draw(st.integers(start, len(old[block])))
    made = anchor_of(old, block, start, end)
    assert made.exact == old[block][start:end]
    assert old[block][:start].endswith(made.before)
    assert old[block][end:].startswith(made.after)
    found = find(made, old, Alignment(old, list(old)))
    assert found == Found(Status.MAPPED, block, start, end)
    alone = find(made, old)
    assert not alone.status.sure or alone[1:] == (block, start, end)


def test_the_context_is_whole_words_of_at_least_the_usual_length() -> None:
    made = anchor("the line")
    assert made.before == "map. The survey of 1871 had drawn "
    assert made.after == " along the water."
    assert len(made.before) >= CONTEXT


def test_the_context_grows_until_it_distinguishes_equal_words() -> None:
    same = "The same sentence stands here twice, word for word, and it is quite long indeed."
    old = [f"First. {same}", f"Second. {same}"]
    made = anchor_of(old, 1, len(old[1]) - len("indeed."), len(old[1]))
    assert made.before.startswith("Second.")
    assert found_words(find(made, old), old) == (Status.EXACT, 1, "indeed.")


def test_a_range_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no range 3 to 99 in paragraph 0"):
        anchor_of(["short"], 0, 3, 99)


def test_words_with_their_whole_context_are_exact_wherever_they_moved() -> None:
    new = ["A new first paragraph.", SURVEY, RIVER]
    assert found_words(find(anchor("the line"), new), new) == (Status.EXACT, 1, "the line")


def test_words_are_mapped_where_the_old_text_is_known() -> None:
    new = [*STORY[:3], SURVEY.replace("the water", "the old water"), TREATY]
    made = anchor("had drawn the line")
    assert found_words(find(made, new), new) == (Status.MOVED, 3, "had drawn the line")
    found = find(made, new, Alignment(STORY, new))
    assert found_words(found, new) == (Status.MAPPED, 3, "had drawn the line")


def test_an_anchor_without_offset_is_mapped_by_its_paragraph_and_context() -> None:
    new = [*STORY[:3], SURVEY.replace("the water", "the old water"), TREATY]
    made = replace(anchor("had drawn the line"), offset=None)
    assert find(made, new, Alignment(STORY, new)).status is Status.MAPPED


def test_changed_words_are_lost_near_their_old_place() -> None:
    new = ["New.", *STORY[:3], SURVEY.replace("1871", "1872"), TREATY]
    found = find(anchor("survey of 1871"), new, Alignment(STORY, new))
    assert found.status is Status.LOST
    assert found.block == 4
    assert found.start == found.end == SURVEY.index("survey")


def test_words_that_occur_twice_are_lost_without_context() -> None:
    new = [RIVER.replace("border had moved", "border moved"), "The border is here, and the border is there."]
    assert find(Anchor("border", block=1), [*new, RIVER]).status is Status.LOST


def test_equal_words_in_the_hinted_paragraph_are_reported_as_moved() -> None:
    new = ["Yes, sir.", RIVER, "Yes, sir."]
    assert found_words(find(Anchor("Yes, sir.", block=2), new), new) == (Status.MOVED, 2, "Yes, sir.")


def test_a_short_paragraph_that_moved_must_be_confirmed() -> None:
    """Its copy in another place has the same anchor."""
    old = [RIVER, "Advertisement", MAYOR, "Advertisement", SURVEY]
    new = [RIVER, MAYOR, "Advertisement", SURVEY]
    assert find(anchor_of(old, 1, 0, 13), new).status is Status.MOVED
    assert find(anchor_of(old, 1, 0, 13), new, Alignment(old, new)).status is Status.MOVED


def test_typographic_variants_count_as_equal() -> None:
    new = [text.replace("“", '"').replace("”", '"') for text in STORY]
    assert found_words(find(anchor("“We woke up,”"), new), new) == (Status.EXACT, 1, '"We woke up,"')


def test_words_written_by_hand_need_no_context() -> None:
    assert found_words(find(Anchor("does not say which river"), STORY), STORY) == (
        Status.EXACT,
        4,
        "does not say which river",
    )


def test_a_point_is_found_between_its_contexts() -> None:
    at = RIVER.index("by morning")
    made = anchor_of(STORY, 0, at, at)
    assert made.exact == ""
    new = [TREATY, RIVER]
    assert find(made, new) == Found(Status.EXACT, 1, at, at)
    new = [RIVER.replace("by morning the border", "then everything")]
    assert find(made, new) == Found(Status.MOVED, 0, at, at)


@pytest.mark.parametrize("empty", [Anchor(""), Anchor(" "), Anchor("a\x00b"), Anchor("", block=99)])
def test_an_anchor_without_words_is_lost(empty: Anchor) -> None:
    assert find(empty, STORY).status is Status.LOST
    assert find(empty, []).status is Status.LOST


@pytest.mark.parametrize("seed", range(60))
def test_certain_results_are_correct_after_random_edits(seed: int) -> None:
    random = Random(seed)
    edited = EditedArticle([*STORY, "The ford was dry that year, and nobody crossed it."], [MAYOR], random)
    old = edited.texts
    anchors = []
    for block, text in enumerate(old):
        for _ in range(4):
            start = random.randrange(len(text))
            anchors.append(anchor_of(old, block, start, random.randint(start + 1, len(text))))
    for _ in range(random.randint(1, 3)):
        edited.edit()
    new = edited.texts
    for answers in (find_all(anchors, new, Alignment(old, new)), find_all(anchors, new)):
        for sought, found in zip(anchors, answers, strict=True):
            if found.status.sure:
                assert sought.block is not None
                assert sought.offset is not None
                true = edited.place_of(sought.block, sought.offset, sought.offset + len(sought.exact))
                place = Place(*found[1:])
                assert place == true or (true is None and edited.is_copy(sought.block, place))


def test_words_that_were_copied_are_not_sure_if_the_original_was_edited() -> None:
    old = ["One day the ferry stopped at noon, as it always did.", "He has three words: “stop the ferry”."]
    copied = [old[0], old[1], "She had many other words for him: “stop the ferry”."]
    anchor = anchor_of(old, 1, 21, 36)
    assert anchor.exact == "stop the ferry”"
    assert find(anchor, copied, Alignment(old, copied)).status is Status.MOVED
    added = [*old, "Nothing else was said that day."]
    assert find(anchor, added, Alignment(old, added)).status is Status.MAPPED
