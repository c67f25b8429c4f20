"""The words of a highlight are found at their place, and never at a wrong place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Block, BlockKind, Document, Highlight, Span, Status, WordsAround
from reader.reading.highlighting import new_highlight
from reader.sources.yaml.article import read
from reader.sources.yaml.write import dump
from reader.text.alignment import Alignment
from reader.text.highlight_places import HighlightPlaces, kept, moved, trimmed, words_of
from tests.strategies import documents, marked

RIVER = (
    Block("The river moved in the night, and the treaty does not say which river."),
    Block("Background", BlockKind.HEADING),
    Block("“The water did not ask us,” said Ada Okafor."),
    Block("def f():\n    return 1\n\n\nprint(f())", BlockKind.CODE),
    Block("The river moved again.", id="again"),
)


def spans(text: str, blocks: tuple[Block, ...] = RIVER) -> tuple[Span, ...]:
    """The first place of some words. A bar stands between the words of two blocks: `a|b|c`."""
    parts = text.split("|")
    for first in range(len(blocks) - len(parts) + 1):
        at = [blocks[first + n].text.find(part) for n, part in enumerate(parts)]
        if min(at) >= 0:
            return tuple(Span(first + n, at[n], at[n] + len(part)) for n, part in enumerate(parts))
    raise AssertionError(text)


def found(text: str, *at: str, blocks: tuple[Block, ...] = RIVER) -> Highlight:
    return HighlightPlaces(blocks).placed(Highlight(text, at=WordsAround(*at)))


# --- where the words are ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "the treaty does not say",
        "The river moved",  # occurs twice
        "river",
        "Background",
        "“The water did not ask us,”",
        "return 1\n\n\nprint(f())",
        "which river.|Background",
        "Background|“The water did not ask us,” said Ada Okafor.|def f():",
        "said Ada Okafor.|def f():\n    return 1\n\n\nprint(f())|The river moved",
        "return 1\n\n\nprint(f())|The river",
        "def f():\n    return 1\n\n\nprint(f())",
    ],
)
def test_a_new_highlight_is_found_where_it_was_made(words: str) -> None:
    document = Document("T", RIVER)
    new = new_highlight(document, spans(words))
    again = HighlightPlaces(RIVER).placed(replace(new, pieces=()))
    assert (again.pieces, again.status) == (new.pieces, Status.EXACT)


@pytest.mark.slow
@settings(max_examples=30)
@given(documents(), st.data())
def test_no_written_highlight_is_read_at_another_place(document: Document, data: st.DataObject) -> None:
    pieces = data.draw(marked(document.blocks))
    if not pieces:
        return
    new = new_highlight(document, pieces)
    written = dump(replace(document, highlights=(new,)))
    (again,) = read(written.encode(), "a.yaml").document.highlights
    assert again == new
    assert again.pieces in ((), pieces) or not again.status.sure


def test_words_that_occur_once_need_no_context() -> None:
    assert found("the treaty does not say").status is Status.EXACT
    assert found("the treaty does not say").pieces == spans("the treaty does not say")


def test_other_quotation_marks_spaces_and_cases_of_marks_count_as_equal() -> None:
    one = found('"The water  did not ask us,"')
    assert (one.pieces, one.status) == (spans("“The water did not ask us,”"), Status.EXACT)


def test_words_that_occur_twice_are_lost_without_a_context() -> None:
    assert found("The river moved").status is Status.LOST
    assert found("The river moved").pieces == ()


@pytest.mark.parametrize("reference", ["again", "4"])
def test_the_paragraph_tells_two_places_apart(reference: str) -> None:
    one = found("The river moved", reference, "", " again.")
    assert (one.pieces, one.status) == ((Span(4, 0, 15),), Status.EXACT)


def test_a_context_that_differs_makes_the_place_uncertain() -> None:
    one = found("the treaty does not say", "1", "moved, and ", " a word")
    assert (one.pieces, one.status) == (spans("the treaty does not say"), Status.MOVED)


def test_words_that_are_gone_are_lost() -> None:
    one = found("nobody has written this", "1")
    assert (one.pieces, one.status) == ((), Status.LOST)


@pytest.mark.parametrize(
    "text",
    [
        "which river.\n\nnot the heading",
        "which\n\nBackground",  # not the end of its paragraph
        "Background\n\nwater did not",  # not the beginning of its paragraph
        "print(f())\n\nThe river moved again.\n\nmore than there is",
        "before the first\n\nThe river moved in the night, and the treaty does not say which river.",
    ],
)
def test_parts_that_are_not_adjacent_are_lost(text: str) -> None:
    assert found(text).status is Status.LOST


def test_equal_parts_are_told_apart_by_what_follows_them() -> None:
    code = Block("a = 1\n\n\nb = 2", BlockKind.CODE)
    blocks = (Block("So:"), code, Block("One."), Block("So:"), code, Block("Two."))
    document = Document("T", blocks)
    for first in (0, 3):
        pieces = (Span(first, 0, 3), Span(first + 1, 0, 13), Span(first + 2, 0, 4))
        one = HighlightPlaces(blocks).placed(replace(new_highlight(document, pieces), pieces=()))
        assert (one.pieces, one.status) == (pieces, Status.EXACT)


def test_an_id_that_occurs_twice_does_not_name_the_second_block() -> None:
    copy = Block("the same words again and again in two paragraphs of the article", id="same")
    document = Document("T", (copy, copy))
    new = new_highlight(document, (Span(1, 4, 8),))
    assert new.at.paragraph == "2"
    assert HighlightPlaces(document.blocks).placed(new).pieces == (Span(1, 4, 8),)


def test_a_blank_block_between_the_parts_is_skipped() -> None:
    blocks = (Block("One."), Block(" "), Block(" Two. "))
    one = found("One.\n\nTwo.", blocks=blocks)
    assert (one.pieces, one.status) == ((Span(0, 0, 4), Span(2, 1, 5)), Status.EXACT)


def test_an_unknown_paragraph_reference_is_ignored() -> None:
    assert found("the treaty does not say", "99").status is Status.EXACT
    assert found("the treaty does not say", "nowhere").status is Status.EXACT


def test_a_note_on_the_article_has_no_place() -> None:
    note = Highlight(note="All of it.")
    assert HighlightPlaces(RIVER).placed(note) is note


def test_blanks_at_the_ends_are_not_highlighted() -> None:
    texts = ["  a b  ", "   ", "c"]
    whole = [Span(n, 0, len(text)) for n, text in enumerate(texts)]
    pieces = trimmed(whole, texts)
    assert pieces == (Span(0, 2, 5), Span(2, 0, 1))
    assert words_of(pieces, texts) == "a b\n\nc"


# --- after an edit of the text ----------------------------------------------------------------------------

TEXTS = [block.text for block in RIVER]


def after(words: str, *texts: str) -> Highlight:
    """A highlight after the article has become `texts`."""
    document = Document("T", RIVER)
    one = replace(new_highlight(document, spans(words)), status=Status.LOST)
    places = {one.place_key: one.pieces}
    (out,) = moved([replace(one, pieces=())], places, Alignment(TEXTS, texts))
    return out


def test_a_highlight_moves_with_its_paragraph() -> None:
    one = after("the treaty does not say", "A new one.", *TEXTS)
    assert (one.pieces, one.status) == ((Span(1, 34, 57),), Status.MAPPED)


def test_the_second_of_two_equal_passages_stays_the_second() -> None:
    document = Document("T", RIVER)
    one = new_highlight(document, (Span(4, 0, 15),))
    texts = ["The river moved at last.", *TEXTS]
    (out,) = moved([one], {one.place_key: one.pieces}, Alignment(TEXTS, texts))
    assert (out.pieces, out.status) == ((Span(5, 0, 15),), Status.MAPPED)


def test_a_highlight_over_paragraphs_moves_with_them() -> None:
    one = after("said Ada Okafor.|def f():", "New.", "New too.", *TEXTS)
    assert [span.block for span in one.pieces] == [4, 5]
    assert one.status is Status.MAPPED


def test_a_paragraph_between_the_parts_makes_the_place_uncertain() -> None:
    one = after("said Ada Okafor.|def f():", *TEXTS[:3], "Between.", *TEXTS[3:])
    assert [span.block for span in one.pieces] == [2, 4]
    assert one.status is Status.MOVED


def test_words_that_were_edited_are_lost() -> None:
    one = after("the treaty does not say", "The river moved, and nobody says a word.", *TEXTS[1:])
    assert one.status is Status.LOST
    assert one.pieces == ()


def test_a_place_that_no_longer_has_the_words_is_not_used() -> None:
    document = Document("T", RIVER)
    one = new_highlight(document, spans("the treaty does not say"))
    for places in (
        {one.place_key: (Span(9, 0, 3),)},
        {one.place_key: (Span(0, 0, 3),)},
        {one.place_key: ()},
        {},
    ):
        assert moved([one], places, Alignment(TEXTS, ["New.", *TEXTS])) == (one,)
        assert kept([one], places, TEXTS)[0].pieces == one.pieces


def test_in_the_same_text_a_certain_place_stays_certain() -> None:
    document = Document("T", RIVER)
    one = new_highlight(document, (Span(4, 0, 15),))
    lost = replace(one, pieces=(), status=Status.LOST)
    (out,) = kept([lost], {one.place_key: one.pieces}, TEXTS)
    assert (out.pieces, out.status) == (one.pieces, Status.MAPPED)
    assert kept([one], {one.place_key: one.pieces}, TEXTS) == (one,)
