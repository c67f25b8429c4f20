"""Footnote references in a text, and their layer."""

from __future__ import annotations

import pytest

from reader.model import Block, BlockKind, Document, Inline, InlineKind
from reader.text.layers import article_layers
from reader.text.note_marks import note_marks


def marks(text: str) -> list[str]:
    return [text[start:end] for start, end in note_marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The gates were built in 1928.[2][13] They held.", ["[2]", "[13]"]),
        ("She was born[1] at Tollhaven,[note 1] in May.[a][nb 2]", ["[1]", "[note 1]", "[a]", "[nb 2]"]),
        ("It was never replaced.[citation needed]", ["[citation needed]"]),
        ("「水」は冷たい。[3]", ["[3]"]),
    ],
)
def test_references_follow_a_word_or_another_reference(text: str, found: list[str]) -> None:
    assert marks(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "[1] The Tollhaven Courier, page 3.",
        "The school [1911] was closed.",
        "He walk[s] on, and “[t]he gate” is shut.",
        "See ([1]) and [[2]].",
        "It was built then.[sic] Later [12345] it fell.",
        "No mark at all, but one bracket [",
    ],
)
def test_other_brackets_are_not_footnote_references(text: str) -> None:
    assert marks(text) == []


def test_references_have_a_layer_over_the_markup_but_not_in_code() -> None:
    link = Inline(0, 7, InlineKind.LINK, "https://works.example/")
    blocks = (
        Block("Gate.[1]", inlines=(link,)),
        Block("The array[0] is first.", inlines=(Inline(4, 12, InlineKind.CODE),)),
        Block("array[0] = 1", BlockKind.CODE),
    )
    assert article_layers(Document("T", blocks), {}) == {
        0: [(0, 7, "link"), (5, 8, "note-mark")],
        1: [(4, 12, "code-span")],
    }
