"""Text objects of select mode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Block, Document, Place
from reader.text.motion import after, beginning
from reader.text.page import Page, page
from reader.text.text_objects import KINDS, Ends, extended

TEXTS = ("The river-boat didn’t, e\u0301, stop. It (sank)! I", "", "“Go. Now.” he said. 日本", "...")
PAGE = Page(Document("T", tuple(map(Block, TEXTS))), ())


def words(ends: Ends, whole: Page = PAGE) -> str:
    """The selected words, with a bar between blocks."""
    first, last = sorted(ends)
    spans = whole.spans(first, after(last, whole))
    return "|".join(whole.block(span.block).text[span.start : span.end] for span in spans)


def selected(kind: str, place: Place, *counts: int) -> list[str]:
    """What is selected from a cursor after each count of the object."""
    ends, found = (place, place), []
    for number, count in enumerate(counts):
        ends = extended(kind, ends, PAGE, count, whole=number > 0)
        found.append(words(ends))
    return found


def test_words_grow_word_by_word_and_skip_punctuation() -> None:
    assert selected("word", Place(0, 5), 1, 1, 2) == [
        "river-boat",
        "river-boat didn’t",
        "river-boat didn’t, e\u0301, stop",
    ]
    assert selected("word", Place(0, 5), 2) == ["river-boat didn’t"]


def test_a_word_of_one_letter_grows_too() -> None:
    last = len(TEXTS[0]) - 1
    assert selected("word", Place(0, last), 1, 1) == ["I", "I|“Go"]


def test_punctuation_and_blanks_at_the_cursor() -> None:
    assert selected("word", Place(0, TEXTS[0].index("(")), 1, 1) == ["(", "(sank"]
    assert selected("word", Place(0, 3), 1) == ["river-boat"]


def test_sentences_grow_across_blocks() -> None:
    assert selected("sentence", Place(0, 40), 1, 1, 1) == [
        "It (sank)!",
        "It (sank)! I",
        "It (sank)! I|“Go.",
    ]
    assert selected("sentence", Place(1, 0), 1) == ["“Go."]


def test_paragraphs_grow_across_empty_blocks() -> None:
    assert selected("paragraph", Place(0, 9), 1, 1, 5) == [
        TEXTS[0],
        f"{TEXTS[0]}|{TEXTS[2]}",
        "|".join(filter(None, TEXTS)),
    ]


def test_the_selection_grows_away_from_its_fixed_end() -> None:
    fixed = Place(2, TEXTS[2].index("said"))
    ends = extended("word", (fixed, fixed._replace(offset=fixed.offset - 1)), PAGE)
    assert words(ends) == "he s"
    assert words(extended("sentence", ends, PAGE)) == "Now.” he s"
    assert words(extended("sentence", ends, PAGE, 2)) == "“Go. Now.” he s"
    assert words(extended("paragraph", ends, PAGE, 2)) == f"{TEXTS[0]}|“Go. Now.” he s"


def test_a_selection_that_ends_inside_an_object_grows_to_its_end() -> None:
    assert words(extended("word", (Place(0, 0), Place(0, 5)), PAGE)) == "The river-boat"
    assert words(extended("sentence", (Place(0, 4), Place(0, 5)), PAGE)) == "river-boat didn’t, é, stop."


def test_without_another_object_the_selection_stays() -> None:
    whole = (Place(0, 0), Place(3, 2))
    for kind in KINDS:
        assert extended(kind, whole, PAGE, 3) == whole


def test_without_any_object_the_cursor_stays() -> None:
    bare = Page(Document("T", (Block(""), Block("  "))), ())
    for kind in ("word", "sentence"):
        assert extended(kind, (Place(0, 0), Place(0, 0)), bare) == (Place(0, 0), Place(0, 0))


def test_an_unknown_object_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown text object line; the objects are word, sentence"):
        extended("line", (Place(0, 0), Place(0, 0)), PAGE)


BLOCKS = st.text(st.sampled_from("ab. \n-’日。e\u0301👩\u200d🚀?“”"), max_size=24).map(Block)
PAGES = st.lists(BLOCKS, min_size=1, max_size=4).map(lambda blocks: page(Document("A t.", tuple(blocks))))


@given(PAGES, st.sampled_from(KINDS), st.lists(st.integers(1, 3), min_size=1, max_size=4), st.data())
def test_a_selection_of_objects_only_grows(
    whole: Page, kind: str, counts: list[int], data: st.DataObject
) -> None:
    block = data.draw(st.integers(whole.first, whole.last))
    place = beginning(Place(block, data.draw(st.integers(0, len(whole.block(block).text)))), whole)
    ends = (place, place)
    for number, count in enumerate(counts):
        before, ends = ends, extended(kind, ends, whole, count, whole=number > 0)
        for end in ends:
            assert whole.nearest(end) == end
            assert beginning(end, whole) == end
        if number:
            assert ends[0] == before[0]
            assert ends[1] >= before[1]
