"""Reading `highlights:` of an article file, with warnings; and writing them in place."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from reader.errors import ArticleError
from reader.model import (
    BlockKind,
    Document,
    Highlight,
    HighlightColor,
    HighlightId,
    Quote,
    Span,
    Status,
    WordsAround,
)
from reader.reading.corrections import Correction, SetSpeaker, corrected
from reader.reading.highlighting import (
    AddHighlight,
    ChangeHighlight,
    DropHighlight,
    MoveHighlight,
    new_highlight,
)
from reader.sources.yaml.amend import amended
from reader.sources.yaml.article import Article, check, read
from reader.sources.yaml.write import dump
from tests.numbered_ids import numbered
from tests.numbered_ids import quote as q

HEAD = """\
# By hand.
title: The river
paragraphs:
  - The border moved, and the treaty does not say which river.
  - heading: Background
  - Ada said “no” to Bo.   # as heard
  - The border moved.
"""


def article(text: str) -> Article:
    return read((HEAD + dedent(text)).encode(), "river.yaml")


def highlights(text: str) -> tuple[Highlight, ...]:
    """The highlights of a file without faults."""
    found = article(text)
    assert [str(fault) for fault in found.faults] == []
    return found.document.highlights


def warnings(text: str) -> list[str]:
    return [str(fault).removeprefix("river.yaml:") for fault in article(text).faults]


# --- reading ------------------------------------------------------------------------------------------


def test_a_highlight_with_every_key() -> None:
    one, note = highlights(
        """\
        highlights:
          - text: the treaty does not say which river
            color: pink
            note: |
              Ask the ministry. #follow-up

              Twice, (#why?)  #follow-up
            made: 2026-11-30T10:12:00Z
            at: {paragraph: 1, before: "moved, and ", after: "."}
            x-mine: kept
          - note: The whole piece rests on one survey.
        """
    )
    assert one == Highlight(
        "the treaty does not say which river",
        HighlightColor.PINK,
        "Ask the ministry. #follow-up\n\nTwice, (#why?)  #follow-up",
        "2026-11-30T10:12:00Z",
        WordsAround("1", "moved, and ", "."),
        (("x-mine", "kept"),),
    )
    assert (one.pieces, one.status, one.tags) == ((Span(0, 22, 57),), Status.EXACT, ("follow-up",))
    assert (note.text, note.pieces, note.note) == ("", (), "The whole piece rests on one survey.")


@pytest.mark.parametrize(
    ("note", "tags"),
    [
        ("#a #b #a", ("a", "b")),
        ("#a, #b; #c: #d. #e! #f? ##g #", ("a", "b", "c", "d", "e", "f")),
        ("no#tag a #日本 #a-b_c/d", ("日本", "a-b_c/d")),
        ("line\n#two\n\t#three", ("two", "three")),
        ("", ()),
    ],
)
def test_tags_are_the_words_of_the_note_with_a_number_sign(note: str, tags: tuple[str, ...]) -> None:
    assert Highlight(note=note).tags == tags


def test_a_highlight_typed_by_hand_needs_only_its_words() -> None:
    (one,) = highlights("highlights: [{text: which river}]")
    assert (one.color, one.at, one.made) == (HighlightColor.YELLOW, WordsAround(), "")
    assert (one.pieces, one.status) == ((Span(0, 46, 57),), Status.EXACT)


def test_words_over_paragraphs_and_in_a_heading() -> None:
    both, heading = highlights(
        """\
        highlights:
          - text: |-
              which river.

              Background

              Ada said “no”
          - text: Background
        """
    )
    assert both.pieces == (Span(0, 46, 58), Span(1, 0, 10), Span(2, 0, 13))
    assert both.status is Status.EXACT
    assert article("").document.blocks[heading.pieces[0].block].kind is BlockKind.HEADING


def test_the_paragraph_of_a_place_may_be_an_id() -> None:
    text = "title: T\nparagraphs: [{text: the river, id: one}, {text: the river, id: two}]\n"
    text += "highlights: [{text: river, at: {paragraph: two, before: 'the '}}]\n"
    (one,) = read(text.encode(), "a").document.highlights
    assert one.pieces == (Span(1, 4, 9),)
    assert one.status is Status.MOVED  # the same words are also in another paragraph


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("highlights: [{text: nobody wrote this}]",
         ['8:21: highlight "nobody wrote this" is not in the text, or occurs more than once']),
        ("highlights: [{text: The border moved}]",
         ['8:21: highlight "The border moved" is not in the text, or occurs more than once']),
        ("highlights: [{text: say which river, at: {before: 'knows '}}]",
         ['8:21: highlight "say which river" may be at another place: the words around it differ']),
        ("highlights: [{color: pink, text: Background}, {color: pink}]",
         ["8:47: an item of highlights without text and note is left out"]),
        ("highlights: [~]", ["8:14: an empty item of highlights is left out"]),
    ],
)  # fmt: skip
def test_warnings_name_the_line_and_the_column(text: str, expected: list[str]) -> None:
    assert warnings(text) == expected


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("color: red", "8:40", "red"),
        ("color: yelow", "8:40", "yellow"),
        ("made: yesterday", "8:39", "is no date; expected one such as 2026-11-30T10:12:00Z"),
        ("at: {pargraph: 1}", "8:38", "did you mean paragraph?"),
        ("colour: pink", "8:33", "did you mean color?"),
    ],
)
def test_a_value_of_another_form_is_reported_and_the_highlight_kept(
    text: str, where: str, words: str
) -> None:
    found = article(f"highlights: [{{text: Background, {text}}}]")
    (fault,) = found.faults
    assert str(fault).startswith(f"river.yaml:{where}: ")
    assert words in str(fault)
    assert [one.text for one in found.document.highlights] == ["Background"]


@pytest.mark.parametrize("at", ["at: here", "at: [1, 2]", "at: 4"])
def test_a_place_that_is_no_mapping_is_reported(at: str) -> None:
    text = f"highlights: [{{text: Background, {at}}}]"
    assert any(str(fault).startswith("river.yaml:8:37: ") for fault in told(text))


def told(text: str) -> list[str]:
    return [str(fault) for fault in check((HEAD + text).encode(), "river.yaml")]


@pytest.mark.parametrize("text", ["the river", "[{text: Background, note: {a: b}}]", "[{text: [a]}]"])
def test_a_text_in_place_of_a_list_and_a_list_in_place_of_a_text_are_errors(text: str) -> None:
    assert told(f"highlights: {text}") != []
    with pytest.raises(ArticleError, match=r"^river\.yaml:8:"):
        article(f"highlights: {text}")


@pytest.mark.parametrize("empty", ["highlights:\n", "highlights: []\n", "highlights: ~\n"])
def test_an_empty_list_has_no_highlights(empty: str) -> None:
    assert highlights(empty) == ()


def test_writing_reading_and_writing_give_the_same_bytes() -> None:
    document = article("").document
    for spans in ((Span(0, 0, 16),), (Span(0, 46, 58), Span(1, 0, 10)), ()):
        new = new_highlight(document, spans, HighlightColor.BLUE, "- a: b #c\n\n  'x'\n")
        document = corrected(numbered(document), AddHighlight(new))
    written = dump(document)
    again = read(written.encode(), "a.yaml")
    assert again.faults == ()
    assert again.document == document
    assert [one.pieces for one in again.document.highlights] == [one.pieces for one in document.highlights]
    assert dump(again.document) == written


# --- writing in place ---------------------------------------------------------------------------------


def read_text(text: str) -> Document:
    return numbered(read(text.encode(), "a.yaml").document)


def after(text: str, *made: Correction) -> str:
    """The text after changes. Checks that it reads as the changed article."""
    document = read_text(text)
    for change in made:
        document = corrected(document, change)
    out = amended(text, "a.yaml", document).text
    assert read_text(out) == document
    return out


ADDED = AddHighlight(Highlight("Background", pieces=(Span(1, 0, 10),), made="2026-11-30"))


LINES = "highlights:\n  - text: Background\n    color: yellow\n    made: 2026-11-30\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("", LINES),
        ("# end\n", "# end\n" + LINES),
        ("...\n# end\n", LINES + "...\n# end\n"),
        ("x-a: b\n", "x-a: b\n" + LINES),
        ("quotes: []\n", "quotes: []\n" + LINES),
    ],
)
def test_the_first_highlight_of_a_file(end: str, expected: str, mark: str, newline: str) -> None:
    text = mark + (HEAD + end).replace("\n", newline)
    assert after(text, ADDED) == mark + (HEAD + expected).replace("\n", newline)


def test_the_first_highlight_comes_before_a_literal_text_without_a_line_break() -> None:
    text = HEAD + "x-note: |\n  of lines"
    assert after(text, ADDED) == HEAD + LINES + "x-note: |\n  of lines"


ANY_ID = HighlightId("")
"""Stands for the id of the highlight that a case is about."""

LIST = """\
highlights:   # mine
  # the first
  - text: which river   # checked
    color: pink

    x-seen: [a, {b: c}]
  # the second
  - note: 'All of it.'
  - {text: Background, color: blue, note: "So", at: {paragraph: 9}}   # heading
# end
x-last: 1
"""


def ids(text: str) -> list[HighlightId]:
    return [one.id for one in read_text(text).highlights]


@pytest.mark.parametrize(
    ("index", "change", "old", "new"),
    [
        (0, ChangeHighlight(ANY_ID, color=HighlightColor.GREEN), "color: pink\n", "color: green\n"),
        (0, ChangeHighlight(ANY_ID, note="Why?"), "color: pink\n", "color: pink\n    note: Why?\n"),
        (1, ChangeHighlight(ANY_ID, note="It's all."), "'All of it.'", "'It''s all.'"),
        (2, ChangeHighlight(ANY_ID, color=HighlightColor.YELLOW), "color: blue", "color: yellow"),
        (2, ChangeHighlight(ANY_ID, note='Say "no"'), '"So"', r'"Say \"no\""'),
        (2, ChangeHighlight(ANY_ID, note=""), ', note: "So"', ""),
    ],
)
def test_only_what_was_changed_is_written(index: int, change: ChangeHighlight, old: str, new: str) -> None:
    text = HEAD + LIST
    assert text.count(old) == 1
    out = after(text, change._replace(highlight=ids(text)[index]))
    assert out == text.replace(old, new)


@pytest.mark.parametrize(
    ("index", "removed"),
    [
        (0, "  - text: which river   # checked\n    color: pink\n\n    x-seen: [a, {b: c}]\n"),
        (1, "  - note: 'All of it.'\n"),
        (2, '  - {text: Background, color: blue, note: "So", at: {paragraph: 9}}   # heading\n'),
    ],
)
def test_only_the_lines_of_a_removed_highlight_are_removed(index: int, removed: str) -> None:
    text = HEAD + LIST
    assert text.count(removed) == 1
    assert after(text, DropHighlight(ids(text)[index])) == text.replace(removed, "")


def test_removing_the_last_highlight_removes_the_key() -> None:
    text = HEAD + "highlights:\n  - text: Background\nx-last: 1\n"
    assert after(text, DropHighlight(*ids(text))) == HEAD + "x-last: 1\n"
    flow = HEAD + "highlights: [{note: a}]   # mine\nx-last: 1\n"
    assert "highlights" not in after(flow, DropHighlight(*ids(flow)))


@pytest.mark.parametrize("empty", ["highlights: []   # none yet\n", "highlights:\n", "highlights: ~\n"])
def test_an_empty_list_stays_when_something_else_is_corrected(empty: str) -> None:
    text = HEAD + "quotes: [{text: “no”, speaker: Ada}]\n" + empty
    assert after(text, SetSpeaker(q(0), "Bo")) == text.replace("speaker: Ada", "speaker: Bo")
    out = after(text, ADDED)
    assert [one.text for one in read_text(out).highlights] == ["Background"]
    assert out.count("# none yet") == empty.count("# none yet")


def test_a_highlight_is_written_to_a_file_with_faults() -> None:
    text = HEAD + "highlights:\n  - {color: red, text: nobody wrote this, foo: bar}\n  - ~\n"
    out = after(text, ADDED)
    assert out == text.replace("bar}\n", "bar}\n" + LINES.removeprefix("highlights:\n"))


def test_moving_a_highlight_changes_its_words_and_place() -> None:
    text = HEAD + LIST
    out = after(text, MoveHighlight(ids(text)[0], (Span(3, 0, 10),)))
    (one, *_) = read_text(out).highlights
    assert (one.text, one.pieces, one.status) == ("The border", (Span(3, 0, 10),), Status.EXACT)
    assert "- text: The border   # checked\n" in out


def test_a_detected_quote_is_not_written_with_a_highlight() -> None:
    document = read_text(HEAD)
    found = Quote("no", (Span(2, 10, 12),))
    shown = corrected(numbered(replace(document, quotes=(found,))), ADDED)
    assert amended(HEAD, "a.yaml", shown).text == HEAD + LINES
