"""An article for other programs: the stable JSON shape, and text without escapes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.article_text_and_json import MEASURE, as_json, as_object, as_text
from reader.model import (
    Block,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Highlight,
    HighlightColor,
    HighlightId,
    Quote,
    Source,
    Span,
    Status,
)
from reader.text.cells import width
from reader.text.clean import is_clean
from tests.strategies import documents

ARTICLE = Document(
    title="The river",
    kicker="Science",
    authors=("Ada Okafor",),
    source=Source("The Daily Example"),
    published="2015-05-28",
    note="Retold.",
    blocks=(
        Block("“We go,” she said, “at noon.” 日本"),
        Block("Background", BlockKind.HEADING, level=2),
        Block("one\ntwo", BlockKind.ITEM, level=1),
        Block("three", BlockKind.ITEM, level=2, marker="1."),
        Block("Set apart\nin lines", BlockKind.QUOTE, level=2),
        Block("if x:\n    go()", BlockKind.CODE),
        Block("A map", BlockKind.CAPTION),
    ),
    quotes=(
        Quote("We go … at noon", (Span(0, 1, 6), Span(0, 20, 27)), "Ada Okafor", "In May"),
        Quote("never said"),
    ),
    entities=(Entity("Ada Okafor", EntityType.PERSON, ("Ada",), "", (Span(0, 0, 1),)),),
    highlights=(
        Highlight(
            "Back",
            HighlightColor.PINK,
            "Why? #todo",
            pieces=(Span(1, 0, 4),),
            status=Status.MAPPED,
            id=HighlightId("1a2b3c4d"),
        ),
    ),
)


def test_json_has_exactly_this_shape() -> None:
    assert json.loads(as_json(ARTICLE)) == {
        "title": "The river",
        "kicker": "Science",
        "standfirst": None,
        "authors": ["Ada Okafor"],
        "source": {"name": "The Daily Example", "url": None},
        "published": "2015-05-28",
        "language": None,
        "note": "Retold.",
        "paragraphs": [
            {"kind": "paragraph", "text": "“We go,” she said, “at noon.” 日本", "level": 0},
            {"kind": "heading", "text": "Background", "level": 2},
            {"kind": "item", "text": "one\ntwo", "level": 1},
            {"kind": "item", "text": "three", "level": 2},
            {"kind": "quote", "text": "Set apart\nin lines", "level": 2},
            {"kind": "code", "text": "if x:\n    go()", "level": 0},
            {"kind": "caption", "text": "A map", "level": 0},
        ],
        "quotes": [
            {
                "paragraph": 0,
                "start": 1,
                "end": 6,
                "text": "We go",
                "speaker": "Ada Okafor",
                "context": "In May",
            },
            {
                "paragraph": 0,
                "start": 20,
                "end": 27,
                "text": "at noon",
                "speaker": "Ada Okafor",
                "context": "In May",
            },
            {
                "paragraph": None,
                "start": None,
                "end": None,
                "text": "never said",
                "speaker": None,
                "context": None,
            },
        ],
        "entities": [
            {
                "name": "Ada Okafor",
                "type": "person",
                "aliases": ["Ada"],
                "about": None,
                "mentions": [{"paragraph": 0, "start": 0, "end": 1}],
            }
        ],
        "highlights": [
            {
                "paragraph": 1,
                "start": 0,
                "end": 4,
                "text": "Back",
                "color": "pink",
                "note": "Why? #todo",
                "tags": ["todo"],
                "made": None,
                "status": "mapped",
                "id": "1a2b3c4d",
            },
        ],
    }


def test_json_keeps_the_order_of_keys_and_the_letters_of_every_script() -> None:
    text = as_json(ARTICLE)
    keys = "title kicker standfirst authors source published language note paragraphs quotes"
    keys += " entities highlights"
    assert " ".join(as_object(ARTICLE)) == keys
    assert "日本" in text
    assert text.endswith("}\n")


def test_json_of_a_minimal_article_has_every_key() -> None:
    found = as_object(Document("T", (Block("x"),)))
    assert found["authors"] == found["quotes"] == found["entities"] == []
    assert found["source"] == {"name": None, "url": None}


def test_text_has_a_form_for_every_kind() -> None:
    assert as_text(ARTICLE) == (
        """\
Science

The river

Ada Okafor · The Daily Example · 28 May 2015 · 20 words, 1 min

Retold.


“We go,” she said, “at noon.” 日本


Background

• one
  two
  1. three

> > Set apart
> > in lines

  if x:
      go()

  A map
"""
    )


def test_without_a_width_a_paragraph_is_one_line() -> None:
    words = "word " * 400 + "end"
    assert words in as_text(Document("T", (Block(words),))).split("\n")


def test_with_a_width_lines_are_wrapped_by_cells() -> None:
    text = as_text(Document("T", (Block("日本語のとても長い文章です。" * 5, BlockKind.QUOTE, level=1),)), 30)
    quoted = [line for line in text.split("\n") if line.startswith("> ")]
    assert len(quoted) > 3
    assert max(map(width, quoted)) <= 30


@pytest.mark.parametrize("columns", [MEASURE + 1, 1000])
def test_a_wide_terminal_makes_no_long_lines(columns: int) -> None:
    assert as_text(Document("T", (Block("word " * 400),)), columns) == as_text(
        Document("T", (Block("word " * 400),)), MEASURE
    )


@pytest.mark.slow
@settings(max_examples=60)
@given(documents(), st.one_of(st.none(), st.integers(-1, 100)))
def test_text_is_clean_and_holds_every_word(document: Document, columns: int | None) -> None:
    text = as_text(document, columns)
    assert is_clean(text)
    assert text.endswith("\n")
    squeezed = "".join(text.split())
    for block in document.blocks:
        if columns is None:
            for line in block.text.split("\n"):
                assert line.rstrip() in text
        elif block.kind is not BlockKind.QUOTE and block.marker == "":
            assert "".join(block.text.split()) in squeezed


@pytest.mark.slow
@settings(max_examples=60)
@given(documents())
def test_json_of_any_article_is_clean_and_its_places_hold_the_words(document: Document) -> None:
    text = as_json(document)
    assert is_clean(text)
    found = json.loads(text)
    for quote in found["quotes"]:
        if quote["paragraph"] is not None:
            words = found["paragraphs"][quote["paragraph"]]["text"]
            assert words[quote["start"] : quote["end"]] == quote["text"]
