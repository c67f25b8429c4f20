"""The user's changes to quotes and entities, carried over to a new text of the article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from reader.library.importing import IMPORTED_FROM, file_text, with_changes_kept, with_detected
from reader.model import Block, Document
from tests.article_text import load_text
from tests.strategies import documents

OLD = (
    "“We cannot ask anyone to drive over it,” said Maria Lund, who leads the council.",
    "“Nobody walks round by the mill,” said Jonas Brandt, a baker from Aldport.",
    "Lund spoke of a ferry. “It is a small ferry, and it will have to do,” she said.",
)


def article(*texts: str) -> Document:
    """An article as its importer gives it."""
    return Document("The bridge", tuple(map(Block, texts)))


def filed(document: Document) -> Document:
    """The document as it is read from its file after an import."""
    return load_text(file_text(with_detected(document), "x"), "x").document


def again(document: Document, before: Document) -> Document:
    """The document that an import writes over the file of `before`."""
    return filed(with_changes_kept(document, before))


def said(document: Document) -> list[tuple[str, str]]:
    return [(quote.text, quote.speaker) for quote in document.quotes]


def names(document: Document) -> list[str]:
    return [entity.name for entity in document.entities]


NEW = (
    OLD[0],
    "“Nobody asked us,” said Peter Holm, a fisherman.",
    OLD[1].replace("Nobody walks", "Nobody at all walks"),
    OLD[2],
)


def test_lists_that_the_user_did_not_change_are_detected_again() -> None:
    before = filed(article(*OLD))
    assert again(article(*NEW), before) == filed(article(*NEW))


def test_items_that_the_user_removed_do_not_return() -> None:
    before = filed(article(*OLD))
    before = replace(
        before,
        quotes=before.quotes[2:],
        entities=tuple(one for one in before.entities if one.name != "Jonas Brandt"),
    )
    out = again(article(*NEW), before)
    assert said(out) == [
        ("Nobody asked us,", "Peter Holm"),
        ("It is a small ferry, and it will have to do,", "Maria Lund"),
    ]
    assert "Jonas Brandt" not in names(out)
    assert "Peter Holm" in names(out)


def test_a_correction_of_a_quote_is_kept_when_a_word_of_it_changes() -> None:
    before = filed(article(*OLD))
    changed = replace(before.quotes[1], speaker="The baker", context="At the market")
    before = replace(before, quotes=(before.quotes[0], changed, before.quotes[2]))
    out = again(article(*NEW), before)
    assert said(out)[2] == ("Nobody at all walks round by the mill,", "The baker")
    assert out.quotes[2].context == "At the market"
    assert all(quote.pieces for quote in out.quotes)


def test_only_corrected_quotes_are_kept_when_their_words_are_gone() -> None:
    before = filed(article(*OLD))
    changed = replace(before.quotes[0], speaker="The mayor")
    before = replace(before, quotes=(changed, *before.quotes[1:]))
    out = again(article("Nothing was said at all.", OLD[2]), before)
    assert said(out) == [
        ("We cannot ask anyone to drive over it,", "The mayor"),
        ("It is a small ferry, and it will have to do,", "Maria Lund"),
    ]
    assert [len(quote.pieces) for quote in out.quotes] == [0, 1]


def test_a_renamed_person_is_not_detected_again() -> None:
    before = filed(article(*OLD))
    lund = next(one for one in before.entities if one.name == "Maria Lund")
    renamed = replace(lund, name="Maria Lund-Hansen", aliases=("Maria Lund", "Lund"), about="By hand.")
    before = replace(before, entities=tuple(renamed if one is lund else one for one in before.entities))
    out = again(article(*NEW, "Maria Lund went home."), before)
    assert [one.about for one in out.entities if "Lund" in one.name] == ["By hand."]
    assert len(next(one for one in out.entities if one.about == "By hand.").mentions) == 3


def test_unchanged_entities_are_removed_when_their_words_are_gone() -> None:
    before = filed(article(*OLD))
    kept = replace(before.entities[0], about="By hand.")
    out = again(article("Nothing was said at all."), replace(before, entities=(kept, *before.entities[1:])))
    assert names(out) == [kept.name]


def test_an_item_to_which_the_user_added_keys_is_kept() -> None:
    before = filed(article(*OLD))
    noted = replace(before.quotes[0], extras=(("x-checked", {"by": ["me"]}),))
    out = again(article(*OLD[1:]), replace(before, quotes=(noted, *before.quotes[1:])))
    assert [quote.extras for quote in out.quotes] == [noted.extras, (), ()]


def test_extra_keys_of_the_file_are_kept() -> None:
    before = replace(filed(article(*OLD)), extras=((IMPORTED_FROM, "/old"), ("x-folder", "bridges")))
    out = with_changes_kept(replace(article(*NEW), extras=((IMPORTED_FROM, "/new"),)), before)
    assert out.extras == ((IMPORTED_FROM, "/new"), ("x-folder", "bridges"))


def test_lists_that_the_source_gives_are_not_detected() -> None:
    before = filed(article(*OLD))
    source = replace(filed(article(*NEW)), quotes=before.quotes[:1], entities=before.entities[:1])
    out = with_changes_kept(source, replace(before, quotes=before.quotes[:1], entities=before.entities[:1]))
    assert said(out) == said(before)[:1]
    assert names(out) == names(before)[:1]


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(documents(), documents())
def test_no_change_of_the_user_is_lost_in_any_text(new: Document, before: Document) -> None:
    bare = replace(new, quotes=(), entities=(), quotes_given=False, entities_given=False)
    out = with_changes_kept(bare, before)
    found = with_detected(replace(before, quotes=(), entities=(), quotes_given=False, entities_given=False))
    if before.quotes_given:
        theirs = {(quote.text, quote.speaker) for quote in found.quotes}
        assert {quote.speaker for quote in out.quotes} >= {
            quote.speaker for quote in before.quotes if (quote.text, quote.speaker) not in theirs
        }
    if before.entities_given:
        assert {one.about for one in out.entities} >= {one.about for one in before.entities if one.about}
    for quote in out.quotes:
        for piece in quote.pieces:
            assert piece.end <= len(out.blocks[piece.block].text)
