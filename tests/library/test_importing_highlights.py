"""Every highlight of an exported file is added to an article only once."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.export.highlights import Exported
from reader.export.highlights_json import as_json
from reader.library.importing_highlights import combined, read_highlights
from reader.model import Block, Document, Highlight, HighlightColor, HighlightId, WordsAround
from reader.sources.yaml.amend import amended
from reader.sources.yaml.write import dump
from tests.export.exported import marked_documents


def through_json(document: Document) -> tuple[Highlight, ...]:
    """The highlights after they were exported to JSON and read again."""
    [incoming] = read_highlights(as_json([Exported(document)], "2026-11-30").encode(), "x.json")
    return incoming.highlights


@given(marked_documents())
def test_export_and_import_keep_every_highlight_once(document: Document) -> None:
    incoming = through_json(document)
    assert incoming == document.highlights
    bare = replace(document, highlights=())
    taken = combined(bare, incoming)
    assert taken.document.highlights == document.highlights
    assert [one.id for one in taken.document.highlights] == [one.id for one in document.highlights]
    assert [one.pieces for one in taken.document.highlights] == [one.pieces for one in document.highlights]
    # A new list is added after the last key, but a new file ends with the user's own keys.
    plain, marked = replace(bare, extras=()), replace(taken.document, extras=())
    assert amended(dump(plain), "a.yaml", marked, plain).text == dump(replace(document, extras=()))
    again = combined(taken.document, incoming, force=True)
    assert (again.added, again.updated, again.known) == (0, 0, len(incoming))
    assert again.document.highlights == document.highlights


@given(marked_documents(), st.data())
def test_missing_highlights_are_added(document: Document, data: st.DataObject) -> None:
    kept = [one for one in document.highlights if data.draw(st.booleans())]
    result = combined(replace(document, highlights=tuple(kept)), document.highlights)
    assert result.added + result.known == len(document.highlights)
    # The ids of highlights with equal words and time are numbered in the order of the list.
    before, after = (
        sorted(repr(replace(one, id=HighlightId(""))) for one in each.highlights)
        for each in (document, result.document)
    )
    assert after == before


ARTICLE = Document("T", (Block("One two three one two."), Block("More.")))
FIRST = Highlight("One", made="2026-11-30T10:12:00Z", at=WordsAround("1", "", " two three"))


def test_the_same_words_at_another_place_are_another_highlight() -> None:
    other = replace(FIRST, at=WordsAround("1", "three ", " two."))
    taken = combined(replace(ARTICLE, highlights=(FIRST,)), [other, FIRST])
    assert (taken.added, taken.known) == (1, 1)
    assert taken.document.highlights == (FIRST, other)
    # A highlight whose words around it were updated is still the same highlight.
    taken = combined(replace(ARTICLE, highlights=(other,)), [FIRST])
    assert (taken.added, taken.known) == (0, 1)


def test_a_note_on_the_article_is_the_same_if_it_was_made_at_the_same_time() -> None:
    note = Highlight(note="All.", made="2026-11-30T10:12:00Z")
    document = replace(ARTICLE, highlights=(note,))
    changed = replace(note, note="Other.")
    assert combined(document, [changed]).different == 1
    assert combined(document, [changed], force=True).document.highlights == (changed,)
    undated = [Highlight(note="All."), Highlight(note="Other.")]
    assert combined(replace(ARTICLE, highlights=(undated[0],)), undated).added == 1


def test_a_change_of_colour_leaves_place_and_keys_of_the_file() -> None:
    own = replace(FIRST, extras=(("x-a", "b"),))
    theirs = replace(FIRST, color=HighlightColor.PINK, at=WordsAround())
    result = combined(replace(ARTICLE, highlights=(own,)), [theirs], force=True)
    assert result.document.highlights == (replace(own, color=HighlightColor.PINK),)
    assert result.updated == 1


def test_texts_are_cleaned() -> None:
    values = {"articles": [{"highlights": [{"text": " a\x1b[31m ", "note": "b\u202e\r\nc"}]}]}
    [incoming] = read_highlights(json.dumps(values).encode(), "x.json")
    [one] = incoming.highlights
    assert (one.text, one.note) == ("a\u241b[31m", "b\ufffd\nc")
