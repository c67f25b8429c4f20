"""Writing of article files in the style of a careful author, without text that YAML would misread."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given

from reader.model import (
    Block,
    BlockKind,
    Document,
    Entity,
    EntityType,
    Inline,
    InlineKind,
    Quote,
    Source,
    Span,
)
from reader.sources.yaml.article import read
from reader.sources.yaml.quote_places import QuotePlaces
from reader.sources.yaml.scalars import WIDTH, entry, is_plain, node, scalar
from reader.sources.yaml.write import dump
from reader.text.cells import width
from tests.strategies import lines, passages

LONG = "The water rose for three days and then, on the fourth, it went somewhere else and stayed there."


def written(*blocks: Block | str, **rest: Any) -> str:
    """The file of an article with these blocks, from `paragraphs:` on."""
    made = tuple(Block(block) if isinstance(block, str) else block for block in blocks)
    document = Document(title="T", blocks=made, **rest)
    text = dump(document)
    assert dump(read(text.encode(), "t.yaml").document) == text
    return text[text.index("paragraphs:") :]


def test_a_complete_article_is_written() -> None:
    document = Document(
        title="The day the river moved",
        kicker="Science",
        standfirst="A flood redrew a border.",
        authors=("Ada Okafor",),
        source=Source("The Daily Example", "https://example.org/river"),
        published="2015-05-28",
        language="en",
        markup="markdown",
        note=LONG,
        blocks=(
            Block(LONG, inlines=(Inline(4, 9, InlineKind.STRONG),)),
            Block("Background", BlockKind.HEADING, level=2),
            Block("A paragraph.", id="border"),
            Block("first", BlockKind.ITEM, level=1, marker="1."),
            Block("if x:\n    go()", BlockKind.CODE),
        ),
        quotes=(Quote("it went somewhere else", (Span(0, 51, 73),), "Ada Okafor", "In May"),),
        entities=(Entity("Ada Okafor", EntityType.PERSON, ("Okafor", "Ms Okafor"), "Hydrologist."),),
        extras=(("x-seen", {"by": ["NO", None], "at": "1:30"}), ("x-none", None)),
    )
    assert dump(document) == (
        """\
format: 1
title: The day the river moved
kicker: Science
standfirst: A flood redrew a border.
authors: [Ada Okafor]
source: {name: The Daily Example, url: https://example.org/river}
published: 2015-05-28
language: en
markup: markdown
note: >-
  The water rose for three days and then, on the fourth, it went somewhere else and
  stayed there.
paragraphs:
  - >-
    The **water** rose for three days and then, on the fourth, it went somewhere else
    and stayed there.
  - heading: Background
    level: 2
  - text: A paragraph.
    id: border
  - item: first
    marker: '1.'
  - code: |-
      if x:
          go()
quotes:
  - text: it went somewhere else
    speaker: Ada Okafor
    context: In May
entities:
  - name: Ada Okafor
    type: person
    aliases: [Okafor, Ms Okafor]
    about: Hydrologist.
x-seen:
  by:
    - 'NO'
    - null
  at: '1:30'
x-none: null
"""
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "NO",
            "yes",
            "On",
            "y",
            "null",
            "~",
            "true",
            "=",
            "<<",
            "1984",
            "1:30",
            "190:20:30",
            "0x1F",
            "0o17",
        ),
        *("010", "1_000", "1,104", "-5", "+1", "3.14", ".5", "1e3", ".inf", "-.INF", ".nan", "2015-05-28"),
        *("2015-05-28 10:00", "2001-1-1t2:3:4Z", "- a", "? a", ": a", "a: b", "a:", "a #b", "#a", "&a", "*a"),
        *("!a", "|", ">", "%a", "@a", "`a", "[a]", "{a}", ", a", '"a"', "a ", " a", "'a'", "--- a", ""),
    ],
)
def test_text_that_yaml_would_misread_is_quoted(text: str) -> None:
    assert not is_plain(text)
    for flow in (False, True):
        one = scalar(text, flow=flow)
        assert one[0] == one[-1]
        assert one[0] in "'\""
        assert yaml.safe_load(f"[{one}]") == [text]


@pytest.mark.parametrize(
    "text",
    ["200 to 500", "It’s", "don't", "a - b", "C#", "9 October 2017", "12:30 sharp", "x:y", "Größe 日本"],
)
def test_text_that_every_parser_reads_as_text_stays_plain(text: str) -> None:
    assert scalar(text) == text
    assert yaml.safe_load(f"a: {text}") == {"a": text}


def test_quotation_marks_without_escapes_are_preferred() -> None:
    assert scalar("a: b") == "'a: b'"
    assert scalar("it's: b") == '"it\'s: b"'
    assert scalar("a, b") == "a, b"
    assert scalar("a, b", flow=True) == "'a, b'"
    assert scalar('it\'s: "b" \\', flow=True) == '"it\'s: \\"b\\" \\\\"'


def test_a_text_that_would_need_escapes_is_folded_instead() -> None:
    said = '"No," she said, "don\'t."'
    assert list(entry("  -", said, 4)) == ["  - >-", f"    {said}"]


def test_text_with_line_breaks_is_literal() -> None:
    assert list(entry("a:", "one\n\n  two", 2)) == ["a: |-", "  one", "", "    two"]
    assert list(entry("a:", "  one\ntwo", 2)) == ["a: |2-", "    one", "  two"]
    assert list(entry("a:", "one\ntwo\n", 2)) == ["a: |", "  one", "  two"]
    assert list(entry("a:", "one\n\n\n", 2)) == ["a: |+", "  one", "", ""]


def test_lines_that_an_editor_would_change_are_quoted() -> None:
    assert list(entry("a:", "one \ntwo", 2)) == ['a: "one \\ntwo"']
    assert list(entry("a:", "\n", 2)) == ['a: "\\n"']


@pytest.mark.parametrize(
    "text", ["word " * 60 + "end", "日本 " * 60 + "終", "two  blanks  stay " * 9 + "so", "x" * 200]
)
def test_folded_lines_fit_the_width_and_keep_the_text(text: str) -> None:
    out = list(entry("a:", text, 2))
    assert yaml.safe_load("\n".join(out)) == {"a": text}
    if " " in text:
        assert max(map(width, out)) <= WIDTH
        assert len(out) > 2
        assert not any(line[2:3].isspace() for line in out[1:])


def test_a_long_word_without_a_blank_stays_plain() -> None:
    assert list(entry("a:", "x" * 200, 2)) == ["a: " + "x" * 200]


@given(passages() | lines())
def test_any_text_is_read_back_from_an_entry(text: str) -> None:
    assert yaml.safe_load("\n".join(entry("a:", text, 2))) == {"a": text}
    assert yaml.safe_load(f"[{scalar(text, flow=True)}]") == [text]


def test_values_of_any_form_are_nested() -> None:
    value = {"a": [["b", None], {}, []], "c: d": {"e": "f\ng"}, "x" * 1100: "long key"}
    text = "\n".join(node("x-a:", value, 2))
    assert yaml.safe_load(text) == {"x-a": value}
    assert list(node("x-n:", 5, 2)) == ["x-n: '5'"]


def test_lists_that_do_not_fit_on_a_line_have_one_item_per_line() -> None:
    names = tuple(f"Somebody Long-Name {n}, PhD" for n in range(5))
    text = dump(
        Document("T", (Block("x"),), authors=names, source=Source("A name" * 9, "https://x.org/" + "y" * 60))
    )
    assert "authors:\n  - Somebody Long-Name 0, PhD\n  - Somebody" in text
    assert "source:\n  name: A name" in text
    assert read(text.encode(), "t").document.authors == names


def test_plain_paragraphs_with_markup_make_the_file_markdown() -> None:
    block = Block("so *it* is", inlines=(Inline(8, 10, InlineKind.EMPHASIS),))
    assert "markup: markdown" in dump(Document("T", (block,)))
    assert written(block) == "paragraphs:\n  - so \\*it\\* *is*\n"
    code = Block("x", BlockKind.CODE, inlines=(Inline(0, 1, InlineKind.EMPHASIS),))
    assert written(code) == "paragraphs:\n  - code: x\n"


def test_hard_line_breaks_are_written_as_lines() -> None:
    block = Block("one\ntwo", inlines=(Inline(0, 3, InlineKind.EMPHASIS),))
    assert written(block) == "paragraphs:\n  - |-\n    *one*\\\n    two\n"


def test_given_lists_are_written_even_if_they_are_empty() -> None:
    assert written("a", quotes_given=True, entities_given=True).endswith("quotes: []\nentities: []\n")
    assert written("a") == "paragraphs:\n  - a\n"


def test_detected_lists_are_written_unless_detected_is_false() -> None:
    document = Document(
        "T", (Block("so"),), quotes=(Quote("so", (Span(0, 0, 2),)),), entities=(Entity("so"),)
    )
    assert "quotes:\n  - text: so\nentities:\n  - name: so\n    type: other\n" in dump(document)
    assert dump(document, detected=False).endswith("paragraphs:\n  - so\n")


def quoted(quote: Quote, *blocks: Block | str) -> tuple[str, int | str]:
    """The words and the paragraph that are written for `quote`."""
    return QuotePlaces(
        [Block(block) if isinstance(block, str) else block for block in blocks]
    ).text_and_paragraph(quote)


def test_a_paragraph_is_named_only_if_several_have_the_words() -> None:
    twice = ("we know", "Heard: we know.", "else")
    assert quoted(Quote("else", (Span(2, 0, 4),)), *twice) == ("else", "")
    assert quoted(Quote("we know", (Span(0, 0, 7),)), *twice) == ("we know", 1)
    assert quoted(Quote("we know", (Span(1, 7, 14),)), *twice) == ("we know", 2)
    assert quoted(Quote("so so", (Span(0, 0, 5),)), "so so so so") == ("so so", "")


def test_a_paragraph_is_named_by_id_or_number_but_a_heading_is_not_named() -> None:
    heading = Block("we know", BlockKind.HEADING, level=1)
    assert quoted(Quote("we know", (Span(1, 0, 7),)), heading, Block("we know", id="it")) == ("we know", "it")
    assert quoted(Quote("we know", (Span(1, 0, 7),)), heading, Block("we know", id="7")) == ("we know", 1)
    assert quoted(Quote("we know", (Span(0, 0, 7),)), heading, "we know") == ("we know", "")
    assert quoted(Quote("we know", (Span(1, 0, 7),)), "we know", heading) == ("we know", 1)


def test_split_quotes_are_joined_if_their_own_words_are_not_found() -> None:
    blocks = ("“We go,” she said, “at noon.”",)
    pieces = (Span(0, 1, 6), Span(0, 20, 27))
    assert quoted(Quote("We go … at noon", pieces), *blocks)[0] == "We go … at noon"
    assert quoted(Quote("We go at noon", pieces), *blocks) == ("We go … at noon", "")
    assert quoted(Quote("", (Span(0, 1, 6),)), *blocks)[0] == "We go"


def test_words_that_are_not_in_the_text_are_written_unchanged() -> None:
    assert quoted(Quote("nobody said this"), "something else") == ("nobody said this", "")


def test_words_not_in_the_named_paragraph_are_placed_at_their_first_occurrence() -> None:
    source = "title: T\nparagraphs: [so, it is, it is]\nquotes: [{text: it is, paragraph: 1}]\n"
    document = read(source.encode(), "t").document
    assert document.quotes[0].pieces == ()
    first = dump(document)
    assert "paragraph: 2" in first
    assert dump(read(first.encode(), "t").document) == first


def test_blanks_around_the_words_of_a_quote_are_not_written() -> None:
    assert quoted(Quote("we go ", (Span(0, 1, 7),)), "“we go ” she said") == ("we go", "")
    assert quoted(Quote(" we stay\n"), "else") == ("we stay", "")
    assert quoted(Quote("", (Span(0, 1, 7),)), "“we go ” she said") == ("we go", "")


def test_words_that_differ_from_their_place_are_stable_after_one_writing() -> None:
    blocks = (Block("the river rose"), Block("it fell"))
    assert quoted(Quote("the river", (Span(1, 0, 2),)), *(block.text for block in blocks)) == ("it", "")
    wrong = Document("T", blocks, quotes=(Quote("rose", (Span(1, 2, 3),)),), quotes_given=True)
    first = dump(wrong)
    assert dump(read(first.encode(), "t").document) == first


def test_quotes_of_words_in_thousands_of_paragraphs_are_placed() -> None:
    blocks = tuple(Block(f"we know {n}") for n in range(2000))
    quotes = tuple(Quote("we know", (Span(n, 0, 7),)) for n in range(0, 2000, 100))
    document = Document("T", blocks, quotes=quotes, quotes_given=True)
    assert read(dump(document).encode(), "t").document == document
